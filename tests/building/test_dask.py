"""A Dask cluster of several processes gives the bytes of the local build, also where its workers are killed."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import load_lexicon
from kg.use.building.engines import choice
from kg.use.building.engines import dask as engine
from kg.use.building.engines.choice import Choice
from kg.use.building.settings import Settings
from kg.use.building.shards import Line
from kg.use.building.update import Change, update
from tests.building.histories import exported

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
_DEADLY = """
import os, signal
from kg.use.building import shards
from kg.use.building.engines import dask
def read_or_die(shard, lexicon):
    if any(article.identifier == "5.txt" for article in shard.articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return shards.read_shard(shard, lexicon)
dask.read_shard = read_or_die
"""


def articles() -> list[Article]:
    found = [(p.name, p.read_text("utf-8")) for p in sorted(EXAMPLES.glob("*.txt"))]
    return [Article(f"{n}/{name}", text) for n in range(3) for name, text in found]


def told(error: UserError) -> None:
    raise error


def cluster(preload: str = "") -> LocalCluster:
    return LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        memory_limit=0,
        dashboard_address=None,
        host="127.0.0.1",
        silence_logs=60,
        **({"preload": [preload]} if preload else {}),
    )


def built(store: Path, chosen: Choice, killed: list[int]) -> bytes:
    """The export of a store that an engine read; these processes are killed when the first readings are there."""

    def reader(given: Iterable[Article], number: int) -> Iterator[Line]:
        for count, line in enumerate(chosen.read(given, load_lexicon(), told)):
            if count == 5:
                for process in killed:
                    os.kill(process, signal.SIGKILL)
            yield line

    update(store, Settings(Path("/texts")), load_lexicon(), Change(articles()), reader)
    return exported(store)


def test_dask_gives_the_bytes_of_the_local_build_though_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "_FAR", 4)
    local = built(tmp_path / "local", Choice("local", 1), [])
    with cluster() as running:
        victim = running.workers[0].pid
        far = built(tmp_path / "far", Choice("dask", 2, running.scheduler_address), [victim])
        assert running.workers[0].pid != victim
    assert far == local


def test_dask_leaves_out_the_document_that_ends_every_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_FAR", 3)
    errors: list[UserError] = []
    given = [Article(f"{n}.txt", "달래시는 12일 3억 원을 쓴다고 밝혔다.") for n in range(8)]
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), cluster(_DEADLY) as running:
        chosen = Choice("dask", 2, running.scheduler_address)
        names = [line.identifier for line in chosen.read(given, load_lexicon(), errors.append)]
    assert names == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "6.txt", "7.txt"]
    assert [e.line for e in errors] == ["5.txt: ends the process that reads it; leave the file out and report it"]


def test_dask_tells_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PATIENCE", 1)
    with pytest.raises(UserError, match=r"tcp://127\.0\.0\.1:9: does not answer or has no worker"):
        list(Choice("dask", 1, "tcp://127.0.0.1:9").read(articles(), load_lexicon(), told))


@pytest.mark.parametrize("name", ["dask", "spark"])
def test_dask_and_spark_that_are_not_installed_are_told_in_one_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, f"kg.use.building.engines.{name}", None)
    with pytest.raises(UserError) as told_of:
        list(Choice(name, 1).read(articles(), load_lexicon(), told))
    assert told_of.value.line == (
        f"--engine {name}: needs packages that are not installed; pip install 'regional-ai-kg[{name}]'"
    )
