"""How well who-is-who was found: pairs of things in documents, put together rightly or not."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.resolution.reading import Reading, values
from tests.scale.stories import Made

KINDS = ("person", "organization", "program")
_BESIDE = {"organization": ("organization", "region", "program"), "program": ("program", "organization")}


class Item(NamedTuple):
    """A thing in a document: its identity, its first spelling there, and the key that reading gave it (or None)."""

    document: str
    thing: str
    spelling: str
    key: str | None

    @property
    def kind(self) -> str:
        """Person, organization or program."""
        return self.thing.partition("/")[0]


class Score(NamedTuple):
    """Pairs that are right, that were put together, and that belong together."""

    right: int
    together: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.together + self.wanted) if self.together + self.wanted else 1.0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.together), self.right / max(1, self.wanted)
        return f"P {precision:.4f}  R {recall:.4f}  F1 {self.f1:.4f}  ({self.wanted:,} pairs)"


def items(documents: Iterable[Made], readings: Iterable[Reading]) -> list[Item]:
    """Every thing of every document with the key that the reading found at its places."""
    found = []
    for made, reading in zip(documents, readings, strict=True):
        assert made.identifier == reading.identifier
        places: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
        for thing, begin, end, full in made.mentions:
            places[thing].append((begin, end, full))
        for thing, spans in places.items():
            kind = thing.partition("/")[0]
            begin, end, _ = spans[0]
            found.append(Item(made.identifier, thing, made.text[begin:end], _key(reading, kind, spans)))
    return found


def _key(reading: Reading, kind: str, spans: list[tuple[int, int, bool]]) -> str | None:
    """The key that most of the places were given; those of longer names first."""
    votes: Counter[str] = Counter()
    kinds = _BESIDE.get(kind, (kind,))
    for begin, end, _ in spans:
        meeting = [
            (kinds.index(n.key.partition("/")[0]), -(min(end, n.end) - max(begin, n.begin)), n.key)
            for n in reading.named
            if n.begin < end and begin < n.end and n.key.partition("/")[0] in kinds
        ]
        if meeting:
            votes[min(meeting)[2]] += 1
    if votes or kind != "person":
        return min(votes, key=lambda k: (-votes[k], k)) if votes else None
    begin, end, _ = spans[0]
    authors = [
        k for k in values(reading.document, "schema:author") if k.startswith(f"person/{reading.text[begin:end]}|")
    ]
    return authors[0] if authors else None


def pairwise(found: Iterable[Item], group: Callable[[Item], str | None]) -> Score:
    """All pairs of items of different documents; what has no group stands alone."""
    by_thing: Counter[str] = Counter()
    by_group: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for item in found:
        by_thing[item.thing] += 1
        name = group(item)
        if name is not None:
            by_group[name] += 1
            both[item.thing, name] += 1
    return Score(*(sum(n * (n - 1) // 2 for n in c.values()) for c in (both, by_group, by_thing)))
