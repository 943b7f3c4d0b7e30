"""A PDF file from its pages to an article."""

from typing import Any

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.model import Raw
from kg.documents.formats.office.blocks import BlockWriter
from kg.documents.formats.pdf.aligned import aligned_tables
from kg.documents.formats.pdf.columns import columns_of
from kg.documents.formats.pdf.fragments import Fragment, fragments_of
from kg.documents.formats.pdf.furniture import without_furniture
from kg.documents.formats.pdf.letters import Letter, letters_of, rules_of
from kg.documents.formats.pdf.lines import Line, lines_of
from kg.documents.formats.pdf.paragraphs import Joiner, Piece
from kg.documents.formats.pdf.ruled import ruled_tables
from kg.errors import UserError

MOST_BYTES = 200_000_000
_WHOLE = 30_000_000
"""Files of so many bytes are read at once, which is faster; of bigger ones what is asked for."""
_MOST_PAGES = 3000
_PADDING = 6.0
"""What cells leave free on both sides together, in points."""
_FREE = 10_000.0
"""Room on the right of a line that never goes on."""
_UNREADABLE = 0.3
_PASSWORD = 4


def read_pdf(raw: Raw) -> Article:
    """The whole file. Raises `UserError` for one that is locked, damaged, or holds pictures of text only."""
    if raw.size > MOST_BYTES:
        raise UserError(f"has {raw.size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB", raw.name, "split it")
    pages, blank = _pages(raw)
    columns: list[list[Line]] = []
    for number, page in enumerate(without_furniture(pages), 1):
        columns.append([line._replace(room=_FREE) for line in lines_of(page.head, number)])
        columns += [lines_of(column, number) for column in columns_of(page.text)]
    writer = ArticleWriter(raw.name)
    _write(writer, Joiner(columns).paragraphs(columns))
    return writer.article(("some pages hold no text",) if blank else ())


def _pages(raw: Raw) -> tuple[list[tuple[float, list[Fragment]]], int]:
    """Height and fragments of each page, and how many pages hold no letter. Raises `UserError` where none does."""
    import pypdfium2

    with raw.open() as file:
        try:
            document = pypdfium2.PdfDocument(file.read() if raw.size <= _WHOLE else file)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD:
                raise UserError("is protected by a password", raw.name, "save it without one") from None
            raise UserError("is damaged", raw.name, "save it again") from None
        try:
            if len(document) > _MOST_PAGES:
                raise UserError(f"has more than {_MOST_PAGES} pages", raw.name, "split it")
            pages: list[tuple[float, list[Fragment]]] = []
            blank = signs = unreadable = 0
            for number in range(len(document)):
                page = document[number]
                letters = letters_of(page)
                blank += not letters
                signs += len(letters)
                unreadable += sum(1 for x in letters if x.sign == "\ufffd" or "\ue000" <= x.sign <= "\uf8ff")
                pages.append((page.get_height(), _fragments(page, letters)))
                page.close()
        except pypdfium2.PdfiumError:
            raise UserError("is damaged", raw.name, "save it again") from None
        finally:
            document.close()
    if not signs:
        raise UserError("holds pictures of pages without text", raw.name, "read their text by OCR first")
    if unreadable > _UNREADABLE * signs:
        raise UserError("holds letters without codes", raw.name, "read their text by OCR first")
    return pages, blank


def _fragments(page: Any, letters: list[Letter]) -> list[Fragment]:
    """A page's fragments, tables among them."""
    if not letters:
        return []
    tables, outside = ruled_tables(letters, rules_of(page), _cell)
    return [*tables, *aligned_tables(fragments_of(outside))]


def _cell(letters: list[Letter], width: float) -> list[str]:
    """The paragraphs of a cell."""
    fragments = fragments_of(letters)
    widest = max((f.box.width for f in fragments), default=0.0)
    lines = lines_of(fragments, 0, max(widest, min(width - _PADDING, 1.4 * widest)))
    return Joiner([lines]).words(lines)


def _write(writer: ArticleWriter, paragraphs: list[list[Piece]]) -> None:
    tables = BlockWriter(writer)
    for paragraph in paragraphs:
        first = paragraph[0]
        if first.table is not None:
            tables.write([first.table], f"{first.page}쪽")
        elif len(paragraph) == 1 and "  " in first.words:
            writer.aligned(first.words, f"{first.page}쪽")
        else:
            writer.paragraph((piece.words, f"{piece.page}쪽") for piece in paragraph)
