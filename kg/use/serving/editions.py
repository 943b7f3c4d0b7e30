"""The version of a store that is being served: a newer one is noticed, opened and put in its place.

Who is at work on the older one goes on with it; it is let go of when nobody is.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

from kg.errors import UserError
from kg.graph.places import Place, Sign, standing
from kg.graph.store import GraphStore, open_version
from kg.use.endpoint.pool import Limits, Pool
from kg.use.pages import Addresses, Shown
from kg.use.pages.fetching import keep
from kg.use.searching.index import Index
from kg.use.searching.writing import has_labels

_KEPT = 10_000
"""So many claims, names and sentences that pages asked for are kept: some 50 MB at most."""


class Edition:
    """One version of the store, open: its graph, its label index, its workers."""

    def __init__(self, place: Place, limits: Limits) -> None:
        self._held = ExitStack()
        version = self._held.enter_context(standing(place))
        try:
            self.store: GraphStore = open_version(version, place)
            if not has_labels(version):
                raise UserError("was built by an older kg", str(place), f"run kg build --store {place}")
            self.index = Index(version)
            keep(self.store, _KEPT)
            self.pool = Pool(version, limits)
        except BaseException:
            self._held.close()
            raise
        self.name = version.name
        self.users = 0
        self.old = False

    def shown(self, addresses: Addresses, token: str) -> Shown:
        """What pages are made from."""
        return Shown(self.store, self.index, addresses, token)

    async def close(self) -> None:
        """Let go of the version and end its workers."""
        await self.pool.close()
        self._held.close()


class Editions:
    """The current edition of a store, for one event loop."""

    def __init__(self, place: Place, limits: Limits) -> None:
        self._place, self._limits, self._sign = place, limits, Sign(place)
        self._seen = self._sign.now()
        self._current = Edition(place, limits)
        self._opening = asyncio.Lock()
        self.problem = ""

    async def warm(self) -> None:
        """Start the workers of the current edition."""
        await self._current.pool.warm()

    @asynccontextmanager
    async def current(self) -> AsyncIterator[Edition]:
        """The newest edition that can be opened; it stays open for as long as the block lasts."""
        if not self._opening.locked():
            async with self._opening:
                await self._look()
        edition = self._current
        edition.users += 1
        try:
            yield edition
        finally:
            edition.users -= 1
            if edition.old and not edition.users:
                await edition.close()

    async def _look(self) -> None:
        """Open the version that has become current, if it is another one."""
        sign = await asyncio.to_thread(self._sign.now) if self._sign.takes_time else self._sign.now()
        if sign == self._seen:
            return
        try:
            newer = await asyncio.to_thread(Edition, self._place, self._limits)
        except (UserError, OSError) as error:  # what is open goes on being served
            self.problem = str(error)
            self._seen = sign
            return
        older, self._current, self._seen, self.problem = self._current, newer, sign, ""
        older.old = True
        await newer.pool.warm()
        if not older.users:
            await older.close()

    async def close(self) -> None:
        """Let go of the store."""
        await self._current.close()
