"""What a number counts, looked for in its clause, in the number that it starts from, in what was told before."""

from dataclasses import replace

from kg.facts.target.asked import asked_before
from kg.facts.target.candidates import DIFFERENCE, MARKS, PEOPLE, bare_unit, same_unit
from kg.facts.target.course import Course
from kg.facts.target.doings import achieved, deed, done_to
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor
from kg.facts.target.heading import site_before
from kg.facts.target.last_named import (
    changed_thing,
    is_stage,
    of_next,
    of_same_act,
    planned_thing,
    thing_before_stage,
    visited,
    whole_topic,
)
from kg.facts.target.leading import goal_of, headed_by, item_label, labelled, questioned, thing_given
from kg.facts.target.measure import argument, counted
from kg.facts.target.naming import USERS, Named
from kg.facts.target.parts import filled_by, shared_out
from kg.facts.target.phrase import head_word, is_pronoun, told_briefly, worded
from kg.facts.target.picked import picked
from kg.facts.target.standing import comes_to, is_held_now
from kg.facts.target.topics import topic_of
from kg.facts.target.users import (
    counts_nothing,
    is_program,
    only_where,
    program_before,
    program_users,
    taught,
    with_given,
)
from kg.patterns import regex
from kg.spans import Span

_FAR = 400
_TOPICAL = regex(r"[’'”\"」]?(?: ?(?:사업|서비스))?(?:은|는) ")
_BEGUN = ("시작", "출발", "개시")
_COUNTED = frozenset(("농가", "어가", "업체", "마을", "상가"))
_OF_THOSE_IS = regex(r"(?:(?:이|그) ?|[가-힣] )(?:가운데|중)(?:에서)? (?:약 |절반 넘는 )?$")
_TURN = regex(r"[QA]\d{0,2}\s?[.:)]?|(?:문|답|질의|응답|질문|답변)\s?[.:)]")


def name_of(
    course: Course,
    here: int,
    fig: Figure,
    gov: Governor | None,
    role: Role,
    base: Figure | None,
    behind: tuple[Span, int] | None,
) -> tuple[Named, Figure | None, bool] | None:
    """What is counted, the number to start from where that tells it, and whether only an act is named.

    Where the words only mark a turn (A. 지금 17개사인데 40개사를), it is what the question asks about.
    """
    if role == "object" and (got := picked(fig, course.text)) is not None:
        return got, base, False
    named = _name_of(course, here, fig, gov, role, base, behind)
    if named is not None and counts_nothing(course, named[0], bare_unit(fig.mention.value.unit) in PEOPLE):
        told = program_before(course, fig)
        named = (told, named[1], True) if told is not None else None
    users = USERS.get(bare_unit(fig.mention.value.unit))
    if named is not None and users is not None and is_program(course, named[0]):
        named = ((f"{named[0][0]} {users}", named[0][1]), named[1], named[2])  # 손주는 … 800가구를
    if named is None and gov is not None and role in ("to", "topic") and not gov.relative:
        grows = course.words.is_a(gov.stem, "change") or course.words.is_a(gov.stem, "reach")
        reached = (item_label(course, fig) or program_users(course, fig)) if grows else None
        named = (reached, base, True) if reached is not None else None  # 지금 140호인데 800호로 늘린다
    if named is None or _TURN.fullmatch(named[0][0]) is None:
        return named
    asked = questioned(course, fig)
    return (asked, named[1], True) if asked is not None else None


def _name_of(
    course: Course,
    here: int,
    fig: Figure,
    gov: Governor | None,
    role: Role,
    base: Figure | None,
    behind: tuple[Span, int] | None,
) -> tuple[Named, Figure | None, bool] | None:
    if behind is not None and only_where(course, fig, gov, behind):
        behind = None
    if behind is not None and (base is None or fig.role == "bare"):
        own = counted(fig) if fig.role == "genitive" else None
        if own is None or not own[1] or own[0].of(course.text).rstrip().endswith(" 등"):
            return with_given(course, fig, gov, behind), base, False
        own_words = told_briefly(fig, own[0], course.text).removeprefix("등").strip()
        if not own_words:
            return (worded(behind[0].of(course.text)), behind[0]), base, False
        return (f"{own_words} {worded(behind[0].of(course.text))}", own[0]), base, False
    if fig.mention.kind == "percent" and _OF_THOSE_IS.search(course.text, fig.sentence.begin, fig.mention.begin):
        got = achieved(fig) if fig.role == "subject" else done_to(fig)
        if got is None and (filled := filled_by(course, fig)) is not None:
            return filled, base, False
        if got is not None:
            return (worded(got.of(course.text)), got), base, False
    if base is not None and base is course.now:
        whose = topic_of(fig)
        if whose is not None:
            return (worded(whose.of(course.text)), whose), base, False
    told = (
        changed_thing(course, fig, gov, role)
        or thing_given(course, fig, gov, role)
        or shared_out(course, fig, gov)
        or of_next(course, fig, here, gov)
        or course.namer.named(fig, base, gov, role)
    )
    if told is not None and is_stage(told[0]):
        told = thing_before_stage(course, fig, told)
    if told is not None:
        return labelled(course, fig, told), base, course.namer.is_act(fig, told, gov)
    start = counted(base) if base is not None and gov is None else None
    if start is not None and len(worded(start[0].of(course.text))) > 1 and not course.namer.is_label(fig, start[0]):
        return (worded(start[0].of(course.text)), start[0]), base, True
    meant = spoken_of(course, fig, gov, base) if role == "to" else None
    if meant is not None:
        return meant, base, True
    before = told_before(course, here, gov) if not has_own_topic(course, fig) else None
    if before is not None:
        return (before[0], base or before[1], True) if len(before[0][0]) > 1 else None
    each = course.namer.each(fig)
    if each is not None:
        return each, base, False
    got = achieved(fig) if role == "subject" and gov is not None and gov.past else None
    if got is not None and len(worded(got.of(course.text))) > 1:
        return (worded(got.of(course.text)), got), base, True
    if role == "subject" and gov is not None and gov.past and (course_told := taught(course, fig, gov)) is not None:
        return course_told, base, True
    came_in = role == "subject" and gov is not None and gov.past and course.words.is_a(gov.stem, "result")
    if came_in and (came := visited(course, fig)) is not None:
        return came, base, True
    same = of_same_act(course, fig, gov, role)
    if same is not None:
        return same, base, False
    unit = bare_unit(fig.mention.value.unit)
    if unit in course.words.capacity:
        sized = course.namer.sized(fig) or site_size(course, fig)
        return (sized, base, False) if sized is not None else None
    if unit in _COUNTED and gov is not None and role in ("subject", "object"):
        return (unit, fig.mention.span), base, False
    topic = course.namer.topic(fig)
    if topic is not None and (gov is None or is_given(course, gov)) and role not in ("to", "from"):
        return topic, base, True
    if topic is not None and gov is not None and course.words.is_a(gov.stem, "change") and role in ("to", "object"):
        return topic, base, True
    if (
        base is not None
        and role == "to"
        and (begun := counted(base)) is not None
        and (begun[1] or base.role == "copula")  # 드론 기업이 7곳인데 35곳으로 만든다
        and not course.namer.is_label(fig, begun[0])
    ):
        return (worded(begun[0].of(course.text)), begun[0]), base, True
    planned = planned_thing(course, fig, gov) if role == "object" and gov is not None and gov.relative else None
    if planned is not None:
        return planned, base, True
    if gov is not None and role == "to" and (grown := grown_from(course, fig, gov)) is not None:
        return grown[0], base or grown[1], True
    goal = goal_of(course, fig) or whole_topic(course, fig, gov, role) or visited(course, base)
    if goal is not None:
        return goal, base, True
    if gov is None or gov.relative or role not in ("object", "topic", "to") or fig.mention.kind == "percent":
        return None
    headed, asked = headed_by(course, fig), questioned(course, fig)
    if asked is not None and (headed is None or headed[1].begin <= asked[1].begin):
        return asked, base, True
    if headed is not None and (topic is None or topic[1].begin >= headed[1].begin):
        return headed, base, True
    pointed = counted(fig)
    words = worded(pointed[0].of(course.text)) if pointed is not None else ""
    if pointed is not None and words in course.words.label and course.words.is_a(gov.stem, "change"):
        return (words, pointed[0]), base, True  # 대상을 12곳으로 늘린다
    return None


def grown_from(course: Course, fig: Figure, gov: Governor) -> tuple[Named, Figure | None] | None:
    """What the target told last counts, where a verb of change takes its unit up (410가구에 … 900가구로)."""
    if course.last is None or not course.words.is_a(gov.stem, "change") or gov.relative:
        return None
    other, told = course.last
    if not same_unit(other, fig) or fig.mention.begin - other.mention.end > _FAR or fig.mention.kind == "percent":
        return None
    smaller = told.target_kind == "result" and other.mention.value.value < fig.mention.value.value
    return (told.measure, other.mention.span), other if smaller else None


def site_size(course: Course, fig: Figure, within: int | None = None) -> Named | None:
    """The size in power of the data centre or plant of which the sentences before tell, ``within`` so many of them."""
    size = course.words.sizes.get(fig.mention.value.unit)
    if size != "용량":
        return None
    begin = course.sentences[max(0, fig.sentence.index - 1)].begin
    site = site_before(course.text, begin, fig.mention.begin)
    if site is None or (within is not None and site[1].begin < begin):
        return None
    return f"{site[0]} {size}", site[1]


def spoken_of(course: Course, fig: Figure, gov: Governor | None, base: Figure | None) -> Named | None:
    """The topic of the sentences before, where a pronoun is what grows (○○은 … 지금은 4곳에 있다. 이를 12곳으로)."""
    if base is None or gov is None or not course.words.is_a(gov.stem, "change"):
        return None
    thing = argument(fig, fig.first, "JKO")
    if thing is None or not is_pronoun(thing.of(course.text), course.words):
        return None
    here = fig.sentence.index
    for other in reversed(course.sentences[max(0, here - 2) : here]):
        marks = tuple(course.mentions.within(other.span, *MARKS))
        told = topic_of(replace(fig, sentence=other, marks=marks, first=len(other.tokens)))
        if told is not None and told.begin - other.begin <= 2 and len(worded(told.of(course.text))) > 2:
            return worded(told.of(course.text)), told
    return None


def has_own_topic(course: Course, fig: Figure) -> bool:
    """Whether the sentence speaks of a programme of its own, so that what was told before is something else."""
    spoken = course.mentions.within(Span(fig.sentence.begin, fig.mention.begin), "program", "program-short")
    return any(_TOPICAL.match(course.text, m.end) for m in spoken)


def is_given(course: Course, gov: Governor) -> bool:
    return course.words.is_a(gov.stem, "light") or course.words.is_a(gov.stem, "deliver")


def told_before(course: Course, here: int, gov: Governor | None) -> tuple[Named, Figure | None] | None:
    """What a goal counts that does not say it itself: as the number of its unit just told, which it starts from."""
    fig = course.figures[here]
    asked = asked_before(course.text, fig.sentence.begin, bare_unit(fig.mention.value.unit), course.words)
    if asked is not None:
        return asked, None
    around = course.text[max(fig.sentence.begin, fig.mention.begin - 24) : fig.mention.end + 24]
    grows = (
        gov is not None
        and gov.stem != "되"
        and (course.words.is_a(gov.stem, "change") or course.words.is_a(gov.stem, "reach"))
    )
    first = course.text[fig.mention.end : fig.mention.end + 2] == "부터"
    for other in reversed(course.figures[max(0, here - 2) : here]):
        reach = 2 if other is course.figures[here - 1] and other.role == "copula" else 1
        if other.sentence.index < fig.sentence.index - reach or not same_unit(other, fig):
            continue
        if fig.mention.begin - other.mention.end > 90:
            break
        listed_now = other.role == "bare" and course.text.startswith(", ", other.mention.end) and topic_of(other)
        told_of = other.role in ("copula", "topic", "subject", "only") or bool(listed_now)
        stated = told_of and other.sentence is not fig.sentence
        is_last = course.last is not None and course.last[0] is other
        if "목표" not in around and not stated and not is_last and not grows and not first:
            continue
        if is_last:
            assert course.last is not None
            past = course.last[1].target_kind == "result"
            return (course.last[1].measure, other.mention.span), other if past else None
        told = stated or grows or comes_to(other, course.text)
        start = other if told and not DIFFERENCE.match(course.text, other.mention.end) else None
        found = counted(other)
        listed = found is not None and found[0].of(course.text).rstrip().endswith(" 등")
        if found is not None and not listed and not course.namer.is_label(other, found[0]):
            return (told_briefly(other, found[0], course.text), found[0]), start
        done = deed(other, course.text)
        if done is not None and grows and done.of(course.text) not in _BEGUN:
            return (worded(done.of(course.text)), done), start
        whole = topic_of(other) if "목표" in around and is_held_now(other, course.text, course.words) else None
        if whole is not None:
            return (worded(whole.of(course.text)), whole), other
    return None


_PLACED = frozenset(("설치", "보급", "배치", "구축", "도입", "교체", "확충", "공급", "추가", "증설", "전환"))
_MORE = frozenset(("추가", "확대", "증설", "증원", "보강"))
_CHOSEN = frozenset(("선정", "선발", "모집"))
_TAUGHT = frozenset(("배출", "수료", "졸업"))
"""Acts whose thing must have been named: alone they name nothing."""


def thing_before(course: Course, here: int, measure: str) -> str | None:
    """What the last number of the unit counted, for a measure that only names the act (로봇 60대를 … 설치를 40대로)."""
    fig, last = course.figures[here], course.last
    if measure in _TAUGHT and last is not None and same_unit(last[0], fig):
        return last[1].measure if fig.sentence.index - last[0].sentence.index <= 1 else None
    if measure in _MORE and last is not None and same_unit(last[0], fig):
        noun, _, act = last[1].measure.rpartition(" ")
        thing = noun if noun and course.words.is_act(act) else last[1].measure
        return thing if fig.mention.begin - last[0].mention.end < _FAR else None
    if measure in _CHOSEN and last is not None and same_unit(last[0], fig):
        near = fig.sentence.index - last[0].sentence.index <= 1
        noun = head_word(last[1].measure)
        return last[1].measure if near and not course.words.is_act(noun) and noun not in _CHOSEN else None
    if measure in _PLACED and last is not None and same_unit(last[0], fig) and last[0].sentence is fig.sentence:
        return last[1].measure
    for other in reversed(course.figures[max(0, here - 4) : here]):
        if measure not in _PLACED or fig.sentence.index - other.sentence.index > 2:
            return None
        if same_unit(other, fig) and (found := counted(other)) is not None and found[1]:
            words = told_briefly(other, found[0], course.text)
            return words if len(words) > 1 and not course.words.is_act(words) else None
    return None
