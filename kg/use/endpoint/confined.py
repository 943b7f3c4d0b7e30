"""What a process does to itself before it does work for strangers: it can do little harm, and it never stays behind."""

import ctypes
import os
import sys
from contextlib import suppress

from kg.graph.locks import die_with_parent as die_with_parent

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def leave_network() -> bool:
    """Go into a network of one's own without any way out; whether the system lets us. The process has one thread."""
    if not sys.platform.startswith("linux"):
        return False
    return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0)


def limit_memory(megabytes: int) -> None:
    """Let an allocation beyond so much memory fail, which ends the process; leave no image of it on the disk."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def be_nice() -> None:
    """Let pages and other short things go first."""
    with suppress(OSError, AttributeError):
        os.nice(5)
