"""Tables of cells from CSV and spreadsheets: articles by row where a column holds text, else one document of rows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.model import Options
from kg.documents.formats.office.blocks import Cell, Paragraph, Table
from kg.documents.formats.office.table_rows import Loose, table_rows
from kg.documents.formats.records.fields import Columns, columns_of
from kg.documents.formats.records.record import Names, article_of, taken
from kg.errors import UserError
from kg.patterns import regex

MOST_ROWS = 20_000
"""Rows of a table that is a document of its own."""
_LOOKED_AT = 10
"""Rows above the head, as exports have them: a title, the search that was made."""
_AT = regex(r"(\d+)행 (\d+)열")

Row = Sequence[str]
Merged = tuple[int, int, int, int]
"""Row, column, rows, columns of cells that are one, from 0."""


def head_of(rows: Iterable[Row], options: Options, where: str) -> tuple[tuple[str, ...], Columns, Iterator[Row]] | None:
    """The head of a table of articles, its columns, and the rows below it; None where no column holds text."""
    queue = iter(rows)
    above = list(islice(queue, _LOOKED_AT))
    for number, row in enumerate(above):
        names = tuple(" ".join(cell.split()) for cell in row)
        columns = columns_of((n for n in names if n), options, where)
        text = columns.text in names and columns.text
        if text and (options.fields.get("text") or sum(1 for c in columns if c in names and c) >= 2):
            return names, columns, chain(above[number + 1 :], queue)
    return None


def row_articles(
    names: tuple[str, ...], columns: Columns, rows: Iterable[Row], given: Names, notes: Sequence[str], file: str
) -> Iterator[Article | UserError]:
    """The articles of a table's rows; those without text are counted and told once."""
    held = without = 0
    for row in rows:
        record = {name: cell for name, cell in zip(names, row, strict=False) if name}
        if not any(cell.strip() for cell in record.values()):
            continue
        held += 1
        values = taken(record, columns)
        if values.text.strip():
            yield article_of(values, given.of(values), columns, notes)
        else:
            without += 1
    if without:
        yield UserError(f"{without} of its {held} rows hold no text", file, f"fill the column {columns.text}")
    elif not held:
        yield UserError("holds no row", file, "remove it or fill it")


class TableWriter:
    """Writes a table that is no table of articles, row by row; parts that blank rows divide are tables of their own.

    ``address`` tells where a row and a column (from 1) stand: «3행 2열», «예산!B3».
    """

    def __init__(self, writer: ArticleWriter, address: Callable[[int, int], str]) -> None:
        self._writer, self._address = writer, address

    def write(self, rows: Iterable[Row], merged: Iterable[Merged] = ()) -> None:
        """Write rows; ``merged`` are the cells that are one."""
        spans = {(row, column): (high, wide) for row, column, high, wide in merged}
        part: list[Cell] = []
        for number, row in enumerate(chain(rows, [()])):
            cells = [
                Cell(number, column, *spans.get((number, column), (1, 1)), (Paragraph(words),))
                for column, words in enumerate(row)
                if words.strip()
            ]
            if not cells:
                self._part(part)
                part = []
            part += cells

    def _part(self, cells: list[Cell]) -> None:
        def address(at: str) -> str:
            found = _AT.fullmatch(at)
            assert found
            return self._address(rows[int(found[1]) - 1] + 1, columns[int(found[2]) - 1] + 1)

        above = _above(cells)
        for cell in above:
            self._writer.line(cell.words, self._address(cell.row + 1, cell.column + 1))
        cells = cells[len(above) :]
        rows, columns = sorted({c.row for c in cells}), sorted({c.column for c in cells})
        for row in table_rows(Table(tuple(cells))):
            if isinstance(row, Loose):
                self._writer.line(row.cell.words, address(row.at))
            else:
                self._writer.row((slot.words, address(slot.at)) for slot in row)
        self._writer.gap()


def _above(cells: list[Cell]) -> list[Cell]:
    """The cells that stand alone in their rows above a table: its title, its unit."""
    alone: list[Cell] = []
    counted = Counter(c.row for c in cells)
    if max(counted.values(), default=0) > 1:
        alone = list(takewhile(lambda c: counted[c.row] == 1, cells))
    return alone
