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


_FIELD = regex(
    r"(?:(?:AI|인공지능|디지털|데이터|AX|ICT|정보화|스마트|미래\s?산업|첨단\s?산업|로봇|과학\s?기술|신산업|전환|도시|[·・및와과,()\s])+)"
    r"(?:관련|분야|부문|사업|산업|예산|사업비|살림|\s)*"
)


def is_field(words: str) -> bool:
    """Whether words name a whole field of which many programs are parts: AI 예산, 인공지능·디지털 분야."""
    return _FIELD.fullmatch(words) is not None
