"""Members of office files, which are zip archives of XML: read within limits, and XML without declarations of its own.

A document type could define entities that grow without end or name other files; no office program writes one.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from xml.etree import ElementTree
from zlib import error as ZlibError

from kg.documents.formats.model import Raw
from kg.errors import UserError

MOST_BYTES = 200_000_000
_MOST_DIRECTORY = 4_000_000
"""Bytes of an archive's list of members, which is held whole."""
_END = 66_000
"""The list's own size stands within so many bytes from the end."""
MOST_XML = 40_000_000
"""Bytes of one member after unpacking."""
_MOST_UNPACKED = 200_000_000
"""Bytes of all members that are read."""
_MOST_RATIO = 300
_FREE_RATIO = 2_000_000
"""Below so many bytes the ratio says nothing."""
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, ZlibError, EOFError, ValueError, RuntimeError, NotImplementedError, OSError)


class Package:
    """An opened office file."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = _MOST_UNPACKED
        self.names = tuple(i.filename for i in archive.infolist())

    def bytes(self, member: str) -> bytes:
        """A member unpacked. Raises `UserError` where it is damaged, encrypted, a bomb, or not there."""
        try:
            info = self._archive.getinfo(member)
        except KeyError:
            self._damaged(f"{member} is missing")
        if info.flag_bits & _ENCRYPTED:
            raise UserError("is protected by a password", self._name, "save it without one")
        packed = max(info.compress_size, 1)
        self._left -= info.file_size
        if (
            self._left < 0
            or info.file_size > MOST_XML
            or (info.file_size > _FREE_RATIO and info.file_size / packed > _MOST_RATIO)
        ):
            raise UserError(
                f"unpacks {member} to {info.file_size / 1e6:.0f} MB from {packed / 1e6:.1f} MB",
                self._name,
                "check where it comes from",
            )
        try:
            with self._archive.open(info) as file:
                content = file.read(MOST_XML + 1)
        except _BROKEN as error:
            self._damaged(f"{member}: {error}")
        if len(content) > MOST_XML:
            self._damaged(f"{member} is longer than it says")
        return content

    def xml(self, member: str) -> ElementTree.Element:
        """A member as XML. Raises `UserError` where it is none, or declares a document type."""
        content = self.bytes(member).removeprefix(b"\xef\xbb\xbf")
        if not content.lstrip().startswith(b"<") or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            self._damaged(f"{member} is no plain XML")
        try:
            return ElementTree.fromstring(content)
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            self._damaged(f"{member}: {error}")

    def _damaged(self, what: str) -> NoReturn:
        raise UserError(f"is damaged ({what})", self._name, "save it again")


@contextmanager
def opened(raw: Raw) -> Iterator[Package]:
    """The office file in a raw file. Raises `UserError` where it is too big or no whole archive."""
    if raw.size > MOST_BYTES:
        raise UserError(f"has {raw.size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB", raw.name, "split it")
    with raw.open() as file:
        file.seek(max(0, raw.size - _END))
        end = file.read().rpartition(b"PK\5\6")[2]
        if int.from_bytes(end[8:12], "little") > _MOST_DIRECTORY:
            raise UserError("holds too many parts", raw.name, "check where it comes from")
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise UserError(f"is damaged ({error})", raw.name, "save it again") from None
        with archive:
            try:
                yield Package(archive, raw.name)
            except RecursionError:
                raise UserError("is damaged (nested too deep)", raw.name, "save it again") from None


def has_member(raw: Raw, *members: str) -> bool:
    """Whether a raw file is a zip archive that holds one of these members."""
    try:
        with opened(raw) as package:
            return not set(members).isdisjoint(package.names)
    except UserError:
        return False


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace, which changes with a format's version."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: ElementTree.Element, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return default


def number(element: ElementTree.Element | None, name: str, default: int) -> int:
    """An attribute that is a count; ``default`` where it is none."""
    value = attribute(element, name) if element is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else default


def child(element: ElementTree.Element, name: str) -> ElementTree.Element | None:
    """The first child of that name without namespace."""
    return next((c for c in element if local(c) == name), None)
