"""What a sum without a purpose of its own is about."""

from dataclasses import dataclass

from kg.mentions.model import Mention
from kg.patterns import regex
from kg.spans import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """The wording and, where it is one, the program's mention."""

    text: str
    span: Span
    mention: Mention | None = None

    @property
    def programs(self) -> tuple[Mention, ...]:
        """The program, where the wording is one's name."""
        return () if self.mention is None else (self.mention,)


_GATHERING = regex(
    r"\s?(?:(?P<of>업무\s?협약식?|투자\s?협약식?|협약식|선포식|보고회|설명회|착공식|기공식|준공식|개소식|발대식)"
    r"|(?:원탁|대책|전략|연석|점검|간부|실무|범시민|비상)\s?회의|토론회|공청회|세미나|간담회|기자회견|브리핑|심포지엄|워크숍)[’'”\"」』]?$"
)
"""What only gathers people: no sum without words of its own is for it, but it may be named after the thing."""


def thing_of(topic: Topic | None) -> Topic | None:
    """«‘다솜 AI 관광 보고회’»: the thing that a gathering is named after; nothing for a debate or a seminar."""
    match = _GATHERING.search(topic.text) if topic is not None else None
    if topic is None or match is None:
        return topic
    bare = topic.text[: match.start()]
    if match["of"] is None or " " not in bare:
        return None
    return Topic(bare, Span(topic.span.begin, topic.span.begin + len(bare)))


_FIELD = regex(
    r"(?:(?:AI|인공지능|디지털|데이터|AX|ICT|정보화|스마트|미래\s?산업|첨단\s?산업|로봇|과학\s?기술|신산업|전환|도시|[·・및와과,()\s])+)"
    r"(?:관련|분야|부문|사업|산업|예산|사업비|살림|\s)*"
)


def is_field(words: str) -> bool:
    """Whether words name a whole field of which many programs are parts: AI 예산, 인공지능·디지털 분야."""
    return _FIELD.fullmatch(words) is not None
