"""How far a sum has got where no predicate tells."""

import re

from kg.facts.allocation import context
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.sections import item_at
from kg.facts.allocation.status_wanted import applied_for, idea_in_bracket
from kg.facts.allocation.topic_label import item_name
from kg.facts.model import Status
from kg.patterns import regex

_DRAFT_NAME = regex(r"\(안\)$|(?:계획|전략|구상|기획)안$")


_ASKING = regex(
    r"(?:건의|요구|요청|신청)\s?(?:자료|서|사업|과제|현황|목록|내역|사항|안)?\s?(?:\([^()]*\))?$|(?:정책|사업|공약)\s?제안서"
)


def as_its_total(draft: Draft) -> Status | None:
    """«올해 예산은 14억 원(군비 8억 원, 시비 6억 원)이다»: the purses of a year's sum that was granted are granted."""
    total = draft.part_of
    if total is None or not draft.sourced or draft.year is None or draft.year != total.year:
        return None
    return total.status if total.status in ("approved", "proposed") and draft.revises is None else None


def default_status(draft: Draft, published: str | None, passed: frozenset[int] = frozenset()) -> Status | None:
    """Where no predicate tells: the whole, a part or a source of a project that is not past is planned, in a paper that
    asks for money it is proposed, the budget of the running year or of one told as ``passed`` stands approved, other
    sums stay open."""
    found = _default(draft, published, passed)
    if found != "planned" or draft.clause is None:
        return found
    title = draft.clause.analysis.document.title
    if title is not None and _ASKING.search(title.strip()):
        return "proposed"
    return "proposed" if applied_for(draft) is not None else found


def _default(draft: Draft, published: str | None, passed: frozenset[int]) -> Status | None:
    if any(_DRAFT_NAME.search(name) for name in (draft.purpose or "", *(p.value.text for p in draft.programs[:1]))):
        return "proposed"
    if idea_in_bracket(draft):
        return "proposed"
    if draft.per_unit and (draft.purpose or "") and _is_support(draft):
        return "planned"
    if _stands_open(draft):
        return "spent"
    if draft.compared or draft.recurring or draft.per_unit or (draft.revises is None and draft.superseded):
        return None
    if draft.year is None and draft.own and _to_be_built(draft):
        return "planned"
    if draft.year is None and _names_item(draft):
        return "planned"
    base = int(published[:4]) if published else None
    if draft.year is not None and base is not None:
        if draft.year < base:
            return None
        if draft.year in passed or (draft.year == base and "budget-noun" in draft.features):
            return "approved"
        return "proposed" if _before_council(draft, base) else "planned"
    if draft.year is None and (draft.whole or draft.several_years or draft.part_of is not None or draft.sourced):
        return "planned"
    return None


_BUILT_FOR = regex(
    r"(?:구축|조성|건립|설치|공사|제작|리모델링|신축|증축|구입|설립)(?:사업)?비(?:는|은|가|이|로|만)?\s?(?:약|총|모두)?\s?$"
)
_OPENED = regex(
    r"[’'”\"」』]{0,2}(?:\([^)]{1,24}\))?\s?(?:(?:의\s)?(?:개소식|개관식|준공식|개통식|개원식|완공식|현판식|개장식)[을를]\s[^.]{0,8}(?:가졌|열었|열고|마쳤|치렀|개최했)"
    r"|[이가은는을를]\s[^.,]{0,24}(?:문을\s열었|문을\s열고|개소했|개관했|개원했|준공했|준공됐|완공했|완공됐|개통했|가동에\s들어갔|들어섰|놓였고|깔렸))"
)


def _stands_open(draft: Draft) -> bool:
    """«‘X’ 개소식을 가졌다. 구축비 142억 원은 국비 71억 원과 시비 71억 원으로 마련했다»: what it cost to build a thing
    that the text tells as opened is spent, and so are its shares."""
    clause = draft.clause
    host = draft.part_of if draft.part_of is not None and draft.part_of.clause is not None else draft
    if clause is None or host.clause is None or draft.year is not None or not draft.programs:
        return False
    text = clause.analysis.text
    if not _BUILT_FOR.search(text, host.clause.segment().begin, host.money.begin):
        return False
    name, before = str(draft.programs[0].value.text), clause.sentence.begin
    at = text.find(name, 0, before)
    while at >= 0:
        if _OPENED.match(text, at + len(name), before):
            return True
        at = text.find(name, at + 1, before)
    return False


def _before_council(draft: Draft, base: int) -> bool:
    """Whether the sum is of the budget bill on which a council's own paper is: it is still to be voted on. Of the
    running year only a supplementary one is."""
    if draft.clause is None or draft.clause.analysis.document.kind != "council":
        return False
    analysis = draft.clause.analysis
    bill = context.document_budget_year(analysis)
    if bill is None or bill.year != draft.year:
        return False
    return bill.year > base or (bill.year == base and context.tables_supplement(analysis))


_BEFORE = regex(r"지난해|작년|전년|당시|앞서|실적|성과|결산|집행|완료|종료|취소|중단|폐지")


def _names_item(draft: Draft) -> bool:
    """«① (무인 실험실) … 2027년 상반기까지 조성. 268억 원»: an item of a list of projects whose sum closes a phrase,
    where nothing tells that it is over."""
    clause = draft.clause
    if (
        clause is None
        or clause.act is not None
        or clause.head is not None
        or clause.analysis.document.kind == "council"
    ):
        return False
    text = clause.analysis.text
    item = item_at(text, clause.money.begin)
    named = draft.slots.get("purpose")
    if item.mark is None or not named or not item.begin <= named[0].begin < item.end:
        return False
    return _BEFORE.search(text, item.begin, item.end) is None


_BUILDING_COST = regex(
    r"(?:(?:건립|구축|조성|설치|건설|공사|개발|신축|증축|리모델링)비?|(?:시설|설계|제작|도입|구입|구매|매입|설비|장비|이전|정비|개조|개보수|보수|증설|철거|용역|교체|토목|인테리어)비)$"
)


def _to_be_built(draft: Draft) -> bool:
    """«건립비는 210억 원이다»: what building costs, where nothing tells that it is built."""
    clause = draft.clause
    if clause is None or (clause.head is not None and clause.head.past) or clause.leaning is not None:
        return False
    words = clause.analysis.text[clause.segment().begin : clause.money.begin].rstrip(" 은는이가약총:")
    return _BUILDING_COST.search(words) is not None and not re.search(r"지난해|작년|당시|앞서", words)


_SUPPORT = regex(r"지원|보조|한도|최대|상한|설치비|구축비|도입비|장학금|수당|활동비|이용권|바우처|융자|사업비")


def _is_support(draft: Draft) -> bool:
    """Whether a sum for each of many is what is to be given to them, not what something costs."""
    clause = draft.clause
    if clause is None or (clause.head is not None and clause.head.past):
        return False
    text = clause.analysis.text
    label = item_name(text, clause.money.begin)
    if label is not None and _SUPPORT.search(text, label.begin, label.end):
        return True  # «□ 지원내용 : 컨설팅(업체당 500만 원 이내)»
    return bool(_SUPPORT.search(text, clause.segment().begin, clause.chunk.end))
