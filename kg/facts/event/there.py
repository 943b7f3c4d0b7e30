"""Who was there by the sentence that tells an event: those it names, those a pronoun means, those in its brackets."""

from kg.facts.event.people import SUBJECT, heard, particle_after, people_of
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_OFFICE = regex(r"담당|문의|연락|작성|자료|기자|촬영|제공|불참|대리|발의")
"""What a bracket says of one who was not there by it: (담당: ○○○ 과장), (○○○ 의원 발의)."""
_HE = regex(r"(?<![가-힣])그(?:는|가|도) ")


def people_at(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, event: Mention, particle: str
) -> list[Mention]:
    """All whom the sentence that tells an event says to have been there: by name, by pronoun, in brackets."""
    named = people_of(analysis, sentence, mentions, event, particle)
    meant = [] if named else meant_by_pronoun(analysis, sentence, mentions, event)
    return [*named, *meant, *in_note(analysis, sentence, mentions, event)]


def meant_by_pronoun(analysis: Analysis, sentence: Sentence, mentions: Mentions, event: Mention) -> list[Mention]:
    """Whom ``그가``, ``그는`` before an event's name mean: the last subject of the sentence before in its paragraph."""
    said = _HE.search(analysis.text, sentence.begin, event.begin)
    if said is None or analysis.quoted_at(said.start()) is not None or not sentence.index:
        return []
    before = analysis.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or heard(analysis, sentence, mentions):
        return []
    told = [m for m in heard(analysis, before, mentions) if particle_after(analysis, m, before, mentions) in SUBJECT]
    return told[-1:]


def in_note(analysis: Analysis, sentence: Sentence, mentions: Mentions, event: Mention) -> list[Mention]:
    """Those in brackets behind an event in a note without a verb: 협약 체결(A 군수, B 총장 서명)."""
    if any(t.tag in ("EF", "JKO") for t in sentence.tokens):
        return []
    text, found = analysis.text, []
    for m in mentions.within(Span(event.end, sentence.end), "person"):
        opened = text.rfind("(", event.end, m.begin)
        inside = opened >= 0 and ")" not in text[opened : m.begin] and text.find(")", m.end, sentence.end) >= 0
        if inside and not _OFFICE.search(text, opened, m.begin):
            found.append(m)
    return found
