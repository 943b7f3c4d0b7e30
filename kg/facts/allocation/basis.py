"""What a sum is the measure of: all of a thing, one year's share, a part of a total, or one of many."""

from kg.facts.allocation.draft import Draft
from kg.facts.model import Basis
from kg.patterns import regex

_EACH_YEAR = regex(r"(?<![가-힣\d])(?:연|연간|연평균|매년|해마다|한 해|1년에)\s?(?:평균 )?(?:약 )?$")
_TOTAL_NOUN = regex(
    r"(?:(?:총액|총계|총규모|합계|총사업비|총공사비|총투자비)(?:는|은|이|가|만|도|로)?\s?[:：]?\s?(?:약|모두)?|곳에\s모두)\s?$"
)


def _named_as_total(draft: Draft) -> bool:
    """«내년 예산안 총액은 9310억 원»: the words before the sum name it a total, of whatever year. All else that is
    told whole and of one year is that year's."""
    clause = draft.clause
    if clause is None:
        return False
    return _TOTAL_NOUN.search(clause.analysis.text, clause.segment().begin, draft.money.begin) is not None


def _year_of_paper(draft: Draft) -> bool:
    """Whether only the budget in which it stands tells the year of what is told whole."""
    return "year-budget" in draft.features and not draft.weak_whole


def _a_year(draft: Draft) -> bool:
    """«4년간 62억 원(연 15억 5천만 원)»: the bracket tells what each year takes, not a part."""
    if draft.clause is None:
        return False
    return _EACH_YEAR.search(draft.clause.analysis.text, max(draft.money.begin - 9, 0), draft.money.begin) is not None


_SIZED = regex(r"\s?(?:원)?\s?(?:규모|짜리)|[을를]\s(?:조성|결성|만들|모으|모아)")


def _fund_of_size(draft: Draft) -> bool:
    """«올해 500억 원 규모의 펀드를 결성한다»: what the fund holds, in whatever year it is set up."""
    clause = draft.clause
    if clause is None or draft.sourced or not (draft.purpose or "").endswith(("펀드", "투자조합")):
        return False
    return _SIZED.match(clause.analysis.text, draft.money.end) is not None


_MOST_OF_ONE = 20_000_000
_OF_ALL = regex(r"총|모두|합쳐|합해|합하면|전체|예산|사업비|들여|들였|투입|편성|집행")


def _of_one(draft: Draft) -> bool:
    """«한 달 120만 원의 수당», «1만 5천 원짜리 체험권»: no program costs so little; what one of many gets."""
    money, clause = draft.money.value, draft.clause
    if (
        money.currency != "KRW"
        or not 0 < draft.value < _MOST_OF_ONE
        or clause is None
        or (draft.whole and not draft.weak_whole)
    ):
        return False
    return not _OF_ALL.search(clause.analysis.text, clause.segment().begin, clause.chunk.end + 4)


_SO_FAR = regex(
    r"지금까지|그동안|그간|여태(?:껏|까지)?|현재까지|(?:올해|지난해|작년|지난달|20\d\d년|\d월)(?:\s?말)?까지"
)


def _spent_so_far(draft: Draft) -> bool:
    """«지금까지 410억 원이 들어갔다»: all that a thing has cost."""
    clause = draft.clause
    if clause is None or draft.status != "spent" or draft.year is not None:
        return False
    return _SO_FAR.search(clause.analysis.text, clause.segment().begin, draft.money.begin) is not None


_TAKES = frozenset(
    (
        "들이",
        "들",
        "들어가",
        "투입",
        "투자",
        "소요",
        "필요",
        "드",
        "쓰이",
        "결성",
        "조성",
        "마련",
        "요청",
        "건의",
        "요구",
    )
)
_BIG = 100_000_000
_ITS_SIZE = regex(
    r"(?:규모|크기|사업비|공사비|건립비|구축비|건설비|투자액|투자비|(?:전체\s|최종\s|조성\s)?목표(?:액)?)(?:는|은|가|이)\s?(?:약|총|모두)?\s?$"
)


_TO_BUILD = regex(r"(?:공사비|건립비|구축비|건설비|조성비|신축비|증축비)(?:는|은|가|이|로|만)?\s?(?:약|총|모두)?\s?$")


def _all_it_takes(draft: Draft) -> bool:
    """«260억 원을 들여 X를 짓는다», «규모는 65억 원»: a lone sum of no year for a named thing is all it takes."""
    clause = draft.clause
    if clause is None or draft.value < _BIG or draft.status == "cut" or draft.revises is not None:
        return False
    if draft.cost:
        return (
            draft.own and _TO_BUILD.search(clause.analysis.text, clause.segment().begin, draft.money.begin) is not None
        )
    if not draft.programs and not draft.own and "purpose-topic" not in draft.features:
        return False
    act = clause.leaning_act or clause.act
    alone = sum(c.money is not None for c in clause.row.chunks) == 1
    if act is not None and act.word in _TAKES and alone:
        return True
    return _ITS_SIZE.search(clause.analysis.text, clause.segment().begin, clause.money.begin) is not None


def _over_and_done(draft: Draft) -> bool:
    """«2023년 12억 원을 들인 X», «올해 X 예산 3억 원은 깎였다»: a lone sum that was spent or cut is no year's share."""
    return draft.status in ("cut", "spent") and draft.value > 0 and draft.clause is not None


_NOT_ALL = regex(r"[비고돈자)]만\s?(?:해도\s?)?(?:약|총|모두)?\s?$")


def _one_purse_of_several(draft: Draft) -> bool:
    """«국비만 314억 원이 들어간다»: there are other purses too."""
    clause = draft.clause
    if clause is None or not draft.sourced:
        return False
    return _NOT_ALL.search(clause.analysis.text, clause.segment().begin, clause.money.begin) is not None


def basis_of(draft: Draft) -> Basis | None:
    """``per-unit`` before ``annual`` by shares of years, ``part`` of a told total, ``total`` of all or of several
    years, ``annual`` where a year is told; nothing where the words tell none of these."""
    if draft.per_unit or _of_one(draft):
        return "per-unit"
    if draft.recurring or _a_year(draft) or (draft.first_year and draft.part_of is None):
        return "annual"
    if draft.part_of is not None:
        by_years = (
            draft.year is not None and draft.year != draft.part_of.year and not draft.source and draft.status != "cut"
        )
        return "annual" if by_years or ("year-row" in draft.features and draft.year is not None) else "part"
    if draft.shared_out or _one_purse_of_several(draft):
        return "part"
    if (
        draft.several_years
        or _fund_of_size(draft)
        or _spent_so_far(draft)
        or (draft.whole and (draft.year is None or _named_as_total(draft) or _year_of_paper(draft)))
    ):
        return "total"
    if draft.year is not None:
        return None if _over_and_done(draft) else "annual"
    return "total" if _all_it_takes(draft) else None
