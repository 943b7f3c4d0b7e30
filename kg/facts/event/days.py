"""The days that a sentence tells, for the events in it."""

import re
from dataclasses import dataclass
from datetime import date

from kg.language.model import Sentence
from kg.mentions.model import DateValue, Mentions, PeriodValue
from kg.patterns import regex
from kg.spans import Span

_DAY = regex(r"(?:\d{1,2}월 ?)?\d{1,2}일(?![가-힣]{2,})")
_LONE_DAY = regex(
    r"(?<![\d.,월달~∼-])(?<![월달~∼-] )(?:(?P<lead>지난|오는) )?(?P<day>[1-9]|[12]\d|3[01])일"
    r"(?= [가-힣])(?! (?:간|동안|이내|이상|이하|미만|전[ ,]|후[ ,]|뒤|만에|안에|평균|정도|가량|내에|치|연속|차))"
)
_BRACKET_DAY = regex(r"[(,] ?(?P<m>1[0-2]|[1-9])\. ?(?P<d>[12]\d|3[01]|[1-9])\.?(?= ?[),]| ~)")
"""A day without its year in the bracket of a note: (간담회, 9. 25.)."""
_BARE_DAY = regex(
    r"(?<![\d.,~∼-])(?<![~∼] )(?<!\d [-–] )(?<!\. [-–] )(?P<m>1[0-2]|[1-9])\. ?(?P<d>[12]\d|3[01]|[1-9])\."
    r"(?=,? ?[가-힣A-Za-z‘「『\"“(\[]|[),]|\s*$)"
)
"""A day without its year as papers write it: 12. 24. 시청에서."""
_LONGEST = 45  # days of the longest fair or session
_MORE_DAY = regex(r" ?(\d{1,2})일")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as ISO text (None where the words cannot be grounded), the last day, and the words."""

    iso: str | None
    end: str | None
    span: Span
    anaphoric: bool = False


def days(text: str, sentence: Sentence, mentions: Mentions, published: str | None) -> list[Day]:
    """The days that a sentence tells, in order; a day that cannot be grounded only where the document has no date."""
    found: list[Day] = []
    for m in mentions.within(sentence.span, "date", "period"):
        value = m.value
        if isinstance(value, PeriodValue):
            if value.begin and len(value.begin) == 10 and _is_short(value.begin, value.end):
                found.append(Day(value.begin, value.end, m.span))
            continue
        if not isinstance(value, DateValue):
            continue
        iso, end = value.iso, m.end
        if len(iso) == 7:
            more = _MORE_DAY.match(text, m.end)
            if more and 1 <= int(more.group(1)) <= 31:
                iso, end = f"{iso}-{int(more.group(1)):02d}", more.end()
        if len(iso) != 10 or any(d.span.begin <= m.begin < d.span.end for d in found):
            continue
        words = text[m.begin : end]
        if text.startswith(("자 ", "자로", "자에", "자,", "자)"), end):
            continue  # 29일자 9면, 1일자로: the day of an issue or an appointment
        until = text.startswith("까지", end)
        if (
            found
            and found[-1].end is None
            and found[-1].iso
            and re.fullmatch(r"부터 ?|[~∼〜-] ?|과 |, ?", text[found[-1].span.end : m.begin])
        ):
            begun = found.pop()
            found.append(Day(begun.iso, iso, Span(begun.span.begin, end)))
            continue
        if until:
            continue  # 박람회는 17일까지 이어진다
        found.append(Day(iso, None, Span(m.begin, end), words.replace(" ", "") in ("이날", "당일", "같은날")))
    if published is not None and text.find("일", sentence.begin, sentence.end) >= 0:
        for match in _LONE_DAY.finditer(text, sentence.begin, sentence.end):
            if not any(d.span.begin < match.end() and match.start() < d.span.end for d in found):
                told = _grounded(match.group("lead"), int(match.group("day")), published)
                found += [Day(told, None, Span(*match.span()))] if told else []
        found.sort(key=lambda d: d.span)
    if published is not None:
        for match in (
            *_BRACKET_DAY.finditer(text, sentence.begin, sentence.end),
            *_BARE_DAY.finditer(text, sentence.begin, sentence.end),
        ):
            span = Span(match.start("m"), match.end("d"))
            if not any(d.span.begin < span.end and span.begin < d.span.end for d in found):
                told = nearest(int(match["m"]), int(match["d"]), published)
                found += [Day(told, None, span)] if told else []
        found.sort(key=lambda d: d.span)
    if not found and published is None:
        found = [Day(None, None, Span(*m.span())) for m in _DAY.finditer(text, sentence.begin, sentence.end)]
        if "이날" in text[sentence.begin : sentence.end] and not found:
            at = text.index("이날", sentence.begin)
            found = [Day(None, None, Span(at, at + 2), True)]
    return found


def _is_short(begin: str, end: str | None) -> bool:
    """Whether a period is one of some days: what lasted years (지난 3년간) is no day of an event."""
    if end is None or len(end) != 10:
        return True
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days <= _LONGEST


def nearest(month: int, number: int, published: str) -> str | None:
    """The day of a month that lies nearest to publication."""
    today = date.fromisoformat(published)
    possible = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            possible.append(date(year, month, number))
        except ValueError:
            continue
    return min(possible, key=lambda d: abs((d - today).days)).isoformat() if possible else None


def _grounded(lead: str | None, number: int, published: str) -> str | None:
    """A day of the month that no date mention covers, set against the day of publication."""
    today = date.fromisoformat(published)
    month = today.year * 12 + today.month - 1
    if lead == "지난" and number > today.day:
        month -= 1
    elif lead == "오는" and number < today.day:
        month += 1
    try:
        return date(month // 12, month % 12 + 1, number).isoformat()
    except ValueError:
        return None
