"""Filling an empty graph in bulk; where there is much to load, in a process of its own.

There the load takes the memory of a bare bulk load, whatever the build itself holds, and both work at the same time.
"""

import gc
import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, cast

from pyoxigraph import RdfFormat, Store

from kg.errors import UserError
from kg.graph.locks import die_with_parent
from kg.graph.terms import ID

_DOCUMENT = f"<{ID}document/"
_REMEMBERED = 500_000
_FEW = 50_000
"""So few lines are loaded sooner than a process starts."""
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[2]); from kg.graph.loading import main; main()"
_PACKAGES = Path(__file__).parents[2]


def load(folder: Path, lines: Iterable[str]) -> None:
    """Make a graph in a folder of lines of N-Quads (without line ends) and their merge.

    Raises `UserError` where the graph cannot be written.
    """
    queue = iter(lines)
    head = list(islice(queue, _FEW))
    if len(head) < _FEW:
        graph = Store(str(folder))
        fill(graph, head)
        graph.flush()
        del graph
        gc.collect()  # Oxigraph closes its files when the object goes
    else:
        _load_apart(folder, chain(head, queue))


def fill(graph: Store, lines: Iterable[str]) -> None:
    """Put lines of N-Quads and their merge into an empty graph."""
    graph.bulk_load(cast(IO[bytes], Lines(with_merged(lines))), RdfFormat.N_QUADS)


def _load_apart(folder: Path, lines: Iterable[str]) -> None:
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(_PACKAGES)]
    with TemporaryFile() as told, subprocess.Popen(command, stdin=subprocess.PIPE, stderr=told) as process:
        assert process.stdin is not None
        try:
            stream = Lines(with_merged(lines))
            while chunk := stream.read():
                process.stdin.write(chunk)
            process.stdin.close()
        except BrokenPipeError:
            process.stdin = None  # what it could not take is of no use any more
        except BaseException:
            process.kill()
            raise
        if process.wait():
            told.seek(0)
            why = told.read().decode("utf-8", "replace").strip().splitlines()[-1:]
            raise UserError(f"cannot be filled ({' '.join(why)})", str(folder), "look at the disk, and build again")


def main() -> None:
    """The process that loads: N-Quads on standard input into the folder that the command line names.

    The load leaves several files of each index, and a query looks into each of them wherever it looks; so they are made
    one in the end.
    """
    die_with_parent()
    graph = Store(sys.argv[1])
    graph.bulk_load(sys.stdin.buffer, RdfFormat.N_QUADS)
    graph.optimize()
    graph.flush()


class Lines(io.RawIOBase):
    """Lines of N-Quads as a stream of bytes, so that a bulk load never holds them all."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.chunk = b""
        self.at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        if self.at == len(self.chunk):
            self.chunk, self.at = self._next(), 0
        part = self.chunk[self.at :] if size < 0 else self.chunk[self.at : self.at + size]
        self.at += len(part)
        return part

    def _next(self) -> bytes:
        taken: list[str] = []
        length = 0
        for line in self.lines:
            taken.append(line)
            length += len(line)
            if length > 1 << 18:
                break
        return ("\n".join(taken) + "\n").encode() if taken else b""


def with_merged(lines: Iterable[str]) -> Iterator[str]:
    """The lines, and each triple once more for the default graph, which holds the merge of all documents' graphs.

    A union that is only made when asked gives a triple as often as documents tell it, and sums and counts grow with it.
    """
    told: set[int] = set()
    for line in lines:
        yield line
        triple = line.rsplit(" ", 2)[0] + " ."
        if not line.startswith(_DOCUMENT):  # what is said of mentions stands in one graph anyway
            name = hash(triple)
            if name in told:
                continue
            if len(told) == _REMEMBERED:
                told.clear()
            told.add(name)
        yield triple
