"""What surrounds a thing in the graph: a networkx graph of things, edges with labels and evidence sentences."""

from collections.abc import Iterable

import networkx as nx

from kg.graph.answers import Term
from kg.graph.store import GraphStore
from kg.graph.terms import ID
from kg.use.won import won

MOST_NODES = 60
"""A picture with more things than this cannot be read; the ones named first are kept."""

_PREFIXES = """PREFIX rap: <https://w3id.org/regional-ai-policy/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
"""
_EVIDENCE = """SELECT ?claim ?sentence ?source ?date ?link WHERE {{ VALUES ?claim {{ {claims} }}
  ?claim {predicate} ?link . ?link nif:anchorOf ?sentence ; nif:referenceContext ?document .
  OPTIONAL {{ ?document schema:publisher/skos:prefLabel ?source }}
  OPTIONAL {{ ?document schema:datePublished ?date }} }} ORDER BY ?claim ?link"""
_EDGES = (
    """{ ?claim a org:Membership ; org:member ?from ; org:organization ?to ; org:role/skos:prefLabel ?what .
      OPTIONAL { ?claim rap:former ?former } }""",
    """{ ?claim a rap:Involvement ; rap:agent ?from ; rap:ofProgram ?to ; rap:involvementKind ?kind .
      ?kind skos:prefLabel ?what }""",
    """{ ?claim a rap:Allocation ; rap:allocatedBy ?from ; rap:forProgram ?to ; rap:amount ?money .
      ?money schema:value|schema:minValue ?amount
      OPTIONAL { ?claim rap:fiscalYear ?year } OPTIONAL { ?claim rap:fundingSource/skos:prefLabel ?fund }
      OPTIONAL { ?money schema:currency ?currency } }""",
    """{ ?to a schema:Event ; schema:attendee ?from . BIND(?to AS ?claim) BIND("참석" AS ?what) }""",
)


def neighbourhood(store: GraphStore, start: str, hops: int) -> "nx.MultiDiGraph[str]":
    """The things at most ``hops`` steps from ``start`` (an IRI), at most `MOST_NODES` of them.

    Nodes carry ``label``, ``kind`` and ``hop``, edges ``label``, ``sentence``, ``source``, ``date`` and ``link``.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(start, label=_label(store, start), kind=_kind(start), hop=0)
    frontier = [start]
    for hop in range(1, hops + 1):
        found: list[str] = []
        for row in _edges(store, frontier):
            for end, name in ((row["from"], row["fromName"]), (row["to"], row["toName"])):
                if end not in graph and len(graph) < MOST_NODES:
                    graph.add_node(end, label=name, kind=_kind(end), hop=hop)
                    found.append(end)
            if row["from"] in graph and row["to"] in graph:
                graph.add_edge(row["from"], row["to"], key=row["claim"], label=_edge_label(row), **_told(row))
        frontier = found
        if not frontier:
            break
    return graph


def _edges(store: GraphStore, frontier: Iterable[str]) -> list[dict[str, str]]:
    """All edges that touch the frontier, sorted."""
    ends = " ".join(f"<{iri}>" for iri in frontier)
    rows: set[tuple[tuple[str, str], ...]] = set()
    for pattern in _EDGES:
        for side in ("from", "to"):
            query = (
                f"{_PREFIXES}SELECT DISTINCT * WHERE {{ VALUES ?{side} {{ {ends} }} {pattern}\n"
                "  ?from skos:prefLabel ?fromName . ?to skos:prefLabel ?toName . }"
            )
            table = store.select(query)
            for row in table.rows:
                rows.add(tuple((c, _text(t)) for c, t in zip(table.columns, row, strict=True)))
    by_claim: dict[str, dict[str, str]] = {}
    for found in sorted(rows):
        told = dict(found)
        by_claim.setdefault(f"{told['claim']} {told['from']} {told['to']}", told)
    evidence = _evidence(store, sorted({told["claim"] for told in by_claim.values()}))
    for told in by_claim.values():
        told.update(evidence.get(told["claim"], {}))
    return list(by_claim.values())


def _evidence(store: GraphStore, claims: list[str]) -> dict[str, dict[str, str]]:
    """The first sentence that bears out each claim, with its source, day and link."""
    found: dict[str, dict[str, str]] = {}
    listed = " ".join(f"<{iri}>" for iri in claims)
    for predicate in ("rap:sentenceFrom", "prov:wasDerivedFrom"):
        table = store.select(_PREFIXES + _EVIDENCE.format(claims=listed, predicate=predicate))
        for row in table.rows:
            told = {c: _text(t) for c, t in zip(table.columns, row, strict=True)}
            found.setdefault(told.pop("claim"), told)
    return found


def _text(term: Term | None) -> str:
    return term.value if term is not None else ""


def _edge_label(row: dict[str, str]) -> str:
    if row.get("amount"):
        parts = (won(row["amount"], row.get("currency") or "KRW"), row.get("year"), row.get("fund"))
        return " ".join(p for p in parts if p)
    word = {"operates": "운영·추진", "backs": "발표·추진"}.get(row.get("what", ""), row.get("what", ""))
    return f"전 {word}" if row.get("former") == "true" else word


def _told(row: dict[str, str]) -> dict[str, str]:
    return {name: row.get(name, "") for name in ("sentence", "source", "date", "link")}


def _label(store: GraphStore, iri: str) -> str:
    rows = store.select(f"{_PREFIXES}SELECT ?name WHERE {{ <{iri}> skos:prefLabel ?name }}").rows
    return next((row[0].value for row in rows if row[0]), iri)


def _kind(iri: str) -> str:
    return iri[len(ID) :].split("/", 1)[0]
