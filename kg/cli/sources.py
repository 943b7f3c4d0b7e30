"""Reading a command's files: bad ones are told in one line each, the rest goes on."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.inputs import STANDARD_INPUT, Given, paths_of
from kg.documents.article import Article
from kg.documents.fetching.address import Address
from kg.documents.files import Source, corpus_root, find_sources, read_sources
from kg.documents.formats.model import BY_ITSELF, Options
from kg.documents.piped import piped_articles
from kg.errors import UserError

if TYPE_CHECKING:
    from kg.documents.fetching.fetch import Fetcher


class Sources:
    """The articles behind what a command is given; ``bad`` counts the files, or parts, that could not be read."""

    def __init__(
        self,
        given: Sequence[Given],
        root: Path | None = None,
        options: Options = BY_ITSELF,
        apart: Sequence[Path] = (),
        fetcher: "Callable[[Sequence[Address]], Fetcher] | None" = None,
    ) -> None:
        """``apart`` are files and folders that are no documents, wherever they stand. ``fetcher`` makes what loads
        addresses; without it each is told to be one, and is not loaded.
        """
        self.bad = 0
        self.options = options
        self._fetcher = fetcher
        paths = paths_of(given)
        self.piped = STANDARD_INPUT in given
        self.addresses = sorted({g for g in given if isinstance(g, Address)})
        self.root = corpus_root(paths, root) if paths or root else Path.cwd()
        self.found: list[Source] = []
        for path in paths:
            try:
                self.found += find_sources([path], self.root, apart)
            except UserError as error:
                self.tell(error)
        self.found = sorted(set(self.found))
        if self.addresses and fetcher is None:
            for address in self.addresses:
                self.tell(UserError("is an address, and nothing is loaded unasked", address.url, "add --fetch"))
            self.addresses = []

    def tell(self, error: UserError) -> None:
        """Print an error as one line and count it."""
        print(f"kg: {error.line}", file=sys.stderr)
        self.bad += 1

    def articles(self) -> Iterator[Article]:
        """The articles that can be read: of files in the order of their identifiers, then piped, then fetched ones."""
        noted: Counter[str] = Counter()
        first: dict[str, str] = {}
        for found in self._all():
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

    def _all(self) -> Iterator[Article | UserError]:
        yield from read_sources(self.found, self.options)
        if self.piped:
            try:
                yield from piped_articles(sys.stdin.buffer, self.options)
            except UserError as error:
                yield error
        if self.addresses and self._fetcher is not None:
            from kg.documents.fetching.fetch import fetched_articles

            fetcher = self._fetcher(self.addresses)
            for address in self.addresses:
                yield from fetched_articles(fetcher, address, self.options)

    def __len__(self) -> int:
        return len(self.found) + len(self.addresses) + self.piped
