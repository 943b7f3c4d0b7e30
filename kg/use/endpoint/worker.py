"""A process that answers queries on one version of a store, one after the other, until its pipe ends or it is killed.

    python -m kg.use.endpoint.worker VERSION MEGABYTES

A query that runs for ever cannot be stopped inside a process, but the process can. It has little to do harm with: the
version is open for reading alone, memory is limited, and where the system lets it the process is in a network of its
own without any way out, before it reads a query.
"""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

from kg.errors import UserError
from kg.graph.results import Dataset, Formats, Unacceptable, serialized
from kg.graph.store import open_version
from kg.use.endpoint.messages import packed, received
from kg.use.endpoint.spelling import respelled

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_DIE_WITH_PARENT, _KILL = 1, 9


def _alone() -> bool:
    """Leave the network, and die with the server; whether the first could be done."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_DIE_WITH_PARENT, _KILL, 0, 0, 0)
    return bool(libc.unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _limit(megabytes: int) -> None:
    """Let an allocation beyond so much memory fail, which ends the process."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        os.nice(5)  # pages and other short things go first


def main() -> None:
    """Answer queries from standard input on standard output."""
    version, megabytes = Path(sys.argv[1]), int(sys.argv[2])
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    alone = _alone()
    _limit(megabytes)
    store = open_version(version, version)
    told.write(packed({"alone": alone}))
    told.flush()
    while (message := received(asked)) is not None:
        head, body = message
        try:
            dataset = Dataset(tuple(head["default"]), tuple(head["named"]))
            found = serialized(store, respelled(body.decode()), dataset, Formats(*head["formats"]), head["most"])
            answer = packed({"cut": found.cut, "form": found.form}, found.content)
        except Unacceptable as error:
            answer = packed({"unacceptable": str(error)})
        except UserError as error:
            answer = packed({"wrong": error.what})
        except (ValueError, RecursionError, MemoryError) as error:
            answer = packed({"wrong": f"cannot be answered ({error or type(error).__name__})"})
        told.write(answer)
        told.flush()
        del answer


if __name__ == "__main__":
    main()
