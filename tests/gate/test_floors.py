"""Figures stay above their floors, and the floors stand on gold that nobody has changed on the way."""

from pathlib import Path

import pytest

from kg.use.evaluation.compare import Share
from kg.use.evaluation.evaluate import evaluate_documents
from kg.use.evaluation.report import Figures, Tally, figures
from tests.gate import floors


@pytest.fixture(scope="module", params=sorted(floors.SETS))
def named(request: pytest.FixtureRequest) -> str:
    """A set of annotated documents that is here."""
    name = str(request.param)
    if not floors.is_here(name):
        pytest.skip(f"no gold in {', '.join(map(str, floors.SETS[name].folders))}")
    return name


def test_floors_gold_is_the_pinned_one(named: str) -> None:
    pinned = floors.load()[named]["gold"]
    assert floors.fingerprint(floors.SETS[named].folders) == pinned, (
        "gold has changed: python -m tests.accuracy --lower"
    )


def test_floors_hold_for_every_kind(named: str) -> None:
    told = figures(evaluate_documents(floors.documents(named), floors.lexicon(named)))
    assert floors.below(floors.load(), named, told) == []
    assert (told.noise.part, told.wrong_offsets, told.without_evidence) == (0, 0, 0)


def some_figures(hit: int, miss: int) -> Figures:
    """Figures of one document with hits and misses of persons."""
    told = Figures(documents=1)
    told.kinds["persons"] = Tally(hit, miss, 0)
    told.slots["event.date"] = Share(hit, hit + miss)
    return told


@pytest.fixture
def one_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set named ``mine`` of one document."""
    (tmp_path / "a.txt").write_text("본문", "utf-8")
    (tmp_path / "a.json").write_text("{}", "utf-8")
    monkeypatch.setitem(floors.SETS, "mine", floors.GoldSet((tmp_path,)))
    return tmp_path


def test_floors_are_set_a_hair_below_what_is_reached(one_set: Path) -> None:
    new = floors.moved({}, "mine", some_figures(3, 1), lower=False)["mine"]["floors"]
    assert new["persons"] == 0.84  # F1 6/7 = 0.857
    assert new["event.date"] == 0.74


def test_floors_rise_and_never_fall_without_the_flag(one_set: Path) -> None:
    high = floors.moved({}, "mine", some_figures(4, 0), lower=False)
    kept = floors.moved(high, "mine", some_figures(3, 1), lower=False)
    assert kept["mine"]["floors"]["persons"] == 0.99
    fallen = floors.moved(high, "mine", some_figures(3, 1), lower=True)
    assert fallen["mine"]["floors"]["persons"] == 0.84


def test_floors_of_changed_gold_need_the_flag(one_set: Path) -> None:
    old = floors.moved({}, "mine", some_figures(4, 0), lower=False)
    (one_set / "a.json").write_text('{"persons": []}', "utf-8")
    with pytest.raises(SystemExit, match="the gold has changed"):
        floors.moved(old, "mine", some_figures(4, 0), lower=False)


def test_floors_name_what_has_fallen(one_set: Path) -> None:
    high = floors.moved({}, "mine", some_figures(4, 0), lower=False)
    assert floors.below(high, "mine", some_figures(3, 1)) == [
        "event.date: 0.750 is below 0.99",
        "persons: 0.857 is below 0.99",
    ]
