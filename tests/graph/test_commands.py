"""``kg export`` and ``kg check`` from the outside."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.check import check
from kg.cli.export import FORMATS as OFFERED
from kg.cli.export import export
from kg.errors import UserError
from kg.graph.export import FORMATS
from kg.graph.quads import document_quads
from kg.graph.store import write_store
from kg.identity.identity import Identity
from tests.graph.small import small_reading

LINES = document_quads(small_reading(), Identity())


@pytest.fixture
def store(tmp_path: Path) -> Path:
    fill(tmp_path / "s", LINES)
    return tmp_path / "s"


def fill(folder: Path, lines: list[str]) -> None:
    with write_store(folder, {}) as writing:
        writing.add(small_reading())
        writing.load(lines)


def test_commands_offer_the_formats_that_there_are() -> None:
    assert sorted(OFFERED) == sorted([*FORMATS, "csv"])


def test_commands_export_to_standard_output(store: Path) -> None:
    result = CliRunner().invoke(export, ["--store", str(store), "--format", "nquads"])
    assert result.exit_code == 0
    assert result.output.splitlines() == sorted(LINES)


def test_commands_export_one_table_to_a_file(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "persons.csv"
    asked = ["--store", str(store), "--format", "csv", "--table", "persons", "-o", str(target)]
    assert CliRunner().invoke(export, asked).exit_code == 0
    assert target.read_text("utf-8-sig").splitlines()[1].startswith("person/김하늘%7C한빛시,김하늘,")


def test_commands_check_passes_a_good_store(store: Path) -> None:
    result = CliRunner().invoke(check, ["--store", str(store)])
    assert result.exit_code == 0
    assert "        1  배정액 (allocation)\n" in result.output
    assert result.output.endswith("as they should be.\n")


def test_commands_check_lists_problems_and_exits_with_one(store: Path) -> None:
    fill(store, [line for line in LINES if "schema.org/headline" not in line])
    result = CliRunner().invoke(check, ["--store", str(store)])
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "한빛/소식_1.txt: document/한빛/소식_1.txt: headline (schema:headline) is missing"
    )
    assert result.stderr == f"kg: {store}: 1 problem found\n"


@pytest.mark.parametrize("command", [export, check])
def test_commands_say_in_one_line_that_there_is_no_store(command: object, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--store", str(tmp_path / "none")])  # type: ignore[arg-type]
    assert isinstance(result.exception, UserError)
    assert result.exception.line.startswith(f"{tmp_path / 'none'}: holds no graph; build one")
