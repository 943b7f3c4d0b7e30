"""The SHACL shapes of ``ontology/shapes.ttl``, and the SPARQL query that each of their constraints is.

The shapes use a part of SHACL (its list stands at the head of the file); a constraint outside it raises
`NotImplementedError`, so that no rule is silently dropped. The clauses meant are those of https://www.w3.org/TR/shacl/.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.resources import resource

_LEXICAL = {
    XSD.integer: "^[+-]?[0-9]+$",
    XSD.nonNegativeInteger: "^[+]?[0-9]+$",
    XSD.decimal: r"^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$",
    XSD.boolean: "^(true|false|0|1)$",
    XSD.date: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    XSD.gYearMonth: "^[0-9]{4}-(0[1-9]|1[0-2])$",
    XSD.gYear: "^[0-9]{4}$",
}
_KEPT_AS = {XSD.nonNegativeInteger: XSD.integer}
"""Datatypes that the store keeps as another one."""

_ON_VALUES = (
    SH.datatype,
    SH.nodeKind,
    SH["class"],
    SH["in"],
    SH.pattern,
    SH.minLength,
    SH.minInclusive,
    SH.maxInclusive,
    SH.languageIn,
    SH["or"],
)
_SILENT = {SH.path, SH.property, SH.targetClass, RDF.type, SH.lessThan, SH.minCount, SH.maxCount, *_ON_VALUES}
_COMPONENTS = {
    SH.datatype: "Datatype",
    SH.nodeKind: "NodeKind",
    SH["class"]: "Class",
    SH["in"]: "In",
    SH.pattern: "Pattern",
    SH.minLength: "MinLength",
    SH.minInclusive: "MinInclusive",
    SH.maxInclusive: "MaxInclusive",
    SH.languageIn: "LanguageIn",
    SH["or"]: "Or",
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One rule of a shape.

    ``path`` holds IRIs, none for a rule about the node itself. ``component`` is the local name of SHACL's constraint
    component without its ending. ``pattern`` is a SPARQL group that matches ``?this`` where the rule is broken.
    """

    shape: str
    target: str
    path: tuple[str, ...]
    component: str
    pattern: str

    @property
    def query(self) -> str:
        """The nodes that break the rule, each in the graph of its document."""
        return f"SELECT DISTINCT ?graph ?this WHERE {{ GRAPH ?graph {{ ?this a <{self.target}> . {self.pattern} }} }}"


@lru_cache(maxsize=1)
def shapes_graph() -> Graph:
    """The shapes as pySHACL wants them."""
    return Graph().parse(resource("ontology") / "shapes.ttl")


@lru_cache(maxsize=1)
def constraints() -> tuple[Constraint, ...]:
    """All rules of all shapes, sorted by shape, path and component."""
    graph = shapes_graph()
    found: list[Constraint] = []
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        for target in graph.objects(shape, SH.targetClass):
            for path, component, pattern in _rules(graph, shape):
                found.append(Constraint(str(shape), str(target), path, component, pattern))
    return tuple(sorted(found, key=lambda c: (c.shape, c.path, c.component, c.pattern)))


def _rules(graph: Graph, shape: Node) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Path, component and pattern of each rule of a node shape."""
    for predicate in _ON_VALUES:
        if (shape, predicate, None) in graph:
            yield (), _COMPONENTS[predicate], f"FILTER({_broken(graph, shape, predicate, '?this')})"
    for property_shape in graph.objects(shape, SH.property):
        path = _path(graph, property_shape)
        walk = "/".join(f"<{p}>" for p in path)
        for component, pattern in _property_rules(graph, property_shape, walk):
            yield path, component, pattern


def _property_rules(graph: Graph, shape: Node, walk: str) -> Iterator[tuple[str, str]]:
    unknown = {str(p) for p in graph.predicates(shape) if str(p).startswith(str(SH)) and p not in _SILENT}
    if unknown:
        raise NotImplementedError(f"no SPARQL for {sorted(unknown)}")
    for least in graph.objects(shape, SH.minCount):
        _only_one(least)
        yield "MinCount", f"FILTER NOT EXISTS {{ ?this {walk} ?value }}"
    for most in graph.objects(shape, SH.maxCount):
        _only_one(most)
        yield "MaxCount", f"?this {walk} ?one , ?other . FILTER(!sameTerm(?one, ?other))"
    for other in graph.objects(shape, SH.lessThan):
        less = "FILTER(!COALESCE(?value < ?other, false))"
        yield "LessThan", f"?this {walk} ?value . ?this <{other}> ?other . {less}"
    for predicate in _ON_VALUES:
        if (shape, predicate, None) in graph:
            yield _COMPONENTS[predicate], f"?this {walk} ?value . FILTER({_broken(graph, shape, predicate, '?value')})"


def _only_one(count: Node) -> None:
    if not isinstance(count, Literal) or int(count) != 1:
        raise NotImplementedError(f"no SPARQL for a count of {count}")


def _path(graph: Graph, shape: Node) -> tuple[str, ...]:
    path = graph.value(shape, SH.path)
    assert path is not None
    if isinstance(path, URIRef):
        return (str(path),)
    return tuple(str(step) for step in Collection(graph, path))


def _broken(graph: Graph, shape: Node, predicate: URIRef, value: str) -> str:
    """A SPARQL expression that is true where the value breaks the rule."""
    told = graph.value(shape, predicate)
    assert told is not None
    if predicate == SH.datatype:
        return _wrong_datatype(URIRef(str(told)), value)
    if predicate == SH.nodeKind:
        if told != SH.IRI:
            raise NotImplementedError(f"no SPARQL for the node kind {told}")
        return f"!isIRI({value})"
    if predicate == SH["class"]:
        return f"NOT EXISTS {{ {value} a <{told}> }}"
    if predicate == SH["in"]:
        return f"{value} NOT IN ({', '.join(_term(t) for t in Collection(graph, told))})"
    if predicate == SH.pattern:
        return f"!REGEX(STR({value}), {_term(Literal(str(told)))})"
    if predicate == SH.minLength:
        return f"STRLEN(STR({value})) < {int(str(told))}"
    if predicate == SH.minInclusive:
        return f"!COALESCE({value} >= {_term(told)}, false)"
    if predicate == SH.maxInclusive:
        return f"!COALESCE({value} <= {_term(told)}, false)"
    if predicate == SH.languageIn:
        tags = " || ".join(f"langMatches(lang({value}), {_term(t)})" for t in Collection(graph, told))
        return f"!COALESCE({tags}, false)"
    return " && ".join(f"({_breaks_shape(graph, other, value)})" for other in Collection(graph, told))


def _breaks_shape(graph: Graph, shape: Node, value: str) -> str:
    """True where the value breaks any rule of an alternative of ``sh:or``."""
    broken = [_broken(graph, shape, p, value) for p in _ON_VALUES if (shape, p, None) in graph]
    for property_shape in graph.objects(shape, SH.property):
        walk = "/".join(f"<{p}>" for p in _path(graph, property_shape))
        for component, pattern in _property_rules(graph, property_shape, walk):
            if component == "MinCount":
                broken.append(f"NOT EXISTS {{ {value} {walk} ?any }}")
            else:
                broken.append(f"EXISTS {{ {pattern.replace('?this', value)} }}")
    return " || ".join(sorted(f"({b})" for b in broken))


def _wrong_datatype(datatype: URIRef, value: str) -> str:
    kept = _KEPT_AS.get(datatype)
    same = f"datatype({value}) IN (<{datatype}>{f', <{kept}>' if kept else ''})"
    form = _LEXICAL.get(datatype)
    return f"!(isLiteral({value}) && {same}" + (f' && REGEX(STR({value}), "{form}"))' if form else ")")


def _term(term: Node) -> str:
    return term.n3() if isinstance(term, URIRef | Literal) else str(term)
