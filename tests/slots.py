"""Measure the slots that no shared corpus annotates, on texts of our own: ``python -m tests.slots [--errors]``.

The gold is ``tests/gold/slots.yaml``, its invented places stand in ``tests/gold/lexicon``. A slot of an allocation is
right where gold fills it and the reading tells the same; it is wrong where the reading tells something that gold does
not. Rows are found by their sum (an allocation) or their number (a target), so that a missed row counts all of its
slots as missed.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.resolution.reading import Node, Reading, values
from kg.use.rows import Rows, money_row, number, value

GOLD = Path(__file__).parent / "gold" / "slots.yaml"
Row = dict[str, Any]
ALLOCATION_SLOTS = (
    "stage",
    "round",
    "payer",
    "decider",
    "recipient",
    "part_of",
    "revises",
    "per_unit",
    "instrument",
    "recurring",
)


def gold() -> list[Row]:
    """The texts with their rows."""
    cases: list[Row] = yaml.safe_load(GOLD.read_text(encoding="utf-8"))
    return cases


def told_allocations(reading: Reading, least: float = 0.5) -> list[Row]:
    """The allocations of a reading with the slots measured here; bodies as all their names.

    ``least`` is the confidence below which a row is left out.
    """
    rows = Rows(reading, least)

    def amount(key: str | None) -> Any:
        node = rows.nodes.get(key or "")
        money = rows.nodes.get(value(node, "rap:amount") or "") if node else None
        return money_row(money)["value"] if money else None

    def bodies(node: Node, predicate: str) -> list[str]:
        return [name for key in values(node.properties, predicate) for name in rows.names(key)]

    return [
        {
            "amount": amount(n.key),
            "stage": value(n, "rap:budgetStage"),
            "round": value(n, "rap:budgetRound"),
            "payer": bodies(n, "rap:payer"),
            "decider": bodies(n, "rap:decidedBy"),
            "recipient": bodies(n, "rap:recipient"),
            "part_of": amount(value(n, "rap:componentOf")),
            "revises": amount(value(n, "rap:revises")),
            "per_unit": value(n, "rap:perUnit"),
            "instrument": value(n, "rap:instrument"),
            "recurring": value(n, "rap:recurring") == "true" or None,
        }
        for n in rows.of("rap:Allocation")
    ]


def told_targets(reading: Reading) -> list[Row]:
    """The targets with what kind they are."""
    return [
        {"value": number(value(n, "rap:targetValue")), "kind": value(n, "rap:targetKind")}
        for n in Rows(reading).of("rap:Target")
    ]


def fits(want: Any, told: Any) -> bool:
    """Whether a told cell is what gold says; of a body any spelling that holds the other."""
    if isinstance(told, list):
        return any(str(want) in t or t in str(want) for t in told)
    if isinstance(want, str) and isinstance(told, str):
        squeezed = [re.sub(r"\s", "", x) for x in (want, told)]
        return squeezed[0] in squeezed[1] or squeezed[1] in squeezed[0]
    return bool(want == told)


def measured(errors: list[str] | None = None) -> dict[str, tuple[int, int, int]]:
    """By slot: how many gold fills, how many of these are told right, how many are told wrongly."""
    filled, right, wrong = Counter[str](), Counter[str](), Counter[str]()
    cases = gold()
    texts = [(f"slots-{i:02d}.txt", f"입력 2025-11-20 09:00\n\n{case['text']}") for i, case in enumerate(cases)]
    for case, reading in zip(cases, read(texts, load_lexicon((GOLD.parent / "lexicon",))), strict=True):
        for row, told in _paired(case.get("allocations", []), told_allocations(reading), "amount"):
            for slot in ALLOCATION_SLOTS:
                _count(f"allocation.{slot}", row.get(slot), told.get(slot), (filled, right, wrong), errors, row)
        for row, told in _paired(case.get("targets", []), told_targets(reading), "value"):
            _count("target.kind", row["kind"], told.get("kind"), (filled, right, wrong), errors, row)
    return {slot: (filled[slot], right[slot], wrong[slot]) for slot in sorted(filled | wrong)}


def _count(
    slot: str, want: Any, told: Any, counts: tuple[Counter[str], ...], errors: list[str] | None, row: Row
) -> None:
    filled, right, wrong = counts
    if want is not None:
        filled[slot] += 1
        right[slot] += fits(want, told)
    if told not in (None, []) and (want is None or not fits(want, told)):
        wrong[slot] += 1
    if errors is not None and not (fits(want, told) if want is not None else told in (None, [])):
        errors.append(f"{slot}: wanted {want}, told {told} in {row}")


def cell_errors(wanted: list[Row], told: list[Row], slots: tuple[str, ...]) -> list[str]:
    """What is not told as wanted, one line a cell; a row that is missing is one line."""
    errors = []
    for row, found in _paired(wanted, told, "amount"):
        if not found:
            errors.append(f"no row of {row['amount']:,}")
            continue
        for slot in slots:
            want, cell = row.get(slot), found.get(slot)
            if not (fits(want, cell) if want is not None else cell in (None, [])):
                errors.append(f"{row['amount']:,} {slot}: wanted {want}, told {cell}")
    return errors


def _paired(wanted: list[Row], told: list[Row], key: str) -> Iterator[tuple[Row, Row]]:
    """Each gold row with the told row of the same number that tells most of it."""
    left = list(told)
    for row in wanted:
        same = [t for t in left if t[key] == row[key]]
        best = max(same, key=lambda t: sum(fits(v, t.get(k)) for k, v in row.items()), default={})
        if best:
            left.remove(best)
        yield row, best


def table() -> Iterator[str]:
    """The figures as lines of Markdown."""
    yield "| slot | filled by annotation | told right | told, but not so in the text |"
    yield "|---|--:|--:|--:|"
    for slot, (filled, right, wrong) in measured().items():
        yield f"| {slot} | {filled} | {right} | {wrong} |"


def main() -> None:
    """Print the table, with ``--errors`` every cell that is not as annotated."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--errors", action="store_true", help="print every cell that is not as annotated")
    if parser.parse_args().errors:
        errors: list[str] = []
        measured(errors)
        print("\n".join(errors))
    print("\n".join(table()))


if __name__ == "__main__":
    main()
