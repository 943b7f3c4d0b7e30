"""A process that answers queries on one version of a store, one after the other, until its pipe ends or it is killed.

    python -m kg.use.endpoint.worker VERSION MEGABYTES

A query that runs for ever cannot be stopped inside a process, but the process can. It has little to do harm with: the
version is open for reading alone, memory is limited, and where the system lets it the process is in a network of its
own without any way out, before it reads a query; unless the version's graph stands on a server.
"""

import sys
from pathlib import Path

from kg.errors import UserError
from kg.graph.results import Dataset, Formats, Unacceptable, serialized
from kg.graph.store import on_server, open_version
from kg.use.endpoint.confined import be_nice, die_with_parent, leave_network, limit_memory
from kg.use.endpoint.messages import packed, received
from kg.use.endpoint.spelling import respelled


def main() -> None:
    """Answer queries from standard input on standard output."""
    version, megabytes = Path(sys.argv[1]), int(sys.argv[2])
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    die_with_parent()
    alone = not on_server(version) and leave_network()
    limit_memory(megabytes)
    be_nice()
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
