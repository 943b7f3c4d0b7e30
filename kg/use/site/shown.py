"""A page of the site as HTML: those of the explorer, and in the place of some others that need no server."""

from collections.abc import Callable, Iterator
from typing import Any

from kg.use.answer import Answer
from kg.use.pages import Addresses, Route, Shown, page
from kg.use.pages.asked import COLUMNS, Asked, Shelf, shelf
from kg.use.pages.chart import nice
from kg.use.pages.compare import charted, compare, side_of
from kg.use.pages.disagreeing import disagreeing
from kg.use.pages.excerpts import Excerpts
from kg.use.pages.graph import graph
from kg.use.pages.html import html
from kg.use.pages.listed import listed
from kg.use.pages.names import names
from kg.use.pages.sheet import sheet
from kg.use.pages.thing import Thing
from kg.use.site.addresses import path_of


def answerable(route: Route, shown: Shown) -> tuple[Shelf, ...]:
    """The named questions that a site answers: those for which nothing has to be told."""
    return tuple(each for each in shelf(route, shown) if path_of(each.route))


_OWN: dict[str, tuple[str, Callable[[Route, Shown], Any]]] = {
    "compare": ("beside.html", compare),
    "documents": ("listed.html", listed),
    "graph": ("walk.html", graph),
    "questions": ("answers.html", answerable),
    "names": ("names.html", names),
    "review": ("disagreeing.html", disagreeing),
}


def tables_of(made: Thing, route: Route, addresses: Addresses) -> Iterator[tuple[str, Answer]]:
    """The tables of a thing's page that show all of their rows; another page shows those of others.

    ``addresses`` are such as lead from where the tables stand.
    """
    for section in made.sections:
        if section.more is None and route.first("all") in ("", section.name):
            yield section.name, sheet(section, made.evidence, addresses)


def page_of(route: Route, shown: Shown) -> str | None:
    """The HTML of any page but a thing's or a document's; None where there is no such thing."""
    if route.kind in _OWN:
        template, view = _OWN[route.kind]
        return html(template, shown, route, page=view(route, shown))
    made = page(route, shown)
    return made.html if made else None


def page_of_document(read: Excerpts, shown: Shown) -> str:
    """The HTML of a document's page without its text."""
    return html("excerpts.html", shown, read.route, page=read)


def page_of_answer(seen: Asked, route: Route, shown: Shown) -> str:
    """The HTML of a question's page with its answer."""
    return html("answered.html", shown, route, page=seen, columns=COLUMNS)


def side(route: Route, label: str, shown: Shown) -> dict[str, Any]:
    """A thing as one side of a comparison: its name, the height of its chart in won, its cells as HTML."""
    made = side_of(route, label, shown)
    most = max((year.total for year in made.money.years), default=0)
    cells = html("side.html", shown, route, page=charted(made, most))
    return {"label": label, "top": nice(most) if most else 0, "cells": cells}
