"""The readings of a version on disk: one line of JSON each, found by the document's identifier.

The file only grows while versions share it (`kg.graph.versions.share`); what no version points to any more is left
out when a version is written anew.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kg.errors import UserError
from kg.resolution.reading import Reading

_WASTE = 1 << 20
"""So many bytes that nobody points to are never worth a new file."""


class Place(NamedTuple):
    """Where a reading's line stands (bytes), and the hash of what made it (empty where nobody told it).

    ``unread`` is where the rows of what it did not understand stand.
    """

    begin: int
    length: int
    made: str = ""
    unread: tuple[int, int] = (0, 0)


class KeptReadings:
    """The readings in a version's folder, found by identifier."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines = folder / "readings.jsonl"
        self._table = folder / "places.json"

    @cached_property
    def places(self) -> dict[str, Place]:
        """Place and hash by identifier. Raises `OSError` or `ValueError` where the version is damaged."""
        table = json.loads(self._table.read_text("utf-8"))
        return {
            name: Place(begin, length, made, tuple(unread)) for name, (begin, length, made, unread) in table.items()
        }

    def __iter__(self) -> Iterator[Reading]:
        """All readings in the order of their identifiers."""
        return self.of(sorted(self.places))

    def of(self, identifiers: Iterable[str]) -> Iterator[Reading]:
        """The readings of these documents, in this order."""
        wanted = list(identifiers)
        if not wanted:
            return
        with self._lines.open("rb") as file:
            for identifier in wanted:
                place = self.places[identifier]
                file.seek(place.begin)
                yield Reading.from_json(file.read(place.length).decode())

    def line(self, identifier: str) -> bytes:
        """The line of one document's reading, with its line end; raises `KeyError` where there is none."""
        place = self.places[identifier]
        with self._lines.open("rb") as file:
            file.seek(place.begin)
            return file.read(place.length)

    def reading(self, identifier: str) -> Reading:
        """The reading of one document. Raises `UserError` where there is none."""
        if identifier not in self.places:
            raise UserError("is not in the store", identifier, "kg query lists what is there, kg build adds to it")
        return Reading.from_json(self.line(identifier).decode())

    def unread(self) -> Iterator[bytes]:
        """The rows of what was not understood, in the order of the identifiers."""
        with (self.folder / "issues.jsonl").open("rb") as file:
            for _, place in sorted(self.places.items()):
                if place.unread[1]:
                    file.seek(place.unread[0])
                    yield from file.read(place.unread[1]).splitlines()

    def wasteful(self) -> bool:
        """Whether more of the file is dead than alive."""
        size, alive = self._lines.stat().st_size, sum(place.length for place in self.places.values())
        return size > 2 * alive + _WASTE
