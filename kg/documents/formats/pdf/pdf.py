"""PDF with text: one article. Columns are read one after the other, ruled and aligned tables cell by cell.

Left out: numbers of pages, running heads and feet behind their first time, turned text, pictures.
"""

from collections.abc import Iterator

from kg.documents.article import Article
from kg.documents.formats.model import Options, Raw


class Pdf:
    """A PDF file whose pages hold text."""

    name = "PDF"
    suffixes = (".pdf",)

    def recognises(self, raw: Raw) -> bool:
        """The mark ``%PDF-`` within the first bytes."""
        return b"%PDF-" in raw.start[:1024]

    def articles(self, raw: Raw, options: Options) -> Iterator[Article]:
        """The whole file. Raises `UserError` for one that is locked, damaged, or holds pictures of text only."""
        from kg.documents.formats.pdf.reading import read_pdf

        yield read_pdf(raw)


PDF = Pdf()
