"""What stands in a budget that is no bill: «설계비는 제1회 추경에 반영됐다», «본예산에 이미 14억 원이 실렸다»."""

from kg.facts.allocation import context
from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.status_passed import BUDGETED
from kg.facts.allocation.words import Act
from kg.patterns import regex
from kg.spans import Span

_PUT_IN = BUDGETED | {"싣", "포함", "오르", "얹히"}
_GOES_IN = frozenset(("잡히", "담기", "세워지", "실리", "오르", "얹히"))
_BUDGET = regex(
    r"(?:(?:본|당초|기정|수정|확정)\s?예산|추경|추가경정\s?예산|(?<![가-힣])(?:20\d\d년도?|올해|금년도?|지난해|작년)\s(?:[가-힣]{1,4}\s)?예산)"
    r"(?:에|에는|에도|에만|에서|으로|에서도)(?=\s)"
)
_PASSED = regex(
    r"(?:의회|본회의|국회)(?:를|에서|의)?\s(?:[가-힣]{1,4}\s)?(?:통과|의결|확정|가결|심의를\s마)(?:한|된|친)\s(?:[가-힣0-9]{1,8}\s){0,3}(?:예산|추경|추가경정예산)"
)
_BILL = regex(r"예산안|추경안|편성안|요구안|정부안")
_YET = regex(r"예정|계획|전망|앞두|심의를|심사를|될\s|되면|됐으면|달라|촉구|건의|지\s(?:못|않)|못\s?했")
_BEHIND = 16
"""Letters behind the predicate in which its mood is told."""
_STANDS = regex(r"(?:돼|되어|려|어|여|혀|겨|라)\s?있")


def in_budget(clause: Clause, year: int | None) -> Span | None:
    """The words that tell of a sum as standing in a budget; ``year`` is the sum's, where it is told.

    A passive in the past, or what stands there, is decided, as is all that a council has passed or that was put into
    the budget of a year gone by; what a government puts in by itself may still be voted on.
    """
    for verb, act in ((clause.head, clause.act), (clause.leaning, clause.leaning_act)):
        if verb is not None and act is not None and act.word in _PUT_IN and not verb.future:
            found = _stands(clause, verb, act, year)
            if found is not None:
                return found
    return None


def _stands(clause: Clause, verb: Chunk, act: Act, year: int | None) -> Span | None:
    text, sentence, published = clause.analysis.text, clause.sentence, clause.analysis.document.published
    begin, end = clause.segment().begin, max(verb.end, clause.money.end)
    if _BILL.search(text, begin, end) or _YET.search(text, verb.begin, min(verb.end + _BEHIND, sentence.end)):
        return None
    lasting = _STANDS.search(text, verb.begin, verb.end + 2) is not None
    if not verb.past and not lasting:
        return None
    if (passed := _PASSED.search(text, begin, end)) is not None:
        return Span(passed.start(), passed.end())
    if published is None or (year is not None and year > int(published[:4])):
        return None
    if year is not None and year < int(published[:4]):
        return Span(verb.begin, verb.end)
    budget = _BUDGET.search(text, begin, end)
    passive = verb.suffix == "되" or act.word in _GOES_IN
    if budget is None or not passive or _on_the_table(clause, budget.group(), int(published[:4])):
        return None
    return Span(budget.start(), budget.end())


def _on_the_table(clause: Clause, budget: str, base: int) -> bool:
    """Whether the budget is that on which a council's paper is: what the bill holds is still to be voted on."""
    analysis = clause.analysis
    if analysis.document.kind != "council":
        return False
    if "추경" in budget or "추가" in budget:
        return context.tables_supplement(analysis)
    bill = context.document_budget_year(analysis)
    return bill is not None and bill.year > base
