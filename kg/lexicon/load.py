"""Reading the lexicon's CSV tables from one or more folders."""

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.errors import UserError
from kg.resources import resource

Row = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All tables by name (the file's name without ``.csv``), and the hash of what was read.

    Rooms keep what they derive from a table in functions of their own that are cached on the lexicon
    (it hashes by identity).
    """

    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    fingerprint: str = ""
    _columns: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict, repr=False)
    """What `words` was asked before."""

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table in the order of the file; none where the table is missing."""
        return self.tables.get(table, ())

    def words(self, table: str, column: str = "word", **where: str) -> tuple[str, ...]:
        """One column of a table, of the rows whose other columns equal ``where``."""
        asked = (table, column, *where.items())
        told = self._columns.get(asked)
        if told is None:
            wanted = where.items()
            told = tuple(r[column] for r in self.rows(table) if r.get(column) and wanted <= r.items())
            self._columns[asked] = told
        return told


def _read_table(path: Path) -> list[Row]:
    """One CSV file with a header line; lines that begin with ``#`` are comments."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UserError("is not UTF-8 text", str(path), "save the table as UTF-8 CSV") from error
    kept = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not kept:
        return []
    header = next(csv.reader([kept[0][1]]))
    rows: list[Row] = []
    for number, line in kept[1:]:
        cells = next(csv.reader([line]))
        if len(cells) != len(header):
            raise UserError(
                f"has {len(cells)} cells where the header has {len(header)}",
                f"{path}:{number}",
                "add or remove commas, and quote cells that hold one",
            )
        rows.append({name: cell.strip() for name, cell in zip(header, cells, strict=True)})
    return rows


@lru_cache(maxsize=8)
def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """The shipped tables, each followed by the rows of the same table in the folders of ``extra``.

    Raises `UserError` for a folder that is missing and for a row that does not fit its header.
    """
    tables: dict[str, list[Row]] = {}
    digest = hashlib.sha256()
    for folder in (resource("data/lexicon"), *extra):
        if not folder.is_dir():
            raise UserError("is no folder", str(folder), "give a folder of CSV tables with --lexicon")
        for path in sorted(folder.glob("*.csv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
            tables.setdefault(path.stem, []).extend(_read_table(path))
    return Lexicon({name: tuple(rows) for name, rows in tables.items()}, digest.hexdigest())
