"""A server on the store of the small corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.use.endpoint.pool import Limits
from kg.use.serving.app import Settings, application
from kg.use.serving.judging import Desk

BASE = "http://127.0.0.1:8000"
TOKEN = "a-token-of-the-test"


def client_of(settings: Settings) -> TestClient:
    """A client of an application in this process; its block runs the application."""
    return TestClient(application(settings), base_url=BASE, follow_redirects=False)


@pytest.fixture(scope="session")
def client(store: Path) -> Iterator[TestClient]:
    """A client of a server that lets nobody judge."""
    with client_of(Settings(store, limits=Limits(seconds=2, rows=50, megabytes=2048, warm=1))) as client:
        yield client


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk that writes to a file of the test."""
    return Desk(tmp_path / "judgements.csv", "가온", lambda: "2026-03-11", TOKEN)
