"""Fit the weights of the features of confidence: ``python -m tests.calibrate [--blind DIR ...] [--write]``.

Logistic regression with an L2 penalty, one table of features a kind. The annotated documents are cut into halves:
weights fitted on one half are measured on the other, and the other way round. Documents of the set ``blind`` and of the
folders that ``--blind`` names were annotated before any rule had been tried on them; on the others the rules were
written, so that these count for little (``KNOWN``). Without ``--write`` nothing is changed; with it the weights of a
fit on all documents go to ``data/lexicon/features_*.csv``. Weights are held to the column ``judged``, which a feature
keeps that no document shows.
"""

import argparse
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.lexicon import Lexicon, load_lexicon
from kg.use.evaluation.calibration import Calibration, judged, measured
from kg.use.evaluation.evaluate import evaluate_documents
from kg.use.evaluation.gold import GoldDocument, gold_documents
from tests.gate import floors

TABLES = floors.ROOT / "data" / "lexicon"
FITTED = (
    *("person", "organization", "program", "event", "money"),
    *("membership", "allocation", "target", "quotation", "involvement"),
)
BASE = "base"
KNOWN = 0.25
"""How much a fact of a document counts on which rules were written."""
PENALTY, BASE_PENALTY = 4.0, 0.05
STEPS = 5000
MOST = 4.0
"""No base is surer than this (log odds): few documents cannot show more."""


class Annotated(NamedTuple):
    """Documents with gold, the words with which they are read, and whether no rule had been tried on them before."""

    documents: list[GoldDocument]
    lexicon: Lexicon
    blind: bool


class Fact(NamedTuple):
    """A judged fact, with its features by name and how much it counts."""

    half: int
    blind: bool
    kind: str
    features: frozenset[str]
    right: bool
    weight: float


def table(kind: str) -> list[dict[str, str]]:
    """The rows of a table of features."""
    lines = (TABLES / f"features_{kind}.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))


def facts_of(sets: Iterable[Annotated]) -> list[Fact]:
    """The judged facts of all sets; whole documents fall into one half or the other."""
    names = {kind: {row["sentence"]: row["feature"] for row in table(kind)} for kind in FITTED}
    found = []
    for documents, lexicon, blind in sets:
        for number, comparison in enumerate(evaluate_documents(documents, lexicon, least=0.0)):
            for fact in judged(comparison):
                features = frozenset(names[fact.kind][r] for r in fact.reasons if r in names[fact.kind])
                found.append(Fact(number % 2, blind, fact.kind, features, fact.right, 1.0 if blind else KNOWN))
    return found


def fit(facts: Sequence[Fact], judged_: dict[str, float]) -> dict[str, float]:
    """The weights that make the facts likeliest, held to the judged ones by the penalty (steps by Böhning's bound)."""
    features = [name for name in judged_ if name != BASE]
    x = np.array([[1.0, *(float(f in fact.features) for f in features)] for fact in facts])
    y, w = np.array([float(f.right) for f in facts]), np.array([f.weight for f in facts])
    prior, penalty = np.array([judged_[n] for n in (BASE, *features)]), np.full(x.shape[1], PENALTY)
    penalty[0] = BASE_PENALTY
    beta: NDArray[np.float64] = prior.copy()
    bound = np.linalg.inv((x * (w / 4)[:, None]).T @ x + np.diag(penalty))  # never bent more: each step goes down
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ beta))
        step = bound @ (x.T @ (w * (p - y)) + penalty * (beta - prior))
        beta = beta - step
        if float(np.abs(step).max()) < 1e-5:
            break
    return {name: round(float(b), 2) + 0.0 for name, b in zip((BASE, *features), beta, strict=True)}


def weights(facts: Sequence[Fact]) -> dict[str, dict[str, float]]:
    """The weights of every table."""
    fitted = {}
    for kind in FITTED:
        mine = [f for f in facts if f.kind == kind]
        told = fit(mine, {row["feature"]: float(row["judged"]) for row in table(kind)})
        fitted[kind] = told | {BASE: min(told[BASE], MOST)}
    return fitted


def sure(fact: Fact, fitted: dict[str, dict[str, float]]) -> float:
    """The confidence of a fact under given weights."""
    mine = fitted[fact.kind]
    total = mine[BASE] + sum(mine[f] for f in fact.features)
    return float(1 / (1 + np.exp(-total)))


def rotated(facts: Sequence[Fact]) -> list[tuple[Fact, float]]:
    """Each fact with the confidence that the other half's weights give it."""
    by_half = [weights([f for f in facts if f.half == half]) for half in (0, 1)]
    return [(f, sure(f, by_half[1 - f.half])) for f in facts]


def shipped(facts: Sequence[Fact]) -> list[tuple[Fact, float]]:
    """Each fact with the confidence that the tables' weights give it."""
    told = {kind: {row["feature"]: float(row["weight"]) for row in table(kind)} for kind in FITTED}
    return [(f, sure(f, told)) for f in facts]


def write(fitted: dict[str, dict[str, float]]) -> None:
    """Put the weights into the tables; comments and sentences stay."""
    for kind, mine in fitted.items():
        path = TABLES / f"features_{kind}.csv"
        comments = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        out = io.StringIO()
        rows = table(kind)
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "weight": f"{mine[row['feature']]:.2f}"} for row in rows)
        path.write_text("\n".join([*comments, out.getvalue()]), "utf-8")


def line(name: str, told: Calibration) -> str:
    """One calibration as a line."""
    right = told.sure_right / told.sure if told.sure else 1.0
    share = told.sure / told.facts if told.facts else 0.0
    return (
        f"{name:<16}{told.facts:>6} facts  {told.sure:>5} at 0.9 ({share:.2f})  right {right:.3f}  ECE {told.error:.3f}"
    )


def report(pairs: Iterable[tuple[Fact, float]]) -> None:
    """Print the calibration over all, over the blind documents, and kind by kind."""
    told = list(pairs)
    print(line("all", measured((c, f.right) for f, c in told)))
    blind = [(f, c) for f, c in told if f.blind]
    if blind:
        print(line("blind", measured((c, f.right) for f, c in blind)))
    for kind in FITTED:
        print(line(kind, measured((c, f.right) for f, c in blind or told if f.kind == kind)))
    for b in measured((c, f.right) for f, c in blind or told).bins:
        if b.facts:
            print(
                f"  {b.low:.1f}-{b.high:.1f} {b.facts:>5} facts, confidence {b.mean:.3f}, right {b.right / b.facts:.3f}"
            )


def sets(blind: Sequence[Path] = ()) -> Iterator[Annotated]:
    """The sets of annotated documents that are here, and the folders of ``blind``."""
    for name in floors.SETS:
        if floors.is_here(name):
            yield Annotated(floors.documents(name), floors.lexicon(name), name == "blind")
    for folder in blind:
        yield Annotated(list(gold_documents(folder)), load_lexicon(), True)


def main() -> None:
    """Fit, measure, and write where that is asked for."""
    parser = argparse.ArgumentParser(description="Fit the weights of the features of confidence.")
    parser.add_argument("--blind", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    facts = facts_of(sets(args.blind))
    report(rotated(facts))
    if args.write:
        write(weights(facts))


if __name__ == "__main__":
    main()
