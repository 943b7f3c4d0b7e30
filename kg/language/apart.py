"""Kiwi in a process of its own, so that it loads while this one is busy with something else.

Kiwi keeps Python's lock while it loads and prepares its words, which takes longer than reading a few documents.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from kg.lexicon import Lexicon
from kg.patterns import compile_while


class Morpheme(NamedTuple):
    """What is used of Kiwi's own token, by the same names; ``start`` and ``len`` are code points of the line."""

    form: str
    tag: str
    start: int
    len: int
    id: int
    sent_position: int


class KiwiApart:
    """Answers as Kiwi's ``tokenize`` does for a list of lines."""

    def __init__(self, lexicon: Lexicon, process: BaseProcess, connection: Connection) -> None:
        self._lexicon, self._process, self._connection = lexicon, process, connection

    def tokenize(self, lines: Sequence[str]) -> Iterable[Any]:
        """The morphemes of each line; where the process has died, Kiwi is loaded here."""
        from kg.language.kiwi import kiwi_of

        with suppress(EOFError, OSError):
            self._connection.send(list(lines))
            compile_while(lambda: not self._connection.poll())  # Kiwi may still be loading
            found: list[list[Morpheme]] = self._connection.recv()
            return found
        return kiwi_of(self._lexicon).tokenize(lines)  # type: ignore[no-any-return]

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()


@contextmanager
def kiwi_apart(lexicon: Lexicon) -> Iterator[KiwiApart | None]:
    """A Kiwi that begins to load at once and goes when the block ends; None where processes cannot be forked."""
    if sys.platform in ("win32", "darwin"):
        yield None
        return
    context = get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_answer, args=(lexicon, here, there), daemon=True)
    process.start()
    there.close()
    apart = KiwiApart(lexicon, process, here)
    try:
        yield apart
    finally:
        apart.stop()
        here.close()


def _answer(lexicon: Lexicon, other: Connection, connection: Connection) -> None:
    """Load Kiwi, then answer until the other side has gone."""
    from kg.language.kiwi import kiwi_of

    other.close()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        kiwi = kiwi_of(lexicon)
        kiwi.tokenize("가")  # its words are prepared at the first call
        while True:
            # line by line: Kiwi's own threads, which a list would wake, do not outlive the fork
            parsed = [kiwi.tokenize(line) for line in connection.recv()]
            connection.send(
                [[Morpheme(t.form, t.tag, t.start, t.len, t.id, t.sent_position) for t in ts] for ts in parsed]
            )
