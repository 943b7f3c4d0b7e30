"""The words by which programs are known, taken from the lexicon once."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.lexicon import Lexicon

Strength = Literal["strong", "common", "deed"]


class Suffix(NamedTuple):
    """The end of a program's name: the ontology's class and how much it says by itself."""

    word: str
    cls: str
    strength: Strength


class ProgramWords(NamedTuple):
    """Tables ``program_suffixes``, ``program_stopwords``, ``program_other_heads``, ``program_heads`` as look-ups."""

    suffixes: dict[str, Suffix]
    lead: frozenset[str]
    breaks: frozenset[str]
    generic: frozenset[str]
    other: dict[str, str]
    heads: dict[str, tuple[str, bool]]
    trail: frozenset[str]
    common: frozenset[str]
    technology: frozenset[str]
    last: frozenset[str]
    sizes: dict[str, tuple[int, ...]]
    """By the last letter how long the ends of programs' names are, the longest first; so of other names."""
    other_sizes: dict[str, tuple[int, ...]]

    def suffix(self, phrase: str) -> Suffix | None:
        """The longest known end of a phrase, white space ignored."""
        bare = phrase.replace(" ", "")
        for size in self.sizes.get(bare[-1:], ()):
            found = self.suffixes.get(bare[-size:])
            if found:
                return found
        return None

    def other_head(self, phrase: str) -> str | None:
        """What a phrase is if its end says that it is no program: event, organization, document, slogan, topic."""
        bare = phrase.replace(" ", "")
        for size in self.other_sizes.get(bare[-1:], ()):
            found = self.other.get(bare[-size:])
            if found:
                return found
        return None

    def says_something(self, words: Iterable[str]) -> bool:
        """Whether one of the words is more than a word that fits any program."""
        return any(w not in self.generic for w in words)


@lru_cache(maxsize=4)
def program_words(lexicon: Lexicon) -> ProgramWords:
    """The look-ups of a lexicon."""
    rows = lexicon.rows("program_suffixes")
    suffixes = {r["suffix"]: Suffix(r["suffix"], r["class"], r["strength"]) for r in rows}  # type: ignore[arg-type]
    other = {r["word"]: r["what"] for r in lexicon.rows("program_other_heads")}
    return ProgramWords(
        suffixes,
        frozenset(lexicon.words("program_stopwords", kind="lead")),
        frozenset(lexicon.words("program_stopwords", kind="break")),
        frozenset(lexicon.words("program_stopwords", kind="generic")),
        other,
        {r["word"]: (r["class"], r["joined"] == "yes") for r in lexicon.rows("program_heads")},
        frozenset(lexicon.words("program_stopwords", kind="trail")),
        frozenset(lexicon.words("program_stopwords", kind="common")),
        frozenset(lexicon.words("technology_words")),
        frozenset(s[-1] for s in suffixes),
        _sizes(suffixes),
        _sizes(other),
    )


def _sizes(ends: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words by their last letter, the longest first."""
    found: dict[str, set[int]] = {}
    for word in ends:
        found.setdefault(word[-1:], set()).add(len(word))
    return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in found.items()}
