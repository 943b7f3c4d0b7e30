"""What a version holds beside its graphs: files in pieces, and each document's reading; both packed as text."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import UserError
from kg.graph.files import whole_file
from kg.graph.kept import KeptReadings, Place
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.names import HOLDS, Version
from kg.graph.terms import document
from kg.resolution.reading import Reading

PIECE = 36_000
"""Bytes of a piece, before they become text a third longer; Virtuoso's graph store takes no text of 100,000."""
_AT_ONCE = 20
PLACES, ISSUES, META = "places.json", "issues.jsonl", "meta.json"


def piece(version: Version, name: str, number: int) -> str:
    """The IRI of a piece of a file."""
    return f"{version.iri}/file/{name}/{number:06d}"


def pieces(path: Path) -> Iterator[str]:
    """A file, packed, in pieces."""
    packing = zlib.compressobj(6)
    waiting = b""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            waiting += packing.compress(chunk)
            while len(waiting) >= PIECE:
                yield b64encode(waiting[:PIECE]).decode()
                waiting = waiting[PIECE:]
    waiting += packing.flush()
    for begin in range(0, len(waiting), PIECE):
        yield b64encode(waiting[begin : begin + PIECE]).decode()


def packed(line: bytes) -> Iterator[str]:
    """A reading's line as text, in pieces that begin with their number."""
    content = zlib.compress(line, 6)
    for number, begin in enumerate(range(0, len(content), PIECE)):
        yield f"{number:06d} {b64encode(content[begin : begin + PIECE]).decode()}"


def unpacked(values: Iterable[str]) -> bytes:
    """A reading's line from its pieces, in any order."""
    return zlib.decompress(b"".join(b64decode(value.partition(" ")[2]) for value in sorted(values)))


class Files:
    """The files of a version, fetched into a folder when they are asked for."""

    def __init__(self, endpoint: Endpoint, version: Version, folder: Path) -> None:
        self._endpoint, self._version, self._folder = endpoint, version, folder

    def path(self, name: str) -> Path:
        """Where a file stands, fetched if it is not there. Raises `UserError` where the server does not hold it."""
        path = self._folder / name
        if not path.exists():
            unpacking = zlib.decompressobj()
            with whole_file(path) as file:
                for content in self._pieces(name):
                    file.write(unpacking.decompress(b64decode(content)))
                if not unpacking.eof:
                    raise UserError(f"holds no whole {name}", str(self._endpoint.address), "write the graph again")
        return path

    def _pieces(self, name: str) -> Iterator[str]:
        number = 0
        while True:
            iri = piece(self._version, name, number)
            rows = self._endpoint.rows(f"SELECT ?c {{ GRAPH <{self._version.files}> {{ <{iri}> <{HOLDS}> ?c }} }}")
            if not rows:
                return
            yield rows[0]["c"]
            number += 1

    def all(self) -> None:
        """Fetch all files that there are."""
        first = "/000000"
        wanted = f'?p <{HOLDS}> ?c FILTER(STRENDS(STR(?p), "{first}"))'
        for row in self._endpoint.rows(f"SELECT ?p {{ GRAPH <{self._version.files}> {{ {wanted} }} }}"):
            self.path(row["p"].removesuffix(first).rpartition("/")[2])

    def json(self, name: str) -> Any:
        """What a file of JSON tells."""
        return json.loads(self.path(name).read_text("utf-8"))


class ServerReadings(KeptReadings):
    """The readings of a version on a server."""

    def __init__(self, endpoint: Endpoint, version: Version, files: Files, folder: Path) -> None:
        super().__init__(folder)
        self._endpoint, self._version, self._files = endpoint, version, files

    @cached_property
    def places(self) -> dict[str, Place]:
        """The hash of what made each reading, by identifier; there are no places in a file."""
        return {name: Place(0, 0, made) for name, made in self._files.json(PLACES).items()}

    def of(self, identifiers: Iterable[str]) -> Iterator[Reading]:
        """The readings of these documents, in this order."""
        rest = iter(identifiers)
        while some := list(islice(rest, _AT_ONCE)):
            found = self._fetched(some)
            for identifier in some:
                yield Reading.from_json(found[identifier].decode())

    def line(self, identifier: str) -> bytes:
        """The line of one document's reading, with its line end; raises `KeyError` where there is none."""
        return self._fetched((identifier,))[identifier]

    def _fetched(self, identifiers: Iterable[str]) -> dict[str, bytes]:
        names = {document(identifier): identifier for identifier in identifiers}
        listed = " ".join(f"<{iri}>" for iri in names)
        rows = self._endpoint.rows(
            f"SELECT ?d ?c {{ VALUES ?d {{ {listed} }} GRAPH <{self._version.readings}> {{ ?d <{HOLDS}> ?c }} }}"
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(names[row["d"]], []).append(row["c"])
        return {identifier: unpacked(values) for identifier, values in found.items()}

    def unread(self) -> Iterator[bytes]:
        """The rows of what was not understood, in the order of the identifiers."""
        yield from self._files.path(ISSUES).read_bytes().splitlines()
