"""ZIP archives: the files in them, read as streams within limits."""

import io
import shutil
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, TypeVar, cast

from kg.documents.formats.model import Options, Raw
from kg.errors import UserError

MOST_BYTES = 20_000_000_000
MOST_MEMBERS = 200_000
MOST_UNPACKED = 50_000_000_000
MOST_INNER = 2_000_000_000
"""Bytes of an archive in an archive, which has to be unpacked to be read."""
_MOST_RATIO = 300
_FREE_RATIO = 2_000_000
"""Below so many bytes the ratio says nothing."""
_KEPT_IN_MEMORY = 32_000_000
_ENCRYPTED, _UTF8 = 0x1, 0x800
_UNIX = 3
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/", b"_rels/.rels")
"""By what the first member of an office file is known."""
_LINK = 0xA000
_BROKEN = (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, NotImplementedError, OSError)
_T = TypeVar("_T")


class Zip:
    """An archive of documents: its members are read like the files of a folder."""

    name = "ZIP"
    suffixes = (".zip",)

    def recognises(self, raw: Raw) -> bool:
        """An archive that is no office file, all of which are archives as well."""
        start = raw.start
        if not start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return False
        return not any(sign in start[:200] for sign in _OFFICE)

    def articles(self, raw: Raw, options: Options) -> Iterator[Raw | UserError]:
        """The members that are of a known format, by name. Raises `UserError` for an archive that cannot be read."""
        if raw.size > MOST_BYTES:
            raise UserError(f"has {raw.size / 1e9:.0f} GB, more than {MOST_BYTES / 1e9:.0f} GB", raw.name, "split it")
        with _seekable(raw) as file:
            try:
                archive = zipfile.ZipFile(file)
            except _BROKEN as error:
                raise UserError(f"is no whole archive ({_told(error)})", raw.name, "pack it again") from None
            with archive:
                yield from _members(archive, raw.name)


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[Raw | UserError]:
    from kg.documents.formats.known import suffixes

    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_MEMBERS:
        raise UserError(f"holds {len(infos)} files, more than {MOST_MEMBERS}", name, "split it")
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise UserError(f"unpacks to more than {MOST_UNPACKED / 1e9:.0f} GB", name, "check where it comes from")
    named = sorted((member_name(info), number) for number, info in enumerate(infos))
    there = {member for member, _ in named}
    seen: set[str] = set()
    told = 0
    for member, number in named:
        info, path = infos[number], PurePosixPath(member)
        if _is_beside(path, there) or path.suffix.lower() not in suffixes():
            continue
        told += 1
        if problem := _problem(info, member):
            yield UserError(*problem[:1], f"{name}/{path.name if '..' in path.parts else member}", *problem[1:])
        elif member in seen:
            yield UserError("stands in the archive twice", f"{name}/{member}", "pack it again; the first was read")
        else:
            seen.add(member)
            yield Raw(f"{name}/{member}", info.file_size, partial(_opened, archive, info, f"{name}/{member}"))
    if not told:
        raise UserError("holds no document", name, f"known files are {', '.join(sorted(suffixes()))}")


def member_name(info: zipfile.ZipInfo) -> str:
    """A member's name (NFC, ``/``): UTF-8 where the archive says so or it can be nothing else, else CP949, as Windows
    in Korea packs names.
    """
    name = info.filename
    if not info.flag_bits & _UTF8 and not name.isascii():
        try:
            packed = name.encode("cp437")
        except UnicodeEncodeError:
            packed = b""
        for encoding in ("utf-8", "cp949") if packed else ():
            try:
                name = packed.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _is_beside(path: PurePosixPath, there: set[str]) -> bool:
    """Whether a member is none of its own: hidden, a Mac's shadow of a file, or gold beside a text."""
    if any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in path.parts):
        return True
    return path.suffix.lower() == ".json" and path.with_suffix(".txt").as_posix() in there


def _problem(info: zipfile.ZipInfo, member: str) -> tuple[str, str] | None:
    """What forbids to read a member, and what to do."""
    path = PurePosixPath(member)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "has a name that leads out of the archive", "pack it again"
    if info.flag_bits & _ENCRYPTED:
        return "is protected by a password", "pack it again without one"
    if info.create_system == _UNIX and (info.external_attr >> 16) & 0xF000 == _LINK:
        return "is a link, not a file", "pack the file itself"
    if info.file_size > _FREE_RATIO and info.file_size > _MOST_RATIO * max(info.compress_size, 1):
        size = f"{info.file_size / 1e6:.0f} MB from {info.compress_size / 1e6:.1f} MB"
        return f"unpacks to {size}", "check where it comes from"
    return None


class _Member(io.RawIOBase):
    """A member as a file that tells what is damaged in our own words."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name = file, name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._try(lambda: self._file.seek(offset, whence))

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._try(lambda: self._file.read(len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _try(self, act: Callable[[], _T]) -> _T:
        try:
            return act()
        except (*_BROKEN, zlib.error) as error:
            raise UserError(f"is damaged in its archive ({_told(error)})", self._name, "pack it again") from None


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> BinaryIO:
    try:
        return cast(BinaryIO, io.BufferedReader(_Member(archive.open(info), name)))
    except _BROKEN as error:
        raise UserError(f"is damaged in its archive ({_told(error)})", name, "pack it again") from None


def _seekable(raw: Raw) -> BinaryIO:
    """The archive as a file in which one can go back: one that stands in another archive is unpacked first."""
    file = raw.open()
    try:
        file.fileno()
        return file
    except (OSError, AttributeError):
        pass
    with file:
        if raw.size > MOST_INNER:
            raise UserError(f"has {raw.size / 1e6:.0f} MB inside an archive", raw.name, "unpack the outer one")
        copy = SpooledTemporaryFile(_KEPT_IN_MEMORY)  # noqa: SIM115  the caller closes it
        shutil.copyfileobj(file, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _told(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:80]


ZIP = Zip()
