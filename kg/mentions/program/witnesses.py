"""What in a sentence speaks for a program: money or a verb of doing round a phrase, a topic, a headline."""

from functools import lru_cache

from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_MONEY_LEAD = regex(
    r"^[’'」』》〉>\"”]?\)?\s?(?:사업|운영|조성|구축|육성|지원|관련)?\s?(?:예산안|예산|사업비|운영비|출자금|지원금|육성비|조성비|구축비|비)?"
    r"(?:에는|에만|에도|에|은|는|이|가|도|을|를|으로|로|\(|:|：|,)?"
    r"(?:[가-힣]{2,4}당|\s|총|모두|약|최대|내년분?|올해분?|이듬해분?|지난해|첫해분?|매년|연간|해마다|추가로|각각|국비|시비|도비|구비|군비|민자|사업비|예산|전액|"
    r"\d{4}년(?:까지|도(?!비))?|앞으로|향후|\d년간|월|매월|매달|다달이|한 달에|1인당|한 사람당|\(|,)*+$"
)
_MONEY_OF = regex(
    r"\s?(?:짜리|규모(?:의|인)?|(?:을|를|이)\s(?:들이는|들여|들인|쓴|쏟은|부은|투입한|투입하는|투입해|드는|들어가는|투자하는))\s?(?:국책\s|대형\s)?"
)
_MONEY_INTO = regex(r"\s?(?:을|를|은|이|가|만)?\s?(?:전액\s|모두\s|우선\s|각각\s)?")
_INTO = regex(r"[’'」』》〉>\"”]?\s?(?:사업\s?)?(?:등\s?)?(?:에|에는|몫|용|으로)(?![가-힣]{3})")
_TOPIC = regex(r"(?:은|는|도|이|가)(?: 함께| 더| 크게)? [가-힣]")
_OPENS = regex(
    r"[’'」』》〉>\"”]?(?: ?\([^()]{1,20}\))?(?:은|는|이|가|을|를|도|의)?\s(?:[^.,“”‘’]{0,24}\s)?"
    r"(?:문을 (?:연|열|여)|개소|개관|개교|개원|개강|개장|착공|준공|완공)"
)
_OFFERED = regex(r".\s?(?:사업|프로젝트|공모)(?![가-힣]{2})")
_TELLS_OF_WORK = regex(
    r"(?:AI|AX|인공지능|데이터|디지털|스마트|로봇|드론|컴퓨팅|클라우드|자율)[가-힣]{0,4}\s"
    r"(?:[가-힣A-Za-z]{1,10}\s){0,3}?[가-힣A-Za-z]{0,8}(?:허브|은행)$"
)
"""‘로봇 농기계 임대은행’, ‘스마트 제철 데이터 허브’: told by what it lends or gathers."""
_PLANNED_KINDS = ("허브", "은행")
_OPENING = "‘'「『《〈<\"“ "
_OPENING_TAGS = frozenset({"SSO", "SS", "SSC", "SW"})
_VERB_GAP = 24
_ALSO = ("도", "만", "까지")
"""Particles that may stand for an object's: «‘가온 물결’도 띄운다»."""


def witnesses(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int, lexicon: Lexicon
) -> set[str]:
    """What in the sentence speaks for a program: money or a verb of doing behind the phrase."""
    seen: set[str] = set()
    text = analysis.text
    money = next((m for m in mentions.within(Span(end, min(end + 40, sentence.end)), "money")), None)
    if money is not None and _MONEY_LEAD.match(text[end : money.begin]):
        seen.add("money")
    earlier = mentions.within(Span(max(sentence.begin, begin - 40), begin), "money")
    if earlier and _money_goes(text[earlier[-1].end : begin].rstrip(_OPENING), text[end : end + 12]):
        seen.add("money")
    if _adnominal(sentence, begin, lexicon):
        seen.add("verb")
    if governed(sentence, end, lexicon):
        seen.add("verb")
    if sentence.block in ("title", "subtitle"):
        seen.add("title")
    if _OPENS.match(text, end, sentence.end):
        seen.add("opens")
    if _opens_on(analysis, sentence, mentions, begin, end):
        seen.add("topic")
    return seen


def is_planned(analysis: Analysis, lexicon: Lexicon, mentions: Mentions, begin: int, end: int) -> bool:
    """Whether a name in marks that ends as a body's does is that of something to be made: money or a deed tells."""
    sentence, text = analysis.sentence_at(begin), analysis.text
    if sentence is None or text[begin - 1] not in "‘「『'" or text[end : end + 1] not in ("’", "」", "』", "'"):
        return False
    if text[begin] == "(" or not text[begin:end].endswith(_PLANNED_KINDS):
        return False
    if _OFFERED.match(text, end) or _TELLS_OF_WORK.search(text, begin, end):
        return True
    return bool({"money", "verb"} & witnesses(analysis, sentence, mentions, begin, end, lexicon))


def _opens_on(analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int) -> bool:
    """«AX 바우처도 넓어진다. 올해 40억원을 …»: the topic of a sentence, and money here or in the next sentence."""
    if begin - sentence.begin > 1 or not _TOPIC.match(analysis.text, end):
        return False
    following = analysis.sentences[sentence.index + 1 : sentence.index + 2]
    near = [s for s in (sentence, *following) if s.paragraph == sentence.paragraph]
    return bool(mentions.within(Span(end, near[-1].end), "money"))


def _money_goes(before: str, after: str) -> bool:
    """«N억원을 P에», «N억원이 P 몫», «N억원짜리 P», «N억원을 들이는 P»."""
    if _MONEY_OF.fullmatch(before):
        return True
    return bool(_MONEY_INTO.fullmatch(before) and _INTO.match(after))


def _adnominal(sentence: Sentence, begin: int, lexicon: Lexicon) -> bool:
    """Whether a verb of doing stands right before, bent to what follows: 추진하는 P, 발표한 P."""
    before = [t for t in sentence.tokens if begin - 12 <= t.begin and t.end <= begin and t.tag not in _OPENING_TAGS]
    if len(before) < 2 or before[-1].tag != "ETM":
        return False
    own = doing_verbs(lexicon)["을"]
    return any(t.form in own for t in before[-4:-1] if t.tag in ("NNG", "VV"))


def governed(sentence: Sentence, end: int, lexicon: Lexicon) -> str | None:
    """The verb of doing that takes what ends at ``end`` as its object (을/를, 에 착수), if there is one near."""
    verbs = doing_verbs(lexicon)
    rest = [t for t in sentence.tokens if end <= t.begin < end + _VERB_GAP]
    case = ""
    for i, t in enumerate(rest):
        if t.tag in ("JKO", "JX") and not case:
            case = "을" if t.tag == "JKO" or t.form in _ALSO else ""
        elif t.tag == "JKB" and not case:
            case = "에" if t.form in ("에", "에서", "으로", "로") else ""
        elif t.tag in ("NNG", "VV") and case and t.form in verbs.get(case, ()):
            return t.form
        elif t.tag in ("JKS", "EF", "SF") or (t.tag == "JKO" and case):
            return None
        also = t.tag == "JX" and t.form in _ALSO
        if i == 0 and not also and t.tag not in ("JKO", "JKB", "SS", "SSC", "NNG", "SW", "SSO"):
            return None
    return None


@lru_cache(maxsize=4)
def doing_verbs(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The verbs of table ``operating_verbs`` by the particle of their object."""
    rows = lexicon.rows("operating_verbs")
    return {c: frozenset(r["verb"] for r in rows if r["case"] == c) for c in sorted({r["case"] for r in rows})}
