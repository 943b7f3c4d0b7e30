"""Sums of money: exact won in any writing, bounds, places."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import load_lexicon
from kg.mentions.amount import amounts
from kg.mentions.model import Mention, Money
from kg.mentions.money import sums
from tests.mentions.test_measure_cases import mentions_of

SIGNS = ((10**12, "조"), (10**8, "억"), (10**4, "만"))


def money(text: str) -> list[Mention]:
    """The sums of a text."""
    lexicon = load_lexicon()
    return list(sums(text, 0, len(text), list(amounts(text, 0, len(text), lexicon)), lexicon))


def written(won: int, thousands: bool, commas: bool, space: str) -> str:
    """A sum as Korean papers write it: 1조2천억, 12억 5,000만, 2천64억."""
    groups, rest = [], won
    for size, sign in SIGNS:
        count, rest = divmod(rest, size)
        if count:
            groups.append(group(count, thousands, commas) + sign)
    if rest:
        groups.append(group(rest, thousands, commas))
    return space.join(groups) or "0"


def group(count: int, thousands: bool, commas: bool) -> str:
    """A number below 10,000, with 천 or with a comma."""
    if thousands and count >= 1000:
        return f"{count // 1000}천{count % 1000 or ''}"
    return f"{count:,}" if commas else str(count)


@given(st.integers(0, 10**15), st.booleans(), st.booleans(), st.sampled_from(["", " "]), st.sampled_from(["원", " 원"]))
def test_money_round_trip_of_any_sum(won: int, thousands: bool, commas: bool, space: str, unit: str) -> None:
    text = f"사업비는 {written(won, thousands, commas, space)}{unit}이다."
    assert [m.value.value for m in money(text)] == [won]


@given(st.integers(1, 99_999), st.integers(1, 9))
def test_money_decimals_are_exact(whole: int, tenth: int) -> None:
    told = money(f"{whole}.{tenth}조원")[0].value.value
    assert told == Fraction(f"{whole}.{tenth}") * 10**12
    assert isinstance(told, int)


@given(
    st.integers(1, 400),
    st.integers(401, 9999),
    st.sampled_from("~∼〜–-"),
    st.sampled_from(["억", "만", "천만", "백만"]),
)
def test_money_range_shares_its_magnitude(low: int, high: int, dash: str, sign: str) -> None:
    size = {"억": 10**8, "만": 10**4, "천만": 10**7, "백만": 10**6}[sign]
    assert [m.value for m in money(f"{low}{dash}{high}{sign}원")] == [Money(None, low * size, high * size)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("794억원", None),
        ("총 794억원", None),
        ("약 794억원", "approximate"),
        ("794억여원", "approximate"),
        ("794억원대", "approximate"),
        ("794억원 안팎", "approximate"),
        ("794억원에 가깝다", "approximate"),
        ("최대 794억원", "at-most"),
        ("794억원이 채 안 된다", "at-most"),
        ("794억원에 조금 못 미친다", "at-most"),
        ("794억원을 훌쩍 넘는다", "at-least"),
        ("794억원을 웃돈다", "at-least"),
        ("794억원 이내", "at-most"),
        ("최소 794억원", "at-least"),
        ("794억원 이상", "at-least"),
        ("794억원을 넘는", "at-least"),
    ],
)
def test_money_bound_is_told(text: str, bound: str | None) -> None:
    assert [m.value.bound for m in money(text)] == [bound]


def test_money_span_covers_the_sum_alone() -> None:
    text = "국비는 약 12억 5천만 원까지다."
    assert [text[m.begin : m.end] for m in money(text)] == ["12억 5천만 원"]


def test_money_is_not_read_inside_addresses() -> None:
    assert mentions_of("문의 won5000원@garam.example, 02-123-4500원").of("money") == []


def test_money_table_stops_at_an_empty_line() -> None:
    text = "(단위: 억원)\n구분 | 예산\n로봇 | 12\n\n구분 | 인원\n로봇 | 34\n"
    assert [m.value.value for m in mentions_of(text).of("money")] == [1_200_000_000]
