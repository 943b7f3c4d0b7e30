"""A ledger that grows and shrinks holds what one holds that was made of the same documents at once."""

import json
import random
from collections.abc import Iterable
from functools import cache

import pytest

from kg.graph.quads import document_quads
from kg.identity.identify import identify
from kg.identity.ledger import Ledger
from kg.identity.revision import revise
from kg.identity.tables import Keeper
from kg.lexicon import load_lexicon
from kg.pipeline import read
from kg.resolution.reading import Reading
from tests.scale.pairs import items, pairwise
from tests.scale.stories import Made, documents
from tests.scale.world import world

NUMBER, STEPS = 60, 6


@cache
def made() -> list[Made]:
    return list(documents(world(NUMBER), NUMBER))


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read([(d.identifier, d.text) for d in made()], load_lexicon()))


def ledger_of(some: Iterable[Reading], keeper: Keeper | None = None) -> Ledger:
    ledger = Ledger(load_lexicon(), (), keeper)
    revise(ledger, (), some)
    return ledger


Rows = dict[tuple[str, str], str | None]


def rows(ledger: Ledger) -> Rows:
    """All that has changed in a ledger since it was opened, as it is written down."""
    return {(table.name, key): value for table in ledger.tables for key, value in table.rows()}


class Shelf:
    """Keeps rows in memory."""

    def __init__(self) -> None:
        self.rows: Rows = {}

    def row(self, table: str, key: str) -> str | None:
        return self.rows.get((table, key))

    def put(self, ledger: Ledger) -> None:
        for place, value in rows(ledger).items():
            if value is None:
                self.rows.pop(place, None)
            else:
                self.rows[place] = value


@pytest.mark.parametrize("seed", range(3))
def test_ledger_of_any_history_is_that_of_the_set(seed: int) -> None:
    chance = random.Random(seed)
    now = list(chance.sample(readings(), NUMBER // 2))
    shelf = Shelf()
    shelf.put(ledger_of(now))
    for _ in range(STEPS):
        gone = chance.sample(now, chance.choice([0, 1, 1, 4]))
        rest = [r for r in now if r not in gone]
        come = chance.sample([r for r in readings() if r not in rest], chance.choice([1, 1, 3, 8]))
        ledger = Ledger(load_lexicon(), (), shelf)
        before = {r.identifier: document_quads(r, ledger) for r in now}
        touched = revise(ledger, gone, come)
        shelf.put(ledger)
        now = [*rest, *come]
        fresh = ledger_of(chance.sample(now, len(now)))
        assert shelf.rows == {place: value for place, value in rows(fresh).items() if value is not None}
        differing = {r.identifier for r in now if before.get(r.identifier) != document_quads(r, fresh)}
        assert differing <= touched <= {r.identifier for r in now}


def test_ledger_looks_only_at_what_a_document_tells() -> None:
    class Counting(Shelf):
        asked: set[tuple[str, str]]

        def row(self, table: str, key: str) -> str | None:
            self.asked.add((table, key))
            return super().row(table, key)

    shelf = Counting()
    shelf.asked = set()
    shelf.put(ledger_of(readings()[:-1]))
    ledger = Ledger(load_lexicon(), (), shelf)
    revise(ledger, (), readings()[-1:])
    profiles = {key for table, key in shelf.asked if table == "profiles" and shelf.rows.get((table, key))}
    assert len(profiles) < sum(table == "profiles" for table, _ in shelf.rows) / 2
    assert json.dumps(sorted(shelf.asked))


def test_identity_puts_generated_things_together() -> None:
    identity = identify(readings())
    found = items(made(), readings())
    score = pairwise(found, lambda item: item.key and identity.canonical(item.key))
    exact = pairwise(found, lambda item: f"{item.kind} {item.spelling}")
    assert score.right / score.together >= 0.95
    assert score.f1 >= 0.93
    assert exact.f1 < score.f1
