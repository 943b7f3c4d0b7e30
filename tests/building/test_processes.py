"""Several processes read what one reads, in the same order; a document that breaks its process is left out alone."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import load_lexicon
from kg.pipeline import read_articles
from kg.use.building import processes
from kg.use.building.processes import can_fork, read_in_processes

pytestmark = pytest.mark.skipif(not can_fork(), reason="processes cannot be forked here")
EXAMPLES = Path(__file__).parents[2] / "data" / "examples"


def articles() -> list[Article]:
    found = [(p.name, p.read_text("utf-8")) for p in sorted(EXAMPLES.glob("*.txt"))]
    return [Article(f"{n}/{name}", text) for n in range(2) for name, text in found]


def told(error: UserError) -> None:
    raise error


def test_processes_read_what_one_reads_in_the_same_order() -> None:
    lexicon = load_lexicon()
    assert list(read_in_processes(articles(), lexicon, 2, told)) == list(read_articles(articles(), lexicon))


def test_processes_take_texts_only_as_far_ahead_as_they_need() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(f"{taken}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.")

    readings = read_in_processes(endless(), load_lexicon(), 2, told)
    assert next(readings).identifier == "1.txt"
    assert taken < 100
    readings.close()


def read_or_die(shard: processes.Shard) -> processes.Told:
    if any(article.identifier == "17.txt" for article in shard):
        os.kill(os.getpid(), signal.SIGKILL)
    return list(read_articles(shard, load_lexicon())), []


def test_processes_leave_out_the_document_that_ends_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_read", read_or_die)
    errors: list[UserError] = []
    given = [Article(f"{n}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.") for n in range(30)]
    names = [r.identifier for r in read_in_processes(given, load_lexicon(), 2, errors.append)]
    assert names == [a.identifier for a in given if a.identifier != "17.txt"]
    assert [e.where for e in errors] == ["17.txt"]
