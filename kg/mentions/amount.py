"""Amounts: a numeral, or a range of two, with what is counted or measured, and how exact the words are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.lexicon import Lexicon
from kg.mentions.numeral import Exact, Numeral, numerals
from kg.mentions.unit import Unit, unit_at
from kg.patterns import regex

Bound = Literal["approximate", "at-most", "at-least"]

_RANGE = regex(r"\s?[~∼〜～–—-]\s?")
_MANY = regex(r" ?여(?:개 )?(?=\s?[가-힣%])|\s?남짓 ?(?=[가-힣])")
_BEFORE = regex(
    r"(?:(?P<most>최대|최고|많게는|많아도|길게는|한도(?:액)?(?:은|는|이|가)?|상한(?:액)?(?:은|는|이|가)?)|(?P<least>최소|최저|적어도|적게는|줄잡아)|(?P<near>약|대략"
    r"|어림잡아|얼추|거의|무려 약))\s?$"
)
_BY_FAR = r"(?:(?:훌쩍|조금|약간|살짝|크게|이미|한참|채|훨씬) )?"
_AFTER = regex(
    r"\s?(?:(?P<near>여원|여|가량|정도|쯤|안팎|내외|남짓|대(?![가-힣])|대[의를에로]|선(?=[을에])|꼴|가까[이운]"
    r"|에 육박|에 가[까깝])"
    rf"|(?P<least>이상|초과|넘게|[을를이가]? ?{_BY_FAR}(?:웃[도돈돌]|넘는|넘긴|넘어|넘을|넘었|상회|초과))"
    rf"|(?P<most>이하|미만|이내|한도|[을를]? ?(?:밑[도돈돌]|넘지 않)"
    rf"|(?:[이가]|에)? ?{_BY_FAR}(?:안 [되된될됐]|못 [미되된될]|미치지 못)|까지 ?(?:지원|보조|융자|지급|대출|받을)))"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """``numeral`` and ``unit`` at ``text[begin:end]``; ``high`` is a range's upper end. ``value`` and ``high_value``
    share the magnitude where the text writes it once (5~6천만원)."""

    begin: int
    end: int
    value: Exact
    unit: Unit | None
    high: Exact | None = None
    bound: Bound | None = None
    glued: bool = False
    scaled: bool = False


def amounts(text: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[Amount]:
    """The amounts of ``text[begin:end]`` in order; an amount without a unit has ``unit`` None."""
    found = list(numerals(text, begin, end))
    skip = -1
    for i, numeral in enumerate(found):
        if i == skip:
            continue
        unit, approximate = _unit(text, numeral.end, lexicon)
        second = found[i + 1] if i + 1 < len(found) else None
        stop = unit.end if unit else numeral.end
        if second and second.begin - stop <= 3 and (link := _RANGE.match(text, stop)) and link.end() == second.begin:
            top, _ = _unit(text, second.end, lexicon)
            if top and (unit is None or (unit.kind, unit.word) == (top.kind, top.word)):
                low = numeral.value if unit and unit.kind != "percent" and numeral.scales else _shared(numeral, second)
                if low < second.value:
                    skip = i + 1
                    yield _amount(text, numeral, top.end, low, top, second.value, bool(second.scales))
                    continue
        if unit is None and not numeral.scales:
            yield Amount(numeral.begin, stop, numeral.value, None, glued=numeral.glued)
            continue
        yield _amount(text, numeral, stop, numeral.value, unit, None, bool(numeral.scales), approximate)


def _unit(text: str, place: int, lexicon: Lexicon) -> tuple[Unit | None, bool]:
    """The unit behind a numeral, over 여 and at most one space, and whether 여 makes it approximate."""
    many = _MANY.match(text, place) if text[place : place + 1] in " 여남" else None
    start = many.end() if many else place
    unit = unit_at(text, start, lexicon)
    if unit is None and text[start : start + 1] == " ":
        unit = unit_at(text, start + 1, lexicon)
    return unit, bool(many and unit)


def _shared(low: Numeral, high: Numeral) -> Exact:
    """The lower end of a range in the magnitude of the upper one: 5~6천만 → 5천만, 3천~5천만 → 3천만, 100~200억 →
    100억."""
    own = low.scales[0] if low.scales else 1
    for scale in high.scales:
        if own < scale and low.value * scale < high.value:
            return low.value * scale
    return low.value


def _amount(
    text: str,
    numeral: Numeral,
    end: int,
    value: Exact,
    unit: Unit | None,
    high: Exact | None,
    scaled: bool,
    approximate: bool = False,
) -> Amount:
    bound: Bound | None = "approximate" if approximate else None
    before = _BEFORE.search(text, max(0, numeral.begin - 6), numeral.begin)
    after = _AFTER.match(text, end)
    for found in (before, after):
        if found and bound in (None, "approximate"):
            kind = found.lastgroup
            bound = {"most": "at-most", "least": "at-least", "near": bound or "approximate"}.get(kind or "", bound)  # type: ignore[assignment]
    return Amount(numeral.begin, end, value, unit, high, bound, numeral.glued, scaled)
