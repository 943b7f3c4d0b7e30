"""What a store remembers of how it was made, so that the next build and a removal go the same way."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UserError
from kg.graph.versions import current_version

LEAST_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """The corpus root, the folders of a user's own lexicon tables, and the least confidence of a claim."""

    root: Path | None = None
    lexicon: tuple[Path, ...] = ()
    min_confidence: float = LEAST_CONFIDENCE

    def meta(self) -> dict[str, Any]:
        """As it stands in ``meta.json``."""
        folders = [str(folder) for folder in self.lexicon]
        return {"root": str(self.root), "lexicon_folders": folders, "min_confidence": self.min_confidence}


def remembered(store: Path) -> Settings | None:
    """The settings of a store's current version; None where there is no store or it is damaged."""
    try:
        with current_version(store) as version:
            meta = json.loads((version / "meta.json").read_text("utf-8"))
    except (UserError, OSError, ValueError):
        return None
    root, folders = meta.get("root"), meta.get("lexicon_folders", ())
    return Settings(
        Path(root) if root else None, tuple(map(Path, folders)), float(meta.get("min_confidence", LEAST_CONFIDENCE))
    )


def settled(
    known: Settings | None, root: Path | None, lexicon: Sequence[Path], min_confidence: float | None
) -> Settings:
    """What a store remembers, and over it what is told now."""
    known = known or Settings()
    return Settings(
        root or known.root,
        tuple(folder.absolute() for folder in lexicon) or known.lexicon,
        known.min_confidence if min_confidence is None else min_confidence,
    )
