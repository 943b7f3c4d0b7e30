"""Finding things by what somebody types."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.graph.terms import document, expand, thing
from kg.use.searching import keys
from kg.use.searching.index import Index
from kg.use.searching.told import told_in
from kg.use.searching.writing import LabelsWriter, has_labels

PLACED = {
    "person": "schema:location",
    "organization": "rap:governs",
    "program": "rap:forRegion",
    "region": "rap:within",
}
Row = tuple[str, str, tuple[str, ...], str]
"""Key, label, other spellings, the key of a region."""

SEOUL: Row = ("region/서울특별시", "서울특별시", ("서울", "서울시"), "")
GANGSEO: Row = ("region/서울특별시 강서구", "서울특별시 강서구", ("강서구",), "region/서울특별시")
MAYOR: Row = ("person/오하늘|서울특별시", "오하늘", (), "region/서울특별시")
OTHER: Row = ("person/오현호|가온시", "오현호", (), "")
CITY: Row = ("organization/서울특별시", "서울특별시", ("서울시", "서울시청"), "region/서울특별시")
SPROUT: Row = ("program/AI 새싹 바우처|서울특별시", "AI 새싹 바우처", ("새싹 바우처",), "region/서울특별시")
LAW: Row = ("program/인공지능 기본 조례|서울특별시", "인공지능 기본 조례", ('"기본" 조례',), "region/서울특별시")


def lines(name: str, rows: Sequence[Row], author: str = "") -> list[str]:
    """The lines of a document's graph."""
    graph = f"<{document(name)}>"
    found = [f'{graph} <{expand("schema:headline")}> "소식 {name}" {graph} .']
    found.append(f"{graph} <{expand('rdf:type')}> <{expand('schema:CreativeWork')}> {graph} .")
    if author:
        found.append(f"{graph} <{expand('schema:author')}> <{thing(author)}> {graph} .")
    for key, label, others, region in rows:
        it = f"<{thing(key)}>"
        found.append(f"{it} <{expand('rdf:type')}> <{expand('skos:Concept')}> {graph} .")
        found.append(f'{it} <{expand("skos:prefLabel")}> "{label}"@ko {graph} .')
        escaped = [other.replace('"', '\\"') for other in others]
        found += [f'{it} <{expand("skos:altLabel")}> "{other}"@ko {graph} .' for other in escaped]
        if region:
            found.append(f"{it} <{expand(PLACED[key.partition('/')[0]])}> <{thing(region)}> {graph} .")
    return found


DOCUMENTS = {
    "a.txt": lines("a.txt", [SEOUL, MAYOR, CITY, SPROUT]),
    "b.txt": lines("b.txt", [SEOUL, MAYOR, GANGSEO], "person/오현호|가온시"),
    "c.txt": lines("c.txt", [OTHER, LAW, SEOUL, CITY]),
}


def written(folder: Path, names: Sequence[str]) -> Index:
    """The index of some of the documents."""
    writer = LabelsWriter(folder)
    for name in names:
        writer.put(name, DOCUMENTS[name])
    writer.finish()
    return Index(folder)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of all documents."""
    return written(tmp_path_factory.mktemp("labels"), sorted(DOCUMENTS))


def found(index: Index, typed: str) -> list[str]:
    """Kind and label of each hit."""
    return [f"{hit.kind} {hit.label}" for hit in index.search(typed)]


def test_keys_hold_letters_and_digits_alone() -> None:
    assert keys.key("「AI 새싹·바우처」(2.0)") == "ai새싹바우처20"
    assert keys.key("ＡＩ") == "ai"
    assert keys.key("서울") == "서울"
    assert keys.key("ㅇㅅ") == "ㅇㅅ"
    assert keys.key("\u200f<>'\"*") == ""
    assert len(keys.key("가" * 10_000_000)) == keys.MOST


def test_keys_give_initial_consonants() -> None:
    assert keys.initials("광주ai센터") == "ㄱㅈaiㅅㅌ"
    assert keys.initials("깡") == "ㄲ"


@pytest.mark.parametrize(
    ("typed", "half"),
    [("오셓", "오세ㅎ"), ("옷", "오ㅅ"), ("닭", "달ㄱ"), ("값", "갑ㅅ"), ("깎", "까ㄲ"), ("오", None), ("a", None)],
)
def test_keys_know_what_a_keyboard_shows_on_the_way(typed: str, half: str | None) -> None:
    assert keys.half_typed(typed) == half


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("오하늘", "person 오하늘"),
        ("오하느", "person 오하늘"),
        ("오한", "person 오하늘"),
        ("ㅇㅎㄴ", "person 오하늘"),
        ("오ㅎㄴ", "person 오하늘"),
        ("ㅇ하ㄴ", "person 오하늘"),
        ("ㅅㅇ", "region 서울특별시"),
        ("서울시청", "organization 서울특별시"),
        ("ai새싹", "program AI 새싹 바우처"),
        ("AI 새싹", "program AI 새싹 바우처"),
        ("바우처", "program AI 새싹 바우처"),
        ("싹바", "program AI 새싹 바우처"),
        ("강서구 서울", "region 서울특별시 강서구"),
        ("ㄱㅅㄱ", "region 서울특별시 강서구"),
        ('"기본', "program 인공지능 기본 조례"),
        ("조례 인공지능", "program 인공지능 기본 조례"),
    ],
)
def test_index_finds_first_what_is_meant(index: Index, typed: str, first: str) -> None:
    assert found(index, typed)[0] == first


def test_index_orders_by_fit_and_then_by_documents(index: Index) -> None:
    assert found(index, "서울")[:3] == ["region 서울특별시", "organization 서울특별시", "region 서울특별시 강서구"]
    assert found(index, "오") == ["person 오하늘", "person 오현호"]
    assert found(index, "ㅇㅎ") == ["person 오하늘", "person 오현호"]


def test_index_tells_kind_region_documents_and_the_spelling_that_fits(index: Index) -> None:
    assert index.search("서울시청")[0] == (
        thing("organization/서울특별시"),
        "organization",
        "서울특별시",
        "서울시청",
        "서울특별시",
        2,
    )
    assert index.search("오하늘")[0][3:] == ("", "서울특별시", 2)


@pytest.mark.parametrize("typed", ["", "   ", "*", '"', "' OR 1=1 --", "NEAR(", "없는이름", "ㅋㅋㅋㅋ", "\x00", "-"])
def test_index_finds_nothing_where_nothing_fits(index: Index, typed: str) -> None:
    assert found(index, typed) == []


def test_index_is_narrowed_by_kind_and_region(index: Index) -> None:
    assert [h.kind for h in index.search("서울", kinds=("region",))] == ["region", "region"]
    assert [h.label for h in index.search("ㅇ", region=thing("region/서울특별시"))] == ["오하늘", "인공지능 기본 조례"]
    assert [h.label for h in index.search("소식", kinds=("document",))] == ["소식 a.txt", "소식 b.txt", "소식 c.txt"]
    assert len(index.search("서울", limit=1)) == 1


def test_index_tells_of_things_and_counts_them(index: Index) -> None:
    assert [h.label for h in index.about([thing("person/오하늘|서울특별시"), thing("person/없음")])] == ["오하늘"]
    assert [(h.label, h.documents) for h in index.most_told("region")] == [("서울특별시", 3), ("서울특별시 강서구", 1)]
    assert index.count("person") == 2


def test_labels_are_the_same_whatever_came_and_went(tmp_path: Path) -> None:
    whole, before, after = tmp_path / "whole", tmp_path / "before", tmp_path / "after"
    for folder in (whole, before, after):
        folder.mkdir()
    wanted = written(whole, ["a.txt", "c.txt"])
    written(before, ["b.txt", "c.txt"])
    writer = LabelsWriter(after, before)
    writer.put("a.txt", DOCUMENTS["a.txt"])
    writer.put("c.txt", DOCUMENTS["b.txt"])
    writer.put("c.txt", DOCUMENTS["c.txt"])
    writer.drop("b.txt")
    writer.drop("never.txt")
    writer.finish()
    for typed in ("서울", "오", "ㅇㅎㄴ", "강서", "조례", "소식", "ㄱㅅ", "시"):
        kinds = ("person", "organization", "program", "region", "document")
        assert Index(after).search(typed, kinds) == wanted.search(typed, kinds), typed
    assert Index(after).search("강서구") == []


def test_labels_leave_out_who_only_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    writer = LabelsWriter(folder)
    writer.put("b.txt", lines("b.txt", [OTHER], OTHER[0]))
    writer.finish()
    assert Index(folder).search("오현호") == []


def test_told_gives_an_office_holder_the_region_of_the_body() -> None:
    graph = f"<{document('a.txt')}>"
    office = f"<{thing('membership/1')}>"
    more = [
        f"{office} <{expand('org:member')}> <{thing(OTHER[0])}> {graph} .",
        f"{office} <{expand('org:organization')}> <{thing(CITY[0])}> {graph} .",
    ]
    told = {t.label: t.regions for t in told_in([*lines("a.txt", [OTHER, CITY]), *more])}
    assert told["오현호"] == {thing("region/서울특별시")}


def test_build_keeps_the_index_of_a_version(store: Path) -> None:
    (version,) = (p for p in (store / "versions").iterdir() if p.name.isdigit())
    assert has_labels(version)
    assert found(Index(version), "ㄴㅎㄱ") == ["person 나한결"]
    assert [(h.label, h.region) for h in Index(version).search("새싹")] == [("AI 새싹 바우처", "서울특별시")]
