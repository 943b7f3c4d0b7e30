"""What takes looking through a whole store: found once for a version of it, beside the pages where it is large."""

import importlib
import pickle
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from kg.graph.store import GraphStore, open_version
from kg.use.endpoint.confined import be_nice, die_with_parent

AT_ONCE = 60
"""A store of so few documents is looked through when its first page is asked for."""

_PROGRAM = "import sys; from kg.use.pages.looking import look; look(*sys.argv[1:])"
Found = TypeVar("Found")


class Looking(Generic[Found]):
    """Looks through stores with a function of a module, which gives something that can be pickled."""

    def __init__(self, finds: Callable[[GraphStore], Found]) -> None:
        self._finds = finds
        self._known: weakref.WeakKeyDictionary[GraphStore, list[Found]] = weakref.WeakKeyDictionary()
        self._lock = threading.Lock()

    def of(self, store: GraphStore, *, wait: bool = False) -> Found | None:
        """What was found in a store; None while another process looks for it, unless it shall be waited for."""
        if store.folder == Path():  # a store in memory keeps no readings
            return None
        with self._lock:
            known = self._known.get(store)
            if known is None and not wait and store.document_count() > AT_ONCE:
                known = self._known[store] = []
                threading.Thread(target=self._ask, args=(str(store.folder), known), daemon=True).start()
            if not known and (wait or store.document_count() <= AT_ONCE):
                known = self._known[store] = [self._finds(store)]
        return known[0] if known else None

    def _ask(self, folder: str, known: list[Found]) -> None:
        """Let another process look, so that pages are answered meanwhile."""
        arguments = [sys.executable, "-c", _PROGRAM, self._finds.__module__, self._finds.__name__, folder]
        ran = subprocess.run(arguments, stdout=subprocess.PIPE, check=False)
        if ran.returncode == 0:
            known.append(pickle.loads(ran.stdout))  # from our own process


def look(module: str, name: str, folder: str) -> None:
    """The work of the other process: what the function of a module finds goes to its output."""
    die_with_parent()
    be_nice()
    finds = getattr(importlib.import_module(module), name)
    found = finds(open_version(Path(folder), Path(folder)))
    sys.stdout.buffer.write(pickle.dumps(found))
