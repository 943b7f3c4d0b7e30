"""Numerals in digits, plain or mixed with the signs of magnitude: 794억, 2천64억, 12억5000만, 1만 2천 345, 1.2조."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kg.patterns import regex

Exact = int | Fraction
"""A value without rounding: whole numbers are ``int``."""

SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}

_DIGITS = r"[0-9]{1,100}+(?:,\d{3}(?!\d)){0,100}(?:\.\d{1,100}+)?"  # Python makes no int of more than 4,300
_SIGNS = r"(?:[십백천억]|만(?!큼|[나난남족점끽])|조(?![각건직합성율])|경(?= ?원))"
_UNIT = r"(?:[kcm]?m[23]?|ha|t|[kMGT]?Wh?|[KMGTP]B|kg|L)(?![A-Za-z0-9])"
"""What is written at once behind digits: «6만 3039m2» is one number, «6만 3D» is none."""
_LEAD = (
    r"(?:(?<![가-힣A-Za-z0-9.,])(?:[백천](?=\d{1,3}(?:[십백천만억조]|\s?(?:여\s?)?(?:원|명|곳|개|대|건|가구|개사)))"
    r"|천 (?=\d백[만억]?\s?(?:여\s?)?(?:원|명))|만 ?(?=\d(?:[천백]|,?\d{3}) ?\d*[십백]? ?원)))?"
)
"""«백65억 원», «천2백 명», «만 5천 원»: scripts of broadcasts spell the first sign where its digit is one."""
_NUMERAL = regex(
    rf"(?P<lead>{_LEAD})(?P<head>{_DIGITS})(?: (?=[억조] ?(?:원|달러|유로|엔"
    rf"|위안)))?(?:{_SIGNS}++(?:(?: {_DIGITS}(?!\s?호)|{_DIGITS})(?!\d*(?:[.:~∼/-]\d*)?\s?[년월일시분차%])"
    rf"(?={_SIGNS}|\b|[가-힣]|{_UNIT}))?)*"
)
_PIECE = regex(rf"({_DIGITS})|([십백천])|([만억조경])| ")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``text[begin:end]``; ``scales`` are the magnitudes that a lower end of a range may share
    (3천만 → 천만, 만), the largest first; ``glued`` where a Latin letter or a hyphen stands directly before it."""

    begin: int
    end: int
    value: Exact
    scales: tuple[int, ...] = ()
    glued: bool = False


def exact(digits: str) -> Exact:
    """The value of digits with thousands separators and a decimal point."""
    digits = digits.replace(",", "")
    if "." not in digits:
        return int(digits)
    value = Fraction(digits)
    return value.numerator if value.denominator == 1 else value


def numerals(text: str, begin: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numerals of ``text[begin:end]`` in order; digits inside telephone numbers, clock times and versions
    (``02-123-4567``, ``09:30``, ``v2.0.1``) are none."""
    place = begin
    stop = len(text) if end is None else end
    while match := _NUMERAL.search(text, place, stop):
        start = match.start()
        before = text[start - 1] if start > begin else " "
        if before in ".,:/-" and start > begin + 1 and text[start - 2].isdigit() and not _is_range(text, start):
            place = match.end()
            continue
        numeral = read(text, match)
        place = numeral.end
        yield numeral


def _is_range(text: str, start: int) -> bool:
    """Whether a hyphen before the place joins two ends of a range (50-100명) and not parts of a code (02-123-4567)."""
    if text[start - 1] != "-":
        return False
    chain = re.search(r"(?<![\w-])(\d[\d,]*)-$", text[max(0, start - 12) : start])
    return bool(chain) and not chain.group(1).startswith("0") and not re.match(r"[\d,]+-\d", text[start : start + 12])  # type: ignore[union-attr]


def read(text: str, match: "re.Match[str]") -> Numeral:
    """The numeral of a match, cut where the magnitudes stop to fall."""
    begin = match.start()
    before = text[begin - 1] if begin else " "
    glued = before == "-" or (before.isascii() and before.isalpha())
    if match.end() == match.end("head") and not match["lead"]:
        return Numeral(begin, match.end(), exact(match.group("head")), (), glued)
    end, value, scales = evaluate(text, begin, match.end())
    return Numeral(begin, end, value, scales, glued)


def evaluate(text: str, begin: int, end: int) -> tuple[int, Exact, tuple[int, ...]]:
    """Where a mixed numeral really ends, its value, and the magnitudes that its last group carries."""
    total: Exact = 0
    section: Exact = 0
    current: Exact | None = None
    floor, ceiling = 10**4, 10**20
    signs: list[int] = []
    place = good = begin
    after_big = False
    while place < end and (piece := _PIECE.match(text, place)):
        digits, small, big = piece.groups()
        if digits:
            current = exact(digits)
            if place > begin and ((current >= floor and not signs) or (signs and current >= signs[-1])):
                current = None
                break
            if not (place == begin or signs):
                break
            signs = []
        elif small:
            size = SMALL[small]
            if size >= floor and (section or current is None):
                break
            section, current, floor = section + (1 if current is None else current) * size, None, size
            signs.append(size)
        elif big:
            size = BIG[big]
            if size >= ceiling or after_big:
                break  # «8억만 승인했다»: the particle
            group = section + (current or 0)
            total, section, current, floor, ceiling = total + (group or 1) * size, 0, None, 10**4, size
            signs.append(size)
        place = piece.end()
        if digits or small or big:
            good, after_big = place, bool(big)
    value = total + section + (current or 0)
    whole = value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value
    return good, whole, _scales(signs)


def _scales(signs: list[int]) -> tuple[int, ...]:
    """The products of the trailing signs: 천만 → (10**7, 10**4)."""
    found: list[int] = []
    for i in range(len(signs)):
        product = 1
        for size in signs[i:]:
            product *= size
        found.append(product)
    return tuple(found)
