"""Runs of nouns without white space: the bricks of names."""

from functools import lru_cache

from kg.language.model import Token

_NOUN = frozenset({"NNG", "NNP", "NNB", "NP", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "MM", "SO", "W_HASHTAG"})


class Piece:
    """A run of noun tokens at ``begin`` … ``end`` with their tags; ``glued``: a particle or a verb ends the word."""

    __slots__ = ("begin", "end", "glued", "tags")

    def __init__(self, token: Token) -> None:
        self.begin, self.end = token.begin, token.end
        self.tags = [token.tag]
        self.glued = False


@lru_cache(maxsize=512)
def pieces(tokens: tuple[Token, ...]) -> tuple[Piece, ...]:
    """The noun pieces of a sentence's tokens, in order."""
    found: list[Piece] = []
    last: Piece | None = None
    for token in tokens:
        _, tag, begin, end = token
        if tag in _NOUN:
            if last is not None and last.end == begin and not last.glued:
                if end > begin:
                    last.end = end
                    last.tags.append(tag)
            elif end > begin and (last is None or begin >= last.end):
                last = Piece(token)
                found.append(last)
        elif last is not None and last.end == begin and tag[0] in "JEVX":
            last.glued = True
    return tuple(found)
