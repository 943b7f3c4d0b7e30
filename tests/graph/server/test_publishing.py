"""A graph goes to a server under a version; readers follow one pointer, whatever ends a writing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.graph.server.address import Address, address_of, with_writing
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.names import base
from kg.graph.server.pointer import begun, pointer
from kg.graph.server.publishing import Published, publish
from kg.graph.server.store import open_server
from kg.graph.store import GraphStore, open_store
from tests.graph.server.small_server import Request, SmallServer


def unwatched(items: Iterable[str], total: int, title: str) -> Iterator[str]:
    return iter(items)


def other(graph: GraphStore) -> GraphStore:
    """The same graph as another build would write it."""
    graph.meta = {**graph.meta, "again": graph.meta.get("again", 0) + 1}
    return graph


def places(server: SmallServer, by: str) -> Address:
    address = address_of(server.url)
    return with_writing(address, "", f"{server.url}/store") if by == "graph store" else address


@pytest.mark.parametrize("by", ["update", "graph store"])
def test_publishing_gives_readers_the_same_graph(by: str, server: SmallServer, graph: GraphStore) -> None:
    done = publish(graph, places(server, by), unwatched)
    with open_server(address_of(server.url)) as read:
        lines = read.lines()
        assert lines == graph.lines()
        assert sorted(read.merged()) == sorted(graph.merged())
        assert [r.to_json() for r in read.readings()] == [r.to_json() for r in graph.readings()]
        assert list(read.issues()) == list(graph.issues())
        assert read.meta == graph.meta
        assert read.identifiers() == ["a.txt", "b.txt"]
        assert read.reading("b.txt").identifier == "b.txt"
    assert done == Published(True, len(lines) + len(list(graph.merged())), 0)


def test_publishing_again_writes_nothing(server: SmallServer, graph: GraphStore) -> None:
    publish(graph, address_of(server.url), unwatched)
    server.requests.clear()
    assert publish(graph, address_of(server.url), unwatched) == Published(False)
    assert {r.path for r in server.requests} == {"/", "/query"}


@pytest.mark.parametrize("by", ["update", "graph store"])
def test_publishing_keeps_two_versions(by: str, server: SmallServer, graph: GraphStore) -> None:
    for _ in range(4):
        publish(other(graph), places(server, by), unwatched)
    now, versions = pointer(Endpoint(address_of(server.url))), begun(Endpoint(address_of(server.url)))
    assert [v.number for v in versions] == [3, 4]
    assert (now.before, now.current) == tuple(versions)
    name = base("kg")
    graphs = {f"{v.iri}/{part}" for v in versions for part in ("all", "documents", "readings", "files")}
    graphs |= {f"{v.iri}/document/{n}" for v in versions for n in ("a.txt", "b.txt")}
    assert server.graphs() == graphs | {name, f"{name}/versions"}
    assert len(list(server.store.query(f"SELECT * {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"))) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("by", ["update", "graph store"])
def test_publishing_that_is_killed_at_any_step_leaves_a_whole_graph(
    by: str, server: SmallServer, graph: GraphStore
) -> None:
    address = places(server, by)
    publish(graph, address, unwatched)
    lines, first = graph.lines(), dict(graph.meta)
    second = dict(other(graph).meta)

    def writes() -> int:
        return sum(r.path.startswith(("/update", "/store")) for r in server.requests)

    seen = set()
    for last in range(1, 40):
        server.requests.clear()
        server.fails = lambda request, last=last: 500 if writes() > last else 0  # type: ignore[misc]
        try:
            publish(graph, address, unwatched)
            finished = True
        except UserError:
            finished = False
        server.fails = lambda request: 0
        with open_server(address_of(server.url)) as read:
            assert read.meta in (first, second)
            assert read.lines() == lines
            assert read.count() == len(lines)
            seen.add(read.meta == second)
        if finished:
            break
    assert finished and seen == {False, True}
    publish(other(graph), address, unwatched)
    assert len(begun(Endpoint(address_of(server.url)))) == 2


def test_publishing_tells_that_another_wrote_meanwhile(server: SmallServer, graph: GraphStore) -> None:
    def meanwhile(items: Iterable[str], total: int, title: str) -> Iterator[str]:
        publish(other(graph), address_of(server.url), unwatched)
        return iter(items)

    with pytest.raises(UserError, match="was written by another process meanwhile"):
        publish(graph, address_of(server.url), meanwhile)
    with open_server(address_of(server.url)) as read:
        assert read.meta == graph.meta


def test_publishing_halves_what_is_too_much(server: SmallServer, graph: GraphStore) -> None:
    server.fails = lambda request: 413 if request.body.count(b"\n") > 50 else 0
    publish(graph, address_of(server.url), unwatched)
    with open_server(address_of(server.url)) as read:
        assert read.lines() == graph.lines()


def test_publishing_cuts_what_is_long_into_pieces(
    server: SmallServer, graph: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.graph.server.kept.PIECE", 100)
    monkeypatch.setattr("kg.graph.server.publishing._BYTES", 1000)
    publish(graph, address_of(server.url), unwatched)
    assert max(len(r.body) for r in server.requests) < 3000
    with open_server(address_of(server.url)) as read:
        assert [r.to_json() for r in read.readings()] == [r.to_json() for r in graph.readings()]
        read.fetch()
        assert (read.folder / "labels.sqlite").read_bytes() == (graph.folder / "labels.sqlite").read_bytes()


def test_publishing_keeps_corpora_apart(server: SmallServer, graph: GraphStore) -> None:
    for name in ("", "#경기", "#a/b"):
        publish(graph, address_of(server.url + name), unwatched)
    with open_server(address_of(server.url + "#경기")) as read:
        assert read.count() == graph.count()
        assert read.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").columns == ("g",)
    with pytest.raises(UserError, match="holds no graph"), open_server(address_of(server.url + "#c")):
        pass


def test_publishing_from_one_server_to_another(server: SmallServer, graph: GraphStore) -> None:
    publish(graph, address_of(server.url), unwatched)
    with open_store(address_of(server.url)) as read:
        publish(read, address_of(server.url + "#copy"), unwatched)
    with open_server(address_of(server.url + "#copy")) as copy:
        assert copy.lines() == graph.lines()


def test_publishing_moves_no_reader_to_a_graph_that_lost_statements(server: SmallServer, graph: GraphStore) -> None:
    server.name = "Virtuoso"  # of which a few are told, and of others not one is borne
    forgetting = Request("", "", b"", "")

    def fails(request: Request) -> int:
        nonlocal forgetting
        if request.path == "/update" and b"/all>" in request.body and b"INSERT" in request.body:
            forgetting = request
            return 204
        return 0

    server.fails = fails
    address = with_writing(address_of(server.url), f"{server.url}/update", "")
    with pytest.raises(UserError, match=r"lost [0-9,]+ of [0-9,]+ statements"):
        publish(graph, address, unwatched)
    assert forgetting.path == "/update"
    with pytest.raises(UserError, match="holds no graph"), open_server(address):
        pass


def test_publishing_tells_what_another_has_removed(server: SmallServer, graph: GraphStore) -> None:
    address = address_of(server.url)

    def meanwhile(items: Iterable[str], total: int, title: str) -> Iterator[str]:
        server.store.update(f"DROP GRAPH <{base('kg')}/versions>")
        return iter(items)

    with pytest.raises(UserError, match="was written by another process meanwhile"):
        publish(graph, address, meanwhile)


def test_publishing_shows_a_build_that_readings_and_words_are_the_same(store: Path, server: SmallServer) -> None:
    with open_store(store) as graph:
        publish(graph, address_of(server.url), unwatched)
        query = "SELECT ?d ?n { ?d a <https://schema.org/CreativeWork> ; <http://purl.org/dc/terms/identifier> ?n }"
        with open_store(address_of(server.url)) as read:
            assert sorted(read.select(query).rows) == sorted(graph.select(query).rows) != []
