"""What a sum without a purpose of its own is about."""

from dataclasses import dataclass

from kg.mentions.model import Mention
from kg.spans import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """The wording and, where it is one, the program's mention."""

    text: str
    span: Span
    mention: Mention | None = None
