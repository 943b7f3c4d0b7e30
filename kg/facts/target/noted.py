"""Targets of short notes: an act with its number in a bracket, those to whom something was given, pacts so far."""

from kg.facts.model import Target
from kg.facts.target.course import Course
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.phrase import worded
from kg.facts.target.signs import Signs
from kg.facts.target.timing import deadline
from kg.patterns import regex
from kg.spans import Span

_ACTS = (
    "제작|설치|도입|구축|조성|보급|배치|확충|양성|신설|건립|구입|교체|개설|증설|확보|배포|개통|증차|증편|식재|정비|"
    "보강|추가|지정|선정|유치|육성|발굴|모집|선발|채용|배출|수료|발급|공급|구매|이전|창업|입주|출시|개발"
)
_ACT_IN_NOTE = regex(
    rf"(?:[,·△▲▷▶○◦ㅇ:：(‘’'“”\-+/]|및|[과와은는]|으로|하고|하며|등) ?"
    rf"(?P<what>[가-힣A-Za-z][가-힣A-Za-z0-9 ]{{1,22}}? ?(?:{_ACTS}))"
    r" ?[(（](?:약 |총 |연 |연간 |누적 |신규 )?$"
)
_DOER = regex(r"(?:[^ ]+ ){0,3}[^ ]+(?:은|는|께서|에서|에|으로|을|를) ")
"""Who does it, before what is done: 새터시는 버스 도입(12대)."""
_NOTE_ENDS = regex(r"(?:여|가량| 이상)?(?:[)）]|,|/| ?·)")
_GIVEN = regex(
    r"(?:여 ?명)? ?(?:이상|가량|정도|남짓)?(?:의)? (?P<who>[가-힣]{2,6}(?: [가-힣]{2,6})?)(?:들)?에게 "
    r"[^.,“”\d]{2,30}?(?:[을를] )?(?:제공|지원|보급|전달|공급|지급|배포|전수|개방)"
    r"(?P<done>했|하였|한 바|된|하[고며]|[ .,]|$)"
)
_AGREED = regex(
    r" ?(?P<who>기업|기관|업체|대학|단체|학교|병원|회사|지자체|사업장|농가|협력사|투자사|"
    r"[가-힣]{0,4}기업|[가-힣]{0,4}기관)"
    r"(?:들)?[과와] (?:[가-힣A-Za-z·]+ ){0,2}?(?P<pact>[가-힣]{0,4}협약|MOU|양해각서|입주 ?계약|약정)"
    r"(?:\(MOU\))?[을를] "
    r"(?:체결|맺[었어은고])"
)
_SO_FAR = regex(
    r"지금까지|현재까지|그동안|그간|누적|이제까지|이래|이후|출범 (?:뒤|후)|성과|상반기까지|년간|들어|말까지"
)
_PEOPLE = frozenset(("명", "가구", "세대", "농가", "개사", "개 업체"))
_FEW, _MANY, _SMALL = 5, 10, 2


def as_noted(course: Course, fig: Figure) -> Target | None:
    """What a note says will be made or was made, or got, by its noun alone (드론 도입(12대), 시민 90명에게 제공)."""
    return _in_bracket(course, fig) or _given(course, fig) or _agreed(course, fig)


def _in_bracket(course: Course, fig: Figure) -> Target | None:
    """An act with its number in the bracket behind it: 수요응답형 버스 도입(12대), 주차장 조성(5개소)."""
    if fig.mention.kind == "percent" or fig.mention.value.value < _SMALL:
        return None
    left = max(fig.sentence.begin, fig.mention.begin - 40)
    words = course.text[left : fig.mention.begin]
    lead = "," if left == fig.sentence.begin else ""  # the sentence's begin stands as a comma would
    told = _ACT_IN_NOTE.search(lead + words)
    if told is None or _NOTE_ENDS.match(course.text, fig.mention.end) is None:
        return None
    begin, end = (left - len(lead) + at for at in told.span("what"))
    doer = _DOER.match(course.text, begin, end)
    begin = doer.end() if doer is not None else begin
    if course.mentions.within(Span(begin, end), "quantity", "percent", "money", "period", "date"):
        return None
    return _told(course, fig, worded(course.text[begin:end]), Span(begin, end), result=False)


def _given(course: Course, fig: Figure) -> Target | None:
    """Those to whom something was given: 1,900명 이상의 시민에게 자율주행 서비스 제공."""
    if fig.mention.value.unit not in _PEOPLE or fig.mention.value.value < _FEW:
        return None
    told = _GIVEN.match(course.text, fig.mention.end, fig.sentence.end)
    if told is None:
        return None
    place = Span(*told.span("who"))
    return _told(course, fig, worded(told["who"]), place, result=told["done"][:1] in ("했", "하", "한", "된"))


def _agreed(course: Course, fig: Figure) -> Target | None:
    """Those with whom pacts were made up to now: 지금까지 213개 기업과 투자협약을 맺었다."""
    if fig.mention.value.value < _MANY or fig.mention.kind == "percent":
        return None
    told = _AGREED.match(course.text, fig.mention.end, fig.sentence.end)
    if told is None or _SO_FAR.search(course.text, fig.sentence.begin, fig.sentence.end) is None:
        return None
    measure = f"{told['pact'].strip()} 체결 {told['who']}"
    return _told(course, fig, measure, Span(told.start("who"), told.end("pact")), result=True)


def _told(course: Course, fig: Figure, measure: str, place: Span, *, result: bool) -> Target | None:
    if len(measure) < _SMALL or is_no_measure(course, measure, None):
        return None
    if result:
        return course.target(fig, measure, place, None, None, False, Signs(["result"], 0.7, "result", True))
    due = deadline(fig, None, None, course.text, course.mentions, course.published)
    return course.target(fig, measure, place, None, due, False, Signs(["delivery"], 0.6))
