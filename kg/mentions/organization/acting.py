"""Companies that no table knows by what they do: «센서는 누리센싱이 납품한다», «누리코리아와 맺은 협약»."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words
from kg.mentions.pieces import Piece, piece_rows
from kg.patterns import regex

_BETWEEN = (
    r"(?:[가-힣A-Za-z0-9]+(?:을|를|까지|에|로|부터) ){0,2}?(?:직접 |함께 |모두 |전부 |새로 |계속 |도맡아 |나눠 |대신 )?"
)
_SUPPLIES = regex(
    rf"(?:이|가) {_BETWEEN}(?:납품|공급|시공|제작|제조|설치|개발)(?:을|를)?(?:하|한|했|해|할|됐|되|함| ?맡|[ ,.])"
)
_RUNS = regex(
    rf"(?:이|가) {_BETWEEN}(?:운영|운행|대행|수행|관리|유지보수|시행)?(?:을|를)?\s?"
    r"(?:하고|하며|한다|했다|해 |해왔|함|맡|도맡|대신하|꾸[려리린]|책임[지져졌])"
)
_TOPIC = regex(r"(?<![가-힣])[가-힣A-Za-z]{2,}(?:은|는) (?:[가-힣]{2,4} )?$")
"""What is supplied or run, before whoever does it: «분석 엔진은 », «운영은 지금껏 »."""
_AGREED = regex(
    r"(?:와|과) (?:(?:지난해|올해|작년|최근|함께|\d+[년월일]) ?)*"
    r"(?:맺은|맺고|맺었|체결한|체결하|체결했|손잡[고은았]|손을 잡|협약을|계약을|합작)"
)
_NO_FIRM = regex(
    r"(?:봇|시스템|플랫폼|서비스|앱|솔루션|모델|엔진|사업|펀드|버스|셔틀|드론|학교|마을|시장|센터|"
    r"공원|단지|밸리|호|팀|과|국|부|실)$"
)
_LEAST = 4


def companies_acting(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Words that no dictionary has where they supply or run what a sentence is about or sign an agreement."""
    text, common = analysis.text, common_words(lexicon)
    for piece in (p for row in piece_rows(analysis) for p in row):
        begin, end = piece.begin, piece.end
        if end - begin < _LEAST or not piece.glued or not _is_coined(piece) or not _acts(text, piece):
            continue
        word = text[begin:end]
        if word in common or _NO_FIRM.search(word) or analysis.quoted_at(begin, double=False):
            continue
        if mentions.free(begin, end, "organization", "region", "person", "program"):
            yield Mention(begin, end, "organization", Name(word, ("Company",)), "company-after-kind")


def _is_coined(piece: Piece) -> bool:
    """Whether Kiwi takes the word for a name, whole or but for its last noun."""
    return piece.tags in (["NNP"], ["NNP", "NNG"])


def _acts(text: str, piece: Piece) -> bool:
    whole = piece.tags == ["NNP"]
    if whole and _AGREED.match(text, piece.end):
        return True
    told = _TOPIC.search(text, max(piece.begin - 30, 0), piece.begin) is not None
    if _SUPPLIES.match(text, piece.end):
        return told or whole
    return told and _RUNS.match(text, piece.end) is not None
