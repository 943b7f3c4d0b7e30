"""Names of events: noun phrases whose head is a kind of gathering or act (착수보고회, ‘○○ 비전 선포식’, 제3차 회의)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.language.model import Analysis, QuotedSpan, Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.spans import Span

_NOMINAL = frozenset(("NNG", "NNP", "NNB", "SL", "SN", "XSN", "XPN", "XR", "SH", "NR", "SO"))
_STOPS = frozenset(
    (
        "이날",
        "이번",
        "초",
        "말",
        "최근",
        "오전",
        "오후",
        "당시",
        "올해",
        "내년",
        "지난해",
        "이후",
        "동안",
        "때",
        "중",
        "뒤",
        "전",
        "후",
        "등",
        "매년",
        "매월",
        "매주",
        "정오",
        "여",
        "것",
        "수",
        "곳",
        "첫날",
        "앞",
        "하루",
        "시각",
    )
)
_BOUND = (
    r"(?=[^가-힣]|에서|에는|에도|에|을|를|이[ ,]|가[ ,]|은|는|도|의|과|와|로|으로|서[ ,]|까지|부터|"
    r"이다|이며|였|인|마다|때|당일|장에서|현장|자리|$)"
)
_LONGEST_NAME = 60


@lru_cache(maxsize=8)
def head_classes(lexicon: Lexicon) -> dict[str, str]:
    """The head words of events with their class (table ``event_nouns``)."""
    return {row["word"]: row["class"] for row in lexicon.rows("event_nouns")}


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(head_classes(lexicon), key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(map(re.escape, words)) + ")" + _BOUND)


def find_events(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """A mention for each phrase that could name an event; its value's one class is the class of its head word."""
    pattern, classes = _heads(lexicon), head_classes(lexicon)
    found: dict[int, Mention] = {}
    for sentence in analysis.sentences:
        for match in pattern.finditer(analysis.text, sentence.begin, sentence.end):
            if not _ends_a_noun(sentence.tokens, match.end()):
                continue
            mark = _mark_around(analysis, match.start(), match.end())
            span = _extent(analysis, sentence, mentions, match.start(), match.end(), mark)
            for begin in [b for b, m in found.items() if span.begin <= b and m.end <= span.end]:
                del found[begin]
            name = " ".join(analysis.text[span.begin : span.end].split())
            rule = "event-marked" if mark is not None else "event-head"
            found[span.begin] = Mention(span.begin, span.end, "event", Name(name, (classes[match.group()],)), rule)
    yield from found.values()


def _ends_a_noun(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether a noun ends there, so that 시의회의 is no 회의."""
    i = bisect_left(tokens, end, key=lambda t: t.begin) - 1
    return any(t.end == end and t.tag[:2] in ("NN", "SL", "XS") for t in tokens[max(0, i - 2) : i + 1])


def _mark_around(analysis: Analysis, begin: int, end: int) -> QuotedSpan | None:
    """The quoted name that ends with the head, if the head stands in one."""
    for q in analysis.quoted:
        if q.begin > begin:
            return None
        if q.begin <= begin and end == q.end and q.end - q.begin <= _LONGEST_NAME:
            return q
    return None


def _extent(
    analysis: Analysis, sentence: Sentence, mentions: Mentions, begin: int, end: int, mark: QuotedSpan | None
) -> Span:
    """The whole name: the quoted words, or the head with the nouns before it."""
    if mark is not None:
        return Span(mark.begin, end)
    tokens, text = sentence.tokens, analysis.text
    i = max(0, bisect_right(tokens, begin, key=lambda t: t.begin) - 1)
    while i > 0 and tokens[i].begin > begin:
        i -= 1
    left = begin
    stops = mentions.within(Span(sentence.begin, begin), "date", "person", "time", "period", "title")
    for token in _leftward(tokens, i, begin):
        if any(m.begin <= token.begin < m.end for m in stops) or token.form in _STOPS:
            break
        if token.tag == "NNB" and token.form in ("일", "월", "년", "시"):
            break
        if token.tag == "SSC":
            quoted = _quoted_before(analysis, token.begin)
            if quoted is not None:
                return Span(quoted.begin - 1, end) if begin - quoted.begin <= 40 else Span(left, end)
            if text[token.begin] != ")":
                break
        elif token.tag == "SSO":
            if text[token.begin] != "(":
                break
        elif token.tag not in _NOMINAL and token.form != "및":
            break
        if begin - token.begin > _LONGEST_NAME:
            break
        left = token.begin
    while left < begin and text[left] in ")·,. ":
        left += 1
    if text.count("(", left, end) != text.count(")", left, end):
        left = begin
    return Span(left, end)


def _leftward(tokens: tuple[Token, ...], i: int, begin: int) -> Iterator[Token]:
    k = bisect_left(tokens, begin, key=lambda t: t.begin) - 1
    if k < i and tokens[i].begin < begin:
        k = i
    while k >= 0:
        yield tokens[k]
        k -= 1


def _quoted_before(analysis: Analysis, place: int) -> QuotedSpan | None:
    """The quoted words whose closing mark stands at a place."""
    return next((q for q in analysis.quoted if q.end == place), None)
