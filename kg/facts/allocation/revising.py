"""One sum turned into another: asked and approved, cut and left."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.roles import deliberates
from kg.facts.model import Allocation
from kg.patterns import regex

_CUT_OFF = regex(r"(?:을|를)\s?(?:감액|삭감|깎|줄|덜|감)(?:하여|해|아|여|어|해서|하고|고)\s")
_RAISED = regex(
    r"을\s(?:[가-힣]{1,6}\s)?(?:모아|모으|모은|더해|더하|더한|보태|보탠|합쳐|합친|합해|합하|합한|아우른|묶은|포함|얹|출자|출연|끌어|들여|받아|확보해|마련해|투입해)"
)
"""«240억 원을 모아 300억 원 규모로»: what goes into the second sum, which takes nothing's place."""
_COUNCIL = regex(
    r"정부안|기획재정부|기재부|위원회|의회|예결위|예결특위|상임위|특위|심사|심의|계수조정|본회의|국회|의결|조정"
)
_TURNS = frozenset(
    ("깎이", "줄", "줄어들", "낮아지", "삭감", "감액", "조정", "확정", "늘", "늘어나", "증액", "되살아나", "깎", "줄이")
)


def lend_purpose(before: Draft, draft: Draft) -> None:
    """Give a sum without a purpose of its own that of another, and its body where it names none."""
    if before.purpose and not draft.own:
        draft.purpose, draft.programs, draft.lender = before.purpose, list(before.programs), before
        if draft.by is None and not draft.elided and draft.source is None:
            draft.by, draft.payer, draft.decider, draft.elided = before.by, before.payer, before.decider, before.elided
        if "purpose" in before.slots:
            draft.note("purpose", before.slots["purpose"][0], "purpose-shared")


def change(before: Draft | None, draft: Draft, text: str) -> None:
    """30억 원에서 20억 원으로: the second revises the first; years stand as told."""
    if before is None or before.clause is None or draft.clause is None:
        return
    between = text[before.money.end : draft.money.begin]
    if _turned(before, draft, between):
        draft.revises = before
        draft.per_unit = draft.per_unit or before.per_unit
        before.superseded = True
        before.part_of = draft.part_of = None
        if not draft.own:
            lend_purpose(before, draft)
        before.status = "proposed" if before.revises is None else before.status
        draft.status = "proposed" if re.search(r"정부안|기획재정부|기재부", between) else "approved"
        return
    if before.status == "cut" and _CUT_OFF.match(between):
        head = draft.clause.head
        left = draft.clause.chunk.particle in ("만", "으로만") and head is not None and head.lemma in ("남기", "남")
        if left or (draft.clause.chunk.particle in ("으로", "로") and draft.status in (None, "cut")):
            draft.status = "approved"
        draft.superseded = False  # «1억 원을 감액하여 6억 원으로»: what is left, no revision of what was cut
        return
    if re.match(r"(?:이던|였던|이었던|에 그쳤던|을 요구했으나|을 편성했으나|에서|을|[은는]\s$)", between) and (
        len(between) < 40 and not _RAISED.match(between)
    ):
        cut = draft.clause.act is not None and draft.clause.act.plain == "cut"
        if cut and re.search(r"했으나|했지만|했는데", between):
            draft.part_of, before.superseded = (before if before.value > draft.value else None), True
            draft.year = draft.year or before.year
        elif (
            draft.clause.chunk.particle in ("으로", "로", "만", "으로만")
            or _became(draft.clause, between)
            or re.search(r"했으나|했지만", between)
        ):
            draft.revises = before
            draft.per_unit = draft.per_unit or before.per_unit
            before.superseded = True
            before.part_of = draft.part_of = None
            _asked_and_left(before, draft)


def _became(clause: Clause, between: str) -> bool:
    """«국비는 22억 원에서 36억 원이 됐다», «22억 원이던 국비는 36억 원이 됐다»."""
    head = clause.head
    return (
        between.startswith(("에서", "이던", "였던", "이었던"))
        and clause.chunk.particle in ("이", "가")
        and head is not None
        and head.lemma == "되"
    )


_HALVED = regex(
    r"(?:이|가|은|는)\s(?:[가-힣]{1,6}(?:에서|서)\s)?(?:반\s?토막|절반|반으로|깎여|잘려|줄어|쪼그라들어)(?:이|으로)?(?:\s(?:나|난|났고|잘려|깎여|줄어|꺾여))?,?\s(?:결국\s|겨우\s)?$"
)
"""«9억 원이 반 토막 나 4억 5천만 원이 됐다»."""


def _turned(before: Draft, draft: Draft, between: str) -> bool:
    """«집행부가 올린 9억 원은 상임위에서 6억 원으로 깎였다»: what a council made of the sum that it was asked for."""
    clause = draft.clause
    assert clause is not None and before.clause is not None
    if _HALVED.match(between) and clause.chunk.particle in ("이", "가", "으로", "로", "만", "", "에"):
        return True
    if (
        clause.chunk.particle not in ("으로", "로")
        or clause.head is None
        or (draft.own and draft.purpose != before.purpose)
    ):
        return False
    if clause.head.lemma not in _TURNS:
        return False
    if before.clause.row is not clause.row or len(between) > 34:
        return False
    asked = before.clause.leaning_act is not None and before.clause.leaning_act.past == "proposed"
    if not asked and not _COUNCIL.search(between):
        return False
    return bool(re.match(r"(?:은|는|이|가)\s|[은는이가으로]{1,2}\s[가-힣]{1,4}(?:다가|으나|지만|는데|고)\s", between))


_AND_ASKED = regex(
    r"(?:을|를)\s[^.]{0,12}?(?:올렸|올리|요구했|편성했|냈|담았|세웠|제출했|신청했|잡았)(?:고|으나|지만|는데|다)"
)


def taken_off(asked: Draft, off: Draft, left: Draft, text: str) -> None:
    """412억 원에서 47억 원을 덜어 내 365억 원으로: what was asked, what was cut, what is left."""
    if not text.startswith(("에서", " 가운데", " 중"), asked.money.end) and not (
        off.status == "cut" and _AND_ASKED.match(text, asked.money.end, off.money.begin)
    ):
        change(off, left, text)
        return
    if off.status != "cut" and left.status != "cut" and not _TAKES.search(text, asked.money.end, _end_of(left)):
        return  # «5400억 원 중 민자 4600억 원, 국비 800억 원»: shares
    if off.clause is not None and off.clause.act is not None and off.clause.act.past == "spent":
        return  # «18억 원 중 11억 원을 집행하고 7억 원을 이월했다»
    if "cut" not in (off.status, left.status) and off.source and left.source and off.source != left.source:
        off.part_of = left.part_of = asked  # «97억 원 가운데 국비는 58억 원, 도비는 39억 원이다»: two purses
        return
    left.revises, asked.superseded, off.part_of = asked, True, asked
    if (asked.clause is not None and asked.clause.leaning is not None) or (
        asked.by is not None and deliberates(asked.by)
    ):
        asked.by = asked.decider = asked.payer = None
        asked.elided = True
    for draft in (asked, off, left):
        draft.features += [f for f in ("adds-up",) if f not in draft.features]
    asked.status = "proposed"
    off.status = "cut"
    left.status = "approved"
    for draft in (off, left):
        if not draft.own or draft.purpose != asked.purpose:
            lend_purpose(asked, draft) if not draft.own else None
        if draft.year is None:
            draft.year = asked.year


_TAKES = regex(
    r"삭감|감액|깎|덜|줄|빼|뺀|빠[지진졌]|제외|걷어|도려|쳐[내냈낸]|잘[라렸린려]|날아|남[기은았긴]|순감|축소|낮[추췄춘]|조정|떼|토막|칼질"
)


def _end_of(draft: Draft) -> int:
    """Where the words end that tell what became of a sum: its sentence."""
    return draft.clause.sentence.end if draft.clause is not None else draft.money.end


def cut_from_told(drafts: Sequence[Draft]) -> None:
    """«요구액은 98억 원이다. … 요구액에서 19억 원을 삭감하여 79억 원으로 의결했다»: the sum told before to which the
    cut and what is left add up says what both are of."""
    for off, left in pairwise(drafts):
        one, two = off.clause, left.clause
        if off.status != "cut" or one is None or two is None or one.row is not two.row or (off.own and left.own):
            continue
        if two.chunk.particle not in ("으로", "로") and left.status != "approved":
            continue
        for asked in drafts:
            if asked.clause is None or asked.clause.row is one.row or not asked.purpose or asked.per_unit:
                continue
            if abs(asked.value - off.value - left.value) < 1 and asked.money.begin < off.money.begin:
                for draft in (off, left):
                    draft.own = False
                    lend_purpose(asked, draft)
                    draft.year = asked.year if draft.year is None else draft.year
                off.part_of, left.revises, asked.superseded = asked, asked, True
                left.status = left.status if left.status in ("approved", "proposed") else "approved"
                break


def _asked_and_left(before: Draft, draft: Draft) -> None:
    """Less than was asked: the first sum is what was proposed, the second what the decision left."""
    assert draft.clause is not None
    if before.year_told and draft.year_told and before.year != draft.year:
        return  # «올해 12억 원에서 내년 9억 원으로 줄었다»: two budgets, no cut of what was asked
    if draft.value < before.value and before.status in (None, "cut", "planned", "approved"):
        cut = (draft.clause.act is not None and draft.clause.act.plain == "cut") or (
            draft.clause.head is not None and draft.clause.head.lemma in ("줄", "줄이")
        )
        if cut or draft.status == "approved":
            before.status = "proposed"
        if cut:
            text = draft.clause.analysis.text
            settled = draft.clause.analysis.document.kind == "council" or _COUNCIL.search(
                text, draft.clause.sentence.begin, draft.clause.sentence.end
            )
            left = draft.clause.chunk.particle in ("으로", "로", "만", "으로만")
            head = draft.clause.head
            draft.status = "approved" if settled and left else None
            if draft.status and head is not None and head.ending == "ETM" and not head.past:
                draft.status = "proposed"  # «300억 원으로 줄이는 방안»


def as_revised(facts: Iterable[Allocation]) -> list[Allocation]:
    """The allocations, a sum and the one that it was turned into alike in source and in being the whole or a part.

    «시비가 127억 원에서 163억 원으로 늘었다»: both are 시비, though the word stands once.
    """
    found = list(facts)
    places = {(f.amount.begin, f.amount.end): i for i, f in enumerate(found)}
    for i, fact in enumerate(found):
        before = places.get((fact.revises.begin, fact.revises.end)) if fact.revises is not None else None
        if before is None or (found[before].programs, found[before].purpose) != (fact.programs, fact.purpose):
            continue
        for one, other in ((i, before), (before, i)):
            told = _left_out(found[one], found[other])
            if one == before and not _named_ahead(found[one], found[other]):
                (
                    told.pop("source", None),
                    told.pop("slots", None),
                )  # «몫은 178억 원으로 … 통과한 시비 32억 원이 들어 있다»
            found[one] = found[one].model_copy(update=told)
    return found


def _named_ahead(fact: Allocation, later: Allocation) -> bool:
    """Whether the purse of the later sum stands before the earlier one: it leads both."""
    spans = later.slots.get("source", ())
    return bool(spans) and spans[0].begin < fact.amount.begin


def _left_out(fact: Allocation, other: Allocation) -> dict[str, Any]:
    """What a sum leaves out and the other tells: the source; total or part."""
    told: dict[str, Any] = {}
    if fact.source is None and other.source is not None:
        told["source"] = other.source
        told["slots"] = {**fact.slots, "source": other.slots.get("source", ())}
    if fact.basis is None and other.basis in ("total", "part"):
        told["basis"] = other.basis
    return told
