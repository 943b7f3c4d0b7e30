"""What a section of prose is about: the name in the heading above its paragraphs, «4. 가람 AI 캠퍼스 — 제자리»."""

from kg.facts.allocation.nouns import tokens_within
from kg.facts.allocation.says_nothing import says_nothing
from kg.facts.allocation.sections import Item, blanks_before, item_at, lines_above
from kg.facts.allocation.topic_sentence import may_get_money
from kg.facts.allocation.topics import Topic
from kg.facts.headings import MOST, QUOTES, says_a_sentence, up_to_its_dash
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_REACH = 12
_UPPER = 8
"""Marks of so low a number stand over prose; those of higher ones are items of lists."""
_MARK = regex(r"\s*(?:[▶▷►◈▣▲△#]{1,3}|[①-⑳❶-❿]|제?\d{1,2}(?:[.)]|번째|장|부)|\[|〈|<|【)\s?")
_SUM = regex(
    r"\s*(?:총|약|연)?\s?\d[\d,.]*\s?(?:조|억|천만|백만|만|천)[\d,천백만억\s]*(?:원)?(?:\s?(?:규모|짜리))?\s*$"
)
_FIELD = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|AX|자율주행|반도체|메타버스|드론")
_NOUNS = frozenset(("NNG", "NNP", "SL", "SN", "SH", "XPN", "XSN", "XR", "SP", "SO", "SW", "UN", "SSO", "SSC"))
_NO_NAME = regex(
    r"(?:의|은|는|이|가|을|를|에|로|와|과)$|(?:돈|예산|살림|성적|현황|개요|배경|과제|전망|반응|쟁점|논란|평가|효과)$"
)


def section_topic(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Topic | None:
    """The thing that the heading over the sentence's paragraph names; None where the heading names none."""
    text, title = analysis.text, analysis.document.title_span
    here = item_at(text, sentence.begin)
    for line in lines_above(text, here.begin, _REACH):
        if not line.words or line.begin == line.end:
            continue
        if title is not None and line.begin <= title.begin < line.end:
            return None
        if is_heading(line.words, line.mark):
            return None if _is_over(text, line, here) else _named(analysis, mentions, Span(line.begin, line.end))
    return None


def _is_over(text: str, heading: Item, here: Item) -> bool:
    """Whether the section has ended before a line: its own lines are set in deeper, or but one block stands between,
    and the section before it has but the one that stands right below its heading."""
    below = text[heading.end + 1 : here.begin].split("\n")
    if not below[0].strip():
        return False
    if blanks_before(text, item_at(text, heading.end + 1)) > blanks_before(text, here):
        return True
    if len(_blocks(below)) != 1:
        return False
    above: list[str] = []
    for line in lines_above(text, heading.begin, _REACH):
        if line.words and is_heading(line.words, line.mark):
            return bool(above) and bool(above[-1].strip()) and len(_blocks(above)) == 1
        above.append(text[line.begin : line.end])
    return False


def _blocks(lines: list[str]) -> list[str]:
    """The runs of lines that blank ones part."""
    return [block for block in "\n".join(line.strip() for line in lines).split("\n\n") if block.strip()]


def is_heading(words: str, mark: int | None) -> bool:
    """Whether a line's words are those of a heading over paragraphs."""
    if len(words) > MOST or says_a_sentence(words):
        return False
    return (mark is not None and mark < _UPPER) or _MARK.match(words) is not None


def _named(analysis: Analysis, mentions: Mentions, line: Span) -> Topic | None:
    text = analysis.text
    for program in mentions.within(line, "program"):
        if may_get_money(program):
            return Topic(program.value.text, program.span, program)
    words = item_at(text, line.begin).words
    if led := _MARK.match(words):
        words = words[led.end() :]
    words = _SUM.sub("", up_to_its_dash(words)).strip(QUOTES)
    if not 5 <= len(words) <= 30 or " " not in words or says_nothing(words) or _NO_NAME.search(words):
        return None
    begin = text.find(words, line.begin, line.end)
    sentence = analysis.sentence_at(begin)
    if begin < 0 or sentence is None or not _FIELD.search(words):
        return None
    if any(t.tag not in _NOUNS for t in tokens_within(sentence, begin, begin + len(words))):
        return None
    return Topic(words, Span(begin, begin + len(words)))
