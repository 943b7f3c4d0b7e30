"""Every case of the slots: each row is found, tells what the case lists and nothing beside."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.lexicon import load_lexicon
from kg.pipeline import read
from tests.slots import ALLOCATION_SLOTS, GOLD, cell_errors, told_allocations

HERE = Path(__file__).parent


def cases() -> list[Any]:
    """All cases, named by file and number."""
    found = []
    for path in sorted(HERE.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
            found.append(pytest.param(case, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_slot_cases_tell_what_is_listed_and_no_more(case: dict[str, Any]) -> None:
    text = f"입력 2025-11-20 09:00\n\n{case['text']}"
    reading = next(read([("case.txt", text)], load_lexicon((GOLD.parent / "lexicon",))))
    told = told_allocations(reading, least=0)  # these cases test the rules and not the weights
    assert cell_errors(case["allocations"], told, ALLOCATION_SLOTS) == []
