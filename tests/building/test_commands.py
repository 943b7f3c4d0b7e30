"""``kg build`` over time, ``kg remove`` and ``kg diff`` from the outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph.store import open_store
from tests.building.histories import STATES, build, exported, first
from tests.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The first state of the corpus as files."""
    for identifier, text in first().items():
        path = tmp_path / "texts" / identifier
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "texts"


def identifiers(store: Path) -> list[str]:
    with open_store(store) as graph:
        return graph.identifiers()


def test_commands_build_adds_relative_to_the_first_root(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    assert run("build", texts / "a.txt", texts / "e.txt", "--store", store).code == 0
    ran = run("build", texts / "경기" / "b.txt", "--store", store)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "1 read, 2 unchanged, 0 removed"
    assert "kg query dossier" in ran.out
    assert identifiers(store) == ["a.txt", "e.txt", "경기/b.txt"]


def test_commands_build_of_a_folder_takes_out_what_is_gone_from_it(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", texts, "--store", store)
    (texts / "경기" / "b.txt").unlink()
    (texts / "a.txt").unlink()
    ran = run("build", texts / "경기", "--store", store)
    assert ran.out.splitlines()[0] == "0 read, 4 unchanged, 1 removed"
    assert identifiers(store) == ["a.txt", "e.txt", "경기/c.txt", "경기/하위/d.txt"]
    ran = run("build", texts, "--store", store)
    assert ran.out.splitlines()[0] == "0 read, 3 unchanged, 1 removed"
    build(tmp_path / "n", first("e.txt", "경기/c.txt", "경기/하위/d.txt"))
    assert exported(store) == exported(tmp_path / "n")


def test_commands_build_refuses_a_file_outside_the_root(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", texts / "경기", "--store", store)
    before = exported(store)
    ran = run("build", texts / "a.txt", "--store", store)
    assert ran.code == 2
    assert "a.txt: stands outside the corpus root; the root is" in ran.err
    ran = run("build", texts / "a.txt", "--root", texts, "--store", store)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "is not the root that" in ran.err
    assert exported(store) == before
    assert run("build", texts, "--root", texts, "--store", store).code == 0
    assert identifiers(store) == sorted(STATES)


def test_commands_build_remembers_the_least_confidence(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", texts / "a.txt", "--store", store, "--min-confidence", "0.99")
    run("build", texts / "e.txt", "--store", store)
    with open_store(store) as graph:
        assert graph.meta["min_confidence"] == 0.99
        assert graph.meta["root"] == str(texts)


def test_commands_build_of_bad_files_leaves_the_store(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", texts, "--store", store)
    before = exported(store)
    (texts / "a.txt").write_bytes(b"\0\1")
    ran = run("build", texts / "a.txt", "--store", store)
    assert ran.code == 2
    assert [line.split(": ", 2)[-1].partition("; known are ")[0] for line in ran.err.splitlines()] == [
        "is of no known format",
        "none of the files could be read; see the lines above; the store is as it was",
    ]
    assert exported(store) == before


def test_commands_remove_takes_identifiers_paths_and_folders(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", texts, "--store", store)
    ran = run("remove", "e.txt", texts / "a.txt", "경기/하위", "없음.txt", "--store", store)
    assert ran.code == 2
    assert ran.out.splitlines()[0] == "3 removed, 2 left"
    assert ran.err == "kg: 없음.txt: is not in the store; give an identifier or path as kg build knows it\n"
    assert identifiers(store) == ["경기/b.txt", "경기/c.txt"]
    assert (texts / "e.txt").exists()


def test_commands_remove_without_a_store(run: Run, tmp_path: Path) -> None:
    ran = run("remove", "a.txt", "--store", tmp_path / "none")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert not (tmp_path / "none").exists()


def test_commands_diff_of_stores_files_and_versions(run: Run, texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    run("build", texts, "--store", store)
    assert "holds no version before" in run("diff", "--store", store).err
    assert run("export", "--format", "nquads", "-o", tmp_path / "old.nq", "--store", store).code == 0
    (texts / "a.txt").write_text(STATES["a.txt"][1], "utf-8")
    run("build", texts, "--store", store, "--keep-before")
    by_version = run("diff", "--store", store)
    by_file = run("diff", tmp_path / "old.nq", store)
    assert by_version.code == by_file.code == 0
    assert by_version.out == by_file.out
    assert "DEL 인물: 김한결" not in by_file.out  # another document still names him
    assert "ADD 인물: 박온유" in by_file.out
    rows = json.loads(run("diff", tmp_path / "old.nq", store, "--format", "json").out)
    assert {"ADD", "DEL"} <= {row["change"] for row in rows if row["kind"] == "allocation"}
    assert all(row["documents"] for row in rows)


def test_commands_diff_writes_feeds(run: Run, texts: Path, tmp_path: Path) -> None:
    run("build", texts / "a.txt", "--store", tmp_path / "1")
    run("build", texts / "a.txt", texts / "경기" / "b.txt", "--root", texts, "--store", tmp_path / "2")
    ran = run("diff", tmp_path / "1", tmp_path / "2", "--format", "atom", "-o", tmp_path / "feeds")
    written = sorted(p.relative_to(tmp_path / "feeds").as_posix() for p in (tmp_path / "feeds").rglob("*.atom"))
    assert ran.out == f"{len(written)} feeds in {tmp_path / 'feeds'}\n"
    assert "region/경기도.atom" in written


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["one"], "two graphs are compared; give OLD and NEW, or neither"),
        (["no.nq", "none.nq"], "no.nq: cannot be read (No such file or directory)"),
        (["bad.nq", "bad.nq"], "bad.nq:2: is no line of N-Quads"),
        (["bad.nq", "bad.nq", "--format", "atom"], "give a folder with --output"),
    ],
)
def test_commands_diff_of_bad_input(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.nq").write_text(
        "<http://a.example/s> <http://a.example/p> <http://a.example/o> <http://a.example/g> .\nnot\n"
    )
    ran = run("diff", *given)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert says in ran.err
