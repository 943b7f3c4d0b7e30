"""Sums in a cell with more than a sum, «국비 60억 원(총 120억 원)»: the row they stand in names what they are for."""

from collections.abc import Sequence

from kg.documents.cells import Cell, cells_of, is_figure, mark_of
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import SUM_ROW, Line, head_above, is_reckoned
from kg.facts.allocation.table_heads import read_head
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_OF_SUMS = regex(
    r"(?:[가-힣’']|20\d\d)*(?:액|예산안?|사업비|금액|비용|투자|지원|요구|건의|국비"
    r"|[시도군구]비|재원)(?:\([^)]*\))?"
)
_OF_NAMES = regex(r"(?:[가-힣]{0,4})?(?:사업|과제|건의|프로젝트|시설|현안|안건)(?:명|명칭|이름)?|명칭")
_NAME = regex(r"[가-힣A-Za-z]{2,}")
_LEAST = 2
_SUMS_ONLY = regex(
    r"(?:\s|[·/+(（):：]|(?:국|도|시|군|구|지방|국고|민간|사업)비|국고|기금|민자|민간(?!비)|자부담|총|약|전액|연"
    r"|(?<![\d.,])\d+(?:[.,]\d+)*|,(?!\d)|[조억천백만]|원)+"
)
"""A cell that holds sums and whose they are, and no thing."""


def name_by_own_row(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Let the sums that a cell only tells with their purses be for what the cell under 사업명 of their row names."""
    for draft in drafts:
        if draft.clause is None or draft.own:
            continue
        found = _row(analysis.text, draft.money.begin)
        if found is None:
            continue
        head, row = found
        column = next((i for i, c in enumerate(row.cells) if c.begin <= draft.money.begin < c.end), 0)
        label = _label(head, row, column)
        if label is None or not _OF_SUMS.fullmatch(head.cells[column].words.replace(" ", "")):
            continue
        if _SUMS_ONLY.fullmatch(row.cells[column].words) is None:
            continue
        span = Span(label.begin, label.end)
        draft.be_for(label.words, span, mentions.within(span, "program"))
        draft.own = True
        if draft.status is None or "table" not in draft.features:
            year, told = draft.year, draft.year_told
            read_head(analysis, draft, head.cells[column])
            draft.year, draft.year_told = draft.year or year, draft.year_told or told
        if draft.by is not None and draft.by.begin > draft.money.begin:
            draft.by = draft.payer = draft.decider = None
            draft.elided = draft.source not in ("국비", "민자")


def _row(text: str, place: int) -> tuple[Line, Line] | None:
    """The head and the row of the table in which a place stands, where both have as many cells."""
    begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    end = len(text) if end < 0 else end
    if mark_of(text[begin:end]) is None:
        return None
    row = Line(begin, end, cells_of(text, begin, end))
    head = head_above(text, [row]) if len(row.cells) > _LEAST else None
    return (head, row) if head is not None and len(head.cells) == len(row.cells) else None


def _label(head: Line, row: Line, column: int) -> Cell | None:
    """The cell before the sum's under a head that names things."""
    for title, cell in zip(head.cells[:column], row.cells[:column], strict=True):
        words = cell.words
        if not _OF_NAMES.fullmatch(title.words.replace(" ", "")) or not _NAME.search(words):
            continue
        if not (is_figure(words) or is_reckoned(words) or SUM_ROW.match(words.replace(" ", ""))):
            return cell
    return None
