"""What reading one document gives: nodes with keys in place of IRIs, ready for JSON and for any machine.

A reading is a pure function of the document, the lexicon and the code. Terms are CURIEs of the graph contract's
prefixes (``rap:forProgram``); they are checked against the ontology by a test.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple

from kg.documents.article import NOTHING_BESIDE, Article, Original, original_of

ValueType = Literal[
    "key", "ko", "string", "integer", "decimal", "boolean", "date", "gYearMonth", "gYear", "concept", "uri"
]


class Property(NamedTuple):
    """One statement about a node.

    ``type`` tells what ``value`` is: the key of another node of the reading, a literal (``ko``: a Korean string,
    ``string``: one without a language), or a concept as ``scheme/word`` (``funding-source/국비``).
    """

    predicate: str
    value: str
    type: ValueType


def values(properties: Iterable[Property], predicate: str) -> list[str]:
    """The values of a property, in order; of a concept the bare word."""
    return [
        p.value.split("/", 1)[1] if p.type == "concept" else p.value for p in properties if p.predicate == predicate
    ]


def first_value(properties: Iterable[Property], predicate: str) -> str:
    """The first value of a property; empty where it has none."""
    return next(iter(values(properties, predicate)), "")


class Derivation(NamedTuple):
    """What bears a node out in this document.

    ``spans`` are code points of the text. ``slots`` names the words behind single properties, by the contract's
    sub-properties of ``prov:wasDerivedFrom`` (``rap:amountFrom`` …). ``confidence`` lies between 0 and 1, ``reasons``
    holds one sentence a feature.
    """

    spans: tuple[tuple[int, int], ...]
    rule: str
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    slots: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or a claim of one document.

    ``kind`` is the KIND of its IRI (person, organization, program, region, event, membership, allocation, money,
    target, quotation, involvement, milestone, renaming, role). An entity's ``key`` is ``kind/name`` or
    ``kind/name|apart`` (NFC): its normalised official name and what sets it apart. A claim's key is made of
    ``identity``: the slots that make it one claim, each a name, a value and whether the value is a key; see
    `claim_key`. ``derivation`` is None for what is only linked to: it gets a label and no type.
    """

    key: str
    kind: str
    types: tuple[str, ...]
    label: str | None = None
    alternates: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    identity: tuple[tuple[str, str, bool], ...] = ()
    derivation: Derivation | None = None


class Unread(NamedTuple):
    """Something seen and not understood: kind, place (code points) and a sentence that says why."""

    kind: str
    begin: int
    end: int
    reason: str


class Named(NamedTuple):
    """A mention that names an entity: ``itsrdf:taIdentRef`` of its phrase."""

    begin: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says, with keys in place of IRIs.

    ``text`` is the untouched text (the graph needs the words of each mention, contact details masked), ``nodes``
    are sorted by key, ``document`` holds the statements about the document itself, ``original`` what the file tells
    beside the words.
    """

    identifier: str
    text: str
    document_type: str
    document: tuple[Property, ...]
    nodes: tuple[Node, ...]
    named: tuple[Named, ...] = ()
    unread: tuple[Unread, ...] = ()
    noise: tuple[tuple[int, int], ...] = field(default=())
    original: Original = NOTHING_BESIDE

    @property
    def article(self) -> Article:
        """What it was read from."""
        return Article(self.identifier, self.text, self.original)

    def to_json(self) -> str:
        """The reading as one line of JSON, the same bytes for the same reading."""
        return _JSON.encode(self)

    @classmethod
    def from_json(cls, line: str) -> "Reading":
        """The reading that `to_json` wrote."""
        raw: dict[str, Any] = json.loads(line)
        return cls(
            raw["identifier"],
            raw["text"],
            raw["document_type"],
            tuple(Property(*p) for p in raw["document"]),
            tuple(_node(n) for n in raw["nodes"]),
            tuple(Named(*n) for n in raw["named"]),
            tuple(Unread(*u) for u in raw["unread"]),
            tuple((b, e) for b, e in raw["noise"]),
            original_of(raw["original"]),
        )


def _slots(told: Reading | Node) -> dict[str, Any]:
    return {slot: getattr(told, slot) for slot in _SLOTS[type(told)]}


_SLOTS = {kind: sorted(f.name for f in fields(kind)) for kind in (Reading, Node)}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_slots)


def _node(raw: dict[str, Any]) -> Node:
    told = raw["derivation"]
    derivation = told and Derivation(
        tuple((b, e) for b, e in told[0]),
        told[1],
        told[2],
        tuple(told[3]),
        tuple((name, tuple((b, e) for b, e in spans)) for name, spans in told[4]),
    )
    return Node(
        raw["key"],
        raw["kind"],
        tuple(raw["types"]),
        raw["label"],
        tuple(raw["alternates"]),
        tuple(Property(*p) for p in raw["properties"]),
        tuple((n, v, k) for n, v, k in raw["identity"]),
        derivation,
    )


def claim_key(kind: str, identity: tuple[tuple[str, str, bool], ...]) -> str:
    """A claim's key: its kind and the slots that make it one claim, in the order given."""
    return f"{kind}/" + "|".join(f"{name}={value}" for name, value, _ in identity)
