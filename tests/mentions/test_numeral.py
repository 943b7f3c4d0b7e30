"""Numerals in digits, mixed and spelled."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import load_lexicon
from kg.mentions.bare_spelled import believes
from kg.mentions.numeral import numerals
from kg.mentions.spelled import in_digits, number_words, readings

SINO = "영일이삼사오육칠팔구"


def sino(number: int) -> str:
    """A number in Sino-Korean words."""
    parts = []
    for size, sign in ((10**8, "억"), (10**4, "만"), (1, "")):
        count = number // size % 10**4
        words = "".join(
            (SINO[d] if d > 1 or not unit else "") + unit
            for d, unit in zip(divmod_digits(count), ("천", "백", "십", ""), strict=True)
            if d
        )
        if count:
            parts.append(("" if count == 1 and sign == "만" else words) + sign)
    return "".join(parts)


def divmod_digits(count: int) -> tuple[int, int, int, int]:
    """The four digits of a number below 10,000."""
    return count // 1000, count // 100 % 10, count // 10 % 10, count % 10


@given(st.integers(1, 10**12 - 1))
def test_numeral_sino_words_read_back(number: int) -> None:
    text = sino(number)
    last = readings(text, 0, number_words(load_lexicon()))[-1]
    assert (last.value, last.end) == (number, len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2천64억", 206_400_000_000),
        ("12억 5천만", 1_250_000_000),
        ("1만 2천 345", 12_345),
        ("7천5백30만", 75_300_000),
        ("1.2조", 1_200_000_000_000),
        ("3.3", Fraction(33, 10)),
        ("1,414,021,100", 1_414_021_100),
    ],
)
def test_numeral_value(text: str, value: int | Fraction) -> None:
    assert [(n.value, n.begin, n.end) for n in numerals(text)] == [(value, 0, len(text))]


def test_numeral_stops_where_magnitudes_rise() -> None:
    assert [n.value for n in numerals("4000 3백21")] == [4000, 321]


def test_numeral_leaves_a_year_after_a_sum_alone() -> None:
    assert [n.value for n in numerals("1조 2030년까지")] == [10**12, 2030]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("이천십오년 삼월 삼일", "2015년 3월 3일"),
        ("이 사업은 오 시장이 시작했다", "이 사업은 오 시장이 시작했다"),
        ("구청 사고는 백화점 탓", "구청 사고는 백화점 탓"),
        ("스물다섯 번째", "25 번째"),
        ("백 이상, 삼백 이하", "100 이상, 300 이하"),
        ("일점이삼불", "1.23불"),
    ],
)
def test_numeral_spelled_words_become_digits(text: str, digits: str) -> None:
    assert in_digits(text, load_lexicon(), believes(load_lexicon())).text == digits


def test_numeral_rewriting_keeps_places() -> None:
    text = "값은 이천칠백만원이다"
    rewritten = in_digits(text, load_lexicon(), believes(load_lexicon()))
    begin = rewritten.text.index("2")
    assert rewritten.origin(begin, begin + 8).of(text) == "이천칠백만"
