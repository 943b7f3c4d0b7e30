"""Checks that shapes cannot make: the words behind each mention, names, broader terms, parts and totals; and counts."""

from collections.abc import Iterator

from kg.graph.check import Violation, check_store
from kg.graph.contacts import masked
from kg.graph.ontology import curie, ontology
from kg.graph.store import GraphStore
from kg.graph.terms import CONTRACT_CLASSES, CONTRACT_PROPERTIES, ID, OPEN_SCHEMES, document, turtle_prefixes

_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in turtle_prefixes().items())

_MENTIONS = """SELECT ?graph ?mention ?begin ?end ?words WHERE { GRAPH ?graph {
    ?mention a nif:Phrase ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?words } }"""

_NAMELESS = f"""SELECT DISTINCT ?graph ?thing WHERE {{ GRAPH ?graph {{
    ?any ?property ?thing . FILTER(isIRI(?thing) && STRSTARTS(STR(?thing), "{ID}"))
    FILTER(?property NOT IN (dcterms:replaces, rap:roundOf, rap:nearCopyOf))
    FILTER NOT EXISTS {{ ?thing skos:prefLabel ?label }} FILTER NOT EXISTS {{ ?thing a ?class }} }} }}"""

_MANY_NAMES = """SELECT DISTINCT ?graph ?thing WHERE {
    ?thing skos:prefLabel ?one , ?other . FILTER(!sameTerm(?one, ?other)) GRAPH ?graph { ?thing a ?class } }"""

_PARTS = """SELECT ?graph ?total ?whole ?split (SUM(?value) AS ?parts) WHERE { GRAPH ?graph {
    ?part rap:componentOf ?total ; rap:amount ?sum . ?total rap:amount ?all .
    ?sum schema:value ?value ; schema:currency ?currency . ?all schema:value ?whole ; schema:currency ?currency .
    FILTER NOT EXISTS { ?part rap:basis basis:per-unit }
    FILTER NOT EXISTS { ?later rap:revises ?part }
    FILTER NOT EXISTS { ?all rap:bound ?bound }
    BIND(IF(EXISTS { ?part rap:fundingSource ?source }, "by source",
        IF(EXISTS { ?part rap:basis basis:annual }, "by year",
        IF(EXISTS { ?part rap:purpose ?same . ?total rap:purpose ?same }, "by source", "by item"))) AS ?split) } }
    GROUP BY ?graph ?total ?whole ?split HAVING (SUM(?value) > ?whole)"""
"""One total may be split by source, by year and by item at once; each split by itself must not exceed it.

A part for the same thing as its total, and of no year, is of a purse, though it may be a mixed one (시·군비)."""

COUNTED = (
    "schema:CreativeWork",
    "foaf:Person",
    "org:Organization",
    "rap:Region",
    "rap:Program",
    "schema:Event",
    "org:Membership",
    "schema:MonetaryAmount",
    "rap:Allocation",
    "rap:Target",
    "rap:Involvement",
    "schema:Quotation",
    "rap:Milestone",
    "rap:Renaming",
    "nif:Phrase",
)


def check(store: GraphStore, *, texts: bool = True) -> list[Violation]:
    """All that is wrong with a store, sorted: shapes, evidence, names, parts.

    ``texts`` says whether the store keeps its readings, so that mentions can be compared with the text.
    """
    found = [*check_store(store), *_nameless(store), *_many_names(store), *_without_broader(store), *_parts(store)]
    found += _unlisted(store)
    if texts:
        found += _anchors(store)
    return sorted(set(found))


def counts(store: GraphStore) -> dict[str, int]:
    """How many things of each class of the contract there are, by CURIE."""
    asked = (
        "SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) WHERE { VALUES ?class { %s } ?thing a ?class } GROUP BY ?class"
    )
    rows = store.select(_PREFIXES + asked % " ".join(COUNTED)).rows
    told = {curie(cls.value): int(n.value) for cls, n in rows if cls and n}
    return {cls: told.get(cls, 0) for cls in COUNTED}


def _found(store: GraphStore, query: str, path: str, component: str) -> Iterator[Violation]:
    for graph, thing in store.select(_PREFIXES + query).rows:
        if graph and thing:
            yield Violation(graph.value, thing.value, path, component)


def _anchors(store: GraphStore) -> Iterator[Violation]:
    """Mentions whose words are not those of the text at their offsets, contacts masked."""
    texts = {document(r.identifier): masked(r.text) for r in store.readings()}
    for graph, mention, begin, end, words in store.select(_PREFIXES + _MENTIONS).rows:
        if graph and mention and begin and end and words:
            text = texts.get(graph.value)
            if text is None:
                yield Violation(graph.value, graph.value, "", "text")
                continue
            try:
                first, last = int(begin.value), int(end.value)
            except ValueError:  # the shapes tell of it
                continue
            name = f"{graph.value}#char={first},{last}"
            if text[first:last] != words.value or mention.value != name:
                detail = f"text: {text[first:last]!r}, graph: {words.value!r}"
                yield Violation(graph.value, mention.value, "nif:anchorOf", "anchor", detail)


def _nameless(store: GraphStore) -> Iterator[Violation]:
    return _found(store, _NAMELESS, "skos:prefLabel", "label")


def _many_names(store: GraphStore) -> Iterator[Violation]:
    return _found(store, _MANY_NAMES, "skos:prefLabel", "one-label")


def _without_broader(store: GraphStore) -> Iterator[Violation]:
    """Narrower classes and properties that stand without the one that the contract wants beside them."""
    for term, above in ontology().above.items():
        for broader in above:
            if broader in CONTRACT_PROPERTIES:
                told = f"?thing {term} ?value . FILTER NOT EXISTS {{ ?thing {broader} ?value }}"
            elif broader in CONTRACT_CLASSES:
                told = f"?thing a {term} . FILTER NOT EXISTS {{ ?thing a {broader} }}"
            else:
                continue
            query = f"SELECT DISTINCT ?graph ?thing WHERE {{ GRAPH ?graph {{ {told} }} }}"
            yield from _found(store, query, term, "broader")


def _unlisted(store: GraphStore) -> Iterator[Violation]:
    """Concepts of a closed scheme that the ontology does not list."""
    listed = {concept for concepts in ontology().schemes.values() for concept in concepts}
    query = "SELECT DISTINCT ?graph ?thing WHERE { GRAPH ?graph { ?thing a skos:Concept } }"
    for violation in _found(store, query, "skos:Concept", "listed"):
        key = curie(violation.node)
        if key not in listed and key.partition("/")[0] not in OPEN_SCHEMES:
            yield violation


def _parts(store: GraphStore) -> Iterator[Violation]:
    for graph, total, whole, split, parts in store.select(_PREFIXES + _PARTS).rows:
        if graph and total and whole and split and parts:
            detail = f"total {whole.value}, parts {split.value} {parts.value}"
            yield Violation(graph.value, total.value, "rap:componentOf", "parts", detail)
