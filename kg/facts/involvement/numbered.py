"""Programs that a sentence takes up by the number of their item in a list: «①과 ②는 A가 맡고», «③번 셔틀은»."""

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
        return []
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
