"""What the head and the foot of a document tell of its making: publisher, reporters, places of the
dateline, address.
"""

import re

from kg.documents.colophon import Colophon, colophon
from kg.documents.frame import names_release
from kg.documents.headline import page_name
from kg.documents.layout import Layout
from kg.documents.lines import Line
from kg.documents.model import BlockKind, DocumentKind
from kg.documents.press import (
    DATELINE,
    SIGN_OFF,
    Publisher,
    beside_date,
    frame_words,
    is_organ,
    organ_in,
    rights_holder,
)
from kg.documents.reporters import EMAIL, Byline, is_byline, reporters, signatories
from kg.documents.sitename import beside_stamp_line, issue_name, sign
from kg.documents.stamps import find_stamps
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_BODY_NAME = (
    r"(?:(?:[가-힣]{1,4}(?:특별자치도|특별자치시|광역시|특별시|도)|서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|"
    r"경남|제주)\s(?:[가-힣]{1,4}시\s)?)?"
    r"[가-힣]{1,12}?(?:특별자치도|특별자치시|광역시|특별시|교육청|교육지원청|의회|위원회|시|도|군|구|부|처|청|원|공단|공사|"
    r"재단|센터|진흥원|연구원|대학교|테크노파크|상공회의소|협회|조합|병원)(?:\s?의회)?"
)

_OFFICE_LINE = regex(r"(?:\s[가-힣A-Za-z0-9·]{1,14}(?:실|국|과|관|팀|본부|단|센터))?\s*[\])>】]?")
_LEGAL_FORM = r"(?:[(（](?:재|사|주|유)[)）]|㈜|재단법인|사단법인)?\s?"
_RELEASE = (
    r"(?:[\[【<(]\s*(?:보도\s?(?:참고|설명|해명)?\s?자료|참고\s?자료|브리핑)\s*[\]】>)]\s*"
    r"|보도\s?자료(?:\s{2,}|\s?[|ㅣ│]\s?))?"
)
_ISSUER = regex(rf"^{_RELEASE}[\[【<(]?\s*{_LEGAL_FORM}(?P<name>{_BODY_NAME})(?=\s|$|[|\]】>)A-Za-z])")
_WITH_DAY = regex(r"\s+(?:배포|보도)\s?(?:일시|일자|시점|시각|일)(?![가-힣])")
"""When the release is given out, behind the name of who gives it: «가온도   배포일시 …   담당 …»."""
_SUBJECT = regex(rf"^[□○■◆▢\s]*{_LEGAL_FORM}(?P<name>{_BODY_NAME})\s?(?:\([^)]{{1,40}}\))?(?:는|은|가|이)\s")
_COUNCIL = regex(
    r"(?P<name>(?:(?:[가-힣]{1,4}(?:특별자치도|특별자치시|광역시|특별시|도|시)|서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|"
    r"경남|제주)\s)?[가-힣]{1,9}(?:도|시|군|구)\s?의회)(?![가-힣])"
)
_LEGAL = regex(
    r"(?:제\s?호|상\s?호|매체명|법인명|회사명|언론사명|신문명)\s*[:：|]?\s*(?:\(주\)|㈜|주식회사)?\s*"
    r"(?P<organ>[가-힣A-Za-z0-9&]{2,14}(?:\s[가-힣A-Za-z0-9&]{2,8})?)(?=\s*(?:[|ㅣ│,/(<]|\s[가-힣]{2,8}\s?[:：]|$))"
)
_ISSUED_BY = regex(
    rf"(?:발행처|발행기관|펴낸\s?곳|발신|보낸\s?(?:곳|이)|배포처|작성기관|제출기관|발행\s?[:：]|제공기관|배포기관|출처)\s*[:：|]?\s*(?P<name>{_BODY_NAME})(?=\s*(?:[|ㅣ,/(\])]|\s\s|$|\s[가-힣]{{2,10}}(?:\s|$)))"
)
_URL = regex(r"https?://[^\s<>\"'”’)\]]+")
_TAIL = regex(
    rf"(?:[가-힣]{{2,4}}\s?(?:[가-힣]{{0,3}}기자)\s*[=/|]?\s*)?{EMAIL.pattern}\s*$|(?<=[.다])\s*[/(]\s?[가-힣]{{2,4}}\s?(?:[가-힣]{{0,3}}기자)\)?\s*$"
)


def _signature(words: str) -> re.Match[str] | None:
    """A reporter's name or address at the end of a line."""
    return _TAIL.search(words) if "@" in words or "protected" in words or "기자" in words[-16:] else None


def find_publisher(
    text: str, lines: list[Line], layout: Layout, kind: DocumentKind, lexicon: Lexicon
) -> Publisher | None:
    """The body that issues a release or keeps a council's page; else the press organ of dateline,
    masthead or copyright line.
    """
    first = layout.first if layout.first is not None else len(lines)
    if kind in ("press-release", "council") and (issuer := _issuer(text, lines, layout, first, kind, lexicon)):
        return issuer
    over = layout.over if layout.over is not None else len(lines)
    for i, line in enumerate(lines[:over]):
        if layout.kinds[i] not in ("noise",) and (framed := _framed(line, lexicon)):
            return framed
    for i in layout.bylines:
        if i < first and (organ := issue_name(lines[i]) or organ_in(lines[i], lexicon)):
            return organ
    if named := sign(text, lines, first, lexicon):
        return named
    if (told := _colophon(text, lines, layout, lexicon)) and told.publisher:
        return told.publisher
    for i in layout.bylines:
        if i < first and (organ := beside_date(lines[i], text, lexicon)):
            return organ
    for i, line in reversed(list(enumerate(lines))):
        if layout.kinds[i] != "caption" and len(line.bare) < 200 and (holder := rights_holder(line, lexicon)):
            return holder
    for i, line in enumerate(lines):
        if (i < first or layout.kinds[i] != "body") and (is_organ(line.bare, lexicon)) and len(line.bare) <= 14:
            return Publisher(line.bare, Span(line.begin, line.end))
    if named := _beside_menu(lines, layout, first, lexicon):
        return named
    for i in layout.bylines:
        if organ := organ_in(lines[i], lexicon) or beside_date(lines[i], text, lexicon):
            return organ
    return (
        _of_the_page(lines)
        or _of_the_issue(text, lines, layout, first, lexicon)
        or _signed_off(lines, lexicon)
        or beside_stamp_line(lines, [i for i in layout.bylines if i < first], first, layout.title, lexicon)
        or _spaced_out(lines[: min(first, 6)])
    )


def _colophon(text: str, lines: list[Line], layout: Layout, lexicon: Lexicon) -> Colophon | None:
    """The dated line of fields above the article."""
    first = layout.first if layout.first is not None else min(len(lines), 8)
    found = (colophon(text, line, lexicon) for line in lines[: min(first, 8)])
    return next((told for told in found if told is not None), None)


def _signed_off(lines: list[Line], lexicon: Lexicon) -> Publisher | None:
    """The station that a reporter names at the end of what is said on air: ``달빛방송 도윤재 기자입니다.``"""
    for line in lines:
        told = SIGN_OFF.search(line.bare)
        if told and is_organ(told["organ"].removesuffix("뉴스").strip() or told["organ"], lexicon):
            return Publisher(told["organ"], Span(line.begin + told.start("organ"), line.begin + told.end("organ")))
    return None


def _spaced_out(lines: list[Line]) -> Publisher | None:
    """A body's name written with a space between its letters, as the cover of a paper has it: ``달 래 시``."""
    for line in lines:
        if re.fullmatch(r"(?:[가-힣]\s){2,7}[가-힣]", line.bare) and re.fullmatch(_BODY_NAME, line.squeezed):
            return Publisher(line.squeezed, Span(line.begin, line.end))
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
        lead = re.match(
            r"(?:\(주\)|㈜|주식회사)?\s*(?P<organ>[^|ㅣ│:>·•]{2,16}?)\s*(?:[|ㅣ│>]|\s{2,}|\(주\)|㈜|주식회사)",
            line.bare,
        )
        if lead and is_organ(lead["organ"].strip(), lexicon):
            start = line.begin + lead.start("organ")
            return Publisher(lead["organ"].strip(), Span(start, start + len(lead["organ"].strip())))
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
            body = re.match(rf"[\[(<【]?\s*(?P<name>{_BODY_NAME})(?=\s|,|$|[|\]】>)])", line.bare)
            if body:
                return Publisher(body["name"], Span(line.begin + body.start("name"), line.begin + body.end("name")))
    return None


def _framed(line: Line, lexicon: Lexicon) -> Publisher | None:
    match = DATELINE.match(line.bare)
    for group in ("organ", "organ2", "organ3", "organ5"):
        if match and match[group] and match[group].strip() not in frame_words(lexicon):
            return Publisher(match[group].strip(), Span(line.begin + match.start(group), line.begin + match.end(group)))
    return None


def _of_the_page(lines: list[Line]) -> Publisher | None:
    """The organ that the datelines of the page's other articles name more than once."""
    seen: dict[str, list[Publisher]] = {}
    for line in lines:
        for match in re.finditer(
            r"\[(?:[가-힣]{2,4}\s?=\s?)?(?P<organ>[가-힣A-Za-z0-9]{2,10}(?:\s[가-힣]{2,4})?)\s?=\s?[가-힣]{2,4}\s?\]",
            line.bare,
        ):
            found = Publisher(match["organ"], Span(line.begin + match.start("organ"), line.begin + match.end("organ")))
            seen.setdefault(found.name, []).append(found)
    best = max(seen.values(), key=len, default=[])
    return best[0] if len(best) >= 2 else None


def _issuer(
    text: str, lines: list[Line], layout: Layout, first: int, kind: DocumentKind, lexicon: Lexicon
) -> Publisher | None:
    """The public body named in the frame, else the subject of the first sentence."""
    pattern = _COUNCIL if kind == "council" else _ISSUER
    for i, line in enumerate(lines[:first]):
        if layout.kinds[i] in ("subtitle", "caption") or (
            layout.kinds[i] == "title" and not line.squeezed.endswith("회의록")
        ):
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
            return Publisher(match["name"], Span(line.begin + match.start("name"), line.begin + match.end("name")))
    if kind == "council" and layout.title is not None and (match := _COUNCIL.search(lines[layout.title].bare)):
        line = lines[layout.title]
        return Publisher(match["name"], Span(line.begin + match.start("name"), line.begin + match.end("name")))
    for line in lines[first : first + 2]:
        if match := (_COUNCIL if kind == "council" else _SUBJECT).search(line.bare):
            return Publisher(match["name"], Span(line.begin + match.start("name"), line.begin + match.end("name")))
    return None


def find_byline(text: str, lines: list[Line], layout: Layout, kind: DocumentKind, lexicon: Lexicon) -> list[Byline]:
    """The reporters, each once, of byline lines, datelines and signatures."""
    if kind == "press-release":
        return []
    found: dict[str, Byline] = {}
    over = layout.over if layout.over is not None else len(lines)
    first = layout.first if layout.first is not None else len(lines)
    for i, line in enumerate(lines[: over + 2]):
        stamped = i < first and layout.kinds[i] == "masthead"
        if (
            i in layout.bylines
            or stamped
            or (i >= over and not found and is_byline(text, line.begin, line.end, lexicon))
        ):
            for byline in signatories(text, line.begin, line.end, lexicon):
                found.setdefault(byline.name, byline)
        elif (framed := DATELINE.match(line.bare)) and i < over:
            for byline in reporters(text, line.begin, line.begin + framed.end(), lexicon):
                found.setdefault(byline.name, byline)
        elif i >= first and (off := SIGN_OFF.search(line.bare)):
            span = Span(line.begin + off.start("who"), line.begin + off.end("who"))
            found.setdefault(off["who"], Byline(off["who"], span))
        elif i >= first and layout.kinds[i] == "body" and (tail := _signature(line.bare)):
            for byline in reporters(text, line.begin + tail.start(), line.end, lexicon):
                found.setdefault(byline.name, byline)
    if not found and (told := _colophon(text, lines, layout, lexicon)) and told.author:
        return [told.author]
    return list(found.values())


def find_dateline(text: str, lines: list[Line], layout: Layout) -> tuple[tuple[str, Span], ...]:
    """The places that the article's own dateline names."""
    over = layout.over if layout.over is not None else len(lines)
    for i, line in enumerate(lines[:over]):
        match = DATELINE.match(line.bare)
        for group in ("place", "place2", "place4", "place6"):
            if match and match[group] and layout.kinds[i] != "noise":
                start = line.begin + match.start(group)
                return tuple(
                    (p.group(), Span(start + p.start(), start + p.end()))
                    for p in re.finditer(r"[가-힣]+", match[group])
                )
    return ()


def find_url(text: str) -> str | None:
    """The page's own address, where it is told in its first or last lines."""
    for part in (text[:300], text[-300:]):
        if (match := _URL.search(part)) and len(match.group()) > 20:
            return match.group().rstrip(".,")
    return None


def split_framed(text: str, line: Line, kind: BlockKind) -> list[tuple[int, int, BlockKind]]:
    """A line of the article without its dateline at the front and its signature at the end."""
    if kind not in ("body", "caption"):
        return [(line.begin, line.end, kind)]
    pieces: list[tuple[int, int, BlockKind]] = []
    begin, end = line.begin, line.end
    if (framed := DATELINE.match(line.bare)) and framed.end():
        pieces.append((begin, begin + len(framed.group().rstrip()), "byline"))
        begin += framed.end()
    tail = _signature(text[begin:end])
    signature: list[tuple[int, int, BlockKind]] = []
    if tail and tail.start() > 10:
        signature.append((begin + tail.start(), end, "byline"))
        end = begin + len(text[begin : begin + tail.start()].rstrip())
    if begin < end:
        pieces.append((begin, end, kind))
    return pieces + signature
