"""Bad input: one clear line that says what, where and what to do, exit code 2, nothing half-written."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ARTICLE, Ran

Run = Callable[..., Ran]


def one_line(ran: Ran) -> str:
    """The one line on stderr of a command that failed as it should."""
    lines = ran.err.strip().splitlines()
    assert ran.code == 2, ran
    assert len(lines) == 1, lines
    assert lines[0].startswith("kg: ")
    return lines[0]


def test_bad_input_missing_path(run: Run, tmp_path: Path) -> None:
    ran = run("build", tmp_path / "none.txt", "--store", tmp_path / "s")
    assert ran.code == 2
    assert "none.txt: no such file or folder; check the name" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"\x00\x01PNG\x00", "is of no known format"),
        (b"\xff\x80\x81", "is neither UTF-8, UTF-16 nor CP949 text (byte 0)"),
    ],
)
def test_bad_input_bad_file_does_not_stop_the_rest(run: Run, tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    (tmp_path / "good.txt").write_text(ARTICLE, "utf-8")
    ran = run("extract", tmp_path, "--output", tmp_path / "out")
    line = one_line(ran)
    assert f"bad.txt: {says}" in line
    assert "; " in line
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["good.ttl"]


def test_bad_input_other_encodings_are_read_and_told(run: Run, tmp_path: Path) -> None:
    for name, encoding in (("a", "cp949"), ("b", "utf-16"), ("c", "utf-8"), ("d", "cp949")):
        (tmp_path / f"{name}.txt").write_text(ARTICLE, encoding)
    ran = run("extract", tmp_path, "--output", tmp_path / "out")
    assert ran.code == 0
    assert sorted(ran.err.splitlines()) == ["kg: a.txt (and 1 more): read as CP949", "kg: b.txt: read as UTF-16"]
    graphs = [(tmp_path / "out" / f"{name}.ttl").read_text("utf-8") for name in "abcd"]
    words = [sorted(re.findall(r'nif:(?:anchorOf|beginIndex) "?([^"^]+)', graph)) for graph in graphs]
    assert words[0]
    assert words[0] == words[1] == words[2] == words[3]


def test_bad_input_fifty_megabytes(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.write(b"a" * 10_000)
        file.seek(50_000_000)
        file.write(b"a")
    line = one_line(run("extract", tmp_path / "big.txt", "--output", tmp_path / "out"))
    assert "big.txt: has 50 MB, more than 20 MB; split it into articles" in line


def test_bad_input_locked_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(ARTICLE, "utf-8")

    opened = Path.open

    def refused(self: Path, *how: Any) -> Any:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *how)

    monkeypatch.setattr(Path, "open", refused)  # root may read every file, so the refusal is played
    line = one_line(run("extract", path, "--output", tmp_path / "out"))
    assert "locked.txt: cannot be read (Permission denied); check its permissions" in line


def test_bad_input_folder_without_documents(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("build", tmp_path / "empty", "--store", tmp_path / "s")
    assert ran.code == 2
    assert "empty: holds no document; known files are ." in ran.err
    assert not (tmp_path / "s").exists()


def test_bad_input_file_outside_the_root(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "root").mkdir()
    ran = run("build", tmp_path / "a.txt", "--root", tmp_path / "root", "--store", tmp_path / "s")
    assert ran.code == 2
    assert "a.txt: stands outside the corpus root" in ran.err


def test_bad_input_broken_lexicon_row(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "surnames.csv").write_text("word,note\n뷁,a,b\n", "utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    line = one_line(run("extract", tmp_path / "a.txt", "--output", tmp_path / "o", "--lexicon", tmp_path / "words"))
    assert "surnames.csv:2: has 3 cells where the header has 2" in line


def test_bad_input_missing_lexicon_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    line = one_line(run("extract", tmp_path / "a.txt", "--output", tmp_path / "o", "--lexicon", tmp_path / "none"))
    assert "none: is no folder; give a folder of CSV tables with --lexicon" in line


def test_bad_input_no_store(run: Run, tmp_path: Path) -> None:
    line = one_line(run("query", "dossier", "--name", "아무", "--store", tmp_path / "none"))
    assert "kg build" in line


def test_bad_input_store_in_use(run: Run, store: Path, corpus: Path) -> None:
    from kg.graph.locks import alone

    with alone(store / "writer") as held:
        assert held
        line = one_line(run("build", corpus, "--store", store))
    assert "is being written by another process" in line


def test_bad_input_broken_query(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.rq").write_text("SELECT ?a WHERE { ?a", "utf-8")
    assert "broken.rq: is no SPARQL" in one_line(run("query", tmp_path / "broken.rq", "--store", store))


def test_bad_input_unknown_question(run: Run, store: Path) -> None:
    assert "is neither a named question nor a file; known: budget-path" in one_line(
        run("query", "nosuch", "--store", store)
    )


def test_bad_input_unknown_name(run: Run, store: Path) -> None:
    assert "--person: '없는이' names nothing in the store" in one_line(
        run("query", "promises", "--person", "없는이", "--store", store)
    )


def test_bad_input_missing_parameter(run: Run, store: Path) -> None:
    assert "needs --region (a region's name)" in one_line(
        run("query", "region-budget", "--year", "2026", "--store", store)
    )


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--year", "26"], "'26' is no year"),
        (["--from", "12.11.2025"], "'12.11.2025' is no day"),
        (["--theme", "교육"], "takes no --theme"),
    ],
)
def test_bad_input_bad_parameter(run: Run, store: Path, given: list[str], says: str) -> None:
    assert says in one_line(run("query", "region-budget", "--region", "서울", *given, "--store", store))


def test_bad_input_unknown_picture_format(run: Run, store: Path, tmp_path: Path) -> None:
    line = one_line(run("draw", "서울시", "--store", store, "-o", tmp_path / "x.gif"))
    assert "x.gif: has no ending that names a picture" in line
    assert not (tmp_path / "x.gif").exists()


def test_bad_input_offset_behind_the_end(run: Run, corpus: Path) -> None:
    assert "lies behind its end" in one_line(run("explain", f"{corpus / 'a.txt'}:99999"))
