"""A lead tells the sum, the next sentence names the plan: «4년간 900억 원을 투입한다. 시장은 ‘X 전략’을 발표했다»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topic_sentence import may_get_money
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_PLAN = regex(
    r"(?:전략|계획|로드맵|비전|프로젝트|마스터플랜|구상|청사진|대전환|선언|대책|방안|정책|플랜|뉴딜)(?:\s?\([^)]*\))?$"
)
_TOLD = regex(
    r"(?:\s?\([^)]{1,20}\))?[’'”\"」』]{0,2}(?:\([^)]{1,30}\))?(?:을|를|의)?\s?(?:[가-힣]{2,6}(?:을|를)?\s)?"
    r"(?:발표|공개|선포|내놓|내놨|내놓았|수립|확정|공표|선보|제시|마련|설명|보고)"
)
_WORKED = regex(
    r"[’'”\"」』]\s?(?:\([^)]{1,30}\)\s?)?(?:사업|프로젝트|정책)?(?:을|를)\s(?:[^.,]{0,12}\s)?(?:추진|편다|펴|펼|시행|벌[이인]|진행)"
)
_LEAD, _REACH = 2, 3
"""Sentences of the body that are its lead; sentences behind it in which the plan is named."""


def name_plan(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Let the whole sum of the lead, told for a field or a deed, be the plan's that is announced right after it."""
    body = [s for s in analysis.sentences if s.block == "body"][: _LEAD + _REACH]
    for draft in drafts:
        clause = draft.clause
        if clause is None or clause.sentence not in body[:_LEAD]:
            continue
        if draft.programs or draft.per_unit or not draft.own or not (draft.several_years or draft.whole):
            continue
        at = body.index(clause.sentence)
        plan = _announced(analysis, mentions, Span(draft.money.end, body[min(at + _REACH, len(body) - 1)].end))
        if plan is not None:
            draft.programs = [plan]
        return


def _announced(analysis: Analysis, mentions: Mentions, span: Span) -> Mention | None:
    """The first plan of the span that is told as announced."""
    for mention in mentions.within(span, "program", "program-short"):
        if _PLAN.search(mention.value.text) and _TOLD.match(analysis.text, mention.end, mention.end + 48):
            return mention
        if _WORKED.match(analysis.text, mention.end, mention.end + 48) and may_get_money(mention):
            return mention
    return None
