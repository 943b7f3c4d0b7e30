"""Programs that a sentence takes up again by the last noun of their names alone: 버스는 of 가온 심야버스, 캠프 교육은.

Such a noun is no name, so that no mention of it reaches the graph; it only says which program a sentence is about.
"""

import re
from collections.abc import Iterable

from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.program.words import program_words
from kg.patterns import regex

_NOUN = frozenset({"NNG", "NNP", "SL", "XR", "XSN"})
_PART = regex(
    r" (?:운영|운행|교육|강의|개발|구축|공사|설치|관리|기획|설계|시공|실무|총괄|수행|위탁|제작|사업"
    r"|예산|도입|추진|확대|확산|조성|건립|착공|재착공|준공|신설|유치|보급|시행|증액|삭감|개통|증설|존속|폐지|재추진)"
    r"(?:은|는|을|를|이|가|에|도)"
    r"| (?:말씀|말|얘기|이야기|건|관련|문제)(?:입니다|이에요|예요|이요|인데|이죠|이지요|이군요|부터|만|[은을]\s)"
    r"| (?:\d{2,4}년(?:도)?분?\s|내년도?\s|올해\s)?(?:국비|도비|시비|군비|구비|예산|사업비|설계비|건립비|공사비"
    r"|운영비)(?=[\s,은는을를이가도의])"
)
_GLOSS = regex(r"\([^()]*\)|[‘’'“”\"「」『』]")
_DEEDS = regex(
    r"\s(?:조성|구축|육성|지원|추진|보급|운영|도입|확충|운행|개발|설치|확대|건립|건설|고도화|제작|구축사업"
    r"|지원사업|사업|계획|설계)$"
)
_ALIKE = frozenset({"같", "비슷", "다르", "유사", "똑같", "닮", "별다르", "색다르"})
_NEAR = 700
"""How far, in letters, a noun of two letters reaches back."""


def recalled(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, programs: Iterable[Mention]) -> list[Mention]:
    """The nouns that stand for a program named before, each as a short form of it, in the order of the text."""
    by_noun: dict[str, list[Mention]] = {}
    every = sorted(programs, key=lambda p: p.begin)
    for program in every:
        for noun in _nouns(program, lexicon):
            by_noun.setdefault(noun, []).append(program)
    ends = {noun[-2:] for noun in by_noun}
    found: list[Mention] = []
    last: dict[int, int] = {}  # where each program was last taken up
    new: set[str] = set()  # said as a common noun before any program of that name
    for sentence in analysis.sentences if by_noun else ():
        for i, t in enumerate(sentence.tokens):
            if (
                t.tag not in _NOUN
                or analysis.text[t.end - 2 : t.end] not in ends
                or not _closes(sentence.tokens, i, analysis.text)
            ):
                continue
            begin = _phrase(sentence.tokens, i)
            noun = analysis.text[begin : t.end]
            meant = by_noun.get(noun) or _by_last_word(noun, begin, by_noun, mentions)
            if meant is None or not mentions.free(begin, t.end, "program", "program-short", "organization", "event"):
                continue
            last_word = noun.split()[-1]
            rivals = [p for p in every if p in meant or (last_word != "AI" and last_word in p.value.text.split())]
            before = sorted((max(p.end, last.get(p.begin, 0)), p.begin, p) for p in rivals if p.end <= begin)
            if not before:
                new.add(noun)
            elif noun not in new and (len(noun) > 2 or begin - before[-1][0] < _NEAR):
                program = before[-1][2]
                last[program.begin] = t.end
                name = Name(noun, program.value.classes, None, program.value.text)
                found.append(Mention(begin, t.end, "program-short", name, "program-recalled"))
    return found


def _by_last_word(noun: str, begin: int, by_noun: dict[str, list[Mention]], mentions: Mentions) -> list[Mention] | None:
    """The programs whose last word closes a row of nouns that else holds words of their names or of a place: 과수원
    관제 of «스마트 과수원 AI 관제», 가온 실험실 of «소재 실험실»."""
    *others, last = noun.split()
    at, told = begin, []
    for word in others:
        if mentions.free(at, at + len(word), "region", "organization"):
            told.append("AI" if word == "인공지능" else word)
        at += len(word) + 1
    found = [p for p in by_noun.get(last, ()) if all(w in p.value.text for w in told)]
    return found if others and len({p.value.text for p in found}) == 1 else None


def _nouns(program: Mention, lexicon: Lexicon) -> set[str]:
    """The last word of a name and all ends of it: which of them are nouns the sentences show."""
    words = program_words(lexicon)
    name = _GLOSS.sub("", program.value.text).strip()
    while (bare := _DEEDS.sub("", name)) != name:
        name = bare
    if " " not in name:
        return set()
    parts = name.split(" ")
    last = parts[-1]
    ends = {last[i:] for i in range(len(last) - 1)} if re.fullmatch("[가-힣]+", last) else set()
    ends |= {" ".join(parts[i:]) for i in range(1, len(parts) - 1)}
    for first, technology in zip(parts, parts[1:-1], strict=False):
        if technology == "AI" and len(first) > 3 and re.fullmatch("[가-힣]+", first):
            ends |= {f"{first[i:]} AI" for i in range(1, len(first) - 1)}  # 부품 AI of ‘자동차부품 AI 품질혁신’
    return {n for n in ends if n not in words.generic and not n.endswith("센터")}


def _phrase(tokens: tuple[Token, ...], i: int) -> int:
    """Where the row of nouns begins that ends with a token."""
    while i and tokens[i - 1].tag in _NOUN and tokens[i].begin - tokens[i - 1].end <= 1:
        i -= 1
    return tokens[i].begin


def _closes(tokens: tuple[Token, ...], i: int, text: str) -> bool:
    """Whether a noun closes a phrase: nothing counts or points at it, a particle or a part of work stands behind it."""
    first = i
    while first and tokens[first - 1].tag in _NOUN and tokens[first].begin - tokens[first - 1].end <= 1:
        first -= 1
    if first and tokens[first - 1].tag in ("SN", "NNB", "NR", "MM", "XPN"):
        return False
    if first > 1 and tokens[first - 1].tag == "ETM" and tokens[first - 2].form in _ALIKE:
        return False  # 이웃 군은 같은 버스를 들여왔다
    if i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return (after.begin == tokens[i].end and (after.tag[0] == "J" or after.tag == "VCP")) or _PART.match(
        text, tokens[i].end
    ) is not None
