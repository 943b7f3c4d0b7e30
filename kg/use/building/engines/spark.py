"""Reading with Spark's executors: those of a cluster, or of this machine for this build alone.

Spark hands out a number of shards at a time, so that no more than these are in the driver's memory, and reads a shard
again where its executor dies.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any

from py4j.protocol import Py4JJavaError
from pyspark import SparkConf, SparkContext
from pyspark.errors import PySparkException

from kg.errors import UserError
from kg.lexicon import Lexicon
from kg.use.building.shards import Answer, Engine, Shard, Told, read_shard

_WAVE = 4
"""Shards for each core that are handed out at a time."""
_DEATHS = 4
"""So often a shard is read again, as is Spark's own custom on a cluster; on one machine it would not be at all."""
_DIED = ("exited unexpectedly", "ExecutorLostFailure", "Connection reset", "EOFException")


@contextmanager
def cluster(lexicon: Lexicon, workers: int, scheduler: str) -> Iterator[Engine]:
    """The executors of a Spark master: ``scheduler``, else what ``spark-submit`` or Spark's configuration names, else
    so many processes of this machine. Raises `UserError` where Spark cannot be started (it needs Java).
    """
    conf = SparkConf().setIfMissing("spark.app.name", "kg build").setIfMissing("spark.ui.enabled", "false")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if scheduler:
        conf.setMaster(scheduler)
    elif not conf.contains("spark.master"):
        conf.setMaster(f"local[{workers},{_DEATHS}]")
        conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1")
    try:
        context = SparkContext(conf=conf)
    except (PySparkException, Py4JJavaError, OSError) as error:
        raise UserError(
            f"cannot be started ({_short(error)})", "Spark", "install Java 17, or see --scheduler"
        ) from error
    with context:
        context.setLogLevel("OFF")
        yield partial(_answers, context, context.broadcast(lexicon))


def _answers(context: SparkContext, lexicon: Any, shards: Iterable[Shard]) -> Iterator[Answer]:
    queue = iter(shards)
    while wave := list(islice(queue, context.defaultParallelism * _WAVE)):
        yield from _wave(context, lexicon, wave)


def _wave(context: SparkContext, lexicon: Any, wave: list[Shard]) -> Iterator[Answer]:
    """The shards, one a partition; where one ends every process that reads it, each of them by itself."""
    told: list[Told | UserError]
    try:
        told = context.parallelize(wave, len(wave)).mapPartitions(partial(_read, lexicon)).collect()
    except (Py4JJavaError, PySparkException) as error:
        if not any(sign in str(error) for sign in _DIED):
            raise UserError(
                f"failed ({_short(error)})", "an executor", "install there what is installed here"
            ) from error
        if len(wave) == 1:
            yield wave[0], None
            return
        for shard in wave:
            yield from _wave(context, lexicon, [shard])
        return
    for shard, answer in zip(wave, told, strict=True):
        if isinstance(answer, UserError):
            raise answer
        yield shard, answer


def _read(lexicon: Any, shards: Iterator[Shard]) -> Iterator[Told | UserError]:
    """In an executor's process, which keeps the lexicon, and with it Kiwi, for all that it reads."""
    for shard in shards:
        try:
            yield read_shard(shard, lexicon.value)
        except UserError as error:
            yield error


def _short(error: Exception) -> str:
    """The last line of an error's own words that says something."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("\tat ")]
    return lines[-1] if lines else type(error).__name__
