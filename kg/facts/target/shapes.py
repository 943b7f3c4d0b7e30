"""Numbers whose shape alone makes them targets: a step of a row, a beginning, a size, a part of what was told."""

from kg.facts.model import Target
from kg.facts.target.candidates import bare_unit, same_unit
from kg.facts.target.course import Course
from kg.facts.target.doings import achieved
from kg.facts.target.due import due_of
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.governor import governor, predicate
from kg.facts.target.leading import item_label
from kg.facts.target.measure import counted, counted_behind
from kg.facts.target.phrase import told_briefly, worded
from kg.facts.target.remarks import is_remark
from kg.facts.target.series import Step
from kg.facts.target.signs import Signs
from kg.facts.target.timing import Deadline, deadline
from kg.facts.target.users import program_users
from kg.facts.target.whose import site_size
from kg.patterns import regex
from kg.spans import Span

_PART = regex(r"(?:그중|그 중|이 중|이중|이 가운데|그 가운데|또|나머지)(?:에서|에)?\s*(?:\([^)]*\)\s*)?(?:약 )?$")
_PART_TO = regex(r"[이가은는도]?\s?(?P<to>[가-힣A-Za-z]{2,12}?)(?:들)?(?:으로|로|에게|에)(?=[ ,])")
_MADE_TO = regex(
    r"(?:여 ?곳)?(?:은|는|을|를|이|가) (?:[가-힣]{2,4} )?(?P<what>[가-힣A-Za-z][가-힣A-Za-z ]{1,14}?)[을를] "
    r"[가-힣]{1,6}(?:게|도록) (?:만[들드]|하겠|한다|할|합니다)"
)
"""What a part of those counted will be made to do: 그중 300곳은 실제로 설비를 돌리게 만들겠다."""
_ADVERBS = frozenset(
    (
        "실제",
        "새",
        "따",
        "별도",
        "우선",
        "추가",
        "무료",
        "집중적",
        "최종적",
        "직접적",
        "시범",
        "상시",
        "수시",
        "순차적",
        "단계적",
    )
)
_WHO_OF_THESE = regex(
    r"(?:그중|그 중|이 중|이중|이 가운데|그 가운데)(?:에서)? (?P<who>[가-힣A-Za-z][가-힣A-Za-z ]{1,14}?)[은는이가] "
    r"(?:모두 |약 |절반 넘는 )?$"
)
_OF_A_SIZE = regex(r" ?(?:급|규모(?:의)?) ")
_TO_A_SIZE = regex(r" ?(?:급|규모)(?:으로|로) ")
_SITES = ("센터", "발전소", "단지", "공장", "서버실", "캠퍼스", "허브")
_SETS_OUT = regex(r"[가-힣 ]{0,12}?(?:으로|로|에서|을|를)(?:부터)? (?:시작|출발|첫발|첫걸음)")

_RUN = regex(
    r"에서 [^.“”\"]{1,40}?[을를] (?:[가-힣]{1,6} ){0,2}?"
    r"(?:시범 ?운영|시범 ?적용|시범 ?실시|운영|시행|실시|적용|선보이|가동)"
    r"(?:한다|하기로|할 |하고,|하며|합니다|된다|될 )"
)
_STARTS_AT = regex(
    r"에서(?:부터)? (?:먼저 |우선 |처음 |시범 ?|첫 )?(?:개시|시작|시행|실시|운영|적용|가동|출발|도입|선보)"
    r"(?:한다|하기로|할 |함|합니다|된다|됨|될 |인다|\.|,|$)"
)
"""Places at which something begins: 내년 3월 12개교에서 개시."""
_INDICATORS = regex(
    r"(?:성과 ?지표|핵심 ?지표|성과 ?목표|목표 ?지표|정량 ?목표|목표치|목표)(?:는|은|로는|로|:|：) ?"
    r"(?:(?:[^.“”\"]|\.(?=\d))*?[△▲▷▶①-⑩] ?)"
    r"(?P<what>[가-힣A-Za-z][^△▲▷▶①-⑩,.“”\"은는을를\d]{1,24}?) (?:약 |연 |연간 |총 )?$"
)
_LABELLED = regex(
    r"\W{0,4}(?P<what>[가-힣A-Za-z][^:：\n.]{1,24}?) ?[:：] ?(?:(?:약|연|연간|매년|총|누적|모두|최대|신규|추가) ?){0,2}"
)
_ITEM = regex(r"[ \t]*(?:[-·○◦ㅇ•▪❍*▷▶△]|[①-⑳]|[가-하][.)]|\(?\d{1,2}[.)])[ \t]?")
_UNDER_GOALS = regex(
    r"(?:^|\n)[ \t]*[□■○●◦▣◆◇▶▷*#\[【<(]{1,2} ?[^\n.]{0,16}(?:목표|지표|KPI)[^\n.]{0,16}\n"
    r"(?:[ \t]*[-·‧∙•○◦*※][^\n□■]{0,60}\n){0,6}\s*$"
)
_ITEM_ENDS = regex(r"(?: ?(?:이상|이하|이내|달성|확보))?(?: ?[△▲▷▶①-⑩]|[이로으]|입니다|\.|,| ?$| 등|\()")
_SITES_OF = frozenset(("곳", "개교", "개소", "개", "학교", "마을", "개원", "개관", "단지", "개마을"))
_FEW = 5
_SO_MANY = regex(r"(?:여|가량)?(?:으로|로),? ")


def as_step(course: Course, step: Step) -> Target | None:
    """The target that a number in a row of steps is."""
    if is_no_measure(course, step.label, None) or is_remark(step.label, step.figure.mention.value.unit):
        return None
    signs = Signs(["steps", "label", "deadline"], 0.6)
    due = Deadline(step.due.value.iso, step.due.span, True) if step.due is not None else None
    return course.target(step.figure, step.label, step.place, step.base, due, False, signs)


def as_begun(course: Course, here: int) -> Target | None:
    """The number with which something begins at a day to come, on its way to a larger one."""
    fig = course.figures[here]
    if fig.role != "from" or course.published is None:
        return None
    due = deadline(fig, None, None, course.text, course.mentions, course.published)
    other = course.figures[here + 1] if here + 1 < len(course.figures) else None
    if due is None or not 0 <= fig.mention.begin - due.span.end <= 6:
        return None
    starts = _SETS_OUT.match(course.text, fig.mention.end)
    begun = due.iso[:4] <= course.published[:4] and len(due.iso) < 7 and starts is None
    if begun or "현" in course.text[due.span.end : fig.mention.begin]:
        return None
    goes_on = other is not None and other.sentence is fig.sentence and same_unit(fig, other) and other.role != "from"
    if goes_on and other is not None and not starts:
        between = Span(fig.mention.end, other.mention.begin)
        goes_on = other.role == "to" and bool(course.mentions.within(between, "date", "period"))
    if not goes_on and not starts:
        return None
    told = course.namer.named(fig, None, None, "to") or course.namer.sized(fig)
    told = told or (course.namer.topic(fig) if starts else None) or site_size(course, fig)
    told = told or item_label(course, fig) or program_users(course, fig) or _of_the_end(course, fig, other)
    size = course.words.sizes.get(fig.mention.value.unit)
    if told is None or len(told[0]) < 2 or is_no_measure(course, told[0], None):
        return None
    measure = f"{told[0]} {size}" if size is not None and not told[0].endswith(size) else told[0]
    signs = Signs(["steps", "deadline"], 0.6)
    target = course.target(fig, measure, told[1], None, due, False, signs)
    course.last = (fig, target)
    return target


def _of_the_end(course: Course, fig: Figure, other: Figure | None) -> tuple[str, Span] | None:
    """What the number counts to which a beginning leads (올해 180동을 시작으로 2028년까지 시설하우스 1100동에)."""
    if other is None or other.sentence is not fig.sentence or not same_unit(fig, other):
        return None
    found = counted(other)
    if found is None or not found[1] or found[0].begin < fig.mention.end:
        return None
    return worded(found[0].of(course.text)), found[0]


def as_sized(course: Course, fig: Figure) -> Target | None:
    """The size of what is to be built (80㎿급 데이터센터를 짓는 협약)."""
    size = course.words.sizes.get(fig.mention.value.unit)
    if size != "용량" or not _OF_A_SIZE.match(course.text, fig.mention.end):
        return None
    thing = counted_behind(fig)
    if thing is None or fig.tokens[thing[1]].form not in ("을", "를", "ᆯ"):
        return None
    built = governor(fig, course.words)
    if built is None or built.past or not course.words.is_a(built.stem, "build") or built.index - thing[1] > 4:
        return None
    measure = f"{worded(thing[0].of(course.text))} {size}"
    due = due_of(course, fig, built, None, False)
    target = course.target(fig, measure, thing[0], None, due, False, Signs(["delivery"], 0.5))
    course.last = (fig, target)
    return target


def as_grown(course: Course, fig: Figure) -> Target | None:
    """The size to which something is built (20㎿급으로 지어, 100㎿ 규모로 완공한다, 40㎿ 규모로 문을 연다)."""
    size = course.words.sizes.get(fig.mention.value.unit)
    if size != "용량" or not _TO_A_SIZE.match(course.text, fig.mention.end):
        return None
    verb = predicate(fig)
    if verb is None or verb.past or course.words.is_a(verb.stem, "stop"):
        return None
    found = counted(fig)
    named = site_size(course, fig, 1) or course.namer.sized(fig)
    if found is not None and worded(found[0].of(course.text)).endswith(_SITES):
        named = f"{worded(found[0].of(course.text))} {size}", found[0]
    if named is None:
        named = site_size(course, fig)
    if named is None:
        return None
    due = due_of(course, fig, verb, None, False)
    target = course.target(fig, named[0], named[1], None, due, False, Signs(["delivery"], 0.5))
    course.last = (fig, target)
    return target


def as_indicator(course: Course, here: int) -> Target | None:
    """An item of a list of indicators (성과지표는 △응답 정확도 95% △이용 시민 10만 명이다)."""
    fig = course.figures[here]
    told = _INDICATORS.search(course.text, fig.sentence.begin, fig.mention.begin)
    if told is None and fig.role in ("bare", "copula"):
        line = course.text.rfind("\n", 0, fig.mention.begin) + 1
        mark = _ITEM.match(course.text, line)
        begin = mark.end() if mark is not None else fig.sentence.begin
        told = _LABELLED.fullmatch(course.text, begin, fig.mention.begin)
        led = told is not None and _UNDER_GOALS.search(_lines_above(course.text, told.start()))
        told = told if led or _is_next_item(course, fig) else None
    if told is None or not _ITEM_ENDS.match(course.text, fig.mention.end, fig.sentence.end + 1):
        return None
    measure = worded(told["what"])
    place = Span(*told.span("what"))
    if len(measure) < 2 or is_no_measure(course, measure, None) or course.mentions.within(place, "quantity", "percent"):
        return None
    due = deadline(fig, None, None, course.text, course.mentions, course.published)
    target = course.target(fig, measure, place, None, due, False, Signs(["label", "goal-word"], 0.7))
    course.last = (fig, target)
    return target


def _is_next_item(course: Course, fig: Figure) -> bool:
    """Whether the number ends an item of a list whose item right above is a goal (나. AI 비상벨: 신규 85개소)."""
    text, unit = course.text, bare_unit(fig.mention.value.unit)
    start = text.rfind("\n", 0, fig.mention.begin) + 1
    if course.last is None or unit in course.words.measured | course.words.capacity or not _ITEM.match(text, start):
        return False
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    goal = course.last[1].target_kind == "goal" and above <= course.last[0].mention.begin < start
    return goal and _ITEM.match(text, above) is not None and fig.mention.value.value >= _FEW


def _lines_above(text: str, begin: int) -> str:
    return text[max(0, begin - 160) : begin]


def as_sited(course: Course, here: int) -> Target | None:
    """The places at which something will be run (초등학교 12곳에서 ‘…’을 시범 운영하기로 했다)."""
    fig = course.figures[here]
    if fig.role != "from" or fig.mention.value.value < _FEW or bare_unit(fig.mention.value.unit) not in _SITES_OF:
        return None
    run = _RUN.match(course.text, fig.mention.end, fig.sentence.end)
    run = run or _STARTS_AT.match(course.text, fig.mention.end, fig.sentence.end)
    if run is None or any(f.mention.begin < run.end() for f in course.figures[here + 1 : here + 2]):
        return None
    found = counted(fig)
    if found is not None and found[1] and len(worded(found[0].of(course.text))) > 1:
        measure, place = told_briefly(fig, found[0], course.text), found[0]
    elif (named := program_users(course, fig)) is not None:
        measure, place = named
    else:
        return None
    if is_no_measure(course, measure, None):
        return None
    due = deadline(fig, None, None, course.text, course.mentions, course.published)
    target = course.target(fig, measure, place, None, due, False, Signs(["delivery"], 0.5))
    course.last = (fig, target)
    return target


def as_part(course: Course, fig: Figure) -> Target | None:
    """A share of the target just told, by whom it goes to (그 중 5만장이 정부로)."""
    if course.last is None or fig.sentence.index - course.last[0].sentence.index > 1:
        return None
    if course.last[0].mention.value.unit != fig.mention.value.unit:
        return None
    if course.last[1].target_kind == "result" and (told := _part_done(course, fig)) is not None:
        return course.target(fig, *told, None, None, False, Signs(["part"], 1.0, "result", True))
    if course.last[0].sentence is not fig.sentence:
        return None
    left = course.text[max(fig.sentence.begin, fig.mention.begin - 16) : fig.mention.begin]
    to = _PART_TO.match(course.text, fig.mention.end)
    if not _PART.search(left):
        return None
    made = _MADE_TO.match(course.text, fig.mention.end, fig.sentence.end)
    if made is not None:
        signs = Signs(["part"], 1.0, course.last[1].target_kind or "goal")
        due = due_of(course, fig, predicate(fig), None, False)
        return course.target(fig, worded(made["what"]), Span(*made.span("what")), None, due, False, signs)
    if to is None or to["to"] in _ADVERBS:
        return None
    whole = course.last[1]
    measure = f"{to.group('to')} {whole.measure}"
    signs = Signs(["part"], 1.0, whole.target_kind or "goal")
    return course.target(fig, measure, Span(*to.span("to")), None, None, False, signs)


def _part_done(course: Course, fig: Figure) -> tuple[str, Span] | None:
    """What a part of a result just told did, or who it was: 이 중 310명이 취업했다, 이 가운데 청년이 181명이다."""
    begin = max(fig.sentence.begin, fig.mention.begin - 30)
    whose = _WHO_OF_THESE.search(course.text, begin, fig.mention.begin)
    if whose is not None and fig.role in ("copula", "to", "bare"):
        return worded(whose["who"]), Span(*whose.span("who"))
    if fig.role not in ("subject", "topic") or not _PART.search(course.text[begin : fig.mention.begin]):
        return None
    verb = predicate(fig)
    if verb is None or not verb.past or course.words.is_a(verb.stem, "opine") or course.words.is_a(verb.stem, "stop"):
        return None
    place = Span(fig.tokens[verb.index].begin, fig.tokens[verb.index].end)
    if act := course.words.acts.get(verb.stem):
        return act, place
    got = achieved(fig)
    return (worded(got.of(course.text)), got) if got is not None else None


def as_changed(course: Course, here: int) -> Target | None:
    """The number that is told first, with the one from which it came behind it (6.8%로, 종전 14.5%에서 떨어졌다)."""
    fig = course.figures[here]
    if fig.role != "to" or here + 1 >= len(course.figures) or not _SO_MANY.match(course.text, fig.mention.end):
        return None
    other = course.figures[here + 1]
    if other.sentence is not fig.sentence or other.role != "from" or not same_unit(other, fig):
        return None
    verb = governor(other, course.words)
    further = course.figures[here + 2].sentence is fig.sentence if here + 2 < len(course.figures) else False
    if verb is None or further or not verb.past or not course.words.is_a(verb.stem, "change"):
        return None
    told = course.namer.named(fig, None, None, "to")
    if told is None or not (
        course.words.improves(told[0]) or course.words.counts(told[0]) or course.words.rate.search(told[0])
    ):
        return None
    course.bases.add(other.mention.begin)
    target = course.target(fig, *told, other, None, False, Signs(["baseline", "result"], 0.6, "result", True))
    course.last = (fig, target)
    return target
