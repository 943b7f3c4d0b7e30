"""Sums of tables that stand across: what a column's head names is what the sums below it are for."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from kg.documents.across import field_of, things_across
from kg.documents.cells import Cell, Grid
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.source import source_pattern
from kg.facts.model import Source
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.mentions.purse_words import purse_words
from kg.mentions.remembered import once_a_document
from kg.patterns import regex
from kg.spans import Span

_PURSE_ROW = regex(r"(?:사업비)?재원(?:구성|구분)?|회계")


class Across(NamedTuple):
    """A table and the cells of its head that name things, by the number of their column."""

    grid: Grid
    things: dict[int, Cell]


@once_a_document
def tables_across(analysis: Analysis, mentions: Mentions) -> dict[int, Across]:
    """The tables that stand across, by where each of their rows begins."""
    del mentions
    told = ((grid, things_across(grid)) for grid in analysis.document.grids)
    return {row.begin: Across(grid, things) for grid, things in told if things for row in grid.rows}


def head_over(grid: Grid, column: int) -> Cell | None:
    """The cell of a table's head over a column."""
    return grid.head.cells[column] if grid.head is not None and column < len(grid.head.cells) else None


def purse_below(grid: Grid, lexicon: Lexicon, column: int) -> tuple[Source, Span] | None:
    """The one purse that the row 재원 of a table tells in the column of a sum."""
    for row in grid.rows:
        if column < len(row.cells) and field_of(row, _PURSE_ROW):
            cell = row.cells[column]
            told = list(source_pattern(lexicon).finditer(cell.words))
            source = purse_words(lexicon).get(told[0].group()) if len(told) == 1 else None
            if source:
                begin = cell.begin + told[0].start()
                return cast(Source, source), Span(begin, begin + len(told[0].group()))
    return None


def share_columns(drafts: Sequence[Draft]) -> None:
    """The purses of a column share out its sum that they add up to: 총사업비 over 국비 and 시비."""
    for column in {d.column for d in drafts}:
        own = [d for d in drafts if d.column == column]
        purses = [d for d in own if d.sourced]
        total = next((d for d in own if not d.sourced and abs(sum(p.value for p in purses) - d.value) < 1), None)
        if total is not None and len(purses) > 1:
            for part in purses:
                part.part_of, part.bound = total, True
                part.status = part.status or total.status
