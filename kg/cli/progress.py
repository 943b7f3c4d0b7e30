"""Progress bars on a terminal, nothing in a pipe."""

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

_READING = "reading"
_SHARES = {"who is who": 3.0, "writing": 15.0, "indexing": 15.0}
"""Milliseconds of one document in the steps behind the reading, as docs/scale.md measures them."""
_READ = 45.0
_PACE = 60.0
"""The pace is that of so many seconds: reading and writing differ less from their shares than from each other."""


def progress(items: Iterable[T], total: int, title: str) -> Iterator[T]:
    """The items, with a bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with _bar() as bar:
        yield from bar.track(items, total=total, description=title)


class BuildProgress:
    """One bar over all steps of a build, so that the time it tells is that of the whole.

    ``documents`` is how many are told, ``cores`` how many processes read. Each step weighs what it costs a document
    compared with the others; when a step begins its true number of documents takes the place of the expected one.
    What stands behind the last step that counts documents is the store's own: its files are made one.
    """

    def __init__(self, documents: int, cores: int) -> None:
        self._left = {_READING: _READ / cores, **_SHARES}
        self._documents = documents
        self._bar: Progress | None = None
        self._done = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            if kind is None:
                self._bar.update(self._bar.task_ids[0], completed=self._done, total=self._done, description="done")
            self._bar.stop()

    def __call__(self, items: Iterable[T], total: int, title: str) -> Iterator[T]:
        """The items of a step as they are, while they are counted; ``total`` is their number."""
        if not sys.stderr.isatty():
            yield from items
            return
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task(title)
            self._bar.start()
        task = self._bar.task_ids[0]
        while next(iter(self._left), title) != title:  # a step that had nothing to do
            self._left.pop(next(iter(self._left)))
        share = self._left.pop(title, 1.0)
        behind = sum(self._left.values()) * max(total, self._documents)
        whole = self._done + share * total + behind
        for item in items:
            yield item
            self._done += share
            self._bar.update(task, completed=self._done, total=whole, description=title)
        if next(iter(self._left), "") == "indexing":
            self._bar.update(task, description="indexing")


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), speed_estimate_period=_PACE)
