"""Goals that a sentence names beside what came of them, and goals that are listed as what a plan says."""

from kg.facts.model import Target
from kg.facts.target.candidates import bare_unit, same_unit
from kg.facts.target.course import Course
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.measure import counted
from kg.facts.target.naming import Named
from kg.facts.target.phrase import told_briefly, worded
from kg.facts.target.signs import Signs
from kg.facts.target.timing import deadline, is_annual
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
_WAS_PLANNED = regex(
    r" ?(?:여 ?)?(?:[가-힣]{2,4} )?(?:계획|목표|예정|구상|공약|약속)(?:에(?:서|도)?|이었(?:으나|지만|는데|던 것이)|"
    r"였(?:으나|지만|는데|던 것이)|이나|이지만|인데|했(?:으나|지만|는데)| 대비|보다)[, ]"
    r"[^.“”]{0,30}?\d[\d,.]*(?:[만천백] ?\d*)? ?[가-힣]{1,3}(?:에|만|밖에|뿐|이|을|를|가)? "
)
"""So many that were planned, with what came of it: 50개소 계획에 31개소에 그쳤다."""
_MEANT_FIRST = regex(r"(?:당초|애초|원래) [^.,“”\d]{0,16}?(?:20\d\d년(?:까지|에)? ?|약 |총 )?$")
_WAS_MEANT = regex(
    r"(?:이었|였)(?:는데|지만|으나|습니다만|던 것이)[, ][^.“”]{0,10}(?:실제|현재|지금|정작|결국|그러나|[\d])"
)
"""So many that were meant at first, with what came of it: 당초 300곳이었는데 실제로는."""
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
    aim = _AIM.search(course.text, fig.sentence.begin, fig.mention.begin)
    short = aim is not None and _SHORT_OF.match(course.text, fig.mention.end, fig.sentence.end) is not None
    planned = fig.role == "bare" and _WAS_PLANNED.match(course.text, fig.mention.end, fig.sentence.end) is not None
    planned = planned or (
        fig.role == "copula"
        and _MEANT_FIRST.search(course.text, fig.sentence.begin, fig.mention.begin) is not None
        and _WAS_MEANT.match(course.text, fig.mention.end, fig.sentence.end) is not None
    )
    if not (short or planned):
        return None
    named = _counted_before(course, fig, aim.start() if short and aim is not None else fig.mention.begin)
    if named is None:
        return None
    return course.target(fig, *named, None, None, False, Signs(["goal-word", "label"], 0.7))


def _counted_before(course: Course, fig: Figure, begin: int) -> Named | None:
    """What is counted before the words that lead in a goal, else the topic of the sentence."""
    first = next((k for k, t in enumerate(fig.tokens) if t.begin >= begin), fig.first)
    found = counted(fig, first)
    told = found[0] if found is not None else topic_of(fig)
    measure = told_briefly(fig, told, course.text) if told is not None else ""
    if told is None or len(measure) < 2 or is_no_measure(course, measure, None):
        return None
    return measure, told


_HELD_TO_AIM = regex(
    r"목표(?:치|량|인원|대수|건수)?(?:인|였던|이던|로 잡은)? ?(?:약 |연 |"
    r"연간 )?\d[\d,.]*(?:[만천백]+ ?\d*| \d*)?[가-힣]{0,3}?(?:여)?"
    r"(?:에|을|를|의|보다|인)? ?(?:[^.,“”\d]{0,8}?)(?:못 ?미치는|못 ?미친|모자라는|모자란|미달한|밑도는|밑돈|웃도는|"
    r"웃돈|넘는|넘긴|넘어선|"
    r"절반인|[가-힣\d]{1,2}분의 ?[가-힣\d]인|\d[\d.]*%인|\d[\d.]*%(?:에|에도)? (?:불과한|그친|못 미치는)|수준인|"
    r"채우지 못한|많은|적은) ?"
    r"(?:약 |겨우 |고작 )?$"
)
"""What came of it, held to the goal: 목표 120개사에 못 미치는 88개사였다, 목표 500건의 13%인 65건."""


def as_held_to_aim(course: Course, fig: Figure) -> Target | None:
    """What came of something whose goal is told right before it (이용 기업은 목표 120개사에 못 미치는 88개사였다)."""
    held = _HELD_TO_AIM.search(course.text, fig.sentence.begin, fig.mention.begin)
    if held is None or fig.mention.kind == "percent" or fig.role not in ("copula", "locative", "to", "object", "bare"):
        return None
    named = _counted_before(course, fig, held.start())
    if named is None:
        return None
    target = course.target(fig, *named, None, None, False, Signs(["result"], 0.7, "result", True))
    course.last = (fig, target)
    return target


_FORESEEN = regex(
    r"(?:여 ?명)?(?:의 (?:누적 |신규 |추가 )?)? ?(?P<act>[가-힣]{0,4}?[가-힣]{2})[을를] (?:목표(?:로|한|하)|"
    r"내다[보봤본]|예상[하한했]|"
    r"기대[하한했]|전망[하한했]|바라[보본봤]|겨냥|계획[하한했]|내[걸건]|내세[우운웠]|약속[하한했]|공약[하한했으]|"
    r"다짐[하한했]|공언[하한했]|천명[하한했]|선언[하한했]|제시[하한했됐된]|"
    r"꾀[하한했]|노[리린렸]|추진[하한한했]|청사진|구상)"
)
"""An act of so many that is foreseen: 한 해 2,400명 수강을 내다본다, 45개소 참여를 목표로."""


def as_foreseen(course: Course, fig: Figure) -> Target | None:
    """So many who are to do something or to whom it is to be done, told by the noun of the act behind them."""
    told = _FORESEEN.match(course.text, fig.mention.end, fig.sentence.end)
    unit = bare_unit(fig.mention.value.unit)
    if told is None or fig.mention.kind == "percent" or fig.mention.value.value < _FEW:
        return None
    if unit in course.words.measured | course.words.capacity and unit != "회":
        return None
    act = told["act"]
    if not (course.words.is_act(act) or course.words.counts(act)):
        return None
    place, found = Span(*told.span("act")), counted(fig)
    own = told_briefly(fig, found[0], course.text) if found is not None and found[1] else ""
    measure = act if not own or is_no_measure(course, own, None) else f"{own} {act}"
    if is_no_measure(course, measure, None):
        return None
    annual = is_annual(fig, course.text)
    due = deadline(fig, None, None, course.text, course.mentions, course.published)
    target = course.target(fig, measure, place, None, due, annual, Signs(["label", "goal-word"], 0.7))
    course.last = (fig, target)
    return target


def as_bracketed(course: Course, fig: Figure) -> Target | None:
    """The goal told in a bracket behind what came of it (하루 이용자가 26명에서 71명으로 늘었다(목표 60명))."""
    if course.last is None or _BRACKETED_AIM.search(course.text, fig.sentence.begin, fig.mention.begin) is None:
        return None
    other, told = course.last
    near = fig.mention.begin - other.mention.end <= _NEAR_BY and told.value != fig.mention.value.value
    if (
        other.sentence is not fig.sentence
        or not same_unit(other, fig)
        or not near
        or told.value == fig.mention.value.value
    ):
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
