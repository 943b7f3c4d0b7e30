"""`kg evaluate`: invented texts with gold, and the figures that they must give."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import UserError
from kg.lexicon import Lexicon
from kg.use.evaluation.calibration import judged, measured
from kg.use.evaluation.compare import Comparison, pair
from kg.use.evaluation.errors import mistakes
from kg.use.evaluation.evaluate import evaluate
from kg.use.evaluation.gold import gold_documents, read_gold
from kg.use.evaluation.likeness import one_in_other, same_name, same_words
from kg.use.evaluation.report import figures, table
from kg.use.evaluation.shortfalls import shortfalls
from tests.conftest import ARTICLE, Ran

Gold = dict[str, Any]
LISTS = (
    *("persons", "offices", "organizations", "programs", "optional", "amounts", "allocations"),
    *("targets", "quotes", "events", "operates", "backs", "absent"),
)


def gold(**rows: Any) -> Gold:
    """Gold of the small article, but for what a test changes."""
    whole: Gold = {key: [] for key in LISTS}
    whole |= {
        "published": "2025-11-12",
        "publisher": "가온신문",
        "region": "서울특별시",
        "byline": ["도레미"],
        "persons": ["나한결"],
        "offices": [{"person": "나한결", "title": ["시장"], "org": ["서울특별시", "서울시"], "former": False}],
        "organizations": [["서울특별시", "서울시", "시"]],
        "programs": [["AI 새싹 바우처"]],
        "optional": ["가온시", "시청 브리핑룸"],
        "amounts": [{"value": 1200000000, "max": None, "currency": "KRW", "surface": "12억원"}],
        "allocations": [
            {
                "amount": 1200000000,
                "for": ["AI 새싹 바우처"],
                "by": ["서울특별시"],
                "year": 2026,
                "source": None,
                "basis": "annual",
                "status": "planned",
            }
        ],
        "targets": [
            {
                "measure": ["참여 가게"],
                "value": 500,
                "max": None,
                "unit": "곳",
                "baseline": 30,
                "by": 2027,
                "basis": None,
            }
        ],
        "quotes": [{"starts": "골목 가게부터", "speaker": "나한결", "org": None, "date": "2025-11-12"}],
        "events": [
            {"name": ["기자설명회"], "date": "2025-11-12", "place": ["시청 브리핑룸"], "participants": ["나한결"]}
        ],
    }
    return whole | rows


@pytest.fixture
def score(tmp_path: Path, lexicon: Lexicon) -> Callable[..., Comparison]:
    """Hold the small article against gold."""

    def scored(**rows: Any) -> Comparison:
        (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
        (tmp_path / "a.json").write_text(json.dumps(gold(**rows), ensure_ascii=False), "utf-8")
        return next(iter(evaluate(tmp_path, lexicon)))

    return scored


@pytest.mark.parametrize("kind", ["persons", "offices", "amounts", "allocations", "targets", "quotes", "speakers"])
def test_evaluate_counts_what_is_right(score: Callable[..., Comparison], kind: str) -> None:
    tally = figures([score()]).kinds[kind]
    assert (tally.hit, tally.miss, tally.false) == (1, 0, 0)
    assert tally.f1 == 1.0


def test_evaluate_counts_slots_and_inventions(score: Callable[..., Comparison]) -> None:
    told = figures([score()])
    for slot in ("allocation.year", "allocation.status", "target.by", "target.baseline", "event.date"):
        assert (told.slots[slot].part, told.slots[slot].whole) == (1, 1), slot
    assert (told.invented["allocation.year"].part, told.invented["allocation.year"].whole) == (0, 1)
    wrong = figures([score(allocations=[gold()["allocations"][0] | {"year": None}])])
    assert (wrong.invented["allocation.year"].part, wrong.slots["allocation.year"].whole) == (1, 0)


def test_evaluate_shows_a_miss_with_its_sentence(score: Callable[..., Comparison]) -> None:
    more = [*gold()["amounts"], {"value": 5000, "max": None, "currency": "KRW"}]
    (miss,) = mistakes(score(amounts=more), "amounts")
    assert (miss.side, miss.wanted, miss.told) == ("missed", "5000 KRW", "")
    target = {"measure": ["참여 가게"], "value": 501, "unit": "곳"}
    missed, false = mistakes(score(targets=[target]), "targets")
    assert missed.sentence == "서울시는 2027년까지 참여 가게를 현재 30곳에서 500곳으로 늘릴 계획이다."
    assert missed.wanted == "measure 참여 가게 · value 501 · unit 곳"
    assert false.sentence == missed.sentence
    assert "value 500" in false.told
    assert false.rule.startswith("target-")


def test_evaluate_counts_a_wrong_speaker_as_miss_and_invention(score: Callable[..., Comparison]) -> None:
    told = figures([score(quotes=[gold()["quotes"][0] | {"speaker": "마루한"}])])
    assert (told.kinds["quotes"].hit, told.kinds["speakers"].hit, told.kinds["speakers"].miss) == (1, 0, 1)
    assert told.invented["speaker"].part == 1


def test_evaluate_leaves_optional_names_out(score: Callable[..., Comparison]) -> None:
    missing = figures([score(programs=[], optional=["가온시"])]).kinds["programs"]
    assert (missing.hit, missing.false) == (0, 1)
    fine = figures([score(programs=[], optional=["가온시", "AI 새싹 바우처"])]).kinds["programs"]
    assert (fine.hit, fine.false) == (0, 0)


def test_evaluate_counts_names_out_of_the_noise(score: Callable[..., Comparison]) -> None:
    told = score(absent=["나한결", "아무개"])
    assert told.noise == ["나한결"]
    assert figures([told]).noise.whole == 2


def test_evaluate_says_what_went_wrong(score: Callable[..., Comparison]) -> None:
    row = gold()["allocations"][0]
    assert ("allocations", "purpose right, payer differs") in shortfalls(score(allocations=[row | {"by": ["부산시"]}]))
    assert ("allocations", "purpose differs") in shortfalls(score(allocations=[row | {"for": ["바닷길 정비"]}]))
    assert ("allocations", "sum given no purpose") in shortfalls(score(allocations=[row, row | {"amount": 7}]))


def test_evaluate_judges_every_told_fact(score: Callable[..., Comparison]) -> None:
    facts = list(judged(score()))
    assert {"person", "membership", "money", "allocation", "target", "quotation"} <= {f.kind for f in facts}
    assert all(f.right for f in facts if f.kind in ("person", "allocation", "quotation"))
    assert all(0.5 <= f.confidence <= 1 for f in facts)


def test_calibration_error_is_the_mean_distance_to_what_is_right() -> None:
    told = measured([(0.95, True), (0.95, False), (0.25, False), (0.25, True)])
    assert told.error == pytest.approx((abs(1.9 - 1) + abs(0.5 - 1)) / 4)
    assert (told.sure, told.sure_right, told.facts) == (2, 1, 4)
    assert [b.facts for b in told.bins if b.facts] == [2, 2]


def test_pair_gives_each_row_one_partner_the_best_first() -> None:
    found = pair([1, 2], [11, 12, 13], lambda g, t: True, lambda g, t: int(t == g + 11))
    assert found.right == [(1, 12), (2, 13)]
    assert found.false == [11]


@pytest.mark.parametrize(
    ("one", "other", "names", "inside", "words"),
    [
        ("AI 새싹 바우처", "‘AI새싹바우처’", True, True, True),
        ("새싹 바우처", "AI 새싹 바우처", False, True, True),
        ("바우처", "AI 새싹 바우처", False, False, True),
        ("참여 가게", "가게 참여", False, False, True),
        ("참여 가게", "새 일자리", False, False, False),
        ("", "가게", False, False, False),
    ],
)
def test_likeness_of_two_wordings(one: str, other: str, names: bool, inside: bool, words: bool) -> None:
    assert (same_name(one, other), one_in_other(one, other), same_words(one, other)) == (names, inside, words)


def test_evaluate_command_prints_the_table_and_writes_figures(
    tmp_path: Path, run: Callable[..., Ran], score: Callable[..., Comparison]
) -> None:
    comparison = score(persons=["나한결", "마루한"])
    told = run("evaluate", tmp_path, "--errors", "persons", "--json", tmp_path / "out" / ".." / "figures")
    assert told.code == 2  # no folder named out
    told = run("evaluate", tmp_path, "--errors", "persons", "--json", tmp_path / "figures")
    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[:2] == ["a missed: ", "    wanted: 마루한"]
    assert lines[2:] == list(table(figures([comparison])))
    assert json.loads((tmp_path / "figures").read_text("utf-8"))["persons"]["miss"] == 1


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('{"persons": [', "a.json:1:14: is not JSON"),
        ("[]", "a.json: the whole file: "),
        (json.dumps({k: [] for k in LISTS if k != "quotes"}), "a.json: quotes: field required"),
        (json.dumps(gold(offices=[{"person": "나한결"}])), "a.json: offices.1.title: field required"),
        (json.dumps(gold(amounts=[{"value": "12"}])), "a.json: amounts.1.value"),
    ],
)
def test_evaluate_tells_broken_gold_in_one_line(
    tmp_path: Path, run: Callable[..., Ran], content: str, line: str
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "a.json").write_text(content, "utf-8")
    told = run("evaluate", tmp_path)
    assert told.code == 2
    assert line in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_evaluate_tells_missing_things_in_one_line(tmp_path: Path, run: Callable[..., Ran]) -> None:
    assert "no such folder" in run("evaluate", tmp_path / "none").err
    assert "no annotated document" in run("evaluate", tmp_path).err
    (tmp_path / "a.json").write_text(json.dumps(gold()), "utf-8")
    assert "a.txt: cannot be read" in run("evaluate", tmp_path).err
    assert "no such kind of fact: people" in run("evaluate", tmp_path, "--errors", "people").err


def test_gold_is_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes("가".encode("cp949"))
    with pytest.raises(UserError, match="is not UTF-8"):
        read_gold(tmp_path / "a.json")
    (tmp_path / "a.json").write_text(json.dumps(gold()), "utf-8")
    (tmp_path / "a.txt").write_bytes("가".encode("cp949"))
    with pytest.raises(UserError, match=r"a\.txt: is not UTF-8"):
        list(gold_documents(tmp_path))
