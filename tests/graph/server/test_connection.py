"""HTTP to a server: where it is, who we are to it, and one line for whatever goes wrong."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.graph.server.address import Address, address_of, with_writing
from kg.graph.server.authorization import Credentials, credentials
from kg.graph.server.connection import Connection
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.writing import GraphStoreWriter, UpdateWriter, writer_of
from tests.conftest import Ran
from tests.graph.server.small_server import SmallServer

LINE = '<http://x/a> <http://x/b> "가" .'


def test_connection_addresses_name_a_corpus() -> None:
    assert address_of("http://host:1/query") == Address("http://host:1/query", "kg")
    assert address_of("https://host/sparql#%EA%B2%BD%EA%B8%B0") == Address("https://host/sparql", "경기")
    assert str(address_of("http://host/sparql#a")) == "http://host/sparql#a"
    assert str(address_of("http://host/sparql")) == "http://host/sparql"


@pytest.mark.parametrize("text", ["http://", "http://host:port/", "http:///query", "http://[::1/"])
def test_connection_addresses_that_are_none_are_told(text: str) -> None:
    with pytest.raises(UserError, match="is no address"):
        address_of(text)


def test_connection_addresses_with_a_password_are_refused_without_showing_it() -> None:
    for make in (address_of, lambda text: with_writing(Address("http://h"), text, "")):
        with pytest.raises(UserError) as told:
            make("http://me:secret@host:1/query")
        assert told.value.line == (
            "http://host:1/query: holds a name or password; set KG_SERVER_USER and KG_SERVER_PASSWORD, or use ~/.netrc"
        )


def test_connection_finds_the_query_endpoint(server: SmallServer) -> None:
    for place in ("", "/", "/query"):
        assert Endpoint(address_of(server.url + place)).url == f"{server.url}/query"
    with pytest.raises(UserError, match="answers no SPARQL \\(404 nothing here\\)"):
        _ = Endpoint(address_of(server.url + "/nowhere")).url


def test_connection_finds_where_updates_go(server: SmallServer) -> None:
    writer = writer_of(Endpoint(address_of(server.url)))
    assert isinstance(writer, UpdateWriter)
    writer.add("http://x/g", [LINE])
    assert server.graphs() == {"http://x/g"}
    server.fails = lambda request: 403 if request.path == "/update" else 0
    with pytest.raises(UserError, match="takes no updates"):
        writer_of(Endpoint(address_of(server.url)))
    with pytest.raises(UserError, match="does not let us write \\(403 as you wish\\)"):
        writer.add("http://x/g", [LINE])


@pytest.mark.parametrize("by", ["update", "graph store"])
def test_connection_steps_of_writing_can_be_repeated(by: str, server: SmallServer) -> None:
    endpoint = Endpoint(address_of(server.url))
    writer = (
        UpdateWriter(endpoint, f"{server.url}/update")
        if by == "update"
        else GraphStoreWriter(endpoint, f"{server.url}/store")
    )
    other = LINE.replace("가", "나")
    for _ in range(2):
        writer.add("http://x/g", [LINE, other])
    assert len(list(server.store)) == 2
    for _ in range(2):
        writer.remove("http://x/g", [LINE], [other])
    assert [str(quad.object) for quad in server.store] == ['"나"']
    for _ in range(2):
        writer.drop("http://x/g")
    assert server.graphs() == set()


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_connection_says_who_we_are(scheme: str, server: SmallServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.scheme = scheme
    with pytest.raises(UserError, match="wants a name and a password, or other ones; set KG_SERVER_USER"):
        _ = Endpoint(address_of(server.url)).url
    monkeypatch.setenv("KG_SERVER_USER", server.user)
    monkeypatch.setenv("KG_SERVER_PASSWORD", "falsch")
    with pytest.raises(UserError) as told:
        _ = Endpoint(address_of(server.url)).url
    assert "falsch" not in told.value.line
    monkeypatch.setenv("KG_SERVER_PASSWORD", server.password)
    endpoint = Endpoint(address_of(server.url))
    server.requests.clear()
    assert endpoint.truth("ASK {}") and endpoint.truth("ASK {}")
    refused = sum(not server.allows(request) for request in server.requests)
    assert refused == 1  # it is told before it asks again


def test_connection_reads_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_SERVER_USER", raising=False)
    file = tmp_path / "netrc"
    monkeypatch.setenv("NETRC", str(file))
    assert credentials("host") is None
    file.write_text("machine host login me password secret\n")
    assert credentials("host") == Credentials("me", "secret")
    assert credentials("elsewhere") is None
    assert "secret" not in repr(credentials("host"))
    file.write_text("no file of that kind")
    with pytest.raises(UserError, match="cannot be read"):
        credentials("host")


def test_connection_tries_again_where_a_server_is_busy(server: SmallServer) -> None:
    server.fails = lambda request: 503 if len(server.requests) < 3 else 0
    assert Endpoint(address_of(server.url + "/query")).truth("ASK {}")
    assert len(server.requests) == 4
    server.fails = lambda request: 503
    with pytest.raises(UserError, match="answers no SPARQL \\(503"):
        Endpoint(address_of(server.url + "/query")).truth("ASK {}")


def test_connection_follows_nobody_elsewhere(server: SmallServer) -> None:
    server.fails = lambda request: 302
    with pytest.raises(UserError, match="302"):
        Endpoint(address_of(server.url)).truth("ASK {}")


def test_connection_tells_who_does_not_answer(monkeypatch: pytest.MonkeyPatch, server: SmallServer) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/query"
        monkeypatch.setenv("KG_SERVER_TIMEOUT", "0.2")
        with pytest.raises(UserError, match=r"did not answer within 0\.2 seconds; try later, or set KG_SERVER_TIMEOUT"):
            Connection().send("GET", url)
    with pytest.raises(UserError, match="cannot be reached \\(Connection refused\\)"):
        Connection().send("GET", url)
    for wrong in ("soon", "0", "-1", "inf", "nan"):
        monkeypatch.setenv("KG_SERVER_TIMEOUT", wrong)
        with pytest.raises(UserError, match=f"KG_SERVER_TIMEOUT={wrong}: is no number of seconds"):
            Connection()


def test_connection_commands_work_on_a_server(
    server: SmallServer, store: Path, run: Callable[..., Ran], tmp_path: Path
) -> None:
    told = run("export", "--store", store, "--to", server.url)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{server.url}: ") and told.out.endswith(
        " statements written, readers follow them now\n"
    )
    assert run("export", "--store", store, "--to", server.url).out == f"{server.url}: holds this graph already\n"
    for command in (
        ("query", "region-budget", "--region", "서울시", "--year", "2026"),
        ("query", "dossier", "--name", "나한결", "--format", "json"),
        ("export", "--format", "nquads"),
        ("export", "--format", "csv", "--table", "persons"),
        ("check",),
        ("issues",),
        ("conflicts",),
        ("changes",),
    ):
        assert run(*command, "--store", server.url) == run(*command, "--store", store)
    for place, name in ((server.url, "there"), (store, "here")):
        assert run("site", "--store", place, "--output", tmp_path / name, "--workers", 1).code == 0
    files = {p.relative_to(tmp_path / "here") for p in (tmp_path / "here").rglob("*") if p.is_file()}
    assert len(files) > 30
    for file in files:
        assert (tmp_path / "there" / file).read_bytes() == (tmp_path / "here" / file).read_bytes(), file


def test_connection_builds_for_a_server(
    server: SmallServer, corpus: Path, store: Path, run: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    told = run("build", corpus, "--store", server.url, "--folder", folder)
    assert told.code == 0 and "readers follow them now" in told.out
    nquads = ("export", "--format", "nquads", "--store")
    assert run(*nquads, server.url) == run(*nquads, store) == run(*nquads, folder)
    assert "holds this graph already" in run("build", "--store", server.url, "--folder", folder).out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("build", "x", "--folder", "y"), "are for a server"),
        (("build", "x", "--store", "http://127.0.0.1:1"), "cannot be reached (Connection refused)"),
        (("remove", "x", "--store", "http://127.0.0.1:1"), "is the address of a server"),
        (("export", "--to", "somewhere"), "is no address"),
        (("export", "--to", "http://127.0.0.1:1", "-o", "x.ttl"), "goes to a server"),
        (("export", "--update", "http://127.0.0.1:1"), "needs the address of a server"),
        (("serve", "--review", "--store", "http://127.0.0.1:1"), "is the address of a server"),
        (("query", "offices", "--store", "http://127.0.0.1:1"), "cannot be reached (Connection refused)"),
    ],
)
def test_connection_tells_in_one_line_what_is_wrong(
    words: tuple[str, ...], line: str, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, store: Path
) -> None:
    monkeypatch.setattr("kg.graph.server.connection.PAUSE", 0.0)
    monkeypatch.chdir(store.parent)
    if words[0] == "export":
        words = (*words, "--store", str(store))
    told = run(*words)
    assert told.code == 2 and line in told.err and told.err.count("\n") == 1
