"""Does a confidence mean what it says? Told facts with their confidence, and whether gold bears them out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.use.evaluation.compare import Comparison
from kg.use.evaluation.told import ToldRow

BINS = 10
SURE = 0.9
_JUDGED = (
    "persons",
    "offices",
    "organizations",
    "programs",
    "amounts",
    "allocations",
    "targets",
    "quotes",
    "events",
    "operates",
    "backs",
)


class Judged(NamedTuple):
    """One told fact: ``kind`` is that of its node (and of its table of features)."""

    document: str
    kind: str
    confidence: float
    reasons: tuple[str, ...]
    right: bool


class Bin(NamedTuple):
    """The facts whose confidence lies in ``[low, high)``: how many, their mean confidence, how many are right."""

    low: float
    high: float
    facts: int
    mean: float
    right: int


class Calibration(NamedTuple):
    """``error`` is the expected calibration error: the mean distance between confidence and share of right facts."""

    bins: tuple[Bin, ...]
    error: float
    sure: int
    sure_right: int
    facts: int


def judged(comparison: Comparison) -> Iterator[Judged]:
    """Every told fact that gold can judge; what gold leaves open is left out.

    A quotation is right where both its words and its speaker are.
    """
    astray = {id(row) for row in comparison.kinds["speakers"].false}
    for kind in _JUDGED:
        compared = comparison.kinds[kind]
        rows = [(_row(t), id(t) not in astray) for _, t in compared.right] + [(_row(t), False) for t in compared.false]
        for row, right in rows:
            derivation = row.node.derivation
            if derivation is not None:
                yield Judged(comparison.name, row.node.kind, derivation.confidence, derivation.reasons, right)


def _row(told: ToldRow | tuple[object, ToldRow]) -> ToldRow:
    """The row itself; an amount comes with its sum."""
    return told if isinstance(told, ToldRow) else told[1]


def calibration(facts: Sequence[Judged]) -> Calibration:
    """The calibration of facts in ten bins of equal width."""
    return measured([(f.confidence, f.right) for f in facts])


def measured(told: Iterable[tuple[float, bool]]) -> Calibration:
    """The calibration of pairs of a confidence and whether the fact is right."""
    pairs = list(told)
    bins = []
    for i in range(BINS):
        low, high = i / BINS, (i + 1) / BINS
        inside = [(c, r) for c, r in pairs if low <= c < high or (i == BINS - 1 and c >= high)]
        mean = sum(c for c, _ in inside) / len(inside) if inside else 0.0
        bins.append(Bin(low, high, len(inside), mean, sum(r for _, r in inside)))
    distance = sum(abs(b.mean * b.facts - b.right) for b in bins)
    sure = [r for c, r in pairs if c >= SURE]
    return Calibration(tuple(bins), distance / len(pairs) if pairs else 0.0, len(sure), sum(sure), len(pairs))
