"""The readings of a build that is under way, so that one that is stopped goes on where it was.

One line a reading: the hash of what made it, the SHA-256 of the rest, and the reading's JSON. The file only grows;
a line that is torn or altered is as if it were not there, and so is all behind it.
"""

import hashlib
import os
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

NAME = "unfinished.jsonl"
_SYNC_EVERY = 64


class _Line(NamedTuple):
    begin: int
    length: int


class Unfinished:
    """The work file in a store's folder; only the store's one writer opens it. Unbuffered: a line written is kept."""

    def __init__(self, store: Path) -> None:
        self._path = store / NAME
        self._file = self._path.open("a+b", buffering=0)
        self._lines: dict[str, _Line] = {}
        self._since_sync = 0
        self._end = self._read()
        self._file.truncate(self._end)

    def __enter__(self) -> "Unfinished":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._file.close()
        if not self._end:
            self._path.unlink(missing_ok=True)

    def _read(self) -> int:
        """Find the whole lines; the place behind the last of them."""
        place = 0
        with self._path.open("rb") as file:
            for line in file:
                made, sum_, content = line[:64], line[65:129], line[130:]
                if not line.endswith(b"\n") or hashlib.sha256(content).hexdigest().encode() != sum_:
                    break
                self._lines[made.decode("ascii", "replace")] = _Line(place + 130, len(content))
                place += len(line)
        return place

    def __contains__(self, made: str) -> bool:
        return made in self._lines

    def add(self, content: bytes, made: str) -> None:
        """Keep a reading's JSON with its line end; ``made`` is the hash of what made it (64 hexadecimal digits)."""
        line = f"{made} {hashlib.sha256(content).hexdigest()} ".encode() + content
        self._file.write(line)
        self._lines[made] = _Line(self._end + 130, len(content))
        self._end += len(line)
        self._since_sync += 1
        if self._since_sync == _SYNC_EVERY:
            os.fsync(self._file.fileno())
            self._since_sync = 0

    def line(self, made: str) -> bytes:
        """The JSON of a reading that is kept, with its line end."""
        begin, length = self._lines[made]
        self._file.seek(begin)
        return self._file.read(length)


def forget(store: Path) -> None:
    """Remove the work file: the build has ended."""
    (store / NAME).unlink(missing_ok=True)
