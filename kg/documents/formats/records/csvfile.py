"""CSV and TSV, in UTF-8, UTF-16 or CP949: articles a row, or one document of rows."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice

from kg.documents.article import Article, ArticleWriter
from kg.documents.formats.model import Options, Raw
from kg.documents.formats.records.cells import MOST_ROWS, TableWriter, head_of, row_articles
from kg.documents.formats.records.fields import KNOWN, squeezed
from kg.documents.formats.records.record import Names
from kg.errors import UserError

MOST_BYTES = 2_000_000_000
_MOST_FIELD = 20_000_000
_CHUNK = 1 << 20
_MARKS = ("\t", ";", "|", ",")
_NAMES = frozenset(squeezed(name) for names in KNOWN.values() for name in names)


class Csv:
    """A file of rows whose cells commas, tabs, semicolons or bars divide."""

    name = "CSV"
    suffixes = (".csv", ".tsv")

    def recognises(self, raw: Raw) -> bool:
        """A file that is named so, or whose first line names three fields that records of articles have."""
        start = raw.start
        if b"\0" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return False
        if raw.name.lower().endswith(self.suffixes):
            return True
        return len(_known_names(start)) >= 3

    def articles(self, raw: Raw, options: Options) -> Iterator[Article | UserError]:
        """The articles of the rows, else the document that the rows are. Raises `UserError` where it is no table."""
        if raw.size > MOST_BYTES:
            raise UserError(f"has {raw.size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB", raw.name, "split it")
        encoding = _encoding(raw)
        notes = () if encoding.startswith("utf-8") else (f"read as {encoding.upper()}",)
        csv.field_size_limit(_MOST_FIELD)
        try:
            found = head_of(_rows(raw, encoding), options, raw.name)
            if found is not None:
                yield from row_articles(*found, Names(raw.name), notes, raw.name)
            else:
                yield _table(raw, encoding, notes)
        except csv.Error as error:
            raise UserError(f"is no table ({error})", raw.name, "save it as CSV again") from None


def _known_names(start: bytes) -> set[str]:
    """The names of fields in a first line."""
    line = start.splitlines()[0] if start else b""
    for encoding in ("utf-8-sig", "cp949"):
        try:
            words = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        return {squeezed(cell.strip(' "')) for cell in words.split(_mark(words))} & _NAMES
    return set()


def _mark(line: str) -> str:
    """What divides the cells of a line: what stands there most often."""
    return max(_MARKS, key=lambda mark: (line.count(mark), mark == ","))


def _encoding(raw: Raw) -> str:
    """UTF-8, UTF-16 with its mark, or CP949, whichever the whole file can be read in. Raises `UserError` for none."""
    if raw.start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding in ("utf-8-sig", "cp949"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with raw.open() as file:
                while chunk := file.read(_CHUNK):
                    decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise UserError("is neither UTF-8, UTF-16 nor CP949 text", raw.name, "save it as UTF-8")


def _rows(raw: Raw, encoding: str) -> Iterator[list[str]]:
    with raw.open() as file, io.TextIOWrapper(file, encoding, newline="") as text:
        first = text.readline(_MOST_FIELD)
        mark = "\t" if raw.name.lower().endswith(".tsv") else _mark(first)

        def lines() -> Iterator[str]:
            yield first
            yield from text

        yield from csv.reader(lines(), delimiter=mark)


def _table(raw: Raw, encoding: str, notes: tuple[str, ...]) -> Article:
    """The document of a table that is not of articles."""
    rows = list(islice(_rows(raw, encoding), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        what = f"holds no column of text and has more than {MOST_ROWS} rows"
        raise UserError(what, raw.name, "name the column that holds it: --field text=NAME")
    if not any(cell.strip() for row in rows for cell in row):
        raise UserError("is empty", raw.name, "remove it or fill it")
    writer = ArticleWriter(raw.name)
    TableWriter(writer, lambda row, column: f"{row}행 {column}열").write(rows)
    return writer.article(notes)


CSV = Csv()
