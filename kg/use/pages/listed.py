"""All documents by year, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.use.pages import fetching
from kg.use.pages.calendar import calendar
from kg.use.pages.fetching import properties
from kg.use.pages.route import Route, Shown
from kg.use.pages.told import Source, sources

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Listed:
    """One year's documents; ``years`` are all pages with how many documents they have."""

    year: str
    years: tuple[tuple[str, int, Route], ...]
    documents: Sequence[Source]


def listed(route: Route, shown: Shown) -> Listed:
    """The documents of a year; without a year those of the newest."""
    store = shown.store
    days = calendar(store)
    by_year: dict[str, list[str]] = {}
    known = (
        row[0].value
        for row in store.select(f"SELECT ?d {{ ?d {properties(('dcterms:identifier',))} ?i }}").rows
        if row[0]
    )
    for document in days.newest_first(d for d in known if fetching.kind_of(d) == "document"):
        by_year.setdefault(days.day(document)[:4] or UNDATED, []).append(document)
    year = route.name or next(iter(by_year), UNDATED)
    found = sources(store, by_year.get(year, ()))
    years = tuple((y, len(told), Route("documents", y)) for y, told in by_year.items())
    return Listed(year, years, [found[d] for d in by_year.get(year, ()) if d in found])
