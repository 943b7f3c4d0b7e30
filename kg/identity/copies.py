"""Near-copies: the same wire story or release in several outlets is one independent source.

Two documents are near-copies where at least half of the four-word runs of the shorter one stand in the other too, and
their days are not far apart. Runs are of words without marks, so that an outlet's quotation marks and commas do not
matter; what is no article (menus, rights) is left out. What is copied from a copy is of the same source.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from zlib import crc32

from kg.identity.tellings import day_of, days_between
from kg.resolution.names import folded
from kg.resolution.reading import Reading

_RUN = 4
_LEAST = 12
"""A text of fewer runs (about three sentences) is too short to be told a copy."""
_SHARE = 0.5
_DAYS = 14
_SAMPLED = 8
"""Every eighth run, by its hash, leads to the documents that are compared."""
_HELD_AGAINST = 6
"""A document is compared with the first of those that share a run: a story of a hundred copies has one hub."""
_WORD = re.compile(r"\S+")


def runs(reading: Reading) -> frozenset[int]:
    """The hashes of the runs of words of a document's article."""
    words = [w for part in _article(reading) for m in _WORD.finditer(part) if (w := folded(m[0]))]
    return frozenset(crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(len(words) - _RUN + 1))


def _article(reading: Reading) -> Iterator[str]:
    at = 0
    for begin, end in sorted(reading.noise):
        if begin > at:
            yield reading.text[at:begin]
        at = max(at, end)
    yield reading.text[at:]


def are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two documents' runs make them near-copies."""
    shorter = min(len(one), len(other))
    return shorter >= _LEAST and len(one & other) >= _SHARE * shorter


class Stories:
    """Collects what documents tell, one after the other, and groups them by what they copy."""

    def __init__(self) -> None:
        self._days: dict[str, str] = {}
        self._runs: dict[str, array[int]] = {}

    def take(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The readings as they come, each looked at on its way."""
        for reading in readings:
            self._days[reading.identifier] = day_of(reading)
            self._runs[reading.identifier] = array("L", sorted(runs(reading)))
            yield reading

    def copies(self) -> dict[str, str]:
        """For each document that is a near-copy the identifier of the first of its story.

        The first is the one of the earliest day, then of the least identifier; a document without a day comes last.
        """
        stories: dict[str, list[str]] = defaultdict(list)
        top = self._joined()
        for name in sorted(self._days):
            stories[top(name)].append(name)
        found: dict[str, str] = {}
        for members in stories.values():
            first = min(members, key=lambda n: (not self._days[n], self._days[n], n))
            found |= {name: first for name in members if name != first}
        return found

    def _joined(self) -> Callable[[str], str]:
        """What gives for each document one that stands for its story."""
        above: dict[str, str] = {}

        def top(name: str) -> str:
            while name in above:
                name = above[name]
            return name

        for one, other in self._pairs():
            if top(one) != top(other) and self._near(one, other) and are_copies(self._of(one), self._of(other)):
                least, most = sorted((top(one), top(other)))
                above[most] = least
        return top

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Pairs of documents that share a sampled run; each with the first of those that share it."""
        sharing: dict[int, list[str]] = defaultdict(list)
        for name in sorted(self._runs):
            for run in self._runs[name]:
                if run % _SAMPLED == 0:
                    sharing[run].append(name)
        held: set[tuple[str, str]] = set()
        for _, documents in sorted(sharing.items()):
            for place, other in enumerate(documents):
                for one in documents[: min(place, _HELD_AGAINST)]:
                    if (one, other) not in held:
                        held.add((one, other))
                        yield one, other

    def _near(self, one: str, other: str) -> bool:
        between = days_between(self._days[one], self._days[other])
        return between is None or abs(between) <= _DAYS

    def _of(self, name: str) -> frozenset[int]:
        return frozenset(self._runs[name])


def near_copies(readings: Iterable[Reading]) -> dict[str, str]:
    """For each document that is a near-copy the identifier of the first of its story."""
    stories = Stories()
    for _ in stories.take(readings):
        pass
    return stories.copies()
