"""The sets of annotated documents, and the floors in ``tests/floors.json`` that their figures must keep.

A floor is F1 for a kind and the share of right ones for a slot. Floors rise by ``python -m tests.accuracy`` and fall
only by ``python -m tests.accuracy --lower``.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.lexicon import Lexicon, load_lexicon
from kg.use.evaluation.gold import GoldDocument, gold_documents
from kg.use.evaluation.report import Figures
from tests.conftest import SHARED

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "tests" / "floors.json"
MARGIN = 0.01
"""How far below what was reached a floor is set."""


class GoldSet(NamedTuple):
    """Folders of annotated documents, and the folders of words of one's own with which they are read."""

    folders: tuple[Path, ...]
    lexicon: tuple[Path, ...] = ()


_INVENTED = ROOT / "tests" / "gold" / "documents"
SETS = {
    "examples": GoldSet((ROOT / "data" / "examples",), (ROOT / "data" / "examples" / "lexicon",)),
    "corpus": GoldSet((SHARED / "corpus" / "seeds", SHARED / "corpus" / "dev")),
    "blind": GoldSet((_INVENTED,), (_INVENTED / "lexicon",)),
}

Floors = dict[str, dict[str, Any]]


def is_here(name: str) -> bool:
    """Whether every folder of a set holds gold."""
    return all(any(folder.glob("*.json")) for folder in SETS[name].folders)


def documents(name: str) -> list[GoldDocument]:
    """The annotated documents of a set."""
    return [d for folder in SETS[name].folders for d in gold_documents(folder)]


def lexicon(name: str) -> Lexicon:
    """The words with which the documents of a set are read."""
    return load_lexicon(SETS[name].lexicon)


def fingerprint(folders: Sequence[Path]) -> str:
    """SHA-256 of all texts and gold: a floor holds for these bytes alone."""
    digest = hashlib.sha256()
    for path in sorted((p for f in folders for p in f.glob("*.json")), key=lambda p: p.name):
        for part in (path.with_suffix(".txt"), path):
            content = part.read_bytes()
            digest.update(f"{part.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def load() -> Floors:
    """The floors as they stand."""
    floors: Floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return floors


def reached(figures: Figures) -> dict[str, float]:
    """The figures that have floors, by name."""
    kinds = {kind: tally.f1 for kind, tally in figures.kinds.items()}
    return kinds | {name: s.part / s.whole for name, s in figures.slots.items() if s.whole}


def floor_under(figure: float) -> float:
    """A hair below a figure, in two digits, rounded down."""
    return max(0.0, math.floor((figure - MARGIN) * 100 + 1e-6) / 100)


def moved(floors: Floors, name: str, figures: Figures, *, lower: bool) -> Floors:
    """The floors after a measurement: raised where it is better, lowered only where that is asked for.

    Where the gold is not the pinned one, its figures say nothing about the old floors: that needs ``lower`` too.
    """
    old, pinned = floors.get(name, {}), fingerprint(SETS[name].folders)
    if old and old["gold"] != pinned and not lower:
        raise SystemExit(f"{name}: the gold has changed; look at why, then run python -m tests.accuracy --lower")
    before: dict[str, float] = {} if lower else old.get("floors", {})
    new = {k: max(floor_under(v), before.get(k, 0.0)) for k, v in reached(figures).items()}
    return floors | {name: {"gold": pinned, "documents": figures.documents, "floors": new}}


def save(floors: Floors) -> None:
    """Write the floors down."""
    FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def below(floors: Floors, name: str, figures: Figures) -> list[str]:
    """What has fallen below its floor, one line each."""
    told = reached(figures)
    wanted: dict[str, float] = floors[name]["floors"]
    return [f"{k}: {told.get(k, 0.0):.3f} is below {v:.2f}" for k, v in sorted(wanted.items()) if told.get(k, 0.0) < v]
