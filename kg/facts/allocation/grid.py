"""The lines of a table as cells under the columns of its head: which column names the purpose, which is a year's."""

import re
from dataclasses import dataclass

from kg.documents.cells import Cell, cells_of, is_figure, mark_of
from kg.facts.allocation.table_labels import is_year_row
from kg.mentions.model import Mention
from kg.patterns import regex

_NAMES = regex(
    r"^(?:(?:세부|단위|주요|추진|보조|대상|신규|핵심|내역)?(?:사업|과제|프로젝트|프로그램|항목|품목)(?:명|명칭|이름)?|"
    r"(?:사업|과제)?(?:내역|내용)|세부내역|세부항목|사업내역|산출내역|통계목|세목|비목|명칭|지원분야|사업·?과제(?:명)?)$"
)
_LEADS = regex(
    r"^(?:구분|분야|부문|영역|유형|대분류|중분류|분류|정책|전략|목표|회계|기능|번호|연번|순번|순위|단계|№|NO\.?|No\.?)$"
)
_ASIDE = regex(
    r"부서|담당|소관|기간|시기|위치|장소|대상|주체|기관|연도|비고|재원|방식|방법|규모|사업량|수량|인원|단가|일정|"
    r"근거|효과|현황|지역|시군|읍면"
)
_CONTENT = regex(
    r"(?:주요|세부|사업|추진|투자|집행|지원|연차별|구축)?(?:사업|추진|구축)?(?:내용|내역)|할일|하는일|용도|쓰임새|쓰는곳|쓸곳|사용처|투자처"
    r"|(?:주요|세부|추진|핵심)(?:사업|과제)(?:명)?|과업"
)
_BORDER = regex(r"[\s─━═┼╋╪├┤┣┫┌┐└┘┏┓┗┛┬┴┳┻|+\-=:]+")
_LETTER = regex(r"[가-힣A-Za-z]")
_FIGURES = regex(r"[\d,.]+\s?%?")
_YEAR = regex(r"(?:19|20)\d\d")
SUM_ROW = regex(r"^(?:총?합계|총계|소계|누계|계|전체|합산|총액|총합|합|TOTAL|Total)(?:\([^)]*\))?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of cells: each its begin, end and words."""

    begin: int
    end: int
    cells: tuple[Cell, ...]

    def at(self, place: int) -> int | None:
        """The number of the cell at a place of the text."""
        return next((i for i, c in enumerate(self.cells) if c[0] <= place < c[1]), None)


@dataclass(frozen=True, slots=True)
class Table:
    """Neighbouring lines of sums with the head above them, and the heading above that."""

    head: Line | None
    rows: tuple[tuple[Line, tuple[Mention, ...]], ...]

    def above(self, row: Line, column: int) -> Cell | None:
        """The head's cell over a column; a row with fewer cells stands at the right (합계 rows lack the lead)."""
        if self.head is None:
            return None
        i = column + len(self.head.cells) - len(row.cells)
        short = len(row.cells) < len(self.head.cells)
        if short and (over := self._over(row, column)) is not None:
            return self.head.cells[over]
        if len(row.cells) > len(self.head.cells) or (short and len(row.cells) + 2 < len(self.head.cells)):
            return None
        return self.head.cells[column if short and self._lacks_its_end(row) else i]

    def _lacks_its_end(self, row: Line) -> bool:
        """Whether a row with fewer cells lacks the last ones and not the first: its figures stand like those of a full
        row from the left, and not from the right."""
        width = len(self.head.cells) if self.head is not None else 0
        full = next((line for line, _ in self.rows if len(line.cells) == width), None)
        if full is None:  # all rows are as short: what a label heads («구분 | … | 비고») stands first in them too
            heads = self.head.cells if self.head is not None else ()
            labelled = bool(heads) and bool(_LEADS.match(_bare(heads[0])) or _NAMES.match(_bare(heads[0])))
            return labelled and _LETTER.search(row.cells[0].words) is not None
        theirs, own = ([is_figure(c.words) for c in line.cells] for line in (full, row))
        left = sum(a == b for a, b in zip(theirs, own, strict=False))
        right = sum(a == b for a, b in zip(theirs[::-1], own[::-1], strict=False))
        return left > right

    def _over(self, row: Line, column: int) -> int | None:
        """The column of a cell in a row of totals without the cells between its name and its figures («계 80 7 19»):
        that in which the full rows hold as many figures behind their names."""
        width = len(self.head.cells) if self.head is not None else 0
        own = [i for i, c in enumerate(row.cells) if i and is_figure(c.words)]
        if column not in own or not SUM_ROW.match(row.cells[0].words.replace(" ", "")):
            return None
        for line, _ in self.rows:
            if len(line.cells) != width:
                continue
            named = max((i for i, c in enumerate(line.cells[:2]) if _THING.search(c.words)), default=0)
            theirs = [i for i, c in enumerate(line.cells) if i > named and is_figure(c.words)]
            return theirs[own.index(column)] if len(theirs) == len(own) else None
        return None

    def label(self, row: Line, column: int) -> Cell | None:
        """The cell that names what the row's sums are for: the one headed 사업명, else the first that is no 구분."""
        told = [i for i in range(column) if _LETTER.search(row.cells[i][2]) and not _sum_cell(row, i, self.rows)]
        named = [i for i in told if not is_figure(row.cells[i].words)] or told  # «30개사» names nothing
        lettered = [i for i in named if not is_reckoned(row.cells[i].words)] or named
        if not lettered:
            return row.cells[0] if column and is_year_row(row.cells[0].words) else None  # «2026 | 1,900 | 950»
        for i in lettered:
            if SUM_ROW.match(row.cells[i][2].replace(" ", "")):
                return row.cells[i]
        heads = {i: _bare(self.above(row, i)) for i in lettered}
        if len(row.cells) == len(self.head.cells if self.head else ()):
            for i in reversed(lettered):
                if _NAMES.match(heads[i]):
                    return row.cells[i]
        fit = [i for i in lettered if not _ASIDE.search(heads[i])] or lettered
        behind = [i for i in fit if not _LEADS.match(heads[i])]
        return row.cells[(behind or fit)[0]]

    def content_behind(self, row: Line, column: int) -> Cell | None:
        """The cell behind a sum that tells what it goes to: «2026년 | 19억 원 | 앱 보급» under 내용."""
        for i in range(column + 1, len(row.cells)):
            if _CONTENT.fullmatch(_bare(self.above(row, i))) and _THING.search(row.cells[i].words):
                return row.cells[i]
        return None

    def thing_beside(self, row: Line, column: int, whose: Cell) -> Cell | None:
        """The cell of words between a row's government and its sum: «나루시 | 김 육상양식 | 260»."""
        between = [c for c in row.cells[:column] if c.begin > whose.begin and _THING.search(c.words)]
        told = [c for c in between if not _sum_cell(row, row.cells.index(c), self.rows)]
        return told[0] if len(told) == 1 and self.head is None else None


def _bare(cell: Cell | None) -> str:
    return re.sub(r"\([^)]*\)|\s", "", cell[2]) if cell else ""


def _sum_cell(row: Line, column: int, rows: tuple[tuple[Line, tuple[Mention, ...]], ...]) -> bool:
    begin, end, _ = row.cells[column]
    return any(begin <= m.begin < end for line, sums in rows if line is row for m in sums)


_THING = regex(r"[가-힣A-Za-z]{2,}")
_RECKONED = regex(
    r"(?:매?[년연월]\s?|연간\s?|약\s?|@\s?)?\d[^×✕*xX＊]{0,24}[×✕*xX＊]\s?\d|\d[\d,.]*\s?(?:식|회|대|명|개소?|건|종|세트|SET|set|년|개월)"
    r"\s?(?:\([^()]*\))?$"
)
"""«연 4억 원 × 4년», «120명 × 50만 원», «1식(2027년)»."""


def is_reckoned(words: str) -> bool:
    """Whether a cell only tells how a sum is reckoned, and so names nothing."""
    return _RECKONED.match(words.strip()) is not None


_WHOLE_CELL = regex(
    r"(?:약\s?|총\s?|매?[년연월]\s?|연간\s?)?[(△▲▽▼+\-−–]*\s?\d.*?(?:원|억|만|천만"
    r"|백만)?\)?(?:\s?\([^)]*\))?$"
)


def stands_in_cell(text: str, money: Mention) -> bool:
    """Whether a sum with its own unit («8억», «12억 원») is all that a cell of a row of three and more says."""
    begin = text.rfind("\n", 0, money.begin) + 1
    end = text.find("\n", money.end)
    end = len(text) if end < 0 else end
    cells = cells_of(text, begin, end)
    if len(cells) < 3:
        return False
    cell = next((c for c in cells[1:] if c.begin <= money.begin and money.end <= c.end), None)
    if cell is not None and not any(_LETTER.search(c.words) for c in cells[: cells.index(cell)]):
        return False  # no cell before it names anything; the first may only count the rows
    if cell is None or _WHOLE_CELL.match(cell.words) is None:
        return False
    if is_reckoned(cell.words):
        return True
    rest = cell.words.replace(text[money.begin : money.end], "", 1)
    return not re.search(r"[가-힣A-Za-z]{2,}", re.sub(r"\([^)]*\)|원|약|총", "", rest))


def tables(text: str, sums: list[Mention]) -> list[Table]:
    """The tables round the sums that stand in cells, in the order of the text."""
    by_line: dict[int, list[Mention]] = {}
    for money in sums:
        by_line.setdefault(text.rfind("\n", 0, money.begin) + 1, []).append(money)
    found: list[Table] = []
    rows: list[tuple[Line, tuple[Mention, ...]]] = []
    for begin in sorted(by_line):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        line = Line(begin, end, cells_of(text, begin, end))
        if rows and _apart(text, rows[-1][0].end, begin):
            found.append(Table(head_above(text, [r for r, _ in rows]), tuple(rows)))
            rows = []
        rows.append((line, tuple(by_line[begin])))
    if rows:
        found.append(Table(head_above(text, [r for r, _ in rows]), tuple(rows)))
    return found


def _apart(text: str, end: int, begin: int) -> bool:
    """Whether something other than rows without sums stands between two lines."""
    between = text[end:begin].strip("\n")
    if "\n\n" in text[end:begin] or not between:
        return "\n\n" in text[end:begin]
    return not all(mark_of(line) or _BORDER.fullmatch(line) for line in between.split("\n"))


def head_above(text: str, rows: list[Line]) -> Line | None:
    """The nearest line above the first row that has as many cells as it or as the longest of its table, most of them
    words or years; the rows of a group's total may lack their last cells."""
    end = rows[0].begin - 1
    widths = {len(rows[0].cells), max(len(row.cells) for row in rows)}
    for _ in range(5):
        if end <= 0:
            return None
        begin = text.rfind("\n", 0, end) + 1
        cells = cells_of(text, begin, end)
        told = [c for c in cells if c[2] and not re.fullmatch(r"[-:=–—\s]+", c[2])]
        figures = [c for c in told if _FIGURES.fullmatch(c[2]) and not _YEAR.fullmatch(c[2])]
        if len(told) > 1 and len(figures) * 2 < len(told) and any(w <= len(cells) <= w + 1 for w in widths):
            return Line(begin, end, cells)
        end = begin - 1
    return None
