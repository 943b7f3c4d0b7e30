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


_BUDGET = regex(
    r"(?<![가-힣A-Za-z0-9])예결특?위(?=원장|원|[’'”」』\s·,()]|(?:는|가|의|에|에서|로|와|도|를|안|에선|에서는)(?![가-힣]))"
)
"""The committee on the budget, which every council has and no text writes out twice; its members too (예결위원)."""
_IN_FULL = "예산결산특별위원회"


def committees_in_short(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Short names of committees that no longer name stands beside."""
    text = analysis.text
    yield from _on_the_budget(analysis, mentions)
    if not _ENDS.search(text):
        return
    for match in _SHORT.finditer(text):
        begin, end = match.span()
        if analysis.sentence_at(begin) and mentions.free(begin, end, "organization", "organization-short"):
            yield Mention(begin, end, "organization", Name(match.group(), ("Committee",)), "organization-by-form")


def _on_the_budget(analysis: Analysis, mentions: Mentions) -> Iterator[Mention]:
    """예결위 and 예결특위: the committee that the text names in full, else one of that name."""
    text = analysis.text
    full: Mention | None = None
    for match in _BUDGET.finditer(text) if "예결" in text else ():
        begin, end = match.span()
        if analysis.sentence_at(begin) is None or not mentions.free(begin, end, "organization", "organization-short"):
            continue
        full = full or next((m for m in mentions.of("organization") if m.value.text.endswith(_IN_FULL)), None)
        if full is None:
            yield Mention(begin, end, "organization", Name(match.group(), ("Committee",)), "organization-by-form")
        else:
            name = Name(match.group(), full.value.classes, None, full.value.text)
            yield Mention(begin, end, "organization-short", name, "head-noun")
