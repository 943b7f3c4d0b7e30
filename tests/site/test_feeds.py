"""Atom feeds: what RFC 4287 asks for, in the order of the documents' days, without a clock."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as Xml

import pytest

from tests.site.conftest import ran

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+09:00")
FEED = "feed.atom"
CITY = "region/누리도_가온시.atom"


def read(path: Path) -> Xml.Element:
    """A feed."""
    return Xml.fromstring(path.read_bytes())


def text(element: Xml.Element, *names: str) -> str:
    """The words of an element at the end of these names."""
    for name in names:
        (element,) = element.findall(f"{ATOM}{name}")
    return element.text or ""


def link(element: Xml.Element, relation: str) -> str:
    """The address of the one link of a relation."""
    (found,) = [e for e in element.findall(f"{ATOM}link") if e.get("rel") == relation]
    return found.attrib["href"]


@pytest.fixture(scope="session")
def based(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with an address under which it will stand."""
    folder = tmp_path_factory.mktemp("based") / "site"
    assert (
        ran("site", "--store", kept, "-o", folder, "--base-url", "https://example.org/한글/kg", "--workers", "1")[0]
        == 0
    )
    return folder


def test_feeds_are_valid_atom(site: Path) -> None:
    feeds = sorted(site.rglob("*.atom"))
    assert len(feeds) == 1 + sum(
        1 for kind in ("region", "program") for p in (site / kind).glob("*.html") if "=" not in p.name
    )
    ids = set()
    for path in feeds:
        feed = read(path)
        assert feed.tag == f"{ATOM}feed" and text(feed, "title") and text(feed, "author", "name")
        ids.add(text(feed, "id"))
        assert urlsplit(text(feed, "id")).scheme in ("urn", "https")
        entries = feed.findall(f"{ATOM}entry")
        days = [text(e, "updated") for e in entries]
        assert all(MOMENT.fullmatch(day) for day in [*days, text(feed, "updated")])
        assert (
            days == sorted(days, reverse=True) and text(feed, "updated") == (days or ["1970-01-01T00:00:00+09:00"])[0]
        )
        assert len({text(e, "id") for e in entries}) == len(entries)
        for entry in entries:
            assert text(entry, "title") and text(entry, "content") and text(entry, "id").startswith("https://")
            assert text(entry, "published") == text(entry, "updated")
    assert len(ids) == len(feeds)


def test_feeds_lead_to_pages_and_to_themselves(site: Path) -> None:
    for path in site.rglob("*.atom"):
        feed = read(path)
        assert (path.parent / unquote(link(feed, "self"))).resolve() == path.resolve()
        own = [link(feed, "alternate"), *(link(e, "alternate") for e in feed.findall(f"{ATOM}entry"))]
        assert [a for a in own if not (path.parent / unquote(a)).is_file()] == []


def test_feeds_tell_of_a_region_what_was_read_in_its_documents(site: Path) -> None:
    entries = {text(e, "title"): e for e in read(site / CITY).findall(f"{ATOM}entry")}
    entry = next(e for e in entries.values() if text(e, "id").endswith("/gaon-release.txt"))
    assert text(entry, "updated") == "2026-03-04T00:00:00+09:00"
    assert text(entry, "author", "name") == "누리도 가온시"
    assert any(line.startswith("예산 배정: 420억원 · ") for line in text(entry, "content").splitlines())
    assert link(entry, "alternate") == "../document/gaon-release.txt.html"


def test_feeds_bear_whole_addresses_where_the_base_is_known(based: Path) -> None:
    base = "https://example.org/%ED%95%9C%EA%B8%80/kg/"
    feed = read(based / FEED)
    assert (text(feed, "id"), link(feed, "self"), link(feed, "alternate")) == (
        base,
        f"{base}feed.atom",
        f"{base}index.html",
    )
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None and link(entry, "alternate").startswith(f"{base}document/")
    assert (
        link(read(based / CITY), "self") == f"{base}region/%EB%88%84%EB%A6%AC%EB%8F%84_%EA%B0%80%EC%98%A8%EC%8B%9C.atom"
    )


def test_feeds_base_stands_in_pages_and_in_the_map(based: Path) -> None:
    page = (based / "region" / "누리도_가온시.html").read_text("utf-8")
    address = (
        "https://example.org/%ED%95%9C%EA%B8%80/kg/region/%EB%88%84%EB%A6%AC%EB%8F%84_%EA%B0%80%EC%98%A8%EC%8B%9C.html"
    )
    assert f'<link rel="canonical" href="{address}">' in page
    assert 'href="../region/%EB%88%84%EB%A6%AC%EB%8F%84_%EA%B0%80%EC%98%A8%EC%8B%9C.atom"' in page
    listed = [e.text for e in Xml.fromstring((based / "sitemap.xml").read_bytes()).iter() if e.tag.endswith("loc")]
    assert address in listed and len(listed) == len(set(listed))
    assert not any("/allocation/" in str(a) for a in listed)
