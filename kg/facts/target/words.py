"""The words of the tables on targets, in the shape in which the rules look them up."""

import re
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
    records: frozenset[str]
    units: frozenset[str]
    counters: dict[str, tuple[str, ...]]
    measured: frozenset[str]
    capacity: frozenset[str]
    gatherings: tuple[str, ...]
    sizes: dict[str, str]
    goal: frozenset[str]
    effect: re.Pattern[str]
    present: frozenset[str]
    annual: frozenset[str]
    improved: tuple[str, ...]
    counted: tuple[str, ...]
    aside: frozenset[str]
    whole: frozenset[str]
    pronoun: frozenset[str]
    share: frozenset[str]
    reaching: frozenset[str]
    generic: frozenset[str]
    where: frozenset[str]
    when: frozenset[str]
    label: frozenset[str]
    one: frozenset[str]
    enrolled: frozenset[str]
    planned: re.Pattern[str]
    until: re.Pattern[str]
    rate: re.Pattern[str]
    headed: re.Pattern[str]
    amount: re.Pattern[str]
    of_an_amount: re.Pattern[str]

    def governs(self, stem: str) -> bool:
        """Whether a verb speaks for a number that hangs on it."""
        return bool(self.classes.get(stem, frozenset()) - _ASIDE)

    def is_act(self, word: str) -> bool:
        """Whether a word ends with the noun of a delivery (기초교육, 신규 채용)."""
        return any(self.is_a(word[i:], "deliver") for i in range(max(0, len(word) - 3), len(word) - 1))

    def improves(self, measure: str) -> bool:
        """Whether a fall or rise of what is counted is an outcome (사고, 대기 시간), not only growth."""
        return measure.rstrip("이가을를은는").endswith(self.improved) or measure.endswith(self.improved)

    def counts(self, measure: str) -> bool:
        """Whether the last words tell who or what is counted as an outcome (앱 가입자, 상담 건수)."""
        tail = measure[-14:]
        return any(word in tail and len(tail) - tail.rfind(word) - len(word) <= 8 for word in self.counted)

    def is_a(self, stem: str, kind: str) -> bool:
        """Whether a verb belongs to a class."""
        return kind in self.classes.get(stem, ())


_NO_GATHERINGS = ("pact", "speech", "tour")
"""Events to which nobody comes: a joint declaration, a speech, a stop."""
_SIZES = "규모|인원|물량|대수|대상|목표|정원"
_ASIDE = frozenset(("stop", "opine", "use", "contain", "build", "take", "invite", "open", "tally"))
"""Classes that only tell something of a verb that another class makes govern."""


@lru_cache(maxsize=8)
def target_words(lexicon: Lexicon) -> TargetWords:
    """The tables ``target_verbs``, ``target_stopwords``, ``target_signals`` and ``target_phrase_words``."""
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

    def phrase(kind: str) -> frozenset[str]:
        return frozenset(lexicon.words("target_phrase_words", kind=kind))

    def either(kind: str) -> str:
        return "|".join(sorted(map(re.escape, signal(kind)), key=lambda w: (-len(w), w)))

    acts_done = either("handed")
    return TargetWords(
        {verb: frozenset(kinds) for verb, kinds in classes.items()},
        acts,
        fallbacks,
        stop("noun"),
        stop("staff"),
        stop("record"),
        stop("unit"),
        {row["word"]: tuple(row["with"].split("|")) for row in lexicon.rows("target_stopwords") if row["with"]},
        stop("measured"),
        stop("capacity"),
        tuple(sorted({r["word"] for r in lexicon.rows("event_nouns") if r["class"] not in _NO_GATHERINGS})),
        {row["unit"]: row["noun"] for row in lexicon.rows("target_units")},
        signal("goal"),
        re.compile(either("effect")),
        signal("present"),
        signal("annual"),
        tuple(lexicon.words("target_signals", kind="improved")),
        tuple(lexicon.words("target_signals", kind="counted")),
        phrase("aside"),
        phrase("whole"),
        phrase("pronoun"),
        phrase("share"),
        phrase("reaching"),
        phrase("generic"),
        phrase("where"),
        phrase("when"),
        phrase("label"),
        phrase("one"),
        stop("enrolled"),
        re.compile(either("planned")),
        re.compile(either("until")),
        re.compile(f"(?:{either('rate')})$"),
        re.compile(rf"(?:{either('heading')})\s?(?:\)|[:：])[^.]{{0,40}}$"),
        re.compile(rf"(?:{acts_done}) ?(?:예정 ?)?(?:{_SIZES}|자|기업|업체|가구|수)?$"),
        re.compile(rf"(?:{acts_done}|사업|배정) ?(?:{_SIZES})(?:은|는) "),
    )
