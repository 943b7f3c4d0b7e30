"""Numbers in tables of indicators, whose unit stands in the row's label, the column's head or the heading above."""

import re
from collections.abc import Iterator

from kg.documents.cells import Cell, Grid, Row
from kg.mentions.model import Mention, Quantity
from kg.mentions.row_units import heading_unit, label_unit, scaled_unit
from kg.patterns import regex

_UNIT_HEAD = regex(r"단위")
_MONEY = regex(r"원$|달러$|유로$")
_INDICATORS = regex(
    r"(?:핵심|성과|주요|평가|관리|세부)?(?:성과)?(?:지표|목표|측정항목|척도|구분|항목|분야|내용)(?:명)?"
)
_AIMED = regex(r"목표|지표|성과|실적|계획|추진|KPI", re.I)
_NUMBER = regex(r"(?:약 |총 )?(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?P<own>%|[가-힣]{1,3})?(?:\s?\([^)]*\))?")
_PERIOD = regex(
    r"[’‘']?(?:(?:19|20)\d\d|\d\d년)|목표|현재|현황|실적|기준|올해|내년|지난해|전년|계획|당해|누계|합계|\d단계"
)


_A_YEAR = regex(r"(?<=[가-힣%])\s?/\s?(?:년|연|연간|개년)$")
"""So many each year, where the columns are years anyway: 명/년."""


def measured_cells(grid: Grid, text: str) -> Iterator[tuple[Row, int, Cell]]:
    """The cells of a table of indicators that hold a number: the row, the column of the row's label, the cell."""
    column = grid.column(_INDICATORS)
    head = grid.head
    if column is None or head is None:
        return
    told = " ".join([c.words for c in head.cells] + ([grid.caption.of(text)] if grid.caption else []))
    if not _AIMED.search(told):
        return
    for row in grid.rows:
        if len(row.cells) != len(head.cells):
            continue
        for i, cell in enumerate(row.cells):
            if i > column and _PERIOD.search(head.cells[i].words) and _NUMBER.fullmatch(cell.words):
                yield row, column, cell


def table_quantities(grids: tuple[Grid, ...], text: str) -> Iterator[Mention]:
    """The numbers of tables of indicators as quantities with the unit that the row, the column or the heading tells."""
    for grid in grids:
        for row, column, cell in measured_cells(grid, text):
            number = _NUMBER.fullmatch(cell.words)
            unit = _unit(grid, row, column, cell, text)
            if number is None or number["own"] or unit is None or _MONEY.search(unit):
                continue  # a number with a unit of its own is seen as in any sentence
            begin, end = cell.begin + number.start("value"), cell.begin + number.end("value")
            scaled = scaled_unit(row.cells[column].words)
            factor, unit = scaled if scaled is not None else (1, unit)
            value = float(number["value"].replace(",", "")) * factor
            yield Mention(begin, end, "quantity", Quantity(value, unit), "quantity-table")


def _unit(grid: Grid, row: Row, column: int, cell: Cell, text: str) -> str | None:
    """What the row's label tells in brackets, else its cell under 단위, else the column's head, else the heading."""
    own = next((i for i, c in enumerate(grid.head.cells if grid.head else ()) if _UNIT_HEAD.fullmatch(c.words)), None)
    if own is not None and row.cells[own].words:
        return _A_YEAR.sub("", row.cells[own].words)
    above = grid.head.cells[row.cells.index(cell)].words if grid.head else ""
    if (scaled := scaled_unit(row.cells[column].words)) is not None:
        return scaled[1]
    beside = label_unit(row.cells[column].words) or label_unit(above)
    return beside or (heading_unit(grid.caption.of(text)) if grid.caption else None)
