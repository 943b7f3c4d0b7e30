"""What there was and what there is now, told in turn (그때는 문서가 4천 건뿐이었고 지금은 2만 건을 넣었다)."""

from kg.facts.model import Target
from kg.facts.target.candidates import same_unit
from kg.facts.target.course import Course
from kg.facts.target.excluded import is_no_measure
from kg.facts.target.figure import Figure
from kg.facts.target.governor import predicate
from kg.facts.target.measure import counted
from kg.facts.target.phrase import told_briefly
from kg.facts.target.remarks import is_remark
from kg.facts.target.signs import Signs
from kg.patterns import regex
from kg.spans import Span

_TURNS = regex(
    r"(?:이었|였|뿐이었|에 (?:그쳤|머물렀|불과했)|밖에 (?:없었|안 됐))(?:고|는데|으나|지만|다가|다면|더니|습니다만),? "
    r"(?:그런데 |하지만 )?(?:이제|지금|현재|올해|요즘|지난달|이달)(?:은|는|엔|에는|에는요|까지)? (?:벌써 "
    r"|이미 |모두 |약 )?"
)
_BY_NOW = regex(r"(?:여 ?[가-힣]{1,2})?(?:[을를] |[이가] |(?:으)?로 |에 )")
_FEW = 5


def as_then_now(course: Course, here: int) -> Target | None:
    """The number of now that names nothing itself, with that of before, which tells what is counted."""
    fig = course.figures[here]
    other = course.figures[here - 1] if here else None
    if other is None or other.sentence is not fig.sentence or not same_unit(other, fig):
        return None
    if fig.mention.value.value <= other.mention.value.value or fig.mention.value.value < _FEW:
        return None
    if _TURNS.fullmatch(course.text, other.mention.end, fig.mention.begin) is None:
        return None
    verb, found = predicate(fig), counted(other)
    if _BY_NOW.match(course.text, fig.mention.end) is None or verb is None or verb.future or found is None:
        return None
    own = counted(fig)
    if own is not None and own[0].begin > other.mention.end:
        return None
    measure = told_briefly(other, found[0], course.text)
    if len(measure) < 2 or is_no_measure(course, measure, verb) or is_remark(measure, fig.mention.value.unit):
        return None
    return _told(course, fig, other, measure, found[0])


def _told(course: Course, fig: Figure, other: Figure, measure: str, place: Span) -> Target:
    course.bases.add(other.mention.begin)
    signs = Signs(["baseline", "result"], 0.7, "result", True)
    target = course.target(fig, measure, place, other, None, False, signs)
    course.last = (fig, target)
    return target
