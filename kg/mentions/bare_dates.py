"""Dates in the forms that stand alone or in speech and would mislead in news: 2/15, 3-7-2017, 지난주, 3주 전, 다음
3년, 한글날, 7월 첫째주 금요일."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mentions.calendar import add_working_days, day, first_of, last_of, monday, nth_week, nth_weekday
from kg.mentions.duration import Length
from kg.mentions.model import DateValue, Mention, PeriodValue
from kg.mentions.period import Dated, shifted
from kg.patterns import regex

_WEEKDAYS = "월화수목금토일"
_SLASHED = regex(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?:(?P=sep)|,\s?)(?P<c>\d{4}"
    r"|\d{2})(?![\d./-])"
)
_MONTH_DAY = regex(r"(?<![\d./-])(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?![\d./-])")
_YEAR_LAST = regex(r"(?P<m>1[0-2]|0?[1-9])월[\s-]{0,2}(?P<d>[12]\d|3[01]|0?[1-9])일(?:,?\s?(?P<y>[12]\d{3})년)?")
_OLD_YEAR = regex(r"(?<![\d.,])(?P<y>\d{3})\s?년(?!간|\s?동안|대|전|후|\s전|\s후|\s이|여)")
_LONE_YEAR = regex(r"\s*((?:1[5-9]|20|21)\d\d)\s*$")
_DECADE = regex(r"(?<!\d)(?P<y>[12]\d\d0|\d0)\s?년대")
_CENTURY = regex(r"(?<!\d)(?P<c>\d{1,2})\s?세기")
_WEEK = regex(
    r"(?<![가-힣])(?P<w>지지난|저저번|전전|지난|저번|이번|다다음|다음|오는|다가오는|이|금|차)\s?주(?P<end>말)?(?!\s?후|\s?전|\s?뒤|[일년간]|의?\s?[월화수목금토일]요일|\s?\d{1,2}일|[가-힣](?<![에의는은를도와부까동간내]))"
)
_SHIFTS = {
    "지지난": -2,
    "저저번": -2,
    "전전": -2,
    "지난": -1,
    "저번": -1,
    "이번": 0,
    "이": 0,
    "금": 0,
    "다음": 1,
    "오는": 1,
    "다가오는": 1,
    "차": 1,
    "다다음": 2,
}
_NTH = regex(
    r"(?:의)?\s?(?:(?P<n>\d)\s?(?:번째|째\s?번|째)|(?P<last>마지막))\s?(?:(?P<week>주)"
    r"|(?P<nday>날))?(?:\s?(?P<day>[월화수목금토일])요일)?(?![가-힣]{0,1}간)"
)
_WITHIN_OF = regex(r"의\s?(?P<what>주|달)(?![가-힣](?<![에는은를도]))")
_AGO = regex(r"\s?(?P<how>이전|이후|전|후|뒤|지나서|안에|안|이내|내에|내로|내)(?![가-힣](?<![에의는은이도로까]))")
_AHEAD = regex(r"(?:향후|앞으로의?|다음|다가오는|오는|이후|돌아오는)\s?$")
_BACK = regex(r"(?:지난|최근|과거|저번)\s?$")
_OPEN = regex(
    r"(?:\s?(?:그리고|또는|혹은|및)\s?그\s?(?P<after2>이후|후)|\s?(?P<after>이후|부터)|\s?(?P<before>이전|까지))(?!\s?[\d’'])"
)


def slashed(text: str, today: date | None) -> Iterator[Mention]:
    """Numeric dates with day, month and year in other orders, and month with day: 21/04/16, 13.5.2015, 08/12,2015,
    2/15."""
    for match in _SLASHED.finditer(text):
        value = _ordered(*(match.group(k) for k in "abc"))
        if value:
            yield Mention(match.start(), match.end(), "date", DateValue(value.isoformat()), "date-numeric")
    for match in _MONTH_DAY.finditer(text):
        found = day(today.year, int(match.group("m")), int(match.group("d"))) if today else None
        if found:
            yield Mention(match.start(), match.end(), "date", DateValue(found.isoformat(), False), "date-numeric")
    for match in _YEAR_LAST.finditer(text):
        year = int(match.group("y")) if match.group("y") else today.year if today else None
        found = day(year, int(match.group("m")), int(match.group("d"))) if year else None
        if found and (match.group("y") or "-" in match.group()):
            yield Mention(
                match.start(), match.end(), "date", DateValue(found.isoformat(), bool(match.group("y"))), "date-numeric"
            )


def _ordered(a: str, b: str, c: str) -> date | None:
    """The day of three numbers: with a year of four digits last, month first where that is possible; 89/05/05 year
    first."""
    if len(c) == 4:
        return day(int(c), int(a), int(b)) or day(int(c), int(b), int(a))
    year = 2000 + int(c) if int(c) < 50 else 1900 + int(c)
    if int(a) > 31:
        return day((1900 if int(a) >= 50 else 2000) + int(a), int(b), int(c))
    return day(year, int(a), int(b)) or day(year, int(b), int(a)) or day(2000 + int(a), int(b), int(c))


@lru_cache(maxsize=8)
def _holidays(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, tuple[tuple[int | None, int, int], ...]]]:
    table: dict[str, tuple[tuple[int | None, int, int], ...]] = {}
    for row in lexicon.rows("holidays"):
        told = (int(row["year"]) if row["year"] else None, int(row["month"]), int(row["day"]))
        table[row["word"]] = (*table.get(row["word"], ()), told)
    words = "|".join(re.escape(w) for w in sorted(table, key=lambda w: (-len(w), w)))
    return re.compile(words), table


def holidays(text: str, today: date | None, lexicon: Lexicon) -> Iterator[Mention]:
    """Named days: the next one from the day of reference on."""
    pattern, table = _holidays(lexicon)
    for match in pattern.finditer(text):
        if today is None:
            continue
        days = [
            found
            for year, month, number in table[match.group()]
            for y in ((year,) if year else (today.year, today.year + 1))
            if (found := day(y, month, number))
        ]
        coming = min((d for d in days if d >= today), default=None)
        if coming:
            yield Mention(match.start(), match.end(), "date", DateValue(coming.isoformat(), False), "holiday")


def distant(text: str, spans: list[Length], found: list[Dated], today: date | None) -> Iterator[Mention]:
    """Days so far from now or from a date: 3주 전, 이틀 후, 2주 이내, 내일로부터 3일 안; and the periods up to them."""
    for span in spans:
        how = _AGO.match(text, span.end)
        start, begin = today, span.begin
        for parts, value in found:
            if re.fullmatch(r"\s?(?:으?로)?부터\s?", text[parts.end : span.begin]):
                start, begin = first_of(value), parts.begin
        basis = re.search(r"영업일\s?(?:기준)?(?:으로)?\s?$", text[max(0, span.begin - 12) : span.begin])
        if how is None or start is None:
            continue
        sign = -1 if how.group("how") in ("전", "이전") else 1
        if basis or "workday" in span.units:
            end = add_working_days(start, sign * int(next(iter(span.units.values()))))
        else:
            end = shifted(start, span, sign)
        yield Mention(begin, how.end(), "date", DateValue(end.isoformat(), False), "date-distant")
        if begin != span.begin or how.group("how")[0] in "안이내":
            value_ = PeriodValue(*sorted((start.isoformat(), end.isoformat())))
            yield Mention(begin, how.end(), "period", value_, "period-distant")


def rolling(text: str, spans: list[Length], today: date | None) -> Iterator[Mention]:
    """Periods up to now or from now: 지난 3년, 앞으로 나흘, 다음 두 달."""
    if today is None:
        return
    for span in spans:
        before = text[max(0, span.begin - 6) : span.begin]
        ahead, back = _AHEAD.search(before), _BACK.search(before)
        lead = ahead or back
        if lead:
            ends = sorted((today, shifted(today, span, 1 if ahead else -1)))
            value = PeriodValue(ends[0].isoformat(), ends[1].isoformat())
            yield Mention(span.begin - len(lead.group()), span.end, "period", value, "period-rolling")


def weeks(text: str, today: date | None) -> Iterator[Mention]:
    """Weeks and weekends counted from now: 이번 주, 다음 주말."""
    for match in _WEEK.finditer(text):
        if today:
            start = monday(today) + timedelta(days=7 * _SHIFTS[match.group("w")])
            first, last = (5, 6) if match.group("end") else (0, 6)
            yield Mention(match.start(), match.end(), "period", _days(start, first, last), "week")


def _days(start: date, first: int, last: int) -> PeriodValue:
    return PeriodValue((start + timedelta(days=first)).isoformat(), (start + timedelta(days=last)).isoformat())


def nth(text: str, found: list[Dated]) -> Iterator[Mention]:
    """The nth weekday or week of a month or year: 9월 3째 화요일, 2027년 3번째 주, 7월의 마지막 주; the week of a
    day."""
    for parts, value in found:
        of = _WITHIN_OF.match(text, parts.end)
        if of and len(value) == 10:
            whole = (
                _days(monday(first_of(value)), 0, 6) if of.group("what") == "주" else PeriodValue(value[:7], value[:7])
            )
            yield Mention(parts.begin, of.end(), "period", whole, "week")
        match = _NTH.match(text, parts.end)
        if match and match.group("nday") and match.group("n") and len(value) < 10:
            of_month = first_of(value) + timedelta(days=int(match.group("n")) - 1)
            yield Mention(parts.begin, match.end(), "date", DateValue(of_month.isoformat(), False), "nth-day")
            continue
        if match is None or len(value) == 10 or not (match.group("week") or match.group("day")):
            continue
        count = -1 if match.group("last") else int(match.group("n"))
        if match.group("day") and len(value) == 7:
            start = first_of(value)
            day_of = nth_weekday(start.year, start.month, _WEEKDAYS.index(match.group("day")), count)
            if day_of:
                yield Mention(parts.begin, match.end(), "date", DateValue(day_of.isoformat(), False), "nth-weekday")
        elif match.group("week"):
            start = nth_week(first_of(value), last_of(value), count)
            yield Mention(parts.begin, match.end(), "period", _days(start, 0, 6), "nth-week")


def eras(text: str) -> Iterator[Mention]:
    """Years of three digits or alone, decades and centuries."""
    lone = _LONE_YEAR.fullmatch(text)
    if lone:
        yield Mention(lone.start(1), lone.end(1), "date", DateValue(lone.group(1)), "year")
    for match in _OLD_YEAR.finditer(text):
        yield Mention(match.start(), match.end(), "date", DateValue(f"0{match.group('y')}"), "year")
    for match in _DECADE.finditer(text):
        first = int(match.group("y")) + (1900 if len(match.group("y")) == 2 else 0)
        value = PeriodValue(str(first), str(first + 9))
        yield Mention(match.start(), match.end(), "period", value, "decade")
    for match in _CENTURY.finditer(text):
        last = int(match.group("c")) * 100
        if 0 < last < 3000:
            yield Mention(match.start(), match.end(), "period", PeriodValue(f"{last - 99:04}", f"{last:04}"), "century")


def open_periods(text: str, found: list[Dated]) -> Iterator[Mention]:
    """Periods with one end: 2018년 이후, 내일부터, 2000년 이전, 금요일까지."""
    for parts, value in found:
        match = _OPEN.match(text, parts.end)
        if match:
            ends = (None, value) if match.group("before") else (value, None)
            yield Mention(parts.begin, match.end(), "period", PeriodValue(*ends), "period-open")


def spoken_ranges(text: str, found: list[Dated]) -> Iterator[Mention]:
    """Two points in time joined by 에서 alone (2010년에서 2018년)."""
    for (first, begin), (second, end) in itertools.pairwise(found):
        link = re.fullmatch(r"\s?(?:에서|-|–)\s?", text[first.end : second.begin])
        if link and first_of(begin) < last_of(end):
            yield Mention(first.begin, second.end, "period", PeriodValue(begin, end), "period")


def whole_days(found: list[Mention]) -> Iterator[Mention]:
    """Months and years as periods of their days."""
    for mention in found:
        if mention.kind == "date" and len(mention.value.iso) < 10:
            yield replace(mention, kind="period", value=PeriodValue(mention.value.iso, mention.value.iso))
