"""The whole site: pages, what scripts read, feeds, files of ours and of libraries; written whole or not at all."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import kg.use.pages
from kg.errors import UserError
from kg.graph.places import Place, standing
from kg.graph.store import GraphStore, open_version
from kg.graph.terms import CLAIM_KINDS
from kg.resources import resource
from kg.use.pages import Route, Shown, route_of
from kg.use.pages.fetching import properties
from kg.use.pages.listed import listed
from kg.use.pages.names import names
from kg.use.pages.search import KINDS
from kg.use.searching.writing import has_labels
from kg.use.site.addresses import answered, path_of, quoted
from kg.use.site.data import headlines, labels
from kg.use.site.feeds import News, feeds
from kg.use.site.folder import whole_folder
from kg.use.site.making import Made, Maker, begun, is_planned, make_all, portions

_STATIC = Path(kg.use.pages.__file__).parent / "static"
_SHIPPED = ("style.css", "icon.svg", "search.js", "find.js", "graph.js", "near.js", "beside.js")
_LIBRARY = "cytoscape/3.34.4"
_VIEWS = ("home", "about", "search", "compare", "graph", "names", "documents", "questions")

Watch = Callable[[Iterable[Made], int], Iterable[Made]]


class Written(NamedTuple):
    """How large a site is: pages, files in all, bytes."""

    pages: int
    files: int
    size: int


def write_site(place: Place, output: Path, base: str, workers: int, watch: Watch) -> Written:
    """Write the site of a store's current version into a folder, which it replaces if it is a site.

    ``base`` is the address under which it will stand, with a slash at its end, or empty; ``watch`` passes on what is
    made, portion by portion, and is told how many there are. Raises `UserError` where there is no store, or where
    something else stands in the folder's place.
    """
    with standing(place) as version:
        graph = open_version(version, place)
        if not has_labels(version):
            raise UserError("was built by an older kg", str(place), f"run kg build --store {place}")
        with whole_folder(output) as folder:
            maker = Maker(graph, folder, base)
            _ship(folder)
            shown, _ = maker.shown()
            maker.write("data/labels.js", labels(shown))
            maker.write("data/headlines.js", headlines(shown))
            told: list[News] = []
            planned = list(_planned(graph, shown))
            begin = begun(graph, folder, base, place)
            for made in watch(make_all(maker, planned, begin, workers), len(portions(planned))):
                told += made.news
            for path, content in feeds(graph, planned, told, base).items():
                maker.write(path, content)
            if base:
                maker.write("sitemap.xml", _sitemap(planned, base))
            graph.check_standing()
    files = [p for p in output.rglob("*") if p.is_file()]
    return Written(sum(p.suffix == ".html" for p in files), len(files), sum(p.stat().st_size for p in files))


def _planned(store: GraphStore, shown: Shown) -> Iterator[Route]:
    """The pages that a site has in any case; large ones first, so that no process waits for another in the end."""
    yield from (Route(kind) for kind in _VIEWS)
    yield from (Route("search", "", (("kind", kind),)) for kind in KINDS)
    yield from (Route("review", "", (("view", view),)) for view in ("clashes", "changes"))
    yield from (Route("question", name) for name in sorted(answered()))
    yield from (route for _, _, route in names(Route("names"), shown).letters)
    yield from (route for _, _, route in listed(Route("documents"), shown).years)
    by_kind = _things(store)
    for kind in ("region", "document", "organization", "person", "program", "event", *CLAIM_KINDS):
        yield from filter(is_planned, by_kind.get(kind, ()))


def _things(store: GraphStore) -> dict[str, list[Route]]:
    """The pages of all things and claims, in the order of their IRIs."""
    found: set[str] = set()
    for name in ("skos:prefLabel", "rdf:type"):
        rows = store.select(f"SELECT DISTINCT ?s WHERE {{ ?s {properties((name,))} ?o }}").rows
        found |= {row[0].value for row in rows if row[0]}
    by_kind: dict[str, list[Route]] = {}
    for iri in sorted(i for i in found if "#" not in i):
        route = route_of(iri)
        if route:
            by_kind.setdefault(route.kind, []).append(route)
    return by_kind


def _sitemap(routes: list[Route], base: str) -> bytes:
    """The addresses of things, documents and views for search engines."""
    wanted = [path_of(r) for r in routes if r.kind not in CLAIM_KINDS]
    rows = "".join(f"<url><loc>{base}{quoted(path)}</loc></url>\n" for path in sorted(wanted))
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


def _ship(folder: Path) -> None:
    """Copy the files that pages name, and the terms of the library."""
    (folder / "static").mkdir()
    for name in _SHIPPED:
        shutil.copyfile(_STATIC / name, folder / "static" / name)
    shutil.copytree(resource("vendor") / _LIBRARY, folder / "vendor" / _LIBRARY, copy_function=shutil.copyfile)
    (folder / ".nojekyll").touch()
