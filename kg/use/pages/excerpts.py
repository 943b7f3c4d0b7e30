"""The page of a document where its text stays at home: the sentences that bear facts out, the link, the hash.

Every place that another page leads to has an anchor of its own, so that a browser marks it without a script.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.graph.contacts import masked
from kg.graph.store import GraphStore
from kg.graph.terms import expand
from kg.use.pages import fetching
from kg.use.pages.document import (
    PROPERTIES,
    Fact,
    about_rows,
    apart,
    claims_of,
    copies_of,
    facts_in,
    kind_of_document,
    named_in,
)
from kg.use.pages.fetching import kind_of
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.told import Named, Source, sources, span_of, told

T = TypeVar("T")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A step through a sentence: a place or a link begins, words, the last begun one ends.

    ``anchor`` is the place's name, ``route`` the page that a link leads to; both are empty for words and ends.
    """

    text: str = ""
    anchor: str = ""
    route: Route | None = None
    kind: str = ""
    ends: str = ""
    """What ends here: ``place`` or ``link``."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A run of the text that bears facts out; ``after`` says whether text that is not shown stands before it."""

    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    after: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A name of a thing outside the excerpts; words alone, with the anchors of all places."""

    words: str
    route: Route | None
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excerpts:
    """A document's page without its text."""

    route: Route
    label: str
    source: Source
    kind: str
    about: tuple[tuple[str, tuple[Named, ...], str], ...]
    excerpts: tuple[Excerpt, ...]
    elsewhere: tuple[Elsewhere, ...]
    copies: tuple[Source, ...]
    hash: str
    facts: int


def anchor(begin: int, end: int) -> str:
    """The name of a place in a document's page."""
    return f"c{begin}-{end}"


def excerpts(route: Route, shown: Shown) -> Excerpts | None:
    """The page of a document without its text; None where the store does not know it."""
    store, iri = shown.store, route.iri
    values = fetching.about(store, iri, PROPERTIES)
    identifier = next(iter(values.get("dcterms:identifier", ())), "")
    if not identifier:
        return None
    text = masked(store.reading(identifier).text)
    claims = claims_of(store, iri)
    pointed = [v for p in ("schema:publisher", "schema:author", "schema:spatialCoverage") for v in values.get(p, ())]
    found = told(store, claims, pointed, slots=True)
    facts = facts_in(store, found, claims, iri, text)
    places, bearing = _places(store, iri)
    named = named_in(store, iri)
    runs = _runs(bearing)
    source = sources(store, [iri])[iri]
    inside = {p for p in places if _run_of(p, runs) is not None}
    own = _by_run(sorted(inside, key=lambda p: (p[0], -p[1])), lambda p: p, runs)
    links = _by_run([(b, e, i) for b, e, i in apart(named) if route_of(i)], lambda m: (m[0], m[1]), runs)
    told_in = _by_run(facts, lambda f: (f.begin, f.end), runs)
    return Excerpts(
        Route("document", route.name),
        source.headline,
        source,
        kind_of_document(values),
        about_rows(found, values),
        tuple(
            Excerpt(tuple(_pieces(text, run, own[number], links[number])), tuple(told_in[number]), after)
            for number, (run, after) in enumerate(_with_gaps(text, runs))
        ),
        tuple(_elsewhere(text, places - inside, named)),
        copies_of(store, iri, values),
        next(iter(values.get("schema:sha256", ())), ""),
        len(facts),
    )


def _places(store: GraphStore, document: str) -> tuple[set[Span], list[Span]]:
    """All places of a document that its graph points to, and those of them that are sentences bearing something."""
    sentence = expand("rap:sentenceFrom")
    query = (
        f"SELECT DISTINCT ?p ?m WHERE {{ GRAPH <{document}> {{ ?s ?p ?m }} "
        f'FILTER(STRSTARTS(STR(?m), "{document}#char=")) }}'
    )
    places: set[Span] = set()
    bearing: set[Span] = set()
    for p, m in store.select(query).rows:
        if p and m:
            places.add(span_of(m.value))
            if p.value == sentence:
                bearing.add(span_of(m.value))
    return places, sorted(bearing)


def _runs(bearing: Iterable[Span]) -> list[Span]:
    """The sentences; such as overlap are one run."""
    runs: list[Span] = []
    for begin, end in sorted(bearing):
        if runs and begin < runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((begin, end))
    return runs


def _run_of(place: Span, runs: Sequence[Span]) -> int | None:
    """The number of the run in which a place lies."""
    number = bisect_right(runs, (place[0], sys.maxsize)) - 1
    return number if number >= 0 and place[1] <= runs[number][1] else None


def _by_run(found: Iterable[T], span: Callable[[T], Span], runs: Sequence[Span]) -> list[list[T]]:
    """What lies in each run, in its order; the rest is left out."""
    told: list[list[T]] = [[] for _ in runs]
    for each in found:
        number = _run_of(span(each), runs)
        if number is not None:
            told[number].append(each)
    return told


def _with_gaps(text: str, runs: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Each run, and whether words that are not shown stand between it and the one before."""
    last = 0
    for begin, end in runs:
        yield (begin, end), bool(re.search(r"\w", text[last:begin]))
        last = end


def _pieces(text: str, run: Span, places: Sequence[Span], links: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    """The run as nested places and links; one that crosses the end of another is cut there and goes on behind it."""
    waiting = [(b, e, Piece(anchor=anchor(b, e)), "place") for b, e in places]
    waiting += [(b, e, Piece(route=route_of(iri), kind=kind_of(iri)), "link") for b, e, iri in links]
    waiting.sort(key=lambda w: (w[0], -w[1], w[3] == "link"))
    open_: list[tuple[int, str]] = []
    at = run[0]
    while waiting or open_:
        nearest = open_[-1][0] if open_ else run[1]
        if waiting and waiting[0][0] < nearest:
            begin, end, piece, sort = waiting.pop(0)
            if begin > at:
                yield Piece(text[at:begin])
                at = begin
            if end > nearest and open_:
                rest = (nearest, end, Piece(route=piece.route, kind=piece.kind), sort)
                if piece.route:  # the rest of a place needs no name; the rest of a link leads there too
                    waiting.append(rest)
                    waiting.sort(key=lambda w: (w[0], -w[1], w[3] == "link"))
                end = nearest
            yield piece
            open_.append((end, sort))
        else:
            end, sort = open_.pop()
            if end > at:
                yield Piece(text[at:end])
                at = end
            yield Piece(ends=sort)
    if run[1] > at:
        yield Piece(text[at : run[1]])


def _elsewhere(text: str, places: Iterable[Span], named: Mapping[Span, str]) -> Iterator[Elsewhere]:
    """The names of things outside the excerpts, each once, in the order of the text."""
    by_thing: dict[tuple[str, str], list[Span]] = {}
    for begin, end in sorted(places):
        iri = named.get((begin, end), "")
        words = " ".join(text[begin:end].split())
        if iri and route_of(iri):
            by_thing.setdefault((iri, words), []).append((begin, end))
        elif "\n" not in text[begin:end]:
            by_thing.setdefault(("", words), []).append((begin, end))
    for (iri, words), spans in by_thing.items():
        yield Elsewhere(words, route_of(iri) if iri else None, tuple(anchor(b, e) for b, e in spans))
