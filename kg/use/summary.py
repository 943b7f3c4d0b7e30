"""What a build found, region by region; counts of distinct things, never a sum of money."""

from collections import Counter
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from kg.resolution.reading import Reading, values

KINDS = {
    "person": "people",
    "membership": "offices",
    "organization": "organisations",
    "program": "programs",
    "allocation": "allocations",
    "quotation": "quotations",
    "event": "events",
}
NO_REGION = "(no single region)"
_ALL = ""


class Canonical(Protocol):
    """Who is who."""

    def canonical(self, key: str) -> str:
        """The key that stands for the thing."""
        ...


@dataclass(slots=True)
class Summary:
    """Counts by region and kind, and the counts of what was not understood."""

    documents: Counter[str] = field(default_factory=Counter)
    things: Counter[tuple[str, str]] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)

    def count(self, region: str, kind: str) -> int:
        """How many distinct things of a kind the documents of a region tell."""
        return self.things[region, kind]

    def total(self, kind: str) -> int:
        """How many distinct things of a kind all documents tell: less than the sum where regions share some."""
        return self.things[_ALL, kind]


class Counted(NamedTuple):
    """What one document counts for: its region, kind and thing of all that it tells, kinds of what was not read."""

    region: str
    things: list[tuple[str, str]]
    unread: list[str]


@dataclass(slots=True)
class Tally:
    """The summary, kept up to date as documents come and go.

    ``counted`` holds what each document counts for, ``uses`` how many documents tell a thing, by region, kind and
    thing; the mappings may be such as fetch what is asked for from a disk.
    """

    counted: MutableMapping[str, Counted] = field(default_factory=dict)
    uses: MutableMapping[str, int] = field(default_factory=dict)
    summary: Summary = field(default_factory=Summary)

    def put(self, reading: Reading, identity: Canonical) -> None:
        """Count what a reading tells, in the place of what was counted for the document before."""
        labels = {n.key: n.label for n in reading.nodes}
        region = next((labels.get(k) for k in values(reading.document, "schema:spatialCoverage")), None) or NO_REGION
        authors = {*values(reading.document, "schema:author"), *values(reading.document, "schema:publisher")}
        told = {
            (node.kind, identity.canonical(node.key))
            for node in reading.nodes
            if node.kind in KINDS and node.derivation and node.key not in authors
        }
        new = Counted(region, sorted(told), [u.kind for u in reading.unread])
        if self.counted.get(reading.identifier) != new:
            self.drop(reading.identifier)
            self.counted[reading.identifier] = new
            self._count(new, 1)

    def drop(self, document: str) -> None:
        """Take a document out of the count."""
        known = self.counted.get(document)
        if known is not None:
            self._count(known, -1)
            del self.counted[document]

    def _count(self, counted: Counted, way: int) -> None:
        summary = self.summary
        summary.documents[counted.region] += way
        if not summary.documents[counted.region]:
            del summary.documents[counted.region]
        for kind in counted.unread:
            summary.unread[kind] += way
            if not summary.unread[kind]:
                del summary.unread[kind]
        for kind, thing in counted.things:
            for region in (counted.region, _ALL):
                name = "\x1f".join((region, kind, thing))
                before = self.uses.get(name, 0)
                if before + way:
                    self.uses[name] = before + way
                else:
                    del self.uses[name]
                if not before or not before + way:
                    summary.things[region, kind] += way
