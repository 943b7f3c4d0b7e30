"""From a route to its page, its tables and its data."""

from collections.abc import Callable, Sequence
from typing import Any

from kg.graph.terms import CLAIM_KINDS
from kg.use.answer import Answer
from kg.use.pages.asked import COLUMNS, asked, asked_table, shelf
from kg.use.pages.chart import Bar, strip
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
from kg.use.pages.reviewing import review
from kg.use.pages.route import Page, Route, Shown, route_of
from kg.use.pages.search import search, suggestions
from kg.use.pages.sheet import sheet
from kg.use.pages.thing import ORDER, Thing
from kg.use.pages.words import SLOTS, SURE, UNREAD, reason

_THINGS: dict[str, Callable[[Route, Shown], Thing | None]] = {
    "event": event,
    "organization": organization,
    "person": person,
    "program": program,
    "region": region,
}


def _nothing(route: Route, shown: Shown) -> str:
    """What a page shows that is always the same."""
    return ""


_VIEWS: dict[str, tuple[str, Callable[[Route, Shown], Any]]] = {
    "home": ("home.html", home),
    "search": ("search.html", search),
    "graph": ("graph.html", graph),
    "question": ("question.html", asked),
    "questions": ("questions.html", shelf),
    "review": ("review.html", review),
    "about": ("about.html", _nothing),
    "compare": ("compare.html", compare),
}

_DATA: dict[str, Callable[[Route, Shown], Any]] = {"graph": graph_data, "search": suggestions}


def thing(route: Route, shown: Shown) -> Thing | None:
    """What stands on a thing's page; None where the route shows none, or there is no such thing."""
    return _THINGS[route.kind](route, shown) if route.kind in _THINGS else None


def page_of_thing(made: Thing, route: Route, shown: Shown) -> Page:
    """A thing's page."""
    return Page(
        html("thing.html", shown, route, page=made, claim_route=_claim_route, fund_number=ORDER.index, strip=_strip)
    )


def page(route: Route, shown: Shown) -> Page | None:
    """The page of a route; None where there is no such thing. Raises `UserError` for words that cannot be meant."""
    if made := thing(route, shown):
        return page_of_thing(made, route, shown)
    if route.kind == "document" and (read := document(route, shown)):
        return Page(html("document.html", shown, route, page=read, unread_words=UNREAD))
    if route.kind in CLAIM_KINDS and (told := claim(route, shown)):
        return Page(html("claim.html", shown, route, page=told))
    if route.kind in _VIEWS:
        template, view = _VIEWS[route.kind]
        seen = view(route, shown)
        if seen is not None:
            return Page(
                html(template, shown, route, page=seen, slot_words=SLOTS, columns=COLUMNS, reason=reason, sure=SURE)
            )
    return None


def _strip(by_fund: Sequence[tuple[str, int]]) -> list[Bar]:
    return strip(by_fund, ORDER)


def _claim_route(iri: str) -> Route:
    return route_of(iri) or Route("home")


def table(route: Route, name: str, shown: Shown) -> Answer | None:
    """A table of a route's page for CSV and xlsx; None where the page has no such table."""
    if route.kind == "question" and name == "answer":
        return asked_table(route, shown)
    made = thing(route.having(all=name), shown)
    section = next((s for s in made.sections if s.name == name), None) if made else None
    return sheet(section, made.evidence, shown.addresses) if made and section else None


def data(route: Route, shown: Shown) -> Any:
    """What a route's script reads, to be written as JSON; None where there is nothing."""
    made = _DATA.get(route.kind)
    return made(route, shown) if made else None
