"""Heads that a body gets, told before their names: «추진단은 새 단장을 맞았다. N 교수가 바통을 이어받았다»."""

from collections.abc import Iterator

from kg.facts.model import Office
from kg.facts.office.bodies import body_in_title
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_NEW = r"(?:새(?:로운)?|신임|첫|초대|차기|제?\d+대|후임) "
_WELCOMES = regex(rf"(?P<mark>은|는|이|가|도|에|에는|에도) (?:[가-힣]+ )?{_NEW}(?:[가-힣]+ )?$")
_GOT = regex(
    r"(?:을|를) (?:새로 |공식 |최근 )?(?:맞았|맞이[했한하]|맞는다|맞아|맞게|맞을|들였|들인|영입|뽑았|뽑은|앉[혔히힌]"
    r"|찾았|찾은|모셨|모신"
    r"|선임|임명|위촉|선출|발탁|세웠|얻었|갖게)"
    r"|(?:이|가) (?:왔|온다|오[게고며]|부임|취임|앉[았는게]|들어[섰서왔]|나[왔타])"
)
_CHANGED = regex(
    r"(?:은|는|이|가|도)? ?(?:자리[가도는] )?(?:[가-힣]+ )?(?:바뀌|바뀐|바뀔|교체|새 얼굴|새 사람|새 주인|얼굴이 바)"
)
_TAKES = regex(
    r"[^.“”]{0,60}?(?:(?:바통|배턴|자리|직|지휘봉|키|운전대|사령탑|방향타|빈자리|뒤)(?:을|를)? ?(?:[가-힣]+ )?"
    r"(?:이어받|넘겨받|물려받|건네받|쥐[었고게]|쥔|쥘|잡[았는고게]|잇는|이었|이어 |채[웠우운])"
    r"|취임|부임|임명|위촉|선임|선출|발탁|낙점|내정|추대|영입|앉[았게는힌혔]|올랐|오른다|맡[았는아게고]|이끈|이끌|지휘|왔다)"
)
_CARRIES = regex(
    r"(?: ?\([^()]{1,24}\))?(?: ?[가-힣A-Za-z0-9·]+(?: [가-힣A-Za-z0-9·]+){0,4}?)??"
    r"(?:이|가|은|는|을|를|에게)(?![가-힣])"
)
_GIVER = regex(
    r"(?: [가-힣A-Za-z0-9·]+){0,4}?(?:으로부터|로부터|에게서|한테서|의 (?:뒤|바통|배턴|자리|후임|빈자리|지휘봉))"
)
_TITLES = ("장", "대표", "이사", "사령탑", "수장", "총감독", "감독")
_NEXT = 2
"""In so many sentences from the one on who comes is told."""


def heads_welcomed(analysis: Analysis, mentions: Mentions) -> Iterator[Office]:
    """The post for whoever the next words tell to take it up: first person that is subject and has no other bearer."""
    text = analysis.text
    for title in mentions.of("title"):
        sentence = analysis.sentence_at(title.begin)
        if sentence is None or not title.value.bare.endswith(_TITLES):
            continue
        body = _welcoming(text, sentence, mentions, title)
        if body is None:
            continue
        new = _comer(analysis, sentence, mentions, title)
        if new is not None:
            yield Office(
                rule="office-taken-over",
                evidence=(title.span, new.span),
                features=("office-told-by-verb", "office-body-told"),
                person=new,
                title=title.value.bare,
                title_span=title.span,
                organization=body,
                former=False,
                acting=title.value.acting,
            )


def _welcoming(text: str, sentence: Sentence, mentions: Mentions, title: Mention) -> Mention | None:
    """The body that gets a new head: it stands before «새 단장», or in the title of a post that has changed hands."""
    if (inner := body_in_title(mentions, title)) is not None and inner.begin == title.begin:
        return inner if _CHANGED.match(text, title.end, sentence.end) else None
    if not _GOT.match(text, title.end, sentence.end):
        return None
    for body in reversed(mentions.within(sentence.span, "organization", "organization-short")):
        if body.end <= title.begin and _WELCOMES.fullmatch(text, body.end, title.begin):
            return body
    return None


def _comer(analysis: Analysis, sentence: Sentence, mentions: Mentions, title: Mention) -> Mention | None:
    """Who takes the post up, by the verb of this sentence or the next one."""
    text = analysis.text
    for other in analysis.sentences[sentence.index : sentence.index + _NEXT]:
        if other.paragraph != sentence.paragraph:
            break
        for person in mentions.within(other.span, "person"):
            if person.begin < title.end or _GIVER.match(text, person.end, other.end):
                continue
            told = _CARRIES.match(text, person.end, other.end)
            if told is not None and _TAKES.match(text, told.end(), other.end):
                return person
            if told is not None and told.group().endswith(("은", "는", "이", "가")):
                return None  # somebody else of whom something else is told
    return None
