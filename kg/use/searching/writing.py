"""Writing the label index of a version: what a document tells comes in and goes out with the document."""

import json
import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kg.use.searching.keys import initials, key, pairs, words
from kg.use.searching.tables import NAME, TABLES
from kg.use.searching.told import Told, told_in

_MOST_STARTS = 12
"""From so many words of a spelling on, later ones are only found as what stands in its midst."""

Numbers = list[tuple[int, int, list[int], list[int]]]
"""What one document tells: thing, whether it is told and not only linked to, spellings, regions."""


class LabelsWriter:
    """The label index of a version that is being built; it begins empty, or with that of the version before."""

    def __init__(self, folder: Path, before: Path | None = None) -> None:
        self._path = folder / NAME
        if before is not None:
            shutil.copyfile(before / NAME, self._path)
        self._file = sqlite3.connect(self._path)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -65536"):
            self._file.execute(f"PRAGMA {pragma}")
        if before is None:
            self._file.executescript(TABLES)
        self._moved: set[int] = set()

    def put(self, document: str, lines: Sequence[str]) -> None:
        """Take in what the lines of a document's graph tell, in the place of what the document told before."""
        self.drop(document)
        numbers = [self._told(told) for told in told_in(lines)]
        row = json.dumps(numbers, separators=(",", ":"))
        self._file.execute("INSERT INTO document VALUES (?, ?)", (document, row))

    def drop(self, document: str) -> None:
        """Take out what a document tells."""
        row = self._file.execute("DELETE FROM document WHERE name = ? RETURNING told", (document,)).fetchone()
        if row is not None:
            self._forget(json.loads(row[0]))

    def finish(self) -> None:
        """Give each thing its region, and write everything to the disk."""
        for thing in self._moved:
            self._file.execute(
                "UPDATE thing SET region = (SELECT p.region FROM placed AS p JOIN thing AS r ON r.id = p.region "
                "WHERE p.thing = ?1 ORDER BY p.uses DESC, r.iri LIMIT 1) WHERE id = ?1",
                (thing,),
            )
        self._file.commit()
        self._file.close()
        handle = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def close(self) -> None:
        """Let go of the file, whatever it holds."""
        with suppress(sqlite3.Error):
            self._file.close()

    def _told(self, told: Told) -> tuple[int, int, list[int], list[int]]:
        number = self._thing(told.iri, told.kind, told.label, int(told.told))
        regions = [self._thing(iri, "region", "", 0) for iri in sorted(told.regions)]
        for region in regions:
            self._file.execute(
                "INSERT INTO placed VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1", (number, region)
            )
            self._moved.add(number)
        starting = told.kind != "document"
        spellings = [self._spelling(number, text, starting) for text in sorted(told.spellings)]
        return number, int(told.told), spellings, regions

    def _thing(self, iri: str, kind: str, label: str, told: int) -> int:
        (number,) = self._file.execute(
            "INSERT INTO thing VALUES (NULL, ?, ?, ?, ?, 1, NULL) ON CONFLICT (iri) DO UPDATE SET "
            "documents = documents + excluded.documents, links = links + 1, "
            "label = CASE excluded.label WHEN '' THEN label ELSE excluded.label END RETURNING id",
            (iri, kind, label, told),
        ).fetchone()
        return int(number)

    def _spelling(self, thing: int, text: str, starting: bool) -> int:
        letters = key(text)
        number, uses = self._file.execute(
            "INSERT INTO spelling VALUES (NULL, ?, ?, ?, 1) ON CONFLICT (thing, text) DO UPDATE SET uses = uses + 1 "
            "RETURNING id, uses",
            (thing, text, letters),
        ).fetchone()
        if uses == 1 and letters:
            starts = [(at, letters[at:]) for at in _starts(text, letters)] if starting else []
            rows = [(k, at, number, thing) for at, k in starts]
            self._file.executemany("INSERT OR IGNORE INTO start VALUES (?, ?, ?, ?)", rows)
            rows = [(initials(k), at, number, thing) for at, k in starts]
            self._file.executemany("INSERT OR IGNORE INTO onset VALUES (?, ?, ?, ?)", rows)
            self._file.execute("INSERT INTO held (rowid, pairs) VALUES (?, ?)", (number, pairs(letters)))
        return int(number)

    def _forget(self, numbers: Numbers) -> None:
        for thing, told, spellings, regions in numbers:
            for number in spellings:
                self._unspell(number)
            for region in regions:
                self._file.execute("UPDATE placed SET uses = uses - 1 WHERE thing = ? AND region = ?", (thing, region))
                self._moved.add(thing)
            self._file.execute("DELETE FROM placed WHERE thing = ? AND uses = 0", (thing,))
            for number, less in ((thing, told), *((region, 0) for region in regions)):
                self._file.execute(
                    "UPDATE thing SET documents = documents - ?, links = links - 1 WHERE id = ?", (less, number)
                )
                self._file.execute("DELETE FROM thing WHERE id = ? AND links = 0", (number,))

    def _unspell(self, number: int) -> None:
        text, letters, uses = self._file.execute(
            "UPDATE spelling SET uses = uses - 1 WHERE id = ? RETURNING text, key, uses", (number,)
        ).fetchone()
        if uses:
            return
        self._file.execute("DELETE FROM spelling WHERE id = ?", (number,))
        if letters:
            starts = [(at, letters[at:]) for at in _starts(text, letters)]
            for table, keys in (("start", starts), ("onset", [(at, initials(k)) for at, k in starts])):
                rows = [(k, at, number) for at, k in keys]
                self._file.executemany(f"DELETE FROM {table} WHERE key = ? AND at = ? AND spelling = ?", rows)
            self._file.execute(
                "INSERT INTO held (held, rowid, pairs) VALUES ('delete', ?, ?)", (number, pairs(letters))
            )


def _starts(text: str, letters: str) -> list[int]:
    """Where in the key the words of a spelling begin."""
    at, found = 0, []
    for word in words(text)[:_MOST_STARTS]:
        if at < len(letters):
            found.append(at)
        at += len(word)
    return found


def has_labels(version: Path) -> bool:
    """Whether a version holds a label index; one that an older program built does not."""
    return (version / NAME).is_file()
