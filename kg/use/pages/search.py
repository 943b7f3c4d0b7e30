"""The page of search results, and what the search box suggests while somebody types."""

from dataclasses import dataclass
from typing import Any

from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.words import kind_name
from kg.use.searching.index import NAMED, Hit

KINDS = (*NAMED, "document")
_MOST = 60
_SUGGESTED = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its page."""

    hit: Hit
    route: Route


@dataclass(frozen=True, slots=True)
class Search:
    """Search results, and the ways to narrow them: each kind with how many of the hits are of it."""

    typed: str
    kind: str
    found: tuple[Found, ...]
    kinds: tuple[tuple[str, Route], ...]
    cut: bool


def search(route: Route, shown: Shown) -> Search:
    """What the search page shows: hits, or where nothing was typed the things that most documents tell of."""
    typed, kind = route.first("q"), route.first("kind")
    kinds = (kind,) if kind in KINDS else NAMED
    if typed.strip():
        hits = shown.index.search(typed, kinds, limit=_MOST + 1)
    else:
        hits = shown.index.most_told(kind if kind in KINDS else "program", _MOST + 1)
    found = [Found(hit, page) for hit in hits if (page := route_of(hit.iri))]
    ways = [(kind_name(k), route.having(kind=k)) for k in KINDS]
    return Search(typed, kind, tuple(found[:_MOST]), tuple(ways), len(found) > _MOST)


def suggestions(route: Route, shown: Shown) -> Any:
    """What the search box suggests: name, kind, region, spelling, address."""
    kinds = tuple(k for k in route.all("kind") if k in KINDS) or NAMED
    return [
        {
            "label": hit.label,
            "kind": kind_name(hit.kind),
            "region": hit.region if hit.region != hit.label else "",
            "spelling": hit.spelling,
            "documents": hit.documents,
            "name": f"{page.kind}/{page.name}",
            "address": shown.addresses.page(page),
        }
        for hit in shown.index.search(route.first("q"), kinds, limit=_SUGGESTED)
        if (page := route_of(hit.iri))
    ]
