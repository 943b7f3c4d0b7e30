"""A server of the three protocols on an embedded store, which can be told to fail."""

import hashlib
import json
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple, cast
from urllib.parse import parse_qsl, urlsplit

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
)

NONCE = "dcd98b7102dd2f0e"


class Request(NamedTuple):
    """What a client sent."""

    method: str
    path: str
    body: bytes
    authorization: str


class SmallServer:
    """The server's store, what it was asked, and how it fails.

    ``fails`` gives the status of a request that shall fail, 0 for one that shall not; ``most`` is how many rows an
    answer has at most, as Virtuoso does it; ``scheme`` is Basic or Digest where it wants ``user`` and ``password``.
    """

    def __init__(self) -> None:
        self.store = Store()
        self.requests: list[Request] = []
        self.fails: Callable[[Request], int] = lambda request: 0
        self.most = 0
        self.name = "Small"
        self.scheme = ""
        self.user, self.password = "나", "비밀"
        self.url = ""

    def graphs(self) -> set[str]:
        """The names of the graphs that it holds."""
        return {graph.value for graph in self.store.named_graphs() if isinstance(graph, NamedNode)}

    def allows(self, request: Request) -> bool:
        """Whether the client has told who it is."""
        if not self.scheme:
            return True
        if self.scheme == "Basic":
            return request.authorization == "Basic " + b64encode(f"{self.user}:{self.password}".encode()).decode()
        if not request.authorization.startswith("Digest "):
            return False
        told = dict(part.strip().split("=", 1) for part in request.authorization[len("Digest ") :].split(","))

        def hashed(*parts: str) -> str:
            return hashlib.md5(":".join(parts).encode()).hexdigest()

        who, what = hashed(self.user, "here", self.password), hashed(request.method, request.path)
        once = told["cnonce"].strip('"')
        return told["response"].strip('"') == hashed(who, NONCE, told["nc"], once, "auth", what)


@contextmanager
def small_server() -> Iterator[SmallServer]:
    """Such a server on a free port of this machine; its address is ``url``."""
    told = SmallServer()
    handler = type("Handler", (_Handler,), {"told": told})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    told: SmallServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        self._answer()

    do_PUT = do_DELETE = do_GET = do_POST

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = Request(self.command, self.path, body, self.headers.get("Authorization", ""))
        self.told.requests.append(request)
        status = self.told.fails(request)
        if status:
            return self._send(status, b"as you wish")
        if not self.told.allows(request):
            digest = f'Digest realm="here", nonce="{NONCE}", qop="auth", opaque="x", algorithm=MD5'
            return self._send(401, headers={"WWW-Authenticate": digest if self.told.scheme == "Digest" else "Basic"})
        path = urlsplit(self.path).path
        try:
            if path == "/query":
                return self._query(dict(parse_qsl(body.decode())), parse_qsl(body.decode()))
            if path == "/update":
                self.told.store.update(body.decode())
                return self._send(204)
            if path == "/store":
                return self._graph(dict(parse_qsl(urlsplit(self.path).query))["graph"], body)
        except (SyntaxError, ValueError, KeyError) as error:
            return self._send(400, str(error).encode())
        self._send(404, b"nothing here")

    def _query(self, told: dict[str, str], every: list[tuple[str, str]]) -> None:
        graphs = {name: [NamedNode(v) for k, v in every if k == f"{name}-graph-uri"] for name in ("default", "named")}
        chosen: Any = {"default_graph": graphs["default"], "named_graphs": graphs["named"]}
        found = self.told.store.query(told["query"], **(chosen if any(graphs.values()) else {}))
        if isinstance(found, QueryBoolean):
            return self._send(200, cast(bytes, found.serialize(format=QueryResultsFormat.JSON)))
        assert isinstance(found, QuerySolutions)
        answer = json.loads(cast(bytes, found.serialize(format=QueryResultsFormat.JSON)))
        headers = {}
        if self.told.most and len(answer["results"]["bindings"]) >= self.told.most:
            answer["results"]["bindings"] = answer["results"]["bindings"][: self.told.most]
            headers["X-SPARQL-MaxRows"] = str(self.told.most)
        self._send(200, json.dumps(answer).encode(), headers)

    def _graph(self, name: str, body: bytes) -> None:
        graph = NamedNode(name)
        if self.command in ("PUT", "DELETE"):
            if self.command == "DELETE" and not self.told.store.contains_named_graph(graph):
                return self._send(404)
            self.told.store.remove_graph(graph)
        if self.command in ("PUT", "POST"):
            self.told.store.load(body, RdfFormat.N_TRIPLES, to_graph=graph)
        self._send(204)

    def _send(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Server", self.told.name)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
