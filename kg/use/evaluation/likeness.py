"""When two wordings name one thing."""

import unicodedata
from collections.abc import Callable, Iterable

from kg.patterns import regex

Same = Callable[[str, str], bool]

_IDLE = regex(r"[\s\"'‘’“”「」『』《》<>〈〉\[\]()·‧・ㆍ,.\-]")
_SHARE = 0.6
"""How much of a longer wording a shorter one must fill to stand for it."""


def folded(words: str | None) -> str:
    """A wording without what does not matter in a name: Unicode form, case, spaces, marks."""
    return _IDLE.sub("", unicodedata.normalize("NFKC", words or "").lower())


def same_name(one: str, other: str) -> bool:
    """Equal but for what does not matter."""
    return folded(one) == folded(other)


def one_in_other(one: str, other: str) -> bool:
    """Equal, or one stands inside the other and fills most of it: a stable noun phrase told longer and shorter."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return bool(short) and (short == long or (short in long and len(short) / len(long) >= _SHARE))


def same_words(one: str, other: str) -> bool:
    """Two descriptions of one measure: `one_in_other`, or at least half of their letter pairs are common."""
    if one_in_other(one, other):
        return True
    a, b = (_pairs(folded(w)) for w in (one, other))
    common = 2 * len(a & b)
    return common > 0 and common >= 0.5 * (len(a) + len(b))


def _pairs(word: str) -> set[str]:
    return {word[i : i + 2] for i in range(len(word) - 1)}


def any_same(told: Iterable[str], wanted: Iterable[str], same: Same = one_in_other) -> bool:
    """Whether one of the told spellings is one of the wanted ones."""
    accepted = list(wanted)
    return any(same(t, w) for t in told for w in accepted)
