"""What a document is: its text as found, its parts, and what its masthead tells."""

from dataclasses import dataclass
from typing import Literal

from kg.documents.article import NOTHING_BESIDE, Original
from kg.documents.cells import Grid
from kg.spans import Span

BlockKind = Literal["title", "subtitle", "masthead", "byline", "body", "caption", "table", "contact", "noise"]
DocumentKind = Literal["news", "press-release", "council", "interview", "analysis", "table"]

ARTICLE_BLOCKS: frozenset[str] = frozenset({"title", "subtitle", "body", "caption", "table"})
"""The blocks in which facts may stand; in all others nothing reaches the graph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole lines of one kind; ``begin`` and ``end`` are code points of the document's text."""

    begin: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """One article, press release or council paper, untouched.

    ``identifier`` is the path relative to the corpus root (NFC, ``/``). ``blocks`` are disjoint and in
    order; a line outside every block is empty. ``published`` is an ISO day or None. ``byline`` holds the
    reporters' names with the span of each.
    """

    identifier: str
    text: str
    blocks: tuple[Block, ...] = ()
    kind: DocumentKind = "news"
    title: str | None = None
    title_span: Span | None = None
    published: str | None = None
    published_span: Span | None = None
    publisher: str | None = None
    publisher_span: Span | None = None
    byline: tuple[tuple[str, Span], ...] = ()
    dateline: tuple[tuple[str, Span], ...] = ()
    """Place names of the masthead or dateline (``[광주=뉴스핌]``), hints for the document's region."""
    url: str | None = None
    grids: tuple[Grid, ...] = ()
    """The tables whose cells bars, tabs or slashes divide, in order."""
    original: Original = NOTHING_BESIDE
    """Where in the file each part of the text stood, and what the file says of the article."""

    def article(self) -> tuple[Block, ...]:
        """The blocks in which facts may stand."""
        return tuple(b for b in self.blocks if b.kind in ARTICLE_BLOCKS)
