"""What the sentence just before announces as its thing: «가장 큰 사업은 X이다», «X 사업 9건을 추진한다»."""

from kg.facts.allocation.nouns import as_nouns
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.topics import Topic
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_CALLED = regex(
    r"(?:가장|제일|단연|무엇보다|특히|새로|처음|눈에\s띄|핵심|대표|덩치)[^.,“”\d]{0,20}\s?(?:사업|과제|항목|시설|것|건|곳)(?:은|는)\s"
    r"(?P<thing>[^.,“”\d]{4,32}?)(?:이다|다|이었다|였다|입니다|이에요|예요|이라고\s[가-힣]{1,6}|을\s꼽을\s수\s있다|를\s꼽을\s수\s있다)[.]"
)
_COUNTED = regex(
    r"(?:^|\s)(?:(?:올해|내년|새해|이달|다음\s달)(?:부터|에)?\s)?"
    r"(?P<thing>[가-힣A-Za-z·‘’]{2,14}(?:\s[가-힣A-Za-z·‘’]{2,14}){0,2}\s(?:사업|과제|프로젝트))\s?\d+\s?(?:건|개|가지)(?:를|을)\s"
)


def announced_before(analysis: Analysis, mentions: Mentions, sentence: Sentence, *, counted: bool) -> Topic | None:
    """The thing that the sentence before, of the same paragraph, calls the largest or newest; with ``counted`` the
    kind of works of which it gives the number."""
    if not sentence.index:
        return None
    earlier = analysis.sentences[sentence.index - 1]
    if earlier.paragraph != sentence.paragraph:
        return None
    text = analysis.text
    match = (_COUNTED if counted else _CALLED).search(text, earlier.begin, earlier.end)
    if match is None:
        return None
    span = as_nouns(text, earlier, match.start("thing"), match.end("thing"))
    if span is None or says_nothing(span.of(text)):
        return None
    named = mentions.within(Span(span.begin, span.end), "program")
    return Topic(span.of(text).strip("‘’"), span, named[0] if named else None)
