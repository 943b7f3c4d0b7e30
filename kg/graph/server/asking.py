"""Rows of a query, all of them: where a server cuts an answer, page by page in a fixed order."""

from collections.abc import Sequence

from kg.errors import UserError
from kg.graph.server.answers import Binding, bindings
from kg.graph.server.endpoint import ROWS, Endpoint
from kg.graph.server.rewriting import Asked
from kg.graph.server.sparql_text import tokens

_CUT = "x-sparql-maxrows"
"""The header with which Virtuoso says that it gives no more rows than so many."""


def rows_of(endpoint: Endpoint, sent: Asked, names: Sequence[str]) -> list[Binding]:
    """The rows that a SELECT finds; ``names`` are its variables. Raises `UserError`."""
    reply = endpoint.send(sent.text, ROWS, sent.graphs)
    found = _told(endpoint, reply.body)
    most = int(reply.headers.get(_CUT, 0))
    if not most or len(found) < most:
        return found
    found = []
    while True:
        page = _told(endpoint, endpoint.send(_page(sent, names, most, len(found)), ROWS, sent.graphs).body)
        found += page
        if len(page) < most:
            return found


def _told(endpoint: Endpoint, body: bytes) -> list[Binding]:
    try:
        return bindings(body)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"gave no answer in JSON that can be read ({type(error).__name__})"
        raise UserError(what, str(endpoint.address), "look at the server's log") from error


def _page(sent: Asked, names: Sequence[str], most: int, begin: int) -> str:
    """So many rows of the answer from one on, all of them in an order: the query's own, and all values behind it."""
    rest = sent.rest
    words = {t.text.upper() for t in tokens(rest) if t.depth == 0 and t.kind == "word"}
    if not words & {"LIMIT", "OFFSET", "VALUES"}:
        listed = " ".join(f"?{name}" for name in names)
        rest = f"{rest} {listed}" if "ORDER" in words else f"{rest} ORDER BY {listed}"
    inner = f"{sent.head} {{{sent.pattern}}}{rest}"
    return f"{sent.prologue}SELECT * WHERE {{ {{ {inner}\n }} }} LIMIT {most} OFFSET {begin}"
