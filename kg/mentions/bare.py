"""Reading an expression or sentence for all its numbers and times: the grammar of news, and the forms that only stand
alone."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.lexicon import Lexicon
from kg.mentions.bare_dates import (
    distant,
    eras,
    holidays,
    nth,
    open_periods,
    rolling,
    slashed,
    spoken_ranges,
    weeks,
    whole_days,
)
from kg.mentions.bare_spelled import believes
from kg.mentions.clock import clock_times
from kg.mentions.date import anaphors, date_mentions, dates, week_days
from kg.mentions.duration import duration_mentions, lengths
from kg.mentions.measures import measured
from kg.mentions.model import DateValue, Mention, Money, Quantity
from kg.mentions.number import number_mentions
from kg.mentions.numberrange import number_ranges
from kg.mentions.period import joined, lasting, parts_of_year, short_ranges
from kg.mentions.recurrence import recurrences
from kg.mentions.spelled import in_digits
from kg.mentions.unit import unit_at
from kg.patterns import regex

_HALF = regex(r"(?<![가-힣\d])반 ?(?=[가-힣A-Za-z㎎-㏿])")
_BETWEEN = regex(r"\s?(?:에서부터|에서|부터|과|와)\s?")
_TILL = regex(r"\s?(?:까지|사이)")
_NEGATIVE = regex(r"(?:마이너스|음수|(?<![\d\w)])[-−])\s?$")


def bare_mentions(text: str, today: date | None, lexicon: Lexicon) -> list[Mention]:
    """All mentions of numbers, money, measures and time of a short text, with places in that text."""
    rewritten = in_digits(text, lexicon, believes(lexicon))
    found = [*_measures(rewritten.text, lexicon), *_times(rewritten.text, today, lexicon)]
    placed: list[Mention] = []
    for mention in found:
        span = rewritten.origin(mention.begin, mention.end)
        placed.append(replace(mention, begin=span.begin, end=span.end))
    return sorted(dict.fromkeys(placed), key=lambda m: (m.begin, m.end, m.kind, m.rule))


def _measures(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    yield from number_mentions(text)
    yield from number_ranges(text, lexicon)
    for match in _HALF.finditer(text):
        unit = unit_at(text, match.end(), lexicon)
        if unit and unit.kind == "measure":
            yield Mention(match.start(), unit.end, "quantity", Quantity(0.5, unit.word), "half")
    found = list(measured(text, 0, len(text), lexicon))
    yield from _sums_between(text, [m for m in found if m.kind == "money"])
    for mention in found:
        minus = _NEGATIVE.search(text, 0, mention.begin)
        if minus and mention.kind in ("percent", "quantity"):
            value = replace(mention.value, value=-mention.value.value)
            mention = replace(mention, begin=minus.start(), value=value)
        yield mention


def _sums_between(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Two sums of one currency as a range in words: 천원에서 이천원 사이, 1000원부터 2000원까지."""
    found = sorted(found, key=lambda m: m.begin)
    for low, high in itertools.pairwise(found):
        linked = _BETWEEN.fullmatch(text, low.end, high.begin) and _TILL.match(text, high.end)
        if linked and low.value.currency == high.value.currency and None not in (low.value.value, high.value.value):
            value = Money(None, low.value.value, high.value.value, low.value.currency)
            yield Mention(low.begin, high.end, "money", value, "money-between")


def _times(text: str, today: date | None, lexicon: Lexicon) -> Iterator[Mention]:
    found = list(dates(text, 0, len(text), today))
    weekly = list(week_days(text, 0, len(text), today))
    spans = list(lengths(text, 0, len(text)))
    taken = {m.end for m in weekly}
    simple = [*date_mentions(text, [f for f in found if f[0].end not in taken]), *weekly, *eras(text)]
    simple += anaphors(text, 0, len(text), _now(today), today)
    simple += [*slashed(text, today), *holidays(text, today, lexicon)]
    yield from simple
    yield from whole_days(simple)
    yield from joined(text, found, today)
    yield from short_ranges(text, 0, len(text), found, today)
    yield from parts_of_year(text, 0, len(text), found, today)
    yield from lasting(text, found, spans, today)
    yield from distant(text, spans, found, today)
    yield from rolling(text, spans, today)
    yield from weeks(text, today)
    yield from nth(text, found)
    yield from open_periods(text, found)
    yield from spoken_ranges(text, found)
    yield from clock_times(text, found, weekly, today)
    yield from recurrences(text)
    dated = {f[0].end: f[0].begin for f in found}
    yield from duration_mentions(text, [s for s in spans if dated.get(s.end, s.end) > s.begin])


def _now(today: date | None) -> list[Mention]:
    """The day of reference as if it stood before the text, for 다음 날 and 전날."""
    return [Mention(0, 0, "date", DateValue(today.isoformat(), False), "reference")] if today else []
