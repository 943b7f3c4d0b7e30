"""Several processes read what one reads, in the same order; a document that breaks its process is left out alone."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import Lexicon, load_lexicon
from kg.pipeline import read_articles
from kg.use.building.engines import local
from kg.use.building.engines.choice import Choice
from kg.use.building.engines.local import can_fork
from kg.use.building.shards import Line, Shard, Told, read_shard

pytestmark = pytest.mark.skipif(not can_fork(), reason="processes cannot be forked here")
EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
TWO = Choice("local", 2)


def articles() -> list[Article]:
    found = [(p.name, p.read_text("utf-8")) for p in sorted(EXAMPLES.glob("*.txt"))]
    return [Article(f"{n}/{name}", text) for n in range(2) for name, text in found]


def told(error: UserError) -> None:
    raise error


def test_processes_read_what_one_reads_in_the_same_order() -> None:
    lexicon = load_lexicon()
    assert list(TWO.read(articles(), lexicon, told)) == [*map(Line.of, read_articles(articles(), lexicon))]


def test_processes_take_texts_only_as_far_ahead_as_they_need() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(f"{taken}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.")

    lines = TWO.read(endless(), load_lexicon(), told)
    assert next(lines).identifier == "1.txt"
    assert taken < 100
    lines.close()  # type: ignore[attr-defined]


def read_or_die(shard: Shard, lexicon: Lexicon) -> Told:
    if any(article.identifier == "17.txt" for article in shard.articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_shard(shard, lexicon)


def test_processes_leave_out_the_document_that_ends_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "read_shard", read_or_die)
    errors: list[UserError] = []
    given = [Article(f"{n}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.") for n in range(80)]
    names = [line.identifier for line in TWO.read(given, load_lexicon(), errors.append)]
    assert names == [a.identifier for a in given if a.identifier != "17.txt"]
    assert [e.line for e in errors] == ["17.txt: ends the process that reads it; leave the file out and report it"]
