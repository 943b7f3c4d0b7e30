"""Columns come in the order in which a query names them."""

import pytest

from kg.graph.answers import asks_elsewhere, columns


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("SELECT ?z ?a WHERE { ?a ?p ?z }", ("z", "a")),
        ("select distinct ?z ?a { ?a ?p ?z }", ("z", "a")),
        ("SELECT (COUNT(?a) AS ?n) ?z WHERE { ?a ?p ?z } GROUP BY ?z", ("n", "z")),
        ("SELECT ?z (STR(?a) AS ?b) (IF(?q, ?a, ?z) as ?c) WHERE { }", ("z", "b", "c")),
        ("# SELECT ?x\nPREFIX a: <http://a.example/?q=1> SELECT ?b ?a FROM <http://g.example/> WHERE { }", ("b", "a")),
        ("SELECT * WHERE { ?z ?p ?a }", ("z", "p", "a")),
        ('SELECT ("?x" AS ?z) ?이름 WHERE { }', ("z", "이름")),
        ("SELECT ?z WHERE { { SELECT ?a ?z { ?a ?p ?z } } }", ("z",)),
    ],
)
def test_answers_columns_follow_the_query(query: str, order: tuple[str, ...]) -> None:
    assert columns(query, sorted(order)) == order


@pytest.mark.parametrize(
    ("query", "elsewhere"),
    [
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", True),
        ("SELECT * { service silent ?where { ?s ?p ?o } }", True),
        ("SELECT * { ?service a ex:SERVICE # SERVICE\n }", False),
        (
            "SELECT * { ?s ?p service:x }",
            True,
        ),  # the store reads service:x{ as a call: a prefix of that name is refused
        ('SELECT * { ?s ?p "SERVICE" , <http://a.example/SERVICE> }', False),
    ],
)
def test_answers_know_a_query_that_asks_another_server(query: str, elsewhere: bool) -> None:
    assert asks_elsewhere(query) is elsewhere
