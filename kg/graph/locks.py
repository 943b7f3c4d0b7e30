"""Locks on files, held by a process and gone with it, however it ends; and processes that go with another."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without them: one user, one process at a time
    fcntl = None  # type: ignore[assignment]

_DIE_WITH_PARENT, _KILL = 1, 9


def die_with_parent() -> None:
    """End when the process that started this one ends, however it does; on Linux alone."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, _KILL, 0, 0, 0)


def hold(path: Path, *, shared: bool, wait: bool) -> int | None:
    """Lock a file and give its descriptor, to be closed by the caller; None where another holds it and we do not wait.

    A shared lock needs a file that is there and can be read; an exclusive one makes it.
    """
    descriptor = os.open(path, os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT, 0o666)
    if fcntl is None:
        return descriptor
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Whether we hold the file alone, for as long as the block lasts."""
    descriptor = hold(path, shared=False, wait=False)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)
