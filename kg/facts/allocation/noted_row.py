"""A note below a table that counts its rows: «※ 2번: 굴뚝 1기당 설치비 2천만 원», «※ 2번 사업 예산 중 국비는 4억 원»
are of the row headed 2."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topic_sentence import may_get_money
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_NOTE = regex(r"[\s※*＊▪•·○\-–(]*(?:주\s?)?(?P<row>\d{1,2}|[①-⑳])\s?(?:번|번째\s?사업|번\s?사업)?\)?\s?[:：)]\s")
_OF_ROW = regex(
    r"[\s※*＊▪•·○ㅇ\-–(]*(?:\d{1,2}[.)]\s|주\s?\d?\s?[:：)]?\s?)?(?:위\s(?:표의?\s)?)?"
    r"(?:(?:연번|순번)\s?(?P<numbered>\d{1,2})(?:번|호)?(?:\s?(?:사업|과제|항목))?"
    r"|(?P<row>\d{1,2}|[①-⑳])\s?번?\s?(?:사업|과제|항목))(?:의|은|는|에|에는|에서|도|이|가|중|,)?\s"
)
_ONLY_COUNTED = regex(
    r"(?:(?:연번|순번)\s?\d{1,2}(?:번|호)?|(?:\d{1,2}|[①-⑳])\s?번?\s?(?:사업|과제|항목))"
    r"(?:의?\s?(?:[’‘']?\d{2,4}년?|올해|내년)?\s?(?:총?사업비|예산|비)?)"
    r"|(?:[가-힣]{1,6}\s?)?(?:부담금|분담금|자부담|보조금|매칭\s?분|매칭금|출연금)(?:\s?\([^()]*\))?"
)
"""Purposes of such a note that say nothing of their own: «1번 사업», «참여기업 부담금(민자)»."""
_INCLUDED = regex(r"\s?(?:원)?\s?(?:을|를|이|가)?\s?포함")
_OF_WHICH = regex(r"(?:예산|사업비)\s(?:가운데|중)\s(?:약\s)?$")
"""«2번 사업의 예산 가운데 15억 원은 국비이다»."""
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
    return _row(analysis, mentions, begin, note["row"])


def name_by_row(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Let the sums of a note on a row by its number be for that row's thing."""
    for draft in drafts if analysis.document.grids else ():
        if draft.clause is None or (draft.own and draft.purpose and not _ONLY_COUNTED.fullmatch(draft.purpose)):
            continue
        begin = analysis.text.rfind("\n", 0, draft.money.begin) + 1
        note = _OF_ROW.match(analysis.text, begin, draft.money.begin)
        topic = _row(analysis, mentions, begin, note["row"] or note["numbered"]) if note is not None else None
        if topic is not None:
            draft.be_for(topic.text, topic.span, topic.programs)
            draft.own = True
            included = _INCLUDED.match(analysis.text, draft.money.end) is not None
            whole = _OF_WHICH.search(analysis.text, begin, draft.money.begin) is not None
            draft.shared_out = draft.shared_out or included or (whole and draft.sourced)


def _row(analysis: Analysis, mentions: Mentions, begin: int, number: str) -> Topic | None:
    """What the row headed by a number is about, in the nearest table above a place."""
    for grid in reversed(analysis.document.grids):
        if not grid.rows or grid.rows[-1].end > begin:
            continue
        if begin - grid.rows[-1].end > _REACH:
            return None
        for row in grid.rows:
            if row.cells[0].words.strip(" .)") != number:
                continue
            cell = next((c for c in row.cells[1:] if _NAME.search(c.words)), None)
            if cell is None:
                return None
            span = Span(cell.begin, cell.end)
            named = [m for m in mentions.within(span, "program") if may_get_money(m)]
            return Topic(cell.words, span, named[0] if named else None)
        return None
    return None
