"""For whom «저희», «우리 원» stand in the mouth of one who answers or reports for a body: an interview's answers, the
turns of a government's officials in a council's minutes."""

from kg.facts.involvement.page import Page
from kg.facts.involvement.ranks import Ranks
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_WE = regex(
    r"(?<![가-힣])(?:저희|우리)(?:\s?(?:시|도|군|구|시청|도청|군청|구청|과|국|실|부서|팀|원|재단|센터|기관|공사|공단|조합|대학|학교|회사|법인|연구원|연구소|진흥원"
    r"|기술원|산업원|지원원|정보원|교육원|문화원|의료원|병원|사업단|추진단|지원단|본부|협회|협의회|복지관|박물관|도서관|보건소)(?:\s?측)?)?"
    r"(?=(?:가|이|는|은|도|에서)[\s,])"
)
_LABEL = 40
"""So many letters of a sentence may stand before the words of a turn: «○미래산업과장 홍길동  »."""
_LISTENS = ("의원", "위원", "의장", "위원장", "기자", "앵커", "사회자")
"""Who asks, and speaks for no government."""


def we(page: Page, sentence: Sentence, body: Mention) -> list[Mention]:
    """The words of a sentence by which its speaker tells of the body for which he answers, as short forms of it."""
    return [
        Mention(*words.span(), "organization-short", body.value, "kind-noun")
        for words in _WE.finditer(page.analysis.text, sentence.begin, sentence.end)
        if page.mentions.free(*words.span(), "organization", "program", "person")
    ]


def speaks_for_it(page: Page, sentence: Sentence, ranks: Ranks) -> bool:
    """Whether a sentence stands in an answer, or in the turn of one who is no member of the council."""
    text = page.analysis.text
    if page.is_interview:
        asks = text[sentence.end - 1 : sentence.end] in "?？"
        told = any(span.begin - 4 <= sentence.begin < span.end for span, _ in page.speakers)
        return told or (page.analysis.quoted_at(sentence.begin + 1) is not None and not asks)
    if page.analysis.document.kind != "council":
        return False
    for span, who in page.speakers:
        inside = span.begin <= sentence.begin < span.end or sentence.begin <= span.begin < sentence.begin + _LABEL
        if inside and who is not None and who.kind.startswith("person"):
            asks = any(word in text[sentence.begin : span.begin] for word in ("위원", "의원", "의장"))
            return not asks and not ranks.bears(who, _LISTENS) and bool(ranks.titles(who))
    return False
