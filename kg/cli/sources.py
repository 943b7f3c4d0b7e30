"""Reading a command's files: bad ones are told in one line each, the rest goes on."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.documents.article import Article
from kg.documents.files import Source, corpus_root, find_sources, read_sources
from kg.documents.formats.model import BY_ITSELF, Options
from kg.errors import UserError


class Sources:
    """The articles behind a command's paths; ``bad`` counts the files, or parts of them, that could not be read."""

    def __init__(self, paths: Sequence[Path], root: Path | None = None, options: Options = BY_ITSELF) -> None:
        self.bad = 0
        self.options = options
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

    def articles(self) -> Iterator[Article]:
        """The articles in the files that can be read, file by file in the order of their identifiers."""
        noted: Counter[str] = Counter()
        first: dict[str, str] = {}
        for found in read_sources(self.found, self.options):
            if isinstance(found, UserError):
                self.tell(found)
                continue
            for note in found.notes:
                noted[note] += 1
                first.setdefault(note, found.identifier)
            yield found
        for note, number in sorted(noted.items()):
            more = f" (and {number - 1} more)" if number > 1 else ""
            print(f"kg: {first[note]}{more}: {note}", file=sys.stderr)

    def __len__(self) -> int:
        return len(self.found)
