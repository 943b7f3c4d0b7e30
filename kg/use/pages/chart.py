"""Small pictures as numbers for a template: bars by year and source, spans of time. The same data, the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.use.pages.money import Money
from kg.use.pages.words import short_won
from kg.use.won import won

WIDTH, HEIGHT = 640, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 22, 28
_WIDEST = 56


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a bar: its place in pixels, the number of its source, and what it says."""

    x: float
    y: float
    width: float
    height: float
    source: int
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a picture."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with axes: ``lines`` are the heights of the grid with their labels."""

    bars: tuple[Bar, ...]
    years: tuple[Label, ...]
    totals: tuple[Label, ...]
    lines: tuple[Label, ...]
    funds: tuple[tuple[int, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT


def bars(money: Money, order: Sequence[str], most: int = 0) -> Chart | None:
    """The sums of a page by year and source; None where no year has one. ``most`` sets the scale beside others."""
    if not money.years:
        return None
    top = nice(most or max(year.total for year in money.years))
    first, last = int(money.years[0].year), int(money.years[-1].year)
    told = {int(y.year): y for y in money.years}
    span = list(range(first, last + 1)) if last - first < 12 else sorted(told)
    step = (WIDTH - _LEFT - _RIGHT) / max(len(span), 4)
    wide = min(_WIDEST, step * 0.62)
    floor = HEIGHT - _BOTTOM
    parts: list[Bar] = []
    years, totals = [], []
    for place, number in enumerate(span):
        middle = _LEFT + step * (place + 0.5)
        years.append(Label(round(middle, 1), HEIGHT - 9, str(number)))
        y = float(floor)
        if number not in told:
            continue
        for fund, value in told[number].by_fund:
            high = value / top * (floor - _TOP)
            y -= high
            title = f"{number}년 {fund} {won(value)}"
            parts.append(
                Bar(
                    round(middle - wide / 2, 1),
                    round(y, 1),
                    round(wide, 1),
                    round(max(high, 0.8), 1),
                    order.index(fund),
                    title,
                )
            )
        totals.append(Label(round(middle, 1), round(y - 6, 1), short_won(told[number].total)))
    lines = [
        Label(_LEFT - 8, round(floor - (floor - _TOP) * share, 1), short_won(top * share)) for share in (0, 0.5, 1)
    ]
    funds = tuple((order.index(f), f) for f in money.funds)
    return Chart(tuple(parts), tuple(years), tuple(totals), tuple(lines), funds)


def nice(value: float) -> float:
    """The next round number above, so that half of it is round too."""
    power = 10.0 ** (len(str(int(max(value, 1)))) - 1)
    return next((s * power for s in (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10) if s * power >= value), 10 * power)


def strip(by_fund: Sequence[tuple[str, int]], order: Sequence[str]) -> list[Bar]:
    """One sum by source as a strip that is 1000 wide."""
    whole = sum(value for _, value in by_fund) or 1
    at, parts = 0.0, []
    for fund, value in by_fund:
        wide = value / whole * 1000
        parts.append(Bar(round(at, 1), 0, round(wide, 1), 24, order.index(fund), f"{fund} {won(value)}"))
        at += wide
    return parts


@dataclass(frozen=True, slots=True)
class Span:
    """A time on an axis of 0 to 1000; ``width`` is 0 for a single day."""

    x: int
    width: int


def spans(days: Sequence[tuple[str, str]]) -> tuple[list[Span], tuple[str, str]]:
    """Spans of time (ISO, any precision) on one axis, and the years at its ends."""
    numbers = [(_number(a), _number(b)) for a, b in days]
    known = [n for pair in numbers for n in pair if n]
    if not known:
        return [Span(0, 0) for _ in days], ("", "")
    first, last = int(min(known)), int(max(known)) + 1
    size = last - first
    placed = []
    for begin, end in numbers:
        begin, end = begin or end, end or begin
        x = round((begin - first) / size * 1000) if begin else 0
        placed.append(Span(x, round((end - begin) / size * 1000) if begin else 0))
    return placed, (str(first), str(last))


def _number(day: str) -> float:
    """A day as years with their fraction; 0 where none is told."""
    parts = [int(p) for p in day.split("-") if p.isdigit()][:3]
    if not parts or not 1000 <= parts[0] <= 3000:
        return 0.0
    month = parts[1] if len(parts) > 1 else 1
    return parts[0] + (month - 1) / 12 + ((parts[2] if len(parts) > 2 else 1) - 1) / 366
