"""Programs and their short forms, found in whole sentences."""

import pytest

from kg.documents.model import Block, Document
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions
from kg.mentions.model import Mentions


def read(text: str) -> Mentions:
    lexicon = load_lexicon()
    document = Document("case.txt", text, (Block(0, len(text), "body"),))
    return find_mentions(next(iter(analyse([document], lexicon))), lexicon)


def programs(text: str) -> list[str]:
    return [m.value.text for m in read(text).of("program")]


@pytest.mark.parametrize("marks", ["‘’", "''", "「」", "『』", "《》", "〈〉"])
def test_programs_marks_of_every_kind_hold_a_name(marks: str) -> None:
    assert programs(f"시는 {marks[0]}호수 AI 관측 플랫폼{marks[1]}을 구축한다.") == ["호수 AI 관측 플랫폼"]


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("호수 데이터 조례", "Ordinance"),
        ("호수 혁신 펀드", "Fund"),
        ("호수 디지털 바우처", "Voucher"),
        ("호수 관측 마스터플랜", "Plan"),
        ("호수 관측 프로젝트", "Project"),
        ("호수 관측 플랫폼", "System"),
        ("호수 데이터 집적단지", "Facility"),
    ],
)
def test_programs_suffix_tells_the_class(name: str, cls: str) -> None:
    found = read(f"시는 ‘{name}’를 마련한다.").of("program")
    assert [(m.value.text, m.value.classes) for m in found] == [(name, (cls,))]


def test_programs_offsets_hold_the_name_without_marks() -> None:
    text = "시는 ‘호수 관측 플랫폼’을 구축한다."
    (found,) = read(text).of("program")
    assert text[found.begin : found.end] == "호수 관측 플랫폼"


@pytest.mark.parametrize("ending", ["선포식", "설명회", "포럼", "토론회", "업무협약"])
def test_programs_event_in_marks_is_none(ending: str) -> None:
    assert programs(f"시는 ‘호수 {ending}’을 열었다.") == []


@pytest.mark.parametrize("lead", ["올해", "내년", "이번", "관련"])
def test_programs_words_of_time_and_pointing_stand_outside(lead: str) -> None:
    assert programs(f"시는 {lead} 호수 관측 프로젝트를 추진한다.") == ["호수 관측 프로젝트"]


def test_program_shorts_this_project_points_to_the_last_named() -> None:
    found = read("시는 ‘호수 관측 프로젝트’를 추진한다. 이 사업에는 3억원이 든다.").of("program-short")
    assert [(m.value.text, m.value.head) for m in found] == [("이 사업", "호수 관측 프로젝트")]


def test_program_shorts_the_fund_points_to_the_fund() -> None:
    found = read("도는 ‘호수 펀드’와 ‘호수 관측 프로젝트’를 내놨다. 이 펀드는 100억원이다.").of("program-short")
    assert [(m.value.text, m.value.head) for m in found] == [("이 펀드", "호수 펀드")]


def test_program_shorts_declared_name_stands_for_the_full_one() -> None:
    found = read("시는 ‘주민참여 호수 관측 프로젝트’(이하 호수돋보기)를 연다. 호수돋보기는 3월에 시작한다.").of(
        "program-short"
    )
    assert {(m.value.text, m.value.head) for m in found} == {("호수돋보기", "주민참여 호수 관측 프로젝트")}


def test_program_shorts_nothing_to_point_to_is_nothing() -> None:
    assert read("이 사업에는 3억원이 든다.").of("program-short") == []
