"""What may be given to read: records by field, standard input, addresses, archives; and how it is told."""

import io
import json
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.extract import turtle_names
from tests.conftest import ARTICLE, RELEASE, Ran
from tests.documents.fetching.conftest import Site, site

__all__ = ["site"]

Run = Callable[..., Ran]
SHIPPED = Path(__file__).parents[2] / "data" / "examples" / "lexicon"
BODY = "서울시는 내년 'AI 새싹 바우처' 사업에 12억원을 투입한다고 12일 밝혔다."
PAGE = (
    '<html><head><meta property="og:title" content="서울시, 새싹 바우처에 12억원"></head>'
    f'<body><div class="article_body">{BODY} 참여 가게는 30곳에서 500곳으로 늘어난다.</div></body></html>'
)


def pipe(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    """Put content on standard input."""
    data = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def documents(run: Run, store: Path) -> list[str]:
    """The identifiers of a store's documents."""
    from kg.graph.store import open_store

    with open_store(store) as graph:
        return sorted(graph.identifiers())


def test_inputs_standard_input_is_a_document(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "s"
    pipe(monkeypatch, ARTICLE)
    assert run("build", "-", "--store", store).code == 0
    (name,) = documents(run, store)
    assert name.startswith("stdin-")
    pipe(monkeypatch, ARTICLE)
    assert "0 read, 1 unchanged" in run("build", "-", "--store", store).out
    pipe(monkeypatch, RELEASE)
    assert "1 read, 1 unchanged" in run("build", "-", "--store", store).out


def test_inputs_a_folder_does_not_speak_for_what_was_piped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, folder = tmp_path / "s", tmp_path / "f"
    folder.mkdir()
    (folder / "a.txt").write_text(RELEASE, "utf-8")
    run("build", folder, "--store", store)
    pipe(monkeypatch, ARTICLE)
    run("build", "-", "--store", store)
    assert "0 read, 2 unchanged, 0 removed" in run("build", folder, "--store", store).out


def test_inputs_explain_and_extract_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, PAGE)
    assert "body (div.article_body, 문단 1)" in run("explain", "-").out
    pipe(monkeypatch, PAGE)
    assert run("extract", "-", "--output", tmp_path / "o").code == 0
    (written,) = (tmp_path / "o").iterdir()
    assert written.name.startswith("stdin-")
    assert written.suffix == ".ttl"


def test_inputs_names_of_fields_are_remembered(run: Run, tmp_path: Path) -> None:
    store, file = tmp_path / "s", tmp_path / "n.jsonl"
    file.write_text(json.dumps({"no": "7", "h": "서울시 소식", "b": BODY}) + "\n", "utf-8")
    told = run("build", file, "--store", store)
    assert told.code == 2
    assert "n.jsonl: holds no text; name the field that holds it: --field text=NAME" in told.err
    assert run("build", file, "--store", store, "--field", "text=b", "--field", "id=no", "--field", "title=h").code == 0
    assert documents(run, store) == ["n.jsonl/7"]
    assert "0 read, 1 unchanged" in run("build", file, "--store", store).out


def test_inputs_a_field_that_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "n.json").write_text("{}", "utf-8")
    told = run("extract", tmp_path / "n.json", "--output", tmp_path / "o", "--field", "body=b")
    assert told.code == 2
    assert told.err == (
        "kg: --field body=b: is no field=name; fields are id, title, text, published, publisher, byline, url\n"
    )


def test_inputs_notes_are_counted(run: Run, tmp_path: Path) -> None:
    cut = (BODY * 9)[:193] + " 1200"
    rows = "\n".join(f'{n},서울시,"{cut}"' for n in range(3))
    (tmp_path / "n.csv").write_bytes(f"뉴스 식별자,제목,본문\n{rows}\n".encode("cp949"))
    told = run("extract", tmp_path / "n.csv", "--output", tmp_path / "o")
    assert told.code == 0
    assert told.err.splitlines() == [
        "kg: n.csv/0 (and 2 more): body cut short at about 200 characters",
        "kg: n.csv/0 (and 2 more): read as CP949",
    ]


def test_inputs_members_of_an_archive_can_be_explained(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "n.zip", "w") as archive:
        archive.writestr("가/a.txt", ARTICLE)
        archive.writestr("b.txt", RELEASE)
    assert "AI 새싹 바우처" in run("explain", tmp_path / "n.zip" / "가" / "a.txt").out


def test_inputs_addresses_are_not_loaded_unasked(run: Run, tmp_path: Path, site: Site) -> None:
    told = run("extract", f"{site.url}/a", "--output", tmp_path / "o")
    assert told.code == 2
    assert told.err == f"kg: {site.url}/a: is an address, and nothing is loaded unasked; add --fetch\n"
    assert site.asked == []


def test_inputs_addresses_are_fetched_kept_and_removed(run: Run, tmp_path: Path, site: Site) -> None:
    store = tmp_path / "s"
    url = site.says("/a?no=1", PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"')
    assert run("build", url, "--fetch", "--fetch-pause", "0", "--store", store).code == 0
    assert documents(run, store) == [f"web-127.0.0.1-{site.port}/a-no=1"]
    again = run("build", url, "--fetch", "--fetch-pause", "0", "--store", store)
    assert "0 read, 1 unchanged" in again.out
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert (tmp_path / "s-fetched").is_dir()
    (tmp_path / "b.txt").write_text(RELEASE, "utf-8")
    run("build", tmp_path / "b.txt", "--store", store, "--root", tmp_path)
    assert run("remove", url, "--store", store).code == 0
    assert f"web-127.0.0.1-{site.port}/a-no=1" not in documents(run, store)


def test_inputs_a_page_that_is_gone_leaves_its_document(run: Run, tmp_path: Path, site: Site) -> None:
    store = tmp_path / "s"
    url = site.says("/a", PAGE, Content_Type="text/html; charset=utf-8")
    other = site.says("/b", PAGE.replace("12억원", "13억원"), Content_Type="text/html; charset=utf-8")
    run("build", url, "--fetch", "--fetch-pause", "0", "--store", store)
    site.says("/a", status=404)
    told = run("build", url, other, "--fetch", "--fetch-pause", "0", "--store", store)
    assert told.code == 2
    assert f"kg: {url}: is not there (status 404); check the address" in told.err
    assert len(documents(run, store)) == 2


def test_inputs_turtle_files_of_neighbours_differ() -> None:
    assert turtle_names(["a.html", "a.txt", "b.hwpx", "n.csv/1.2", "n.csv/1.3", "stdin-0123"]) == {
        "a.html": "a.html.ttl",
        "a.txt": "a.ttl",
        "b.hwpx": "b.ttl",
        "n.csv/1.2": "n.csv/1.2.ttl",
        "n.csv/1.3": "n.csv/1.3.ttl",
        "stdin-0123": "stdin-0123.ttl",
    }


def test_inputs_a_folder_leaves_out_what_is_no_document(run: Run, tmp_path: Path) -> None:
    folder, store = tmp_path / "f", tmp_path / "f" / "kg-store"
    for name in ("words", ".hidden", "other-store/versions"):
        (folder / name).mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    shutil.copy(SHIPPED / "regions.csv", folder / "words")
    (folder / ".hidden" / "b.txt").write_text(RELEASE, "utf-8")
    (folder / "other-store" / "CURRENT").write_text("1", "utf-8")
    (folder / "other-store" / "versions" / "x.jsonl").write_text('{"text": "x"}', "utf-8")
    (folder / "judgements.csv").write_text("", "utf-8")
    assert run("build", folder, "--lexicon", folder / "words", "--store", store).code == 0
    assert documents(run, store) == ["a.txt"]
    assert run("build", folder, "--store", store).code == 0
    assert documents(run, store) == ["a.txt"]
