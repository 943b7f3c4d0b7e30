"""Sums that a plan of several years gives to its things: «4년간 2750억 원을 투입한다. … 센터에 640억 원을 배정했다»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.patterns import regex

_ALLOTS = frozenset(("배정", "배분", "책정", "나누", "할당", "돌리"))
_BUDGET = regex(r"예산(?!안)|추경|의결|통과|확정|교부|통보|국회|의회")
_REACH = 12


def planned_shares(drafts: Sequence[Draft]) -> None:
    """What is allotted without a year, where a plan of several years is told before, is as planned as that is."""
    for at, draft in enumerate(drafts):
        clause = draft.clause
        if clause is None or draft.status != "approved" or draft.year is not None or draft.per_unit:
            continue
        act = clause.act or clause.leaning_act
        if act is None or act.word not in _ALLOTS or draft.round is not None:
            continue
        if _BUDGET.search(clause.analysis.text, clause.sentence.begin, clause.sentence.end):
            continue
        plan = next(
            (d for d in reversed(drafts[max(0, at - _REACH) : at]) if _is_plan(d) and d.value > draft.value), None
        )
        if plan is not None and plan.status in (None, "planned", "proposed"):
            draft.status = plan.status or "planned"


def _is_plan(draft: Draft) -> bool:
    return draft.several_years and not draft.sourced and not draft.per_unit and draft.status != "spent"
