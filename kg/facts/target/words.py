"""The words of the tables on targets, in the shape in which the rules look them up."""

from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Verbs by stem with their classes and the noun of the act; what a number counts where it is no target; signals."""

    classes: dict[str, frozenset[str]]
    acts: dict[str, str]
    fallbacks: dict[str, str]
    nouns: frozenset[str]
    staff: frozenset[str]
    units: frozenset[str]
    counters: dict[str, tuple[str, ...]]
    measured: frozenset[str]
    capacity: frozenset[str]
    gatherings: frozenset[str]
    sizes: dict[str, str]
    goal: frozenset[str]
    effect: frozenset[str]
    present: frozenset[str]
    annual: frozenset[str]

    def governs(self, stem: str) -> bool:
        """Whether a verb speaks for a number that hangs on it."""
        return bool(self.classes.get(stem, frozenset()) - {"stop"})

    def is_act(self, word: str) -> bool:
        """Whether a word ends with the noun of a delivery (기초교육, 신규 채용)."""
        return any(self.is_a(word[i:], "deliver") for i in range(max(0, len(word) - 3), len(word) - 1))

    def is_a(self, stem: str, kind: str) -> bool:
        """Whether a verb belongs to a class."""
        return kind in self.classes.get(stem, ())


@lru_cache(maxsize=8)
def target_words(lexicon: Lexicon) -> TargetWords:
    """The tables ``target_verbs``, ``target_stopwords`` and ``target_signals``."""
    classes: dict[str, set[str]] = {}
    acts: dict[str, str] = {}
    fallbacks: dict[str, str] = {}
    for row in lexicon.rows("target_verbs"):
        classes.setdefault(row["verb"], set()).add(row["class"])
        acts[row["verb"]] = acts.get(row["verb"]) or row["noun"]
        fallbacks[row["verb"]] = fallbacks.get(row["verb"]) or row["fallback"]

    def stop(kind: str) -> frozenset[str]:
        return frozenset(lexicon.words("target_stopwords", kind=kind))

    def signal(kind: str) -> frozenset[str]:
        return frozenset(lexicon.words("target_signals", kind=kind))

    return TargetWords(
        {verb: frozenset(kinds) for verb, kinds in classes.items()},
        acts,
        fallbacks,
        stop("noun"),
        stop("staff"),
        stop("unit"),
        {row["word"]: tuple(row["with"].split("|")) for row in lexicon.rows("target_stopwords") if row["with"]},
        stop("measured"),
        stop("capacity"),
        frozenset(lexicon.words("event_nouns")),
        {row["unit"]: row["noun"] for row in lexicon.rows("target_units")},
        signal("goal"),
        signal("effect"),
        signal("present"),
        signal("annual"),
    )
