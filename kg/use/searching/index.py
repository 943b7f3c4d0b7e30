"""The label index of a version, open for searching: from the first keys that somebody types."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
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
    """What narrows a search, as a condition of SQL on a thing ``t`` with its values."""

    condition: str
    values: tuple[str | int, ...]


class _Row(NamedTuple):
    """A row that was found: the thing's number, the spelling with its key, where in it the search began, the hit."""

    number: int
    text: str
    key: str
    at: int
    hit: Hit


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
        found = self._things(_Wanted(f"t.iri IN ({', '.join('?' * len(iris))})", tuple(iris)), -1)
        told = {hit.iri: hit for hit in found}
        return [told[iri] for iri in iris if iri in told]

    def most_told(self, kind: str, limit: int = 20, region: str = "") -> list[Hit]:
        """The things of a kind that most documents tell of."""
        return self._things(self._wanted((kind,), region), limit)

    def all(self, kinds: Sequence[str] = NAMED) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        """All things of these kinds that can be found, by IRI, each with its other spellings, sorted."""
        wanted = self._wanted(kinds, "")
        rows = self._file.execute(
            f"SELECT {_HIT}, s.text FROM thing AS t LEFT JOIN thing AS r ON r.id = t.region "
            f"LEFT JOIN spelling AS s ON s.thing = t.id WHERE {wanted.condition} ORDER BY t.iri, s.text",
            wanted.values,
        )
        for hit, told in groupby(rows, key=lambda row: Hit(*row[1:7])):
            yield hit, tuple(row[7] for row in told if row[7] is not None and row[7] != hit.label)

    def count(self, kind: str) -> int:
        """How many things of a kind there are."""
        (number,) = self._file.execute(
            "SELECT count(*) FROM thing WHERE kind = ? AND documents > 0", (kind,)
        ).fetchone()
        return int(number)

    @staticmethod
    def _wanted(kinds: Sequence[str], region: str) -> _Wanted:
        condition = f"t.kind IN ({', '.join('?' * len(kinds))}) AND (t.documents > 0 OR t.kind = 'region')"
        if not region:
            return _Wanted(condition, tuple(kinds))
        return _Wanted(f"{condition} AND t.region = (SELECT id FROM thing WHERE iri = ?)", (*kinds, region))

    def _ways(self, letters: str, typed: list[str], wanted: _Wanted, limit: int) -> Iterator[Iterable[_Row]]:
        """The rows that each way of searching gives, the best way first; a way is gone only when it is asked for."""
        if has_initials(letters):
            yield self._by_initials(letters, wanted, limit)
            return
        yield self._found(_STARTING.format("start", wanted.condition), (letters, end_of(letters)), wanted, limit)
        half = half_typed(letters)
        if half is not None:
            yield self._by_initials(half, wanted, limit)
        yield self._holding([letters], wanted, limit)
        if len(typed) > 1:
            yield self._holding(typed, wanted, limit)

    def _by_initials(self, letters: str, wanted: _Wanted, limit: int) -> Iterable[_Row]:
        sounds = initials(letters)
        mixed = sounds != letters
        query = _STARTING.format("onset", wanted.condition)
        rows = self._found(query, (sounds, sounds + chr(0x10FFFF)), wanted, -1 if mixed else limit)
        return (row for row in rows if not mixed or fits(letters, row.key[row.at :]))

    def _holding(self, parts: Sequence[str], wanted: _Wanted, limit: int) -> Iterable[_Row]:
        phrases = [f'"{pairs(p)[: -2 if len(p) > 1 else None]}"' + ("*" if len(p) == 1 else "") for p in parts]
        return self._found(_HOLDING.format(wanted.condition), (" AND ".join(phrases),), wanted, limit)

    def _found(self, query: str, values: tuple[str, ...], wanted: _Wanted, limit: int) -> Iterable[_Row]:
        """The rows of a query that gives numbers of things and spellings, what it is to be ordered by with them."""
        rows = self._file.execute(
            f"SELECT f.rank, f.at, s.text, s.key, {_HIT} FROM ({query} LIMIT {limit}) AS f "
            "JOIN spelling AS s ON s.id = f.spelling JOIN thing AS t ON t.id = f.thing "
            "LEFT JOIN thing AS r ON r.id = t.region",
            (*values, *wanted.values),
        )
        found = [(rank, _Row(number, text, key, at, Hit(*hit))) for rank, at, text, key, number, *hit in rows]
        found.sort(key=lambda f: (f[0], -f[1].hit.documents, f[1].text != f[1].hit.label, len(f[1].text), f[1].hit.iri))
        return [row for _, row in found]

    def _things(self, wanted: _Wanted, limit: int) -> list[Hit]:
        rows = self._file.execute(
            f"SELECT {_HIT} FROM thing AS t LEFT JOIN thing AS r ON r.id = t.region WHERE {wanted.condition} "
            f"ORDER BY t.documents DESC, t.label, t.iri LIMIT {limit}",
            wanted.values,
        )
        return [Hit(*hit) for _, *hit in rows]


_HIT = "t.id, t.iri, t.kind, t.label, '', coalesce(r.label, ''), t.documents"
_STARTING = (
    "SELECT f.thing, f.spelling, f.at, CASE WHEN f.at > 0 THEN 2 WHEN f.key = ?1 THEN 0 ELSE 1 END AS rank "
    "FROM {} AS f JOIN thing AS t ON t.id = f.thing WHERE f.key >= ?1 AND f.key < ?2 AND {} "
    "ORDER BY rank, t.documents DESC, t.iri"
)
_HOLDING = (
    "SELECT s.thing, s.id AS spelling, 0 AS at, 0 AS rank FROM held AS f JOIN spelling AS s ON s.id = f.rowid "
    "JOIN thing AS t ON t.id = s.thing WHERE f.pairs MATCH ?1 AND {} ORDER BY t.documents DESC, t.iri"
)
