"""Which numbers of a document are targets."""

from collections.abc import Iterable

from kg.facts.model import Fact, NearTarget, Target
from kg.facts.target.candidates import bare_unit, figures, one_unit
from kg.facts.target.course import Course
from kg.facts.target.listed import as_listed
from kg.facts.target.phrase import head_word, letter_pairs
from kg.facts.target.reader import read_number
from kg.facts.target.words import target_words
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.patterns import regex

_FAR = 400
_AT_FIRST = regex(r"(?:당초|애초|원래|처음)(?:의)? (?:[가-힣]{1,6} )?(?:목표|계획)")
_BESIDE, _LATER = 30, 120
_FEW_THINGS = 10
"""Of so few things a headline only tells how many there are (AI 신규 사업 4건)."""
_OBJECT = regex(r" ?(?:여 ?[가-힣]{0,2})?(?:[을를] |에(?:만)? ?(?:그[치쳤친쳐침]|머[물문]|불과))")
_ITEM = regex(r"[ \t]*(?:[-·○◦ㅇ•▪❍*▷▶△□■]|[①-⑳]|[가-하][.)]|\(?\d{1,2}[.)])")
_HELD = regex(r" ?(?:여 ?)?(?:[가-힣]{2,4} )?(?:계획|목표|공약|약속)(?:에|이었|였|이나|인데|했|보다| 대비)| ?[—–]")
"""What follows a goal against which a result is held: 50개소 계획에 31개소, 로봇 100대 — 미달."""
_THEN_ONLY = regex(
    r"^[^.“”\n]{0,24}목표(?:이나|인데|지만|이지만|였으나|였지만|였는데|라지만),? (?:현재|지금|이제|\d+월"
    r"|올해|지난|아직|작년)"
    r"[^.,“”\n]{0,30}$"
)
"""What stands between a goal and how many there are so far, in one sentence."""
_SHOWN = regex(r"(?:실적|결과|달성)(?:치|값)?\)? ?[:：]? ?$")
"""What is told as the result by its label stays one: 목표 45건 / 실적 39건."""
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
            target = read_number(course, here) or as_listed(course, here)
            if target is not None and not _is_told(read, target):
                read.append(target)
            elif target is not None:
                _fill(read, target)
        body = {(t.value, one_unit(t.unit)) for t in found}
        body |= {(value, "개") for value, unit in body if unit == "곳" and value >= _FEW_THINGS}
        large = {t.value for t in found if t.value >= _LARGE}
        for target in read:
            again = headings and ((target.value, one_unit(target.unit)) in body or target.value in large)
            start = target.quantity.begin in course.bases and not {"change", "steps"} & set(target.features)
            start = start and not _is_done(analysis.text, target)
            few = headings and target.value < _FEW_THINGS and _is_headline(analysis, target)
            if not again and not start and not few:
                found.append(target)
        near += [] if headings else course.near
    return _started(analysis.text, found), near


def _is_done(text: str, target: Target) -> bool:
    """Whether a number from which a goal starts was brought about (수료자 213명을 배출했으며, 내년 400명으로)."""
    done = target.target_kind == "result" and "result" in target.features
    return done and _OBJECT.match(text, target.quantity.end) is not None


def _is_headline(analysis: Analysis, target: Target) -> bool:
    """Whether a headline, not the item of an outline, tells of so many things."""
    sentence = analysis.sentence_at(target.quantity.begin)
    counts = one_unit(target.unit) in ("개", "곳", "건")
    return counts and sentence is not None and not _ITEM.match(analysis.text, sentence.begin)


def _is_so_far(text: str, result: Target, goal: Target) -> bool:
    """Whether the sentence of a goal goes on with how many there are so far (…목표인데 지금까지 86명)."""
    same = one_unit(result.unit) == one_unit(goal.unit) and result.value < goal.value and goal.baseline is None
    between = text[goal.quantity.end : result.quantity.begin]
    return same and result.quantity.begin > goal.quantity.end and _THEN_ONLY.search(between) is not None


def _started(text: str, found: list[Target]) -> list[Target]:
    """The targets without the results from which a goal of the same thing starts (지난해 공장은 14곳이었다)."""
    goals = [t for t in found if t.target_kind == "goal"]
    kept: list[Target] = []
    starts: dict[int, float] = {}
    for one in found:
        so_far = one.baseline is None and any(_is_so_far(text, one, g) for g in goals)
        if (
            (one.target_kind == "result" or so_far)
            and one.baseline is None
            and not _SHOWN.search(text[: one.quantity.begin][-8:])
        ):
            goal = next((g for g in goals if _starts(one, g) and not _missed(text, one, g)), None)
            goal = goal or next((g for g in reversed(goals) if _is_so_far(text, one, g)), None)
            if goal is not None:
                starts.setdefault(goals.index(goal), one.value)
                continue
        kept.append(one)
    begun = {id(goals[i]): value for i, value in starts.items() if goals[i].baseline is None}
    return [t.model_copy(update={"baseline": begun[id(t)]}) if id(t) in begun else t for t in kept]


def _missed(text: str, result: Target, goal: Target) -> bool:
    """Whether a result is held against the goal set for it (목표 500건의 13%인 65건; 당초 목표는 300명이었다)."""
    before = text[max(0, goal.quantity.begin - 24) : goal.quantity.begin]
    same = 0 < result.quantity.begin - goal.quantity.end < _BESIDE and "목표" in before[-8:]
    behind = result.quantity.begin - goal.quantity.end
    held = behind > 0 and _HELD.match(text, goal.quantity.end) is not None
    return same or held or behind > _LATER or _AT_FIRST.search(before) is not None


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


def _fill(found: list[Target], again: Target) -> None:
    """Fill what a goal leaves out and the same goal, told again, says: its day, and from where it starts."""
    for at, one in enumerate(found):
        same = one.value == again.value and one.unit == again.unit and _shares(one.measure, again.measure)
        if not same or one.target_kind != "goal" or again.target_kind != "goal":
            continue
        more: dict[str, object] = {}
        if one.deadline is None and again.deadline is not None:
            more["deadline"] = again.deadline
        if one.baseline is None and again.baseline is not None:
            more["baseline"] = again.baseline
        if more:
            evidence = tuple(sorted({*one.evidence, *again.evidence}))
            found[at] = one.model_copy(update={**more, "evidence": evidence})
        return


def _shares(one: str, other: str) -> bool:
    a, b = letter_pairs(one), letter_pairs(other)
    return len(a & b) * 3 >= min(len(a), len(b))
