"""Goals that a later document sets anew: «240명에서 300명으로 늘렸다», where older texts tell the first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.identity.identity import Identity
from kg.identity.tellings import Telling, day_of, sentence_of, told_before
from kg.patterns import regex
from kg.resolution.names import folded
from kg.resolution.reading import Node, Reading, first_value, values

_ONE_UNIT = {
    **{"개소": "곳", "군데": "곳", "개사": "곳", "업체": "곳", "개교": "곳"},
    **{"인": "명", "세대": "가구", "퍼센트": "%"},
}
"""Units that count the same."""
_RESULT = "result"
_WORD = regex(r"[가-힣A-Za-z0-9]{2,}")
_COMMON = frozenset(
    {
        *(
            "목표",
            "대상",
            "규모",
            "올해",
            "내년",
            "사업",
            "전체",
            "모두",
            "이상",
            "지원",
            "운영",
            "인원",
            "보급",
            "설치",
        ),
        *("추진", "계획", "예산", "참여"),
    }
)
"""Words of a measure that tell nothing of what is counted."""


class TargetStep(NamedTuple):
    """What is counted (in the words of its tellings), its unit, and the tellings of the old goal and of the new."""

    measures: tuple[str, ...]
    things: tuple[str, ...]
    unit: str
    before: tuple[Telling, ...]
    after: tuple[Telling, ...]


class _Goal(NamedTuple):
    telling: Telling
    measure: str
    unit: str
    programs: frozenset[str]
    matters: frozenset[str]
    """The programs and centres that the document names (canonical keys)."""


def targets_changed(readings: Iterable[Reading], identity: Identity) -> Iterator[TargetStep]:
    """Each goal that a document tells to have been another, where clearly older ones on the same matter set that."""
    kept = tuple(readings)
    named = [_matters(reading, identity) for reading in kept]
    goals: dict[tuple[object, str], list[_Goal]] = defaultdict(list)
    for reading, matters in zip(kept, named, strict=True):
        for goal in _goals(reading, identity, matters):
            goals[goal.telling.value, goal.unit].append(goal)
    told: set[tuple[str, str, object, object]] = set()
    for reading, matters in zip(kept, named, strict=True):
        for node in reading.nodes:
            old, new = (_number(node, p) for p in ("rap:baselineValue", "rap:targetValue"))
            if node.kind != "target" or node.derivation is None or old is None or new is None or old == new:
                continue
            measure, unit = first_value(node.properties, "rap:measure"), _unit(node)
            programs = _programs(node, identity)
            fitting = [
                g
                for g in goals.get((old, unit), ())
                if g.matters & matters
                and (not g.programs or not programs or g.programs & programs)
                and _one_measure(measure, g.measure, sentence_of(reading, node))
            ]
            after = Telling(reading.identifier, day_of(reading), new, sentence_of(reading, node))
            before = [g for g in fitting if told_before([g.telling], after.day)]
            if before and (unit, measure, old, new) not in told:
                told.add((unit, measure, old, new))
                yield _step(measure, programs, before, after, first_value(node.properties, "schema:unitText"))


def _step(measure: str, programs: frozenset[str], before: Sequence[_Goal], after: Telling, unit: str) -> TargetStep:
    by_document = {g.telling.document: g.telling for g in before}
    measures = tuple(dict.fromkeys((measure, *sorted({g.measure for g in before}))))
    things = programs.union(*(g.programs for g in before))
    told = tuple(by_document[d] for d in sorted(by_document))
    return TargetStep(measures, tuple(sorted(things)), unit, told, (after,))


def _goals(reading: Reading, identity: Identity, matters: frozenset[str]) -> Iterator[_Goal]:
    """What a document sets as a goal: what has been reached is none."""
    for node in reading.nodes:
        value = _number(node, "rap:targetValue")
        if node.kind != "target" or node.derivation is None or value is None:
            continue
        if _RESULT not in values(node.properties, "rap:targetKind"):
            telling = Telling(reading.identifier, day_of(reading), value, sentence_of(reading, node))
            yield _Goal(
                telling, first_value(node.properties, "rap:measure"), _unit(node), _programs(node, identity), matters
            )


def _matters(reading: Reading, identity: Identity) -> frozenset[str]:
    return frozenset(
        identity.canonical(n.key)
        for n in reading.nodes
        if n.kind == "program" or (n.kind == "organization" and "rap:Centre" in n.types)
    )


def _programs(node: Node, identity: Identity) -> frozenset[str]:
    return frozenset(identity.canonical(p) for p in values(node.properties, "rap:forProgram"))


def _one_measure(new: str, old: str, sentence: str) -> bool:
    """Whether two wordings count one thing: a telling word of the old one stands in the new, or in its sentence."""
    words = {w for w in _WORD.findall(old) if w not in _COMMON} or set(_WORD.findall(old))
    mine = {w for w in _WORD.findall(new) if w not in _COMMON}
    if any(folded(w) in folded(new) for w in words) or any(folded(w) in folded(old) for w in mine):
        return True
    return len(words) > 0 and all(folded(w) in folded(sentence) for w in words)


def _unit(node: Node) -> str:
    unit = first_value(node.properties, "schema:unitText").replace(" ", "")
    return _ONE_UNIT.get(unit, unit)


def _number(node: Node, predicate: str) -> int | str | None:
    told = first_value(node.properties, predicate)
    return (int(told) if told.isdigit() else told) if told else None
