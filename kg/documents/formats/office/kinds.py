"""The office formats that are zip archives, told apart by a part that each must have."""

from collections.abc import Iterator

from kg.documents.article import Article
from kg.documents.formats.model import Options, Raw

_ZIP = b"PK\x03\x04"


def _holds(raw: Raw, *members: str) -> bool:
    """Whether a file is an archive with one of these members."""
    if not raw.start.startswith(_ZIP):
        return False
    from kg.documents.formats.office.packed import has_member

    return has_member(raw, *members)


class Hwpx:
    """A document of Hangul 2014 and later: one article."""

    name = "HWPX"
    suffixes = (".hwpx",)

    def recognises(self, raw: Raw) -> bool:
        """An archive with the parts of an HWPX."""
        return _holds(raw, "Contents/content.hpf", "Contents/section0.xml")

    def articles(self, raw: Raw, options: Options) -> Iterator[Article]:
        """The whole document. Raises `UserError` for one that is encrypted, damaged or without words."""
        from kg.documents.formats.office.hwpx import read_hwpx

        yield read_hwpx(raw)


class Docx:
    """A document of Word 2007 and later: one article."""

    name = "DOCX"
    suffixes = (".docx",)

    def recognises(self, raw: Raw) -> bool:
        """An archive with the parts of a DOCX."""
        return _holds(raw, "word/document.xml")

    def articles(self, raw: Raw, options: Options) -> Iterator[Article]:
        """The whole document. Raises `UserError` for one that is damaged or without words."""
        from kg.documents.formats.office.docx import read_docx

        yield read_docx(raw)


HWPX = Hwpx()
DOCX = Docx()
