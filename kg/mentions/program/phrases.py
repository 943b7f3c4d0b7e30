"""Noun phrases of a sentence: unbroken rows of nouns, from which names of programs without marks are read."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.language.model import Sentence, Token
from kg.mentions.program.words import ProgramWords

_NOUNS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XSN", "XPN", "XR", "NP"})
_FIRST = _NOUNS | {"VV", "VA"}
_COUNTERS = frozenset({"단계", "개", "대", "차", "년", "기", "호", "도", "회", "세대"})
_NO_EDITION = frozenset({"년", "년도", "개", "대", "차", "곳", "개소", "명", "건", "가구", "동", "팀"})
_LONG = 6
"""A word of so many letters that no dictionary has is a row of nouns."""
_WORDLIKE = frozenset({"SL", "SN", "SH", "SSC"})
_INNER = frozenset("·&+-/~‧ㆍ:")


class Phrase(NamedTuple):
    """A row of nouns ``text[begin:end]`` and the index of the token that follows it in the sentence."""

    begin: int
    end: int
    words: tuple[str, ...]
    after: int
    before: int


def phrases(sentence: Sentence, text: str, words: ProgramWords) -> Iterator[Phrase]:
    """The rows of nouns of a sentence, without leading words that belong to no name (올해, 이번, 관련)."""
    for start, stop in runs(sentence, text):
        found = trimmed(sentence.tokens, start, stop, words, text)
        if found is not None:
            yield found


def runs(sentence: Sentence, text: str) -> Iterator[tuple[int, int]]:
    """The rows of nouns of a sentence as they stand: index of the first token and behind the last."""
    tokens, row, count = sentence.tokens, 0, len(sentence.tokens)
    while row < count:
        t = tokens[row]
        if t.tag not in _FIRST:
            row += 1
            continue
        stop = _run(tokens, row, text)
        if stop - row > 1 or (stop > row and t.tag == "NNP" and t.end - t.begin >= _LONG):
            yield row, stop
        row = max(stop, row + 1)


def _run(tokens: tuple[Token, ...], start: int, text: str) -> int:
    """The index behind the row of nouns that begins at ``start``; ``start`` itself where none begins."""
    i, count = start, len(tokens)
    end = tokens[start].begin
    while i < count:
        t = tokens[i]
        if t.begin > end and (text[end : t.begin] != " " or text[end - 1] == "."):
            break  # «A. 가온 시스템»: the letter marks an answer
        step = 1 if t.tag in _NOUNS else _noun(tokens, i, start, text)
        if not step:
            break
        i += step
        end = tokens[i - 1].end
    while i > start and tokens[i - 1].tag[0] == "S" and tokens[i - 1].tag not in _WORDLIKE:
        i -= 1
    return i


def _noun(tokens: tuple[Token, ...], i: int, start: int, text: str) -> int:
    """How many tokens from ``i`` on, which is no noun itself, count as part of a noun phrase (0: none)."""
    t = tokens[i]
    if t.tag == "NNB":
        if t.form == "터" and i > start and tokens[i - 1].end == t.begin:
            return 1  # 배움+터
        return int(t.form in _COUNTERS and i > start and tokens[i - 1].tag == "SN")
    if t.form == "및" and i > start and i + 1 < len(tokens) and tokens[i + 1].tag in _NOUNS:
        return 1
    if t.tag in ("VV", "VA", "XSV") and i + 1 < len(tokens) and tokens[i + 1].tag == "ETN":
        return 2 if tokens[i + 1].form in ("ᆷ", "음") or t.form in ("만들", "살리", "키우") else 0
    if t.form in _INNER and t.tag in ("SP", "SW", "SO") and i > start:
        tight = tokens[i - 1].end == t.begin and i + 1 < len(tokens) and tokens[i + 1].begin == t.end
        return int(tight)
    if t.tag == "SSO" and t.form == "(" and i > start and tokens[i - 1].end == t.begin:
        return _bracket(tokens, i)
    return 0


def _bracket(tokens: tuple[Token, ...], i: int) -> int:
    """A short gloss in round brackets, glued to the word before it: AI, 人; its length in tokens."""
    for j in range(i + 1, min(i + 6, len(tokens))):
        if tokens[j].tag == "SSC":
            inner = tokens[i + 1 : j]
            more = j + 1 < len(tokens) and tokens[j + 1].begin - tokens[j].end <= 1 and tokens[j + 1].tag in _NOUNS
            fits = all(x.tag in ("SL", "SH", "NNG", "NNP", "XSN", "SW") for x in inner) and bool(inner)
            return j - i + 1 if more and fits else 0
    return 0


def trimmed(tokens: tuple[Token, ...], start: int, stop: int, words: ProgramWords, text: str) -> Phrase | None:
    """The row without leading words of time and pointing; None where nothing is left."""
    first, i = start, start
    while i < stop:
        after = _next_word(tokens, i, stop)
        whole = text[tokens[i].begin : tokens[after - 1].end]
        leading = i == first and (whole in words.lead or tokens[i].tag == "XSN")
        counted = i + 1 < stop and tokens[i].tag == "SN" and _counted(tokens, i, stop)
        if (
            leading
            or (i > start and whole in ("달", "해", "주") and text[tokens[i - 1].begin : tokens[i - 1].end] == "다음")
            or (after < stop and whole in words.breaks)
            or counted
            or (whole == "및" and not _lawlike(tokens, stop) and not _two_deeds(tokens, i, stop, words))
        ):
            first = after
        i = after
    if first >= stop:
        return None
    begin, end = _word_start(tokens, first), max(t.end for t in tokens[first:stop])
    forms = tuple(text[t.begin : t.end] for t in tokens[first:stop] if t.tag not in ("SP", "SW", "SSO", "SSC"))
    return Phrase(begin, end, forms, stop, first)


def _word_start(tokens: tuple[Token, ...], first: int) -> int:
    """Where the word begins that holds the first noun: Kiwi may cut a counter or a number off its head."""
    i = first
    while (
        i > 0 and tokens[i - 1].end == tokens[i].begin and tokens[i - 1].tag in ("NNB", "NR", "MM", "XR", "IC", "MAG")
    ):
        i -= 1
    return tokens[i].begin


def _counted(tokens: tuple[Token, ...], i: int, stop: int) -> bool:
    """A number with a counter other than a phase or edition of a program: 2026년, 3대, 10개, 40곳."""
    return tokens[i + 1].form in _NO_EDITION and tokens[i + 1].begin == tokens[i].end


def _lawlike(tokens: tuple[Token, ...], stop: int) -> bool:
    """Whether the row ends as an ordinance does: only there 및 belongs to an unmarked name."""
    return tokens[stop - 1].form in ("조례", "조례안", "법", "법안", "안") or tokens[stop - 1].form.endswith(
        ("조례", "조례안", "법")
    )


def _two_deeds(tokens: tuple[Token, ...], i: int, stop: int, words: ProgramWords) -> bool:
    """Whether 및 joins what is done with one thing, in a row that ends in 사업: 스마트팜 보급 및 확산 사업."""
    if not 0 < i < stop - 2 or tokens[stop - 1].form not in ("사업", "프로젝트"):
        return False
    kinds = (words.suffixes.get(tokens[j].form) for j in (i - 1, i + 1))
    return all(kind is not None and kind.strength == "deed" for kind in kinds)


def _next_word(tokens: tuple[Token, ...], i: int, stop: int) -> int:
    j = i + 1
    while j < stop and tokens[j].begin <= tokens[j - 1].end:
        j += 1
    return j
