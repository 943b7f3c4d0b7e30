"""Which versions a server holds of a corpus, and which of them readers follow."""

from typing import NamedTuple

from kg.errors import UserError
from kg.graph.server.endpoint import Endpoint
from kg.graph.server.names import BEFORE, HAS, OF, Version, base


class Pointer(NamedTuple):
    """The version that readers follow, and the one that they followed before it, which still stands."""

    current: Version | None
    before: Version | None = None

    def keeps(self, version: Version) -> bool:
        """Whether a version is one of the two."""
        return version in (self.current, self.before)


def pointer(endpoint: Endpoint) -> Pointer:
    """Where the pointer of the address's corpus leads. Raises `UserError` where the server cannot be asked.

    While it is moved it may name two versions: then the later one holds.
    """
    name = base(endpoint.address.corpus)
    rows = endpoint.rows(
        f"SELECT ?version ?before {{ GRAPH <{name}> {{ <{name}> <{HAS}> ?version "
        f"OPTIONAL {{ ?version <{BEFORE}> ?before }} }} }}"
    )
    if not rows:
        return Pointer(None)
    newest = max(rows, key=lambda row: (Version(row["version"]).number, row["version"]))
    before = newest.get("before")
    return Pointer(Version(newest["version"]), Version(before) if before else None)


def begun(endpoint: Endpoint) -> list[Version]:
    """All versions that were begun and are not removed, oldest first."""
    name = base(endpoint.address.corpus)
    rows = endpoint.rows(f"SELECT ?version {{ GRAPH <{name}/versions> {{ ?version <{OF}> <{name}> }} }}")
    return sorted((Version(row["version"]) for row in rows), key=lambda v: (v.number, v.iri))


def current(endpoint: Endpoint) -> Version:
    """The version that readers follow. Raises `UserError` where the server holds none of this corpus."""
    version = pointer(endpoint).current
    if version is None:
        do = f"write one: kg export --to {endpoint.address}"
        raise UserError("holds no graph", str(endpoint.address), do)
    return version
