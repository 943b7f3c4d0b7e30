"""The label index of a version, open for searching."""

from pathlib import Path
from typing import NamedTuple


class Hit(NamedTuple):
    """A thing that was found: its IRI, kind and label, the spelling that matched where it is another one.

    ``region`` is the label of the region that it belongs to, empty where none is told; ``documents`` is in how many
    documents it is told of.
    """

    iri: str
    kind: str
    label: str
    spelling: str
    region: str
    documents: int


class Index:
    """The label index of a version."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def search(self, words: str, kinds: tuple[str, ...] = (), region: str = "", limit: int = 20) -> list[Hit]:
        """Things whose label or other spelling fits the words, best first; none for empty words.

        ``kinds`` (person, organization, program, region, event, document) and ``region`` (a region's IRI) narrow it.
        """
        return []
