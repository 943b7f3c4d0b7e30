"""The steps of the budget's way as columns of a table: 요구액 | 상임위 | 예결위 | 확정; each revises the one before."""

import re
from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.repeats import ORDER

_STEPS = (
    ("국비요구", re.compile(r"국비\s?(?:요구|신청|건의)|부처\s?(?:요구|신청)")),
    ("결산", re.compile(r"결산(?!\s?특)")),
    ("집행", re.compile(r"집행(?!\s?(?:률|율|부|잔액|계획|예정))|지출")),
    ("예결위", re.compile(r"예결|예산결산|계수\s?조정")),
    ("상임위", re.compile(r"상임위|소관\s?위|예비\s?심사|심사\s?(?:결과|후|액)|[가-힣]{2,8}위원회")),
    ("확정", re.compile(r"본회의|확정|최종|의결")),
    ("편성안", re.compile(r"예산안|추경안|편성안|요구|제출|집행부|\(안\)|(?<![가-힣])안$")),
)
_ON_THE_WAY = ORDER[:5]


def step_of(words: str) -> str | None:
    """The step that a column's head names."""
    return next((step for step, pattern in _STEPS if pattern.search(words)), None)


def cut_from(row: Sequence[Draft]) -> list[Draft]:
    """What a column of cuts takes from the column of what was asked: a part of it, or all of it, which is then one sum
    that was cut; what is left over is of the same year."""
    asked = next((d for d in row if d.stage == "편성안" and d.status == "proposed"), None)
    if asked is None:
        return list(row)
    kept = []
    for draft in row:
        if draft.status == "cut" and draft.value == asked.value and draft is not asked:
            asked.status = "cut"
            asked.slots["status"] = draft.slots.get("status", (draft.money.span,))
            continue
        if draft.year is None and draft.status in ("cut", "approved") and (draft.column or 0) > (asked.column or 0):
            draft.year, draft.year_told = asked.year, asked.year_told
        kept.append(draft)
    passed = any(d.status == "approved" and d.value == asked.value and d.year == asked.year for d in kept)
    return [d for d in kept if d is not asked] if passed else kept  # as it was asked: one sum, decided


def chain_row(row: Sequence[Draft]) -> None:
    """Tie the sums of a row, from its first step to its last, each to the one before from which it differs."""
    steps = [d for d in row if d.stage in _ON_THE_WAY and not d.sourced]
    places = [ORDER.index(d.stage or "") for d in steps]
    if len(steps) < 2 or places != sorted(set(places)) or len({d.year for d in steps}) > 1:
        return
    before = steps[0]
    for draft in steps[1:]:
        if draft.value != before.value and draft.status != "cut":
            draft.revises, before.superseded = before, True
        before = draft


_BEFORE = re.compile(r"(?:당초|기존|종전|현행|애초|최초)(?:\s?(?:계획|안))?|(?:변경|조정|수정)\s?전")
_AFTER = re.compile(r"(?:변경|조정|수정|개정)(?:\s?(?:후|안|계획))?|재조정")


def replace_first(row: Sequence[Draft], heads: Sequence[str]) -> None:
    """Tie the two sums of a row under «당초 | 변경», ``heads`` being the words over them: the second is in force."""
    if len(row) != 2 or not (_BEFORE.fullmatch(heads[0].strip()) and _AFTER.fullmatch(heads[1].strip())):
        return
    before, draft = row
    if draft.value != before.value:
        draft.revises, before.superseded = before, True
        before.part_of = draft.part_of = None
