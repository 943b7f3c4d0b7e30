"""Tables that stand across: the things are the columns, and each row tells one of their fields, 사업비, 시행기관."""

import re

from kg.documents.cells import Cell, Grid, Row
from kg.patterns import regex

_CORNER = regex(
    r"(?:구분|항목|내용|구분항목|분류|비교|(?:세부|단위|주요)?(?:사업|과제|정책|프로그램|프로젝트|시설)(?:명|명칭|이름)?|)"
)
_FIELD = regex(
    r"(?:총|올해|금년|당해|내년|연간|누적|세부|주요|소요|최종|(?:20)?\d\d년)?도?"
    r"(?:사업비|사업예산|예산액?|본예산|추경|소요예산|사업규모|재원|재원구성|투자비|투자액|집행액|집행률|집행|결산액?|교부액|지원액|지원금"
    r"|국비|도비|시비|군비|구비|지방비|민자|민간(?:자본|투자|부담금?)?|자부담|기금|금액|비용|한도|단가"
    r"|(?:세부|단위|주요)?(?:사업|과제|정책|프로그램|프로젝트|시설)(?:명|명칭|이름)"
    r"|[가-힣]{1,5}(?:용량|면적|목표|규모|인원|대수|건수|연도|비율|시점|시기)"
    r"|(?:사업|추진|시행|운영|수행)?(?:기간|시기|일정)|위치|장소|(?:사업|지원|참여)?대상(?:지|자)?|지원내용|사업내용|내용|개요|규모|물량|사업량"
    r"|(?:사업|공동|위탁)?(?:수행|주관|운영|시행|추진|전담|수탁|담당|집행|참여|관리)(?:기관|주체|자|사|업체|단체|처|부서|방식)?|주체|기관|부서|소관|담당"
    r"|(?:성과|사업|추진)?(?:목표|지표|실적|성과|효과)|기대효과|현황|진도|진척률|공정률|상태|근거|법적근거|방식|비고|특징|문제점|과제|의견|결과|심사결과|유형|성격"
    r"|신규계속|착수|착공|준공|개시|이용자|이용료|이용인원|인원)(?:안|액|계획|현황)?"
)
_NO_THING = regex(
    r"(?:합계|총계|소계|계|전체|비고|증감|대비|당초|변경|현행|개정|(?:19|20)?\d\d년?도?|\d{1,2}(?:월|분기|차|단계).*|(?:상|하)반기|본예산|추경|전년|올해|내년|.*(?:예산안?|사업비|금액|실적|결산|의견|심사안|요구안|수정안|원안))"
)
_NAMES = regex(r"(?:세부|단위|주요)?(?:사업|과제|정책|프로그램|프로젝트|시설|서비스)(?:명|명칭|이름)")
"""The field that tells the names of the things, where the head tells whose they are: «구분 | 가온시», «사업명 | …»."""
_BARE = regex(r"\([^)]*\)|\s|[·ㆍ/]")


def things_across(grid: Grid) -> dict[int, Cell]:
    """The head's cells that name things by the number of their column, where the rows of the table are fields of
    these; none where the rows are the things."""
    if grid.head is None or len(grid.head.cells) < 2 or not _CORNER.fullmatch(_bare(grid.head.cells[0])):
        return {}
    told = [row for row in grid.rows if row.cells]
    names = next((r for r in told[:2] if _NAMES.fullmatch(_bare(r.cells[0]))), None)
    if names is not None and len(names.cells) == len(grid.head.cells):
        return {i: c for i, c in enumerate(names.cells) if i and len(c.words) > 2}
    fields = [row for row in told if is_field_row(row)]
    if len(fields) < 2 or 4 * len(fields) < 3 * len(told):
        return {}
    heads = {i: c for i, c in enumerate(grid.head.cells) if i and len(c.words) > 2}
    named = {i: c for i, c in heads.items() if not (_FIELD.fullmatch(_bare(c)) or _NO_THING.fullmatch(_bare(c)))}
    return named if 2 * len(named) > len(grid.head.cells) - 1 else {}


def names_across(grid: Grid) -> frozenset[tuple[int, int]]:
    """The places of the cells that a row «사업명 | …» names as projects."""
    head = grid.head.cells if grid.head is not None else ()
    return frozenset((c.begin, c.end) for c in things_across(grid).values() if c not in head)


def is_field_row(row: Row) -> bool:
    """Whether a row's first cell is the name of a field: 총사업비, 시행기관, 목표."""
    return _FIELD.fullmatch(_bare(row.cells[0])) is not None


def field_of(row: Row, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern matches the whole name of the row's field, without its brackets and spaces."""
    return pattern.fullmatch(_bare(row.cells[0])) is not None


def _bare(cell: Cell) -> str:
    return _BARE.sub("", cell.words)
