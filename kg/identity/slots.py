"""The slots that make a claim one claim, and the properties that tell them; a correction names slots."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.mentions.numeral import numerals
from kg.patterns import regex
from kg.resolution.names import spaced
from kg.resolution.reading import Node, Property, ValueType, values


class Slot(NamedTuple):
    """A slot: its name in the key, its property, and what its value is.

    ``of`` is the kind of thing for a key, the scheme for a concept.
    """

    name: str
    predicate: str
    type: ValueType
    of: str = ""


SLOTS: dict[str, tuple[Slot, ...]] = {
    "membership": (
        Slot("member", "org:member", "key", "person"),
        Slot("role", "org:role", "key", "role"),
        Slot("organization", "org:organization", "key", "organization"),
        Slot("former", "rap:former", "boolean"),
        Slot("acting", "rap:acting", "boolean"),
    ),
    "allocation": (
        Slot("program", "rap:forProgram", "key", "program"),
        Slot("purpose", "rap:purpose", "ko"),
        Slot("by", "rap:allocatedBy", "key", "organization"),
        Slot("amount", "rap:amount", "key", "money"),
        Slot("basis", "rap:basis", "concept", "basis"),
        Slot("status", "rap:status", "concept", "status"),
        Slot("year", "rap:fiscalYear", "gYear"),
        Slot("source", "rap:fundingSource", "concept", "funding-source"),
        Slot("stage", "rap:budgetStage", "concept", "budget-stage"),
    ),
    "target": (
        Slot("program", "rap:forProgram", "key", "program"),
        Slot("measure", "rap:measure", "ko"),
        Slot("value", "rap:targetValue", "decimal"),
        Slot("unit", "schema:unitText", "ko"),
        Slot("kind", "rap:targetKind", "concept", "target-kind"),
        Slot("deadline", "rap:deadline", "date"),
    ),
    "quotation": (
        Slot("speaker", "schema:spokenByCharacter", "key", "person"),
        Slot("text", "schema:text", "ko"),
    ),
    "involvement": (
        Slot("program", "rap:ofProgram", "key", "program"),
        Slot("agent", "rap:agent", "key", "organization"),
        Slot("kind", "rap:involvementKind", "concept", "involvement-kind"),
    ),
    "milestone": (
        Slot("program", "rap:ofProgram", "key", "program"),
        Slot("kind", "rap:milestoneKind", "concept", "milestone-kind"),
        Slot("date", "rap:onDate", "date"),
    ),
    "renaming": (
        Slot("program", "rap:ofProgram", "key", "program"),
        Slot("from", "rap:fromName", "ko"),
        Slot("to", "rap:toName", "ko"),
    ),
}
"""By kind of claim, in the order in which they stand in the key."""

NEEDED = {
    "membership": ("member", "role"),
    "allocation": ("amount",),
    "target": ("measure", "value"),
    "quotation": ("text",),
    "involvement": ("program", "agent", "kind"),
    "milestone": ("program", "kind", "date"),
    "renaming": ("program", "from", "to"),
}
"""Slots without which a claim is none."""
_EITHER = {"speaker": ("person", "organization"), "agent": ("organization", "person")}
_SLOT = regex(r"(?:^|;)\s*(?P<name>[a-z]+)\s*=")
_DATE = regex(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_UNIT = regex(r"\s*(?:원|(?P<currency>[A-Z]{3}))?")


def slots_of(kind: str) -> dict[str, Slot]:
    """The slots of a kind of claim by name."""
    return {slot.name: slot for slot in SLOTS.get(kind, ())}


def parsed(kind: str, text: str) -> dict[str, str]:
    """The slots that a correction gives, each with its value in the form of the key, empty for one that goes.

    Raises `ValueError`, with what is wrong as its words.
    """
    found = list(_SLOT.finditer(text))
    if not found or text[: found[0].start()].strip():
        raise ValueError("gives no slot; write SLOT=VALUE; SLOT=VALUE")
    given: dict[str, str] = {}
    for match, after in zip(found, [*found[1:], None], strict=True):
        name = match["name"]
        value = text[match.end() : after.start() if after else len(text)].strip()
        slot = slots_of(kind).get(name)
        if slot is None:
            raise ValueError(f"{kind} has no slot {name!r} (it has {', '.join(slots_of(kind))})")
        if name in given:
            raise ValueError(f"{name} is given twice")
        if not value and name in NEEDED[kind]:
            raise ValueError(f"{name} cannot be taken out; reject the claim, or give another value")
        given[name] = _value(slot, value) if value else ""
    return given


def _value(slot: Slot, value: str) -> str:
    """A value as it stands in a key. Raises `ValueError`."""
    if slot.type == "key" and slot.of == "money":
        return _money(value)
    if slot.type == "key":
        kinds = _EITHER.get(slot.name, (slot.of,))
        if slot.of == "role" and not value.startswith("role/"):
            value = f"role/{spaced(value)}"
        if not value.startswith(tuple(f"{kind}/" for kind in kinds)):
            raise ValueError(f"{slot.name} takes the key of a thing ({' or '.join(k + '/…' for k in kinds)})")
        return value
    if slot.type == "boolean":
        if value != "true":
            raise ValueError(f"{slot.name} is true or empty")
    elif slot.type == "gYear":
        if not re.fullmatch(r"\d{4}", value):
            raise ValueError(f"{value!r} is no year")
    elif slot.type == "date":
        if not _DATE.fullmatch(value):
            raise ValueError(f"{value!r} is no date; write 2026, 2026-03 or 2026-03-11")
    elif slot.type == "decimal":
        value = value.replace(",", "")
        if not re.fullmatch(r"-?\d+(?:\.\d+)?", value):
            raise ValueError(f"{value!r} is no number")
    elif slot.type == "ko":
        return spaced(value)
    return value


def _money(value: str) -> str:
    if value.startswith("money/"):
        return value
    told = next(numerals(value), None)
    unit = _UNIT.fullmatch(value[told.end :]) if told else None
    if told is None or unit is None or told.begin or not isinstance(told.value, int):
        raise ValueError(f"{value!r} is no sum; write 15억원, 1500000000 or 20000 USD")
    return f"money/{told.value} {unit['currency'] or 'KRW'}"


def statement(slot: Slot, value: str) -> Property:
    """The statement that tells a slot's value."""
    if slot.type == "concept":
        return Property(slot.predicate, f"{slot.of}/{value}", "concept")
    if slot.type == "date":
        return Property(
            slot.predicate, value, "gYear" if len(value) == 4 else "gYearMonth" if len(value) == 7 else "date"
        )
    if slot.type == "decimal":
        return Property(slot.predicate, value, "decimal" if "." in value else "integer")
    return Property(slot.predicate, value, slot.type)


def identity_of(kind: str, properties: Iterable[Property]) -> tuple[tuple[str, str, bool], ...]:
    """The slots of a claim as its properties tell them, in the order of the key."""
    told = tuple(properties)
    found = []
    about_programs = kind == "allocation" and bool(values(told, "rap:forProgram"))
    for slot in SLOTS[kind]:
        if about_programs and slot.name in ("purpose", "by"):
            continue
        for value in sorted(values(told, slot.predicate)):
            if slot.name == "status" and value == "approved":
                value = "planned"  # they go together, unless a text sets them against each other
            found.append((slot.name, spaced(value) if slot.type == "ko" else value, slot.type == "key"))
    return tuple(found)


def told_slots(node: Node) -> Mapping[str, str]:
    """What a claim tells slot by slot, several values joined by commas; for people to read."""
    found: dict[str, str] = {}
    for slot in SLOTS.get(node.kind, ()):
        told = values(node.properties, slot.predicate)
        if told:
            found[slot.name] = ", ".join(sorted(told))
    return found
