"""Headings over paragraphs: what closes as a sentence is none, and a name ends at its dash."""

import pytest

from kg.facts.headings import says_a_sentence, up_to_its_dash


@pytest.mark.parametrize("words", ["시가 나선다", "왜 늦었나?", "“내년에 한다” 강조", "예산을 늘렸다."])
def test_what_closes_as_a_sentence_or_a_speech_is_no_heading(words: str) -> None:
    assert says_a_sentence(words)


@pytest.mark.parametrize("words", ["가온 AI 길잡이", "동네 AI 교실 운영", "데이터센터 건립 "])
def test_a_name_alone_may_be_a_heading(words: str) -> None:
    assert not says_a_sentence(words)


def test_only_words_from_the_offset_on_are_looked_at() -> None:
    assert says_a_sentence("1. 데이터센터 건립")
    assert not says_a_sentence("1. 데이터센터 건립", 2)


@pytest.mark.parametrize(
    "line", ["가온 AI 길잡이 — 20억 원", "가온 AI 길잡이: 내년 시작", "가온 AI 길잡이(시비)", "가온 AI 길잡이] 둘째 해"]
)
def test_a_heading_names_its_thing_up_to_the_dash(line: str) -> None:
    assert up_to_its_dash(line) == "가온 AI 길잡이"
