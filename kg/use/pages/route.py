"""What a page shows, where pages stand, and what they are made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from kg.graph.store import GraphStore
from kg.graph.terms import CLAIM_KINDS, ID, encode
from kg.patterns import regex
from kg.use.searching.index import Index

THINGS = ("person", "organization", "program", "region", "event", "document", *CLAIM_KINDS)
"""Kinds of things with a page of their own; the route's name is the end of the IRI."""

VIEWS = ("home", "search", "compare", "graph", "questions", "question", "sparql", "review", "about")
"""Pages that show no single thing; ``question`` alone has a name."""

_SPAN = regex(r"char=(?P<begin>\d+),(?P<end>\d+)")


@dataclass(frozen=True, slots=True)
class Route:
    """What a page shows: its kind, the name of its thing, and further words such as a search or a span of the text.

    The name of a thing is the end of its IRI (NFC, ``_`` for white space, ``%7C`` for the bar), a document's too.
    ``words`` are names with values in the order in which they were given.
    """

    kind: str
    name: str = ""
    words: tuple[tuple[str, str], ...] = ()

    def all(self, word: str) -> tuple[str, ...]:
        """All values of a word."""
        return tuple(value for name, value in self.words if name == word)

    def first(self, word: str) -> str:
        """The first value of a word, empty where there is none."""
        return next(iter(self.all(word)), "")

    def having(self, **words: str | Iterable[str]) -> "Route":
        """The same page with these words in place of all of their names; an empty value takes a word out."""
        told = [(name, value) for name, value in self.words if name not in words]
        for name, values in words.items():
            told += [(name, value) for value in ([values] if isinstance(values, str) else values) if value]
        return Route(self.kind, self.name, tuple(told))

    @property
    def iri(self) -> str:
        """The IRI of the thing, for the kinds of `THINGS`; it may stand in a query, whatever the name holds."""
        return ID + encode(f"{self.kind}/{unquote(self.name)}")


def route_of(iri: str) -> Route | None:
    """The page of a thing, of a document, or of a mention (its document with the span); None for what has no page."""
    kind, _, name = iri.removeprefix(ID).partition("/")
    if not iri.startswith(ID) or kind not in THINGS or not name:
        return None
    name, _, fragment = name.partition("#")
    span = _SPAN.fullmatch(fragment)
    return Route(kind, name, tuple(span.groupdict().items()) if span else ())


class Addresses(Protocol):
    """Where pages and files stand: on the server absolute paths, on a static site relative files.

    The address of a page that is not offered is empty.

    Every address is already encoded for an ``href``; only HTML's own escaping is left to the template.
    """

    def page(self, route: Route) -> str:
        """The address of a page; of a document with ``begin`` and ``end`` it leads to the highlighted span."""

    def table(self, route: Route, name: str, form: str) -> str:
        """The address of a table of a page as ``csv`` or ``xlsx``; empty where there are no downloads."""

    def data(self, route: Route) -> str:
        """The address of what a page's script reads as JSON; empty where there is no such thing."""

    def rdf(self, route: Route, form: str) -> str:
        """The address of a thing as ``ttl``, ``nt`` or ``jsonld``; empty where there is none."""

    def feed(self, route: Route) -> str:
        """The address of the Atom feed of a region or program, or of all (home); empty where there is none."""

    def head(self, route: Route) -> str:
        """What else stands in the head of a page, as HTML (`Markup`)."""

    def static(self, name: str) -> str:
        """The address of a file under ``kg/use/pages/static``."""

    def vendor(self, name: str) -> str:
        """The address of a browser library's file under ``vendor``: ``cytoscape/3.34.0/cytoscape.min.js``."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What pages are made from: the store, its label index, the addresses.

    ``token`` is what a judgement must be sent with; it is empty where nobody may judge.
    """

    store: GraphStore
    index: Index
    addresses: Addresses
    token: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's whole HTML. ``status`` is 200, or 404 where the page says that there is no such thing."""

    html: str
    status: int = 200
