"""Whatever the way: the graph is that of one build from nothing, byte for byte."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.kept import KeptReadings
from kg.graph.store import open_store
from tests.building.histories import STATES, build, exported, first, remove

HISTORIES = 24
STEPS = 5


def kept(store: Path) -> tuple[object, ...]:
    """What stands beside the graph: readings and what they did not understand in order, and how they were made."""
    with open_store(store) as graph:
        made = {name: place.made for name, place in KeptReadings(graph.folder).places.items()}
        return list(graph.readings()), list(graph.issues()), made, graph.meta


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_histories_end_like_one_build_from_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    now: dict[str, str] = {}
    store = tmp_path / "s"
    for _ in range(STEPS):
        deed = chance.choice(["add", "add", "change", "remove", "whole"]) if now else "add"
        some = chance.sample(sorted(STATES), chance.randint(1, len(STATES)))
        if deed == "remove":
            gone = [i for i in some if i in now]
            if gone:
                remove(store, *gone)
            now = {i: text for i, text in now.items() if i not in gone}
        else:
            given = {i: chance.choice(STATES[i]) for i in some if deed != "change" or i in now}
            if not given:
                continue
            build(store, given, whole=deed == "whole")
            now = given if deed == "whole" else now | given
    order = chance.sample(sorted(now), len(now))
    fresh = tmp_path / "n"
    if now:
        build(fresh, {i: now[i] for i in order})
        assert exported(store) == exported(fresh)
        assert kept(store) == kept(fresh)
    else:
        assert exported(store) == b""


def run(*args: object, seed: str) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, args)], env=environment, capture_output=True, check=True, timeout=120
    )


def test_histories_of_another_process_give_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for identifier, text in first().items():
        path = tmp_path / "texts" / identifier
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        files.append(path)
    root = tmp_path / "texts"
    run("build", *files, "--root", root, "--store", tmp_path / "1", "--workers", 1, seed="1")
    run("build", *reversed(files), "--root", root, "--store", tmp_path / "2", "--workers", 2, seed="2")
    shutil.rmtree(root / "경기")
    build(tmp_path / "n", first())
    assert exported(tmp_path / "1") == exported(tmp_path / "2") == exported(tmp_path / "n")
    run("build", root, "--store", tmp_path / "1", seed="3")
    build(tmp_path / "m", first("a.txt", "e.txt"))
    assert exported(tmp_path / "1") == exported(tmp_path / "m")
