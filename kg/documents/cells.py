"""A line of a table as cells, and the lines of a page that stand as a table: the head, the rows, the heading above."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from kg.patterns import regex
from kg.spans import Span

_RULE = regex(r"(?=.*\S)[-:=–—+|\s─━═┼╋╪├┤┣┫┌┐└┘┏┓┗┛┬┴┳┻]+")
ROW = regex(r"\S\s*\|[^|]*\|\s*\S|\S[^\S\t]*+\t\s*+\S.*\t\s*\S")
"""Three cells and more that bars or tabs divide."""
_BARS = "|│┃｜"
_COLUMNS = regex(r"\S {2,}\S.* {2,}\S")
"""Three cells and more that runs of spaces divide."""
_SLASH = regex(r"\s/\s")
_FIGURE = regex(
    r"(?:약 ?|총 ?)?[(△▲▽▼+\-−–]*\s?\d[\d,]*(?:\.\d+)?\s?"
    r"(?:%|[가-힣]{0,3}(?: [가-힣]{1,3})?|[조억만천백]+\s?(?:\d[\d,]*\s?[억만천백]*\s?)?원)\)?(?:\s?\([^)]*\))?|[-–—]|"
)
_NAMES = regex(r"(?:세부|단위|주요)?(?:사업|과제|프로그램|정책|건의사업|공약)(?:명|명칭)")
_YEAR = regex(r"[’‘']?(?:(?:19|20)\d\d|\d\d년)(?!\d)")
_SPACED = regex(r"\S+(?: \S+)*")
_SPREAD = regex(r"[가-힣](?:[ \u3000]{1,3}[가-힣]){1,7}")
"""A word whose letters a space parts, as heads and rows of tables are written: «국 비», «합 계», «사 업 명»."""


class Cell(NamedTuple):
    """A cell's place in the text and its words, without the white space round them or between their letters."""

    begin: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of cells, from the first to the last of its code points."""

    begin: int
    end: int
    cells: tuple[Cell, ...]

    def first(self, text: str) -> int:
        """The place of its first letter or bar, behind the white space that indents it."""
        words = text[self.begin : self.end]
        return self.begin + len(words) - len(words.lstrip())


@dataclass(frozen=True, slots=True)
class Grid:
    """Neighbouring lines of as many cells: the head, where the first holds no figures, the rows below it, and the
    heading above it (``caption``), where one stands there.
    """

    head: Row | None
    rows: tuple[Row, ...]
    caption: Span | None

    @property
    def lines(self) -> tuple[Row, ...]:
        """The head, where there is one, and the rows."""
        return (self.head, *self.rows) if self.head is not None else self.rows

    def column(self, pattern: re.Pattern[str]) -> int | None:
        """The number of the first column whose head, without its brackets and spaces, the pattern matches whole."""
        for i, cell in enumerate(self.head.cells if self.head else ()):
            if pattern.fullmatch(re.sub(r"\([^)]*\)|\s", "", cell.words)):
                return i
        return None


def mark_of(words: str) -> str | None:
    """What divides a line's cells: a bar, a tab, a slash between spaces that stands there twice; else None."""
    for bar in _BARS:
        if bar in words:
            return bar
    if "\t" in words:
        return "\t"
    return "/" if len(_SLASH.findall(words)) >= 2 else None


def cells_of(text: str, begin: int, end: int) -> tuple[Cell, ...]:
    """The cells of a line that bars, tabs, slashes or runs of spaces divide; empty cells between marks count."""
    words = text[begin:end]
    mark = mark_of(words)
    if mark is None:
        found = _SPACED.finditer(words)
        return _drawn_together([Cell(begin + m.start(), begin + m.end(), as_word(m.group())) for m in found])
    cells: list[Cell] = []
    place = begin
    for piece in _SLASH.split(words) if mark == "/" else words.split(mark):
        bare = piece.strip()
        at = place + len(piece) - len(piece.lstrip()) if bare else place
        cells.append(Cell(at, at + len(bare), as_word(bare)))
        place += len(piece) + (3 if mark == "/" else 1)
    if mark in _BARS and words.lstrip().startswith(
        mark
    ):  # a frame round the row; a bar at its end alone ends an empty cell
        cells = cells[1:]
        if cells and words.rstrip().endswith(mark):
            cells = cells[:-1]
    return tuple(cells)


def as_word(words: str) -> str:
    """A cell's words; letters that stand apart make one word."""
    return re.sub(r"\s", "", words) if _SPREAD.fullmatch(words) else words


def _drawn_together(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells of a line between whose letters spaces stand («구   분», «합  계») with these as one cell each."""
    joined: list[Cell] = []
    gap = 0  # between the letters of the last cell, where it is drawn together of some
    for cell in cells:
        last = joined[-1] if joined else None
        between = cell.begin - last.end if last is not None else 0
        if (
            last is not None
            and len(cell.words) == 1
            and (len(last.words) == 1 or (gap and abs(between - gap) <= 1))
            and (last.words + cell.words).isalpha()
        ):
            joined[-1], gap = Cell(last.begin, cell.end, last.words + cell.words), between
        else:
            joined.append(cell)
            gap = 0
    return tuple(joined)


def is_figure(words: str) -> bool:
    """Whether a cell's words are a figure, a dash or nothing."""
    return bool(_FIGURE.fullmatch(words))


def find_grids(text: str, begin: int, end: int) -> tuple[Grid, ...]:
    """The tables of ``text[begin:end]`` whose cells bars, tabs, slashes or runs of spaces divide, two rows and more."""
    found: list[Grid] = []
    rows: list[Row] = []
    above: Span | None = None
    caption: Span | None = None
    place = begin
    for raw in [*text[begin:end].splitlines(keepends=True), ""]:
        line, at = raw.rstrip("\r\n"), place
        place += len(raw)
        parted = mark_of(line) is not None or ("  " in line and _COLUMNS.search(line) is not None)
        cells = cells_of(text, at, at + len(line)) if parted else ()
        if (rows or not cells) and _RULE.fullmatch(line):
            continue
        if not rows and _heads_with_unit(cells):
            cells = ()
        if len(cells) > 1 and (not rows or abs(len(cells) - len(rows[0].cells)) <= 1):
            if not rows:
                caption = above
            rows.append(Row(at, at + len(line), cells))
            continue
        if grid := _grid(rows, caption):
            found.append(grid)
        rows = [Row(at, at + len(line), cells)] if len(cells) > 1 else []
        caption = above
        if line.strip():
            above = Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        elif rows or not raw:
            above = None
    return tuple(found)


def _heads_with_unit(cells: tuple[Cell, ...]) -> bool:
    """Whether a line is a table's heading with the unit at its right edge: «□ 총괄 | | (단위: 억원)»."""
    told = [c.words for c in cells if c.words]
    return len(told) <= 2 and any("단위" in words for words in told)


def _is_listing(rows: list[Row]) -> bool:
    """Whether rows of words alone stand below a head that says that they name projects: ``사업명 | 건의액 | 비고``."""
    if len(rows) < 3 or len(rows[0].cells) < 3 or any(len(r.cells) != len(rows[0].cells) for r in rows):
        return False
    heads = [re.sub(r"\([^)]*\)|\s", "", c.words) for c in rows[0].cells]
    return any(_NAMES.fullmatch(h) for h in heads) and all(h and len(h) <= 10 and not is_figure(h) for h in heads)


def _grid(rows: list[Row], caption: Span | None) -> Grid | None:
    """The rows as a table, where two of them below the head hold figures in most cells but the first."""
    if _is_listing(rows):
        return Grid(rows[0], tuple(rows[1:]), caption)
    figured = [sum(is_figure(c.words) and bool(c.words) for c in r.cells[1:]) for r in rows]
    if len(rows) < 3 or sum(n > 0 for n in figured[1:]) < 2:
        return None
    headed = not any(c.words and is_figure(c.words) and not _YEAR.match(c.words) for c in rows[0].cells)
    return Grid(rows[0] if headed else None, tuple(rows[1:] if headed else rows), caption)
