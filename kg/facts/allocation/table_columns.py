"""Tables whose columns are the things: «구분 | 하천 AI 수위예측 | 상가 AI 길안내» above «사업비 | 18억 원 | 7억 원»."""

from kg.documents.cells import Cell
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topic_sentence import may_get_money
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_FIELD = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|자율주행|메타버스|드론|챗봇|플랫폼")
_OF_MONEY = regex(
    r"예산|사업비|금액|국비|[시도군구]비(?![가-힣])|민자|합계|총계|소계|비중|비율|증감|집행|결산|추경|요구|편성|확정|(?:19|20)\d\d|[’']\d\d년|올해|내년|지난해|분야|부문|단위|원\)"
)
"""What a column's head tells of the sums below it rather than naming a thing."""
_SHORTEST = 5


def thing_over(mentions: Mentions, head: Cell) -> tuple[str, Span] | None:
    """The thing that a column's head names: a program, or words of the field that tell nothing of money or years."""
    span = Span(head.begin, head.end)
    words = head.words.strip()
    if _OF_MONEY.search(words) or says_nothing(words) or len(words) < _SHORTEST or " " not in words:
        return None
    if mentions.within(span, "money", "organization"):
        return None
    named = any(may_get_money(m) for m in mentions.within(span, "program"))
    return (words, span) if named or _FIELD.search(words) else None
