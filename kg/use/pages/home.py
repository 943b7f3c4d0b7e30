"""The first page: what is in the store, its regions on a map of tiles, what is told most, what is new."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.graph.store import GraphStore
from kg.use.pages import fetching
from kg.use.pages.calendar import calendar
from kg.use.pages.differing import Difference, Differences, differences
from kg.use.pages.fetching import properties
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.search import Found
from kg.use.pages.told import Source, sources
from kg.use.pages.words import KINDS

_TILES = {
    "서울특별시": ("서울", 1, 0), "경기도": ("경기", 2, 0), "강원특별자치도": ("강원", 3, 0),
    "인천광역시": ("인천", 0, 1), "세종특별자치시": ("세종", 1, 1),
    "충청북도": ("충북", 2, 1), "경상북도": ("경북", 3, 1),
    "충청남도": ("충남", 0, 2), "대전광역시": ("대전", 1, 2),
    "대구광역시": ("대구", 2, 2), "울산광역시": ("울산", 3, 2),
    "전북특별자치도": ("전북", 1, 3), "경상남도": ("경남", 2, 3), "부산광역시": ("부산", 3, 3),
    "광주광역시": ("광주", 0, 4), "전라남도": ("전남", 1, 4), "제주특별자치도": ("제주", 0, 5),
}  # fmt: skip
SIDE = 92
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map: its place in pixels, how many documents are about it, how dark it is (0 to 5)."""

    short: str
    label: str
    x: int
    y: int
    documents: int
    shade: int
    route: Route | None


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page shows."""

    counts: tuple[tuple[str, int, Route], ...]
    tiles: tuple[Tile, ...]
    regions: tuple[tuple[str, int, Route], ...]
    programs: tuple[Found, ...]
    people: tuple[Found, ...]
    newest: tuple[Source, ...]
    differing: Sequence[Difference]
    differences: Differences


def home(route: Route, shown: Shown) -> Home:
    """What the first page shows."""
    store, index = shown.store, shown.index
    counts = [
        (KINDS[kind], index.count(kind), Route("search", "", (("kind", kind),)))
        for kind in ("person", "organization", "program", "region", "event")
    ]
    counts.append((KINDS["document"], store.document_count(), Route("search", "", (("kind", "document"),))))
    regions = _regions(store)
    found = differences(store)
    listed = calendar(store).newest[:8]
    new = sources(store, listed)
    return Home(
        tuple(counts),
        tuple(_tiles(store, regions)),
        tuple((label, number, page) for iri, label, number in regions[:24] if (page := route_of(iri))),
        tuple(Found(h, p) for h in index.most_told("program", 12) if (p := route_of(h.iri))),
        tuple(Found(h, p) for h in index.most_told("person", 12) if (p := route_of(h.iri))),
        tuple(new[d] for d in listed if d in new),
        [d for d in found.all if not d.changed][:3],
        found,
    )


def _regions(store: GraphStore) -> list[tuple[str, str, int]]:
    """Regions with the number of documents about them, most first: IRI, label, number."""
    query = (
        f"SELECT ?r (COUNT(?d) AS ?n) WHERE {{ ?d {properties(('schema:spatialCoverage',))} ?r }} "
        "GROUP BY ?r ORDER BY DESC(?n) ?r"
    )
    rows = [(r.value, int(n.value)) for r, n in store.select(query).rows if r and n]
    names = fetching.named(store, [iri for iri, _ in rows])
    return [(iri, names.get(iri, iri), number) for iri, number in rows]


def _tiles(store: GraphStore, regions: Sequence[tuple[str, str, int]]) -> list[Tile]:
    """The provinces with the documents about them and their cities."""
    told: Counter[str] = Counter()
    for _, label, number in regions:
        told[label.split(" ")[0]] += number
    known = fetching.named(store, [Route("region", name).iri for name in _TILES])
    most = max((told[name] for name in _TILES), default=0) or 1
    tiles = []
    for name, (short, x, y) in _TILES.items():
        page = Route("region", name)
        number = told[name]
        shade = 0 if not number else 1 + round((number / most) ** 0.5 * (_STEPS - 1))
        tiles.append(
            Tile(short, name, x * SIDE, y * SIDE, number, min(shade, _STEPS), page if page.iri in known else None)
        )
    return tiles
