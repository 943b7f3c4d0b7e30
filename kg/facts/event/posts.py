"""Who is told to be of a ceremony behind it: those whom it gives a post, those whom an interview says to have come."""

from datetime import date

from kg.facts.event.later import SURELY
from kg.facts.event.people import SPEECH, attendants, described, heard, unsaid
from kg.facts.event.told import Told
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_POST = regex(r"[^가-힣A-Za-z\d]{0,6}(?:[가-힣·]{1,8})?(?:위원장|의장|분과장|단장|회장|간사|자문관)[ :：]")
_TAKES_POST = regex(
    r"(?:위원장|의장|분과장|단장|회장|간사|위원)(?:직)?(?:을|은|는|에는|에|으로)\s[^.]{0,80}?(?:맡|선임|위촉|추대|"
    r"호선|뽑|선출|임명)"
)
SITTING = regex(r"임시회|정례회|본회의|상임위|행정사무|질문|심사|제\s?\d+차 회의")
_NEWS = 60  # days for which a sitting is news
_OPENING = 5  # sentences of the body with which an article tells what it reports
_FOUNDING = frozenset({"출범식", "위촉식", "발대식", "발족식", "창립총회"})
_SPOKE = regex(
    r"(?: [가-힣]{2,12}){1,3}(?:께서|님이|이|가) ‘[^’\n]{4,60}’(?:이?라)?고 (?:하|말|그러|지적|당부|부탁|조언|물)"
)
"""Who in an answer is told to have said something there: ○○○ 교수께서 ‘…’고 하셔서."""
_STANDING = regex(r"(?:왼쪽|오른쪽|앞줄|뒷줄|가운데|맨 앞|윗줄|아랫줄)(?:부터|에서|이| \w+ 번째)|시계 ?방향")
_GROUP = regex(r"(?:두|세|네|다섯) (?:사람|기관장|단체장|시장|도지사|군수)은|이들은|양측은|참석자들은")


def founds(head: str) -> bool:
    """Whether a ceremony founds a body and gives it its people."""
    return head in _FOUNDING


def reports_sitting(analysis: Analysis, first: Told, last: Told, kind: str | None) -> bool:
    """Whether the document tells of one sitting of a council above all, so that who speaks in it sits there; ``kind``
    is the class of the first event's head.
    """
    if kind not in ("meeting", "session", "body") or _is_long_past(analysis.document.published, first.iso):
        return False
    if analysis.document.kind == "council":
        return True
    told = analysis.sentence_at(first.mention.begin)
    body = next((s.index for s in analysis.sentences if s.block == "body"), 0)
    opening = told is not None and told.index - body <= _OPENING
    return opening and last is first and SITTING.search(last.names[0]) is not None


def in_posts(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """Who gets a post in what a ceremony has founded: ❍ 위원장 ○○○ 교수, ○○○ 이사가 분과장을 맡았다."""
    text = analysis.text[sentence.begin : sentence.end]
    if not (_POST.match(text) or _TAKES_POST.search(text)) or SPEECH.search(text):
        return []
    return [m for m in heard(analysis, sentence, mentions) if not described(analysis, m, sentence)]


def surely_there(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """Whom an interview's own words tell to have been at what they told right before: A 시장과 B 원장이 함께했다."""
    text = analysis.text
    spoke = [
        m
        for m in mentions.within(sentence.span, "person")
        if _SPOKE.match(text, m.end, sentence.end) and not described(analysis, m, sentence)
    ]
    if not SURELY.search(unsaid(analysis, sentence)):
        return spoke
    return attendants(analysis, sentence, mentions)


def pictured(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """All whom the further sentence of a caption lists by where they stand: 왼쪽부터 A 총장, B 시장, C 원장."""
    listed = _STANDING.search(analysis.text, sentence.begin, sentence.end)
    return heard(analysis, sentence, mentions) if listed is not None else []


def speaks_of_the_same(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence means the people just named (네 사람은, 이들은)."""
    return bool(_GROUP.search(analysis.text, sentence.begin, sentence.end))


def _is_long_past(published: str | None, iso: str | None) -> bool:
    """Whether a sitting lies so far before publication that a page can hardly report it."""
    if published is None or iso is None:
        return False
    return (date.fromisoformat(published) - date.fromisoformat(iso)).days > _NEWS
