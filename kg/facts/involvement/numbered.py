"""Programs that a sentence takes up by their number in a list or a table: «①과 ②는 A가 맡고», «③번 셔틀은», «2번은»."""

from collections.abc import Iterable

from kg.language.model import Analysis
from kg.mentions.model import Mention, Name
from kg.patterns import regex

_NUMBERS = "①-⑳❶-❿➀-➉"
_NUMBER = regex(f"[{_NUMBERS}]")
_TAKEN_UP = regex(
    rf"[{_NUMBERS}](?:번|(?=(?:은|는|이|가|을|를|의|과|와|도|에|에는)[\s,])|(?=\s?[,·∼~-]\s?[{_NUMBERS}]))"
)
"""A number that a particle, «번» or another number follows; at an item of a list its name does."""
_OPENS = 4
"""So many letters may stand between a number and the name of its item: a blank, a mark."""


def numbered(analysis: Analysis, programs: Iterable[Mention]) -> list[Mention]:
    """The numbers that stand for a program of a list before, each as a short form of it, in the order of the text."""
    text = analysis.text
    if _NUMBER.search(text) is None:
        return _by_row(analysis, programs)
    items: dict[str, Mention] = {}
    by_begin = sorted(programs, key=lambda p: p.begin)
    found: list[Mention] = []
    for number in _NUMBER.finditer(text):
        again = _TAKEN_UP.match(text, number.start())
        if again is not None:
            program = items.get(number[0])
            if program is not None:
                name = Name(again[0], program.value.classes, None, program.value.text)
                found.append(Mention(number.start(), again.end(), "program-short", name, "program-recalled"))
        else:
            item = (p for p in by_begin if number.end() <= p.begin <= number.end() + _OPENS)
            if (named := next(item, None)) is not None:
                items[number[0]] = named
            else:
                items.pop(number[0], None)
    return found


_ROW_NUMBER = regex(r"\d{1,2}")
_ROW_AGAIN = regex(
    r"(?m)(?<![\d.제])(?P<number>\d{1,2})번(?:\s?(?:사업|과제|안|항))?(?=\s?(?:[:：]|은|는|이|가|을|를|의|과|와|도|에|사업|과제|지표|\s[가-힣]))"
)


def rows_by_number(analysis: Analysis, programs: Iterable[Mention]) -> dict[str, Mention]:
    """The programs of a table's rows by the number in the row's first cell (순번, 연번), where no two tables count."""
    named = sorted(programs, key=lambda p: p.begin)
    found: dict[str, Mention] = {}
    for grid in analysis.document.grids:
        for row in grid.rows:
            first = row.cells[0].words.rstrip(".)") if row.cells else ""
            inside = next((p for p in named if row.cells[0].end <= p.begin < row.end), None)
            if inside is None or _ROW_NUMBER.fullmatch(first) is None:
                continue
            if first in found:
                return {}
            found[first] = inside
    return found


def _by_row(analysis: Analysis, programs: Iterable[Mention]) -> list[Mention]:
    """«1번: … 운영은 A가 맡음» below a table whose rows are counted."""
    if not analysis.document.grids or "번" not in analysis.text:
        return []
    rows = rows_by_number(analysis, programs)
    return [
        Mention(
            *again.span(),
            "program-short",
            Name(again[0], row.value.classes, None, row.value.text),
            "program-recalled",
        )
        for again in (_ROW_AGAIN.finditer(analysis.text) if rows else ())
        if (row := rows.get(again["number"])) is not None
    ]
