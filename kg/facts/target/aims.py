"""Goals that a sentence names beside what came of them, and goals that are listed as what a plan says."""

from kg.facts.model import Target
from kg.facts.target.candidates import same_unit
from kg.facts.target.course import Course
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.measure import counted
from kg.facts.target.phrase import shortened, worded
from kg.facts.target.signs import Signs
from kg.facts.target.timing import deadline
from kg.facts.target.topics import topic_of
from kg.patterns import regex
from kg.spans import Span

_AIM = regex(
    r"(?:당초 |애초 |연간 |올해 )?목표(?:치|량|인원|대수|건수)?(?:인|한|했던|였던|이던|로 한|로 잡은)? ?[(（]? ?(?:약 |"
    r"연 |연간 )?$"
)
_SHORT_OF = regex(
    r" ?(?:여|가량)?[)）]?(?: ?(?:중|가운데)(?:에서)? \d|"
    r"의 (?:약 |채 )?(?:\d[\d.]*%|절반|(?:[가-힣]{1,2}|\d{1,2})분의 ?(?:[가-힣]{1,2}|\d)|\d배|"
    r"[가-힣]{1,4} (?:수준|정도|남짓))|"
    r"에(?:는|도)? (?:크게 |한참 |훨씬 )?(?:못 ?미|모자라|미달|턱없이|이르지 못|미치지 못|크게 못)|"
    r"(?:을|를) (?:크게 |훌쩍 )?(?:밑돌|웃돌|넘[긴겼어]|채우지)| ?대비)"
)
"""How what came of it stands to the goal: 목표 500건의 13%인 65건, 목표 40곳에 못 미쳤다."""
_AIMS_ARE = regex(
    r"목표(?:는|가|로) [^.\n]{0,16}?(?:두|세|네|다섯|여섯|[2-9]) ?(?:가지|개|축|갈래)[^.\n]{0,8}(?:다|니다|요)\.?\s*$"
)
_PLAN_IS = regex(
    r"(?:[^.\n]{0,24} )?(?:초안|계획안?|목표|청사진|골자|뼈대|핵심|구상|시안|로드맵|비전|공약|밑그림|약속)(?:은|는) "
)
_THESE = regex(r"(?:의|을|를)? ?[^,.\n]{0,14}?(?:이|가) (?:그것|바로 그것)이다")
_WHAT = regex(
    r"(?:^|[,·] ?|및 |와 |과 |은 |는 )(?P<what>[가-힣A-Za-z][가-힣A-Za-z0-9 ·]{0,16}?) "
    r"(?P<each>연간?|매년|해마다)? ?(?:약 |총 )?$"
)
_BRACKETED_AIM = regex(r"[(（](?:연간 |올해 |당초 |연 )?목표(?:치|량|인원)?(?:는)? ?[:：]? ?(?:약 |연 )?$")
_FEW, _NEAR_BY = 3, 30


def as_missed(course: Course, fig: Figure) -> Target | None:
    """The goal beside what came of it (하루 이용은 목표 500건의 13%인 65건에 그쳤다)."""
    text, begin = course.text, fig.sentence.begin
    aim = _AIM.search(text, begin, fig.mention.begin)
    if aim is None or _SHORT_OF.match(text, fig.mention.end, fig.sentence.end) is None:
        return None
    first = next((k for k, t in enumerate(fig.tokens) if t.begin >= aim.start()), fig.first)
    found = counted(fig, first)
    told = found[0] if found is not None else topic_of(fig)
    if told is None:
        return None
    measure = worded(shortened(fig, told, text).of(text))
    if len(measure) < 2 or is_no_measure(course, measure, None):
        return None
    return course.target(fig, measure, told, None, None, False, Signs(["goal-word", "label"], 0.7))


def as_bracketed(course: Course, fig: Figure) -> Target | None:
    """The goal told in a bracket behind what came of it (하루 이용자가 26명에서 71명으로 늘었다(목표 60명))."""
    if course.last is None or _BRACKETED_AIM.search(course.text, fig.sentence.begin, fig.mention.begin) is None:
        return None
    other, told = course.last
    near = fig.mention.begin - other.mention.end <= _NEAR_BY
    if other.sentence is not fig.sentence or not same_unit(other, fig) or not near or told.target_kind != "result":
        return None
    target = course.target(fig, told.measure, other.mention.span, None, None, False, Signs(["label", "goal-word"], 0.7))
    return target.model_copy(update={"baseline": told.baseline})


def as_enumerated(course: Course, fig: Figure) -> Target | None:
    """An item of what a plan says or aims at (목표는 세 가지였다. 기업 90개, 인력 350명이다; 초안은 기업 200개, …)."""
    text, sentence = course.text, fig.sentence
    before = course.sentences[sentence.index - 1] if sentence.index else None
    led = before is not None and _AIMS_ARE.search(text, before.begin, before.end) is not None
    plan = None if led else _PLAN_IS.match(text, sentence.begin, fig.mention.begin + 1)
    items = [f for f in course.figures if f.sentence is sentence]
    if not (led or plan) or fig.role not in ("bare", "copula", "genitive") or fig.mention.value.value < _FEW:
        return None
    last = items[-1]
    these = last.role in ("bare", "genitive") and _THESE.match(text, last.mention.end, sentence.end) is not None
    start = plan.end() if plan is not None else sentence.begin
    linked = any(t.tag == "EC" and t.begin >= start for t in fig.tokens[: last.first])
    if linked or not (last.role == "copula" or these):
        return None
    what = _WHAT.search(text[start : fig.mention.begin])
    if what is None:
        return None
    place = Span(start + what.start("what"), start + what.end("what"))
    measure = worded(place.of(text))
    if len(measure) < 2 or course.mentions.within(place, "quantity", "percent", "money", "period"):
        return None
    if measure in course.words.aside:
        return None  # 목표는 연내 800곳
    if is_no_measure(course, measure, None):
        return None
    due = deadline(fig, None, None, text, course.mentions, course.published)
    annual = what["each"] is not None
    target = course.target(fig, measure, place, None, due, annual, Signs(["label", "goal-word"], 0.7))
    course.last = (fig, target)
    return target
