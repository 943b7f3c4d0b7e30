"""Who runs a program by a table's columns: the row's 사업명 and the body under 수행기관."""

from collections.abc import Iterator, Sequence

from kg.documents.across import field_of, things_across
from kg.documents.cells import Cell, Row, is_figure
from kg.facts.involvement.fact import operated
from kg.facts.involvement.scene import Scene
from kg.facts.model import Involvement
from kg.mentions.model import Mention
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


_OF_THINGS = regex(
    r"(?:사업|과제|프로그램|행사|공사|용역|시설|강좌|과정|일정|정책|서비스|예산)\s?(?:명|\s?내용)?(?:\s|$)|일시|날짜"
)
"""A table of things of their own, even where no row is known to name a program."""
_JOINTLY = regex(
    r"(?:와|과)\s(?:공동|함께|협력|연계|합동)\s?(?:으로\s|해\s|하여\s)?(?:추진|운영|시행|수행"
    r"|조성|구축|개발|진행|실시)"
)
_PROPOSED = regex(
    r"\s?(?:[가-힣]{2,10}\s?)?(?:\([^()\n]{1,16}\)\s?)?(?:이|가|의)?\s?(?:최초\s?|처음\s?|대표\s?|직접\s?)?(?:제안|건의|발의|공약|제의|지시|역점)"
    r"(?!\s?(?:반대|철회|거절|반려))"
)
_NOT_ALL = regex(r"참여|협력|부서|처$|맡")


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
        head, column = grid.head, grid.column(_OPERATOR)
        if head is None or column is None:
            continue
        if (main := _told_of(scene, head, grid.rows)) is not None:
            if not _NOT_ALL.search(head.cells[column].words):
                yield from _of_one(scene, grid.rows, column, main)
            continue
        for row in grid.rows:
            if not column < len(row.cells) <= len(head.cells) or len(head.cells) - len(row.cells) > 1:
                continue
            if len(row.cells) < len(head.cells) and is_figure(row.cells[column].words):
                continue  # a row that lacks a cell before: its last one stands elsewhere
            cell = row.cells[column]
            yield from _entered(scene, row, Cell(row.begin, cell.begin, ""), cell)


def operators_by_note(scene: Scene) -> Iterator[Involvement]:
    """«가온시와 공동 추진» in a cell of a program's row: that body and the government whose table it is."""
    for row, program in _rows_of_one(scene):
        for body in scene.mentions.within(Span(program.end, row.end), "organization"):
            if _JOINTLY.match(scene.analysis.text, body.end, row.end):
                home = scene.government
                together = [body, *([home] if home is not None and scene.is_government(home) else [])]
                yield from (_in_row(row, program, agent, "operates") for agent in together)


def backers_by_note(scene: Scene) -> Iterator[Involvement]:
    """«A 의원이 제안», «A 시장 공약» in a cell of a program's row."""
    for row, program in _rows_of_one(scene):
        for person in scene.mentions.within(Span(program.end, row.end), "person"):
            if _PROPOSED.match(scene.analysis.text, person.end, row.end):
                yield _in_row(row, program, person, "backs")


def _rows_of_one(scene: Scene) -> Iterator[tuple[Row, Mention]]:
    """The rows of tables that name one program, in their first cells, each with it."""
    for grid in scene.analysis.document.grids:
        if grid.head is None or things_across(grid):
            continue
        for row in grid.rows:
            named = scene.mentions.within(Span(row.begin, row.end), "program", "program-short")
            if len({scene.full(p).value.text for p in named}) == 1:
                yield row, scene.full(named[0])


def _in_row(row: Row, program: Mention, agent: Mention, kind: str) -> Involvement:
    return Involvement(
        rule="operator-column" if kind == "operates" else "backer-relative",
        evidence=(Span(row.begin, row.end),),
        features=("operator-field",) if kind == "operates" else ("same-sentence", "backer-relative"),
        program=program,
        agent=agent,
        involvement=kind,
    )


def _told_of(scene: Scene, head: Row, rows: Sequence[Row]) -> Mention | None:
    """The main program where the rows of a table are its parts or its places, and name no program of their own."""
    if scene.main is None or not scene.main_stands_out or not rows:
        return None
    whole = Span(head.begin, rows[-1].end)
    if scene.mentions.within(whole, "program", "program-short") or scene.first_named(scene.main) > whole.begin:
        return None
    if _OF_THINGS.search(" ".join(cell.words for cell in head.cells)):
        return None
    return scene.main


def _of_one(scene: Scene, rows: Sequence[Row], column: int, program: Mention) -> Iterator[Involvement]:
    """Who stands in the column of a table that tells who carries out the parts of one program."""
    for row in rows:
        if column >= len(row.cells) or _DEPARTMENT.search(row.cells[column].words):
            continue
        cell = row.cells[column]
        sentence = scene.analysis.sentence_at(cell.begin)
        if sentence is None:
            continue
        for body in scene.mentions.within(Span(cell.begin, cell.end), "organization"):
            yield operated(scene, sentence, program, body, "operator-takes-part")


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
