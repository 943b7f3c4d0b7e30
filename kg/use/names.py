"""From a name that somebody types to the things in the graph that bear it."""

import re
from collections.abc import Callable

from kg.errors import UserError
from kg.graph.store import GraphStore
from kg.graph.terms import ID
from kg.lexicon import load_lexicon
from kg.lexicon.governments import candidates
from kg.resolution.names import folded

KINDS = ("person", "organization", "program", "region", "event")
_SKOS = "http://www.w3.org/2004/02/skos/core#"


def find_things(store: GraphStore, word: str, kind: str | None, place: str) -> list[str]:
    """The IRIs that a word means: an IRI, the end of one, or a name in any spelling; ``kind`` narrows it.

    Without a kind the things of all kinds that bear the name are taken together. Raises `UserError` where nothing
    bears the name, and where two things of one kind do.
    """
    kinds = (kind,) if kind else KINDS
    if word.startswith(ID):
        return [word]
    found = _exact(store, word, kinds) or _folded(store, word, kinds)
    if "region" in kinds:
        found = sorted({*found, *_regions(store, word)})
    if not found:
        close = ", ".join(_close(store, word, kinds))
        raise UserError(
            f"{word!r} names nothing in the store", place, f"known: {close}" if close else "try another name"
        )
    by_kind: dict[str, list[str]] = {}
    for iri in found:
        by_kind.setdefault(iri[len(ID) :].split("/", 1)[0], []).append(iri)
    for several in by_kind.values():
        if len(several) > 1:
            listed = "; ".join(f"{name_of(iri)}" for iri in several)
            raise UserError(f"{word!r} names several things ({listed})", place, "give one of these")
    return found


def name_of(iri: str) -> str:
    """What tells a thing from others: its IRI behind the kind."""
    return iri[len(ID) :].split("/", 1)[-1].replace("_", " ").replace("%7C", "|")


def _exact(store: GraphStore, word: str, kinds: tuple[str, ...]) -> list[str]:
    """Things whose label or other spelling is just the word, or whose IRI ends with it."""
    text = word.replace("\\", "\\\\").replace('"', '\\"')
    query = f'SELECT DISTINCT ?thing WHERE {{ ?thing <{_SKOS}prefLabel>|<{_SKOS}altLabel> "{text}"@ko }}'
    found = _of_kinds(store, query, kinds)
    own = [f"{ID}{kind}/{word.replace(' ', '_').replace('|', '%7C')}" for kind in kinds]
    safe = [iri for iri in own if not re.search(r"[<>\"{}|^`\\\s]", iri)]
    known = [iri for iri in safe if store.ask(f"ASK {{ <{iri}> <{_SKOS}prefLabel> ?name }}")]
    return known or found


def _regions(store: GraphStore, word: str) -> list[str]:
    """Regions of the store that the lexicon knows by this name, mentioned by name or only governed by a body."""
    official = {g.official for g in candidates(load_lexicon(), word)}
    own = [f"{ID}region/{name.replace(' ', '_')}" for name in sorted(official)]
    return [iri for iri in own if store.ask(f"ASK {{ <{iri}> <{_SKOS}prefLabel> ?name }}")]


def _folded(store: GraphStore, word: str, kinds: tuple[str, ...]) -> list[str]:
    """Things with a spelling that equals the word but for case, spaces and marks."""
    return _scan(store, kinds, lambda name: folded(name) == folded(word))


def _close(store: GraphStore, word: str, kinds: tuple[str, ...]) -> list[str]:
    """Up to five names that hold the word or stand in it."""
    wanted = folded(word)
    return (
        sorted({name_of(i) for i in _scan(store, kinds, lambda n: wanted in folded(n))})[:5] if len(wanted) > 1 else []
    )


def _scan(store: GraphStore, kinds: tuple[str, ...], test: Callable[[str], bool]) -> list[str]:
    table = store.select(f"SELECT DISTINCT ?thing ?name WHERE {{ ?thing <{_SKOS}prefLabel>|<{_SKOS}altLabel> ?name }}")
    starts = tuple(f"{ID}{k}/" for k in kinds)
    found = {
        thing.value
        for thing, name in table.rows
        if thing and name and thing.value.startswith(starts) and test(name.value)
    }
    return sorted(found)


def _of_kinds(store: GraphStore, query: str, kinds: tuple[str, ...]) -> list[str]:
    starts = tuple(f"{ID}{k}/" for k in kinds)
    return sorted({row[0].value for row in store.select(query).rows if row[0] and row[0].value.startswith(starts)})
