"""A year's lot of money that runs over years: «올해분으로 40억 원을 요구했으나», «첫해 몫은 41억 원», «1차 연도분 9억 원»."""

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.revising import lend_purpose
from kg.patterns import regex

_LOT = regex(
    r"(?<![가-힣])(?:(?:올해|내년도?|금년도?|첫해|이듬해|지난해|20\d\d년도?|(?:첫|이번|다음)\s해)(?:\s?(?:분|치)(?=[은는이가을를의로으\s\d]|$)|\s몫)"
    r"|\d\s?차\s?(?:년도|연도)(?:\s?(?:분|치|몫))?)"
)
_OWN_NAME = regex(r"[‘’“”「」『』]")


def lots_of_years(here: list[Draft], earlier: list[Draft]) -> None:
    """Give a year's lot, and with it what is told of it in its sentence, the purpose of the money over several years
    that was told last, whatever was named in between."""
    for draft in here:
        clause = draft.clause
        if clause is None or draft.own or draft.per_unit or draft.several_years:
            continue
        text, begin = clause.analysis.text, clause.segment().begin
        if _LOT.search(text, begin, draft.money.begin) is None:
            continue
        if _OWN_NAME.search(text, clause.sentence.begin, draft.money.begin):
            return
        total = next((d for d in reversed(earlier) if _runs_on(d) and d.value > draft.value), None)
        if total is not None:
            lend_purpose(total, draft)
        return


def _runs_on(draft: Draft) -> bool:
    """Whether a sum is that of several years, and not one purse of it."""
    return draft.several_years and draft.purpose is not None and not draft.per_unit and not draft.sourced
