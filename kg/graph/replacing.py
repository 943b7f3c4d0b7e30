"""One document's graph in the place of another, in a graph that holds many: only what differs is touched."""

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from kg.graph.terms import document

_WHOLE = "XMLSchema#nonNegativeInteger> <"
"""Oxigraph keeps every whole number as ``xsd:integer``: so must what is compared with what it gives back."""


def replace_graph(graph: Store, identifier: str, lines: Iterable[str]) -> None:
    """Make the document's graph hold just these lines of N-Quads, and keep the merge in the default graph right.

    A triple stays in the merge as long as any document's graph holds it.
    """
    name, merge = NamedNode(document(identifier)), DefaultGraph()
    old = set(graph.quads_for_pattern(None, None, None, name))
    text = "\n".join(line.replace(_WHOLE, "XMLSchema#integer> <") for line in lines)
    new = set(parse(text.encode(), RdfFormat.N_QUADS)) if text else set()
    for quad in old - new:
        graph.remove(quad)
        told = (quad.subject, quad.predicate, quad.object)
        others = graph.quads_for_pattern(*told, None)
        if all(other.graph_name == merge for other in others):
            graph.remove(Quad(*told, merge))
    added = [q for quad in new - old for q in (quad, Quad(quad.subject, quad.predicate, quad.object, merge))]
    graph.extend(added)
