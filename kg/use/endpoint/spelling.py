"""IRIs of things as other programs spell them: percent-encoded, decomposed (NFD). The graph knows one spelling."""

from urllib.parse import unquote

from kg.graph.answers import HIDDEN
from kg.graph.terms import ID, encode
from kg.patterns import regex

_HIDDEN = regex(HIDDEN)


def spelled(iri: str) -> str:
    """An IRI of ours in the graph's own spelling; every other one stays as it is."""
    if not iri.startswith(ID):
        return iri
    path, mark, fragment = iri.removeprefix(ID).partition("#")
    return ID + encode(unquote(path)) + mark + encode(unquote(fragment))


def respelled(query: str) -> str:
    """A query with the IRIs of things, where they stand in full, in the graph's own spelling."""
    return _HIDDEN.sub(lambda m: f"<{spelled(m[0][1:-1])}>" if m[0].startswith(f"<{ID}") else m[0], query)
