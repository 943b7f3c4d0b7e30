"""Who took part in an event, by the words of the sentences that tell it."""

import re

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions, PersonShort
from kg.spans import Span

_ATTEND = re.compile(
    r"참석|배석|동석|함께했|함께 했|함께해|함께하|함께 자리|자리를 함께|자리했|자리를 같이|출석|참여했|참여한|참가했|나란히|모였|모인|"
    r"손을 (?:맞)?잡|머리를 맞대|서명했|서명하"
)
_NOT_THERE = re.compile(r"불참|참석하지 않|자리하지 않|나오지 않|빠졌|대리 참석")
_HERE = re.compile(r"(?:이|그) 자리에서|(?:이|그)날 현장에서|현장에서|행사에서|회의에서|질의에서|행사 뒤|회의 뒤")
_BESIDE = re.compile(r"(?:함께 (?:자리한|참석한|한|나온|배석한)|배석한|동석한|자리를 함께한|함께한|왼쪽은|오른쪽은|가운데는|참석한)")
_SUBJECT = re.compile(r"(?:\([^)]*\))?(?:[^,.“”\"‘’\n]{0,34}?)(?P<p>은|는|이|가|과|와|도|,|·| )(?= |$|[“\"‘'])")


def _heard(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """The people whom a sentence names outside of speech, those only shown by a title left out."""
    found = []
    for m in mentions.within(sentence.span, "person", "person-short"):
        if isinstance(m.value, PersonShort) and m.value.surname is None and m.value.title is None:
            continue
        speech = analysis.quoted_at(m.begin)
        if speech is not None and speech.end - speech.begin > 25 and not _interview(analysis):
            continue
        found.append(m)
    return found


def _interview(analysis: Analysis) -> bool:
    return analysis.document.kind == "interview"


def people_of(analysis: Analysis, sentence: Sentence, mentions: Mentions, event: Mention, particle: str) -> list[Mention]:
    """Those who are the subject of the sentence that tells the event, or whom it joins by 과, 와."""
    found = []
    for m in _heard(analysis, sentence, mentions):
        mark = particle_after(analysis, m, sentence)
        if mark is None or mark == "의":
            continue
        if m.end <= event.begin or particle == "act":
            if mark in ("은", "는", "이", "가", "께서", "과", "와", ",", "도") and not _described(analysis, m, sentence):
                found.append(m)
        elif (
            particle in ("에서", "에", "는", "은")
            and mark in ("은", "는", "이", "가")
            and not _described(analysis, m, sentence)
            and sentence.block != "table"
            and _acts_there(analysis, m, sentence)
        ):
            found.append(m)
    return found


def _acts_there(analysis: Analysis, person: Mention, sentence: Sentence) -> bool:
    """Whether the person after the event's name speaks or does something there."""
    rest = analysis.text[person.end : sentence.end]
    return bool(re.search(r"[“\"]|말했|밝혔|강조|설명|발표|답|질의|보고|인사|축사|연설|강연|발제|소개|당부|약속", rest))


def attendants(analysis: Analysis, sentence: Sentence, mentions: Mentions) -> list[Mention]:
    """All whom a sentence names that says who attended: 회의에는 A 의원 B 교수가 참석했다."""
    text = analysis.text[sentence.begin : sentence.end]
    if not _ATTEND.search(text) or _NOT_THERE.search(text):
        return []
    last = max(m.end() for m in _ATTEND.finditer(text)) + sentence.begin
    return [m for m in _heard(analysis, sentence, mentions) if m.end <= last and particle_after(analysis, m, sentence) != "의"]


def bystanders(analysis: Analysis, sentence: Sentence, mentions: Mentions, same_day: bool) -> list[Mention]:
    """Those whom a later sentence adds: who speaks 이 자리에서 or 이날, who stood beside, who is listed as attending."""
    text = analysis.text[sentence.begin : sentence.end]
    here = _HERE.search(text)
    people = _heard(analysis, sentence, mentions)
    if not people:
        return []
    beside = _BESIDE.search(text)
    if beside:
        after = sentence.begin + beside.end()
        near = [m for m in people if after <= m.begin <= after + 12]
        if near:
            return near
    if _ATTEND.search(text) and (same_day or here or re.search(r"(?:회의|설명회|행사|방문|면담|자리|식|간담회|토론회)에는", text)):
        return attendants(analysis, sentence, mentions)
    if same_day or here:
        return [
            m
            for m in people
            if particle_after(analysis, m, sentence) in ("은", "는", "이", "가") and not _described(analysis, m, sentence)
        ][:1]
    return []


def particle_after(analysis: Analysis, person: Mention, sentence: Sentence) -> str | None:
    """The particle that closes the noun phrase of a person's name and title, ``,`` where a list goes on."""
    for t in sentence.tokens:
        if t.begin < person.end:
            continue
        if t.begin - person.end > 40:
            return None
        if t.tag[0] == "J":
            return t.form
        if t.tag == "SP":
            return ","
        if t.tag[:2] in ("VV", "VA", "EF", "EC", "SF"):
            return None
        if t.tag == "ETM":
            return None
        if t.tag == "NNB" and t.form == "등":
            return ","
    return None


def _described(analysis: Analysis, person: Mention, sentence: Sentence) -> bool:
    """Whether the person is the subject of a clause that only describes something (A 의원이 발의한 조례)."""
    seen = False
    for t in sentence.tokens:
        if t.begin < person.end:
            continue
        if not seen:
            if t.tag[0] == "J":
                if t.form not in ("이", "가"):
                    return False
                seen = True
            continue
        if t.tag in ("EC", "EF", "SSO"):
            return False
        if t.tag == "ETM":
            words = analysis.text[person.end : t.end]
            return not re.search(r"주재|참석|열|연$|개최|함께|배석|가운데", words)
    return False


def subject(analysis: Analysis, sentence: Sentence, span: Span) -> bool:
    """Whether a span stands before a subject's particle."""
    return any(t.begin == span.end and t.tag in ("JKS", "JX") for t in sentence.tokens)
