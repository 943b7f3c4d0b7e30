"""Leaving claims out: those that are not sure enough. It acts after reading, so that a reading never depends on it."""

from collections.abc import Collection
from dataclasses import replace

from kg.resolution.reading import Node, Reading, values

_PLAIN = {"operates": "rap:operatedBy", "backs": "rap:backedBy"}


def confident(reading: Reading, least: float) -> Reading:
    """The reading without the claims whose confidence is below ``least``, and without what points to them."""
    gone = {n.key for n in reading.nodes if n.identity and n.derivation and n.derivation.confidence < least}
    return without(reading, gone)


def without(reading: Reading, gone: Collection[str]) -> Reading:
    """The reading without the claims of these keys, and without what points to them."""
    if not gone:
        return reading
    plain = {plain_triple(n) for n in reading.nodes if n.key in gone and n.kind == "involvement"}
    nodes = tuple(
        replace(
            n,
            properties=tuple(
                p for p in n.properties if p.value not in gone and (n.key, p.predicate, p.value) not in plain
            ),
        )
        for n in reading.nodes
        if n.key not in gone
    )
    return replace(reading, nodes=nodes)


def plain_triple(involvement: Node) -> tuple[str, str, str]:
    """The plain triple that stands beside an involvement; its property is empty where there is none."""
    kind = values(involvement.properties, "rap:involvementKind")[0]
    program, agent = (values(involvement.properties, p)[0] for p in ("rap:ofProgram", "rap:agent"))
    return program, _PLAIN.get(kind, ""), agent
