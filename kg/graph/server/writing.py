"""What a server is told: statements into a graph, a graph away. By SPARQL Update or by the Graph Store Protocol."""

from collections.abc import Callable, Sequence
from typing import Protocol
from urllib.parse import quote

from kg.errors import UserError
from kg.graph.server.authorization import credentials
from kg.graph.server.connection import Reply, shown
from kg.graph.server.endpoint import Endpoint

_TEXT = {"Content-Type": "application/sparql-update; charset=utf-8", "Accept": "*/*"}
_LINES = {"Content-Type": "application/n-triples; charset=utf-8", "Accept": "*/*"}
_BY_UPDATE, _BY_GRAPH = 2_000, 10_000
"""Statements that go together; Virtuoso's memory for one update ends at about 5,000."""
_NOT_HERE = (301, 302, 307, 308, 404, 405, 406, 415, 501)
_NEVER = (401, 403, *_NOT_HERE)


class Writer(Protocol):
    """Writes to a server. Statements are lines of N-Triples; every step may be repeated without harm.

    All of them raise `UserError` where the server does not do it.
    """

    most: int
    """So many statements go together."""

    def add(self, graph: str, lines: Sequence[str]) -> None:
        """Put statements into a graph, beside what it holds."""
        ...

    def drop(self, graph: str) -> None:
        """Take a graph away, if it is there."""
        ...

    def remove(self, graph: str, lines: Sequence[str], stay: Sequence[str]) -> None:
        """Take statements out of a graph in which the others (``stay``) stay."""
        ...


class UpdateWriter:
    """SPARQL 1.1 Update."""

    most = _BY_UPDATE

    def __init__(self, endpoint: Endpoint, url: str) -> None:
        self._endpoint, self._url = endpoint, url

    def add(self, graph: str, lines: Sequence[str]) -> None:
        """`Writer.add`."""
        _halving(lambda some: self.send(f"INSERT DATA {{ GRAPH <{graph}> {{\n{_joined(some)}}} }}"), lines, self._url)

    def drop(self, graph: str) -> None:
        """`Writer.drop`."""
        _checked(self.send(f"DROP SILENT GRAPH <{graph}>"), self._url)

    def remove(self, graph: str, lines: Sequence[str], stay: Sequence[str]) -> None:
        """`Writer.remove`."""
        if lines:
            _checked(self.send(f"DELETE DATA {{ GRAPH <{graph}> {{\n{_joined(lines)}}} }}"), self._url)

    def send(self, text: str) -> Reply:
        """Send an update, and give back what the server says of it."""
        return self._endpoint.connection.send("POST", self._url, text.encode(), _TEXT)


class GraphStoreWriter:
    """The SPARQL 1.1 Graph Store HTTP Protocol, with graphs named in the address."""

    most = _BY_GRAPH

    def __init__(self, endpoint: Endpoint, url: str) -> None:
        self._endpoint, self._url = endpoint, url
        self._parameter = "graph-uri" if endpoint.is_virtuoso else "graph"

    def add(self, graph: str, lines: Sequence[str]) -> None:
        """`Writer.add`."""
        _halving(lambda some: self._send("POST", graph, some), lines, self._url)

    def drop(self, graph: str) -> None:
        """`Writer.drop`."""
        reply = self._send("DELETE", graph, ())
        if reply.status != 404:
            _checked(reply, self._url)

    def remove(self, graph: str, lines: Sequence[str], stay: Sequence[str]) -> None:
        """`Writer.remove`."""
        if lines and stay:
            _checked(self._send("PUT", graph, stay), self._url)
        elif lines:
            self.drop(graph)

    def _send(self, method: str, graph: str, lines: Sequence[str]) -> Reply:
        url = f"{self._url}{'&' if '?' in self._url else '?'}{self._parameter}={quote(graph, safe='')}"
        return self._endpoint.connection.send(method, url, _joined(lines).encode(), _LINES if lines else {})


def writer_of(endpoint: Endpoint) -> Writer:
    """How the server that an endpoint belongs to is written to, as its address says or as is usual.

    Raises `UserError` where no place is found that takes updates.
    """
    address = endpoint.address
    if address.graph_store and not address.update:
        return GraphStoreWriter(endpoint, address.graph_store)
    refused: Reply | None = None
    for url in [address.update] if address.update else _usual(endpoint):
        writer = UpdateWriter(endpoint, url)
        reply = writer.send("INSERT DATA {}")
        if reply.fine:
            return writer
        refused = reply if refused is None or refused.status in _NOT_HERE else refused
    assert refused is not None
    what = f"takes no updates ({refused.told})"
    raise UserError(what, str(address.update or address), "name the right place with --update or --graph-store")


def _usual(endpoint: Endpoint) -> list[str]:
    """Where servers take updates whose queries go to this address, the likeliest first."""
    url = endpoint.url
    begin, _, last = url.rpartition("/")
    if endpoint.is_virtuoso:
        own = credentials(_host(url)) is not None
        return [f"{begin}/sparql-auth"] if own else [url]
    if begin.endswith("/repositories"):
        return [f"{url}/statements"]
    return [f"{begin}/update", url] if last in ("query", "sparql") else [url, f"{url}/update"]


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url).hostname or ""


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _checked(reply: Reply, url: str) -> None:
    if reply.status == 403:
        raise UserError(f"does not let us write ({reply.told})", shown(url), "ask who runs it for the right to update")
    if not reply.fine:
        raise UserError(f"did not take what was written ({reply.told})", shown(url), "look at the server's log")


def _halving(send: Callable[[Sequence[str]], Reply], lines: Sequence[str], url: str) -> None:
    """Send lines together, or in halves where that is too much for the server."""
    waiting = [lines]
    while waiting:
        some = waiting.pop()
        reply = send(some)
        if reply.fine or reply.status in _NEVER or len(some) <= 1:
            _checked(reply, url)
            continue
        middle = len(some) // 2
        waiting += [some[middle:], some[:middle]]
