"""How a number stands to those beside it: in a list, as a step, as the place of another, as who acts."""

from kg.facts.model import Target
from kg.facts.target.candidates import bare_unit, same_unit
from kg.facts.target.course import Course
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor
from kg.facts.target.measure import counted_behind
from kg.patterns import regex
from kg.spans import Span

_STEP = regex(
    r"(?:\([^)]{1,12}\))?[,·]?\s?(?:이어|다시|또)?\s?(?:20\d\d년|[’']?\d\d년|내년|내후년|이듬해|"
    r"올해)?\s?(?:연말|말|초|상반기|하반기|\d{1,2}월)?"
    r"(?:엔|에는|까지|에)?\s?(?:(?:전체|모두|총|약|최대|최종)\s)?"
)
_NOUN_STEP = regex(
    r" ?[가-힣]{1,6}, ?(?:20\d\d년|내년|내후년|이듬해|올해)?(?:엔|에는|까지|에)? ?(?:\d+개 [가-힣]{1,3} )?"
)
_DISTRICTS_OF = regex(r" ?(?:시·?군·?구?|읍·?면·?동?|자치구|구·?군|면|동|읍|리|구|군) \d")
_IN_ALL = regex(r"\d ?(?:년|개년|개월)간|총 |모두 |합쳐 |누적 ")
_LISTED = regex(r" ?[가-힣]{2,4}(?:,|·| 및|과|와| △)")
_BODIES = frozenset(("개사", "업체", "농가", "가구", "세대"))
_WHO = frozenset(("회사", "기업", "대학", "기관", "사람", "시", "군", "구", "도", "시군", "나라", "학교", "개사"))
_FEW_WHO = 10
_MAKES = frozenset(
    (
        "내",
        "내놓",
        "펴내",
        "만들",
        "짓",
        "걸",
        "붙이",
        "쌓",
        "심",
        "보내",
        "나르",
        "모으",
        "나누",
        "내주",
        "대주",
        "메우",
    )
)
"""What those counted do themselves, also told as past: 주민 1,200명이 서명을 냈다."""
_LINKS = frozenset(("고", "며", "는데", "지만", "면서", "다"))
MADE_SO = regex(
    r"(?:여 ?명)?[이가] [^.,“”\d]{1,24}?는 (?:[가-힣]{1,6} )?(?:도시|마을|지역|고장|농촌|어촌|섬|거리|항만"
    r"|항구|학교|공장|단지|시|군|구|도|나라|"
    r"도서관|센터|공간|서비스|축제|명소|관광지|캠퍼스|클러스터|생태계)(?:을|를|으로|로) "
    r"(?:[가-힣]{1,6} )?(?:만들|가꾸|키우|키워|바꾸|바꿔|조성|육성|거듭|도약|운영|일구|탈바꿈)"
)
"""What a place is to be made for those counted: 하루 800명이 찾는 도서관으로 운영하겠다."""
_SO_MUCH = regex(r"(?:으로|로), [^,.]{0,20}[가-힣](?:은|는|이|가) ")


def last_step(course: Course, here: int) -> tuple[Figure, bool]:
    """The last number of a list of steps (내년 12곳, 2028년 20곳으로), which has the verb."""
    fig = last = course.figures[here]
    for other in course.figures[here + 1 : here + 4]:
        between = course.text[last.mention.end : other.mention.begin]
        same = other.mention.value.unit == fig.mention.value.unit and other.sentence is fig.sentence
        if last.role == "bare" and same and _DISTRICTS_OF.match(course.text, other.mention.end):
            continue
        if last.role != "bare" or not same or not (_STEP.fullmatch(between) or _NOUN_STEP.fullmatch(between)):
            break
        last = other
    return last, last is not fig


def follows_step(course: Course, fig: Figure) -> bool:
    """Whether the number is the next step after the target just told."""
    if course.last is None or course.last[0].sentence is not fig.sentence:
        return False
    return _STEP.fullmatch(course.text[course.last[0].mention.end : fig.mention.begin]) is not None


def is_joined(course: Course, fig: Figure) -> bool:
    """Whether the number is listed with a target just told (부표 40기와 드론 6대를)."""
    if course.last is None or course.last[0].sentence is not fig.sentence:
        return False
    between = course.text[course.last[0].mention.end : fig.mention.begin]
    listed = between.lstrip().startswith(("와", "과", ",", "·", "및", "에")) or _LISTED.match(between) is not None
    return len(between) <= 20 and listed


def goes_on(course: Course, target: Target) -> bool:
    """Whether the target is a further step of the one told last, and so starts where that started."""
    if course.last is None or course.last[1].baseline is None or course.last[1].unit != target.unit:
        return False
    return course.last[1].measure == target.measure and course.last[1].target_kind != "result"


def began_before(course: Course, here: int, steps: bool) -> bool:
    """Whether the first of a list of steps is of a year that is past, where the others start (지난해 12곳, 올해 …)."""
    fig = course.figures[here]
    if not steps or course.published is None:
        return False
    dates = course.mentions.within(Span(max(fig.sentence.begin, fig.mention.begin - 12), fig.mention.begin), "date")
    if not dates or fig.mention.begin - dates[-1].end > 4 or dates[-1].value.iso[:4] >= course.published[:4]:
        return False
    course.now = fig
    return True


def goes_on_annually(course: Course, fig: Figure) -> bool:
    """Whether the number stands in a row with one that comes every year (해마다 석사 30명, 박사 10명)."""
    if course.last is None or course.last[1].basis != "annual" or not is_joined(course, fig):
        return False
    return _IN_ALL.search(course.text, course.last[0].mention.end, fig.mention.begin) is None


def is_listed_predicate(course: Course, here: int) -> bool:
    """Whether the number is a predicate like the next (기업은 64곳, 고용은 410명이다)."""
    fig = course.figures[here]
    if (
        fig.role != "bare"
        or here + 1 >= len(course.figures)
        or course.text[fig.mention.end : fig.mention.end + 2] != ", "
    ):
        return False
    other = course.figures[here + 1]
    near = other.sentence is fig.sentence and other.mention.begin - fig.mention.end <= 24
    return near and other.role == "copula" and any(t.tag == "JX" for t in fig.tokens[fig.after : other.first])


def is_place(course: Course, here: int) -> bool:
    """Whether the number counts only where another is put (2개 선석에 카메라 120대를 설치한다)."""
    fig = course.figures[here]
    if fig.role != "genitive" and fig.role != "bare" and fig.role != "locative":
        return False
    if fig.role == "locative" and fig.mention.value.unit in _BODIES:
        return False  # 70개사에 센서 4200개를 설치한다: they get it
    if _is_beside_place(course, here):
        return True
    behind = counted_behind(fig) if fig.role == "bare" and fig.mention.value.unit == "개" else None
    at = _nouns_at(fig)
    wide = bare_unit(fig.mention.value.unit) in course.words.measured | course.words.capacity
    if fig.role != "locative" and at is None and not (behind and fig.tokens[behind[1]].form == "에"):
        return False
    for other in course.figures[here + 1 : here + 2]:
        near = other.sentence is fig.sentence and other.mention.begin - fig.mention.end < 24
        ends = [t.form for t in fig.tokens[fig.after : other.first] if t.tag in ("EC", "EF")]
        apart = behind is not None or at is not None or not same_unit(fig, other)
        put = (other.role == "object" and not ends) or (
            wide and other.role == "bare" and not _LINKS.intersection(ends) and _is_put(other, course)
        )
        return near and put and apart and other.mention.kind != "percent"
    return False


def _nouns_at(fig: Figure) -> int | None:
    """Where the particle stands behind the nouns that make of a number a place (초등학교 17곳 앞 횡단보도에)."""
    tokens, k = fig.tokens, fig.after
    while k < len(tokens) and tokens[k].tag in ("NNG", "NNP", "SL", "XSN"):
        k += 1
    told = fig.role != "locative" and k > fig.after and k < len(tokens) and tokens[k].tag == "JKB"
    return k if told and tokens[k].form == "에" else None


def _is_put(other: Figure, course: Course) -> bool:
    """Whether what is put there is told without a verb (과수원 420ha에 로봇 36대 배치)."""
    k = other.after
    return k < len(other.tokens) and course.words.is_a(other.tokens[k].form, "deliver")


def _is_beside_place(course: Course, here: int) -> bool:
    """Whether the number is the first of two that count places (공원 30곳과 등굣길 12곳에 카메라 120대를)."""
    fig = course.figures[here]
    joined = fig.role == "bare" and fig.after < len(fig.tokens) and fig.tokens[fig.after].tag in ("JC", "SP", "JKB")
    if not joined or here + 1 >= len(course.figures) or fig.tokens[fig.after].form in ("에", "로", "으로", "에서"):
        return False
    other = course.figures[here + 1]
    near = other.sentence is fig.sentence and other.mention.begin - fig.mention.end < 20 and same_unit(fig, other)
    return near and other.role == "locative" and is_place(course, here + 1)


def is_now(course: Course, here: int) -> bool:
    """Whether «N으로, …은 … M까지» only tells what there is now, of the same thing as the next number."""
    fig = course.figures[here]
    if fig.role != "to" or here + 1 >= len(course.figures) or not _SO_MUCH.match(course.text, fig.mention.end):
        return False
    other = course.figures[here + 1]
    if other.sentence is not fig.sentence or other.role != "to" or not same_unit(fig, other):
        return False
    course.now = fig
    return True


def is_agent(course: Course, here: int, role: Role, gov: Governor | None) -> bool:
    """Whether the counted ones do what is told (7개사가 580명을 뽑는다, 전문가 45명이 공장을 돌며 진단한다)."""
    fig = course.figures[here]
    if gov is None or role not in ("subject", "topic"):
        return False
    if role == "subject" and MADE_SO.match(course.text, fig.mention.end, fig.sentence.end):
        return False  # 청년 5천 명이 돌아오는 도시를 만든다
    others = [f for f in course.figures[here + 1 : here + 4] if f.sentence is fig.sentence and f.after <= gov.index]
    if any(f.role == "object" and f.mention.value.unit != fig.mention.value.unit for f in others):
        return True
    if role == "subject" and gov.relative and fig.mention.value.value < _FEW_WHO and fig.mention.value.unit in _WHO:
        return True  # 세 회사가 새로 뽑을 사람은
    acting = course.words.is_a(gov.stem, "deliver") and not course.words.is_a(gov.stem, "take")
    begin = fig.tokens[gov.index].begin
    if acting and any(m.kind == "money" and fig.mention.end <= m.begin < begin for m in fig.marks):
        return True  # 21개사는 외부 투자 137억 원을 끌어들였다
    if gov.past and gov.stem not in _MAKES:
        return False
    return acting and any(t.tag == "JKO" for t in fig.tokens[fig.after : gov.index])


def changes(course: Course, gov: Governor | None) -> bool:
    return gov is not None and (course.words.is_a(gov.stem, "change") or course.words.is_a(gov.stem, "set"))
