"""Sums in tables whose unit stands once: under «(단위: 억원)», or in a column's head, «사업비(백만원)»."""

import re
from collections.abc import Iterator, Sequence

from kg.documents.cells import Cell, cells_of, mark_of
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Money
from kg.mentions.money import number
from kg.mentions.numeral import Exact, exact
from kg.mentions.row_units import counts, label_unit
from kg.patterns import regex

_SIZES = {
    "원": 1,
    "천원": 10**3,
    "만원": 10**4,
    "십만원": 10**5,
    "백만원": 10**6,
    "천만원": 10**7,
    "억원": 10**8,
    "억": 10**8,
    "십억원": 10**9,
    "백억원": 10**10,
    "천억원": 10**11,
    "조원": 10**12,
    "백만": 10**6,
    "달러": 1,
    "천달러": 10**3,
    "만달러": 10**4,
    "백만달러": 10**6,
    "억달러": 10**8,
    "십억달러": 10**9,
}
_SIZE_WORD = "|".join(sorted(_SIZES, key=lambda w: -len(w)))
_UNIT_LINE = regex(r"단\s?위\s?[:;：=]?\s*(?P<unit>[^)\]〉>\n]{1,24})")
_PAID_IN = "억 ?원|백만 ?원|천만 ?원|만 ?원|천 ?원"
_HEADED = regex(
    r"(?:예산|사업비|국비|[시도군구]비|재원|금액|[가-힣]액|[가-힣]비|투자|지원)[^()\n]{0,12}"
    rf"\s*(?P<bracket>\((?:[^()\n]{{1,24}}[,·/]\s?)?(?P<unit>{_PAID_IN})\))"
    r"(?:[은는이가]?\s?(?:다음과\s같다|아래와\s같다|이렇다|다음과\s같습니다)[.:]?)?\s*[>〉》】\]」]?\s*$"
)
_ALONE = regex(rf"\s*[(\[<〈]\s?(?P<unit>{_PAID_IN})\s?[)\]>〉]\s*$")
"""A line with nothing but the unit, at the edge of the table below it."""
_UNIT_WORD = regex(rf"({_SIZE_WORD})(?![가-힣])")
_HEAD_UNIT = regex(rf"\((?:[^()]{{1,12}}[,·/])?({_SIZE_WORD})(?:[,·/][^()]{{1,12}})?\)$")
_MARKED_UNIT = regex(r"[(\[<〈]\s?단\s?위|단\s?위\s?[:;：=]")
_SUM_COLUMN = regex(
    r"(?:(?:20\d\d|[’‘']\d\d)(?:년도?)?)?(?:당초|기정|금회|최종|추경|본예산)?(?:예산|요구|조정|확정|편성|신청|반영|삭감|증감|집행|결산|심사|의결|배정|교부|지원|투자|소요|수정|조정후|조정전)?"
    r"(?:예산)?(?:액|안|금액)|(?:총)?사업비|[국시도군구]비|지방비|민자|예산|국고|기금"
)
"""Heads of columns that hold sums and nothing else."""
_NUMBER = regex(r"(?:약 ?|총 ?)?[(△▲▽▼+\-−–]*\s?(\d+(?:,\d{3})*(?:\.\d+)?)\)?(?:\s?\([^)]*\))?$")
_NOT_MONEY = regex(
    r"[율률]|비중|%|구성비|순번|연번|번호|순위|연도$|인원|개소|\(명\)|\(개\)|\(건\)|대수|수량"
    r"|기간|건수|\(곳\)|면적|명수|횟수"
)
_RATE_HEAD = regex(r"[율률](?:\s?\([^)]*\))?$|%")
_WHOLE_RATE = 100
_MEASURED_ROW = regex(
    r"(?:^|[가-힣]\s?)(?:용량|면적|출력|길이|전력량|발전량|처리량|인원|대수|건수|횟수|수량|비율|비중|[가-힣](?<!요)률)\s?(?:\([^)]*\))?$"
)
"""Rows of anything but money in a table that tells money too."""
_YEAR = regex(r"(?:(?:19|20)\d\d|[’‘'`]\d\d)(?:년도?)?\s?(?:[(（][가-힣A-Z\s]{1,8}[)）]|안)?$")
"""A year as a column's head tells it: 2025, ’26(안), 2026년(요구)."""
_ENDS = (")", ") ", ".", "다", ":", ">", "〉", "》", "】", "]", "」")
_PAID = regex(r"비\s?[(（]|액\s?[(（]|예산|금액")
_BELOW = regex(r"\s*(?:[※*＊(（\[]\s?|주\s?[:：)]\s?)?단\s?위\s?[:;：=]")
_NOTED = regex(r"\s*(?:[※*＊]|주\s?\d?\s?[):：]|자료|출처|[-+─━═└┴┘┗┻┛]{3,})")
_FOR_ALL = regex(r"금액\s?단위|이하\s?(?:같음|동일)|작성\s?(?:일|부서|기준|자)|(?:담당|소관)\s?부서|기준일")
"""A unit told with these is that of all of a paper's tables: «금액 단위: 백만원», «(단위: 억 원, 이하 같음)»."""
_MEASURE = regex(r"(?:성과)?지표명?|성과|목표|측정항목|평가항목")


_NOTED_SUM = regex(
    r"(?:^|[,;·)(（]\s?)(?:총\s?사업비|총액|총예산|요구액|신청액|당초|확정액|집행액|정부안|추경|본예산)\s?[:：]?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s?[(（][^()（）]*[)）]|[)）])?$"
)
"""A remark in the last cell that tells a sum too: «요구액 3,200», «총사업비 18,400(’24~’27)»."""
_NOTED_CUT = regex(
    r"(?<![\d.,가-힣])(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?:전액\s?)?(?:삭감|감액)(?![률율가-힣])"
)
"""A remark that tells what was cut: «예산심사 시 180 삭감»."""


def table_sums(text: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[Mention]:
    """The bare numbers in cells of ``text[begin:end]`` that are sums by the unit told for the table or the column."""
    if "단위" not in text and "단 위" not in text and not any(mark in text for mark in ("원)", "원]", "원〉", "원>")):
        return
    unit: tuple[int, str] | None = None
    for_all: tuple[int, str] | None = None
    last: tuple[int, str] | None = None
    head: Sequence[Cell] = ()
    head_units: list[tuple[int, str] | None] = []
    place = begin
    waiting: list[tuple[Sequence[Cell], Sequence[Cell]]] = []
    lines = text[begin:end].splitlines(keepends=True)
    for i, raw in enumerate(lines):
        line, at = raw.rstrip("\r\n"), place
        place += len(raw)
        if waiting and _BELOW.match(line) and not _rows_follow(lines[i + 1 : i + 2]):
            told = _UNIT_LINE.search(line)
            below = _size(told["unit"]) if told else None
            for cells, over in waiting:
                yield from _row(cells, over, [], below, lexicon)
            waiting = []
            continue
        told = _told_unit(line)
        if told is None and line.endswith(_ENDS) and "|" not in line:
            told = unit_of_heading(line) or _ALONE.match(line)
        if told:
            unit, head, head_units = _size(told["unit"]), (), []
            last = unit or last
            for_all = unit if _FOR_ALL.search(line) else for_all
            waiting = []
            continue
        cells = cells_of(text, at, at + len(line))
        if len(cells) < 2:
            waiting = waiting if _NOTED.match(line) else []
            if not line.strip() and head:
                unit, head, head_units = for_all, (), []
            continue
        if not head or not any(_NUMBER.match(c[2]) and not _YEAR.match(c[2]) for c in cells):
            if not any(_NUMBER.match(c[2]) and not _YEAR.match(c[2]) for c in cells):
                head, head_units = cells, [_head_size(c[2]) for c in cells]
                if head_units[0] is not None and not any(head_units[1:]) and not _PAID.search(cells[0].words):
                    unit, head_units = head_units[0], []  # «사업명(백만원) | 예산 | 집행»
                if _MEASURE.fullmatch(re.sub(r"\s", "", cells[0][2])):  # a table of goals below one of sums
                    unit = None
                elif unit is None and not any(head_units) and _heads_sums(cells):
                    unit = last  # a later table of the paper that heads its columns with sums
                continue
            head = head or cells
        if unit is None and not any(head_units) and mark_of(line) is not None:
            waiting.append((cells, head))
        yield from _row(cells, head, head_units, unit, lexicon)


def _told_unit(line: str) -> re.Match[str] | None:
    """Where a line tells a unit; «정책·단위·세부사업» are the ranks of a budget's items, no unit."""
    told = _UNIT_LINE.search(line)
    if told is None or _size(told["unit"]) is not None or _MARKED_UNIT.search(line):
        return told
    return None


def _heads_sums(cells: Sequence[Cell]) -> bool:
    """Whether the head of a table calls two columns or more sums: 요구액 | 조정액 | 확정액."""
    return sum(_SUM_COLUMN.fullmatch(re.sub(r"\([^)]*\)|\s", "", c.words)) is not None for c in cells[1:]) > 1


def _rows_follow(lines: Sequence[str]) -> bool:
    """Whether a row of a table stands below a line of a unit, which is then that table's."""
    return any(mark_of(line) is not None for line in lines)


def unit_of_heading(line: str) -> re.Match[str] | None:
    """The bracket (group ``bracket``) in which a heading tells the unit of the sums in the rows below it, if it does:
    «□ 시·도별 국비 배정액 (2026~2030년, 억 원)»."""
    return _HEADED.search(line)


def _size(words: str) -> tuple[int, str] | None:
    """The size and currency of a unit as written in the unit line; None where it is no money or several things."""
    parts = [p for p in re.split(r"[,/·]", words.replace(" ", "")) if p]
    sizes = [m.group(1) for p in parts if (m := _UNIT_WORD.match(p))]
    return _worth(sizes[0]) if sizes else None


def _head_size(words: str) -> tuple[int, str] | None:
    found = _HEAD_UNIT.search(words.replace(" ", ""))
    return _worth(found.group(1)) if found else None


def _worth(word: str) -> tuple[int, str]:
    return _SIZES[word], "USD" if word.endswith("달러") else "KRW"


def _row(
    cells: Sequence[Cell],
    head: Sequence[Cell],
    head_units: list[tuple[int, str] | None],
    unit: tuple[int, str] | None,
    lexicon: Lexicon,
) -> Iterator[Mention]:
    sums: list[Exact] = []
    for column, (begin, _, words) in enumerate(cells):
        if column == 0:
            own_unit = label_unit(words)
            if counts(words, lexicon) or _MEASURED_ROW.search(words):  # 정확도(%), 수전 용량
                return
            unit = _worth(own_unit) if own_unit in _SIZES else unit
            continue
        number_cell = _NUMBER.match(words)
        told = head[column][2] if len(head) == len(cells) and not _NUMBER.match(head[column][2]) else ""
        if number_cell is None and unit is not None:
            remarks = [m for pattern in (_NOTED_CUT, _NOTED_SUM) if (m := pattern.search(words)) is not None]
            for noted in remarks:
                start = begin + noted.start("digits")
                told_sum = Money(number(exact(noted["digits"]) * unit[0]), currency=unit[1])
                yield Mention(start, start + len(noted["digits"]), "money", told_sum, "money-table")
            if remarks:
                continue
        if number_cell is None or _NOT_MONEY.search(told):
            continue
        if len(cells) < len(head) and exact(number_cell.group(1)) <= _WHOLE_RATE:
            behind = head[len(head) - len(cells) + column][2]  # a row of totals leaves out cells before its sums
            if _RATE_HEAD.search(behind):
                continue
        own = head_units[column] if len(head_units) == len(cells) else None
        worth = own or unit
        if worth is None or (own is None and any(head_units)):
            continue
        size, currency = worth
        value = exact(number_cell.group(1)) * size
        sums.append(exact(number_cell.group(1)))
        start = begin + number_cell.start(1)
        yield Mention(
            start, start + len(number_cell.group(1)), "money", Money(number(value), currency=currency), "money-table"
        )
    told_in = next((w for w in [*head_units, unit] if w is not None), None)
    if told_in is not None and sums:
        for cell in cells[1:]:
            yield from _shares(cell, sums, told_in)


_SHARE = regex(
    r"(?<![가-힣\d])(?:[국도시군구](?=[\s:：]?\d|\s?[:：])|[가-힣·]{0,8}(?:비|국고|민자|민간|부담금?|기금|교부세|교부금))\s?[:：]?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d.억만천조])"
)
_SHARED = regex(rf"(?:{_SHARE.pattern.replace('?P<digits>', '?:')}\s?[,·ㆍ/+;]?\s?){{1,5}}")


def _shares(cell: Cell, sums: Sequence[Exact], worth: tuple[int, str]) -> Iterator[Mention]:
    """The shares that one cell lists by purses and that make up a sum of its row: «1,250 | 국비 750, 구비 500»."""
    if _SHARED.fullmatch(cell.words) is None:
        return
    parts = list(_SHARE.finditer(cell.words))
    if sum(exact(p["digits"]) for p in parts) not in sums:
        return
    for part in parts:
        begin = cell.begin + part.start("digits")
        value = number(exact(part["digits"]) * worth[0])
        yield Mention(begin, begin + len(part["digits"]), "money", Money(value, currency=worth[1]), "money-table")
