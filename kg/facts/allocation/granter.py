"""Which ministry gives what a government gets by winning its call, and whose money a ministry's own news tells of."""

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.payer_host import TOPICAL
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_CALLS = regex(
    r"(?:이|가|의)?\s(?:(?:올해|지난해|처음|새로|주관|추진|실시|시행)(?:로|한|하는)?\s){0,2}"
    r"(?:[‘'“\"「][^’'”\"」]{2,40}[’'”\"」]\s?)?(?:[가-힣]{0,8}\s?)?(?:공모|공모전|공모사업|주관)(?:한|하는|에|에서|사업|전|로)?"
)
"""«교육부가 공모한 ‘X’에», «국토부의 ‘X’ 공모에»."""
_WON = regex(r"선정|뽑|따내|따낸|낙점|지정|채택|당선")
_BACK = 3
_TOLD = regex(r"(?:밝혔|발표했|전했|공개했|설명했|확정했|공고했|내놨|내놓|나섰|시작했|뽑았)")
_LOCAL_MONEY = regex(
    r"도비|시비|군비|구비|지방비|[시도군구](?:가|는|와)\s|자부담|민간|기업(?:은|이|들이)|업체(?:는|가)"
)


def pay_by_call(draft: Draft, mentions: Mentions) -> None:
    """«구는 … 해마다 30억 원씩 특별교부금을 받는다» behind «교육부가 공모한 ‘X’에 선정됐다»: the ministry gives it."""
    clause = draft.clause
    if clause is None or draft.sourced or draft.recipient is None or clause.act is None or clause.act.voice != "gets":
        return
    if draft.by is not None and str(draft.by.value) != str(draft.recipient.value):
        return
    analysis = clause.analysis
    for earlier in reversed(analysis.sentences[max(0, clause.sentence.index - _BACK) : clause.sentence.index + 1]):
        if _WON.search(analysis.text, earlier.begin, earlier.end) is None:
            continue
        for body in mentions.within(earlier.span, "organization"):
            if "Ministry" in body.value.classes and _CALLS.match(analysis.text, body.end, earlier.end):
                draft.by = draft.payer = body
                draft.elided = False
                draft.features = [f for f in draft.features if f != "payer-context"]
                draft.note("payer", body.span, "payer-told")
                return


def ministry_of_lead(analysis: Analysis, mentions: Mentions, begin: int, end: int) -> Mention | None:
    """The ministry whose announcement the text reports, for a sum of whose sentence no other giver is told: the topic
    of the first sentence, which tells that it said so."""
    if _LOCAL_MONEY.search(analysis.text, begin, end) is not None:
        return None
    first = next((s for s in analysis.sentences if s.block == "body" and s.end - s.begin > 30), None)
    if first is None or _TOLD.search(analysis.text, first.begin, first.end) is None:
        return None
    ministry = None
    for body in mentions.within(first.span, "organization"):
        classes = set(body.value.classes)
        if not classes & {"Ministry", "LocalGovernment", "EducationOffice"}:
            continue
        match = TOPICAL.match(analysis.text, body.end, body.end + 46)
        if match is None or match.group().rstrip()[-1:] not in "은는":
            continue
        if "Ministry" not in classes:
            return None
        ministry = ministry or body
    return ministry
