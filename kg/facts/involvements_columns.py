"""Who runs a program by a table's columns: the row's 사업명 and the body under 수행기관."""

import re
from collections.abc import Iterator

from kg.facts.model import Involvement
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.spans import Span

_OPERATOR = re.compile(
    r"(?:사업|공동|위탁|세부)?(?:수행|주관|운영|시행|추진|전담|위탁|수탁|집행|총괄|참여)(?:기관|주체|자|사업자|부서|처|업체)?|사업(?:시행자|주체|자)"
)
_DEPARTMENT = re.compile(r"(?:국|과|실|팀|관|단|담당관)$")


def operators_by_column(analysis: Analysis, mentions: Mentions) -> Iterator[Involvement]:
    """One fact for each program and each body that stand in a row, under a head that tells who carries it out."""
    for grid in analysis.document.grids:
        column = grid.column(_OPERATOR)
        if column is None or grid.head is None:
            continue
        for row in grid.rows:
            if len(row.cells) != len(grid.head.cells):
                continue
            cell = row.cells[column]
            if _DEPARTMENT.search(cell.words):
                continue  # a department is no body that runs something on its own
            programs = mentions.within(Span(row.begin, cell.begin), "program", "program-short")
            for body in mentions.within(Span(cell.begin, cell.end), "organization"):
                for program in list(programs)[:1]:
                    yield Involvement(
                        rule="operator-column",
                        evidence=(Span(row.begin, row.end),),
                        features=("operator-field",),
                        program=program,
                        agent=body,
                        involvement="operates",
                    )
