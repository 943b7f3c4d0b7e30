"""The folder is whole or not there, and nobody else's is replaced."""

import json
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.use.site.folder import MARK, whole_folder
from tests.site.conftest import ran


def written(place: Path, words: str) -> None:
    """Write a site of one file."""
    with whole_folder(place) as folder:
        (folder / "index.html").write_text(words)


def around(place: Path) -> list[str]:
    """What stands beside a place."""
    return sorted(p.name for p in place.parent.iterdir())


def test_folder_is_made_with_its_parents_and_replaced(tmp_path: Path) -> None:
    place = tmp_path / "a" / "site"
    written(place, "one")
    written(place, "two")
    assert (place / "index.html").read_text() == "two"
    assert json.loads((place / MARK).read_text())["holds"] == ["index.html", MARK]
    assert around(place) == ["site"]


def test_folder_stays_as_it_was_when_writing_fails(tmp_path: Path) -> None:
    place = tmp_path / "site"
    written(place, "one")
    with pytest.raises(ZeroDivisionError), whole_folder(place) as folder:
        (folder / "index.html").write_text("two")
        raise ZeroDivisionError
    assert (place / "index.html").read_text() == "one"
    assert around(place) == ["site"]


def test_folder_that_is_empty_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    written(tmp_path / "site", "one")
    assert (tmp_path / "site" / "index.html").read_text() == "one"


def test_folder_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "real")
    written(tmp_path / "site", "one")
    assert (tmp_path / "site").is_symlink() and (tmp_path / "real" / "index.html").read_text() == "one"


@pytest.mark.parametrize(
    ("name", "content"), [("notes.txt", "mine"), (MARK, "{}"), (MARK, "[]"), (MARK, "no json"), ("index.html", "<p>")]
)
def test_folder_of_somebody_else_is_refused_and_left_alone(tmp_path: Path, name: str, content: str) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / name).write_text(content)
    with pytest.raises(UserError, match="exists and is not a site that kg made"):
        written(place, "one")
    assert [p.name for p in place.iterdir()] == [name] and (place / name).read_text() == content


def test_folder_with_something_beside_the_site_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "site"
    written(place, "one")
    (place / ".git").mkdir()
    with pytest.raises(UserError, match=r"holds what is not the site's \(\.git\)"):
        written(place, "two")
    assert (place / "index.html").read_text() == "one"


def test_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(UserError, match="is no folder"):
        written(tmp_path / "site", "one")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ((), "exists and is not a site that kg made; choose another place, or empty it"),
        (("--base-url", "example.org"), "example.org: is no whole address; write it like https://example.org/kg/"),
        (("--base-url", "ftp://example.org/"), "ftp://example.org/: is no whole address"),
        (("--base-url", "https://example.org/?a=b"), "is no whole address"),
    ],
)
def test_folder_command_ends_with_one_clear_line(
    kept: Path, tmp_path: Path, options: tuple[str, ...], line: str
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "notes.txt").write_text("mine")
    code, told = ran("site", "--store", kept, "-o", tmp_path / "site", *options)
    assert code == 2 and line in told and told.count("\n") == 1


def test_folder_command_needs_a_store(tmp_path: Path) -> None:
    code, told = ran("site", "--store", tmp_path / "none", "-o", tmp_path / "site")
    assert code == 2 and told.count("\n") == 1 and around(tmp_path / "site") == []
