"""What stands behind a number: a currency, a unit of measure, a counter, a percent sign."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from kg.lexicon import Lexicon
from kg.mentions.numeral import Exact
from kg.patterns import regex

UnitKind = Literal["money", "percent", "measure", "counter"]

PERCENT = ("%", "％", "퍼센트", "프로", "퍼센티지", "퍼센테이지", "pct")

_WON_BEHIND_SIGN = tuple(f"{sign}{space}원" for sign in "십백천만억조" for space in ("", " "))

PARTICLE = regex(
    r"(?:(?:여|남짓|가량|정도|쯤|안팎|내외|씩|짜리|꼴|대|당|분|규모|상당|어치|이상|이하|초과|미만|이내|이나|나|밖에|뿐|만|들|급|째|여의)*)"
    r"(?:은|는|이|가|을|를|에|의|도|만|과|와|로|으로|까지|부터|에서|에게|께|한테|보다|마다|조차|처럼|같이|이란|란|라는|이라는|라고|이라고|이라며|라며|"
    r"이며|며|이고|고|이자|이다|다|이던|던|인|일|이었|였|입니다|이에요|예요|이야|야|임|이지만|지만|이면|면|으로서|로서|으로써|로써|중|간|외|하고|이랑|랑|"
    r"에는|에도|에만|에서는|에서도|에선|까지는|까지만|까지의|까지로|부터는|으로는|로는|으로도|으로만|에게는|에게만|에게도|에게서|과의|와의|과는|와는|"
    r"입니까|이네|네|이니|니|인데|인지|이란다|인가|이든|든|이라도|라도|만을|만이|만의|만에|도록|이라면|라면|이나마|을까|일까|여명|(?:까지|부터|뿐|만)(?:이?다|이?며|였다|입니다|이었다|이고|이지만)|(?:이었|이였|였|이었었)[가-힣]{1,4})?(?![가-힣])"
)
"""What may follow a counter of one syllable so that it is that counter and not the beginning of another word."""

_MACHINES = regex(r" (?!(?:급|짜리|바이트|램|메모리|용량|인터넷|속도|데이터|저장|요금제|이상|이하))[가-힣]")
"""Behind 기가 that is the counter 기 with its particle: 감시탑 14기가 가동된다."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, which ends at ``end``; ``factor`` and ``currency`` for money, ``coin`` for parts of it;
    ``english`` where the lexicon has a name for it."""

    word: str
    kind: UnitKind
    end: int
    currency: str = ""
    factor: Exact = 1
    coin: str = ""
    english: str = ""


@lru_cache(maxsize=8)
def _tables(lexicon: Lexicon) -> dict[str, tuple[tuple[str, Unit], ...]]:
    """All units by first letter, the longest words first, money before percent before measures before counters."""
    words: dict[str, Unit] = {}
    for row in lexicon.rows("currencies"):
        factor = Fraction(row["factor"])
        whole = factor.numerator if factor.denominator == 1 else factor
        words.setdefault(row["word"], Unit(row["word"], "money", 0, row["currency"], whole, row["coin"]))
    for word in PERCENT:
        words.setdefault(word, Unit(word, "percent", 0))
    for row in lexicon.rows("units"):
        words.setdefault(row["word"], Unit(row["word"], "measure", 0, english=row["unit"]))
    for row in lexicon.rows("counters"):
        words.setdefault(row["word"], Unit(row["word"], "counter", 0, english=row["unit"]))
    by_letter: dict[str, list[tuple[str, Unit]]] = {}
    for word, unit in words.items():
        by_letter.setdefault(word[0], []).append((word, unit))
    return {letter: tuple(sorted(row, key=lambda x: -len(x[0]))) for letter, row in by_letter.items()}


@lru_cache(maxsize=8)
def english_units(lexicon: Lexicon) -> dict[str, str]:
    """Unit words with their English singular (킬로미터 → kilometer)."""
    counters = {r["word"]: r["unit"] for r in lexicon.rows("counters") if r["unit"]}
    return counters | {r["word"]: r["unit"] for r in lexicon.rows("units")}


@lru_cache(maxsize=8)
def native_counters(lexicon: Lexicon) -> frozenset[str]:
    """Counters that may follow a native numeral."""
    return frozenset(lexicon.words("counters", native="1"))


def unit_at(text: str, place: int, lexicon: Lexicon) -> Unit | None:
    """The longest unit that begins at ``text[place]`` and is a word of its own there."""
    for word, unit in _tables(lexicon).get(text[place : place + 1], ()):
        if text.startswith(word, place) and _stands(text, place + len(word), word):
            return Unit(unit.word, unit.kind, place + len(word), unit.currency, unit.factor, unit.coin, unit.english)
    return None


def _stands(text: str, end: int, word: str) -> bool:
    """Whether the word ends here: no letter of its own script goes on, but for particles."""
    after = text[end : end + 1]
    if word == "기가" and _MACHINES.match(text, end):
        return False
    if not after or after.isspace() or (word == "원" and text.endswith(_WON_BEHIND_SIGN, 0, end)):
        return True
    if word[-1].isascii() and word[-1].isalpha():
        return not (after.isascii() and after.isalnum()) and after != "²"
    if word == "사" and after == "이":  # 사이
        return False
    if "가" <= after <= "힣" and "가" <= word[-1] <= "힣":
        return PARTICLE.match(text, end) is not None
    return True
