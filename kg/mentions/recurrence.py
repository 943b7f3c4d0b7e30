"""Repetitions: 매주, 격주로, 일 년에 한 번, 4월 15일마다; the value is a TIMEX."""

import re
from collections.abc import Iterator

from kg.mentions.model import Mention
from kg.patterns import regex

_LETTER = {
    "년": "Y",
    "해": "Y",
    "개월": "M",
    "달": "M",
    "월": "M",
    "주일": "W",
    "주": "W",
    "일": "D",
    "날": "D",
    "시간": "TH",
    "시": "TH",
    "분기": "3M",
    "반기": "6M",
}
_EVERY = regex(r"매(년|해|달|월|주|일|시간|시|분기|반기)(?!\s?[월화수목금토일]요일|[가-힣](?<![에의은는도로마]))")
_OTHER = regex(r"격(년|월|주|일)(?:로|제|의|에)?")
_WORDS = {"해마다": "P1Y", "달마다": "P1M", "주마다": "P1W", "날마다": "P1D", "연례": "P1Y"}
_WORD = regex("|".join(_WORDS))
_PER = regex(
    r"(?<!\d)(?:(?P<n>\d+)\s?)?(?P<u>년|해|개월|달|주일|주|일|시간)(?:\s?(?:에|마다)\s?(?:(?:한|두|1|2"
    r"|3)\s?(?:번|차례|회))|마다)"
)
_WEEKDAY = regex(r"(?:매주\s?)?(?P<w>[월화수목금토일])요일\s?마다|매주\s?(?P<w2>[월화수목금토일])요일(?:마다)?")
_DAY = regex(
    r"(?:(?P<m>1[0-2]|[1-9])월\s?)(?P<d>[12]\d|3[01]|[1-9])일\s?마다|매년\s?(?P<m2>1[0-2]"
    r"|[1-9])월\s?(?P<d2>[12]\d|3[01]|[1-9])일"
)
_MONTHLY = regex(r"매(?:달|월)\s?(?P<d>[12]\d|3[01]|[1-9])일(?:마다)?")


def recurrences(text: str) -> Iterator[Mention]:
    """What comes again and again."""
    for match in _EVERY.finditer(text):
        yield _told(match, _period(1, match.group(1)))
    for match in _OTHER.finditer(text):
        yield _told(match, _period(2, match.group(1)))
    for match in _WORD.finditer(text):
        yield _told(match, _WORDS[match.group()])
    for match in _PER.finditer(text):
        if match.group("n") or match.group("u") not in ("년", "일"):
            yield _told(match, _period(int(match.group("n") or 1), match.group("u")))
    for match in _WEEKDAY.finditer(text):
        yield _told(match, f"XXXX-WXX-{'월화수목금토일'.index(match.group('w') or match.group('w2')) + 1}")
    for match in _DAY.finditer(text):
        month, number = match.group("m") or match.group("m2"), match.group("d") or match.group("d2")
        yield _told(match, f"XXXX-{int(month):02}-{int(number):02}")
    for match in _MONTHLY.finditer(text):
        yield _told(match, f"XXXX-XX-{int(match.group('d')):02}")


def _period(count: int, unit: str) -> str:
    letter = _LETTER[unit]
    if letter.startswith("T"):
        return f"PT{count}{letter[1:]}"
    if letter[0].isdigit():
        return f"P{count * int(letter[0])}{letter[1:]}"
    return f"P{count}{letter}"


def _told(match: "re.Match[str]", value: str) -> Mention:
    return Mention(match.start(), match.end(), "set", value, "recurrence")
