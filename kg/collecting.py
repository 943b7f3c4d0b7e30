"""Python's cycle collector, held back while one piece of work is done.

What reads a document makes many small objects and few cycles, so each run of the collector goes through them nearly in
vain; it runs between two pieces instead.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def collecting_later() -> Iterator[None]:
    """No collection before the block ends."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collecting_between(pieces: Iterable[T]) -> Iterator[T]:
    """The pieces, one by one as they are asked for; no collection while one is made."""
    queue = iter(pieces)
    while True:
        with collecting_later():
            try:
                piece = next(queue)
            except StopIteration:
                return
        yield piece
