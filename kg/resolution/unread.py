"""What was seen and not understood: listed with place and reason, never dropped."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Allocation, Fact, Quotation
from kg.resolution.cast import Cast


def find_unread(cast: Cast, facts: Iterable[Fact]) -> Iterator[tuple[str, int, int, str]]:
    """Kind, begin, end (code points) and reason of each thing that no fact took in."""
    facts = tuple(facts)
    used = {(f.amount.begin, f.amount.end) for f in facts if isinstance(f, Allocation)}
    for mention in cast.mentions.of("money"):
        if (mention.begin, mention.end) not in used:
            yield "money-without-purpose", mention.begin, mention.end, "no clause tells what this sum is for"
    for fact in facts:
        if isinstance(fact, Quotation) and cast.meant(fact.speaker) is None:
            yield "quotation-without-speaker", fact.span.begin, fact.span.end, "nobody is told to have said this"
    for mention in cast.mentions.of("person-short"):
        if cast.meant(mention) is None:
            yield "title-without-person", mention.begin, mention.end, "no person named in full fits this short form"
