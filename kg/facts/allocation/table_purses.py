"""Rows of purses in a table: what they are for where the row itself tells only whose money it is."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft


def lend_to_purses(rows: Sequence[Draft]) -> None:
    """Let «국비 | 40억» below «총사업비 | 128억» be for what the whole is for, though not all purses are told."""
    whole: Draft | None = None
    for draft in rows:
        if draft.whole and draft.purpose and not draft.sourced:
            whole = draft
        elif whole is not None and whole.purpose and draft.sourced and not draft.own and draft.purpose is None:
            draft.be_for(whole.purpose, whole.slots.get("purpose", (whole.money.span,))[0], whole.programs)
