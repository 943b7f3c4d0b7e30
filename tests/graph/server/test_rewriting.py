"""Queries as a server is asked them: one version of one corpus, as if there were nothing else."""

import pytest

from kg.errors import UserError
from kg.graph.server.names import Version
from kg.graph.server.rewriting import asked, calls_the_server, is_treacherous

V = Version("https://w3id.org/regional-ai-policy/id/graph/kg/000003-ab")
DOCUMENT = "https://w3id.org/regional-ai-policy/id/document/"
MERGE = (("default-graph-uri", V.merge),)


def test_rewriting_leaves_the_text_of_a_query_without_graphs() -> None:
    sent = asked('SELECT ?s WHERE { ?s ?p "GRAPH {" } LIMIT 3', V, (), (), False)
    assert (sent.text, sent.graphs) == ('SELECT ?s WHERE  { ?s ?p "GRAPH {" } LIMIT 3', MERGE)


def test_rewriting_leads_a_graph_to_the_one_that_holds_it() -> None:
    sent = asked("SELECT ?g { ?s ?p ?o GRAPH ?g { ?s a ?c } }", V, (), (), False)
    assert sent.graphs == ()
    assert sent.pattern == (
        f" GRAPH <{V.merge}> {{ ?s ?p ?o GRAPH <{V.documents}> "
        "{ ?kg_held1 <http://purl.org/dc/terms/isVersionOf> ?g } GRAPH ?kg_held1 { ?s a ?c } } "
    )


@pytest.mark.parametrize("graph", ["<http://x/d>", "x:d", "?g", "$g"])
def test_rewriting_finds_every_way_to_name_a_graph(graph: str) -> None:
    sent = asked(f"PREFIX x: <http://x/> ASK {{graph {graph} {{?s ?p ?o}}}}", V, (), (), False)
    assert f"isVersionOf> {graph} }} GRAPH ?kg_held1 {{?s ?p ?o}}" in sent.text


def test_rewriting_takes_no_word_of_a_text_or_comment_for_a_graph() -> None:
    query = "ASK { ?s ?p 'GRAPH ?g {' . # GRAPH ?h {\n <http://x/GRAPH> ?GRAPH ?o }"
    assert asked(query, V, (), (), False).pattern == query[5:-1]


def test_rewriting_holds_the_graphs_of_a_dataset() -> None:
    query = f"PREFIX d: <{DOCUMENT}> SELECT * FROM d:a.txt FROM NAMED <{DOCUMENT}b.txt> WHERE {{ ?s ?p ?o }}"
    sent = asked(query, V, (), (), False)
    assert "FROM" not in sent.text
    assert sent.graphs == (
        ("default-graph-uri", f"{V.iri}/document/a.txt"),
        ("named-graph-uri", V.documents),
        ("named-graph-uri", f"{V.iri}/document/b.txt"),
    )


def test_rewriting_gives_the_protocols_dataset_its_precedence() -> None:
    sent = asked(f"SELECT * FROM <{DOCUMENT}a> {{ ?s ?p ?o }}", V, (f"{DOCUMENT}b",), (), False)
    assert sent.graphs[0] == ("default-graph-uri", f"{V.iri}/document/b")


def test_rewriting_asks_for_the_rows_that_a_graph_is_made_of() -> None:
    sent = asked("CONSTRUCT { ?s a ?c . ?s ?p 1 } WHERE { ?s a ?c ; ?p ?o } LIMIT 2", V, (), (), False)
    assert (sent.head, sent.template) == ("SELECT ?s ?c ?p WHERE", " ?s a ?c . ?s ?p 1 ")
    assert asked("CONSTRUCT WHERE { ?s a ?c }", V, (), (), False).template == " ?s a ?c "


def test_rewriting_asks_for_the_statements_that_describe() -> None:
    sent = asked("DESCRIBE <http://x/a> ?s WHERE { ?s a ?c } LIMIT 1", V, (), (), False)
    assert "{ VALUES ?kg_s { <http://x/a> } }" in sent.pattern
    assert "SELECT DISTINCT * {  ?s a ?c  }  LIMIT 1 }" in sent.pattern
    assert "VALUES ?kg_s { <http://x/a> }" in asked("DESCRIBE <http://x/a>", V, (), (), False).pattern


def test_rewriting_tells_what_cannot_be_asked_of_a_server() -> None:
    with pytest.raises(UserError, match="looks into graphs outside its WHERE"):
        asked("SELECT (EXISTS { ?s a ?c } AS ?e) { GRAPH ?g { ?s ?p ?o } }", V, (), (), False)


def test_rewriting_mends_for_virtuoso_alone() -> None:
    query = 'SELECT (CONCAT(?a, " · ") AS ?b) { ?s ?p ?a }'
    assert '"^^<http://www.w3.org/2001/XMLSchema#string>' not in asked(query, V, (), (), False).text
    assert '" · "^^<http://www.w3.org/2001/XMLSchema#string>' in asked(query, V, (), (), True).text


def test_rewriting_knows_what_virtuoso_fails_at() -> None:
    assert is_treacherous("SELECT * { ?s ?p ?o BIND(IF(EXISTS { ?s a ?c }, 1, 2) AS ?x) }")
    assert is_treacherous("SELECT * { ?s ?p ?o FILTER(?o > 1 || NOT EXISTS { ?s a ?c }) }")
    assert not is_treacherous("SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s a ?c FILTER(?c != ?s) } }")


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX b: <bif:> SELECT (b:stringdate('x') AS ?a) {}",
        "SELECT (<sql:user>() AS ?a) {}",
        "PREFIX o: <http://www.openlinksw.com/schemas/bif#> SELECT (o:x() AS ?a) {}",
        "ASK { ?s <bif:contains> 'x' }",
    ],
)
def test_rewriting_knows_functions_of_virtuosos_own(query: str) -> None:
    assert calls_the_server(query)
    assert not calls_the_server("PREFIX x: <http://x/bif:> ASK { ?s x:a 'bif:x' , <http://y/sql:> }")


def test_rewriting_wants_a_graph_apart_from_its_name() -> None:
    with pytest.raises(UserError, match="has no space behind GRAPH"):
        asked("PREFIX : <http://x/> ASK { GRAPH:x { ?s ?p ?o } }", V, (), (), False)
