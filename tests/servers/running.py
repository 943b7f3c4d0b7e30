"""The two servers, each in a folder of its own on free ports of this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kg.errors import UserError
from kg.graph.server.address import address_of
from kg.graph.server.endpoint import Endpoint

_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CaseMode = 2
SchedulerInterval = 10
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 10000
"""


class Running(NamedTuple):
    """A server: where it takes queries, where updates and where graphs; its process."""

    url: str
    update: str
    graph_store: str
    process: subprocess.Popen[bytes]


def oxigraph_program() -> str | None:
    """Where Oxigraph's server is, if it is installed (``pip install oxigraph``)."""
    return shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


def virtuoso_program() -> str | None:
    """Where Virtuoso is, if it is installed (Debian's ``virtuoso-opensource-7-bin``)."""
    return shutil.which("virtuoso-t")


@contextmanager
def oxigraph(folder: Path) -> Iterator[Running]:
    """Oxigraph's server with its data in a folder."""
    port = free_port()
    command = [oxigraph_program() or "", "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    url = f"http://127.0.0.1:{port}"
    with _started(command, folder, f"{url}/query") as process:
        yield Running(f"{url}/query", f"{url}/update", f"{url}/store", process)


@contextmanager
def virtuoso(folder: Path) -> Iterator[Running]:
    """Virtuoso with a new database in a folder; who may write is ``dba`` with the password ``dba``."""
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=sql, http=http))
    command = [virtuoso_program() or "", "+foreground", "+configfile", "virtuoso.ini"]
    url = f"http://127.0.0.1:{http}"
    with _started(command, folder, f"{url}/sparql") as process:
        yield Running(f"{url}/sparql", f"{url}/sparql-auth", f"{url}/sparql-graph-crud-auth", process)


@contextmanager
def _started(command: Sequence[str], folder: Path, url: str) -> Iterator[subprocess.Popen[bytes]]:
    log = (folder / "out.log").open("wb")
    with log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT) as process:
        try:
            for _ in range(120):
                if process.poll() is not None:
                    raise RuntimeError(f"{command[0]} ended: {(folder / 'out.log').read_text('utf-8', 'replace')}")
                try:
                    if Endpoint(address_of(url)).truth("ASK {}"):
                        break
                except UserError:
                    time.sleep(0.5)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as told:
        told.bind(("127.0.0.1", 0))
        port: int = told.getsockname()[1]
        return port
