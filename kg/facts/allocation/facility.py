"""Places and the facilities that are built on them: a park or a plant is where a sum goes, seldom what it is for."""

from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_SITES = regex(r"(?:산업단지|산단|농공단지|국가단지|지구|클러스터|공원|혁신도시|신도시|부지|광장|항만|공항|청사)$")
_AT = regex(
    r"[’'”\"」』)>〉]{0,2}\s?(?:(?:내|안|부지|일원|일대|인근|옆|앞|터|[A-Z0-9]블록|\d?공구)(?:\s?[가-힣]{1,6})?)?"
    r"(?:에|에서)(?=\s)"
)
_MARKS = frozenset("‘'“\"「『<〈《")
FACILITIES = frozenset(("Centre", "ResearchInstitute", "School", "Hospital", "PublicAgency"))
"""The classes of bodies that may be buildings."""
_BODIES = frozenset(
    ("LocalGovernment", "Council", "Committee", "Ministry", "Company", "University", "Association", "EducationOffice")
)
_OPENS = (
    r"지어지|지어진|지어질|들어서|들어선|들어설|준공|완공|착공|첫\s?삽|개관|개소(?!식에)|개원|개교|문을\s?[여연열]|조성[되된될돼됐]"
    r"|건립[되된될돼됐]|구축[되된될돼됐]|세워[지진질졌]|설립[되된될돼됐]|신설[되된될돼됐]|생긴|생길|생겼|만들어[지진질졌]"
)
_BUILDS = (
    r"[^.,“”]{0,24}?(?:짓[고는기]|지으며|지어\s?(?:넘기|주)|맡[고아는기]|주관[하을]|총괄[하을]|주도[하로]|시행[하을]|발주[하를]|시공[하을]|감리[하를]"
    r"|건립하|조성하|구축하|설립하|건설하|추진하|운영하|관리하)"
)
"""What a body does that builds or runs another thing: «짓기는 진흥원이 짓고, 준공 뒤 …»."""
_RISES = regex(
    r"[’'”\"」』]{0,2}(?:\([^)]{1,24}\))?(?:은|는|이|가|도)\s(?!" + _BUILDS + r")[^.“”]{0,48}?(?:" + _OPENS + ")"
)
_BUILT = regex(
    r"[’'”\"」』]{0,2}(?:\([^)]{1,24}\))?(?:을|를)\s(?:[^.,“”\d]{0,16}\s)?(?:짓|지어|지을|지은|세우|세워|세운|세울|건립|조성|구축"
    r"|설치|설립|만들|만든|신축|증축|신설|연다|열기|열고|열어|문\s?연|개관|개소|착공|준공)"
    r"|[’'”\"」』]{0,2}(?:\([^)]{1,24}\))?(?:의)?\s?(?:건립|조성|구축|신축|설립)?\s?(?:기공식|착공식|준공식|개소식|개관식|개원식)"
)
_TO_BE_BUILT = regex(
    r"(?:짓는|짓기로 한|짓고 있는|지을|지은|세우는|세울|세운|들어설|들어서는|들어선"
    r"|(?:건립|조성|구축|설치|설립|신축|추진)(?:하는|할|한|되는|될|된| 중인|하고 있는|하기로 한)"
    r"|문\s?(?:여는|열|연)|개[소관원](?:하는|할|한))\s[‘'“\"「『<〈]?$"
)
"""Before the name of a building: «월내동에 짓는 ‘○○센터’»."""


def is_site(text: str, mention: Mention) -> bool:
    """Whether a name that may be a program stands there only as a place: «X 산업단지에 연구소를 짓는다».

    A name in marks is one that the text introduces, whatever it ends with: «‘X 혁신클러스터’에 합류했다».
    """
    if text[mention.begin - 1 : mention.begin] in _MARKS and mention.begin:
        return False
    return bool(_SITES.search(mention.value.text)) and _AT.match(text, mention.end, mention.end + 20) is not None


def facility_in(analysis: Analysis, mentions: Mentions, span: Span) -> Topic | None:
    """The body that the words tell as a building that rises, is built or opens: «센터는 지상 3층으로 지어진다»."""
    text = analysis.text
    for mention in mentions.within(span, "organization", "organization-short"):
        classes = set(mention.value.classes)
        if classes & _BODIES or not (classes & FACILITIES or mention.kind == "organization-short"):
            continue
        end = min(span.end, mention.end + 80)
        lead = text[max(span.begin, mention.begin - 16) : mention.begin]
        built = _RISES.match(text, mention.end, end) or _BUILT.match(text, mention.end, end)
        if not (built or _TO_BE_BUILT.search(lead)):
            continue
        if mention.kind == "organization":
            return Topic(mention.value.text, mention.span)
        named = _last_called(mentions, mention)
        if named is not None:
            return Topic(named.value.text, named.span, named if named.kind == "program" else None)
    return None


_BUILT_THING = regex(
    r"(?<![가-힣A-Za-z0-9])(?P<thing>(?:AI|AX|인공지능|스마트|디지털|로봇|데이터|드론|자율주행|메타버스|가상현실|VR)\s?(?:[가-힣A-Za-z]{1,6}\s){0,2}"
    r"[가-힣A-Za-z]{1,8}?(?:동|관|실|장|소|터|센터|캠퍼스|랩|타워|스튜디오|라운지|공장|온실|학교|농장|마당|광장|기지|단지|허브))"
    r"(?:을|를)\s(?:새로\s|함께\s|더\s|새\s|따로\s|[가-힣]{1,6}에\s)?"
    r"(?:짓[는고기]|지어|지을|지은|지었|세우|세워|세운|세울|건립|조성|신축|만들|만든|연다|열[고기어]|들인|들여놓)"
)
"""A building with a technology in its name that is built, though nothing else tells of it: «AI 실습동을 짓는다»."""


def built_in(text: str, span: Span) -> Topic | None:
    """What the words tell to be built, the last one, where it is no body's name."""
    told = list(_BUILT_THING.finditer(text, span.begin, span.end))
    return Topic(told[-1]["thing"], Span(*told[-1].span("thing"))) if told else None


def _last_called(mentions: Mentions, short: Mention) -> Mention | None:
    """The last thing named before that ends with the short word: 센터 of ‘X 실증센터’."""
    before = mentions.within(Span(max(0, short.begin - 700), short.begin), "program", "organization")
    return next((m for m in reversed(before) if m.value.text.endswith(short.value.text)), None)
