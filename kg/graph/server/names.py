"""What the graphs of a written version are called, and how a version stands to the others of its corpus.

    BASE                        the pointer: BASE hasVersion VERSION; VERSION replaces the one before (Dublin Core)
    BASE/versions               each version that was begun and is not removed: VERSION isVersionOf BASE
    VERSION/all                 the merge of all documents' graphs, each statement once
    VERSION/documents           which graph holds which document's: GRAPH isVersionOf DOCUMENT
    VERSION/document/NAME       the graph of one document
    VERSION/readings            the documents' readings, packed
    VERSION/files               what else a reader needs (meta.json, label index, …), packed, in pieces

BASE is ``…/id/graph/CORPUS``, VERSION is ``BASE/NUMBER-HASH``: the hash is of what the version was made of.
"""

from typing import NamedTuple

from kg.graph.terms import ID, PREFIXES, encode

HAS, OF, BEFORE = (f"{PREFIXES['dcterms']}{name}" for name in ("hasVersion", "isVersionOf", "replaces"))
HOLDS = f"{PREFIXES['rdf']}value"
_DOCUMENT = f"{ID}document/"


def base(corpus: str) -> str:
    """The IRI of a corpus on a server, which is the name of its pointer too."""
    return f"{ID}graph/{encode(corpus.replace('/', '-'))}"


class Version(NamedTuple):
    """A written version by its IRI."""

    iri: str

    @classmethod
    def new(cls, corpus: str, number: int, made_of: str) -> "Version":
        """The version of a number that is made of what has this hash (hexadecimal)."""
        return cls(f"{base(corpus)}/{number:06d}-{made_of[:16]}")

    @property
    def number(self) -> int:
        """Later versions have greater numbers."""
        told = self.iri.rpartition("/")[2].partition("-")[0]
        return int(told) if told.isdecimal() else 0

    @property
    def made_of(self) -> str:
        """The beginning of the hash of what it was made of."""
        return self.iri.rpartition("-")[2]

    @property
    def merge(self) -> str:
        """The graph of all statements."""
        return f"{self.iri}/all"

    @property
    def documents(self) -> str:
        """The graph that tells which graph holds which document's."""
        return f"{self.iri}/documents"

    @property
    def readings(self) -> str:
        """The graph of readings."""
        return f"{self.iri}/readings"

    @property
    def files(self) -> str:
        """The graph of files."""
        return f"{self.iri}/files"

    def held(self, graph: str) -> str:
        """The graph that holds the graph of this name (a document's IRI)."""
        return f"{self.iri}/document/{graph.removeprefix(_DOCUMENT)}"
