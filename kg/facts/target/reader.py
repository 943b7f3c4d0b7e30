"""Whether one number is a target: what it counts, from where, by when, and what speaks for it."""

from dataclasses import dataclass, replace

from kg.facts.model import Target
from kg.facts.target.acts import act_done
from kg.facts.target.aims import as_bracketed, as_enumerated, as_foreseen, as_held_to_aim, as_missed
from kg.facts.target.beside import (
    began_before,
    changes,
    follows_step,
    goes_on,
    goes_on_annually,
    is_agent,
    is_joined,
    is_listed_predicate,
    is_now,
    is_place,
    last_step,
)
from kg.facts.target.candidates import may_be, same_unit
from kg.facts.target.case import Case
from kg.facts.target.course import Course
from kg.facts.target.differences import is_raised
from kg.facts.target.due import due_of
from kg.facts.target.excluded import is_no_measure, is_taught
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor, governor
from kg.facts.target.joined import as_joined
from kg.facts.target.lead_times import alarm_told, as_lead_time
from kg.facts.target.leading import as_before
from kg.facts.target.measure import counted, counted_behind
from kg.facts.target.noted import as_noted
from kg.facts.target.paired import as_paired, is_ratio
from kg.facts.target.passing import WHERE, names_nothing, passes_by
from kg.facts.target.phrase import head_word
from kg.facts.target.question import asks
from kg.facts.target.remarks import is_remark, remarks_only
from kg.facts.target.shapes import as_begun, as_changed, as_grown, as_indicator, as_part, as_sited, as_sized, as_step
from kg.facts.target.signs import LEAST, lacking
from kg.facts.target.spread import as_spread
from kg.facts.target.standing import comes_to, is_held_now, stands_beside, tells_now, told_behind
from kg.facts.target.starting import baseline, earlier, goes_on_to, is_start, pilot
from kg.facts.target.then_now import as_then_now
from kg.facts.target.timing import is_annual
from kg.facts.target.verdicts import PLANNING
from kg.facts.target.weigh import weigh
from kg.facts.target.whose import name_of, site_size, thing_before
from kg.language.model import Token
from kg.patterns import regex
from kg.spans import Span

_SO_MANY = regex(r"(?:여 ?[가-힣]{0,2})?(?:으로|로)(?:,| (?:이|그) ?(?:중|가운데))")
_SO_FAR = regex(r"(?:여 ?[가-힣]{0,2})?까지")
"""As many as that get it (2천400명까지 보급한다), unless the verb changes something to it (2천명까지 늘린다)."""
_A_SIDE = regex(r"(?:쪽|측|회사|업체|기업|사업자|컨소시엄) 용량$")
_AND = regex(r"(?:여 ?명)?[과와] [^\s,.]{1,10}(?: [^\s,.]{1,10})? ")
_AIM_BEHIND = 14
_RIGHT_NOW = regex(r"(?:지금|현재|현)(?:은|는)? ?(?:약 )?$")
_OF_SIZE = regex(r" ?(?:여 ?)?(?:규모|정원|체제)(?:로|으로)(?=[ ,])")
"""How many will be in what is opened: 병상 180개 규모로 문을 연다."""
_RUNS = frozenset(("운영", "시행", "실시", "추진", "개강", "개최"))
_PRICE = ("비", "료", "금")
_PARTICLES: dict[str, Role] = {"JKO": "object", "JKS": "subject", "JX": "topic"}
_OBLIQUE: dict[str, Role] = {"에게": "dative", "께": "dative", "에": "locative", "에서": "from"}
_ADDS = frozenset(("추가", "증설", "증원", "보태"))
"""Acts that add to what there is: the number does not start from what there is (카메라 120대를 추가한다)."""
_ANEW = regex(r" (?:새로|새롭게|추가로|더) $")
_TO = frozenset(("까지", "으로", "로"))


def _role_of(particle: Token, otherwise: Role) -> Role:
    """What the particle behind the counted noun makes of the number before it (40개 기업에, 210개 골목까지)."""
    if particle.form in _TO:
        return "to"
    return _OBLIQUE.get(particle.form) or _PARTICLES.get(particle.tag, otherwise)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """On what a number hangs: ``told`` is its own part in the clause, ``role`` that of what it counts."""

    told: Role
    role: Role
    gov: Governor | None
    behind: tuple[Span, int] | None
    steps: bool
    listed: bool


def _hanging(course: Course, here: int) -> _Hanging:
    """The verb of a number, its own or that of the list's last, and the counted noun behind it with its particle."""
    fig = course.figures[here]
    verb_of, steps = last_step(course, here)
    role, gov = verb_of.role, governor(verb_of, course.words)
    role = _shared_role(course, here) if role == "bare" and not steps else role
    listed = is_listed_predicate(course, here)
    so_many = role == "to" and _SO_MANY.match(course.text, fig.mention.end) is not None and not _is_end(course, here)
    if listed or (so_many and not changes(course, gov)):
        role, gov = "copula", gov if listed else None
    told = role
    if role == "to" and gov is not None and _SO_FAR.match(course.text, fig.mention.end):
        gives = course.words.is_a(gov.stem, "deliver") and not course.words.is_a(gov.stem, "change")
        role = "object" if gives else role
    if role == "to" and gov is not None and _OF_SIZE.match(course.text, fig.mention.end):
        builds = any(course.words.is_a(gov.stem, kind) for kind in ("deliver", "open", "build"))
        role = "object" if builds and not changes(course, gov) else role
    if gov is not None and gov.stem == "되":
        role = "to" if role == "subject" else role
    attached = fig.role == "genitive" or (fig.role == "bare" and fig.mention.value.unit == "개")
    behind = counted_behind(fig) if attached else None
    if behind is not None and behind[0].of(course.text) in _RUNS:
        behind = None  # ‘계약학과’ 9개 운영
    if behind is not None and gov is not None and gov.bare and gov.index < behind[1]:
        own = counted(fig)
        gov = governor(replace(fig, after=behind[1]), course.words) if own is None or not own[1] else gov
    if behind is not None and fig.role == "genitive":
        gov = act_done(fig, behind, course.text) or gov
    if behind is not None and (gov is None or gov.index >= behind[1]):
        hung = _role_of(fig.tokens[behind[1]], role)
        if hung == "from" and gov is not None and gov.final and course.words.is_a(gov.stem, "deliver"):
            hung = "locative"  # 44개 교차로에서 가동된다
        return _Hanging(told, hung, gov, behind, steps, listed)
    return _Hanging(told, role, gov, None, steps, listed)


def _shared_role(course: Course, here: int) -> Role:
    """The part in the clause of the next number, with which 와 joins this one (군의원 10명과 주민 90명이)."""
    fig = course.figures[here]
    other = course.figures[here + 1] if here + 1 < len(course.figures) else None
    if other is None or other.sentence is not fig.sentence or not (same_unit(fig, other) or other.role == "object"):
        return fig.role
    between = course.text[fig.mention.end : other.mention.begin]
    return other.role if _AND.fullmatch(between) else fig.role


def _is_end(course: Course, here: int) -> bool:
    """Whether the number ends what the one right before it begins (9개에서 31개로, 120명에서 900명으로 늘린다)."""
    fig, other = course.figures[here], course.figures[here - 1]
    near = here > 0 and other.sentence is fig.sentence and fig.mention.begin - other.mention.end < 24
    return near and other.role == "from" and same_unit(other, fig)


def _is_anew(fig: Figure, gov: Governor, text: str) -> bool:
    """Whether those counted come on top of what there is (70개사를 새로 뽑는다)."""
    verb = fig.tokens[gov.index].begin
    return verb > fig.mention.end and _ANEW.search(text, fig.mention.end, verb) is not None


def is_goal(course: Course, fig: Figure, role: Role, gov: Governor | None) -> bool:
    """Whether a number is said to be reached: 40곳으로 늘린다, 40곳을 채운다, 목표는 40곳."""
    if tells_now(fig, course.text):
        return False
    if "목표" in course.text[max(fig.sentence.begin, fig.mention.begin - 12) : fig.mention.end + 8]:
        return True
    if gov is None or gov.past:
        return False
    return role == "to" or (role == "object" and course.words.is_a(gov.stem, "reach"))


def _is_left(course: Course, here: int, gov: Governor, role: Role) -> bool:
    """Whether the next number, under the same verb of change, starts from this one (21%를 2028년까지 60%로 올린다)."""
    fig = course.figures[here]
    own = role if fig.role == "bare" else fig.role  # 지금 22개 교차로를 내년까지 60개로
    if own not in ("object", "copula") or here + 1 >= len(course.figures) or not changes(course, gov):
        return False
    other = course.figures[here + 1]
    if other.role != "to" or other.sentence is not fig.sentence or other.after > gov.index:
        return False
    return baseline(here + 1, "to", course.figures, course.text, course.words) is fig


def read_number(course: Course, here: int) -> Target | None:
    """The target that a number is, if it is one."""
    fig = course.figures[here]
    if here in course.steps:
        step = course.steps[here]
        return as_step(course, step) if step is not None else None
    if is_ratio(course, fig):
        return None
    shaped_so = (
        as_paired(course, fig)
        or as_begun(course, here)
        or as_sized(course, fig)
        or as_grown(course, fig)
        or as_changed(course, here)
    )
    shaped_so = shaped_so or as_missed(course, fig) or as_bracketed(course, fig) or as_enumerated(course, fig)
    shaped_so = shaped_so or as_sited(course, here) or as_indicator(course, here) or as_lead_time(course, fig)
    shaped_so = shaped_so or as_held_to_aim(course, fig) or as_foreseen(course, fig) or as_noted(course, fig)
    shaped_so = shaped_so or as_joined(course, fig) or as_spread(course, here) or as_then_now(course, here)
    if shaped_so is not None:
        return shaped_so
    if fig.mention.begin in course.bases or not may_be(fig, course.text, course.words):
        return None
    if goes_on_to(here, course.figures, course.text):
        course.now = fig
        return None
    if is_start(here, course.figures, course.text, course.words) or passes_by(fig, course.text):
        return None
    if remarks_only(fig, course.text):
        return None
    part = as_part(course, fig)
    if part is not None:
        return part
    if is_place(course, here) or is_now(course, here) or is_held_now(fig, course.text, course.words):
        return None
    if comes_to(fig, course.text) and tells_now(fig, course.text):
        return None  # 검출률이 지금 88%쯤 됩니다
    hanging = _hanging(course, here)
    if hanging.steps and fig.role == "bare" and _RIGHT_NOW.search(course.text, fig.sentence.begin, fig.mention.begin):
        course.now = fig
        return None  # 트랙터는 현재 6대, 2027년까지 40대 배치
    role, gov, behind = hanging.role, hanging.gov, hanging.behind
    if gov is not None and _is_left(course, here, gov, role):
        return None
    if gov is not None and gov.past and gov.relative and course.text.startswith("에만 ", fig.mention.end):
        return None  # 41곳에만 설치된 선별기를
    if began_before(course, here, hanging.steps) or is_agent(course, here, hanging.told, gov):
        return None
    base = baseline(here, role, course.figures, course.text, course.words)
    if base is None and course.now is not None and here and course.figures[here - 1] is course.now:
        base = course.now
    if base is None and is_goal(course, fig, role, gov):
        base = stands_beside(course.figures, here, course.text)
    named = name_of(course, here, fig, gov, role, base, behind)
    each = course.namer.each(fig)
    if named is None:
        course.note(fig, "no words tell what the number counts", 0.4 if gov is not None else 0.0)
        return None
    told, base, act = named
    measure, place = alarm_told(course, base, told)
    if each is not None and measure.endswith(_PRICE):
        measure, place = f"{each[0]} {measure[:-1]}", each[1]
    if (names_nothing(measure) and base is None) or is_remark(measure, fig.mention.value.unit):
        return None
    if measure in WHERE:
        if course.last is None or not same_unit(course.last[0], fig):
            return None
        measure = course.last[1].measure  # 초등학교 35곳에 놓고 2027년에는 관내 전체인 88곳으로
    thing = thing_before(course, here, measure)
    added = gov is not None and role != "to" and (gov.stem in _ADDS or _is_anew(fig, gov, course.text))
    base = None if added else base
    if thing is not None:
        measure = thing if measure == "추가" or thing.endswith(measure) else f"{thing} {measure}"
    measure = as_before(course, fig, measure)
    size = course.words.sizes.get(fig.mention.value.unit)
    if size == "용량" and role == "to" and not measure.endswith((size, "규모", "능력", "전력")):
        measure = f"{measure} {size}"
    if size == "용량" and _A_SIDE.search(measure if measure.endswith(size) else f"{measure} {size}"):
        measure, place = site_size(course, fig) or (measure, place)
    moved = base is not None and role == "to" and head_word(measure) not in course.words.staff
    percent = fig.mention.kind == "percent"
    aimed = "목표" in course.text[fig.mention.end : fig.mention.end + _AIM_BEHIND]
    moved = moved or (percent and (course.words.improves(measure) or (aimed and changes(course, gov))))
    moved = moved or is_raised(fig, course.text)
    if is_no_measure(course, measure, gov) and not (moved or is_taught(course, fig, measure, gov)):
        return None
    if base is None and course.namer.pointed is not None and course.namer.pointed[0] is fig:
        base = course.namer.pointed[1]
    if base is None and not added:
        base = earlier(here, course.figures, measure, course.text, course.words, act=act)
        base = base if base is None or base.mention.begin not in course.goals else None
        if base is None and gov is not None and role in ("to", "object", "locative") and not gov.past:
            base = pilot(here, course.figures, measure, course.text)
            base = base or told_behind(course.figures, here, measure, course.text)
        shaped = False
    else:
        shaped = True
    annual = is_annual(fig, course.text) or goes_on_annually(course, fig)
    due = due_of(course, fig, gov, base, annual)
    case = Case(
        fig,
        role,
        gov,
        measure,
        place.of(course.text),
        course.text,
        due=due is not None,
        base=base is not None and shaped,
        annual=annual,
        steps=hanging.steps,
        joined=is_joined(course, fig),
        each=each is not None and place == each[1],
        listed=hanging.listed,
    )
    if due is not None and course.published is not None and due.iso > course.published[: len(due.iso)]:
        case.past = False  # what lies ahead has not been reached, however its sentence ends
    signs = weigh(case)
    if gov is None and course.last is not None and signs.features == ["delivery"]:
        other = course.last[0]
        if same_unit(other, fig) and other.mention.value.value == fig.mention.value.value:
            return None  # 16대를 세운다. … 공단이 16대를 모두 운영한다.
    if signs.score < LEAST:
        course.note(fig, lacking(signs), signs.score)
        return None
    if signs.kind == "result" and asks(course.text, fig.sentence.begin):
        return None  # Q. 주민이 2만 명을 넘었습니다.
    if signs.past and not shaped:
        base = None
    if base is not None:
        course.bases.add(base.mention.begin)
    if signs.past:
        due = None
    if due is not None and not due.until and follows_step(course, fig):
        due = due.after(course.last[1].deadline if course.last and course.last[1].deadline else due.iso)
    if due is not None:
        course.due = (fig.sentence.index, due)
    planned = PLANNING.search(measure) if "label" in signs.features else None
    if planned is not None and len(measure) - planned.end() > 1:
        measure = measure[planned.end() :]
    target = course.target(fig, measure, place, base, due, annual, signs)
    if base is None and signs.kind != "result" and goes_on(course, target):
        assert course.last is not None
        target = target.model_copy(update={"baseline": course.last[1].baseline})
    course.last = (fig, target)
    if due is not None:
        course.goals.add(fig.mention.begin)
    return target
