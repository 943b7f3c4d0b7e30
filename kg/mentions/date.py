"""Dates set against the day of publication: 지난 11일, 지난달 31일, 내년 3월, ’26년, 11월 4일(화), 이날."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kg.mentions.calendar import add_months, day, first_of, last_day, monday
from kg.mentions.dateparts import DateParts, date_at, date_starts
from kg.mentions.model import DateValue, Mention
from kg.patterns import regex

_WEEK = regex(
    r"(?P<w>지지난|지난|저번|이번|다음|다다음|오는|금|차"
    r"|내)\s?주의?\s?(?:(?P<day>[월화수목금토일])요일|(?P<d>\d{1,2})일)"
)
_WEEKS = {"지지난": -2, "지난": -1, "저번": -1, "이번": 0, "금": 0, "다음": 1, "오는": 1, "차": 1, "내": 1, "다다음": 2}
_WEEKDAYS = "월화수목금토일"
_NEAR = 45  # days from publication within which a weekday that does not fit is a slip of the writer
_TILL = regex(r"\s?(?:부터|에서부터|[~∼〜～–—]|\d{1,2}일?\s?[~∼〜～–—-])\s?(?:오는 )?")
_SAID_ON = regex(r" (?:밝|전했|전한|말했|알렸|설명했|발표|공개했|약속했|예고했|공지했|공고했|통보)")
"""A day on which what is to come was told: 다음 달 9일 연다고 12일 밝혔다."""
_JOINED = regex(r"\s?(?:[~∼,·와과및]|부터|에서|이?나)\s?")
_ANAPHOR = regex(r"이날|이 날|당일|같은 날|다음날|다음 날|이튿날|전날")
_BESIDE = {"다음날": 1, "다음 날": 1, "이튿날": 1, "전날": -1}


def iso_of(parts: DateParts, today: date | None, base: str | None = None) -> str | None:
    """The point in time in the precision of the words; None where they cannot be grounded or no such day is.

    ``base`` is the point in time told before, which 이듬해 counts from and whose year and month a shorter date shares.
    """
    if parts.days is not None:
        return (today + timedelta(days=parts.days)).isoformat() if today else None
    year, month = _year(parts, today, base), parts.month
    if year is None and parts.tells_year:
        return None
    if parts.months is not None:
        if today is None:
            return None
        moved = add_months(today.replace(day=1), parts.months)
        year, month = moved.year, moved.month
    if parts.last:
        year = year or (today.year if today else None)
        return last_day(year, month or 12).isoformat() if year else None
    if parts.day is None:
        return _coarse(parts, year, month, today)
    if year is not None and month is not None:
        found = day(year, month, parts.day)
        return found.isoformat() if found else None
    if today is None:
        return None
    found = _day_of_month(parts, today) if month is None else _day_of_year(parts, month, today)
    return found.isoformat() if found else None


def _year(parts: DateParts, today: date | None, base: str | None) -> int | None:
    if parts.year is not None:
        return parts.year
    if parts.years is not None:
        return today.year + parts.years if today else None
    if parts.following is not None:
        start = int(base[:4]) if base else None
        return start + parts.following if start else None
    return None


def _coarse(parts: DateParts, year: int | None, month: int | None, today: date | None) -> str | None:
    """A year, a month, or a weekday without a day."""
    if parts.weekday is not None and not parts.tells_year and not parts.tells_month:
        return _weekday(parts.weekday, parts.lead, today)
    if month is None:
        return str(year) if year else None
    if year is None:
        if today is None:
            return None
        year = today.year
        if parts.lead == -1 and month >= today.month:
            year -= 1
        elif parts.lead == 1 and month < today.month:
            year += 1
    return f"{year:04}-{month:02}"


def _weekday(weekday: int, lead: int | None, today: date | None) -> str | None:
    if today is None:
        return None
    if lead == -1:
        return (today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)).isoformat()
    if lead == 1:
        return (today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)).isoformat()
    return (monday(today) + timedelta(days=weekday)).isoformat()


def _day_of_month(parts: DateParts, today: date) -> date | None:
    """A day without a month: of this month, or the nearest that the lead (지난, 오는) or the weekday allows."""
    assert parts.day is not None
    months = {-1: (0, -1, -2), 1: (0, 1, 2)}.get(parts.lead or 0, (0, -1, 1, -2, 2, -3, 3))
    first = None
    for shift in months:
        month = add_months(today.replace(day=1), shift)
        found = day(month.year, month.month, parts.day)
        if found is None or (parts.lead == -1 and found > today) or (parts.lead == 1 and found < today):
            continue
        first = first or found
        if parts.weekday is None or found.weekday() == parts.weekday:
            return found
    return first


def _day_of_year(parts: DateParts, month: int, today: date) -> date | None:
    """Month and day without a year: of this year, or as lead or weekday want."""
    assert parts.day is not None
    years = {-1: (0, -1), 1: (0, 1)}.get(parts.lead or 0, (0, -1, 1))
    first = None
    for shift in years:
        found = day(today.year + shift, month, parts.day)
        if found is None or (parts.lead == -1 and found > today) or (parts.lead == 1 and found < today):
            continue
        first = first or found
        if parts.weekday is None or found.weekday() == parts.weekday:
            return found
        if abs((found - today).days) <= _NEAR:
            return found  # a slip of the weekday, not a day of another year
    return first


def written_dates(text: str, begin: int, end: int) -> Iterator[DateParts]:
    """The dates written in ``text[begin:end]``, one after the other."""
    place = begin
    for start in date_starts(text, begin, end):
        parts = date_at(text, start) if start >= place else None
        if parts and parts.end <= end:
            yield parts
            place = parts.end


def dates(text: str, begin: int, end: int, today: date | None) -> Iterator[tuple[DateParts, str]]:
    """The dates of ``text[begin:end]`` with their values; a month or day shares the year that its sentence told
    before."""
    last: str | None = None
    last_parts: DateParts | None = None
    for parts in written_dates(text, begin, end):
        if last and last_parts and _TILL.fullmatch(text, last_parts.end, parts.begin):
            value = until(last, parts, today)
        else:
            value = iso_of(_in_context(text, parts, last, last_parts, today), today, last)
        if value is None:
            continue
        last, last_parts = value, parts
        yield parts, value


def until(begin: str, parts: DateParts, today: date | None) -> str | None:
    """The end of a period: what the second date leaves out it shares with the first; it never lies before it."""
    shared = parts
    counted = parts.days is not None or parts.months is not None or (parts.weekday is not None and parts.day is None)
    if not parts.tells_year and not counted:
        shared = replace(parts, year=int(begin[:4]))
        if parts.month is None and len(begin) > 4:
            shared = replace(shared, month=int(begin[5:7]))
    end = iso_of(shared, today, begin)
    if end and first_of(end) < first_of(begin) and not parts.tells_year:
        if parts.month is None and shared.month:
            later = add_months(date(int(begin[:4]), shared.month, 1), 1)
            shared = replace(shared, year=later.year, month=later.month)
        elif shared.year:
            shared = replace(shared, year=shared.year + 1)
        end = iso_of(shared, today, begin)
    return end


def _in_context(
    text: str, parts: DateParts, last: str | None, last_parts: DateParts | None, today: date | None
) -> DateParts:
    """A bare month takes the year told before it in the sentence, a bare day the month of a day joined to it, or of
    one in a month to come, unless it tells when that was said.
    """
    if last is None or last_parts is None or parts.tells_year or parts.lead is not None:
        return parts
    between = text[last_parts.end : parts.begin]
    if "\n" in between or ". " in between or len(between) > 60:
        return parts
    if parts.month is not None and (last_parts.tells_year or len(last) > 4) and parts.months is None:
        if last_parts.tells_year and (len(last) == 4 or int(last[5:7]) <= parts.month):
            return replace(parts, year=int(last[:4]))
        return parts
    bare = parts.day is not None and not parts.tells_month and len(last) == 10
    joined = bare and _JOINED.fullmatch(between) is not None
    ahead = bare and today is not None and last[:7] > today.isoformat()[:7]
    joined = joined or (ahead and _SAID_ON.match(text, parts.end) is None)
    if joined and parts.day and int(last[8:]) < parts.day:
        return replace(parts, year=int(last[:4]), month=int(last[5:7]))
    return parts


def date_mentions(text: str, found: list[tuple[DateParts, str]]) -> Iterator[Mention]:
    """The dates as mentions."""
    for parts, value in found:
        explicit = parts.tells_year and (len(value) < 8 or parts.tells_month)
        yield Mention(parts.begin, parts.end, "date", DateValue(value, explicit), "date")


def week_days(text: str, begin: int, end: int, today: date | None) -> Iterator[Mention]:
    """Days named by their week: 다음 주 화요일, 다음 주 11일."""
    if today is None or "주" not in text:
        return
    for match in _WEEK.finditer(text, begin, end):
        start = monday(today) + timedelta(days=7 * _WEEKS[match.group("w")])
        if match.group("day"):
            value: date | None = start + timedelta(days=_WEEKDAYS.index(match.group("day")))
        else:
            days = [start + timedelta(days=i) for i in range(-7, 14)]
            fitting = [d for d in days if d.day == int(match.group("d"))]
            value = min(fitting, key=lambda d: abs((d - start).days - 3), default=None)
        if value:
            yield Mention(match.start(), match.end(), "date", DateValue(value.isoformat(), False), "date-week")


def anaphors(text: str, begin: int, end: int, told: list[Mention], today: date | None) -> Iterator[Mention]:
    """이날, 같은 날, 다음 날, 전날: they mean the last day told before, or the one beside it."""
    days = [m for m in told if len(m.value.iso) == 10]
    for match in _ANAPHOR.finditer(text, begin, end):
        if match.start() > begin and "가" <= text[match.start() - 1] <= "힣":
            continue
        before = [m for m in days if m.end <= match.start()]
        before = [m for m in before if not text.startswith("까지", m.end)] or before  # 20일까지 이어진다. 이날 …
        if not before and not (match.group() == "전날" and today):
            continue
        told_day = date.fromisoformat(before[-1].value.iso) if before else today
        assert told_day is not None
        value = (told_day + timedelta(days=_BESIDE.get(match.group(), 0))).isoformat()
        yield Mention(match.start(), match.end(), "date", DateValue(value, False), "date-anaphor")
