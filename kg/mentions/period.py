"""Spans between two points in time: 2020년부터 2024년까지, 25~27일, 2026~2028년, 내년 상반기, 2026년부터 5년간, 향후
10년간."""

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.mentions.calendar import ONE_DAY, add_months, first_of, last_of
from kg.mentions.date import until
from kg.mentions.dateparts import DateParts
from kg.mentions.duration import Length
from kg.mentions.model import Mention, PeriodValue
from kg.patterns import regex

Dated = tuple[DateParts, str]

_FROM = regex(r"\s?(?:(?P<sure>부터|에서부터|[~∼〜～–—])|(?P<open>에서|과|와|-))\s?(?:오는 )?")
_TO = regex(r"\s?(?:까지|사이|간)")
_YEARS = regex(
    r"(?<!\d)(?P<q>[’'‘`]?)(?P<a>(?:19|20)\d\d|\d\d)\s?년?\s?[~∼〜～–-]\s?[’'‘`]?(?P<b>(?:19|20)\d\d"
    r"|\d\d)(?![\d.-])(?P<y>\s?년)?(?!생|여)"
)
_MONTHS = regex(r"(?<![\d.])(?P<a>1[0-2]|[1-9])월?\s?[~∼〜～–-]\s?(?P<b>1[0-2]|[1-9])월")
_DAYS = regex(
    r"(?<![\d.])(?:(?P<m>1[0-2]|[1-9])월\s?)?(?P<a>[12]\d|3[01]|[1-9])일?\s?[~∼〜～–-]\s?(?P<b>[12]\d"
    r"|3[01]|[1-9])일"
)
_LINKED = regex(r"[0-9][년월일]?\s?[~∼〜～–-]\s?[’'‘`]?[0-9]")
_PART = regex(
    r"(?<![가-힣\d])(?:(?P<half>상반기|하반기|전반기)|(?P<q>[1-4])\s?(?:/\s?4\s?)?(?:분기|사분기"
    r"|4분기))"
)


def joined(text: str, found: list[Dated], today: date | None) -> Iterator[Mention]:
    """Periods between two dates that stand one after the other."""
    for (first, begin), (second, _) in itertools.pairwise(found):
        link = _FROM.fullmatch(text, first.end, second.begin)
        if link is None or (link.group("open") and not _TO.match(text, second.end)):
            continue
        end = until(begin, second, today)
        if end and first_of(end) >= first_of(begin):
            yield Mention(first.begin, second.end, "period", PeriodValue(begin, end), "period")


def short_ranges(text: str, begin: int, end: int, found: list[Dated], today: date | None) -> Iterator[Mention]:
    """Ranges whose unit stands once: 2026~2028년, ’26~’28, 1~3월, 10월 25~27일."""
    for link in _LINKED.finditer(text, begin, end):
        window = max(begin, link.start() - 8), min(end, link.end() + 8)
        for pattern, read in ((_YEARS, _years), (_MONTHS, _months_between), (_DAYS, _days_between)):
            around = (m for m in pattern.finditer(text, *window) if m.start() <= link.start() and link.end() <= m.end())
            match = next(around, None)
            value = read(text, match, found, today) if match else None
            if match and value:
                yield Mention(match.start(), match.end(), "period", value, "period-short")
                break


def _years(text: str, match: "re.Match[str]", found: list[Dated], today: date | None) -> PeriodValue | None:
    low, high = match.group("a", "b")
    if len(low) == 2 and not match.group("q") and not (match.group("y") and len(high) == 2):
        return None
    if not (match.group("y") or match.group("q") or len(low) == len(high) == 4):
        return None
    first = int(low) if len(low) == 4 else 2000 + int(low)
    last = int(high) if len(high) == 4 else first // 100 * 100 + int(high)
    likely = 2000 < first < last < 2060 and today is not None and first >= today.year - 15
    if len(low) == 2 and not match.group("q") and not likely:
        return None
    return PeriodValue(str(first), str(last)) if first < last <= first + 120 else None


def _months_between(text: str, match: "re.Match[str]", found: list[Dated], today: date | None) -> PeriodValue | None:
    year = _year_before(text, match.start(), found) or (today.year if today else None)
    low, high = int(match.group("a")), int(match.group("b"))
    if not year or low == high:
        return None
    return PeriodValue(f"{year:04}-{low:02}", f"{year + (high < low):04}-{high:02}")


def _days_between(text: str, match: "re.Match[str]", found: list[Dated], today: date | None) -> PeriodValue | None:
    low, high = int(match.group("a")), int(match.group("b"))
    second = next((d for d in found if d[0].end >= match.end() > d[0].begin), None)
    before = next((d for d in reversed(found) if 0 <= match.start() - d[0].end <= 1 and len(d[1]) == 7), None)
    told = match.group("m")
    month = before[1] if before else None
    year = _year_before(text, match.start(), found) or (today.year if today else None)
    if told and year:
        month = f"{year:04}-{int(told):02}"
    if month is None and second is not None and len(second[1]) == 10:
        month = second[1][:7]
    if not month or not low < high <= last_of(month).day:
        return None
    return PeriodValue(f"{month}-{low:02}", f"{month}-{high:02}")


def _year_before(text: str, place: int, found: list[Dated]) -> int | None:
    """The year that stands directly before a place."""
    for parts, value in found:
        if 0 <= place - parts.end <= 1 and len(value) == 4:
            return int(value)
    return None


def parts_of_year(text: str, begin: int, end: int, found: list[Dated], today: date | None) -> Iterator[Mention]:
    """Half years and quarters, with the year before them or that of publication."""
    if "반기" not in text and "분기" not in text:
        return
    for match in _PART.finditer(text, begin, end):
        start, year = match.start(), today.year if today else None
        for parts, value in found:
            if 0 <= match.start() - parts.end <= 1 and len(value) == 4:
                start, year = parts.begin, int(value)
        if year is None or (match.group("half") == "전반기"):
            continue
        months = _months(match)
        half = PeriodValue(f"{year}-{months[0]:02}", f"{year}-{months[1]:02}")
        yield Mention(start, match.end(), "period", half, "part-of-year")


def _months(match: "re.Match[str]") -> tuple[int, int]:
    if match.group("half"):
        return (1, 6) if match.group("half") == "상반기" else (7, 12)
    quarter = int(match.group("q"))
    return quarter * 3 - 2, quarter * 3


def lasting(text: str, found: list[Dated], spans: list[Length], today: date | None) -> Iterator[Mention]:
    """Periods told by their beginning and length, 2026년부터 5년간, or by their length from or to now, 향후 10년간,
    최근 3년간."""
    ends = {parts.end: (parts, value) for parts, value in found}
    for span in spans:
        from_word = re.search(r"부터\s?(?:향후 |앞으로 |총 |약 )?$", text[max(0, span.begin - 8) : span.begin])
        dated = ends.get(span.begin - len(from_word.group())) if from_word else None
        if dated:
            parts, begin = dated
            end = after(begin, span)
            if end and (span.spans or re.match(r"\s?(?:에 걸쳐|계획|사업|과정)", text[span.end :])):
                lasts = PeriodValue(begin, end)
                yield Mention(parts.begin, span.end, "period", lasts, "period-lasting")
        elif today and span.spans:
            yield from _from_now(text, span, today)


def _from_now(text: str, span: Length, today: date) -> Iterator[Mention]:
    ahead = re.search(r"(?:향후|앞으로|오는|다가오는)\s?$", text[max(0, span.begin - 5) : span.begin])
    back = re.search(r"(?:지난|최근|과거)\s?$", text[max(0, span.begin - 4) : span.begin])
    if ahead:
        begin, end = today, shifted(today, span, 1)
    elif back:
        begin, end = shifted(today, span, -1), today
    else:
        return
    lead = ahead or back
    assert lead is not None
    value = PeriodValue(begin.isoformat(), end.isoformat())
    yield Mention(span.begin - len(lead.group()), span.end, "period", value, "period-from-now")


def shifted(start: date, span: Length, sign: int) -> date:
    """The day that lies a length of time after (sign 1) or before (sign -1) a day."""
    months = int(span.units.get("year", 0)) * 12 + int(span.units.get("month", 0))
    if "year" in span.units and span.units["year"] != int(span.units["year"]):
        months += 6
    place = add_months(start, sign * months) if months else start
    days = span.units.get("week", 0) * 7 + span.units.get("day", 0)
    return place + sign * timedelta(days=int(days))


def after(begin: str, span: Length) -> str | None:
    """The last point of a period that begins at a point in time and lasts so long, in the precision of the
    beginning."""
    months = int(span.units.get("year", 0)) * 12 + int(span.units.get("month", 0))
    if len(begin) == 4:
        if "year" not in span.units:
            return None
        return str(int(begin) + int(span.units["year"]) - 1)
    if not months and len(begin) == 7:
        return None
    end = shifted(first_of(begin), span, 1) - ONE_DAY
    return end.isoformat()[: len(begin)]
