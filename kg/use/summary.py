"""What a build found, region by region; counts of distinct things, never a sum of money."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.identity.identity import Identity
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


@dataclass(slots=True)
class Summary:
    """Counts by region and kind, and the counts of what was not understood."""

    documents: Counter[str] = field(default_factory=Counter)
    things: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)

    def count(self, region: str, kind: str) -> int:
        """How many distinct things of a kind the documents of a region tell."""
        return len(self.things.get(region, {}).get(kind, ()))

    def total(self, kind: str) -> int:
        """How many distinct things of a kind all documents tell: less than the sum where regions share some."""
        return len(set().union(*(kinds.get(kind, set()) for kinds in self.things.values())))

    def take(self, reading: Reading, identity: Identity) -> None:
        """Count what one more reading tells."""
        labels = {n.key: n.label for n in reading.nodes}
        region = next((labels.get(k) for k in values(reading.document, "schema:spatialCoverage")), None) or NO_REGION
        authors = {*values(reading.document, "schema:author"), *values(reading.document, "schema:publisher")}
        self.documents[region] += 1
        kinds = self.things.setdefault(region, {})
        for node in reading.nodes:
            if node.kind in KINDS and node.derivation and node.key not in authors:
                kinds.setdefault(node.kind, set()).add(identity.canonical(node.key))
        self.unread.update(u.kind for u in reading.unread)


def summarise(readings: Iterable[Reading], identity: Identity) -> Summary:
    """Count what the readings tell."""
    summary = Summary()
    for reading in readings:
        summary.take(reading, identity)
    return summary
