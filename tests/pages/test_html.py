"""The HTML of the pages: no script or style of its own, everything escaped, words of documents harmless."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.graph.store import open_store
from kg.use.pages import Page, Route, Shown, page
from kg.use.pages.html import environment
from kg.use.searching.index import Index
from tests.pages.conftest import Written, build

HTML = Callable[..., str]
EVERY = [
    ("home", ""),
    ("search", ""),
    ("compare", ""),
    ("graph", ""),
    ("questions", ""),
    ("question", "ordinances"),
    ("review", ""),
    ("about", ""),
    ("program", "가온_AI_밸리%7C누리도_가온시"),
    ("person", "표재윤%7C누리도_가온시"),
    ("organization", "누리도_가온시"),
    ("region", "누리도_가온시"),
    ("event", "2026년_예산_설명회%7C2025-12-16,시청_대회의실"),
    ("document", "gaon-release.txt"),
    ("money", "42000000000_KRW"),
]
_VOID = ("meta", "link", "input", "br", "img")


class Checker(HTMLParser):
    """Collects what must not be there, and tags that do not match."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.wrong += [f"{tag} {name}" for name in told if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not told.get("src")):
            self.wrong.append(tag)
        for name in ("href", "src", "action"):
            if told.get(name):
                self.links.append(str(told[name]))
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


def checked(text: str) -> Checker:
    """A page as the checker saw it."""
    checker = Checker()
    checker.feed(text)
    return checker


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_html_holds_no_code_and_no_foreign_address(kind: str, name: str, html: HTML) -> None:
    seen = checked(html(kind, name))
    assert seen.wrong == [] and seen.open == []
    assert len(seen.ids) == len(set(seen.ids))
    assert [link for link in seen.links if not link.startswith(("/", "#"))] == []


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_html_is_korean_with_one_heading(kind: str, name: str, html: HTML) -> None:
    whole = html(kind, name)
    assert '<html lang="ko">' in whole and whole.count("<h1") == 1
    assert 'href="#main"' in whole and '<main id="main"' in whole


def test_html_of_a_person_shows_badges_with_reasons(html: HTML) -> None:
    whole = html("person", "표재윤%7C누리도_가온시")
    assert '<span class="sure yes">확인됨</span>' in whole
    assert re.search(r"<summary>.{0,80}확인됨.*?</summary>.*?<ul class=\"reasons\"><li>", whole)


def test_html_of_a_document_marks_the_place(html: HTML) -> None:
    whole = html("document", "gaon-release.txt", ("begin", "220"), ("end", "244"))
    assert '<span id="span" tabindex="-1"></span><mark>' in whole
    assert "왜 이렇게 읽었나" in whole


def test_html_of_a_chart_names_its_bars(html: HTML) -> None:
    whole = html("program", "피지컬_AI_핵심기술_실증사업%7C전북특별자치도")
    assert "<title>2025년 국비 229억원</title>" in whole
    assert "더하지 않았습니다: 함께 적힌 합계의 재원별 몫 2건" in whole


def test_html_of_review_has_no_form_without_a_token(shown: Shown, html: HTML) -> None:
    assert 'method="post"' not in html("review")
    made = page(Route("review", "", (("view", "facts"),)), Shown(shown.store, shown.index, shown.addresses, "비밀"))
    assert made is not None
    assert made.html.count('method="post"') == 20 and 'name="token" value="비밀"' in made.html


EVIL = """<script>alert(1)</script> "가람시", '달빛 AI <b>사업</b>'에 \u202e7억원 투입

입력 2025-10-02 10:00
[누리일보 하나로 기자] 경기도는 '달빛 AI 돌봄 사업'에 7억원을 투입한다. </article><img src=x onerror=alert(1)>

다온결 경기도지사는 "사람이 <script>먼저</script>다 & 끝"이라고 강조했다.
"""


def test_html_shows_hostile_texts_harmlessly(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(EVIL, "utf-8")
    with open_store(build(texts, tmp_path / "store")) as store:
        shown = Shown(store, Index(store.folder), Written())
        made = page(Route("document", "a.txt"), shown)
        assert isinstance(made, Page)
        seen = checked(made.html)
        assert seen.wrong == [] and seen.open == []
        assert "&lt;script&gt;" in made.html and "\u202e" not in made.html
        found = page(Route("search", "", (("q", '"><script>'),)), shown)
        assert found is not None and checked(found.html).wrong == []


def test_html_templates_are_strict() -> None:
    for name in environment().list_templates():
        source = (Path(environment().loader.searchpath[0]) / name).read_text("utf-8")  # type: ignore[union-attr]
        assert "|safe" not in source and "<style" not in source and " style=" not in source
