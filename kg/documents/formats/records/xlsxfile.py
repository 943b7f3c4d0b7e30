"""Excel workbooks: sheets of articles as BigKinds and others export them; other sheets are one document of rows."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from itertools import islice
from typing import Any, BinaryIO

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.model import Options, Raw
from kg.documents.formats.office.packed import has_member
from kg.documents.formats.records.cells import MOST_ROWS, Merged, TableWriter, head_of, row_articles
from kg.documents.formats.records.record import Names
from kg.errors import UserError

MOST_BYTES = 200_000_000
_MOST_MEMBER = 1_000_000_000
_MOST_RATIO = 300
_FREE_RATIO = 2_000_000
_MOST_COLUMNS = 1000
_MOST_WHOLE = 30_000_000
"""Bytes, unpacked, of a workbook that is taken whole into memory, so that its merged cells are known."""


class Xlsx:
    """A workbook of Excel 2007 and later."""

    name = "Excel"
    suffixes = (".xlsx", ".xlsm")

    def recognises(self, raw: Raw) -> bool:
        """An archive that holds a workbook."""
        return has_member(raw, "xl/workbook.xml")

    def articles(self, raw: Raw, options: Options) -> Iterator[Article | UserError]:
        """The articles of its sheets, then the document of its other sheets. Raises `UserError` for a damaged one."""
        if raw.size > MOST_BYTES:
            raise UserError(f"has {raw.size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB", raw.name, "split it")
        with raw.open() as file:
            size = _unpacked(file, raw.name)
            others: list[str] = []
            try:
                given, told = Names(raw.name), 0
                book = _opened(file, read_only=True)
                for sheet in book.worksheets:
                    if sheet.sheet_state != "visible":
                        continue
                    sheet.reset_dimensions()  # exports tell a wrong size of the sheet, as A1
                    found = head_of(_rows(sheet), options, raw.name)
                    if found is None:
                        others.append(sheet.title)
                        continue
                    for article in row_articles(*found, given, (), raw.name):
                        told += 1
                        yield article
                if not others and not told:
                    raise UserError("holds no sheet that can be read", raw.name, "save it again")
                if others and (told == 0 or size <= _MOST_WHOLE):
                    yield from _document(file, raw.name, others, size, bool(told))
            except UserError:
                raise
            except Exception as error:  # whatever a damaged workbook makes the library trip over
                raise UserError(f"is damaged ({type(error).__name__})", raw.name, "save it again") from None


def _unpacked(file: BinaryIO, name: str) -> int:
    """How many bytes a workbook unpacks to. Raises `UserError` for a bomb."""
    try:
        members = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UserError(f"is damaged ({error})", name, "save it again") from None
    for info in members:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > _MOST_MEMBER or (info.file_size > _FREE_RATIO and ratio > _MOST_RATIO):
            what = f"unpacks {info.filename} to {info.file_size / 1e6:.0f} MB from {info.compress_size / 1e6:.1f} MB"
            raise UserError(what, name, "check where it comes from")
    return sum(info.file_size for info in members)


def _opened(file: BinaryIO, read_only: bool) -> Any:
    import warnings

    from openpyxl import load_workbook

    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that no value depends on
        return load_workbook(file, read_only=read_only, data_only=True, keep_links=False)


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(max_col=_MOST_COLUMNS):
        yield [cell_words(cell) for cell in row]


def _document(file: BinaryIO, name: str, titles: list[str], size: int, beside: bool) -> Iterator[Article]:
    """The document of the sheets that are not of articles."""
    book = _opened(file, read_only=size > _MOST_WHOLE)
    writer = ArticleWriter(f"{name}/sheets" if beside else name)
    for title in titles:
        sheet = book[title]
        rows = list(islice(_rows(sheet), MOST_ROWS + 1))
        if len(rows) > MOST_ROWS:
            what = f"holds no column of text and has more than {MOST_ROWS} rows"
            raise UserError(what, name, "name the column that holds it: --field text=NAME")
        if not any(words.strip() for row in rows for words in row):
            continue
        if len(titles) > 1 and not re.fullmatch(r"(?i)(?:sheet|시트)\s?\d*", title):
            writer.line(title, f"{title} 시트")
        TableWriter(writer, partial(_address, title)).write(rows, _merged(sheet))
    article = writer.article()
    if article.text.strip():
        yield article
    elif not beside:
        raise UserError("is empty", name, "remove it or fill it")


def _address(title: str, row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{title}!{get_column_letter(column)}{row}"


def _merged(sheet: Any) -> Iterator[Merged]:
    ranges = getattr(sheet, "merged_cells", None)
    for cells in ranges.ranges if ranges is not None else ():
        high, wide = cells.max_row - cells.min_row + 1, cells.max_col - cells.min_col + 1
        yield (cells.min_row - 1, cells.min_col - 1, high, wide)


def cell_words(cell: Any) -> str:
    """A cell's value as its reader sees it, but for the commas in figures; empty for errors."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return _figure(value, getattr(cell, "number_format", None) or "")
    words = str(value)
    return "" if re.fullmatch(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)", words) else words


def _figure(value: float, form: str) -> str:
    percent = "%" in form
    shown = value * 100 if percent else value
    words = str(int(shown)) if float(shown).is_integer() and abs(shown) < 1e15 else f"{shown:.10g}"
    return f"{words}%" if percent else words


XLSX = Xlsx()
