"""What parts take from their total and a total from its parts: purpose, year, status, who pays."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.words import BARE_LEVEL
from kg.patterns import regex

_ALLOTS = frozenset(("배정", "배분", "책정", "나누"))


def paid_by_companies(drafts: Sequence[Draft]) -> None:
    """«투자액은 7조 원. A사가 3조 원, B사가 4조 원을 낸다»: what companies alone share out is theirs as a whole."""
    for total in drafts:
        shares = [d for d in drafts if d.part_of is total]
        if len(shares) < 2 or total.sourced or total.by is not None:
            continue
        if all(d.by is not None and _from_company(d) for d in shares):
            total.by, total.elided = shares[0].by, False
            if all(d.source == "민자" for d in shares):
                total.source, total.sourced = "민자", True


def _from_company(draft: Draft) -> bool:
    if draft.source == "민자":
        return True
    body = draft.by
    return not draft.sourced and body is not None and body.kind == "organization" and "Company" in body.value.classes


def spent_in_full(drafts: Sequence[Draft]) -> None:
    """«사업비는 388억 원. 국비 190억 원과 시비 198억 원이 들어갔다»: what all parts were spent of was spent."""
    for total in drafts:
        if total.status not in (None, "planned") or _says_status(total):
            continue
        shares = [d for d in drafts if d.part_of is total]
        settled = all(d.status == "spent" or not _says_status(d) for d in shares)
        if len(shares) > 1 and settled and any(d.status == "spent" for d in shares):
            for draft in (total, *shares):
                draft.status = "spent"


def asked_in_part(drafts: Sequence[Draft]) -> None:
    """«사업비 12억 원 가운데 5억 원을 깎았다»: the whole of which a council cuts a part is what was asked."""
    for total in drafts:
        off = [d for d in drafts if d.part_of is total and d.status == "cut" and d.clause is not None]
        if total.clause is None or not any(d.clause and d.clause.row is total.clause.row for d in off):
            continue
        if total.status in (None, "planned") and not _says_status(total):
            total.status = "proposed"
        for left in drafts:
            if left.part_of is total and left.status is None and abs(left.value + off[0].value - total.value) < 1:
                left.status = "approved"


_OF_BUDGET = regex(r"예산(?:액|현액|으로)?(?:은|인|의)?\s?(?:총|약)?\s?$")


def granted_in_part_spent(drafts: Sequence[Draft]) -> None:
    """«2025년도 예산 20억 원 중 11억 원을 집행하였음»: the budget of which a part was spent had been granted."""
    for part in drafts:
        total = part.part_of
        if total is None or part.status != "spent" or total.clause is None or part.clause is None:
            continue
        if part.clause.row is not total.clause.row or total.status not in (None, "planned", "spent"):
            continue
        text, money = total.clause.analysis.text, total.clause.money
        if _OF_BUDGET.search(text, max(total.clause.sentence.begin, money.begin - 12), money.begin):
            total.status = "approved"


def planned_in_full(drafts: Sequence[Draft]) -> None:
    """«사업 예산 142억 원 중 71억 원은 부처가 대기로 했다»: a total of which nothing is told is as its parts are."""
    for total in drafts:
        shares = [d for d in drafts if d.part_of is total]
        if total.status is None and shares and all(d.status == "planned" for d in shares):
            total.status = "planned"


def _says_status(draft: Draft) -> bool:
    return any(f.startswith("status-") for f in draft.features)


def _for_its_own(part: Draft, total: Draft) -> bool:
    """Whether a program that was named since the total is what a part is for: items of a list that add up to it."""
    told = part.slots.get("purpose")
    if part.sourced or not told or (part.programs and part.programs == total.programs):
        return False
    if not part.programs and not _announced(part, total):
        return False
    return total.money.end <= told[0].begin < part.money.begin


def _announced(part: Draft, total: Draft) -> bool:
    """«가장 큰 사업은 X이다. 이 사업에만 31억 원이 들어간다»: the sentence before the part's names its thing."""
    clause, told = part.clause, part.slots["purpose"][0]
    if clause is None or total.clause is None or clause.sentence.paragraph == total.clause.sentence.paragraph:
        return False
    before = clause.analysis.sentences[max(0, clause.sentence.index - 1)]
    return before.begin <= told.begin < before.end and part.purpose != total.purpose


def _row_of_a_body(part: Draft, total: Draft) -> bool:
    """«가람군의 X는 국비 9억 원과 군비 12억 원으로 짠다» where a row tells the 21억 원 of the body: the thing named."""
    told, clause = part.slots.get("purpose"), part.clause
    if total.clause is not None or total.own or clause is None or not told or not part.programs:
        return False
    return clause.sentence.begin <= told[0].begin < clause.money.begin


def _of_a_level(part: Draft) -> bool:
    """«업체가 200억 원을 대고 시가 60억 원을 거든다»: whose part it is is told by the level of the government."""
    clause = part.clause
    if clause is None or part.status == "cut":
        return False
    return BARE_LEVEL.search(clause.analysis.text, clause.segment().begin, clause.money.begin) is not None


def inherit(drafts: Sequence[Draft]) -> None:
    """Parts take from their total what they do not tell themselves: purpose, programs, status, body, announcer."""
    for part in drafts:
        total = part.part_of
        if total is None:
            continue
        if part.value > total.value or part.value * 1000 < total.value:
            part.part_of = None
            continue
        part.per_unit = part.per_unit or total.per_unit
        if not part.own and total.purpose and not _for_its_own(part, total) and not _row_of_a_body(part, total):
            part.purpose, part.programs = total.purpose, list(total.programs)
            part.slots.pop("purpose", None)
            if "purpose" in total.slots:
                part.note("purpose", total.slots["purpose"][0])
        elif not part.programs and "table" not in part.features:
            part.programs = list(total.programs)
        if total.source and part.own and not part.sourced and part.by is None and "table" not in part.features:
            part.source = total.source
            if "source" in total.slots:
                part.note("source", total.slots["source"][0])
        if (
            part.year is None
            and not part.per_unit
            and not part.several_years
            and not total.several_years
            and total.year is not None
        ):
            part.year = total.year
            if "year" in total.slots:
                part.note("year", total.slots["year"][0])
        if (
            (total.several_years or any(d.several_years for d in drafts if d.part_of is total))
            and part.year is not None
            and ("year-budget" in part.features or "year-before" in part.features)
            and not part.year_told
        ):
            part.year = None
            part.slots.pop("year", None)
        long = total.several_years or any(d.several_years for d in drafts if d.part_of is total)
        allotted = part.clause is not None and part.clause.act is not None and part.clause.act.word in _ALLOTS
        if part.status == "approved" and long and allotted and total.status in (None, "planned"):
            part.status = "planned"  # shared out within a plan of several years, not by a budget
        if part.status is None or (part.status == "planned" and total.status in ("proposed",)):
            part.status = total.status
        if part.source is None and part.by is None and not part.sourced and not _of_a_level(part):
            part.by, part.payer, part.decider = total.by, total.payer, total.decider
            part.elided = part.elided and (total.elided or total.by is None)
        listed = part.clause is not None and part.clause.act is None and "payer-told" not in part.features
        if listed and part.payer is None and part.decider is None and not part.sourced and part.source is None:
            part.payer = total.payer
        part.announced_by = part.announced_by or total.announced_by
