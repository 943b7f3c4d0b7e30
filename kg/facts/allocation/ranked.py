"""The biggest share of a total and those after it: «가장 큰 덩어리는 ‘X’로 19억 원이다. 두 번째는 ‘Y’ 8억 원»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topics import is_field
from kg.patterns import regex

_THING = r"(?:것|게|건|덩어리|덩이|몫|줄기|축|항목|사업|갈래|부분|뭉치|꼭지|묶음|쪽|곳|데)"
_BIGGEST = regex(
    rf"(?:가장|제일)\s(?:(?:덩치|몸집|돈|예산|규모|액수|몫|비중|덩어리)(?:가|이)?\s)?(?:많은|많이|큰|굵은|비싼|무거운|두툼한|작은|적은)\s?"
    rf"(?:(?:돈|예산)이?\s)?(?:[가-힣]{{1,4}}\s)?{_THING}(?:은|는|이|가|도)?\s"
)
_BIG_BEHIND = regex(r"\s?(?:으로|로)\s(?:가장|제일)\s(?:크|많|큰|많은|덩치)|\s?(?:으로|로)\s(?:으뜸|1위|선두|첫손)")
_NEXT = regex(
    r"[\s“\"‘'○◦□\-–·]*(?:첫째|둘째|셋째|넷째|다섯째|(?:첫|두|세|네)\s?번째|다음|그다음|그\s다음|이어|뒤이어|그\s뒤)"
    r"(?:는|은|가|이|로는|으로는|로|으로)?,?\s"
)
_FOLLOWS = regex(r"[^.]{0,40}?(?:뒤를\s(?:잇|이었|이은)|뒤따|순이[다었며고]|순으로)")
_COUNTED = regex(r"(?:덩어리|갈래|줄기|축|꼭지|묶음|가지)(?:는|은|가|이)?\s(?:크게\s)?(?:둘|셋|넷|다섯|두\s|세\s|네\s)")
_REACH, _APART = 9, 6


def rank_shares(drafts: Sequence[Draft]) -> None:
    """Give shares that are told by their rank the year of their total, or the total itself where that has none."""
    total: Draft | None = None
    last = 0
    for at, draft in enumerate(drafts):
        clause = draft.clause
        if clause is None:
            continue
        text, index = clause.analysis.text, clause.sentence.index
        before = [c.money.end for c in clause.row.chunks[: clause.place] if c.money is not None]
        begin = max([clause.sentence.begin, *before])
        biggest = _BIGGEST.search(text, begin, draft.money.begin) or _BIG_BEHIND.match(
            text, draft.money.end, clause.sentence.end
        )
        if biggest is not None or _biggest_before(draft) or (total is None and _is_first(draft)):
            total = _total(drafts, at)
        elif total is None or index - last > 3 or not _comes_next(draft, begin):
            continue
        if total is None:
            continue
        last = index
        if _open(draft) and draft.value < total.value and draft.year in (None, total.year):
            _share(draft, total)


def _is_first(draft: Draft) -> bool:
    """«큰 덩어리는 셋이다. 첫째가 ‘X’ 118억 원»."""
    clause = draft.clause
    assert clause is not None
    if not _NEXT.match(clause.analysis.text, clause.sentence.begin, draft.money.begin) or clause.sentence.index == 0:
        return False
    for earlier in clause.analysis.sentences[max(0, clause.sentence.index - 4) : clause.sentence.index]:
        if _COUNTED.search(clause.analysis.text, earlier.begin, earlier.end):
            return earlier.paragraph == clause.sentence.paragraph
    return False


def _biggest_before(draft: Draft) -> bool:
    """«가장 큰 몫은 ‘X’다. 22억 원이 들어간다»."""
    clause = draft.clause
    assert clause is not None
    if (
        draft.own
        or clause.sentence.index == 0
        or clause.analysis.text[clause.sentence.begin : draft.money.begin].strip()
    ):
        return False
    earlier = clause.analysis.sentences[clause.sentence.index - 1]
    told = _BIGGEST.search(clause.analysis.text, earlier.begin, earlier.end)
    return told is not None and earlier.paragraph == clause.sentence.paragraph


def _comes_next(draft: Draft, begin: int) -> bool:
    clause = draft.clause
    assert clause is not None
    text = clause.analysis.text
    if _NEXT.match(text, begin, draft.money.begin):
        return True
    return draft.own and _FOLLOWS.match(text, draft.money.end, clause.sentence.end) is not None


def _open(draft: Draft) -> bool:
    """Whether the sum has neither a year nor a total and is no purse, price or total itself."""
    if draft.year_told or draft.part_of is not None or draft.several_years or draft.sourced:
        return False
    return not (draft.per_unit or draft.whole or draft.revises is not None or draft.superseded)


def _total(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The last total before, of the same few sentences: the latest year's goes before one of several years."""
    clause = drafts[at].clause
    assert clause is not None
    near = [
        d
        for d in reversed(drafts[max(0, at - _REACH) : at])
        if d.clause is not None and clause.sentence.index - d.clause.sentence.index <= _APART
    ]
    fit = [d for d in near if d.value > drafts[at].value and not d.per_unit and not d.compared and d.part_of is None]
    fit = [d for d in fit if not d.sourced or (d.year is not None and d.status == "proposed")]
    dated = [d for d in fit if d.year is not None and (d.whole or d.sourced or is_field(d.purpose or ""))]
    if dated:
        return max(dated, key=lambda d: (d.year or 0, -d.money.begin))
    return next((d for d in fit if d.whole or d.several_years), None)


def _share(draft: Draft, total: Draft) -> None:
    if total.year is None or total.several_years:
        draft.part_of = total
        return
    draft.year = total.year
    draft.note("year", total.slots["year"][0] if "year" in total.slots else total.money.span)
    if total.sourced and draft.source is None:
        draft.source, draft.sourced = total.source, True
        draft.note("source", total.slots["source"][0] if "source" in total.slots else total.money.span)
    if draft.status in (None, "planned") and total.status in ("proposed", "approved"):
        draft.status = total.status
