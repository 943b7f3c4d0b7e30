"""What a page tells of its article: title, day, publisher, reporters and address, from all places that may say it.

Machines' data can be wrong for one page (a site's name as the title of all its pages); what people see on the page
decides, where both are there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from kg.documents.formats.page.board import Row, board_rows
from kg.documents.formats.page.element import names_of, short_words
from kg.documents.formats.page.makers import byline_of, published_of, publisher_of
from kg.documents.formats.page.metadata import Metadata
from kg.documents.formats.page.sitename import BETWEEN, is_portal, says_site
from kg.patterns import regex

_HEADLINE = frozenset((
    "title", "tit", "headline", "subject", "ttl", "subj", "heading", "제목",
))  # fmt: skip
_NO_HEADLINE = frozenset((
    "list", "site", "logo", "sub", "menu", "side", "related", "comment", "lnb", "gnb", "snb", "page", "cont2",
    "footer", "header",
))  # fmt: skip
_PAPER = regex(r"(?:[시도군구]청|의회|교육청|일보|신문|뉴스|방송|타임[즈스]|저널|미디어|투데이|매일|경제)$")


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
        publisher_of(page, metadata, rows),
        published_of(page, metadata, rows, heading),
        byline_of(page, metadata, rows),
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
            if _same(words, told) or any(_same(words, part) for part in BETWEEN.split(told) if len(part) >= 8):
                return words, element
    if all(_is_site(t, metadata) for t in metadata.titles):
        return next(((words, element) for words, element in shown if not _is_site(words, metadata)), ("", None))
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
    parts = [p.strip() for p in BETWEEN.split(title) if p.strip()]
    if re.search(r"[,…“”‘’\"'?!]|\d", title):
        return False
    return all(len(p.replace(" ", "")) <= 10 or says_site(p) or p in metadata.publishers for p in parts)


def _without_site(title: str, metadata: Metadata) -> str:
    """A title without the names of board and site behind it."""
    parts = [p.strip() for p in BETWEEN.split(title) if p.strip()]
    if len(parts) < 2:
        return title
    told = [
        p
        for n, p in enumerate(parts)
        if not (p in metadata.publishers or says_site(p) or is_portal(p))
        and not (n in (0, len(parts) - 1) and len(p) <= 12 and _PAPER.search(p))
    ]
    longest = max(told or parts, key=len)
    return longest if len(longest) >= 12 or len(told) < 2 else title
