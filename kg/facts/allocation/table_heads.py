"""What the head over a column tells of its sums: year, stage, status, whether each one gets so much."""

from kg.documents.cells import Cell
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.table_beside import bare_year
from kg.facts.allocation.table_labels import by_heads
from kg.facts.allocation.table_stages import step_of
from kg.facts.allocation.table_years import DRAFT_HEAD
from kg.facts.allocation.year import spans_years, year_words
from kg.language.model import Analysis
from kg.patterns import regex
from kg.spans import Span

_FINAL_HEAD = regex(
    r"^(?:당초|본|기정)\s?예산|^기정액|예산\s?현액|"
    r"확정|확보액?$|교부액|최종|의결|조정액|(?:조정|심의|수정)\s?(?:후|결과)|심사액|심사\s?(?:결과|후)|반영액|수정안|가결"
)
_SPENT_HEAD = regex(r"집행|결산|지출")
_CHANGE_HEAD = regex(
    r"증\s?감|증가|감소|차이|증액|감액|대비|변동|이월|불용|잔액|잔여|미집행|반납|비고|비율|율$|[(（]?[A-Zⓐ-ⓩ가나]\s?[-－–]\s?[A-Zⓐ-ⓩ가나][)）]?$"
)
_CUT_HEAD = regex(r"삭감|^(?:심사\s?|조정\s?)?감액(?:\s?액|\s?내역)?(?:\s?\([^)]*\))?$")
_EACH_HEAD = regex(
    r"(?<![가-힣])(?:1\s?)?(?:업체|기업|개소|곳|팀|과제|가구|농가|점포|학교|명|인|대|건|개사|마을|단지|단체|사업장|시설|회)당"
    r"|^(?:지원\s?)?단가(?![가-힣])"
)
"""Columns of what each one gets: «기업당 한도», «대당 단가»."""
_ASKED_HEAD = regex(r"요구|신청|건의|요청|[시도군구]\s?비|자체|지방비")
"""Columns of what others than a ministry tell or give."""
_WHOLE_HEAD = regex(r"^총\s?사업비|^총\s?액|^총\s?예산|^총\s?투자|^합계$|^계$")

_ALL_YEARS = regex(r"총\s?(?:사업|투자)비")
"""What a thing costs from its first year to its last, beside columns of one year."""


def tells_change(words: str) -> bool:
    """Whether a column tells by how much sums differ, which are no sums of their own; what was cut is one."""
    return _CHANGE_HEAD.search(words) is not None and _CUT_HEAD.search(words) is None


def asked_of_others(words: str) -> bool:
    """Whether a column tells what was asked for or what others than a ministry give."""
    return _ASKED_HEAD.search(words) is not None


def read_head(analysis: Analysis, draft: Draft, above: Cell) -> None:
    """Take year, stage, status and what each one gets from the cell over a sum."""
    words, place = above[2], Span(above[0], above[1])
    if (heads := by_heads(words)) is not None:
        draft.per_unit = heads[0]
        draft.features.append("per-unit")
    elif (each := _EACH_HEAD.search(words)) is not None:
        draft.per_unit = each.group()
        draft.features.append("per-unit")
    if not draft.year and spans_years(analysis.text, above[0], above[1], analysis.document.published):
        draft.several_years = True
        return
    years = year_words(analysis.text, above[0], above[1], analysis.document.published) or bare_year(above)
    if len(years) == 1:
        draft.year, draft.year_told = years[0].year, True
        draft.note("year", years[0].span, "year-column")
    draft.stage = step_of(words)
    if _CUT_HEAD.search(words):
        draft.status = "cut"
    elif DRAFT_HEAD.search(words):
        draft.status = "proposed"
    elif _SPENT_HEAD.search(words):
        draft.status = "spent"
    elif _FINAL_HEAD.search(words):
        draft.status = "approved"
    elif not years and _WHOLE_HEAD.search(words):
        draft.whole = True
        draft.several_years = _ALL_YEARS.match(words) is not None
    if draft.status:
        draft.note("status", place, f"status-{draft.status}")
