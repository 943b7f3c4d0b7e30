"""Named questions on a small store: rows, columns, files that spreadsheets open clean."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kg.use.answer import Answer, adding_up
from kg.use.question import questions
from kg.use.sheets import written
from tests.conftest import Ran

Run = Callable[..., Ran]
NAMES = {
    "region-budget": {"region", "year", "as_of"},
    "program-money": {"program", "region", "year", "as_of"},
    "budget-path": {"region", "year"},
    "promises": {"person"},
    "targets": {"region", "program", "as_of"},
    "who-runs": {"program", "organization", "region", "as_of"},
    "no-money": {"region"},
    "compare-theme": {"theme", "region"},
    "ordinances": {"region"},
    "disagreements": {"region", "program"},
    "said-about": {"about"},
    "dossier": {"name", "as_of"},
    "offices": {"person", "organization", "region", "as_of"},
    "timeline": {"name", "as_of"},
    "sources": {"name"},
}
EVERY = {
    "region-budget": ["--region", "서울", "--year", "2026"],
    "program-money": ["--program", "AI 새싹 바우처"],
    "budget-path": ["--region", "서울", "--year", "2026"],
    "promises": ["--person", "나한결"],
    "targets": ["--region", "서울"],
    "who-runs": ["--program", "AI 돌봄 사다리"],
    "no-money": ["--region", "경기"],
    "compare-theme": ["--theme", "돌봄·복지", "--region", "경기", "--region", "서울"],
    "ordinances": [],
    "disagreements": ["--region", "서울"],
    "said-about": ["--about", "가게"],
    "dossier": ["--name", "나한결"],
    "offices": ["--person", "나한결"],
    "timeline": ["--name", "AI 새싹 바우처"],
    "sources": ["--name", "AI 새싹 바우처"],
}


def rows(ran: Ran) -> list[dict[str, object]]:
    """The rows of a JSON answer."""
    assert ran.code == 0, ran.err
    found: list[dict[str, object]] = json.loads(ran.out)
    return found


def test_query_has_the_named_questions_with_their_parameters() -> None:
    told = {name: {p.name for p in q.parameters} - {"from", "to"} for name, q in questions().items()}
    assert told == NAMES
    assert all({"from", "to"} <= {p.name for p in q.parameters} for q in questions().values())


@pytest.mark.parametrize("name", sorted(EVERY))
def test_query_question_runs_and_its_rows_have_evidence(run: Run, store: Path, name: str) -> None:
    for row in rows(run("query", name, *EVERY[name], "--store", store, "--format", "json")):
        assert row["sentence"], row
        assert row["date"] in ("2025-11-12", "2025-10-02"), row
        assert "#char=" in str(row["link"]), row
        assert row["source"] in ("가온신문", "누리일보"), row


@pytest.mark.parametrize("name", sorted(EVERY))
def test_query_question_file_runs_as_it_is(run: Run, store: Path, name: str) -> None:
    path = Path(__file__).parents[2] / "kg" / "use" / "questions" / f"{name}.rq"
    assert run("query", path, "--store", store, "--format", "csv").code == 0


def test_query_region_budget_tells_the_sum_of_the_year(run: Run, store: Path) -> None:
    told = rows(run("query", "region-budget", *EVERY["region-budget"], "--store", store, "--format", "json"))
    assert [(r["amount"], r["year"], r["adds"]) for r in told] == [(1_200_000_000, "2026", "taken")]
    assert "12억원을 투입한다" in str(told[0]["sentence"])


def test_query_targets_tells_baseline_and_deadline(run: Run, store: Path) -> None:
    told = rows(run("query", "targets", *EVERY["targets"], "--store", store, "--format", "json"))
    assert [(r["baseline"], r["value"], r["unit"], r["deadline"]) for r in told] == [(30, 500, "곳", "2027")]


def test_query_said_about_tells_the_speaker(run: Run, store: Path) -> None:
    told = rows(run("query", "said-about", *EVERY["said-about"], "--store", store, "--format", "json"))
    assert [(r["speakerName"], r["quotation"]) for r in told] == [("나한결", "골목 가게부터 바꾸겠다")]


def test_query_from_and_to_narrow_the_documents(run: Run, store: Path) -> None:
    late = ["--store", store, "--format", "json", "--from", "2025-12-01"]
    assert rows(run("query", "dossier", "--name", "나한결", *late)) == []
    early = ["--store", store, "--format", "json", "--to", "2025-12-01"]
    assert len(rows(run("query", "dossier", "--name", "나한결", *early))) >= 2


def test_query_table_fits_eighty_columns(run: Run, store: Path) -> None:
    ran = run("query", "dossier", "--name", "나한결", "--store", store)
    assert ran.code == 0
    assert "나한결" not in ran.err
    assert "골목 가게부터 바꾸겠다" in ran.out


def test_query_standard_input_is_sparql(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "SELECT (COUNT(?d) AS ?documents) WHERE { ?d <https://schema.org/headline> ?h }"
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert rows(run("query", "-", "--store", store, "--format", "json")) == [{"documents": 2}]


DANGEROUS = Answer(("what", "amount"), (("=1+1", 1_200_000_000), ("+나", 2), ("@x", ""), ("보통", 3)))


def test_sheets_csv_holds_no_formula() -> None:
    table = list(csv.reader(io.StringIO(written(DANGEROUS, "csv").decode("utf-8-sig"))))
    assert table == [["what", "amount"], ["'=1+1", "1200000000"], ["'+나", "2"], ["'@x", ""], ["보통", "3"]]


def test_sheets_xlsx_holds_text_and_whole_numbers() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(DANGEROUS, "xlsx"))).active
    assert sheet is not None
    cells = [[c.value for c in row] for row in sheet.iter_rows()]
    assert cells[1] == ["=1+1", 1_200_000_000]
    assert sheet["A2"].data_type == "s"
    assert isinstance(sheet["B2"].value, int)


def test_sheets_same_answer_gives_the_same_bytes() -> None:
    assert all(written(DANGEROUS, f) == written(DANGEROUS, f) for f in ("csv", "tsv", "json", "xlsx"))


def test_answer_adding_up_names_what_it_took_and_left() -> None:
    told = Answer(
        ("programName", "amount", "currency", "year", "adds"),
        (
            ("가", 100, "KRW", "2026", "taken"),
            ("가", 100, "KRW", "2026", "taken"),
            ("나", 50, "KRW", "2026", "taken"),
            ("나", 20, "KRW", "2026", "left out: part of a total"),
            ("다", 7, "USD", "2026", "taken"),
        ),
    )
    assert adding_up(told) == [
        "2026: 150 KRW from 2 rows",
        "2026: 7 USD from 1 rows",
        "1 rows left out: part of a total",
    ]
