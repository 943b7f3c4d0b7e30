"""What a page says of itself for machines: ``meta`` elements and JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

_ARTICLES = (
    "newsarticle", "article", "reportagenewsarticle", "blogposting", "report", "analysisnewsarticle", "webpage",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dable:title", "dc.title", "title")
_DAYS = (
    "article:published_time", "og:article:published_time", "article:published", "og:regdate", "regdate",
    "datepublished", "date_published", "pubdate", "publishdate", "publish_date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dc.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published",
    "article.created", "creation_date", "date", "by:pubdate", "nate:date", "dd:published_time",
)  # fmt: skip
_PUBLISHERS = (
    "article:media_name", "article:publisher_name", "og:article:author", "twitter:creator", "dc.publisher",
    "dcterms.publisher", "publisher", "article:publisher", "og:site_name", "application-name", "copyright",
)  # fmt: skip
_AUTHORS = (
    "author", "dable:author", "article:author", "dc.creator", "byl", "parsely-author", "reporter", "sailthru.author",
)  # fmt: skip


class Metadata(NamedTuple):
    """Values by kind, the most telling first; ``body`` is the article's text as JSON-LD may repeat it."""

    titles: tuple[str, ...]
    days: tuple[str, ...]
    publishers: tuple[str, ...]
    authors: tuple[str, ...]
    urls: tuple[str, ...]
    body: str


def metadata_of(page: HtmlElement, address: str = "") -> Metadata:
    """What the head of a page tells; ``address`` is where the page came from, if that is known."""
    told: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if (value := " ".join((meta.get("content") or "").split())) and name:
            told.setdefault(name.strip().lower(), []).append(value)
    articles = list(_articles(page))
    title = page.find(".//title")
    links = [link.get("href") or "" for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"]

    def of(names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield from told.get(name, ())

    base = next(of(("og:url",)), "") or address
    urls = [*links, *of(("og:url",)), *(_text(a.get("url")) or _text(a.get("@id")) for a in articles), address]
    return Metadata(
        _each(
            [
                *(_text(a.get("headline")) for a in articles),
                *of(_TITLES),
                (title.text or "") if title is not None else "",
            ]
        ),
        _each([*(_text(a.get("datePublished")) for a in articles), *of(_DAYS)]),
        _each([*(_named(a.get("publisher")) for a in articles), *of(_PUBLISHERS)]),
        _each([*(n for a in articles for n in _names(a.get("author"))), *of(_AUTHORS)]),
        _each(filter(_is_page, (urljoin(base, u) for u in urls if u))),
        max((_text(a.get("articleBody")) for a in articles), key=len, default=""),
    )


def _is_page(url: str) -> bool:
    """Whether an address is that of one page: a site's front page, as careless pages name it, is none."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and (len(parts.path) > 1 or bool(parts.query))


def _each(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in (" ".join(v.split()) for v in values) if v))


def _articles(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that are articles, the first of the most special type first."""
    found: list[tuple[int, dict[str, Any]]] = []
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for thing in _things(_loaded(script.text or "")):
                kinds = thing.get("@type")
                for kind in kinds if isinstance(kinds, list) else [kinds]:
                    if isinstance(kind, str) and kind.lower() in _ARTICLES:
                        found.append((_ARTICLES.index(kind.lower()), thing))
                        break
    return (thing for _, thing in sorted(found, key=lambda f: f[0]))


def _loaded(words: str) -> Any:
    """JSON as pages write it: with comments round it, and with raw line breaks in strings."""
    try:
        return json.loads(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$|;\s*$", "", words), strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 5:
        for each in value:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph") or [], depth + 1)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _named(value: Any) -> str:
    return next(iter(_names(value)), "")


def _names(value: Any) -> list[str]:
    """The names in «"name"», «{"name": …}» or a list of such."""
    if isinstance(value, list):
        return [name for each in value[:20] for name in _names(each)]
    return [_text(value.get("name") if isinstance(value, dict) else value)]
