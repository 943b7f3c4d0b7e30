"""Claims to accept, reject or correct, each with its witnesses; what is least sure first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.graph.quads import hashed
from kg.graph.terms import thing
from kg.identity.claims import canonical_claim
from kg.identity.identity import Identity
from kg.identity.judgements import Judgement
from kg.identity.slots import SLOTS, told_slots
from kg.resolution.reading import Node, Reading
from kg.use.judging.named import Readings
from kg.use.judging.stale import shown_sentence
from kg.use.won import won


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: the keys under which documents tell it, its slots in words, sentence by key and document."""

    kind: str
    keys: tuple[str, ...]
    slots: Mapping[str, str]
    witnesses: tuple[tuple[str, str, str], ...]
    """Key, document, sentence."""
    confidence: float
    reasons: tuple[str, ...]
    told: tuple[Judgement, ...]


class _Telling(NamedTuple):
    """One document's word on a claim."""

    key: str
    document: str
    sentence: str
    kind: str
    slots: dict[str, str]
    confidence: float
    reasons: tuple[str, ...]


def claims_to_judge(
    readings: Readings,
    identity: Identity,
    judged: Collection[Judgement],
    named: Collection[str],
    words: Collection[str] = (),
) -> list[Claim]:
    """The claims to ask about: those of the entities (keys) or claims (keys or IRIs in ``words``) that are named.

    Without names all that nobody judged, what is least sure first.
    """
    told: dict[str, list[Judgement]] = defaultdict(list)
    for each in judged:
        if not each.on_pair:
            told[each.key].append(each)
    things, wanted = {identity.canonical(key) for key in named}, set(words)
    every: set[str] = set()
    meant: set[str] = set()
    closed: set[str] = set()
    for one, _, node in _claims(readings(), identity):
        every.add(one)
        if node.key in told:
            closed.add(one)
        if wanted & {one, node.key, hashed(one), thing(hashed(one))} or any(
            p.type == "key" and identity.canonical(p.value) in things for p in node.properties
        ):
            meant.add(one)
    chosen = meant if named or words else every - closed
    grouped: dict[str, list[_Telling]] = defaultdict(list)
    for one, reading, node in _claims(readings(), identity):
        if one in chosen:
            grouped[one].append(_telling(reading, node))
    found = [_claim(tellings, told) for tellings in grouped.values()]
    return sorted(found, key=lambda c: (c.confidence, c.keys))


def _claims(readings: Iterable[Reading], identity: Identity) -> Iterator[tuple[str, Reading, Node]]:
    """Each telling of each claim with the claim's canonical key."""
    for reading in readings:
        for node in reading.nodes:
            if node.kind in SLOTS and node.derivation is not None:
                yield identity.canonical(canonical_claim(node, identity.canonical)), reading, node


def _telling(reading: Reading, node: Node) -> _Telling:
    assert node.derivation is not None
    labels = {n.key: n.label or "" for n in reading.nodes}
    slots = {name: _in_words(value, labels) for name, value in told_slots(node).items()}
    sure, reasons = node.derivation.confidence, node.derivation.reasons
    return _Telling(node.key, reading.identifier, shown_sentence(reading, node), node.kind, slots, sure, reasons)


def _claim(tellings: list[_Telling], told: Mapping[str, list[Judgement]]) -> Claim:
    """One claim, told as fully as the fullest of its tellings."""
    fullest = max(tellings, key=lambda t: (len(t.slots), t.confidence, t.document, t.key))
    keys = tuple(sorted({t.key for t in tellings}))
    return Claim(
        fullest.kind,
        keys,
        fullest.slots,
        tuple(sorted({(t.key, t.document, t.sentence) for t in tellings})),
        max(t.confidence for t in tellings),
        fullest.reasons,
        tuple(sorted(j for k in keys for j in told.get(k, ()))),
    )


def _in_words(value: str, labels: Mapping[str, str]) -> str:
    if value.startswith("money/"):
        sum_, _, rest = value.removeprefix("money/").partition(" ")
        currency, _, bound = rest.partition(" ")
        words = won(sum_, currency) if sum_.isdigit() else f"{sum_} {currency}"
        return f"{words} ({bound})" if bound else words
    if value.startswith("role/"):
        return value.partition("/")[2]
    return ", ".join(labels.get(v) or v for v in value.split(", ")) if "/" in value else value
