"""Sums of money in any writing: 794억원, 1조2천억, 3천만~5천만원, 500만 달러, $5, 만원."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.mentions.amount import Amount
from kg.mentions.model import Mention, Money
from kg.mentions.numeral import Exact, numerals
from kg.mentions.spelled import number_words, readings
from kg.mentions.unit import PARTICLE, Unit
from kg.patterns import regex

WON = Unit("원", "money", 0, "KRW")
_SOURCE = (
    r"(?:국비|시비|도비|군비|구비|지방비|시·도비|시도비|도·군비|시·군비|시군비|군·구비|민자|민간|민간투자"
    r"|자부담|기금|교육비|특별교부세|특교세|교부세|사업비|총사업비|예산|기업부담금|민간부담금|현금|현물)"
)
_SOURCE_BEFORE = regex(rf"{_SOURCE}(?: ?(?:은|는|이|가|으로|로|와|과)?)[ :]?(?:약 ?|총 ?|각 ?|각각 ?)?$")
_PERSONS = regex(
    r"\s?(?:인구|시대|명|개|건|뷰|조회|세계인|시민|국민|가입자|이용자|사용자|인파|관객|마리|년|광년"
    r"|볼트|화소)"
)
_GOES_ON = regex(r"(?:여|대|원|씩|짜리)*")
_BARE_CELL = regex(
    rf"{_SOURCE} ?[:=]?\s?(\d+(?:,\d{{3}})*(?:\.\d+)?)(?=\s*[·+/)∙ㆍ、]|\s*,(?!\d)|\s*$|\s+{_SOURCE}\s?\d)"
)
_SIGN = regex(
    r"[$€£¥₩￦UEGJCKHASN](?:(?<=[$€£¥₩￦])|(?:S|K|T)?\$|(?<=U)SD ?|(?<=E)UR ?|(?<=G)BP ?|(?<=J)PY ?"
    r"|(?<=C)NY ?|(?<=K)RW ?)(?=[0-9])"
)
_SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
    "NT$": "TWD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "￦": "KRW",
}
_SPELLED_WON = regex(
    r"(?<![가-힣\d.,])[일이삼사오육칠팔구십백천만][일이삼사오육칠팔구십백천만억조]* ?원"
    r"(?=[^가-힣]|$|[을이은의에도]|짜리|으로|씩|대|까지)"
)
_OTHER_WORDS = frozenset(("이 원", "구 원", "일 원", "사 원", "이원", "구원", "일원", "사원", "오원", "천 원", "만 원"))
_LOST_MAN = regex(r"(?<=억)\s?(\d)(천|백)$")
_LOST_MAN_IN_DIGITS = regex(r"(?<=억)\s?(\d{1,2}00|\d,\d00)$")
_UNIT_WORDS = {
    "백": 100,
    "천": 1000,
    "만": 10**4,
    "백만": 10**6,
    "천만": 10**7,
    "억": 10**8,
    "십억": 10**9,
    "조": 10**12,
}
_UNIT_BEHIND = regex(r"(조|십억|억|천만|백만|만|천) ?원")


def sums(text: str, begin: int, end: int, found: Iterable[Amount], lexicon: Lexicon) -> Iterator[Mention]:
    """The sums among the amounts of ``text[begin:end]``, those whose currency is left out, and those with a sign in
    front."""
    signs = {m.end(): m for m in _SIGN.finditer(text, begin, end)}
    told: list[Mention] = []
    for amount in found:
        first = signs.get(amount.begin)
        if first:
            code = _SIGNS.get(first.group(), first.group().strip())
            unit = Unit(first.group(), "money", 0, code)
            told.append(_mention(replace(amount, begin=first.start()), unit, "money-sign"))
        elif amount.unit and amount.unit.kind == "money":
            if told and _is_change(text, told[-1], amount):
                told[-1] = _with_change(told[-1], amount)
            else:
                told.append(_mention(amount, amount.unit, "money"))
        elif amount.unit is None and _lost_won(text, amount):
            told.append(_mention(_with_lost_ten_thousands(text, amount), WON, "money-won-left-out"))
    yield from told
    yield from _spelled(text, begin, end, lexicon)
    cells = list(_source_cells(text, begin, end, told))
    yield from cells
    yield from _labelled_cells(text, told, {c.begin for c in cells})


def _mention(amount: Amount, unit: Unit, rule: str) -> Mention:
    low = number(amount.value * unit.factor)
    if amount.high is not None:
        money = Money(None, low, number(amount.high * unit.factor), unit.currency, amount.bound)
    else:
        money = Money(low, None, None, unit.currency, amount.bound)
    return Mention(amount.begin, amount.end, "money", money, rule)


def number(value: Exact) -> int | float:
    """An exact value as whole number where it is one."""
    return value if isinstance(value, int) else value.numerator if value.denominator == 1 else float(value)


_OF_LAW = regex(r"제\s?$|(?:법|법률|시행령|시행규칙|조례|규칙|규정|지침|헌법|정관)(?:안)?[」』’”]?\s?(?:제\s?)?$")
"""«제49조에 따라», «시행령 20조»: an article, no 조 of won."""


_CLOSED = regex(r"\s*(?:[,.·/)]|$|을|를|이|은|과|와)")
"""What closes a sum that has no unit."""


def _lost_won(text: str, amount: Amount) -> bool:
    """Whether a number without a unit is a sum in won: it has 억 or 조, or 만 behind the name of a source of money."""
    words = text[amount.begin : amount.end]
    if amount.glued or not ((amount.scaled and not words[-1].isdigit()) or _LOST_MAN_IN_DIGITS.search(words)):
        return False
    if _PERSONS.match(text, amount.end):
        return False
    if words.endswith("조") and _OF_LAW.search(text, max(0, amount.begin - 14), amount.begin):
        return False
    if "억" in words or "조" in words:
        tail = _GOES_ON.match(text, amount.end)
        return PARTICLE.match(text, tail.end() if tail else amount.end) is not None
    return (
        "만" in words
        and _SOURCE_BEFORE.search(text, max(0, amount.begin - 14), amount.begin) is not None
        and _CLOSED.match(text, amount.end) is not None
    )


def _with_lost_ten_thousands(text: str, amount: Amount) -> Amount:
    """A sum whose 만원 is left out, 1억 6천, is worth 1억 6천만; amounts that say 만 or 원 stay as they are."""
    if amount.high is not None:
        return amount
    digits = _LOST_MAN_IN_DIGITS.search(text, amount.begin, amount.end)
    if digits is not None:
        return replace(amount, value=amount.value + int(digits.group(1).replace(",", "")) * (10**4 - 1))
    tail = _LOST_MAN.search(text, amount.begin, amount.end)
    if tail is None:
        return amount
    small = int(tail.group(1)) * _UNIT_WORDS[tail.group(2)]
    return replace(amount, value=amount.value + small * (10**4 - 1))


def _is_change(text: str, last: Mention, amount: Amount) -> bool:
    """Whether coins continue a sum of the main unit: 1달러 20센트."""
    unit = amount.unit
    return bool(
        unit and unit.factor != 1 and unit.currency == last.value.currency and last.value.value is not None
        and text[last.end : amount.begin].strip() == "" and amount.begin - last.end <= 1
    )  # fmt: skip


def _with_change(last: Mention, amount: Amount) -> Mention:
    assert amount.unit is not None
    whole = round(last.value.value + number(amount.value * amount.unit.factor), 6)
    return replace(last, end=amount.end, value=replace(last.value, value=whole))


def _spelled(text: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Sums in words: 만원, 천만 원, 오백억원."""
    for match in _SPELLED_WON.finditer(text, begin, end):
        if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")":
            continue  # «사업비(백만 원)»: a unit
        if match.group() in _OTHER_WORDS or "단위" in text[max(0, match.start() - 6) : match.start()]:
            continue
        last = readings(text, match.start(), number_words(lexicon))
        if last and text[last[-1].end : match.end()].strip() == "원":
            yield Mention(match.start(), match.end(), "money", Money(number(last[-1].value)), "money-in-words")


def _source_cells(text: str, begin: int, end: int, told: list[Mention]) -> Iterator[Mention]:
    """Bare numbers behind sources of money in a list whose other members name the unit: 236억원(국비 140, 시비 70,
    민자 26)."""
    if not told:
        return
    for match in _BARE_CELL.finditer(text, begin, end):
        size = _list_unit(text, match, told)
        if size:
            digits = match.group(1)
            value = next(numerals(digits)).value * size
            yield Mention(match.start(1), match.end(1), "money", Money(number(value)), "money-source-list")


_LABELLED = regex(
    r"\s?[(\[](?:(?:20\d\d년도?|[’‘']?\d\d년|[가-힣A-Za-z·]{1,12})(?:\s[가-힣]{1,6})?\s?[:=]?\s?\d[\d,]*(?:\.\d+)?(?:억|백만|천)?\s?[,·ㆍ/+;、∙]?\s?){2,8}[)\]]"
)
_OF_PAYERS = regex(
    r"\s?[(\[](?:[가-힣·]{0,10}(?:비|민자|자부담|민간|기금|시|도|군|구|부|처|청)\s?[:=]?\s?\d[\d,]*(?:\.\d+)?(?:억|백만|천)?\s?[,·ㆍ/+;、∙]?\s?){2,8}[)\]]"
)
_LABELLED_CELL = regex(r"[가-힣A-Za-z]\s?[:=]?\s?(\d+(?:,\d{3})*(?:\.\d+)?)(?=[\s,·ㆍ/+;、∙)\]])")


def _labelled_cells(text: str, told: list[Mention], known: set[int]) -> Iterator[Mention]:
    """«90억 원(국 45, 도 15, 군 30)», «384억 원(국비 200 / 한별시 100 / 대학 84)»: bare numbers behind letters of
    purses or names of payers, where they make up the sum before the bracket or
    all labels are purses and governments."""
    for total in told:
        opening = next((i for i in range(total.end, min(total.end + 2, len(text))) if text[i] in "(["), -1)
        row = _LABELLED.match(text, opening) if opening >= 0 else None
        unit = _UNIT_BEHIND.search(text, total.begin, total.end)
        if row is None or unit is None:
            continue
        cells = [
            (m, next(numerals(m.group(1))).value * _UNIT_WORDS[unit.group(1)])
            for m in _LABELLED_CELL.finditer(text, row.start(), row.end())
        ]
        whole, parts = float(total.value.low or 0), [float(v) for _, v in cells]
        payers = _OF_PAYERS.match(text, opening) is not None and max(parts, default=whole) < whole
        if len(cells) > 1 and (payers or abs(sum(parts) - whole) < 1):
            for m, value in cells:
                if m.start(1) not in known:
                    yield Mention(m.start(1), m.end(1), "money", Money(number(value)), "money-source-list")


_ASIDE = regex(r"\s?[※→⇒]\s?(?:재원 ?[:=]?\s?)?(?:[가-힣]{2,6} ?[:=]?\s?\d[\d,]*(?:\.\d+)?\s?[,·ㆍ/+;、∙]\s?){0,7}")
"""Between a sum and one of its bare shares that a note behind it lists."""


def _list_unit(text: str, match: "re.Match[str]", told: list[Mention]) -> int:
    """The unit that the list around a bare number shares: of the sum before the bracket, else of the next sum of the
    list."""
    bracket = text.rfind("(", 0, match.start())
    if bracket > text.rfind(")", 0, match.start()):
        for m in told:
            if 0 <= bracket - m.end <= 1 and (unit := _UNIT_BEHIND.search(text, m.begin, m.end)):
                return _UNIT_WORDS[unit.group(1)]
    for m in told:  # «384억 원 ※ 국비 230, 도비 58, 시비 96»
        if m.end <= match.start() and _ASIDE.fullmatch(text, m.end, match.start()):
            unit = _UNIT_BEHIND.search(text, m.begin, m.end)
            return _UNIT_WORDS[unit.group(1)] if unit else 0
    for m in told:
        if m.begin > match.end() and m.begin - match.end() < 40:
            between = text[match.end() : m.begin]
            if re.search(r"[.)\n(]\s", between):
                return 0
            unit = _UNIT_BEHIND.search(text, m.begin, m.end) or re.compile(r"(조|억|천만|백만|만|천)").search(
                text, m.begin, m.end
            )
            return _UNIT_WORDS[unit.group(1)] if unit and m.value.currency == "KRW" else 0
    return 0
