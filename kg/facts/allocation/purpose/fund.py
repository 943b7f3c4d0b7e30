"""A fund that a sum fills: «공동기금 40억 원을 두자», «20억 원짜리 기금을 쌓았다», «10억 원을 X 기금으로 적립한다»."""

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.words import told_by, words_of
from kg.facts.allocation.wording import Purpose, wording
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_FUND = regex(r"(?:기금|펀드)[’'”\"」』>〉]?$")
_BEFORE = regex(r"(?:기금|펀드)[’'”\"」』>〉]?\s?(?:으로\s|총\s|약\s|모두\s|최대\s)*$")
_SIZED = regex(r"(?:원)?\s?(?:짜리|규모의?|상당의?|대의?|의)?\s*")
_MAKES = frozenset(
    ("쌓", "적립", "조성", "두", "설치", "신설", "만들", "모으", "결성", "꾸리", "출범", "설립", "확충", "불리", "키우")
)


def filled_fund(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The fund, where a predicate of making or filling one governs the sum."""
    verb = next((c for c in clause.following() if c.kind == "verb" or c.kind == "stop"), None)
    if verb is None or not ({verb.lemma, verb.compound} & _MAKES):
        return None
    if _BEFORE.search(clause.before) is not None:
        return _told(clause, clause.chunk.begin, clause.money.begin, lexicon)
    if (sized := _SIZED.match(clause.after)) is not None and _FUND.search(clause.after) is not None:
        return _told(clause, clause.money.end + sized.end(), clause.chunk.end, lexicon)
    for chunk in clause.following():
        if chunk is verb or chunk.kind == "stop" or chunk.money is not None:
            return None
        if _is_fund(clause, chunk) and chunk.particle in ("을", "를", "으로", "로"):
            return _told(clause, chunk.begin, chunk.end, lexicon)
    return None


def _is_fund(clause: Clause, chunk: Chunk) -> bool:
    return chunk.kind == "noun" and _FUND.search(words_of(clause, chunk)) is not None


def _told(clause: Clause, begin: int, end: int, lexicon: Lexicon) -> Purpose | None:
    text = clause.analysis.text
    bare = text[begin:end].rstrip(" 총약")
    if bare in ("기금", "펀드"):
        return told_by(Purpose(bare, Span(begin, begin + len(bare)), ""), "object")
    found = wording(clause, begin, end, lexicon, keep_paper=True)
    if found is None or _FUND.search(found.text):
        return told_by(found, "object")
    whole = Span(found.span.begin, begin + len(bare))
    return told_by(Purpose(whole.of(text).strip("‘’“”「」『』'\""), whole, ""), "object")
