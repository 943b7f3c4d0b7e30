"""The readings of a version on disk: one line of JSON each, in the order in which they were added."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kg.errors import UserError
from kg.resolution.reading import Reading


class Place(NamedTuple):
    """Where a reading's line begins (bytes), and the hash of what made it (empty where nobody told it)."""

    begin: int
    made: str = ""


class KeptReadings:
    """The readings in a version's folder, found by identifier."""

    def __init__(self, folder: Path) -> None:
        self._lines = folder / "readings.jsonl"
        self._table = folder / "places.json"

    @cached_property
    def places(self) -> dict[str, Place]:
        """Place and hash by identifier. Raises `OSError` or `ValueError` where the version is damaged."""
        table = json.loads(self._table.read_text("utf-8"))
        return {identifier: Place(*place) for identifier, place in table.items()}

    def __iter__(self) -> Iterator[Reading]:
        with self._lines.open("rb") as file:
            for line in file:
                yield Reading.from_json(line.decode())

    def line(self, identifier: str) -> bytes:
        """The line of one document's reading, with its line end; raises `KeyError` where there is none."""
        with self._lines.open("rb") as file:
            file.seek(self.places[identifier].begin)
            return file.readline()

    def reading(self, identifier: str) -> Reading:
        """The reading of one document. Raises `UserError` where there is none."""
        if identifier not in self.places:
            raise UserError("is not in the store", identifier, "kg query lists what is there, kg build adds to it")
        return Reading.from_json(self.line(identifier).decode())
