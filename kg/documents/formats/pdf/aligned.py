"""Tables without upright lines: rows of short words that stand in the same columns."""

from collections.abc import Sequence
from statistics import median

from kg.documents.formats.office.blocks import Cell, Paragraph, Table
from kg.documents.formats.pdf.fragments import Fragment, around, bands_of, usual_size

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_BETWEEN = 0.5
"""The least distance of columns in heights of letters."""
_WIDEST = 12.0
"""Half of a table's cells are narrower than so many heights of letters; running text is not."""
_PITCH = 2.6


def aligned_tables(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, those that make a table put together as one."""
    bands = bands_of(fragments)
    size = usual_size(fragments)
    found: list[Fragment] = []
    place = 0
    while place < len(bands):
        end = _run(bands, place, size)
        if end - place >= _LEAST_ROWS and (table := _table(bands[place:end], size)):
            found.append(table)
            place = end
        else:
            found += bands[place]
            place += 1
    return found


def _run(bands: list[list[Fragment]], start: int, size: float) -> int:
    """Where the bands end that keep at least three columns from one on."""
    end = start
    columns: list[tuple[float, float]] = []
    while end < len(bands) and len(bands[end]) >= 2 and all(f.table is None for f in bands[end]):
        if end > start and _distance(bands[end - 1], bands[end]) > _PITCH * size:
            break
        wider = _columns([*columns, *((f.box.left, f.box.right) for f in bands[end])], size)
        if len(wider) < _LEAST_COLUMNS or (end > start and len(wider) < len(columns) - 1):
            break
        columns, end = wider, end + 1
    return end


def _distance(above: list[Fragment], below: list[Fragment]) -> float:
    return min(f.box.bottom for f in above) - max(f.box.bottom for f in below)


def _columns(intervals: list[tuple[float, float]], size: float) -> list[tuple[float, float]]:
    """Intervals on the horizontal axis, those put together between which no column's distance is free."""
    found: list[tuple[float, float]] = []
    for begin, end in sorted(intervals):
        if found and begin - found[-1][1] < _BETWEEN * size:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return found


def _table(bands: list[list[Fragment]], size: float) -> Fragment | None:
    """The rows as a table; None where most bands leave columns free, or the words are running text."""
    everything = [f for band in bands for f in band]
    columns = _columns([(f.box.left, f.box.right) for f in everything], size)
    filled = sum(len(band) for band in bands) / (len(bands) * len(columns))
    if len(columns) < _LEAST_COLUMNS or filled < 0.6 or median(f.box.width for f in everything) > _WIDEST * size:
        return None
    cells: dict[tuple[int, int], Cell] = {}
    for row, band in enumerate(bands):
        for fragment in band:
            column = next(n for n, (_, end) in enumerate(columns) if fragment.box.left <= end)
            before = cells[row, column].words + " " if (row, column) in cells else ""
            cells[row, column] = Cell(row, column, 1, 1, (Paragraph(before + fragment.words),))
    box = around([f.box for f in everything])
    return Fragment("", box, Table(tuple(cells.values())))
