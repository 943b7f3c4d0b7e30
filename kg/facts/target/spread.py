"""Places at which something was or is done, and how many they will be (4개 마을에서 해 왔는데 내년에는 12곳이 된다)."""

from kg.facts.model import Target
from kg.facts.target.candidates import bare_unit
from kg.facts.target.course import Course
from kg.facts.target.due import due_of
from kg.facts.target.figure import Figure
from kg.facts.target.measure import counted
from kg.facts.target.phrase import told_briefly
from kg.facts.target.signs import Signs
from kg.patterns import regex
from kg.spans import Span

_AREAS = (
    r"마을|동|면|읍|읍면동|리|구|군|시군|자치구|학교|초등학교|중학교|고등학교|병원|경로당|복지관|도서관|시장|정류장|역|"
    r"공원|교차로|터널|항구|항|어촌계|농가|공장|업체|기업|점포|산단|단지|아파트 단지|지구|권역|센터|보건소"
    r"|보건지소|어린이집|유치원"
)
_PLACES = frozenset(
    ("곳", "개소", "개교", "군데", "개사", "개", "개동", "개면", "개읍", "개구", "개군", "개시군", "개마을")
)
_DONE_AT = regex(
    rf" ?(?P<area>{_AREAS})?에서(?:만|는)? (?:[^.,“”\d]{{1,30}}?[을를이가도] )?(?:[가-힣]{{1,6}}(?:으로|로|만) )?"
    r"(?:시범 ?|시험 ?)?(?:운영|시행|실시|추진|진행|적용|가동|운행|제공|하[고는지]|해|했|한|한다|돌[고아리]"
    r"|돌았|다니|다녔|쓰[고는]|"
    r"썼|써|선보|시작|펼[치쳐쳤]|벌[이여였]|이뤄|열[고렸린])"
    rf"| ?(?P<who>{_AREAS})?[이가] (?:[^.,“”\d]{{1,14}}[을를에] )?(?:쓰|이용하|참여하|도입하|활용하|운영하"
    rf"|누리|받)고 있"
)
_BECOMES = regex(
    r"(?:여 ?곳)?(?:[이가] (?:된다|됩니다|되고|되며|될|돼|돌|하게 된다|쓰게 된다)"
    r"|(?:으)?로 (?:는다|늡니다|늘어난다))"
)
_BACK = 90


def as_spread(course: Course, here: int) -> Target | None:
    """The number of places which something will have, told without their name, from where it is done now."""
    fig = course.figures[here]
    if here == 0 or bare_unit(fig.mention.value.unit) not in _PLACES:
        return None
    if _BECOMES.match(course.text, fig.mention.end) is None:
        return None
    base = course.figures[here - 1]
    near = base.sentence.index >= fig.sentence.index - 1 and fig.mention.begin - base.mention.end <= _BACK
    if not near or bare_unit(base.mention.value.unit) not in _PLACES:
        return None
    if base.mention.value.value >= fig.mention.value.value:
        return None
    done = _DONE_AT.match(course.text, base.mention.end)
    own = counted(fig)
    if done is None or (
        own is not None and own[1] and base.sentence is fig.sentence and own[0].begin > base.mention.end
    ):
        return None
    due = due_of(course, fig, None, None, False)
    named = _named(course, base, done["area"] or done["who"])
    if due is None or named is None:
        return None
    course.bases.add(base.mention.begin)
    target = course.target(fig, *named, base, due, False, Signs(["deadline", "baseline", "change"], 0.9))
    course.last = (fig, target)
    return target


def _named(course: Course, base: Figure, area: str | None) -> tuple[str, Span] | None:
    """The kind of place, or the programme that is done there."""
    found = counted(base)
    if area is None and found is not None and found[1]:
        return told_briefly(base, found[0], course.text), found[0]
    topic = course.namer.topic(base)
    if topic is not None and (area is None or len(area) == 1):
        return topic
    if area is None:
        return topic
    return area, Span(base.mention.begin, base.mention.end + len(area) + 1)
