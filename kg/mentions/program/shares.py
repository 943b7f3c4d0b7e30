"""Programs named only in a row of sums: «A 사업에 31억원, 심야 AI 배송에 12억원이 각각 편성됐다»."""

from collections.abc import Iterator

from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.mentions.program.candidates import Candidate, edges
from kg.mentions.program.phrases import runs, trimmed
from kg.mentions.program.words import ProgramWords, program_words
from kg.patterns import regex
from kg.spans import Span

_INTO = regex(r"[’'」』]?(?: 사업)?에(?:는|도|만)? (?:약 |총 |각각 |국비 |시비 |도비 |군비 |구비 )?$")
_WORDS = regex(r"[A-Za-z]+|[가-힣]+")
_FARTHEST = 16


def in_shares(analysis: Analysis, lexicon: Lexicon, mentions: Mentions, named: list[Candidate]) -> Iterator[Candidate]:
    """Phrases of technology that take a sum each, or beside a program that does; ``named`` are the programs known."""
    words = program_words(lexicon)
    for sentence in analysis.sentences:
        if sentence.block in ("title", "subtitle"):
            continue
        sums = mentions.within(sentence.span, "money")
        if len(sums) < 2:
            continue
        places = [p for money in sums if (p := _place_before(analysis.text, sentence, money)) is not None]
        known = {c.end for c in named if sentence.begin <= c.begin < sentence.end}
        if len(places) < 2:
            continue
        told = (_phrase(analysis, mentions, sentence, place, words) for place in places if place not in known)
        found = [c for c in told if c is not None]
        if len(found) > 1 or known.intersection(places):
            yield from found


def _place_before(text: str, sentence: Sentence, money: Mention) -> int | None:
    """Where the words end into which a sum goes."""
    begin = max(sentence.begin, money.begin - _FARTHEST)
    told = _INTO.search(text, begin, money.begin)
    return told.start() if told else None


def _phrase(
    analysis: Analysis, mentions: Mentions, sentence: Sentence, end: int, words: ProgramWords
) -> Candidate | None:
    """The row of nouns that ends there, if it is of technology and no body, place or gathering."""
    text = analysis.text
    for start, stop in runs(sentence, text):
        if sentence.tokens[stop - 1].end != end:
            continue
        phrase = trimmed(sentence.tokens, start, stop, words, text)
        if phrase is None:
            return None
        begin, stop_at = edges(phrase, sentence, text, words, mentions)
        name = " ".join(text[begin:stop_at].split())
        technical = words.technology & set(_WORDS.findall(name))
        if " " not in name or not technical or words.other_head(name) or len(name) > 30:
            return None
        if not mentions.free(begin, stop_at, "organization", "event", "person"):
            return None
        if mentions.within(Span(begin, stop_at), "region"):
            return None
        return Candidate(begin, stop_at, name, words.suffix(name), "phrase", frozenset({"money"}), True)
    return None
