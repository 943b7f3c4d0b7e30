"""The one place where code meets the names of ontology terms: prefixes, CURIEs, IRIs of things.

Everywhere else a term is written as a CURIE (``rap:forProgram``); a test reads every CURIE in ``kg/`` and finds it
in ``ontology/`` or among the terms of the standard vocabularies that the ontology lists.
"""

import unicodedata
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from kg.patterns import regex

ID = "https://w3id.org/regional-ai-policy/id/"
"""Under it stand all things: ``ID + KIND + "/" + NAME``."""

PREFIXES: dict[str, str] = {
    "rap": "https://w3id.org/regional-ai-policy/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "dcterms": "http://purl.org/dc/terms/",
    "sh": "http://www.w3.org/ns/shacl#",
}

ENTITY_KINDS = (
    "document",
    "person",
    "organization",
    "program",
    "region",
    "event",
    "place",
    "change",
    "role",
    "review",
    "reviewer",
)
"""Named by their key: ``kind/name`` or ``kind/name|apart``."""

CLAIM_KINDS = ("membership", "money", "allocation", "target", "involvement", "quotation", "milestone", "renaming")
"""Named by a hash of what makes them one claim."""

SCHEMES = (
    "basis",
    "status",
    "funding-source",
    "budget-stage",
    "budget-round",
    "instrument",
    "bound",
    "target-kind",
    "theme",
    "involvement-kind",
    "milestone-kind",
    "verdict",
)
"""The concept schemes; a concept's IRI is ``ID + SCHEME + "/" + WORD``."""

OPEN_SCHEMES = ("budget-round", "milestone-kind")
"""Schemes in which a text may use words that the ontology does not list (제7회 추경)."""

CONTRACT_CLASSES = frozenset(
    {
        "schema:CreativeWork",
        "org:Organization",
        "rap:Program",
        "rap:Ordinance",
        "foaf:Person",
        "rap:Region",
        "schema:Event",
    }
)
"""Written beside each of their subclasses, so that no reader needs inference."""

CONTRACT_PROPERTIES = frozenset({"rap:allocatedBy", "prov:wasDerivedFrom"})
"""Written beside each of their sub-properties, for the same reason."""

_NO_CHARACTERS = "".join(chr(plane << 16 | low) for plane in range(1, 15) for low in (0xFFFE, 0xFFFF))
_FORBIDDEN = regex(
    r'[\x00-\x20\x7f-\x9f"#%<>?\[\\\]^`{|}'  # signs of syntax and controls
    r"\u200e\u200f\u202a-\u202e"  # marks of writing direction
    r"\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # private use and the like
    rf"{_NO_CHARACTERS}]"
)
_SPACE = regex(r"\s")


@cache
def expand(curie: str) -> str:
    """The IRI of a CURIE; what has no known prefix raises `KeyError`."""
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


@lru_cache(maxsize=65536)
def encode(name: str) -> str:
    """A name or path as the end of an IRI: NFC, white space as ``_``, what RFC 3987 forbids there percent-encoded.

    ``#`` and ``?`` would end the path and ``%`` would be read as an encoding, so these three are encoded too.
    """
    plain = _SPACE.sub("_", unicodedata.normalize("NFC", name))
    return _FORBIDDEN.sub(lambda m: quote(m[0], safe="", errors="replace"), plain)


def thing(key: str) -> str:
    """The IRI of the entity or concept with this key: ``kind/name``, ``kind/name|apart`` or ``scheme/word``.

    The bar is forbidden in IRIs and stands in them as ``%7C``: it is the only sign that no name keeps, so two
    different keys never fall on one IRI as they would with a colon or brackets.
    """
    return ID + encode(key)


def document(identifier: str) -> str:
    """The IRI of the document with this identifier, which is also the name of its graph."""
    return ID + "document/" + encode(identifier)


def name_of(iri: str) -> str:
    """What a person would call a thing of which only the IRI is known."""
    return unquote(iri.removeprefix(ID).partition("/")[2]).replace("_", " ").partition("|")[0]


def turtle_prefixes() -> dict[str, str]:
    """All prefixes of a Turtle file: the vocabularies and one for each kind of thing and each scheme."""
    kinds = (*ENTITY_KINDS, *CLAIM_KINDS, "scheme", *SCHEMES)
    return PREFIXES | {kind: f"{ID}{kind}/" for kind in kinds}
