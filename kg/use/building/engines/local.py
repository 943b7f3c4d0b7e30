"""Reading with several processes of this machine, each with a Kiwi and the rules.

Threads of one Kiwi would share the work of Kiwi alone: the rules cost about as much, and hold Python's lock. Kiwi is
loaded before the processes are forked, so that they share its memory.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from kg.graph.locks import die_with_parent
from kg.language.kiwi import kiwi_of
from kg.lexicon import Lexicon
from kg.use.building.shards import Answer, Engine, Shard, Told, read_shard

_AHEAD = 4
"""Shards for each process that wait or are done: with more, memory would grow with the number of documents."""

_words: Lexicon


def can_fork() -> bool:
    """Whether processes can share what has been loaded."""
    return sys.platform not in ("win32", "darwin")


@contextmanager
def processes(lexicon: Lexicon, workers: int) -> Iterator[Engine]:
    """So many processes; where there is to be one, or where they cannot share Kiwi, this process reads itself."""
    try:
        if workers == 1 or not can_fork():
            yield lambda shards: ((shard, read_shard(shard, lexicon)) for shard in shards)
        else:
            kiwi_of(lexicon).tokenize("가")  # its words are prepared at the first call
            yield lambda shards: _answers(shards, lexicon, workers)
    finally:
        kiwi_of.cache_clear()  # half a gigabyte that the rest of a build does not need


def _answers(shards: Iterable[Shard], lexicon: Lexicon, workers: int) -> Iterator[Answer]:
    """Where a process dies its pool is lost: what the pool held comes back without an answer, and another goes on."""
    queue = iter(shards)
    while True:
        handed: deque[Shard] = deque()
        read: deque[Future[Told]] = deque()
        try:
            with _pool(lexicon, workers) as pool:
                for shard in queue:
                    handed.append(shard)  # before it is handed over, which fails where a process has just died
                    read.append(pool.submit(_read, shard))
                    if len(handed) == workers * _AHEAD:
                        yield _taken(handed, read)
                while handed:
                    yield _taken(handed, read)
            return
        except BrokenProcessPool:
            yield from ((shard, None) for shard in handed)


def _taken(handed: deque[Shard], read: deque[Future[Told]]) -> Answer:
    """The oldest shard with its answer; it leaves the queue when that is there."""
    told = read[0].result()
    read.popleft()
    return handed.popleft(), told


@contextmanager
def _pool(lexicon: Lexicon, workers: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(workers, get_context("fork"), _begin, (lexicon,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(lexicon: Lexicon) -> None:
    global _words
    _words = lexicon
    die_with_parent()  # a build that is killed would leave them behind: they hold each other's queue open


def _read(shard: Shard) -> Told:
    return read_shard(shard, _words)
