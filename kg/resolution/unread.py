"""What was seen and not understood: listed with place and reason, never dropped.

A reason names the condition that failed in the rule that came nearest.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.facts.model import Allocation, Fact, NearTarget, Quotation, Target
from kg.facts.office.offices import unread_titles
from kg.lexicon import Lexicon
from kg.mentions.model import Mention
from kg.resolution.cast import Cast

_NEAR = 12
"""How far from a sum, in code points, a word may stand that says what kind of money it is."""


def find_unread(cast: Cast, facts: Iterable[Fact]) -> Iterator[tuple[str, int, int, str]]:
    """Kind, begin, end (code points) and reason of each thing that no fact took in."""
    facts = tuple(facts)
    given = [f for f in facts if isinstance(f, Allocation)]
    used = {(f.amount.begin, f.amount.end) for f in given}
    told = {f.amount.value.low for f in given}
    for mention in cast.mentions.of("money"):
        if (mention.begin, mention.end) not in used:
            yield "money-without-purpose", mention.begin, mention.end, _money_reason(cast, mention, told)
    for fact in facts:
        if isinstance(fact, Quotation) and cast.meant(fact.speaker) is None:
            yield "quotation-without-speaker", fact.span.begin, fact.span.end, _speaker_reason(cast, fact)
    for mention in cast.mentions.of("person-short"):
        if cast.meant(mention) is None:
            yield "title-without-person", mention.begin, mention.end, "no person named in full fits this short form"
    for mention in unread_titles(cast.mentions, facts):
        reason = "the title names its body, and no name stands beside it"
        yield "title-without-person", mention.begin, mention.end, reason
    goals = {(f.value, f.unit) for f in facts if isinstance(f, Target)}
    for near in facts:
        if isinstance(near, NearTarget) and (near.quantity.value.value, near.quantity.value.unit) not in goals:
            yield "number-near-target", near.quantity.begin, near.quantity.end, near.reason


def _money_reason(cast: Cast, money: Mention, told: set[float | None]) -> str:
    """Why no allocation was made of a sum."""
    sentence = cast.analysis.sentence_at(money.begin)
    if sentence is None:
        return "it stands in no sentence of the article"
    around = cast.text[max(sentence.begin, money.begin - _NEAR) : min(sentence.end, money.end + _NEAR)]
    for word in _other_money(cast.lexicon):
        if word in around:
            return f"«{word}» beside it says that it is no money of a policy"
    if money.value.low in told:
        return "the same sum is told with its purpose elsewhere in the text"
    return "no clause tells what this sum is for"


def _speaker_reason(cast: Cast, fact: Quotation) -> str:
    """Why a quotation has no speaker."""
    if fact.speaker is None:
        return "nobody is told to have said this"
    words = cast.text[fact.speaker.begin : fact.speaker.end]
    return f"«{words}» said this, and the text names nobody whom it fits"


@lru_cache(maxsize=8)
def _other_money(lexicon: Lexicon) -> tuple[str, ...]:
    """Words that tell turnover, prices and the like from money that is given; the longest first."""
    found = {
        r["word"] for r in lexicon.rows("not_policy_money") if r["kind"] in ("noun", "price") and len(r["word"]) > 1
    }
    return tuple(sorted(found, key=lambda w: (-len(w), w)))
