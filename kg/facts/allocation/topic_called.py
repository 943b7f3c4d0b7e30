"""Programs that a text calls by the first word of their name: «대게 사업은» after ‘대게 AI 자원관리’."""

from kg.facts.allocation.topics import Topic
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_HEAD = regex(
    r"(?<![가-힣A-Za-z0-9‘'“\"])(?P<head>[가-힣]{2,6})\s(?:사업|예산|쪽)(?:비)?(?:은|는|이|도|에는|에)(?=[\s,])"
)
_SAID_OF_ALL = frozenset(
    (
        *(
            "이번",
            "해당",
            "관련",
            "지원",
            "주요",
            "전체",
            "신규",
            "기존",
            "올해",
            "내년",
            "지난해",
            "국비",
            "추경",
            "다른",
        ),
        *(
            "인공지능",
            "스마트",
            "디지털",
            "지역",
            "여러",
            "같은",
            "모든",
            "이들",
            "복지",
            "교육",
            "돌봄",
            "시비",
            "도비",
        ),
    )
)


def called_by_head(text: str, mentions: Mentions, span: Span) -> Topic | None:
    """The one program before the span whose name begins with the word in front of 사업 or 예산."""
    for match in _HEAD.finditer(text, span.begin, span.end):
        head = match["head"]
        if head in _SAID_OF_ALL or head.endswith(("시", "도", "군", "구")):
            continue
        named: dict[str, Mention] = {}
        for program in mentions.of("program"):
            if program.begin >= match.start():
                break
            if program.value.text.startswith(head + " "):
                named.setdefault(program.value.text, program)
        if len(named) == 1:
            first = next(iter(named.values()))
            return Topic(first.value.text, Span(match.start("head"), match.end("head")), first)
    return None
