"""A total of things each told with its sum is of what they all belong to: «A 240억, B 310억. 다 합쳐 550억 원이다»."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topic import topic_before
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions

_FEWEST = 2


def name_totals(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, drafts: Sequence[Draft]) -> None:
    """Where a total has taken over the purpose of one of its own parts, give it what is spoken of before the first."""
    for total in drafts:
        if total.own or total.clause is None or total.purpose is None:
            continue
        parts = [d for d in drafts if d.part_of is total and d.own and d.clause is not None and not d.sourced]
        things = {d.purpose for d in parts}
        if len(parts) < _FEWEST or len(things) < len(parts) or total.purpose not in things:
            continue
        first = min(parts, key=lambda d: d.money.begin)
        told = first.slots.get("purpose", ())
        if not told or first.clause is None:
            continue
        topic = topic_before(analysis, mentions, first.clause.sentence, told[0].begin, lexicon)
        if topic is None or topic.text in things:
            continue
        total.be_for(topic.text, topic.span, topic.programs)
