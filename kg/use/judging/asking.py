"""What there is to judge: pairs of things that may be one, and claims; each with all that helps to decide."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import UserError
from kg.graph.contacts import masked
from kg.graph.terms import thing
from kg.identity.claims import canonical_claim
from kg.identity.identity import Identity
from kg.identity.judgements import Judgement
from kg.identity.slots import SLOTS, told_slots
from kg.resolution.names import folded
from kg.resolution.reading import Node, Reading, values
from kg.use.judging.stale import shown_sentence
from kg.use.won import won

KINDS = ("person", "organization", "program", "event")
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
    reasons: tuple[str, ...]
    told: tuple[Judgement, ...]


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


def keys_named(readings: Iterable[Reading], identity: Identity, words: Collection[str]) -> dict[str, set[str]]:
    """For each word the keys of entities that it means: a key, an IRI, or a name in any spelling.

    An IRI means all keys of its thing. Raises `UserError` for a word that means nothing.
    """
    found: dict[str, set[str]] = {word: set() for word in words}
    wanted = {word: folded(word) for word in words}
    for reading in readings:
        for node in reading.nodes:
            if node.kind in KINDS and node.derivation is not None:
                names = {folded(n) for n in (node.label or "", *node.alternates)}
                for word in words:
                    if word in (node.key, thing(identity.canonical(node.key))) or wanted[word] in names:
                        found[word].add(node.key)
    for word, keys in found.items():
        if not keys:
            raise UserError(
                "names nothing in the store", word, "give a name, a key or an IRI of a person, body or program"
            )
    return found


def pairs_to_judge(
    readings: Iterable[Reading], identity: Identity, judged: Collection[Judgement], named: Mapping[str, set[str]]
) -> list[Pair]:
    """The pairs to ask about, what is likeliest one thing first.

    Without names those that are unsure and that nobody judged. With names all pairs of the things named: those that
    are unsure, those that were joined, and those of one kind that bear the same name and stay apart.
    """
    readings = list(readings)
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
    sides = _sides(readings, {key for pair in found for key in pair})
    return [
        Pair(sides[a], sides[b], state, score, reasons, tuple(sorted(told.get((a, b), ()))))
        for (a, b), (state, score, reasons) in sorted(found.items(), key=lambda p: (-p[1][1], p[0]))
        if a in sides and b in sides
    ]


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


def claims_to_judge(
    readings: Iterable[Reading],
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
    things = {identity.canonical(key) for key in named}
    grouped: dict[str, list[tuple[Reading, Node]]] = defaultdict(list)
    for reading in readings:
        for node in reading.nodes:
            if node.kind in SLOTS and node.derivation is not None:
                one = identity.canonical(canonical_claim(node, identity.canonical))
                grouped[one].append((reading, node))
    found = []
    for one, tellings in sorted(grouped.items()):
        keys = tuple(sorted({n.key for _, n in tellings}))
        about = {
            identity.canonical(v) for _, n in tellings for p in n.properties if p.type == "key" for v in (p.value,)
        }
        if named or words:
            meant = bool(about & things) or bool({one, *keys} & set(words))
        else:
            meant = not any(key in told for key in keys)
        if meant:
            found.append(_claim(keys, tellings, tuple(sorted(j for k in keys for j in told.get(k, ())))))
    return sorted(found, key=lambda c: (c.confidence, c.keys))


def _claim(keys: tuple[str, ...], tellings: list[tuple[Reading, Node]], told: tuple[Judgement, ...]) -> Claim:
    """One claim, told as fully as the fullest of its tellings."""
    reading, node = max(tellings, key=lambda t: (len(told_slots(t[1])), t[0].identifier))
    labels = {n.key: n.label or "" for n in reading.nodes}
    slots = {name: _in_words(value, labels) for name, value in told_slots(node).items()}
    witnesses = tuple(sorted({(n.key, r.identifier, shown_sentence(r, n)) for r, n in tellings}))
    confidences = [n.derivation.confidence for _, n in tellings if n.derivation]
    reasons = node.derivation.reasons if node.derivation else ()
    return Claim(node.kind, keys, slots, witnesses, max(confidences), reasons, told)


def _in_words(value: str, labels: Mapping[str, str]) -> str:
    if value.startswith("money/"):
        sum_, _, rest = value.removeprefix("money/").partition(" ")
        currency, _, bound = rest.partition(" ")
        words = won(sum_, currency) if sum_.isdigit() else f"{sum_} {currency}"
        return f"{words} ({bound})" if bound else words
    if value.startswith("role/"):
        return value.partition("/")[2]
    return ", ".join(labels.get(v) or v for v in value.split(", ")) if "/" in value else value
