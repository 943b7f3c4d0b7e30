"""Numerals written in words, Sino-Korean (이천칠백삼십오만) and native (스물다섯), and texts with digits in their
place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mentions.numeral import Exact, exact
from kg.patterns import regex
from kg.spans import Span

Accepts = Callable[[str, "Spelled"], bool]


_SIGNS = frozenset("십백천만억조경")
_JOINER = "\u2060"
_BEHIND_DIGITS = regex(r"\d (?=[억조])")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelled numeral at ``text[begin:end]``; ``loose`` where the form needs a counter behind it (한, 스무);
    ``sino`` and ``single`` (one syllable) tell how much it needs to be believed."""

    begin: int
    end: int
    value: Exact
    sino: bool
    single: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon's numeral words by kind, and the pattern of one piece of a numeral."""

    digits: dict[str, int]
    signs: dict[str, int]
    tens: dict[str, int]
    ones: dict[str, int]
    loose: frozenset[str]
    pairs: dict[str, tuple[int, int]]
    piece: re.Pattern[str]
    native: re.Pattern[str]


@lru_cache(maxsize=8)
def number_words(lexicon: Lexicon) -> Words:
    """The words of the table ``number_words``."""

    def of(*kinds: str) -> dict[str, int]:
        return {r["word"]: int(r["value"]) for r in lexicon.rows("number_words") if r["kind"] in kinds}

    def either(words: dict[str, int]) -> str:
        return "|".join(sorted(words, key=lambda w: (-len(w), w)))

    digits, signs = of("digit", "zero", "month"), of("sign")
    tens, ones, firsts = of("ten", "ten-loose"), of("one", "one-loose"), of("one-first")
    pairs = {r["word"]: (int(r["value"]), int(r["high"])) for r in lexicon.rows("number_words") if r["kind"] == "pair"}
    piece = re.compile(
        rf"(?P<arabic>\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?)|(?P<native>(?:{either(tens)}) ?(?:{either(ones)})"
        rf"|{either(tens)}|{either(ones | firsts)})"
        rf"|(?P<sign>{either(signs)})|(?P<digit>{either(digits)})"
    )
    ten_words = "|".join(w for w in sorted(tens) if w != "스무")
    native = re.compile(
        rf"(?:(?<=[\s(“‘\"'·,…『「~∼])|^)(?=[{''.join(sorted({w[0] for w in (*tens, *ones, *pairs)}))}])"
        rf"(?:(?P<pair>{'|'.join(sorted(pairs, key=lambda w: (-len(w), w)))})(?= ?[가-힣])"
        rf"|(?P<ten>{ten_words})?(?P<one>{either(ones)})(?= ?[가-힣])|(?P<alone>{either(tens)})(?= ?[가-힣]))"
    )
    loose = frozenset(r["word"] for r in lexicon.rows("number_words") if r["kind"].endswith(("-loose", "-first")))
    return Words(digits, signs, tens, ones | firsts, loose, pairs, piece, native)


def readings(text: str, begin: int, words: Words) -> list[Spelled]:
    """All ways to read a numeral that begins at ``text[begin]``, the shortest first; each fuller one goes on."""
    found: list[Spelled] = []
    total: Exact = 0
    section: Exact = 0
    current: Exact | None = None
    floor, ceiling = 10**4, 10**20
    place, pieces, sino, native, after_sign, loose = begin, 0, False, False, False, False
    while True:
        start = place
        if pieces and after_sign and text[place : place + 1] == " ":
            start = place + 1
        match = words.piece.match(text, start)
        if not match or (start > place and not after_sign):
            break
        kind, word = match.lastgroup, match.group()
        if kind in ("arabic", "digit", "native"):
            if current is not None:
                break
            current, loose = _unit_value(word, kind, words)
            if pieces and current >= floor:
                break
            after_sign = False
            sino, native = sino or kind == "digit", kind == "native"
        elif found and kind == "sign" and native:
            break
        else:
            size = words.signs[word]
            if size < 10**4:
                if size >= floor:
                    break
                section, current, floor = section + (1 if current is None else current) * size, None, size
            else:
                if size >= ceiling:
                    break
                group = section + (current or 0)
                total, section, current, floor, ceiling = total + (group or 1) * size, 0, None, 10**4, size
            after_sign, loose, sino = True, False, True
        place = match.end()
        pieces += 1
        value = total + section + (current or 0)
        found.append(Spelled(begin, place, value, sino, place - begin == 1, loose))
    return found


def _unit_value(word: str, kind: str, words: Words) -> tuple[Exact, bool]:
    """The value of a piece without magnitude, and whether its form is loose."""
    if kind == "arabic":
        return exact(word), False
    if kind == "digit":
        return words.digits[word], False
    value, rest = 0, word.replace(" ", "")
    for ten, size in words.tens.items():
        if rest.startswith(ten):
            value, rest = size, rest[len(ten) :]
            break
    return value + words.ones.get(rest, 0), (rest or word) in words.loose


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text with digits in place of spelled numerals; ``begins`` and ``ends`` tell each code point's place in the
    original."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, begin: int, end: int) -> Span:
        """The span of the original text that became ``text[begin:end]``."""
        return Span(self.begins[begin], self.ends[end - 1])


def in_digits(text: str, lexicon: Lexicon, accepts: Accepts) -> Rewritten:
    """``text`` with digits in place of the spelled numerals that ``accepts`` believes, the longest reading first."""
    words = number_words(lexicon)
    out: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    place = 0
    while place < len(text):
        chosen = None
        before = text[place - 1] if place else " "
        inside = "가" <= before <= "힣" or before.isdigit() or before in ".,억조"
        behind = inside or _BEHIND_DIGITS.match(text, max(0, place - 2)) is not None
        if not behind or _after_minus(text, place):
            believed = (r for r in reversed(readings(text, place, words)) if _spelled(text, r) and accepts(text, r))
            chosen = next(believed, None)
        if chosen:
            value, end = _with_decimals(text, chosen, words)
            digits = _written(value)
            out.append(digits)
            begins += [chosen.begin] * len(digits)
            ends += [end] * len(digits)
            if text[end : end + 1] in _SIGNS:  # 하나만, 오분의 일만을: the particle must not make 10,000 of it
                out.append(_JOINER)
                begins.append(end)
                ends.append(end)
            place = end
        else:
            out.append(text[place])
            begins.append(place)
            ends.append(place + 1)
            place += 1
    return Rewritten("".join(out), tuple(begins), tuple(ends))


def _after_minus(text: str, place: int) -> bool:
    return text.endswith(("마이너스", "음수", "분의", "오전", "오후", "영업일"), 0, place)


def _spelled(text: str, reading: Spelled) -> bool:
    """Whether at least one piece of the reading is written in words other than a lone sign behind digits."""
    return not re.fullmatch(r"[\d,.]+(?:[십백천만억조경] ?[\d,.]*)*", text[reading.begin : reading.end])


def _with_decimals(text: str, reading: Spelled, words: Words) -> tuple[Exact, int]:
    """The value with the decimals that are read out behind it (일점이삼, 이백점 칠일)."""
    point = re.compile(
        r"점 ?([영공일이삼사오육칠팔구]+?)(?=점?(?:이다|입니다|[을은는이])?(?:[^가-힣]|$)"
        r"|[불원퍼프달배])"
    ).match(text, reading.end)
    tail = point and point.group(1)
    if not point or not tail or not isinstance(reading.value, int):
        return reading.value, reading.end
    end = point.end()
    return exact(f"{reading.value}.{''.join(str(words.digits[c]) for c in tail)}"), end


def _written(value: Exact) -> str:
    """A value as plain digits."""
    return str(value) if isinstance(value, int) else repr(float(value))
