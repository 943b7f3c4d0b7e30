"""What the cells beside a sum tell: its unit in its own cell, the purse under 재원, the year under 연도."""

import re
from typing import cast

from kg.documents.cells import Cell
from kg.facts.allocation.grid import Line, Table, stands_in_cell
from kg.facts.allocation.source import source_pattern
from kg.facts.allocation.words import LEVELS
from kg.facts.allocation.year import YearWord, spans_years
from kg.facts.model import Source
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.purse_words import purse_words
from kg.patterns import regex
from kg.spans import Span

_YEAR_HEAD = regex(r"(?:회계|사업|예산|집행|편성|추진|지원)?(?:연도|년도)")


def cell_sums(analysis: Analysis, mentions: Mentions) -> list[Mention]:
    """The sums that fill a cell behind the first of a table with their unit: «AI 교육 | 4억원 | 국비», «로봇 | 5억»"""
    text = analysis.text
    return [
        money
        for grid in analysis.document.grids
        for row in grid.rows
        for money in mentions.within(Span(row.begin, row.end), "money")
        if money.rule != "money-table" and stands_in_cell(text, money)
    ]


_JOINED = regex(r"[국도시군구]\s?[·ㆍ,/]\s?$")
"""«국·시비»: two purses in one word."""


_NOT_ALONE = regex(r"\s?(?:포함|매칭|일부|등|별도|연계|병행|협의|제외)")
_ALL_OF_LEVEL = regex(r"(?P<level>[국시도군구])\s?(?:비\s?)?100\s?%")
"""«시 100%»."""


def purse_beside(lexicon: Lexicon, table: Table, line: Line) -> tuple[Source, Span] | None:
    """The purse that the row's cell under 재원 tells, where it tells one."""
    if table.head is None or len(table.head.cells) != len(line.cells):
        return None
    for head, (begin, _, words) in zip(table.head.cells, line.cells, strict=True):
        if re.fullmatch(r"(?:사업비\s?)?재원(?:\s?구분)?|회계", head[2].strip()):
            told = list(source_pattern(lexicon).finditer(words))
            alone = len(told) == 1 and _JOINED.search(words, 0, told[0].start()) is None
            if alone and _NOT_ALONE.match(words, told[0].end()):
                return None  # «민자 포함»
            source = purse_words(lexicon).get(told[0].group()) if alone else None
            if not told and (whole := _ALL_OF_LEVEL.fullmatch(words.strip())) is not None:
                return LEVELS.get(whole["level"], "국비"), Span(begin, begin + len(words))
            if source:
                return cast(Source, source), Span(begin + told[0].start(), begin + told[0].end())
    return None


def year_beside(table: Table, line: Line) -> YearWord | None:
    """The year that the row's cell under 연도 tells."""
    if table.head is None or len(table.head.cells) != len(line.cells):
        return None
    for head, cell in zip(table.head.cells, line.cells, strict=True):
        if _YEAR_HEAD.fullmatch(head[2].replace(" ", "")) and (years := bare_year(cell)):
            return years[0] if re.fullmatch(r"\D?\d+(?:년도?)?", cell[2].strip()) else None
    return None


def bare_year(cell: Cell) -> list[YearWord]:
    """The year that a cell begins with: 2026, 2026년도, ’26."""
    match = re.match(r"[’‘']?(\d{2}|20\d\d)(?:년도?)?(?:\s?\(|$|\s)", cell[2])
    if match is None:
        return []
    year = int(match.group(1))
    return [YearWord(year if year > 99 else 2000 + year, Span(cell[0], cell[0] + match.end(1)), "in")]


_PERIOD_HEAD = regex(r"(?:사업|추진|총사업|계약|시행|지원|운영)?기간|사업연도|추진시기")


def runs_for_years(analysis: Analysis, table: Table, line: Line) -> bool:
    """Whether the row's cell under 기간 tells several years, which are those of its sums."""
    if table.head is None or len(table.head.cells) != len(line.cells):
        return False
    return any(
        _PERIOD_HEAD.fullmatch(head.words.replace(" ", ""))
        and spans_years(analysis.text, cell.begin, cell.end, analysis.document.published)
        for head, cell in zip(table.head.cells, line.cells, strict=True)
    )
