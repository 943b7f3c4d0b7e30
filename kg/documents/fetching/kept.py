"""What was fetched, kept on disk with the marks by which a server tells whether it has changed since."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from kg.documents.fetching.address import Address


class Page(NamedTuple):
    """A fetched document: where it is kept, its size, and what the server told of it."""

    path: Path
    size: int
    etag: str
    modified: str
    media_type: str
    charset: str
    url: str

    def open(self) -> BinaryIO:
        """The document, from its beginning."""
        return self.path.open("rb")


class Kept:
    """A folder of fetched documents, two files each: the body, and JSON of what the server told."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def page(self, address: Address) -> Page | None:
        """What is kept of an address; None where nothing is, or it is damaged."""
        body, told = self._paths(address)
        try:
            raw: dict[str, Any] = json.loads(told.read_text("utf-8"))
            page = Page(body, *(raw[name] for name in Page._fields[1:]))
            return page if raw["asked"] == address.url and body.stat().st_size == page.size else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, address: Address, pieces: Iterable[bytes], told: dict[str, str]) -> Page:
        """Keep a document; where its pieces break off, what was kept before stays."""
        self._folder.mkdir(parents=True, exist_ok=True)
        body, notes = self._paths(address)
        fresh = body.with_suffix(f".{os.getpid()}")
        try:
            with fresh.open("wb") as file:
                for piece in pieces:
                    file.write(piece)
                size = file.tell()
            notes.unlink(missing_ok=True)
            fresh.replace(body)
        finally:
            fresh.unlink(missing_ok=True)
        page = Page(body, size, *(told[name] for name in Page._fields[2:]))
        notes.write_text(json.dumps({**page._asdict(), "path": "", "asked": address.url}, ensure_ascii=False), "utf-8")
        return page

    def _paths(self, address: Address) -> tuple[Path, Path]:
        name = hashlib.sha256(address.url.encode()).hexdigest()[:24]
        return self._folder / f"{name}.body", self._folder / f"{name}.json"
