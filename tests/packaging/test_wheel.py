"""The wheel holds all that the commands need: installed in an empty folder it builds, checks and answers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ARTICLE

ROOT = Path(__file__).parents[2]


def done(*command: object, folder: Path, site: Path | None = None) -> str:
    """What a command prints; it must succeed. ``site`` is the only place of our own package."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "COVERAGE_PROCESS_START")}
    if site is not None:
        environment["PYTHONPATH"] = str(site)
    ran = subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout and unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    done(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, folder=folder)
    (wheel,) = folder.glob("*.whl")
    done(*pip, "install", "--quiet", "--no-deps", "--target", folder / "site", wheel, folder=folder)
    return folder / "site"


def test_wheel_holds_words_examples_ontology_and_questions(site: Path) -> None:
    resources = site / "kg" / "_resources"
    assert (resources / "data" / "lexicon" / "regions.csv").is_file()
    assert (resources / "ontology" / "rap.ttl").is_file()
    assert (resources / "ontology" / "shapes.ttl").is_file()
    assert len(list((resources / "data" / "examples").glob("*.txt"))) >= 12
    questions = {path.name for path in (ROOT / "kg" / "use" / "questions").glob("*.rq")}
    assert {path.name for path in (site / "kg" / "use" / "questions").glob("*.rq")} == questions


def test_wheel_holds_pages_and_libraries_of_the_explorer(site: Path) -> None:
    for folder in ("templates", "static"):
        names = {p.name for p in (ROOT / "kg" / "use" / "pages" / folder).iterdir()}
        assert {p.name for p in (site / "kg" / "use" / "pages" / folder).iterdir()} == names
    libraries = {p.relative_to(ROOT) for p in (ROOT / "vendor").rglob("*") if p.is_file()}
    packed = site / "kg" / "_resources"
    assert {p.relative_to(packed) for p in (packed / "vendor").rglob("*") if p.is_file()} == libraries


def test_wheel_builds_checks_and_answers_in_an_empty_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    kg = (sys.executable, "-m", "kg")
    where = done(sys.executable, "-c", "import kg; print(kg.__file__)", folder=tmp_path, site=site)
    assert str(site) in where
    assert "서울특별시" in done(*kg, "build", "article.txt", folder=tmp_path, site=site)
    assert "as they should be" in done(*kg, "check", folder=tmp_path, site=site)
    told = done(*kg, "query", "targets", "--region", "서울", "--format", "csv", folder=tmp_path, site=site)
    assert "참여 가게" in told
    assert ",30,500,," in told
