"""A question that a server refuses though it is SPARQL: answered here, of the statements that it can touch.

These are all statements with the properties that its patterns name (of a class, those of its things alone), so that the
answer is the same. It costs what there is to fetch, and is done up to a number of statements only.
"""

import io
from collections.abc import Iterator
from typing import Any

from pyoxigraph import RdfFormat, Store
from pyparsing import ParseException, ParseResults
from rdflib import RDF
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef

from kg.errors import UserError
from kg.graph.server.answers import written
from kg.graph.server.asking import rows_of
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.names import Version
from kg.graph.server.rewriting import Asked
from kg.graph.server.sparql_text import parted, prefixes

MOST = 500_000
"""So many statements are fetched for one question."""

Pattern = tuple[str, str]
"""A property's IRI, and the one IRI that is wanted as its value, empty where all are."""


class _Open(Exception):
    """The query names no end of statements that it may touch."""


def patterns(query: str) -> frozenset[Pattern] | None:
    """What statements a query can touch; None where it may be any, or where its graphs are told apart."""
    parts = parted(query)
    if parts.default or parts.named:
        return None
    known = prefixes(parts.prologue)
    try:
        found = frozenset(_patterns(parseQuery(query), known))
    except (_Open, ParseException, RecursionError, KeyError):
        return None
    whole = {property_ for property_, value in found if not value}
    return frozenset((p, v) for p, v in found if not v or p not in whole)


def _patterns(node: Any, known: dict[str, str]) -> Iterator[Pattern]:
    if isinstance(node, CompValue):
        if "Graph" in node.name and node.name.startswith("GraphGraph"):
            raise _Open
        if node.name == "TriplesBlock":
            for told in node.triples:
                terms = list(told)
                for property_, value in zip(terms[1::3], terms[2::3], strict=True):
                    yield from _named(property_, value, known)
        for inner in node.values():
            yield from _patterns(inner, known)
    elif isinstance(node, (list, tuple, ParseResults)):
        for inner in node:
            yield from _patterns(inner, known)


def _named(property_: Any, value: Any, known: dict[str, str]) -> Iterator[Pattern]:
    """The properties of a pattern, which may be a path."""
    iris = list(_iris(property_, known))
    if iris == [str(RDF.type)]:
        yield iris[0], next(_iris(value, known), "") if _is_iri(value) else ""
    else:
        yield from ((iri, "") for iri in iris)


def _is_iri(term: Any) -> bool:
    return isinstance(term, URIRef) or (isinstance(term, CompValue) and term.name == "pname")


def _iris(path: Any, known: dict[str, str]) -> Iterator[str]:
    if isinstance(path, URIRef):
        yield str(path)
    elif isinstance(path, CompValue) and path.name == "pname":
        yield known[path.get("prefix") or ""] + path.localname
    elif isinstance(path, CompValue) and path.name.startswith("Path"):
        if "Negated" in path.name or path.get("mod") in ("*", "?"):  # these touch what has other properties, too
            raise _Open
        for part in path.part if isinstance(path.part, list) else [path.part]:
            yield from _iris(part, known)
    else:
        raise _Open


def fetched(query: str, endpoint: Endpoint, version: Version) -> Store | None:
    """A store that answers a query as the whole merge does; None where there is none.

    Raises `UserError` where it would hold more than `MOST` statements.
    """
    wanted = patterns(query)
    if wanted is None:
        return None
    graphs = (("default-graph-uri", version.merge),)
    number = sum(_count(endpoint, pattern, graphs) for pattern in _all(wanted))
    if number > MOST:
        what = f"cannot answer this, and to answer it here takes {number:,} statements"
        raise UserError(what, str(endpoint.address), "ask for less, or ask the folder it was built in")
    store = Store()
    for property_, value in sorted(wanted):
        pattern = f"?s <{property_}> {f'<{value}>' if value else '?o'}"
        names = ["s"] if value else ["s", "o"]
        head = f"SELECT {' '.join(f'?{name}' for name in names)} WHERE"
        rows = rows_of(endpoint, Asked("", head, pattern, "", graphs), names)
        object_ = {"type": "uri", "value": value}
        lines = [f"{written(row['s'])} <{property_}> {written(row.get('o', object_))} .\n" for row in rows]
        store.bulk_load(io.BytesIO("".join(lines).encode()), RdfFormat.N_TRIPLES)
    return store


def _all(wanted: frozenset[Pattern]) -> Iterator[str]:
    """Patterns that together find what is wanted, each statement once."""
    whole = " ".join(f"<{property_}>" for property_, value in sorted(wanted) if not value)
    classes = " ".join(f"<{value}>" for _, value in sorted(wanted) if value)
    if whole:
        yield f"?s ?p ?o FILTER(?p IN ({whole.replace('> <', '>, <')}))"
    if classes:
        yield f"?s <{RDF.type}> ?o FILTER(?o IN ({classes.replace('> <', '>, <')}))"


def _count(endpoint: Endpoint, pattern: str, graphs: tuple[tuple[str, str], ...]) -> int:
    asked = Asked("", "SELECT (COUNT(*) AS ?n) WHERE", pattern, "", graphs)
    return int(rows_of(endpoint, asked, ["n"])[0]["n"]["value"])
