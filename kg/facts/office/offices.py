"""Offices: who holds or held which post where."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Fact, Office
from kg.facts.office.appointing import body_appointing
from kg.facts.office.bodies import body_in_title, body_of
from kg.facts.office.career import career_offices
from kg.facts.office.context import with_context
from kg.facts.office.handed import posts_handed
from kg.facts.office.merge import merged
from kg.facts.office.succession import offices_taken_over, posts_left, posts_passed_on, posts_renewed, units_led
from kg.facts.office.told import offices_told
from kg.facts.office.welcomed import heads_welcomed
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.person.apposition import Apposition
from kg.mentions.person.titles import read_titles
from kg.patterns import regex
from kg.spans import Span

_FEATURES = {
    "behind": "office-title-behind-name",
    "before": "office-title-before-name",
    "inside": "office-title-in-brackets",
    "second": "office-second-title",
    "listed": "office-shared-title",
}

_GONE = regex(
    r"(?:이|가|은|는|의) [^,.“”\"]{0,24}?"
    r"(?:물러난|물러나자|물러나면서|사퇴한|사퇴하면서|사임한|사임하면서|퇴임한|퇴임하면서|떠난|낙마한|그만둔|직을 잃은"
    r"|직을 상실한|구속된|이임한|이임하면서|바통을 넘[기긴겨겼])"
    r"|에서 [가-힣]{2,4} [가-힣]{2,10}(?:으로|로) (?:바뀌|바뀐|교체)|(?:의)? 후임|의 (?:바통|배턴|빈자리|뒤를 [이잇])"
)
"""Words that say a bearer of an office has left it."""
_LEFT_BEFORE = regex(
    r"(?<![가-힣])(?:전임|(?:^|(?<=[.,”\"’)\n] )|(?<=[은는도에년월일때초말] ))당시|(?:물러|떠)난|"
    r"(?:퇴임|사퇴|사임|이임|"
    r"퇴직)한|그만둔|자리를 비운)(?: 전)? $"
    r"|(?:지난해|지난달|작년|최근|\d월|\d일|연말|얼마 전)(?: 말)?까지 (?:[^.,“”]{2,24}"
    r"(?:이끈|(?:이끌|이끌었|재직했|일했)던)|[^.,“”]{1,22}[^장수관표원사감.,“”](?:을|를) (?:맡은|맡았던)) $"
)
"""Words before a name that say so of the title behind it: ``전임 N 국장``."""
_CANDIDATE = regex(
    r" ?(?:예비 ?|경선 ?|단수 ?|본선 ?|무소속 ?)?(?:후보|당선인|당선자|내정자|지명자|입지자|"
    r"출마 ?(?:예정)?자|출마 ?후보|도전자)(?!군)"
)
"""Behind the title of a post that somebody runs for."""
_CLAUSE = 48
"""So many code points may stand between the post that somebody leaves and the one that he goes to."""
_BRACKET = 90
"""The most code points of brackets that name who shares a post."""
_SITS = regex(r"(?:^|[ )\n])[가-힣·]{2,14}위원회 ?회\s?의\s?록")
"""The head of a committee's minutes."""
_HEAD = 400
_PARTED = regex(r"[,·ㆍ] ?$|(?:와|과) $")
_ONCE = regex(r"(?<![가-힣])(?:전|前) $")
_USED_TO_HEAD = regex(r"(?<![가-힣])(?:전임|전|前|당시) [가-힣A-Za-z0-9]{2,12}(?:이신|이셨던|이던|이었던|인|였던) $")
"""«전임 국장이신 N 국장님»."""
_RETIRED = regex(r"(?<![가-힣])(?:퇴직|은퇴|전직|은퇴한|퇴직한|정년퇴직한|퇴임한) $")
"""Right before a title: ``퇴직 교사 N``."""


def find_offices(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts_so_far: tuple[Fact, ...]
) -> Iterable[Fact]:
    """Each person's offices, once each: by a title beside the name or by a verb.

    ``organization`` stays None where neither the words nor a body of that kind named before tell it.
    """
    beside = _shared(list(_beside(analysis, mentions, lexicon)))
    beside += _joint(analysis, mentions, beside)
    beside += career_offices(analysis, mentions, beside)
    told = tuple(offices_told(analysis, mentions, frozenset(o.title_span for o in beside)))
    taken = (
        *offices_taken_over(analysis, mentions, beside),
        *posts_left(analysis, mentions, beside),
        *posts_passed_on(analysis, mentions, beside),
        *posts_renewed(analysis, mentions, beside),
        *posts_handed(analysis, mentions, beside),
        *units_led(analysis, beside),
        *heads_welcomed(analysis, mentions),
    )
    found = merged(mentions, sorted((*beside, *told, *taken), key=lambda o: o.title_span))
    return with_context(analysis.text, mentions, found, sitting=_SITS.search(analysis.text, 0, _HEAD) is not None)


def _left(text: str, person: Mention, title: Mention) -> bool:
    """Whether the words beside say that the bearer has gone: ``N 시장이 물러난 뒤``, ``전임 N 국장``."""
    if person.begin < title.begin and _LEFT_BEFORE.search(text, max(person.begin - 44, 0), person.begin):
        return True
    if person.begin < title.begin and _USED_TO_HEAD.search(text, max(person.begin - 24, 0), person.begin):
        return True
    return _GONE.match(text, title.end, title.end + 40) is not None


_SUBJECT = regex(r"(?:은|는|이|가) ")
_MOVED = regex(r"(?:으로|로) (?:자리를 |적을 |직을 )?옮(?:겼|겨(?! ?[가간온]))")


def _moved_on(text: str, title: Mention, titles: list[Mention]) -> bool:
    """Whether the bearer has gone to another post: «N 센터장은 1일 ○○원 부원장으로 자리를 옮겼다»."""
    if not _SUBJECT.match(text, title.end):
        return False
    other = next((t for t in titles if title.end < t.begin), None)
    if other is None or not _MOVED.match(text, other.end):
        return False
    between = text[title.end : other.begin]
    return len(between) <= _CLAUSE and not any(mark in between for mark in ".,“”\n")


def _once(text: str, body: Mention | None, title: Mention) -> bool:
    """Whether 전 stands before the body of a title: ``전 가온시 부시장인 N``."""
    if body is None or not 0 <= title.begin - body.end <= 1:
        return False
    return _ONCE.search(text, max(body.begin - 4, 0), body.begin) is not None


_USED_TO_BE = regex(r"(?:이던|였던|이었던|(?:을|를) (?:맡았|지냈|역임했|거쳤)던)\s")
"""«초대 단장이던 N», «단장을 지냈던 N»."""


def _beside(analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> Iterator[Office]:
    """An `Office` for each name with a title beside it (``N 전 ○○시장``, ``○○구(구청장 N)``)."""
    persons = {m.begin: m for m in mentions.of("person")}
    titles = mentions.of("title")
    if not persons:
        return
    last: Mention | None = None
    for apposition in read_titles(analysis, lexicon).appositions:
        person = persons.get(apposition.begin)
        title = title_at(titles, apposition.title.begin)
        if person is None or title is None or _CANDIDATE.match(analysis.text, title.end):
            continue
        if apposition.order == "behind" and _is_addressed(analysis.text, person, titles):
            continue
        body = body_of(analysis, mentions, apposition, title)
        if body is None and apposition.order == "second" and apposition.title.kind in ("deputy", "minister"):
            body = last  # 시장 권한대행 부시장
        if body is None and analysis.text[title.end : title.end + 2] == "에 ":
            sentence = analysis.sentence_at(title.begin)
            body = body_appointing(analysis.text, sentence, mentions, title) if sentence else None
        last = body
        unit = body_in_title(mentions, title)
        of_agency = body is not None and unit is not None and unit.begin == title.begin and body.end <= title.begin
        yield Office(
            rule=f"office-{apposition.order}",
            evidence=(Span(min(person.begin, title.begin), max(person.end, title.end)),),
            features=(_FEATURES[apposition.order], *(("office-body-told",) if body else ())),
            person=person,
            title=analysis.text[title.begin : title.end] if of_agency else _bare(analysis.text, apposition, title),
            title_span=title.span,
            organization=body,
            former=apposition.former
            or title.value.former
            or _left(analysis.text, person, title)
            or _moved_on(analysis.text, title, titles)
            or _once(analysis.text, body, title)
            or _RETIRED.search(analysis.text, max(title.begin - 8, 0), title.begin) is not None
            or _USED_TO_BE.match(analysis.text, title.end) is not None,
            acting=title.value.acting,
        )


_TURN = regex(r"\s*[○◯〇●] ?(?:[가-힣A-Za-z0-9·]+ ){1,4}")


def _is_addressed(text: str, person: Mention, titles: list[Mention]) -> bool:
    """Whether who speaks in minutes bears a post already: a title behind is said, «○위원장 N  센터장 나오셨습니까»."""
    if not _TURN.fullmatch(text, text.rfind("\n", 0, person.begin) + 1, person.begin):
        return False
    return any(t.end == person.begin - 1 for t in titles)


def _bare(text: str, apposition: Apposition, title: Mention) -> str:
    """The title without its body; of a roll's head the end alone (출석위원)."""
    word = apposition.title
    glued = word.begin > title.begin and word.end == title.end and text[word.begin - 1] != " "
    return word.bare if glued else str(title.value.bare)


def _shared(offices: list[Office]) -> list[Office]:
    """The names that share a title share its body: ``시의회 N1·N2 의원``."""
    bodies = {o.title_span: o.organization for o in offices if o.organization is not None}
    alone = {o.title_span for o in offices if o.rule == "office-listed"}
    return [
        o.model_copy(update={"organization": bodies[o.title_span]})
        if o.organization is None and o.title_span in alone and o.title_span in bodies
        else o
        for o in offices
    ]


def _joint(analysis: Analysis, mentions: Mentions, offices: Iterable[Office]) -> list[Office]:
    """The others in the brackets that begin with a post of several: ``추진단(공동단장 N1 부지사, N2 가온대 교수)``."""
    text, found = analysis.text, list[Office]()
    for office in offices:
        begin = office.title_span.begin
        if office.rule != "office-before" or not office.title.startswith("공동") or text[begin - 1 : begin] != "(":
            continue
        close = text.find(")", begin)
        for person in mentions.of("person"):
            named = office.person.end < person.begin < close and close - begin < _BRACKET
            if named and _PARTED.search(text, office.person.end, person.begin):
                found.append(office.model_copy(update={"person": person, "rule": "office-listed"}))
    return found


def unread_titles(mentions: Mentions, facts: Iterable[Fact]) -> list[Mention]:
    """The titles that name their body (○○시장, ○○허브센터장) and that no office and no short form took in."""
    offices = {o.title_span for o in facts if isinstance(o, Office)}
    short = {m.end for m in mentions.of("person-short")}
    return [
        t
        for t in mentions.of("title")
        if t.span not in offices and t.end not in short and t.end - t.begin > len(t.value.bare)
    ]


def title_at(titles: list[Mention], place: int) -> Mention | None:
    """The title mention that holds a code point."""
    return next((t for t in titles if t.begin <= place < t.end), None)
