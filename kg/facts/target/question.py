"""Questions of an interview or of a question-and-answer page: what they ask about, and that they only ask."""

import re

from kg.spans import Span

_ASKS = re.compile(
    r"[ \t]*(?:(?:Q\d{0,2}|문|질문)\s?[.:)]|"
    r"[-―–▶▷◇◆△■□▲●○]\s?(?=[^\n]{4,120}(?:\?|[나까은는가요죠지데면]\.?)[ \t]*\n\s*[“\"A답]))"
)
_TOPIC = re.compile(
    r"(?P<what>(?:[‘'“「『][^‘’'“”「」『』\n]{2,24}[’'”」』]|[가-힣A-Za-z][가-힣A-Za-z·]*(?: [가-힣A-Za-z·]+)?))"
    r" ?(?:사업|프로젝트|정책|서비스)?(?:은|는|이|가|을|를|도|란|이란)[ ?,]"
)
_LINES = 6


def asks(text: str, begin: int) -> bool:
    """Whether the line in which an offset stands is a question that an interviewer puts."""
    start = text.rfind("\n", 0, begin) + 1
    return _ASKS.match(text, start) is not None


def question_above(text: str, begin: int) -> Span | None:
    """The line of the question nearest above an offset, its mark left out; None where none stands near."""
    end = text.rfind("\n", 0, begin)
    for _ in range(_LINES):
        if end <= 0:
            return None
        start = text.rfind("\n", 0, end) + 1
        mark = _ASKS.match(text, start)
        if mark is not None:
            return Span(mark.end(), end)
        end = start - 1
    return None


def asked_about(text: str, begin: int) -> Span | None:
    """What the question above asks about, in its own words (짐배송 로봇은 언제부터 다니나), without name marks."""
    line = question_above(text, begin)
    topic = _TOPIC.match(text, line.begin + _blank(text, line.begin), line.end) if line is not None else None
    if topic is None:
        return None
    start, end = topic.span("what")
    return Span(start + 1, end - 1) if text[start] in "‘'“「『" else Span(start, end)


def _blank(text: str, begin: int) -> int:
    return len(text[begin : begin + 4]) - len(text[begin : begin + 4].lstrip())
