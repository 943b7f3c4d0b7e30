"""What people do on the static site, opened from a disk and from a plain web server under a path."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kg.graph.store import GraphStore, open_store
from kg.use.pages.words import kind_name
from kg.use.searching.index import Index
from tests.browser.conftest import Seen
from tests.pages.conftest import EXAMPLES, build
from tests.site.conftest import ran

MAYOR = "표재윤--누리도_가온시"
TYPED = (
    "ㅍㅈㅇ", "ㅍ", "표", "표재", "표젱", "가온AI밸리", "가온 AI 밸리", "AI", "ai 밸리", "밸리 가온", "ㄱㅇㅅ", "가오",
    "시", "센터", "김동여", "ㄱㄷㅇ", "오ㅅㅎ", "2", "없는이름", "!!", "ㅇㄱㅈㄴ", "광주광역시 북구", "ａｉ",
    "경기도", "도",
)  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """A plain server of files that writes no log."""

    def log_message(self, *told: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def kept(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A store of the example documents."""
    folder = tmp_path_factory.mktemp("kept") / "store"
    with open_store(build(EXAMPLES, folder, "--lexicon", EXAMPLES / "lexicon")) as store:
        yield store


@pytest.fixture(scope="session")
def folder(kept: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, in a folder whose name has to be encoded."""
    place = tmp_path_factory.mktemp("web") / "한글 길" / "site"
    assert ran("site", "--store", kept.folder.parent.parent, "-o", place)[0] == 0
    return place


@pytest.fixture(scope="session")
def web(folder: Path) -> Iterator[str]:
    """The site on a plain web server, under a path."""
    handler = functools.partial(Quiet, directory=str(folder.parents[1]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/%ED%95%9C%EA%B8%80%20%EA%B8%B8/site/"
        server.shutdown()


@pytest.fixture(params=["disk", "web"])
def seen(request: pytest.FixtureRequest, chromium: Any, folder: Path, web: str) -> Iterator[Seen]:
    """A page of a desk's size; at the end nothing may have gone wrong on it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="ko-KR")
    found = Seen(context.new_page(), web if request.param == "web" else f"{folder.as_uri()}/")
    found.page.on("requestfailed", lambda r: found.wrong.append(r.url) if "ABORTED" not in (r.failure or "") else None)
    found.page.on("response", lambda r: found.wrong.append(r.url) if r.status >= 400 else None)
    yield found
    context.close()
    assert [w for w in found.wrong if not w.endswith("/favicon.ico")] == []


def background(page: Any, selector: str) -> str:
    """The colour behind an element."""
    told: str = page.locator(selector).evaluate("e => getComputedStyle(e).backgroundColor")
    return told


def test_site_searches_initials_and_opens_the_sentence_behind_a_sum(seen: Seen) -> None:
    page = seen.go("index.html")
    page.fill("#q", "ㅍㅈㅇ")
    page.wait_for_selector("#q-hits li")
    assert page.locator("#q-hits li span").all_inner_texts() == ["표재윤"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/**")
    assert page.locator("h1").inner_text() == "표재윤"
    page.locator("#money td.num a", has_text="420억원").first.click()
    page.wait_for_url("**/document/gaon-release.txt.html#c*")
    assert page.locator(":target").inner_text() == "420억 원"
    assert background(page, ":target") == "rgb(255, 229, 154)"
    assert page.locator(".excerpt:has(:target) .factlist .v", has_text="420억원").count() == 1
    assert "2028년까지 모두 420억 원을 투입한다." in page.locator(".excerpt:has(:target) blockquote").inner_text()


def test_site_finds_what_was_typed_and_sent(seen: Seen) -> None:
    page = seen.go("about.html")
    page.fill("#q", "가온ai밸리")
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.results[data-ready]")
    assert "search.html?q=" in page.url and page.locator("h1").inner_text() == "‘가온ai밸리’"
    assert page.locator(".results li a").first.inner_text() == "가온 AI 밸리"
    page.locator(".toc a", has_text="문서").click()
    page.wait_for_selector("ol.results[data-ready]")
    assert "search/document.html?q=" in page.url
    assert "가온 AI 밸리" in page.locator(".results li a").first.inner_text()
    page.locator(".results li a").first.click()
    assert page.locator(".excerpt").count() > 0


def test_site_ranks_as_the_server_does(seen: Seen, kept: GraphStore) -> None:
    page = seen.go("index.html")
    index = Index(kept.folder)
    for typed in TYPED:
        here = page.evaluate("typed => findHere(typed, [], 20)", typed)
        there = index.search(typed, limit=20)
        assert [(h["label"], h["kind"], h["documents"], h["spelling"]) for h in here] == [
            (h.label, kind_name(h.kind), h.documents, h.spelling) for h in there
        ], typed
        assert [h["region"] for h in here] == [h.region if h.region != h.label else "" for h in there]


def test_site_walks_through_the_graph(seen: Seen) -> None:
    page = seen.go(f"person/{MAYOR}.html")
    page.get_by_text("관계도에서 보기").click()
    page.wait_for_selector("#graph[data-ready]")
    assert "graph.html?center=person" in page.url
    assert (page.locator("h1").inner_text(), page.inner_text("#n-nodes")) == ("표재윤", "5")
    assert page.locator("#rows tr", has_text="시장").count() > 0
    place = page.evaluate("() => graphView.nodes('[kind=\"organization\"]')[0].renderedPosition()")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    page.get_by_text("이웃 펼치기").click()
    page.wait_for_selector("#graph:not([data-ready='5'])")
    shown, address = page.inner_text("#n-nodes"), page.url
    with page.expect_download() as png:
        page.click("#png")
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")
    page.goto(address)
    page.wait_for_selector("#graph[data-ready]")
    assert page.inner_text("#n-nodes") == shown
    page.evaluate("() => graphView.edges('[kind=\"allocation\"]')[0].select()")
    assert page.locator("#panel blockquote").inner_text()
    page.locator("#panel a").click()
    assert page.locator(".witness").count() > 0


def test_site_draws_what_the_server_draws(seen: Seen, server: str) -> None:
    page = seen.go(f"graph.html?center=person/{MAYOR}&open=organization/누리도_가온시")
    page.wait_for_selector("#graph[data-ready]")
    told = "() => graphView.nodes().map(n => [n.data('label'), n.data('named'), n.position('x'), n.position('y')])"
    ties = "() => graphView.edges().map(e => [e.data('label'), e.source().data('label'), e.target().data('label')])"
    here, tied = page.evaluate(told), page.evaluate(ties)
    other = page.context.browser.new_page()
    other.goto(f"{server}graph?center=person/표재윤%257C누리도_가온시&open=organization/누리도_가온시")
    other.wait_for_selector("#graph[data-ready]")
    assert sorted(here) == sorted(other.evaluate(told))
    assert sorted(tied) == sorted(other.evaluate(ties))
    other.close()


def rows(page: Any) -> list[str]:
    """All that stands in a comparison, cell by cell; the charts as places of their bars and words."""
    words: list[str] = page.locator(".compare > *").all_inner_texts()
    bars = page.locator(".compare rect").evaluate_all(
        "e => e.map(b => [b.getAttribute('y'), b.getAttribute('height')])"
    )
    scale: list[str] = page.locator(".compare svg text").all_inner_texts()
    numbers = [f"{float(y):.0f} {float(high):.0f}" for y, high in bars]
    return [*("\n".join(w.split()) for w in words), *numbers, *scale]


@pytest.mark.parametrize("asked", ["name=가온시&name=경기도", "name=가온시&name=표재윤&about=밸리", "name=경기도"])
def test_site_compares_as_the_server_does(seen: Seen, server: str, asked: str) -> None:
    page = seen.go(f"compare.html?{asked}")
    page.wait_for_selector("#sides[data-ready]")
    other = page.context.browser.new_page()
    other.goto(f"{server}compare?{asked}")
    assert page.locator("h1").inner_text() == other.locator("h1").inner_text()
    assert rows(page) == rows(other)
    other.close()


def test_site_adds_to_a_comparison_and_takes_out_of_it(seen: Seen) -> None:
    page = seen.go("region/누리도_가온시.html")
    page.get_by_text("다른 지역과 비교").click()
    page.wait_for_selector("#sides[data-ready='1']")
    page.fill("#n", "전북")
    page.click("main form button")
    page.wait_for_selector("#sides[data-ready='2']")
    assert page.locator(".top-cell h2").all_inner_texts() == ["누리도 가온시", "전북특별자치도"]
    page.get_by_text("빼기").first.click()
    page.wait_for_selector("#sides[data-ready='1']")
    assert page.locator(".top-cell h2").all_inner_texts() == ["전북특별자치도"]
    page.fill("#n", "없는이름")
    page.click("main form button")
    page.wait_for_selector("#unknown p")
    assert page.locator("#unknown").inner_text() == "‘없는이름’ 이름은 찾지 못했습니다."


@pytest.mark.parametrize(
    "path",
    [
        "index.html", "search.html", "names.html", "documents.html", "graph.html", "clashes.html", "about.html",
        "compare.html", "compare.html?name=가온시&name=경기도",
        f"person/{MAYOR}.html", "region/누리도_가온시.html", "document/gaon-release.txt.html", "search/document.html",
        f"graph.html?center=person/{MAYOR}",
    ],
)  # fmt: skip
def test_site_fits_a_phone_in_the_dark(chromium: Any, folder: Path, path: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", locale="ko-KR")
    seen = Seen(context.new_page(), f"{folder.as_uri()}/")
    page = seen.go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("h1").count() == 1
    context.close()
    assert seen.wrong == []


def test_site_works_without_scripts(chromium: Any, folder: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="ko-KR")
    page = Seen(context.new_page(), f"{folder.as_uri()}/").go("index.html")
    page.locator("nav a", has_text="이름").click()
    page.locator(".letters a", has_text="ㅍ").click()
    page.locator(".roll a", has_text="표재윤").click()
    page.locator("#money td.num a", has_text="420억원").first.click()
    assert page.locator(":target").inner_text() == "420억 원"
    assert background(page, ":target") == "rgb(255, 229, 154)"
    page.locator("nav a", has_text="문서").click()
    assert page.locator(".documents li").count() > 0
    page.locator("nav a", has_text="관계도").click()
    assert page.locator("noscript").inner_text().startswith("그림은 자바스크립트가 있어야 보입니다.")
    context.close()
