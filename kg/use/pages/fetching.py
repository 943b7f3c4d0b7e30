"""Small questions to the store with bound terms, whose answers cost what they tell and not what the store holds."""

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from kg.graph.ontology import curie
from kg.graph.store import GraphStore
from kg.graph.terms import ID, expand

Values = dict[str, list[str]]
"""The values of a thing by the CURIE of the property, sorted; of another thing its IRI."""

T = TypeVar("T")

_PARTS, _VALUE = "\x1f", "\x1e"
_ALL = (
    'SELECT ?s (GROUP_CONCAT(CONCAT(STR(?p), "\\u001E", IF(ISIRI(?o), CONCAT("<", STR(?o)), CONCAT("=", '
    'REPLACE(STR(?o), "[\\u001E\\u001F]", " ")))); SEPARATOR="\\u001F") AS ?all) '
)
"""All statements of a thing in one value: rows cost more than words when they leave the store."""

_UNASKED: Any = object()

_kept: "weakref.WeakKeyDictionary[GraphStore, tuple[int, dict[tuple[str, ...], dict[str, Any]]]]" = (
    weakref.WeakKeyDictionary()
)


def keep(store: GraphStore, most: int) -> None:
    """Remember what this store answers, of so many things for each kind of question: pages ask for the same again."""
    _kept[store] = (most, {})


def asked_once(
    store: GraphStore, what: tuple[str, ...], iris: Iterable[str], ask: Callable[[str], Mapping[str, T]]
) -> dict[str, T]:
    """What ``ask`` finds of these things, by their IRIs in order; it gets the IRIs as terms.

    Of a store that was told to `keep`, only what was not asked for before; ``what`` says what is asked. Threads may ask
    at one time; nobody changes what was found.
    """
    wanted = sorted(set(iris))
    if not wanted:
        return {}
    if store not in _kept:
        return dict(ask(terms(wanted)))
    most, kept = _kept[store]
    known = kept.setdefault(what, {})
    here = {iri: known.get(iri, _UNASKED) for iri in wanted}
    if missing := [iri for iri, found in here.items() if found is _UNASKED]:
        new = dict.fromkeys(missing) | dict(ask(terms(missing)))
        if len(known) + len(new) > most:
            known.clear()
        known |= new
        here |= new
    return {iri: found for iri, found in here.items() if found is not None}


@cache
def _curie(property_: str) -> str:
    """The CURIE of a property; there are few of them and they are asked for often."""
    return curie(property_)


def terms(iris: Iterable[str]) -> str:
    """IRIs as SPARQL terms; they come from the store, or from `Route.iri`, which encodes whatever a name holds."""
    return " ".join(f"<{iri}>" for iri in iris)


def properties(curies: Iterable[str], between: str = " ") -> str:
    """Properties as SPARQL terms."""
    return between.join(f"<{expand(c)}>" for c in curies)


def statements(store: GraphStore, iris: Iterable[str], without: Sequence[str]) -> tuple[dict[str, Values], set[str]]:
    """What the store says of these things but for some properties, and all IRIs to which they point."""
    left = properties(without, ", ")

    def ask(listed: str) -> dict[str, tuple[Values, set[str]]]:
        query = f"{_ALL} WHERE {{ VALUES ?s {{ {listed} }} ?s ?p ?o FILTER(?p NOT IN ({left})) }} GROUP BY ?s"
        return {s.value: _parted(told.value if told else "") for s, told in store.select(query).rows if s}

    found = asked_once(store, ("statements", *without), iris, ask)
    return {iri: told for iri, (told, _) in found.items()}, {link for _, links in found.values() for link in links}


def _parted(told: str) -> tuple[Values, set[str]]:
    """The statements of a thing from their one value, and the IRIs among them."""
    values: dict[str, list[str]] = defaultdict(list)
    links: set[str] = set()
    for part in sorted(told.split(_PARTS)) if told else ():
        name, _, value = part.partition(_VALUE)
        values[_curie(name)].append(value[1:])
        if value.startswith("<"):
            links.add(value[1:])
    return dict(values), links


def about(store: GraphStore, iri: str, wanted: Sequence[str]) -> Values:
    """These properties of one thing."""
    pairs = " ".join(f"(<{iri}> {properties((c,))})" for c in wanted)
    query = f"SELECT ?p ?o WHERE {{ VALUES (?s ?p) {{ {pairs} }} ?s ?p ?o }}"
    found: dict[str, set[str]] = defaultdict(set)
    for p, o in store.select(query).rows:
        if p and o:
            found[curie(p.value)].add(o.value)
    return {p: sorted(values) for p, values in found.items()}


def values(store: GraphStore, iris: Iterable[str], wanted: Sequence[str]) -> dict[str, Values]:
    """A few properties of many things; of each property one value."""
    asked = " ".join(f"OPTIONAL {{ ?s {properties((c,))} ?v{i} }}" for i, c in enumerate(wanted))
    names = " ".join(f"?v{i}" for i in range(len(wanted)))

    def ask(listed: str) -> dict[str, Values]:
        found: dict[str, Values] = {}
        for s, *told in store.select(f"SELECT ?s {names} WHERE {{ VALUES ?s {{ {listed} }} {asked} }}").rows:
            if s:
                known = found.setdefault(s.value, {})
                for name, value in zip(wanted, told, strict=True):
                    if value and value.value not in known.get(name, ()):
                        known[name] = sorted([*known.get(name, ()), value.value])
        return found

    return asked_once(store, ("values", *wanted), iris, ask)


def pointing(store: GraphStore, iri: str, links: Sequence[str]) -> dict[str, list[str]]:
    """The things that point to this one, by the CURIE of the property, sorted."""
    pairs = " ".join(f"({properties((c,))} <{iri}>)" for c in links)
    query = f"SELECT ?p ?s WHERE {{ VALUES (?p ?o) {{ {pairs} }} ?s ?p ?o }}"
    found: dict[str, set[str]] = defaultdict(set)
    for p, s in store.select(query).rows:
        if p and s:
            found[curie(p.value)].add(s.value)
    return {p: sorted(things) for p, things in found.items()}


def named(store: GraphStore, iris: Iterable[str]) -> dict[str, str]:
    """The labels of things."""

    def ask(listed: str) -> dict[str, str]:
        query = f"SELECT ?s ?o WHERE {{ VALUES ?s {{ {listed} }} ?s {properties(('skos:prefLabel',))} ?o }}"
        return {s.value: o.value for s, o in store.select(query).rows if s and o}

    return asked_once(store, ("named",), iris, ask)


def telling(store: GraphStore, iri: str) -> list[str]:
    """The documents that tell of a thing (in whose graph it has a type), sorted."""
    query = f"SELECT DISTINCT ?d WHERE {{ GRAPH ?d {{ <{iri}> {properties(('rdf:type',))} ?t }} }}"
    return sorted(row[0].value for row in store.select(query).rows if row[0])


def kind_of(iri: str) -> str:
    """The kind of thing that an IRI names."""
    return iri.removeprefix(ID).partition("/")[0] if iri.startswith(ID) else ""


def pointing_to(store: GraphStore, iris: Iterable[str], link: str) -> list[str]:
    """The things that point to any of these by one property, sorted."""
    listed = terms(sorted(set(iris)))
    if not listed:
        return []
    query = f"SELECT DISTINCT ?s WHERE {{ VALUES ?o {{ {listed} }} ?s {properties((link,))} ?o }}"
    return sorted(row[0].value for row in store.select(query).rows if row[0])


def told_in(store: GraphStore, region: str, newest: int = 15) -> dict[str, list[str]]:
    """Targets and quotations that a region's newest documents tell, by kind."""
    a, at, on = (properties((c,)) for c in ("rdf:type", "schema:spatialCoverage", "schema:datePublished"))
    documents = (
        f"SELECT ?d WHERE {{ ?d {at} <{region}> OPTIONAL {{ ?d {on} ?day }} }} ORDER BY DESC(?day) ?d LIMIT {newest}"
    )
    listed = terms(row[0].value for row in store.select(documents).rows if row[0])
    found: dict[str, set[str]] = defaultdict(set)
    if listed:
        each = (f"{{ GRAPH ?d {{ ?c {a} {properties((c,))} }} }}" for c in ("rap:Target", "schema:Quotation"))
        for (c,) in store.select(f"SELECT ?c WHERE {{ VALUES ?d {{ {listed} }} {' UNION '.join(each)} }}").rows:
            if c:
                found[kind_of(c.value)].add(c.value)
    return {kind: sorted(claims) for kind, claims in found.items()}


def first_mentions(store: GraphStore, iri: str, documents: Iterable[str]) -> dict[str, str]:
    """By document the first mention that bears a thing out there."""
    listed = terms(documents)
    if not listed:
        return {}
    derived = properties(("prov:wasDerivedFrom",))
    query = f"SELECT ?m WHERE {{ VALUES ?d {{ {listed} }} GRAPH ?d {{ <{iri}> {derived} ?m }} }}"
    found: dict[str, str] = {}
    for (m,) in store.select(query).rows:
        if m:
            document, _, span = m.value.partition("#char=")
            if document not in found or _begin(span) < _begin(found[document].partition("#char=")[2]):
                found[document] = m.value
    return found


def _begin(span: str) -> tuple[int, int]:
    begin, _, end = span.partition(",")
    return (int(begin), int(end)) if begin.isdecimal() and end.isdecimal() else (0, 0)
