"""Noun phrases by their tokens: where the one before a place begins, and which words of a wording are none."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.language.model import Sentence, Token
from kg.spans import Span

_NOMINAL = frozenset(("NNG", "NNP", "SL", "SN", "SH", "XPN", "XSN", "XR", "NR", "SSC", "SSO", "SW", "UN"))
_JOINS = frozenset(("JKG", "JC", "SP", "SO"))
_TIMES = frozenset(
    ("때", "뒤", "후", "이후", "당시", "동안", "전", "직후", "다음", "이전", "끝", "덕", "탓", "결과", "한편", "가운데", "경우")
)
"""Nouns behind which another phrase begins: «지사 때 특구», «지정된 뒤 단지»."""
_COUNTERS = frozenset(
    (
        *("건", "개", "곳", "명", "대", "팀", "가지", "종", "개소", "군데", "마리", "채", "가구", "개사", "동", "기"),
        *("번", "회", "차례", "편", "장", "권", "개국", "개월", "인", "호", "척", "필지", "면"),
    )
)
_OPENS, _CLOSES = "‘“「『'\"(〈<《[", "’”」』'\")〉>》]"


def tokens_within(sentence: Sentence, begin: int, end: int) -> Sequence[Token]:
    """The tokens of a sentence that lie in ``[begin, end)``."""
    tokens = sentence.tokens
    first = bisect_left(tokens, begin, key=lambda t: t.begin)
    last = first
    while last < len(tokens) and tokens[last].begin < end:
        last += 1
    return tokens[first:last]


def phrase_before(tokens: Sequence[Token], place: int) -> Span | None:
    """The nouns that stand right before ``tokens[place]``, joined by 의, 와 and dots; None where none do."""
    i, depth = place, 0
    while i:
        token = tokens[i - 1]
        if token.tag == "SSC":
            depth += 1
        elif token.tag == "SSO":
            if not depth:
                break
            depth -= 1
        elif not depth and not _goes_on(token, tokens[i].begin, i < place):
            break
        i -= 1
    while i < place and (tokens[i].tag in _JOINS or tokens[i].tag in ("XSN", "SSC")):
        i += 1
    return Span(tokens[i].begin, tokens[place - 1].end) if i < place else None


def _goes_on(token: Token, after: int, joined: bool) -> bool:
    """Whether a phrase that goes on at ``after`` may have begun with or before a token."""
    if token.tag in _JOINS:
        return token.form != "," and joined
    return token.tag in _NOMINAL and not (token.tag == "NNG" and token.form in _TIMES and token.end < after)


def as_nouns(text: str, sentence: Sentence, begin: int, end: int) -> Span | None:
    """The noun phrase with which the words ``text[begin:end]`` end; None where they end with no noun.

    A topic («위원장은 셔틀» is 셔틀), a connected predicate («받아 …»), what is before a time («지정된 뒤 단지») and a
    count with 의 («9건의 사업») go; names in marks stay as they are.
    """
    tokens = tokens_within(sentence, begin, end)
    last = len(tokens)
    while last and tokens[last - 1].tag in ("JKG", "SP") and text[end - 1] not in _CLOSES:
        last -= 1
        end = tokens[last].begin
        while end > begin and text[end - 1].isspace():
            end -= 1
    if not last:
        return Span(begin, end) if end > begin and not tokens else None
    tail = tokens[last - 1]
    if text[end - 1] not in _CLOSES and tail.tag[0] in "EVJ" and tail.tag not in ("ETN", "JC"):
        return None
    start, depth = begin, 0
    for i in range(last - 1):
        token = tokens[i]
        mark = text[token.begin]
        if mark in _OPENS and not (depth and mark in "'\""):
            depth += 1
        elif mark in _CLOSES and depth:
            depth -= 1
        elif depth or token.end >= end or not text[token.end].isspace():
            continue
        elif _ends_before(tokens, i):
            start = token.end
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None


def _ends_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether what a token ends is no part of the phrase behind it: a topic, a time, a clause, a count."""
    token = tokens[i]
    if token.tag == "JX":
        return token.form in ("은", "는")
    if token.tag == "EC":
        return not tokens[i + 1].tag.startswith("V")
    if token.tag == "JKG":
        return i > 0 and tokens[i - 1].form in _COUNTERS and _counted(tokens, i - 1)
    return token.tag in ("NNG", "NNB") and token.form in _TIMES and i > 0 and tokens[i - 1].end <= token.begin


def _counted(tokens: Sequence[Token], place: int) -> bool:
    """Whether a counter is all that stands with its number: 9건, 여섯 곳."""
    return place > 0 and tokens[place - 1].tag in ("SN", "MM", "NR") and tokens[place].tag in ("NNB", "NNG")
