"""What a number counts where its clause names nothing: the topic of its sentence, the place that so many visited."""

from dataclasses import replace

from kg.facts.target.candidates import MARKS, PEOPLE, bare_unit, same_unit
from kg.facts.target.course import Course
from kg.facts.target.doers import DISTRICTS
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor
from kg.facts.target.measure import argument, counted, counted_behind
from kg.facts.target.naming import Named
from kg.facts.target.phrase import is_pronoun, mark_at, phrase, told_briefly, worded
from kg.facts.target.topics import topic_of
from kg.patterns import regex
from kg.spans import Span

_ROLES: tuple[Role, ...] = ("object", "to")
_KINDS = ("deliver", "change", "reach")


_STAGES = frozenset(
    (
        "시범",
        "시행",
        "시험",
        "도입",
        "개소",
        "개통",
        "개관",
        "설립",
        "출범",
        "가동",
        "착수",
        "시작",
        "운영",
        "출발",
        "준공",
        "실증",
        "첫해",
    )
)
"""What only tells at which stage so many were: 시행 첫해 19%에서, 작년 400개로 시범을 해 보니."""


_PLAN = regex(
    r"[가-힣]{1,4}(?:겠다|기로 ?한다)?(?:던|는|하던|했던) (?P<what>[가-힣A-Za-z]{2,8} )(?:계획|목표|구상|약속|공약)"
)


def planned_thing(course: Course, fig: Figure, gov: Governor) -> Named | None:
    """What the plan that a clause describes is about (45개사를 들이겠다던 입주 계획은)."""
    begin = fig.tokens[gov.index].begin
    plan = _PLAN.match(course.text, begin, begin + 24)
    return (plan["what"].strip(), Span(plan.start("what"), plan.end("what") - 1)) if plan is not None else None


def changed_thing(course: Course, fig: Figure, gov: Governor | None, role: Role) -> Named | None:
    """What is changed, told between the number and its verb (올해 2천개까지 센서를 늘린다)."""
    if gov is None or role != "to" or fig.role != "to" or not course.words.is_a(gov.stem, "change") or gov.relative:
        return None
    own = counted(fig)
    if own is not None and own[1] and not is_stage(worded(own[0].of(course.text))):
        return None  # 섬 9곳으로 서비스를 넓힌다
    thing = argument(fig, gov.index, "JKO")
    if thing is None or thing.begin < fig.mention.end or is_pronoun(thing.of(course.text), course.words):
        return None
    stop = fig.tokens[gov.index].begin
    if any(m.kind in ("quantity", "percent") and fig.mention.end <= m.begin < stop for m in fig.marks):
        return None
    words = told_briefly(fig, thing, course.text)
    return (words, thing) if len(words) > 1 else None


def is_stage(words: str) -> bool:
    """Whether what was taken for the counted thing only tells at which stage it was."""
    return words in _STAGES


def thing_before_stage(course: Course, fig: Figure, told: Named) -> Named:
    """The topic before the word for a stage (예측 오차는 시행 첫해 19%에서); the word itself where that is no thing."""
    whole = topic_of(fig)
    if whole is None or whole.end > told[1].begin or not is_thing(course, whole):
        return told
    return worded(whole.of(course.text)), whole


def whole_topic(course: Course, fig: Figure, gov: Governor | None, role: Role) -> Named | None:
    """The topic of the whole sentence, of which another clause told before (로봇은 ○○이 대며 36대를 갖춘다)."""
    if gov is None or gov.past or gov.relative or role not in _ROLES or fig.mention.kind == "percent":
        return None
    if not any(course.words.is_a(gov.stem, kind) for kind in _KINDS):
        return None
    topic = topic_of(fig)
    if topic is None or fig.mention.begin - topic.end < 2 or not is_thing(course, topic):
        return None
    words = told_briefly(fig, topic, course.text)
    return (words, topic) if len(words) > 1 else None


def is_thing(course: Course, topic: Span) -> bool:
    """Whether a topic names what can be counted: no body, no person, no district, no word that points back."""
    words = worded(topic.of(course.text))
    apart = not course.namer.bodies(topic) and not course.namer.is_office(topic)
    tells = words not in course.words.aside and words not in course.words.label and words not in course.words.generic
    return apart and tells and not words.endswith(DISTRICTS) and not is_pronoun(words, course.words)


def visited(course: Course, base: Figure | None) -> Named | None:
    """The place or course to which those came with whom a goal starts (‘○○’에 2천명이 다녀갔는데 5천명이 목표)."""
    if base is None or base.role != "subject" or bare_unit(base.mention.value.unit) not in PEOPLE:
        return None
    tokens = base.tokens
    for k in range(base.first - 1, max(0, base.first - 12), -1):
        if tokens[k].tag in ("EC", "EF", "JKS", "JKO"):
            return None
        if tokens[k].tag != "JKB" or tokens[k].form not in ("에", "에서") or mark_at(base, tokens[k - 1]) is not None:
            continue
        place = None if tokens[k - 1].form in base.words.aside else phrase(base, k - 1)
        words = worded(place.of(course.text)) if place is not None else ""
        if place is not None and len(words) > 2 and not words.endswith(course.words.gatherings):
            return words, place
    return None


def of_next(course: Course, fig: Figure, here: int, gov: Governor | None) -> Named | None:
    """What the next number of the clause counts, for one that only says how often (600명씩, 5년간 3천명을)."""
    own = counted(fig)
    if course.text[fig.mention.end : fig.mention.end + 1] != "씩" or gov is None or (own is not None and own[1]):
        return None
    for other in course.figures[here + 1 : here + 2]:
        same = other.sentence is fig.sentence and same_unit(other, fig)
        near = same and other.mention.begin - fig.mention.end < 40
        behind = counted_behind(other) if near and other.role == "genitive" else None
        if behind is not None:
            return worded(behind[0].of(course.text)), behind[0]
        found = counted(other) if near else None
        if found is not None:
            return worded(found[0].of(course.text)), found[0]
    return None


_SENTENCES = 5


def of_same_act(course: Course, fig: Figure, gov: Governor | None, role: Role) -> Named | None:
    """What the same verb did shortly before (골목에 감지기를 단다. … 내년에 두 동네에 300대를 달고)."""
    if gov is None or role != "object" or not course.words.is_a(gov.stem, "deliver") or fig.mention.kind == "percent":
        return None
    here = fig.sentence.index
    for other in reversed(course.sentences[max(0, here - _SENTENCES) : here]):
        for k in range(len(other.tokens) - 1, 0, -1):
            if other.tokens[k].form != gov.stem:
                continue
            marks = tuple(course.mentions.within(other.span, *MARKS))
            thing = argument(replace(fig, sentence=other, marks=marks), k, "JKO")
            if thing is not None and not any(m.begin < thing.end and thing.begin < m.end for m in marks):
                return worded(thing.of(course.text)), thing
    return None
