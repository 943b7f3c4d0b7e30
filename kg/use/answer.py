"""A question's answer as a table of plain cells, and the note on what may be added up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.graph.answers import Table, Term

_NUMBERS = ("integer", "decimal", "double", "nonNegativeInteger")

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows; whole sums are integers, an empty cell is an empty string."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def numeric(self) -> frozenset[str]:
        """The columns that hold numbers alone."""
        return frozenset(
            name
            for i, name in enumerate(self.columns)
            if any(r[i] != "" for r in self.rows) and all(r[i] == "" or not isinstance(r[i], str) for r in self.rows)
        )


def answer(table: Table) -> Answer:
    """The store's answer as plain cells."""
    return Answer(table.columns, tuple(tuple(_cell(t) for t in row) for row in table.rows))


def _cell(term: Term | None) -> Cell:
    if term is None:
        return ""
    if term.datatype and term.datatype.rsplit("#", 1)[-1] in _NUMBERS:
        number = float(term.value)
        return (
            int(term.value) if term.value.lstrip("-").isdigit() else (int(number) if number == int(number) else number)
        )
    return term.value


def adding_up(told: Answer) -> list[str]:
    """Which rows of money were taken into a sum and which were left out, and why; no rows, no lines.

    Sums of different currencies, years or kinds are never added to each other.
    """
    if "adds" not in told.columns or "amount" not in told.columns:
        return []
    at = {name: i for i, name in enumerate(told.columns)}
    taken: dict[tuple[Cell, Cell], dict[tuple[Cell, ...], Cell]] = {}
    left: dict[str, int] = {}
    for row in told.rows:
        adds = str(row[at["adds"]])
        if adds != "taken":
            left[adds] = left.get(adds, 0) + 1
            continue
        group = (_get(row, at, "currency"), _get(row, at, "year"))
        item = tuple(_get(row, at, c) for c in ("programName", "purpose", "amount", "fund", "basis"))
        taken.setdefault(group, {})[item] = row[at["amount"]]
    lines = [
        f"{year or 'no year'}: {sum(_numbers(items.values())):,} {currency} from {len(items)} rows"
        for (currency, year), items in sorted(taken.items(), key=str)
    ]
    return lines + [f"{count} rows {why}" for why, count in sorted(left.items())]


def _get(row: Sequence[Cell], at: dict[str, int], column: str) -> Cell:
    return row[at[column]] if column in at else ""


def _numbers(cells: Iterable[Cell]) -> list[int | float]:
    return [c for c in cells if not isinstance(c, str)]
