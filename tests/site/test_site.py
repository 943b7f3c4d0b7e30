"""The pages of a site: nothing leads nowhere, nothing of a text leaves but its evidence, the bytes are the same."""

import re
from collections import Counter
from csv import DictReader
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from kg.graph.store import GraphStore
from kg.graph.terms import document, expand
from kg.use.pages.told import span_of
from kg.use.question import questions
from kg.use.searching.index import Index
from tests.site.conftest import OWN, Seen, ran

HARD = "document/own~hard.txt.html"
_SENTENCE = re.compile(r"[^.!?\n]{12,}[.!?]?")


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every file by its path."""
    return {
        p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()
    }


def all_bytes(folder: Path) -> str:
    """All that was written as one text, runs of white space folded, signs of HTML, XML and JSON as they are meant."""
    text = "\n".join(p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.is_file() and "vendor" not in p.parts)
    for written, meant in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"'), ("&quot;", '"'), ('\\"', '"')):
        text = text.replace(written, meant)
    return " ".join(text.replace("\\n", " ").replace("&amp;", "&").split())


def evidence(store: GraphStore, identifier: str) -> list[tuple[int, int]]:
    """The sentences of a document that its graph names as bearing something out."""
    query = f"SELECT ?m {{ GRAPH <{document(identifier)}> {{ ?s <{expand('rap:sentenceFrom')}> ?m }} }}"
    return sorted({span_of(row[0].value) for row in store.select(query).rows if row[0]})


def headline(store: GraphStore, identifier: str) -> str:
    """What a document is called."""
    rows = store.select(f"SELECT ?h {{ <{document(identifier)}> <{expand('schema:headline')}> ?h }}").rows
    return next((" ".join(row[0].value.split()) for row in rows if row[0]), "")


def test_site_leads_nowhere_else_than_to_its_own_files_and_places(site: Path, seen: dict[str, Seen]) -> None:
    wrong = []
    for path, page in seen.items():
        for _, address in page.links:
            if address.startswith(("http://", "https://")):
                continue
            there = urlsplit(urljoin(f"http://site/{path}", address))
            file, place = unquote(there.path).lstrip("/"), unquote(there.fragment)
            if there.netloc != "site" or not (site / file).is_file() or (place and place not in seen[file].ids):
                wrong.append((path, address))
    assert wrong == []


def test_site_has_each_place_once(seen: dict[str, Seen]) -> None:
    assert {path: twice for path, p in seen.items() if (twice := [i for i, n in Counter(p.ids).items() if n > 1])} == {}


def test_site_asks_nobody_else_and_runs_nothing_inline(seen: dict[str, Seen]) -> None:
    for path, page in seen.items():
        metas = [told for tag, told in page.tags if tag == "meta"]
        assert metas[0] == {"charset": "utf-8"} and metas[1]["http-equiv"] == "Content-Security-Policy", path
        assert metas[1]["content"].startswith("default-src 'none'; ") and "unsafe" not in metas[1]["content"]
        for tag, told in page.tags:
            assert tag != "style" and not any(name == "style" or name.startswith("on") for name in told), path
            if tag in ("script", "img", "link", "form"):
                assert not told.get("src", told.get("href", told.get("action", ""))).startswith(("http", "//")), path
            if tag == "script":
                assert "src" in told, path


def test_site_holds_no_other_sentence_of_the_texts(site: Path, store: GraphStore) -> None:
    borne, others = set(), set()
    for identifier in store.identifiers():
        text = store.reading(identifier).text
        spans = evidence(store, identifier)
        borne |= {" ".join(text[b:e].split()) for b, e in spans} | {headline(store, identifier)}
        for found in _SENTENCE.finditer(text):
            if not any(b < found.end() and found.start() < e for b, e in spans):
                others.add(" ".join(found[0].split()))
    others = {o for o in others if not any(o in b for b in borne)}
    assert len(others) > 20 and "바람이 차가웠지만 강당은 일찍부터 붐볐다고 주민들은 전했다." in others
    written = all_bytes(site)
    assert sorted(o for o in others if o in written) == []
    assert sum(b in written for b in borne) > 100


def test_site_never_holds_a_reading_or_the_store(site: Path) -> None:
    endings = {p.suffix or p.name for p in site.rglob("*") if p.is_file()}
    assert endings == {".html", ".js", ".csv", ".css", ".svg", ".atom", ".json", ".nojekyll", "LICENSE"}


def test_site_hides_contacts(site: Path, seen: dict[str, Seen]) -> None:
    written = all_bytes(site)
    assert "031-555-0142" in OWN["hard.txt"] and "031-555-0142" not in written
    assert "care@haesol.example" not in written and "@haesol" not in written


def test_site_shows_the_hash_and_the_marked_words_of_a_document(site: Path, store: GraphStore) -> None:
    text = store.reading("own/hard.txt").text
    page = (site / HARD).read_text("utf-8")
    assert sha256(OWN["hard.txt"].encode()).hexdigest() in page
    begin = text.index("12억 원")
    place = re.search(rf'<span id="c{begin}-{begin + len("12억 원")}">(.*?)</span>', page)
    assert place and place[1] == "12억 원"
    sentence = text.index("해솔시는 올해"), text.index("3일 밝혔다.") + len("3일 밝혔다.")
    assert f'<span id="c{sentence[0]}-{sentence[1]}">' in page
    assert "<b>돌봄</b>" not in page and "&lt;b&gt;돌봄&lt;/b&gt;" in page


def test_site_tells_files_apart_that_differ_by_capitals(site: Path) -> None:
    names = [p.relative_to(site).as_posix().casefold() for p in site.rglob("*")]
    assert len(set(names)) == len(names)
    assert sorted(p.name for p in (site / "document").glob("own~*")) == [
        "own~Hard.txt-21ff4697e6.html",
        "own~hard.txt.html",
    ]


def test_site_lists_all_names_and_documents_without_scripts(
    site: Path, seen: dict[str, Seen], store: GraphStore
) -> None:
    def listed(folder: str) -> set[str]:
        pages = [path for path in seen if path.startswith(f"{folder}/")]
        return {urljoin(f"/{path}", a) for path in pages for _, a in seen[path].links}

    things = {f"{hit.kind}/{hit.label}" for hit, _ in Index(store.folder).all()}
    named = {urlsplit(unquote(a)).path.lstrip("/") for a in listed("names")}
    shown = {unescape((site / p).read_text("utf-8").split("<h1>")[1].split("</h1>")[0]) for p in named if p in seen}
    assert {t for t in things if t.split("/", 1)[1] not in shown} == set()
    documents = {unquote(a) for a in listed("documents") if "/document/" in a}
    assert len(documents) == store.document_count()
    page = " ".join((site / "names" / "ㅍ.html").read_text("utf-8").split())
    assert ">표재윤</a>" in page and ">김동연</a>" not in page
    assert ">김동연</a>" in (site / "names" / "ㄱ.html").read_text("utf-8")


def test_site_tables_hold_all_rows_whole_won_and_their_places(site: Path, seen: dict[str, Seen]) -> None:
    with (site / "region" / "누리도_가온시=money.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(DictReader(file))
    page = (
        "region/누리도_가온시=money.html" if "region/누리도_가온시=money.html" in seen else "region/누리도_가온시.html"
    )
    assert len(rows) == (site / page).read_text("utf-8").split('id="money"')[1].split("</table>")[-2].count(
        '<th scope="row">'
    )
    row = next(r for r in rows if r["금액"] == "42000000000")
    assert (row["통화"], row["확인"] in ("확인됨", "확인 필요")) == ("KRW", True)
    file_, place = unquote(urljoin("/region/x.csv", row["근거 주소"])).lstrip("/").split("#")
    assert place in seen[file_].ids and "420억 원" in row["문장"]


def test_site_answers_the_questions_that_need_no_name(site: Path, seen: dict[str, Seen]) -> None:
    page = (site / "question" / "targets.html").read_text("utf-8")
    with (site / "question" / "targets=answer.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(DictReader(file))
    assert f'답 <span class="count">{len(rows)}</span>' in page and page.count("<tr>") == len(rows) + 1 > 5
    assert '<form class="ask"' not in page and "문장 보기" in page
    listed = {a.split("/")[-1] for _, a in seen["questions.html"].links if a.startswith("question/")}
    assert listed == {f"{q.name}.html" for q in questions().values() if not any(p.required for p in q.parameters)}


def test_site_offers_nothing_that_needs_a_server(seen: dict[str, Seen]) -> None:
    kinds = {a.split("?")[0].split("/")[-1] for page in seen.values() for tag, a in page.links if tag == "form"}
    assert kinds == {"search.html", "compare.html"}
    assert not any(name.startswith("sparql") for name in seen)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_site_has_the_same_bytes_again(site: Path, kept: Path, tmp_path: Path, workers: str) -> None:
    assert ran("site", "--store", kept, "-o", tmp_path / "other", "--workers", workers)[0] == 0
    assert hashes(tmp_path / "other") == hashes(site)


def test_site_counts_what_it_wrote(site: Path, kept: Path, tmp_path: Path) -> None:
    _, told = ran("site", "--store", kept, "-o", tmp_path / "other", "--workers", "1")
    files = [p for p in site.rglob("*") if p.is_file()]
    pages = sum(p.suffix == ".html" for p in files)
    assert told.startswith(f"{tmp_path / 'other'}: {pages:,} pages, {len(files):,} files, ")
