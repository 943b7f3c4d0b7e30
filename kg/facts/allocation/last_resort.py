"""The last resort of a sum of budget that nothing around it names: what the text took up last in marks."""

from collections.abc import Sequence

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topic import TURNS_AWAY
from kg.facts.allocation.topic_sentence import is_no_name, may_get_money
from kg.facts.allocation.topic_title import reported_field
from kg.facts.allocation.topics import Topic, thing_of
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_ESTIMATE = regex(r"(?:비용|재정|소요\s?재원)\s?추계|추계서")
_ORDINANCE = regex(r"조례(?:안)?(?:\s?제정안|\s?전부개정안|\s?일부개정안)?$")
_TECHNICAL = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|AX|드론|자율주행|빅데이터|메타버스")
_COUNTED = regex(r"\d\s?[만천백명곳]")
_FIELD_TITLE = regex(
    r"(?P<field>(?:AI|인공지능|디지털|데이터|로봇|스마트|AX)(?:\([^()]{1,8}\))?(?:[·・및와과,]\s?(?:AI|인공지능|디지털|데이터|로봇|스마트|AX))*"
    r"(?:\s(?:분야|산업|사업))?)\s?(?P<what>예산|살림|재정)"
)
_NO_THING = frozenset(("Council", "Committee", "LocalGovernment", "Ministry", "Company", "University"))
_SHORTEST, _LONGEST = 2, 30


def name_last(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Give every sum of the running text that has no purpose the ordinance whose costs the sentence estimates, the
    name that stands in marks before it, or the field whose budget the headline is about."""
    for draft in drafts:
        if draft.purpose is not None or draft.clause is None:
            continue
        sentence, place = draft.clause.sentence, draft.money.begin
        if TURNS_AWAY.match(analysis.text, analysis.paragraph_to(sentence)[0].begin):
            continue
        found = None
        if _ESTIMATE.search(analysis.text, sentence.begin, sentence.end):
            found = _marked_before(analysis, mentions, place, ordinance=True)
        found = found or _field_of_title(analysis) or _marked_before(analysis, mentions, place, ordinance=False)
        found = found or reported_field(analysis)
        if found is None:
            continue
        draft.purpose = found.text
        draft.programs = [m for m in mentions.within(found.span, "program") if may_get_money(m)]
        draft.note("purpose", found.span, "purpose-topic")


def _marked_before(analysis: Analysis, mentions: Mentions, place: int, *, ordinance: bool) -> Topic | None:
    """The name in marks told last before a place: an ordinance, or a thing that the text takes up again."""
    text = analysis.text
    bodies = [m.span for m in mentions.of("organization") if _NO_THING & set(m.value.classes)]
    for quoted in reversed(analysis.quoted):
        words = text[quoted.begin : quoted.end]
        if quoted.double or quoted.end > place or not _SHORTEST <= len(words) <= _LONGEST:
            continue
        if (_ORDINANCE.search(words) is not None) is not ordinance or is_no_name(words):
            continue
        if any(b.begin <= quoted.begin and quoted.end <= b.end for b in bodies) or _COUNTED.search(words):
            continue
        if ordinance or (text.count(words) > 1 and _marked_twice(analysis, words)) or _TECHNICAL.search(words):
            return thing_of(Topic(words, Span(quoted.begin, quoted.end)))
    return None


def _marked_twice(analysis: Analysis, words: str) -> bool:
    """Whether the text marks the words twice, or takes up again what is more than a word: «‘사람’» alone is no name."""
    if " " in words:
        return True
    return sum(analysis.text[q.begin : q.end] == words for q in analysis.quoted) > 1


def _field_of_title(analysis: Analysis) -> Topic | None:
    """«가온 AI 예산 3년치를 펴 보니»: the field whose budget is what the headline tells of."""
    title = analysis.document.title_span
    found = _FIELD_TITLE.search(analysis.text, title.begin, title.end) if title is not None else None
    if found is None:
        return None
    begin, end = found.span("field")
    end = found.end() if end - begin < 5 else end  # «AI 예산» says more than AI
    return Topic(analysis.text[begin:end], Span(begin, end))
