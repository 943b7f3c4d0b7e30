"""Numbers with a counter or a unit (1만 명, 80~90%, 한 곳, 4.2㏊), and percentages."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.mentions.amount import Amount
from kg.mentions.model import Mention, Quantity
from kg.mentions.money import number
from kg.mentions.spelled import Words, number_words
from kg.mentions.unit import PARTICLE, native_counters, unit_at
from kg.patterns import regex

_ORDINAL_BEFORE = regex(r"(?:(?<![가-힣])제|No\.|№|[A-Za-z]-) ?$|(?<=[례칙정률법안호회])제$")
"""What makes a number an ordinal: 제3차, 조례제320호; not the end of a word (과제 180건, 축제 12건)."""
_FUSED = (
    "한편",
    "한발",
    "한번",
    "한판",
    "한면",
    "한줄",
    "한칸",
    "한기",
    "한알",
    "한정",
    "한종",
    "한통",
    "한잔",
    "한쪽",
    "한장",
    "한동",
    "한대",
    "두발",
)
_FREE_BEFORE = frozenset("약총각")
_OF_AN_AGE = regex(
    r" ?(?:(?:이상|이하|미만|이후|전후|안팎)(?:의|인)? ?)?(?:비율|비중|인구|연령|나이|노인|어르신|고령|주민|시민|군민|"
    r"고객|이용자|이용객|환자|참여자|참가자|근로자|노동자|직장인|직원|상인|농민|농업인|어민|부부|남녀|가장|주부|응답|유권자|"
    r"수강생|교육생|신청자|구직자|[가-힣]{0,2}세대|독거|1인|취업자|창업자)"
)
"""Behind a round number of 대: years of life, no machines (60대 이상 비율, 40대 구직자)."""


def quantities(text: str, found: Iterable[Amount], lexicon: Lexicon) -> Iterator[Mention]:
    """The quantities and percentages among the amounts; a length told in two units is one: 2분 40초 is 160초."""
    last: Mention | None = None
    for mention in _each(text, found, lexicon):
        whole = None if last is None else _in_smaller(last, mention, text)
        if last is not None and whole is None:
            yield last
        last = whole or mention
    if last is not None:
        yield last


_SMALLER = {"시간": "분", "분": "초"}
_IN_LARGER = 60


def _in_smaller(larger: Mention, smaller: Mention, text: str) -> Mention | None:
    """A length of time told in two units that stand side by side, in the smaller one; None where they are two."""
    one, two = larger.value, smaller.value
    if _SMALLER.get(one.unit) != two.unit or two.value >= _IN_LARGER or one.max is not None or two.max is not None:
        return None
    if text[larger.end : smaller.begin].strip(" ") or smaller.begin - larger.end > 1 or one.value % 1:
        return None
    value = Quantity(one.value * _IN_LARGER + two.value, two.unit, None, two.bound)
    return Mention(larger.begin, smaller.end, "quantity", value, smaller.rule)


def _each(text: str, found: Iterable[Amount], lexicon: Lexicon) -> Iterator[Mention]:
    for amount in found:
        unit = amount.unit
        if unit is None or unit.kind == "money":
            continue
        if unit.kind != "percent" and _counts_nothing(text, amount, lexicon):
            continue
        percent = unit.kind == "percent"
        high = None if amount.high is None else float(number(amount.high))
        value = Quantity(float(number(amount.value)), "%" if percent else unit.word, high, amount.bound)
        yield Mention(amount.begin, amount.end, "percent" if percent else "quantity", value, unit.kind)


def _counts_nothing(text: str, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether number and counter are an ordinal, part of a name or a model: 제3차, 3대 전략, A100 2."""
    assert amount.unit is not None
    if amount.glued or _ORDINAL_BEFORE.search(text, max(0, amount.begin - 5), amount.begin):
        return True
    before = text[amount.begin - 1] if amount.begin else " "
    if "가" <= before <= "힣" and before not in _FREE_BEFORE and amount.value < 100 and amount.unit.kind == "counter":
        return True
    word = amount.unit.word
    if word == "대" and amount.value % 10 == 0 and amount.value < 100 and _OF_AN_AGE.match(text, amount.end):
        return True
    if word == "기" and text[max(0, amount.begin - 3) : amount.begin].strip() == "민선":
        return True
    traps = _traps(lexicon).get(word)
    if traps is None or amount.value > 100:
        return False
    rest = text[amount.end : amount.end + 8]
    if word in ("대", "분") and rest[:1] == " ":
        rest = rest[1:]
    return rest.startswith(traps)


@lru_cache(maxsize=8)
def _traps(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon.rows("counter_traps"):
        found[row["counter"]] = (*found.get(row["counter"], ()), row["follows"])
    return found


def native_quantities(text: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Quantities with a native numeral: 한 곳, 열두 명, 마흔 건, 두세 차례."""
    words = number_words(lexicon)
    counters = native_counters(lexicon)
    for match in words.native.finditer(text, begin, end):
        start = match.start()
        if start > begin and ("가" <= text[start - 1] <= "힣" or text[start - 1].isalnum()):
            continue
        place = match.end() + (text[match.end()] == " ")
        unit = None if text.startswith(_FUSED, start) else unit_at(text, place, lexicon)
        if unit is None or unit.word not in counters or unit.kind == "money":
            continue
        tail = PARTICLE.match(text, unit.end)
        if tail is None and unit.end < end and "가" <= text[unit.end] <= "힣":
            continue
        low, high = _native_value(match, words)
        yield Mention(start, unit.end, "quantity", Quantity(low, unit.word, high), "native-counter")


def _native_value(match: "re.Match[str]", words: Words) -> tuple[float, float | None]:
    if match.group("pair"):
        low, high = words.pairs[match.group("pair")]
        return float(low), float(high)
    if match.group("alone"):
        return float(words.tens[match.group("alone")]), None
    return float(words.tens.get(match.group("ten") or "", 0) + words.ones[match.group("one")]), None
