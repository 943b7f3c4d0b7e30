"""Leaving out what is not sure enough: it acts after reading, so that a reading never depends on it."""

from dataclasses import replace

from kg.resolution.reading import Node, Reading, values

_PLAIN = {"operates": "rap:operatedBy", "backs": "rap:backedBy"}


def confident(reading: Reading, least: float) -> Reading:
    """The reading without the claims whose confidence is below ``least``, and without what points to them."""
    gone = {n.key: n for n in reading.nodes if n.identity and n.derivation and n.derivation.confidence < least}
    if not gone:
        return reading
    plain = {_plain_triple(n) for n in gone.values() if n.kind == "involvement"}
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


def _plain_triple(node: Node) -> tuple[str, str, str]:
    """The plain triple that stands beside an involvement."""
    kind = values(node.properties, "rap:involvementKind")[0]
    program, agent = (values(node.properties, p)[0] for p in ("rap:ofProgram", "rap:agent"))
    return program, _PLAIN.get(kind, ""), agent
