"""What the columns of years in a table tell together: the year of totals, what is proposed, what is in force."""

import re
from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import Table
from kg.facts.allocation.year import spans_years, supplements, year_words
from kg.language.model import Analysis
from kg.patterns import regex
from kg.spans import Span

DRAFT_HEAD = regex(r"\(?(?:안|예산안|요구|편성안|안\))\)?\s*$|예산안|추경안|요구액|요구|신청|건의")
"""A column's head that tells a draft."""
_BILL = regex(r"예산안|추경안|추가경정예산안|요구|편성안")
_BUDGET = regex(r"(?<!소요)(?<!소요\s)(?<!필요)예산(?!안|\s?\(안\)|\s?요구|\s?계획|\s?소요)")


def year_of_rows(drafts: Sequence[Draft]) -> None:
    """Totals are of the one year that all the rows above them are of; beside a column of all years («계») the total of
    one year is its share; purses of one year add up to a sum of that year."""
    for draft in drafts:
        beside = [d for d in drafts if d is not draft and d.evidence[0].begin == draft.evidence[0].begin]
        if "sum-row" in draft.features and draft.year and any(d.whole and not d.year for d in beside):
            draft.whole = False
        purses = [d for d in beside if d.part_of is draft]
        if draft.year is None and len({d.year for d in purses}) == 1 and purses[0].year and not draft.several_years:
            draft.year, draft.year_told, draft.weak_whole = purses[0].year, True, True
    rows = [d for d in drafts if "sum-row" not in d.features]
    years = {d.year for d in rows}
    if len(years) != 1 or None in years or any(d.several_years for d in drafts):
        return
    for draft in drafts:
        if draft.year is None:
            draft.year, draft.year_told = rows[0].year, True
            if "year" in rows[0].slots:
                draft.note("year", rows[0].slots["year"][0], "year-told")


def year_of_told(told: Sequence[Draft], drafts: Sequence[Draft]) -> None:
    """Where the text tells the table's whole with its year («올해 27억 원을 쓴다»), all of it is of that."""
    wholes = {d.value for d in drafts if d.whole}
    lent = [d for d in told if d.value in wholes and d.year is not None and not d.several_years and not d.per_unit]
    if not lent or len({d.year for d in lent}) != 1 or max(wholes) != lent[0].value:
        return
    for draft in drafts:
        draft.year, draft.year_told = lent[0].year, True
        draft.weak_whole = draft.weak_whole or draft.own
        if "year" in lent[0].slots:
            draft.note("year", lent[0].slots["year"][0], "year-told")


def year_of_whole(drafts: Sequence[Draft]) -> None:
    """Where the row of totals has a year, its rows tell what that year takes, however long each thing lasts."""
    years = {d.year for d in drafts if d.whole and d.year is not None}
    for draft in drafts if len(years) == 1 else ():
        if draft.lasts and draft.year is None:
            draft.several_years, draft.lasts = False, False
            draft.year, draft.year_told = min(years), True


def year_of_title(analysis: Analysis, drafts: Sequence[Draft]) -> None:
    """A paper on one year's budget: where its tables tell no year, the title's is theirs."""
    title = analysis.document.title_span
    if title is None or not re.search(
        r"예산|사업비|투자|재원|보조금|사업\s?(?:내역|현황|목록)|(?:시행|업무|추진|실행)\s?계획|주요\s?업무",
        analysis.text[title.begin : title.end],
    ):
        return
    if spans_years(analysis.text, title.begin, title.end, analysis.document.published):
        return
    published = analysis.document.published
    years = year_words(analysis.text, title.begin, title.end, published) or supplements(
        analysis.text, title.begin, title.end, published
    )
    if len({y.year for y in years}) != 1:
        return
    for draft in drafts:
        if not draft.whole or draft.source is None:
            draft.year, draft.year_told = years[0].year, True
            draft.note("year", years[0].span, "year-told")
            draft.weak_whole = draft.weak_whole or draft.own


def propose(analysis: Analysis, drafts: list[Draft], caption: tuple[str, Span] | None) -> None:
    """In a table of a budget bill the last year's column is what is proposed."""
    title = analysis.document.title_span
    words = (caption[0] if caption else "") + (analysis.text[title.begin : title.end] if title else "")
    years = [d.year for d in drafts if d.year is not None]
    if not years or not _BILL.search(words):
        return
    for draft in drafts:
        if draft.year == max(years) and draft.status is None and f"{draft.year}" in words:
            draft.status = "proposed"


def in_force(analysis: Analysis, drafts: Sequence[Draft], caption: tuple[str, Span] | None, table: Table) -> None:
    """In a table of a budget the column of the running year is what was passed, unless the words speak of a bill."""
    title, published = analysis.document.title_span, analysis.document.published
    words = (caption[0] if caption else "") + (analysis.text[title.begin : title.end] if title else "")
    words += " ".join(cell.words for cell in table.head.cells) if table.head is not None else ""
    if published is None or _BILL.search(words) or DRAFT_HEAD.search(words) or not _BUDGET.search(words):
        return
    last = int(published[:4])
    for draft in drafts:
        running = draft.year == last and not draft.several_years
        if draft.status is None and (running or (draft.year == last + 1 and _voted(analysis, draft, table))):
            draft.status = "approved"


_MAIN_BUDGET = regex(r"(?:본|당초)\s?예산(?!\s?\(?안|\s?요구)")
_VOTED = regex(
    r"(?:본회의|정례회|임시회|의회)[^\n]{0,40}?(?:의결|확정|통과|가결)(?!\s?(?:예정|을\s앞|될|할|전|대기)|[가-힣]{0,4}\s(?:예정|계획))"
)


def _voted(analysis: Analysis, draft: Draft, table: Table) -> bool:
    """Whether a column is that of next year's main budget and the paper, of the year's last month, tells of a vote."""
    heads = table.head.cells if table.head is not None else ()
    if draft.column is None or draft.column >= len(heads) or (analysis.document.published or "")[5:7] != "12":
        return False
    return _MAIN_BUDGET.search(heads[draft.column].words) is not None and _VOTED.search(analysis.text) is not None


_BARE_BUDGET = regex(r"(?:[가-힣]{0,3}예산(?:액|현액)?|편성액)(?:\s?\([^()]*\))?")
_SPENT = regex(r"집행|결산|지출|소진")


def spent_of(drafts: Sequence[Draft], table: Table) -> None:
    """Beside a column of what was spent, that of the bare budget («예산 | 집행») is what was passed."""
    heads = table.head.cells if table.head is not None else ()
    if not any(_SPENT.search(cell.words) for cell in heads):
        return
    for draft in drafts:
        own = heads[draft.column].words.strip() if draft.column is not None and draft.column < len(heads) else ""
        if draft.status is None and _BARE_BUDGET.fullmatch(own):
            draft.status = "approved"


def compare(drafts: Sequence[Draft]) -> None:
    """Beside the bill's column that of the year before only tells what it is compared with."""
    years = sorted({d.year for d in drafts if d.year is not None})
    if len(years) == 2 and any(d.year == years[1] and d.status == "proposed" for d in drafts):
        for draft in drafts:
            draft.compared = draft.year == years[0] and draft.status is None
