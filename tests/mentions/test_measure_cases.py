"""Every case of the corpora of quantities, dates, periods and bare expressions."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.documents.model import Block, Document
from kg.language.model import Analysis
from kg.lexicon import load_lexicon
from kg.mentions.measures import measures
from kg.mentions.model import Mentions
from kg.mentions.times import times
from kg.use.mentions_lines import mention_lines

HERE = Path(__file__).parent


def mentions_of(text: str, published: str | None = "2025-11-12") -> Mentions:
    """What the rules of measures and of time find in a text that is all body."""
    document = Document("case", text, (Block(0, len(text), "body"),), published=published)
    analysis, found = Analysis(document, (), ()), Mentions()
    for rule in (measures, times):
        found.add(rule(analysis, load_lexicon(), found))
    return found


def cases(name: str) -> list[Any]:
    """The cases of a corpus file."""
    return [pytest.param(c["text"], c["told"], id=c["text"]) for c in yaml.safe_load((HERE / name).read_text("utf-8"))]


@pytest.mark.parametrize(("text", "told"), cases("quantity.yaml"))
def test_quantity_case_comes_out_exactly(text: str, told: list[Any]) -> None:
    found = mentions_of(text).of("quantity", "percent")
    assert [[m.value.value, m.value.unit, m.value.max] for m in found] == told


@pytest.mark.parametrize(("text", "told"), cases("date.yaml"))
def test_date_case_comes_out_exactly(text: str, told: list[str]) -> None:
    assert [m.value.iso for m in mentions_of(text).of("date")] == told


@pytest.mark.parametrize(("text", "told"), cases("period.yaml"))
def test_period_case_comes_out_exactly(text: str, told: list[list[str]]) -> None:
    assert [[m.value.begin, m.value.end] for m in mentions_of(text).of("period")] == told


def bare_cases() -> list[Any]:
    """The bare expressions with their kinds and values."""
    lines = [line for line in (HERE / "bare.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    return [pytest.param(*line.split("|"), id=line) for line in lines]


def fits(kind: str, wanted: str, told: dict[str, Any]) -> bool:
    """Is a mention as told worth what the case wants?"""
    if kind == "money" and wanted.startswith("{"):
        return {k: told.get(k) for k in ("min", "max") if k in told} == json.loads(wanted)
    if kind == "numberrange":
        low, high = (float(end) if end else None for end in wanted[1:-1].split(","))
        return (told.get("min"), told.get("max")) == (low, high)
    if kind == "quantity":
        value, unit = wanted.split(" ", 1)
        return bool(told["value"] == float(value) and told["unit"] == unit)
    if kind in ("date", "daterange", "set"):
        return bool(told["value"] == wanted)
    if kind == "time":
        return bool(told["value"].endswith(wanted))
    return told["value"] is not None and abs(told["value"] - float(wanted)) <= 1e-9 * max(1, abs(float(wanted)))


@pytest.mark.parametrize(("kind", "text", "wanted"), bare_cases())
def test_bare_expression_has_its_value(kind: str, text: str, wanted: str) -> None:
    request = json.dumps({"id": "x", "text": text, "reference": "2016-11-07T00:00:00"})
    told = json.loads(next(mention_lines([request], load_lexicon())))["mentions"]
    assert any(fits(kind, wanted, m) for m in told if m["kind"] == kind), told


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("좋은 하루 되세요.", "duration"),
        ("좋은 한 해 보내세요.", "duration"),
        ("이것은 참 좋다.", "number"),
        ("27층으로 간다.", "date"),
        ("전화: +86 2010-2015-86", "daterange"),
        ("2000 미국 달러를 바꾼다.", "date"),
    ],
)
def test_bare_expression_is_not_read_into_other_words(text: str, absent: str) -> None:
    request = json.dumps({"id": "x", "text": text, "reference": "2016-11-07"})
    told = json.loads(next(mention_lines([request])))["mentions"]
    assert absent not in {m["kind"] for m in told}
