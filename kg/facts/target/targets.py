"""Which numbers of a document are targets."""

from collections.abc import Iterable

from kg.facts.model import Fact, NearTarget, Target
from kg.facts.target.candidates import bare_unit, figures, one_unit
from kg.facts.target.course import Course
from kg.facts.target.phrase import head_word, letter_pairs
from kg.facts.target.reader import read_number
from kg.facts.target.words import target_words
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions

_FAR = 400
_LARGE = 100
"""A headline that has so large a number repeats that of the text, whatever its unit (고용 2600명, 일자리 2600개)."""


def targets(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Target]:
    """The targets of a document, each number once."""
    return (f for f in find_targets(analysis, mentions, lexicon, facts) if isinstance(f, Target))


def find_targets(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Fact]:
    """The targets of a document, each number once, and the numbers that missed being one by one condition."""
    found, near = _read(analysis, mentions, lexicon)
    told = {(t.value, bare_unit(t.unit)) for t in found} | {(t.baseline, bare_unit(t.unit)) for t in found}
    yield from found
    for one in near:
        if (one.quantity.value.value, bare_unit(one.quantity.value.unit)) not in told:
            yield one


def _read(analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> tuple[list[Target], list[NearTarget]]:
    """The running text first; of the headlines only the numbers that it does not tell."""
    words = target_words(lexicon)
    found: list[Target] = []
    near: list[NearTarget] = []
    running, heading = figures(analysis, mentions, words)
    for headings, some in ((False, running), (True, heading)):
        course = Course(analysis, mentions, words, some)
        read: list[Target] = []
        for here in range(len(course.figures)):
            target = read_number(course, here)
            if target is not None and not _is_told(read, target):
                read.append(target)
        body = {(t.value, one_unit(t.unit)) for t in found}
        large = {t.value for t in found if t.value >= _LARGE}
        for target in read:
            again = headings and ((target.value, one_unit(target.unit)) in body or target.value in large)
            start = target.quantity.begin in course.bases and not {"change", "steps"} & set(target.features)
            if not again and not start:
                found.append(target)
        near += [] if headings else course.near
    return _started(found), near


def _started(found: list[Target]) -> list[Target]:
    """The targets without the results from which a goal of the same thing starts (지난해 공장은 14곳이었다)."""
    goals = [t for t in found if t.target_kind == "goal"]
    kept: list[Target] = []
    starts: dict[int, float] = {}
    for one in found:
        if one.target_kind == "result" and one.baseline is None:
            goal = next((g for g in goals if _starts(one, g)), None)
            if goal is not None:
                starts.setdefault(goals.index(goal), one.value)
                continue
        kept.append(one)
    begun = {id(goals[i]): value for i, value in starts.items() if goals[i].baseline is None}
    return [t.model_copy(update={"baseline": begun[id(t)]}) if id(t) in begun else t for t in kept]


def _starts(result: Target, goal: Target) -> bool:
    if goal.basis is not None or result.value >= goal.value or goal.baseline not in (None, result.value):
        return False
    same = one_unit(result.unit) == one_unit(goal.unit)
    grows = result.measure == goal.measure and "change" in goal.features
    grows = grows and 0 < goal.quantity.begin - result.quantity.begin < _FAR
    return same and head_word(result.measure) == head_word(goal.measure) and (grows or result.observed_on is None)


def _is_told(found: list[Target], target: Target) -> bool:
    """The same number of the same unit once; a large one can hardly mean two things."""
    return any(
        t.value == target.value and t.unit == target.unit and (t.value >= 10000 or _shares(t.measure, target.measure))
        for t in found
    )


def _shares(one: str, other: str) -> bool:
    a, b = letter_pairs(one), letter_pairs(other)
    return len(a & b) * 3 >= min(len(a), len(b))
