"""Paragraphs that are set in lines: which breaks are read as white space."""

from kg.documents.model import Block, Document
from kg.language.wrapped import read_as

SET_IN_LINES = """□ 가온시 도하준
부시장은 “주민이 스스로 문제를 찾고
푸는 것이 먼저다.”라고 말했다.

ㅇ 시는 올해 ‘누리
배움터 사업’에 12억 원을
들여 강사 30명을 뽑을
계획이다.

* 강사 30명은 읍면동에서
두 명씩 뽑음

사업 개요

예산 12억 원
강사 30명
"""


def _read(text: str) -> str:
    return read_as(Document("a.txt", text, blocks=(Block(0, len(text), "body"),)))


def test_breaks_inside_sentences_are_read_as_white_space() -> None:
    read = _read(SET_IN_LINES)
    assert len(read) == len(SET_IN_LINES)
    assert "도하준 부시장은 “주민이 스스로 문제를 찾고 푸는 것이 먼저다.”라고" in read
    assert "올해 ‘누리 배움터 사업’에 12억 원을 들여 강사 30명을 뽑을 계획이다." in read
    assert "예산 12억 원\n강사 30명" in read


def test_a_document_that_is_not_set_in_lines_keeps_its_lines() -> None:
    text = "사업 개요\n사업비는 12억 원이다.\n대상은 읍면동에서 뽑은\n강사 30명이다.\n"
    assert _read(text) == text
