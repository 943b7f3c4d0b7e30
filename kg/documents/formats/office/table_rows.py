"""The rows of a table with merged cells, nested tables and cells of many paragraphs, ready to be written as lines.

A head of two rows becomes one, each column with all that stands above it («2026년 국비»). A label that covers several
rows is said in each; a figure, which would be counted twice, stands once. Columns that are empty throughout, as frames
have them, are left out. What only serves the layout (one column, or whole texts in a cell) becomes paragraphs.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kg.documents.cells import is_figure
from kg.documents.formats.office.blocks import Block, Cell, Paragraph, Table
from kg.patterns import regex

_LONG = 200
"""So many code points in several paragraphs are a text, not a cell's words."""
_YEAR = regex(r"[’‘']?\d\d(?:\d\d)?\s?년도?|(?:19|20)\d\d")
_MOST_CELLS = 200_000


class Slot(NamedTuple):
    """What a row says in one column: words, where they stand, and the blocks that are no words of the row."""

    words: str
    at: str
    apart: tuple[Block, ...] = ()


class Loose(NamedTuple):
    """A cell whose blocks are written one by one."""

    cell: Cell
    at: str


class _Grid:
    """Cells on the rows and columns at which some cell with content begins."""

    def __init__(self, cells: tuple[Cell, ...]) -> None:
        held = [c for c in cells if _holds(c)]
        self.rows = sorted({c.row for c in held})
        self.columns = sorted({c.column for c in held})
        self._told_rows = sorted({c.row for c in cells})
        self._told_columns = sorted({c.column for c in cells})
        self.at: dict[tuple[int, int], Cell] = {}
        """By row and column; a cell stands at each place that it covers."""
        rows = {r: n for n, r in enumerate(self.rows)}
        columns = {c: n for n, c in enumerate(self.columns)}
        for cell in held:
            first, left = rows[cell.row], columns[cell.column]
            for r in range(first, len(self.rows)):
                if self.rows[r] >= cell.row + cell.rows or len(self.at) > _MOST_CELLS:
                    break
                for c in range(left, len(self.columns)):
                    if self.columns[c] >= cell.column + cell.columns:
                        break
                    self.at.setdefault((r, c), cell)

    def place(self, cell: Cell) -> str:
        """Its row and column as one counts them in the table, blank ones too."""
        return self._place(cell.row, cell.column)

    def gap(self, row: int, column: int) -> str:
        """The place at a row and a column of ours where no cell holds anything."""
        return self._place(self.rows[row], self.columns[column])

    def _place(self, row: int, column: int) -> str:
        return f"{bisect_right(self._told_rows, row)}행 {bisect_right(self._told_columns, column)}열"

    def row(self, number: int) -> list[Cell | None]:
        return [self.at.get((number, c)) for c in range(len(self.columns))]


def table_rows(table: Table) -> Iterator[tuple[Slot, ...] | Loose]:
    """The rows of a table from top to bottom; a `Loose` cell stands for itself."""
    grid = _Grid(table.cells)
    width, start = len(grid.columns), 0
    while start < len(grid.rows) and width > 1 and len(set(grid.row(start))) == 1 and (title := grid.at[start, 0]):
        yield Loose(title, grid.place(title))
        start += 1
    head = _head_rows(grid, start)
    if head > 1:
        yield tuple(_joined(grid, start, start + head, c) for c in range(width))
        start += head
    for number in range(start, len(grid.rows)):
        cells = grid.row(number)
        own = [c for n, c in enumerate(cells) if c and c.row == grid.rows[number] and c not in cells[:n]]
        if width == 1 or any(_is_text(c) for c in own):
            yield from (Loose(c, grid.place(c)) for c in own)
        else:
            yield tuple(_slot(grid, number, n, cells) for n in range(width))


def _slot(grid: _Grid, number: int, column: int, cells: list[Cell | None]) -> Slot:
    cell = cells[column]
    if cell is None:
        return Slot("", grid.gap(number, column))
    begins = cell.column == grid.columns[column]
    if cell.row == grid.rows[number] and begins:
        return Slot(cell.words, grid.place(cell), cell.blocks)
    repeated = begins and not is_figure(cell.words) and not _is_text(cell)
    return Slot(cell.words if repeated else "", grid.place(cell))


def _joined(grid: _Grid, start: int, end: int, column: int) -> Slot:
    """All that heads of several rows say above a column, once each."""
    above = [c for r in range(start, end) if (c := grid.at.get((r, column)))]
    words = " ".join(dict.fromkeys(c.words for c in above))
    return Slot(words, grid.place(above[-1]) if above else grid.gap(start, column))


def _head_rows(grid: _Grid, start: int) -> int:
    """How many rows the head has: 2 where a cell of its first row is divided by the second, which holds no figures."""
    if start + 2 >= len(grid.rows):
        return 1
    first, second = grid.row(start), grid.row(start + 1)
    divided = False
    for column, cell in enumerate(first):
        below = second[column]
        if any(c and (_is_text(c) or (is_figure(c.words) and not _is_year(c.words))) for c in (cell, below)):
            return 1
        shared = cell is not None and first.count(cell) > 1
        if not shared and below is not None and below is not cell:
            return 1  # a row of its own, not a division of what stands above it
        divided |= shared and below is not cell
    return 2 if divided else 1


def _is_year(words: str) -> bool:
    return bool(_YEAR.fullmatch(words))


def _holds(cell: Cell) -> bool:
    return any(not isinstance(b, Paragraph) or b.words.strip() for b in cell.blocks)


def _is_text(cell: Cell) -> bool:
    """Whether a cell holds a text of several paragraphs, or a table."""
    if any(not isinstance(b, Paragraph) for b in cell.blocks):
        return True
    return len(cell.words) > _LONG and sum(1 for b in cell.blocks if isinstance(b, Paragraph) and b.words.strip()) > 1
