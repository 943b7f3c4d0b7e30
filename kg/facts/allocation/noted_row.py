"""A note below a table that counts its rows: «※ 2번: 굴뚝 1기당 설치비 2천만 원» is of the row headed 2."""

from kg.facts.allocation.topic_sentence import may_get_money
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_NOTE = regex(r"[\s※*＊▪•·○\-–(]*(?:주\s?)?(?P<row>\d{1,2}|[①-⑳])\s?(?:번|번째\s?사업|번\s?사업)?\)?\s?[:：)]\s")
_NAME = regex(r"[가-힣A-Za-z]{2,}")
_REACH = 900
"""Letters behind a table in which its notes stand."""


def noted_row(analysis: Analysis, mentions: Mentions, place: int) -> Topic | None:
    """The name of the row to which the line of a place is a note."""
    text = analysis.text
    begin = text.rfind("\n", 0, place) + 1
    note = _NOTE.match(text, begin, place)
    if note is None or ("번" not in note.group() and "※" not in note.group() and "주" not in note.group()):
        return None
    for grid in reversed(analysis.document.grids):
        if not grid.rows or grid.rows[-1].end > begin:
            continue
        if begin - grid.rows[-1].end > _REACH:
            return None
        for row in grid.rows:
            if row.cells[0].words.strip(" .)") != note["row"]:
                continue
            cell = next((c for c in row.cells[1:] if _NAME.search(c.words)), None)
            if cell is None:
                return None
            span = Span(cell.begin, cell.end)
            named = [m for m in mentions.within(span, "program") if may_get_money(m)]
            return Topic(cell.words, span, named[0] if named else None)
        return None
    return None
