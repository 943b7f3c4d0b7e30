"""How long before it happens something is told, and within how long it is found (침수 30분 전에, 3분 안에)."""

from kg.facts.model import Target
from kg.facts.target.course import Course
from kg.facts.target.due import due_of
from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor, predicate
from kg.facts.target.measure import argument, counted
from kg.facts.target.naming import Named
from kg.facts.target.phrase import told_briefly, worded
from kg.facts.target.signs import Signs
from kg.patterns import regex
from kg.spans import Span

_TOLD_BEFORE = regex(
    r" ?(?:가량 |정도 )?(?:전|앞서|먼저|일찍|미리)(?:에|부터)? ?"
    r"(?:(?P<what>[가-힣A-Za-z][가-힣A-Za-z ]{0,11}?)[을를이가] )?(?:[가-힣]{1,5}(?:로|에|에게|께|히|게|으로) ){0,2}"
    r"(?P<verb>알[리려린릴렸]|예측|예보|경보|경고|예고|통보|감지|포착|내다[보봐본]|울[리려린릴렸]|내[는보고겠]|낸다|"
    r"낼|띄[우운워]|"
    r"보내|쏘|쏜|쏠|나[가오간온갈]|발령|대피|전송|전파)"
)
"""How long before something it is told: 침수 30분 전에 문자를 쏜다, 적조를 31시간 먼저 알렸다."""
_ALARM_BEFORE = regex(r" ?전 (?P<what>(?:[가-힣]{2,4} )?(?:경보|예보|알림|문자|통보|예고|안내))(?=[ ,.)]|$)")
_FOUND_WITHIN = regex(
    r" ?(?:안|이내|내)에 (?:[가-힣]{1,5}(?:로|에|게|히|으로) ){0,2}"
    r"(?:(?P<found>찾|잡아[내낸낼]|알아[채챈챌내낸낼차]|감지|탐지|발견|포착|알아보|짚어|짚는|가려[내낸낼]|"
    r"집어[내낸낼])|"
    r"(?P<done>판독|판정|판별|진단|분류|처리|분석|파악|계산|번역|응답|출동|도착|배달|접수|발급|심사|답변|복구|차단|"
    r"진화))"
)
_IN_CLAUSE = regex(r"(?:기|때|하면|되면)$")
_FORETELLS = ("알", "예측", "예보", "내다", "예고", "감지", "포착")
_AIMED = frozenset(("것", "거", "계획", "방침", "목표", "예정", "구상", "방안", "생각"))
_HELPS = frozenset(("어", "아", "여"))
_NOW = regex(r"(?:지금|현재|기존|종전)(?:은|는|까지)?(?=[ ,])")
_ONCE = regex(r"[^.“”]{0,16}(?:던 |곤 했)")
_TIMES = frozenset(("분", "초", "시간", "일"))
_FEW, _SHORT = 2, 8


def as_lead_time(course: Course, fig: Figure) -> Target | None:
    """The time by which something is told before it happens, or within which it is found."""
    text, end, stop = course.text, fig.mention.end, fig.sentence.end
    if fig.mention.value.unit not in _TIMES or fig.role not in ("locative", "bare", "topic"):
        return None
    if _NOW.search(text, fig.sentence.begin, fig.mention.begin) or _ONCE.match(text, end, stop):
        return None
    told, verb = _told_before(course, fig), predicate(fig)
    named = told or _found_within(course, fig)
    if named is None or len(named[0]) < _FEW:
        return None
    past = verb is not None and verb.past and verb.final
    signs = Signs(["delivery"], 0.5) if not past else Signs(["result"], 0.6, "result", True)
    due = None if past else due_of(course, fig, verb, None, False)
    if told is not None and due is None and not past and _describes(fig, verb):
        return None
    target = course.target(fig, *named, None, due, False, signs)
    course.last = (fig, target)
    return target


def _describes(fig: Figure, verb: Governor | None) -> bool:
    """Whether the verb only tells what a thing is for (혼잡을 72시간 전에 알려 주는 모델), not what is aimed at."""
    if verb is None or verb.future:
        return False
    behind = fig.tokens[verb.index + 1 : verb.index + 7]
    end = next(
        (k for k, t in enumerate(behind) if t.tag in ("ETM", "EF") or (t.tag == "EC" and t.form not in _HELPS)), None
    )
    if end is None or behind[end].tag != "ETM" or end + 1 >= len(behind):
        return False
    return behind[end].form == "는" and behind[end + 1].form not in _AIMED


def _told_before(course: Course, fig: Figure) -> Named | None:
    """What is told so long before: the alarm with what it is of."""
    text, end, stop = course.text, fig.mention.end, fig.sentence.end
    alarm = _ALARM_BEFORE.match(text, end, stop)
    told = alarm or _TOLD_BEFORE.match(text, end, stop)
    if told is None:
        return None
    found = counted(fig)
    event = told_briefly(fig, found[0], text) if found is not None else ""
    if found is not None and (_IN_CLAUSE.search(event) or not found[1]):
        event = ""
    what = told["what"]
    if what is not None:
        begins = argument(fig, fig.first, "JKS") if not event else None
        whose = worded(begins.of(text)) if begins is not None else event
        whole = what if len(what) > _SHORT // 2 or len(whose) > _SHORT else f"{whose} {what}"
        return whole.strip(), Span(*told.span("what"))
    thing = argument(fig, fig.first, "JKO")
    foretold = alarm is None and told["verb"].startswith(_FORETELLS)
    if foretold and (event or thing is not None):
        place = found[0] if event and found is not None else thing
        assert place is not None
        of = event or told_briefly(fig, place, text)
        return f"{of} 예보", place
    if thing is None:
        return None
    words = told_briefly(fig, thing, text)
    return (f"{event} {words}".strip() if len(event) <= _SHORT else words), thing


def _found_within(course: Course, fig: Figure) -> Named | None:
    """What is found, or done, within so long a time."""
    told = _FOUND_WITHIN.match(course.text, fig.mention.end, fig.sentence.end)
    if told is None:
        return None
    thing = argument(fig, fig.first, "JKO")
    if thing is None and (own := counted(fig)) is not None and own[1]:
        thing = own[0]
    if thing is None:
        return None
    words = told_briefly(fig, thing, course.text)
    return (f"{words} {told['done'] or '탐지'} 시간" if len(words) > 1 else ""), thing


_AT_ITS_TIME = regex(r" ?전에(?:야|만|나|서야)? (?P<what>[가-힣A-Za-z][가-힣A-Za-z ]{1,10}?)[이가을를] ")


def alarm_told(course: Course, base: Figure | None, named: Named) -> Named:
    """The alarm of the start, for a clause taken as the name (물이 넘치기 40분 전에야 대피 경보가 나가는데)."""
    if base is None or base.mention.value.unit not in _TIMES or not _IN_CLAUSE.search(named[0]):
        return named
    told = _AT_ITS_TIME.match(course.text, base.mention.end, base.sentence.end)
    return (told["what"], Span(*told.span("what"))) if told is not None else named
