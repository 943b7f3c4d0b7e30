"""The formats that are known, and the one way from a file to its articles."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import PurePosixPath

from kg.documents.article import Article
from kg.documents.formats.archive import ZIP
from kg.documents.formats.feed import FEED
from kg.documents.formats.hwp5.hwp import HWP
from kg.documents.formats.model import Format, Options, Raw
from kg.documents.formats.office.kinds import DOCX, HWPX
from kg.documents.formats.page.format import PAGE
from kg.documents.formats.pdf.pdf import PDF
from kg.documents.formats.plain import PLAIN
from kg.documents.formats.records.csvfile import CSV
from kg.documents.formats.records.jsonfile import JSON, JSON_LINES
from kg.documents.formats.records.xlsxfile import XLSX
from kg.errors import UserError

_OURS: tuple[Format, ...] = (HWPX, DOCX, XLSX, HWP, PDF, ZIP, JSON_LINES, JSON, FEED, PAGE, CSV, PLAIN)
"""From the most special to the most general: the first that recognises a file without a telling name takes it."""
_DEEPEST = 3
"""Archives within archives down to here."""


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """Those of installed packages (entry points ``kg.formats``, by name), then ours."""
    others = sorted(entry_points(group="kg.formats"), key=lambda e: e.name)
    return (*(e.load() for e in others), *_OURS)


@lru_cache(maxsize=1)
def suffixes() -> frozenset[str]:
    """The endings of names by which a folder's articles are found."""
    return frozenset(s for f in formats() for s in f.suffixes)


def format_of(raw: Raw) -> Format:
    """The format of a file: among those that recognise its content the one its name tells, else the first.

    Raises `UserError` where none does.
    """
    suffix = PurePosixPath(raw.name).suffix.lower()
    fitting = [f for f in formats() if f.recognises(raw)]
    if not fitting:
        known = ", ".join(f.name for f in formats())
        raise UserError("is of no known format", raw.name, f"known are {known}")
    return next((f for f in fitting if suffix in f.suffixes), fitting[0])


def articles_of(raw: Raw, options: Options, depth: int = 0) -> Iterator[Article | UserError]:
    """The articles of a file, and of the files in it, in order; for each bad part the error that tells why."""
    try:
        for found in format_of(raw).articles(raw, options):
            if not isinstance(found, Raw):
                yield found
            elif depth == _DEEPEST:
                yield UserError("is an archive in an archive in an archive", found.name, "unpack it")
            else:
                yield from articles_of(found, options, depth + 1)
    except UserError as error:
        yield error
    except OSError as error:
        yield UserError(f"cannot be read ({error.strerror or error})", raw.name, "check its permissions")
