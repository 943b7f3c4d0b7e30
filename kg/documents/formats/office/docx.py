"""DOCX (WordprocessingML, ECMA-376): a zip of XML. Paragraphs, tables cell by cell, notes, text boxes, heads and feet.

Left out: comments, deleted words of tracked changes, codes of fields, hidden words.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.model import Raw
from kg.documents.formats.office.blocks import Block, BlockWriter, Cell, Paragraph, Part, Table
from kg.documents.formats.office.packed import Package, attribute, child, local, number, opened
from kg.documents.formats.office.standing import Standing

_DOCUMENT = "word/document.xml"
_NOTES = {"footnoteReference": ("각주", "word/footnotes.xml"), "endnoteReference": ("미주", "word/endnotes.xml")}
_STANDING = {"header": "머리말", "footer": "꼬리말"}
_INLINE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"del", "moveFrom", "pPr", "instrText", "delText", "Fallback", "sdtPr", "tblPr", "tcPr", "rt"})
_OFF = ("0", "false", "off")


def read_docx(raw: Raw) -> Article:
    """The whole document. Raises `UserError` for one that is encrypted, damaged or without words."""
    with opened(raw) as package:
        standing = Standing()
        body = _Body({kind: _notes(package, member) for kind, (_, member) in _NOTES.items()})
        for member in sorted(n for n in package.names if n.startswith(("word/header", "word/footer"))):
            if member.endswith(".xml"):
                part = package.xml(member)
                standing.add(_STANDING["header" if "header" in member else "footer"], tuple(body.blocks(part)))
        document = child(package.xml(_DOCUMENT), "body")
        blocks = list(body.blocks(document)) if document is not None else []
    writer = ArticleWriter(raw.name)
    BlockWriter(writer).write(standing.around(blocks))
    return standing.article(writer, raw.name)


def _notes(package: Package, member: str) -> dict[str, Element]:
    """The notes of a kind by their ids."""
    if member not in package.names:
        return {}
    return {attribute(e, "id"): e for e in package.xml(member) if not attribute(e, "type")}


class _Body:
    """Reads paragraphs and tables; ``notes`` holds the notes by the element that refers to them."""

    def __init__(self, notes: dict[str, dict[str, Element]]) -> None:
        self._notes = notes

    def blocks(self, element: Element) -> Iterator[Block]:
        """The blocks of a body, a cell, a note, a head or a text box."""
        for part in element:
            name = local(part)
            if name == "p":
                yield from self._paragraph(part)
            elif name == "tbl":
                yield self._table(part)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                yield from self.blocks(part)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        """Its words, then the notes and boxes that hang on it."""
        words: list[str] = []
        behind: list[Block] = []
        for found in self._inside(paragraph):
            if isinstance(found, str):
                words.append(found)
            else:
                behind.append(found)
        if not behind or "".join(words).strip():
            yield Paragraph("".join(words))
        yield from behind

    def _inside(self, element: Element) -> Iterator[str | Block]:
        for part in element:
            name = local(part)
            if name == "t":
                yield part.text or ""
            elif name in _INLINE:
                yield _INLINE[name] if attribute(part, "type") != "page" else ""
            elif name == "txbxContent":
                yield Part("글상자", tuple(self.blocks(part)))
            elif name in _NOTES:
                kind, _ = _NOTES[name]
                note = self._notes[name].get(attribute(part, "id"))
                if note is not None:
                    yield Part(kind, tuple(self.blocks(note)))
            elif name not in _SKIPPED and not (name == "r" and _is_hidden(part)):
                yield from self._inside(part)

    def _table(self, table: Element) -> Table:
        """Its cells; one that goes on below (``vMerge``) covers the rows in which it does."""
        cells: dict[tuple[int, int], Cell] = {}
        open_cells: dict[int, tuple[int, int]] = {}
        for row, line in enumerate(_within(table, "tr")):
            properties = child(line, "trPr")
            before = child(properties, "gridBefore") if properties is not None else None
            column = min(number(before, "val", 0), 500)
            for cell in _within(line, "tc"):
                properties = child(cell, "tcPr")
                span = child(properties, "gridSpan") if properties is not None else None
                merge = child(properties, "vMerge") if properties is not None else None
                width = min(max(number(span, "val", 1), 1), 500)
                above = open_cells.get(column)
                if merge is not None and attribute(merge, "val", "continue") == "continue" and above:
                    cells[above] = cells[above]._replace(rows=row - above[0] + 1)
                else:
                    cells[row, column] = Cell(row, column, 1, width, tuple(self.blocks(cell)))
                    open_cells.pop(column, None)
                    if merge is not None:
                        open_cells[column] = (row, column)
                column += width
        return Table(tuple(cells.values()))


def _within(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also where they stand in a control or a tracked change."""
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in ("sdt", "sdtContent", "customXml"):
            yield from _within(part, name)


def _is_hidden(run: Element) -> bool:
    properties = child(run, "rPr")
    hidden = child(properties, "vanish") if properties is not None else None
    return hidden is not None and attribute(hidden, "val") not in _OFF
