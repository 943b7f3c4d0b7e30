"""Other names of a thing, nothing being renamed: «정식 이름은 ‘B’다», «A(약칭 B)», «‘B’로 불리는 A»."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.facts.renaming.names import closed, inside, names_told, opened, thing_of
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_SIGN = r"(?:이름|명칭|명|사업명|과제명|사업 이름|사업 명칭)"
_PROPER = (
    r"(?:정식|공식|본래|본디|행정상|(?:서류|문서|공문|공문서|예산서|계획서|보고서|공고문|행정 서류)"
    r"(?:상|에 (?:적힌|쓰인|오른|올라간|나온|적는|쓰는)|의))"
)
_HINT = regex(
    rf"{_PROPER} ?{_SIGN}|약칭|줄여|줄임말|애칭|별칭|별명|일명|이른바|이름하여|통칭|"
    r"라고[가-힣 ]{0,12} ?부[르른]|로[가-힣 ]{0,12} ?불[리린]|로[가-힣 ]{0,8} ?(?:알려[진져졌]|통[하한]|익숙)|\(이하"
)
_PROPER_BEFORE = regex(rf"(?<!새 ){_PROPER} ?{_SIGN}(?:은|는|이|으로는|상으로는|상)?[ ,:]*$")
_PROPER_BEHIND = regex(
    rf"(?:은|는|이|가|란|라는)? ?(?:[가-힣]{{1,6}} ){{0,2}}{_PROPER} ?{_SIGN}"
    r"(?:이다|이고|이며|이지만|인 |으로,|으로 [쓰삼]|을 (?:쓰|갖|가[진지]))"
)
_STATES = regex(r"(?:이?[다라란며고]|이?지만|인데|이?으?로[, ]|으로,|로,|이었|였)")
_SHORT_BEFORE = regex(
    r"(?:줄여(?:서)?|약칭(?:은|이|으로)?|줄임말(?:은|로)?|별칭(?:은|이)?|애칭(?:은|이)?|별명(?:은|이)?|통칭(?:은)?)"
    r"[ ,:]*$"
)
_SO_CALLED_BEFORE = regex(r"(?:일명|이른바|이름하여|속칭|소위)[ ,:]*$")
_CALLED = regex(
    r"(?:이?라는 (?:이름|별칭|애칭|별명|약칭)(?:으로)?|이?라고|이?라|으로|로)(?:도|는)? (?:[가-힣]{1,6} ){0,2}?"
    r"(?P<verb>부르는|부른다|부르며|부르고|불린다|불리는|불리며|불리고|통한다|통하는|통하며|알려진|알려져|알려졌|줄여|익숙한)"
    r"(?! ?(?:던|왔|기로|게 된|게 됐))"
)
_NICKNAMED = regex(
    r"이?(?:라는|란) (?:[가-힣]{1,6} ){0,2}?(?:별명|별칭|애칭|별호|이름)(?:이|을|도|까지|마저|부터)? ?"
    r"(?:[가-힣]{1,4} ){0,2}?"
    r"(?:붙[었은였]|얻[었은]|생[겼긴]|달[렸린았]|나[왔돌]|떠[돌도])"
)
"""«업계에서는 벌써 ‘B’라는 별명이 붙었다»."""
_SPEAKERS = regex(
    r"(?<![가-힣])(?:[가-힣]{1,8}들(?: 사이)?|업계|주민|농민|어민|상인|시민|도민|군민|구민|사람|학생|동네|현장|안팎|"
    r"이용자|어르신|지역|마을|장터|인터넷|누리꾼|청 안|시청 안|도청 안)"
    r"(?:은|는|이|가|에서는|에선|에서|사이에서는|사이에선)(?![가-힣])|"
    r"(?<![가-힣])(?:벌써|흔히|다들|입말로|우스개로|속칭|농담처럼|장난처럼)(?![가-힣])"
)
"""Who calls a thing by a name that nobody gave it: no renaming."""
_ADNOMINAL = ("부르는", "불리는", "통하는", "알려진", "익숙한")
_BEHIND_ADNOMINAL = regex(r" (?:[가-힣]{1,8},? ){0,3}$")
_CHANGED = regex(
    r"바꾸|바꿔|바꿨|바뀌|바뀐|변경|확정|정했|정하기|결정|개칭|개명"
    r"|새 (?:이름|명칭|간판)|다시 지|옛 이름|이전 이름"
)
_FROM_NOW = regex(r"(?:앞으로|이제|부터)(?:는)? $")
"""«‘A’는 앞으로 ‘B’로 불린다»: another name from then on."""
_BRACKET = regex(
    r"\s?(?:사업|조례|프로젝트|계획)?\s?\((?:이하|약칭|일명|별칭|애칭|통칭|줄여서)(?: (?:약칭|‘?명칭))?[ ,:]*"
    r"[‘'“\"「『]?(?P<name>[가-힣A-Za-z0-9+·\- ]{2,20}?)[’'”\"」』]?\)"
)
_TOPIC = regex(r"(?: ?(?:사업|과정|시설|단지))?(?:은|는|이|가|을|를|도|의)(?![가-힣])|, ?$|\s?\(")
_SPEAKS_OF_NAME = regex(r"이름|명칭|사업명|과제명|줄여|약칭|별칭|애칭")
_BESIDE = regex(r"(?: ?(?:사업|프로젝트|계획))?(?:은|는|이|가)?[, (]*")
_SCOLDED = regex(
    r"(?:이?라(?:고|는|며)|이?란) (?:[가-힣]{1,6} ){0,2}(?:비판|지적|꼬집|비꼬|혹평|우려|주장|말이|조롱|평가|표현)"
)
_LEAD = 24
_REACH = 260


class Alias(NamedTuple):
    """A thing's name and another that it bears; ``proper`` tells that the other is its official one."""

    name: Span
    other: Span
    proper: bool


def find_aliases(analysis: Analysis, mentions: Mentions) -> Iterator[Alias]:
    """Pairs of names of one program or facility, each as it stands in the text."""
    text = analysis.text
    for sentence in analysis.sentences:
        if not _HINT.search(text, sentence.begin, sentence.end):
            continue
        names = names_told(text, sentence, mentions)
        for name in names:
            if thing_of(mentions, name) and (bracket := _BRACKET.match(text, closed(text, name.end))):
                other = Span(*bracket.span("name"))
                if not _ends(text, name, other):
                    yield Alias(name, other, False)
        for other in names:
            yield from _told(analysis, sentence, mentions, names, other)


def _ends(text: str, name: Span, other: Span) -> bool:
    """Whether the other name is only the last word of the name: «A 관제센터(이하 관제센터)»."""
    return text[name.begin : name.end].replace(" ", "").endswith(text[other.begin : other.end].replace(" ", ""))


def _told(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, names: list[Span], other: Span
) -> Iterator[Alias]:
    """What the words round a name in the sentence tell it to be another name of."""
    text = analysis.text
    begin, end = opened(text, other.begin), closed(text, other.end)
    if (begin == other.begin and thing_of(mentions, other) is None) or _SCOLDED.match(text, end):
        return
    lead = text[max(begin - _LEAD, sentence.begin) : begin]
    if _CHANGED.search(text, sentence.begin, sentence.end) or _FROM_NOW.search(lead):
        return
    proper = bool(_PROPER_BEFORE.search(lead) and _STATES.match(text, end)) or bool(_PROPER_BEHIND.match(text, end))
    called = _CALLED.match(text, end)
    nickname = _NICKNAMED.match(text, end)
    popular = bool(nickname or called) and _SPEAKERS.search(text, sentence.begin, begin) is not None
    if called and called["verb"] in _ADNOMINAL and not proper:
        name = _follower(text, mentions, names, called.end())
        if name is not None:
            yield Alias(name, other, False)
            return
    so_called = _SO_CALLED_BEFORE.search(lead)
    if so_called is not None:
        name = _beside(text, mentions, names, begin - len(so_called.group()))
        if name is not None:
            yield Alias(name, other, False)
        return
    if proper or called or popular or _SHORT_BEFORE.search(lead):
        far = proper or popular or _sign_in(text, sentence, begin)
        name = _subject(analysis, sentence, mentions, names, other, far)
        if name is not None and name != other:
            yield Alias(name, other, proper)
        elif name is None and proper and thing_of(mentions, other):
            for coined in names:  # «이름하여 ‘B’, 정식 명칭은 ‘A’다»
                before = text[max(opened(text, coined.begin) - _LEAD, sentence.begin) : opened(text, coined.begin)]
                if coined.end <= other.begin and _SO_CALLED_BEFORE.search(before):
                    yield Alias(other, coined, False)


def _sign_in(text: str, sentence: Sentence, end: int) -> bool:
    """Whether the sentence speaks of a name before ``end``: «정식 이름은 길지만 청 안에서는 ‘B’라고 부른다»."""
    return _SPEAKS_OF_NAME.search(text, sentence.begin, end) is not None


def _follower(text: str, mentions: Mentions, names: list[Span], place: int) -> Span | None:
    """The thing that what is said of the other name qualifies: «‘B’로 불리는 A»."""
    following = next((n for n in names if n.begin >= place), None)
    if following is None or not thing_of(mentions, following):
        return None
    between = text[place : opened(text, following.begin)]
    return following if between == " " or _BEHIND_ADNOMINAL.fullmatch(between) else None


def _beside(text: str, mentions: Mentions, names: list[Span], end: int) -> Span | None:
    """The thing that is named directly before «이른바», «일명»."""
    for name in reversed([n for n in names if n.end <= end]):
        fits = _BESIDE.fullmatch(text, closed(text, name.end), end)
        return name if fits and thing_of(mentions, name) else None
    return None


def _subject(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, names: list[Span], other: Span, far: bool
) -> Span | None:
    """The thing of which another name is told: the one before it in the sentence, else (``far``) the last one named
    in the paragraph before.
    """
    text = analysis.text
    for name in reversed([n for n in names if n.end <= other.begin]):
        if thing_of(mentions, name) and _TOPIC.match(text, closed(text, name.end)):
            return name
    if not far:
        return None
    before = [
        m
        for m in mentions.before(sentence.begin, "program", "program-short", "organization")
        if (m.kind != "organization" or "Centre" in m.value.classes) and other.begin - m.end < _REACH
    ]
    if not before:
        return None
    last = max(before, key=lambda m: m.end)
    return Span(inside(text, last.begin), last.end)
