"""The label index of a version, open for searching: from the first keys that somebody types."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from kg.use.searching.keys import end_of, fits, half_typed, has_initials, initials, key, pairs, words
from kg.use.searching.tables import NAME

NAMED = ("person", "organization", "program", "region", "event")
"""Kinds of things that are found where no kinds are told; ``document`` can be told too, by its headline."""

_SPARE = 6
"""So many times more rows are looked at than hits are wanted: a thing has several spellings."""


class Hit(NamedTuple):
    """A thing that was found: its IRI, kind and label, the spelling that matched where it is another one.

    ``region`` is the label of the region that it belongs to, empty where none is told; ``documents`` is in how many
    documents it is told of.
    """

    iri: str
    kind: str
    label: str
    spelling: str
    region: str
    documents: int


class _Wanted(NamedTuple):
    """What narrows a search, as a condition of SQL with its values."""

    condition: str
    values: tuple[str | int, ...]


_SPELLED = "{} AS f JOIN spelling AS s ON s.id = f.spelling JOIN"


class _Row(NamedTuple):
    """A row that was found: the thing's number, the spelling, the hit; its key and where in it the search began."""

    number: int
    text: str
    hit: Hit
    key: str = ""
    at: int = 0


class Index:
    """The label index of a version's folder; threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._address = f"file:{quote(str((folder / NAME).absolute()))}?mode=ro&immutable=1"
        self._own = threading.local()

    @property
    def _file(self) -> sqlite3.Connection:
        file: sqlite3.Connection | None = getattr(self._own, "file", None)
        if file is None:
            file = self._own.file = sqlite3.connect(self._address, uri=True)
        return file

    def search(self, typed: str, kinds: Sequence[str] = NAMED, region: str = "", limit: int = 20) -> list[Hit]:
        """Things with a spelling that fits what was typed, best first; none where no letter was typed.

        A spelling that equals it comes first, then such as begin with it, have a word that begins with it, fit its
        initial consonants, and hold it; among these the things of most documents. ``kinds`` and ``region`` (a region's
        IRI) narrow it.
        """
        letters = key(typed)
        found: dict[int, Hit] = {}
        if not letters:
            return []
        for rows in self._ways(letters, words(typed), self._wanted(kinds, region), limit * _SPARE):
            for row in rows:
                if row.number not in found and len(found) < limit:
                    found[row.number] = row.hit._replace(spelling=row.text if row.text != row.hit.label else "")
            if len(found) == limit:
                break
        return list(found.values())

    def about(self, iris: Sequence[str]) -> list[Hit]:
        """The things with these IRIs, in this order; what is not in the index is left out."""
        marks = ", ".join("?" * len(iris))
        rows = self._hits(f"WHERE t.iri IN ({marks})", iris, "t.label AS text", "")
        told = {row.hit.iri: row.hit for row in rows}
        return [told[iri] for iri in iris if iri in told]

    def most_told(self, kind: str, limit: int = 20, region: str = "") -> list[Hit]:
        """The things of a kind that most documents tell of."""
        wanted = self._wanted((kind,), region)
        tail = f"WHERE {wanted.condition} ORDER BY t.documents DESC, t.label, t.iri LIMIT {limit}"
        return [row.hit for row in self._hits(tail, wanted.values, "t.label AS text", "")]

    def count(self, kind: str) -> int:
        """How many things of a kind there are."""
        (number,) = self._file.execute(
            "SELECT count(*) FROM thing WHERE kind = ? AND documents > 0", (kind,)
        ).fetchone()
        return int(number)

    @staticmethod
    def _wanted(kinds: Sequence[str], region: str) -> _Wanted:
        marks = ", ".join("?" * len(kinds))
        condition = f"t.kind IN ({marks}) AND t.documents > 0"
        return _Wanted(condition + (" AND r.iri = ?" if region else ""), (*kinds, *([region] if region else ())))

    def _ways(self, letters: str, typed: list[str], wanted: _Wanted, limit: int) -> Iterator[Iterable["_Row"]]:
        """The rows that each way of searching gives, the best way first; a way is gone only when it is asked for."""
        if not has_initials(letters):
            yield self._starting(letters, wanted, limit)
            half = half_typed(letters)
            if half is not None:
                yield self._by_initials(half, wanted, limit)
        else:
            yield self._by_initials(letters, wanted, limit)
        if not has_initials(letters):
            yield self._holding([letters], wanted, limit)
            if len(typed) > 1:
                yield self._holding(typed, wanted, limit)

    def _starting(self, letters: str, wanted: _Wanted, limit: int) -> Iterable["_Row"]:
        tail = (
            f"WHERE f.key >= ? AND f.key < ? AND {wanted.condition} "
            "ORDER BY CASE WHEN f.at > 0 THEN 2 WHEN f.key = ? THEN 0 ELSE 1 END, "
            f"t.documents DESC, s.text <> t.label, length(s.text), t.iri, s.text LIMIT {limit}"
        )
        values = (letters, end_of(letters), *wanted.values, letters)
        return self._hits(tail, values, "s.text", _SPELLED.format("start"))

    def _by_initials(self, letters: str, wanted: _Wanted, limit: int) -> Iterable["_Row"]:
        sounds = initials(letters)
        mixed = sounds != letters
        tail = (
            f"WHERE f.key >= ? AND f.key < ? AND {wanted.condition} "
            "ORDER BY CASE WHEN f.at > 0 THEN 2 WHEN f.key = ? THEN 0 ELSE 1 END, "
            f"t.documents DESC, s.text <> t.label, length(s.text), t.iri, s.text LIMIT {-1 if mixed else limit}"
        )
        values = (sounds, sounds + chr(0x10FFFF), *wanted.values, sounds)
        rows = self._hits(tail, values, "s.text, s.key, f.at", _SPELLED.format("onset"))
        return (row for row in rows if not mixed or fits(letters, row.key[row.at :]))

    def _holding(self, parts: Sequence[str], wanted: _Wanted, limit: int) -> Iterable["_Row"]:
        phrases = [f'"{pairs(p)[: -2 if len(p) > 1 else None]}"' + ("*" if len(p) == 1 else "") for p in parts]
        tail = (
            f"WHERE f.pairs MATCH ? AND {wanted.condition} "
            f"ORDER BY t.documents DESC, s.text <> t.label, length(s.text), t.iri, s.text LIMIT {limit}"
        )
        tables = "held AS f JOIN spelling AS s ON s.id = f.rowid JOIN"
        return self._hits(tail, (" AND ".join(phrases), *wanted.values), "s.text", tables)

    def _hits(self, tail: str, values: Sequence[str | int], extra: str, tables: str) -> Iterator["_Row"]:
        """Rows of a query over things; ``tables`` come in front of the things and are joined to them."""
        joined = " ON t.id = s.thing" if tables else ""
        rows = self._file.execute(
            f"SELECT t.id, t.iri, t.kind, t.label, coalesce(r.label, ''), t.documents, {extra} FROM {tables} thing AS t"
            f"{joined} LEFT JOIN thing AS r ON r.id = t.region {tail}",
            tuple(values),
        )
        for number, iri, kind, label, region, documents, text, *rest in rows:
            yield _Row(number, text, Hit(iri, kind, label, "", region, documents), *rest)
