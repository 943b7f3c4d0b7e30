"""Workers of one version: some wait warm, more are started while all are busy, and each is killed at the time limit."""

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kg.graph.results import Dataset, Formats
from kg.use.endpoint.messages import START, lengths, packed


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and rows of one query, megabytes of one worker, how many workers run at once and how many stay warm."""

    seconds: float = 10.0
    rows: int = 100_000
    megabytes: int = 4096
    workers: int = 8
    warm: int = 2


class Answered(NamedTuple):
    """An answer: its bytes, whether it was cut at the limit of rows, and its form (rows, truth, graph)."""

    content: bytes
    cut: bool
    form: str


class Refused(Exception):
    """A query that gets no answer; ``reason`` is one of wrong, unacceptable, time, memory, busy."""

    def __init__(self, reason: str, told: str) -> None:
        self.reason, self.told = reason, told
        super().__init__(told)


class _Gone(Exception):
    """The worker ended while it was asked."""


class Pool:
    """Workers on one version of a store, for one event loop."""

    def __init__(self, version: Path, limits: Limits) -> None:
        self.limits = limits
        self.alone: bool | None = None
        self._version = version
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()  # who worked last has most of the graph at hand
        self._all: set[_Worker] = set()
        self._starting = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def ask(self, query: str, formats: Formats, dataset: Dataset | None = None) -> Answered:
        """Answer a query. Raises `Refused` for one that is wrong or needs too much, and where all workers are busy."""
        dataset = dataset or Dataset()
        asked = {"formats": formats, "default": dataset.default, "named": dataset.named, "most": self.limits.rows}
        worker = await self._free()
        done = False
        try:
            head, body = await asyncio.wait_for(worker.ask(packed(asked, query.encode())), self.limits.seconds)
            done = True
        except TimeoutError as error:
            raise Refused("time", f"stopped after {self.limits.seconds:g} seconds: ask for less") from error
        except _Gone as error:
            raise Refused("memory", f"needs more than {self.limits.megabytes:,} MB of memory: ask for less") from error
        finally:
            if done and not self._closed and self._idle.qsize() < self.limits.warm:
                self._idle.put_nowait(worker)
            else:
                self._end(worker)
        if "wrong" in head:
            raise Refused("wrong", head["wrong"])
        if "unacceptable" in head:
            raise Refused("unacceptable", head["unacceptable"])
        return Answered(body, head["cut"], head["form"])

    async def _free(self) -> "_Worker":
        """A worker that waits. Raises `Refused` where none comes free in time and no more may be started."""
        with suppress(asyncio.QueueEmpty):
            return self._idle.get_nowait()
        with suppress(TimeoutError):  # short queries are over before a process has started
            return await asyncio.wait_for(self._idle.get(), _PATIENCE)
        if len(self._all) + self._starting < self.limits.workers:
            return await self._started()
        try:
            return await asyncio.wait_for(self._idle.get(), self.limits.seconds)
        except TimeoutError as error:
            raise Refused("busy", f"{self.limits.workers} other queries are running; ask again in a while") from error

    async def warm(self) -> None:
        """Start the workers that wait."""
        while len(self._all) + self._starting < self.limits.warm and not self._closed:
            self._idle.put_nowait(await self._started())

    async def _started(self) -> "_Worker":
        self._starting += 1
        try:
            process = await asyncio.create_subprocess_exec(
                *command(self._version, self.limits),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
            worker = _Worker(process)
            self._all.add(worker)
        finally:
            self._starting -= 1
        try:
            head, _ = await asyncio.wait_for(worker.told(), _OPENING)
        except (_Gone, TimeoutError) as error:
            self._all.discard(worker)
            worker.kill()
            await worker.ended()
            raise Refused("busy", "the store cannot be opened just now; ask again in a while") from error
        self.alone = head["alone"]
        return worker

    def _end(self, worker: "_Worker") -> None:
        worker.kill()
        self._all.discard(worker)
        task = asyncio.get_running_loop().create_task(self._follow(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, worker: "_Worker") -> None:
        """Start a worker in the place of one that was ended, before somebody has to wait for it."""
        await worker.ended()
        with suppress(Refused, OSError):
            await self.warm()

    async def close(self) -> None:
        """End all workers; nothing may be asked any more."""
        self._closed = True
        for worker in self._all:
            worker.kill()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in self._all:
            worker.kill()
            await worker.ended()
        self._all.clear()


_PATIENCE = 0.1
_OPENING = 60.0
"""Seconds to wait for a busy worker before another is started, and for one to open the store."""


def command(version: Path, limits: Limits) -> Sequence[str]:
    """What starts a worker."""
    return (sys.executable, "-m", "kg.use.endpoint.worker", str(version), str(limits.megabytes))


class _Worker:
    """A worker's process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def ask(self, message: bytes) -> tuple[dict[str, Any], bytes]:
        """Send a message and wait for what comes back. Raises `_Gone`."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(message)
            await self._process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise _Gone from error
        return await self.told()

    async def told(self) -> tuple[dict[str, Any], bytes]:
        """The next message of the worker. Raises `_Gone`."""
        assert self._process.stdout is not None
        try:
            head, body = lengths(await self._process.stdout.readexactly(START))
            told = await self._process.stdout.readexactly(head + body)
        except asyncio.IncompleteReadError as error:
            raise _Gone from error
        return json.loads(told[:head]), told[head:]

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        with suppress(ProcessLookupError):
            self._process.kill()

    async def ended(self) -> None:
        """Wait until the process is gone, with its pipes."""
        with suppress(RuntimeError):  # somebody who waits for its answer reads to the end
            await self._process.communicate()
        await self._process.wait()
