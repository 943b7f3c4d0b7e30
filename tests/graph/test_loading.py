"""A graph that is loaded in a process of its own is the one that is loaded here; what goes wrong there is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.graph import loading
from kg.graph.loading import load
from kg.graph.store import open_version

LINES = [f"<urn:s{n % 50}> <urn:p> <urn:o{n % 7}> <urn:g{n % 3}> ." for n in range(400)]


def loaded(folder: Path) -> tuple[list[bytes], int]:
    (folder / "meta.json").write_text("{}", "utf-8")
    graph = open_version(folder, folder)
    ((merged,),) = graph.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
    assert merged is not None
    return graph.lines(), int(merged.value)


def test_loading_apart_gives_the_same_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    load(tmp_path / "here" / "graph", LINES)
    monkeypatch.setattr(loading, "_FEW", 10)
    monkeypatch.setattr(loading, "Store", None)
    (tmp_path / "apart").mkdir()
    load(tmp_path / "apart" / "graph", iter(LINES))
    here = loaded(tmp_path / "here")
    assert loaded(tmp_path / "apart") == here
    assert (len(here[0]), here[1]) == (len(set(LINES)), len({line.rsplit(" ", 2)[0] for line in LINES}))


def test_loading_apart_tells_what_went_wrong_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_FEW", 10)
    (tmp_path / "graph").write_text("is no folder", "utf-8")
    with pytest.raises(UserError, match="graph: cannot be filled"):
        load(tmp_path / "graph", LINES * 3000)


def test_loading_apart_ends_where_the_lines_break_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_FEW", 10)

    def broken() -> Iterator[str]:
        yield from LINES
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(tmp_path / "graph", broken())
