"""Who runs a program by a table's columns: the row's 사업명 and the body under 수행기관."""

from collections.abc import Iterator

from kg.documents.across import field_of, things_across
from kg.documents.cells import Cell, Row, is_figure
from kg.facts.involvement.scene import Scene
from kg.facts.model import Involvement
from kg.patterns import regex
from kg.spans import Span

_OPERATOR = regex(
    r"(?:사업|공동|위탁|세부|실제)?\s?(?:수행|주관|운영|시행|추진|전담|위탁|수탁|집행|총괄|참여|실행|이행|관리|운용|건립|조성|구축|맡는|맡은)\s?"
    r"(?:기관|주체|자|사업자|부서|처|업체|사|단체|법인|곳|대학|기업|조직)?"
    r"|(?:보조|민간|수탁|위탁|선정|지정)?사업(?:시행자|주체|자|수행자|운영자)|보조사업자|주체|(?:운영|시공|주관|시행|운용)사|담당기관"
)
_DEPARTMENT = regex(
    r"(?:(?<!우체)(?<!방송)국|(?<!학)과|(?<!연구)(?<!상황)실|팀|(?:담당|정책|기획|보좌|협력|소통|감사|홍보|총괄|지원)관|"
    r"(?<!협력)(?<!사업)(?<!공)(?<!재)(?<!예술)단)$"
)
_ITSELF = regex(
    r"(?:시|도|군|구|기관|자체|직접|직영)?\s?(?:직접|자체)?\s?(?:수행|추진|운영|시행|직영)|(?:시|도|군|구)(?:청)?"
)


def operators_by_column(scene: Scene) -> Iterator[Involvement]:
    """One fact for each program and each body that stand in a row, under a head that tells who carries it out.

    «직접 수행» is the government whose table it is.
    """
    analysis = scene.analysis
    for grid in analysis.document.grids:
        if things := things_across(grid):
            for row in grid.rows:
                if field_of(row, _OPERATOR):
                    pairs = [(head, row.cells[i]) for i, head in things.items() if i < len(row.cells)]
                    yield from (f for head, cell in pairs for f in _entered(scene, row, head, cell))
            continue
        column = grid.column(_OPERATOR)
        if column is None or grid.head is None:
            continue
        for row in grid.rows:
            if not column < len(row.cells) <= len(grid.head.cells) or len(grid.head.cells) - len(row.cells) > 1:
                continue
            if len(row.cells) < len(grid.head.cells) and is_figure(row.cells[column].words):
                continue  # a row that lacks a cell before: its last one stands elsewhere
            cell = row.cells[column]
            yield from _entered(scene, row, Cell(row.begin, cell.begin, ""), cell)


def _entered(scene: Scene, row: Row, thing: Cell, cell: Cell) -> Iterator[Involvement]:
    """The bodies that a cell names as those who run the first program of ``thing``."""
    mentions = scene.mentions
    if _DEPARTMENT.search(cell.words):
        return  # a department is no body that runs something on its own
    programs = mentions.within(Span(thing.begin, thing.end), "program", "program-short")
    every = mentions.within(Span(cell.begin, cell.end), "organization")
    bodies = [b for b in every if not any(o.span != b.span and o.span.holds(b.span) for o in every)]
    if not bodies and scene.government is not None and _ITSELF.fullmatch(cell.words):
        bodies = [scene.government]
    for body in bodies:
        for program in list(programs)[:1]:
            yield Involvement(
                rule="operator-column",
                evidence=(Span(row.begin, row.end),),
                features=("operator-field",),
                program=program,
                agent=body,
                involvement="operates",
            )
