"""Companies of which a sentence tells another name: «새론팜은 지난해 ‘온새팜’으로 회사 이름을 바꿨다»."""

from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words
from kg.patterns import regex

_SIGN = r"(?:회사 ?이름|회사 ?명|사명|상호|법인 ?이름|법인명|기업 ?이름|기업명|업체 ?이름)"
_COINED = r"(?:㈜|\(주\)|주식회사 )?(?P<old>[가-힣A-Za-z0-9]{2,14}?)"
_MARKED = r"[‘'“\"「](?P<new>[^‘’'“”\"「」\n]{2,20})[’'”\"」]"
_CHANGES = r"(?:[가-힣]{1,6} ){0,2}(?:바꾸|바꿔|바꿨|바꾼|바뀌|바뀐|변경|고쳐|고쳤|고친|갈았|갈아|새로)"
_SHORT_OF_IT = r"(?:[^\s‘’“”.,]{1,10} ){0,3}"
_TOLD = tuple(
    regex(rf"(?<![가-힣A-Za-z0-9]){pattern}")
    for pattern in (
        rf"{_COINED}(?:은|는|이|가) {_SHORT_OF_IT}{_MARKED}(?:으로|로) {_SIGN}(?:을|를|이|가|도) {_CHANGES}",
        rf"{_COINED}(?:은|는|이|가) {_SHORT_OF_IT}{_SIGN}(?:을|를) {_MARKED}(?:으로|로) {_CHANGES}",
        rf"{_COINED}의? {_SIGN}(?:은|는|이|가) {_SHORT_OF_IT}{_MARKED}(?:으로|로) {_CHANGES}",
    )
)
_PARTICLES = ("은", "는", "이", "가", "의")


def companies_renamed(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """The old and the new name of each company, where no other rule has read them; a word of a dictionary is none."""
    text, common = analysis.text, common_words(lexicon)
    for pattern in _TOLD:
        for match in pattern.finditer(text):
            if analysis.sentence_at(match.start()) is None or match["old"] in common:
                continue
            for part in ("old", "new"):
                begin, end = match.span(part)
                if mentions.free(begin, end, "organization", "region", "person", "program"):
                    yield Mention(begin, end, "organization", Name(match[part], ("Company",)), "company-renamed")
