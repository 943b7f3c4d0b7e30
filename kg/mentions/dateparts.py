"""What a written date tells: each of its parts as the words have it, before it is set against a day of reference."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.patterns import regex

_YEAR_WORDS = {
    "올해": 0,
    "올 해": 0,
    "금년": 0,
    "당해": 0,
    "당해년도": 0,
    "금년도": 0,
    "이번 해": 0,
    "이번해": 0,
    "올": 0,
    "연내": 0,
    "연말": 0,
    "연초": 0,
    "세밑": 0,
    "내년": 1,
    "명년": 1,
    "새해": 1,
    "다음 해": 1,
    "다음해": 1,
    "내년도": 1,
    "차년도": 1,
    "후년": 2,
    "내후년": 2,
    "지난해": -1,
    "작년": -1,
    "전년": -1,
    "지난 해": -1,
    "저번 해": -1,
    "전년도": -1,
    "작년도": -1,
    "지난해말": -1,
    "재작년": -2,
    "지지난해": -2,
    "그러께": -2,
}
_YEAR_AFTER = {"이듬해": 1, "익년": 1, "그해": 0, "그 해": 0, "같은 해": 0, "같은해": 0, "동년": 0, "이듬 해": 1}
_MONTH_WORDS = {
    "이달": 0,
    "이 달": 0,
    "이번 달": 0,
    "이번달": 0,
    "금월": 0,
    "당월": 0,
    "다음 달": 1,
    "다음달": 1,
    "내달": 1,
    "오는 달": 1,
    "다다음 달": 2,
    "다다음달": 2,
    "지난달": -1,
    "지난 달": -1,
    "저번 달": -1,
    "저번달": -1,
    "전달": -1,
    "전월": -1,
    "지지난달": -2,
    "지지난 달": -2,
}
_DAY_WORDS = {
    "오늘": 0,
    "금일": 0,
    "내일": 1,
    "명일": 1,
    "모레": 2,
    "내일모레": 2,
    "글피": 3,
    "그글피": 4,
    "어제": -1,
    "작일": -1,
    "전일": -1,
    "그제": -2,
    "그저께": -2,
    "엊그제": -2,
    "엊그저께": -2,
    "그끄저께": -3,
    "그끄제": -3,
}
_WEEKDAYS = "월화수목금토일"
_LEADS = {
    "지난": -1,
    "지난번": -1,
    "저번": -1,
    "오는": 1,
    "다가오는": 1,
    "돌아오는": 1,
    "다음": 1,
    "이번": 0,
    "앞선": -1,
    "향후": 1,
}


def _either(words: dict[str, int]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(words, key=lambda w: (-len(w), w)))


_YEAR = (
    r"(?P<y4>[12]\d{3})\s?년도?(?!대|간|\s?동안|여|\s?만에|\s?전통)|(?:[’'‘`´]|(?<=\s))?(?P<y2>(?<=[’'‘`´])\d\d)(?:\s?년도?)?(?!\d)"
    r"|(?P<y2m>\d\d)년(?=\s?(?:1[0-2]|[1-9])월)"
    rf"|(?P<yrel>{_either(_YEAR_WORDS)})(?![가-힣]*(?:히|진))|(?P<yafter>{_either(_YEAR_AFTER)})"
)
_MONTH = rf"(?P<m>0?[1-9]|1[0-2])\s?월(?!요일|드|급|세|매출|평균|간)|(?P<mrel>{_either(_MONTH_WORDS)})(?!성)"
_DAY = (
    r"(?P<d>0?[1-9]|[12]\d|3[01])\s?일"
    r"(?!간|동안|정|장|자리|반|부(?!터)|본|대|생|째|차|여|당 |평균|이내|이상|이하|미만|초과|내에|내로|안에|전|후)"
    r"(?!뒤|만에|만의)"
    r"(?!치|천|억|조|곱|하)(?!\s(?:간|동안|이내|이상|이하|미만|초과|전[ ,에]|후[ ,에]|뒤|만에|만의|안에|내에|내로))"
    r"(?!\s(?:평균|정도|가량|치[ 의]|연속|여 ))"
    r"(?!(?:에서 (?:\S+ )?\d+일)?(?:로|까지) (?:크게 |대폭 |더 |절반 )?(?:단축|줄|짧))"
    rf"|(?P<drel>{_either(_DAY_WORDS)})(?!날)|(?P<dlast>마지막 ?날|말일)"
)
_BRACKET_DAY = rf"\s?[(（]\s?(?P<wb>[{_WEEKDAYS}月火水木金土日])(?:요일)?\s?[)）]"
_WEEKDAY = rf"(?:,?\s?(?P<w>[{_WEEKDAYS}])요일|{_BRACKET_DAY})"
_DATE = regex(
    rf"(?:(?P<lead>{_either(_LEADS)})\s?(?=\d|[’'‘`]\d|[{_WEEKDAYS}]요일))?"
    rf"(?:(?:{_YEAR})(?:의)?[ ,]{{0,2}})?(?:(?:{_MONTH})(?:의)?[ ,]{{0,2}})?(?:{_DAY})?(?:{_WEEKDAY})?"
)
_NUMERIC = regex(
    rf"(?<![\d.])(?:(?P<y4>(?:1[89]|20|21)\d\d)|[’'‘`](?P<y2>\d\d))\s?(?P<sep>[./-])\s?(?P<m>0?[1-9]|1[0-2])(?:\s?(?P=sep)\s?(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)\.?)?(?![\d%])(?:{_BRACKET_DAY})?"
)
_YEAR_DOT_MONTH = regex(
    r"(?<![\d.])(?:(?P<y4>20\d\d)|[’'‘`](?P<y2>\d\d))\.\s?(?P<m>0?[1-9]|1[0-2])\s?월(?!요일|드|급|세|매출|평균|간)"
    r"(?:\s?(?P<d>0?[1-9]|[12]\d|3[01])\s?일)?"
)
_MONTH_DOT_DAY = regex(rf"(?<![\d.])(?P<m>0?[1-9]|1[0-2])\.\s?(?P<d>0?[1-9]|[12]\d|3[01])[.일]?{_BRACKET_DAY}")
_DOT_END = regex(r"(?:(?<=[~∼])|(?<=[~∼] ))(?P<m>0?[1-9]|1[0-2])\.\s?(?P<d>0?[1-9]|[12]\d|3[01])\.?(?![\d%])")
_DAY_BRACKET = regex(rf"(?<![\d가-힣./-])(?P<d>0?[1-9]|[12]\d|3[01]){_BRACKET_DAY}")
_DAY_LOST = regex(r"(?<![\d가-힣.)])(?P<d>[1-9]|[12]\d|3[01])\(\s?\)(?= )")
_LOT = regex(r"[가-힣](?:[동리로길가읍면]|번지) ?(?:산 ?)?$")
"""What stands before the number of a lot of land: 새터동 1858-4 is no month."""
_HANJA = dict(zip("月火水木金土日", _WEEKDAYS, strict=True))


@dataclass(frozen=True, slots=True)
class DateParts:
    """A written date at ``text[begin:end]``. ``year`` and ``month`` are numbers as told; ``years`` and ``months``
    count from the day of reference (내년: 1), ``days`` likewise (어제: -1); ``following`` counts from the year told
    before (이듬해: 1). ``lead`` is -1 for 지난, 1 for 오는, 0 for 이번. ``last`` is the last day of the month."""

    begin: int
    end: int
    year: int | None = None
    years: int | None = None
    following: int | None = None
    month: int | None = None
    months: int | None = None
    day: int | None = None
    days: int | None = None
    weekday: int | None = None
    lead: int | None = None
    last: bool = False

    @property
    def tells_year(self) -> bool:
        """Whether the words themselves fix the year."""
        return self.year is not None or self.years is not None or self.following is not None

    @property
    def tells_month(self) -> bool:
        """Whether the words themselves fix the month."""
        return self.month is not None or self.months is not None or self.days is not None

    @property
    def tells_day(self) -> bool:
        """Whether the words name a day."""
        return self.day is not None or self.days is not None or self.weekday is not None or self.last


def date_at(text: str, place: int) -> DateParts | None:
    """The date that begins at ``text[place]``, as long as it goes; None where there is none."""
    ahead = text[place : place + 7]
    marked = not "가" <= ahead[0] <= "힣" and any(mark in ahead for mark in "./-(（")
    for pattern in () if not marked else (_YEAR_DOT_MONTH, _NUMERIC, _MONTH_DOT_DAY, _DOT_END, _DAY_BRACKET, _DAY_LOST):
        match = pattern.match(text, place)
        if match and match.end() > place:
            return _numeric(match)
    match = _DATE.match(text, place)
    if match is None or match.end() == place:
        return None
    return _worded(text, match)


def _year2(short: str) -> int:
    return 2000 + int(short) if int(short) < 60 else 1900 + int(short)


def _weekday(groups: dict[str, str | None]) -> int | None:
    letter = groups.get("w") or groups.get("wb")
    return _WEEKDAYS.index(_HANJA.get(letter, letter)) if letter else None


def _numeric(match: "re.Match[str]") -> DateParts | None:
    groups = match.groupdict()
    year = int(groups["y4"]) if groups.get("y4") else _year2(groups["y2"]) if groups.get("y2") else None
    if groups.get("sep") == "." and not groups.get("d") and match.string[match.end() : match.end() + 1] != ".":
        return None
    if (
        groups.get("sep") == "-"
        and not groups.get("d")
        and _LOT.search(match.string[max(0, match.start() - 8) : match.start()])
    ):
        return None
    end = match.end()
    if groups.get("sep") and not groups.get("d") and match.string[end : end + 1] == "." and groups["sep"] == ".":
        end += 1
    return DateParts(
        match.start(), end, year=year,
        month=int(groups["m"]) if groups.get("m") else None,
        day=int(groups["d"]) if groups.get("d") else None,
        weekday=_weekday(groups),
    )  # fmt: skip


def _worded(text: str, match: "re.Match[str]") -> DateParts | None:
    g = match.groupdict()
    year = int(g["y4"]) if g["y4"] else _year2(g["y2"] or g["y2m"]) if g["y2"] or g["y2m"] else None
    end = match.end() - (len(match.group()) - len(match.group().rstrip(" ,의")))
    yearly = g["y4"] or g["y2"] or g["yrel"] or g["yafter"]
    if yearly and g["d"] and not (g["m"] or g["mrel"]):  # 2027년 3일로 줄인다: a year, and a length of time
        end = match.start() + len(match.string[match.start() : match.start("d")].rstrip(" ,의"))
        g |= {"d": None, "w": None, "wb": None}
    parts = DateParts(
        match.start(), end, year=year,
        years=_YEAR_WORDS[g["yrel"]] if g["yrel"] else None,
        following=_YEAR_AFTER[g["yafter"]] if g["yafter"] else None,
        month=int(g["m"]) if g["m"] else None,
        months=_MONTH_WORDS[g["mrel"]] if g["mrel"] else None,
        day=int(g["d"]) if g["d"] else None,
        days=_DAY_WORDS[g["drel"]] if g["drel"] else None,
        weekday=_weekday(g),
        lead=_LEADS[g["lead"]] if g["lead"] else None,
        last=bool(g["dlast"]),
    )  # fmt: skip
    if not (parts.tells_year or parts.tells_month or parts.tells_day):
        return None
    if parts.last and not (parts.tells_month or parts.tells_year):
        return None
    return parts if _stands(text, parts, g) else None


def _stands(text: str, parts: DateParts, groups: dict[str, str | None]) -> bool:
    """Whether a short date is a word of its own here and not part of another."""
    before = text[parts.begin - 1] if parts.begin else " "
    if "가" <= before <= "힣" and not (groups["y4"] or (groups["m"] and groups["d"])):
        return False
    if before.isdigit() or (before in ".," and parts.begin > 1 and text[parts.begin - 2].isdigit()):
        return False
    if before.isascii() and before.isalpha():
        return False
    if groups["d"] and not groups["m"]:
        if text[max(0, parts.begin - 2) : parts.begin].rstrip()[-1:] in ("년", "→", "⇒", "➜"):
            return False
        if text[parts.end : parts.end + 2].lstrip()[:1] in ("→", "⇒", "➜"):
            return False  # 30일 → 5일
    word = groups["yrel"]
    if word == "올" and not (
        parts.month
        or groups["m"]
        or re.match(
            r"\s?(?:상반기|하반기|[1-4] ?분기|연말|봄|여름"
            r"|가을|겨울)",
            text[parts.end :],
        )
    ):
        return False
    return not (groups["drel"] in ("금일", "전일") and re.match("[가-힣]{2}|[읍면동리호자]", text[parts.end :]))


_IN_DIGITS = regex(r"[0-9’'‘`](?:(?<=[0-9])[0-9 ]{0,4}[년월일.(/-]|(?<![0-9])[0-9]{2})")


@lru_cache(maxsize=1)
def _in_words() -> re.Pattern[str]:
    """The words that a date may begin with, as plain letters so that the search is fast."""
    words = {*_YEAR_WORDS, *_YEAR_AFTER, *_MONTH_WORDS, *_DAY_WORDS, *_LEADS, *(f"{d}요일" for d in _WEEKDAYS)}
    return re.compile("|".join(sorted(words, key=lambda w: (-len(w), w))))


def date_starts(text: str, begin: int, end: int) -> list[int]:
    """Where a date may begin in ``text[begin:end]``."""
    return sorted({m.start() for pattern in (_IN_DIGITS, _in_words()) for m in pattern.finditer(text, begin, end)})
