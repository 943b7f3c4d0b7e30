"""The records of an HWP 5 stream: tags, levels and payloads, put together as a tree."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_BEGIN = 0x10
DISTRIBUTION = _BEGIN + 12
PARAGRAPH = _BEGIN + 50
TEXT = _BEGIN + 51
CONTROL = _BEGIN + 55
LIST = _BEGIN + 56
TABLE = _BEGIN + 61
OBJECTS = frozenset({_BEGIN + 60, TABLE, _BEGIN + 72})
"""A control's own record: a drawing's, a table's, an equation's; a list before it is its caption."""
_LONG = 0xFFF
_MOST = 2_000_000


class Record(NamedTuple):
    """A record and those below it."""

    tag: int
    payload: bytes
    below: list["Record"]

    @property
    def control(self) -> str:
        """The four letters that name a control: ``tbl``, ``gso``, ``fn``."""
        return self.payload[3::-1].decode("latin-1").strip() if self.tag == CONTROL else ""


def tree(stream: bytes) -> Record:
    """The records of a stream below a root; one whose level is too deep hangs on the record before it.

    Raises `ValueError` for more of them than a document has.
    """
    root = Record(0, b"", [])
    open_records = [root]
    for count, (tag, level, payload) in enumerate(_records(stream)):
        if count >= _MOST:
            raise ValueError("too many records")
        level = min(level, len(open_records) - 1)
        record = Record(tag, payload, [])
        open_records[level].below.append(record)
        del open_records[level + 1 :]
        open_records.append(record)
    return root


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        (head,) = struct.unpack_from("<I", stream, place)
        place += 4
        size = head >> 20
        if size == _LONG:
            size = int.from_bytes(stream[place : place + 4], "little")
            place += 4
        yield head & 0x3FF, (head >> 10) & 0x3FF, stream[place : place + size]
        place += size
