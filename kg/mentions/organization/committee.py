"""Committees by their short form in -위: AI위, ‘인공지능위’."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex

_BEHIND = (
    r"위(?=[’'”」』]|\s(?:부?위원장|위원|출범식|발족식|회의|전체회의|산하|관계자|첫)"
    r"|(?:는|가|의|에|에서|를|와|도)(?![가-힣]))"
)
_ENDS = regex(_BEHIND)
_SHORT = regex(
    r"(?<![A-Za-z0-9가-힣])(?:[A-Z]{2,5}|[가-힣]{2,6}(?:AI|지능|산업|미래|혁신|전략|전환|디지털|데이터))" + _BEHIND
)


def committees_in_short(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Short names of committees that no longer name stands beside."""
    text = analysis.text
    if not _ENDS.search(text):
        return
    for match in _SHORT.finditer(text):
        begin, end = match.span()
        if analysis.sentence_at(begin) and mentions.free(begin, end, "organization", "organization-short"):
            yield Mention(begin, end, "organization", Name(match.group(), ("Committee",)), "organization-by-form")
