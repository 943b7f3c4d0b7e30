"""What a store remembers of how it was made, so that the next build and a removal go the same way."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UserError
from kg.graph.versions import current_version
from kg.identity.judgements import Judgement
from kg.use.judging.file import beside, read_judgements

LEAST_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """The corpus root, the folders of a user's own lexicon tables, the least confidence of a claim, the file of
    judgements where it is not the one beside the store, and what records' fields are called, by our names.
    """

    root: Path | None = None
    lexicon: tuple[Path, ...] = ()
    min_confidence: float = LEAST_CONFIDENCE
    judgements: Path | None = None
    fields: tuple[tuple[str, str], ...] = ()

    def meta(self) -> dict[str, Any]:
        """As it stands in ``meta.json``."""
        folders = [str(folder) for folder in self.lexicon]
        told = {"root": str(self.root), "lexicon_folders": folders, "min_confidence": self.min_confidence}
        told |= {"fields": dict(self.fields)} if self.fields else {}
        return told | ({"judgements_file": str(self.judgements)} if self.judgements else {})

    def judgements_of(self, store: Path) -> Path:
        """The file of judgements that a store obeys."""
        return self.judgements or beside(store)

    def judged(self, store: Path) -> tuple[Judgement, ...]:
        """What people decided, as the file says now; nothing where the file beside the store is not there.

        Raises `UserError` for a row that cannot be meant, and where a file that was told cannot be read.
        """
        path = self.judgements_of(store)
        return read_judgements(path) if self.judgements or path.exists() else ()


def remembered(store: Path) -> Settings | None:
    """The settings of a store's current version; None where there is no store or it is damaged."""
    try:
        with current_version(store) as version:
            meta = json.loads((version / "meta.json").read_text("utf-8"))
    except (UserError, OSError, ValueError):
        return None
    root, folders, judgements = (meta.get(name) for name in ("root", "lexicon_folders", "judgements_file"))
    return Settings(
        Path(root) if root else None,
        tuple(map(Path, folders or ())),
        float(meta.get("min_confidence", LEAST_CONFIDENCE)),
        Path(judgements) if judgements else None,
        tuple(sorted((meta.get("fields") or {}).items())),
    )


def settled(
    known: Settings | None,
    root: Path | None,
    lexicon: Sequence[Path],
    min_confidence: float | None,
    judgements: Path | None = None,
    fields: Mapping[str, str] | None = None,
) -> Settings:
    """What a store remembers, and over it what is told now."""
    known = known or Settings()
    return Settings(
        root or known.root,
        tuple(folder.absolute() for folder in lexicon) or known.lexicon,
        known.min_confidence if min_confidence is None else min_confidence,
        judgements.absolute() if judgements else known.judgements,
        tuple(sorted(fields.items())) if fields else known.fields,
    )
