"""One sum told twice is one allocation: the place that tells most stays and takes the rest from the others."""

import re
from collections.abc import Sequence

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.patterns import regex

ORDER = ("국비요구", "편성안", "상임위", "예결위", "확정", "집행", "결산")
"""The steps of a budget's way, in the order in which it takes them."""
_SLOTS = (
    "by",
    "payer",
    "decider",
    "recipient",
    "announced_by",
    "year",
    "source",
    "status",
    "round",
    "instrument",
    "per_unit",
)


def join_repeats(drafts: Sequence[Draft], titles: Sequence[Draft]) -> list[Draft]:
    """The drafts without repeats: of equal sums those whose slots do not contradict each other are one.

    A headline only lends the year, the status and the body that the text itself leaves open.
    """
    kept: list[Draft] = []
    for title in titles:
        told = [d for d in drafts if d.value == title.value]
        if len(told) == 1 and title.status == "cut":
            told[0].status = "cut"
        if (
            len(told) == 1
            and "budget-noun" in title.features
            and told[0].year is None
            and not told[0].several_years
            and title.year is not None
            and not told[0].whole
            and told[0].part_of is None
        ):
            told[0].year = title.year
    for draft in sorted(drafts, key=lambda d: (-_strength(d), d.money.begin)):
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        _take(twin, draft)
        for other in drafts:
            if other.part_of is draft:
                other.part_of = twin if twin is not other else None
            if other.revises is draft:
                other.revises = twin if twin is not other else None
            if other.lender is draft:
                other.lender = twin
    return sorted(kept, key=lambda d: d.money.begin)


def _strength(draft: Draft) -> int:
    """How much the place itself tells: a heading or a retelling tells less than the sentence with the predicate."""
    told = sum(
        f in draft.features for f in ("budget-verb", "budget-noun", "source-told", "year-told", "total-told", "table")
    )
    return told + 2 * draft.own + (draft.part_of is not None)


def _same(a: Draft, b: Draft) -> bool:
    if a.money.value.low != b.money.value.low or a.money.value.currency != b.money.value.currency:
        return False
    if bool(a.per_unit) != bool(b.per_unit) or (a.money is b.money and a.clause is not None):
        return False
    for slot in ("year", "source"):
        x, y = getattr(a, slot), getattr(b, slot)
        if x is not None and y is not None and x != y and not (slot == "year" and _year_lent(a, b) and alike(a, b)):
            return False
    if a.sourced and b.sourced and a.source != b.source:
        return False
    if a.recurring != b.recurring and "cut" in (a.status, b.status):
        return False  # what each year takes, and one year's that is cut
    if _from_two(a, b):
        return False
    if a.recurring != b.recurring and a.by and b.by and str(a.by.value) != str(b.by.value):
        return False  # what one gives each year, and what another gives in all
    tables = sum("table" in d.features for d in (a, b))
    decided = {a.status, b.status} == {"proposed", "approved"}
    if tables == 2 and a.clause is None and b.clause is None and decided and alike(a, b):
        return False  # a column of what was asked and one of what was granted
    if (tables == 2 or (a.apart and b.apart)) and a.by and b.by and a.by.value.text != b.by.value.text:
        return False  # rows of two governments, equal shares of two givers
    if a.sourced != b.sourced and tables == 1 and not _asked_alike(a, b):
        return False  # a purse's share is no year's sum of the same size
    if tables == 1 and a.programs and b.programs and not alike(a, b) and (a if "table" in a.features else b).own:
        return False  # the sum of one row and an equal one of another program
    if a.sourced != b.sourced and a.programs and b.programs and not alike(a, b):
        return False  # nor a purse of one program the equal sum of another
    if a.cost != b.cost and (a.source is None) != (b.source is None) and (a.year is None) != (b.year is None):
        return False  # nor what one cost takes in a year
    if decided and a.revises is not b and b.revises is not a and not alike(a, b):
        return False
    settled = [
        d.own
        or d.revises is not None
        or d.superseded
        or d.part_of is not None
        or "adds-up" in d.features
        or _goes_on_with(d)
        for d in (a, b)
    ]
    return not all(settled) or alike(a, b)


def _goes_on_with(draft: Draft) -> bool:
    """«20억 원을 들여 시범 운영한 뒤 150억 원 규모로 키운다»: of the thing of the sum before it in its sentence."""
    lender = draft.lender
    return (
        lender is not None
        and lender.clause is not None
        and draft.clause is not None
        and lender.clause.sentence is draft.clause.sentence
        and {"payer-told", "budget-verb"} <= set(draft.features)
    )


def _asked_alike(a: Draft, b: Draft) -> bool:
    """«‘X 보급사업’ 도비 57억 원» and a row «X 보급 | 요구액 5,700»: what is asked from one purse alone, told twice."""
    return (
        all(d.own and d.part_of is None and d.status in (None, "proposed", "cut") for d in (a, b))
        and any(d.status is not None for d in (a, b))
        and (a.year is None or b.year is None or a.year == b.year)
        and alike(a, b)
    )


def _from_two(a: Draft, b: Draft) -> bool:
    """«도가 60억 원, 신한은행이 60억 원을 냈다»: equal shares of two bodies that one list of a sentence names."""
    one, two = a.clause, b.clause
    if one is None or two is None or one.sentence is not two.sentence or a.revises is b or b.revises is a:
        return False
    listed = one.row is two.row and one.before.strip() != two.before.strip()
    if listed and _names_giver(one) and _names_giver(two):
        return True
    shown = [d.by for d in (a, b) if _TOLD & set(d.features) and d.by is not None and d.by.kind != "person"]
    return len(shown) == 2 and shown[0].value.text != shown[1].value.text


_TOLD = frozenset(("payer-told", "source-payer"))


def _names_giver(clause: Clause) -> bool:
    """Whether the words right before a sum hold the name of a body or end with the word for its share."""
    begin, end = clause.chunk.begin, clause.money.begin
    if any(begin <= body.begin < end for body in (*clause.bodies, *clause.places)):
        return True
    return _SHARE.search(clause.analysis.text, begin, end) is not None


_SHARE = regex(r"(?:출연|출자|부담|보조|분담|투자|기부|후원|예비비|기금)(?:금|액|분)?\s?$")


def _year_lent(a: Draft, b: Draft) -> bool:
    """Whether one of the two has its year only from the budget that the text speaks of."""
    return ("year-budget" in a.features) != ("year-budget" in b.features)


_TAIL = regex(r"(?<=[가-힣]{3})(?:비|비용|예산|사업)$")


def alike(a: Draft, b: Draft) -> bool:
    """Whether the two are for one thing: a program in common, or one wording inside the other."""
    if {p.value.text for p in a.programs if p.kind == "program"} & {
        p.value.text for p in b.programs if p.kind == "program"
    }:
        return True
    x, y = (_TAIL.sub("", re.sub(r"[\s‘’'\"“”「」]", "", d.purpose or "")) for d in (a, b))
    short, long = sorted((x, y), key=len)
    return bool(short) and short in long


def _take(kept: Draft, other: Draft) -> None:
    if other.own and not kept.own:
        kept.purpose, kept.own = other.purpose, True
        kept.programs = other.programs + [p for p in kept.programs if p not in other.programs]
        if "purpose" in other.slots:
            kept.slots["purpose"] = other.slots["purpose"]
    if other.year is not None and "year-budget" in kept.features and "year-budget" not in other.features:
        kept.year = other.year
    for slot in _SLOTS:
        if (
            getattr(kept, slot) is None
            and getattr(other, slot) is not None
            and not (slot == "year" and kept.several_years)
        ):
            setattr(kept, slot, getattr(other, slot))
    kept.stage = max((s for s in (kept.stage, other.stage) if s), key=ORDER.index, default=None)
    if other.status == "cut":
        kept.status = "cut"
    elif {kept.status, other.status} == {"proposed", "approved"}:
        later = max(kept, other, key=lambda d: d.money.begin)
        kept.status = later.status  # asked and granted in full
    kept.whole = kept.whole or other.whole
    kept.several_years = kept.several_years or other.several_years
    kept.recurring = kept.recurring or other.recurring
    kept.elided = kept.elided or other.elided
    kept.part_of = kept.part_of or (other.part_of if other.part_of is not kept else None)
    kept.evidence = tuple(dict.fromkeys((*kept.evidence, *other.evidence)))
    for slot, spans in other.slots.items():
        kept.slots[slot] = tuple(dict.fromkeys((*kept.slots.get(slot, ()), *spans)))
    kept.features += [f for f in other.features if f not in kept.features]
