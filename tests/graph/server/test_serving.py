"""``kg serve`` on a server's graph gives the pages and answers that it gives on a folder's."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest

from kg.graph.server.address import address_of
from kg.graph.server.publishing import publish
from kg.graph.store import GraphStore
from tests.explorer.server import running
from tests.graph.server.small_server import SmallServer

LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
ASKED = [
    ("application/sparql-results+json", f"SELECT ?s ?n {{ ?s {LABEL} ?n }} ORDER BY ?s ?n"),
    ("application/sparql-results+xml", f"SELECT ?g ?n {{ GRAPH ?g {{ ?s {LABEL} ?n }} }} ORDER BY ?g ?n LIMIT 9"),
    ("text/csv", "SELECT (COUNT(*) AS ?all) { ?s ?p ?o }"),
    ("application/sparql-results+json", "ASK { ?s ?p ?o }"),
    ("text/turtle", f"CONSTRUCT {{ ?s {LABEL} ?n }} WHERE {{ ?s {LABEL} ?n }}"),
    ("text/csv", "SELECT {"),
    ("text/csv", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
]
PAGES = ["", "search?q=" + quote("바우처"), "document/a.txt", "questions"]


def answered(url: str, accept: str) -> tuple[int, bytes]:
    """Status and content of a page."""
    try:
        with urlopen(Request(url, headers={"Accept": accept}), timeout=60) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_serving_of_a_server_is_that_of_a_folder(server: SmallServer, graph: GraphStore, store: Path) -> None:
    def unwatched(items: Iterable[str], total: int, title: str) -> Iterator[str]:
        return iter(items)

    publish(graph, address_of(server.url), unwatched)
    with running(Path(store)) as here, running(address_of(server.url)) as there:
        for accept, query in ASKED:
            asked = f"sparql?{urlencode({'query': query})}"
            assert answered(there + asked, accept) == answered(here + asked, accept)
        for page in PAGES:
            told = answered(there + page, "text/html")
            assert told == answered(here + page, "text/html")
            assert told[0] == 200
