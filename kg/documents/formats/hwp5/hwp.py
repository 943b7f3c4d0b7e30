"""HWP 5 (Hangul 2002 to 2022, binary): an OLE file of records. Read are the same things as of `hwpx`.

Documents for distribution only (배포용) carry their key and are read; those with a password are not. Source: Hancom's
published «한글 문서 파일 형식 5.0», revision 1.3. Comments, scripts of fields and numbers of pages are left out.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Any

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.hwp5.body import Body
from kg.documents.formats.hwp5.records import DISTRIBUTION, tree
from kg.documents.formats.model import Options, Raw
from kg.documents.formats.office.blocks import Block, BlockWriter
from kg.documents.formats.office.standing import Standing
from kg.errors import UserError

MOST_BYTES = 200_000_000
_MOST_UNPACKED = 200_000_000
"""Bytes of all sections after unpacking."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURE = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTED, _LOCKED = 0x1, 0x2, 0x4, 0x510
"""Flags; the last are the rights management and the certificates that need a key from elsewhere."""
_OTHERS = (
    ("EncryptedPackage", "is protected by a password", "save it without one"),
    ("WordDocument", "is a document of Word before 2007", "save it as .docx"),
    ("Workbook", "is a workbook of Excel before 2007", "save it as .xlsx"),
    ("Book", "is a workbook of Excel before 2007", "save it as .xlsx"),
    ("PowerPoint Document", "is a PowerPoint file", "save it as .pdf"),
)


class Hwp:
    """A document of Hangul before HWPX: one article."""

    name = "HWP"
    suffixes = (".hwp",)

    def recognises(self, raw: Raw) -> bool:
        """An OLE file, or one of Hangul before 2002, of which only the version can be told."""
        return raw.start.startswith((_OLE, _SIGNATURE))

    def articles(self, raw: Raw, options: Options) -> Iterator[Article]:
        """The whole document. Raises `UserError` for one that is locked, damaged, without words, or no HWP 5."""
        if raw.size > MOST_BYTES:
            raise UserError(f"has {raw.size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB", raw.name, "split it")
        if raw.start.startswith(_SIGNATURE):
            raise UserError("is a document of Hangul before 2002", raw.name, "save it as .hwpx")
        standing = Standing()
        blocks: list[Block] = []
        for section in _sections(raw):
            try:
                blocks += Body(standing).blocks(tree(section))
            except (RecursionError, ValueError, struct.error):
                raise UserError("is damaged (records out of order)", raw.name, "save it again") from None
        writer = ArticleWriter(raw.name)
        BlockWriter(writer).write(standing.around(blocks))
        yield standing.article(writer, raw.name)


def _sections(raw: Raw) -> Iterator[bytes]:
    """The records of each section, in order."""
    import olefile

    with raw.open() as file:
        try:
            ole = olefile.OleFileIO(file)
            streams = {"/".join(path): path for path in ole.listdir()}
            header = ole.openstream("FileHeader").read() if "FileHeader" in streams else b""
        except Exception as error:  # olefile lets through whatever a broken file makes of its tables
            raise _damaged(raw, error) from None
        _refuse(raw.name, header, streams)
        flags = int.from_bytes(header[36:40], "little")
        folder = "ViewText" if flags & _DISTRIBUTED else "BodyText"
        sections = sorted((n for n in streams if n.startswith(f"{folder}/Section")), key=lambda n: (len(n), n))
        left = _MOST_UNPACKED
        for name in sections:
            try:
                content = ole.openstream(streams[name]).read()
            except Exception as error:
                raise _damaged(raw, error) from None
            if flags & _DISTRIBUTED:
                content = _distributed(raw, content)
            section = _inflated(raw, content, left) if flags & _COMPRESSED else content
            left -= len(section)
            yield section


def _refuse(name: str, header: bytes, streams: dict[str, Any]) -> None:
    """Raise for what is no HWP 5 document or cannot be opened."""
    for stream, what, do in _OTHERS:
        if stream in streams:
            raise UserError(what, name, do)
    if not header.startswith(_SIGNATURE) or len(header) < 40:
        raise UserError("is no HWP document", name, "check the file")
    flags = int.from_bytes(header[36:40], "little")
    if flags & _PASSWORD:
        raise UserError("is protected by a password", name, "save it without one")
    if flags & _LOCKED:
        raise UserError("is locked by rights management or a certificate", name, "save it without")


def _distributed(raw: Raw, content: bytes) -> bytes:
    from kg.documents.formats.hwp5.lock import unlocked

    if len(content) < 260 or int.from_bytes(content[:4], "little") & 0x3FF != DISTRIBUTION:
        raise UserError("is damaged (no key of a distribution document)", raw.name, "save it again")
    return unlocked(content[4:260], content[260:])


def _inflated(raw: Raw, content: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj(-15)
    try:
        section = unpacker.decompress(content, max(most, 1))
    except zlib.error as error:
        raise _damaged(raw, error) from None
    if unpacker.unconsumed_tail:
        raise UserError(f"unpacks to more than {_MOST_UNPACKED / 1e6:.0f} MB", raw.name, "check where it comes from")
    return section


def _damaged(raw: Raw, error: Exception) -> UserError:
    return UserError(f"is damaged ({' '.join(str(error).split()) or type(error).__name__})", raw.name, "save it again")


HWP = Hwp()
