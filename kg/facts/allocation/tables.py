"""Sums in tables: the row's first cell is the purpose, the column's head the year and the status."""

import re
from dataclasses import dataclass

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.source import _pattern as source_pattern
from kg.facts.allocation.words import foreign_nouns, sources
from kg.facts.allocation.year import spans_years, year_words
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_DRAFT_HEAD = re.compile(r"\(?(?:안|예산안|요구|편성안|안\))\)?\s*$|예산안|요구액|요구")
_FINAL_HEAD = re.compile(r"확정|최종|의결|조정액|조정후|심사액")
_SPENT_HEAD = re.compile(r"집행|결산|지출")
_CHANGE_HEAD = re.compile(r"증감|증가|감소|차이|증액|감액|대비|변동|비고|비율|율$")
_SHARED_OUT = re.compile(r"배분|분담|재원별|사업별|분야별|기관별|시군별|지역별|시·도별")
_SUM_ROW = re.compile(r"^(?:총?\s?합\s?계|총계|소계|계|전체|합산)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of cells: each its begin, end and words."""

    begin: int
    end: int
    cells: tuple[tuple[int, int, str], ...]


def table_drafts(analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> list[Draft]:
    """One draft for every sum in a table's cell that a heading or a row names."""
    sums = [m for m in mentions.of("money") if m.rule == "money-table"]
    if not sums:
        return []
    text = analysis.text
    found: list[Draft] = []
    head: Line | None = None
    last_end = -1
    for line, inside in _lines(text, sums):
        if last_end < 0 or line.begin - last_end > 2:
            head = _head_above(text, line, sums)
        last_end = line.end
        for money in inside:
            draft = _cell(analysis, mentions, lexicon, line, head, money)
            if draft is not None:
                found.append(draft)
    return found


def _lines(text: str, sums: list[Mention]) -> list[tuple[Line, list[Mention]]]:
    rows: dict[int, tuple[Line, list[Mention]]] = {}
    for money in sums:
        begin = text.rfind("\n", 0, money.begin) + 1
        end = text.find("\n", money.end)
        end = len(text) if end < 0 else end
        if begin not in rows:
            rows[begin] = (Line(begin, end, _cells(text, begin, end)), [])
        rows[begin][1].append(money)
    return [rows[b] for b in sorted(rows)]


def _cells(text: str, begin: int, end: int) -> tuple[tuple[int, int, str], ...]:
    words = text[begin:end]
    pattern = r"[^|]+" if "|" in words else r"[^\t]+" if "\t" in words else r"\S+(?: \S+)*"
    cells = []
    for piece in re.finditer(pattern, words):
        bare = piece.group().strip()
        if bare or "|" in words:
            lead = len(piece.group()) - len(piece.group().lstrip())
            cells.append((begin + piece.start() + lead, begin + piece.start() + lead + len(bare), bare))
    if cells and not cells[0][2]:
        cells = cells[1:]
    return tuple(cells)


def _head_above(text: str, line: Line, sums: list[Mention]) -> Line | None:
    """The nearest line of as many cells above the table's first row of sums."""
    end = line.begin - 1
    for _ in range(4):
        if end <= 0:
            return None
        begin = text.rfind("\n", 0, end) + 1
        cells = _cells(text, begin, end)
        if len(cells) == len(line.cells) and len(cells) > 1 and not any(begin <= m.begin < end for m in sums):
            return Line(begin, end, cells)
        end = begin - 1
    return None


def _cell(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, line: Line, head: Line | None, money: Mention
) -> Draft | None:
    column = next((i for i, c in enumerate(line.cells) if c[0] <= money.begin < c[1] or c[0] == money.begin), None)
    if not column:
        return None
    label = (
        next(c for c in line.cells if re.search(r"[가-힣A-Za-z]", c[2]))
        if re.search(r"[가-힣A-Za-z]", "".join(c[2] for c in line.cells[:column]))
        else None
    )
    if label is None or label[0] >= money.begin:
        return None
    words = head.cells[column][2] if head is not None and len(head.cells) == len(line.cells) else ""
    if _CHANGE_HEAD.search(words) or any(w in words or label[2].endswith(w) for w in foreign_nouns(lexicon)):
        return None
    span = Span(label[0], label[1])
    name = re.sub(r"^[\s○◦□■▪•·ㅇ△\-–\d.)①-⑳]+(?=[가-힣A-Za-z‘'(])", "", label[2]).strip()
    name = re.sub(r"\(([^(),]{2,}),[^()]*\)$", r"(\1)", name)  # a remark in the bracket
    if not name or (money.value.low or 0) <= 0:
        return None
    draft = Draft(money, None, evidence=(Span(min(span.begin, money.begin), money.end),))
    draft.features.append("table")
    draft.column = column
    draft.note("purpose", span, "purpose-row")
    draft.purpose, draft.own = name, True
    draft.programs = [m for m in mentions.within(Span(span.begin - 40, span.end + 40), "program") if m.span.meets(span)]
    if _SUM_ROW.match(name.replace(" ", "")):
        draft.whole, draft.own = True, False
        caption = _caption(analysis, line)
        if caption is None:
            return None
        draft.purpose = caption[0]
        draft.slots["purpose"] = (caption[1],)
    if head is not None and words:
        cell = head.cells[column]
        years = year_words(analysis.text, cell[0], cell[1], analysis.document.published)
        years = years or _bare_year(cell)
        if len(years) == 1:
            draft.year, draft.year_told = years[0].year, True
            draft.note("year", years[0].span, "year-column")
        if _DRAFT_HEAD.search(words):
            draft.status, draft.stage = "proposed", "편성안"
        elif _SPENT_HEAD.search(words):
            draft.status, draft.stage = "spent", "집행"
        elif _FINAL_HEAD.search(words):
            draft.status, draft.stage = "approved", "확정"
        if draft.status:
            draft.note("status", Span(cell[0], cell[1]), f"status-{draft.status}")
    for told, at in ((words, head.cells[column][0] if head and words else 0), (label[2], label[0])):
        match = source_pattern(lexicon).search(told)
        if match:
            draft.source, draft.sourced = sources(lexicon).get(match.group()), True  # type: ignore[assignment]
            draft.note("source", Span(at + match.start(), at + match.end()), "source-told")
            if told == label[2] and match.group() == name:
                draft.own, draft.purpose = False, None
            break
    caption = _caption(analysis, line) if not draft.sourced or not draft.year else None
    if caption is not None:
        purses = {m.group() for m in source_pattern(lexicon).finditer(caption[0])}
        if len(purses) == 1 and not draft.sourced and sources(lexicon).get(next(iter(purses))):
            draft.source, draft.sourced = sources(lexicon)[next(iter(purses))], True  # type: ignore[assignment]
            draft.note("source", caption[1], "source-told")
        if not draft.year and spans_years(
            analysis.text, caption[1].begin, caption[1].end + 12, analysis.document.published
        ):
            draft.several_years = True
        draft.shared_out = bool(_SHARED_OUT.search(caption[0]))
        if not draft.year and draft.several_years:
            draft.status = draft.status or "planned"
    draft.elided = draft.source not in ("국비", "민자")
    return draft


def _bare_year(cell: tuple[int, int, str]):  # type: ignore[no-untyped-def]
    from kg.facts.allocation.year import YearWord

    match = re.match(r"[’']?(\d{2}|20\d\d)(?:년도?)?(?:\s?\(|$|\s)", cell[2])
    if match is None:
        return []
    year = int(match.group(1))
    return [YearWord(year if year > 99 else 2000 + year, Span(cell[0], cell[0] + match.end(1)), "in")]


def _caption(analysis: Analysis, line: Line) -> tuple[str, Span] | None:
    """The words of the heading above a table: «◇ 주요 사업비 (단위: 억원)»."""
    text = analysis.text
    end = line.begin - 1
    for _ in range(14):
        if end <= 0:
            return None
        begin = text.rfind("\n", 0, end) + 1
        words = text[begin:end]
        if "단위" in words or (re.match(r"\s*[◇□○■<〈【\[]", words) and "|" not in words):
            bare = re.sub(r"\(?단위.*$", "", words)
            bare = re.sub(r"^[\s◇□○■<〈【\[]+|[\s>〉】\]]+$", "", bare).strip()
            if len(bare) >= 3:
                place = begin + words.find(bare)
                return bare, Span(place, place + len(bare))
        end = begin - 1
    return None
