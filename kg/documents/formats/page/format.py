"""Pages of the web as articles."""

import re
from collections.abc import Iterator

from kg.documents.article import HEAD, Article, ArticleWriter, within
from kg.documents.formats.model import Options, Raw
from kg.errors import UserError
from kg.patterns import regex

MOST_BYTES = 20_000_000
_MARKUP = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|table|article|section)[\s>]", re.I)
_SPOKEN = regex(r"[가-힣]")
_LEAST = 40


class Page:
    """A page saved from the web: one article."""

    name = "HTML"
    suffixes = (".html", ".htm", ".xhtml")

    def recognises(self, raw: Raw) -> bool:
        """A file with the tags of a page near its beginning, in whatever encoding."""
        start = raw.start.replace(b"\0", b"") if raw.start[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.start
        if raw.media_type in ("text/html", "application/xhtml+xml"):
            return b"\0" not in start
        head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
        return head.startswith(b"<") and b"\0" not in start and _MARKUP.search(start) is not None

    def articles(self, raw: Raw, options: Options) -> Iterator[Article]:
        """The one article of a page. Raises `UserError` for a page without words."""
        from kg.documents.formats.page.charset import page_text

        text, notes = page_text(raw.content(MOST_BYTES), raw.name, raw.charset)
        yield page_article(raw.name, text, notes)


def page_article(name: str, text: str, notes: tuple[str, ...] = (), address: str = "") -> Article:
    """The article of a page: its head, then what stands in the element that holds it."""
    from kg.documents.formats.office.blocks import BlockWriter, Paragraph, paragraphs
    from kg.documents.formats.page.blocks import blocks_of
    from kg.documents.formats.page.container import find_container
    from kg.documents.formats.page.element import label_of
    from kg.documents.formats.page.metadata import metadata_of
    from kg.documents.formats.page.pruning import clear, prune
    from kg.documents.formats.page.told import told_by
    from kg.documents.formats.page.tree import parsed

    page = parsed(text, name)
    metadata = metadata_of(page, address)
    clear(page)
    container, way = find_container(page)
    told = told_by(page, metadata, container)
    place = label_of(container)
    prune(container, told.read)
    blocks = blocks_of(container)
    size = sum(len(words) for words in paragraphs(blocks))
    if metadata.body and len(metadata.body) > 2 * size:  # the page itself shows less: it is put together by a script
        blocks = tuple(Paragraph(line) for line in re.split(r"\r?\n|<br\s*/?>", metadata.body) if line.strip())
        place, way = "JSON-LD articleBody", "named"
    if not any(_SPOKEN.search(words) for words in paragraphs(blocks)) and size < _LEAST:
        raise UserError("holds no article that can be read", name, "save the page when it is fully shown")
    writer = ArticleWriter(name)
    writer.head(told.title, told.publisher, told.published, told.byline, told.url, HEAD)
    BlockWriter(writer).write(blocks)
    article = writer.article(
        [*notes, *(["the article was not told from the rest of the page"] if way == "whole" else [])]
    )
    return within(article, place)


PAGE = Page()
