"""A reading as people corrected it: claims that they accepted, without those they rejected, others told anew.

A pure function of one reading and the corrections. It acts before identity, so that a claim that was rejected ties
nothing together. Who decided, when and why stands in the graph as PROV, on the claims that remain.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from kg.identity.judgements import Judgement
from kg.identity.slots import identity_of, parsed, slots_of, statement
from kg.resolution.confident import plain_triple, without
from kg.resolution.names import spaced
from kg.resolution.reading import Derivation, Node, Property, Reading, claim_key, values

_RULE = "judgement"
_SIDE_BY_SIDE = ("rap:payer", "rap:decidedBy")
"""Narrower properties that go with the body that gives a sum."""
_TYPES = {"person": ("foaf:Person",), "program": ("rap:Program",), "role": ("org:Role",)}

Corrections = Mapping[str, Judgement]


def corrected(reading: Reading, corrections: Corrections) -> Reading:
    """The reading with the corrections of its claims' keys; the reading itself where there are none."""
    judged = {n.key: corrections[n.key] for n in reading.nodes if n.identity and n.key in corrections}
    if not judged:
        return reading
    kept = without(reading, {key for key, told in judged.items() if told.decision == "reject"})
    nodes = {n.key: n for n in kept.nodes}
    for key, told in judged.items():
        if told.decision == "accept":
            nodes[key] = _accepted(nodes[key], told)
            _add(nodes, _provenance(told))
        elif told.decision == "replace":
            _replace(nodes, nodes.pop(key), told)
    return replace(kept, nodes=tuple(nodes[k] for k in sorted(nodes)))


def corrected_all(readings: Iterable[Reading], corrections: Corrections) -> Iterator[Reading]:
    """The readings, each corrected."""
    return (corrected(r, corrections) for r in readings) if corrections else iter(readings)


def review_key(told: Judgement) -> str:
    """The key of the review that a judgement is."""
    return f"review/{hashlib.sha256(chr(0).join(told).encode()).hexdigest()[:20]}"


def _accepted(node: Node, told: Judgement) -> Node:
    """The claim as a person vouches for it."""
    assert node.derivation is not None
    reasons = (*node.derivation.reasons, _sentence("Accepted", told))
    review = Property("prov:wasInfluencedBy", review_key(told), "key")
    return replace(
        node,
        properties=tuple(sorted({*node.properties, review})),
        derivation=node.derivation._replace(confidence=1.0, reasons=reasons),
    )


def _sentence(what: str, told: Judgement) -> str:
    by = ", ".join(filter(None, (told.who, told.when)))
    return what + (f" ({by})" if by else "") + (f": {told.why}" if told.why else ".")


def _replace(nodes: dict[str, Node], node: Node, told: Judgement) -> None:
    """Put the claim that a person gave in the place of the one that was read."""
    given = parsed(node.kind, told.other)
    known = slots_of(node.kind)
    gone = {known[name].predicate for name in given}
    if "by" in given:
        gone.update(_SIDE_BY_SIDE)
    properties = {p for p in node.properties if p.predicate not in gone}
    properties |= {statement(known[name], value) for name, value in given.items() if value}
    identity = identity_of(node.kind, properties)
    key = claim_key(node.kind, identity)
    was = _sentence(f"Corrected from {node.key.partition('/')[2]}", told)
    assert node.derivation is not None
    evidence = node.derivation._replace(rule=_RULE, confidence=1.0, reasons=(*node.derivation.reasons, was))
    properties.add(Property("prov:wasInfluencedBy", review_key(told), "key"))
    anew = replace(node, key=key, properties=tuple(sorted(properties)), identity=identity, derivation=evidence)
    if key in nodes:
        anew = _together(nodes[key], anew)
    _follow(nodes, node, anew)
    nodes[key] = anew
    _add(nodes, [*_needed(anew), *_provenance(told)])


def _together(there: Node, anew: Node) -> Node:
    """A claim that the document tells by itself, and that a correction tells too."""
    assert there.derivation is not None and anew.derivation is not None
    spans = tuple(sorted({*there.derivation.spans, *anew.derivation.spans}))
    reasons = tuple(dict.fromkeys((*there.derivation.reasons, *anew.derivation.reasons)))
    return replace(
        there,
        properties=tuple(sorted({*there.properties, *(p for p in anew.properties if p.predicate.startswith("prov:"))})),
        derivation=there.derivation._replace(spans=spans, reasons=reasons, confidence=1.0),
    )


def _follow(nodes: dict[str, Node], was: Node, now: Node) -> None:
    """Let what pointed to the claim point to it under its new key, and the plain triple of an involvement too."""
    plain, anew = (plain_triple(n) if n.kind == "involvement" else ("", "", "") for n in (was, now))
    for key, node in list(nodes.items()):
        told = [p._replace(value=now.key) if p.type == "key" and p.value == was.key else p for p in node.properties]
        if key == plain[0] and plain[1]:
            told = [p for p in told if (p.predicate, p.value) != plain[1:]]
        if key == anew[0] and anew[1]:
            told.append(Property(anew[1], anew[2], "key"))
        if tuple(told) != node.properties:
            nodes[key] = replace(node, properties=tuple(sorted(set(told))))


def _needed(claim: Node) -> Iterator[Node]:
    """What a corrected claim is about, where the document names it nowhere: its words stand for it."""
    assert claim.derivation is not None
    for key in sorted({value for _, value, is_key in claim.identity if is_key}):
        kind, _, name = key.partition("/")
        if kind in _TYPES:
            evidence = Derivation(claim.derivation.spans, _RULE)
            yield Node(key, kind, _TYPES[kind], spaced(name.partition("|")[0]), derivation=evidence)
    for key in values(claim.properties, "rap:amount"):
        value, _, rest = key.removeprefix("money/").partition(" ")
        currency, _, bound = rest.partition(" ")
        told = [Property("schema:value", value, "integer"), Property("schema:currency", currency, "string")]
        told += [Property("rap:bound", f"bound/{bound}", "concept")] if bound else []
        evidence = Derivation(dict(claim.derivation.slots).get("rap:amountFrom", claim.derivation.spans), _RULE)
        yield Node(key, "money", ("schema:MonetaryAmount",), properties=tuple(sorted(told)), derivation=evidence)


def _provenance(told: Judgement) -> Iterator[Node]:
    """The review as a PROV activity, and who made it."""
    said = [Property("rap:verdict", f"verdict/{told.decision}", "concept")]
    said += [Property("rdfs:comment", told.why, "ko")] if told.why else []
    said += [Property("dcterms:date", told.when, "date")] if told.when else []
    if told.who:
        reviewer = f"reviewer/{spaced(told.who)}"
        said.append(Property("prov:wasAssociatedWith", reviewer, "key"))
        yield Node(reviewer, "reviewer", ("prov:Person",), spaced(told.who))
    label = " · ".join(filter(None, (told.decision, told.who, told.when)))
    yield Node(review_key(told), "review", ("prov:Activity",), label, (), tuple(sorted(said)))


def _add(nodes: dict[str, Node], more: Iterable[Node]) -> None:
    """Add nodes that are not there; two corrections that need one node share the evidence."""
    for node in sorted(more, key=attrgetter("key")):
        there = nodes.setdefault(node.key, node)
        if there is not node and there.derivation and node.derivation and there.derivation.rule == _RULE:
            spans = tuple(sorted({*there.derivation.spans, *node.derivation.spans}))
            nodes[node.key] = replace(there, derivation=there.derivation._replace(spans=spans))
