"""All names by their first initial consonant (초성): what stands in for searching where no script runs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.search import Found
from kg.use.searching.keys import INITIALS, initials, key

_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
LETTERS = (*(i for i in INITIALS if i not in _PLAIN), "A-Z", "0-9")
"""The pages in their order; double consonants stand with the single ones, other scripts with ``A-Z``."""


@dataclass(frozen=True, slots=True)
class Names:
    """One letter's names in their order; ``letters`` are all pages with how many names they have."""

    letter: str
    letters: tuple[tuple[str, int, Route], ...]
    names: tuple[Found, ...]


def letter_of(label: str) -> str:
    """The page on which a name stands."""
    first = initials(key(label)[:1])
    if first in INITIALS and first:
        return _PLAIN.get(first, first)
    return "0-9" if first.isdecimal() or not first else "A-Z"


def names(route: Route, shown: Shown) -> Names:
    """The names of a letter; without a letter those of the first one that has any."""
    every = [Found(hit, page) for hit, _ in shown.index.all() if (page := route_of(hit.iri))]
    counted = Counter(letter_of(found.hit.label) for found in every)
    letters = tuple((x, counted[x], Route("names", x)) for x in LETTERS if counted[x])
    letter = route.name or next((x for x, _, _ in letters), "")
    return Names(letter, letters, tuple(_sorted([f for f in every if letter_of(f.hit.label) == letter])))


def _sorted(found: Sequence[Found]) -> list[Found]:
    return sorted(found, key=lambda f: (key(f.hit.label), f.hit.label, f.hit.iri))
