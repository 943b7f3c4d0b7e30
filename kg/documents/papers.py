"""Papers of councils and offices: where their sections, lists and tables begin, and the title that two lines make."""

from collections.abc import Sequence
from itertools import takewhile

from kg.documents.cells import ROW
from kg.documents.layout import Layout
from kg.documents.lines import BULLETS, Line
from kg.patterns import regex

_FIRST = regex(r"(?:제\s?1\s?[장절]|(?P<roman>[ⅠI])|(?P<figure>1)|(?P<letter>가))\s?[.)]?\s(?=[가-힣「‘“])")
_NEXT = {"roman": regex(r"(?:Ⅱ|II)\s?[.)]?\s"), "figure": regex(r"2\s?[.)]\s"), "letter": regex(r"나\s?[.)]\s")}
_CHAPTER = regex(r"제\s?2\s?[장절]\s")
_LONGEST = 30
_SECTION = regex(
    r"(?:[□■▣❏❑❒◆◇◈▶▷▢◘☐▤▥]\s?|(?:\d{1,2}|[가-하]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.)]\s?|"
    r"(?:사업|과제|안건|카드|유형|분야|전략|의안|항목|세부사업|세부과제)\s?\d{1,2}\s?[./:)]?\s|"
    r"[\[<【〈][^\[\]<>【】〈〉]{2,12}[\]>】〉]\s?)"
    r"(?=[가-힣A-Za-z‘“「『<(])"
)
_BULLET = regex(rf"(?P<mark>[{BULLETS}]|\.(?=\s))\s?(?=\S)")
FORM = regex(r"[가-힣](?:[가-힣 ]{0,9}[가-힣])?\s?(?:[:：]\s?|\t)\S")
"""A form's line: «예산 : 4억 원», the label and a tab."""
_OF_MATTER = regex(
    r"[가-힣 ]{0,5}(?:사\s?업|과\s?제|예\s?산|재\s?원|명\s?칭|시\s?행|수\s?행|주\s?관|추\s?진|공\s?사|용\s?역)"
    r"[가-힣 ]{0,6}?\s?(?:[:：]|\t)"
)
"""A form's line that tells of the matter and not of the paper (일시, 장소, 작성자)."""
_COUNTED = regex(r"(?P<number>[①-⑳]|\d{1,2}[.)]|[가-하][.)])\s?(?=\S)[^:：\n]{2,44}[:：][^\n]*\d")
"""A counted item that tells figures of a thing: «① AI 탐방안내 : 요구 420 → 조정 300»."""
_LONG_ITEM, _SHORT_ITEM, _MANY_ITEMS, _FEW_ITEMS = 60, 24, 5, 3
"""So long a line, or so many of them below each other, are no subtitles; so short a one is a button or a stamp."""
_UNIT = regex(r"[(\[<]?\s?단위\s?[:：]\s?[^()]{1,20}[)\]>]?")
_COLUMNS = regex(r"\S+(?:\s\S+)*(?:[ \u3000\t]{2,}\S+(?: \S+)*){2,}")
_DAY_AT_EDGE = regex(
    r"(?P<name>[가-힣].{1,39}\S)\s{3,}(?:19|20)\d\d\s?[.년\-/]\s?\d{1,2}\s?[.월\-/]\s?\d{1,2}\s?[.일]?(?:\s?\([월화수목금토일]\))?"
    r"(?:\s(?:확정|현재|기준|작성|제출|의결|배포|보고|발행|공개))?"
)
_FIELD = regex(r"[가-힣]\s?[:：]\s?\S")
_ITEM = regex(r"[□■○●◦◇◆▣❍❏❑▲△▷▶‣‧•·※ㅇ]\s?\S|(?:\d{1,2}|[가-하]|[ⅠⅡⅢ])\s?[.)]\s|\d{1,2}\s{2,}\S")
_CELLS = regex(r"\S\s*\|\s*\S.*\||\S\t+\S")
"""A row of a table, or a field and its value, whose cells bars or tabs part."""
_SESSION = regex(r"제\s?\d{1,4}\s?회\s?.{0,30}(?:정례회|임시회|회의|본회의)?\)?")
MINUTES = regex(
    r"(?:.*\S\s?)?(?:회\s?의\s?록|속\s?기\s?록|의\s?사\s?록)(?:\s?\([^()]{1,8}\))?(?P<count>\s*[(\[]?\s?제?\s?\d{1,4}\s?[호차][^가-힣]*)?"
)
"""A line that names the minutes (``예산결산특별위원회 회의록  제3호``); ``count`` is their number behind the name."""


def begins_paper(lines: Sequence[Line], i: int) -> bool:
    """Whether line ``i`` is the heading of a paper's first section, or tells the unit of the table below it.

    What stands from there on is the paper, not its head: «Ⅰ. 제안경위», «1. 감사 개요» with a second section further
    down. A list of headlines or an agenda has its second entry on the next line.
    """
    line = lines[i]
    if line.prose or len(line.bare) > _LONGEST:
        return False
    below = lines[i + 1 : i + 3]
    if _UNIT.fullmatch(line.bare):
        return bool(below) and bool(ROW.search(below[0].bare) or _COLUMNS.fullmatch(below[0].bare))
    first = _FIRST.match(line.bare)
    if first is None or not below:
        return False
    second = next((_NEXT[kind] for kind, told in first.groupdict().items() if told), _CHAPTER)
    if second.match(below[0].bare):  # an agenda, but for where each entry is a field: «1. 제안자 : …», «2. 제안일 : …»
        return bool(_FIELD.search(line.bare)) and bool(_FIELD.search(below[0].bare))
    return any(second.match(x.bare) for x in lines[i + 2 :])


def begins_list(lines: Sequence[Line], i: int) -> bool:
    """Whether the paper's matter begins on line ``i`` without a sentence: the heading of a section above an item or a
    form's line («1. AI 상권 도우미» above «- 예산: 4억 원»), such lines or counted items themselves, or a list whose
    items are too long or too many for subtitles.
    """
    line = lines[i]
    below = lines[i + 1] if i + 1 < len(lines) else None
    if below is not None and not line.prose and len(line.bare) <= _LONG_ITEM and _SECTION.match(line.bare):
        return bool(_BULLET.match(below.bare) or FORM.match(below.bare) or _steps_down(line.bare, below.bare))
    if below is not None and _OF_MATTER.match(line.bare) and FORM.match(below.bare):
        return True
    if below is not None and _COUNTED.match(line.bare) and _COUNTED.match(below.bare):
        return True
    marked = _BULLET.match(line.bare)
    if marked is None:
        return False
    run = [x.bare for x in takewhile(lambda x: x.bare.startswith(marked["mark"]), lines[i:])]
    if sum(len(bare) >= _SHORT_ITEM for bare in run[:_FEW_ITEMS]) < _FEW_ITEMS:
        return False  # «• 입력 2023.09.14», «• 댓글 0»
    return len(run) >= _MANY_ITEMS or max(map(len, run)) >= _LONG_ITEM


def begins_without_prose(lines: Sequence[Line], headlines: Sequence[int], start: int | None) -> int | None:
    """Where a paper begins that is set in items, fields and rows alone, or above whose first whole sentence (``start``)
    rows of a table stand; None where it does not. ``headlines`` are the lines above it that may be headlines.
    """
    if not headlines or _CELLS.search(lines[headlines[0]].bare):
        return None
    below = [i for i in headlines[1:] if start is None or i < start]
    rows = [i for i in below if _CELLS.search(lines[i].bare)]
    if len(rows) > 1:
        return rows[0]
    return next((i for i in below if _ITEM.match(lines[i].bare)), None) if start is None else None


_WAYS_TO_COUNT = (
    regex(r"\d"),
    regex(r"[가-하][.)]"),
    regex(r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]"),
    regex(r"[가-힣]{2,4}\s?\d"),
    regex(r"[□■▣❏]"),
)


def _steps_down(upper: str, lower: str) -> bool:
    """Whether the heading of a section stands right above one that is counted in another way: «안건 1. …», «가. …»."""
    if _SECTION.match(lower) is None:
        return False
    ways = [next((i for i, way in enumerate(_WAYS_TO_COUNT) if way.match(bare)), None) for bare in (upper, lower)]
    return None not in ways and ways[0] != ways[1]


def in_form(lines: Sequence[Line], i: int) -> bool:
    """Whether line ``i`` stands in a run of a form's lines of which one tells of the matter («사업비: 48억 원»)."""
    while i >= 0 and FORM.match(lines[i].bare):
        if "\t" in lines[i].bare or _OF_MATTER.match(lines[i].bare):
            return True
        if lines[i].gap:
            return False
        i -= 1
    return False


def day_at_edge(bare: str) -> int | None:
    """Where the name ends in a line that tells a paper's or a body's name and, at its right edge, the day: «달래시
    조정위원회 심의자료            2024. 9. 30.»; None for any other line.
    """
    told = _DAY_AT_EDGE.fullmatch(bare)
    return told.end("name") if told else None


def join_minutes(lines: Sequence[Line], layout: Layout) -> None:
    """Begin the title of minutes with the session that the line above it tells, and end it before their number:
    «제287회 달래시의회(제2차 정례회)» above «예산결산특별위원회 회의록  제3호».
    """
    at = layout.title
    if at is None or layout.title_offset or not (named := MINUTES.fullmatch(lines[at].bare)):
        return
    if named["count"]:
        layout.title_stop = named.start("count")
    if at and not lines[at].gap and len(lines[at - 1].bare) <= _LONGEST and _SESSION.fullmatch(lines[at - 1].bare):
        layout.title_offset = lines[at - 1].begin - lines[at].begin
        layout.kinds[at - 1] = "masthead"
