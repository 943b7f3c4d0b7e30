"""Offices: whose body a title belongs to where the words leave it open, and which tellings are one office."""

from collections.abc import Iterable
from functools import lru_cache

from kg.facts.model import Fact, Office
from kg.facts.office.bodies import OF_PARTY
from kg.facts.office.context import OF_PEOPLE
from kg.lexicon import Lexicon
from kg.lexicon.governments import Government, candidates
from kg.patterns import regex
from kg.resolution.cast import Cast
from kg.resolution.departments import employer
from kg.resolution.draft import Draft
from kg.resolution.home import Home, stem
from kg.resolution.issuers import issuer, issuing_body, ministry
from kg.resolution.lawmakers import comes_from, is_lawmaker, only_council, other_council, parliament
from kg.resolution.organizations import council_draft, government_draft
from kg.resolution.schemes import scheme_headed
from kg.resolution.seats import body_with_office, seat_of_record, sitting
from kg.resolution.staff import STAFF, beside_colleague, ministry_of_release
from kg.spans import Span

Held = tuple[Office, Draft, Draft | None]

_HEADS = {
    "시": ("시장", "부시장"),
    "도": ("지사", "부지사"),
    "군": ("군수", "부군수"),
    "구": ("구청장", "부구청장"),
}
_COUNCIL = ("의장", "부의장", "시의원", "도의원", "군의원", "구의원", "의원", "정책지원관", "의정지원관")
_LEVELLED = ("시의원", "도의원", "군의원", "구의원")
_OF_STATE = (*STAFF, "총괄관", "조사관", "지원단장", "추진단장")
"""The staff of a ministry."""
_SITE_HEADS = ("보건소장", "기술센터소장", "사업소장")
"""The heads of offices that every city and county has."""
_UNIT_HEAD = regex(r"[가-힣A-Za-z·]{2,}본부장")
"""The head of a unit of a government with a name of its own: 미래전략본부장."""
_PARLIAMENT = "국회의원"
_ACTING = ("권한대행", "직무대행", "대행")
_ANNOUNCES = regex(r"[\[【<〈◇◆■□▲△●○ ]*인사[\]】>〉 :]+\s*")
"""The head of a line of appointments."""
_SPOKEN_OF = regex(
    r"(?:\([^()]{1,30}\))?(?:은|는)|이?다\.|의 (?:사정|경우|사례|처지|형편|답|선택|살림|계산|셈법|이야기|카드|"
    r"밑천)[은는] "
)
"""What stands behind a name of which the line goes on to speak: 가온시는, 가장 큰 곳은 가온시다, 가온의 사정은."""
_OPENS_ITEM = regex(r"\s*[-–○◯●◇◆■□▲▶▷•·*①-⑳]\s?(?:…|\s)*")
"""The mark of an item before the name of whose item it is: «○…보람군의회 N 의원은», «- 가온: »."""
_PLAIN = 2
"""So short a title is that of anybody's staff: 국장, 과장."""
_SCHOOL_HEADS = ("원장", "부원장", "교장", "부교장")
_SCHOOLS = ("아카데미", "사관학교", "학교", "스쿨", "교육원", "배움터")
"""Ends of names of programs that are schools."""
_SCHOOL_NEAR = 600
_NEAR = 250
"""How far back, in code points, a body may be named that a bare title belongs to."""
_OFTEN = 3
"""So many times as often as the last one a government is named to which a bare title belongs all the same."""


def held_offices(cast: Cast, home: Home, facts: Iterable[Fact]) -> list[Held]:
    """Each office once, with its person and body: what the words tell goes before what the context suggests."""
    told = [(f, p) for f in facts if isinstance(f, Office) and (p := cast.meant(f.person))]
    schools = {id(f): school for f, _ in told if (school := _school(cast, f)) is not None}
    sure = [
        (f, p, schools.get(id(f)) or employer(cast, home, f.organization))
        for f, p in told
        if cast.meant(f.organization)
    ]
    open_ = [(f, p) for f, p in told if cast.meant(f.organization) is None]
    held: list[Held] = []
    for office in sure:
        _take(held, office)
    for fact, person in open_:
        if not any(person is p and fact.former == f.former and _alike(fact.title, f.title) for f, p, _ in held):
            body = (
                parliament(cast)
                if is_lawmaker(cast, fact, person, told)
                else schools.get(id(fact))
                or beside_colleague(cast, ((f, b) for f, _, b in held), fact)
                or _same_post(held, fact)
                or _body(cast, home, fact)
            )
            _take(held, (fact, person, body))
    return sorted(held, key=lambda h: (h[0].evidence, h[0].title))


def _same_post(held: Iterable[Held], fact: Office) -> Draft | None:
    """The one body of a post of that very name that somebody else holds or held: «후임 미래전략본부장은 N이다»; of who
    went before, that of the post told last whose end the bare title is: «N 도 산업국장이 맡았다. 전임 M 국장은».
    """
    title = fact.title.replace(" ", "")
    if fact.former and title in STAFF:
        since = fact.title_span.begin
        told = [h for h in held if h[0].title_span.begin < since and h[0].title.endswith(title) and h[2] is not None]
        near = [h for h in told if since - h[0].title_span.end < _NEAR and h[0].title != title]
        return max(near, key=lambda h: h[0].title_span.begin)[2] if near else None
    bodies = {b.key: b for f, _, b in held if b is not None and f.title.replace(" ", "") == title}
    return next(iter(bodies.values())) if len(bodies) == 1 and _UNIT_HEAD.fullmatch(title) else None


def _school(cast: Cast, fact: Office) -> Draft | None:
    """The academy that bears the name of a program and whose head it is: «‘가온 AI 사관학교’ … 초대 원장은 N».

    A body beside the name or the title, and one of the kind that is named nearer, go before it.
    """
    if fact.title.replace(" ", "").removeprefix("초대") not in _SCHOOL_HEADS or "office-body-told" in fact.features:
        return None
    guessed = fact.organization
    nearest = guessed.begin if guessed is not None and guessed.rule != "organization-opened" else 0
    for mention in cast.mentions.before(fact.title_span.begin, "program", "program-short"):
        if mention.begin < nearest or fact.title_span.begin - mention.end > _SCHOOL_NEAR:
            return None
        draft = cast.meant(mention)
        if draft is not None and draft.label.endswith(_SCHOOLS):
            return draft
    return None


def _take(held: list[Held], office: Held) -> None:
    """Add an office; of two tellings of one the longer title stays (지사, 도지사)."""
    fact, person, body = office
    for i, (other, owner, its) in enumerate(held):
        same = owner is person and its is body and other.former == fact.former
        if same and _alike(other.title, fact.title):
            if len(fact.title) > len(other.title):
                held[i] = office
            return
    held.append(office)


def _alike(a: str, b: str) -> bool:
    """Whether two titles are one title, written longer and shorter."""
    a, b = a.replace(" ", ""), b.replace(" ", "")
    acting = a.endswith(_ACTING) == b.endswith(_ACTING)
    return acting and (a.endswith(b) or b.endswith(a))


def _body(cast: Cast, home: Home, fact: Office) -> Draft | None:
    """The body of an office whose words name none: the government, council or body that the title belongs to."""
    title = fact.title.replace(" ", "")
    if title in _ACTING and home.government is not None:
        return government_draft(cast, home.government)
    for ending in _ACTING:
        title = title.removesuffix(ending) or title
    for level, titles in _HEADS.items():
        if title.endswith(titles):
            government = _government(cast, home, fact, level)
            return government_draft(cast, government) if government else None
    if title == _PARLIAMENT or title.endswith(OF_PARTY):
        return None
    if title.endswith("교육감"):
        return _education_office(cast)
    if title.endswith(_COUNCIL):
        if comes_from(cast, fact):
            return only_council(cast)
        if title == "의원" and (council := other_council(cast, home.government, fact)) is not None:
            return council
        government = _government(cast, home, fact, title[-3] if title.endswith(_LEVELLED) else "")
        return council_draft(cast, government) if government else None
    if (seat := seat_of_record(cast, home, title)) is not None:
        return seat
    if (served := body_with_office(cast, fact, title)) is not None:
        return served
    if (heading := _of_announcement(cast, fact)) is not None:
        return heading
    if _UNIT_HEAD.fullmatch(title) and (agency := _agency_of_sentence(cast, fact, title)) is not None:
        return agency
    if (of_state := ministry(cast, title)) is not None:
        return of_state
    if title.endswith(_OF_STATE):
        state = ministry_of_release(cast, title, fact.title_span.begin)
        if state is not None:
            return state
    if (
        cast.analysis.document.kind in ("news", "analysis")
        and title.endswith(STAFF)
        and len(title) > _PLAIN
        and (topic := _topic(cast, home, fact, "")) is not None
    ):
        return government_draft(cast, topic)
    if (title.endswith(STAFF) or _UNIT_HEAD.fullmatch(title)) and (
        employer := issuer(cast) or home.government
    ) is not None:
        return government_draft(cast, employer)
    if title.endswith(STAFF) and (agency := issuing_body(cast)) is not None:
        return agency
    if (spoken := _spoken_of(cast, home, fact, title)) is not None:
        return government_draft(cast, spoken)
    if title.endswith("전문위원") and (committee := sitting(cast, home, title)) is not None:
        return committee
    near = scheme_headed(cast, fact) or _near_body(cast, fact, title)
    if near is None and title.endswith(_SITE_HEADS) and home.government is not None:
        return government_draft(cast, home.government)
    return near or sitting(cast, home, title)


def _of_announcement(cast: Cast, fact: Office) -> Draft | None:
    """The body whose appointments the title's line announces: «[인사] 한국누리연구원 △ 부원장 N △ 남부본부장 M»."""
    line = cast.text.rfind("\n", 0, fact.title_span.begin) + 1
    head = _ANNOUNCES.match(cast.text, line, fact.title_span.begin)
    if head is None:
        return None
    near = cast.mentions.within(Span(head.end(), fact.title_span.begin), "organization")
    return cast.meant(near[0]) if near and near[0].begin == head.end() else None


def _spoken_of(cast: Cast, home: Home, fact: Office, title: str) -> Government | None:
    """The government of which a text about several speaks where it names one of its officials."""
    return _government(cast, home, fact, "") if title.endswith(STAFF) and len(title) > _PLAIN else None


def _agency_of_sentence(cast: Cast, fact: Office, title: str) -> Draft | None:
    """«가온테크노파크 원장이 물러나고 김하늘 전 의료AI본부장이 맡았다»: the body whose people the sentence tells of."""
    sentence = cast.analysis.sentence_at(fact.title_span.begin)
    near = _near_body(cast, fact, title)
    if sentence is None or near is None:
        return None
    return near if any(sentence.begin <= m.begin < fact.title_span.begin for m in near.bearing) else None


def _education_office(cast: Cast) -> Draft | None:
    """The one education office that the text names."""
    named = [d for d in cast.of("organization") if d.label.endswith("교육청") and d.bearing]
    return named[0] if len(named) == 1 else None


def _near_body(cast: Cast, fact: Office, title: str) -> Draft | None:
    """The body named last before whose name or class fits the title (단장: …단, 총장: a university); for a title with
    the unit's name (추진단장) the one body that the text names so, wherever.
    """
    if title.endswith("장") and len(title) > _PLAIN + 1:
        named = [d for d in cast.of("organization") if d.bearing and d.label.replace(" ", "").endswith(title[:-1])]
        if len(named) == 1:
            return named[0]
    rows = _title_bodies(cast.lexicon)
    known = next((rows[title[i:]] for i in range(len(title)) if title[i:] in rows), None)
    if known is None:
        return None
    begin = fact.title_span.begin
    if OF_PEOPLE.search(cast.text, max(0, begin - 8), begin):
        return None
    endings, classes = known
    for other in cast.mentions.before(fact.title_span.begin, "organization", "organization-short"):
        if fact.title_span.begin - other.end > _NEAR:
            return None
        draft = cast.meant(other)
        if draft is not None and (draft.label.endswith(endings) or any(c in draft.types for c in classes)):
            return draft
    return None


@lru_cache(maxsize=8)
def _title_bodies(lexicon: Lexicon) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Endings of names and classes of bodies, by title."""
    return {
        row["title"]: (
            tuple(e for e in row["endings"].split("|") if e),
            tuple(f"rap:{c}" for c in row["classes"].split("|") if c),
        )
        for row in lexicon.rows("title_bodies")
    }


def _topic(cast: Cast, home: Home, fact: Office, level: str) -> Government | None:
    """The government that the title's own line speaks of (대구는 …): the last topic before the title."""
    line = cast.text.rfind("\n", 0, fact.title_span.begin)
    for other in cast.mentions.before(fact.title_span.begin, "organization", "region"):
        if other.begin < line:
            return None
        opens = _OPENS_ITEM.fullmatch(cast.text, line + 1, other.begin) is not None
        if opens or _SPOKEN_OF.match(cast.text, other.end):
            draft = cast.meant(other)
            among = candidates(cast.lexicon, stem(draft.label), cast.analysis.document.published) if draft else ()
            near = home.choose(among)
            if near is not None and near.official.endswith(level):
                return near
    return None


def _government(cast: Cast, home: Home, fact: Office, level: str) -> Government | None:
    """Home where its level fits, else the government of that level named last before the title.

    One that the text names over and again goes before one that it only mentions last.
    """
    own = home.government
    on = cast.analysis.document.published
    if (topic := _topic(cast, home, fact, level)) is not None:
        return topic
    if own is not None and (not level or own.official.endswith(level)):
        return own
    told: list[Government] = []
    for other in cast.mentions.before(fact.title_span.begin, "organization", "region"):
        if fact.title_span.begin - other.end > _NEAR:
            break
        draft = cast.meant(other)
        near = home.choose(candidates(cast.lexicon, stem(draft.label if draft else other.value.text), on))
        if near is not None and near.official.endswith(level):
            told.append(near)
    if told:
        often = max(told, key=lambda g: home.counts[g.official])
        return often if home.counts[often.official] >= _OFTEN * home.counts[told[0].official] else told[0]
    if level == "구" and (named := [n for n in home.counts if n.endswith(level)]) and len(named) == 1:
        return next(iter(candidates(cast.lexicon, named[0], on)), None)  # a district of the city, named farther off
    if own is not None and own.parent:
        parents = candidates(cast.lexicon, own.parent, on)
        return next((p for p in parents if p.official.endswith(level)), None)
    return None
