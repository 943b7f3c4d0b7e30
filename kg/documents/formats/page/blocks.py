"""The paragraphs and tables of an element, in order."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from kg.documents.formats.office.blocks import Block, Cell, Paragraph, Table
from kg.documents.formats.page.element import BLOCKS
from kg.patterns import regex

_MOST_ROWS = 5000
_MOST_COLUMNS = 200
_MOST_SPANNED = 1000
"""Places that one cell may cover; one that says more means no more than itself."""
_CAPTION = regex(r"[▲△▼▽◀◁\[(【<]|사진|자료|그래픽")
_CAPTIONS = ("caption", "img_desc", "imgdesc", "photo_desc", "img_txt", "photo_txt", "txt_photo")
_DEEPEST = 200
_BROKEN = 20
_RUNNING = regex(r"[가-힣](?<![다요까음함임됨])[,]?$")
_SENTENCE = regex(r"[가-힣].*[가-힣](?:다|요|까)[.?!][”\"’')]*$")


def blocks_of(element: HtmlElement) -> tuple[Block, ...]:
    """What stands in an element; lines are divided where the page divides them (blocks, ``br``, blank lines)."""
    return tuple(_Reader().read(element))


class _Reader:
    """Walks an element; the words of a line come together until something ends it."""

    def __init__(self) -> None:
        self._line: list[str] = []

    def read(self, element: HtmlElement) -> Iterator[Block]:
        yield from self._inside(element, 0, False)
        yield from self._end()

    def _inside(self, element: HtmlElement, depth: int, kept: bool) -> Iterator[Block]:
        if depth > _DEEPEST:
            return
        style = element.get("style") or ""
        kept = kept or element.tag == "pre" or re.search(r"white-space\s*:\s*(?:pre|break)", style) is not None
        yield from self._text(element.text, kept)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._element(child, depth + 1, kept)
            yield from self._text(child.tail, kept)

    def _element(self, child: HtmlElement, depth: int, kept: bool) -> Iterator[Block]:
        if child.tag == "br":
            if not self._goes_on(child):
                yield from self._end()
        elif child.tag == "table":
            yield from self._end()
            yield _table(child)
        elif child.tag == "figcaption" or _is_caption(child):
            yield from self._end()
            words = " ".join(b.words for b in blocks_of(child) if isinstance(b, Paragraph))
            if words.strip():
                yield Paragraph(words if _CAPTION.match(words.strip()) else f"▲ {words.strip()}")
        elif child.tag in BLOCKS:
            yield from self._end()
            yield from self._inside(child, depth, kept)
            yield from self._end()
        else:
            yield from self._inside(child, depth, kept)

    def _text(self, words: str | None, kept: bool) -> Iterator[Block]:
        if not words:
            return
        lines = words.splitlines() if kept else re.split(r"\r?\n[ \t\r]*\n", words)
        for number, line in enumerate(lines):
            if number:
                yield from self._end()
            self._line.append(line)

    def _goes_on(self, br: HtmlElement) -> bool:
        """Whether a single line break stands within a sentence: a page that was broken by hand."""
        before = " ".join("".join(self._line).split())
        after = " ".join((br.tail or "").split())
        above = br.getprevious()
        if not after or (above is not None and above.tag == "br" and not (above.tail or "").strip()):
            return False
        goes = len(before) >= _BROKEN and _RUNNING.search(before) and _SENTENCE.match(after)
        if goes:
            self._line.append(" ")
        return bool(goes)

    def _end(self) -> Iterator[Block]:
        words = " ".join("".join(self._line).split())
        self._line.clear()
        if words:
            yield Paragraph(words)


def _is_caption(element: HtmlElement) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower()
    return any(name in names for name in _CAPTIONS)


def _table(table: HtmlElement) -> Block:
    """A table's cells with the rows and columns that each covers."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    number = 0
    for row in _rows(table):
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            rows, columns = _span(element, "rowspan", _MOST_ROWS), _span(element, "colspan", _MOST_COLUMNS)
            if rows * columns > _MOST_SPANNED:
                rows = columns = 1
            taken.update((r, c) for r in range(number, number + rows) for c in range(column, column + columns))
            cells.append(Cell(number, column, rows, columns, blocks_of(element)))
            column += columns
            if column > _MOST_COLUMNS:
                break
        number += 1
        if number > _MOST_ROWS:
            break
    caption = table.find("caption")
    told = blocks_of(caption) if caption is not None and "단위" in (caption.text_content() or "") else ()
    return Table(tuple(cells), told)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """A table's own rows, not those of tables in it: the head first, the foot last."""
    for part in (*table.findall("thead"), *(c for c in table if c.tag in ("tr", "tbody")), *table.findall("tfoot")):
        if part.tag == "tr":
            yield part
        else:
            yield from part.findall("tr")


def _span(element: HtmlElement, name: str, most: int) -> int:
    told = (element.get(name) or "").strip()
    return min(max(int(told), 1), most) if told.isascii() and told.isdigit() and len(told) < 8 else 1
