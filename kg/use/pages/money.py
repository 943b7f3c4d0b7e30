"""Sums of money as rows, and by year and source what may be added: totals never with their parts.

Of each sum it is said whether it was taken into the sum of its year or why it was left. Sums without a year stand in
the table alone. Where shares by source stand beside a sum of the same thing and year, they split it and add nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.use.pages.route import Route
from kg.use.pages.told import Named, Told
from kg.use.pages.words import FUNDS, concept, term
from kg.use.won import won

UNKNOWN = "재원 미상"
TAKEN = "taken"
NO_YEAR = "연도가 적혀 있지 않음"
WHOLE = "여러 해에 걸친 총액"
_PAYING = ("rap:payer", "rap:decidedBy", "rap:allocatedBy", "rap:recipient", "rap:announcedBy")


@dataclass(frozen=True, slots=True)
class Sum:
    """One statement of money: the sum in whole units, what it is for, of which year and source, who gives it.

    ``adds`` is `TAKEN`, or why it is left out of the sum of its year; ``at`` is where the words stand.
    """

    iri: str
    value: int | None
    most: int | None
    currency: str
    bound: str
    purpose: str
    programs: tuple[Named, ...]
    regions: tuple[Named, ...]
    by: tuple[tuple[str, Named], ...]
    year: str
    fund: str
    basis: str
    status: str
    stage: str
    instrument: str
    unit: str
    recurring: bool
    part_of: str
    revises: tuple[str, ...]
    round_of: str
    at: Route | None
    day: str
    documents: frozenset[str] = frozenset()
    thing: frozenset[str] = frozenset()
    """What the sum is for: its programs, else its purpose."""
    adds: str = ""

    @property
    def text(self) -> str:
        """The sum in words."""
        if self.value is None:
            return ""
        told = won(self.value, self.currency)
        if self.most is not None:
            told = f"{told}~{won(self.most, self.currency)}"
        before = {"어림": "약 ", "최대": "최대 ", "최소": "최소 "}.get(self.bound, "")
        return f"{self.unit} {before}{told}".strip()

    @property
    def taken(self) -> bool:
        """Whether the sum is in the sum of its year."""
        return self.adds == TAKEN


@dataclass(frozen=True, slots=True)
class Year:
    """What was added for a year: the sum by source and its rows."""

    year: str
    by_fund: tuple[tuple[str, int], ...]
    rows: tuple[Sum, ...]

    @property
    def total(self) -> int:
        """The sum of the year."""
        return sum(value for _, value in self.by_fund)

    def of(self, fund: str) -> int:
        """What a source gives."""
        return dict(self.by_fund).get(fund, 0)


@dataclass(frozen=True, slots=True)
class Money:
    """All sums of a page, the years with what was added, and how many were left out for which reason."""

    rows: tuple[Sum, ...]
    years: tuple[Year, ...]
    left: tuple[tuple[str, int], ...]
    wholes: tuple[Year, ...] = ()
    """Sums over several years, each with its sources; they are never added to anything."""

    @property
    def funds(self) -> tuple[str, ...]:
        """The sources that occur, in their usual order."""
        told = {fund for year in self.years for fund, value in year.by_fund if value}
        return tuple(f for f in (*FUNDS, UNKNOWN) if f in told)

    @property
    def taken(self) -> int:
        """How many rows were added."""
        return sum(row.taken for row in self.rows)


def sums(told: Told, claims: Iterable[str]) -> list[Sum]:
    """Allocations as rows; those without a sum are left out."""
    found = []
    for iri in claims:
        money = told.text(iri, "rap:amount")
        value = told.text(money, "schema:value", "schema:minValue")
        if not value:
            continue
        most = told.text(money, "schema:maxValue")
        by: dict[str, tuple[str, Named]] = {}
        for p in _PAYING:
            for who in told.linked(iri, p):
                by.setdefault(who.iri, (term(p), who))
        found.append(
            Sum(
                iri,
                int(float(value)),
                int(float(most)) if most else None,
                told.text(money, "schema:currency") or "KRW",
                _concept(told.text(money, "rap:bound")),
                told.text(iri, "rap:purpose"),
                tuple(told.linked(iri, "rap:forProgram")),
                tuple(told.linked(iri, "rap:forRegion")),
                tuple(by.values()),
                told.text(iri, "rap:fiscalYear")[:4],
                _concept(told.text(iri, "rap:fundingSource")),
                _concept(told.text(iri, "rap:basis")),
                _concept(told.text(iri, "rap:status")),
                _concept(told.text(iri, "rap:budgetStage")) or _concept(told.text(iri, "rap:budgetRound")),
                _concept(told.text(iri, "rap:instrument")),
                told.text(iri, "rap:perUnit"),
                told.text(iri, "rap:recurring") == "true",
                told.text(iri, "rap:componentOf"),
                tuple(told.all(iri, "rap:revises")),
                told.text(iri, "rap:roundOf"),
                told.at(iri, "rap:amountFrom", "rap:sentenceFrom"),
                told.first_day(iri),
                frozenset(m.partition("#")[0] for m in told.all(iri, "rap:sentenceFrom")),
                frozenset(told.all(iri, "rap:forProgram")) or frozenset({told.text(iri, "rap:purpose")}),
            )
        )
    return sorted(found, key=lambda s: (-int(s.year or 0), -(s.value or 0), s.purpose, s.iri))


def _concept(iri: str) -> str:
    return concept(iri) if iri else ""


def adding(rows: Sequence[Sum]) -> Money:
    """The rows with what was taken and left, and the sums by year and source."""
    known = {row.iri: row for row in rows}
    replaced = {iri for row in rows for iri in row.revises}
    by_year: dict[str, list[Sum]] = defaultdict(list)
    for row in rows:
        by_year[row.year].append(row)
    judged, taken = [], set()
    for row in rows:
        why = _left(row, known, replaced, by_year[row.year])
        same = (row.thing, row.year, row.value, row.fund, row.basis)
        if not why and same in taken:
            why = "같은 금액을 다시 적음"
        if not why:
            taken.add(same)
        judged.append(replace(row, adds=why or TAKEN))
    years = [_year(year, [r for r in judged if r.year == year]) for year in sorted(by_year) if year]
    left: dict[str, int] = defaultdict(int)
    for row in judged:
        if not row.taken:
            left[row.adds] += 1
    return Money(
        tuple(judged),
        tuple(y for y in years if y.rows),
        tuple(sorted(left.items(), key=lambda w: (-w[1], w[0]))),
        tuple(_wholes(judged)),
    )


def _left(row: Sum, known: dict[str, Sum], replaced: set[str], rows: Sequence[Sum]) -> str:
    """Why a row is left out of the sum of its year; empty where it is taken."""
    whole = known.get(row.part_of)
    beside = [r for r in rows if r is not row and r.thing & row.thing]
    if row.basis == "단위당" or row.unit:
        return "단가"
    if whole is not None and whole.year == row.year:
        return "함께 적힌 합계의 일부"
    if row.status == "삭감":
        return "삭감된 금액"
    if not row.year:
        return WHOLE if row.basis == "총액" else NO_YEAR
    if row.basis != "총액" and any(_may_hold(r, row) for r in rows):
        return "같은 문서가 적은 그해 총액에 들 수 있음"
    if row.basis == "일부" and whole is None:
        return "총액의 일부"
    if row.iri in replaced:
        return "나중 결정으로 바뀜"
    if row.round_of or (row.bound == "어림" and any(not r.bound for r in beside)):
        return "정확한 금액을 어림한 것"
    if row.currency != "KRW":
        return "다른 통화"
    if row.instrument == "펀드":
        return "펀드 규모(예산과 더하지 않음)"
    if row.fund and any(not r.fund and (r.value or 0) >= (row.value or 0) and r.basis != "단위당" for r in beside):
        return "함께 적힌 합계의 재원별 몫"
    if row.status == "집행" and any(r.status in ("확정", "계획") for r in beside):
        return "예산에서 집행한 금액"
    if row.status == "제안·요구" and any(r.status in ("확정", "집행") for r in beside):
        return "요구한 금액(결정된 금액이 따로 있음)"
    if any(
        r.day > row.day and r.value != row.value and (r.fund, r.basis) == (row.fund, row.basis) and not r.part_of
        for r in beside
    ):
        return "더 새로운 문서가 다른 금액을 적음"
    return ""


def _may_hold(total: Sum, row: Sum) -> bool:
    """Whether a sum of a year that a document calls a total may hold another one that it tells for the year."""
    return (
        total.basis == "총액"
        and bool(total.documents & row.documents)
        and (total.value or 0) >= (row.value or 0)
        and total.currency == row.currency
        and total.status != "삭감"
        and total.instrument != "펀드"
        and not total.thing & row.thing
    )


def _split(row: Sum, rows: Sequence[Sum]) -> dict[str, int]:
    """A sum by source: its own, or the shares that are told beside it, and what is left of it."""
    value = row.value or 0
    if row.fund:
        return {row.fund: value}
    shares: dict[str, int] = {}
    beside = [r for r in rows if r.fund and not r.unit and not r.taken and r.year == row.year and _belongs(r, row)]
    own = [r for r in beside if r.part_of == row.iri]
    for r in sorted(own or beside, key=lambda r: (bool(r.documents & row.documents), r.day, r.iri)):  # likeliest last
        shares[r.fund] = r.value or 0
    if sum(shares.values()) > value:
        shares = {}
    rest = value - sum(shares.values())
    return shares | ({UNKNOWN: rest} if rest else {})


def _belongs(part: Sum, whole: Sum) -> bool:
    return part is not whole and (part.part_of == whole.iri or bool(part.thing & whole.thing))


def _ordered(by_fund: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((f, by_fund[f]) for f in (*FUNDS, UNKNOWN) if by_fund.get(f))


def _year(year: str, rows: Sequence[Sum]) -> Year:
    """The sum of a year by source; the shares that were left split the sums that were taken."""
    by_fund: dict[str, int] = defaultdict(int)
    kept = [r for r in rows if r.taken]
    for row in kept:
        for fund, value in _split(row, rows).items():
            by_fund[fund] += value
    return Year(year, _ordered(by_fund), tuple(kept))


def _wholes(rows: Sequence[Sum]) -> list[Year]:
    """The sums over years, each once and by itself, the newest first."""
    found: dict[tuple[frozenset[str], int | None], Sum] = {}
    for row in sorted((r for r in rows if r.adds == WHOLE), key=lambda r: (r.day, r.iri), reverse=True):
        found.setdefault((row.thing, row.value), row)
    return [Year("", _ordered(_split(row, rows)), (row,)) for row in found.values()]
