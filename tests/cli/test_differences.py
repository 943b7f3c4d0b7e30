"""``kg conflicts`` and ``kg changes`` from the outside."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.changes import changes
from kg.cli.conflicts import conflicts
from kg.graph.quads import document_quads
from kg.graph.store import write_store
from kg.identity.conflicts import conflicts as found
from kg.identity.identify import identify
from kg.identity.material import material
from tests.identity.corpus import allocation, government, program, reading

CITY = "한빛광역시"
HALL, PLAN = government(CITY, "한빛시"), program("가온 혁신지구", CITY)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    sums = ((26_400_000_000, "2025-05-30"), (24_600_000_000, "2025-06-02"), (23_100_000_000, "2025-12-29"))
    readings = [
        reading(f"소식/{i}", day, CITY, HALL, PLAN, allocation(PLAN, won, basis="total"))
        for i, (won, day) in enumerate(sums)
    ]
    identity = identify(readings)
    with write_store(tmp_path / "s", {"min_confidence": 0.5}) as writing:
        for each in readings:
            writing.add(each)
        writing.load(line for r in readings for line in document_quads(r, identity))
    return tmp_path / "s"


def test_differences_conflicts_as_json_have_values_and_sentences_by_document(store: Path) -> None:
    told = json.loads(CliRunner().invoke(conflicts, ["--store", str(store), "--format", "json"]).output)
    assert told == [
        {
            "about": ["가온 혁신지구"],
            "what": "amount",
            "role": "total",
            "values": {"0": 26_400_000_000, "1": 24_600_000_000},
            "sentences": dict.fromkeys(("0", "1"), "한빛시가 새 사업을 시작한다고 밝혔다."),
            "sources": {"24600000000": 1, "26400000000": 1},
        }
    ]


def test_differences_conflicts_count_a_copied_story_once() -> None:
    words = " ".join(f"한빛시는 골목 {n}곳에 새 장비를 놓는다고 {n}일 밝혔다." for n in range(1, 9))
    sums = (
        (26_400_000_000, words),
        (26_400_000_000, words),
        (26_400_000_000, "짧은 소식"),
        (24_600_000_000, "다른 소식"),
    )
    readings = [
        replace(reading(str(i), "2025-05-30", CITY, HALL, PLAN, allocation(PLAN, won, basis="total")), text=text)
        for i, (won, text) in enumerate(sums)
    ]
    identity = identify(readings)
    (told,) = found(material(readings, identity), identity)
    assert (len(told.values), told.sources) == (4, {246 * 10**8: 1, 264 * 10**8: 2})


def test_differences_changes_as_json_have_both_sides(store: Path) -> None:
    (told,) = json.loads(CliRunner().invoke(changes, ["--store", str(store), "--format", "json"]).output)
    assert (told["about"], told["what"]) == (["가온 혁신지구"], "amount")
    assert told["to"] == {"documents": ["2"], "value": 23_100_000_000}
    assert told["from"] == {"documents": ["1"], "value": 24_600_000_000}


def test_differences_as_csv_have_a_row_a_document(store: Path) -> None:
    output = CliRunner().invoke(conflicts, ["--store", str(store), "--format", "csv"]).output
    rows = list(csv.DictReader(io.StringIO(output.lstrip("\ufeff"))))
    assert [(r["conflict"], r["value"], r["document"]) for r in rows] == [
        ("1", "24600000000", "1"),
        ("1", "26400000000", "0"),
    ]


def test_differences_as_a_table_show_sentences_side_by_side(store: Path) -> None:
    output = CliRunner().invoke(changes, ["--store", str(store)], env={"COLUMNS": "160"}).output
    assert "23,100,000,000" in output
    assert output.count("한빛시가 새 사업을 시작한다고 밝혔다.") == 2
