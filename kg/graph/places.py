"""Where a store is: in a folder, or on a server. Both have a current version, and tell when that is another one."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import UserError
from kg.graph.server.address import Address
from kg.graph.versions import current_version

Place = Path | Address

_SECONDS = 5.0
"""So long a server is not asked again whether there is a newer version."""


@contextmanager
def standing(place: Place) -> Iterator[Path]:
    """The folder of the current version, for as long as the block lasts; of one on a server, all but its graph.

    Raises `UserError` where there is none.
    """
    if isinstance(place, Path):
        with current_version(place) as version:
            yield version
    else:
        from kg.graph.server.store import open_server  # who has a folder needs no network

        with open_server(place) as store:
            store.fetch()
            yield store.folder


class Sign:
    """What changes when another version of a store becomes current."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._asked = 0.0
        self._known = ""

    @property
    def takes_time(self) -> bool:
        """Whether `now` must wait for an answer; it need not for a folder, nor for a server that was asked just now."""
        return not isinstance(self._place, Path) and time.monotonic() - self._asked >= _SECONDS

    def now(self) -> str:
        """The sign. Where the current version cannot be found out, the last one that was known."""
        if isinstance(self._place, Path):
            try:
                told = os.stat(self._place / "CURRENT")
            except OSError:
                return ""
            return f"{told.st_ino} {told.st_mtime_ns}"
        if self.takes_time:
            from kg.graph.server.endpoint import Endpoint
            from kg.graph.server.pointer import current

            with suppress(UserError):  # what is open goes on being served
                self._known = current(Endpoint(self._place)).iri
            self._asked = time.monotonic()
        return self._known
