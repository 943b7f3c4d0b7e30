"""Shares that words make parts of a total: «10억 원이 포함된 금액», «1호 놀이터에만 8억 원», what each giver gives."""

from collections.abc import Sequence
from itertools import pairwise

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.revising import lend_purpose
from kg.patterns import regex

_INCLUDED = regex(
    r"(?:을|를|이|가|은|는|도)?\s?(?:이미\s|모두\s|여기에\s|이에\s|그\s안에\s)?(?:포함|들어\s?있|담겨\s?있)(?![가-힣]{0,3}\s?않)"
)
_REST = regex(r"(?<![가-힣])(?:나머지|잔여|남은)\s")
_CONTRIBUTES = frozenset(
    (
        *(
            "지원",
            "보태",
            "내",
            "부담",
            "분담",
            "대",
            "더하",
            "출연",
            "출자",
            "투자",
            "매칭",
            "얹",
            "주",
            "충당",
            "마련",
            "교부",
        ),
        *("조달", "메우", "채우", "내놓", "투입", "잡", "잡히", "보조"),
        *(
            "거들",
            "짊어지",
            "떠맡",
            "도맡",
            "감당",
            "책임지",
            "맡",
            "기부",
            "기탁",
            "후원",
            "갹출",
            "추렴",
            "들이",
            "들",
            "치르",
            "쏟아붓",
            "쏟",
        ),
    )
)
_ROUNDING = 0.02
_ONLY_THERE = ("에만", "로만", "으로만", "에만도")


def gives_a_share(draft: Draft) -> bool:
    """Whether the sum is what somebody gives to a thing that others give to as well."""
    clause = draft.clause
    if clause is None or draft.per_unit or draft.whole:
        return False
    act = clause.leaning_act or clause.act
    return draft.sourced or (act is not None and act.word in _CONTRIBUTES)


def included(drafts: Sequence[Draft]) -> None:
    """Tie sums to a total by words: told to be included in it, taken by only one of its things, the rest of it."""
    for i, draft in enumerate(drafts):
        clause = draft.clause
        if clause is None or draft.per_unit or draft.revises is not None:
            continue
        text = clause.analysis.text
        near = _near(drafts, i)
        if draft.part_of is None and _INCLUDED.match(text, draft.money.end):
            ahead = drafts[i + 1] if i + 1 < len(drafts) else None
            if ahead is not None and ahead.clause is not None and ahead.clause.row is clause.row and ahead.whole:
                _part(draft, ahead)
            elif near is not None:
                _part(draft, near)
        elif draft.part_of is None and near is not None and _only_one_thing(draft, near):
            draft.part_of = near
        beside = draft.part_of
        if beside is not None and beside.part_of is not None and not beside.whole:
            words = text[clause.segment().begin : clause.money.begin]
            if _REST.search(words) and beside.value + draft.value <= beside.part_of.value:
                draft.part_of = beside.part_of


def side_by_side(drafts: Sequence[Draft]) -> None:
    """«국비 9억 원, 시비 3억 원이 든다», «노동부가 39억 원, 시가 13억 원을 부담한다»: what several purses give to one
    thing are its parts, though the sentence tells no total."""
    for one, two in pairwise(drafts):
        if one.clause is None or two.clause is None or one.clause.sentence is not two.clause.sentence:
            continue
        if not all(gives_a_share(d) and _of_no_time(d) for d in (one, two)):
            continue
        apart = one.source != two.source or one.by is not two.by
        if apart and one.purpose == two.purpose and one.programs == two.programs:
            one.shared_out = two.shared_out = True


def _of_no_time(draft: Draft) -> bool:
    """Whether the sum is no year's, no total and no cut."""
    timed = draft.year is not None or draft.several_years or draft.recurring
    return not timed and draft.status != "cut" and draft.revises is None


def _near(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The last bigger sum of the sentence or of the one before that can be a total."""
    draft = drafts[at]
    assert draft.clause is not None
    before = list(reversed(drafts[max(0, at - 4) : at]))
    named = {p.value.text for p in draft.programs}
    for other in sorted(before, key=lambda d: not named & {p.value.text for p in d.programs}):
        if other.clause is None or other.clause.sentence.paragraph != draft.clause.sentence.paragraph:
            return None
        if draft.clause.sentence.index - other.clause.sentence.index > 1:
            return None
        if other.value > draft.value and not other.per_unit and other.part_of is None and not other.superseded:
            return other
    return None


def _part(draft: Draft, total: Draft) -> None:
    draft.part_of = total
    if not draft.own and total.purpose and draft.purpose is None:
        lend_purpose(total, draft)


def _only_one_thing(draft: Draft, total: Draft) -> bool:
    """«놀이터 4곳에 20억 원을 쓴다. 1호 놀이터에만 8억 원이 든다»: the last noun of the thing stands in the total's."""
    assert draft.clause is not None
    if not any(c.kind == "noun" and c.particle in _ONLY_THERE for c in draft.clause.previous()):
        return False
    words = (draft.purpose or "").split()
    return bool(words) and len(words[-1]) > 1 and words[-1] in (total.purpose or "")


def none_above_its_year(drafts: Sequence[Draft]) -> None:
    """«내년 예산안은 71억 원이다. … 국비 150억 원은 그대로다»: a purse that gives more than the year's whole is no
    share of that year."""
    for share in drafts:
        if not share.sourced or not share.source or share.year is None or share.year_told or share.per_unit:
            continue
        wholes = [
            d.value
            for d in drafts
            if d.year == share.year and d.year_told and not d.sourced and d.purpose == share.purpose and not d.per_unit
        ]
        if wholes and share.value > max(wholes):
            share.year = None
            share.slots.pop("year", None)


def never_exceed(drafts: Sequence[Draft]) -> None:
    """Untie things that together exceed the sum to which the words seemed to tie them: it is another's total.

    «목표 국비는 60억 원이다. 분야별 사업비는 A 40억 원, B 30억 원이다»: shares of all the money, not of that purse.
    """
    for total in drafts:
        things = [
            d
            for d in drafts
            if (d.part_of is total and not d.bound and not d.sourced and d.year is None)
            and (not d.per_unit and d.status != "cut" and d.revises is None)
        ]
        if sum(d.value for d in things) > total.value * (1 + _ROUNDING):
            for draft in things:
                draft.part_of, draft.shared_out = None, True
