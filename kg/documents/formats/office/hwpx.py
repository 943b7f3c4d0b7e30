"""HWPX (OWPML, KS X 6101): a zip of XML. Paragraphs, tables cell by cell, notes, text boxes, heads and feet once.

Left out: comments, deleted words of tracked changes, scripts of fields, numbers of pages.
"""

from collections.abc import Iterator
from xml.etree import ElementTree

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.model import Raw
from kg.documents.formats.office.blocks import Block, BlockWriter, Cell, Paragraph, Part, Table, divided
from kg.documents.formats.office.packed import Package, attribute, child, local, number, opened
from kg.documents.formats.office.standing import Standing
from kg.errors import UserError
from kg.patterns import regex

_CONTENTS = "Contents/content.hpf"
_SECTION = regex(r"Contents/section(\d+)\.xml")
_PARTS = {"footNote": "각주", "endNote": "미주"}
_STANDING = {"header": "머리말", "footer": "꼬리말"}
_INLINE = {"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_SKIPPED = frozenset({"hiddenComment", "fieldBegin", "secPr", "linesegarray", "parameterset", "indexmark"})


def read_hwpx(raw: Raw) -> Article:
    """The whole document. Raises `UserError` for one that is encrypted, damaged or without words."""
    with opened(raw) as package:
        _refuse_encrypted(package, raw.name)
        standing = Standing()
        blocks = [b for section in _sections(package) for b in _Section(standing).blocks(package.xml(section))]
    writer = ArticleWriter(raw.name)
    BlockWriter(writer).write(standing.around(blocks))
    return standing.article(writer, raw.name)


def _refuse_encrypted(package: Package, name: str) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.bytes(manifest):
        raise UserError("is protected by a password", name, "save it without one")


def _sections(package: Package) -> list[str]:
    """The names of the sections in the order of reading: as the spine tells, else by their numbers."""
    numbered = sorted((n for n in package.names if _SECTION.fullmatch(n)), key=lambda n: (len(n), n))
    if _CONTENTS not in package.names:
        return numbered
    contents = package.xml(_CONTENTS)
    files = {attribute(e, "id"): attribute(e, "href") for e in contents.iter() if local(e) == "item"}
    spine = [files.get(attribute(e, "idref"), "") for e in contents.iter() if local(e) == "itemref"]
    told = [n if n in numbered else f"Contents/{n}" for n in spine]
    return [n for n in dict.fromkeys(told) if n in numbered] or numbered


class _Section:
    """Reads one section; ``standing`` gathers the heads and feet of all."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._deleted = False

    def blocks(self, element: ElementTree.Element) -> list[Block]:
        """The blocks of a section, a cell, a note or a text box."""
        return [b for p in element if local(p) == "p" for b in self._paragraph(p)]

    def _paragraph(self, paragraph: ElementTree.Element) -> Iterator[Block]:
        """Its words, divided where a table stands among them; notes and boxes that hang on it follow."""
        return divided(self._inside(paragraph))

    def _inside(self, element: ElementTree.Element) -> Iterator[str | Block]:
        for part in element:
            name = local(part)
            if name == "t":
                yield from self._text(part)
            elif name == "tbl":
                yield self._table(part)
            elif name in _PARTS:
                yield Part(_PARTS[name], tuple(self._lists(part)))
            elif name in _STANDING:
                self._standing.add(_STANDING[name], tuple(self._lists(part)))
            elif name in ("drawText", "caption"):
                yield Part("글상자" if name == "drawText" else "캡션", tuple(self._lists(part)))
            elif name == "textart":
                yield Part("글상자", (Paragraph(attribute(part, "text")),))
            elif name in ("compose", "dutmal"):
                yield attribute(part, "composeText") or "".join(child_text(part, "mainText"))
            elif name not in _SKIPPED:
                yield from self._inside(part)

    def _text(self, text: ElementTree.Element) -> Iterator[str]:
        if not self._deleted:
            yield text.text or ""
        for mark in text:
            name = local(mark)
            if name in ("deleteBegin", "deleteEnd"):
                self._deleted = name == "deleteBegin"
            elif not self._deleted:
                yield _INLINE.get(name, "")
                yield from (self._text(mark) if name not in _INLINE and (mark.text or len(mark)) else ())
            if not self._deleted:
                yield mark.tail or ""

    def _lists(self, element: ElementTree.Element) -> Iterator[Block]:
        for part in element:
            if local(part) == "subList":
                yield from self.blocks(part)

    def _table(self, table: ElementTree.Element) -> Table:
        cells: list[Cell] = []
        for row, line in enumerate(e for e in table if local(e) == "tr"):
            for column, cell in enumerate(e for e in line if local(e) == "tc"):
                address, span = child(cell, "cellAddr"), child(cell, "cellSpan")
                cells.append(
                    Cell(
                        number(address, "rowAddr", row),
                        number(address, "colAddr", column),
                        number(span, "rowSpan", 1),
                        number(span, "colSpan", 1),
                        tuple(self._lists(cell)),
                    )
                )
        caption = child(table, "caption")
        return Table(tuple(cells), tuple(self._lists(caption)) if caption is not None else ())


def child_text(element: ElementTree.Element, name: str) -> Iterator[str]:
    """The words in an element's children of a name."""
    return ("".join(e.itertext()) for e in element if local(e) == name)
