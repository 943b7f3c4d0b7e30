"""Looks at a whole document that many rules ask for: each is made once for its mentions."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from kg.language.model import Analysis
from kg.mentions.model import Mentions

T = TypeVar("T")
Look = Callable[[Analysis, Mentions], T]


def once_a_document(look: Look[T]) -> Look[T]:
    """The look, made when it is first asked for and again only after another mention has come."""

    @wraps(look)
    def remembered(analysis: Analysis, mentions: Mentions) -> T:
        seen = mentions.seen.get(look)
        if seen is None or seen[0] is not analysis:
            seen = mentions.seen[look] = (analysis, look(analysis, mentions))
        return cast(T, seen[1])

    return remembered
