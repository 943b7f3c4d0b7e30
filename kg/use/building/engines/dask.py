"""Reading with the workers of a Dask cluster: one that runs already, or one of this machine for this build alone.

Dask itself reads a shard again elsewhere where a worker dies; one that killed as many workers as the scheduler allows
comes back without an answer.
"""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from threading import Lock
from typing import Any

from distributed import CancelledError, Client, Future, KilledWorker, LocalCluster, WorkerPlugin, get_worker

from kg.errors import UserError
from kg.lexicon import Lexicon
from kg.use.building.shards import Answer, Engine, Shard, Told, read_shard

_AHEAD = 3
"""Shards for each worker that wait or are done: with more, memory would grow with the number of documents."""
_PATIENCE = 60
"""So many seconds a cluster may take to answer, and to have a first worker."""

_lexicons: dict[str, Lexicon] = {}
_one_at_a_time = Lock()


class Words(WorkerPlugin):  # type: ignore[misc]
    """Brings the lexicon to every worker, also to those that come later; one that a worker has already stays."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.name = _name(lexicon)

    def setup(self, worker: Any) -> None:
        """Keep the lexicon: what is derived of it, Kiwi too, is made once in a process."""
        self.lexicon = _lexicons.setdefault(self.lexicon.fingerprint, self.lexicon)


def _name(lexicon: Lexicon) -> str:
    return f"kg lexicon {lexicon.fingerprint}"


def _read(shard: Shard, plugin: str) -> Told:
    """In a worker. One Kiwi has one thread, whatever the worker has."""
    with _one_at_a_time:
        return read_shard(shard, get_worker().plugins[plugin].lexicon)


@contextmanager
def cluster(lexicon: Lexicon, workers: int, scheduler: str) -> Iterator[Engine]:
    """A cluster's workers; without the address of a scheduler so many processes of this machine.

    Raises `UserError` where the scheduler does not answer, has no workers, or goes away.
    """
    where = scheduler or "the cluster of this machine"
    with ExitStack() as opened:
        try:
            address = scheduler or opened.enter_context(_of_this_machine(workers))
            client = opened.enter_context(Client(address, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            what = f"does not answer or has no worker ({' '.join(str(error).split())})"
            raise UserError(what, where, "start dask scheduler and dask worker") from error
        try:
            client.register_plugin(Words(lexicon))
        except ModuleNotFoundError as error:
            raise UserError(f"cannot read ({error})", "a worker", "install there what is installed here") from error
        yield partial(_answers, client, _name(lexicon))


def _of_this_machine(workers: int) -> LocalCluster:
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        memory_limit=0,  # else a worker pauses at a share of the machine's memory, however little others take
        dashboard_address=None,
        host="127.0.0.1",
        silence_logs=logging.CRITICAL,
    )


def _answers(client: Client, plugin: str, shards: Iterable[Shard]) -> Iterator[Answer]:
    handed: deque[tuple[Shard, Future]] = deque()
    try:
        for shard in shards:
            handed.append((shard, client.submit(_read, shard, plugin, key=f"kg-read-{shard.name}")))
            while len(handed) >= _AHEAD * max(1, len(client.ncores())):  # workers come and go
                yield _taken(handed)
        while handed:
            yield _taken(handed)
    except (CancelledError, OSError) as error:
        what = f"went away ({' '.join(str(error).split()) or type(error).__name__})"
        raise UserError(what, "the scheduler", "start it and build again: what was read is kept") from error
    finally:
        client.cancel([future for _, future in handed])


def _taken(handed: deque[tuple[Shard, Future]]) -> Answer:
    """The oldest shard with its answer; it leaves the queue when that is there."""
    shard, future = handed[0]
    told: Told | None
    try:
        told = future.result()
    except KilledWorker:
        told = None
        for _, other in handed:  # the articles are to be read again while no other is being read
            other.exception()
    handed.popleft()
    return shard, told
