"""Lines become sentences of tokens; no sentence ends inside its own speech."""

from kg.documents.model import Block, Document
from kg.language.kiwi import analyse
from kg.language.model import Analysis
from kg.lexicon import load_lexicon


def analysis(text: str) -> Analysis:
    return next(iter(analyse([Document("x", text, (Block(0, len(text), "body"),))], load_lexicon())))


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in analysis(text).sentences]


def test_kiwi_keeps_a_sentence_whole_round_its_speech() -> None:
    text = "윤 시장은 “길은 멀다. 그래도 간다. 함께 가자”고 말했다. 시는 일을 서두른다."
    assert sentences(text) == ["윤 시장은 “길은 멀다. 그래도 간다. 함께 가자”고 말했다.", "시는 일을 서두른다."]


def test_kiwi_cuts_where_speech_opens_a_sentence() -> None:
    text = "그는 “값이 오른다”고 말했다. “국비는” 오현주 교수가 말을 이었다. “받는 순간 빚이다.”"
    assert sentences(text) == [
        "그는 “값이 오른다”고 말했다.",
        "“국비는” 오현주 교수가 말을 이었다.",
        "“받는 순간 빚이다.”",
    ]


def test_kiwi_joins_speech_that_is_broken_over_two_lines() -> None:
    text = "윤 시장은 “한빛은 작지만 \n빠르다”고 말했다."
    assert [q.span.of(text) for q in analysis(text).quoted] == ["한빛은 작지만 \n빠르다"]


def test_kiwi_places_tokens_in_the_untouched_text() -> None:
    text = "  한빛시는 12억원을 쓴다.\n\n시는 일을 서두른다.  "
    assert all(t.begin < t.end and text[t.begin : t.end].strip() for s in analysis(text).sentences for t in s.tokens)


def test_kiwi_cuts_sentences_before_names_in_straight_marks() -> None:
    text = "시는 9억원만 살렸다. '바다 AI 그물'은 5억원이 사라졌다. '산 AI 그물'은 그대로다."
    assert sentences(text) == [
        "시는 9억원만 살렸다.",
        "'바다 AI 그물'은 5억원이 사라졌다.",
        "'산 AI 그물'은 그대로다.",
    ]
