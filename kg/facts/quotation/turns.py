"""Speech without attribution in its sentence: answers of an interview, turns of a council's minutes."""

import re

from kg.facts.model import Quotation
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_QUESTION = re.compile(r"^(?:[―—–\-─◇◆▲△▷▶■●Q]|Q\s?\d*\s?[.:)]|문\s?[.:)]|질문|[가-힣]{2,4}\s?기자\s?[:：])\s*\S")
_ANSWER = re.compile(r"^(?:A\s?\d*\s?[.:)]|답\s?[.:)]|답변\s?[.:)]|[▲△▶▷○●■]|ㅡ|=)\s*(?=\S)")
_NAMED = re.compile(r"^(?P<label>[○◯〇●◇▲■]?\s?(?P<who>[가-힣()\s·]{2,24}?)\s?[:：])\s*(?=\S)")
_TURN = re.compile(
    r"^(?P<label>[○◯〇]\s?(?P<who>[가-힣A-Z()·]{1,20}(?:\s[가-힣()·]{1,12}){0,2}))(?:\s{1,}|\s?[:：]\s*)(?=\S)"
)


def turns(analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> list[Quotation]:
    """The answers and turns of a document; none where it is neither an interview nor a council's minutes."""
    paragraphs = _paragraphs(analysis)
    if analysis.document.kind == "interview":
        return _answers(analysis, mentions, paragraphs)
    if analysis.document.kind == "council":
        return _minutes(analysis, mentions, paragraphs)
    if analysis.document.kind in ("news", "analysis") and _is_talk(analysis, mentions, paragraphs):
        return _answers(analysis, mentions, paragraphs)
    return []


def _is_talk(analysis: Analysis, mentions: Mentions, paragraphs: list[list[Sentence]]) -> bool:
    """Whether three paragraphs begin with a person's name and a colon."""
    led = 0
    for paragraph in paragraphs:
        begin = paragraph[0].begin
        named = _NAMED.match(analysis.text[begin : begin + 30])
        led += bool(named and mentions.within(Span(begin, begin + named.end()), "person", "person-short"))
    return led >= 3


def _paragraphs(analysis: Analysis) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in analysis.sentences:
        if sentence.block != "body":
            continue
        if found and found[-1][0].paragraph == sentence.paragraph:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _answers(analysis: Analysis, mentions: Mentions, paragraphs: list[list[Sentence]]) -> list[Quotation]:
    """One quotation for each answer: the paragraph behind a question, from its first word to its last."""
    text = analysis.text
    guest = interviewee(analysis, mentions)
    date = _met_on(mentions, paragraphs)
    found: list[Quotation] = []
    asked = False
    for paragraph in paragraphs:
        begin, end = paragraph[0].begin, paragraph[-1].end
        words = text[begin:end]
        answer = _ANSWER.match(words)
        quoted = words[:1] in '“"' and (words[-1:] in '”"' or asked)
        named = _NAMED.match(words)
        said_by = (
            next(iter(mentions.within(Span(begin, begin + named.end()), "person", "person-short")), None)
            if named
            else None
        )
        speaker = said_by or guest
        if (asked and (quoted or answer)) or said_by:
            first = begin + (named.end() if named and said_by else answer.end() if answer else 0)
            while text[first] in '“" ':
                first += 1
            last = end - (1 if text[end - 1] in '”"' else 0)
            span = Span(first, last)
            found.append(
                Quotation(
                    rule="quotation-answer",
                    evidence=(span,),
                    slots={"speaker": (speaker.span,)} if speaker else {},
                    features=("answer",),
                    span=span,
                    text=span.of(text),
                    speaker=speaker,
                    date=date,
                )
            )
            asked = False
            continue
        asked = bool(_QUESTION.match(words)) or (asked and not quoted)
    return found


def interviewee(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The person whom the title of an interview names, else the one named first in its text."""
    title = analysis.document.title_span
    if title and (named := mentions.within(title, "person")):
        return named[0]
    persons = mentions.of("person")
    return persons[0] if persons else None


def _met_on(mentions: Mentions, paragraphs: list[list[Sentence]]) -> str | None:
    """The day on which the interview was held, told before its first question."""
    if not paragraphs:
        return None
    for paragraph in paragraphs[:3]:
        days = [
            m for m in mentions.within(Span(paragraph[0].begin, paragraph[-1].end), "date") if len(m.value.iso) == 10
        ]
        for sentence in reversed(paragraph):
            inside = [m for m in days if sentence.begin <= m.begin < sentence.end]
            if inside and re.search(
                r"만났|만나|인터뷰|대담|마주|찾았|나눴|들었|들어", "".join(t.form for t in sentence.tokens)
            ):
                return str(inside[-1].value.iso)
    return None


def _minutes(analysis: Analysis, mentions: Mentions, paragraphs: list[list[Sentence]]) -> list[Quotation]:
    """One quotation for each turn: from behind the speaker's name to the next turn."""
    text = analysis.text
    starts: list[tuple[int, Mention | None, int]] = []
    for i, paragraph in enumerate(paragraphs):
        begin = paragraph[0].begin
        match = _TURN.match(text[begin : paragraph[-1].end])
        if match:
            named = mentions.within(Span(begin, begin + match.end()), "person", "person-short")
            stop = max([begin + match.end(), *(m.end for m in named)])
            starts.append((i, named[-1] if named else None, stop))
    if len(starts) < 3:
        return []
    found: list[Quotation] = []
    for n, (i, who, begin) in enumerate(starts):
        following = starts[n + 1][0] if n + 1 < len(starts) else i + 1
        end = paragraphs[max(i, following - 1)][-1].end
        head = re.match(
            r"[\s:：]*(?:위원장|위원|의원|의장|국장|실장|과장|시장|도지사|군수|구청장)?[\s:：]*", text[begin:end]
        )
        first = begin + (head.end() if head else 0)
        if first < end:
            span = Span(first, end)
            found.append(
                Quotation(
                    rule="quotation-turn",
                    evidence=(span,),
                    slots={"speaker": (who.span,)} if who else {},
                    features=("turn",),
                    span=span,
                    text=span.of(text),
                    speaker=who,
                    date=analysis.document.published,
                )
            )
    return found
