"""RSS and Atom feeds: an article an entry."""

import re
from collections.abc import Iterator
from typing import Any

from kg.documents.article import Article
from kg.documents.formats.days import day_of
from kg.documents.formats.model import Options, Raw
from kg.documents.formats.page.charset import page_text
from kg.documents.formats.records.fields import Columns
from kg.documents.formats.records.record import Names, Taken, article_of
from kg.errors import UserError
from kg.patterns import regex

MOST_BYTES = 50_000_000
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.I)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml")
_SECTION = regex(r"\s*(?:[-|:>]|::)\s*.*$|\s*(?:RSS|전체\s?기사|전체\s?뉴스|최신\s?기사)\s*$")
_COLUMNS = Columns(text="content", summary="description")
_AS_XML = {"content-type": "application/xml; charset=utf-8"}
_DAYS = ("published", "updated", "created", "date")
_LEAST = 400
"""A text of fewer characters in ``description`` alone is the feed's summary, not the article."""


class Feed:
    """A feed of news: RSS 0.9 to 2.0, or Atom."""

    name = "RSS/Atom"
    suffixes = (".rss", ".atom", ".xml")

    def recognises(self, raw: Raw) -> bool:
        """XML whose first element is a feed's; and any XML that is named as a feed, so that it is told to be none."""
        start = raw.start.replace(b"\0", b"")[:2000]
        if raw.name.lower().endswith(self.suffixes) and _XML.match(start):
            return True
        return _ROOT.search(start) is not None and b"<html" not in start.lower()

    def articles(self, raw: Raw, options: Options) -> Iterator[Article | UserError]:
        """The entries of a feed. Raises `UserError` where it has none."""
        text, notes = page_text(raw.content(MOST_BYTES), raw.name, raw.charset)
        feed = _parsed(text)
        entries = feed.entries
        if not entries:
            what = "is a feed without an article" if feed.version else "is XML, but no feed"
            raise UserError(what, raw.name, "give feeds, pages or documents")
        paper = _SECTION.sub("", str(feed.feed.get("publisher") or feed.feed.get("title") or "")).strip()
        given, without = Names(raw.name), 0
        for entry in entries:
            record = _taken(entry, paper)
            if record.text.strip():
                yield article_of(record, given.of(record), _COLUMNS, notes)
            else:
                without += 1
        if without:
            yield UserError(
                f"{without} of its {len(entries)} entries hold no text", raw.name, "save the pages themselves"
            )


def _parsed(text: str) -> Any:
    """The feed, with markup as it stands: our own reading of pages leaves out what is not text."""
    import feedparser

    declared = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.removeprefix("\ufeff"))
    return feedparser.parse(
        declared.encode("utf-8"), response_headers=_AS_XML, sanitize_html=False, resolve_relative_uris=False
    )


def _taken(entry: Any, paper: str) -> Taken:
    full = max((str(c.get("value") or "") for c in entry.get("content") or []), key=len, default="")
    short = str(entry.get("summary") or "")
    bare = len(re.sub(r"<[^>]*>|\s", "", short))
    source = entry.get("source")
    publisher = str(entry.get("publisher") or (source.get("title") if source else "") or paper)
    names = [str(a.get("name") or "") for a in entry.get("authors") or []] or [str(entry.get("author") or "")]
    return Taken(
        str(entry.get("id") or entry.get("link") or ""),
        _plain(str(entry.get("title") or "")),
        full or short,
        next(
            (day for name in _DAYS if (day := day_of(str(entry.get(name) or "")))),
            "",
        ),
        publisher,
        tuple(dict.fromkeys(name for words in names for name in _people(words))),
        str(entry.get("link") or ""),
        not full and bare < _LEAST,
    )


def _people(words: str) -> Iterator[str]:
    from kg.documents.formats.page.makers import people_in

    yield from people_in(words)


def _plain(title: str) -> str:
    from html import unescape

    return unescape(re.sub(r"<[^>]+>", "", title))


FEED = Feed()
