"""Confidence: a short list of features, each with a weight and a sentence (tables ``features_KIND``)."""

from collections.abc import Iterable
from functools import lru_cache
from math import exp

from kg.lexicon import Lexicon

BASE = "base"


@lru_cache(maxsize=64)
def _features(lexicon: Lexicon, kind: str) -> dict[str, tuple[float, str]]:
    return {r["feature"]: (float(r["weight"]), r["sentence"]) for r in lexicon.rows(f"features_{kind}")}


@lru_cache(maxsize=65536)
def confidence(lexicon: Lexicon, kind: str, names: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """How sure a fact is (0 to 1) and why: the logistic function of the sum of its features' weights.

    The row ``base`` of the table is the weight that every fact of the kind starts with (2.2 where it is missing).
    """
    known = _features(lexicon, kind)
    total = known.get(BASE, (2.2, ""))[0]
    reasons: list[str] = []
    for name in names:
        if name in known:
            total += known[name][0]
            reasons.append(known[name][1])
    return round(1 / (1 + exp(-total)), 3), tuple(reasons)


def joined(names: Iterable[str]) -> tuple[str, ...]:
    """Features in a fixed order, each once."""
    return tuple(sorted(set(names)))
