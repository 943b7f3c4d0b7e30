"""What README and docs show is true: each command prints what the page says, and nothing is left undocumented."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from kg.use.question import questions
from tests.docs.pages import PAGES, ROOT, Step, links, steps, with_outputs
from tests.docs.session import prepared, ran, rerun


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the examples and their store, built once."""
    yield prepared(tmp_path_factory.mktemp("docs") / "start")


def read(name: str) -> str:
    """A page's text."""
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_docs_commands_print_what_the_page_shows(name: str, start: Path, tmp_path: Path) -> None:
    told = rerun(read(name), start, tmp_path / "page")
    hint = "if the new output is right: python -m tests.docs.refresh"
    for shown, now in zip(steps(read(name)), told, strict=True):
        assert shown.shown == now.shown, f"{name}: $ {shown.command}\n{hint}"


def test_docs_commands_without_output_run(start: Path) -> None:
    others = [p.relative_to(ROOT).as_posix() for p in sorted((ROOT / "docs").glob("*.md"))]
    commands = [step.command for name in others if name not in PAGES for step in steps(read(name))]
    assert [c for c in commands if ran(c, start)[0]] == []


@pytest.mark.parametrize("name", PAGES)
def test_docs_links_lead_somewhere(name: str) -> None:
    missing = [t for t in links(read(name)) if not (ROOT / name).parent.joinpath(t).resolve().exists()]
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_docs_code_blocks_fit_a_page(name: str) -> None:
    wide = [line for step in steps(read(name)) for line in step.command.splitlines() if len(line) > 110]
    assert wide == []


def test_docs_name_every_command() -> None:
    commands = [step.command for name in PAGES for step in steps(read(name))]
    used = {word for command in commands for word in re.findall(r"\bkg ([a-z]+)", command)}
    assert set(COMMANDS) - used == set()


def test_docs_answer_every_named_question() -> None:
    page = read("docs/questions.md")
    asked = {step.command.split()[2] for step in steps(page) if step.command.startswith("kg query ")}
    assert set(questions()) - asked == set()


def test_docs_describe_every_table_of_the_lexicon() -> None:
    page = read("docs/words-and-rules.md")
    tables = {path.stem for path in (ROOT / "data" / "lexicon").glob("*.csv")}
    assert {t for t in tables if f"`{t}`" not in page} == set()


def test_docs_index_names_every_page() -> None:
    page = read("docs/README.md")
    assert {p.name for p in (ROOT / "docs").glob("*.md") if p.name not in page} == set()


def test_pages_write_outputs_back() -> None:
    page = "Text\n<!-- first 1 lines -->\n```console\n$ kg a\nold\n$ kg b\n```\nmore\n"
    assert [s.command for s in steps(page)] == ["kg a", "kg b"]
    told = [Step(s.command, s.cut(["one", "two"]), s.first) for s in steps(page)]
    want = "Text\n<!-- first 1 lines -->\n```console\n$ kg a\none\n...\n$ kg b\none\n...\n```\nmore\n"
    assert with_outputs(page, told) == want


def test_pages_keep_a_failing_block_apart() -> None:
    assert [s.fails for s in steps("```console fails\n$ kg x\n```\n```console\n$ kg y\n```\n")] == [True, False]
