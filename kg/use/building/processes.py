"""Reading with several processes, each with a Kiwi and the rules.

Threads of one Kiwi would share the work of Kiwi alone: the rules cost about as much, and hold Python's lock. Kiwi is
loaded before the processes are forked, so that they share its memory.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context

from kg.documents.article import Article
from kg.errors import UserError
from kg.language.kiwi import kiwi_of
from kg.lexicon import Lexicon
from kg.pipeline import Tell, read_articles
from kg.resolution.reading import Reading
from kg.use.endpoint.confined import die_with_parent

_SHARD = 8
"""Documents that are handed over together: enough to make handing over cheap, few enough to share the work evenly."""
_AHEAD = 4
"""Shards for each process that wait or are done: with more, memory would grow with the number of documents."""

Shard = list[Article]
Told = tuple[list[Reading], list[UserError]]
_words: Lexicon


def can_fork() -> bool:
    """Whether processes can share what has been loaded."""
    return sys.platform not in ("win32", "darwin")


def read_in_processes(articles: Iterable[Article], lexicon: Lexicon, workers: int, tell: Tell) -> Iterator[Reading]:
    """The readings of articles, in order, as `kg.pipeline.read_articles` gives them.

    A document on which a rule breaks is told to ``tell`` and left out; so is one that ends its process, and the
    others go on.
    """
    kiwi_of(lexicon).tokenize("가")  # its words are prepared at the first call
    queue = iter(articles)
    shards = iter(lambda: list(islice(queue, _SHARD)), [])
    more = True
    while more:
        handed: deque[tuple[Shard, Future[Told]]] = deque()
        try:
            with _pool(lexicon, workers) as pool:
                for shard in shards:
                    handed.append((shard, pool.submit(_read, shard)))
                    if len(handed) == workers * _AHEAD:
                        yield from _taken(handed, tell)
                while handed:
                    yield from _taken(handed, tell)
            more = False
        except BrokenProcessPool:
            for shard, _ in handed:
                yield from _one_by_one(shard, lexicon, tell)


def _taken(handed: deque[tuple[Shard, Future[Told]]], tell: Tell) -> Iterator[Reading]:
    """The readings of the oldest shard; it leaves the queue when they are there."""
    readings, errors = handed[0][1].result()
    handed.popleft()
    for error in errors:
        tell(error)
    yield from readings


def _one_by_one(shard: Shard, lexicon: Lexicon, tell: Tell) -> Iterator[Reading]:
    """The readings of a shard that stood in a pool when one of its processes died: each document in its own."""
    for article in shard:
        try:
            with _pool(lexicon, 1) as pool:
                handed = deque([([article], pool.submit(_read, [article]))])
                yield from _taken(handed, tell)
        except BrokenProcessPool:
            tell(UserError("ends the process that reads it", article.identifier, "leave the file out and report it"))


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
    errors: list[UserError] = []
    return list(read_articles(shard, _words, tell=errors.append)), errors
