"""Open and closed ranges of numbers: 100 이상 300 이하, 20보다 크고 35보다 작거나 같다, 20과 30 사이, >= 5."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.mentions.model import Mention
from kg.mentions.money import number as plain
from kg.mentions.number import numbers
from kg.mentions.unit import unit_at
from kg.patterns import regex


@dataclass(frozen=True, slots=True)
class NumberRange:
    """From ``low`` to ``high``; a missing end is open; the flags are None where the words do not tell."""

    low: int | float | None
    high: int | float | None
    low_inclusive: bool | None = None
    high_inclusive: bool | None = None


_MORE, _LESS = r"(?:크|큰|커|높|많|길|무거)", r"(?:작|적|낮|짧|가벼)"
_OR = r"\s?(?:이거나|거나|혹은|또는|이나|그리고|및|,)\s?(?:그\s?)?"
_BEHIND = (
    (re.compile(rf"\s?(?:과|와|랑)\s?같거나\s?(?:그?\s?보다\s?)?(?:더\s?)?{_MORE}[가-힣]*"), "low", True),
    (re.compile(rf"\s?(?:과|와|랑)\s?같거나\s?(?:그?\s?보다\s?)?(?:더\s?)?{_LESS}[가-힣]*"), "high", True),
    (re.compile(rf"\s?보다\s?(?:더\s?)?{_MORE}[가-힣]{{0,2}}거나\s?같[가-힣]*"), "low", True),
    (re.compile(rf"\s?보다\s?(?:더\s?)?{_LESS}[가-힣]{{0,2}}거나\s?같[가-힣]*"), "high", True),
    (re.compile(rf"{_OR}(?:이상|초과|보다\s?(?:더\s?)?{_MORE}[가-힣]*)"), "low", True),
    (re.compile(rf"{_OR}(?:이하|미만|보다\s?(?:더\s?)?{_LESS}[가-힣]*)"), "high", True),
    (re.compile(r"\s?이상"), "low", True),
    (re.compile(r"\s?이하"), "high", True),
    (re.compile(r"\s?(?:을|를)?\s?(?:넘지|초과하지)\s?(?:않|못|말)[가-힣]*"), "high", True),
    (re.compile(r"\s?(?:을|를|이|가)?\s?(?:초과|넘는|넘었|넘게|넘어|넘긴|넘을|웃도|상회)[가-힣]*"), "low", False),
    (re.compile(r"\s?(?:을|를|에)?\s?(?:미만|못 ?미치|밑도)[가-힣]*"), "high", False),
    (re.compile(rf"\s?보다\s?(?:더\s?)?{_MORE}[가-힣]*"), "low", False),
    (re.compile(rf"\s?보다\s?(?:더\s?)?{_LESS}[가-힣]*"), "high", False),
    (re.compile(r"\s?보다\s?위[가-힣]*"), "low", False),
    (re.compile(r"\s?(?:보다\s?)?(?:아래|밑)[가-힣]*"), "high", False),
    (re.compile(r"\s?(?:>=|≥|≧)(?!\s?\d)"), "low", True),
    (re.compile(r"\s?(?:<=|≤|≦)(?!\s?\d)"), "high", True),
    (re.compile(r"\s?>(?!\s?\d)"), "low", False),
    (re.compile(r"\s?<(?!\s?\d)"), "high", False),
    (re.compile(r"\s?(?:과|와)\s?(?:같|동일)"), "same", True),
    (re.compile(r"\s?(?:이다|입니다|이었다)(?![가-힣])"), "same", True),
)
_SIGN = regex(r"(>=|≥|≧|<=|≤|≦|=>|=<|>|<|=)\s?$")
_WORD = regex(r"(?:(?P<low>적어도|최소한?|못해도)|(?P<high>최대한?|많아야|많아도|기껏해야|고작))\s?$")
_SIGNS = {
    ">=": ("low", True),
    "≥": ("low", True),
    "≧": ("low", True),
    "=>": ("low", True),
    "<=": ("high", True),
    "≤": ("high", True),
    "≦": ("high", True),
    "=<": ("high", True),
    ">": ("low", False),
    "<": ("high", False),
    "=": ("same", True),
}
_FROM = regex(r"\s?(?:에서부터|에서|부터|과|와|이?랑|~|∼|〜|～|–|—|-)\s?")
_TILL = regex(r"\s?(?:까지|사이|간의|범위)")
_BETWEEN = regex(r"[^\d.]{0,7}")

End = tuple[int, int, str, bool, int | float]


def number_ranges(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """The ranges of a text; two bounds that follow one another are told as one range too."""
    found = numbers(text)
    bounds = [bound for n in found if (bound := _bound(text, n, lexicon))]
    for begin, end, side, inclusive, value in bounds:
        yield Mention(begin, end, "numberrange", _range(side, inclusive, value), "numberrange")
    for a, b in itertools.pairwise(bounds):
        if {a[2], b[2]} == {"low", "high"} and _BETWEEN.fullmatch(text, a[1], b[0]):
            low, high = (a, b) if a[2] == "low" else (b, a)
            if low[4] <= high[4]:
                both = NumberRange(low[4], high[4], low[3], high[3])
                yield Mention(a[0], b[1], "numberrange", both, "numberrange-bounds")
    for first, second in itertools.pairwise(found):
        link = _FROM.match(text, _unit_end(text, first[1], lexicon))
        if link is None or link.end() != second[0] or first[2] >= second[2]:
            continue
        end = _unit_end(text, second[1], lexicon)
        till = _TILL.match(text, end)
        if till or link.group().strip() in ("~", "∼", "〜", "～", "–", "—", "-"):
            ends = NumberRange(plain(first[2]), plain(second[2]))
            yield Mention(first[0], till.end() if till else end, "numberrange", ends, "numberrange")


def _bound(text: str, n: tuple[int, int, int | object], lexicon: Lexicon) -> End | None:
    begin, end, exact = n
    value = plain(exact)  # type: ignore[arg-type]
    sign = _SIGN.search(text, max(0, begin - 3), begin)
    if sign:
        side, inclusive = _SIGNS[sign.group(1)]
        return sign.start(), end, side, inclusive, value
    word = _WORD.search(text, max(0, begin - 6), begin)
    if word:
        return word.start(), end, "low" if word.lastgroup == "low" else "high", True, value
    stop = _unit_end(text, end, lexicon)
    for place in dict.fromkeys((end, stop)):
        for pattern, side, inclusive in _BEHIND:
            match = pattern.match(text, place)
            if match and not (side == "same" and place != end):
                return begin, match.end(), side, inclusive, value
    return None


def _range(side: str, inclusive: bool, value: int | float) -> NumberRange:
    if side == "low":
        return NumberRange(value, None, inclusive, None)
    return NumberRange(None, value, None, inclusive) if side == "high" else NumberRange(value, value, True, True)


def _unit_end(text: str, place: int, lexicon: Lexicon) -> int:
    """The place behind a counter that may follow a number."""
    rank = re.compile(r"\s?(?:등|위|번|점|호|층)(?=[^가-힣]|$|에서|부터|보다|와|과|까지|이상|이하)").match(text, place)
    if rank:
        return rank.end()
    for start in (place, place + 1):
        if start == place or text[place : place + 1] == " ":
            unit = unit_at(text, start, lexicon)
            if unit and unit.word not in ("초",):
                return unit.end
    return place
