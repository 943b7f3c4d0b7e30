"""Reading a command's files: bad ones are told in one line each, the rest goes on."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.documents.files import Source, corpus_root, find_sources, read_sources
from kg.errors import UserError


class Sources:
    """The texts behind a command's paths; ``bad`` counts the files that could not be read."""

    def __init__(self, paths: Sequence[Path], root: Path | None = None) -> None:
        self.bad = 0
        self.root = corpus_root(paths, root)
        self.found: list[Source] = []
        for path in paths:
            try:
                self.found += find_sources([path], self.root)
            except UserError as error:
                self.tell(error)
        self.found = sorted(set(self.found))

    def tell(self, error: UserError) -> None:
        """Print an error as one line and count it."""
        print(f"kg: {error.line}", file=sys.stderr)
        self.bad += 1

    def texts(self) -> Iterator[tuple[str, str]]:
        """Identifier and text of each file that can be read, in the order of the identifiers."""
        for source, text in read_sources(self.found):
            if isinstance(text, UserError):
                self.tell(text)
            else:
                yield source.identifier, text

    def __len__(self) -> int:
        return len(self.found)
