"""Sums of tables that stand across: what a column's head names is what the sums below it are for."""

from collections.abc import Sequence
from typing import cast

from kg.documents.across import field_of, things_across
from kg.documents.cells import Cell
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import Line
from kg.facts.allocation.source import source_pattern
from kg.facts.model import Source
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.purse_words import purse_words
from kg.patterns import regex
from kg.spans import Span

_PURSE_ROW = regex(r"(?:사업비)?재원(?:구성|구분)?|회계")


def thing_over(analysis: Analysis, line: Line, column: int) -> Cell | None:
    """The head over a sum that names what it is for, where the table stands across."""
    for grid in analysis.document.grids:
        if any(row.begin == line.begin for row in grid.rows):
            return things_across(grid).get(column)
    return None


def head_over(analysis: Analysis, line: Line, column: int) -> Cell | None:
    """The cell of the head over a column of the table to which a line belongs."""
    for grid in analysis.document.grids:
        if grid.head is not None and any(row.begin == line.begin for row in grid.rows):
            return grid.head.cells[column] if column < len(grid.head.cells) else None
    return None


def purse_below(analysis: Analysis, lexicon: Lexicon, line: Line, column: int) -> tuple[Source, Span] | None:
    """The one purse that the row 재원 tells in the column of a sum."""
    for grid in analysis.document.grids:
        if not any(row.begin == line.begin for row in grid.rows):
            continue
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
