"""Questions of an interview, of a question-and-answer page, of minutes: what they ask about, and who speaks."""

from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_ASKS = regex(
    r"[ \t]*(?:(?:Q\d{0,2}|문|질문)\s?[.:)]|"
    r"[-―–▶▷◇◆△■□▲●○]\s?(?=[^\n]{4,120}(?:\?|[나까은는가요죠지데면]\.?)[ \t]*\n\s*[“\"A답]))"
)
_TOPIC = regex(
    r"(?P<what>(?:[‘'“「『][^‘’'“”「」『』\n]{2,24}[’'”」』]|[가-힣A-Za-z][가-힣A-Za-z·]+(?: [가-힣A-Za-z·]+)?))"
    r" ?(?:사업|프로젝트|정책|서비스)?(?:은|는|이|가|을|를|도|란|이란)[ ?,]"
)
_WHEN = regex(
    r"(?:(?:당장|우선|먼저|그럼|그러면|혹시|그런데) ?)?"
    r"(?:올해|내년|지금|현재|앞으로|지난해|작년|당장|이번|이제|내후년|임기 안|임기|연말|연내|첫해)(?:에|까지)?"
)
"""A topic that only asks about a time: 당장 올해는 무엇이 달라집니까."""
_TURN = regex(r"[ \t]*[○◯〇◎●][^\n]*?(?:[.?!:：] |  )(?P<last>[^\n.?!:：]{4,60}\?)[ \t]*(?=\n|$)")
"""A turn in minutes that ends with a question (○ 의원: … 실종 신고는 줄었습니까?)."""
_SPOKEN = regex(r"\s?[○◯〇◎●◉◈▶▣■□❍]")
_SPEAKER = regex(r"[가-힣]{1,12}(?:장|관|감|수|사|원) [가-힣]{2,4}|[가-힣]{2,4} [가-힣]{0,10}(?:장|관|감|수|사|원)")
_LINES = 6


def names_speaker(text: str, begin: int, span: Span, mentions: Mentions) -> bool:
    """Whether a phrase at the head of the sentence that begins at ``begin`` tells who speaks in minutes."""
    if span.begin - begin > 3:
        return False
    colon = text.startswith((":", " :", "："), span.end)
    if not (_SPOKEN.match(text, begin) or colon):
        return False
    if mentions.within(Span(span.begin, span.end + 1), "person", "person-short"):
        return True
    return (colon or text.startswith("  ", span.end)) and _SPEAKER.fullmatch(span.of(text).strip()) is not None


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
        turn = _TURN.match(text, start, end)
        if turn is not None:
            return Span(*turn.span("last"))
        end = start - 1
    return None


def asked_about(text: str, begin: int) -> Span | None:
    """What the question above asks about, in its own words (짐배송 로봇은 언제부터 다니나), without name marks."""
    line = question_above(text, begin)
    topic = _TOPIC.match(text, line.begin + _blank(text, line.begin), line.end) if line is not None else None
    if topic is None or _WHEN.fullmatch(topic["what"]) is not None:
        return None
    start, end = topic.span("what")
    return Span(start + 1, end - 1) if text[start] in "‘'“「『" else Span(start, end)


def _blank(text: str, begin: int) -> int:
    return len(text[begin : begin + 4]) - len(text[begin : begin + 4].lstrip())
