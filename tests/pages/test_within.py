"""What the regions within a region get: each by itself, together by year, never with the region's own sums."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.store import open_store
from kg.use.pages import Shown, table
from kg.use.pages.region import region
from kg.use.pages.route import Route
from kg.use.pages.within import within
from kg.use.searching.index import Index
from tests.pages.conftest import Written, build

TEXTS = {
    f"{name}.txt": f"{place}, 2026년 AI {what} 사업에 {sum_}억 원\n2026-01-05\n"
    f"{place}는 2026년 AI {what} 사업에 {sum_}억 원을 투입한다고 밝혔다.\n"
    for name, place, what, sum_ in (
        ("a", "수원시", "돌봄", 30),
        ("b", "안양시", "교통", 20),
        ("c", "경기도", "인재", 500),
    )
}
HERE = Route("region", "경기도")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """A store of three texts: of a province and of two of its cities."""
    folder = tmp_path_factory.mktemp("within")
    texts: Path = folder / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / name).write_text(text, "utf-8")
    with open_store(build(texts, folder / "store")) as store:
        yield Shown(store, Index(store.folder), Written())


def test_within_adds_up_each_part_and_all_of_them(told: Shown) -> None:
    parts = [f"https://w3id.org/regional-ai-policy/id/region/경기도_{city}" for city in ("수원시", "안양시")]
    found = within(told.store, HERE.iri, parts)
    assert found.years == ("2026",)
    assert [(p.region.label, p.values, p.taken, p.left) for p in found.parts] == [
        ("경기도 수원시", (3_000_000_000,), 1, 0),
        ("경기도 안양시", (2_000_000_000,), 1, 0),
    ]
    assert (found.totals, found.shared) == ((5_000_000_000,), 0)


def test_region_page_leads_to_the_parts_and_leaves_them_out_of_its_own_sums(told: Shown) -> None:
    page = region(HERE, told)
    assert page is not None
    section = next(s for s in page.sections if s.name == "within")
    assert (section.total, section.within, section.more) == (2, None, HERE.having(all="within"))
    money = next(s.money for s in page.sections if s.name == "money")
    assert money is not None
    assert [(y.year, y.total) for y in money.years] == [("2026", 50_000_000_000)]


def test_region_page_of_its_parts_shows_and_downloads_them(told: Shown) -> None:
    page = region(HERE.having(all="within"), told)
    assert page is not None
    assert [s.name for s in page.sections] == ["within"]
    answer = table(HERE, "within", told)
    assert answer is not None
    assert answer.columns[:4] == ("지역", "2026", "더한 금액", "뺀 금액")
    assert [row[:4] for row in answer.rows] == [
        ("경기도 수원시", 3_000_000_000, 1, 0),
        ("경기도 안양시", 2_000_000_000, 1, 0),
    ]
