"""The ledger of a store on disk: one SQLite file that only the store's one writer opens.

It is a cache. It says which readings, judgements and code it stands for; where that is not what the current version
holds - a build was killed behind the switch to its version, or the file is damaged - it is made anew of the readings.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.identity.joining import Judgement
from kg.identity.ledger import Ledger
from kg.identity.tables import PLAIN, Form, Table
from kg.lexicon import Lexicon
from kg.use.summary import Counted, Summary, Tally

NAME = "ledger"
_COUNTED = Form(list, lambda raw: Counted(raw[0], [(kind, thing) for kind, thing in raw[1]], raw[2]))
_SUMMARY, _STANDS_FOR = "summary", "stands for"


def stands_for(meta: Mapping[str, Any], made: Mapping[str, str]) -> str:
    """The hash of what a version is made of: its ``meta.json``, and by document the hash of what made the reading."""
    told = json.dumps([meta, sorted(made.items())], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


class Kept:
    """The ledger and the summary of a store, with the file that they are read from and saved to."""

    def __init__(self, store: Path, lexicon: Lexicon, judgements: Iterable[Judgement], wanted: str) -> None:
        self._path = store / NAME
        self._file: sqlite3.Connection | None = None
        with suppress(sqlite3.Error):
            self._file = self._opened(wanted)
        keeper = self if self._file else None
        self.ledger = Ledger(lexicon, judgements, keeper)
        counted: Table[Counted] = Table("counted", _COUNTED, keeper)
        uses: Table[int] = Table("uses", PLAIN, keeper)
        self._tables = [*self.ledger.tables, counted, uses]
        self.tally = Tally(counted, uses, self._summary() if keeper else Summary())

    @property
    def known(self) -> bool:
        """Whether the file stands for what was wanted; else ledger and summary are empty."""
        return self._file is not None

    def _opened(self, wanted: str) -> sqlite3.Connection | None:
        if not wanted or not self._path.exists():
            return None
        file = sqlite3.connect(self._path)
        try:
            row = file.execute("SELECT value FROM kept WHERE name = ?", (_STANDS_FOR,)).fetchone()
        except sqlite3.Error:
            file.close()
            raise
        if row == (wanted,):
            return file
        file.close()
        return None

    def row(self, table: str, key: str) -> str | None:
        """One row of a table; None where there is none."""
        assert self._file is not None
        found = self._file.execute(f'SELECT value FROM "{table}" WHERE name = ?', (key,)).fetchone()
        return found[0] if found else None

    def _summary(self) -> Summary:
        assert self._file is not None
        (told,) = self._file.execute("SELECT value FROM kept WHERE name = ?", (_SUMMARY,)).fetchone()
        summary = Summary()
        documents, things, unread = json.loads(told)
        summary.documents.update(documents)
        summary.things.update({(region, kind): number for region, kind, number in things})
        summary.unread.update(unread)
        return summary

    def save(self, stands: str) -> None:
        """Write down what has changed, whole or not at all; ``stands`` is what the file stands for then."""
        file = self._file
        part = self._path.with_name(f".{NAME}.part")
        if file is None:
            part.unlink(missing_ok=True)
            file = sqlite3.connect(part)
            file.execute("PRAGMA journal_mode = OFF")
            file.execute("PRAGMA synchronous = OFF")
            for name in ("kept", *(t.name for t in self._tables)):
                file.execute(f'CREATE TABLE "{name}" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
        for table in self._tables:
            rows = list(table.rows())
            file.executemany(f'DELETE FROM "{table.name}" WHERE name = ?', ((k,) for k, v in rows if v is None))
            kept = ((k, v) for k, v in rows if v is not None)
            file.executemany(f'INSERT OR REPLACE INTO "{table.name}" VALUES (?, ?)', kept)
        summary = self.tally.summary
        things = [[region, kind, number] for (region, kind), number in sorted(summary.things.items()) if number]
        told = json.dumps([summary.documents, things, summary.unread], ensure_ascii=False)
        for name, value in ((_SUMMARY, told), (_STANDS_FOR, stands)):
            file.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))
        file.commit()
        file.close()
        if self._file is None:
            _sync(part)
            os.replace(part, self._path)
        self._file = None

    def close(self) -> None:
        """Let go of the file without saving."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
