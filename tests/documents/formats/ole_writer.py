"""A writer of OLE files for tests: streams in folders, each padded to the size from which streams stand in sectors."""

import struct
from collections.abc import Mapping

_SECTOR = 512
_LEAST = 4096
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def ole(streams: Mapping[str, bytes]) -> bytes:
    """The file with streams by their paths (``BodyText/Section0``)."""
    chain: list[int] = [_FAT]
    data = b""
    entries = [("Root Entry", 5, _END, 0)]
    children: dict[int, list[int]] = {0: []}
    folders: dict[str, int] = {}
    for path, content in streams.items():
        above = 0
        if "/" in path:
            folder, _, path = path.partition("/")
            if folder not in folders:
                folders[folder] = len(entries)
                children[0].append(len(entries))
                children[len(entries)] = []
                entries.append((folder, 1, 0, 0))
            above = folders[folder]
        padded = content.ljust(_LEAST, b"\0")
        padded += b"\0" * (-len(padded) % _SECTOR)
        first, count = len(chain), len(padded) // _SECTOR
        chain += [*range(first + 1, first + count), _END]
        children[above].append(len(entries))
        entries.append((path, 2, first, len(padded)))
        data += padded
    directory = b"".join(_entry(n, entries, children) for n in range(len(entries)))
    directory += b"\0" * (-len(directory) % _SECTOR)
    first, count = len(chain), len(directory) // _SECTOR
    chain += [*range(first + 1, first + count), _END]
    fat = b"".join(struct.pack("<I", n) for n in chain).ljust(_SECTOR, b"\xff")
    assert len(fat) == _SECTOR
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, first, 0,
        _LEAST, _END, 0, _END, 0,
    )  # fmt: skip
    return head + struct.pack("<109I", 0, *[_FREE] * 108) + fat + data + directory


def _entry(number: int, entries: list[tuple[str, int, int, int]], children: dict[int, list[int]]) -> bytes:
    """A directory entry; siblings hang on each other to the right."""
    name, kind, start, size = entries[number]
    row = next((c for c in children.values() if number in c), [])
    right = row[row.index(number) + 1] if row and row[-1] != number else _FREE
    child = children[number][0] if children.get(number) else _FREE
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIII", letters, len(letters), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size, 0
    )
