"""What stands round a table tells of its columns: «주: 2026년은 의회 확정액», a budget passed in the text above."""

import re
from collections.abc import Iterator
from typing import cast

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import Line, Table
from kg.facts.allocation.year import year_words
from kg.facts.model import Status
from kg.language.model import Analysis
from kg.patterns import regex
from kg.spans import Span

_NOTE = regex(r"^[\s(（\[]*(?:주\s?\d?\s?[):：.]|※|\*|자료|출처|비고|단[,:：]|참고|주[:：])")
_SAYS = regex(
    r"(?P<y>(?:(?:19|20)\d\d|[’‘']\d\d|내년|올해|지난해|새해|금년|전년)(?:년도?|도)?)\s?(?:분|치|예산|금액|수치)?(?:은|는|의)?\s?[^.,;\n]{0,16}?"
    r"(?P<s>확정|의결|최종|통과|예산안|편성안|요구|신청|정부안|결산|집행)"
)
_PASSED = regex(
    r"(?P<y>(?:20\d\d|[’‘']\d\d|내년|올해|새해)(?:년도?|도)?)\s[^.\n]{0,30}?예산안?[을이]?\s[^.\n]{0,24}?"
    r"(?P<s>확정|의결|통과|가결)(?:했|됐|되었|하였|시켰|함|됨)"
)
_STATUS = {
    "확정": "approved", "의결": "approved", "최종": "approved", "통과": "approved", "가결": "approved",
    "예산안": "proposed", "편성안": "proposed", "요구": "proposed", "신청": "proposed", "정부안": "proposed",
    "결산": "spent", "집행": "spent",
}  # fmt: skip
_NOTHING = regex(r"^(?:0(?:\.0)?|-|–|—|전액\s?(?:삭감|감액)|삭감|폐지|없음|미반영|불인정|미편성)$")
_TAKEN_AWAY = regex(r"삭감|감액|미반영|불인정|미편성")
_MINUS = "△▲▽▼▵"
_CHANGED = regex(r"증\s?감|조정(?!\s?(?:후|결과))|삭감|감액|변동|차이")


def settle_columns(analysis: Analysis, table: Table, drafts: list[Draft]) -> None:
    """Give the sums of a year's column the status that a note under the table or the text above it tells."""
    told = dict(_passed_above(analysis, table)) | dict(_noted(analysis, table))
    for draft in drafts:
        if draft.year in told and (
            draft.status is None or (draft.status == "proposed" and "status" not in draft.slots)
        ):
            draft.status = told[draft.year][0]
            draft.note("status", told[draft.year][1], f"status-{draft.status}")


def _noted(analysis: Analysis, table: Table) -> Iterator[tuple[int, tuple[Status, Span]]]:
    text, place = analysis.text, table.rows[-1][0].end
    for _ in range(4):
        begin = place + 1
        place = text.find("\n", begin)
        place = len(text) if place < 0 else place
        if begin >= len(text):
            return
        if _NOTE.match(text[begin:place]):
            yield from _years(analysis, _SAYS, begin, place)


def _passed_above(analysis: Analysis, table: Table) -> Iterator[tuple[int, tuple[Status, Span]]]:
    begin = table.rows[0][0].begin
    yield from _years(analysis, _PASSED, max(0, begin - 1200), begin)


def _years(
    analysis: Analysis, pattern: re.Pattern[str], begin: int, end: int
) -> Iterator[tuple[int, tuple[Status, Span]]]:
    for match in pattern.finditer(analysis.text, begin, end):
        years = year_words(analysis.text, match.start("y"), match.end("y"), analysis.document.published)
        word = match["y"].strip("’‘'년도")
        year = years[0].year if years else int(word) if word.isdigit() and len(word) == 4 else None
        if year is not None:
            yield year, (cast(Status, _STATUS[match["s"]]), Span(match.start(), match.end()))


def _next_year(draft: Draft, table: Table, line: Line) -> bool:
    """Whether the column beside is that of the year after: «2025 | 2026» over «470 | -»."""
    head = table.above(line, (draft.column or 0) + 1)
    year = _HEAD_YEAR.match(head[2].strip()) if head is not None else None
    return draft.year is not None and year is not None and int(year[1]) % 100 == (draft.year + 1) % 100


_HEAD_YEAR = regex(r"[’‘']?((?:20)?\d\d)(?:년도?)?(?=\s|$|\(|예산|본예산|안)")


def settle_row(line: Line, table: Table, row: list[Draft], text: str) -> list[Draft]:
    """The sums of a row, where the next column brings one to nothing: that sum is cut, and the change is no sum of its
    own; a change with the mark of a minus is what was cut."""
    kept: list[Draft] = []
    for draft in row:
        above = table.above(line, draft.column) if draft.column is not None else None
        if text[draft.money.begin - 1 : draft.money.begin] in tuple(_MINUS) or (
            draft.money.begin and text[draft.money.begin] in _MINUS
        ):
            if any(other is not draft and other.value == draft.value for other in row):
                continue
            if above is not None and _CHANGED.search(above[2]):
                draft.status = "cut"
        kept.append(draft)
    for draft in kept:
        column = draft.column or 0
        nothing = [
            i
            for i in range(column + 1, len(line.cells))
            if _NOTHING.match(line.cells[i][2]) and (cell := table.above(line, i)) and not _CHANGED.search(cell[2])
        ]
        taken = any(
            i != column and line.cells[i][2].lstrip("(").startswith(tuple(_MINUS)) for i in range(len(line.cells))
        )
        ended = column + 1 in nothing and _next_year(draft, table, line) and draft.status in (None, "planned")
        said = any(
            "삭감" in line.cells[i][2]
            or (_TAKEN_AWAY.search(line.cells[i][2]) and (cell := table.above(line, i)) and cell.words != "비고")
            for i in nothing
        )
        if nothing and (taken or ended or said) and not any((d.column or 0) > column and d.value > 0 for d in kept):
            draft.status = "cut"
            cell = line.cells[nothing[0]]
            draft.slots["status"] = (Span(cell[0], cell[1]),)
    return kept
