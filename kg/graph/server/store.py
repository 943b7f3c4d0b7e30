"""A version on a server, open for reading: it answers as an embedded store of the same graph does."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import UserError
from kg.graph.server.address import Address
from kg.graph.server.answers import constructed, solutions, truth
from kg.graph.server.asking import rows_of
from kg.graph.server.endpoint import Endpoint, Refused
from kg.graph.server.kept import META, Files, ServerReadings
from kg.graph.server.names import Version
from kg.graph.server.pointer import current, pointer
from kg.graph.server.rewriting import asked, calls_the_server, is_treacherous
from kg.graph.server.sparql_text import variables
from kg.graph.store import SERVER, GraphStore, with_offsets
from kg.graph.terms import document


class ServerStore(GraphStore):
    """A store whose graph stands on a server; what else is needed comes into a folder when it is asked for."""

    def __init__(self, endpoint: Endpoint, version: Version, folder: Path) -> None:
        self._endpoint, self._version = endpoint, version
        self._files = Files(endpoint, version, folder)
        super().__init__(Store(), folder, self._files.json(META))
        self.kept = ServerReadings(endpoint, version, self._files, folder)

    def query(
        self, text: str, name: str = "query", default: Sequence[str] = (), named: Sequence[str] = ()
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The server's answer to a query, as `GraphStore.query` gives it. Raises `UserError`."""
        form = super().query(text, name)  # of an empty graph: it says whether this is SPARQL, and its form
        if self._endpoint.is_virtuoso and calls_the_server(text):
            raise UserError("calls functions of the server's own", name, "ask with those of SPARQL 1.1")
        try:
            if self._endpoint.is_virtuoso and is_treacherous(text):
                raise Refused("cannot answer whether something EXISTS within an expression", name, "ask otherwise")
            return self._asked(text, form, default, named)
        except Refused:
            from kg.graph.server.apart import fetched  # rdflib takes a while to import

            found = None if default or named else fetched(text, self._endpoint, self._version)
            if found is None:
                raise
            return found.query(text)

    def _asked(
        self,
        text: str,
        form: QuerySolutions | QueryBoolean | QueryTriples,
        default: Sequence[str],
        named: Sequence[str],
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        sent = asked(text, self._version, default, named, self._endpoint.is_virtuoso)
        if isinstance(form, QueryBoolean):
            return truth(self._endpoint.truth(sent.text, sent.graphs))
        if isinstance(form, QueryTriples):
            names = variables(sent.template)
            return constructed(sent.prologue, sent.template, names, rows_of(self._endpoint, sent, names))
        names = tuple(v.value for v in form.variables)
        return solutions(names, rows_of(self._endpoint, sent, names))

    def graphs(self) -> Iterator[tuple[str, list[bytes]]]:
        """Each document's graph: its name, and its statements as lines of N-Triples, without line ends."""
        for identifier in self.identifiers():
            graph = document(identifier)
            yield graph, list(self._statements(f"GRAPH <{graph}> {{ ?s ?p ?o }}"))

    def merged(self) -> Iterator[bytes]:
        """The statements of all documents, each once, as lines of N-Triples without line ends."""
        return self._statements("?s ?p ?o")

    def check_standing(self) -> None:
        """Raise `UserError` where the version may have been removed while it was read."""
        if not pointer(self._endpoint).keeps(self._version):
            raise UserError("was written twice meanwhile", str(self._endpoint.address), "ask again")

    def fetch(self) -> None:
        """Let all files of the version come into its folder."""
        self._files.all()

    def _statements(self, pattern: str) -> Iterator[bytes]:
        found = self.query(f"SELECT ?s ?p ?o WHERE {{ {pattern} }}")
        assert isinstance(found, QuerySolutions)
        return (with_offsets(f"{s} {p} {o} .".encode()) for s, p, o in found)


@contextmanager
def open_server(address: Address) -> Iterator[ServerStore]:
    """The version that readers of a server follow. Raises `UserError` where the server holds none."""
    endpoint = Endpoint(address)
    with TemporaryDirectory(prefix="kg-") as name:
        folder, version = Path(name), current(endpoint)
        told = {"address": list(address), "endpoint": endpoint.told(), "version": version.iri}
        (folder / SERVER).write_text(json.dumps(told), "utf-8")
        yield ServerStore(endpoint, version, folder)


def open_marked(folder: Path) -> ServerStore:
    """The store of such a folder, in another process than the one that made it."""
    told = json.loads((folder / SERVER).read_text("utf-8"))
    endpoint = Endpoint(Address(*told["address"])).knowing(told["endpoint"])
    return ServerStore(endpoint, Version(told["version"]), folder)
