"""Targets in tables of indicators: a row's label is the measure, the column's head the year or what kind of number."""

from collections.abc import Iterable

from kg.documents.across import things_across
from kg.documents.cells import Cell, Grid, Row
from kg.facts.model import Fact, Target
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Quantity
from kg.mentions.quantity_table import measured_cells
from kg.patterns import regex
from kg.spans import Span

_YEAR = regex(r"(?P<full>(?:19|20)\d\d)|[’‘'](?P<short>\d\d)(?!\d)|(?P<bare>\d\d)년")
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
    number in brackets that the heading explains, is the baseline of the others.
    """
    text, published = analysis.text, analysis.document.published
    for grid in analysis.document.grids:
        lines: dict[int, list[tuple[Mention, int, int]]] = {}
        rows: dict[int, Row] = {}
        for row, label, cell in measured_cells(grid, text):
            inside = list(mentions.within(Span(cell.begin, cell.end), "quantity", "percent"))
            if inside and isinstance(inside[0].value, Quantity) and row.cells[label].words:
                lines.setdefault(row.begin, []).append((inside[0], label, row.cells.index(cell)))
                rows[row.begin] = row
        for begin, found in sorted(lines.items()):
            yield from _of_row(text, grid, rows[begin], found, published)
        yield from _listed(text, grid, mentions)


def _of_row(
    text: str, grid: Grid, row: Row, found: list[tuple[Mention, int, int]], published: str | None
) -> Iterable[Target]:
    heads = grid.head.cells if grid.head else ()
    aims = [y for _, _, i in found if _AIM.search(heads[i].words) and (y := _year(heads[i].words)) is not None]
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
        year = _year(words)
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


def _listed(text: str, grid: Grid, mentions: Mentions) -> Iterable[Target]:
    """The goals that a cell under «성과목표» lists in words: «실증공장 25곳, 전문인력 3,500명», «처리 24일→9일»."""
    heads = grid.head.cells if grid.head else ()
    for row in grid.rows if (things := things_across(grid)) else ():
        if not _GOALS_HEAD.fullmatch(row.cells[0].words.replace(" ", "")):
            continue
        for column, thing in things.items():
            if column < len(row.cells) and _LETTERS.search(row.cells[column].words):
                cell = row.cells[column]
                for part in _PARTS.finditer(text, cell.begin, cell.end):
                    yield from _in_words(text, Span(*part.span()), row.cells[0], mentions, thing.words)
    for column, head in enumerate(heads):
        if not column or not _GOALS_HEAD.search(head.words.replace(" ", "")):
            continue
        for row in grid.rows:
            if len(row.cells) == len(heads) and _LETTERS.search(row.cells[column].words):
                cell = row.cells[column]
                for part in _PARTS.finditer(text, cell.begin, cell.end):
                    yield from _in_words(text, Span(*part.span()), head, mentions)


def _in_words(text: str, part: Span, head: Cell, mentions: Mentions, thing: str = "") -> Iterable[Target]:
    """The goal that a part of a cell tells, where it tells one number, or a step from one to another; ``thing`` is what
    the cell's column is about, which words such as «보급 700대» leave out."""
    inside = list(mentions.within(part, "quantity", "percent"))
    if not inside or not isinstance(inside[-1].value, Quantity) or len(inside) > 2:
        return
    goal = inside[-1]
    start = inside[0] if len(inside) == 2 else None
    if start is not None and not _STEP.fullmatch(text, start.end, goal.begin):
        return
    before = text[part.begin : inside[0].begin].strip(" :：")
    name = f"{before} {text[goal.end : part.end].strip(' )')}".strip()
    if thing and len(name.replace(" ", "")) < _SHORT:
        name = f"{thing} {name}".strip()
    if not _LETTERS.search(name):
        return
    year = _year(head.words)
    slots: dict[str, tuple[Span, ...]] = {"measure": (part,)}
    if year:
        slots["deadline"] = (Span(head.begin, head.end),)
    yield Target(
        rule="target-table",
        evidence=(part,),
        slots=slots,
        features=("label", *(("deadline",) if year else ()), *(("baseline",) if start is not None else ())),
        quantity=goal,
        measure=name,
        value=goal.value.value,
        unit=goal.value.unit,
        baseline=start.value.value if start is not None else None,
        deadline=str(year) if year else None,
        target_kind="goal",
    )


_GOALS_HEAD = regex(r"(?:성과|사업|추진|정량|핵심)?목표(?!액)|기대성과|산출물")
_PARTS = regex(r"[^,·;、/\s][^,·;、/]*(?:,\d{3}[^,·;、/]*)*")
_STEP = regex(r"\s?(?:→|⇒|➝|->|에서)\s?")
_LETTERS = regex(r"[가-힣A-Za-z]{2,}")
_SHORT = 3
"""A measure of fewer letters is what is done (보급, 설치), or nothing."""


def _aside(text: str, grid: Grid, row: Row) -> float | None:
    """The number in brackets in a row's cell, where the heading says that brackets hold what there is now."""
    heading = grid.caption.of(text) if grid.caption else ""
    if not (_ASIDE.search(heading) and _NOW.search(heading)):
        return None
    told = next((m for c in row.cells[1:] if (m := _BRACKET.search(c.words))), None)
    return float(told["value"].replace(",", "")) if told else None


def _is_start(words: str, published: str | None) -> bool:
    """Whether a column tells what there was before: 현재, 실적, or a year before that of publication."""
    year = _year(words)
    before = bool(published and year and year < int(published[:4]))
    return (bool(_NOW.search(words)) or before) and not _AIM.search(words)


def _is_before(words: str, aims: list[int]) -> bool:
    """Whether a column of a bare year stands before all that are headed as goals (2024년 | 2025년 목표)."""
    year = _year(words)
    return bool(aims) and year is not None and year < min(aims) and not _AIM.search(words)


def _year(words: str) -> int | None:
    match = _YEAR.search(words)
    if match is None:
        return None
    return int(match["full"]) if match["full"] else 2000 + int(match["short"] or match["bare"])
