"""What a verb has as its object, apart from the money that is spent on it."""

from kg.facts.involvement.page import Page
from kg.language.model import Sentence
from kg.patterns import regex
from kg.spans import Span

_ASIDE = regex(r"\([^()]*\)")
_BY_WAY_OF = regex(r"\s(?:통해|통하여|위해|위하여|비롯해|포함해|거쳐|맞아|앞두고|계기로|토대로|바탕으로)")
"""What only tells by what way, or on what occasion, the deed is done."""


def has_object(page: Page, sentence: Sentence, begin: int, end: int) -> bool:
    """Whether something other than money is the object between a subject and its verb."""
    text = page.analysis.text
    money = page.mentions.within(Span(begin, end), "money")
    paid = {m.end if (aside := _ASIDE.match(text, m.end)) is None else aside.end() for m in money}
    return any(
        t.tag == "JKO" and begin <= t.begin < end and t.begin not in paid and not _BY_WAY_OF.match(text, t.end)
        for t in sentence.tokens
    )
