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
    rf"(?:이|가) {_BETWEEN}(?:납품|공급|시공|제작|제조|설치|개발|생산|조립|"
    r"설계|감리|구축|제공|임대|대여|유지보수|보수|정비|점검)(?:을|를)?"
    r"(?:하|한|했|해|할|됐|되|함| ?맡|[ ,.])"
    rf"|(?:이|가) {_BETWEEN}(?:만들[었어고]|만든|짰|짠|깔[았고]|깐다|댔|댄다|대고|댄 |빌려[주줬]|들여[놓왔]|"
    r"달았|얹었|심었|올렸)"
)
_RUNS = regex(
    rf"(?:이|가) {_BETWEEN}(?:운영|운행|대행|수행|관리|유지보수|시행)?(?:을|를)?\s?"
    r"(?:하고|하며|한다|했다|해 |해왔|함|맡|도맡|대신하|꾸[려리린]|책임[지져졌]|"
    r"굴[리려린렸]|돌[리려린렸]|운용|챙[기겨긴겼])"
)
_TOPIC = regex(r"(?<![가-힣])[가-힣A-Za-z]{2,}(?:은|는) (?:[가-힣]{2,4} )?$")
"""What is supplied or run, before whoever does it: «분석 엔진은 », «운영은 지금껏 »."""
_AGREED = regex(
    r"(?:와|과) (?:(?:지난해|올해|작년|최근|함께|\d+[년월일]) ?)*"
    r"(?:맺은|맺고|맺었|체결한|체결하|체결했|손잡[고은았]|손을 잡|협약을|계약을|합작)"
)
_SOURCE = regex(
    rf"에서 {_BETWEEN}(?:조달로 )?(?:빌[려리린렸]|임차|임대|대여|조달|"
    r"구매|구입|사들[여이인였]|사 [오왔온]|납품|공급|들[여어]|떼[어오]|받아 쓰)"
    rf"|(?:에|에게) {_BETWEEN}(?:맡[기겨긴겼]|위탁|발주|의뢰|외주|용역)"
    r"|(?:로|으로)부터 (?:[가-힣]+(?:을|를) )?(?:납품|공급|임차|구매|구입|사들|빌[려리린])"
    r"| (?:제품|장비|솔루션|서버|로봇|엔진|차량|단말기?|센서|프로그램|모델)(?:을|를) "
    r"(?:[가-힣]+ )?(?:쓰|쓴|썼|사용|도입|들[여어]|채택|구매|구입|임차|빌[려리])"
)
"""From whom something is bought or borrowed: «유니온테크에서 조달로 들어옵니다», «누리온에 맡겼다»."""
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
    if whole and (_AGREED.match(text, piece.end) or _SOURCE.match(text, piece.end)):
        return True
    told = _TOPIC.search(text, max(piece.begin - 30, 0), piece.begin) is not None
    if _SUPPLIES.match(text, piece.end):
        return told or whole
    return told and _RUNS.match(text, piece.end) is not None
