"""Whose money the rows of a table are that compares governments: «나루 동구 AI 길잡이 | 640 | 1,180»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

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


def governments_in(mentions: Mentions, begin: int, end: int) -> list[Mention]:
    """The governments that a cell or label names, by their places too."""
    bodies = mentions.within(Span(begin, end), "organization", "region")
    return [b for b in bodies if {"LocalGovernment", "Region"} & set(b.value.classes)]


def _opening(text: str, mentions: Mentions, draft: Draft) -> Mention | None:
    """The government with whose name a row's label opens, in front of a further word."""
    told = draft.slots.get("purpose")
    if not told:
        return None
    begin, end = told[0].begin, told[0].end
    named = governments_in(mentions, begin, end)
    return next((m for m in named if m.begin == begin and m.end < end and text[m.end] == " "), None)
