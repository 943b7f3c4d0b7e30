"""Near-copies: the same wire story or release in several outlets is one independent source.

Two documents are near-copies where at least half of the four-word runs of the shorter one stand in the other too, and
their days are not far apart. Runs are of words without marks, so that an outlet's quotation marks and commas do not
matter; what is no article (menus, rights) is left out. What is copied from a copy is of the same source.
"""

import unicodedata
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from zlib import crc32

from kg.identity.tellings import day_of, days_between
from kg.patterns import regex
from kg.resolution.reading import Reading

_LEAST = 12
"""A text of fewer runs (about three sentences) is too short to be told a copy."""
_SHARE = 0.5
_DAYS = 14
_SAMPLED = 8
"""Every eighth run, by its hash, leads to the documents that are compared."""
_HELD_AGAINST = 6
"""A document is compared with so many before and behind it, by their days, among those that share a run."""
_MARKS = regex(r"[^\w\s%]+")


def runs(reading: Reading) -> frozenset[int]:
    """The hashes of the runs of words of a document's article."""
    plain = unicodedata.normalize("NFKC", "\n".join(_article(reading))).lower()
    words = [crc32(word.encode()) for word in _MARKS.sub("", plain).split()]
    followed = zip(words, words[1:], words[2:], words[3:], strict=False)
    return frozenset((((a * 31 + b) * 31 + c) * 31 + d) & 0xFFFFFFFF for a, b, c, d in followed)


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


Words = tuple[str, list[int]]
"""A document's day (ISO, empty where not told) and the hashes of its runs, sorted."""


@dataclass(slots=True)
class Stories:
    """Documents grouped by what they copy; the same whatever the order in which they come and go.

    ``words`` holds each document's day and runs, ``sharing`` by run (sampled) the documents that have it with their
    days, sorted, ``alike`` each document's near-copies with the number of runs that led to them, ``firsts`` for each
    copy the first of its story.
    """

    words: MutableMapping[str, Words] = field(default_factory=dict)
    sharing: MutableMapping[str, list[tuple[str, str]]] = field(default_factory=dict)
    alike: MutableMapping[str, dict[str, int]] = field(default_factory=dict)
    firsts: MutableMapping[str, str] = field(default_factory=dict)
    _led: Counter[tuple[str, str]] = field(default_factory=Counter)
    _stirred: set[str] = field(default_factory=set)

    def take(self, reading: Reading) -> None:
        """Put a document in; call `settle` behind the last."""
        day, found = day_of(reading), sorted(runs(reading))
        self.words[reading.identifier] = (day, found)
        self._stirred.add(reading.identifier)
        for run in _sampled(found):
            documents = self.sharing.get(run) or []
            insort(documents, (day, reading.identifier))
            self.sharing[run] = documents
            self._neighbours(documents, (day, reading.identifier), 1)

    def drop(self, document: str) -> None:
        """Take a document out; call `settle` behind the last, and before another of the name is put in."""
        day, found = self.words[document]
        self._stirred.add(document)
        for run in _sampled(found):
            documents = self.sharing[run]
            self._neighbours(documents, (day, document), -1)
            documents.remove((day, document))
            if documents:
                self.sharing[run] = documents
            else:
                del self.sharing[run]

    def _neighbours(self, documents: list[tuple[str, str]], one: tuple[str, str], way: int) -> None:
        """Count the pairs that are held against each other because a document is there, less those that it parts."""
        place, led = bisect_left(documents, one), self._led
        before = [name for _, name in documents[max(0, place - _HELD_AGAINST) : place]]
        behind = [name for _, name in documents[place + 1 : place + 1 + _HELD_AGAINST]]
        for name in (*before, *behind):
            led[(one[1], name) if one[1] < name else (name, one[1])] += way
        for number, name in enumerate(reversed(before)):
            if (last := _HELD_AGAINST - 1 - number) < len(behind):
                other = behind[last]
                led[(name, other) if name < other else (other, name)] -= way

    def settle(self) -> set[str]:
        """Group anew what the documents put in or taken out touch; the documents that now copy another than before."""
        for (one, other), number in sorted(self._led.items()):
            known = self.alike.get(one, {}).get(other, 0)
            if number and (known or (number > 0 and self._copies(one, other))):
                self._tie(one, other, known + number)
                self._stirred |= {one, other}
        self._led.clear()
        changed: set[str] = set()
        for document in sorted(self._stirred):
            if not self.alike.get(document) and document in self.alike:
                del self.alike[document]
        seen: set[str] = set()
        for document in sorted(self._stirred):
            if document not in seen:
                story = self._story(document)
                seen |= story
                changed |= self._name(story)
        self._stirred.clear()
        return changed

    def _copies(self, one: str, other: str) -> bool:
        if one not in self.words or other not in self.words:
            return False
        (day, runs_one), (other_day, runs_other) = self.words[one], self.words[other]
        between = days_between(day, other_day)
        return (between is None or abs(between) <= _DAYS) and are_copies(frozenset(runs_one), frozenset(runs_other))

    def _tie(self, one: str, other: str, number: int) -> None:
        for a, b in ((one, other), (other, one)):
            tied = self.alike.get(a) or {}
            if number > 0:
                tied[b] = number
            else:
                tied.pop(b, None)
            self.alike[a] = tied

    def _story(self, document: str) -> set[str]:
        """The document and all that are tied to it."""
        found, waiting = {document}, [document]
        while waiting:
            new = self.alike.get(waiting.pop(), {}).keys() - found
            found |= new
            waiting += new
        return found

    def _name(self, story: set[str]) -> set[str]:
        """Write down the first of a story: of the earliest day, then of the least name; without a day it comes last."""
        there = [name for name in story if name in self.words]
        first = min(there, key=lambda n: (not self.words[n][0], self.words[n][0], n), default="")
        changed = set()
        for name in story:
            new = first if name != first and name in self.words else ""
            if self.firsts.get(name, "") != new:
                changed.add(name)
                if new:
                    self.firsts[name] = new
                else:
                    del self.firsts[name]
        return changed

    def forget(self, document: str) -> None:
        """Let go of a document that was taken out for good, behind `settle`."""
        if document in self.words:
            del self.words[document]


def _sampled(found: Iterable[int]) -> Iterator[str]:
    return (str(run) for run in found if run % _SAMPLED == 0)


def near_copies(readings: Iterable[Reading]) -> dict[str, str]:
    """For each document that is a near-copy the identifier of the first of its story."""
    stories = Stories()
    for reading in readings:
        stories.take(reading)
    stories.settle()
    return dict(stories.firsts)
