"""Who gives what to an item of an outline by the field that lists it: «재원: 도 20억 원, 나루은행 10억 원»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.outline import outline_topic
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_FIELD = regex(
    r"[\s\W\d가-하]{0,6}?(?:총\s?|소요\s?)?(?:재원(?:\s?(?:구성|조달|분담|내역|계획|마련|확보))?|자금(?:\s?(?:조달|구성|분담))?|출자(?:금|액|자|구성)?|출연(?:금|액|자)?"
    r"|분담(?:금|액|내역|비율)?|부담(?:금|액|내역)?|매칭|기관별\s?(?:부담|분담|출자|출연)(?:금|액)?|조성\s?(?:재원|방법))\s?[:：]\s?"
)
_LINKS = regex(
    r"\s?(?:의|이|가|은|는|에서)?\s?(?:출연금?|출자금?|부담금?|분담금?|매칭|투자금?|지원금?|보조금?|기부금?|후원금?|몫|자체)?\s?(?:각|각각|약|총|현금|\()?\s?"
)


def pay_by_field(here: Sequence[Draft], analysis: Analysis, mentions: Mentions) -> None:
    """Give each sum of a field on where the money comes from the body that stands before it, and what the item is
    about."""
    clause = here[0].clause if here else None
    if clause is None or (field := _FIELD.match(analysis.text, clause.sentence.begin, here[0].money.begin)) is None:
        return
    begin = field.end()
    for draft in here:
        body = _giver(analysis.text, mentions, begin, draft.money.begin)
        begin = draft.money.end
        if body is None:
            continue
        draft.by = draft.payer = body
        draft.decider, draft.elided, draft.shared_out, draft.apart = None, False, True, True
        draft.note("payer", body.span, "payer-told")
        place = draft.slots.get("purpose", (body.span,))[0]
        if (draft.purpose is None or place.meets(body.span)) and (
            topic := outline_topic(analysis, mentions, draft.money.begin)
        ) is not None:
            draft.purpose, draft.own = topic.text, False
            draft.programs = list(topic.programs)
            draft.note("purpose", topic.span, "purpose-topic")


def _giver(text: str, mentions: Mentions, begin: int, end: int) -> Mention | None:
    """The one body that stands before a sum, with nothing but words of giving between."""
    bodies = mentions.within(Span(begin, end), "organization", "organization-short")
    told = [b for b in bodies if _LINKS.fullmatch(text, b.end, end)]
    return told[-1] if told else None
