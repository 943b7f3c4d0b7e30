"""What a page tells of its article: title, day, publisher, reporters and address, from all places that may say it.

Machines' data can be wrong for one page (a site's name as the title of all its pages); what people see on the page
decides, where both are there.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from kg.documents.formats.days import day_of
from kg.documents.formats.page.board import Row, board_rows
from kg.documents.formats.page.element import names_of, short_words
from kg.documents.formats.page.metadata import Metadata
from kg.documents.reporters import is_name

_HEADLINE = frozenset((
    "title", "tit", "headline", "subject", "ttl", "subj", "heading", "제목",
))  # fmt: skip
_NO_HEADLINE = frozenset((
    "list", "site", "logo", "sub", "menu", "side", "related", "comment", "lnb", "gnb", "snb", "page", "cont2",
    "footer", "header",
))  # fmt: skip
_BETWEEN = re.compile(r"\s+[|ㅣ│<>»«:·]+\s+|\s+[-–—]\s+|\s*[|ㅣ│]\s*|\s*&lt;\s*|\s*::+\s*")
_PORTALS = re.compile(
    r"(?:네이버|naver|다음|daum|카카오|kakao|네이트|nate|줌|zum|구글|google|facebook|페이스북|x|twitter|youtube)"
    r"(?:\s?뉴스)?\b",
    re.I,
)
_SITE = re.compile(r"(?:홈페이지|누리집|대표\s?포털|포털|사이트|에 오신 것을 환영합니다)\s*$")
_ORGAN = re.compile(
    r"(?:시청|도청|군청|구청|의회|교육청|특별시|광역시|특별자치[시도]|[가-힣]도|일보|신문|뉴스|방송|타임[즈스]|저널|경제"
    r"|부|처|원|재단|공사|공단)$"
)
_PAPER = re.compile(r"(?:[시도군구]청|의회|교육청|일보|신문|뉴스|방송|타임[즈스]|저널|미디어|투데이|매일|경제)$")
_RANK = re.compile(
    r"(?:[가-힣]{0,4}기자|특파원|논설위원|[가-힣A-Za-z]*(?:부|팀|실|국|과|청|원|센터|본부|뉴스|일보|신문|방송))"
)
_PERSON = re.compile(r"(?P<name>[가-힣]{2,4})\s?(?:(?:[가-힣]{0,4}기자|특파원|논설위원|칼럼니스트|PD|에디터|통신원)|$)")
_REPORTER = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s?(?:[가-힣]{0,4}기자|특파원)(?![가-힣])")
_RIGHTS = re.compile(
    r"(?:copyrights?|저작권자?|ⓒ|©|\(c\))[\s:ⓒ©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d[\s.\-~]*(?:(?:19|20)\d\d)?\s*)?(?:by\s+)?\s*"
    r"(?P<name>[가-힣][가-힣A-Za-z0-9 ]{1,18}?)(?=[\s.,|(]*(?:all\s|무단|\.|,|$|\|))",
    re.I,
)


class Told(NamedTuple):
    """What a page tells; empty where it tells nothing. ``read`` are the elements whose words are told with it."""

    title: str
    publisher: str
    published: str
    byline: tuple[str, ...]
    url: str
    read: frozenset[HtmlElement]


def told_by(page: HtmlElement, metadata: Metadata, container: HtmlElement) -> Told:
    """Gather what a page tells of the article in ``container``."""
    rows = [r for r in board_rows(page) if r.holder is not container and container not in r.holder.iterdescendants()]
    title, heading = _title(page, metadata, container, rows)
    heads = _heads(container, rows)
    return Told(
        title,
        _publisher(page, metadata, rows),
        _published(page, metadata, rows, container),
        _byline(page, metadata, rows),
        metadata.urls[0] if metadata.urls else "",
        frozenset({*heads, *([heading] if heading is not None else [])}),
    )


def _heads(container: HtmlElement, rows: list[Row]) -> Iterator[HtmlElement]:
    """The board's rows that stand in the article's own element."""
    for row in rows:
        holder = row.holder
        if container in holder.iterancestors():
            yield holder


def _title(
    page: HtmlElement, metadata: Metadata, container: HtmlElement, rows: list[Row]
) -> tuple[str, HtmlElement | None]:
    """The title, and the element in which the page shows it."""
    shown = [(short_words(e, 200), e) for e in _headings(page, container)]
    shown = [(words, e) for words, e in shown if len(words) >= 4]
    for row in rows:
        if row.kind == "title" and len(row.value) >= 4:
            same = next((e for words, e in shown if _same(words, row.value)), None)
            return row.value, same
    for told in metadata.titles:
        for words, element in shown:
            if _same(words, told) or any(_same(words, part) for part in _BETWEEN.split(told) if len(part) >= 8):
                return words, element
    if all(_is_site(t, metadata) for t in metadata.titles):
        return shown[0] if shown and not _is_site(shown[0][0], metadata) else ("", None)
    return _without_site(metadata.titles[0], metadata), None


def _headings(page: HtmlElement, container: HtmlElement) -> list[HtmlElement]:
    """The headings in and above an article's element, the nearest above it first."""
    above: list[HtmlElement] = []
    inside: list[HtmlElement] = []
    seen = False
    within = set(container.iterdescendants())
    for element in page.iter():
        if element is container:
            seen = True
        if not isinstance(element.tag, str):
            continue
        heading = element.tag in ("h1", "h2", "h3", "h4")
        if not heading and element.tag in ("div", "p", "strong", "span", "td", "th", "dt", "em", "li"):
            names = names_of(element)
            heading = bool(names & _HEADLINE) and not names & _NO_HEADLINE
        if heading:
            if element in within:
                inside.append(element)
            elif not seen:
                above.append(element)
    return [*reversed(above), *inside[:3]]


def _same(shown: str, told: str) -> bool:
    """Whether a heading is what the metadata call the title: equal but for spaces and quotation marks, or cut short."""
    a, b = (re.sub(r"[^가-힣A-Za-z0-9]", "", words) for words in (shown, told))
    return len(b) >= 4 and (a == b or (len(b) >= 12 and a.startswith(b)))


def _is_site(title: str, metadata: Metadata) -> bool:
    """Whether a title is that of a site or a board, not of a page."""
    parts = [p.strip() for p in _BETWEEN.split(title) if p.strip()]
    if re.search(r"[,…“”‘’\"'?!]|\d", title):
        return False
    return all(len(p.replace(" ", "")) <= 10 or _SITE.search(p) or p in metadata.publishers for p in parts)


def _without_site(title: str, metadata: Metadata) -> str:
    """A title without the names of board and site behind it."""
    parts = [p.strip() for p in _BETWEEN.split(title) if p.strip()]
    if len(parts) < 2:
        return title
    told = [
        p
        for n, p in enumerate(parts)
        if not (p in metadata.publishers or _SITE.search(p) or _PORTALS.match(p))
        and not (n in (0, len(parts) - 1) and len(p) <= 12 and _PAPER.search(p))
    ]
    longest = max(told or parts, key=len)
    return longest if len(longest) >= 12 or len(told) < 2 else title


def _publisher(page: HtmlElement, metadata: Metadata, rows: list[Row]) -> str:
    for told in metadata.publishers:
        name = re.sub(r"^@|https?://\S+|^(?:\(주\)|㈜)\s*", "", told.split("|")[0]).strip()
        if rights := _RIGHTS.search(name):
            name = rights["name"]
        name = _SITE.sub("", name).strip()
        if 2 <= len(name) <= 24 and not _PORTALS.match(name) and re.match(r"[가-힣A-Z]|[a-z]+[가-힣]", name):
            return name
    for part in reversed(_BETWEEN.split(metadata.titles[-1]) if metadata.titles else []):
        name = _SITE.sub("", part).strip()
        if 2 <= len(name) <= 14 and _ORGAN.search(name):
            return name
    for element in reversed(list(page.iter("footer", "address", "p", "div", "td", "span", "small", "li"))):
        if (words := short_words(element, 160)) and (rights := _RIGHTS.search(words)):
            return rights["name"].strip()
    return ""


def _published(page: HtmlElement, metadata: Metadata, rows: list[Row], container: HtmlElement) -> str:
    days = [row.value for row in rows if row.kind == "day"]
    times = [t for t in page.iter("time", "span", "p", "em") if (t.get("itemprop") or "").lower() == "datepublished"]
    marked = [t.get("datetime") or t.get("content") or short_words(t, 60) for t in times]
    stamped = [e.get("data-date-time") or "" for e in page.iter("span", "em") if e.get("data-date-time")]
    timed = [t.get("datetime") or "" for t in page.iter("time") if not _in_list(t)]
    return next((day for told in (*metadata.days, *marked, *stamped, *days, *timed) if (day := day_of(told))), "")


def _in_list(element: HtmlElement) -> bool:
    """Whether an element stands in a list of articles or a part of the page beside the article."""
    return any(e.tag in ("aside", "ul", "ol", "nav", "footer") for e in element.iterancestors())


def _byline(page: HtmlElement, metadata: Metadata, rows: list[Row]) -> tuple[str, ...]:
    """The reporters: persons' names alone, no desks, firms or addresses."""
    told = [*metadata.authors, *(row.value for row in rows if row.kind == "author")]
    names = [name for words in told for name in people_in(words)]
    if not names:
        names = [m["name"] for r in rows if r.kind == "day" for m in _REPORTER.finditer(r.value) if is_name(m["name"])]
    if not names:
        for element in page.iter("span", "div", "p", "em", "a", "li", "strong", "address"):
            if names_of(element) & {"reporter", "byline", "writer", "journalist", "author"} and not _in_list(element):
                names += [m["name"] for m in _REPORTER.finditer(short_words(element, 80)) if is_name(m["name"])]
    return tuple(dict.fromkeys(names))[:5]


def people_in(words: str) -> Iterable[str]:
    """The persons' names in a value of a field for authors: «홍길동 기자», «홍길동, 성춘향», «경제부 홍길동 hong@…»."""
    bare = re.sub(r"\S+@\S+|\([^)]*\)|\[[^\]]*\]|https?://\S+", " ", words)
    for piece in re.split(r"\s*[,;·ㆍ/|&]\s*|\s외\s", bare):
        told = piece.split()
        for number, word in enumerate(told):
            found = _PERSON.fullmatch(word)
            if found and is_name(found["name"]) and (len(told) == 1 or len(found["name"]) == 3) and not _is_rank(word):
                following = told[number + 1] if number + 1 < len(told) else ""
                if len(told) <= 3 or _is_rank(following):
                    yield found["name"]


def _is_rank(word: str) -> bool:
    return _RANK.fullmatch(word) is not None
