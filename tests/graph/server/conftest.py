"""A server for each test, and a graph of two documents to write to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.store import GraphStore, open_store
from tests.graph.server.small_server import SmallServer, small_server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallServer]:
    """A server; nobody's own names and passwords count."""
    monkeypatch.delenv("KG_SERVER_USER", raising=False)
    monkeypatch.setenv("NETRC", "/nowhere/netrc")
    monkeypatch.setattr("kg.graph.server.connection.PAUSE", 0.0)
    with small_server() as told:
        yield told


@pytest.fixture
def graph(store: Path) -> Iterator[GraphStore]:
    """The store of the small corpus, open."""
    with open_store(store) as opened:
        yield opened
