"""Misses and false alarms as sentences: the document, the line it stands in, what was wanted, what was told."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from kg.use.evaluation.compare import Comparison
from kg.use.evaluation.likeness import folded
from kg.use.evaluation.told import Sum, ToldRow

_IDLE_CELLS: tuple[Any, ...] = (None, False, "", [])


class Mistake(NamedTuple):
    """One miss (``wanted``) or false alarm (``told``, with its ``rule`` and ``confidence``)."""

    document: str
    side: str
    sentence: str
    wanted: str
    told: str
    rule: str
    confidence: float | None

    def lines(self) -> Iterator[str]:
        """The mistake for a terminal."""
        yield f"{self.document} {self.side}: {self.sentence}"
        if self.wanted:
            yield f"    wanted: {self.wanted}"
        if self.told:
            yield f"    told: {self.told} [{self.rule}, confidence {self.confidence}]"


def mistakes(comparison: Comparison, kind: str) -> Iterator[Mistake]:
    """The mistakes of one kind in one document: misses first, both in the order of gold and graph."""
    compared = comparison.kinds[kind]
    for gold in compared.missed:
        spellings = _spellings(gold)
        yield Mistake(comparison.name, "missed", _best_line(comparison.text, spellings), _wanted(gold), "", "", None)
    for row in compared.false:
        yield _false(comparison, row)


def _false(comparison: Comparison, row: ToldRow) -> Mistake:
    derivation = row.node.derivation
    slots = dict(derivation.slots) if derivation else {}
    places = slots.get("rap:amountFrom") or (derivation.spans if derivation else ())
    begin = places[0][0] if places else 0
    return Mistake(
        comparison.name,
        "false",
        _line_at(comparison.text, begin),
        "",
        row.shown(),
        derivation.rule if derivation else "",
        derivation.confidence if derivation else None,
    )


def _wanted(gold: Any) -> str:
    """A gold row as a reader wrote it, empty columns left out."""
    if isinstance(gold, BaseModel):
        cells = gold.model_dump(by_alias=True)
        return " · ".join(f"{k} {_first(v)}" for k, v in cells.items() if v not in _IDLE_CELLS)
    if isinstance(gold, Sum):
        return f"{gold.value}{f' to {gold.max}' if gold.max is not None else ''} {gold.currency}"
    if isinstance(gold, tuple):
        return " · ".join(_first(v) for v in gold)
    return _first(gold)


def _first(told: Any) -> str:
    """A cell; of several accepted spellings the first."""
    return str(told[0]) if isinstance(told, list) and told else str(told)


def _spellings(gold: Any) -> list[str]:
    """All words of a gold row that the text may hold."""
    if isinstance(gold, BaseModel):
        gold = list(gold.model_dump().values())
    if isinstance(gold, str):
        return [gold]
    if isinstance(gold, list | tuple):
        return [word for part in gold for word in _spellings(part)]
    return _figures(gold)


def _figures(value: Any) -> list[str]:
    """How a number may stand in a text: as it is, or in 만, 억, 조."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return []
    told = [f"{value:g}" if value < 1e6 else str(int(value)), f"{value:,.0f}"]
    for unit, word in ((10**12, "조"), (10**8, "억"), (10**4, "만")):
        if value >= unit:
            told.append(f"{int(value // unit)}{word}")
    return told


def _best_line(text: str, words: list[str]) -> str:
    """The sentence in which most of the words stand; empty where none of them does."""
    wanted = {w for w in map(folded, words) if w}
    best, most = "", 0
    for line in text.splitlines():
        for sentence in line.replace("다. ", "다.\n").splitlines():
            said = folded(sentence)
            found = sum(len(w) for w in wanted if w in said)
            if found > most:
                best, most = sentence.strip(), found
    return best


def _line_at(text: str, place: int) -> str:
    """The sentence of the line that holds a code point."""
    start = max(text.rfind("\n", 0, place), text.rfind("다. ", 0, place) + 2 if "다. " in text[:place] else -1) + 1
    ends = [e for e in (text.find("\n", place), text.find("다. ", place) + 2) if e >= max(place, 2)]
    return text[start : min(ends, default=len(text))].strip()
