"""From text to `Document`: the parts of a page told apart, nothing altered."""

from dataclasses import replace
from typing import Any

from kg.documents.article import Article, Told
from kg.documents.body import mark_body
from kg.documents.cells import Grid, find_grids
from kg.documents.genre import genre_of
from kg.documents.head import mark_head
from kg.documents.issuing import find_publisher
from kg.documents.layout import Layout
from kg.documents.lines import Line, split_lines
from kg.documents.masthead import find_byline, find_dateline, find_url, split_framed
from kg.documents.model import Block, BlockKind, Document
from kg.documents.published import find_published
from kg.lexicon import Lexicon
from kg.spans import Span


def read_article(article: Article, lexicon: Lexicon) -> Document:
    """Mark the parts of an article's text and read its masthead; what the file itself says of it holds."""
    document = read_text(article.identifier, article.text, lexicon)
    told = article.original
    if told.head:
        behind = [_behind(b, told.head) for b in document.blocks if b.end > told.head]
        document = replace(
            document,
            blocks=(
                *_head(told.title, told.head),
                *(map(_below_a_title, behind) if told.title else behind),
            ),
            **_named("title", told.title),
            **_named("published", told.published),
            **_named("publisher", told.publisher),
            byline=tuple((t.value, Span(t.begin, t.end)) for t in told.byline) or document.byline,
        )
    return replace(document, url=told.url or document.url, original=told)


def _named(part: str, told: Told | None) -> dict[str, Any]:
    return {part: told.value, f"{part}_span": Span(told.begin, told.end)} if told else {}


def _head(title: Told | None, end: int) -> list[Block]:
    """The blocks of a head that the format names: its title, and the line of publisher, day and reporters."""
    if title is None:
        return [Block(0, end, "masthead")]
    return [
        Block(title.begin, title.end, "title"),
        *([Block(title.end + 1, end, "masthead")] if title.end + 1 < end else []),
    ]


def _behind(block: Block, head: int) -> Block:
    return replace(block, begin=max(block.begin, head))


def _below_a_title(block: Block) -> Block:
    """A block behind a head that tells the one title."""
    return replace(block, kind="subtitle") if block.kind == "title" else block


def read_text(identifier: str, text: str, lexicon: Lexicon) -> Document:
    """Mark the parts of ``text`` and read its masthead."""
    lines = split_lines(text)
    grids = find_grids(text, 0, len(text))
    layout = lay_out(text, lines, grids, lexicon)
    kind = genre_of(text, lines, layout, lexicon)
    title = None
    if layout.title is not None:
        line = lines[layout.title]
        title = Span(
            line.begin + layout.title_offset,
            line.end if layout.title_stop is None else line.begin + layout.title_stop,
        )
    published = find_published(text, lines, layout, kind, lexicon)
    publisher = find_publisher(text, lines, layout, kind, lexicon)
    pieces: list[tuple[int, int, BlockKind]] = []
    for line, part in zip(lines, layout.kinds, strict=True):
        pieces += split_framed(text, line, part, lexicon)
    if title is not None and layout.title_stop is not None:
        pieces = [(b, title.end if k == "title" else e, k) for b, e, k in pieces]
    if title is not None and layout.title_offset > 0 and layout.title is not None:
        pieces = [(title.begin, e, k) if b == lines[layout.title].begin else (b, e, k) for b, e, k in pieces]
    return Document(
        identifier=identifier,
        text=text,
        blocks=tuple(_blocks(pieces)),
        kind=kind,
        title=" ".join(title.of(text).splitlines()) if title else None,
        title_span=title,
        published=published[0] if published else None,
        published_span=published[1] if published else None,
        publisher=publisher.name if publisher else None,
        publisher_span=publisher.span if publisher else None,
        byline=tuple((b.name, b.span) for b in find_byline(text, lines, layout, kind, lexicon)),
        dateline=find_dateline(text, lines, layout),
        url=find_url(text),
        grids=grids,
    )


def lay_out(text: str, lines: list[Line], grids: tuple[Grid, ...], lexicon: Lexicon) -> Layout:
    """The kind of each line: first the head down to the first sentence of the article, then the body,
    then what follows.
    """
    layout = Layout(["noise"] * len(lines))
    tabled = {row.first(text) for grid in grids for row in grid.lines}
    start = mark_head(text, lines, tabled, lexicon, layout)
    if start is not None:
        layout.first = start
        mark_body(text, lines, grids, lexicon, layout, start)
    elif grids:  # a table alone, as sheets of budgets are
        for number, line in enumerate(lines):
            if line.begin in tabled:
                layout.kinds[number] = "table"
    return layout


def _blocks(pieces: list[tuple[int, int, BlockKind]]) -> list[Block]:
    """Neighbouring pieces of one kind as one block; a title, a caption and a byline stand alone."""
    blocks: list[Block] = []
    for begin, end, kind in pieces:
        if blocks and blocks[-1].kind == kind and kind in ("body", "noise", "table", "contact"):
            blocks[-1] = Block(blocks[-1].begin, end, kind)
        else:
            blocks.append(Block(begin, end, kind))
    return blocks
