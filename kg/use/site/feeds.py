"""Atom feeds of new documents: of all, of each region and program. An entry is a document with what was read in it.

No clock: an entry bears the day of its document, a feed that of its newest entry; what has no day stands in no feed.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from kg.graph.contacts import masked
from kg.graph.store import GraphStore
from kg.use.changing.feeds import ATOM, NO_DATE, add, moment, written
from kg.use.pages import Route, route_of
from kg.use.pages.excerpts import Excerpts
from kg.use.pages.fetching import kind_of, named, properties
from kg.use.pages.html import SITE
from kg.use.pages.words import one_line
from kg.use.site.addresses import FED, feed_of, path_of, quoted

MOST = 50
"""So many entries stand in a feed, the newest."""
_MOST_LINES = 30


class Line(NamedTuple):
    """A fact in one line of words, with the things that it is about."""

    words: str
    things: tuple[str, ...]


class News(NamedTuple):
    """A document as an entry tells it: what it is called, who published it and when, the facts."""

    iri: str
    headline: str
    publisher: str
    day: str
    url: str
    lines: tuple[Line, ...]


def news(read: Excerpts) -> News:
    """A document's page as an entry."""
    facts = sorted((f for x in read.excerpts for f in x.facts), key=lambda f: f.begin)
    lines = []
    for fact in facts:
        told = (fact.claim.value, ", ".join(t.label for t in fact.claim.things), ", ".join(fact.claim.further))
        words = masked(one_line(f"{fact.claim.kind}: {' · '.join(filter(None, told))}"))
        lines.append(Line(words, tuple(t.iri for t in fact.claim.things)))
    source = read.source
    return News(source.iri, masked(one_line(source.headline)), source.publisher, source.day, source.url, tuple(lines))


def feeds(store: GraphStore, pages: Iterable[Route], told: Iterable[News], base: str) -> dict[str, bytes]:
    """The feeds' files by their path below the site's folder, of all and of each of these pages that has one.

    ``base`` is where the site will stand, if it is known.
    """
    dated = {n.iri: n for n in told if n.day}
    by_thing = _telling(store)
    fed = [page for page in pages if page.kind in FED and not page.words]
    names = named(store, [page.iri for page in fed])
    found = {feed_of(Route("home")): _feed("", SITE, Route("home"), list(dated.values()), base)}
    for page in fed:
        own = [dated[d] for d in sorted(by_thing.get(page.iri, ())) if d in dated]
        found[feed_of(page)] = _feed(page.iri, f"{masked(names[page.iri])} — {SITE}", page, own, base)
    return found


def _telling(store: GraphStore) -> Mapping[str, set[str]]:
    """The documents that tell of each region and program."""
    classes = properties(("rap:Region", "rap:Program"))
    query = f"SELECT ?t ?d WHERE {{ VALUES ?c {{ {classes} }} GRAPH ?d {{ ?t {properties(('rdf:type',))} ?c }} }}"
    found: dict[str, set[str]] = {}
    for thing, document in store.select(query).rows:
        if thing and document and kind_of(thing.value) in FED:
            found.setdefault(thing.value, set()).add(document.value)
    return found


def _feed(iri: str, title: str, page: Route, told: Sequence[News], base: str) -> bytes:
    listed = sorted(sorted(told, key=lambda n: n.iri), key=lambda n: n.day, reverse=True)[:MOST]
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "ko"})
    add(feed, "id", iri or base or "urn:regional-ai-kg:site")
    add(feed, "title", title)
    add(feed, "updated", moment(listed[0].day if listed else NO_DATE))
    add(add(feed, "author"), "name", "regional-ai-kg")
    add(feed, "link", rel="self", type="application/atom+xml", href=_address(feed_of(page), page, base))
    add(feed, "link", rel="alternate", type="text/html", href=_address(path_of(page), page, base))
    for each in listed:
        feed.append(_entry(iri, each, page, base))
    return written(feed)


def _entry(about: str, told: News, page: Route, base: str) -> Xml.Element:
    entry = Xml.Element("entry")
    add(entry, "id", told.iri)
    add(entry, "title", told.headline)
    add(entry, "updated", moment(told.day))
    add(entry, "published", moment(told.day))
    if told.publisher:
        add(add(entry, "author"), "name", told.publisher)
    document = route_of(told.iri)
    if document:
        add(entry, "link", rel="alternate", type="text/html", href=_address(path_of(document), page, base))
    if told.url.startswith(("http://", "https://")):
        add(entry, "link", rel="via", href=told.url)
    own = [line.words for line in told.lines if not about or about in line.things]
    lines = own or [line.words for line in told.lines]
    more = [f"외 {len(lines) - _MOST_LINES}건"] if len(lines) > _MOST_LINES else []
    add(entry, "content", "\n".join([*lines[:_MOST_LINES], *more]) or told.headline, type="text")
    return entry


def _address(path: str, page: Route, base: str) -> str:
    """The address of a file: whole where it is known where the site will stand, else from the feed's folder."""
    up = "../" if page.kind in FED else ""
    return (base or up) + quoted(path)
