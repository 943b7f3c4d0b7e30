"""Things with their statements, the documents' graphs laid over each other: what tables and networks are made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.graph.answers import Term
from kg.graph.ontology import curie
from kg.graph.store import GraphStore
from kg.graph.terms import PREFIXES

_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


@dataclass(slots=True)
class Thing:
    """A thing by its IRI: values by the CURIE of the property, sorted; the IRIs of the documents that tell of it."""

    iri: str
    values: dict[str, list[Term]] = field(default_factory=dict)
    documents: tuple[str, ...] = ()

    def texts(self, predicate: str) -> list[str]:
        """The values of a property as strings."""
        return [term.value for term in self.values.get(predicate, ())]

    def text(self, predicate: str) -> str:
        """The first value of a property, empty where there is none."""
        return next(iter(self.texts(predicate)), "")


def things(store: GraphStore, cls: str) -> list[Thing]:
    """All things of a class (a CURIE), sorted by IRI."""
    query = f"SELECT ?graph ?thing ?property ?value WHERE {{ GRAPH ?graph {{ ?thing a {cls} ; ?property ?value }} }}"
    told: dict[str, dict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
    documents: dict[str, set[str]] = defaultdict(set)
    for graph, thing, predicate, value in store.select(_PREFIXES + query).rows:
        if graph and thing and predicate and value:
            told[thing.value][curie(predicate.value)].add(value)
            documents[thing.value].add(graph.value)
    return [
        Thing(iri, {p: _sorted(values) for p, values in sorted(told[iri].items())}, tuple(sorted(documents[iri])))
        for iri in sorted(told)
    ]


def texts_of(store: GraphStore, predicate: str) -> Mapping[str, str]:
    """A property's least value for each thing that has it, by IRI."""
    query = f"SELECT ?thing (MIN(STR(?value)) AS ?least) WHERE {{ ?thing {predicate} ?value }} GROUP BY ?thing"
    rows = store.select(_PREFIXES + query).rows
    return {thing.value: least.value for thing, least in rows if thing and least}


def _sorted(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda t: (t.value, t.datatype or "", t.language or ""))
