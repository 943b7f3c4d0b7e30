"""From a route to its page, its tables and its data."""

from html import escape
from typing import Any

from kg.use.answer import Answer
from kg.use.pages.route import THINGS, VIEWS, Page, Route, Shown, route_of


def page(route: Route, shown: Shown) -> Page | None:
    """The page of a route; None where there is no such thing. Raises `UserError` for words that cannot be meant."""
    to = shown.addresses
    if route.kind == "search":
        hits = shown.index.search(route.first("q"))
        told = [
            f'<li><a href="{escape(to.page(found))}">{escape(hit.label)}</a> {escape(hit.kind)}</li>'
            for hit in hits
            if (found := route_of(hit.iri))
        ]
        body = f"<ul>{''.join(told)}</ul>"
    elif route.kind in THINGS:
        rows = list(shown.store.select(f"SELECT ?p ?o WHERE {{ <{route.iri}> ?p ?o }} ORDER BY ?p ?o").rows)
        if not rows:
            return None
        told = [f"<tr><td>{escape(p.value)}</td><td>{escape(o.value)}</td></tr>" for p, o in rows if p and o]
        body = f"<table>{''.join(told)}</table>"
    elif route.kind in VIEWS:
        body = f'<form action="{escape(to.page(Route("search")))}"><input name="q" aria-label="찾기"></form>'
    else:
        return None
    title = escape(route.name or route.kind)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return Page(f'<!doctype html><html lang="ko"><head>{head}</head><body><h1>{title}</h1>{body}</body></html>')


def table(route: Route, name: str, shown: Shown) -> Answer | None:
    """A table of a route's page for CSV and xlsx; None where the page has no such table."""
    return None


def data(route: Route, shown: Shown) -> Any:
    """What a route's script reads, to be written as JSON; None where there is nothing."""
    return None
