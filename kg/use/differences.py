"""Contradictions and changes as rows: for JSON in the shape of the gold, for CSV and tables one line a document."""

from collections.abc import Iterable
from typing import Any

from kg.graph.store import GraphStore
from kg.identity.changes import Change, changes
from kg.identity.conflicts import Conflict, conflicts
from kg.identity.identity import Identity
from kg.identity.material import Material, material
from kg.use.answer import Answer
from kg.use.judging.decided import decided_in

CONFLICT_COLUMNS = ("conflict", "about", "what", "role", "value", "sources", "document", "sentence")
CHANGE_COLUMNS = ("change", "about", "what", "role", "side", "value", "document", "sentence")


def conflicts_in(store: GraphStore) -> list[Conflict]:
    """All contradictions between the documents of a store."""
    told, identity = _material(store)
    return conflicts(told, identity)


def changes_in(store: GraphStore) -> list[Change]:
    """All changes that the documents of a store tell."""
    told, identity = _material(store)
    return changes(told, identity)


def _material(store: GraphStore) -> tuple[Material, Identity]:
    """The readings as the graph has them, without what is less sure than the build asked for, and who is who."""
    identity, readings = decided_in(store)
    return material(readings, identity), identity


def conflict_objects(found: Iterable[Conflict]) -> list[dict[str, Any]]:
    """One object a contradiction: names, what, role, value and sentence by document, number of sources by value."""
    return [
        {
            "about": list(c.about),
            "what": c.what,
            "role": c.role,
            "values": c.values,
            "sentences": c.sentences,
            "sources": c.sources,
        }
        for c in found
    ]


def change_objects(found: Iterable[Change]) -> list[dict[str, Any]]:
    """One object a change: names, what, role, both sides with documents and value, sentence by document."""
    return [
        {
            "about": list(c.about),
            "what": c.what,
            "role": c.role,
            "from": {"documents": list(c.before_in), "value": c.before},
            "to": {"documents": list(c.after_in), "value": c.after},
            "sentences": c.sentences,
        }
        for c in found
    ]


def conflict_rows(found: Iterable[Conflict]) -> Answer:
    """One row a document, the rows of one contradiction side by side under its number."""
    rows = [
        (number, c.about[0], c.what, c.role, value, c.sources.get(value, 0), document, c.sentences.get(document, ""))
        for number, c in enumerate(found, 1)
        for document, value in sorted(c.values.items(), key=lambda v: (str(v[1]), v[0]))
    ]
    return Answer(CONFLICT_COLUMNS, tuple(rows))


def change_rows(found: Iterable[Change]) -> Answer:
    """One row a document, first those that tell what was, then those that tell what is."""
    rows = []
    for number, c in enumerate(found, 1):
        for side, value, documents in (("from", c.before, c.before_in), ("to", c.after, c.after_in)):
            for document in documents or ("",):
                rows.append((number, c.about[0], c.what, c.role, side, value, document, c.sentences.get(document, "")))
    return Answer(CHANGE_COLUMNS, tuple(rows))
