"""Sums of one line whose unit stands once: «사업비(억 원): 국비 50, 시비 30», «'26년 96 → '27년 212(백만 원)».

It stands in the line, or above all lines of a paper: «(단위: 백만원)».
"""

import re
from collections.abc import Iterator

from kg.documents.cells import mark_of
from kg.mentions.model import Mention, Money
from kg.mentions.money import number
from kg.mentions.numeral import exact
from kg.patterns import regex

_SIZES = {
    "천": 10**3, "만": 10**4, "백만": 10**6, "천만": 10**7, "억": 10**8, "십억": 10**9, "천억": 10**11, "조": 10**12,
}  # fmt: skip
_SIZE = "|".join(sorted(_SIZES, key=lambda word: -len(word)))
_BRACKET = regex(rf"[(（]\s?(?:단위\s?[:：]?\s?)?(?P<size>{_SIZE})\s?원\s?[)）]")
_LAST = regex(rf"(?P<size>{_SIZE})\s?원")
_YEAR = r"(?:[(（]?(?:[’‘'`]\d\d|20\d\d)\s?(?:년도?\s?[)）]?|[)）])|[’‘'`]\d\d(?=\s))"
_PURSE = r"(?:국비|국고|특교세|[가-힣]{0,4}[시도군구]비|지방비|민자|민간|자부담|기금|총사업비|사업비|예산|합계|총계|계)"
_CELL = regex(
    rf"(?:(?P<year>{_YEAR})|(?<![가-힣]){_PURSE})\s?[:：=]?\s?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?![\d.]|,\d)(?=\s*(?:[,/·→⇒▶+;、\n()（）∙ㆍ~]|->|$)|\s+[^\s\d])"
)
_STEP = (
    r"(?:(?:당초|기정|신규|계속|기존|본예산|추경|금회|금년|전년|현행|수정|요구|신청|조정|심사|의결|확정|반영|편성|증액|감액|삭감|변경|집행|잔액|배정|교부)(?:안|액)?"
    r"|(?:총|추가|소요)?(?:투입|투자|소요|지원|계약|보조|출연|부담|분담|융자)(?:액|금|비))"
)
_OF_ALL = regex(rf"단\s?위(?:\s?[:：;])?\s?(?P<size>{_SIZE})\s?원(?![가-힣])")
"""The unit of all lines below it that are no rows of a table."""
_STEP_CELL = regex(
    rf"(?:(?P<year>{_YEAR})|(?<![가-힣])(?:{_PURSE}|{_STEP}))\s?[:：=]?\s?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?![\d.]\d|,\d)(?=\s*(?:[.,/·→⇒▶+;、\n()（）∙ㆍ~]|->|$)|\s(?:중|가운데)\s)"
)
_TAKEN = regex(r"\s(?:중|가운데)\s(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?=(?:을|를|은|는|이|가|만)\s)")
"""«3,200 중 350을»: the part of a sum under the same unit."""
_OF_YEAR = regex(rf"[(（]{_YEAR}\s?(?P<digits>\d{{1,3}}(?:,\d{{3}})+)[)）]")
"""«(2026년 7,700)»."""
_WHOLE_LINE = regex(
    rf"[^\n:：]{{0,8}}(?:사\s?업\s?비|예\s?산(?:액)?|소요\s?(?:예산|재원|액)|투자\s?(?:액|비))\s?[:：]\s?(?:총\s?)?\d[\d,]*\s?(?P<size>{_SIZE})\s?원"
)
"""«1. 사업비: 19,440백만 원»: the unit of the shares below it as well."""
_SHARES_LINE = regex(
    r"[^\n:：]{0,8}(?:재원|연도|연차|기관|주체|출처)별?(?:\s?(?:구성|내역|계획|투자"
    r"|배분))?\s?[:：]\s?[^\s\d]?"
)
_SHARES_BELOW = 3
"""So many lines below the whole may tell its shares."""
_MARKS = ("원)", "원 )", "원）", "→", "⇒", "->", "▶")
_COUNTED = regex(r"\s*[(（]?(?:[가-힣]|%|㎡|km|GB|MW)")
_NEXT = regex(r"\s*(?:[,/·→⇒▶;∙ㆍ]|->)\s*")


def line_sums(text: str, begin: int, end: int, told: list[Mention]) -> Iterator[Mention]:
    """The bare numbers of the lines of ``text[begin:end]`` behind years or purses that have the unit of a bracket in
    their line, or behind years in a chain that have the unit of its last sum; ``told`` are the other sums."""
    place = begin
    over = _OF_ALL.search(text) if "단위" in text or "단 위" in text else None
    whole, below = None, 0
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        line = text[place:stop]
        found = list(_of_line(text, place, stop, told)) if any(mark in line for mark in _MARKS) else []
        yield from found
        if over is not None and stop > over.end() and mark_of(line) in (None, "/") and "  " not in line.strip():
            yield from _under_unit(text, place, stop, [*told, *found], _SIZES[over["size"]])
        elif whole is not None and below < _SHARES_BELOW and _SHARES_LINE.match(line) and not _LAST.search(line):
            yield from _under_unit(text, place, stop, [*told, *found], _SIZES[whole["size"]])
        below += 1
        if (told_whole := _WHOLE_LINE.match(line)) is not None:
            whole, below = told_whole, 0
        place = stop + 1


def _under_unit(text: str, begin: int, end: int, told: list[Mention], size: int) -> Iterator[Mention]:
    """The bare numbers behind steps, purses and years in a row of an item below the unit of the paper: «요구 850 → 조정
    700», «2025년 520 / 2026년 810»."""
    taken = {m.begin for m in told if begin <= m.begin < end}
    cells = [c for c in _STEP_CELL.finditer(text, begin, end) if exact(c["digits"])]
    in_years = [c for c in cells if c["year"] is not None]
    if len(in_years) == 1:
        cells.remove(in_years[0])
    cells += [part for c in cells if (part := _TAKEN.match(text, c.end("digits"), end)) is not None]
    cells += _OF_YEAR.finditer(text, begin, end)
    for cell in sorted(cells, key=lambda c: c.start("digits")):
        if cell.start("digits") not in taken:
            yield Mention(*cell.span("digits"), "money", Money(number(exact(cell["digits"]) * size)), "money-line-unit")


def _of_line(text: str, begin: int, end: int, told: list[Mention]) -> Iterator[Mention]:
    here = [m for m in told if begin <= m.begin < end]
    taken = {m.begin for m in here}
    cells = [m for m in _CELL.finditer(text, begin, end) if m.start("digits") not in taken]
    bracket = _BRACKET.search(text, begin, end)
    for cell in cells:
        behind = cell.end("digits")
        joined = bracket is not None and not text[behind : bracket.start()].strip()
        if bracket is not None and (joined or not _COUNTED.match(text, behind)):
            size: str | None = bracket["size"]
        else:
            size = _of_chain(text, cell, cells, here) if cell["year"] else None
        if size is not None:
            value = exact(cell["digits"]) * _SIZES[size]
            yield Mention(*cell.span("digits"), "money", Money(number(value)), "money-line-unit")


def _of_chain(text: str, cell: re.Match[str], cells: list[re.Match[str]], told: list[Mention]) -> str | None:
    """The unit of the sum that ends the chain in which a cell stands (’26년 20 → ’27년 35 → ’28년 45억 원)."""
    place = cell.end("digits")
    for following in (*(c for c in cells if c.start() >= place), None):
        link = _NEXT.match(text, place)
        if link is None:
            return None
        if following is not None and following.start() == link.end():
            place = following.end("digits")
            continue
        year = re.compile(rf"{_YEAR}\s?[:：=]?\s?").match(text, link.end())
        last = next((m for m in told if year is not None and m.begin == year.end()), None)
        size = _LAST.search(text, last.begin, last.end) if last is not None else None
        return size["size"] if size is not None else None
    return None
