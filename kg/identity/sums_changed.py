"""Sums that a later document tells in place of others: by role, by its own words «A에서 B로», by a verb of change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.identity.identity import Identity
from kg.identity.profiles import won_of
from kg.identity.tellings import Matter, Telling, Value, day_of, sentence_of, told_before
from kg.patterns import regex
from kg.resolution.reading import Node, Reading, first_value, values

_TURNED = regex(
    r"(?:으로|로) (?:[가-힣]{1,6} ){0,2}"
    r"(?:늘|줄|깎|뛰|불[어었]|증액|감액|축소|확대|[오올]르|올[라랐린려렸리릴]|내려[앉갔왔]|쪼그라|조정|커[졌진]|낮[아추춘췄출]|인상|인하|높[이여인였일]|내[렸린릴려])"
)
_SHARE = 5
"""A sum so many times smaller than the year's plan is a share of it, where no word tells that it fell."""
_PROGRAM = "rap:forProgram"
_TIMES = {
    "월": ("월", "매월", "매달", "다달이", "달"),
    "연": ("연", "매년", "연간", "해마다"),
    "일": ("하루", "일", "매일"),
}


class Step(NamedTuple):
    """From one sum of a thing (canonical key) to another: the tellings before and after."""

    thing: str
    before: tuple[Telling, ...]
    after: tuple[Telling, ...]
    role: str


def told_steps(readings: Iterable[Reading], identity: Identity, about: Mapping[tuple[str, str], str]) -> Iterator[Step]:
    """What a document itself calls the change of a sum (386억원에서 341억원으로), where older ones tell the first."""
    kept = tuple(readings)
    known = _sums_of_things(kept, identity, about)
    sources = _sources(kept)
    for reading in kept:
        nodes = {n.key: n for n in reading.nodes}
        for node in reading.nodes:
            first = nodes.get(first_value(node.properties, "rap:revises"))
            if node.kind != "allocation" or first is None or node.derivation is None:
                continue
            old, new = _won(first), _won(node)
            if old is None or new is None or old == new:
                continue
            after = Telling(reading.identifier, day_of(reading), new, sentence_of(reading, node))
            found, source = False, _source(first) or _source(node)
            kin = {
                (thing, old): [t for t in told if not _from_another(source, t, sources)]
                for (thing, won), told in known.items()
                if won == old
            }
            for thing in _things(reading, node, identity, about):
                before = told_before(kin.get((thing, old), ()), after.day)
                if before:
                    found = True
                    yield Step(thing, tuple(before), (after,), _year(node))
            if not found and (other := _the_one_told(kin, reading, old, after.day, identity)) is not None:
                yield Step(other[0], tuple(other[1]), (after,), _year(node))


def _sources(readings: Iterable[Reading]) -> dict[tuple[str, int], set[str]]:
    """From which sources a document tells each of its sums."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for reading in readings:
        for node in reading.nodes:
            won = _won(node) if node.kind == "allocation" else None
            if won is not None:
                found[reading.identifier, won].add(_source(node))
    return found


def _source(node: Node) -> str:
    return next(iter(values(node.properties, "rap:fundingSource")), "")


def _from_another(source: str, told: Telling, sources: Mapping[tuple[str, int], set[str]]) -> bool:
    """Whether a document tells the sum from other sources alone: what a firm gives is no province's money."""
    others = sources.get((told.document, int(told.value)), {""})
    return bool(source) and source not in others and "" not in others


def _the_one_told(
    known: Mapping[tuple[str, int], list[Telling]], reading: Reading, old: int, day: str, identity: Identity
) -> tuple[str, list[Telling]] | None:
    """Of the things that a document names the one of which older documents tell this sum, where it is just one."""
    named = {identity.canonical(n.key) for n in reading.nodes if n.kind in ("program", "organization")}
    found = [
        (thing, before)
        for (thing, won), told in sorted(known.items())
        if won == old and thing in named and (before := told_before(told, day))
    ]
    return found[0] if len(found) == 1 else None


def units_turned(
    readings: Iterable[Reading], identity: Identity, about: Mapping[tuple[str, str], str]
) -> Iterator[Step]:
    """What is told of one head or one firm and is said to have risen or fallen, where older texts tell one other sum.

    Sums of a month are held against sums of a month alone.
    """
    told: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for reading in readings:
        for node in reading.nodes:
            won = _won(node) if node.kind == "allocation" and node.derivation is not None else None
            if won is not None and "per-unit" in values(node.properties, "rap:basis"):
                telling = Telling(reading.identifier, day_of(reading), won, sentence_of(reading, node))
                for thing in _things(reading, node, identity, about):
                    told[thing, _time_unit(node)].append(telling)
    for (thing, unit), tellings in sorted(told.items()):
        for after in tellings:
            before = _of_most(told_before(tellings, after.day)) if turned(after) else []
            if before and before[0].value != after.value:
                yield Step(thing, tuple(before), (after,), unit)


def _of_most(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of the value that most documents tell; none where two are told by as many."""
    documents: dict[Value, set[str]] = defaultdict(set)
    for telling in tellings:
        documents[telling.value].add(telling.document)
    ranked = sorted(documents, key=lambda v: -len(documents[v]))
    if not ranked or (len(ranked) > 1 and len(documents[ranked[0]]) == len(documents[ranked[1]])):
        return []
    return [t for t in tellings if t.value == ranked[0]]


def _time_unit(node: Node) -> str:
    """The stretch of time for which a sum is paid: 월, 연, 일; empty where none is told."""
    unit = first_value(node.properties, "rap:perUnit")
    return next((time for time, words in _TIMES.items() if any(w in unit.split() or unit == w for w in words)), "")


def _sums_of_things(
    readings: Sequence[Reading], identity: Identity, about: Mapping[tuple[str, str], str]
) -> dict[tuple[str, int], list[Telling]]:
    """Who tells which sum of which thing, in any role."""
    found: dict[tuple[str, int], dict[str, Telling]] = defaultdict(dict)
    for reading in readings:
        for node in reading.nodes:
            won = _won(node) if node.kind == "allocation" and node.derivation is not None else None
            if won is not None:
                for thing in _things(reading, node, identity, about):
                    telling = Telling(reading.identifier, day_of(reading), won, sentence_of(reading, node))
                    found[thing, won].setdefault(reading.identifier, telling)
    return {k: [rows[d] for d in sorted(rows)] for k, rows in found.items()}


def _won(node: Node) -> int | None:
    return won_of(first_value(node.properties, "rap:amount"))


def _year(node: Node) -> str:
    return first_value(node.properties, "rap:fiscalYear")


def _things(reading: Reading, node: Node, identity: Identity, about: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    things = {identity.canonical(p) for p in values(node.properties, _PROGRAM)}
    named = about.get((reading.identifier, node.key))
    return tuple(sorted(things or ({named} if named else ())))


def turned(telling: Telling) -> bool:
    """Whether the sentence of a sum says that it has risen or fallen to what it is."""
    return _TURNED.search(telling.sentence) is not None


def earlier_of_source(matter: Matter, told: Mapping[Matter, Sequence[Telling]], day: str) -> list[Telling]:
    """The older tellings of the same money in another role: what a source gives in all, and in a year."""
    found: list[Telling] = []
    for other, tellings in told.items():
        if other != matter and other.thing == matter.thing and other.role[2:5] == matter.role[2:5]:
            found += told_before(tellings, day)
    return found


def earlier_at_other_stage(matter: Matter, told: Mapping[Matter, Sequence[Telling]], day: str) -> list[Telling]:
    """The older tellings of the same year's money at another step of the budget's way: asked, then cut."""
    found: list[Telling] = []
    for other, tellings in told.items():
        same = other.role[:3] == matter.role[:3] and other.role[4:6] == matter.role[4:6]
        if other != matter and other.thing == matter.thing and matter.role[1] and same:
            found += told_before(tellings, day)
    return found


def planned_before(matter: Matter, told: Mapping[Matter, Sequence[Telling]], after: Telling) -> list[Telling]:
    """The older tellings of what was planned for the year of a budget that is on its way; none where the document
    itself tells a sum of that year that is at no step."""
    kind, _, _, stage = matter.role[:4]
    if kind != "year" or not stage:
        return []
    plan = told.get(Matter(matter.what, matter.thing, (*matter.role[:3], "", *matter.role[4:])), ())
    plan = plan or _from_one_source(matter, told)
    if any(t.document == after.document for t in plan):
        return []
    return [t for t in told_before(plan, after.day) if int(t.value) < _SHARE * int(after.value)]


def _from_one_source(matter: Matter, told: Mapping[Matter, Sequence[Telling]]) -> Sequence[Telling]:
    """What was planned for the year, where all of it comes from one source, of which the budget does not tell."""
    kind, year, source, _, cost = matter.role[:5]
    plans = [
        rows
        for m, rows in told.items()
        if m.thing == matter.thing and (m.role[0], m.role[1], m.role[3], m.role[4]) == (kind, year, "", cost)
    ]
    return plans[0] if not source and len(plans) == 1 else ()


def only_a_share(
    telling: Telling, tellings: Sequence[Telling], matter: Matter, told: Mapping[Matter, Sequence[Telling]]
) -> bool:
    """Whether a later text that repeats the whole sum tells less of a source, and no word of a fall: the share of a
    year or of a part («국비 26억원은 예정대로 들어온다»); of a year's sum a small part of what was told.
    """
    if turned(telling):
        return False
    if matter.role[0] == "year":
        return any(int(t.value) >= _SHARE * int(telling.value) for t in told_before(tellings, telling.day))
    if matter.role[0] != "total" or not matter.role[2]:
        return False
    whole = {
        t.document: t.value
        for m, rows in told.items()
        if m.thing == matter.thing and m.role[0] == "total" and not m.role[2]
        for t in rows
    }
    mine = whole.get(telling.document)
    return mine is not None and any(
        whole.get(t.document) == mine and int(t.value) > int(telling.value) for t in told_before(tellings, telling.day)
    )
