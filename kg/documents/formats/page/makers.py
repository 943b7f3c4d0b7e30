"""Who made a page and when: its publisher, its day, its reporters, from all places that may say it."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from kg.documents.formats.days import day_of
from kg.documents.formats.page.board import Row
from kg.documents.formats.page.element import names_of, short_words
from kg.documents.formats.page.metadata import Metadata
from kg.documents.formats.page.sitename import BETWEEN, is_portal, without_site_words
from kg.documents.reporters import is_name
from kg.patterns import regex

_ORGAN = regex(
    r"(?:시청|도청|군청|구청|의회|교육청|특별시|광역시|특별자치[시도]|[가-힣]도|일보|신문|뉴스|방송|타임[즈스]|저널|경제"
    r"|부|처|원|재단|공사|공단)$"
)
_RANK = regex(
    r"(?:[가-힣]{0,4}기자|특파원|논설위원|[가-힣A-Za-z]*(?:부|팀|실|국|과|청|원|센터|본부|뉴스|일보|신문|방송))"
)
_PERSON = regex(r"(?P<name>[가-힣]{2,4})\s?(?:(?:[가-힣]{0,4}기자|특파원|논설위원|칼럼니스트|PD|에디터|통신원)|$)")
_REPORTER = regex(r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s?(?:[가-힣]{0,4}기자|특파원)(?![가-힣])")
_RIGHTS = regex(
    r"(?:copyrights?|저작권자?|ⓒ|©|\(c\))[\s:ⓒ©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d[\s.\-~]*(?:(?:19|20)\d\d\s*)?)?(?:by\s+|\s*)"
    r"(?P<name>[가-힣][가-힣A-Za-z0-9 ]{1,18}?)(?=[\s.,|(]*(?:all\s|무단|\.|,|$|\|))",
    re.I,
)


def publisher_of(page: HtmlElement, metadata: Metadata, rows: list[Row]) -> str:
    for told in metadata.publishers:
        name = re.sub(r"^@|https?://\S+|^(?:\(주\)|㈜)\s*", "", told.split("|")[0]).strip()
        if rights := _RIGHTS.search(name):
            name = rights["name"]
        name = without_site_words(name).strip()
        if 2 <= len(name) <= 24 and not is_portal(name) and re.match(r"[가-힣A-Z]|[a-z]+[가-힣]", name):
            return name
    for part in reversed(BETWEEN.split(metadata.titles[-1]) if metadata.titles else []):
        name = without_site_words(part).strip()
        if 2 <= len(name) <= 14 and _ORGAN.search(name):
            return name
    for element in reversed(list(page.iter("footer", "address", "p", "div", "td", "span", "small", "li"))):
        if (words := short_words(element, 160)) and (rights := _RIGHTS.search(words)):
            return rights["name"].strip()
    return ""


def published_of(page: HtmlElement, metadata: Metadata, rows: list[Row], heading: HtmlElement | None) -> str:
    days = [row.value for row in rows if row.kind == "day"]
    times = [t for t in page.iter("time", "span", "p", "em") if (t.get("itemprop") or "").lower() == "datepublished"]
    marked = [t.get("datetime") or t.get("content") or short_words(t, 60) for t in times]
    stamped = [e.get("data-date-time") or "" for e in page.iter("span", "em") if e.get("data-date-time")]
    timed = [t.get("datetime") or "" for t in page.iter("time") if not _in_list(t)]
    told = (*metadata.days, *marked, *stamped, *days, *timed, *_below(heading))
    return next((day for words in told if (day := day_of(words))), "")


def _below(heading: HtmlElement | None) -> Iterator[str]:
    """The words that hold little but a day, in the next elements behind a title or behind what holds it."""
    holder = heading
    for _ in range(2):
        if holder is None:
            return
        for beside in islice(holder.itersiblings(), 3):
            words = short_words(beside, 60) if isinstance(beside.tag, str) else ""
            if words and len(re.sub(r"[^가-힣A-Za-z]", "", words)) <= 16:
                yield words
        holder = holder.getparent()


def _in_list(element: HtmlElement) -> bool:
    """Whether an element stands in a list of articles or a part of the page beside the article."""
    return any(e.tag in ("aside", "ul", "ol", "nav", "footer") for e in element.iterancestors())


def byline_of(page: HtmlElement, metadata: Metadata, rows: list[Row]) -> tuple[str, ...]:
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


def people_in(words: str) -> Iterator[str]:
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
