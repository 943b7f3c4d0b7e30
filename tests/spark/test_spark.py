"""Spark on this machine gives the bytes of the local build, also where one of its processes is killed."""

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import Lexicon, load_lexicon
from kg.use.building.engines import choice, spark
from kg.use.building.engines.choice import Choice
from kg.use.building.settings import Settings
from kg.use.building.shards import Line, Shard, Told, read_shard
from kg.use.building.update import Change, update
from tests.building.histories import exported

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"


def articles() -> list[Article]:
    found = [(p.name, p.read_text("utf-8")) for p in sorted(EXAMPLES.glob("*.txt"))]
    return [Article(f"{n}/{name}", text) for n in range(2) for name, text in found]


def told(error: UserError) -> None:
    raise error


def built(store: Path, chosen: Choice) -> bytes:
    def reader(given: Iterable[Article], number: int) -> Iterator[Line]:
        return chosen.read(given, load_lexicon(), told)

    update(store, Settings(Path("/texts")), load_lexicon(), Change(articles()), reader)
    return exported(store)


class Dies:
    """Reads as `read_shard` does; kills the process that reads ``victim``, with a file ``once`` only the first time."""

    def __init__(self, victim: str, once: Path | None = None) -> None:
        self.victim, self.once = victim, once

    def __call__(self, lexicon: object, shards: Iterable[Shard]) -> Iterator[Told]:
        words: Lexicon = lexicon.value  # type: ignore[attr-defined]
        for shard in shards:
            killed = self.once is not None and self.once.exists()
            if not killed and any(article.identifier == self.victim for article in shard.articles):
                if self.once is not None:
                    self.once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield read_shard(shard, words)


def test_spark_gives_the_bytes_of_the_local_build_though_a_process_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "_FAR", 4)
    local = built(tmp_path / "local", Choice("local", 1))
    victim, once = articles()[9].identifier, tmp_path / "killed"
    monkeypatch.setattr(spark, "_read", Dies(victim, once))
    assert built(tmp_path / "far", Choice("spark", 2)) == local
    assert once.exists()


def test_spark_leaves_out_the_document_that_ends_every_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_FAR", 3)
    monkeypatch.setattr(spark, "_DEATHS", 1)
    monkeypatch.setattr(spark, "_read", Dies("5.txt"))
    errors: list[UserError] = []
    given = [Article(f"{n}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.") for n in range(8)]
    names = [line.identifier for line in Choice("spark", 2).read(given, load_lexicon(), errors.append)]
    assert names == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "6.txt", "7.txt"]
    assert [e.line for e in errors] == ["5.txt: ends the process that reads it; leave the file out and report it"]


def test_spark_tells_a_master_that_does_not_exist() -> None:
    with pytest.raises(UserError, match="Spark: cannot be started"):
        list(Choice("spark", 1, "nowhere://x").read(articles(), load_lexicon(), told))
