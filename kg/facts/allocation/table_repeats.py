"""Sums of the running text that a table tells too, and purses of a table's row that only the text tells."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.repeats import alike

_LEAST = 10_000_000
"""Won; smaller sums are prices and what each one gets."""


def told_in_rows(drafts: Sequence[Draft]) -> None:
    """«92억 원 가운데 50억 원이 국비다» where a row tells the 92억 원 with its year: of that year, as far as that is;
    «X에는 국비 49억 원이 들어간다» where a row tells 98억 원 for X: a part of it."""
    rows = [d for d in drafts if d.clause is None and "table" in d.features and d.year is not None and not d.sourced]
    if not rows:
        return
    for draft in drafts:
        if draft.clause is None or draft.per_unit or draft.value < _LEAST or draft.year is not None:
            continue
        if draft.several_years or draft.part_of is not None or draft.revises is not None or draft.superseded:
            continue
        same = [r for r in rows if r.value == draft.value and r.source in (None, draft.source) and alike(r, draft)]
        if len({r.year for r in same}) == 1:
            draft.year = same[0].year
            if "year" in same[0].slots:
                draft.note("year", same[0].slots["year"][0], "year-column")
            if same[0].status is not None and (draft.status in (None, "planned")):
                draft.status = same[0].status
        elif draft.sourced and draft.source is not None and not same:
            whole = _row_of(draft, rows)
            if whole is not None:
                draft.part_of = whole


def _row_of(draft: Draft, rows: Sequence[Draft]) -> Draft | None:
    """The latest year's sum of the one row for the draft's thing."""
    fit = [r for r in rows if r.own and alike(r, draft)]
    if not fit or len({r.purpose for r in fit}) > 1:
        return None
    last = max(fit, key=lambda r: r.year or 0)
    return last if last.value > draft.value else None
