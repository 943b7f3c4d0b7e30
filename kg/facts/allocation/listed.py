"""Things told in a list right after their total, or ranked as the largest of a year's budget: parts of it."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.patterns import regex

_EACH_OF_LIST = regex(r"각각|사업별|분야별|주요\s?(?:사업|내역|내용)|세부적으로|구체적으로|쓰임(?:새|별)|나눠|나머지")


_RANKED = regex(
    r"(?:으로|로)\s(?:가장|제일)\s(?:크|큰|많)|뒤를\s(?:잇|이[어었])|(?:절반|반)을\s(?:넘|차지|웃)|몫이\s(?:가장|제일)|가장\s(?:큰|많은)\s(?:몫|것|사업|덩어리)|"
    r"(?:가장|제일)\s(?:굵은|두툼한|(?:덩치|규모|액수|금액|비중|몸집)(?:가|이)?\s?(?:큰|많은))\s|굵직한|"
    r"그다음|다음으로|눈에\s띄|대표적"
)
"""«‘X’가 97억 원으로 가장 크고 ‘Y’가 35억 원으로 뒤를 잇는다»: what the largest of a year's budget are."""


def listed(drafts: Sequence[Draft]) -> None:
    """«AI 사업비는 모두 137억 원이다. … A에 46억, B에 31억을 각각 배정했다»: things told in one list right after
    a total are its parts, though the list does not tell all of them."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.clause is not None:
            by_sentence.setdefault(draft.clause.sentence.index, []).append(draft)
    for index, inside in by_sentence.items():
        run = [d for d in inside if d.own and not d.per_unit and not d.sourced and d.part_of is None and not d.whole]
        if not run or len(run) != len(inside) or any(d.revises or d.superseded or d.year_told for d in run):
            continue
        clause = run[0].clause
        assert clause is not None
        text, end = clause.analysis.text, clause.sentence.end
        ranked = _RANKED.search(text, clause.sentence.begin, end) is not None
        if not ranked and (len(run) < 2 or not _EACH_OF_LIST.search(text[clause.sentence.begin : end + 8])):
            continue
        for back in range(1, 9 if ranked else 4):
            totals = [d for d in by_sentence.get(index - back, []) if not d.per_unit and _holds_others(d, ranked)]
            if totals and totals[-1].value > sum(d.value for d in run) and totals[-1].part_of not in run:
                for draft in run:
                    draft.part_of = totals[-1]
                break


def _holds_others(total: Draft, ranked: bool) -> bool:
    """Whether the sums of a list may be parts of a sum: of a whole, or of a year's budget whose largest are told."""
    return total.whole or total.several_years or (ranked and total.year is not None and "budget-noun" in total.features)
