"""Milestones: dated steps of programs. All programs are invented."""

import pytest

from kg.documents.model import Block, Document
from kg.facts.milestones import milestones
from kg.language.kiwi import analyse
from kg.lexicon import load_lexicon
from kg.mentions.cascade import find_mentions


def told(text: str) -> list[tuple[str, str, str]]:
    """Program, step and date of each milestone of one line of text, published on 2025-10-15."""
    lexicon = load_lexicon()
    document = Document("x", text, (Block(0, len(text), "body"),), published="2025-10-15")
    analysis = next(iter(analyse([document], lexicon)))
    found = milestones(analysis, find_mentions(analysis, lexicon), lexicon, ())
    return [(m.program.value.text, m.milestone, m.date) for m in found]


@pytest.mark.parametrize(
    ("text", "step", "date"),
    [
        ("‘한빛 데이터 클러스터 조성사업’은 2028년 2월 준공이 목표다.", "준공", "2028-02"),
        ("‘한빛 데이터 클러스터 조성사업’은 내년 착공한다.", "착공", "2026"),
        ("‘한빛 데이터 클러스터 조성사업’이 내년 첫발을 뗀다.", "시작", "2026"),
        ("‘한빛 데이터 클러스터 조성사업’은 2029년 문을 연다.", "개소", "2029"),
    ],
)
def test_milestones_reads_a_dated_step(text: str, step: str, date: str) -> None:
    assert told(text) == [("한빛 데이터 클러스터 조성사업", step, date)]


def test_milestones_reads_two_steps_of_one_program() -> None:
    rows = told("‘한빛 데이터 클러스터 조성사업’은 내년 착공해 2029년 문을 연다.")
    assert [(step, date) for _, step, date in rows] == [("착공", "2026"), ("개소", "2029")]


@pytest.mark.parametrize(
    "text",
    [
        "‘한빛 데이터 클러스터 조성사업’의 착공식은 성대했다.",
        "시는 2027년부터 ‘한빛 데이터 클러스터 조성사업’의 시행사를 찾는다.",
        "‘한빛 데이터 클러스터 조성사업’에 2027년까지 90억원을 쓴다.",
        "내년 완공되는 다리가 있다.",
    ],
)
def test_milestones_leaves_what_is_no_dated_step(text: str) -> None:
    assert told(text) == []
