"""The rule of time: dates, periods and lengths of time of a document's article parts, grounded on its day of
publication."""

from collections.abc import Iterable
from datetime import date

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.date import anaphors, date_mentions, dates, week_days
from kg.mentions.duration import duration_mentions, lengths
from kg.mentions.model import Mention, Mentions
from kg.mentions.period import joined, lasting, parts_of_year, short_ranges


def times(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Dates, periods and durations; what only the day of publication could ground is left out where that is not
    told."""
    text, today = analysis.text, published(analysis)
    days: list[Mention] = []
    for block in analysis.document.article():
        found = list(dates(text, block.begin, block.end, today))
        weekly = list(week_days(text, block.begin, block.end, today))
        taken = {m.end for m in weekly}
        days += weekly
        days += date_mentions(text, [f for f in found if f[0].end not in taken])
        spans = list(lengths(text, block.begin, block.end))
        yield from joined(text, found, today)
        yield from short_ranges(text, block.begin, block.end, found, today)
        yield from parts_of_year(text, block.begin, block.end, found, today)
        yield from lasting(text, found, spans, today)
        dated = {f[0].end: f[0].begin for f in found}
        yield from duration_mentions(text, [s for s in spans if dated.get(s.end, s.end) > s.begin])
        days.sort(key=lambda m: m.begin)
        days += anaphors(text, block.begin, block.end, days, today)
    yield from days


def published(analysis: Analysis) -> date | None:
    """The day of publication, where the document tells it."""
    try:
        return date.fromisoformat(analysis.document.published or "")
    except ValueError:
        return None
