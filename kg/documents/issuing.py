"""Who issues a document: the body of a release or a paper, the press organ of a page."""

import re

from kg.documents.bodies import BODY_NAME, HALLS, LEGAL_FORM
from kg.documents.colophon import Colophon, colophon
from kg.documents.frame import names_release
from kg.documents.headline import page_name
from kg.documents.labelled import of_a_field, of_the_report, of_the_sign
from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.model import DocumentKind
from kg.documents.papers import MINUTES
from kg.documents.press import (
    DATELINE,
    Publisher,
    beside_date,
    frame_words,
    is_organ,
    names_desk,
    organ_in,
    rights_holder,
    sign_off,
)
from kg.documents.signed import (
    names_desk_alone,
    of_the_fields,
    of_the_first_sentence,
    of_the_foot,
    of_the_headline,
    of_the_title,
    reads_as_paper,
    spaced_out,
)
from kg.documents.sitename import beside_stamp_line, issue_name, of_the_page, sign
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.lexicon.governments import is_government
from kg.patterns import regex
from kg.spans import Span

_OFFICE_LINE = regex(r"(?:\s[가-힣A-Za-z0-9·]{1,14}(?:실|국|과|관|팀|본부|단|센터))?\s*[\])>】]?")
_RELEASE = (
    r"(?:[\[【<(]\s*(?:보도\s?(?:참고|설명|해명)?\s?자료|참고\s?자료|브리핑)\s*[\]】>)]\s*"
    r"|보도\s?자료(?:\s{2,}|\s?[|ㅣ│]\s?))?"
)
_ISSUER = regex(rf"^{_RELEASE}[\[【<(]?\s*{LEGAL_FORM}(?P<name>{BODY_NAME})(?=\s|$|[|\]】>)A-Za-z])")
_CALLED = r"(?:논\s?평|성\s?명서?|입장문|기자회견문|공\s?고|고\s?시|공보|업무보고|브리핑|보도자료)"
_DESK = r"\s[가-힣A-Za-z0-9·]{1,14}(?:실|국|과|관|팀|본부|단)"
_SIGNED = regex(
    rf"{LEGAL_FORM}(?P<name>{BODY_NAME})(?:{_DESK})?(?:\s{_CALLED}(?:\s제?\s?\d{{2,4}}\s?[-–]\s?\d{{1,5}}\s?호)?)?"
)
_WITH_DAY = regex(r"\s+(?:배포|보도)\s?(?:일시|일자|시점|시각|일)(?![가-힣])")
"""When the release is given out, behind the name of who gives it: «가온도   배포일시 …   담당 …»."""
_COUNCIL = regex(
    r"(?P<name>(?:(?:[가-힣]{1,4}(?:특별자치도|특별자치시|광역시|특별시|도|시)|서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|"
    r"경남|제주)\s)?[가-힣]{1,9}(?:도|시|군|구)\s?의회)(?![가-힣])"
)
_OF_COUNCIL = regex(
    rf"{_COUNCIL.pattern}\s(?:[가-힣·]{{2,16}}(?:위원회|특위|사무처|사무국|전문위원|대변인)(?:\s|$)|제\s?\d{{1,4}}\s?회\s)"
)
"""A council's committee or desk as a line of a paper: «한빛시의회 산업건설위원회 수석전문위원 도윤재», or its
sitting: «한빛시의회 제281회 제2차 정례회 제1차 본회의 (2025. 11. 20.)»."""
_LEGAL = regex(
    r"(?:제\s?호|상\s?호|매체명|법인명|회사명|언론사명|신문명)\s*(?:[:：|]\s*)?(?:(?:\(주\)|㈜|주식회사)\s*)?"
    r"(?P<organ>[가-힣A-Za-z0-9&]{2,14}(?:\s[가-힣A-Za-z0-9&]{2,8})?)(?=\s*(?:[|ㅣ│,/(<]|\s[가-힣]{2,8}\s?[:：]|$))"
)
_ISSUED_BY = regex(
    rf"(?<![가-힣])(?:발행처|발행기관|펴낸\s?곳|발신|보낸\s?(?:곳|이)|배포처|작성기관|제출기관|발행\s?[:：]|제공기관|배포기관|출처)\s*[:：|]?\s*(?P<name>{BODY_NAME})(?=\s*(?:[|ㅣ,/(\])]|\s\s|$|\s[가-힣]{{2,10}}(?:\s|$)))"
)
_TRAIL = regex(
    r"(?P<name>[가-힣A-Za-z0-9&]{2,16}(?:\s[가-힣A-Za-z0-9]{2,8}){0,2})\s*(?:[>›»≫]\s*\S|\s/\s\S+(?:\s\S+)*\s/\s)"
)
_PAGE = regex(
    r"\s?(?:뉴스\d{0,2}|홈페이지|누리집|홈|공식\s?(?:홈페이지|누리집|블로그)|대표\s?(?:홈페이지|누리집)|포털)$"
)


_BEHIND_NAME = regex(r"\s+(?:보도\s?(?:참고|설명|해명)?\s?자료|UI|CI|로고)$")
"""What a release's first line says behind the name of who gives it out."""
_ITS_DESK = regex(
    r"(?P<name>[가-힣]{1,7}(?:특별자치도|특별자치시|광역시|특별시|도|시|군|구)(?:\s[가-힣]{1,6}[시군구])?)" + _DESK
)
_LEAD = regex(
    r"(?:\(주\)|㈜|주식회사)?\s*(?P<organ>[^|ㅣ│:>·•\t]{2,16}?)(?:\s*(?:[|ㅣ│>\t]|\(주\)|㈜|주식회사)|\s{2,})"
)
_SECTIONS = frozenset(
    {"기고", "칼럼", "사설", "시론", "시평", "오피니언", "인터뷰", "기획", "특집", "연재", "특별기고"}
)
"""Parts of a paper, which head articles as the paper's name does."""
_SKIPS = regex(r"바로가기")


def find_publisher(
    text: str, lines: list[Line], layout: Layout, kind: DocumentKind, lexicon: Lexicon
) -> Publisher | None:
    """The body that issues a release or keeps a council's page; else the press organ of dateline, masthead or copyright
    line.
    """
    found = _publisher(text, lines, layout, kind, lexicon)
    if found is None or found.name in _SECTIONS:
        return None
    name = _BEHIND_NAME.sub("", found.name)
    if desk := _ITS_DESK.fullmatch(name):
        name = desk["name"]
    return Publisher(name, Span(found.span.begin, found.span.begin + len(name))) if name != found.name else found


def _publisher(text: str, lines: list[Line], layout: Layout, kind: DocumentKind, lexicon: Lexicon) -> Publisher | None:
    first = layout.first if layout.first is not None else len(lines)
    if named := of_a_field(lines, first, lexicon) or of_the_report(text, lines, first, layout.bylines, lexicon):
        return named
    if kind in ("press-release", "council") and (issuer := _issuer(text, lines, layout, first, kind, lexicon)):
        return issuer
    over = layout.over if layout.over is not None else len(lines)
    for i, line in enumerate(lines[:over]):
        if layout.kinds[i] not in ("noise",) and (framed := _framed(line, lexicon)):
            return framed
    for i in layout.bylines:
        if i < first and (organ := issue_name(lines[i]) or organ_in(lines[i], lexicon)):
            return organ
    if body := of_the_fields("body", text, lines, first, lexicon):
        return body
    if names_desk_alone(text, lines, first, lexicon):
        whose = of_the_first_sentence(lines, first) or of_the_title(lines, layout, lexicon)
        if whose := whose or of_the_foot(text, lines, lexicon):
            return whose
    if named := sign(text, lines, first, lexicon):
        return named
    if (told := head_colophon(text, lines, layout, lexicon)) and told.publisher:
        return told.publisher
    if organ := of_the_fields("organ", text, lines, first, lexicon):
        return organ
    for i in layout.bylines:
        if i < first and (organ := beside_date(lines[i], text, lexicon)):
            return organ
    for i, line in reversed(list(enumerate(lines))):
        if layout.kinds[i] != "caption" and len(line.bare) < 200 and (holder := rights_holder(line, lexicon)):
            return holder
    for i, line in enumerate(lines):
        if (i < first or layout.kinds[i] != "body") and (is_organ(line.bare, lexicon)) and len(line.bare) <= 14:
            return Publisher(line.bare, Span(line.begin, line.end))
        if i < first and layout.kinds[i] == "masthead" and (desk := names_desk(line.bare, lexicon)):
            return Publisher(desk["organ"], Span(line.begin, line.begin + desk.end("organ")))
    if named := _beside_menu(lines, layout, first, lexicon):
        return named
    for i in layout.bylines:
        if organ := organ_in(lines[i], lexicon) or beside_date(lines[i], text, lexicon):
            return organ
    return (
        _of_the_trail(lines[:first], lexicon)
        or of_the_page(lines)
        or of_the_sign(lines, first, lexicon)
        or _of_the_issue(text, lines, layout, first, lexicon)
        or _signed_off(lines, lexicon)
        or beside_stamp_line(lines, [i for i in layout.bylines if i < first], first, layout.title, lexicon)
        or spaced_out(lines[: min(first, 6)])
        or _signed(lines[: min(first, 8)], layout, lexicon)
        or of_the_title(lines, layout, lexicon)
        or of_the_foot(text, lines, lexicon)
        or of_the_headline(text, lines, layout, first, lexicon)
        or (of_the_first_sentence(lines, first) if reads_as_paper(lines, first) else None)
    )


def _of_the_trail(lines: list[Line], lexicon: Lexicon) -> Publisher | None:
    """The organ or the body whose page it is, where the path to the page begins with it: «한빛군청 > 정보공개 > 예산»,
    «한빛TV 뉴스 / 시사 / 초대석».
    """
    for line in lines[:4]:
        told = _TRAIL.match(line.bare)
        if told is None or line.prose or len(line.bare) > 80:
            continue
        name = _PAGE.sub("", told["name"]).strip()
        if name.endswith(HALLS):
            name = name.removesuffix("청")
        if is_organ(name, lexicon) or (re.fullmatch(BODY_NAME, name) and name not in frame_words(lexicon)):
            return Publisher(name, Span(line.begin, line.begin + len(name)))
    return None


def head_colophon(text: str, lines: list[Line], layout: Layout, lexicon: Lexicon) -> Colophon | None:
    """The dated line of fields above the article."""
    first = layout.first if layout.first is not None else min(len(lines), 8)
    found = (colophon(text, line, lexicon) for line in lines[: min(first, 8)])
    return next((told for told in found if told is not None), None)


def _signed_off(lines: list[Line], lexicon: Lexicon) -> Publisher | None:
    """The station that a reporter names at the end of what is said on air: ``달빛방송 도윤재 기자입니다.``"""
    for line in lines:
        signed = sign_off(line.bare, lexicon)
        organ = signed[0].groupdict().get("organ") if signed else None
        if signed and organ and is_organ(organ.removesuffix("뉴스").strip() or organ, lexicon):
            told, start = signed[0], line.begin + signed[1]
            return Publisher(organ, Span(start + told.start("organ"), start + told.end("organ")))
    return None


def _signed(lines: list[Line], layout: Layout, lexicon: Lexicon) -> Publisher | None:
    """The body that signs a paper on a line of its own, perhaps with its desk and with what it calls the paper:
    «한빛시 스마트도시국», «한빛참여연대 성명서», «한빛시 공고 제2025-112호».
    """
    for i, line in enumerate(lines):
        told = _SIGNED.fullmatch(line.bare)
        if told and i != layout.title and told["name"] not in frame_words(lexicon):
            return Publisher(told["name"], Span(line.begin, line.begin + told.end("name")))
    return None


def _beside_menu(lines: list[Line], layout: Layout, first: int, lexicon: Lexicon) -> Publisher | None:
    """The organ with which a head line of menus or a foot line of legal notices begins, or which a title ends with."""
    over = layout.over if layout.over is not None else len(lines)
    for i, line in enumerate(lines):
        if len(line.bare) > 300 or (first <= i < over and (line.prose or i < len(lines) - 3)):
            continue
        told = _LEGAL.search(line.bare)
        if told and is_organ(told["organ"].strip(), lexicon):
            return Publisher(
                told["organ"].strip(), Span(line.begin + told.start("organ"), line.begin + told.end("organ"))
            )
        issued = _ISSUED_BY.search(line.bare)
        if issued:
            return Publisher(issued["name"], Span(line.begin + issued.start("name"), line.begin + issued.end("name")))
        if first <= i < over:
            continue
        lead = _LEAD.match(line.bare)
        if lead is not None:
            start, name = line.begin + lead.start("organ"), lead["organ"].strip()
            organ = is_organ(name, lexicon)
            hall = name.endswith(HALLS) and (organ or (i < first and _SKIPS.search(line.bare)))
            if hall and is_government(lexicon, name[:-1]):
                return Publisher(name[:-1], Span(start, start + len(name) - 1))
            if organ:
                return Publisher(name, Span(start, start + len(name)))
    for line in lines[: min(first, 8)]:
        if (named := page_name(line.bare, lexicon)) and named["organ"]:
            return Publisher(named["organ"], Span(line.begin + named.start("organ"), line.begin + named.end("organ")))
    return None


def _of_the_issue(text: str, lines: list[Line], layout: Layout, first: int, lexicon: Lexicon) -> Publisher | None:
    """The name before an issue's number (``[지역정책 소식 제3호]``), or the public body named beside the date."""
    for i, line in enumerate(lines[:first]):
        if layout.kinds[i] in ("noise", "caption", "contact"):
            continue
        if layout.kinds[i] != "title" and (issue := issue_name(line)):
            return issue
        if i in layout.bylines and find_stamps(text, line.begin, line.end, lexicon):
            body = re.match(rf"[\[(<【]?\s*(?P<name>{BODY_NAME})(?=\s|,|$|[|\]】>)])", line.bare)
            if body and body["name"] not in frame_words(lexicon):
                return Publisher(body["name"], Span(line.begin + body.start("name"), line.begin + body.end("name")))
    return None


def _framed(line: Line, lexicon: Lexicon) -> Publisher | None:
    match = DATELINE.match(line.bare)
    for group in ("organ", "organ2", "organ3", "organ5"):
        if match and match[group] and match[group].strip() not in frame_words(lexicon):
            return Publisher(match[group].strip(), Span(line.begin + match.start(group), line.begin + match.end(group)))
    return None


def _issuer(
    text: str, lines: list[Line], layout: Layout, first: int, kind: DocumentKind, lexicon: Lexicon
) -> Publisher | None:
    """The public body named in the frame, else the subject of the first sentence."""
    pattern = _COUNCIL if kind == "council" else _ISSUER
    minutes = layout.title is not None and MINUTES.fullmatch(lines[layout.title].bare)
    for i, line in enumerate(lines[:first]):
        signed = kind == "council" and not line.prose and len(line.bare) <= 50 and _OF_COUNCIL.match(line.bare)
        if (layout.kinds[i] in ("subtitle", "caption") and not signed) or (layout.kinds[i] == "title" and not minutes):
            continue
        match = pattern.search(line.bare)
        if match and match["name"].replace(" ", "") in frame_words(lexicon):
            continue
        if match and (
            kind == "council"
            or names_release(line, lexicon)
            or layout.kinds[i] == "masthead"
            or _OFFICE_LINE.fullmatch(line.bare, match.end("name"))
            or _WITH_DAY.match(line.bare, match.end("name"))
        ):
            name = match["name"].removesuffix("청") if match["name"].endswith(HALLS) else match["name"]
            start = line.begin + match.start("name")
            return Publisher(name, Span(start, start + len(name)))
    if kind == "council" and layout.title is not None and (match := _COUNCIL.search(lines[layout.title].bare)):
        line = lines[layout.title]
        return Publisher(match["name"], Span(line.begin + match.start("name"), line.begin + match.end("name")))
    if kind != "council":
        return of_the_headline(text, lines, layout, first, lexicon) or of_the_first_sentence(lines, first)
    for line in lines[first : first + 2]:
        if match := _COUNCIL.search(line.bare):
            return Publisher(match["name"], Span(line.begin + match.start("name"), line.begin + match.end("name")))
    return None
