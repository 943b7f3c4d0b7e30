"""Offices that somebody takes over from another: ``N1이 N2 단장의 바통을 이어받았다``, ``N2 국장 후임으로 N1을``."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Office
from kg.facts.office.bodies import body_before, body_in_title
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_TAKEN = regex(
    r"(?:의|에게서|으로부터|로부터)? ?(?:바통|배턴|자리|직|지휘봉|빈자리|뒤)을?를? "
    r"(?:[가-힣]+ )?(?:이어받|물려받|넘겨받|잇는|잇게|이었|채[우운웠])"
)
_AFTER = regex(
    r"(?:의)? ?(?:후임(?:으로는|으로|에는|에|은|자로)|뒤를 이어(?:서)?|빈자리(?:에는|에|는)|자리(?:에는|에|는)) "
    r"|(?:이|가)? ?[^.“”]{0,32}?(?:물러난|물러나며|떠난|떠나며|비운|그만둔|내려온|내려놓은|내놓은|"
    r"퇴임한|사임한|사퇴한|퇴직한|은퇴한|이임한|옮겨 ?간|옮긴|옮기며|빠진|나간|남긴|"
    r"비워 ?둔|사직한) ?(?:뒤 )?(?:빈 ?|공석이 된 )?자리(?:에는|에|는|를|은) "
)
_COMES = regex(
    r"[^.“”]{0,40}?(?:임명|선임|위촉|선출|취임|발탁|내정|올랐|앉|뽑[혔힌]|추대|낙점|기용|부임|맡|채[우운웠]|이어받"
    r"|[왔온]다?[ .,]|왔)"
)
_PASSED = regex(r"(?:으로|로) (?:[가-힣]+ )?(?:바뀌|바뀐|교체|얼굴)")
_NAMED = regex(r"(?:도|은|는|이|가|직은|직이|직도| 자리[가는도]) ")
_RENEWED = regex(r"(?:도|이|가|은|는)? ?(?:자리[가도] )?(?:[가-힣]+ )?(?:바뀌|바뀐|교체|새 얼굴|새 사람|물갈이)")
_COMES_TO_IT = regex(r"[은는이가] [^.“”]{0,24}?(?:부임|취임|[왔맡]|임명|발탁|채[우운웠])")
_NEAR = 160
_FAR = 40
"""So many code points behind «후임에는» who comes is named: what he did before may stand between."""
_TWO = 2
_NEXT = regex(
    r"(?:후임(?:자)?(?: (?P<title>[가-힣]{2,10}?))?(?:으로는|으로|에는|에|은|로는|로|는)"
    r"|(?:그 |이 |생긴 |남은 )?(?:빈자리|빈 자리|공석)(?:에는|에|은|는|를|을)) "
)
_LEADS = regex(
    r"(?:이|가|은|는) (?:[가-힣]{1,4} )?(?P<unit>[가-힣A-Za-z·]{2,14}?(?:과|국|실|팀|단|본부|담당관))(?:을|를) "
    r"(?:새로 |이어 |대신 )?(?:맡|이끌|이끈|넘겨받|이어받|물려받|책임[지졌진]|총괄)"
)
"""Behind a plain title, the unit that its bearer heads: «N 과장이 인삼약초과를 맡았다»."""
_WENT = regex(
    r"맡[았게]|부임|선임|임명|발탁|뽑[혔혀힌]|앉|승진|영전|옮[기겨겼긴]|물러|퇴임|사임|사퇴|전보|떠[나났]|이동|취임|발령"
)
_SHARED = ("교수", "의원", "위원", "연구원", "변호사", "박사", "기자", "팀장", "주무관", "씨")
"""Titles that many bear: nobody takes them over from one."""
_SUBJECT = regex(
    r"(?: ?\([^()]{1,24}\))?(?: ?[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){0,2}?)??(?:은|는|이|가)(?![가-힣])"
)


def offices_taken_over(analysis: Analysis, mentions: Mentions, offices: Iterable[Office]) -> Iterator[Office]:
    """The same post for whoever comes after its bearer; ``offices`` are those told beside a name."""
    text, people = analysis.text, mentions.of("person")
    for office in offices:
        sentence = analysis.sentence_at(office.title_span.begin)
        if sentence is None or office.person.end > office.title_span.begin or office.title.endswith(_SHARED):
            continue
        new = _successor(text, office, [p for p in people if sentence.begin <= p.begin < sentence.end])
        if new is not None:
            told = Span(min(new.begin, office.title_span.begin), max(new.end, office.title_span.end))
            yield _taken(office, office.organization, evidence=(told,), person=new, former=False, acting=False)


def posts_left(analysis: Analysis, mentions: Mentions, offices: Iterable[Office]) -> Iterator[Office]:
    """«N1 과장은 국장으로 승진했고, 후임에는 N2 팀장이 임명됐다»: N2 has the post that stood beside the name of N1."""
    text, told = analysis.text, [o for o in offices if o.rule == "office-behind"]
    for match in _NEXT.finditer(text):
        sentence = analysis.sentence_at(match.start())
        if sentence is None or (match.start() and text[match.start() - 1] not in " \n,"):
            continue
        before = analysis.sentences[sentence.index - 1] if sentence.index else sentence
        since = before.begin if before.paragraph == sentence.paragraph else sentence.begin
        left = [o for o in told if since <= o.title_span.begin and o.title_span.end < match.start()]
        new = next((p for p in mentions.of("person") if p.begin >= match.end()), None)
        if match["title"]:
            left = [o for o in left if o.title.endswith(match["title"])]
        if not left or new is None or new.begin - match.end() > _FAR or not _COMES.match(text, new.end):
            continue
        office = left[-1]
        if office.person.value == new.value or not _WENT.search(text, office.title_span.end, match.start()):
            continue
        where = (office.title_span, Span(match.start(), new.end))
        yield _taken(office, office.organization, evidence=where, person=new, former=False, acting=False)


def units_led(analysis: Analysis, offices: Iterable[Office]) -> Iterator[Office]:
    """«N 과장이 인삼약초과를 맡았다»: N is 인삼약초과장."""
    for office in offices:
        led = _LEADS.match(analysis.text, office.title_span.end)
        if led is None or not led["unit"].endswith(office.title.replace("장", "")):
            continue
        told = (office.person.span, Span(*led.span("unit")))
        yield office.model_copy(
            update={
                "title": f"{led['unit']}장",
                "title_span": Span(*led.span("unit")),
                "evidence": told,
                "former": False,
            }
        )


def posts_passed_on(analysis: Analysis, mentions: Mentions, offices: Iterable[Office]) -> Iterator[Office]:
    """«산업과장도 N1 과장에서 N2 과장으로 바뀌었다»: both have or had the post that the sentence names first."""
    text, told = analysis.text, [o for o in offices if o.rule == "office-behind"]
    for old in told:
        new = next((o for o in told if o.title_span.begin > old.title_span.end), None)
        if (
            new is None
            or text[old.title_span.end : new.person.begin] != "에서 "
            or not _PASSED.match(text, new.title_span.end)
        ):
            continue
        titles = [
            t
            for t in mentions.of("title")
            if t.end < old.person.begin and _NAMED.fullmatch(text, t.end, old.person.begin)
        ]
        if not titles or not titles[-1].value.bare.replace(" ", "").endswith(old.title.replace(" ", "")):
            continue
        post = titles[-1]
        body = body_in_title(mentions, post) or body_before(mentions, text, post.begin) or old.organization
        for office in (old, new):
            where = (Span(post.begin, new.title_span.end),)
            yield _taken(_of_post(office, post, body), body, evidence=where, former=office is old, acting=False)


def posts_renewed(analysis: Analysis, mentions: Mentions, offices: Iterable[Office]) -> Iterator[Office]:
    """«산업과장도 바뀌었다. N1 과장이 국장으로 승진하고 후임에 N2 과장이 왔다», «보건소장도 새 얼굴이다.
    N1 전 소장이 떠나고 N2 소장이 부임했다»: both bear the title of the post."""
    text, told = analysis.text, [o for o in offices if o.rule == "office-behind"]
    for post in mentions.of("title"):
        sentence = analysis.sentence_at(post.begin)
        if sentence is None or not _RENEWED.match(text, post.end):
            continue
        rest = [
            o
            for o in told
            if post.end < o.person.begin < post.end + _NEAR
            and o.title != post.value.bare
            and post.value.bare.endswith(o.title)
        ]
        if len({o.person.value for o in rest}) != _TWO or not (
            "후임" in text[rest[0].title_span.end : rest[-1].person.begin]
            or _COMES_TO_IT.match(text, rest[-1].title_span.end)
        ):
            continue
        body = body_in_title(mentions, post) or body_before(mentions, text, post.begin) or rest[0].organization
        for office in (rest[0], rest[-1]):
            yield _taken(_of_post(office, post, body), body, former=office is rest[0])


def _taken(office: Office, body: Mention | None, **told: object) -> Office:
    """An office as somebody else has taken it over: what is ``told`` of the taking replaces what stood beside it."""
    features = ("office-told-by-verb", *(("office-body-told",) if body else ()))
    return office.model_copy(update={"rule": "office-taken-over", "features": features, **told})


def _of_post(office: Office, post: Mention, body: Mention | None) -> Office:
    """An office under the title and the body of the post that the sentence names first."""
    return office.model_copy(update={"title": post.value.bare, "title_span": post.span, "organization": body})


def _successor(text: str, office: Office, people: list[Mention]) -> Mention | None:
    """Who takes over: the subject before the bearer, or the one named after «후임으로»."""
    end = office.title_span.end
    if _TAKEN.match(text, end):
        for person in reversed([p for p in people if p.end < office.person.begin]):
            if _SUBJECT.match(text, person.end, office.person.begin):
                return person
    after = _AFTER.match(text, end)
    if after is None:
        return None
    new = next((p for p in people if p.begin >= after.end()), None)
    if new is None or new.begin - after.end() > 24 or not _COMES.match(text, new.end):
        return None
    return None if new.value == office.person.value else new
