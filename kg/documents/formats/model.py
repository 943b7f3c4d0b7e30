"""What a format is: it recognises a file and takes the articles out of it.

A format that is not ours comes from an installed package that names it under the entry point group ``kg.formats``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO, Protocol

from kg.documents.article import Article
from kg.errors import UserError

_HEAD = 8192


@dataclass(frozen=True)
class Raw:
    """A file as found: on disk, in an archive, from standard input or an address.

    ``name`` is the identifier of what it holds: the path relative to the corpus root (NFC, ``/``). ``size`` counts
    bytes. ``open`` opens it anew from its beginning. ``media_type`` is what a server says of it (``text/html``), else
    empty; ``charset`` likewise.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO] = field(compare=False)
    media_type: str = ""
    charset: str = ""

    @cached_property
    def start(self) -> bytes:
        """Its first bytes, enough to recognise a format by."""
        with self.open() as file:
            return file.read(_HEAD)

    def content(self, most: int) -> bytes:
        """All its bytes. Raises `UserError` where there are more than ``most``."""
        if self.size > most:
            raise UserError(
                f"has {self.size / 1e6:.0f} MB, more than {most / 1e6:.0f} MB", self.name, "split it into articles"
            )
        with self.open() as file:
            return file.read()


@dataclass(frozen=True)
class Options:
    """What a user says of the files: ``fields`` maps our names of a record's fields (title, text …) to the file's."""

    fields: Mapping[str, str] = field(default_factory=dict)


BY_ITSELF = Options()
"""Where a user says nothing."""


class Format(Protocol):
    """One format of files."""

    @property
    def name(self) -> str:
        """As it is told to users: ``HWPX``."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files' names, lower case, with the dot."""

    def recognises(self, raw: Raw) -> bool:
        """Whether the content is of this format, whatever its name is."""

    def articles(self, raw: Raw, options: Options) -> Iterator[Article | Raw | UserError]:
        """The articles in a file, in its order; files that stand in it (an archive's); and an error for each part that
        cannot be read. Raises `UserError` where nothing of it can be read.
        """
