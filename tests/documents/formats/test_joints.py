"""What stands between the end of one line and the beginning of the next."""

import pytest

from kg.documents.formats.pdf.joints import Vocabulary, joint, stem

NOTHING = Vocabulary(())


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("가온시는 새 계획을 추진", "했다고 밝혔다."),  # a verb goes on
        ("가온시", "는 새 계획을 냈다."),  # a particle
        ("사업의 안정", "적인 운영을 돕는다."),
        ("모두 4억", "원을 들인다."),
        ("올해 12", "억 원을 들인다."),
        ("이용자가 30", "%까지 늘었다."),
        ("가온시 인공지능(AI)", "은 빠르다."),
        ("그는 “모두의 것”", "이라고 말했다."),
        ("가온테크노파크(원", "장 도레미)가 맡는다."),
        ("가온시 미래산업과", "장은 그렇게 말했다."),
        ("사업을 시작하겠다고 밝혔", "다. 그는"),
        ("문의 051", "-000-0000"),
        ("heyon@", "gaon.example"),
        ("가온시가 대표발의", "한 조례다."),
    ],
)
def test_joint_goes_on_within_a_word(above: str, below: str) -> None:
    assert joint(above, below, NOTHING) == ""


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("새 계획을", "추진한다."),
        ("가온시청에서", "열린 회의"),
        ("사업을 추진하기로", "했다고 밝혔다."),
        ("가온시와", "누리군이 함께"),
        ("다음 달", "나한결 부시장을 단장으로 세운다."),
        ("다온결 시장은 12일", "밝혔다."),
        ("예산은 2025-11-12", "09:00 기준이다."),
        ("이는 처음", "있는 일이다."),
        ("그는 “간다”고", "말했다."),
        ("기업 및", "대학이"),
        ("가지", "않는다"),
        ("가온군은", "한 명도 없다."),
        ("사업비 12억원,", "모두 국비다."),
        ("the first", "of its kind"),
    ],
)
def test_joint_is_a_space_between_words(above: str, below: str) -> None:
    assert joint(above, below, NOTHING) == " "


def test_joint_follows_the_words_that_stand_whole_in_the_text() -> None:
    known = Vocabulary(["어제 가온바람길 사업과 새길 나들이 일정을 냈다"])
    assert joint("올해도 가온바", "람길 사업을", known) == ""
    assert joint("올해도 새길", "나들이 한다", known) == " "


def test_stem_leaves_two_letters() -> None:
    assert [stem(w) for w in ("가온시는", "사업에서", "나는", "추진했다")] == ["가온시", "사업", "나는", "추진"]
