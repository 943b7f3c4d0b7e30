"""Lengths of time: 3년간, 15개월, 2시간 30분, 1년 1달 21일, 이틀, 반년."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.mentions.model import Mention
from kg.mentions.numeral import Exact, exact
from kg.patterns import regex

SECONDS = {
    "year": 31_536_000,
    "month": 2_592_000,
    "week": 604_800,
    "day": 86_400,
    "hour": 3_600,
    "minute": 60,
    "second": 1,
}
_LONGEST = 1000 * SECONDS["year"]
_UNITS = {
    "개년": "year",
    "년": "year",
    "해": "year",
    "살": "year",
    "개월": "month",
    "달": "month",
    "주일": "week",
    "주": "week",
    "영업일": "workday",
    "일": "day",
    "시간": "hour",
    "분": "minute",
    "초": "second",
}
_WORDS = {
    "하룻밤": 1,
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_PART = (
    rf"(?:(?P<n>{_NUMBER})\s?(?P<u>개년|년|해|개월|달|주일|주|영업일|일|시간|분|초)(?![가-힣]|\s?분기)|(?P<n2>{_NUMBER})\s?(?P<u2>개년|년|해|개월|달|주일|주|영업일|일|시간|분|초)"
    r"(?=간|동안|여|씩|이상|이하|이내|안|내|전|후|뒤|만|째|치|짜리|째|반|의|에|을|를|은|는|이|가|도|로|과|와|까지|부터|마다|지나|더|쯤|정도|가량|미만|초과|임|입|이|\s?하고|\d)"
    r"|(?P<half>반\s?년)|(?P<halfm>반\s?달)"
    rf"|(?P<word>{'|'.join(sorted(_WORDS, key=lambda w: -len(w)))})(?:날)?)(?P<plus>\s?반(?![가-힣]))?"
)
_FIRST = regex(_PART)
_DIGITS_START = regex(r"[0-9][0-9,.]*+\s?(?:개년|년|해|개월|달|주|영업일|일|시간|분|초)")
_WORD_START = regex(f"반년|반 년|반달|{'|'.join(_WORDS)}")
_LINK = regex(r"(?:\s?(?:하고|그리고|과|와)\s?|,? ?)(?=\d|[하이사나닷엿여아열보])")
_SPAN = regex(r"\s?(?:간|동안|내내|종일|째)(?![가-힣](?!도|의|에|은|은|을))")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at ``text[begin:end]``: how many of each unit; ``spans`` where a
    word says that it lasts (간, 동안)."""

    begin: int
    end: int
    units: dict[str, Exact] = field(default_factory=dict)
    spans: bool = False
    words: bool = False

    @property
    def seconds(self) -> float:
        """The length in seconds; a year has 365 days, a month 30."""
        return float(sum(n * SECONDS["day" if u == "workday" else u] for u, n in self.units.items()))


def lengths(text: str, begin: int, end: int) -> Iterator[Length]:
    """The lengths of time written in ``text[begin:end]``: also what may be a day of
    the month (3일) or a year's number."""
    place = begin
    starts = sorted(m.start() for pattern in (_DIGITS_START, _WORD_START) for m in pattern.finditer(text, begin, end))
    for start in starts:
        found = length_at(text, start, begin) if start >= place else None
        if found:
            place = found.end
            yield found


def length_at(text: str, place: int, begin: int = 0) -> Length | None:
    """The length of time that begins at ``text[place]``, with the smaller units that follow it."""
    before = text[place - 1] if place > begin else " "
    if before.isdigit() or (before in ".,:/" and place > begin + 1 and text[place - 2].isdigit()) or before == "제":
        return None
    if "가" <= before <= "힣" and not text[place].isdigit():
        return None
    units: dict[str, Exact] = {}
    words = False
    last, stop, start = 10**12, place, place
    while match := _FIRST.match(text, place):
        unit, number = _read(match)
        size = SECONDS["day" if unit == "workday" else unit]
        if size >= last:
            break
        units[unit] = units.get(unit, 0) + number
        words = words or match.group("word") is not None
        last, stop = size, match.end()
        link = _LINK.match(text, stop)
        if link is None:
            break
        place = link.end()
    if not units or sum(n * SECONDS.get(u, 86_400) for u, n in units.items()) > _LONGEST:
        return None
    span = _SPAN.match(text, stop)
    return Length(start, span.end() if span else stop, units, span is not None, words)


def _read(match: "re.Match[str]") -> tuple[str, Exact]:
    g = match.groupdict()
    half = exact("0.5") if g["plus"] else 0
    if g["half"]:
        return "year", exact("0.5")
    if g["halfm"]:
        return "day", 15
    if g["word"]:
        return "day", _WORDS[g["word"]] + half
    return _UNITS[g["u"] or g["u2"] or ""], exact(g["n"] or g["n2"] or "") + half


_LASTS = regex(r"\s?(?:이상|이내|이하|미만|초과|안에|내에|내로|전에|전|뒤|후|만에|짜리|여|더|가량|정도|쯤|넘)|\s*$")


def certain(text: str, length: Length) -> bool:
    """Whether the words can be nothing but a length: no day of a month, no year, no minute of a clock time."""
    if _wished(text, length):
        return bool(_LASTS.match(text, length.end))
    if length.spans or length.words or len(length.units) > 1:
        return not ("year" in length.units and length.units["year"] >= 1900)
    unit = next(iter(length.units))
    if unit == "year":
        return length.units[unit] < 1000
    if unit == "day":
        return bool(_LASTS.match(text, length.end))
    if unit == "minute":
        return not re.search(r"\d시\s?$", text[max(0, length.begin - 4) : length.begin])
    return True


def _wished(text: str, length: Length) -> bool:
    """Whether the words may be no more than a wish or a calendar's page: 좋은 하루, 한 달, 한 주, 한 해."""
    return not length.spans and sum(length.units.values()) == 1 and text[length.end - 1] in "루달주해"


def duration_mentions(text: str, found: list[Length]) -> Iterator[Mention]:
    """The lengths that are surely lengths, as mentions in seconds."""
    for length in found:
        if certain(text, length):
            yield Mention(length.begin, length.end, "duration", length.seconds, "duration")
