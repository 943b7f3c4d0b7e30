"""Offices that a sentence tells with a verb: 역임, 지내다, 맡다, 취임, 임명, 위촉, 출신, 물러나다."""

import re
from collections.abc import Iterable

from kg.facts.model import Office
from kg.facts.office.appointing import body_appointing
from kg.facts.office.bodies import body_before, body_in_title
from kg.facts.office.context import fitting_body
from kg.facts.office.silent import ALSO_HAS, of_the_last
from kg.facts.office.verbs import FORMER, NO_OFFICE, NOW, SEAT, TAKEN, TOPIC, is_over
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_LINKED = regex(r"(?:과|와|이자|, |· ?| 및|을 거쳐|를 거쳐)")
_IS_ALSO = regex(r"(?:이?인|이자|이면서|(?P<past>이?던|이었던|였던)) ")
_IS = regex(
    r"(?:이다|입니다|이며|이고|이지만|(?<=[수표사자])(?:다|며|고|지만)|(?P<past>이었다|였다|이었고|였고))(?![가-힣])"
)
"""Words that make a person and a title one: 현직 시의원인 N은, N은 현재 국회의원이다."""
_ROW_ENDS = regex(
    r"(?:, |과 |와 |· ?)[가-힣A-Za-z0-9·]+(?:,? [가-힣A-Za-z0-9·]+){0,7}?(?:을"
    r"|를) (?:[가-힣]+ )?(?:지[내낸냈]|거[쳐친치쳤]|역임)"
)
"""The rest of a row of posts whose last one is no title that is known: «, 주한대사관 국토교통관 등을 지냈다»."""
_CLAUSE = regex(r"[가-힣][은는이가] |[가-힣](?:을|를) [^지거역]")
_DUTIES = frozenset({"책임", "총괄", "선임", "리더"})
"""Titles that are words for a duty as well."""
_FORMERLY, _FAR = regex(r"(?<=[은는인] )(?:전|前) (?:[가-힣A-Za-z0-9]{2,12} ){0,2}$"), 32
_NEAR = 60
_ROW = 5
"""The most posts behind one in a row."""
_AT = regex(r"(?:에서|에서는|에서도) (?:[가-힣A-Za-z0-9]+ ){0,2}")
_LED = regex(
    r"(?:(?:으로|로) (?:하는|한|둔|삼은|있는|이끄는|일하는|몸담은|재직하는)|"
    r"(?:을|를) (?:맡는|맡은|맡고 있는|맡아 이끄는|맡게 된)) "
)
_WHEN = (
    r"(?:(?:지난|올해|지난해|작년|내년|새해|이달|지난달|다음달|이번달|다음 달|이번 달|\d{1,4}년|\d{1,2}월|\d{1,2}일"
    r"|초|말|봄|여름|가을|겨울|상반기|하반기)(?:부터|에|자로)? ){0,4}"
)
"""Since when somebody has a post: 4월부터, 지난해 12월부터, 지난 1일."""
_TO_POST = regex(
    rf"{SEAT}(?:에는|에|엔|으로는|으로|로는|로) {_WHEN}"
    rf"(?:(?:[가-힣A-Za-z0-9·㈜()]+ ){{1,4}}출신(?:인|의)? |"
    rf"(?:[가-힣A-Za-z0-9·]+(?<![은는이가을를던된할])(?:\([^()]{{1,20}}\))?의? ){{1,3}})?$"
)
"""«위원장에 N을», «위원장에 가온대학교 공과대학의 N 교수를»."""
_APPOINTED = regex(
    r"[^.]{0,60}?"
    r"(?:임명|선임|위촉|선출|취임|발탁|내정|올랐|올라|앉[았혔힌]|뽑[혔힌]|추대|낙점|기용|부임|승진|배치|보임|발령|호선)"
)
_HELD_BY = regex(
    rf"{SEAT}(?:은|는|을|를) {_WHEN}(?:[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){{0,2}}(?:과|와) )?(?:[가-힣]+의 |"
    rf"(?:[가-힣A-Za-z0-9·]+ ){{1,4}}출신(?:인|의)? )?$"
)
_CALLED = regex(r"(?:은|는) (?:[가-힣A-Za-z0-9·]+ ){1,4}출신(?:인|의)? [가-힣]{2,4} 씨(?:다|이다)?\.")
"""Who holds the post that the sentence begins with: 원장은 은행 출신 N 씨."""
_HOLDS = regex(
    rf"[^.,“”]{{0,30}}?(?:이|가|에게|께) (?:각각 |새로 |함께 |같이 |공동으로 |나란히 |나눠 |이달부터 |바로 |"
    rf"[가-힣]{{1,4}}해 ){{0,2}}"
    rf"(?:맡|겸(?:한|하|직|임)|수행[하한했]|{TAKEN}|채[우운웠]|돌아[갔간]|잇[는게기]|이었)"
    r"|[^.,“”]{0,30}?[장수관표원사](?:으로|로) (?:바뀌|바뀐|교체)"
    r"|(?: [가-힣A-Za-z0-9·]+(?:\([^()]{1,20}\))?){0,6}?(?:(?:이다|입니다| ?씨(?:다|입니다)?|(?<=[장수관원사])다)\."
    r"|(?:이며|이고|인데|이었고|였고|이었는데|였는데)[ ,])"
)
_LEAVES = regex(r"물러[나났난]|떠[나났난]|사임|사퇴|퇴임|그만[두뒀둔]|내려[놓왔오]|자리를 옮|옮[겨기긴겼]")
"""«단장은 N 교수가 물러나고 M 교수가 넘겨받았다»: not the first one has the post."""
_MADE = regex(r"(?:으로|로)[ ,]")
_NOT_MADE = regex(r"추천|공천|거론|지목|내정|검토|착각|오인|언급|고려")
_ADNOMINAL = regex(r"(?:[은는인한던된낸친힌긴간온]) (?:바 있는 |적이? 있는 |[가-힣]{1,6} ){0,2}$|^신(?:의|인)? $")
_OBJECT = regex(
    r"(?: [가-힣A-Za-z0-9]+(?:\([^()]{1,20}\))?){0,4}?"
    r"(?:을|를) (?:(?:새|새로운|신임|초대|첫|차기|후임|공동|상임|비상임) ){0,2}"
)
_NEXT_CLAUSE = regex(
    r"(?:고|며|으나|지만|는데|[어아여]),? (?:후임(?:으로|에는?)? |그 자리(?:에는?"
    r"|를)? )?(?:[가-힣A-Za-z0-9]+ ){0,3}$"
)
"""Before the subject of a clause of its own: «N은 동장으로 옮겼고 M 과장이 정책과장을 맡았다»."""
_GIVER = regex(
    r"(?: [가-힣A-Za-z0-9·]+){0,4}?(?:으로부터|로부터|에게서|한테서|에 이어 |의 (?:뒤|바통|배턴|후임|빈자리|지휘봉))"
)
"""Behind the one from whom somebody takes a post over."""


def offices_told(analysis: Analysis, mentions: Mentions, bound: frozenset[Span]) -> Iterable[Office]:
    """An `Office` for each title not yet bound that a verb gives to a person of its sentence."""
    people = mentions.of("person", "person-short")
    if not people:
        return
    short = {(m.begin, m.end) for m in people if m.kind == "person-short"}
    covered = [m for m in people if m.kind == "person-short"]
    for title in mentions.of("title"):
        alone = (title.begin, title.end) in short or any(m.span.holds(title.span) for m in covered)
        called = _CALLED.match(analysis.text, title.end) or _held_behind(analysis.text, title, people)
        if title.span in bound or (alone and not called):
            continue
        sentence = analysis.sentence_at(title.begin)
        if sentence is None:
            continue
        told = (
            _told(analysis.text, sentence, title, people)
            or _with_next(analysis, sentence, title, mentions, people)
            or of_the_last(analysis, sentence, title, people)
        )
        if told is None:
            continue
        person, former, rule = told
        body = (
            body_in_title(mentions, title)
            or body_before(mentions, analysis.text, title.begin)
            or _body_at(mentions, analysis.text, title)
            or _body_behind(mentions, analysis.text, title)
            or (body_appointing(analysis.text, sentence, mentions, title) if rule == "office-to-post" else None)
        )
        yield Office(
            rule=rule,
            evidence=(Span(min(person.begin, title.begin), max(person.end, title.end)),),
            features=("office-told-by-verb", *(("office-body-told",) if body else ())),
            person=person,
            title=title.value.bare,
            title_span=title.span,
            organization=body,
            former=former or title.value.former or _once_there(analysis.text, body, title),
            acting=title.value.acting,
        )


def _once_there(text: str, body: Mention | None, title: Mention) -> bool:
    """Whether 전 stands before the body of a title: «N은 전 가온상의 사무국장이다»."""
    begin = body.begin if body and 0 <= title.begin - body.end <= 1 else title.begin
    return bool(_FORMERLY.search(text, max(begin - _FAR, 0), begin))


def _held_behind(text: str, title: Mention, people: list[Mention]) -> bool:
    """Whether the words behind a title name who holds it: «초대 원장은 N 교수가 맡는다»."""
    after = next((p for p in people if p.begin >= title.end and p.kind == "person"), None)
    if after is None or after.begin - title.end > _NEAR:
        return False
    return bool(_HELD_BY.match(text[title.end : after.begin]) and _HOLDS.match(text, after.end))


def _with_next(
    analysis: Analysis, sentence: Sentence, title: Mention, mentions: Mentions, people: list[Mention]
) -> tuple[Mention, bool, str] | None:
    """A post of a row that one verb tells: ``A 연구원과 B 본부장을 지냈다``, ``A 과장, B 국장, C 원장 등을 거쳤다``."""
    text, last = analysis.text, title
    for _ in range(_ROW):
        link = _LINKED.match(text, last.end, sentence.end)
        after = next((t for t in mentions.of("title") if t.begin >= last.end), None)
        if (
            link is None
            or after is None
            or after.begin - last.end > 30
            or re.search(r"[.“”]|[은는이가을를](?= )", text[link.end() : after.begin])
        ):
            whose = _row_told(text, sentence, title, last, people)
            return (whose, True, "office-told") if whose is not None else None
        told = _told(text, sentence, after, people) or of_the_last(analysis, sentence, after, people)
        if told is not None:
            ahead = told[0].begin > after.end and told[2] == "office-of-verb"  # ○○과장과 ○○원장을 거친 그는
            holds = told[1] or ALSO_HAS.match(text, after.end) is not None
            return told if holds and (told[0].end <= title.begin or ahead) else None
        last = after
    return None


def _row_told(text: str, sentence: Sentence, title: Mention, last: Mention, people: list[Mention]) -> Mention | None:
    """Whose posts a row tells that goes on, behind the ``last`` title known, with words that are none."""
    rest = _ROW_ENDS.match(text, last.end, sentence.end)
    if rest is None or _CLAUSE.search(text, last.end, rest.end()):
        return None
    topics = [p for p in people if sentence.begin <= p.begin and p.end <= title.begin and _is_topic(text, p)]
    return topics[-1] if topics and not re.search(r"[.“”]", text[topics[-1].end : title.begin]) else None


def _body_at(mentions: Mentions, text: str, title: Mention) -> Mention | None:
    """``로봇기업 누리랩에서 최고기술책임자를 지냈다``."""
    near = mentions.within(Span(max(title.begin - 40, 0), title.begin), "organization", "organization-short")
    return next((m for m in near if _AT.fullmatch(text, m.end, title.begin)), None)


def _body_behind(mentions: Mentions, text: str, title: Mention) -> Mention | None:
    """``단장으로 하는 추진단``, ``단장을 맡는 ‘○○추진단’``."""
    led = _LED.match(text, title.end)
    fits = fitting_body(title.value.bare)
    if led is None or fits is None:
        return None
    for mention in mentions.within(Span(led.end(), led.end() + 40), "organization", "organization-short"):
        gap = text[led.end() : mention.begin]
        if fits(mention) and not re.search(r"[,.“”]|(?<=[가-힣])[은는이가을를에] ", gap):
            return mention
    return None


def _told(text: str, sentence: Sentence, title: Mention, people: list[Mention]) -> tuple[Mention, bool, str] | None:
    """Whose title it is, whether it is past, and the rule."""
    mine = [p for p in people if sentence.begin <= p.begin < sentence.end]
    after = next((p for p in mine if p.begin >= title.end), None)
    if after is not None and _TO_POST.match(text[title.end : after.begin]) and _APPOINTED.match(text, after.end):
        return after, False, "office-to-post"
    past = FORMER.match(text, title.end)
    if after is not None and _HELD_BY.match(text[title.end : after.begin]) and (held := _HOLDS.match(text, after.end)):
        next_one = [p for p in mine if after.end < p.begin < held.end() and _LEAVES.search(text, after.end, p.begin)]
        return (next_one or [after])[-1], False, "office-held-by"
    made = _MADE.match(text, title.end)
    if made is not None and not _NOT_MADE.search(text[made.end() : made.end() + 12]):
        for person in reversed([p for p in mine if p.end <= title.begin]):
            if _OBJECT.fullmatch(text[person.end : title.begin]):
                return person, False, "office-made"
    if after is not None and (equal := _IS_ALSO.fullmatch(text, title.end, after.begin)):
        return after, equal["past"] is not None, "office-told"
    verb = past or NOW.match(text, title.end)
    if verb is None and (is_one := _IS.match(text, title.end)):
        topics = [p for p in mine if p.end <= title.begin and _is_topic(text, p)]
        if (
            topics
            and title.begin - topics[-1].end <= _NEAR
            and not re.search(r"[.“”]", text[topics[-1].end : title.begin])
        ):
            return topics[-1], is_one["past"] is not None, "office-told"
    if verb is None or NO_OFFICE.match(text, title.end):
        return None
    if title.value.bare in _DUTIES and text[title.end : title.end + 1] in ("을", "를"):
        return None  # 책임을 맡은 N
    former = past is not None or is_over(text, sentence, title, verb)
    if after is not None and after.begin - verb.end() <= 16:
        gap = text[verb.end() - 1 : after.begin]
        if _ADNOMINAL.search(gap) and not re.search(
            r"[,.“”]| (?:뒤|후|다음|이후|직후|이래|채|가운데|상태)(?![가-힣]{2})", gap[1:]
        ):
            return after, former, "office-of-verb"
    before = [p for p in mine if p.end <= title.begin]
    if before and not _is_topic(text, before[-1]) and _NEXT_CLAUSE.search(text, before[0].end, before[-1].begin):
        before = before[-1:]
    for person in sorted(before, key=lambda p: (_is_topic(text, p), p.begin), reverse=True):
        if "“" in text[person.end : title.begin] or "”" in text[person.end : title.begin]:
            return None
        if text.startswith((f" 전 {title.value.bare}", f" 前 {title.value.bare}"), person.end):
            continue  # «N 전 원장이 물러나면서 M 교수가 새 원장이 됐다»
        if _GIVER.match(text, person.end, title.begin):
            continue  # «M 교수가 N 교수로부터 바통을 이어받아 단장에 올랐다»
        if TOPIC.match(text, person.end) or (not former and _OBJECT.match(text[person.end : title.begin])):
            return person, former, "office-told"
    return None


def _is_topic(text: str, person: Mention) -> bool:
    """Whether 은/는 marks the person: it reaches over a clause with a subject of its own."""
    told = TOPIC.match(text, person.end)
    return told is not None and told.group().endswith(("은", "는"))
