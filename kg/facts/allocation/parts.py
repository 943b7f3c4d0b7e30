"""Totals and their parts: by pointing words, by brackets, and by what adds up. A part never exceeds its total."""

import re
from collections.abc import Sequence

from kg.facts.allocation.draft import Draft

_OUT_OF = re.compile(r"(?:이|그|사업비|예산|재원|총액|이것)?\s?(?:가운데|중(?:에서|에)?)\s*[가-힣A-Za-z\s]{0,14}(?:은|는|이|가)?\s*$")
_POINTS_BACK = re.compile(r"(?:이\s?가운데|이\s?중|그\s?중|그\s?가운데|이중|그중|나머지)")
_SPLIT = re.compile(
    r"(?:재원|연도|연차|부서|분야|사업|항목|단계|기관|시군|지역|유형|부문|과제|세부|비목|회계)(?:별|\s?구성|\s?내역)|쓰임새|재원은|내역은|구성은|자세히 보면|구체적으로|나누면|나눠 보면|뜯어보면|살펴보면"
)
_TOLERANCE = 0.005
_REACH = 9


def is_pointing_back(words: str) -> bool:
    """Whether the words before a sum make it a part of the sum told before: 이 가운데, 그중."""
    return bool(_POINTS_BACK.search(words)) or bool(_OUT_OF.search(words))


def is_split(words: str) -> bool:
    """Whether the words begin to share a total out: 재원별로는, 연도별로는, 부서별로는."""
    return bool(_SPLIT.search(words))


def adding_up(drafts: Sequence[Draft]) -> None:
    """Make parts of runs of two to nine neighbouring sums that add up to a sum next to them."""
    for i, total in enumerate(drafts):
        if total.per_unit or total.superseded or total.part_of is not None and not total.several_years:
            continue
        for run in (_run(drafts, i, 1, total.value), _run(drafts, i, -1, total.value), _run(drafts, i, 1, total.value, skip=True)):
            if run:
                total.whole = True
                for part in run:
                    if part.part_of is None or part.part_of is total:
                        part.part_of = total
                if "adds-up" not in total.features:
                    total.features.append("adds-up")


def _run(drafts: Sequence[Draft], at: int, step: int, value: float, skip: bool = False) -> list[Draft]:
    """The neighbours of ``drafts[at]`` in one direction whose sum is ``value``; with ``skip`` after an earlier run of parts."""
    total = drafts[at]
    run: list[Draft] = []
    added = 0.0
    j = at + step
    if skip:
        while 0 <= j < len(drafts) and drafts[j].part_of is total:
            j += step
        if j == at + step:
            return []
    while 0 <= j < len(drafts) and len(run) < _REACH:
        other = drafts[j]
        if abs(other.money.begin - total.money.begin) > 600:
            break
        if other.value >= value or other.per_unit or other.superseded or other.revises is not None or (other.part_of is not None and other.part_of is not total):
            if other.part_of in run and other.part_of is not None:
                j += step  # a part of a part
                continue
            break
        added += other.value
        run.append(other)
        if len(run) > 1 and abs(added - value) <= _TOLERANCE * value:
            return run
        if added > value * (1 + _TOLERANCE):
            break
        j += step
    return []


def inherit(drafts: Sequence[Draft]) -> None:
    """Parts take from their total what they do not tell themselves: purpose, programs, status, body, announcer."""
    for part in drafts:
        total = part.part_of
        if total is None:
            continue
        if part.value > total.value:
            part.part_of = None
            continue
        if not part.own and total.purpose:
            part.purpose, part.programs = total.purpose, list(total.programs)
            part.slots.pop("purpose", None)
            if "purpose" in total.slots:
                part.note("purpose", total.slots["purpose"][0])
        elif part.own:
            part.programs += [p for p in total.programs if p not in part.programs]
        if part.year is None and not part.several_years and not total.several_years and total.year is not None:
            part.year = total.year
            if "year" in total.slots:
                part.note("year", total.slots["year"][0])
        if part.status is None or (part.status == "planned" and total.status in ("proposed",)):
            part.status = total.status
        if part.source is None and part.by is None and not part.sourced:
            part.by, part.payer, part.decider = total.by, total.payer, total.decider
            part.elided = part.elided or total.elided
        part.announced_by = part.announced_by or total.announced_by
