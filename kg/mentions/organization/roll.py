"""Companies on a roll: ``선정기업: A, B, C``, ``3개사(A, B, C)``, ``A, B, C 등 3개사``."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization.words import common_words
from kg.patterns import regex
from kg.spans import Span

_KIND = r"(?:기업|업체|회사|개사|스타트업|벤처|제조사|공급사|참여사|협력사|입주사|운영사)"
_ITEM = r"(?:㈜|\(주\)|주식회사 )?[가-힣A-Za-z0-9][가-힣A-Za-z0-9&.+\-]{1,14}(?: ?\(주\)|㈜)?"
_LINK = r"(?:, ?|、|·|ㆍ|･|․| ?/ ?| ?\| ?)"
_ROW = rf"{_ITEM}(?:{_LINK}{_ITEM}){{1,60}}"
_HEADED = regex(
    rf"(?m)^(?<!\n\n)[\s□■○◯◦●ㅇ▶▷◆◇※*·\-<\[【〈(]*(?:[가-힣A-Za-z0-9.’']+ ){{0,4}}?[가-힣]{{0,6}} ?{_KIND}"
    r"(?:\s?(?:명단|목록|현황|명))?\s?(?:\([^()\n]{1,24}\))?\s?[>\]】〉)]?"
    rf"(?:\s?[:：]\s?|[ \t]*\n\s?[\-○·◦ㅇ*]?\s?)(?P<row>{_ROW})\.?\s*$"
)
_BRACKET = regex(rf"(?:\d|[한두세네섯곱덟홉열])\s?(?:개|곳)?\s?{_KIND}\s?\((?P<row>{_ROW})(?: 등)?\)")
_COUNT = regex(r"(?:\d|두|세|네|섯)\s?(?:개|곳)\s?(?:사|기업|업체|회사|스타트업)(?![가-힣]{2})")
_BEFORE = regex(
    rf"(?P<row>(?<![가-힣A-Za-z0-9]){_ITEM}(?:{_LINK}{_ITEM}){{1,20}})(?: 등)?"
    r"(?: 지역| 국내| 도내| 관내)? \d*(?:두|세|네|다섯|여섯)?$"
)
_NAME = regex(r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9&.+\-]*[가-힣A-Za-z0-9]")
_MARK = regex(r"㈜|\(주\)|주식회사 ")
_NO_NAME = regex(r"\d+|.*(?:산업|분야|업종|기업|업체|기관|제조업|서비스업|대학교?|기술|부품|장비|소재)")


def companies_on_rolls(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """The names on a roll that its heading or its count tells to be companies; a roll with a common noun is none."""
    text = analysis.text
    rolls = [*_HEADED.finditer(text), *_BRACKET.finditer(text)]
    for count in _COUNT.finditer(text):
        sentence = analysis.sentence_at(count.start())
        begin = text.find(",", sentence.begin, count.start()) if sentence else -1
        if sentence is not None and 0 <= begin < count.start() - 3:
            begin = max(text.rfind(" ", sentence.begin, begin) + 1, sentence.begin)
            rolls += filter(None, [_BEFORE.search(text, begin, count.start() + count.group()[0].isdigit())])
    for roll in rolls:
        if analysis.sentence_at(roll.start("row")) is not None:
            yield from _roll(analysis, lexicon, mentions, roll)


def _roll(analysis: Analysis, lexicon: Lexicon, mentions: Mentions, roll: re.Match[str]) -> Iterator[Mention]:
    text, common = analysis.text, common_words(lexicon)
    bare = _MARK.sub(lambda m: " " * len(m.group()), text[roll.start("row") : roll.end("row")])
    names = [Span(roll.start("row") + m.start(), roll.start("row") + m.end()) for m in _NAME.finditer(bare)]
    words = [text[n.begin : n.end] for n in names]
    if len(names) < 2 or any(w in common or _NO_NAME.fullmatch(w) for w in words):
        return
    if any(_is_clause(analysis, n) for n in names):
        return
    nouns = sum(1 for n in names if _is_noun(analysis, n))
    if nouns * 3 > len(names):
        return
    for name, word in zip(names, words, strict=True):
        if mentions.free(name.begin, name.end, "organization", "region", "person", "program", "title"):
            yield Mention(name.begin, name.end, "organization", Name(word, ("Company",)), "company-on-roll")


def _is_clause(analysis: Analysis, name: Span) -> bool:
    """Whether an ending or a particle ends the word: «마감은 30일이고, 뽑힌 35개사는»."""
    sentence = analysis.sentence_at(name.begin)
    last = next((t for t in reversed(sentence.tokens) if t.begin < name.end <= t.end), None) if sentence else None
    return last is not None and last.begin > name.begin and last.tag[0] in "EJ"


def _is_noun(analysis: Analysis, name: Span) -> bool:
    """Whether Kiwi knows the whole word as one common noun."""
    sentence = analysis.sentence_at(name.begin)
    if sentence is None:
        return False
    return any(t.begin == name.begin and t.end == name.end and t.tag == "NNG" for t in sentence.tokens)
