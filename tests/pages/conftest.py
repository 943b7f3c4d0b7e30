"""A store of the example documents, and the things that pages are made from."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.__main__ import main
from kg.graph.store import GraphStore, open_store
from kg.use.pages import Page, Route, Shown, page
from kg.use.searching.index import Index

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"


class Written:
    """Addresses that can be read in assertions."""

    def page(self, route: Route) -> str:
        """Kind, name and words."""
        words = "&".join(f"{name}={value}" for name, value in route.words)
        return f"/{route.kind}/{route.name}" + (f"?{words}" if words else "")

    def table(self, route: Route, name: str, form: str) -> str:
        """A table."""
        return f"/table/{name}.{form}"

    def data(self, route: Route) -> str:
        """Data of a page."""
        return f"/data/{route.kind}"

    def rdf(self, route: Route, form: str) -> str:
        """A thing as RDF."""
        return f"/rdf/{route.name}.{form}"

    def feed(self, route: Route) -> str:
        """No feed."""
        return ""

    def head(self, route: Route) -> str:
        """Nothing."""
        return ""

    def static(self, name: str) -> str:
        """One of our files."""
        return f"/static/{name}"

    def vendor(self, name: str) -> str:
        """A library's file."""
        return f"/vendor/{name}"


def build(documents: Path, folder: Path, *options: object) -> Path:
    """Build a store as the command does."""
    before, sys.argv = sys.argv, ["kg", "build", str(documents), "--store", str(folder), "--workers", "1"]
    sys.argv += [str(o) for o in options]
    out = sys.stdout
    try:
        with open(os.devnull, "w") as sys.stdout:
            main()
    except SystemExit as stopped:
        assert not stopped.code
    finally:
        sys.argv, sys.stdout = before, out
    return folder


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A store of the example documents."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    with open_store(build(EXAMPLES, folder, "--lexicon", EXAMPLES / "lexicon")) as store:
        yield store


@pytest.fixture(scope="session")
def shown(examples: GraphStore) -> Shown:
    """What pages of the example documents are made from; nobody may judge."""
    return Shown(examples, Index(examples.folder), Written())


@pytest.fixture(scope="session")
def html(shown: Shown) -> Callable[..., str]:
    """The HTML of a page of the examples, white space folded."""

    def made(kind: str, name: str = "", *words: tuple[str, str]) -> str:
        told = page(Route(kind, name, words), shown)
        assert isinstance(told, Page)
        return " ".join(told.html.split())

    return made
