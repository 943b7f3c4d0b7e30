"""A correction as a form sends it: a field for each slot, things by their names; it becomes what the file holds."""

from collections.abc import Mapping

from kg.graph.store import GraphStore
from kg.graph.terms import ID, thing
from kg.identity.slots import Slot, slots_of
from kg.resolution.names import folded
from kg.use.judging.file import THINGS
from kg.use.searching.index import Index

SLOT, GONE = "slot.", "gone."
"""A form's fields: ``slot.year`` holds a slot's new value, ``gone.year`` says that the slot has none."""

_EITHER = {"speaker": ("person", "organization"), "agent": ("organization", "person")}


def correction(kind: str, told: Mapping[str, str], store: GraphStore, index: Index) -> str:
    """The slots that a form gives, as the column ``other`` holds them; empty where it gives none.

    Raises `ValueError` for a name that means no thing of the slot's kind, or several.
    """
    given = []
    for slot in slots_of(kind).values():
        value = " ".join(told.get(SLOT + slot.name, "").split())
        if GONE + slot.name in told:
            given.append(f"{slot.name}=")
        elif value:
            given.append(f"{slot.name}={_key(slot, value, store, index)}")
    return "; ".join(given)


def _key(slot: Slot, value: str, store: GraphStore, index: Index) -> str:
    """A value, the name of a thing as its key."""
    kinds = _EITHER.get(slot.name, (slot.of,))
    if slot.type != "key" or not set(kinds) <= set(THINGS) or value.startswith(tuple(f"{k}/" for k in kinds)):
        return value
    hits = index.search(value, kinds, limit=50)
    wanted = folded(value)
    found = sorted({h.iri for h in hits if wanted in (folded(h.label), folded(h.spelling))})
    if len(found) != 1:
        means = "nothing of this kind" if not found else " and ".join(i.removeprefix(ID) for i in found)
        raise ValueError(f"{value!r} names {means}")
    keys = (node.key for reading in store.readings() for node in reading.nodes if thing(node.key) == found[0])
    key = next(keys, "")
    if not key:
        raise ValueError(f"{value!r} is in no document by this name; give its key")
    return key
