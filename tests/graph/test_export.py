"""Exports hold the whole graph, in the same bytes every time."""

import csv
import io
import zipfile
from pathlib import Path

import networkx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset

from kg.errors import UserError
from kg.graph.export import FORMATS, export
from kg.graph.quads import document_quads
from kg.graph.store import GraphStore
from kg.graph.tables import TABLES, Tables, safe
from kg.identity.identity import Identity
from kg.resolution.reading import Property
from tests.graph.small import CITY, PROGRAM, small_reading, with_node

ONE = document_quads(small_reading(), Identity())
TWO = document_quads(small_reading("둘.txt"), Identity())


def exported(form: str, lines: list[str]) -> bytes:
    out = io.BytesIO()
    export(GraphStore.of(lines), form, None, out)
    return out.getvalue()


def rows(name: str, lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Tables(GraphStore.of(lines)).table(name))))


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_export_is_the_same_in_any_order(form: str) -> None:
    assert exported(form, [*ONE, *TWO]) == exported(form, [*reversed(TWO), *ONE])


def test_export_of_nquads_is_sorted_lines() -> None:
    assert exported("nquads", ONE).decode().splitlines() == sorted(ONE)
    assert exported("nquads", []) == b""


@pytest.mark.parametrize(("form", "known"), [("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS)])
def test_export_of_quads_holds_every_graph(form: str, known: RdfFormat) -> None:
    quads = {str(quad) for quad in parse(exported(form, [*ONE, *TWO]), known)}
    assert quads == {str(quad) for quad in parse("\n".join([*ONE, *TWO]).encode(), RdfFormat.N_QUADS)}


def test_export_of_jsonld_is_read_as_the_same_quads() -> None:
    ours, theirs = Dataset(), Dataset()
    ours.parse(data=exported("jsonld", [*ONE, *TWO]).decode(), format="json-ld")
    theirs.parse(data="\n".join([*ONE, *TWO]), format="nquads")
    assert {str(q) for q in ours.quads()} == {str(q) for q in theirs.quads()}


def test_export_of_turtle_merges_the_graphs() -> None:
    triples = {str(quad.triple) for quad in parse(exported("turtle", [*ONE, *TWO]), RdfFormat.TURTLE)}
    assert triples == {str(quad.triple) for quad in parse("\n".join([*ONE, *TWO]).encode(), RdfFormat.N_QUADS)}


def test_export_of_graphml_is_a_network_of_things_and_claims() -> None:
    graph = networkx.read_graphml(io.BytesIO(exported("graphml", [*ONE, *TWO])), force_multigraph=True)
    person = graph.nodes["person/김하늘%7C한빛시"]
    assert (person["label"], person["kind"], person["documents"]) == ("김하늘", "인물", 2)
    assert graph.has_edge("program/한빛_AI_전략%7C한빛시", CITY, key="rap:operatedBy")
    assert not any("#char=" in node for node in graph)


def test_export_writes_a_file_whole(tmp_path: Path) -> None:
    export(GraphStore.of(ONE), "nquads", tmp_path / "new" / "g.nq", io.BytesIO())
    assert (tmp_path / "new" / "g.nq").read_text("utf-8").splitlines() == sorted(ONE)
    assert len(list((tmp_path / "new").iterdir())) == 1


def test_export_of_tables_fills_a_folder_or_a_zip(tmp_path: Path) -> None:
    store = GraphStore.of(ONE)
    export(store, "csv", tmp_path / "tables", io.BytesIO())
    assert sorted(p.stem for p in (tmp_path / "tables").iterdir()) == sorted(TABLES)
    for name in ("a.zip", "b.zip"):
        export(store, "csv", tmp_path / name, io.BytesIO())
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("persons.csv") == (tmp_path / "tables" / "persons.csv").read_bytes()


def test_export_of_tables_needs_a_place_or_a_name() -> None:
    with pytest.raises(UserError, match="csv is several tables"):
        export(GraphStore.of(ONE), "csv", None, io.BytesIO())
    out = io.BytesIO()
    export(GraphStore.of(ONE), "csv", None, out, "persons")
    assert out.getvalue().startswith("\ufeffid,이름,다른 이름,".encode())


def test_export_of_an_unknown_table_names_the_tables() -> None:
    with pytest.raises(UserError, match="is no table"):
        export(GraphStore.of(ONE), "csv", None, io.BytesIO(), "people")


def test_export_of_tables_shows_sums_as_numbers_and_things_by_name() -> None:
    (row,) = rows("allocations", [*ONE, *TWO])
    assert (row["값"], row["통화"], row["회계연도"], row["재원"]) == ("79400000000", "KRW", "2027", "시비")
    assert (row["대상 사업"], row["재원 부담"], row["상태"]) == ("한빛 AI 전략", "한빛시", "planned")
    assert row["문서"] == "둘.txt | 한빛/소식 1.txt"
    assert row["근거 구절"] == "시비 794억원을 들여 | 794억원을 | 시비 794억원을 들여 | 794억원을"
    assert (row["확신도"], row["발행일"]) == ("0.9", "2025-11-12 | 2025-11-12")


def test_export_of_tables_lists_documents() -> None:
    assert [row["식별자"] for row in rows("documents", [*ONE, *TWO])] == ["둘.txt", "한빛/소식 1.txt"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+82", "'+82"),
        ("+a", "'+a"),
        ("-794", "-794"),
        ("-3.5", "-3.5"),
        ("-표", "'-표"),
        ("@import", "'@import"),
        ("\tx", "'\tx"),
        ("한빛시", "한빛시"),
        ("", ""),
    ],
)
def test_export_of_tables_disarms_formulas(cell: str, shown: str) -> None:
    assert safe(cell) == shown


def test_export_of_tables_disarms_formulas_in_names() -> None:
    reading = with_node(small_reading(), PROGRAM, label="=HYPERLINK(1)")
    (row,) = rows("programs", document_quads(reading, Identity()))
    assert row["이름"] == "'=HYPERLINK(1)"


def test_export_of_graphml_survives_control_characters() -> None:
    reading = with_node(
        small_reading(), PROGRAM, label="전략\x01", properties=(Property("rap:beneficiary", "\x02", "ko"),)
    )
    graph = networkx.read_graphml(io.BytesIO(exported("graphml", document_quads(reading, Identity()))))
    assert graph.nodes["program/한빛_AI_전략%7C한빛시"]["label"] == "전략\ufffd"
