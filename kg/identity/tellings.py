"""What each document tells about one matter: the rows that contradict, confirm or follow each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.identity.identity import Identity
from kg.identity.profiles import Corpus
from kg.resolution.reading import Node, Reading, first_value

Value = int | str
LATER = 14
"""So many days must lie between two documents for the later one to supersede the earlier."""


class Matter(NamedTuple):
    """What is told: amount or date of one thing (canonical key), in one role (the year, the source, the step)."""

    what: str
    thing: str
    role: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's word on a matter: whole won, an ISO date, a title or a name; its day (ISO) and its sentence.

    ``vague`` marks what is said to be approximate.
    """

    document: str
    day: str
    value: Value
    sentence: str
    vague: bool = False


Same = Callable[[Value, Value], bool]


def sentence_of(reading: Reading, node: Node) -> str:
    """The sentence that bears a claim out, else the line of its first mention."""
    if node.derivation is None:
        return ""
    for slot, spans in node.derivation.slots:
        if slot == "rap:sentenceFrom" and spans:
            return _clean(reading.text[spans[0][0] : spans[0][1]])
    if not node.derivation.spans:
        return ""
    begin, end = node.derivation.spans[0]
    start = reading.text.rfind("\n", 0, begin) + 1
    stop = reading.text.find("\n", end)
    return _clean(reading.text[start : stop if stop >= 0 else len(reading.text)])


def _clean(text: str) -> str:
    return " ".join(text.split())


def day_of(reading: Reading) -> str:
    """The day of a document; empty where it tells none."""
    return first_value(reading.document, "schema:datePublished")[:10]


def days_between(earlier: str, later: str) -> int | None:
    """The days from one ISO day to another; None where one is not known to the day."""
    if len(earlier) < 10 or len(later) < 10:
        return None
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def by_value(tellings: Iterable[Telling], same: Same) -> list[list[Telling]]:
    """Tellings of one value together, the classes by their first day, then by value. What fits two is left out."""
    classes: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda t: (-len(str(t.value)), str(t.value), t.day, t.document)):
        fitting = [c for c in classes if all(same(telling.value, other.value) for other in c)]
        if len(fitting) == 1:
            fitting[0].append(telling)
        elif not fitting:
            classes.append([telling])
    return sorted(
        (sorted(c, key=lambda t: (t.day, t.document)) for c in classes), key=lambda c: (c[0].day, str(c[0].value))
    )


def near(a: Telling, b: Telling) -> bool:
    """Whether two documents are of one time, so that neither supersedes the other."""
    between = days_between(a.day, b.day)
    return between is None or abs(between) < LATER


def without_repeated(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling a document: of several values the one that no clearly earlier document told; none where it is open.

    A text on a change repeats what was before it.
    """
    told: dict[str, list[Telling]] = {}
    for telling in tellings:
        told.setdefault(telling.document, []).append(telling)
    alone = [rows[0] for rows in told.values() if len({t.value for t in rows}) == 1]
    found = list(alone)
    for rows in told.values():
        if len({t.value for t in rows}) > 1:
            new = [t for t in rows if not told_before((o for o in alone if o.value == t.value), t.day)]
            found += new if len(new) == 1 else []
    return sorted(found, key=lambda t: (t.day, t.document))


def told_before(rows: Iterable[Telling], day: str) -> list[Telling]:
    """The tellings of documents that are clearly older than a day (ISO)."""
    return [t for t in rows if (between := days_between(t.day, day)) is not None and between >= LATER]


class Names:
    """The names of things and of documents as answers show them."""

    def __init__(self, corpus: Corpus, identity: Identity) -> None:
        members: dict[str, list[str]] = {}
        for key in sorted(corpus.profiles):
            members.setdefault(identity.canonical(key), []).append(key)
        self._corpus, self._identity, self._members = corpus, identity, members
        stems: dict[str, int] = {}
        for document in corpus.sources:
            stems[_stem(document)] = stems.get(_stem(document), 0) + 1
        self._stems = stems

    def label(self, thing: str) -> str:
        """What the thing is called."""
        known = self._identity.label(thing)
        profile = self._corpus.profiles.get(thing)
        told = min(profile.labels, default="") if profile else ""
        return known or told or thing.partition("/")[2].partition("|")[0]

    def all(self, thing: str) -> tuple[str, ...]:
        """All labels of the thing, the one of the corpus first."""
        labels = {n for k in self._members.get(thing, ()) for n in self._corpus.profiles[k].labels}
        label = self.label(thing)
        return (label, *sorted(labels - {label}))

    def document(self, identifier: str) -> str:
        """A document's file name without its ending; its identifier where two have the same."""
        stem = _stem(identifier)
        return stem if self._stems.get(stem) == 1 else identifier

    def documents_of(self, thing: str) -> set[str]:
        """The documents that name the thing."""
        return {d for k in self._members.get(thing, ()) for d in self._corpus.profiles[k].documents}

    def bears(self, thing: str, document: str, name: str) -> bool:
        """Whether the document calls the thing by that name."""
        keys = self._members.get(thing, ())
        return any(document in p.documents and name in p.names for k in keys if (p := self._corpus.profiles[k]))


def _stem(identifier: str) -> str:
    name = identifier.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or name
