"""A server in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kg.graph.places import Place


@contextmanager
def running(store: Place, *more: str) -> Iterator[str]:
    """Run ``kg serve`` on a free port of this machine; its address, which ends with a slash."""
    command = (sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *more)
    environment = {k: v for k, v in os.environ.items() if k != "COVERAGE_PROCESS_START"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            words = process.stdout.readline().split()
            if not words:
                raise RuntimeError(f"kg serve ended with {process.wait(10)}")
            yield words[0]
        finally:
            process.terminate()
            process.wait(10)
