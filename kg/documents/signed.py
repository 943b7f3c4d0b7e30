"""Who issues a paper that bears no masthead: by the fields of its head, its title, its foot, its first sentence."""

import re

from kg.documents.bodies import BODY_NAME, LEGAL_FORM
from kg.documents.headfields import Field, FieldKind, head_fields, signs_off
from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.press import Publisher
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.lexicon.governments import is_government
from kg.patterns import regex
from kg.spans import Span

_SUBJECT = regex(
    rf"^[□○■◆▢●◦▲△▶◇❍❏ㅇ※•·\-\s]*{LEGAL_FORM}(?P<name>{BODY_NAME})\s?(?:\*{{1,2}})?\s?(?:\([^)]{{1,40}}\))?(?:는|은|가|이|와|과)\s"
)
_WITH_ITS_HEAD = regex(
    rf"^[□○■◆▢●◦▲△▶◇❍❏ㅇ※•·\-\s]*{LEGAL_FORM}(?P<name>{BODY_NAME})\s?"
    r"\((?:장관|청장|처장|위원장|실장|시장|도지사|지사|군수|구청장|교육감|원장|이사장|의장)\s[^)]{2,40}\)(?:는|은|가|이|와|과|,)\s"
)
"""Who issues a release begins a sentence of it with its name and, in brackets, its head."""
_OPENING = 8
_MADE_BY = regex(r"(?:작성|담당|소관|주관|생산)\s?(?:부서|과|자)\s?[:：]")
_AT_FRONT = regex(rf"(?P<name>{BODY_NAME})(?=\s)")
_BETWEEN_BARS = regex(r"[^|│ㅣ\s](?:[^|│ㅣ]*[^|│ㅣ\s])?")
_SPACED_NAME = regex(r"(?:[가-힣]\s){2,7}[가-힣]")
_ITEM = regex(r"[□○■◆▢●◦▲△▶◇❍❏ㅇ▣•]\s?\S")
"""How the sentences of a release or a paper begin, and those of an article do not."""
_PAPER = (
    r"(?:답변서|질문서|계획서?|시행계획|업무계획|보고서?|현황|자료|조서|결과|요약|개요|공고|고시|안내|브리핑문?|보도자료|건의서?|설명서|안건|의안|명세|"
    r"내역|대장|일람|목록|카드|방안|지침|백서)"
)
_OF_TITLE = regex(rf"(?P<name>{BODY_NAME})\s(?=.*{_PAPER}(?:\s?\([^()]*\))?(?:\s?(?:19|20)\d\d년?)?$)")
"""A paper's title that begins with whose paper it is: «달래군 군정질문 답변서»."""
_BEHIND_TITLE = regex(
    rf".{{6,}}(?:\s?\(|\s[–—\-]\s)(?P<name>{BODY_NAME})(?:(?=\s?[)(,]|$)|\s[가-힣A-Za-z0-9· ]{{1,24}}\)?$)"
)
"""A paper's title that ends with whose paper it is: «주요업무 현황(달래시)», «점검 카드 — 달래도(4. 10. 현재)»."""


_GIVEN_OUT = regex(r"배포|보도\s?(?:일시|일자|시점|요청|자료)|엠바고|즉시|[조석]간(?:\s?부터|\s?이후)?(?![가-힣])")
_NAMES_ITSELF = regex(rf"(?:[-–—]\s)?(?P<name>{BODY_NAME})(?=,\s|[·ㆍ\-–][가-힣]{{2,12}}[^,]{{0,30}},\s)")


def of_the_fields(kind: FieldKind, text: str, lines: list[Line], first: int, lexicon: Lexicon) -> Publisher | None:
    """The first body, or organ, that a dated line of the head names; ``first`` is the number of the article's first
    line.
    """
    fields = (f for line in lines[: min(first, 8)] for f in head_fields(text, line, lexicon) if f.kind == kind)
    told = next(fields, None)
    return _publisher(told) if told else None


def names_desk_alone(text: str, lines: list[Line], first: int, lexicon: Lexicon) -> bool:
    """Whether the head tells the desk that made the paper, but not whose desk it is."""
    return any(f.kind == "desk" for line in lines[: min(first, 8)] for f in head_fields(text, line, lexicon))


def of_the_foot(text: str, lines: list[Line], lexicon: Lexicon) -> Publisher | None:
    """The body that signs with the day below the text: «달래시의회 2026-05-12», «작성: 2026. 1. 15. 달래구 관광과»."""
    signed = (line for line in lines[-2:] if signs_off(text, line, lexicon))
    fields = (f for line in signed for f in head_fields(text, line, lexicon) if f.kind == "body")
    told = next(fields, None)
    return _publisher(told) if told else None


def of_the_title(lines: list[Line], layout: Layout, lexicon: Lexicon) -> Publisher | None:
    """The government or council that a paper's title begins or ends with, or any body that it begins with where a line
    beside it tells which desk made it.
    """
    if layout.title is None:
        return None
    line = lines[layout.title]
    beside = lines[max(0, layout.title - 2) : layout.title + 3]
    if any(_MADE_BY.search(x.bare) for x in beside) and (told := _AT_FRONT.match(line.bare)):
        return Publisher(told["name"], Span(line.begin, line.begin + told.end()))
    told = _OF_TITLE.match(line.bare, layout.title_offset) or _BEHIND_TITLE.match(line.bare, layout.title_offset)
    if told is None or not is_government(lexicon, told["name"].replace(" ", "").removesuffix("의회")):
        return None
    return Publisher(told["name"], Span(line.begin + told.start("name"), line.begin + told.end("name")))


def of_the_headline(text: str, lines: list[Line], layout: Layout, first: int, lexicon: Lexicon) -> Publisher | None:
    """The body with which the headline of a text that is given out to papers, or a line under it, begins: «달래시, AI
    학교 연다» above «보도일시 2026. 2. 26.(목) 즉시».
    """
    head = lines[: min(first, 8)]
    if not any(_GIVEN_OUT.search(x.bare) and find_stamps(text, x.begin, x.end, lexicon) for x in head):
        return None
    for i, line in enumerate(head):
        told = _NAMES_ITSELF.match(line.bare) if layout.kinds[i] in ("title", "subtitle") else None
        if told:
            return Publisher(told["name"], Span(line.begin + told.start("name"), line.begin + told.end("name")))
    return None


def of_the_first_sentence(lines: list[Line], first: int) -> Publisher | None:
    """The body that the first sentences of a release have for their subject, or with which one of those that open it
    begins and whose head it tells: «달래부(장관 도윤재)와 …는».
    """
    for form, reach in ((_SUBJECT, 2), (_WITH_ITS_HEAD, _OPENING)):
        for line in lines[first : first + reach]:
            if told := form.match(line.bare):
                return Publisher(told["name"], Span(line.begin + told.start("name"), line.begin + told.end("name")))
    return None


def spaced_out(lines: list[Line]) -> Publisher | None:
    """A body's name written with a space between its letters, as the cover of a paper has it: ``달 래 시``."""
    for line in lines:
        for piece in _BETWEEN_BARS.finditer(line.bare):
            name = re.sub(r"\s", "", piece.group())
            if _SPACED_NAME.fullmatch(piece.group()) and re.fullmatch(BODY_NAME, name):
                return Publisher(name, Span(line.begin + piece.start(), line.begin + piece.end()))
    return None


def reads_as_paper(lines: list[Line], first: int) -> bool:
    """Whether the text is set in items, as releases and papers are."""
    return first < len(lines) and _ITEM.match(lines[first].bare) is not None


def _publisher(told: Field) -> Publisher:
    return Publisher(told.name, told.span)
