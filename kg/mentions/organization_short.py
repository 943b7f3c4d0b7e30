"""Short forms of bodies: 시는, 도 관계자, 시의회, the head noun of a longer name, and what a text calls (이하 …)."""

import re
from collections.abc import Iterator

from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions, Name
from kg.mentions.organization_form import called_here, pieces
from kg.mentions.organization_words import AFTER_NAME, suffixes

_LEVELS = frozenset("시도군구")
_COUNCILS = {"시의회": "Council", "도의회": "Council", "군의회": "Council", "구의회": "Council", "의회": "Council"}
_HALLS = frozenset({"시청", "도청", "군청", "구청"})
_PARTICLE = frozenset({"JKS", "JX", "JKG", "JKB", "JKO", "JC", "JKC"})
_ROOM = re.compile(r"\s?(?:[가-힣0-9·]*(?:실|홀|룸|강당|로비|광장|회의장|청사|앞|센터|관))?(?:에서|서|에|로)(?![가-힣])")
_BEHIND = re.compile(
    r"\s(?:관계자|담당자|당국|집행부|산하|예산|재정|자체|차원|누리집|홈페이지|공무원|직원|간부|본청|전체|조례|의원|소속|주관|출연|출자|[가-힣A-Za-z0-9]+(?:국장|과장|실장|팀장|본부장|단장|국|과|실|센터|위원회|재단))"
)


def short_forms(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterator[Mention]:
    """Mentions of kind ``organization-short``, to be made full by resolution."""
    called = dict(_so_called(analysis, mentions))
    heads = _heads(analysis, lexicon, mentions)
    text = analysis.text
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.form in _LEVELS and token.tag == "NNG" and _alone(text, tokens, i):
                yield _short(token.begin, token.end, token.form, ("LocalGovernment",), None, "government-level")
        for piece in pieces(sentence, text):
            word = text[piece.begin : piece.end]
            if word in _COUNCILS:
                yield _short(piece.begin, piece.end, word, ("Council",), None, "council-level")
            elif word in _HALLS and not _ROOM.match(text, piece.end):
                yield _short(piece.begin, piece.end, word, ("LocalGovernment",), None, "hall-level")
            elif word in called:
                pass
            elif word == "허브" and text.startswith(("로", "가 되"), piece.end):
                continue
            elif word in heads and mentions.free(piece.begin, piece.end, "organization", "program"):
                full = next((f for b, f in reversed(heads[word]) if b < piece.begin), None)
                if full:
                    yield _short(piece.begin, piece.end, word, full.value.classes, full.value.text, "head-noun")
    for name, (since, full) in called.items():
        for found in re.finditer(rf"(?<![0-9A-Za-z가-힣]){re.escape(name)}", text[since:]):
            begin, end = since + found.start(), since + found.end()
            if AFTER_NAME.match(text, end) and analysis.sentence_at(begin):
                yield Mention(
                    begin,
                    end,
                    "organization-short",
                    Name(name, full.value.classes, full.value.official, full.value.text),
                    "so-called",
                )


def _short(begin: int, end: int, word: str, classes: tuple[str, ...], head: str | None, rule: str) -> Mention:
    return Mention(begin, end, "organization-short", Name(word, classes, None, head), rule)


def _alone(text: str, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether 시, 도, 군 or 구 stands as a word of its own and means a government."""
    token = tokens[i]
    before = text[token.begin - 1 : token.begin]
    if before and (before.isalnum() or before in ")%"):
        return False
    if i and tokens[i - 1].tag in ("SN", "NR") or (i and tokens[i - 1].tag == "MM" and tokens[i - 1].form not in ("각",)):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and after.begin == token.end:
        return after.tag in _PARTICLE
    return bool(_BEHIND.match(text, token.end))


def _so_called(analysis: Analysis, mentions: Mentions) -> Iterator[tuple[str, tuple[int, Mention]]]:
    """What the text calls a body from here on, where that begins, and the body: (이하 자문단), (GERI)."""
    for m in mentions.of("organization"):
        for name, begin in called_here(analysis.text, m):
            yield name, (begin, m)


def _heads(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> dict[str, list[tuple[int, Mention]]]:
    """The ends by which the text may take up a body that it has named: the last word, and the end of the word."""
    found: dict[str, list[tuple[int, Mention]]] = {}
    known = suffixes(lexicon)
    for m in mentions.of("organization"):
        words = m.value.text.split(" ")
        ends = {words[-1]} if len(words) > 1 else set()
        last = words[-1]
        ends |= {last[k:] for k in range(1, len(last) - 1) if last[k:] in known}
        for size in range(2, min(len(last), 12)):
            tail = last[-size:]
            if any(tail.endswith(s) and len(tail) > len(s) for s in _SHORT_HEADS):
                ends.add(tail)
        for end in ends - {m.value.text}:
            if len(end) > 1 and end not in ("의회", "대학교", "대학", "대", "그룹", "전자"):
                found.setdefault(end, []).append((m.end, m))
    return found


_SHORT_HEADS = ("센터", "허브", "재단", "진흥원", "위원회", "추진단", "사업단", "자문단", "연구원", "연구소", "협의회", "협의체", "테크노파크")
