"""The server: what comes in, what goes out, who may judge, and a newer build under its feet."""

import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest
import rdflib
from starlette.testclient import TestClient

from kg.cli import COMMANDS
from kg.graph.store import open_store
from kg.graph.terms import ID
from kg.use.endpoint.pool import Limits
from kg.use.judging.file import read_judgements
from kg.use.pages.route import Route, route_of
from kg.use.serving.addresses import ServerAddresses, route_at
from kg.use.serving.app import Settings, application
from kg.use.serving.judging import Desk
from tests.explorer.conftest import BASE, TOKEN, client_of
from tests.explorer.server import running
from tests.explorer.test_endpoint import RUNAWAY

LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
PERSONS = f"SELECT ?name {{ ?s a <http://xmlns.com/foaf/0.1/Person> ; {LABEL} ?name }}"
PROGRAMS = f"SELECT ?name {{ ?s a <https://w3id.org/regional-ai-policy/ontology#Program> ; {LABEL} ?name }}"
MAYOR = "나한결|서울특별시"
JSON, BROWSER = "application/sparql-results+json", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def test_sparql_is_asked_in_three_ways(client: TestClient) -> None:
    ways = [
        client.get("/sparql", params={"query": PERSONS}),
        client.post("/sparql", data={"query": PERSONS}),
        client.post("/sparql", content=PERSONS, headers={"Content-Type": "application/sparql-query; charset=utf-8"}),
    ]
    assert [way.status_code for way in ways] == [200] * 3
    assert {way.headers["content-type"] for way in ways} == {JSON}
    names = [sorted(b["name"]["value"] for b in way.json()["results"]["bindings"]) for way in ways]
    assert names[0] == names[1] == names[2]
    assert "나한결" in names[0]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (JSON, JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/xml", "application/xml"),
    ],
)
def test_sparql_answers_rows_as_asked(client: TestClient, accept: str, media: str) -> None:
    answer = client.get("/sparql", params={"query": PERSONS}, headers={"Accept": accept})
    assert answer.headers["content-type"] == media
    assert "나한결" in answer.text
    assert answer.headers["vary"] == "Accept"


def test_sparql_refuses_what_it_cannot_write_and_says_what_it_can(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": "text/csv"})
    assert answer.status_code == 406
    assert JSON in answer.text


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"params": {"query": "SELECT * {"}}, 400),
        ({"params": [("query", PERSONS), ("query", PERSONS)]}, 400),
        ({"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}}, 400),
        ({"params": {"update": "DROP ALL"}}, 403),
        ({"params": {"query": PERSONS, "default-graph-uri": "no iri"}}, 400),
    ],
)
def test_sparql_refuses_what_breaks_the_protocol(client: TestClient, sent: dict[str, object], status: int) -> None:
    assert client.get("/sparql", headers={"Accept": JSON}, **sent).status_code == status  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("media", "body", "status"),
    [
        ("application/sparql-update", b"DROP ALL", 403),
        ("application/x-www-form-urlencoded", b"update=DROP+ALL", 403),
        ("application/x-www-form-urlencoded", b"", 400),
        ("text/plain", b"ASK {}", 415),
        ("application/sparql-query", b"\xff", 400),
        ("application/sparql-query", b"#" * (2 << 20), 413),
    ],
)
def test_sparql_refuses_bodies(client: TestClient, media: str, body: bytes, status: int) -> None:
    answer = client.post("/sparql", content=body, headers={"Content-Type": media})
    assert answer.status_code == status


def test_sparql_takes_the_dataset_of_the_protocol(client: TestClient) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def number(**more: str) -> int:
        answer = client.get("/sparql", params={"query": count, **more}, headers={"Accept": JSON})
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    one, other = (number(**{"default-graph-uri": f"{ID}document/{n}.txt"}) for n in "ab")
    assert 0 < one < number() and 0 < other < number()
    assert number(**{"default-graph-uri": f"{ID}document/{quote('none')}"}) == 0
    assert number(**{"named-graph-uri": f"{ID}document/a.txt"}) == 0


def test_sparql_says_that_an_answer_was_cut(client: TestClient) -> None:
    query = {"query": "SELECT * { ?s ?p ?o }"}
    answer = client.get("/sparql", params=query)
    assert answer.headers["x-result-cut"] == "50"
    assert len(answer.json()["results"]["bindings"]) == 50
    assert answer.json()["note"] == "cut at 50 rows: the answer has more"
    page = client.get("/sparql", params=query, headers={"Accept": BROWSER})
    assert "처음 50행까지만 보입니다" in page.text
    assert "x-result-cut" not in client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).headers


def test_sparql_stops_a_runaway_with_a_clear_503(client: TestClient) -> None:
    begin = time.monotonic()
    answer = client.get("/sparql", params={"query": RUNAWAY})
    assert (answer.status_code, answer.text) == (503, "stopped after 2 seconds: ask for less\n")
    assert answer.headers["retry-after"] == "10"
    assert time.monotonic() - begin < 8
    page = client.get("/sparql", params={"query": RUNAWAY}, headers={"Accept": BROWSER})
    assert page.status_code == 503
    assert "시간이 너무 오래 걸려 멈췄습니다" in page.text


def test_sparql_without_a_query_is_an_editor_or_a_description(client: TestClient) -> None:
    page = client.get("/sparql", headers={"Accept": BROWSER})
    assert page.headers["content-type"].startswith("text/html")
    assert "/vendor/yasgui/4.6.2/yasgui.min.js" in page.text
    assert "region-budget" in page.text
    told = rdflib.Graph().parse(data=client.get("/sparql", headers={"Accept": "text/turtle"}).text)
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert [str(o) for o in told.objects(None, service.endpoint)] == [f"{BASE}/sparql"]


def test_sparql_page_shows_an_answer_without_a_script(client: TestClient) -> None:
    page = client.get(
        "/sparql", params={"query": PERSONS.replace("?name {", "?s ?name {")}, headers={"Accept": BROWSER}
    )
    assert f'<a href="/person/{quote("나한결")}%7C{quote("서울특별시")}">' in page.text
    assert "<td>나한결</td>" in page.text
    assert "예" in client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": BROWSER}).text
    graph = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, headers={"Accept": BROWSER})
    assert "@prefix" in graph.text


def test_sparql_can_be_asked_for_a_format_by_a_link(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": PERSONS, "format": "csv"}, headers={"Accept": BROWSER})
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(("accept", "form"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld")])
def test_thing_answers_with_rdf(client: TestClient, accept: str, form: str) -> None:
    answer = client.get(f"/person/{quote(MAYOR)}", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    graph = rdflib.Graph().parse(data=answer.text, format=form)
    it = rdflib.URIRef(f"{ID}person/{MAYOR.replace('|', '%7C')}")
    assert str(graph.value(it, rdflib.SKOS.prefLabel)) == "나한결"
    assert any(str(p).endswith("member") for p in graph.predicates(None, it))


def test_thing_answers_with_a_page_to_a_browser_and_to_whoever_takes_all(client: TestClient) -> None:
    for accept in (BROWSER, "*/*", ""):
        answer = client.get(f"/person/{quote(MAYOR)}", headers={"Accept": accept})
        assert answer.headers["content-type"].startswith("text/html")
        assert "나한결" in answer.text
        assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize("name", [MAYOR, MAYOR.replace("|", "%7C"), unicodedata.normalize("NFD", MAYOR)])
def test_thing_is_found_by_every_spelling_of_its_address(client: TestClient, name: str) -> None:
    answer = client.get(f"/person/{quote(name, safe='%')}", headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert "나한결" in answer.text


def test_document_as_rdf_is_its_whole_graph(client: TestClient) -> None:
    answer = client.get("/document/b.txt?form=nt")
    assert answer.headers["content-type"].startswith("application/n-triples")
    assert answer.headers["x-result-cut"] == "50"


def test_thing_that_is_not_there_is_said_in_the_form_that_was_asked(client: TestClient) -> None:
    page = client.get("/person/없음", headers={"Accept": BROWSER})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert client.get("/person/없음", headers={"Accept": "text/turtle"}).status_code == 404
    assert client.get(f"/person/{quote(MAYOR)}", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/nothing/here").status_code == 404
    assert client.get("/person").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/static/../pages/route.py",
        "/static/..%2froute.py",
        "/static/%2e%2e/route.py",
        "/vendor/%2e%2e/pyproject.toml",
        "/static//etc/passwd",
        "/document/..%2f..%2fjudgements.csv",
    ],
)
def test_paths_that_climb_find_nothing(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "status"), [("/person/%00", 400), ("/person/%ff", 400), ("/person/" + "a" * 9000, 414)]
)
def test_paths_that_are_no_text_are_refused(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example:8000", 421),
        ("evil.example:80@127.0.0.1", 421),
        ("", 421),
    ],
)
def test_hosts_of_others_are_refused(client: TestClient, host: str, status: int) -> None:
    assert client.get("/sparql", headers={"Host": host}).status_code == status


def test_every_answer_has_the_headers_that_keep_a_browser_from_harm(client: TestClient) -> None:
    for path in ("/", "/sparql", "/person/x", "/static/sparql.js", "/static/none", f"/person/{quote(MAYOR)}?form=ttl"):
        headers = client.get(path, headers={"Accept": BROWSER}).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy and policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


def test_names_that_would_break_out_are_shown_harmlessly(client: TestClient) -> None:
    for evil in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "x> ?p ?o } #", "\u202e\u200f가"):
        for address in (f"/person/{quote(evil, safe='')}", f"/search?{urlencode({'q': evil})}"):
            page = client.get(address, headers={"Accept": BROWSER})
            assert page.status_code in (200, 404)
            assert "<script>alert" not in page.text and "<img src=x" not in page.text
    page = client.get(
        "/sparql", params={"query": 'SELECT ("<script>alert(1)</script>" AS ?x) {}'}, headers={"Accept": BROWSER}
    )
    assert "<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>" in page.text
    assert "<script>alert" not in page.text


def test_only_what_reads_is_let_in(client: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        assert client.request(method, "/sparql").status_code == 405
        assert client.request(method, f"/person/{quote(MAYOR)}").status_code == 405
    assert client.head(f"/person/{quote(MAYOR)}").status_code == 200


@pytest.mark.parametrize(
    ("route", "address"),
    [
        (Route("home"), "/"),
        (Route("search", "", (("q", "새싹 & <b>"),)), "/search?q=%EC%83%88%EC%8B%B9+%26+%3Cb%3E"),
        (Route("person", "가%7C나"), "/person/%EA%B0%80%7C%EB%82%98"),
        (Route("document", "2026/a_b.txt"), "/document/2026/a_b.txt"),
        (Route("document", "a.txt", (("begin", "3"), ("end", "9"))), "/document/a.txt?begin=3&end=9#span"),
        (Route("program", "AI_(2.0):_'가'+1"), "/program/AI_(2.0):_'%EA%B0%80'+1"),
    ],
)
def test_addresses_lead_back_to_their_route(client: TestClient, route: Route, address: str) -> None:
    addresses = ServerAddresses()
    assert addresses.page(route) == address
    seen = client.get(address).request.url
    assert route_at(seen.path, [(k, v) for k, v in route.words]) == route


def test_addresses_of_files_say_their_form() -> None:
    to = ServerAddresses()
    assert to.table(Route("region", "가"), "money", "xlsx") == "/region/%EA%B0%80?table=money&form=xlsx"
    assert to.data(Route("graph", "", (("of", "a"),))) == "/graph?of=a&form=json"
    assert to.rdf(Route("region", "가", (("x", "y"),)), "ttl") == "/region/%EA%B0%80?form=ttl"
    assert to.rdf(Route("home"), "ttl") == ""


def test_routes_know_mentions_and_what_has_no_page() -> None:
    assert route_of(f"{ID}document/a.txt#char=3,9") == Route("document", "a.txt", (("begin", "3"), ("end", "9")))
    assert route_of(f"{ID}person/가%7C나") == Route("person", "가%7C나")
    assert route_of("http://elsewhere/person/x") is None
    assert Route("person", "x> ?p ?o } #").iri == f"{ID}person/x%3E_?p_?o_%7D_%23".replace("?", "%3F")


PAIR = {"decision": "different", "key": "person/가|나", "other": "person/가|다", "why": "두 사람"}


@pytest.fixture
def reviewing(store: Path, desk: Desk) -> Iterator[TestClient]:
    """A client of a server that lets people judge."""
    with client_of(Settings(store, limits=Limits(warm=1), desk=desk)) as client:
        yield client


def judged(client: TestClient, origin: str | None = BASE, **more: str) -> int:
    """The status of sending a judgement."""
    headers = {"Origin": origin} if origin is not None else {}
    return client.post("/review", data={**PAIR, "token": TOKEN, **more}, headers=headers).status_code


def test_judgement_lands_in_the_file(reviewing: TestClient, desk: Desk) -> None:
    assert judged(reviewing) == 303
    (told,) = read_judgements(desk.file)
    assert (told.decision, told.who, told.when, told.why) == ("different", "가온", "2026-03-11", "두 사람")
    assert judged(reviewing, decision="same") == 303
    assert [j.decision for j in read_judgements(desk.file)] == ["same"]


@pytest.mark.parametrize(
    ("origin", "more", "status"),
    [
        ("http://evil.example", {}, 403),
        ("null", {}, 403),
        (None, {}, 403),
        (BASE, {"token": "guess"}, 403),
        (BASE, {"token": ""}, 403),
        (BASE, {"decision": "delete"}, 400),
        (BASE, {"key": "person/가|다"}, 400),
        (BASE, {"key": "../../x"}, 400),
        (BASE, {"decision": "reject", "key": "nothing"}, 400),
        (BASE, {"why": "x" * 100_000}, 413),
    ],
)
def test_judgement_that_is_not_ours_is_refused(
    reviewing: TestClient, desk: Desk, origin: str | None, more: dict[str, str], status: int
) -> None:
    assert judged(reviewing, origin, **more) == status
    assert not desk.file.exists()


def test_judgement_leads_back_to_a_page_of_ours_alone(reviewing: TestClient) -> None:
    for back, where in (
        ("/review?n=2", "/review?n=2"),
        ("//evil.example", "/review"),
        ("http://evil.example", "/review"),
    ):
        answer = reviewing.post("/review", data={**PAIR, "token": TOKEN, "back": back}, headers={"Origin": BASE})
        assert answer.headers["location"] == where


CLAIM = "allocation/program=program/가|나|amount=money/1000 KRW"


def test_judgement_corrects_slots_under_every_key(reviewing: TestClient, desk: Desk) -> None:
    told = {
        "token": TOKEN,
        "decision": "replace",
        "key": [CLAIM, CLAIM + "|year=2026"],
        "document": ["a.txt", "b.txt"],
        "sentence": ["가 사업에 천 원을 쓴다.", "나"],
        "slot.amount": "15억원",
        "slot.year": " 2027 ",
        "slot.basis": "",
        "gone.source": "1",
        "why": "잘못 읽음",
    }
    assert reviewing.post("/review", data=told, headers={"Origin": BASE}).status_code == 303
    first, second = read_judgements(desk.file)
    assert (first.decision, first.key, first.other) == ("replace", CLAIM, "amount=15억원; year=2027; source=")
    assert (first.document, first.sentence, first.why) == ("a.txt", "가 사업에 천 원을 쓴다.", "잘못 읽음")
    assert (second.key, second.document, second.sentence) == (CLAIM + "|year=2026", "b.txt", "나")


def test_judgement_takes_the_name_of_a_thing_for_its_key(reviewing: TestClient, desk: Desk, store: Path) -> None:
    with open_store(store) as graph:
        keys = {n.label: n.key for r in graph.readings() for n in r.nodes if n.key.startswith("organization/")}
    name = next(n for n in sorted(filter(None, keys)))
    told = {"decision": "replace", "key": CLAIM, "other": "", "slot.by": name}
    assert judged(reviewing, **told) == 303
    assert [j.other for j in read_judgements(desk.file)] == [f"by={keys[name]}"]


@pytest.mark.parametrize(
    "told",
    [
        {"slot.amount": "많이"},
        {"slot.year": "내년"},
        {"slot.basis": "no such"},
        {"gone.amount": "1"},
        {"slot.by": "없는 이름의 기관"},
        {},
    ],
)
def test_judgement_that_corrects_nothing_sensible_is_refused(
    reviewing: TestClient, desk: Desk, told: dict[str, str]
) -> None:
    assert judged(reviewing, decision="replace", key=CLAIM, other="", **told) == 400
    assert not desk.file.exists()


def test_judging_needs_the_server_to_be_started_for_it(client: TestClient) -> None:
    assert judged(client) == 403


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[str]:
    """The address of a server in a process of its own."""
    with running(store) as address:
        yield address


def asked(address: str, query: str = PERSONS, accept: str = JSON) -> bytes:
    """The answer of a running server."""
    told = Request(f"{address}sparql?{urlencode({'query': query})}", headers={"Accept": accept})
    with urlopen(told, timeout=60) as answer:
        content: bytes = answer.read()
    return content


def test_serve_is_a_command() -> None:
    assert "serve" in COMMANDS


def test_server_answers_many_at_once(served: str) -> None:
    wanted = asked(served)
    wrong: list[object] = []

    def client() -> None:
        for _ in range(10):
            try:
                if asked(served) != wanted:
                    wrong.append("another answer")
                with urlopen(f"{served}person/{quote(MAYOR)}", timeout=60) as page:
                    if "나한결" not in page.read().decode():
                        wrong.append("no name")
            except OSError as error:
                wrong.append(error)

    threads = [threading.Thread(target=client) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_server_notices_a_newer_build(corpus: Path, tmp_path: Path) -> None:
    texts, store = tmp_path / "texts", tmp_path / "store"
    texts.mkdir()
    (texts / "a.txt").write_text((corpus / "a.txt").read_text("utf-8"), "utf-8")
    build = (sys.executable, "-m", "kg", "build", str(texts), "--store", str(store), "--workers", "1")
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    with running(store) as address:
        assert "AI 돌봄 사다리" not in asked(address, PROGRAMS).decode()
        (texts / "b.txt").write_text((corpus / "b.txt").read_text("utf-8"), "utf-8")
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        assert "AI 돌봄 사다리" in asked(address, PROGRAMS).decode()
        with urlopen(f"{address}search?{urlencode({'q': 'ㄷㅂㅅㄷㄹ'})}", timeout=60) as page:
            assert "AI 돌봄 사다리" in page.read().decode()
        (texts / "b.txt").unlink()
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        held = sorted(p.name for p in (store / "versions").iterdir() if p.name.isdigit())
        assert held == ["000002", "000003"]  # the first was let go of, the second is open until somebody asks


def test_server_says_in_one_line_what_it_cannot_serve(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kg", "serve", "--store", str(tmp_path / "none"), "--port", "0")
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 2
    assert "holds no graph" in ran.stderr and len(ran.stderr.splitlines()) == 1


def test_page_that_fails_has_the_headers_too(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*told: object) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr("kg.use.serving.things.page", fails)
    app = application(Settings(store, limits=Limits(warm=0)))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        answer = client.get("/", headers={"Accept": BROWSER})
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
