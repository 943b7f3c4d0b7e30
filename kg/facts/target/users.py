"""Who a number counts by the program, the course or the place told before it: a school's pupils, a program's homes."""

from kg.facts.target.candidates import bare_unit
from kg.facts.target.counters import names_districts
from kg.facts.target.course import Course
from kg.facts.target.figure import Figure
from kg.facts.target.governor import Governor
from kg.facts.target.measure import argument
from kg.facts.target.naming import USERS, Named
from kg.facts.target.phrase import told_briefly, worded
from kg.patterns import regex
from kg.spans import Span

_FAR, _GIVEN, _SHORT = 400, 14, 5
_WHEN = regex(
    r"(?:(?:당장|우선|먼저|일단|바로|곧|이미|벌써) ?)?"
    r"(?:지금|현재|올해|내년|내후년|지난해|작년|재작년|이제|앞으로|당시|최근|그때|이날|첫해|이듬해|연말|연내|당장)"
    r"(?:까지|부터)?(?:는|은|도)?"
)
_FACILITIES = frozenset(("Centre", "Facility", "School", "University", "Hospital", "Bank"))


def counts_nothing(course: Course, named: Named, people: bool) -> bool:
    """Whether what was taken for the counted thing is a time alone, or a body alone, of which nobody counts many;
    ``people``: the number counts people, who are no school either.
    """
    words, place = named
    if _WHEN.fullmatch(words.strip()):
        return True
    if any(m.of(course.text) in words for m in _named_near(course, place)):
        return True
    if people and " " not in words.strip() and course.namer.is_office(place) and course.namer.is_doer((place, False)):
        return True  # 보건소는 연말까지 500명을
    bodies = course.mentions.within(Span(place.begin - 1, place.end + 1), "organization", "organization-short")
    many = frozenset() if people else _FACILITIES
    return any(b.value.text == words.strip() and not many & set(b.value.classes) for b in bodies)


def _named_near(course: Course, place: Span) -> list[Span]:
    """The full names of people in a phrase: of them nobody counts many (단장 ○○○ 설치)."""
    return [m.span for m in course.mentions.within(Span(place.begin - 1, place.end + 1), "person")]


def is_program(course: Course, named: Named) -> bool:
    """Whether a number counts by the short name of a program alone."""
    words, place = named
    around = course.mentions.within(Span(place.begin - 1, place.end + 1), "program-short")
    return len(words) <= _SHORT and (bool(around) or course.mentions.within(place, "program-short") != [])


def program_users(course: Course, fig: Figure) -> Named | None:
    """Those whom the program told last reaches, by the unit alone (‘AI 튜터’ … 내년 38개교에서 시작한다)."""
    noun = USERS.get(bare_unit(fig.mention.value.unit))
    if noun is None:
        return None
    found = course.mentions.within(Span(max(0, fig.mention.begin - _FAR), fig.mention.begin), "program")
    return (f"{found[-1].value.text} {noun}", found[-1].span) if found else None


def program_before(course: Course, fig: Figure) -> Named | None:
    """The program named last before a number in its sentence or the one before that."""
    first = course.sentences[max(0, fig.sentence.index - 1)]
    begin = first.begin if first.paragraph == fig.sentence.paragraph else fig.sentence.begin
    found = course.mentions.within(Span(begin, fig.mention.begin), "program")
    return (found[-1].value.text, found[-1].span) if found else None


def only_where(course: Course, fig: Figure, gov: Governor | None, behind: tuple[Span, int]) -> bool:
    """Whether the noun behind a number only tells to how many districts a thing is spread (열두 개 읍면 전부로)."""
    district = names_districts(fig, bare_unit(fig.mention.value.unit), course.text)
    spread = gov is not None and course.words.is_a(gov.stem, "change")
    return district and spread and fig.tokens[behind[1]].tag == "JKB"


_TEACHES = regex(r"교실|학교|과정|교육|아카데미|캠프|강좌|스쿨|대학|학과|전공|훈련|연수|부트캠프|강의|수업|트랙")
_DONE = {
    "마치": "수료",
    "끝내": "수료",
    "거치": "수료",
    "듣": "수강",
    "받": "이수",
    "졸업": "졸업",
    "수료": "수료",
    "이수": "이수",
    "나오": "수료",
}


def taught(course: Course, fig: Figure, gov: Governor) -> Named | None:
    """The course told last, which so many finished (‘AI 교실’을 운영한다. 지금까지 47명이 마쳤다)."""
    act = _DONE.get(gov.stem)
    told = course.namer.topic(fig) if act is not None else None
    return (f"{told[0]} {act}", told[1]) if told is not None and _TEACHES.search(told[0]) else None


def with_given(course: Course, fig: Figure, gov: Governor | None, behind: tuple[Span, int]) -> Named:
    """The noun behind the number, with what is put there (18개 공정에 인공지능을 적용한다)."""
    noun = worded(behind[0].of(course.text))
    where = fig.tokens[behind[1]]
    if gov is None or where.tag != "JKB" or where.form not in ("에", "에게") or " " in noun:
        return noun, behind[0]
    thing = argument(fig, gov.index, "JKO")
    if thing is None or thing.begin < where.end:
        return noun, behind[0]
    words = told_briefly(fig, thing, course.text)
    return (f"{words} {noun}" if 1 < len(words) <= _GIVEN else noun), behind[0]
