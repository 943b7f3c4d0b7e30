"""Quotations: direct speech, its speaker, and the day on which it was said."""

from collections.abc import Iterable

from kg.facts.model import Fact, Quotation
from kg.facts.quotation.direct import find_direct
from kg.facts.quotation.occasion import days_of
from kg.facts.quotation.speaker import Attribution
from kg.facts.quotation.turns import turns
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.spans import Span


def quotations(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Quotation]:
    """Every direct quotation of a sentence or a clause, one fact for each quoted span, in the order of the text."""
    spoken = turns(analysis, mentions, lexicon)
    covered = [q.span for q in spoken]
    quotes = [d for d in find_direct(analysis, lexicon) if not any(c.begin <= d.span.begin < c.end for c in covered)]
    voices = Attribution(analysis, mentions, lexicon, quotes).attribute()
    days = days_of(analysis, mentions, quotes, voices, facts)
    found = list(spoken)
    for quote, voice, day in zip(quotes, voices, days, strict=True):
        span = _trimmed(analysis.text, quote.span.span)
        found.append(
            Quotation(
                rule=f"quotation-{voice.sign}",
                evidence=(span,),
                slots={"speaker": (voice.mention.span,)} if voice.mention else {},
                features=(*quote.signs, voice.sign, *(() if quote.span.closed else ("closing-mark-lost",))),
                span=span,
                text=span.of(analysis.text),
                speaker=voice.mention,
                date=day,
            )
        )
    return sorted(found, key=lambda q: q.span)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    return Span(begin, span.end - (len(words) - len(words.rstrip())))
