"""Who speaks in an item of a paper, told by a label: «○ N 시장 신년사(1. 2.) 중: “…”», «→ N 구청장 “…”»."""

from kg.documents.lines import BULLETS
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_MARK = regex(rf"\s*(?:[{BULLETS}□■▣❏◆◇▷▶△▲]|\.(?=\s)|\d{{1,2}}[.)]|[가-하][.)]|[①-⑳])\s?|\s*(?:→|⇒|➡)\s?")
_ASIDE = regex(r"\s*(?:\([^()\n]{1,24}\)|\[[^\[\]\n]{1,24}\])\s*")
SPEECH = (
    r"(?:신년사|송년사|기념사|축사|인사말|취임사|이임사|환영사|개회사|폐회사|격려사|식사|훈시|모두\s?발언|자유\s?발언|발언|말씀|답변|지시|당부|강조|주문|총평|마무리|연설|시정연설|제안설명|간담회|브리핑|지적|의견|건의|제언|소감|요청|요구|반응|질의|질문|주재)"
    r"(?:\s?(?:사항|내용|요지|발췌|요약))?"
)
_LABEL = regex(
    r"\s?[가-힣]{0,12}(?:\s[가-힣]{1,8})?\s?(?:\([^()\n]{2,60}\)\s?)?"
    rf"(?:{SPEECH}\s?)?(?:\([^()\n]{{2,60}}\)\s?)?(?:중(?:에서)?\s?)?(?:[:：=]\s?)"
)
"""From behind a name to the marks: the office, where and when, what kind of speech, and a colon."""
_TITLED = regex(r"\s?[가-힣]{0,10}\s?")
_AT_HEAD = regex(r"\s?[가-힣]{0,12}(?:\s?\([^()\n]{2,60}\))?,\s")
"""«N 시장, 5일 시무식에서 “…”고 밝힘»: a comma in place of the particle."""
_OTHER = regex(r"[가-힣](?:은|는|이|가|도)\s")


def is_item(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence opens with the mark of a list's item."""
    return _MARK.match(analysis.text, sentence.begin, sentence.end) is not None


def heads_item(analysis: Analysis, mentions: Mentions, begin: int, opening: int) -> Mention | None:
    """The person whose name heads what stands between ``begin`` and the quotation's mark, in words of a label."""
    text = analysis.text
    place = place_of_label(text, begin, opening)
    for person in mentions.within(Span(begin, opening), "person", "person-short"):
        if person.begin == place and (_LABEL.fullmatch(text, person.end, opening) or _comma(text, person, opening)):
            return person
        arrow = text.rfind("→", begin, person.begin)
        if arrow >= 0 and not text[arrow + 1 : person.begin].strip() and _TITLED.fullmatch(text, person.end, opening):
            return person
    return None


def place_of_label(text: str, begin: int, opening: int) -> int:
    """Where the words begin behind an item's mark and a bracket of where and when."""
    for pattern in (_MARK, _ASIDE):
        if (found := pattern.match(text, begin, opening)) is not None:
            begin = found.end()
    return begin


def _comma(text: str, person: Mention, opening: int) -> bool:
    told = _AT_HEAD.match(text, person.end, opening)
    return told is not None and _OTHER.search(text, told.end(), opening) is None
