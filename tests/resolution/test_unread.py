"""What was not understood is listed, with the condition that failed."""

import pytest

from kg.lexicon import load_lexicon
from kg.pipeline import read

HEAD = "입력 2025-11-12 09:00\n\n"


def unread(text: str) -> list[tuple[str, str, str]]:
    """Kind, words and reason of all that a text leaves open."""
    reading = next(read([("a.txt", HEAD + text)], load_lexicon()))
    return [(u.kind, reading.text[u.begin : u.end], u.reason) for u in reading.unread]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "다온전자의 지난해 매출은 300억원이다.",
            ("money-without-purpose", "300억원", "«매출» beside it says that it is no money of a policy"),
        ),
        (
            '행사장에서는 "이러다 다 문을 닫게 생겼습니다"라는 말이 나왔다.',
            ("quotation-without-speaker", "이러다 다 문을 닫게 생겼습니다", "nobody is told to have said this"),
        ),
        (
            "이 자리에는 부산시장이 참석했다.",
            ("title-without-person", "부산시장", "the title names its body, and no name stands beside it"),
        ),
        (
            "내년에는 60곳으로 늘리고 강사는 대학생들이 맡습니다.",
            ("number-near-target", "60곳", "no words tell what the number counts"),
        ),
        (
            "그는 단말기 312대를 놓았는데 석 달 만에 꺼졌다고 따졌다.",
            ("number-near-target", "312대", "it is told as past, without a word of outcome"),
        ),
    ],
)
def test_unread_names_the_condition_that_failed(text: str, found: tuple[str, str, str]) -> None:
    assert found in unread(text)


def test_unread_lists_no_number_that_is_far_from_a_target() -> None:
    kinds = [kind for kind, _, _ in unread("이날 회의에는 공무원 50여 명이 참석했고 사진 3장을 나눠 줬다.")]
    assert "number-near-target" not in kinds


def test_unread_is_empty_where_all_is_understood() -> None:
    assert unread("부산시는 내년 '바다 AI 등대' 사업에 12억원을 투입한다.") == []


def test_unread_knows_a_sum_that_is_told_again() -> None:
    told = unread("부산시는 내년 '바다 AI 등대' 사업에 12억원을 투입한다.\n\n시민들은 12억원이라는 말에 놀랐다.")
    assert [t[1:] for t in told] == [("12억원", "the same sum is told with its purpose elsewhere in the text")]
