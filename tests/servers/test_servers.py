"""What servers that are not ours hold and answer is what the embedded store does, to the last byte."""

import shlex
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.graph.server.address import Address, address_of, with_writing
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.pointer import begun
from kg.graph.server.publishing import publish
from kg.graph.server.writing import writer_of
from kg.graph.store import GraphStore, open_store
from kg.use.question import Question, filled, questions
from tests.conftest import Ran
from tests.docs.pages import ROOT, steps
from tests.servers.running import Running

FEW = 6
"""So many values of a parameter are asked for."""
WORDS = {
    "year": ["2025", "2026"],
    "date": ["2025-12-31"],
    "theme": ["기반시설", "돌봄·복지", "산업·창업"],
    "text": ["AI", "돌봄", 'x"\\'],
}
NAME = "<http://www.w3.org/2004/02/skos/core#prefLabel>"


def unwatched(items: Iterable[str], total: int, title: str) -> Iterator[str]:
    return iter(items)


@pytest.fixture(scope="module", params=["update", "graph store"])
def address(request: pytest.FixtureRequest, server: Running, embedded: GraphStore) -> Address:
    """Where the examples stand on a server, written in either way."""
    told = address_of(f"{server.url}#{request.param}")
    writing = (server.update, "") if request.param == "update" else ("", server.graph_store)
    assert publish(embedded, with_writing(told, *writing), unwatched).lost == 0
    return told


def test_servers_hold_the_graph(address: Address, embedded: GraphStore) -> None:
    with open_store(address) as there:
        assert there.lines() == embedded.lines()
        assert sorted(there.merged()) == sorted(embedded.merged())
        assert there.count() == embedded.count() > 10_000
        assert [r.to_json() for r in there.readings()] == [r.to_json() for r in embedded.readings()]


def words(store: GraphStore, kind: str) -> list[str]:
    """Values for a parameter of a kind, spread over what the store holds."""
    if kind in WORDS:
        return WORDS[kind]
    if kind == "any":
        return [*words(store, "person")[:2], *words(store, "program")[:3], *words(store, "organization")[:2]]
    begin = f"https://w3id.org/regional-ai-policy/id/{kind}/"
    text = f'SELECT DISTINCT ?n {{ ?s {NAME} ?n FILTER(STRSTARTS(STR(?s), "{begin}")) }} ORDER BY ?n'
    names = [row[0].value for row in store.select(text).rows if row[0]]
    return names[:: max(1, len(names) // FEW)][:FEW]


def shown(name: str) -> Iterator[dict[str, list[str]]]:
    """What the page of questions asks with, by parameter."""
    for step in steps((ROOT / "docs" / "questions.md").read_text("utf-8")):
        told = shlex.split(step.command.replace("\n", " "))
        if told[:3] == ["kg", "query", name]:
            given: dict[str, list[str]] = {}
            for option, word in pairwise(told[3:]):
                if option.startswith("--") and option not in ("--format", "--output"):
                    given.setdefault(option[2:].replace("-", "_"), []).append(word)
            yield given


def asked(question: Question, store: GraphStore) -> Iterator[str]:
    """The question as its page asks it, with other words for what it needs, and with one more for what it takes."""
    needed = [p for p in question.parameters if p.required]
    each = [
        dict(zip((p.name for p in needed), told, strict=True))
        for told in product(*(words(store, p.kind) for p in needed))
    ]
    each = each[:: max(1, len(each) // FEW)]
    more = [{**each[0], p.name: w} for p in question.parameters if not p.required for w in words(store, p.kind)[:2]]
    others = [{name: [word] for name, word in given.items()} for given in (*each, *more)]
    for given in (*shown(question.name), *others):
        try:
            yield filled(question, given, store)
        except UserError:
            continue  # a name that several things bear


@pytest.mark.parametrize("name", questions())
def test_servers_answer_named_questions(name: str, server: Running, embedded: GraphStore) -> None:
    address = address_of(f"{server.url}#questions")
    publish(embedded, with_writing(address, server.update, ""), unwatched)
    found = 0
    with open_store(address) as there:
        for text in asked(questions()[name], embedded):
            wanted = list(embedded.select(text).rows)
            assert list(there.select(text).rows) == wanted
            found += len(wanted)
    assert found or name == "budget-path"


def test_servers_follow_one_pointer(server: Running, embedded: GraphStore, tmp_path: Path) -> None:
    address = with_writing(address_of(f"{server.url}#pointer"), server.update, "")
    store = GraphStore(embedded._graph, embedded.folder, {**embedded.meta, "number": 0})
    publish(store, address, unwatched)
    seen: set[int] = set()
    wrong: list[str] = []
    ended = threading.Event()

    def reads() -> None:
        while not ended.is_set():
            try:
                with open_store(address) as there:
                    seen.add(there.meta["number"])
                    if there.count() != embedded.count():
                        wrong.append(f"{there.meta['number']}: {there.count()}")
            except UserError as error:
                wrong.append(error.line)

    reader = threading.Thread(target=reads)
    reader.start()
    try:
        for number in (1, 2, 3):
            store.meta = {**store.meta, "number": number}
            publish(store, address, unwatched)
    finally:
        ended.set()
        reader.join()
    assert [w for w in wrong if "was written twice meanwhile" not in w] == []
    assert len(seen) > 1
    with open_store(address) as there:
        assert there.meta["number"] == 3
    assert [v.number for v in begun(Endpoint(address))] == [3, 4]


def test_servers_keep_their_graph_where_a_writing_ends(server: Running, embedded: GraphStore) -> None:
    address = with_writing(address_of(f"{server.url}#killed"), server.update, "")
    publish(embedded, address, unwatched)

    def killed(items: Iterable[str], total: int, title: str) -> Iterator[str]:
        for number, item in enumerate(items):
            if number == 5:
                raise KeyboardInterrupt
            yield item

    store = GraphStore(embedded._graph, embedded.folder, {**embedded.meta, "again": True})
    with pytest.raises(KeyboardInterrupt):
        publish(store, address, killed)
    with open_store(address) as there:
        assert there.meta == embedded.meta and there.count() == embedded.count()
    assert [v.number for v in begun(Endpoint(address))] == [1, 2]
    publish(store, address, unwatched)
    with open_store(address) as there:
        assert there.meta == store.meta and there.lines() == embedded.lines()
    assert [v.number for v in begun(Endpoint(address))] == [1, 3]


def test_servers_give_pages_as_the_embedded_store(
    address: Address, examples: Path, run: Callable[..., Ran], tmp_path: Path
) -> None:
    for place, name in ((address, "there"), (examples, "here")):
        assert run("site", "--store", place, "--output", tmp_path / name, "--workers", 1).code == 0
    files = {p.relative_to(tmp_path / "here") for p in (tmp_path / "here").rglob("*") if p.is_file()}
    assert len(files) > 500
    assert files == {p.relative_to(tmp_path / "there") for p in (tmp_path / "there").rglob("*") if p.is_file()}
    for file in files:
        assert (tmp_path / "there" / file).read_bytes() == (tmp_path / "here" / file).read_bytes(), file


def test_servers_take_values_as_they_are(server: Running) -> None:
    endpoint = Endpoint(with_writing(address_of(server.url), server.update, ""))
    xsd = "http://www.w3.org/2001/XMLSchema#"
    values = [
        '"가나 🙂 \\"다\\"\\n\\t\\\\"@ko',
        f'"9223372036854775807"^^<{xsd}integer>',
        f'"-3"^^<{xsd}integer>',
        f'"0.25"^^<{xsd}decimal>',
        f'"true"^^<{xsd}boolean>',
        f'"2026"^^<{xsd}gYear>',
        f'"2026-03"^^<{xsd}gYearMonth>',
        f'"2026-03-11"^^<{xsd}date>',
    ]
    lines = [f"<http://x/{n}> <http://x/p> {value} ." for n, value in enumerate(values)]
    writer = writer_of(endpoint)
    writer.add("http://x/values", lines)
    rows = endpoint.send(
        "SELECT ?s ?o { GRAPH <http://x/values> { ?s <http://x/p> ?o } } ORDER BY ?s", "application/sparql-results+json"
    )
    from kg.graph.server.answers import bindings, written

    assert [f"<http://x/{n}> <http://x/p> {written(row['o'])} ." for n, row in enumerate(bindings(rows.body))] == lines
    writer.drop("http://x/values")
