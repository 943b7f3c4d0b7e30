"""Is a graph as its shapes want it? pySHACL for one document's graph, SPARQL of the same shapes for a whole store."""

import logging
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.graph.ontology import curie, ontology
from kg.graph.shapes import constraints, shapes_graph
from kg.graph.store import GraphStore

logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # a value of a wrong form is our finding, told once


class Violation(NamedTuple):
    """A rule of the shapes that a node breaks in the graph of a document.

    ``document`` and ``node`` are IRIs; ``path`` holds CURIEs joined by ``/``, empty for a rule about the node itself;
    ``component`` is SHACL's constraint component (``MinCount``, ``Datatype`` …) or the name of a check of evidence;
    ``detail`` holds the values that clash.
    """

    document: str
    node: str
    path: str
    component: str
    detail: str = ""

    @property
    def sentence(self) -> str:
        """The violation as one line that a person can read."""
        document, words = curie(self.document).partition("/")[2], _SENTENCES.get(self.component, self.component)
        what = " / ".join(f"{ontology().label(p, 'en')} ({p})" for p in self.path.split("/")) if self.path else "it"
        node = f"#{self.node.partition('#')[2]}" if self.node.startswith(self.document + "#") else curie(self.node)
        detail = f" ({self.detail})" if self.detail else ""
        return f"{document}: {node}: {what} {words}{detail}"


_COMPARING = ("LessThan", "MinInclusive", "MaxInclusive")
_SENTENCES = {
    "MinCount": "is missing",
    "MaxCount": "is told more than once",
    "Datatype": "has a value of the wrong type",
    "NodeKind": "has a literal in place of a thing",
    "Class": "points to a thing of another class",
    "In": "has a value that is not in the list",
    "Pattern": "has a value of the wrong form",
    "MinLength": "is empty",
    "MinInclusive": "is too small",
    "MaxInclusive": "is too large",
    "LanguageIn": "is not in Korean",
    "LessThan": "does not end behind its begin",
    "Or": "fits none of the forms that it may have",
    "anchor": "does not hold the words that stand there in the text",
    "text": "has no text in the store to compare with",
    "broader": "stands without the broader term that readers expect beside it",
    "label": "has no name and no type in this graph",
    "listed": "is no word of its scheme in the ontology",
    "one-label": "has several names over the documents",
    "parts": "joins parts to a total that is smaller than their sum",
}


def check_document(lines: Iterable[str]) -> list[Violation]:
    """The rules that a document's graph breaks, by pySHACL, sorted. ``lines`` are its N-Quads, in one graph."""
    from pyshacl import validate

    lines = list(lines)
    if not lines:
        return []
    document = lines[0].rsplit(" ", 2)[1][1:-1]
    graph = Graph().parse(data="\n".join(f"{line.rsplit(' ', 2)[0]} ." for line in lines), format="nt")
    _, report, _ = validate(graph, shacl_graph=shapes_graph(), inference="none", advanced=False, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise RuntimeError(f"the shapes cannot be applied: {report!r}")
    return _settled(Violation(document, *told) for told in _results(report))


def _results(report: Graph) -> Iterator[tuple[str, str, str]]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        component = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
        yield (
            str(report.value(result, SH.focusNode)),
            "/".join(curie(step) for step in _steps(report, report.value(result, SH.resultPath))),
            component.removesuffix("ConstraintComponent"),
        )


def _steps(report: Graph, path: Node | None) -> list[str]:
    if path is None:
        return []
    if isinstance(path, BNode):
        return [str(step) for step in Collection(report, path)]
    return [str(URIRef(str(path)))]


def check_store(store: GraphStore) -> list[Violation]:
    """The rules that the documents' graphs of a store break, by SPARQL made from the same shapes, sorted."""
    found: set[Violation] = set()
    for rule in constraints():
        path = "/".join(curie(step) for step in rule.path)
        for graph, node in store.select(rule.query, rule.shape).rows:
            if graph is not None and node is not None:
                found.add(Violation(graph.value, node.value, path, rule.component))
    return _settled(found)


def _settled(found: Iterable[Violation]) -> list[Violation]:
    """Each violation once, sorted; what cannot be compared because its type is wrong is not told a second time."""
    every = set(found)
    mistyped = {(v.document, v.node) for v in every if v.component == "Datatype"}
    return sorted(v for v in every if v.component not in _COMPARING or (v.document, v.node) not in mistyped)
