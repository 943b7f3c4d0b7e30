"""Districts as what a plan counts: by a day so many are to take part (2027년까지 25개 자치구를 모두 참여시킨다)."""

from kg.facts.model import Target
from kg.facts.target.course import Course
from kg.facts.target.due import due_of
from kg.facts.target.figure import Figure
from kg.facts.target.governor import predicate
from kg.facts.target.signs import Signs
from kg.patterns import regex
from kg.spans import Span

_NAMES = r"시·?군·?구?|읍·?면·?동?|자치구|구·?군|시·도|면|동|읍|리|구|군|광역시|기초단체|지자체"
_UNIT = regex(rf"개 ?(?P<name>{_NAMES})?$")
_JOINED = regex(
    rf" ?(?P<name>{_NAMES}|(?<= )도)?(?: (?:전체|모두|전부))?[을를이가] (?:(?:모두|전부|다|빠짐없이|차례로"
    rf"|순차적으로|추가로|더) )?"
    r"(?:(?:이 |그 )?[^\s,.“”]{1,10}(?:에|으로|로) )?(?:참여(?:시[키킬켜킨킵]|하게|하도|할|한다|해|토록)"
    r"|동참|합류|가입|"
    r"끌어들[이인일여]|묶[는을기어겠]|넣[는을기어겠]|포함(?:시[키킬켜킨킵]|하도|하게|할|한다)|아우[르를른])"
)
_BY_A_DAY = regex(r"까지|내년|내후년|이듬해|20\d\d년|[’']\d\d년|연내|임기 (?:안|내)")
_IF = frozenset(("면", "으면", "어야", "아야", "어도", "아도", "더라도"))
_BACK, _FEW = 30, 3


def as_joined(course: Course, fig: Figure) -> Target | None:
    """So many districts that are to take part by a day; none where one only says what happens if they do."""
    unit = _UNIT.match(fig.mention.value.unit)
    if unit is None or fig.mention.value.value < _FEW:
        return None
    joined = _JOINED.match(course.text, fig.mention.end, fig.sentence.end)
    name = (unit["name"] or joined["name"]) if joined is not None else None
    begin = max(fig.sentence.begin, fig.mention.begin - _BACK)
    if joined is None or name is None or _BY_A_DAY.search(course.text, begin, fig.mention.begin) is None:
        return None
    verb = predicate(fig)
    if verb is None or verb.past or (verb.relative and not verb.future):
        return None
    if any(t.tag == "EC" and t.form in _IF for t in fig.tokens[verb.index : verb.index + 4]):
        return None
    due = due_of(course, fig, verb, None, False)
    if due is None:
        return None
    signs = Signs(["deadline", "delivery"], 0.6)
    target = course.target(fig, f"참여 {name}", Span(fig.mention.begin, joined.end()), None, due, False, signs)
    target = target.model_copy(update={"unit": "개"})  # the measure says of what
    course.last = (fig, target)
    return target
