"""``judgements.csv``: a table that one can edit and keep in git; one decision a row, their order plays no part.

UTF-8 with a header line; columns may stand in any order and all but ``decision`` and ``key`` may be missing. A row that
begins with ``#`` is a remark. What cannot be meant is one clear line.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import UserError
from kg.graph.files import whole_file
from kg.graph.ontology import ontology
from kg.identity.judgements import ON_CLAIMS, ON_PAIRS, Judgement
from kg.identity.slots import SLOTS, parsed, slots_of

NAME = "judgements.csv"
JUDGEMENTS = "judgements"
"""Under this name a store remembers in its ``meta.json`` which judgements it obeyed."""
COLUMNS = Judgement._fields
THINGS = ("person", "organization", "program", "event")
_ONE_THING = frozenset({"organization", "program"})
"""A centre as a body and the project that builds it may be one thing."""


def beside(store: Path) -> Path:
    """Where a store's judgements stand unless another file is told: beside its folder."""
    named = store if store.name not in ("", "..") else store.absolute()
    return named.parent / NAME


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, sorted, each once. Raises `UserError` for a row that cannot be meant."""
    found = [_judgement(dict(zip(head, row, strict=False)), f"{path}:{line}") for head, line, row in _rows(path)]
    return tuple(sorted(set(found)))


def add_judgements(path: Path, new: Sequence[Judgement]) -> None:
    """Write judgements at the end of a file, in the place of what the same person decided of the same before.

    All other rows and remarks stay as they are; the file is made where there is none.
    """
    lines: list[list[str]] = []
    mark = "\ufeff"  # spreadsheets read CSV as UTF-8 only behind this mark
    if path.exists():
        text = _text(path)
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    at = next((n for n, row in enumerate(lines) if _tells(row)), None)
    if at is None:
        lines.append(list(COLUMNS))
        at = len(lines) - 1
    head = [cell.strip() for cell in lines[at]]
    for column in COLUMNS:
        if column not in head:
            lines[at].append(column)
            head.append(column)
    again = {(j.matter, j.on_pair, j.who): j for j in new}
    kept = lines[: at + 1]
    for row in lines[at + 1 :]:
        told = _plain(dict(zip(head, row, strict=False))) if _tells(row) else None
        if told is None or (told.matter, told.on_pair, told.who) not in again:
            kept.append(row)
    kept += [[getattr(told, column, "") for column in head] for told in again.values()]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(kept)
    with whole_file(path) as file:
        file.write((mark + out.getvalue()).encode())


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError("is not UTF-8 text", str(path), "save the table as CSV UTF-8") from error
    except OSError as error:
        raise UserError(f"cannot be read ({error.strerror})", str(path), "give a file of judgements") from error


def _tells(row: Sequence[str]) -> bool:
    """Whether a row is no remark and not empty."""
    return any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#")


def _rows(path: Path) -> Iterator[tuple[list[str], int, list[str]]]:
    """The header, the line at which a row ends, and the row."""
    reader = csv.reader(io.StringIO(_text(path).removeprefix("\ufeff"), newline=""), strict=True)
    head: list[str] | None = None
    try:
        for row in reader:
            if not _tells(row):
                continue
            if head is None:
                head = _head(row, f"{path}:{reader.line_num}")
                continue
            if len(row) > len(head):
                raise UserError(
                    f"has {len(row)} cells, the header {len(head)}",
                    f"{path}:{reader.line_num}",
                    "quote cells with commas",
                )
            yield head, reader.line_num, row
    except csv.Error as error:
        raise UserError(f"is no CSV ({error})", f"{path}:{reader.line_num}", "mend the row") from error


def _head(row: Sequence[str], where: str) -> list[str]:
    head = [cell.strip() for cell in row]
    missing = [c for c in ("decision", "key") if c not in head]
    strange = [c for c in head if c not in COLUMNS]
    if missing or strange or len(set(head)) < len(head):
        what = (
            f"has no column {missing[0]!r}"
            if missing
            else f"has a column {strange[0]!r}"
            if strange
            else "has a column twice"
        )
        raise UserError(what, where, f"the columns are {', '.join(COLUMNS)}")
    return head


def _plain(row: dict[str, str]) -> Judgement:
    cells = {column: row.get(column, "").strip() for column in COLUMNS}
    return Judgement(**cells)  # type: ignore[arg-type]  # the decision is checked by the caller


def _judgement(row: dict[str, str], where: str) -> Judgement:
    """A row as a judgement. Raises `UserError` where it cannot be meant."""
    return checked(_plain(row), where)


def checked(told: Judgement, where: str) -> Judgement:
    """The judgement, if it can be meant; ``where`` says in an error where it stands. Raises `UserError`."""
    try:
        if told.decision not in (*ON_PAIRS, *ON_CLAIMS):
            raise ValueError(f"{told.decision!r} is no decision ({', '.join((*ON_PAIRS, *ON_CLAIMS))})")
        if told.when:
            check_day(told.when)
        if told.on_pair:
            _check_pair(told)
        else:
            _check_claim(told)
    except ValueError as error:
        raise UserError(str(error), where, "mend the row") from error
    return told


def check_day(when: str) -> None:
    """Raise `ValueError` for what is no ISO day."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", when):
        raise ValueError(f"{when!r} is no day; write it as 2026-03-11")
    try:
        date.fromisoformat(when)
    except ValueError as error:
        raise ValueError(f"{when!r} is no day of the calendar") from error


def _check_pair(told: Judgement) -> None:
    kinds = [key.partition("/")[0] for key in (told.key, told.other)]
    for column, key, kind in zip(("key", "other"), (told.key, told.other), kinds, strict=True):
        if kind not in THINGS or not key.partition("/")[2]:
            raise ValueError(f"{column}: {key!r} is no key of a thing ({', '.join(f'{k}/…' for k in THINGS)})")
    if told.key == told.other:
        raise ValueError("key and other are the same")
    if kinds[0] != kinds[1] and set(kinds) != _ONE_THING:
        raise ValueError(f"{kinds[0]} and {kinds[1]} are never one thing")


def _check_claim(told: Judgement) -> None:
    kind = told.key.partition("/")[0]
    if kind not in SLOTS or "=" not in told.key:
        raise ValueError(f"key: {told.key!r} is no key of a claim ({', '.join(SLOTS)}); kg review --facts shows them")
    if told.decision != "replace":
        if told.other:
            raise ValueError(f"{told.decision} takes nothing in the column other")
        return
    for name, value in parsed(kind, told.other).items():
        check_word(kind, name, value)


def check_word(kind: str, name: str, value: str) -> None:
    """Raise `ValueError` where a slot takes a word of a closed list and the value is none of it."""
    slot = slots_of(kind)[name]
    if value and slot.type == "concept":
        words = [c.partition("/")[2] for c in ontology().schemes[slot.of]]
        if value not in words and slot.of != "milestone-kind":
            raise ValueError(f"{name}: {value!r} is none of {', '.join(words)}")


def as_rows(judgements: Iterable[Judgement]) -> list[list[str]]:
    """The judgements as plain lists, as a store remembers them."""
    return [list(told) for told in judgements]


def obeyed(meta: Mapping[str, Any]) -> tuple[Judgement, ...]:
    """The judgements that a store was built with, from its ``meta.json``."""
    return tuple(Judgement(*row) for row in meta.get(JUDGEMENTS, ()))
