"""Totals and their parts: by pointing words, by brackets, and by what adds up. A part never exceeds its total."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.listed import listed
from kg.facts.allocation.sections import item_at
from kg.facts.allocation.shares import gives_a_share
from kg.patterns import regex

_OUT_OF = regex(
    r"(?:이|그|사업비|예산|재원|총액|이것)?\s?(?:가운데|중(?:에서|에)?)\s*[가-힣A-Za-z\s]{0,14}(?:은|는|이|가)?\s*$"
)
_POINTS_BACK = regex(r"(?:이\s?가운데|이\s?중|그\s?중|그\s?가운데|이중|그중|나머지)")
_SPLIT = regex(
    r"(?:재원|연도|연차|부서|분야|사업|항목|단계|기관|시군|지역|유형|부문|과제|세부|비목|회계)(?:별|"
    r"\s?구성|\s?내역)|쓰임새|재원은|내역은|구성은|자세히 보면|구체적으로|나누면|나눠 보면|뜯어보면|"
    r"살펴보면"
)
_EXACT, _ROUNDED = 1e-6, 0.02
_REACH = 9
_DISTANCE = 1500


def is_pointing_back(words: str) -> bool:
    """Whether the words before a sum make it a part of the sum told before: 이 가운데, 그중."""
    return bool(_POINTS_BACK.search(words)) or bool(_OUT_OF.search(words))


def is_split(words: str) -> bool:
    """Whether the words begin to share a total out: 재원별로는, 연도별로는, 부서별로는."""
    return bool(_SPLIT.search(words))


def adding_up(drafts: Sequence[Draft]) -> None:
    """Make parts of runs of two to nine neighbouring sums that add up to a sum near them.

    A run of three, or one whose sums name their sources or years, may stand some sums away; a pair without either
    must stand right beside its total.
    """
    for i, total in enumerate(drafts):
        if total.per_unit or total.value <= 0:
            continue
        if total.part_of is not None and not total.several_years:
            if total.sourced and total.source and (run := _things(drafts, i)):
                _bind(total, run)
                total.whole = False
            continue
        items = _heads_of_items(drafts, i)
        for head in items:
            _bind_below(drafts, head)
        for run in (_run(drafts, i, 1) or items, _run(drafts, i, -1)):
            if run:
                _bind(total, run)
                again = _run(drafts, i, 1)  # shared out by source, then by year
                if again:
                    _bind(total, again)
    listed(drafts)
    _sources_of_totals(drafts)


def _things(drafts: Sequence[Draft], at: int) -> list[Draft]:
    """The sums right behind a purse's sum, each for a thing of its own, that add up to it exactly."""
    total, run, added = drafts[at], [], 0.0
    rows = [d for d in drafts[at + 1 :] if "table" in d.features and d.clause is None and d.source == total.source]
    if len(rows) > 1 and len({d.column for d in rows}) == 1 and abs(sum(d.value for d in rows) - total.value) < 1:
        return rows  # a table that shares the purse out
    for other in drafts[at + 1 : at + 1 + _REACH]:
        if other.clause is None or total.clause is None or other.per_unit or other.part_of is total.part_of:
            if other.part_of is not None and other.part_of is total.part_of:
                continue
            break
        if not other.own or other.sourced or other.bound or other.value >= total.value:
            break
        if other.year_told or other.money.value.bound == "at-most":
            break
        if other.clause.sentence.index - total.clause.sentence.index > 2:
            break
        run.append(other)
        added += other.value
        if abs(added - total.value) < 1 and len(run) > 1:
            return run
        if added > total.value:
            break
    return []


def _heads_of_items(drafts: Sequence[Draft], at: int) -> list[Draft]:
    """The first sums of the items of one list below a total, where they add up to it: what stands in the brackets and
    sub-items of an item shares out that item's sum."""
    total = drafts[at]
    if total.clause is None or total.sourced:
        return []
    run: list[Draft] = []
    mark, line, added = None, -1, 0.0
    for other in drafts[at + 1 :]:
        if other.clause is None or other.clause.sentence.index - total.clause.sentence.index > _LIST_LONG:
            break
        item = item_at(other.clause.analysis.text, other.money.begin)
        if item.begin <= total.money.begin:
            continue
        if mark is None:
            mark = item.mark
        if item.mark is None or mark is None or item.mark < mark:
            break
        if item.mark != mark or item.begin == line:
            continue
        line = item.begin
        if not other.own or other.per_unit or not _can_be_part(other, total):
            break
        run.append(other)
        added += other.value
        if abs(added - total.value) < 1 and len(run) > 1:
            return run
    return []


def _bind_below(drafts: Sequence[Draft], head: Draft) -> None:
    """«○ 과수원 조성 410억 원 / - 방제기 보급 95억 원 …»: what the sub-items of an item name is of the item's sum."""
    assert head.clause is not None
    text = head.clause.analysis.text
    over, left = item_at(text, head.money.begin), head.value
    for other in drafts[drafts.index(head) + 1 :]:
        if other.clause is None:
            return
        item = item_at(text, other.money.begin)
        if item.begin == over.begin:
            continue
        if item.mark is None or over.mark is None or item.mark <= over.mark:
            return
        free = other.own and not (
            other.bound or other.per_unit or other.whole or other.year_told or other.several_years
        )
        if free and other.clause.row.parent is None and other.value < left:
            other.part_of = head
            left -= other.value


def _bind(total: Draft, run: list[Draft]) -> None:
    total.whole = True
    for part in run:
        if not part.bound:
            part.part_of, part.bound = total, True
    years = {part.year for part in run}
    if total.year is None and not total.several_years and len(years) == 1 and all(p.year_told for p in run[:1]):
        total.year = run[0].year  # «지난해에는 국비 3억 원과 군비 3억 원, 모두 6억 원»
    if "adds-up" not in total.features:
        total.features.append("adds-up")


def _run(drafts: Sequence[Draft], at: int, step: int) -> list[Draft]:
    total = drafts[at]
    slack = (_ROUNDED if total.money.value.bound == "approximate" else _EXACT) * total.value
    near: list[Draft] = []
    if len(drafts) < 3:
        return near
    j = at + step
    while (
        0 <= j < len(drafts)
        and len(near) < _REACH + 3
        and abs(drafts[j].money.begin - total.money.begin) < _DISTANCE * (2 if "table" in drafts[j].features else 1)
    ):
        other = drafts[j]
        if _can_be_part(other, total):
            near.append(other)
        j += step
    for start in range(min(4, len(near))):
        added = 0.0
        for stop in range(start, len(near)):
            added += near[stop].value
            if added > total.value + slack:
                break
            run = near[start : stop + 1]
            if (
                len(run) > 1
                and abs(added - total.value) <= slack
                and (
                    _of_a_kind(run, total)
                    or _in_one_row(drafts, run, at)
                    or _summed_up(run, total)
                    or (start == 0 and _shared_by_givers(run, total))
                )
                and (start == 0 or len(run) > 2 or all(d.sourced or d.year for d in run))
                and not (len(run) == 2 and _of_another_thing(run, total))
            ):
                return run
    return []


def _of_another_thing(run: list[Draft], total: Draft) -> bool:
    """Whether a pair that tells its own thing stands in another paragraph than the sum it happens to add up to."""
    one, whole = run[0].clause, total.clause
    if one is None or whole is None or not run[0].purpose or run[0].purpose == total.purpose:
        return False
    told = run[0].slots.get("purpose", ())
    if not run[0].own and not total.own and not (told and told[0].begin >= one.sentence.begin):
        return False
    return abs(one.sentence.paragraph - whole.sentence.paragraph) > 1


def _of_a_kind(run: list[Draft], total: Draft) -> bool:
    """Purses with purses, years with years, things with things; a purse is not shared out into purses."""
    if len({d.column for d in run}) > 1:
        return False
    sourced, dated = sum(d.sourced for d in run), sum(d.year_told or d.several_years for d in run)
    if total.sourced and sourced and any(d.source != total.source for d in run):
        return False
    if total.superseded and not all(d.own for d in run):
        return False
    told = total.whole or total.several_years or any(d.part_of is total for d in run) or total.superseded
    close = len(run) > 2 and not total.per_unit and all(d.own for d in run) and _close_by(run, total)
    if not sourced and not dated and not told and not close and "table" not in total.features:
        return False
    if (
        not sourced
        and not dated
        and all(d.own for d in run)
        and len({d.money.rule for d in run}) == 1
        and not _close_by(run, total)
    ):
        return False
    one_year = total.year is not None and all(d.year in (None, total.year) for d in run)
    cut = one_year and any(d.status == "cut" for d in run)
    left = cut and _close_by(run, total)  # what was cut and what is left, of one year
    return sourced == len(run) or (not sourced and (left or dated in (0, len(run))))


_LIST_BEHIND = 7
_LIST_NEAR, _LIST_FAR = 6, 14
"""So many sentences behind a total a list of two items, of three and more, may begin that shares it out."""


_LIST_LONG = 24
"""So many sentences a list with sub-items may hold whose items add up to the total above it."""


def _list_below(run: list[Draft], total: Draft) -> bool:
    """Whether the sums stand in the items of one list that follows the sentence of the total."""
    clauses = [d.clause for d in run if d.clause is not None]
    assert total.clause is not None
    items = [item_at(c.analysis.text, c.money.begin) for c in clauses]
    if items[0].mark is None or len({i.mark for i in items}) > 1 or len({i.begin for i in items}) < len(items):
        return False
    apart = clauses[0].sentence.index - total.clause.sentence.index
    return 0 < apart <= (_LIST_FAR if len(run) > 2 else _LIST_NEAR)


def _close_by(run: list[Draft], total: Draft) -> bool:
    """Things that share out a total stand in its sentence or the next one, or in a table."""
    if "table" in run[0].features:
        return "table" in total.features
    if any(d.clause is None for d in run) or total.clause is None:
        return False
    if len(run) > 1 and _list_below(run, total):
        return True
    steps = {d.clause.sentence.index - total.clause.sentence.index for d in run if d.clause is not None}
    if len(run) > 2 and len(steps) == 1 and (total.whole or total.several_years) and 0 < min(steps) <= _LIST_BEHIND:
        return True  # one sentence that lists what the total goes to, behind its purses
    if len(run) > 2 and all(d.clause and d.clause.sentence.paragraph == total.clause.sentence.paragraph for d in run):
        return min(steps) >= 0 or (total.whole and steps == {-1})
    return steps <= {0, 1} or (total.superseded and steps <= {0, 1, 2, 3})


def _in_one_row(drafts: Sequence[Draft], run: list[Draft], at: int) -> bool:
    """Three sums or more that follow each other, most of them of single purses: what is left is the last one."""
    if len(run) < 3 or drafts[at].sourced:
        return False
    places = [drafts.index(d) for d in run]
    return max(places) - min(places) == len(run) - 1 and sum(d.sourced for d in run) >= len(run) - 1


def _summed_up(run: list[Draft], total: Draft) -> bool:
    """«A에 B를 합쳐 모두 C»: told as a sum in one sentence."""
    return total.whole and all(
        d.clause is not None and total.clause is not None and d.clause.sentence is total.clause.sentence for d in run
    )


_TOLD_AS_SUM = regex(r"(?:합치|합하|더하|보태|합산하)면\s?(?:모두|총|약|전체)?\s?$")


def _shared_by_givers(run: list[Draft], total: Draft) -> bool:
    """«A부가 90억 원을 준다. 도와 시가 45억 원씩 보탠다. 총사업비는 180억 원이다»: shares of a told total beside it."""
    if total.clause is None or any(d.clause is None for d in run):
        return False
    apart = {abs(d.clause.sentence.index - total.clause.sentence.index) for d in run if d.clause is not None}
    dated = (
        total.year_told
        and not total.sourced
        and apart in ({0}, {1})
        and all(d.by is not None or d.sourced for d in run)
    )
    if max(apart) > 3 or not (total.whole or dated):
        return False
    if all(gives_a_share(d) for d in run):
        return True
    if not total.whole:
        return False
    text, money = total.clause.analysis.text, total.clause.money
    return max(apart) <= 1 and _TOLD_AS_SUM.search(text, max(0, money.begin - 14), money.begin) is not None


def _can_be_part(other: Draft, total: Draft) -> bool:
    if other.value >= total.value or other.per_unit or other.superseded or other.revises is not None or other.bound:
        return False
    if other.year is not None and total.year is not None and other.year != total.year:
        return False
    return not (_in_bracket_of_another(other, total) or _in_another_item(other, total))


def _in_another_item(other: Draft, total: Draft) -> bool:
    """«• 예약 시스템을 만들었습니다. 보조금 3억 원에 시비 3억 원을 얹었습니다. / • 카메라를 답니다. 모두 6억 원이
    듭니다.»: what one item of a list of whole sentences tells is no part of what another tells."""
    if other.clause is None or total.clause is None:
        return False
    text = other.clause.analysis.text
    one, two = item_at(text, other.money.begin), item_at(text, total.money.begin)
    return one.begin < two.begin and one.mark is not None and one.mark == two.mark and one.sentence and two.sentence


def _in_bracket_of_another(other: Draft, total: Draft) -> bool:
    """«64억 원(국비 32억, 도비 16억, 시군비 16억)»: what a bracket shares out is of the sum before it, not of one that
    some of its sums happen to add up to; purses may add up to a purse."""
    if other.clause is None or total.sourced or not other.sourced:
        return False
    row = other.clause.row
    host = row.host
    if host is None or host.money is None or host.money is total.money:
        return False
    return total.clause is None or total.clause.row is not row


def _sources_of_totals(drafts: Sequence[Draft]) -> None:
    """Sums of single purses near a total of the same thing are its parts; what is left is another's."""
    for total in drafts:
        if not (total.whole or total.several_years) or total.sourced or total.per_unit or total.part_of is not None:
            continue
        left = total.value - sum(d.value for d in drafts if d.part_of is total and d.sourced)
        for other in drafts:
            if (
                other.part_of is not None
                or other.own
                or not other.source
                or other is total
                or other.per_unit
                or other.whole
                or other.bound
            ):
                continue
            if abs(other.money.begin - total.money.begin) > _DISTANCE or other.value > left * (1 + _EXACT):
                continue
            if _gift_of_another(total, other):
                continue
            fits = other.purpose == total.purpose or abs(other.value - left) <= _EXACT * total.value
            if fits and (other.year is None or total.year is not None):
                other.part_of = total
                left -= other.value
        if 0 < left < total.value:
            for other in drafts:
                if (
                    other.source
                    and other.part_of is None
                    and abs(other.value - left) <= _EXACT * total.value
                    and not other.year
                ):
                    other.part_of = total
                    break


def _gift_of_another(total: Draft, other: Draft) -> bool:
    """«A부가 모두 500억 원을 지원한다. B도는 도비 50억 원을 대응 투자한다»: beside what A gives, not of it."""
    if total.by is None or other.by is None or total.clause is None or total.clause.act is None:
        return False
    told = "payer-told" in total.features and "payer-told" in other.features
    return told and total.clause.act.voice == "gives" and str(total.by.value) != str(other.by.value)
