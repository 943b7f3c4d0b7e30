"""Pairs of things that may be one, each with all that helps to decide."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.graph.contacts import masked
from kg.identity.identity import Identity
from kg.identity.judgements import Judgement
from kg.identity.weights import weight_of
from kg.lexicon import Lexicon
from kg.resolution.reading import Node, Reading, values
from kg.use.judging.named import Readings

_AROUND = 70
"""So many code points on both sides of a name are shown where no claim tells which sentence it stands in."""


@dataclass(slots=True)
class Side:
    """All that the documents tell of one key: label, other spellings, offices, regions; sentence by document."""

    key: str
    label: str = ""
    names: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    sentences: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two keys; ``state`` says what identity makes of them now: unsure, joined, apart."""

    one: Side
    other: Side
    state: str
    score: float
    reasons: tuple[tuple[float, str], ...]
    """Weight and sentence of each feature that holds."""
    told: tuple[Judgement, ...]


def pairs_to_judge(
    readings: Readings,
    identity: Identity,
    judged: Collection[Judgement],
    named: Mapping[str, set[str]],
    lexicon: Lexicon,
) -> list[Pair]:
    """The pairs to ask about, what is likeliest one thing first.

    Without names those that are unsure and that nobody judged. With names all pairs of the things named: those that
    are unsure, those that were joined, and those of one kind that bear the same name and stay apart.
    """
    told: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for each in judged:
        if each.on_pair:
            told[each.matter].append(each)
    wanted = set().union(*named.values()) if named else set()
    found: dict[tuple[str, str], tuple[str, float, tuple[str, ...]]] = {}
    for state, scored in (("unsure", identity.unsure), ("joined", identity.joined)):
        for pair in scored:
            names = (pair.one, pair.other)
            if wanted & set(names) if wanted else state == "unsure" and names not in told:
                found[names] = (state, pair.score, pair.reasons)
    for a, b in _apart(identity, named) + [(a, b) for a, b in told if {a, b} & wanted]:
        one = identity.canonical(a) == identity.canonical(b)
        found.setdefault((a, b), ("joined" if one else "apart", 0.0, ()))
    sides = _sides(readings(), {key for pair in found for key in pair})
    return [
        Pair(sides[a], sides[b], state, score, _weighed(lexicon, a, b, reasons), tuple(sorted(told.get((a, b), ()))))
        for (a, b), (state, score, reasons) in sorted(found.items(), key=lambda p: (-p[1][1], p[0]))
        if a in sides and b in sides
    ]


def _weighed(lexicon: Lexicon, one: str, other: str, reasons: Iterable[str]) -> tuple[tuple[float, str], ...]:
    """The reasons with their weights, what speaks for the pair first."""
    kinds = {key.partition("/")[0] for key in (one, other)}
    kind = kinds.pop() if len(kinds) == 1 else "program"
    return tuple(sorted(((weight_of(lexicon, kind, r), r) for r in reasons), key=lambda w: (-w[0], w[1])))


def _apart(identity: Identity, named: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    """Pairs of different things of one kind that one name means, each by its canonical key."""
    found = set()
    for keys in named.values():
        tops = sorted({identity.canonical(key) for key in keys})
        for place, one in enumerate(tops):
            found |= {(one, other) for other in tops[place + 1 :] if one.split("/")[0] == other.split("/")[0]}
    return sorted(found)


def _sides(readings: Iterable[Reading], keys: set[str]) -> dict[str, Side]:
    """What the documents tell of these keys."""
    sides: dict[str, Side] = {}
    for reading in readings:
        labels = {n.key: n.label or "" for n in reading.nodes}
        region = next((labels.get(k, "") for k in values(reading.document, "schema:spatialCoverage")), "")
        for node in reading.nodes:
            if node.key in keys and node.derivation is not None:
                side = sides.setdefault(node.key, Side(node.key, node.label or ""))
                side.names.update(n for n in (node.label or "", *node.alternates) if n and n != side.label)
                side.regions.update({region} - {""})
                side.sentences[reading.identifier] = _sentence(reading, node)
                side.facts.update(_told_of(node, labels))
            elif node.kind == "membership":
                (member,) = values(node.properties, "org:member")
                if member in keys:
                    side = sides.setdefault(member, Side(member, labels.get(member, "")))
                    side.facts.add(_office(node, labels))
    return sides


def _told_of(node: Node, labels: Mapping[str, str]) -> Iterator[str]:
    for predicate, words in (
        ("rap:operatedBy", "operated by"),
        ("org:unitOf", "unit of"),
        ("schema:startDate", "on"),
        ("schema:location", "at"),
    ):
        for value in values(node.properties, predicate):
            yield f"{words} {labels.get(value) or value.rpartition('/')[2]}"


def _office(node: Node, labels: Mapping[str, str]) -> str:
    slots = {name: value for name, value, _ in node.identity}
    body = labels.get(slots.get("organization", ""), "")
    past = " (former)" if "former" in slots else ""
    return f"{body} {slots['role'].partition('/')[2]}".strip() + past


def _sentence(reading: Reading, node: Node) -> str:
    """The sentence in which an entity is named first; where no claim tells its bounds, the words around."""
    assert node.derivation is not None
    begin, end = min(node.derivation.spans)
    for claim in reading.nodes:
        for slot, spans in claim.derivation.slots if claim.derivation else ():
            for first, last in spans if slot == "rap:sentenceFrom" else ():
                if first <= begin < last:
                    return _clean(reading.text[first:last])
    start = max(reading.text.rfind("\n", 0, begin) + 1, begin - _AROUND)
    stop = reading.text.find("\n", end)
    stop = min(stop if stop >= 0 else len(reading.text), end + _AROUND)
    return _clean(reading.text[start:stop])


def _clean(text: str) -> str:
    return " ".join(masked(text).split())
