"""Judgements are input like the documents: the graph depends on what is decided, not on when or in which order."""

import random
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from kg.identity.judgements import Judgement
from kg.resolution.reading import Reading
from kg.use.judging.file import NAME, add_judgements
from tests.building.histories import STATES, build, exported, reading, remove
from tests.building.test_histories import kept

HISTORIES = 16
STEPS = 6


def matters(readings: Iterable[Reading]) -> list[Judgement]:
    """What one might decide of these readings: every claim three ways, and pairs of things of one kind."""
    found: list[Judgement] = []
    keys: dict[str, list[str]] = {}
    for told in readings:
        for node in told.nodes:
            if node.identity:
                found += [Judgement("accept", node.key), Judgement("reject", node.key, why="오독")]
            if node.kind == "allocation":
                found.append(Judgement("replace", node.key, "amount=77000000; year=2027", who="갑", when="2026-01-02"))
                found.append(Judgement("replace", node.key, "status=spent; source=시비", who="을", when="2026-01-03"))
            if node.kind == "membership":
                found.append(Judgement("replace", node.key, "role=전 시장; former=true"))
            if node.kind in ("person", "organization", "program", "event"):
                keys.setdefault(node.kind, []).append(node.key)
    for kind in sorted(keys):
        ordered = sorted(set(keys[kind]))
        for one, other in pairwise(ordered):
            found += [Judgement(decision, one, other) for decision in ("same", "different", "unsure")]
    return sorted(set(found))


MATTERS = matters(reading(i, text) for i, texts in STATES.items() for text in texts)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_judged_histories_end_like_one_build_from_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    now: dict[str, str] = {}
    judged: list[Judgement] = []
    file, store = tmp_path / "one" / NAME, tmp_path / "one" / "s"
    for _ in range(STEPS):
        deed = chance.choice(["add", "remove", "judge", "judge", "forget"]) if now else "add"
        some = chance.sample(sorted(STATES), chance.randint(1, 3))
        if deed == "judge":
            judged += chance.sample(MATTERS, 6)
            add_judgements(file, judged[-6:])
            judged = [j for j in judged if _stands(j, judged)]
        elif deed == "forget":
            judged = []
            file.unlink(missing_ok=True)
        if deed == "remove":
            gone = [i for i in some if i in now]
            if gone:
                remove(store, *gone)
            now = {i: text for i, text in now.items() if i not in gone}
        else:
            given = {i: chance.choice(STATES[i]) for i in some} if deed == "add" else {}
            now |= given
            build(store, now)
    fresh = tmp_path / "two"
    if judged:
        add_judgements(fresh / NAME, chance.sample(judged, len(judged)))
    if now:
        build(fresh / "s", {i: now[i] for i in chance.sample(sorted(now), len(now))})
        assert exported(store) == exported(fresh / "s")
        assert kept(store) == kept(fresh / "s")


def _stands(told: Judgement, judged: list[Judgement]) -> bool:
    """Whether a person decided nothing of the same later."""
    same = [j for j in judged if (j.matter, j.on_pair, j.who) == (told.matter, told.on_pair, told.who)]
    return same[-1] is told


def test_judged_histories_change_what_they_speak_of(tmp_path: Path) -> None:
    corpus = {i: texts[0] for i, texts in STATES.items()}
    build(tmp_path / "s", corpus)
    before = exported(tmp_path / "s")
    claim = next(j for j in MATTERS if j.decision == "reject" and "AI 새싹 바우처" in j.key and "1200000000" in j.key)
    add_judgements(tmp_path / NAME, [claim])
    built, asked = build(tmp_path / "s", corpus)
    after = exported(tmp_path / "s")
    assert (built.read, asked) == (0, [])
    assert before.count(b"#Allocation>") - after.count(b"#Allocation>") == 1
    (tmp_path / NAME).unlink()
    build(tmp_path / "s", corpus)
    assert exported(tmp_path / "s") == before
