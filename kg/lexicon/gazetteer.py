"""Longest-match look-up of many names at one place of a text, without a regular expression over all of them."""

from collections.abc import Container, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Gazetteer(Generic[T]):
    """Names and what each stands for; case and white space of a name do not matter.

    A look-up costs one slice and one dictionary access where no name begins, so it can be asked at every word
    of a text.
    """

    def __init__(self, names: Mapping[str, T]) -> None:
        self._values: dict[str, T] = {}
        lengths: dict[str, set[int]] = {}
        longest: dict[str, int] = {}
        for name, value in names.items():
            bare = name.replace(" ", "").lower()
            if len(bare) > 1:
                self._values.setdefault(bare, value)
                if len(bare) > 2:
                    lengths.setdefault(bare[:3], set()).add(len(bare))
                longest[bare[:2]] = max(len(bare), longest.get(bare[:2], 0))
        self._longest = longest
        """How long the longest name is that begins with two characters."""
        self._lengths = {key: tuple(sorted(ls, reverse=True)) for key, ls in lengths.items()}
        """How long the names of more than two characters are that begin with three."""

    def __len__(self) -> int:
        return len(self._values)

    @property
    def starts(self) -> Container[str]:
        """The first two characters of the names, in lower case: where none of them stands no name begins."""
        return self._longest

    def at(self, text: str, begin: int, limit: int) -> list[tuple[int, T]]:
        """The names that begin at a place of the text and end by ``limit``, the longest first: end and value.

        White space inside the words is passed over where at least two characters stand on either side of it, so
        that 한국 전력공사 is found and 서울 시장 is not read as 서울시.
        """
        longest = self._longest.get(text[begin : begin + 2].lower())
        if longest is None:
            return []
        window = text[begin : min(begin + longest + 8, limit)]
        bare = window.replace(" ", "").lower()
        found = []
        for length in (*self._lengths.get(bare[:3], ()), 2):
            value = self._values.get(bare[:length])
            if value is not None and length <= len(bare):
                end = _end_of(window, length)
                words = window[:end].split(" ")
                if len(words) == 1 or all(len(w) > 1 for w in words if w):
                    found.append((begin + end, value))
        return found


def _end_of(window: str, length: int) -> int:
    """Where the first ``length`` characters that are no white space end."""
    if " " not in window[:length]:
        return length
    seen = 0
    for i, c in enumerate(window):
        seen += c != " "
        if seen == length:
            return i + 1
    return len(window)
