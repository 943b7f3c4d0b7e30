"""What is counted and never is a target: sums of money, tasks, members of a committee, staff unless trained."""

from kg.facts.target.course import Course
from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor
from kg.facts.target.phrase import head_word
from kg.patterns import regex

_SUMS = ("요구액", "예산액", "사업비", "편성액", "지원액", "투자액", "출연금", "보조금")
_HIRED = regex(
    r"(?:뽑은|뽑힌|채용한|채용된|고용한|고용된|길러 ?낸|키워 ?낸|양성한|배출한|교육한|교육받은|새로 들어온) "
)
_USERS = regex(r"(?:쓰는|이용하는|사용하는|활용하는|배우는|받는) ")
_TAUGHT = regex(
    r"(?:여 ?명)?(?:을|를|에게) (?:대상으로 )?[^.“”]{0,30}?(?:교육|연수|강의|특강|실습|훈련|강좌|과정|배우|가르)"
)
_ENROLLED = frozenset(("가입", "이수", "수료", "이용", "수강", "등록", "쓰", "사용", "활용", "배우"))
_MANY = 20
_KEEPS = frozenset(("두", "거느리", "갖추", "보유", "상주", "근무"))
"""Verbs that tell of staff only that a body has them: 전담 직원 6명을 둔다."""
_DISTRICTS = frozenset(("읍면동", "시군", "시군구", "자치구"))


def is_no_measure(course: Course, measure: str, gov: Governor | None) -> bool:
    """Whether what is counted is never a target: a budget, tasks, members of a committee, staff unless trained."""
    head = head_word(measure)
    if head in course.words.records:
        return gov is None or not course.words.is_a(gov.stem, "deliver")
    if head.endswith(_SUMS) and "률" not in head:
        return True
    nouns = course.words.nouns
    if head in course.words.staff:
        trained = _HIRED.search(measure) is not None or (
            gov is not None
            and not (gov.past and course.words.is_a(gov.stem, "change"))
            and (course.words.is_a(gov.stem, "deliver") or course.words.is_a(gov.stem, "change"))
        )
        used = _USERS.search(measure) is not None
        if gov is not None and gov.stem in _KEEPS and not gov.future:
            return True
        return not used and (not trained or (gov is not None and gov.relative and not gov.future))
    if head == "사람" and " " in measure:
        return False
    spread = gov is not None and (course.words.is_a(gov.stem, "deliver") or course.words.is_a(gov.stem, "change"))
    if head in _DISTRICTS and " " in measure and gov is not None and spread:
        return gov.past
    return head in nouns or any(head[-n:] in nouns for n in range(3, len(head)))


def is_taught(course: Course, fig: Figure, measure: str, gov: Governor | None) -> bool:
    """Whether staff is counted as those who are taught or use something (직원 1,200명을 대상으로 실습교육을)."""
    if head_word(measure) not in course.words.staff or fig.mention.value.value < _MANY:
        return False
    if _TAUGHT.match(course.text, fig.mention.end, fig.sentence.end):
        return True
    return fig.role == "subject" and gov is not None and gov.past and gov.stem in _ENROLLED
