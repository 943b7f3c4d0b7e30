"""Whose budget a sum is in a ranking of bodies: «가장 많은 곳은 여수시(91억 원)였고», «꼴찌는 나주시로 6억 원»."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.granter import ministry_of_lead
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_RANKING = regex(
    r"(?:가장|제일)\s(?:많|적|크|큰|작|높|낮)|뒤를\s(?:이|잇)|\d\s?위|다음으로|그다음|순(?:이|으로)|뒤이어|꼴찌|최하위|선두|최다"
)
"""Words that rank bodies by what they spend."""
_GETTING = regex(r"과제|선정|국비|배정|지원받|확보|교부|따[내냈]|유치|가져[가갔]")
"""Words that rank bodies by what they get."""
_BETWEEN = regex(r"\s?(?:\([^()]{0,12})?\(?\s?(?:약\s)?|(?:으로|로)\s(?:[가-힣]{1,4}\s)?")
_BODIES = ("LocalGovernment", "EducationOffice", "Ministry")


def pay_by_rank(draft: Draft, mentions: Mentions) -> None:
    """Let the government right before a sum of a ranking pay it, where its clause names no payer."""
    clause = draft.clause
    if clause is None or "payer-told" in draft.features or draft.sourced or draft.per_unit:
        return
    body = _ranked(clause, mentions)
    if body is None or draft.by is body:
        return
    draft.by = draft.payer = body
    draft.elided = False
    draft.features = [f for f in draft.features if f != "payer-context"]
    draft.note("payer", body.span, "payer-told")


def _ranked(clause: Clause, mentions: Mentions) -> Mention | None:
    text, begin = clause.analysis.text, clause.sentence.begin
    if _RANKING.search(text, begin, clause.sentence.end) is None or _GETTING.search(text, begin, clause.sentence.end):
        return None
    if ministry_of_lead(clause.analysis, mentions, begin, begin) is not None:
        return None  # what a ministry gives them
    for body in mentions.within(clause.sentence.span, "organization", "organization-short"):
        if body.end > clause.money.begin or not set(_BODIES) & set(body.value.classes):
            continue
        if _BETWEEN.fullmatch(text, body.end, clause.money.begin) is not None:
            return body
    return None
