"""Queries in worker processes: formats, limits, and what no query can do."""

import asyncio
import json
import time
import unicodedata
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
import rdflib

from kg.graph.answers import asks_elsewhere
from kg.graph.results import Dataset, Formats, Unacceptable, serialized
from kg.graph.store import GraphStore
from kg.graph.terms import ID, document
from kg.use.endpoint.negotiation import GRAPH, ROWS, answers, best
from kg.use.endpoint.pool import Answered, Limits, Pool, Refused
from kg.use.endpoint.spelling import respelled, spelled

SMALL = GraphStore.of(
    [
        f'<{ID}person/가> <http://x/p> "a,\\"b\\"\\n<c>"@ko <{document("a.txt")}> .',
        f'<{ID}person/가> <http://x/q> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <{document("a.txt")}> .',
        f'<{ID}person/나> <http://x/p> "\\u0008tab\\tend" <{document("b.txt")}> .',
    ]
)
EVERYTHING = Formats("json", "json", "ntriples")
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


def told(query: str, form: str, most: int = 100, dataset: Dataset | None = None) -> bytes:
    """An answer of the small graph in one format, whatever its form."""
    return serialized(SMALL, query, dataset or Dataset(), Formats(form, form, form), most).content


def test_results_as_csv_quote_what_needs_it() -> None:
    query = "SELECT ?o ?s { ?s <http://x/p> ?o } ORDER BY ?s"
    want = f'o,s\r\n"a,""b""\n<c>",{ID}person/가\r\n\btab\tend,{ID}person/나\r\n'
    assert told(query, "csv").decode() == want


def test_results_as_tsv_are_terms() -> None:
    query = "SELECT ?s ?o { ?s <http://x/q>|<http://x/none> ?o }"
    want = f'?s\t?o\n<{ID}person/가>\t"7"^^<http://www.w3.org/2001/XMLSchema#integer>\n'
    assert told(query, "tsv").decode() == want


def test_results_as_json_keep_the_order_of_columns_and_leave_out_what_is_unbound() -> None:
    query = "SELECT ?z ?a ?n { ?z <http://x/p> ?a OPTIONAL { ?z <http://x/q> ?n } } ORDER BY ?z"
    found = json.loads(told(query, "json"))
    assert found["head"] == {"vars": ["z", "a", "n"]}
    first, second = found["results"]["bindings"]
    assert first["a"] == {"type": "literal", "value": 'a,"b"\n<c>', "xml:lang": "ko"}
    assert first["n"] == {"type": "literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    assert set(second) == {"z", "a"}
    assert "note" not in found


def test_results_as_xml_can_be_read_whatever_a_text_holds() -> None:
    root = ElementTree.fromstring(told("SELECT ?o { ?s <http://x/p> ?o } ORDER BY ?s", "xml"))
    texts = [e.text for e in root.iter("{http://www.w3.org/2005/sparql-results#}literal")]
    assert texts == ['a,"b"\n<c>', "\ufffdtab\tend"]
    assert b"<boolean>true</boolean>" in told("ASK { ?s ?p ?o }", "xml")


@pytest.mark.parametrize("form", ["turtle", "ntriples", "rdfxml", "jsonld"])
def test_results_as_graphs_are_the_same_graph(form: str) -> None:
    names = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}
    query = "CONSTRUCT { ?s <http://x/q> ?o } WHERE { ?s <http://x/q> ?o }"
    graph = rdflib.Graph().parse(data=told(query, form), format=names[form])
    assert [str(o) for o in graph.objects()] == ["7"]


def test_results_are_cut_and_say_so() -> None:
    cut = serialized(SMALL, "SELECT * { ?s ?p ?o }", Dataset(), EVERYTHING, 2)
    assert cut.cut and len(json.loads(cut.content)["results"]["bindings"]) == 2
    assert json.loads(cut.content)["note"] == "cut at 2 rows: the answer has more"
    assert not serialized(SMALL, "SELECT * { ?s ?p ?o }", Dataset(), EVERYTHING, 3).cut
    graph = serialized(SMALL, "CONSTRUCT WHERE { ?s ?p ?o }", Dataset(), EVERYTHING, 1)
    assert graph.cut and len(graph.content.splitlines()) == 1


def test_results_in_no_format_that_there_is_are_refused() -> None:
    with pytest.raises(Unacceptable, match="truth"):
        serialized(SMALL, "ASK { ?s ?p ?o }", Dataset(), Formats("csv", "", "turtle"), 1)


def test_dataset_of_the_protocol_takes_the_place_of_the_querys_own() -> None:
    query = f"SELECT (COUNT(*) AS ?n) FROM <{document('a.txt')}> {{ ?s ?p ?o }}"
    assert told(query, "csv") == b"n\r\n2\r\n"
    assert told(query, "csv", dataset=Dataset((document("b.txt"),))) == b"n\r\n1\r\n"
    assert told(query, "csv", dataset=Dataset((), (document("a.txt"),))) == b"n\r\n0\r\n"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert told(named, "csv", dataset=Dataset((), (document("a.txt"),))) == b"n\r\n2\r\n"
    assert told(named, "csv", dataset=Dataset((document("a.txt"),))) == b"n\r\n0\r\n"


@pytest.mark.parametrize(
    ("accept", "offer"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/*;q=0.2, text/csv;q=0.1", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*", "application/json"),
        ("TEXT/CSV ; charset=utf-8", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("nonsense", "application/sparql-results+json"),
        ("text/csv;q=x", None),
        ("text/csv;q=nan", None),
    ],
)
def test_negotiation_takes_the_best_offer(accept: str, offer: str | None) -> None:
    assert best(accept, tuple(ROWS)) == offer


def test_negotiation_answers_each_form_on_its_own() -> None:
    assert answers("text/csv, text/turtle;q=0.9").formats == Formats("csv", "", "turtle")
    assert answers("").formats == Formats("json", "json", "turtle")
    assert best("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", (*GRAPH, "text/html")) == "text/html"


def test_spelling_knows_percent_forms_and_decomposed_names() -> None:
    plain = f"{ID}person/나 한|x".replace(" ", "_").replace("|", "%7C")
    assert spelled(f"{ID}person/{quote('나_한|x')}") == plain
    assert spelled(unicodedata.normalize("NFD", plain)) == plain
    assert spelled("http://elsewhere/%20") == "http://elsewhere/%20"
    mention = f"{document('가/나.txt')}#char=3,9"
    assert spelled(ID + quote(mention.removeprefix(ID), safe="/#=,")) == mention
    query = f'SELECT * {{ <{ID}person/{quote("나")}> ?p "<{ID}person/%41>" }} # <{ID}person/%41>'
    assert respelled(query) == f'SELECT * {{ <{ID}person/나> ?p "<{ID}person/%41>" }} # <{ID}person/%41>'


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        "SELECT * { # remark\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p '''it's\\''''SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        'SELECT * { ?s ?p """a\\"""" SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }',
        "SELECT * { FILTER(1 <2)SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "PREFIX a: <http://127.0.0.1:9/> SELECT * { ?s ?p a:가나 SERVICE a:{ ?s ?p ?o } }",
    ],
)
def test_query_that_asks_another_server_is_seen(query: str) -> None:
    assert asks_elsewhere(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service ?p "SERVICE <http://x/>" } # SERVICE',
        "PREFIX a: <http://x/> SELECT * { ?s a:SERVICE $SERVICE }",
        "SELECT * { ?s <http://x/SERVICE> '''SERVICE''' }",
    ],
)
def test_query_that_only_names_a_service_is_let_through(query: str) -> None:
    assert not asks_elsewhere(query)


@pytest.fixture
def version(store: Path) -> Path:
    """The folder of the store's version."""
    return next(p for p in (store / "versions").iterdir() if p.name.isdigit())


def pooled(version: Path, limits: Limits, work: Callable[[Pool], Awaitable[None]]) -> None:
    """Do some work with a pool, and end it."""

    async def run() -> None:
        pool = Pool(version, limits)
        try:
            await work(pool)
        finally:
            await pool.close()

    asyncio.run(run())


async def refused(pool: Pool, query: str) -> Refused:
    """The refusal of a query."""
    with pytest.raises(Refused) as caught:
        await pool.ask(query, EVERYTHING)
    return caught.value


def test_pool_stops_a_runaway_and_goes_on_answering_others(version: Path) -> None:
    async def work(pool: Pool) -> None:
        await pool.warm()
        begin = time.monotonic()
        runaways = asyncio.gather(*(refused(pool, RUNAWAY) for _ in range(3)))
        quick: list[float] = []
        for _ in range(5):
            started = time.monotonic()
            answer: Answered = await pool.ask("ASK { ?s ?p ?o }", EVERYTHING)
            assert json.loads(answer.content) == {"head": {}, "boolean": True}
            quick.append(time.monotonic() - started)
        assert time.monotonic() - begin < 4
        assert [r.reason for r in await runaways] == ["time"] * 3
        assert sorted(quick)[2] < 1
        assert (await pool.ask("ASK { ?s ?p ?o }", EVERYTHING)).form == "truth"

    pooled(version, Limits(seconds=4, workers=5, warm=1), work)


def test_pool_refuses_what_needs_too_much_memory(version: Path) -> None:
    async def work(pool: Pool) -> None:
        assert (await refused(pool, HUNGRY)).reason in ("memory", "wrong")
        assert (await pool.ask("ASK { ?s ?p ?o }", EVERYTHING)).form == "truth"

    pooled(version, Limits(seconds=60, workers=2, warm=1, megabytes=1200), work)


def test_pool_refuses_calls_updates_and_nonsense(version: Path) -> None:
    async def work(pool: Pool) -> None:
        service = await refused(pool, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
        assert (service.reason, service.told) == ("wrong", "asks another server (SERVICE)")
        for query in ("INSERT DATA { <http://a> <http://a> <http://a> }", "DROP ALL", "LOAD <file:///etc/passwd>", "x"):
            assert (await refused(pool, query)).reason == "wrong", query
        assert json.loads((await pool.ask("ASK { <http://a> ?p ?o }", EVERYTHING)).content)["boolean"] is False
        files = await pool.ask("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", EVERYTHING)
        assert json.loads(files.content)["results"]["bindings"] == []

    pooled(version, Limits(seconds=20, warm=1), work)


def test_pool_says_that_it_is_busy(version: Path) -> None:
    async def work(pool: Pool) -> None:
        runaway = asyncio.create_task(refused(pool, RUNAWAY))
        await asyncio.sleep(0.1)
        busy = await refused(pool, "ASK { ?s ?p ?o }")
        assert busy.reason in ("busy", "time")
        assert (await runaway).reason == "time"

    pooled(version, Limits(seconds=1.5, workers=1, warm=1), work)
