"""Every case of every rule corpus: what a key lists must come out, exactly; keys that a case leaves out are free.

A row that is wanted may be unsure, for these cases test the rules and not the weights; a row that is told beyond them
counts only where it would reach the graph.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.use.rows import Row, all_rows

HERE = Path(__file__).parent
NOT_KEYS = {"text", "published", "note"}
FREE_START = {"quotes": "starts"}  # gold gives the first characters alone


def fold(value: Any) -> str:
    """A name without case, spaces and marks."""
    return re.sub(
        r"[\s\"'‘’“”「」『』《》<>〈〉\[\]()·‧・ㆍ,.\-]", "", unicodedata.normalize("NFKC", str(value)).lower()
    )


def cases() -> list[Any]:
    """All cases, named by file and number."""
    found = []
    for path in sorted(HERE.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")) or [], 1):
            found.append(pytest.param(case, id=f"{path.stem}-{number}"))
    return found


def same(want: Any, told: Any, column: str) -> bool:
    """Is the told cell what the case wants? A list on either side means accepted spellings."""
    if column == "starts":
        return fold(told).startswith(fold(want))
    if isinstance(told, list):
        if want is None or want == []:
            return told == []
        if column in ("participants", "byline"):
            return sorted(map(fold, want)) == sorted(map(fold, told))
        wanted = want if isinstance(want, list) else [want]
        return any(fold(w) == fold(t) for w in wanted for t in told)
    if isinstance(want, list):
        return any(same(w, told, column) for w in want)
    if isinstance(want, str) and isinstance(told, str):
        return fold(want) == fold(told)
    return bool(want == told)


def row_fits(want: Any, told: Any, key: str) -> bool:
    """Does a told row have all the cells of a wanted row?"""
    if not isinstance(want, dict):
        return same(want, told, key)
    return all(same(cell, told.get(column), column) for column, cell in want.items())


def with_published(case: Row) -> str:
    """The case's text, under a masthead line where the case tells the day of publication."""
    text = str(case["text"])
    return f"입력 {case['published']} 09:00\n\n{text}" if case.get("published") else text


@pytest.mark.parametrize("case", cases())
def test_corpora_case_comes_out_exactly(case: Row) -> None:
    reading = next(read([("case.txt", with_published(case))], load_lexicon()))
    rows, sure = all_rows(reading, least=0), all_rows(reading)
    for key in case.keys() - NOT_KEYS:
        want, told = case[key], rows[key]
        if not isinstance(want, list):
            assert same(want, told, key), f"{key}: wanted {want!r}, told {told!r}"
            continue
        left, told_surely = list(told), list(sure[key])
        for row in want:
            fitting = next((t for t in left if row_fits(row, t, key)), None)
            assert fitting is not None, f"{key}: missing {row!r}; told {told!r}"
            left.remove(fitting)
            if fitting in told_surely:
                told_surely.remove(fitting)
        assert not told_surely, f"{key}: told beyond what the case lists: {told_surely!r}"
