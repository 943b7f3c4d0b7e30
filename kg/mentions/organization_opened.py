"""Buildings that a text names by their place alone, where it tells that they open: «가온 거점을 3월 개소한다»."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex

_SITE = regex(r"(?:시|군|구)? (?:거점|분원|분소|캠퍼스|사무소|지점|본원|센터)(?=[은는이가을를의도 ,]|$)")
_OPENS = regex(r"개소|개관|개원|문을 (?:연|열|여)|준공|착공")


def opened_sites(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """A region's name with the word for a building behind it, in sentences that tell of its opening."""
    text = analysis.text
    for region in mentions.of("region", "organization"):
        site = _SITE.match(text, region.end) if region.kind == "region" or region.rule == "government" else None
        sentence = analysis.sentence_at(region.begin) if site else None
        if site is None or sentence is None or not _OPENS.search(text, site.end(), sentence.end):
            continue
        if mentions.free(site.end() - 1, site.end(), "organization", "program"):
            words = " ".join(text[region.begin : site.end()].split())
            yield Mention(region.begin, site.end(), "organization", Name(words, ("Centre",)), "organization-opened")
