"""A version on a server answers as the embedded store does, or tells in one line why it cannot."""

from collections.abc import Iterable, Iterator

import pytest
from pyoxigraph import QuerySolutions, QueryTriples

from kg.errors import UserError
from kg.graph.places import Sign
from kg.graph.server.address import address_of
from kg.graph.server.answers import bindings, settled
from kg.graph.server.apart import patterns
from kg.graph.server.publishing import publish
from kg.graph.server.store import ServerStore, open_server
from kg.graph.store import GraphStore, open_store, open_version
from tests.graph.server.small_server import Request, SmallServer

NAME = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
DOCUMENT = "<https://w3id.org/regional-ai-policy/id/document/a.txt>"
QUERIES = [
    f"SELECT ?s ?n {{ ?s {NAME} ?n }} ORDER BY ?s ?n",
    f"SELECT ?n {{ GRAPH {DOCUMENT} {{ ?s {NAME} ?n }} }} ORDER BY ?n",
    f"SELECT ?g (COUNT(*) AS ?all) {{ GRAPH ?g {{ ?s ?p ?o }} ?s {NAME} ?n }} GROUP BY ?g ORDER BY ?g",
    f"SELECT ?g ?n {{ VALUES ?g {{ {DOCUMENT} }} ?s {NAME} ?n OPTIONAL {{ GRAPH ?g {{ ?s a ?c }} }} }} ORDER BY ?n",
    f"SELECT (COUNT(*) AS ?all) FROM {DOCUMENT} {{ ?s ?p ?o }}",
    f"SELECT (COUNT(*) AS ?all) FROM NAMED {DOCUMENT} {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    f"SELECT (COUNT(*) AS ?all) FROM {DOCUMENT} {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT (SUM(?v) AS ?sum) { ?m <https://schema.org/value> ?v }",
    "SELECT * { ?s <http://nowhere/> ?o }",
]


def unwatched(items: Iterable[str], total: int, title: str) -> Iterator[str]:
    return iter(items)


@pytest.fixture
def read(server: SmallServer, graph: GraphStore) -> Iterator[ServerStore]:
    publish(graph, address_of(server.url), unwatched)
    with open_server(address_of(server.url)) as opened:
        yield opened


@pytest.mark.parametrize("query", QUERIES)
def test_reading_of_rows_is_that_of_the_embedded_store(query: str, read: ServerStore, graph: GraphStore) -> None:
    told, wanted = read.select(query), graph.select(query)
    assert told.columns == wanted.columns
    assert list(told.rows) == list(wanted.rows)


def test_reading_of_truths_and_statements_is_that_of_the_embedded_store(read: ServerStore, graph: GraphStore) -> None:
    assert read.ask(f"ASK {{ ?s {NAME} '서울특별시'@ko }}") is graph.ask(f"ASK {{ ?s {NAME} '서울특별시'@ko }}") is True
    assert read.ask("ASK { ?s <http://nowhere/> ?o }") is False
    for query in (f"CONSTRUCT {{ ?s a ?n }} WHERE {{ ?s {NAME} ?n . FILTER(isIRI(?s)) }}", f"DESCRIBE {DOCUMENT}"):
        told, wanted = read.query(query), graph.query(query)
        assert isinstance(told, QueryTriples) and isinstance(wanted, QueryTriples)
        assert set(map(str, told)) == set(map(str, wanted))


def test_reading_of_a_dataset_is_that_of_the_embedded_store(read: ServerStore, graph: GraphStore) -> None:
    query = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    for chosen in ({"default": [DOCUMENT[1:-1]]}, {"named": [DOCUMENT[1:-1]]}):
        told, wanted = read.query(query, **chosen), graph.query(query, **chosen)
        assert isinstance(told, QuerySolutions) and isinstance(wanted, QuerySolutions)
        assert [str(row["n"]) for row in told] == [str(row["n"]) for row in wanted]


def test_reading_goes_page_by_page_where_a_server_cuts(
    server: SmallServer, read: ServerStore, graph: GraphStore
) -> None:
    server.most = 7
    for query in QUERIES[:4]:
        assert list(read.select(query).rows) == list(graph.select(query).rows)
    assert read.lines() == graph.lines()


def test_reading_tells_wrong_queries_as_the_embedded_store_does(read: ServerStore, graph: GraphStore) -> None:
    for query in ("SELECT {", "DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"):
        with pytest.raises(UserError) as there:
            read.select(query)
        with pytest.raises(UserError) as here:
            graph.select(query)
        assert there.value.line == here.value.line


def test_reading_answers_here_what_a_server_refuses(server: SmallServer, read: ServerStore, graph: GraphStore) -> None:
    query = f"SELECT ?n {{ ?s a <http://xmlns.com/foaf/0.1/Person> ; {NAME}|<http://x/y> ?n }} ORDER BY ?n"
    server.fails = lambda request: 400 if b"%7C" in request.body else 0
    assert list(read.select(query).rows) == list(graph.select(query).rows) != []
    with pytest.raises(UserError, match="cannot answer \\(400 as you wish\\)"):
        read.select(f"SELECT ?n {{ ?s ?p ?o ; {NAME}|<http://x/y> ?n }}")


def test_reading_answers_here_only_what_is_not_too_much(
    server: SmallServer, read: ServerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.graph.server.apart.MOST", 3)
    server.fails = lambda request: 400 if b"%7C" in request.body else 0
    with pytest.raises(UserError, match=r"to answer it here takes [0-9]+ statements"):
        read.select(f"SELECT ?n {{ ?s {NAME}|<http://x/y> ?n }}")


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("?s x:a/^x:b ?o", {("http://x/a", ""), ("http://x/b", "")}),
        (
            "?s a x:C . FILTER EXISTS { ?s x:a 'x:d' }",
            {("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://x/C"), ("http://x/a", "")},
        ),
        ("?s a x:C , ?c", {("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "")}),
        ("?s ?p ?o", None),
        ("?s x:a* ?o", None),
        ("?s !x:a ?o", None),
        ("GRAPH ?g { ?s x:a ?o }", None),
    ],
)
def test_reading_knows_what_a_query_can_touch(pattern: str, wanted: set[tuple[str, str]] | None) -> None:
    assert patterns(f"PREFIX x: <http://x/> SELECT * {{ {pattern} }}") == wanted


def test_reading_goes_on_while_two_versions_stand(read: ServerStore, server: SmallServer, graph: GraphStore) -> None:
    graph.meta = {**graph.meta, "again": 1}
    publish(graph, address_of(server.url), unwatched)
    assert read.lines() == graph.lines()
    read.check_standing()
    graph.meta = {**graph.meta, "again": 2}
    publish(graph, address_of(server.url), unwatched)
    with pytest.raises(UserError, match="was written twice meanwhile"):
        read.check_standing()


def test_reading_in_another_process_needs_the_folder_alone(read: ServerStore, graph: GraphStore) -> None:
    again = open_version(read.folder, read.folder)
    assert isinstance(again, ServerStore)
    assert again.count() == graph.count()


def test_reading_notices_a_new_version(server: SmallServer, graph: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.places._SECONDS", 0.0)
    publish(graph, address_of(server.url), unwatched)
    sign = Sign(address_of(server.url))
    first = sign.now()
    assert first.rpartition("/")[2].startswith("000001-") and sign.now() == first
    graph.meta = {**graph.meta, "again": 1}
    publish(graph, address_of(server.url), unwatched)
    second = sign.now()
    assert second.rpartition("/")[2].startswith("000002-")
    server.fails = lambda request: 500
    assert sign.now() == second


def test_reading_settles_how_servers_spell_values() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"

    def told(value: str, type_: str) -> tuple[str, str]:
        found = settled({"type": "typed-literal", "value": value, "datatype": xsd + type_})
        return found["value"], found.get("datatype", xsd + "string").removeprefix(xsd)

    assert told("1", "boolean") == ("true", "boolean")
    assert told("false", "boolean") == ("false", "boolean")
    assert told("12", "nonNegativeInteger") == ("12", "integer")
    assert told("3000000000", "decimal") == ("3000000000", "integer")
    assert told("3000000000.5", "decimal") == ("3000000000.5", "decimal")
    assert told("1", "decimal") == ("1", "decimal")
    assert told("가", "string") == ("가", "string")
    assert settled({"type": "literal", "value": "가", "xml:lang": "KO"}) == {
        "type": "literal",
        "value": "가",
        "xml:lang": "ko",
    }
    with pytest.raises(ValueError):
        bindings(b"<html>")


def test_reading_tells_an_answer_that_is_none(server: SmallServer, read: ServerStore) -> None:
    def fails(request: Request) -> int:
        return 200 if request.path == "/query" else 0

    server.fails = fails
    with pytest.raises(UserError, match="gave no answer in JSON that can be read"):
        read.select(QUERIES[0])


def test_reading_of_a_folder_never_ends(graph: GraphStore) -> None:
    graph.check_standing()
    with pytest.raises(UserError, match="holds no graph"), open_store(graph.folder / "nothing"):
        pass
