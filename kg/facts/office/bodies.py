"""Whose title it is: the organisation inside, between, before or in brackets round a name and its title."""

from collections.abc import Sequence

from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.mentions.person.apposition import Apposition
from kg.mentions.title_words import TitleWord
from kg.patterns import regex
from kg.spans import Span

_BEFORE = regex(
    r"^[’'”\"」』)]?(?:\([^()]{1,20}\))?(?:의| 소속의?| 산하| 내)?\s?"
    r"(?:(?:신임|새|초대|전|현|제?\d+대|전반기|후반기|상반기|하반기|민선 ?\d기|前|現|이끄는) ){0,3}[‘'(]?$"
)
_SCHOOL = regex(r"^(?: [가-힣A-Za-z·]+){0,2}(?:학부|학과|대학|대학원|전공|교실|과|연구소|연구원|센터) $")
_UNIT = regex(r"^ (?P<word>[가-힣A-Za-z0-9·&]{1,14}(?:원|국|과|팀|실|단|부|센터|본부|처|연구소)) $")
"""A unit of the body between it and a name: ``가온대 창업원 N 팀장``, ``나온도 미래산업국 N 국장``."""
_NO_UNIT = frozenset(
    {"일부", "정부", "결과", "회원", "직원", "공무원", "의원", "사실", "내부", "외부", "전부", "지원", "부원"}
)
_MEMBER_OF = regex(r"^(?:의 | |\s?[가-힣A-Za-z·]+위원회 (?:소속 )?| 소속 )$")
_GOVERNS = frozenset({"시장", "군수", "구청장", "도지사", "지사", "부시장", "부군수", "부구청장", "부지사"})
_OUTER = frozenset({"department", "deputy", "head", "state", "minister"})
_FROM = regex(r"(?: 측)?에(?:서는|서도|선) ")
_SITE = regex(
    r" (?:[가-힣A-Za-z0-9]{1,8} ){0,2}"
    r"(?:작업장|공장|본사|사옥|연구소|사무실|매장|현장|농장|시험장|실증장|전시관|부스|사업장|조선소)"
    r"(?:에서|(?:을|를) (?:찾아|방문해|둘러보며)) "
)
_OF_CLASS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("의장", "의원", "위원장"), ("Council", "Parliament", "Committee")),
    (("교수", "총장", "학장", "처장"), ("University",)),
    (("대표", "대표이사", "사장", "전무", "상무", "이사"), ("Company",)),
    (
        ("국장", "실장", "과장", "팀장", "담당관", "정책관", "부시장", "부지사", "부군수", "차관"),
        ("LocalGovernment", "Ministry", "Company"),
    ),
)
"""The classes of bodies from which somebody with such a title comes."""
OF_PARTY = (
    *(
        "정책위의장",
        "원내대표",
        "원내수석부대표",
        "최고위원",
        "당대표",
        "지역위원장",
        "당협위원장",
        "도당위원장",
        "시당위원장",
    ),
    *("도당 위원장", "시당 위원장", "원내대변인"),
)
"""Posts that only parties have."""
_OWNED = frozenset({"Company", "University", "Hospital", "ResearchInstitute", "PublicAgency", "Bank"})
_SCHOOLS = ("대학원장", "학장", "학과장", "학부장", "교수")


def body_of(analysis: Analysis, mentions: Mentions, apposition: Apposition, title: Mention) -> Mention | None:
    """The organisation of the office that an apposition tells, or None where the context must decide."""
    word = apposition.title
    if apposition.order in ("behind", "inside", "second", "listed"):
        inner = _between(mentions, *apposition.between)
    else:
        inner = []
    if word.bare.endswith(OF_PARTY):
        return party_of(mentions, apposition.begin, inner)
    glued = body_in_title(mentions, title)
    if glued is not None and glued.begin < title.begin:
        return glued
    if glued is not None and apposition.order == "behind" and glued.value.text.endswith("위원회"):
        council = body_before(mentions, analysis.text, apposition.begin)
        if council is not None and council.value.text.endswith("의회"):
            return council  # ○○시의회 N 산업건설위원장
    if word.bare.endswith("의원") and word.kind == "member":
        return glued or _council(mentions, analysis.text, inner, apposition)
    if glued is not None and apposition.order == "behind" and not inner and _is_unit(glued):
        agency = body_before(mentions, analysis.text, apposition.begin)
        return agency if agency is not None and _has_units(agency) else glued
    if glued is not None and not (
        inner and (word.bare.endswith(_SCHOOLS) or (_is_unit(glued) and _has_units(inner[-1])))
    ):
        return glued
    if inner and all("Department" in m.value.classes for m in inner) and apposition.order == "behind":
        outer = body_before(mentions, analysis.text, apposition.begin)  # 가온랩스 N 사업개발실 실장
        return outer if outer is not None and _has_units(outer) else _choose(inner, word)
    if inner:
        return _choose(inner, word)
    far = apposition.order == "behind" and apposition.between[1] - apposition.between[0] > 8
    if far or apposition.order == "second":
        return None
    begin = title.begin if apposition.order == "before" else apposition.begin
    before = body_before(mentions, analysis.text, begin)
    if before is not None and word.bare in _GOVERNS and "LocalGovernment" not in before.value.classes:
        return None  # the hall in the cell before «N 시장»
    return before or _where(mentions, analysis.text, begin, word)


def party_of(mentions: Mentions, place: int, inner: Sequence[Mention] = ()) -> Mention | None:
    """The party between a name and its title, else the one that the text named last before ``place``."""
    near = (*inner, *mentions.before(place, "organization"))
    return next((m for m in near if "Party" in m.value.classes), None)


def _where(mentions: Mentions, text: str, begin: int, word: TitleWord) -> Mention | None:
    """The body from which somebody came or at whose works somebody was met: ``시의회에서는 N 부의장이``."""
    for mention in _near(mentions, begin):
        gap, classes = text[mention.end : begin], mention.value.classes
        if _FROM.fullmatch(gap):
            fits = next((c for titles, c in _OF_CLASS if word.bare.endswith(titles)), ())
            return mention if not set(fits).isdisjoint(classes) else None
        if _SITE.fullmatch(gap):
            return mention if word.kind not in _OUTER - {"department"} and not _OWNED.isdisjoint(classes) else None
    return None


def _is_unit(glued: Mention) -> bool:
    """Whether the title's own word may name a unit of an agency: ``N 가온테크노파크 의료AI단장``, ``… 로봇센터장``."""
    text = glued.value.text
    if glued.value.official:
        return False
    told = glued.rule in ("organization-in-title", "organization-by-form") and " " not in text
    return text.endswith("센터") or (told and text.endswith(("단", "본부", "부")))


def _has_units(agency: Mention) -> bool:
    return not {"PublicAgency", "University", "Company", "ResearchInstitute", "Hospital"}.isdisjoint(
        agency.value.classes
    )


def body_in_title(mentions: Mentions, title: Mention) -> Mention | None:
    """The organisation that the title's own word names or ends (서울 in 서울시장, 연구단 in 한빛 연구단장)."""
    for mention in mentions.within(Span(max(title.begin - 40, 0), title.end), "organization"):
        if mention.begin <= title.begin < mention.end:
            if "Department" in mention.value.classes and mention.begin == title.begin:
                continue  # 산업국 in 산업국장 is a part of the title: the government is the body
            return mention
    return None


def body_before(mentions: Mentions, text: str, begin: int) -> Mention | None:
    """The organisation that ends right before a name or a title."""
    for mention in _near(mentions, begin):
        gap = text[mention.end : begin]
        if _BEFORE.match(gap) or ("University" in mention.value.classes and _SCHOOL.match(gap)):
            return _whose_unit(mentions, text, mention) if "Department" in mention.value.classes else mention
        unit = _UNIT.match(gap)
        if unit is not None and unit["word"] not in _NO_UNIT and "Department" not in mention.value.classes:
            return mention
    return None


def _whose_unit(mentions: Mentions, text: str, unit: Mention) -> Mention:
    """The body whose name stands right before that of its unit, else the unit."""
    begin = text.rfind(" ", 0, unit.begin) + 1
    return next((m for m in _near(mentions, begin) if m.end == begin - 1), unit)


def _near(mentions: Mentions, begin: int) -> list[Mention]:
    """The organisations that end shortly before a place, the nearest and longest first."""
    found = mentions.within(Span(max(begin - 80, 0), begin), "organization", "organization-short")
    return sorted(found, key=lambda m: (-m.end, m.begin))


def _between(mentions: Mentions, begin: int, end: int) -> list[Mention]:
    return mentions.within(Span(begin, end), "organization", "organization-short")


def _choose(inner: Sequence[Mention], word: TitleWord) -> Mention:
    """The government for its departments' heads and the university for its schools, else the nearest body."""
    if word.kind in _OUTER or word.bare.endswith(_SCHOOLS):
        return min(inner, key=lambda m: (m.begin, -m.end))
    return min(inner, key=lambda m: (-m.end, m.begin))


def _council(mentions: Mentions, text: str, inner: Sequence[Mention], apposition: Apposition) -> Mention | None:
    """A member's council: parties and committees are not the body."""
    for mention in inner:
        if mention.value.text.endswith(("의회", "국회")):
            return mention
    begin = apposition.begin if apposition.order != "before" else apposition.title.begin
    for mention in _near(mentions, begin):
        gap = text[mention.end : begin]
        if mention.value.text.endswith(("의회", "국회")) and _MEMBER_OF.match(gap):
            return mention
    return None
