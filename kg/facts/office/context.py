"""The body of an office that only the text around it tells: 대표 of the company named before."""

from collections.abc import Callable, Iterable, Iterator

from kg.facts.model import Office
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_TAILS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("부센터장", "센터장"), ("센터", "거점", "허브")),
    (("대학원장",), ("대학원",)),
    (("부총장", "총장", "학장", "교수"), ()),
    (("분과장", "부위원장", "위원장", "위원", "간사"), ("위원회", "위")),
    (("사업단장", "추진단장", "자문단장", "부단장", "단장"), ("단",)),
    (("조합장",), ("조합",)),
    (("병원장",), ("병원",)),
    (
        ("이사장",),
        (
            *(
                "재단",
                "공단",
                "조합",
                "협회",
                "진흥원",
                "개발원",
                "기술원",
                "연구원",
                "문화원",
                "의료원",
                "과학원",
                "정보원",
            ),
            *("테크노파크", "포럼", "학원", "연구소"),
        ),
    ),
    (("부원장", "원장"), ("원", "대학원", "병원")),
    (("소장",), ("소", "농업기술센터", "기술센터")),
    (("관장",), ("관",)),
    (("본부장",), ("본부", "테크노파크", "진흥원")),
)
_COMPANY = ("대표", "대표이사", "공동대표", "사장", "부사장", "전무", "상무", "CEO", "CTO", "COO", "최고경영자")
_NO_BODY = ("연구위원", "전문위원", "자문위원", "정책위원", "국무위원", "최고위원", "국회의원")
_HEAD_OF = {
    "부위원장": "위원장",
    "위원": "위원장",
    "간사": "위원장",
    "부단장": "단장",
    "부센터장": "센터장",
    "부원장": "원장",
    "부소장": "소장",
    "부의장": "의장",
    "부총장": "총장",
    "부이사장": "이사장",
}
_OWN_NAME = 5
"""A title of so many letters names one post."""
_TAKEN_UP = frozenset({"office-held-by", "office-to-post", "office-told", "office-made"})
"""Rules of posts that the words themselves give to somebody."""
OF_PEOPLE = regex(
    r"(?<![가-힣])(?:주민|시민|구민|군민|도민|학부모|학생|상인|농민|농가|어민|입주민|입주자|근로자|노동자|청년|여성|환자|유족|보호자|"
    r"참가자|참여자|수료생|졸업생|교육생|교사|교직원|직원|이용자|소비자|장애인|어르신) $"
)
"""Before a title that is held among people and in no body: 주민 대표 N."""
_NEXT = 200
"""Code points from a post that somebody left to the words that tell who has it now."""
_REACH = 500
"""Code points back to the body that a title may mean."""


_SITTING = ("위원", "위원장", "부위원장", "간사")
"""Who they are in the record of a committee's sitting: of the committee that sits."""


def with_context(
    text: str, mentions: Mentions, offices: Iterable[Office], *, sitting: bool = False
) -> Iterator[Office]:
    """The offices, those without a body filled in: the body of whoever else holds a post of that very name, else one
    of the fitting kind that was named shortly before. In the record of a ``sitting`` a member is of whatever sits.
    """
    told = tuple(offices)
    bodies, heads = _by_title(told), _by_head(told)
    for place, office in enumerate(told):
        begin = office.title_span.begin
        if office.organization is None and OF_PEOPLE.search(text, max(0, begin - 8), begin):
            yield office
            continue
        body = office.organization or _left_by(told[:place], office)
        body = body or bodies.get(office.title.replace(" ", "")) or heads.get(_head_of(office.title))
        fits = None if body or (sitting and office.title in _SITTING) else fitting_body(office.title)
        body = body or (_named_before(mentions, office, fits) if fits else None)
        yield office.model_copy(update={"organization": body}) if body else office


def _left_by(before: tuple[Office, ...], office: Office) -> Mention | None:
    """The body of the last post of that title that somebody had: «N 전 ○○센터 소장», then «소장 자리는 M이 채웠다»."""
    if office.former or office.rule not in _TAKEN_UP:
        return None
    left = next((o for o in reversed(before) if o.title == office.title and o.organization is not None), None)
    if left is None or not left.former or left.person.value == office.person.value:
        return None
    return left.organization if office.evidence[0].begin - left.title_span.end <= _NEXT else None


def _by_title(offices: Iterable[Office]) -> dict[str, Mention]:
    """The one body that the document tells for a post of a name of its own (미래산업본부장, no plain 본부장)."""
    found: dict[str, dict[str, Mention]] = {}
    for office in offices:
        title = office.title.replace(" ", "")
        if office.organization is not None and len(title) >= _OWN_NAME:
            name = office.organization.value.official or office.organization.value.text
            found.setdefault(title, {}).setdefault(name, office.organization)
    return {title: next(iter(bodies.values())) for title, bodies in found.items() if len(bodies) == 1}


def _head_of(title: str) -> str:
    """Who heads the body in which somebody has such a post: 위원장 for 부위원장, 위원 and 간사."""
    return _HEAD_OF.get(title, "")


def _by_head(offices: Iterable[Office]) -> dict[str, Mention]:
    """The one body whose head of that title the document names."""
    found: dict[str, dict[str, Mention]] = {"": {}}
    for office in offices:
        if office.organization is not None and not office.former and office.title in _HEAD_OF.values():
            name = office.organization.value.official or office.organization.value.text
            found.setdefault(office.title, {}).setdefault(name, office.organization)
    return {title: next(iter(bodies.values())) for title, bodies in found.items() if len(bodies) == 1}


def fitting_body(title: str) -> Callable[[Mention], bool] | None:
    """What kind of body has such a title; None where the context of the place decides or nothing does."""
    if title.endswith(_NO_BODY):
        return None
    if title in _COMPANY:
        return lambda m: "Company" in m.value.classes
    if title.endswith(("총장", "학장")) and not title.endswith("사무총장"):
        return lambda m: "University" in m.value.classes
    if len(title) >= _OWN_NAME and title.endswith("본부장"):
        return lambda m: m.value.text.endswith(title[:-1])  # 미래전략본부장
    tails = next((t for titles, t in _TAILS if title.endswith(titles)), ())
    return (lambda m: m.value.text.endswith(tails)) if tails else None


def _named_before(mentions: Mentions, office: Office, fits: Callable[[Mention], bool]) -> Mention | None:
    """The nearest body of the kind shortly before the office; farther off the only one of the kind before."""
    begin = office.evidence[0].begin
    first: Mention | None = None
    names: set[str] = set()
    for mention in mentions.before(begin, "organization", "organization-short"):
        if fits(mention):
            if begin - mention.end <= _REACH:
                return mention
            first = first or mention
            names.add((mention.value.head or mention.value.official or mention.value.text).replace(" ", ""))
    longest = max(names, key=len, default="")
    return first if names and all(longest.endswith(name) for name in names) else None
