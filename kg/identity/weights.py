"""Features that speak for or against two keys being one thing: weights and sentences (table ``identity_features``)."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kg.lexicon import Lexicon

SAME = 3.0
"""From this score on two keys are one thing."""
UNSURE = 1.5
"""From this score on a pair is listed; below it is two things."""


class Scored(NamedTuple):
    """How much speaks for two keys being one thing, and why."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the two are joined."""
        return self.score >= SAME

    @property
    def open(self) -> bool:
        """Whether the pair is listed as unsure."""
        return UNSURE <= self.score < SAME


@lru_cache(maxsize=8)
def _weights(lexicon: Lexicon) -> dict[tuple[str, str], tuple[float, str]]:
    rows = lexicon.rows("identity_features")
    return {(r["kind"], r["feature"]): (float(r["weight"]), r["sentence"]) for r in rows}


def weighed(lexicon: Lexicon, kind: str, features: Iterable[str]) -> Scored:
    """The sum of the weights of the features, each counted once, with their sentences."""
    known = _weights(lexicon)
    found = [known[kind, f] for f in dict.fromkeys(features) if (kind, f) in known]
    return Scored(round(sum(w for w, _ in found), 3), tuple(s for _, s in found))


def weight_of(lexicon: Lexicon, kind: str, sentence: str) -> float:
    """The weight of the feature that a sentence explains; 0 for an unknown one."""
    return next((w for (k, _), (w, s) in _weights(lexicon).items() if k == kind and s == sentence), 0.0)
