"""What the regions within a region get: each by itself, and by year together; never added to the region's own sums."""

import weakref
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.graph.store import GraphStore
from kg.use.pages import fetching
from kg.use.pages.fetching import kind_of
from kg.use.pages.money import adding, sums
from kg.use.pages.told import Named, told


@dataclass(frozen=True, slots=True)
class Part:
    """A region within: what was added for each of the years, and how many of its sums were taken and left."""

    region: Named
    years: tuple[str, ...]
    values: tuple[int, ...]
    taken: int
    left: int

    @property
    def iri(self) -> str:
        """The region's IRI."""
        return self.region.iri


@dataclass(frozen=True, slots=True)
class Within:
    """The regions within by years, the year's sums over all of them, and how many sums name several regions.

    Those are left out: nobody says what each of them gets.
    """

    years: tuple[str, ...]
    parts: tuple[Part, ...]
    shared: int

    @property
    def totals(self) -> tuple[int, ...]:
        """What the regions within get together in each of the years."""
        return tuple(sum(part.values[i] for part in self.parts) for i in range(len(self.years)))


_known: "weakref.WeakKeyDictionary[GraphStore, dict[str, Within]]" = weakref.WeakKeyDictionary()


def within(store: GraphStore, region: str, parts: Sequence[str]) -> Within:
    """The sums of the regions that lie directly in this one (IRIs); found once for a version of a store."""
    known = _known.setdefault(store, {})
    if region not in known:
        known[region] = _found(store, region, parts)
    return known[region]


def _found(store: GraphStore, region: str, parts: Sequence[str]) -> Within:
    claims = [i for i in fetching.pointing_to(store, parts, "rap:forRegion") if kind_of(i) == "allocation"]
    read = told(store, claims, parts)
    own: dict[str, list[str]] = defaultdict(list)
    shared = 0
    for iri in claims:
        about = read.all(iri, "rap:forRegion")
        if len(about) == 1:
            own[about[0]].append(iri)
        else:
            shared += 1
    money = {part: adding(sums(read, own[part])) for part in parts if own[part]}
    years = tuple(sorted({y.year for m in money.values() for y in m.years}))
    rows = []
    for part, m in money.items():
        by_year = {y.year: y.total for y in m.years}
        values = tuple(by_year.get(year, 0) for year in years)
        rows.append(Part(read.named(part), years, values, m.taken, len(m.rows) - m.taken))
    rows.sort(key=lambda p: (-sum(p.values), p.region.label))
    return Within(years, tuple(p for p in rows if any(p.values)), shared)
