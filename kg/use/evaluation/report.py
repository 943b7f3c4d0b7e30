"""Figures over documents, and the table that shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.use.evaluation.compare import Comparison, Share

KINDS = (
    "persons",
    "offices",
    "organizations",
    "programs",
    "amounts",
    "allocations",
    "targets",
    "quotes",
    "speakers",
    "events",
    "operates",
    "backs",
)


@dataclass
class Tally:
    """Hits, misses and false alarms of one kind."""

    hit: int = 0
    miss: int = 0
    false: int = 0

    def add(self, hit: int, miss: int, false: int) -> None:
        """Count one more document."""
        self.hit, self.miss, self.false = self.hit + hit, self.miss + miss, self.false + false

    @property
    def precision(self) -> float:
        """The share of what is told that is right; 1 where nothing is told."""
        return _ratio(self.hit, self.hit + self.false)

    @property
    def recall(self) -> float:
        """The share of gold that is told; 1 where there is none."""
        return _ratio(self.hit, self.hit + self.miss)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Figures:
    """All figures over a set of documents."""

    documents: int = 0
    kinds: dict[str, Tally] = field(default_factory=lambda: {k: Tally() for k in KINDS})
    slots: dict[str, Share] = field(default_factory=dict)
    invented: dict[str, Share] = field(default_factory=dict)
    noise: Share = field(default_factory=Share)
    mentions: int = 0
    wrong_offsets: int = 0
    without_evidence: int = 0

    @property
    def mean(self) -> float:
        """The mean over all kinds of F1 in four digits."""
        return sum(round(t.f1, 4) for t in self.kinds.values()) / len(self.kinds)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values, ratios rounded to four digits."""
        told: dict[str, Any] = {
            kind: {
                "hit": t.hit,
                "miss": t.miss,
                "false": t.false,
                "P": round(t.precision, 4),
                "R": round(t.recall, 4),
                "F1": round(t.f1, 4),
            }
            for kind, t in self.kinds.items()
        }
        for name, share in sorted(self.slots.items()):
            told[name] = {
                "right": share.part,
                "told": share.whole,
                "accuracy": round(_ratio(share.part, share.whole), 4),
            }
        for name, share in sorted(self.invented.items()):
            told[f"invented {name}"] = {"made": share.part, "told": share.whole}
        return told | {
            "mean": round(self.mean, 4),
            "documents": self.documents,
            "noise": self.noise.part,
            "noise_names": self.noise.whole,
            "mentions": self.mentions,
            "wrong_offsets": self.wrong_offsets,
            "without_evidence": self.without_evidence,
        }


def figures(comparisons: Iterable[Comparison]) -> Figures:
    """The figures of all documents together."""
    total = Figures()
    for c in comparisons:
        total.documents += 1
        for kind in KINDS:
            compared = c.kinds[kind]
            total.kinds[kind].add(len(compared.right), len(compared.missed), len(compared.false))
        for name, share in c.slots.items():
            total.slots[name] = total.slots.get(name, Share()) + share
        for name, share in c.invented.items():
            total.invented[name] = total.invented.get(name, Share()) + share
        total.noise += Share(len(c.noise), c.noise_names)
        total.mentions += c.evidence.mentions
        total.wrong_offsets += c.evidence.wrong
        total.without_evidence += c.evidence.bare
    return total


def table(told: Figures) -> Iterator[str]:
    """The figures as lines for a terminal or a file."""
    yield f"{told.documents} document{'s' * (told.documents != 1)}"
    yield f"{'kind':<15}{'hit':>6}{'miss':>6}{'false':>6}{'P':>8}{'R':>8}{'F1':>8}"
    for kind, t in told.kinds.items():
        yield f"{kind:<15}{t.hit:>6}{t.miss:>6}{t.false:>6}{t.precision:>8.3f}{t.recall:>8.3f}{t.f1:>8.3f}"
    yield f"{'mean F1':<15}{told.mean:>42.3f}"
    for name, share in sorted(told.slots.items()):
        yield f"{name:<22}{share.part:>5} of {share.whole:<5}{_ratio(share.part, share.whole):>8.3f}"
    for name, share in sorted(told.invented.items()):
        yield f"invented {name:<20}{share.part:>5} of {share.whole} told"
    yield f"noise names in the graph: {told.noise.part} of {told.noise.whole}"
    bare = told.without_evidence
    yield f"mentions {told.mentions}, wrong offsets {told.wrong_offsets}, nodes without evidence {bare}"


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
