"""Stores: versions that are swapped in when complete, read while others write."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.graph.quads import document_quads
from kg.graph.store import GraphStore, open_store, write_store
from kg.identity.identity import Identity
from tests.graph.small import small_reading

PREFIX = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX foaf: <http://xmlns.com/foaf/0.1/> "


def build(store: Path, *identifiers: str) -> None:
    with write_store(store, {"root": "texts"}) as writing:
        for identifier in identifiers:
            writing.add(small_reading(identifier))
        writing.load(line for r in writing.readings() for line in document_quads(r, Identity()))


def versions(store: Path) -> list[str]:
    return sorted(p.name for p in (store / "versions").iterdir())


def test_store_gives_back_what_was_written(tmp_path: Path) -> None:
    build(tmp_path / "s", "둘.txt", "하나.txt")
    with open_store(tmp_path / "s") as store:
        assert store.meta == {"root": "texts"}
        assert store.identifiers() == ["둘.txt", "하나.txt"]
        assert store.reading("하나.txt") == small_reading("하나.txt")
        assert [r.identifier for r in store.readings()] == ["둘.txt", "하나.txt"]
        assert [(i, u.kind) for i, u in store.issues()] == [
            (i, "money-without-purpose") for i in ("둘.txt", "하나.txt")
        ]
        lines = [line for i in ("하나.txt", "둘.txt") for line in document_quads(small_reading(i), Identity())]
        assert [line.decode() for line in store.lines()] == sorted(lines)
        assert store.count() == len(lines)


def test_store_without_documents_is_a_store(tmp_path: Path) -> None:
    with write_store(tmp_path / "s", {}):
        pass
    with open_store(tmp_path / "s") as store:
        assert store.count() == 0 and store.lines() == [] and store.identifiers() == []


def test_store_questions_see_the_merge_of_all_graphs(tmp_path: Path) -> None:
    build(tmp_path / "s", "하나.txt", "둘.txt")
    with open_store(tmp_path / "s") as store:
        table = store.select(PREFIX + "SELECT ?name ?p WHERE { ?p a foaf:Person ; skos:prefLabel ?name }")
        assert table.columns == ("name", "p")
        ((name, person),) = list(table.rows)
        assert name is not None and (name.value, name.language, name.kind) == ("김하늘", "ko", "literal")
        assert person is not None and person.kind == "iri"
        assert store.ask(PREFIX + "ASK { ?p a foaf:Person }")


def test_store_sums_count_a_claim_once_however_many_documents_make_it(tmp_path: Path) -> None:
    build(tmp_path / "s", "하나.txt", "둘.txt", "셋.txt")
    rap = "PREFIX rap: <https://w3id.org/regional-ai-policy/ontology#> "
    sums = "?claim rap:amount ?money . ?money <https://schema.org/value> ?value"
    query = f"{rap} SELECT (SUM(?value) AS ?sum) (COUNT(?claim) AS ?claims) WHERE {{ {sums} }}"
    said = rap + "SELECT (COUNT(DISTINCT ?document) AS ?n) WHERE { GRAPH ?document { ?claim a rap:Allocation } }"
    with open_store(tmp_path / "s") as store:
        ((total, claims),) = store.select(query).rows
        ((documents,),) = store.select(said).rows
    assert total is not None and claims is not None and documents is not None
    assert (total.value, claims.value, documents.value) == ("79400000000", "1", "3")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT {", "is no SPARQL"),
        ("ASK { ?s ?p ?o }", "gives no table"),
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", "asks another server"),
    ],
)
def test_store_tells_of_a_bad_query_in_one_line(query: str, said: str) -> None:
    with pytest.raises(UserError) as told:
        GraphStore.of([]).select(query, "my.rq")
    assert told.value.line.startswith(f"my.rq: {said}")
    assert "\n" not in told.value.line


def test_store_that_is_missing_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no graph; build one: kg build PATH --store"), open_store(tmp_path / "s"):
        pass


def test_store_refuses_a_folder_with_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UserError, match="holds other files"):
        build(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_store_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("mine")
    with pytest.raises(UserError, match="is a file"):
        build(tmp_path / "s")


@pytest.mark.parametrize("harm", ["sst", "meta", "current", "version", "name"])
def test_store_that_is_damaged_says_so_in_one_line(tmp_path: Path, harm: str) -> None:
    store = tmp_path / "s"
    build(store, "하나.txt")
    version = store / "versions" / "000001"
    if harm == "sst":
        for part in (version / "graph").glob("*.sst"):
            part.write_bytes(part.read_bytes()[:10])
    elif harm == "meta":
        (version / "meta.json").write_text("{")
    elif harm == "current":
        (store / "CURRENT").write_bytes(b"\xff\xff")
    elif harm == "version":
        version.rename(store / "elsewhere")
    else:
        (store / "CURRENT").write_text("../../etc\n")
    with pytest.raises(UserError, match="is damaged") as told, open_store(store):
        pass
    assert "\n" not in told.value.line


def test_store_being_written_is_read_but_not_written_by_another(tmp_path: Path) -> None:
    store = tmp_path / "s"
    build(store, "하나.txt")
    with write_store(store, {}) as writing:
        writing.add(small_reading("둘.txt"))
        with pytest.raises(UserError, match="is being written by another process"):
            build(store, "셋.txt")
        with open_store(store) as reader:
            assert reader.identifiers() == ["하나.txt"]
    with open_store(store) as reader:
        assert reader.identifiers() == ["둘.txt"]


def test_store_version_stays_for_its_readers_and_goes_after_them(tmp_path: Path) -> None:
    store = tmp_path / "s"
    build(store, "하나.txt")
    with open_store(store) as old:
        build(store, "둘.txt")
        assert versions(store) == ["000001", "000002"]
        assert old.reading("하나.txt").identifier == "하나.txt"
        assert old.ask(PREFIX + "ASK { ?p a foaf:Person }")
    build(store, "셋.txt")
    assert versions(store) == ["000003"]


def test_store_keeps_the_last_good_version_when_a_build_fails(tmp_path: Path) -> None:
    store = tmp_path / "s"
    build(store, "하나.txt")
    with pytest.raises(KeyboardInterrupt), write_store(store, {}) as writing:
        writing.add(small_reading("둘.txt"))
        raise KeyboardInterrupt
    assert versions(store) == ["000001"]
    with open_store(store) as reader:
        assert reader.identifiers() == ["하나.txt"]


def test_store_keeps_the_last_good_version_when_a_build_is_killed(tmp_path: Path) -> None:
    store = tmp_path / "s"
    build(store, "하나.txt")
    writer = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from kg.graph.store import write_store
        with write_store(Path(sys.argv[1]), {}) as writing:
            writing.load(["<http://a.example/s> <http://a.example/p> <http://a.example/o> <http://a.example/g> ."])
            print("ready", flush=True)
            time.sleep(60)
        """
    )
    process = subprocess.Popen([sys.executable, "-c", writer, str(store)], stdout=subprocess.PIPE, cwd=os.getcwd())
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    with pytest.raises(UserError, match="is being written by another process"):
        build(store, "셋.txt")
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with open_store(store) as reader:
        assert reader.identifiers() == ["하나.txt"]
    build(store, "둘.txt")
    assert versions(store) == ["000002"]


def test_store_bytes_do_not_depend_on_the_order_of_documents(tmp_path: Path) -> None:
    build(tmp_path / "a", "하나.txt", "둘.txt")
    build(tmp_path / "b", "둘.txt", "하나.txt")
    with open_store(tmp_path / "a") as one, open_store(tmp_path / "b") as other:
        assert one.lines() == other.lines()


def test_store_that_lacks_a_document_names_it(tmp_path: Path) -> None:
    build(tmp_path / "s", "하나.txt")
    with open_store(tmp_path / "s") as store, pytest.raises(UserError, match=r"넷\.txt: is not in the store"):
        store.reading("넷.txt")
