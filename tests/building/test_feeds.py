"""Feeds of changes: Atom, one a region and one a program, dated by the documents."""

from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from kg.graph.difference import difference, things_told
from kg.graph.quads import document_quads
from kg.graph.terms import thing
from kg.identity.identity import Identity
from kg.use.changing.feeds import ATOM, feeds, path_of, write_feeds
from tests.building.test_difference import without
from tests.graph.small import small_reading

WHOLE, LESS = (document_quads(r, Identity()) for r in (small_reading(), without("allocation")))
NS = {"a": ATOM}


def made(old: list[str], new: list[str]) -> dict[str, bytes]:
    one, other = things_told(old), things_told(new)
    return feeds(difference(one, other), one, other)


def test_feeds_are_one_a_region_and_one_a_program() -> None:
    files = made(LESS, WHOLE)
    assert sorted(files) == ["program/한빛_AI_전략--한빛시.atom", "region/한빛시.atom"]


def test_feeds_are_atom_dated_by_the_documents() -> None:
    files = made(LESS, WHOLE)
    feed = Xml.fromstring(files["region/한빛시.atom"])
    assert feed.tag == f"{{{ATOM}}}feed"
    assert feed.findtext("a:title", namespaces=NS) == "한빛시"
    assert feed.findtext("a:id", namespaces=NS) == thing("region/한빛시")
    assert feed.findtext("a:updated", namespaces=NS) == "2025-11-12T00:00:00+09:00"
    assert feed.findtext("a:author/a:name", namespaces=NS) == "regional-ai-kg"
    entries = feed.findall("a:entry", NS)
    assert entries
    for entry in entries:
        assert entry.findtext("a:updated", namespaces=NS) == "2025-11-12T00:00:00+09:00"
        assert entry.find("a:category[@term='ADD']", NS) is not None
        assert entry.findtext("a:content", namespaces=NS)
    assert len({entry.findtext("a:id", namespaces=NS) for entry in entries}) == len(entries)


def test_feeds_are_the_same_bytes_each_time() -> None:
    lines = WHOLE, LESS
    assert made(*lines) == made(list(reversed(lines[0])), list(reversed(lines[1])))


def test_feeds_of_no_change_are_none() -> None:
    assert made(WHOLE, WHOLE) == {}


def test_feeds_escape_what_xml_forbids(tmp_path: Path) -> None:
    old = LESS
    new = [line.replace('"한빛 AI 전략"', '"물결 <AI> & \\"실증\\"\\u0001센터"') for line in WHOLE]
    files = made(old, new)
    write_feeds(files, tmp_path)
    feed = Xml.parse(tmp_path / "program" / "한빛_AI_전략--한빛시.atom").getroot()
    assert feed.findtext("a:title", namespaces=NS) == '물결 <AI> & "실증"�센터'


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("region/한빛시", "region/한빛시.atom"),
        ("program/AI 새싹|서울특별시", "program/AI_새싹--서울특별시.atom"),
        ("program/../비밀", "program/-비밀-"),
        ("program/" + "가" * 300, "program/" + "가" * 60 + "-"),
    ],
)
def test_feeds_have_names_that_any_web_server_takes(key: str, path: str) -> None:
    name = path_of(thing(key))
    assert name.startswith(path) or name.startswith("program/-")
    assert name.count("/") == 1 and len(name.encode()) < 250
