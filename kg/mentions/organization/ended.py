"""Public bodies whose kind no table has: a word of their own in 원 or 청, «국립무형유산원»."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words, ends_word
from kg.mentions.pieces import piece_rows
from kg.patterns import regex

_NO_BODY = regex(
    r"(?:위|의|회|직|요|사|대|단|교|(?<!제)조|역|인|정|공|병|학|자|지|재|민|복|차|후|법|동물|식물|과수|화|수목|요양|보육|미용|유치|공무|승무|임직|"
    r"안내|상담|경비|배달|미화|종업|판매|연구|일|구성|전|장사|고아|상|하|초|동|근|신|기|구만|낙|천|영|수|남|철|창|서|금|주|광|경|국|도)원$"
    r"|(?:시|도|군|구|요|신|시민|청년|가|불|자|경|초|재|단|접)청$"
)
_LEAST = 5


def bodies_by_their_end(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Words of five letters and more that no dictionary has and that end so."""
    text, common = analysis.text, common_words(lexicon)
    for piece in (p for row in piece_rows(analysis) for p in row):
        begin, end = piece.begin, piece.end
        if end - begin < _LEAST or text[end - 1] not in "원청" or not _is_name(piece.tags) or not ends_word(text, end):
            continue
        word = text[begin:end]
        if word in common or _NO_BODY.search(word):
            continue
        if mentions.free(begin, end, "organization", "region", "person", "program"):
            yield Mention(begin, end, "organization", Name(word, ("PublicAgency",)), "organization-by-form")


def _is_name(tags: list[str]) -> bool:
    """Whether a word is of names alone, with Latin letters inside at most: 가온AI제조원."""
    return tags[-1:] == ["NNP"] and set(tags) <= {"NNP", "SL"}
