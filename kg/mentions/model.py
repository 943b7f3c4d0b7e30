"""Mentions, and the collection of a document's mentions that the rules of facts look into."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from kg.spans import Span


def _place(mention: "Mention") -> tuple[int, int]:
    """What mentions of several kinds are ordered by: the earlier one first, then the longer one."""
    return mention.begin, -mention.end


MentionKind = Literal[
    "person",  # a full name; value: the name
    "person-short",  # 오 시장, 김 씨, 그; value: PersonShort
    "title",  # 시장, 행정1부시장; value: Title
    "organization",  # a body by its whole or accepted name; value: Name
    "organization-short",  # 시, 도, 구, 시의회, 센터, 이하-forms: to be resolved; value: Name
    "program",  # value: Name
    "program-short",  # 이 사업, 마스터플랜: to be resolved; value: Name
    "region",  # a place name used as a place; value: Name
    "place",  # 시청 브리핑룸, 벡스코; value: Name
    "event",  # value: Name
    "money",  # value: Money
    "quantity",  # number with a counter; value: Quantity
    "percent",  # value: Quantity with unit %
    "date",  # value: DateValue
    "period",  # value: PeriodValue
    "duration",  # value: float, seconds
    "number",
    "ordinal",
    "numberrange",
    "time",
    "set",
]


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole units of its currency; a range has both bounds and no value."""

    value: float | None
    min: float | None = None
    max: float | None = None
    currency: str = "KRW"
    bound: Literal["approximate", "at-most", "at-least"] | None = None

    @property
    def low(self) -> float | None:
        """The sum, or a range's lower end."""
        return self.value if self.value is not None else self.min


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the unit as the text writes it (명, 곳, %); a range has ``max`` as well."""

    value: float
    unit: str
    max: float | None = None
    bound: Literal["approximate", "at-most", "at-least"] | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """A point in time in the precision that the text gives: ``2026``, ``2026-03``, ``2026-03-11``.

    ``explicit`` is False where year or month were carried over from the publication date or the context.
    """

    iso: str
    explicit: bool = True

    @property
    def year(self) -> int:
        """The year."""
        return int(self.iso[:4])


@dataclass(frozen=True, slots=True)
class PeriodValue:
    """From one point to another, both included, each in its own precision; a missing one is open."""

    begin: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands (white space folded), with hints of what it is.

    ``classes`` are local names of the ontology's classes (``LocalGovernment``, ``Council``, ``Fund`` …);
    ``official`` is the lexicon's full name where the words alone decide it; ``head`` the governing body or
    region that the words themselves name (대구시의회 → 대구시).
    """

    text: str
    classes: tuple[str, ...] = ()
    official: str | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class PersonShort:
    """A person by surname and title (오 시장), by title alone (시장은), or by pronoun (그는)."""

    surname: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Title:
    """An office's title: ``bare`` as the graph writes it (시장, 시장 권한대행), the rest as the words say."""

    bare: str
    former: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named at ``text[begin:end]``; ``rule`` is the name of the rule that saw it."""

    begin: int
    end: int
    kind: MentionKind
    value: Any
    rule: str

    @property
    def span(self) -> Span:
        """The mention's place in the document."""
        return Span(self.begin, self.end)


@dataclass(slots=True)
class Mentions:
    """A document's mentions in the order of the text; rules of the cascade add to it one after the other."""

    _by_kind: dict[str, list[Mention]] = field(default_factory=dict)
    _begins: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)
    """Where the mentions of each kind begin, for look-ups."""
    _together: dict[tuple[str, ...], tuple[list[Mention], list[int]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """The mentions of one or several kinds in one row and where each begins, as asked for since the last one came."""
    seen: dict[object, tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)
    """What was told of them as a whole since the last one came (`kg.mentions.remembered`)."""

    _longest: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    """How long the longest mention of each kind is."""

    def add(self, mentions: Iterable[Mention]) -> None:
        """Take in what a rule found; the same span of the same kind is kept once, the first to come."""
        for m in mentions:
            row = self._by_kind.setdefault(m.kind, [])
            begins = self._begins.setdefault(m.kind, [])
            i = bisect_left(begins, m.begin)
            while i < len(row) and begins[i] == m.begin and row[i].end < m.end:
                i += 1
            if i == len(row) or (begins[i], row[i].end) != (m.begin, m.end):
                row.insert(i, m)
                begins.insert(i, m.begin)
                self._longest[m.kind] = max(m.end - m.begin, self._longest.get(m.kind, 0))
                self._together.clear()
                self.seen.clear()

    def drop(self, kind: MentionKind, spans: Iterable[Span]) -> None:
        """Take out the mentions of a kind at these very spans: a later rule saw that they are something else."""
        gone = set(spans)
        if not gone or not any(m.span in gone for m in self._by_kind.get(kind, ())):
            return
        kept = [m for m in self._by_kind[kind] if m.span not in gone]
        self._by_kind[kind], self._begins[kind] = kept, [m.begin for m in kept]
        self._together.clear()
        self.seen.clear()

    def of(self, *kinds: MentionKind) -> list[Mention]:
        """All mentions of the kinds, in the order of the text; the list is not the caller's to change."""
        return self._row(kinds)[0]

    def _row(self, kinds: tuple[str, ...]) -> tuple[list[Mention], list[int]]:
        """The mentions of the kinds in the order of the text, and where each begins."""
        row = self._together.get(kinds)
        if row is None:
            if len(kinds) == 1:
                row = self._by_kind.get(kinds[0], []), self._begins.get(kinds[0], [])
            else:
                found = sorted((m for k in kinds for m in self._by_kind.get(k, ())), key=_place)
                row = found, [m.begin for m in found]
            self._together[kinds] = row
        return row

    def within(self, span: Span, *kinds: MentionKind) -> list[Mention]:
        """The mentions of the kinds that lie wholly inside a span, in the order of the text."""
        begin, end = span
        row, begins = self._row(kinds)
        i = bisect_left(begins, begin)
        if i == len(begins) or begins[i] >= end:
            return []
        return [m for m in row[i : bisect_left(begins, end, i)] if m.end <= end]

    def before(self, offset: int, *kinds: MentionKind) -> Iterator[Mention]:
        """The mentions of the kinds that end at or before an offset, the nearest first."""
        for m in reversed(self.of(*kinds)):
            if m.end <= offset:
                yield m

    def free(self, begin: int, end: int, *kinds: MentionKind) -> bool:
        """Whether no mention of the kinds shares a code point with ``[begin, end)``."""
        for kind in kinds:
            begins = self._begins.get(kind)
            if begins:
                first = bisect_left(begins, begin - self._longest[kind])
                last = bisect_left(begins, end, first)
                if first < last and any(m.end > begin for m in self._by_kind[kind][first:last]):
                    return False
        return True

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.of(*self._by_kind))  # type: ignore[arg-type]
