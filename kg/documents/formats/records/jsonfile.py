"""JSON and JSON lines: articles as objects, alone, in a list, or one a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.documents.article import Article
from kg.documents.formats.model import Options, Raw
from kg.documents.formats.plain import decoded
from kg.documents.formats.records.fields import KNOWN, Columns, columns_of, squeezed
from kg.documents.formats.records.record import Names, article_of, taken
from kg.errors import UserError

MOST_BYTES = 200_000_000
MOST_LINE = 20_000_000
_LISTS = (
    "articles", "items", "documents", "news", "data", "results", "result", "docs", "hits", "rows", "list", "records",
)  # fmt: skip


_TEXTS = frozenset(map(squeezed, KNOWN["text"])) - {"news", "article", "content", "contents"}
"""An object with one of these is a record, whatever lists it holds."""
_DEEPEST = 4


class Json:
    """A file of JSON: one object, a list, or an object with a list of articles in it."""

    name = "JSON"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, raw: Raw) -> bool:
        """A file that begins as an object or a list of objects does."""
        start = raw.start.removeprefix(b"\xef\xbb\xbf").lstrip()
        if raw.name.lower().endswith(self.suffixes):
            return b"\0" not in start  # what is named so and is none is told to be none
        return start.startswith(b"{") or (start.startswith(b"[") and start[1:].lstrip()[:1] in (b"{", b"]"))

    def articles(self, raw: Raw, options: Options) -> Iterator[Article | UserError]:
        """The articles of a file. Raises `UserError` where it is no JSON or holds no record with text."""
        text, encoding = decoded(raw.content(MOST_BYTES), raw.name, raw.charset)
        notes = () if encoding == "UTF-8" else (f"read as {encoding}",)
        records = _lines_of(text)
        if records is None:
            whole = _loaded(text, raw.name)
            records = _listed(whole)
            if len(records) == 1 and records[0] is whole and isinstance(whole, Mapping):
                yield lone_article(raw.name, whole, options, notes)
                return
        yield from record_articles(raw.name, records, options, notes)


class JsonLines(Json):
    """A file of one JSON object a line; it may be as long as it wants, only a line may not."""

    name = "JSON lines"
    suffixes = (".jsonl", ".ndjson")

    def recognises(self, raw: Raw) -> bool:
        """A file whose first line is a whole object, and that goes on with another."""
        if raw.name.lower().endswith(self.suffixes):
            return b"\0" not in raw.start
        first, _, second = raw.start.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
        if not first.startswith(b"{"):
            return False
        return first.rstrip().endswith(b"}") and second.lstrip().startswith(b"{")

    def articles(self, raw: Raw, options: Options) -> Iterator[Article | UserError]:
        """The articles of a file, line by line; a bad line is told and the others go on."""
        with raw.open() as file:
            yield from record_articles(raw.name, _read_lines(file, raw), options, ())


def _read_lines(file: Any, raw: Raw) -> Iterator[Any]:
    number = 0
    while line := file.readline(MOST_LINE + 1):
        number += 1
        where = f"{raw.name}:{number}"
        if len(line) > MOST_LINE:
            yield UserError(f"has a line of more than {MOST_LINE / 1e6:.0f} MB", where, "split it into articles")
            while line and not line.endswith(b"\n"):
                line = file.readline(MOST_LINE + 1)
            continue
        if line.removeprefix(b"\xef\xbb\xbf").strip():
            try:
                yield json.loads(decoded(line.removeprefix(b"\xef\xbb\xbf"), where, raw.charset)[0], strict=False)
            except UserError as error:
                yield error
            except (ValueError, RecursionError) as error:
                yield UserError(f"is no JSON ({_told(error)})", where, "mend or remove the line")


def _lines_of(text: str) -> list[Any] | None:
    """The objects of a text that has one a line, whatever its name says; None where it is not so."""
    first, _, rest = text.removeprefix("\ufeff").lstrip().partition("\n")
    if not (first.rstrip().endswith("}") and rest.lstrip().startswith("{")):
        return None
    try:
        return [json.loads(line, strict=False) for line in (first, *rest.splitlines()) if line.strip()]
    except (ValueError, RecursionError):
        return None


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UserError(f"is no JSON ({_told(error)})", name, "mend it") from None


def _listed(value: Any, depth: int = 0) -> list[Any]:
    """The records in a value: a list, the list in an object under one of the usual names, or the value itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and depth < _DEEPEST and not _TEXTS & {squeezed(str(name)) for name in value}:
        inner = [value[name] for name in _LISTS if name in value] or list(value.values())
        for each in inner:
            if isinstance(each, list) and any(isinstance(record, Mapping) for record in each):
                return each
        for each in inner:
            if isinstance(each, Mapping) and (found := _listed(each, depth + 1)) != [each]:
                return found
    return [value]


def record_articles(
    name: str, records: Iterable[Any], options: Options, notes: Iterable[str]
) -> Iterator[Article | UserError]:
    """Records as articles of a file of many. Those without text are counted and told once."""
    given, held, without = Names(name), 0, 0
    columns: dict[frozenset[str], Columns] = {}
    for record in records:
        if isinstance(record, UserError):
            yield record
            continue
        held += 1
        keys = frozenset(map(str, record)) if isinstance(record, Mapping) else frozenset()
        if keys not in columns:
            columns[keys] = columns_of(sorted(keys), options, name)
        values = taken(record, columns[keys]) if keys else None
        if values is None or not values.text.strip():
            without += 1
        else:
            yield article_of(values, given.of(values), columns[keys], notes)
    if without:
        what = f"{without} of its {held} records hold no text" if held > 1 else "holds no text"
        do = "name the field that holds it: --field text=NAME" if without == held else "fill or remove them"
        yield UserError(what, name, do)
    elif not held:
        yield UserError("holds no record", name, "remove it or fill it")


def lone_article(name: str, record: Mapping[str, Any], options: Options, notes: Iterable[str]) -> Article:
    """The record that is the whole file. Raises `UserError` where it holds no text."""
    columns = columns_of(map(str, record), options, name)
    values = taken(record, columns)
    if not values.text.strip():
        raise UserError("holds no text", name, "name the field that holds it: --field text=NAME")
    return article_of(values, name, columns, notes)


def _told(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:80]


JSON = Json()
JSON_LINES = JsonLines()
