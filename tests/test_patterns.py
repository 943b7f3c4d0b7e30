"""Patterns that are compiled when they are first asked."""

import importlib
import pkgutil
import re

import pytest

import kg
from kg.patterns import Waiting, compile_while, regex


def test_patterns_answer_as_compiled_ones() -> None:
    waiting, compiled = regex(r"(?P<n>\d+)억 ?원", re.I), re.compile(r"(?P<n>\d+)억 ?원", re.I)
    text = "올해 12억원, 내년 30억 원"
    assert waiting.pattern == compiled.pattern
    assert [m.group("n") for m in waiting.finditer(text)] == ["12", "30"]
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("-", text) == "올해 -, 내년 -"
    assert waiting.match(text) is None
    assert waiting.search(text, 3, 4) == compiled.search(text, 3, 4) is None
    assert waiting.groupindex == compiled.groupindex


def test_patterns_that_are_wrong_say_so_when_they_are_asked() -> None:
    with pytest.raises(re.error):
        regex("(").search("")


def test_patterns_of_every_room_can_be_compiled() -> None:
    names = [m.name for m in pkgutil.walk_packages(kg.__path__, "kg.") if m.name != "kg.__main__"]
    rooms = [importlib.import_module(name) for name in names if not name.startswith("kg.use.building.engines.")]
    found = [value for room in rooms for value in vars(room).values() if isinstance(value, Waiting)]
    assert len(found) > 1000
    for pattern in found:
        pattern.search("")


def test_patterns_are_compiled_while_there_is_nothing_else_to_do() -> None:
    first, second = regex("가나"), regex("다라")
    turns = iter([True, False])
    compile_while(lambda: next(turns))
    assert "search" in vars(second) and "search" not in vars(first)
    assert second.search("다라") and first.search("가나")
