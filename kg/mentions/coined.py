"""Words coined out of a clause or of two nouns joined by a particle: 함께짓는마을, 돌봄과미래.

A particle or an ending closes a word of ordinary speech; where a noun is glued to one, the whole is a name.
"""

from collections.abc import Sequence
from itertools import pairwise

from kg.language.model import Token

_NOUN = frozenset({"NNG", "NNP", "NNB", "NP", "NR", "SL", "SH", "XSN"})
_JOINING = frozenset({"JC", "JX", "JKB", "JKG", "JKS", "JKO", "ETM"})
_OF_SPEECH = frozenset({"위하", "대하", "관하", "통하", "따르", "말", "말하", "밝히"})
"""Verbs between which and the next noun a hurried writer forgets the space."""
_NO_END = frozenset({"것", "수", "때", "중", "뒤", "후"})
_SHORTEST = 4


def coined_end(tokens: Sequence[Token]) -> int | None:
    """Where a name ends that is coined out of a clause, its particle left off; ``tokens`` are those of one word.

    None where no noun is glued to a particle or an ending inside the word.
    """
    size = len(tokens)
    while size and tokens[size - 1].tag[0] == "J":
        size -= 1
    if size < 3 or tokens[size - 1].tag not in _NOUN or tokens[size - 1].form in _NO_END:
        return None
    if any(a.end < b.begin for a, b in pairwise(tokens)):
        return None  # two words
    inner = tokens[: size - 1]
    if not any(t.tag in _JOINING for t in inner[1:]) or any(t.form in _OF_SPEECH for t in inner):
        return None
    end = tokens[size - 1].end
    return end if end - tokens[0].begin >= _SHORTEST else None
