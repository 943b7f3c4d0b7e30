"""Lengths of time that are told as a change: 4.2일에서 1.5일로, 4년 걸리던 것을 2년으로, 1시간 안으로 줄인다."""

import re
from collections.abc import Iterator

from kg.mentions.model import Mention, Quantity
from kg.patterns import regex

_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "열흘": 10, "보름": 15}
_LENGTH = regex(
    r"(?:(?<!\d)(?<!\d[.,])(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<u>개년|년|개월|달|주일|주|영업일|일|시간|밀리초)|"
    r"(?<![가-힣])(?P<day>하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|보름))"
    r"(?P<more> ?(?:전|이내|이하|안|안팎|정도|내외|남짓|수준|반|가량|이상|아래|밑|미만))?"
)
_TO = regex(r"(?:으로|로|까지| ?(?:이내|안|만)|[.,()]|\s?\(|\s*(?:\n|$))")
_SHORTER = regex(r"(?:으로|로|까지) (?:크게 |대폭 |더 |훨씬 )?(?:줄|단축|앞당|감축|짧|낮추|당기|당길|내려)")
_FROM = regex(r"(?:이던|[이가]? ?걸리던)? ?(?:것을|것이)?(?:에서|→|⇒|->)\s?")
_WAS = regex(
    r"(?:인데|인|이던|이었던|이지만|이었(?:다[”\"]?며|고|는데|지만|으나)|"
    r"(?:[이가]|씩)? ?(?:걸리|소요되)(?:는데|는|던|었던|지만|고|며)|(?:[이가]|씩)? ?걸려(?:서)?|"
    r"(?:[이가]|씩)? ?(?:걸린|걸렸(?:는데|지만|고|으나|던)|소요된)),? "
)
_SHORTENS = regex(
    "→|(?:만|안)에 (?:끝|마[치친칠쳐무]|처리)|단축|앞당|줄|짧|낮추|감축|당기|당길|"
    "일로|루로|틀로|흘로|새로|레로|름으로|주로|월로|달로|간으로|년으로|초로"
)
_CALENDAR = regex(r"월 ?$")
_ALIKE = {"개년": "년", "달": "개월", "주일": "주", "영업일": "일"}
_TIMES = (
    ("년", "개월", 12),
    ("개월", "일", 30),
    ("주", "일", 7),
    ("일", "시간", 24),
    ("시간", "분", 60),
    ("분", "초", 60),
)
"""How often a smaller unit of time goes into a larger one."""
_NEAR, _BACK, _AHEAD = 60, 100, 16


def lengths_changed(text: str) -> Iterator[Mention]:
    """The lengths of time of a text that are told as a change, with the one from which each starts; a year is none."""
    from_here: re.Match[str] | None = None
    for m in _near_change(text):
        if _is_date(m, text):
            continue
        begun = from_here is not None and m.start() - from_here.end() <= _NEAR
        begun = begun and from_here is not None and in_unit(1, _unit(from_here), _unit(m)) is not None
        if _SHORTER.match(text, m.end()) or (begun and _TO.match(text, m.end())):
            if begun and from_here is not None:
                yield _mention(from_here)
            yield _mention(m)
            from_here = None
        elif _FROM.match(text, m.end()) or _WAS.match(text, m.end()):
            from_here = m


def _near_change(text: str) -> Iterator["re.Match[str]"]:
    """The lengths of time that stand shortly before a word of shortening."""
    done = 0
    for word in _SHORTENS.finditer(text):
        ahead = _AHEAD if word.group() == "→" else 1
        for m in _LENGTH.finditer(text, max(done, word.start() - _BACK), word.end() + ahead):
            done = m.end()
            yield m
        done = max(done, word.end() - 3)


def _is_date(m: "re.Match[str]", text: str) -> bool:
    """Whether it names a year or a day (2027년, 3월 4일)."""
    if m["day"]:
        return False
    if m["u"] == "년" and len(m["n"]) == 4:
        return True
    return m["u"] in ("일", "년") and (
        _CALENDAR.search(text, max(0, m.start() - 2), m.start()) is not None or text[m.start() - 1 : m.start()] in "’'‘"
    )


def in_unit(value: float, unit: str, other: str) -> float | None:
    """A length of time in another unit that it fills so many times whole (7분 is 420초); None where it does not."""
    unit, other = _ALIKE.get(unit, unit), _ALIKE.get(other, other)
    if unit == other:
        return value
    for larger, smaller, times in _TIMES:
        if unit == larger and (rest := in_unit(value * times, smaller, other)) is not None:
            return rest
    return None


def _mention(m: "re.Match[str]") -> Mention:
    half = (m["more"] or "").strip() == "반"
    value = (float(m["n"].replace(",", "")) if m["n"] else _DAYS[m["day"]]) + (0.5 if half else 0.0)
    end = m.end() if half else m.end("u" if m["u"] else "day")
    return Mention(m.start(), end, "quantity", Quantity(value, _unit(m)), "span-of-time")


def _unit(m: "re.Match[str]") -> str:
    return m["u"] or "일"
