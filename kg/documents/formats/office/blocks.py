"""What office files are made of: paragraphs, tables and parts that stand apart; and how they become an article.

Each line and cell gets its place as a user would look for it: «문단 12», «표 2, 1행 3열», «각주 1», «글상자 3».
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.documents.article import ArticleWriter
from kg.patterns import regex


class Paragraph(NamedTuple):
    """A paragraph's words; without words it is a blank line."""

    words: str


class Part(NamedTuple):
    """Blocks that stand apart from the running text: ``name`` is 각주, 미주, 글상자, 머리말, 꼬리말."""

    name: str
    blocks: tuple["Block", ...]


class Cell(NamedTuple):
    """A cell at ``row`` and ``column`` (from 0) that covers ``rows`` and ``columns``."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple["Block", ...]

    @property
    def words(self) -> str:
        """Its paragraphs in one line; tables and parts in it do not count."""
        return " ".join(" ".join(b.words.split()) for b in self.blocks if isinstance(b, Paragraph) and b.words.strip())


class Table(NamedTuple):
    """Cells in any order, and what is written at the table as its caption."""

    cells: tuple[Cell, ...]
    caption: tuple["Block", ...] = ()


Block = Paragraph | Part | Table
_COLUMNS = regex(r"\S {2,}\S")
NUMBERED = frozenset({"각주", "미주", "글상자"})
"""The parts of which a file has many."""


def divided(found: Iterable["str | Block"]) -> Iterator[Block]:
    """A paragraph's words as blocks, divided where a table stands among them; the parts that hang on it follow.

    ``found`` are its words and what stands among them, in their order.
    """
    words: list[str] = []
    behind: list[Block] = []
    empty = True
    for one in found:
        if isinstance(one, str):
            words.append(one)
        elif isinstance(one, Part):
            behind.append(one)
        else:
            if "".join(words).strip():
                yield Paragraph("".join(words))
            words, empty = [], False
            yield one
    if empty or "".join(words).strip():
        yield Paragraph("".join(words))
    yield from behind


class BlockWriter:
    """Writes blocks into an article and counts paragraphs, tables and parts on the way."""

    def __init__(self, writer: ArticleWriter) -> None:
        self._writer = writer
        self._numbers: Counter[str] = Counter()

    def write(self, blocks: Iterable[Block], where: str = "") -> None:
        """Write blocks in order; ``where`` is the place of what holds them, else paragraphs are numbered."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block, where)
            elif isinstance(block, Part):
                self.write(block.blocks, where or self._place(block.name))
            elif block.words.strip():
                self._lines(block.words, where or self._place("문단"))
            else:
                self._writer.gap()

    def _lines(self, words: str, where: str) -> None:
        """A paragraph's lines; one that tabs divide into three cells and more is a table's row, runs of spaces stay."""
        for line in words.splitlines():
            cells = line.strip().split("\t")
            if len(cells) > 2:
                self._writer.row((cell, where) for cell in cells)
            elif _COLUMNS.search(line):
                self._writer.aligned(line, where)
            else:
                self._writer.line(line, where)

    def _table(self, table: Table, where: str) -> None:
        from kg.documents.formats.office.table_rows import Loose, table_rows

        self.write(table.caption, where)
        place = f"{where}, {self._place('표')}" if where else self._place("표")
        for row in table_rows(table):
            if isinstance(row, Loose):
                self.write(row.cell.blocks, f"{place}, {row.at}")
            else:
                self._writer.row((slot.words, f"{place}, {slot.at}") for slot in row)
                for slot in row:
                    self.write((b for b in slot.apart if not isinstance(b, Paragraph)), f"{place}, {slot.at}")
        self._writer.gap()

    def _place(self, name: str) -> str:
        self._numbers[name] += 1
        return f"{name} {self._numbers[name]}" if name in NUMBERED or name in ("문단", "표") else name


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of all paragraphs in blocks, at any depth."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.words
        elif isinstance(block, Part):
            yield from paragraphs(block.blocks)
        else:
            yield from paragraphs(block.caption)
            for cell in block.cells:
                yield from paragraphs(cell.blocks)
