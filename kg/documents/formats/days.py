"""Days as files, feeds and servers write them: Korean, ISO 8601, RFC 5322, or seconds since 1970.

What tells its zone is taken to the day in Korea; what tells none is meant in Korea. A feed library's own dates are no
help: of «2025년 3월 12일 오후 2:05» they make another day, and what has no zone they take for UTC.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from kg.patterns import regex

KOREA = timezone(timedelta(hours=9))
_ISO = regex(
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T\s]\s*(?P<H>\d{1,2}):(?P<M>\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?(?![\d:]))?"
)
_WRITTEN = regex(
    r"(?<![\d.])(?P<y>(?:19|20)\d\d|['’‘]?\d\d(?=\s?[.년]))\s*(?:년|[.\-/])\s*(?P<m>0?[1-9]|1[0-2])\s*(?:월|[.\-/])\s*"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_RUN = regex(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:[T\s]?\d{4}(?:\d\d)?)?(?!\d)"
)
_DAY_FIRST = regex(r"(?<!\d)(?P<d>\d{1,2})\s+(?P<m>\d{1,2})월,?\s+(?P<y>(?:19|20)\d\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_FIRST = regex(
    r"(?<![A-Za-z])(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?"
    r"\s+(?P<y>(?:19|20)\d\d)",
    re.I,
)
_DAY_MONTH = regex(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+"
    r"(?P<y>(?:19|20)\d\d)",
    re.I,
)
_SECONDS = regex(r"1\d{9}(?:\d{3})?|9\d{8}")


def day_of(words: str) -> str:
    """The day that ``words`` tell, in Korea, as ISO day; empty where they tell none or one that is not."""
    words = words.strip()
    if _SECONDS.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).astimezone(KOREA).date().isoformat()
    if found := _ISO.search(words):
        return _in_korea(found)
    for pattern in (_WRITTEN, _RUN, _DAY_FIRST, _MONTH_FIRST):
        if (found := pattern.search(words)) and (day := _day(found["y"], found["m"], found["d"])):
            return day.isoformat()
    if moment := _of_mail(words):
        return moment
    found = _DAY_MONTH.search(words)
    named = _day(found["y"], found["m"], found["d"]) if found else None
    return named.isoformat() if named else ""


def _in_korea(found: re.Match[str]) -> str:
    day = _day(found["y"], found["m"], found["d"])
    if day is None or found["zone"] is None:
        return day.isoformat() if day else ""
    digits = re.sub(r"[^\d]", "", found["zone"]) or "0000"
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if found["zone"].startswith("-") else 1)
    return _moved(day, timedelta(hours=int(found["H"]), minutes=int(found["M"])) - ahead)


def _of_mail(words: str) -> str:
    """«Wed, 12 Mar 2025 23:30:00 GMT», as feeds and servers have it."""
    from email.utils import parsedate_tz

    parts = parsedate_tz(words) if re.search(r"[A-Za-z]{3}.*\d{4}", words) else None
    if parts is None:
        return ""
    day = _day(str(parts[0]), str(parts[1]), str(parts[2]))
    told = re.search(r"(?:[+-]\d{4}|GMT|UTC|UT|Z|[ECMP][SD]T)\s*(?:\([A-Z]+\))?$", words)  # else it tells no zone
    if day is None or not told or parts[9] is None:
        return day.isoformat() if day else ""
    return _moved(day, timedelta(hours=parts[3], minutes=parts[4]) - timedelta(seconds=parts[9]))


def _moved(day: date, since: timedelta) -> str:
    """The day in Korea of a moment, given in time since the beginning of a day in UTC."""
    try:
        return (datetime(day.year, day.month, day.day, tzinfo=UTC) + since).astimezone(KOREA).date().isoformat()
    except OverflowError:
        return ""


def _day(year: str, month: str, day: str) -> date | None:
    full = year.lstrip("'’‘")
    number = _MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
    try:
        return date(int(full) + (2000 if len(full) == 2 else 0), number, int(day))
    except ValueError:
        return None
