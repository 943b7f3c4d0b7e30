"""Targets in tables of indicators: a row's label is the measure, the column's head the year or what kind of number."""

from collections.abc import Iterable

from kg.documents.cells import Grid, Row
from kg.facts.model import Fact, Target
from kg.facts.target.cells import in_cells, year_of
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Quantity
from kg.mentions.quantity_table import measured_cells
from kg.patterns import regex
from kg.spans import Span

_NOW = regex(r"현재|현황|실적|기준|달성|결과|누계|전년|지난해")
_AIM = regex(r"목표|계획|예정|전망")
_OTHER = regex(r"증감|대비|비고|증가|율$")
_ASIDE = regex(r"괄호|\(\s?\)\s?안?은?|[(（]")
_BRACKET = regex(r"\(\s?(?P<value>\d[\d,]*(?:\.\d+)?)\s?[%가-힣]{0,3}\s?\)")
_UNIT = regex(r"\s?[(\[（][^()]{1,8}[)\]）]\s*$")


def table_targets(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Target]:
    """The numbers of tables of indicators, each with its column's year; the column of what there is now, or the
    number in brackets that the heading explains, is the baseline of the others. What a cell says in words of a number
    that such a table has, too, it says again.
    """
    text, published = analysis.text, analysis.document.published
    told: set[tuple[float, str]] = set()
    worded: list[Target] = []
    for grid in analysis.document.grids:
        lines: dict[int, list[tuple[Mention, int, int]]] = {}
        rows: dict[int, Row] = {}
        measured = list(measured_cells(grid, text))
        for row, label, cell in measured:
            inside = list(mentions.within(Span(cell.begin, cell.end), "quantity", "percent"))
            if inside and isinstance(inside[0].value, Quantity) and row.cells[label].words:
                lines.setdefault(row.begin, []).append((inside[0], label, row.cells.index(cell)))
                rows[row.begin] = row
        for begin, found in sorted(lines.items()):
            for target in _of_row(text, grid, rows[begin], found, published):
                told.add((target.value, target.unit))
                yield target
        worded += in_cells(text, grid, mentions, indicators=bool(measured))
    yield from (t for t in worded if (t.value, t.unit) not in told)


def _of_row(
    text: str, grid: Grid, row: Row, found: list[tuple[Mention, int, int]], published: str | None
) -> Iterable[Target]:
    heads = grid.head.cells if grid.head else ()
    aims = [y for _, _, i in found if _AIM.search(heads[i].words) and (y := year_of(heads[i].words)) is not None]
    starts = [
        (m, i)
        for m, _, i in found
        if len(found) > 1 and (_is_start(heads[i].words, published) or _is_before(heads[i].words, aims))
    ]
    base = starts[-1][0].value.value if starts else _aside(text, grid, row)
    for mention, label, i in found:
        words = heads[i].words
        if any(i == at for _, at in starts) or _OTHER.search(words):
            continue
        name = row.cells[label]
        bare = _UNIT.sub("", name.words)
        year = year_of(words)
        done = bool(_NOW.search(words)) or bool(published and year and year < int(published[:4]))
        yield Target(
            rule="target-table",
            evidence=(Span(row.begin, row.end),),
            slots={
                "measure": (Span(name.begin, name.begin + len(bare)),),
                "deadline": (Span(heads[i].begin, heads[i].end),),
            },
            features=(
                "label",
                *(("deadline",) if year else ()),
                *(("baseline",) if base is not None else ()),
            ),
            quantity=mention,
            measure=bare,
            value=mention.value.value,
            unit=mention.value.unit,
            baseline=base,
            deadline=str(year) if year else None,
            target_kind="result" if done else "goal",
        )


def _aside(text: str, grid: Grid, row: Row) -> float | None:
    """The number in brackets in a row's cell, where the heading says that brackets hold what there is now."""
    heading = grid.caption.of(text) if grid.caption else ""
    if not (_ASIDE.search(heading) and _NOW.search(heading)):
        return None
    told = next((m for c in row.cells[1:] if (m := _BRACKET.search(c.words))), None)
    return float(told["value"].replace(",", "")) if told else None


def _is_start(words: str, published: str | None) -> bool:
    """Whether a column tells what there was before: 현재, 실적, or a year before that of publication."""
    year = year_of(words)
    before = bool(published and year and year < int(published[:4]))
    return (bool(_NOW.search(words)) or before) and not _AIM.search(words)


def _is_before(words: str, aims: list[int]) -> bool:
    """Whether a column of a bare year stands before all that are headed as goals (2024년 | 2025년 목표)."""
    year = year_of(words)
    return bool(aims) and year is not None and year < min(aims) and not _AIM.search(words)
