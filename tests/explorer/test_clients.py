"""Clients that others wrote, against a running server: their answers are the store's own."""

import csv
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML
from SPARQLWrapper import SPARQLWrapper as Wrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed

from kg.graph.store import open_store
from tests.explorer.server import running
from tests.explorer.test_endpoint import RUNAWAY

LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
NAMES = f"SELECT ?thing ?name {{ ?thing {LABEL} ?name }} ORDER BY ?thing ?name"
GRAPH = f"CONSTRUCT {{ ?s {LABEL} ?o }} WHERE {{ ?s {LABEL} ?o }}"


@pytest.fixture(scope="module")
def endpoint(store: Path) -> Iterator[str]:
    """The address of a server's endpoint."""
    with running(store, "--query-timeout", "2") as address:
        yield f"{address}sparql"


@pytest.fixture(scope="module")
def names(store: Path) -> list[tuple[str, str]]:
    """Things with their names, as the store itself tells them."""
    with open_store(store) as graph:
        return [(s.value, n.value) for s, n in graph.select(NAMES).rows if s and n]


def wrapper(endpoint: str, query: str, form: str, method: str = GET, how: str = URLENCODED) -> Wrapper:
    """A wrapper that is ready to ask."""
    asked = Wrapper(endpoint)
    asked.setQuery(query)
    asked.setReturnFormat(form)
    asked.setMethod(method)
    asked.setRequestMethod(how)
    return asked


@pytest.mark.parametrize(("method", "how"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_wrapper_reads_json(endpoint: str, names: list[tuple[str, str]], method: str, how: str) -> None:
    told = wrapper(endpoint, NAMES, JSON, method, how).queryAndConvert()
    assert [(b["thing"]["value"], b["name"]["value"]) for b in told["results"]["bindings"]] == names
    assert len(names) > 10


def test_wrapper_reads_xml_csv_and_tsv(endpoint: str, names: list[tuple[str, str]]) -> None:
    document = wrapper(endpoint, NAMES, XML).queryAndConvert()
    texts = [node.firstChild.data for node in document.getElementsByTagName("literal")]
    assert texts == [name for _, name in names]
    table = csv.reader(wrapper(endpoint, NAMES, CSV).queryAndConvert().decode().splitlines())
    assert [tuple(row) for row in table] == [("thing", "name"), *names]
    rows = wrapper(endpoint, NAMES, TSV).queryAndConvert().decode().replace("@ko", "").splitlines()
    assert rows == ["?thing\t?name", *(f'<{thing}>\t"{name}"' for thing, name in names)]


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
def test_wrapper_reads_graphs(endpoint: str, names: list[tuple[str, str]], form: str) -> None:
    told = wrapper(endpoint, GRAPH, form).queryAndConvert()
    graph = told if isinstance(told, rdflib.Graph) else rdflib.Graph().parse(data=told, format="turtle")
    assert sorted((str(s), str(o)) for s, _, o in graph) == sorted(names)


def test_wrapper_asks(endpoint: str) -> None:
    assert wrapper(endpoint, "ASK { ?s ?p ?o }", JSON).queryAndConvert()["boolean"] is True


def test_wrapper_understands_refusals(endpoint: str) -> None:
    with pytest.raises(QueryBadFormed, match="is no SPARQL"):
        wrapper(endpoint, "SELECT * {", JSON).query()
    with pytest.raises(Exception, match=r"503|Service Unavailable") as caught:
        wrapper(endpoint, RUNAWAY, JSON).query()
    assert not isinstance(caught.value, EndPointInternalError)


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rdflib_reads_rows(endpoint: str, names: list[tuple[str, str]], method: str, form: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint, method=method, returnFormat=form))
    assert [(str(s), str(n)) for s, n in graph.query(NAMES)] == names


def test_rdflib_walks_the_graph(endpoint: str, names: list[tuple[str, str]]) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    thing, name = names[0]
    assert str(graph.value(rdflib.URIRef(thing), rdflib.SKOS.prefLabel)) == name
    with pytest.raises(Exception, match="You did something wrong"):
        list(graph.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"))


def test_rdflib_reads_a_thing_from_its_address(endpoint: str, names: list[tuple[str, str]]) -> None:
    thing, name = next((t, n) for t, n in names if "/person/" in t)
    address = endpoint.replace("sparql", quote(thing.partition("/id/")[2], safe="/%"))
    graph = rdflib.Graph().parse(address)
    assert str(graph.value(rdflib.URIRef(thing), rdflib.SKOS.prefLabel)) == name
