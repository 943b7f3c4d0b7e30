"""Goals and results that a table's cell tells in words: «실증공장 25곳, 전문인력 3,500명», «처리 24일→9일(2027)»."""

from collections.abc import Iterable

from kg.documents.across import things_across
from kg.documents.cells import Cell, Grid, Row
from kg.facts.model import Target
from kg.mentions.model import Mention, Mentions, Quantity
from kg.patterns import regex
from kg.spans import Span

_YEAR = regex(r"(?P<full>(?:19|20)\d\d)|[’‘'](?P<short>\d\d)(?!\d)|(?P<bare>\d\d)년")
_GOALS_HEAD = regex(r"(?:성과|사업|추진|정량|핵심)?목표(?!액)|기대성과|산출물")
_RESULTS_HEAD = regex(
    r"(?:[’'‘\d.()]|년|월|분기|도|상반기|하반기|올해|금년|작년|전년|지난해|현재|누적|당해|말|까지|기준)*"
    r"(?:추진|주요|운영|사업|정량)?(?:실적|성과)(?:및.*)?"
)
_WORK_HEAD = regex(
    r"(?:사업|추진|지원|설치|보급|구축)?(?:물량|사업량|규모)|비고|(?:주요|세부|사업|추진|지원)내용|산출근거|내역|"
    r"(?:교육|모집|선발|양성|입학|입교|수강)?(?:정원|인원)(?:\([^()]{1,8}\))?"
)
"""Heads of columns that tell among other things how many are got."""
_COUNTED = frozenset(
    (
        "명",
        "개사",
        "곳",
        "개소",
        "대",
        "가구",
        "농가",
        "개교",
        "팀",
        "기",
        "세대",
        "동",
        "종",
        "척",
        "과정",
        "개관",
        "개반",
        "개",
        "회",
        "건",
        "편",
    )
)
_MANY = 5
_PARTS = regex(r"[^,·;、/\s][^,·;、/]*(?:,\d{3}[^,·;、/]*)*")
_STEP = regex(r"\s?(?:→|⇒|➝|->|에서)\s?")
_IN_BRACKET = regex(r" ?\((?:(?:20)?\d\d년?|현재|기존|지난해|작년|전년|올해)? ?(?:말 ?)?")
"""What leads to the number of before in the bracket behind another: 수료 200명(2025년 140명)."""
_BY = regex(r"\(\s?[’‘']?(?P<year>20\d\d|\d\d(?=년))년?(?:까지|도|말)?\s?\)")
_BY_FIRST = regex(r"^(?:(?:[’‘']?(?P<year>20\d\d|\d\d)년|[’‘'](?P<bare>\d\d))(?: ?말)?(?:까지|에는|에|도|중)? ?)")
"""The year by which it is to be, told first in a part of a cell: ’27년까지 작품 24편."""
_LETTERS = regex(r"[가-힣A-Za-z]{2,}")
_NUMBER = regex(r" ?(?:약 ?|총 ?|연 ?|누적 ?)?\d[\d,.]* ?(?:%|[가-힣]{1,3})?(?: ?\([^()]*\))?$")
"""The number that ends a goal's cell: what stands before it names what is counted (경로당 75개소)."""
_MARK = regex(r"^[^가-힣A-Za-z0-9]+|\(.*$")
_SHORT = 3
"""A measure of fewer letters is what is done (보급, 설치), or nothing."""


def in_cells(text: str, grid: Grid, mentions: Mentions, *, indicators: bool) -> Iterable[Target]:
    """The goals and results of a table whose rows or columns are headed as such (성과목표, 추진실적, 사업량); of one of
    ``indicators`` only what its cells say in words.
    """
    heads = grid.head.cells if grid.head else ()
    for row in grid.rows if (things := things_across(grid)) else ():
        if not _GOALS_HEAD.fullmatch(row.cells[0].words.replace(" ", "")):
            continue
        for column, thing in things.items():
            if column < len(row.cells) and _LETTERS.search(row.cells[column].words):
                yield from _in_cell(text, row.cells[column], row.cells[0], mentions, thing.words, "goal", None)
    years = [y for c in heads if (y := year_of(c.words)) is not None]
    caption = year_of(grid.caption.of(text)) if grid.caption else None
    aims = next((i for i, c in enumerate(heads) if i and _GOALS_HEAD.search(c.words.replace(" ", ""))), None)
    for column, head in enumerate(heads):
        words = head.words.replace(" ", "")
        goal, result = _GOALS_HEAD.search(words), _RESULTS_HEAD.fullmatch(words)
        if not column or not (goal or result or (aims is None and _WORK_HEAD.fullmatch(words))):
            continue
        for row in grid.rows:
            if len(row.cells) != len(heads) or not any(c.isdigit() for c in row.cells[column].words):
                continue
            cell, label = row.cells[column], _label(row, column)
            worded = _LETTERS.search(cell.words) is not None
            if (goal or result) and not worded and indicators:
                continue
            if result and not worded and aims is not None:
                label = _NUMBER.sub("", row.cells[aims].words).strip() or label
            year = None if goal else caption or max(years, default=None)
            for told in _in_cell(text, cell, head, mentions, label, "result" if result else "goal", year):
                sure = worded or told.unit in _COUNTED or told.unit == "%"
                if (sure and (goal or result)) or (told.unit in _COUNTED and told.value >= _MANY):
                    yield told


def _label(row: Row, column: int) -> str:
    """What a row is about: the first of its cells that has letters, without marks and brackets."""
    for cell in row.cells[:column]:
        if _LETTERS.search(cell.words):
            return _MARK.sub("", _MARK.sub("", cell.words)).strip()
    return ""


def _in_cell(
    text: str, cell: Cell, head: Cell, mentions: Mentions, thing: str, kind: str, year: int | None
) -> Iterable[Target]:
    """The numbers of a cell's parts; ``thing`` is what they are about where a part leaves it out, ``year`` the year of
    those that tell none.
    """
    for part in _PARTS.finditer(text, cell.begin, cell.end):
        yield from _in_words(text, Span(*part.span()), head, mentions, thing, kind, year)


def _in_words(
    text: str, part: Span, head: Cell, mentions: Mentions, thing: str, kind: str, year: int | None
) -> Iterable[Target]:
    """The number that a part of a cell tells, or a step from one to another."""
    inside = [m for m in mentions.within(part, "quantity", "percent") if isinstance(m.value, Quantity)]
    if not inside or len(inside) > 2:
        return
    goal, start = inside[-1], inside[0] if len(inside) == 2 else None
    if start is not None and _IN_BRACKET.fullmatch(text, start.end, goal.begin):
        goal, start = start, goal
    elif start is not None and not _STEP.fullmatch(text, start.end, goal.begin):
        for one in inside if kind == "result" and not text[start.end : goal.begin].strip() else ():
            yield _target(text, part, head, thing, one, None, kind, year)
        return
    before = text[part.begin : inside[0].begin].strip(" :：")
    by = _BY.search(text, goal.end, part.end)
    first = _BY_FIRST.match(before)
    before = before[first.end() :] if first is not None else before
    behind = text[goal.end : by.start() if by is not None else part.end]
    behind = behind.partition("(")[0] if start is not None and start.begin > goal.begin else behind
    name = f"{before} {behind.strip(' )')}".strip()
    if thing and len(name.replace(" ", "")) < _SHORT:
        name = f"{thing} {name}".strip()
    if not _LETTERS.search(name):
        return
    told = year_of(by["year"] + "년") if by is not None else year_of(head.words) or year
    told = year_of((first["year"] or first["bare"]) + "년") if first is not None else told
    yield _target(text, part, head, name, goal, start, kind, told)


def _target(
    text: str, part: Span, head: Cell, name: str, goal: Mention, start: Mention | None, kind: str, year: int | None
) -> Target:
    slots: dict[str, tuple[Span, ...]] = {"measure": (part,)}
    if year:
        slots["deadline"] = (Span(head.begin, head.end),)
    return Target(
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
        target_kind=kind,  # type: ignore[arg-type]
    )


def year_of(words: str) -> int | None:
    """The year that words of a table tell, also of two digits (’27, 27년)."""
    match = _YEAR.search(words)
    if match is None:
        return None
    return int(match["full"]) if match["full"] else 2000 + int(match["short"] or match["bare"])
