"""A store's graph onto a server: written beside what is there, made current by one statement, old versions removed.

Whatever ends it on the way, readers go on with the version that they follow; the next writing removes what is left.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kg.errors import UserError
from kg.graph.server.address import Address
from kg.graph.server.asking import rows_of
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.kept import ISSUES, META, PLACES, packed, piece, pieces
from kg.graph.server.names import BEFORE, HAS, HOLDS, OF, Version, base
from kg.graph.server.pointer import Pointer, begun, pointer
from kg.graph.server.rewriting import Asked
from kg.graph.server.writing import Writer, writer_of
from kg.graph.store import SERVER, GraphStore
from kg.graph.terms import document

_OWN = ("readings.jsonl", "readers", PLACES, ISSUES, META, SERVER)
"""Files of a version that go another way, or nowhere."""
_FEW = 1_000
"""Of so many statements Virtuoso may lose one: it takes some values for equal that are not."""
_BYTES = 2 << 20
"""Letters of statements that go together."""
Watch = Callable[[Iterable[str], int, str], Iterator[str]]


class Published(NamedTuple):
    """What came of it: whether anything was written, how many statements, and how many of them the server lost."""

    written: bool
    statements: int = 0
    lost: int = 0


def publish(store: GraphStore, address: Address, watch: Watch) -> Published:
    """Write a store's graph to a server, and let readers follow it.

    ``watch`` is given the documents, their number and a title, and shows how far it has come. Where the server's
    version is of the same readings nothing is written. Raises `UserError`; readers then have what they had.
    """
    endpoint = Endpoint(address)
    now = pointer(endpoint)
    made_of = _made_of(store)
    if now.current is not None and now.current.made_of == made_of[:16]:
        return Published(False)
    writer = writer_of(endpoint)
    last = max((v.number for v in (*begun(endpoint), *filter(None, now))), default=0)
    _remove_old(endpoint, writer, now)
    version = Version.new(address.corpus, last + 1, made_of)
    writer.add(f"{base(address.corpus)}/versions", [_mark(version, address.corpus)])
    writing = _Writing(store, version, writer)
    statements = writing.everything(watch)
    lost = statements - _kept(endpoint, version)
    if pointer(endpoint) != now or version not in begun(endpoint):
        raise UserError("was written by another process meanwhile", str(address), "look at both, and write again")
    if lost > (statements // _FEW if endpoint.is_virtuoso else 0):
        what = f"lost {lost:,} of {statements:,} statements"
        raise UserError(what, str(address), "look at the server's log; readers have what they had")
    _lead(endpoint, writer, now, version)
    _remove_old(endpoint, writer, Pointer(version, now.current))
    return Published(True, statements, lost)


def _made(store: GraphStore) -> dict[str, str]:
    """The hash of what made each reading, by identifier."""
    return {name: place.made for name, place in sorted(store.kept.places.items())}


def _made_of(store: GraphStore) -> str:
    """The hash of what a version is made of: its ``meta.json``, and the hash of what made each reading."""
    told = json.dumps([store.meta, _made(store)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


class _Writing:
    """The graphs of a version, one after the other, in batches."""

    def __init__(self, store: GraphStore, version: Version, writer: Writer) -> None:
        self._store, self._version, self._writer = store, version, writer

    def everything(self, watch: Watch) -> int:
        """Write all of them. How many statements there are in the merge and in the documents' graphs."""
        version, names = self._version, self._store.identifiers()
        self._put(version.documents, (f"<{version.held(d)}> <{OF}> <{d}> ." for d in map(document, names)))
        number = self._put(version.merge, (line.decode() for line in self._store.merged()))
        graphs = self._store.graphs()
        for _ in watch(names, len(names), "to the server"):
            for graph, lines in islice(graphs, 1):
                number += self._put(version.held(graph), (line.decode() for line in lines))
        self._put(version.readings, self._readings(names))
        self._put(version.files, self._files())
        return number

    def _put(self, graph: str, lines: Iterable[str]) -> int:
        """Write statements into a graph; how many there were."""
        number = 0
        for some in _batches(lines, self._writer.most):
            self._writer.add(graph, some)
            number += len(some)
        return number

    def _readings(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            for content in packed(self._store.kept.line(name)):
                yield f'<{document(name)}> <{HOLDS}> "{content}" .'

    def _files(self) -> Iterator[str]:
        with TemporaryDirectory(prefix="kg-") as made:
            folder = Path(made)
            (folder / META).write_text(json.dumps(self._store.meta, ensure_ascii=False), "utf-8")
            (folder / PLACES).write_text(json.dumps(_made(self._store), ensure_ascii=False), "utf-8")
            (folder / ISSUES).write_bytes(b"".join(line + b"\n" for line in self._store.kept.unread()))
            own = [p for p in self._store.folder.iterdir() if p.is_file() and p.name not in _OWN]
            for path in sorted((*folder.iterdir(), *own), key=lambda p: p.name):
                for number, content in enumerate(pieces(path)):
                    yield f'<{piece(self._version, path.name, number)}> <{HOLDS}> "{content}" .'


def _batches(lines: Iterable[str], most: int) -> Iterator[list[str]]:
    """Lines in batches of at most so many, and of about `_BYTES`."""
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if len(waiting) == most or size >= _BYTES:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


def _kept(endpoint: Endpoint, version: Version) -> int:
    """How many statements the server holds of the merge and of the documents' graphs."""
    merge = endpoint.rows(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{version.merge}> {{ ?s ?p ?o }} }}")
    each = f"GRAPH <{version.documents}> {{ ?g <{OF}> ?d }} GRAPH ?g {{ ?s ?p ?o }}"
    documents = endpoint.rows(f"SELECT (COUNT(*) AS ?n) {{ {each} }}")
    return int(merge[0]["n"]) + int(documents[0]["n"])


def _lead(endpoint: Endpoint, writer: Writer, now: Pointer, version: Version) -> None:
    """Let readers follow a version: one new statement moves them, the older ones only go out of the way."""
    name = base(endpoint.address.corpus)
    leads = f"<{name}> <{HAS}> <{version.iri}> ."
    stay = [f"<{version.iri}> <{BEFORE}> <{now.current.iri}> ."] if now.current else []
    if stay:
        writer.add(name, stay)
    writer.add(name, [leads])
    if now.current is not None:
        old = [f"<{name}> <{HAS}> <{now.current.iri}> ."]
        old += [f"<{now.current.iri}> <{BEFORE}> <{now.before.iri}> ."] if now.before else []
        writer.remove(name, old, [leads, *stay])


def _remove_old(endpoint: Endpoint, writer: Writer, now: Pointer) -> None:
    """Remove every version but the current one and the one before it, which readers may still be at work on."""
    corpus = endpoint.address.corpus
    every = begun(endpoint)
    for version in [v for v in every if not now.keeps(v)]:
        pattern = f"GRAPH <{version.documents}> {{ ?g <{OF}> ?d }}"
        listed = rows_of(endpoint, Asked("", "SELECT ?g", pattern, " ORDER BY ?g", ()), ["g"])
        held = [row["g"]["value"] for row in listed]
        for graph in (version.merge, version.readings, version.files, *held, version.documents):
            writer.drop(graph)
        every.remove(version)
        stay = [_mark(v, corpus) for v in every]
        writer.remove(f"{base(corpus)}/versions", [_mark(version, corpus)], stay)


def _mark(version: Version, corpus: str) -> str:
    return f"<{version.iri}> <{OF}> <{base(corpus)}> ."
