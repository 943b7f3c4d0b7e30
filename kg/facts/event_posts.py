"""Who is told to be of a ceremony behind it: those whom it gives a post, those whom an interview says to have come."""

import re

from kg.facts.event_people import SPEECH, SURELY, attendants, described, heard, unsaid
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions

_POST = re.compile(r"[^가-힣A-Za-z\d]{0,6}(?:[가-힣·]{1,8})?(?:위원장|의장|분과장|단장|회장|간사|자문관)[ :：]")
_TAKES_POST = re.compile(
    r"(?:위원장|의장|분과장|단장|회장|간사|위원)(?:직)?(?:을|은|는|에는|에|으로)\s[^.]{0,80}?(?:맡|선임|위촉|추대|호선|뽑|선출|임명)"
)
_FOUNDING = frozenset({"출범식", "위촉식", "발대식", "발족식", "창립총회"})


def founds(head: str) -> bool:
    """Whether a ceremony founds a body and gives it its people."""
    return head in _FOUNDING


def in_posts(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """Who gets a post in what a ceremony has founded: ❍ 위원장 ○○○ 교수, ○○○ 이사가 분과장을 맡았다."""
    text = analysis.text[sentence.begin : sentence.end]
    if not (_POST.match(text) or _TAKES_POST.search(text)) or SPEECH.search(text):
        return []
    return [m for m in heard(analysis, sentence, mentions) if not described(analysis, m, sentence)]


def surely_there(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """Whom an interview's own words tell to have been at what they told right before: A 시장과 B 원장이 함께했다."""
    if not SURELY.search(unsaid(analysis, sentence)):
        return []
    return attendants(analysis, sentence, mentions)
