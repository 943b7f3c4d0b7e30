"""What all readings together tell about each key: the material on which identity decides. The order does not matter.

A document's share is counted in and can be taken out again (`kg.identity.shares` makes it of a reading), so that a
corpus can grow and shrink document by document and is the same whatever the way to it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kg.identity.forms import form
from kg.identity.shares import Share, Source, Statement, share_of
from kg.identity.shares import won_of as won_of
from kg.lexicon import Lexicon
from kg.resolution.reading import Node, Reading


class Held(NamedTuple):
    """An office: title, body (a key, empty where none is told), whether it is past, whose unit the body is (a key)."""

    title: str
    body: str
    former: bool
    unit_of: str


class Sign(NamedTuple):
    """A name taken apart as one document tells it: see `kg.identity.forms.Form`; ``whole`` is the core with place."""

    core: str
    place: str
    version: str
    year: str
    whole: str


class Profile:
    """One key: how many documents make each statement, and which documents tell of it.

    What is derived of the statements is kept until the profile changes.
    """

    def __init__(self, key: str, told: Counter[Statement] | None = None, documents: Iterable[str] = ()) -> None:
        self.key = key
        self.kind = key.partition("/")[0]
        self.told: Counter[Statement] = told if told is not None else Counter()
        self.documents: set[str] = set(documents)

    def add(self, document: str, statements: Iterable[Statement]) -> None:
        """Count in what a document tells."""
        self.documents.add(document)
        self.told.update(statements)
        self._forget()

    def remove(self, document: str, statements: Iterable[Statement]) -> None:
        """Take out what a document told."""
        self.documents.discard(document)
        for statement in statements:
            self.told[statement] -= 1
            if not self.told[statement]:
                del self.told[statement]
        self._forget()

    def _forget(self) -> None:
        for name in _DERIVED:
            self.__dict__.pop(name, None)

    @cached_property
    def _by_kind(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in sorted(self.told):
            found[statement[0]].append(statement[1:])
        return found

    def _values(self, kind: str) -> list[Statement]:
        return self._by_kind.get(kind, [])

    @cached_property
    def labels(self) -> dict[str, int]:
        """The labels, each with how many documents call it so."""
        return {label: self.told["label", label] for (label,) in self._values("label")}

    @cached_property
    def names(self) -> set[str]:
        """Labels and other spellings."""
        return {*self.labels, *(name for (name,) in self._values("name"))}

    @cached_property
    def types(self) -> set[str]:
        """The classes."""
        return {name for (name,) in self._values("type")}

    @cached_property
    def renamed(self) -> set[tuple[str, str, str]]:
        """Day of the document, old name, new name."""
        return {(day, old, new) for day, old, new in self._values("renamed")}

    @cached_property
    def offices(self) -> list[Held]:
        """The offices of a person, each once, sorted."""
        return [Held(title, body, bool(past), unit) for title, body, past, unit in self._values("office")]

    @cached_property
    def sums(self) -> set[int]:
        """The sums that are given to it, in won."""
        return {int(won) for (won,) in self._values("sum")}

    @cached_property
    def totals(self) -> set[int]:
        """Those of them that are told as the whole."""
        return {int(won) for (won,) in self._values("total")}

    @cached_property
    def wrote_for(self) -> set[str]:
        """The publishers (keys) of the documents that the person wrote."""
        return {key for (key,) in self._values("wrote")}

    @cached_property
    def homes(self) -> set[str]:
        """The official names of the regions that its documents are about."""
        return {name for (name,) in self._values("home")}

    @cached_property
    def day(self) -> str:
        """The first day of its documents; empty where none tells its day."""
        return min((day for (day,) in self._values("day")), default="")

    @cached_property
    def operators(self) -> set[str]:
        """The classes of the bodies that run a program, as its own documents tell them."""
        return {name for (name,) in self._values("operator")}

    @cached_property
    def run(self) -> dict[str, int]:
        """The official names of the regions whose governments run a program, each with how many documents tell it.

        Where a document tells of none that runs it, those that pay.
        """
        return {key.partition("/")[2]: self.told["run", key] for (key,) in self._values("run")}

    @cached_property
    def signs(self) -> list[Sign]:
        """Its names taken apart."""
        return [Sign(*values) for values in self._values("sign")]

    @cached_property
    def units(self) -> set[tuple[str, str]]:
        """The bodies (keys) with whose names its own begins, each with what is left of it."""
        return {(owner, rest) for owner, rest in self._values("unit")}

    @cached_property
    def holders(self) -> set[str]:
        """The names of those who hold or held an office of a body."""
        return {name for name, _ in self._values("holder")}

    @property
    def apart(self) -> str:
        """What the key sets apart from others of the name."""
        return self.key.partition("|")[2]

    def linked(self, *predicates: str) -> set[str]:
        """The keys or values that any document links to."""
        return {value for predicate, value in self._values("link") if predicate in predicates}


_DERIVED = tuple(name for name, value in vars(Profile).items() if isinstance(value, cached_property))


@dataclass(slots=True)
class Corpus:
    """All keys and all documents. The mappings may be such as fetch what is asked for from a disk."""

    profiles: MutableMapping[str, Profile] = field(default_factory=dict)
    sources: MutableMapping[str, Source] = field(default_factory=dict)
    claims: list[tuple[str, Node]] = field(default_factory=list)
    """Offices and allocations, each with its document; only where all readings are gathered at once."""

    def add(self, share: Share) -> None:
        """Count a document in."""
        self.sources[share.document] = share.source
        for key, statements in share.told.items():
            profile = self.profiles.get(key) or Profile(key)
            profile.add(share.document, statements)
            self.profiles[key] = profile

    def remove(self, share: Share) -> None:
        """Take a document out; ``share`` is what it gave."""
        del self.sources[share.document]
        for key, statements in share.told.items():
            profile = self.profiles[key]
            profile.remove(share.document, statements)
            if profile.documents:
                self.profiles[key] = profile
            else:
                del self.profiles[key]

    def of(self, kind: str) -> Iterator[Profile]:
        """The profiles of a kind in the order of their keys."""
        return (self.profiles[k] for k in sorted(self.profiles) if k.startswith(f"{kind}/"))

    def governments(self, profile: Profile) -> set[str]:
        """The official names of the governments that the documents of a key name."""
        return set().union(*(self.sources[d].governments for d in profile.documents))

    def program_names(self, profile: Profile) -> set[str]:
        """The names, without place and edition, of the programs in the documents of a key."""
        keys = {key for d in profile.documents for key in self.sources[d].programs}
        return {form(key.partition("/")[2].partition("|")[0], {}).core for key in keys}

    def people(self, profile: Profile) -> set[str]:
        """The keys of the people in the documents of a key."""
        return set().union(*(self.sources[d].people for d in profile.documents))


def gather(readings: Iterable[Reading], lexicon: Lexicon) -> Corpus:
    """The corpus of a set of readings."""
    corpus = Corpus()
    for reading in readings:
        share = share_of(reading, lexicon)
        corpus.add(share)
        corpus.claims += [(reading.identifier, node) for node in share.claims]
    return corpus
