"""A table's cells, from files of each office format through ``kg build`` to what the graph tells of the money."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.graph.store import open_store
from tests.conftest import Ran
from tests.documents.formats import test_hwp as hwp
from tests.documents.formats import test_office as office
from tests.documents.formats.pdf_writer import Mark, Words, column, frame, pdf

LINES = [
    "해솔시, 인공지능 돌봄 사업 추진",
    "2026. 1. 12.",
    "해솔시는 2026년에 인공지능 사업 세 가지를 새로 추진한다고 12일 밝혔다.",
    "□ 사업별 예산",
]
ROWS = [
    ["사업명", "사업비", "재원", "연도"],
    ["해솔 AI 돌봄", "4억원", "국비", "2026"],
    ["해솔 AI 교통", "-", "시비", "2026"],
    ["해솔 AI 안전", "", "도비", "2026"],
]
QUERY = """
PREFIX rap: <https://w3id.org/regional-ai-policy/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?program ?amount ?source ?year WHERE { GRAPH ?document {
  ?a a rap:Allocation ; rap:amount ?amount ; rap:fiscalYear ?year ; rap:forProgram/skos:prefLabel ?program ;
     rap:fundingSource/skos:prefLabel ?source } }
"""


def in_hwpx(rows: Sequence[Sequence[str]]) -> bytes:
    cells = ["".join(office.tc(r, c, office.p(w)) for c, w in enumerate(row)) for r, row in enumerate(rows)]
    return office.hwpx("".join(map(office.p, LINES)) + office.p("", office.tbl(*cells)))


def in_docx(rows: Sequence[Sequence[str]]) -> bytes:
    def p(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    table = "".join("<w:tr>" + "".join(f"<w:tc>{p(w)}</w:tc>" for w in row) + "</w:tr>" for row in rows)
    return office.word("".join(map(p, LINES)) + f"<w:tbl>{table}</w:tbl>")


def in_hwp(rows: Sequence[Sequence[str]]) -> bytes:
    cells = [hwp.cell(r, c, w) for r, row in enumerate(rows) for c, w in enumerate(row)]
    return hwp.hwp(b"".join(map(hwp.paragraph, LINES)) + hwp.paragraph("\x0b", 0, hwp.table(*cells)))


def in_pdf(rows: Sequence[Sequence[str]]) -> bytes:
    marks: list[Mark] = [*column(LINES, step=30), *frame([60, 200, 300, 400, 500], [540, 560, 580, 600, 620])]
    marks += [Words(64 + (140 if c else 0) + 100 * max(c - 1, 0), 604 - 20 * r, w)
              for r, row in enumerate(rows) for c, w in enumerate(row) if w]  # fmt: skip
    return pdf(marks)


def allocations(store: Path) -> set[tuple[str, ...]]:
    """Program, sum, source and year of each allocation in a store."""
    with open_store(store) as graph:
        rows = list(graph.query(QUERY))
    return {tuple(str(getattr(v, "value", v)).rpartition("/")[2] for v in row) for row in rows}


@pytest.mark.parametrize(
    ("name", "made"), [("a.hwpx", in_hwpx), ("a.docx", in_docx), ("a.hwp", in_hwp), ("a.pdf", in_pdf)]
)
def test_tables_tell_sum_source_and_year_of_their_own_cells(
    name: str, made: Callable[[Sequence[Sequence[str]]], bytes], run: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(made(ROWS))
    assert run("build", tmp_path / name, "--store", tmp_path / "s").code == 0
    assert allocations(tmp_path / "s") == {("해솔 AI 돌봄", "400000000_KRW", "국비", "2026")}
    explained = run("explain", tmp_path / name).out
    assert "표 1, 2행 2열" in explained


def test_tables_tell_year_and_source_of_a_head_of_two_rows(run: Callable[..., Ran], tmp_path: Path) -> None:
    p, tc = office.p, office.tc
    head = tc(0, 0, p("사업명"), rows=2) + tc(0, 1, p("2025년"), columns=2) + tc(0, 3, p("2026년"), columns=2)
    below = "".join(tc(1, c, p(w)) for c, w in enumerate(["국비", "시비", "국비", "시비"], 1))
    rows = [["해솔 AI 돌봄", "4", "2", "6", "-"], ["해솔 AI 안전", "1", "", "3", "5"]]
    cells = ["".join(tc(r, c, p(w)) for c, w in enumerate(row)) for r, row in enumerate(rows, 2)]
    body = "".join(map(p, [*LINES, "(단위: 억원)"])) + p("", office.tbl(head, below, *cells))
    (tmp_path / "a.hwpx").write_bytes(office.hwpx(body))
    assert run("build", tmp_path / "a.hwpx", "--store", tmp_path / "s").code == 0
    assert allocations(tmp_path / "s") == {
        ("해솔 AI 돌봄", "400000000_KRW", "국비", "2025"),
        ("해솔 AI 돌봄", "200000000_KRW", "시비", "2025"),
        ("해솔 AI 돌봄", "600000000_KRW", "국비", "2026"),
        ("해솔 AI 안전", "100000000_KRW", "국비", "2025"),
        ("해솔 AI 안전", "300000000_KRW", "국비", "2026"),
        ("해솔 AI 안전", "500000000_KRW", "시비", "2026"),
    }
