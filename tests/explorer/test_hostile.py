"""A store of texts that mean harm: every page shows them as the letters that they are."""

import re
import time
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from kg.graph.quads import document_quads
from kg.graph.store import write_store
from kg.identity.identify import identify
from kg.lexicon import load_lexicon
from kg.resolution.reading import Derivation, Named, Node, Property, Reading, claim_key
from kg.use.endpoint.pool import Limits
from kg.use.pages import Route, route_of
from kg.use.searching.index import Index
from kg.use.searching.writing import LabelsWriter
from kg.use.serving.addresses import ServerAddresses
from kg.use.serving.app import Settings
from tests.explorer.conftest import client_of

EVIL = "<script>alert('x')</script>\"><img src=x onerror=alert(2)>\u202e\u2067거꾸로 {{7*7}} &amp; =1+1"
NAME = "</title><script src=//evil.example></script>\u202e가온"
LONG = "긴 줄 " + "가나다라 " * 2_000_000
IDENTIFIER = "나쁜/글 <b>'\"&.txt"
BROWSER = {"Accept": "text/html"}
OURS = re.compile(r"/(?:static|vendor)/[a-z0-9/._-]+(?:\?v=[0-9a-f]+)?")


class Danger(HTMLParser):
    """Collects what a browser would run or fetch besides our own files."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        loaded = [v for k, v in attrs if k == "src" or (tag == "link" and k == "href")]
        self.found += [f"{tag} {v}" for v in loaded if not OURS.fullmatch(v or "")]
        self.found += [f"{tag} {k}" for k in told if k.startswith("on") or k == "style"]
        self.found += [tag] * (tag in ("img", "iframe", "object", "base", "style"))
        self.found += [tag] * (tag == "script" and "src" not in told and told.get("type") != "application/json")
        self.found += [
            f"{k} {v}" for k, v in attrs if (v or "").strip().lower().startswith(("javascript:", "data:text"))
        ]


def reading() -> Reading:
    """A document whose headline, names, purposes and sentences mean harm, with a line of 10 MB."""
    text = f"{NAME}\n{EVIL}\n12억원 {EVIL}\n{LONG}"
    said, sum_ = text.index(EVIL), text.index("12억원")
    person, program, money = f"person/{NAME}|{EVIL}", f"program/{NAME}|x", "money/1200000000 KRW"
    quote = (("speaker", person, True), ("text", EVIL, False))
    budget = (("program", program, True), ("amount", money, True))
    places = Derivation(((said, said + len(EVIL)),), "by-hand", 0.9, (EVIL,), ())
    nodes = (
        Node(person, "person", ("foaf:Person",), NAME, (EVIL,), derivation=places),
        Node(program, "program", ("rap:Program",), NAME, derivation=places),
        Node(
            money,
            "money",
            ("schema:MonetaryAmount",),
            properties=(
                Property("schema:value", "1200000000", "decimal"),
                Property("schema:currency", "KRW", "string"),
            ),
            derivation=Derivation(((sum_, sum_ + 4),), "by-hand", 0.9),
        ),
        Node(
            claim_key("allocation", budget),
            "allocation",
            ("rap:Allocation",),
            properties=(
                Property("rap:amount", money, "key"),
                Property("rap:forProgram", program, "key"),
                Property("rap:announcedBy", person, "key"),
                Property("rap:purpose", EVIL, "ko"),
                Property("rap:fiscalYear", "2026", "gYear"),
            ),
            identity=budget,
            derivation=Derivation(((sum_, sum_ + 4),), "by-hand", 0.9, (EVIL,)),
        ),
        Node(
            claim_key("quotation", quote),
            "quotation",
            ("schema:Quotation",),
            properties=(
                Property("schema:text", EVIL, "ko"),
                Property("schema:spokenByCharacter", person, "key"),
            ),
            identity=quote,
            derivation=places,
        ),
    )
    head = (Property("schema:headline", NAME, "ko"), Property("schema:datePublished", "2026-01-02", "date"))
    return Reading(IDENTIFIER, text, "schema:NewsArticle", head, nodes, (Named(said, said + 5, person),))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Path]]:
    """A server on the store of that document, and the store's version."""
    store = tmp_path_factory.mktemp("evil") / "store"
    told = reading()
    lines = document_quads(told, identify([told], (), load_lexicon()))
    with write_store(store, {"root": None}) as writing:
        writing.add(told)
        writing.load(lines)
        labels = LabelsWriter(writing.folder)
        labels.put(told.identifier, lines)
        labels.finish()
    (version,) = (p for p in (store / "versions").iterdir() if p.name.isdigit())
    with client_of(Settings(store, limits=Limits(warm=1))) as client:
        yield client, version


def pages(version: Path) -> Iterator[Route]:
    """The addresses of everything in the store, and of what shows it elsewhere."""
    index = Index(version)
    for kind in ("person", "program", "document"):
        for hit in index.most_told(kind):
            route = route_of(hit.iri)
            assert route is not None
            yield route
    yield from (Route("home"), Route("questions"), Route("search", "", (("q", "가온"),)))
    yield from (Route("search", "", (("q", EVIL),)), Route("question", "dossier", (("name", EVIL),)))
    yield from (Route("compare", "", (("of", EVIL),)), Route("graph", "", (("of", EVIL),)), Route("question", EVIL))


def test_hostile_texts_are_shown_harmlessly(evil: tuple[TestClient, Path]) -> None:
    client, version = evil
    seen = list(pages(version))
    assert {route.kind for route in seen} >= {"person", "program", "document"}
    for route in seen:
        answer = client.get(ServerAddresses().page(route), headers=BROWSER)
        assert answer.status_code in (200, 400, 404), route
        assert answer.status_code == 200 or route.kind in ("question", "compare", "graph"), route
        assert Danger(answer.text).found == [], route
        assert "49 &amp;" not in answer.text


def test_hostile_names_are_found_and_told_as_they_are(evil: tuple[TestClient, Path]) -> None:
    client, _ = evil
    page = client.get(f"/search?{urlencode({'q': 'ㄱㅇ'})}", headers=BROWSER)
    assert "</title><script src=//evil.example></script>" in unescape(page.text)


def test_hostile_line_of_ten_megabytes_is_shown_in_time(evil: tuple[TestClient, Path]) -> None:
    client, version = evil
    (hit,) = Index(version).most_told("document")
    route = route_of(hit.iri)
    assert route is not None
    begin = reading().text.index("12억원")
    begun = time.process_time()
    page = client.get(
        ServerAddresses().page(route.having(begin=str(begin), end=str(begin + 4))).partition("#")[0], headers=BROWSER
    )
    assert page.status_code == 200
    assert 'id="span"' in page.text
    assert time.process_time() - begun < 5


def test_hostile_spans_are_refused_or_left_out(evil: tuple[TestClient, Path]) -> None:
    client, version = evil
    (hit,) = Index(version).most_told("document")
    route = route_of(hit.iri)
    assert route is not None
    for begin, end in (("-1", "3"), ("9", "2"), ("x", "y"), ("1" * 5000, "2"), ("0", "99999999999"), ("٣", "٥")):
        address = ServerAddresses().page(route.having(begin=begin, end=end)).partition("#")[0]
        assert client.get(address, headers=BROWSER).status_code in (200, 400, 404), (begin, end)


def test_hostile_texts_go_through_the_endpoint_unchanged(evil: tuple[TestClient, Path]) -> None:
    client, _ = evil
    query = "SELECT ?text { ?said <https://schema.org/text> ?text }"
    told = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert [b["text"]["value"] for b in told] == [EVIL]
    page = client.get("/sparql", params={"query": query}, headers=BROWSER)
    assert Danger(page.text).found == []
