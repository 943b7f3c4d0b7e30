"""Which days the documents tell for the steps of programs and for events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.identity.identity import Identity
from kg.identity.tellings import Matter, Telling, Value, day_of, sentence_of
from kg.resolution.reading import Node, Reading, values

_OPENINGS = {
    "개관": "개소",
    "개장": "개소",
    "오픈": "개소",
    "개원": "개소",
    "완공": "준공",
    "완료": "준공",
    "착수": "시작",
    "시행": "시작",
}
_OF_A_PART = "milestone-part"
_PARTS = ("실", "관", "동", "센터", "홀", "룸", "존", "터", "시설", "매장", "농장", "온실")


def days_told(readings: Iterable[Reading], identity: Identity) -> dict[Matter, list[Telling]]:
    """Dates (ISO, as exact as told) by matter: the step of a program, the day of an event."""
    found: dict[Matter, list[Telling]] = defaultdict(list)
    for reading in readings:
        told: dict[Matter, dict[str, str]] = defaultdict(dict)
        for node in reading.nodes:
            if node.derivation is None:
                continue
            if node.kind == "milestone":
                kind = values(node.properties, "rap:milestoneKind")[0]
                for program in values(node.properties, "rap:ofProgram"):
                    for day in values(node.properties, "rap:onDate"):
                        step = (_OPENINGS.get(kind, kind), *_part(reading, node))
                        matter = Matter("date", identity.canonical(program), step)
                        told[matter][day] = sentence_of(reading, node)
            elif node.kind == "event":
                for day in values(node.properties, "schema:startDate"):
                    told[Matter("date", identity.canonical(node.key), ("event",))][day] = sentence_of(reading, node)
        for matter, days in told.items():
            finest = [d for d in sorted(days) if not any(o != d and o.startswith(d) for o in days)]
            found[matter] += [Telling(reading.identifier, day_of(reading), d, days[d]) for d in finest]
    return found


def _part(reading: Reading, node: Node) -> tuple[str, ...]:
    """What part of the program the step is of, where the text gives it no name of its own: 관제실."""
    if node.derivation is None or node.derivation.rule != _OF_A_PART:
        return ()
    told = [reading.text[begin:end] for begin, end in node.derivation.spans]
    parts = [w.split(" ")[-1] for w in told if w.endswith(_PARTS) and not any(map(str.isdigit, w))]
    return tuple(parts[:1])


def years_apart(group: Sequence[Telling]) -> Sequence[Telling]:
    """The days of a contradiction: the years alone where the rest agrees as far as told, and one tells more of it."""
    days = sorted({str(t.value) for t in group}, key=len)
    rests = sorted({d[5:] for d in days}, key=len)
    if len({d[:4] for d in days}) < 2 or not rests[0] or not all(r.startswith(rests[0]) for r in rests):
        return group
    if len(rests) == 1:  # told alike: the months are part of what differs
        return group
    return [replace(t, value=str(t.value)[:4]) for t in group]


def same_day(a: Value, b: Value) -> bool:
    """Whether two dates agree as far as both tell: 2029 and 2029-06 do."""
    x, y = str(a), str(b)
    return x.startswith(y) or y.startswith(x)
