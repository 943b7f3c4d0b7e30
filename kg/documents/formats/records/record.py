"""One record as an article."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kg.documents.article import HEAD, Article, ArticleWriter, within
from kg.documents.formats.days import day_of
from kg.documents.formats.records.fields import Columns, value_at
from kg.documents.reporters import is_name
from kg.patterns import regex

CUT = "body cut short at about 200 characters"
CUT_OFF = "body cut short"
ONLY_SUMMARY = "has only a summary, no text"
_AWKWARD = regex(r"""[\\/:*?"<>|\x00-\x1f\x7f]+""")
_MARKUP = regex(r"<(?:p|br|div|span|table|strong|b|a|img|ul|li|h\d|figure|article)\b[^>]{0,2000}>", re.I)
_STOPPED = regex(r"[.!?…”\"'’」』)\]]\s*$")
_OPEN = regex(r"\s*(?:\.{3,}|…)\s*$")
_NAMED = regex(
    r"(?P<name>[가-힣]{2,4})\s*"
    r"(?:(?:[가-힣]{0,5}기자|특파원|논설위원|위원|칼럼니스트|교수|PD|앵커)[가-힣]{0,2})?"
)
_INNER = ("name", "title", "text", "content", "value", "rendered", "#text")
_LONGEST_ID = 120


class Taken(NamedTuple):
    """The values of a record's fields as words; the text as paragraphs, or as the markup of a page."""

    id: str
    title: str
    text: str
    published: str
    publisher: str
    byline: tuple[str, ...]
    url: str
    summary: bool


def taken(record: Mapping[str, Any], columns: Columns) -> Taken:
    """Take the values of a record's fields; ``summary`` says that the text is no more than that."""
    text = _words(value_at(record, columns.text), "\n")
    summary = "" if text.strip() else _words(value_at(record, columns.summary), "\n")
    url = _words(value_at(record, columns.url))
    return Taken(
        _words(value_at(record, columns.id)).strip(),
        _unmarked(_words(value_at(record, columns.title))),
        text if text.strip() else summary,
        day_of(_words(value_at(record, columns.published))),
        _words(value_at(record, columns.publisher)).strip(),
        tuple(_people(value_at(record, columns.byline))),
        url if url.startswith(("http://", "https://")) else "",
        bool(summary.strip()),
    )


class Names:
    """Gives each record of a file its identifier: its own, else by its text; never by its place, which moves."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._given: set[str] = set()

    def of(self, record: Taken) -> str:
        """The identifier of a record. A second one of the same name gets ``-2`` behind it."""
        name = plain_id(record.id) or _digest(f"{record.title}\n{record.text}")[:12]
        number, full = 1, name
        while full in self._given:
            number += 1
            full = f"{name}-{number}"
        self._given.add(full)
        return f"{self._file}/{full}"


def plain_id(words: str) -> str:
    """An identifier without the characters that make names of files awkward."""
    plain = _AWKWARD.sub("-", " ".join(words.split())).strip(". -")
    if len(plain) > _LONGEST_ID:
        plain = f"{plain[:_LONGEST_ID]}-{_digest(words)[:8]}"
    return plain


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def article_of(record: Taken, identifier: str, columns: Columns, notes: Iterable[str] = ()) -> Article:
    """A record as an article; each paragraph stands in the field of its text."""
    place = f"{(columns.summary if record.summary else columns.text) or '본문'} 칸"
    lines, lost = _lines(record.text)
    writer = ArticleWriter(identifier)
    writer.head(record.title, record.publisher, record.published, record.byline, record.url, HEAD)
    if isinstance(lines, list):
        for number, line in enumerate(lines, 1):
            writer.line(line, f"{place}, 문단 {number}")
    else:
        from kg.documents.formats.office.blocks import BlockWriter
        from kg.documents.formats.page.fragment import fragment_blocks

        BlockWriter(writer).write(fragment_blocks(lines))
    told = [*notes, *([lost] if lost else []), *([ONLY_SUMMARY] if record.summary else [])]
    article = writer.article(told)
    return article if isinstance(lines, list) else within(article, place)


def _lines(text: str) -> tuple[list[str] | str, str]:
    """The paragraphs of a text, or its markup; and the note on what was cut from it.

    Of a text that was cut the last word goes too: «1200» may have been «1200억», and half a figure is a wrong one.
    """
    if len(_MARKUP.findall(text)) > 1 or re.search(r"</(?:p|div|span|table)>|<br\s*/?>", text, re.I):
        return text, ""
    plain = _unmarked(text)
    whole = plain.rstrip()
    note = ""
    if _OPEN.search(whole):
        whole, note = _OPEN.sub("", whole), CUT if 150 <= len(whole) <= 260 else CUT_OFF
    elif 190 <= len(whole) <= 210 and not _STOPPED.search(whole):
        note = CUT
    if note:
        whole = re.sub(r"\s*\S+$", "", whole) if re.search(r"\s", whole) and not _STOPPED.search(whole) else whole
        whole = f"{whole} …"
    return [line for line in whole.splitlines() if line.strip()], note


def _unmarked(words: str) -> str:
    """Words without stray markup and entities, as titles of exports have them."""
    from html import unescape

    bare = re.sub(r"</?(?:b|strong|em|span|font|i|u)\b[^>]*>", "", words) if "<" in words else words
    return unescape(bare) if "&" in bare else bare


def _words(value: Any, between: str = ", ") -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _words(next((value[name] for name in _INNER if name in value), ""))
    if isinstance(value, list):
        return between.join(filter(None, (_words(v, between) for v in value)))
    if value is None or isinstance(value, bool):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _people(value: Any) -> Iterator[str]:
    """Persons' names: «홍길동 기자», «홍길동;성춘향», lists, and none of the desks that exports also name here."""
    seen = set()
    for piece in re.split(r"[,;·ㆍ/|&\n]| 외 ", re.sub(r"\S+@\S+|\([^)]*\)|\[[^\]]*\]", " ", _words(value))):
        words = piece.split()
        joined = " ".join(words)
        found = _NAMED.fullmatch(joined) or (_NAMED.fullmatch(" ".join(words[-2:])) if len(words) > 2 else None)
        if found and is_name(found["name"]) and found["name"] not in seen:
            seen.add(found["name"])
            yield found["name"]
