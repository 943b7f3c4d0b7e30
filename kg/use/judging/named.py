"""What somebody means who types a name, a key or an IRI: the keys of things, as the documents have them."""

from collections.abc import Callable, Collection, Iterable

from kg.errors import UserError
from kg.graph.terms import thing
from kg.identity.identity import Identity
from kg.resolution.names import folded
from kg.resolution.reading import Reading
from kg.use.judging.file import THINGS

Readings = Callable[[], Iterable[Reading]]
"""Gives the readings of all documents, one after the other, each time that it is called."""


def keys_named(readings: Readings, identity: Identity, words: Collection[str]) -> dict[str, set[str]]:
    """For each word the keys of entities that it means: a key, an IRI, or a name in any spelling.

    An IRI means all keys of its thing. Raises `UserError` for a word that means nothing.
    """
    found: dict[str, set[str]] = {word: set() for word in words}
    wanted = {word: folded(word) for word in words}
    for reading in readings() if words else ():
        for node in reading.nodes:
            if node.kind in THINGS and node.derivation is not None:
                names = {folded(n) for n in (node.label or "", *node.alternates)}
                for word in words:
                    if word in (node.key, thing(identity.canonical(node.key))) or wanted[word] in names:
                        found[word].add(node.key)
    for word, keys in found.items():
        if not keys:
            raise UserError(
                "names nothing in the store", word, "give a name, a key or an IRI of a person, body or program"
            )
    return found
