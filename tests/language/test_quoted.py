"""Quoted spans: straight and curly marks, nested, lost, turned the wrong way."""

import pytest

from kg.language.quoted import find_quoted


def words(text: str, double: bool = True) -> list[str]:
    return [q.span.of(text) for q in find_quoted(text, 0, len(text)).spans if q.double == double]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("그는 “길은 하나다”라고 했다.", ["길은 하나다"]),
        ('그는 "길은 하나다"라며 "함께 가자"고 했다.', ["길은 하나다", "함께 가자"]),
        ("그는 “‘늦었다’는 말이 싫다”고 했다.", ["‘늦었다’는 말이 싫다"]),
        ("그는 “버스를 타고 다닐 날이 온다라며 “곧 달린다”고 했다.", ["버스를 타고 다닐 날이 온다", "곧 달린다"]),
        ("윤 시장은 “지역이 먼저 움직여야 한다라고 말했다.", ["지역이 먼저 움직여야 한다"]),
        ("윤 시장은 지역이 먼저 움직여야 한다”고 말했다.", ["지역이 먼저 움직여야 한다"]),
        ("그는 ”시작이 반이다”라고 했다.", ["시작이 반이다"]),
        ("그는 “안녕하세요“라고 했다.", ["안녕하세요"]),
        ("「한빛시 인공지능 조례」를 고쳤다.", []),
        ("’27년까지 12억원, '26년에는 6억원을 쓴다.", []),
    ],
)
def test_quoted_finds_speech(text: str, spans: list[str]) -> None:
    assert words(text) == spans


def test_quoted_tells_name_marks_from_speech_marks() -> None:
    assert words("시는 ‘AI 한빛’을 “우리 집”이라 부른다.", double=False) == ["AI 한빛"]


def test_quoted_marks_speech_whose_closing_mark_is_lost() -> None:
    (span,) = find_quoted(text := "윤 시장은 “지역이 먼저 움직여야 한다라고 말했다.", 0, len(text)).spans
    assert not span.closed


def test_quoted_tells_where_speech_is_left_open() -> None:
    text = "윤 시장은 “지역이 먼저"
    assert find_quoted(text, 0, len(text)).left_open == text.index("지역")
