"""Each server once, with the example documents written to it; tests are skipped where it is not installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.store import GraphStore, open_store
from tests.docs.session import prepared
from tests.servers.running import Running, oxigraph, oxigraph_program, virtuoso, virtuoso_program


@pytest.fixture(scope="session", autouse=True)
def who() -> Iterator[None]:
    """Who we are to Virtuoso; Oxigraph does not ask."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_SERVER_USER", "dba")
        patch.setenv("KG_SERVER_PASSWORD", "dba")
        yield


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the example documents, as the README builds it."""
    return prepared(tmp_path_factory.mktemp("servers") / "start") / "kg-store"


@pytest.fixture(scope="session")
def embedded(examples: Path) -> Iterator[GraphStore]:
    """That store, open."""
    with open_store(examples) as store:
        yield store


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that holds nothing at first."""
    name = request.param
    start, program = (oxigraph, oxigraph_program()) if name == "oxigraph" else (virtuoso, virtuoso_program())
    if program is None:
        pytest.skip(f"{name} is not installed: make test-servers installs it")
    with start(tmp_path_factory.mktemp(name)) as running:
        yield running
