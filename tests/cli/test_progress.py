"""The bar of a build counts all steps, and tells nothing where stderr is no terminal."""

import sys
from io import StringIO

import pytest
from rich.console import Console
from rich.progress import Progress

from kg.cli import progress
from kg.cli.progress import BuildProgress


@pytest.fixture
def bar(monkeypatch: pytest.MonkeyPatch) -> Progress:
    """The bar that a build shows, drawn to nowhere."""
    made = Progress(console=Console(file=StringIO()))
    monkeypatch.setattr(progress, "_bar", lambda: made)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    return made


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with BuildProgress(3, 1) as watch:
        assert list(watch(iter("abc"), 3, "reading")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_progress_leaves_room_for_the_steps_behind(bar: Progress) -> None:
    with BuildProgress(10, 1) as watch:
        list(watch(iter(range(10)), 10, "reading"))
        assert bar.tasks[0].completed == pytest.approx(450)
        assert bar.tasks[0].total == pytest.approx(10 * (45 + 3 + 15 + 15))
        list(watch(iter(range(10)), 10, "who is who"))
        list(watch(iter(range(10)), 10, "writing"))
        assert bar.tasks[0].description == "indexing"
        assert bar.tasks[0].remaining == pytest.approx(150)
    assert bar.tasks[0].finished


def test_progress_reads_faster_with_more_cores(bar: Progress) -> None:
    with BuildProgress(10, 3) as watch:
        list(watch(iter(range(10)), 10, "reading"))
        assert bar.tasks[0].completed == pytest.approx(150)


def test_progress_expects_the_documents_that_are_told_where_few_are_read(bar: Progress) -> None:
    with BuildProgress(100, 1) as watch:
        list(watch(iter("a"), 1, "reading"))
        assert bar.tasks[0].total == pytest.approx(45 + 100 * 33)


def test_progress_leaves_out_steps_that_had_nothing_to_do(bar: Progress) -> None:
    with BuildProgress(10, 1) as watch:
        list(watch(iter(range(10)), 10, "who is who"))
        assert bar.tasks[0].completed == pytest.approx(30)
        assert bar.tasks[0].total == pytest.approx(10 * 33)


def test_progress_stops_where_a_build_fails(bar: Progress) -> None:
    def broken() -> object:
        with BuildProgress(2, 1) as watch:
            for item in watch(iter(range(2)), 2, "reading"):
                raise ValueError(item)

    with pytest.raises(ValueError, match="0"):
        broken()
    assert not bar.tasks[0].finished
    assert not bar.live.is_started
