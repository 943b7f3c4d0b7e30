"""Who speaks by the label of his words: a name before a colon, or on the line above."""

import re

from kg.facts.quotation.direct import Direct
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_NAMED_BEFORE_COLON = regex(
    r"[\s가-힣A-Za-z0-9·()/|,]{0,18}[\]】>)]?\s?[:=]?|\s?[가-힣]{0,12}\s?\([^()\n]{2,24}\)\s?[:=]"
    r"|(?:\s?[가-힣A-Za-z0-9·]{1,12}){0,3}?\s?\([^()\n]{2,40}\)(?:\s?[가-힣]{1,6}){0,2}\s?[:：=]"
)
_ASIDE = regex(r"[\s◦○●□■▶▷※*·-]*\([^()]{2,60}\)\s*")
"""Where and when something was said, in brackets before the speaker."""
_LABEL = regex(r"\s*[\[【<(][^\[\]【】<>()]{2,40}[\]】>)]\s*[:：]?\s*$")
"""A line of nothing but who speaks: ``[N / ○○시장]``."""
FINISHED = regex(r"[.?!”\"’')\]:]$|다$")
_ITEM = regex(r"\s*[○◯〇ㅇ◦●□■▶▷◆◇·•*‣\-–]\s*(?P<who>[^()\n]{4,48})\([^()\n]{2,40}\)\s*$")
"""An item that tells who spoke and, in brackets, where and when: «○ N ○○군수(11. 20. 시정연설)»."""
_LONGEST, _POST, _POSTS = 72, 24, 40
_CLIP = regex(r"SYNC|INT|싱크|인터뷰|녹취|현장음|CG|◀|▶", re.I)


def before_colon(analysis: Analysis, mentions: Mentions, begin: int, opening: int) -> Mention | None:
    """``홍길동 시장: “…”``, ``홍길동 시장 “…”`` at the beginning of a line."""
    text = analysis.text
    if aside := _ASIDE.match(text, begin, opening):
        begin = aside.end()
    between = text[begin:opening].rstrip()
    if not between or len(between) > 64 or not (between.endswith((":", "=")) or opening - begin < 30):
        return None
    named = mentions.within(Span(begin, opening), "person", "person-short")
    if not named:
        return None
    last = text[named[-1].end : opening].strip() in (":", "=")  # 심가을: the name itself ends so
    if not last and re.search(r"[가-힣](?:에서|에게|으로|에|을|를|의|과|와|고|며|면|자|해|서)\s*[:=]?$", between):
        return None
    return named[-1] if _NAMED_BEFORE_COLON.fullmatch(text[named[-1].end : opening].rstrip()) else None


def on_line_above(analysis: Analysis, mentions: Mentions, quote: Direct) -> Mention | None:
    """``◀ SYNC ▶ 홍길동 도의원`` and, on the next line, his words between marks."""
    sentence = quote.sentence
    if analysis.text[sentence.begin : quote.span.begin - 1].strip() or not sentence.index:
        return None
    above = analysis.sentences[sentence.index - 1]
    line = Span(analysis.text.rfind("\n", 0, above.begin) + 1, above.end)  # a day in brackets parts it: (11. 20. 연설)
    words = analysis.text[line.begin : line.end]
    label = _LABEL.match(words)
    item = _ITEM.match(words)
    finished = FINISHED.search(words) is not None and not label and not item
    if above.paragraph != sentence.paragraph - 1 or len(words) > _LONGEST or finished:
        return None
    named = mentions.within(line, "person")
    bare = item["who"] if item else words
    left = bare.replace(named[0].span.of(analysis.text), "", 1) if len(named) == 1 else words
    told = label or _CLIP.search(words) or len(left) <= (_POSTS if item else _POST)
    if len(named) != 1 or not told or re.search(r"(?:[은는이가을를])\s", left):
        return None
    return named[0]
