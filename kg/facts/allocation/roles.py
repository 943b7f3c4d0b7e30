"""Whose part a body has in a sum: it pays, it decides, it gets the money, or it only tells of it."""

import re
from functools import lru_cache

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.wording import is_time
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_DELIBERATES = frozenset(("Council", "Committee"))
_COUNCIL_WORD = regex(r"(?:의회|위원회|예결위|예결특위|특위|상임위|소위|국회)$")
_DECIDES = frozenset(("cut", "approved"))
_OWN = regex(r"추경|추가경정|본예산|자체|예비비|시비|도비|군비|구비")
_FROM_ABOVE = regex(
    r"국비|국고|정부|부처|교부세|교부금|특교|공모|기재부|기획재정부|[가-힣]부(?:에서|로부터|의|가)|균특|소멸\s?대응\s?기금|도비|시비"
)
_COMMITTEE = regex(r"예결위|예결특위|예산결산특별위원회|상임위|본회의")
_SITS = regex(
    r"[’'”\"」)]{0,2}(?:\([^)]{1,30}\))?\s?(?:심사|심의|회의|전체회의|계수조정|본회의|예비심사)?(?:은|는|이|가|도|에서|에서는|에선)(?=[\s,])"
)
ASKS = frozenset(("요구", "요청", "건의", "신청", "청구"))
_SETTLES = frozenset(("의결", "가결", "승인", "통과", "결정", "되살리", "복원", "살리", "살려내", "인정"))
_PURSES = {"시비": "시", "도비": "도", "군비": "군", "구비": "구"}


def deliberates(body: Mention) -> bool:
    """Whether a body is a council or one of its committees: it decides about money that is not its own."""
    if body.kind not in ("organization", "organization-short"):
        return False
    return bool(_DELIBERATES & set(body.value.classes)) or bool(_COUNCIL_WORD.search(body.value.text))


def sitting_in(clause: Clause, mentions: Mentions) -> Mention | None:
    """The council or committee that is the subject or the scene of the sentence before the sum."""
    found = None
    for mention in mentions.within(
        Span(clause.sentence.begin, clause.money.begin), "organization", "organization-short"
    ):
        if deliberates(mention) and _SITS.match(clause.analysis.text, mention.end):
            found = mention
    if found is not None and _COMMITTEE.search(clause.analysis.text, found.end + 8, clause.money.begin):
        return None  # another committee, without a name of its own, stands nearer
    return found


def settle_roles(draft: Draft) -> None:
    """Say of the body of a sum whether it pays or decides; of one that only gets the money or tells of it neither.

    A council decides, unless it spends its own. A government, agency or company pays what it gives, bears or budgets;
    it decides what it cuts, and what it asks somebody above it for. What comes from the state is no city's to pay.
    """
    body, told = draft.by, "payer-told" in draft.features
    if body is None:
        draft.payer = draft.decider = None
        return
    draft.payer, draft.decider = None, None
    if body.kind not in ("organization", "organization-short"):
        return
    act = (draft.clause.act or draft.clause.leaning_act) if draft.clause is not None else None
    if deliberates(body):
        if draft.status in _DECIDES or draft.revises is not None:
            draft.decider = body
        elif act is not None and act.voice == "gives" and act.past == "spent":
            draft.payer = body
        return
    local = "LocalGovernment" in body.value.classes
    if draft.source in _PURSES and draft.status != "cut" and local and not _asked_of_another(draft):
        draft.payer = body if fits_purse(draft, body) else None
        return
    if draft.clause is not None and _moves(draft.clause) and not _owned(draft.clause, body):
        return
    if not told and draft.clause is not None and not _goes_on(draft, draft.clause, body):
        return
    if draft.status == "cut":
        draft.decider = body if told else None
        return
    asked = act is not None and act.word in ASKS
    if draft.stage == "국비요구" or (asked and _above(draft)):
        draft.decider = body if told else None
        return
    if _raises(draft):
        return
    if act is not None and act.voice == "gets" and not _is_giver(draft, body):
        draft.payer = body if _from_own(draft) else None
        return
    if act is not None and act.word in _SETTLES and draft.status == "approved" and told:
        draft.decider = body
        return
    if fits_purse(draft, body):
        draft.payer = body


def _asked_of_another(draft: Draft) -> bool:
    """«도비 5억 원을 요청했다»: not the body's own purse yet."""
    clause = draft.clause
    act = (clause.act or clause.leaning_act) if clause is not None else None
    return draft.status == "proposed" and act is not None and act.word in ASKS and _above(draft)


def _raises(draft: Draft) -> bool:
    """«2027년까지 150억 원을 모은다», «400억 원 규모의 펀드를 조성한다»: others give it too."""
    act = (draft.clause.act or draft.clause.leaning_act) if draft.clause is not None else None
    if act is None:
        return False
    fund = re.search(r"(?:펀드|기금|조합)$", draft.purpose or "") is not None
    return act.word in ("모으", "모집", "결성", "굴리", "운용") or (act.word == "조성" and fund)


def _moves(clause: Clause) -> bool:
    """Whether the sum moves by itself (든다, 투입된다) or stands in a bill that nobody is told to have made."""
    act = clause.leaning_act or clause.act
    if act is None:
        return False
    head = clause.leaning if clause.leaning is not None else clause.head
    return act.voice == "goes" or (head is not None and head.suffix == "되")


_BUDGETED = regex(r"예산|사업비|추경|재원|투자액|투입액")
_FUND = regex(r"기금(?:으로|에서|을)|교부세(?:로|에서)|교부금(?:으로|에서)|후원금(?:으로|에서)")
_OTHERS = regex(
    r"(?:기업|업체|회사|민간|대학|병원|주민|시민|업계|협회|단체|재단|은행|조합|농가|상인|학교|사업자|학부모|참여사|투자자|협력사|입주사|교육청|교육지원청|정부|국가|공단|공사|진흥원|테크노파크|시행사|운영사|보험사)들?(?:은|는|이|가|도)\s"
)
"""Others than a government who give, though they have no name."""
_TITLE = regex(r"[’'”\"」)]{0,2}(?:시?장|수|지사|청장|교육감)(?=[\s,은는이가의])")


def _goes_on(draft: Draft, clause: Clause, body: Mention) -> bool:
    """Whether a sum without a giver goes on with what the body gives: «올해는 5억 원을 쓴다», «예산은 15억 원이다».

    What an official says of it is no body's giving, and what a fund brings is not the body's own.
    """
    text = clause.analysis.text
    if _TITLE.match(text, body.end):
        return False
    if from_fund(clause):
        return False
    if others_give(clause):
        return False
    act = clause.leaning_act or clause.act
    if act is not None:
        summed = clause.head is not None and clause.head.ending_form.endswith("면")
        return act.voice == "gives" and act.word not in ASKS and not summed
    return budgeted(clause)


def from_fund(clause: Clause) -> bool:
    """Whether a fund or a grant brings the sum: «버스 구입비 5억 원은 복권기금으로 댔다»."""
    end = clause.head.begin if clause.head is not None and clause.head.begin > clause.money.end else clause.chunk.end
    return _FUND.search(clause.analysis.text, clause.segment().begin, max(end, clause.chunk.end)) is not None


def others_give(clause: Clause) -> bool:
    """Whether somebody without a name is told to give: «기업들도 1억 원을 후원한다»."""
    text, begin = clause.analysis.text, clause.segment().begin
    if _OTHERS.search(text, begin, clause.money.begin):
        return True
    if clause.act is None or clause.act.voice != "gives":
        return False
    subjects = [c for c in clause.previous() if c.kind == "noun" and c.money is None and c.particle in ("이", "가")]
    return any(
        not is_time(text[c.begin : c.end]) and text[c.begin : c.end] not in ("시", "도", "군", "구") for c in subjects
    )


def budgeted(clause: Clause) -> bool:
    """Whether the sum's own words call it a budget: «올해 예산은 15억 원이다»."""
    return _BUDGETED.search(clause.analysis.text, clause.segment().begin, clause.chunk.end) is not None


def _owned(clause: Clause, body: Mention) -> bool:
    """«시 예산 5억 원이 든다»: the body's own budget stands with the sum."""
    if not clause.segment().begin <= body.begin < clause.money.begin:
        return False
    after = clause.analysis.text[body.end : clause.money.begin]
    return re.match(r"(?:의)?\s(?:[가-힣]{1,8}\s){0,2}(?:예산|재정|자체|부담|분담|출연)", after) is not None


def _above(draft: Draft) -> bool:
    clause = draft.clause
    if clause is None:
        return False
    return _FROM_ABOVE.search(clause.analysis.text, clause.sentence.begin, clause.sentence.end) is not None


def _from_own(draft: Draft) -> bool:
    """«제2회 추경에서 확보했다»: from the body's own budget, not from above."""
    clause = draft.clause
    if clause is None or draft.source in ("국비", "민자"):
        return False
    end = clause.head.end if clause.head is not None else clause.chunk.end
    words = clause.analysis.text[clause.segment().begin : max(end, clause.money.end)]
    return _OWN.search(words) is not None and re.search(r"국비|국고|교부세|교부금|특교", words) is None


def _is_giver(draft: Draft, body: Mention) -> bool:
    """«행안부에서 5천만 원을 받았다»: from whom it comes."""
    clause = draft.clause
    assert clause is not None
    after = clause.analysis.text[body.end : body.end + 8]
    return re.match(r"[’'”\"」)]{0,2}(?:으로부터|로부터|에게서|한테서|에서\s|의\s)", after) is not None


def fits_purse(draft: Draft, body: Mention) -> bool:
    """Whether the sum can come from the body: 도비 is a province's, 국비 the state's, 민자 a company's."""
    name = str(body.value.official or body.value.text)
    local = "LocalGovernment" in body.value.classes
    if draft.source == "국비":
        return not local
    if draft.source == "민자":
        return not local and "Ministry" not in body.value.classes
    level = _PURSES.get(draft.source or "")
    return level is None or (local and _level(name) == level)


@lru_cache(maxsize=256)
def _level(name: str) -> str:
    bare = re.sub(r"(?:청|본청)$", "", name)
    return bare[-1:]
