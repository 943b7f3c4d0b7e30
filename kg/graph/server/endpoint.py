"""A server's query endpoint: found from the address that a user names, asked by the SPARQL 1.1 Protocol."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from kg.errors import UserError
from kg.graph.server.address import Address
from kg.graph.server.connection import Connection, Reply

ROWS, STATEMENTS = "application/sparql-results+json", "application/n-triples"
_FORM = "application/x-www-form-urlencoded"
_PLACES = ("", "/query", "/sparql")
"""Where below an address queries may be answered."""

_FAILED = b"Virtuoso "
"""What Virtuoso begins with where its compiler fails, or its memory ends."""
Row = Mapping[str, str]
"""Values by variable, where only their words matter."""


class Refused(UserError):
    """The server does not understand a query, or fails at it; that it is SPARQL is for the caller to know."""


class Endpoint:
    """Where queries go. Nothing is sent before something is asked."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.connection = Connection()
        self._url = ""
        self.server = ""

    @property
    def url(self) -> str:
        """The address that answers queries. Raises `UserError` where none does."""
        if not self._url:
            self._find()
        return self._url

    @property
    def is_virtuoso(self) -> bool:
        """Whether the server is one whose dialect must be minded."""
        return bool(self.url) and self.server.startswith("Virtuoso")

    def _find(self) -> None:
        told: list[Reply] = []
        begin = self.address.url.rstrip("/")
        for place in _PLACES:
            url = self.address.url if not place else begin + place
            reply = self._sent(url, "ASK {}", ROWS, ())
            told.append(reply)
            if reply.fine and _is_truth(reply.body):
                self._url, self.server = url, reply.headers.get("server", "")
                return
        forbidden = next((r for r in told if r.status == 403), None)
        why = f"does not allow this ({forbidden.told})" if forbidden else f"answers no SPARQL ({told[0].told})"
        raise UserError(why, str(self.address), "give the address of its query endpoint")

    def send(self, query: str, accept: str, graphs: Sequence[tuple[str, str]] = ()) -> Reply:
        """The answer to a query. ``graphs`` are (``default-graph-uri`` or ``named-graph-uri``, IRI).

        Raises `UserError` where the server does not answer it.
        """
        reply = self._sent(self.url, query, accept, graphs)
        if reply.fine:
            return reply
        what, where, do = f"cannot answer ({reply.told})", str(self.address), "ask in another way"
        if reply.status == 400 or (reply.status == 500 and reply.body.startswith(_FAILED)):
            raise Refused(what, where, do)
        raise UserError(what, where, do)

    def _sent(self, url: str, query: str, accept: str, graphs: Sequence[tuple[str, str]]) -> Reply:
        body = urlencode([("query", query), *graphs]).encode()
        return self.connection.send("POST", url, body, {"Accept": accept, "Content-Type": _FORM})

    def rows(self, query: str) -> list[Row]:
        """The rows of a query of our own, as plain words."""
        found = json.loads(self.send(query, ROWS).body)
        return [{k: str(v["value"]) for k, v in row.items()} for row in found["results"]["bindings"]]

    def truth(self, query: str, graphs: Sequence[tuple[str, str]] = ()) -> bool:
        """The answer to an ASK query."""
        return bool(json.loads(self.send(query, ROWS, graphs).body)["boolean"])

    def told(self) -> list[str]:
        """What was found out about the server, for `knowing`."""
        return [self.url, self.server]

    def knowing(self, told: Sequence[str]) -> "Endpoint":
        """The endpoint, which need not find out what another process has found out."""
        self._url, self.server = told
        return self


def _is_truth(body: bytes) -> bool:
    try:
        told: Any = json.loads(body)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("boolean") is True


def sibling(url: str, places: Mapping[str, str]) -> str:
    """The address that follows from another by its end; empty where no end is known."""
    for end, other in places.items():
        if re.search(end, url):
            return re.sub(end, other, url)
    return ""
