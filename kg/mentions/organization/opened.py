"""Buildings named by their place or use alone, where the text tells that they open: «가온 거점을 3월 개소한다»."""

from collections.abc import Iterator

from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words
from kg.patterns import regex

_SITE = regex(r"(?:시|군|구)? (?:거점|분원|분소|캠퍼스|사무소|지점|본원|센터)(?=[은는이가을를의도 ,]|$)")
_CENTRE = regex(r"(?<![가-힣A-Za-z])(?P<name>[가-힣]{3,8}센터)(?=[은는이가을를도]?(?: |,|$))")
_IS_OPENED = regex(r"(?<!\d)(?<!\d )개소(?!식)|문을 연다")
_KINDS = ("데이터센터", "컴퓨팅센터", "지원센터", "의료센터", "서비스센터", "연구센터")
"""Ends of words for what there is in every town, which name no body without more."""
_OPENS = regex(r"개소|개관|개원|문을 (?:연|열|여)|준공|착공")


def opened_sites(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """A region's name with the word for a building behind it, in sentences that tell of its opening."""
    text = analysis.text
    for region in mentions.of("region", "organization"):
        site = _SITE.match(text, region.end) if region.kind == "region" or region.rule == "government" else None
        sentence = analysis.sentence_at(region.begin) if site else None
        if (
            site is None
            or sentence is None
            or not _OPENS.search(text, site.end(), _told_until(analysis, sentence, site.end()))
        ):
            continue
        if mentions.free(site.end() - 1, site.end(), "organization", "program"):
            words = " ".join(text[region.begin : site.end()].split())
            yield Mention(region.begin, site.end(), "organization", Name(words, ("Centre",)), "organization-opened")


def _told_until(analysis: Analysis, sentence: Sentence, end: int) -> int:
    """Where the words on a site end: «첫 곳은 가온 거점이다» is gone on with by the next sentence."""
    following = sentence.index + 1
    if not analysis.text.startswith("이다.", end) or following == len(analysis.sentences):
        return sentence.end
    return analysis.sentences[following].end


def opened_centres(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """A centre that bears the name of its use (관제센터, 체험센터), in a sentence that tells of its day of opening."""
    text, common = analysis.text, common_words(lexicon)
    for opening in _IS_OPENED.finditer(text):
        sentence = analysis.sentence_at(opening.start())
        if sentence is None:
            continue
        days = mentions.within(sentence.span, "date")
        for centre in _CENTRE.finditer(text, sentence.begin, sentence.end) if days else ():
            begin, end = centre.span("name")
            known = centre["name"] in common and not centre["name"].endswith(_KINDS)
            if known and mentions.free(begin, end, "organization", "program"):
                yield Mention(begin, end, "organization", Name(centre["name"], ("Centre",)), "organization-opened")
