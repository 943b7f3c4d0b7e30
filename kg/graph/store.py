"""The graph on disk: Oxigraph behind one door, for writing once and for reading by many.

Only here, in `kg.graph.ontology` and in the exports is pyoxigraph imported; answers leave as plain values.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from kg.errors import UserError
from kg.graph.answers import Table, asks_elsewhere, columns, plain
from kg.graph.kept import KeptReadings, Place
from kg.graph.loading import fill, load
from kg.graph.replacing import replace_graph
from kg.graph.versions import current_version, new_version, share, version_before
from kg.resolution.reading import Reading, Unread

if TYPE_CHECKING:
    from kg.graph.server.address import Address

_OFFSET = re.compile(rb'(nif-core#(?:begin|end)Index> "[0-9]+"\^\^<http://www\.w3\.org/2001/XMLSchema#)integer>')


def with_offsets(lines: bytes) -> bytes:
    """Lines of N-Triples from Oxigraph, which keeps whole numbers as ``xsd:integer``, with the offsets' own type."""
    return _OFFSET.sub(rb"\1nonNegativeInteger>", lines)


SERVER = "server.json"
"""Stands in a version's folder in the place of its graph where that is on a server."""


class Writing:
    """A version at work: readings one by one, then the quads, then what is known about the whole.

    It begins with nothing, or with what the version before holds (`inherit`).
    """

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self.folder, self._files = folder, files
        self._readings: IO[bytes] | None = None
        self._issues: IO[bytes] | None = None
        self._kept = KeptReadings(folder)
        self._kept.places = {}

    @property
    def places(self) -> dict[str, Place]:
        """Where each reading stands."""
        return self._kept.places

    def inherit(self, before: KeptReadings, goes: Iterable[str]) -> None:
        """Begin with the readings and the graph of another version, without the readings of some documents.

        Files that never change are shared with it, files that only grow too.
        """
        share(before.folder, self.folder)
        gone = set(goes)
        self._kept.places = {name: place for name, place in before.places.items() if name not in gone}

    def add(self, reading: Reading, made: str = "", line: bytes = b"") -> None:
        """Keep a reading and what it did not understand.

        ``made`` is the hash of what made it, ``line`` its JSON with a line end where somebody has it already.
        """
        if self._readings is None or self._issues is None:
            self._readings = self._files.enter_context((self.folder / "readings.jsonl").open("ab"))
            self._issues = self._files.enter_context((self.folder / "issues.jsonl").open("ab"))
        line = line or reading.to_json().encode() + b"\n"
        begin, unread = self._readings.tell(), self._issues.tell()
        self._readings.write(line)
        for each in reading.unread:
            row = {"document": reading.identifier, **each._asdict()}
            self._issues.write(json.dumps(row, ensure_ascii=False, sort_keys=True).encode() + b"\n")
        place = Place(begin, len(line), made, (unread, self._issues.tell() - unread))
        self._kept.places[reading.identifier] = place

    def readings(self, identifiers: Iterable[str] | None = None) -> Iterator[Reading]:
        """The readings, or those of these documents, in the order of their identifiers."""
        self._flush()
        return self._kept.of(sorted(self.places if identifiers is None else identifiers))

    def load(self, lines: Iterable[str]) -> None:
        """Put lines of N-Quads (without line ends) into the graph; it must still be empty."""
        load(self.folder / "graph", lines)

    def replace(self, graphs: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Put lines of N-Quads in the place of documents' graphs; none for a document that goes.

        ``graphs`` are identifiers with the lines of the document's graph.
        """
        graph = Store(str(self.folder / "graph"))
        for identifier, lines in graphs:
            replace_graph(graph, identifier, lines)
        graph.flush()
        del graph  # closes its files

    def _flush(self) -> None:
        for file in (self._readings, self._issues):
            if file is not None:
                file.flush()

    def finish(self, meta: Mapping[str, Any]) -> None:
        """Write down what is known about the whole: root, fingerprint; nothing of time."""
        for name in ("readings.jsonl", "issues.jsonl"):
            (self.folder / name).touch()
        text = json.dumps(meta, ensure_ascii=False, sort_keys=True, indent=1)
        (self.folder / "meta.json").write_text(text + "\n", "utf-8")
        places = json.dumps(dict(sorted(self.places.items())), ensure_ascii=False, separators=(",", ":"))
        (self.folder / "places.json").write_text(places + "\n", "utf-8")
        self._flush()
        for file in (self._readings, self._issues):
            if file is not None:
                os.fsync(file.fileno())


@contextmanager
def write_store(folder: Path, meta: Mapping[str, Any], keep_before: bool = False) -> Iterator[Writing]:
    """Build the next version of a store; it becomes current when the block ends without an error.

    With ``keep_before`` the version that was current stays beside it. Raises `UserError` where another process is
    writing.
    """
    with new_version(folder, keep_before) as version:
        with ExitStack() as files:
            writing = Writing(version, files)
            yield writing
            writing.finish(meta)
        if not (version / "graph").exists():
            writing.load(())


@contextmanager
def open_store(place: "Path | Address") -> Iterator["GraphStore"]:
    """The current version of a store in a folder or on a server, for reading; it stays as it is in the block.

    Raises `UserError` where there is none or it is damaged.
    """
    if isinstance(place, Path):
        with current_version(place) as version:
            yield open_version(version, place)
    else:
        from kg.graph.server.store import open_server  # who has a folder needs no network

        with open_server(place) as store:
            yield store
            store.check_standing()


@contextmanager
def open_before(folder: Path) -> Iterator["GraphStore"]:
    """The version before the current one, where a build kept it. Raises `UserError` where none was kept."""
    with version_before(folder) as version:
        yield open_version(version, folder)


def on_server(version: Path) -> bool:
    """Whether the graph of a version stands on a server, and its folder holds only what goes with it."""
    return (version / SERVER).exists()


def open_version(version: Path, place: "Path | Address") -> "GraphStore":
    """A version's graph, for reading; ``place`` names the store in errors. Raises `UserError` where it is damaged."""
    if on_server(version):
        from kg.graph.server.store import open_marked

        return open_marked(version)
    try:
        graph = Store.read_only(str(version / "graph"))
        meta = json.loads((version / "meta.json").read_text("utf-8"))
    except (OSError, RuntimeError, ValueError) as error:
        raise UserError("is damaged", str(place), "build it again with kg build") from error
    return GraphStore(graph, version, meta)


class GraphStore:
    """A store that is open for reading.

    A query's default graph is the merge of all documents' graphs, each triple once; ``GRAPH ?document { … }`` asks who
    says it.
    """

    def __init__(self, graph: Store, folder: Path, meta: Mapping[str, Any]) -> None:
        self._graph, self.folder, self.meta = graph, folder, meta
        self.kept = KeptReadings(folder)

    def check_standing(self) -> None:
        """Raise `UserError` where the version was removed while it was read; one in a folder never is."""

    @classmethod
    def of(cls, lines: Iterable[str]) -> "GraphStore":
        """A store in memory, for a few documents and for tests."""
        graph = Store()
        fill(graph, lines)
        return cls(graph, Path(), {})

    def query(
        self, text: str, name: str = "query", default: Sequence[str] = (), named: Sequence[str] = ()
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The raw answer to a SPARQL query; ``name`` says in an error whose text is wrong. Raises `UserError`.

        Where ``default`` or ``named`` holds IRIs of graphs, the query sees these alone, whatever graphs it names.
        """
        if asks_elsewhere(text):
            raise UserError("asks another server (SERVICE)", name, "ask that server itself: this store works offline")
        try:
            if not default and not named:
                return self._graph.query(text)
            merged, others = ([cast(NamedNode | BlankNode, NamedNode(i)) for i in iris] for iris in (default, named))
            return self._graph.query(text, default_graph=[*merged], named_graphs=others)
        except SyntaxError as error:
            raise UserError(f"is no SPARQL ({' '.join(str(error).split())})", name, "mend the query") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise UserError(f"cannot be answered ({' '.join(str(error).split())})", name, "build it again") from error

    def select(self, text: str, name: str = "query") -> Table:
        """The rows of a SELECT query as plain terms, columns in the order in which the query names them.

        Raises `UserError` for a query that cannot be read or is of another form.
        """
        found = self.query(text, name)
        if not isinstance(found, QuerySolutions):
            raise UserError("gives no table", name, "ask with SELECT")
        variables = [v.value for v in found.variables]
        order = columns(text, variables)
        places = [variables.index(name) for name in order]
        return Table(order, (tuple([plain(row[place]) for place in places]) for row in found))

    def ask(self, text: str) -> bool:
        """The answer to an ASK query."""
        return bool(self.query(text))

    def lines(self) -> list[bytes]:
        """All quads as sorted lines of canonical N-Quads, without line ends."""
        found: list[bytes] = []
        for graph, lines in self.graphs():
            end = f"<{graph}> .".encode()
            found += [line[:-1] + end for line in lines]
        found.sort()
        return found

    def graphs(self) -> Iterator[tuple[str, list[bytes]]]:
        """Each document's graph: its name, and its statements as lines of N-Triples, without line ends."""
        for graph in self._graph.named_graphs():
            dumped = self._graph.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
            yield graph.value, with_offsets(dumped).splitlines()

    def merged(self) -> Iterator[bytes]:
        """The statements of all documents, each once, as lines of N-Triples without line ends."""
        with TemporaryFile() as file:
            self._graph.dump(file, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
            file.seek(0)
            for line in file:
                yield with_offsets(line).rstrip(b"\n")

    def count(self) -> int:
        """How many quads the documents' graphs hold."""
        ((number,),) = self.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?document { ?s ?p ?o } }").rows
        return int(number.value) if number else 0

    def identifiers(self) -> list[str]:
        """The documents' identifiers, sorted."""
        with self._readable():
            return sorted(self.kept.places)

    def document_count(self) -> int:
        """How many documents the store holds."""
        with self._readable():
            return len(self.kept.places)

    def readings(self) -> Iterator[Reading]:
        """All readings, one after the other. Raises `UserError` where they are damaged."""
        with self._readable():
            yield from self.kept

    def reading(self, identifier: str) -> Reading:
        """The reading of one document. Raises `UserError` where there is none."""
        with self._readable():
            return self.kept.reading(identifier)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Tell what cannot be read as one line; another version of this program may have written it."""
        try:
            yield
        except (OSError, ValueError, KeyError, TypeError) as error:
            what = "holds readings that are damaged or that another version of kg wrote"
            raise UserError(what, str(self.folder), "build it again with kg build") from error

    def issues(self) -> Iterator[tuple[str, Unread]]:
        """What was seen and not understood, with the document's identifier."""
        with self._readable():
            lines = [json.loads(line) for line in self.kept.unread()]
        for row in lines:
            yield row["document"], Unread(row["kind"], row["begin"], row["end"], row["reason"])
