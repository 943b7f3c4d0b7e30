"""Does every node stand on words of the text that bear it out?"""

from typing import NamedTuple

from kg.patterns import regex
from kg.resolution.reading import Node
from kg.use.evaluation.likeness import folded
from kg.use.evaluation.told import Told
from kg.use.rows import value

_CLASSES = (
    "foaf:Person",
    "org:Organization",
    "rap:Program",
    "schema:Event",
    "org:Membership",
    "rap:Allocation",
    "rap:Target",
    "schema:MonetaryAmount",
    "schema:Quotation",
)
_SUM = regex(r"[0-9일이삼사오육칠팔구십백천만억조]")
_COUNT = regex(r"[0-9한두세네일이삼사오육칠팔구십백천만억]|[다여]섯|일곱|여덟|아홉|열|스[무물]")
_LONGEST_SUM = 40
_LEVELS = frozenset({"시", "도", "군", "구"})

Place = tuple[int, int]


class Evidence(NamedTuple):
    """Places of the text that a reading points to, those that are none, and nodes that no place bears out."""

    mentions: int
    wrong: int
    bare: int


def evidence(told: Told) -> Evidence:
    """Count a reading's places and the nodes that stand on none."""
    reading = told.reading
    places = {(n.begin, n.end) for n in reading.named}
    for node in reading.nodes:
        if node.derivation:
            places.update(node.derivation.spans)
            places.update(place for _, slot in node.derivation.slots for place in slot)
    good = {p for p in places if 0 <= p[0] < p[1] <= len(reading.text)}
    nodes = [(cls, n) for cls in _CLASSES for n in told.of(cls)]
    bare = sum(not any(_bears_out(told, cls, n, place) for place in _own(n) if place in good) for cls, n in nodes)
    return Evidence(len(good), len(places) - len(good), bare)


def _own(node: Node) -> list[Place]:
    """The places that a node stands on, those of its slots too."""
    if node.derivation is None:
        return []
    return [*node.derivation.spans, *(p for _, slot in node.derivation.slots for p in slot)]


def _bears_out(told: Told, cls: str, node: Node, place: Place) -> bool:
    """Could a reader find the thing in these words?"""
    words = told.reading.text[slice(*place)]
    said = folded(words)
    names = [folded(n) for n in told.names(node.key) if folded(n)]
    if cls == "foaf:Person":
        return any(n in said for n in map(folded, told.person(node.key)))
    if cls in ("org:Organization", "rap:Program"):
        if said in _LEVELS and "rap:LocalGovernment" in node.types:
            return True
        return any(n in said or (len(said) > 1 and said in n) for n in names)
    if cls == "schema:MonetaryAmount":
        return len(words) <= _LONGEST_SUM and bool(_SUM.search(words))
    if cls == "schema:Quotation":
        return said == folded(value(node, "schema:text"))
    if cls == "rap:Allocation":
        money = told.nodes.get(value(node, "rap:amount") or "")
        return money is not None and any(place[0] <= b and e <= place[1] for b, e in _own(money))
    if cls == "rap:Target":
        return bool(_COUNT.search(words))
    return bool(said)
