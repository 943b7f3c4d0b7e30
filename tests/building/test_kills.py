"""A build killed at any moment leaves the last good graph, and the next one ends as if nothing had happened."""

import json
import os
import pickle
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.graph.store import open_store
from tests.building.histories import STATES, build, exported, first, reading

MOMENTS = 50
WHOLE_COMMANDS = 4
SECOND = {i: texts[1] for i, texts in STATES.items() if i != "e.txt"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Victim:
    """The process that builds and is killed."""

    def __init__(self, folder: Path) -> None:
        ready = {(i, text): reading(i, text) for i, texts in STATES.items() for text in texts}
        (folder / "readings").write_bytes(pickle.dumps(ready))
        command = [sys.executable, "-m", "tests.building.victim", str(folder / "readings")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def build(self, store: Path, texts: dict[str, str], after: float | None) -> tuple[int, float]:
        """Exit status and seconds of a build that is killed after so many seconds, or not."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps({"store": str(store), "texts": texts, "after": after}) + "\n")
        self.process.stdin.flush()
        code, took = json.loads(self.process.stdout.readline())
        return code, took


@pytest.fixture
def victim(tmp_path: Path) -> Iterator[Victim]:
    made = Victim(tmp_path)
    yield made
    made.process.communicate(timeout=30)


def answers(store: Path) -> bytes | None:
    """The graph of a store, which must answer; None where there is none yet."""
    try:
        with open_store(store) as graph:
            documents = "SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { GRAPH ?d { ?s ?p ?o } }"
            ((number,),) = graph.select(documents).rows
            assert number is not None and int(number.value) == len(graph.identifiers())
            assert [r.identifier for r in graph.readings()] == graph.identifiers()
    except UserError as error:
        assert "holds no graph" in error.line
        return None
    return exported(store)


def test_kills_at_any_moment_leave_the_last_good_graph(tmp_path: Path, victim: Victim) -> None:
    chance = random.Random(50)
    old, new = tmp_path / "old", tmp_path / "new"
    build(old, first())
    build(new, SECOND)
    good = {None, exported(old), exported(new)}
    shutil.copytree(old, tmp_path / "s0")
    assert victim.build(tmp_path / "warm", SECOND, None)[0] == 0
    longest = max(victim.build(tmp_path / f"s{n}", SECOND, None)[1] for n in (0, 1))
    seen: dict[str, int] = {"killed": 0, "old": 0, "new": 0, "nothing": 0, "begun": 0}
    for moment in range(4 * MOMENTS):
        if seen["killed"] == MOMENTS:
            break
        store = tmp_path / f"k{moment}"
        if moment % 3:
            shutil.copytree(old, store)
        code, took = victim.build(store, SECOND, longest * 1.5 * chance.random())
        seen["killed"] += code < 0
        longest = longest if code < 0 else took  # a machine that was busy at the start may be idle by now
        left = answers(store)
        assert left in good
        assert left is not None or not moment % 3
        seen["old" if left == exported(old) else "new" if left else "nothing"] += 1
        seen["begun"] += (store / "unfinished.jsonl").exists()
        build(store, SECOND)
        assert exported(store) == exported(new)
        assert sorted(p.name for p in store.iterdir()) == ["CURRENT", "ledger", "versions", "writer"]
        assert len(list((store / "versions").iterdir())) <= 2  # the one before, where it was killed after the swap
        shutil.rmtree(store)
    assert seen["killed"] == MOMENTS
    assert min(seen.values()) >= 1, seen


def test_kills_of_the_whole_command(tmp_path: Path) -> None:
    chance = random.Random(4)
    root = tmp_path / "texts"
    for identifier, text in first().items():
        (root / identifier).parent.mkdir(parents=True, exist_ok=True)
        (root / identifier).write_text(text, "utf-8")
    build(tmp_path / "n", first())
    whole = exported(tmp_path / "n")
    command = [sys.executable, "-m", "kg", "build", str(root), "--workers", "1", "--store"]
    begin = time.perf_counter()
    subprocess.run([*command, str(tmp_path / "warm")], check=True, capture_output=True)
    took = time.perf_counter() - begin
    for moment in range(WHOLE_COMMANDS):
        store = tmp_path / f"s{moment}"
        process = subprocess.Popen([*command, str(store)], stdout=subprocess.DEVNULL)
        time.sleep(took * (moment + chance.random()) / WHOLE_COMMANDS)
        process.kill()
        process.wait()
        assert answers(store) in (None, whole)
        build(store, first())
        assert exported(store) == whole
