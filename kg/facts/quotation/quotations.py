"""Quotations: direct speech, its speaker, and the day on which it was said."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from kg.facts.model import Fact, Quotation
from kg.facts.quotation.direct import Direct, find_direct
from kg.facts.quotation.occasion import ties_of
from kg.facts.quotation.same import letter_pairs, speaker_key
from kg.facts.quotation.speaker import Attribution, Voice
from kg.facts.quotation.turns import turns
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span


def quotations(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Quotation]:
    """Every direct quotation of a sentence or a clause, one fact for each quoted span, in the order of the text."""
    spoken, quotes = turns(analysis, mentions), find_direct(analysis, lexicon)
    if analysis.document.kind == "council" and _sets_marks(quotes, spoken):
        spoken = ()  # the record of what was said is the text itself, and marks tell who is quoted in it
    covered = [q.span for q in spoken]
    quotes = [d for d in quotes if not any(c.begin <= d.span.begin < c.end for c in covered)]
    voices = Attribution(analysis, mentions, lexicon, quotes).attribute()
    answers = [q.text for q in spoken]
    kept = [
        not _is_headline_echo(analysis.text, quotes, voices, i, partial(speaker_key, analysis, mentions))
        and not _repeats(analysis.text, quotes, voices, i, answers)
        for i in range(len(quotes))
    ]
    quotes = [q for q, keep in zip(quotes, kept, strict=True) if keep]
    voices = [v for v, keep in zip(voices, kept, strict=True) if keep]
    ties = ties_of(analysis, mentions, quotes, voices, facts)
    found = list(spoken)
    for quote, voice, tie in zip(quotes, voices, ties, strict=True):
        span = _trimmed(analysis.text, quote.span.span)
        found.append(
            Quotation(
                rule=f"quotation-{voice.sign}",
                evidence=(span,),
                slots={"speaker": (voice.mention.span,)} if voice.mention else {},
                features=(*quote.signs, voice.sign, *(() if quote.span.closed else ("closing-mark-lost",))),
                span=span,
                text=span.of(analysis.document.text),
                speaker=voice.mention,
                date=tie.day,
                event=tie.event.event if tie.event else None,
            )
        )
    return sorted(found, key=lambda q: q.span)


def _sets_marks(quotes: Sequence[Direct], spoken: Sequence[Quotation]) -> bool:
    """Whether minutes set speech in marks: in several turns somebody is quoted."""
    return sum(any(q.span.begin <= d.span.begin < q.span.end for d in quotes if d.span.double) for q in spoken) > 1


def _is_headline_echo(
    text: str, quotes: Sequence[Direct], voices: Sequence[Voice], i: int, key: Callable[[Mention | None], str]
) -> bool:
    """Whether words in a headline that are no clause are no speech of their own: nobody says them, or the body has the
    same speaker say them at length.
    """
    quote, voice = quotes[i], voices[i]
    if quote.sentence.block not in ("title", "subtitle"):
        return False
    if "headline-named" not in quote.signs:
        return False
    if voice.mention is None or voice.mention.kind.startswith("organization"):
        return True
    who, mine = key(voice.mention), letter_pairs(quote.span.span.of(text))
    said: frozenset[str] = frozenset().union(
        *(
            letter_pairs(other.span.span.of(text))
            for j, other in enumerate(quotes)
            if other.sentence.block == "body" and key(voices[j].mention) == who
        )
    )
    return len(mine & said) >= 0.6 * len(mine)


def _repeats(text: str, quotes: Sequence[Direct], voices: Sequence[Voice], i: int, answers: Sequence[str]) -> bool:
    """Whether a clause that a headline puts in somebody's mouth is one that the body quotes: half of its letters."""
    quote = quotes[i]
    if quote.sentence.block not in ("title", "subtitle") or voices[i].mention is None:
        return False
    mine = letter_pairs(quote.span.span.of(text))
    said = [*answers, *(q.span.span.of(text) for q in quotes if q.sentence.block == "body")]
    return any(2 * len(mine & letter_pairs(words)) >= len(mine) for words in said)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    return Span(begin, span.end - (len(words) - len(words.rstrip())))
