"""``kg export``: the format follows the name of the file that is asked for."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.errors import UserError

TEXT = "한빛시장 도윤재는 5일 시청에서 AI 상담 창구에 내년 12억원을 편성한다고 밝혔다. 창구는 모두 6곳이다.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one document."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    told = CliRunner().invoke(kg, ["build", str(folder / "a.txt"), "--store", str(folder / "store")])
    assert told.exit_code == 0, told.output
    return folder / "store"


@pytest.mark.parametrize(
    ("name", "form"),
    [("g.nq", "nquads"), ("g.ttl", "turtle"), ("g.trig", "trig"), ("g.jsonld", "jsonld"), ("g.GRAPHML", "graphml")],
)
def test_export_follows_the_ending_of_the_file(store: Path, tmp_path: Path, name: str, form: str) -> None:
    """``-o g.nq`` writes what ``--format nquads`` writes."""
    by_name, by_format = tmp_path / name, tmp_path / "told"
    for arguments in (["-o", str(by_name)], ["-o", str(by_format), "--format", form]):
        told = CliRunner().invoke(kg, ["export", "--store", str(store), *arguments])
        assert told.exit_code == 0, told.output
    assert by_name.read_bytes() == by_format.read_bytes() != b""


def test_export_of_a_store_without_its_readings_is_one_clear_line(store: Path, tmp_path: Path) -> None:
    """What another version of the program wrote, or what was lost, is told with what to do."""
    broken = tmp_path / "store"
    shutil.copytree(store, broken)
    for lines in broken.glob("versions/*/readings.jsonl"):
        lines.unlink()
    told = CliRunner().invoke(kg, ["review", "--list", "--store", str(broken)])
    assert isinstance(told.exception, UserError)
    assert "another version" in told.exception.line
    assert "kg build" in told.exception.line
