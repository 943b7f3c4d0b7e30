"""The marks of footnotes inside a line: Kiwi is fed the line without them, for they tear words from their endings
(«투입*될», «지자체**를»), and its tokens are put back where they stand in the line.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from kg.language.apart import Morpheme
from kg.patterns import regex

_MARK = regex(r"(?<=[가-힣A-Za-z0-9%)\]”’」』\"'])\*{1,4}(?=[가-힣])")


_ENDINGS = frozenset(
    (
        "XSV",
        "XSA",
        "VCP",
        "XSN",
        "EF",
        "EC",
        "EP",
        "ETM",
        "ETN",
        "JKS",
        "JKO",
        "JKC",
        "JKG",
        "JKB",
        "JKV",
        "JKQ",
        "JX",
        "JC",
    )
)
"""What is one word with what stands before the mark: such a token begins at the mark."""


class Marked(NamedTuple):
    """A line without the marks, and for each code point of it the place in the line as it is; None where none was."""

    text: str
    places: tuple[int, ...] | None = None


def without_marks(line: str) -> Marked:
    """The line as Kiwi is to read it."""
    if "*" not in line:
        return Marked(line)
    marks = [m.span() for m in _MARK.finditer(line)]
    if not marks:
        return Marked(line)
    out = {i for begin, end in marks for i in range(begin, end)}
    places = tuple(i for i in range(len(line)) if i not in out)
    return Marked("".join(line[i] for i in places), places)


def put_back(tokens: Iterable[Any], line: Marked) -> Iterable[Any]:
    """Kiwi's tokens with their places in the line as it is."""
    if line.places is None:
        return tokens
    return [_moved(token, line.places) for token in tokens]


def _moved(token: Any, places: tuple[int, ...]) -> Morpheme:
    start = places[token.start - 1] + 1 if token.start else 0
    if token.tag not in _ENDINGS and token.start < len(places):
        start = places[token.start]
    end = places[token.start + token.len - 1] + 1 if token.len else start
    return Morpheme(token.form, token.tag, start, end - start, token.id, token.sent_position)
