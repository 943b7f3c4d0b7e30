"""From a route to its page, its tables and its data."""

from collections.abc import Callable
from typing import Any

from kg.graph.terms import CLAIM_KINDS
from kg.use.answer import Answer
from kg.use.pages.claim import claim
from kg.use.pages.compare import compare
from kg.use.pages.document import document
from kg.use.pages.event import event
from kg.use.pages.graph import graph, graph_data
from kg.use.pages.home import home
from kg.use.pages.html import html
from kg.use.pages.organization import organization
from kg.use.pages.person import person
from kg.use.pages.program import program
from kg.use.pages.region import region
from kg.use.pages.route import Page, Route, Shown, route_of
from kg.use.pages.search import search, suggestions
from kg.use.pages.thing import ORDER, Thing
from kg.use.pages.words import UNREAD

_THINGS: dict[str, Callable[[Route, Shown], Thing | None]] = {
    "event": event,
    "organization": organization,
    "person": person,
    "program": program,
    "region": region,
}

_VIEWS: dict[str, tuple[str, Callable[[Route, Shown], Any]]] = {
    "home": ("home.html", home),
    "search": ("search.html", search),
    "graph": ("graph.html", graph),
    "compare": ("compare.html", compare),
}

_DATA: dict[str, Callable[[Route, Shown], Any]] = {"graph": graph_data, "search": suggestions}


def page(route: Route, shown: Shown) -> Page | None:
    """The page of a route; None where there is no such thing. Raises `UserError` for words that cannot be meant."""
    made = _THINGS[route.kind](route, shown) if route.kind in _THINGS else None
    if made is not None:
        return Page(html("thing.html", shown, route, page=made, claim_route=_claim_route, fund_number=ORDER.index))
    if route.kind == "document" and (read := document(route, shown)):
        return Page(html("document.html", shown, route, page=read, unread_words=UNREAD))
    if route.kind in CLAIM_KINDS and (told := claim(route, shown)):
        return Page(html("claim.html", shown, route, page=told))
    if route.kind in _VIEWS:
        template, view = _VIEWS[route.kind]
        return Page(html(template, shown, route, page=view(route, shown)))
    return None


def _claim_route(iri: str) -> Route:
    return route_of(iri) or Route("home")


def table(route: Route, name: str, shown: Shown) -> Answer | None:
    """A table of a route's page for CSV and xlsx; None where the page has no such table."""
    return None


def data(route: Route, shown: Shown) -> Any:
    """What a route's script reads, to be written as JSON; None where there is nothing."""
    made = _DATA.get(route.kind)
    return made(route, shown) if made else None
