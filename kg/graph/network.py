"""The graph as a network in GraphML, for Gephi, Cytoscape and networkx: things and claims, and what links them."""

import io

import networkx

from kg.graph.ontology import curie, ontology
from kg.graph.store import GraphStore
from kg.graph.tables import TABLES
from kg.graph.terms import name_of
from kg.graph.things import Thing, things
from kg.patterns import regex

_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMES = (
    "skos:prefLabel",
    "schema:headline",
    "rap:purpose",
    "rap:measure",
    "schema:text",
    "rap:toName",
    "schema:value",
)
_CONCEPTS = frozenset(
    {"rap:status", "rap:basis", "rap:fundingSource", "rap:budgetStage", "rap:bound", "rap:targetKind"}
)
_EVIDENCE = frozenset({"prov:wasDerivedFrom", "prov:qualifiedDerivation", "dcterms:replaces", "rdf:type"})


def network(store: GraphStore) -> "networkx.MultiDiGraph[str]":
    """Things and claims as nodes (``label``, ``kind``, ``documents`` and their plain values), properties as edges.

    Mentions and derivations stay out; an edge's key is the CURIE of its property.
    """
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    links: list[tuple[str, str, str]] = []
    for cls in TABLES.values():
        for thing in things(store, cls):
            graph.add_node(curie(thing.iri), **_attributes(thing, cls))
            for predicate, values in thing.values.items():
                if predicate not in _EVIDENCE and "prov:wasDerivedFrom" not in ontology().above.get(predicate, ()):
                    links += [(curie(thing.iri), curie(v.value), predicate) for v in values if v.kind == "iri"]
    for source, target, predicate in sorted(set(links)):
        if target in graph:
            graph.add_edge(source, target, key=predicate, label=ontology().label(predicate))
    return graph


def _attributes(thing: Thing, cls: str) -> dict[str, str | int]:
    name = next((thing.text(p) for p in _NAMES if thing.text(p)), curie(thing.iri))
    told: dict[str, str | int] = {
        "label": _clean(name),
        "kind": ontology().label(cls),
        "class": cls,
        "documents": len(thing.documents),
    }
    for predicate, values in thing.values.items():
        if predicate in _CONCEPTS:
            told[predicate] = " | ".join(name_of(v.value) for v in values)
        elif predicate != "skos:prefLabel" and values[0].kind == "literal":
            told[predicate] = _clean(" | ".join(v.value for v in values))
    return told


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def graphml(store: GraphStore) -> bytes:
    """The network as GraphML."""
    out = io.BytesIO()
    networkx.write_graphml_xml(network(store), out, named_key_ids=True)
    return out.getvalue()
