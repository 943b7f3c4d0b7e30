"""Times of day, with the day where one stands before them: 오후 3시 30분, 오늘 밤 10시, 9:30 ~ 11:00, 오후 5시에서
7시까지."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.mentions.model import Mention
from kg.mentions.period import Dated
from kg.patterns import regex

_HALF = {
    "오전": 0,
    "새벽": 0,
    "아침": 0,
    "am": 0,
    "AM": 0,
    "오후": 12,
    "저녁": 12,
    "밤": 12,
    "낮": 12,
    "점심": 12,
    "pm": 12,
    "PM": 12,
}
_TIME = regex(
    r"(?<![\d:.,])(?:(?P<half>오전|오후|새벽|아침|저녁|점심|밤|낮|[ap]m|[AP]M)(?:에)?\s?)?"
    r"(?:(?P<h>2[0-4]|1\d|0?\d)\s?시(?![가-힣](?<![에부반쯤까경정는은의로이전후와과를]))(?:\s?(?P<m>[0-5]?\d)\s?분|\s?(?P<thirty>반)(?![가-힣]))?|(?P<h2>2[0-4]|1\d|0?\d):(?P<m2>[0-5]\d)(?!:?\d)"
    r"|(?P<word>정오|자정))(?:\s?정각)?"
)
_LINK = regex(r"\s?(?:부터|에서|~|∼|–|-)\s*")
_AFTER = regex(r"\s?이후")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day; ``half`` is 12 after noon, 0 before, None where the words leave it open."""

    begin: int
    end: int
    hour: int
    minute: int
    half: int | None
    day: str | None = None


def clock_times(text: str, found: list[Dated], weekly: list[Mention], today: date | None) -> Iterator[Mention]:
    """Times and spans of times; the day before a time belongs to it, and is shared by the end of a span."""
    days = [(m.begin, m.end, m.value.iso) for m in weekly] + [(p.begin, p.end, v) for p, v in found if len(v) == 10]
    times = [_time(text, match, days) for match in _TIME.finditer(text)]
    skip = False
    for i, time in enumerate(times):
        if skip:
            skip = False
            continue
        following = times[i + 1] if i + 1 < len(times) else None
        link = _LINK.match(text, time.end)
        if following and link and link.end() == following.begin:
            skip = True
            yield Mention(time.begin, following.end, "time", _span(time, following), "clock-span")
        elif _AFTER.match(text, time.end) and time.day:
            yield Mention(time.begin, time.end, "time", f"{_written(time, time.half or 0)}/..", "clock-after")
        else:
            yield Mention(time.begin, time.end, "time", _written(time, time.half or 0), "clock")


def _time(text: str, match: "re.Match[str]", days: list[tuple[int, int, str]]) -> ClockTime:
    g = match.groupdict()
    if g["word"]:
        hour, minute = (12, 0) if g["word"] == "정오" else (0, 0)
        half: int | None = 12 if hour else 0
    else:
        hour = int(g["h"] or g["h2"])
        minute = 30 if g["thirty"] else int(g["m"] or g["m2"] or 0)
        half = _HALF.get(g["half"] or "")
    if g["half"] == "밤" and (hour == 12 or hour < 5):
        half = 0
    begin, told = match.start(), None
    for first, last, value in days:
        if re.fullmatch(r",?\s?(?:에\s?)?(?:밤\s?)?", text[last:begin]):
            begin, told = first, value
            if text[last : match.start()].strip() == "밤":
                half = 12
            break
    return ClockTime(begin, match.end(), hour, minute, half, told)


def _span(first: ClockTime, second: ClockTime) -> str:
    """From one time to the other: where only one of them says forenoon or afternoon, the other follows so that they
    fit."""
    end = _minutes(second, second.half or 0)
    if first.half is None and second.half is not None and first.hour <= 12:
        halves = (second.half, 12 - second.half)
        start = next((m for half in halves if (m := _minutes(first, half)) < end), _minutes(first, 12))
    else:
        start = _minutes(first, first.half or 0)
    if second.half is None:
        halves = (first.half, 12 - first.half) if first.half is not None else (0, 12)
        end = next((m for half in halves if (m := _minutes(second, half)) > start), _minutes(second, halves[1]))
    day = second.day or first.day
    if first.day and not second.day and end <= start:
        day = (date.fromisoformat(first.day) + timedelta(days=1)).isoformat()
    return f"{first.day or ''}T{_clock(start)}/{day or ''}T{_clock(end)}"


def _written(time: ClockTime, half: int) -> str:
    return f"{time.day or ''}T{_clock(_minutes(time, half))}"


def _minutes(time: ClockTime, half: int) -> int:
    """The minutes since midnight; 오전 12시 is midnight, a bare 12시 noon."""
    hour = time.hour
    if half == 12 and hour < 12:
        hour += 12
    elif time.half == 0 and hour == 12:
        hour = 0
    return hour % 24 * 60 + time.minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
