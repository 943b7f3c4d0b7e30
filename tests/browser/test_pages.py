"""What people do on the pages: search, open, check a sentence, compare, walk through the graph, judge."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Seen

MAYOR = "/graph?center=person/%ED%91%9C%EC%9E%AC%EC%9C%A4%257C%EB%88%84%EB%A6%AC%EB%8F%84_%EA%B0%80%EC%98%A8%EC%8B%9C"
EVERY = [
    "/",
    "/search?q=AI",
    "/compare?name=가온시&name=경기도",
    MAYOR,
    "/questions",
    "/question/ordinances",
    "/review?view=facts",
    "/about",
    "/program/가온_AI_밸리%7C누리도_가온시",
    "/person/표재윤%7C누리도_가온시",
    "/region/누리도_가온시",
    "/document/gaon-release.txt?begin=220&end=244",
]


def waited(page: Any, before: str = "") -> str:
    """How many things the graph shows once it is drawn anew."""
    page.wait_for_selector("#graph[data-ready]")
    for _ in range(50):
        ready: str = page.get_attribute("#graph", "data-ready")
        if ready != before:
            return ready
        time.sleep(0.1)
    raise AssertionError("the graph was not drawn anew")


def test_browser_searches_initials_and_opens_the_sentence_behind_a_sum(seen: Seen) -> None:
    page = seen.go("/")
    page.fill("#q", "ㅍㅈㅇ")
    page.wait_for_selector("#q-hits li")
    assert page.locator("#q-hits li span").all_inner_texts() == ["표재윤"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/**")
    page.locator("#money td.num a", has_text="420억원").first.click()
    page.wait_for_url("**/document/gaon-release.txt**")
    assert "".join(page.locator("mark").all_inner_texts()) == "420억 원"
    assert page.locator(".factlist .v").first.inner_text() == "420억원"


def test_browser_shows_reasons_on_click(seen: Seen) -> None:
    page = seen.go("/program/가온_AI_밸리%7C누리도_가온시")
    why = page.locator("#money .why", has_text="2028년까지 모두 420억 원을 투입한다.").first
    assert not why.locator(".reasons").is_visible()
    why.locator("summary").click()
    assert why.locator(".reasons li").count() > 2
    assert why.locator("blockquote").first.inner_text().startswith("2028년까지 모두 420억 원을 투입한다.")


def test_browser_compares_what_was_typed(seen: Seen) -> None:
    page = seen.go("/compare")
    page.fill("#n", "가온시")
    page.fill("#n2", "전북")
    page.click("main form button")
    assert page.locator(".top-cell h2").all_inner_texts() == ["누리도 가온시", "전북특별자치도"]
    assert page.locator("svg[role=img]").count() == 2


def test_browser_walks_through_the_graph(seen: Seen) -> None:
    page = seen.go(MAYOR)
    first = waited(page)
    assert first == "5"
    place = page.evaluate("() => graphView.nodes('[kind=\"organization\"]')[0].renderedPosition()")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    page.get_by_text("이웃 펼치기").click()
    assert int(waited(page, first)) > 5
    shown = int(page.inner_text("#n-nodes"))
    page.locator("input[name=kind][value=event]").uncheck()
    assert int(page.inner_text("#n-nodes")) < shown
    kept, address = page.inner_text("#n-nodes"), page.url
    with page.expect_download() as png:
        page.click("#png")
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as svg:
        page.click("#svg")
    assert "<title>누리도 가온시</title>" in Path(svg.value.path()).read_text("utf-8")
    page.goto(address)
    waited(page)
    assert page.inner_text("#n-nodes") == kept
    assert not page.locator("input[name=kind][value=event]").is_checked()


def test_browser_judges_a_pair(seen: Seen) -> None:
    page = seen.go("/review")
    page.locator("input[name=why]").first.fill("이름이 다르다")
    page.locator("button[value=different]").first.click()
    page.wait_for_load_state()
    assert page.locator(".doubt .note").first.inner_text().startswith("다르다고 판정 (가온, ")


def test_browser_corrects_a_fact(seen: Seen) -> None:
    of_a_year = ".doubt:has(input[name='slot.year'])"
    addresses = (f"/review?view=facts&page={number}" for number in range(1, 9))
    page = next(page for address in addresses if (page := seen.go(address)).locator(of_a_year).count())
    fact = page.locator(of_a_year).first
    fact.locator(".mend summary").click()
    fact.locator("input[name='slot.year']").fill("2031")
    fact.locator("button[value=replace]").click()
    page.wait_for_load_state()
    told = page.locator(of_a_year).first.locator(".note")
    assert told.inner_text().startswith("고쳐 적음 (가온, ")


@pytest.mark.parametrize("path", EVERY)
def test_browser_fits_a_phone(chromium: Any, server: str, path: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", locale="ko-KR")
    seen = Seen(context.new_page(), server)
    page = seen.go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("h1").count() == 1
    context.close()
    assert seen.wrong == []


@pytest.mark.parametrize("path", EVERY)
def test_browser_shows_all_without_scripts(chromium: Any, server: str, path: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="ko-KR")
    page = Seen(context.new_page(), server).go(path)
    assert page.locator("h1").inner_text()
    assert page.locator("main a").count() > 0
    if path == MAYOR:
        assert "시장" in page.locator("main table").inner_text()
    context.close()
