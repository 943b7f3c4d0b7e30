"""Whose money the rows of a table are that compares governments: «나루 동구 AI 길잡이 | 640 | 1,180»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.grid import Line, Table
from kg.facts.allocation.turn import sitting_body
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_MINISTRIES = regex(r"(?:소관|관계|주관|담당|중앙|해당)?(?:중앙)?부처(?:명)?")
_FEWEST = 2
"""Governments that the labels of one table must name: in a table of one, a place is a part of a name."""


def own_rows(text: str, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Give the sums of a table's rows to the government that opens each label, where the labels name several."""
    openings = [(d, _opening(text, mentions, d)) for d in drafts]
    if len({m.value.official or m.value.text for _, m in openings if m is not None}) < _FEWEST:
        return
    for draft, government in openings:
        if government is not None and draft.by is None:
            draft.by, draft.elided = government, False
            draft.note("payer", government.span, "payer-told")


def cut_by_council(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """In a council's own paper the council takes what a column of cuts tells; less than was asked is a part of it."""
    cuts = [d for d in drafts if d.status == "cut" and d.by is None and "status" in d.slots]
    if analysis.document.kind != "council" or not cuts or (body := sitting_body(mentions)) is None:
        return
    for draft in cuts:
        draft.by = draft.decider = body
        asked = [d for d in drafts if d.evidence[0].begin == draft.evidence[0].begin and d.stage == "편성안"]
        if draft.part_of is None and any(d.value > draft.value for d in asked):
            draft.part_of, draft.bound = max(asked, key=lambda d: d.value), True


def governments_in(mentions: Mentions, begin: int, end: int) -> list[Mention]:
    """The governments that a cell or label names, by their places too."""
    bodies = mentions.within(Span(begin, end), "organization", "region")
    return [b for b in bodies if {"LocalGovernment", "Region"} & set(b.value.classes)]


def ministry_beside(mentions: Mentions, table: Table, line: Line) -> Mention | None:
    """The ministry that pays for a row's thing, where a column is headed so: «사업명 | 부처 | 정부안»."""
    for i, cell in enumerate(line.cells):
        above = table.above(line, i)
        if above is not None and _MINISTRIES.fullmatch(above.words.replace(" ", "")):
            named = mentions.within(Span(cell.begin, cell.end), "organization", "organization-short")
            return next((m for m in named if "Ministry" in m.value.classes), None)
    return None


def _opening(text: str, mentions: Mentions, draft: Draft) -> Mention | None:
    """The government with whose name a row's label opens, in front of a further word."""
    told = draft.slots.get("purpose")
    if not told:
        return None
    begin, end = told[0].begin, told[0].end
    named = governments_in(mentions, begin, end)
    return next((m for m in named if m.begin == begin and m.end < end and text[m.end] == " "), None)
