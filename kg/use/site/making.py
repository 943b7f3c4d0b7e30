"""Pages as files, by several processes where there are many."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from kg.errors import UserError
from kg.graph.places import Place
from kg.graph.store import GraphStore, open_version
from kg.use.endpoint.confined import be_nice, die_with_parent
from kg.use.pages import Route, Shown
from kg.use.pages.answers import page_of_thing, thing
from kg.use.pages.asked import asked
from kg.use.pages.differing import Differences, differences, remember
from kg.use.pages.excerpts import excerpts
from kg.use.pages.fetching import keep
from kg.use.pages.route import THINGS
from kg.use.searching.index import Index
from kg.use.sheets import written
from kg.use.site.addresses import SiteAddresses, path_of, table_of
from kg.use.site.data import path_of_side, path_of_ties, side, ties
from kg.use.site.feeds import News, news
from kg.use.site.shown import page_of, page_of_answer, page_of_document, tables_of

_PORTION = 40
"""Pages that are handed over together."""
_KEPT = 50_000
"""So many answers of each kind are kept while pages are made; all of a store's pages will be."""
_FEW = 400
"""So few pages are made sooner than further processes start."""

Portion = Sequence[Route]


class Made(NamedTuple):
    """What became of a portion: further pages that were linked to, entries for feeds, what there is no page of."""

    asked: list[Route]
    news: list[News]
    missing: list[Route]


class Maker:
    """Makes pages from one version of a store and writes them below a folder; ``base`` is where they will stand."""

    def __init__(self, store: GraphStore, folder: Path, base: str) -> None:
        self._store, self._folder, self._base = store, folder, base
        self._index = Index(store.folder)
        keep(store, _KEPT)

    def shown(self, path: str = "") -> tuple[Shown, SiteAddresses]:
        """What a page with this path is made from, and what collects its links."""
        addresses = SiteAddresses("../" * path.count("/"), self._base)
        return Shown(self._store, self._index, addresses), addresses

    def make(self, routes: Portion) -> Made:
        """Write these pages."""
        made = Made([], [], [])
        asked: set[Route] = set()
        for route in routes:
            shown, addresses = self.shown(path_of(route))
            html = self._html(route, shown, made.news)
            if html is None:
                made.missing.append(route)
                continue
            self.write(path_of(route), html.encode())
            asked |= addresses.asked
            if not route.words:
                self._data(route)
        made.asked.extend(sorted((r for r in asked if not is_planned(r)), key=_order))
        return made

    def _html(self, route: Route, shown: Shown, told: list[News]) -> str | None:
        if route.kind == "document":
            read = excerpts(route, shown)
            told.extend([news(read)] if read else [])
            return page_of_document(read, shown) if read else None
        if route.kind == "question" and (seen := asked(route, shown)) and seen.answer:
            self.write(table_of(route, "answer"), written(seen.answer, "csv"))
            return page_of_answer(seen, route, shown)
        made = thing(route, shown)
        if made is None:
            return page_of(route, shown)
        for name, table in tables_of(made, route, SiteAddresses(self._base or "../")):
            self.write(table_of(route, name), written(table, "csv"))
        return page_of_thing(made, route, shown).html

    def _data(self, route: Route) -> None:
        """Write what scripts read of a thing; the pages that load them stand at the top."""
        for path, told in ((path_of_ties(route), ties), (path_of_side(route), side)):
            if path:
                self.write(path, told(route, self.shown()[0]))

    def write(self, path: str, content: bytes) -> None:
        """Write a file below the folder."""
        file = self._folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            out.write(content)


def is_planned(route: Route) -> bool:
    """Whether a page is made in any case; others are made because a page leads to them."""
    return route.kind in THINGS and route.kind != "money" and not route.words


def _order(route: Route) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return (route.kind, route.name, route.words)


def make_all(maker: Maker, first: Portion, begin: "Begin", workers: int) -> Iterator[Made]:
    """Make these pages and all that they lead to."""
    done: set[str] = set()
    wave = _new(first, done)
    while wave:
        further: set[Route] = set()
        for made in _made(maker, portions(wave), begin, workers if len(wave) > _FEW else 1):
            further |= set(made.asked)
            yield made
        wave = _new(sorted(further, key=_order), done)


def portions(routes: Portion) -> list[Portion]:
    """Pages as they are handed over."""
    return [routes[at : at + _PORTION] for at in range(0, len(routes), _PORTION)]


def _new(routes: Iterable[Route], done: set[str]) -> list[Route]:
    """Those whose files are not made yet. File systems that know no capitals must see no name twice either."""
    found = []
    for route in routes:
        name = path_of(route).casefold()
        if name and name not in done:
            done.add(name)
            found.append(route)
    return found


def _made(maker: Maker, handed: Iterable[Portion], begin: "Begin", workers: int) -> Iterator[Made]:
    if workers == 1:
        yield from map(maker.make, handed)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin, (begin,)) as pool:
        waiting = {pool.submit(_make, portion) for portion in handed}
        for done in as_completed(waiting):
            waiting.discard(done)
            try:
                yield done.result()
            except BrokenProcessPool as error:
                what = "ended before its pages were written; memory may be short"
                raise UserError(what, "a process", "write with fewer: --workers 1") from error


class Begin(NamedTuple):
    """What another process begins with: the store's version, the site's folder and base, what was found before."""

    version: Path
    store: Place
    folder: Path
    base: str
    found: Differences


_maker: Maker


def _begin(told: Begin) -> None:
    global _maker
    die_with_parent()
    be_nice()
    store = open_version(told.version, told.store)
    remember(store, told.found)
    _maker = Maker(store, told.folder, told.base)


def _make(portion: Portion) -> Made:
    return _maker.make(portion)


def begun(store: GraphStore, folder: Path, base: str, named: Place) -> Begin:
    """What other processes begin with; contradictions and changes are looked for here, once."""
    return Begin(store.folder, named, folder, base, differences(store, wait=True))
