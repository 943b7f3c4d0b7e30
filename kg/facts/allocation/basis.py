"""What a sum is the measure of: all of a thing, one year's share, a part of a total, or one of many."""

from kg.facts.allocation.draft import Draft
from kg.facts.model import Basis


def basis_of(draft: Draft) -> Basis | None:
    """``per-unit`` before ``annual`` by shares of years, ``part`` of a told total, ``total`` of all or of several
    years, ``annual`` where a year is told; nothing where the words tell none of these."""
    if draft.per_unit:
        return "per-unit"
    if draft.recurring or (draft.first_year and draft.part_of is None):
        return "annual"
    if draft.part_of is not None:
        by_years = (
            draft.year is not None and draft.year != draft.part_of.year and not draft.source and draft.status != "cut"
        )
        return "annual" if by_years else "part"
    if draft.shared_out:
        return "part"
    if draft.several_years or (draft.whole and not (draft.weak_whole and draft.year is not None)):
        return "total"
    if draft.year is not None:
        return "annual"
    return None
