"""What a sentence is about where a sum names no purpose of its own: the program told before it."""

import re
from dataclasses import dataclass

from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_TOPIC = re.compile(r"[’'”\"」』)]{0,2}\s?(?:\([^)]{1,24}\)\s?)?(?:조성|구축|육성|추진|시범)?\s?(?:사업|프로젝트|정책|계획|조성에|사업에)?(은|는|이|가)(?=[\s,])")
_OBJECT = re.compile(r"[’'”\"」』)]{0,2}\s?(?:\([^)]{1,24}\)\s?)?(?:사업|프로젝트|정책|계획|시범사업)?(을|를|에|에는|의)(?=[\s,])")
_HEADER = re.compile(r"^[\s\-○◦□■▪•·ㅇ❍▶△①-⑳\d.)]*[(\[<【〈]\s*((?:\(가칭\))?[^()\[\]<>【】〈〉]{2,40}?)\s*[)\]>】〉]\s*(?=[가-힣A-Za-z0-9‘'“\"])")
_BACKWARD = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """The wording and, where it is one, the program's mention."""

    text: str
    span: Span
    mention: Mention | None = None


def topic_before(analysis: Analysis, mentions: Mentions, sentence: Sentence, place: int) -> Topic | None:
    """The program that the words before ``place`` are about, the sentence's own first, then back through the paragraph.

    In each sentence a program that is its topic or subject goes before one that is an object, and that before the rest.
    A list item's heading, «(판교 AI시티) …», is the item's topic.
    """
    text = analysis.text
    found = _in(text, mentions, Span(sentence.begin, place))
    if found is not None:
        return found
    index = sentence.index
    for back in range(1, _BACKWARD + 1):
        if index - back < 0:
            break
        earlier = analysis.sentences[index - back]
        same = earlier.paragraph == sentence.paragraph
        if not same:
            heading = _heading(text, mentions, analysis, sentence)
            if heading is not None:
                return heading
        found = _in(text, mentions, earlier.span)
        if found is not None:
            return found
        if not same and back > 3:
            break
    heading = _heading(text, mentions, analysis, sentence)
    return heading or _main(analysis, mentions)


def _in(text: str, mentions: Mentions, span: Span) -> Topic | None:
    programs = mentions.within(span, "program")
    if not programs:
        return None
    best, rank = None, -1
    for mention in programs:
        after = text[mention.end : mention.end + 40]
        score = 2 if _TOPIC.match(after) else 1 if _OBJECT.match(after) else 0
        if score >= rank:
            if score == rank == 2:
                continue  # the first subject stays
            best, rank = mention, score
    assert best is not None
    return Topic(best.value.text, best.span, best)


def _heading(text: str, mentions: Mentions, analysis: Analysis, sentence: Sentence) -> Topic | None:
    first = next((s for s in analysis.sentences if s.paragraph == sentence.paragraph), sentence)
    match = _HEADER.match(text[first.begin : first.begin + 80])
    if match is None:
        return None
    span = Span(first.begin + match.start(1), first.begin + match.end(1))
    named = mentions.within(span, "program")
    return Topic(match.group(1), span, named[0] if named else None)


def _main(analysis: Analysis, mentions: Mentions) -> Topic | None:
    """The document's program: that of its title, else the first of the text."""
    title = analysis.document.title_span
    named = mentions.within(title, "program") if title else []
    every = named or mentions.of("program")
    return Topic(every[0].value.text, every[0].span, every[0]) if every else None
