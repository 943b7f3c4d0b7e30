"""A document's graph as lines of N-Quads: plain strings, built fast, the same for the same reading.

Every literal has the lexical form that the store gives back (``1``, not ``1.0``), and strings are escaped as in
canonical N-Quads, so that sorted lines from here and from the store are the same bytes.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Protocol

from kg.collecting import collecting_later
from kg.graph.contacts import contacts, masked, without_contacts
from kg.graph.ontology import ontology
from kg.graph.terms import (
    CLAIM_KINDS,
    CONTRACT_CLASSES,
    CONTRACT_PROPERTIES,
    ID,
    document,
    expand,
    name_of,
    thing,
)
from kg.patterns import regex
from kg.resolution.reading import Derivation, Node, Property, Reading, claim_key
from kg.spans import Span


class Identity(Protocol):
    """Who is who: what `kg.identity` tells about keys."""

    def canonical(self, key: str) -> str:
        """The key that stands for the thing."""
        ...

    def label(self, key: str) -> str | None:
        """What the whole corpus calls the thing; None where its documents agree."""
        ...

    def version_of(self, key: str) -> str | None:
        """The key of the program that this one is a version, phase or edition of."""
        ...

    def round_of(self, claim: str) -> str | None:
        """The key of the exact allocation that a rounded one stands for."""
        ...

    def copy_of(self, document: str) -> str | None:
        """The identifier of the document that a near-copy repeats."""
        ...


_ESCAPED = regex(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_MASKED_TYPES = frozenset({"ko", "string"})
_CLAIMS = tuple(f"{kind}/" for kind in CLAIM_KINDS)
_OF_THEMSELVES = ("role", "review", "reviewer")
"""Kinds that no words of the text need to bear out."""
_DATATYPES = ("integer", "decimal", "boolean", "date", "gYearMonth", "gYear", "nonNegativeInteger")


@cache
def _iri(curie: str) -> str:
    return f"<{expand(curie)}>"


_TYPED = {name: f'"^^{_iri("xsd:" + name)}' for name in _DATATYPES}
_TYPE, _LABEL, _OTHER = f" {_iri('rdf:type')} ", f" {_iri('skos:prefLabel')} ", f" {_iri('skos:altLabel')} "
_DERIVED, _QUALIFIED = f" {_iri('prov:wasDerivedFrom')} ", f" {_iri('prov:qualifiedDerivation')} "
_ENTITY, _RULE, _SURE, _REASON = (f" {_iri(p)} " for p in ("prov:entity", "rap:rule", "rap:confidence", "rap:reason"))
_IS_DERIVATION = f"{_TYPE}{_iri('prov:Derivation')}"


def quoted(text: str) -> str:
    """A string between its marks, escaped as canonical N-Quads wants it."""
    return f'"{_ESCAPED.sub(_escape, text)}"' if _ESCAPED.search(text) else f'"{text}"'


_word = lru_cache(maxsize=4096)(quoted)
"""The same for the words of rules and reasons, of which there are few."""


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def number(value: str) -> str:
    """A number's shortest lexical form, the one that the store gives back: no plus, no idle zero."""
    sign = "-" if value.startswith("-") else ""
    whole, _, part = value.lstrip("+-").partition(".")
    whole, part = whole.lstrip("0") or "0", part.rstrip("0")
    return f"{sign}{whole}.{part}" if part else (sign + whole if whole != "0" else "0")


@lru_cache(maxsize=1024)
def _confidence(value: float) -> str:
    return number(f"{value:.3f}") + _TYPED["decimal"]


@lru_cache(maxsize=1024)
def _types(types: tuple[str, ...]) -> tuple[str, ...]:
    """The classes as IRIs, with the contract's classes above them."""
    above = ontology().above
    broader = {b for t in types for b in above.get(t, ()) if b in CONTRACT_CLASSES}
    return tuple(_iri(t) for t in dict.fromkeys((*types, *sorted(broader))))


@lru_cache(maxsize=1024)
def _predicates(curie: str) -> tuple[str, ...]:
    """The property between spaces, with the contract's properties above it."""
    above = [p for p in ontology().above.get(curie, ()) if p in CONTRACT_PROPERTIES]
    return tuple(f" {_iri(p)} " for p in (curie, *above))


@lru_cache(maxsize=4096)
def _concept(scheme_and_word: str) -> tuple[str, tuple[str, ...]]:
    """A concept's IRI and the triples that every graph holds about it."""
    scheme, _, word = scheme_and_word.partition("/")
    iri, scheme_iri = f"<{thing(scheme_and_word)}>", f"<{thing('scheme/' + scheme)}>"
    name = ontology().label(f"scheme/{scheme}")
    return iri, (
        f"{iri}{_TYPE}{_iri('skos:Concept')}",
        f"{iri}{_LABEL}{quoted(word)}",
        f"{iri} {_iri('skos:inScheme')} {scheme_iri}",
        f"{scheme_iri}{_LABEL}{quoted(name)}@ko",
    )


def document_quads(reading: Reading, identity: Identity) -> list[str]:
    """The lines of the document's graph, each once, without line ends, in the order of the reading.

    Things are named by ``identity``; spans that are empty or reach out of the text are left out.
    """
    with collecting_later():
        return _Writer(reading, identity).lines()


class _Writer:
    """Writes one reading; holds what its parts share."""

    def __init__(self, reading: Reading, identity: Identity) -> None:
        self.reading, self.identity = reading, identity
        self.document = document(reading.identifier)
        self.end = f" <{self.document}> ."
        self.contacts = contacts(reading.text)
        self.clean = not self.contacts
        self.nodes = {node.key: node for node in reading.nodes}
        self.iris: dict[str, str] = {}
        self.labelled: dict[str, str] = {}
        self.written: set[str] = set()
        self.spans: dict[tuple[int, int], str] = {}
        """The mention at a span as the object of a line, with the line's end behind it."""
        self.places: dict[str, Span] = {}
        self.out: list[str] = []

    def lines(self) -> list[str]:
        self.write_document()
        for node in self.reading.nodes:
            self.write_node(node)
        self.write_mentions()
        for key in [k for k in self.iris if k not in self.nodes]:
            self.write_linked(key)
        return list(dict.fromkeys(self.out))

    def iri(self, key: str) -> str:
        """The IRI, between its brackets, of the node with this key."""
        known = self.iris.get(key)
        if known is None:
            known = self.iris[key] = f"<{thing(self.name(key))}>"
        return known

    def name(self, key: str) -> str:
        """The path under which the thing stands: its canonical key, or of a claim made of slots its kind and a hash."""
        node = self.nodes.get(key)
        if node is None or not node.identity:
            return self.identity.canonical(key)
        return hashed(self.claim(node))

    def claim(self, node: Node) -> str:
        """The canonical key of a claim made of slots."""
        slots = tuple((n, self.name(v) if is_key else v, False) for n, v, is_key in node.identity)
        return self.identity.canonical(claim_key(node.kind, slots))

    def value(self, told: Property) -> str:
        """The object of a statement, as N-Quads writes it."""
        kind, value = told.type, told.value
        if kind == "key":
            return self.iri(value)
        if kind in _MASKED_TYPES:
            shown = value if self.clean or told.predicate == "dcterms:identifier" else masked(value)
            return quoted(shown) + "@ko" if kind == "ko" else quoted(shown)
        if kind == "concept":
            iri, triples = _concept(value)
            self.out += [triple + self.end for triple in triples]
            return iri
        if kind == "uri":
            return quoted(value) + f"^^{_iri('xsd:anyURI')}"
        if kind in ("integer", "decimal"):
            value = number(value)
        return f'"{value}{_TYPED[kind]}'

    def say(self, subject: str, statements: Iterable[Property]) -> None:
        for told in statements:
            if told.type == "key" and told.value not in self.nodes and told.value.startswith(_CLAIMS):
                continue  # a claim that was left out of the reading
            value = self.value(told)
            for predicate in _predicates(told.predicate):
                self.out.append(f"{subject}{predicate}{value}{self.end}")

    def write_document(self) -> None:
        reading, subject, end = self.reading, f"<{self.document}>", self.end
        for cls in _types((reading.document_type, "schema:CreativeWork")):
            self.out.append(f"{subject}{_TYPE}{cls}{end}")
        digest = hashlib.sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest()
        self.out.append(f"{subject} {_iri('dcterms:identifier')} {quoted(reading.identifier)}{end}")
        self.out.append(f'{subject} {_iri("schema:sha256")} "{digest}"{end}')
        if (source := self.identity.copy_of(reading.identifier)) is not None:
            self.out.append(f"{subject} {_iri('rap:nearCopyOf')} <{document(source)}>{end}")
        self.say(subject, reading.document)

    def write_node(self, node: Node) -> None:
        subject, end = self.iri(node.key), self.end
        add = self.out.append
        if node.label is not None:
            label = self.identity.label(node.key) or node.label
            if subject not in self.labelled:
                add(f"{subject}{_LABEL}{quoted(label)}@ko{end}")
                self.labelled[subject] = label
            if self.labelled[subject] != node.label and node.derivation is not None:
                add(f"{subject}{_OTHER}{quoted(node.label)}@ko{end}")
        if node.derivation is None and node.kind not in _OF_THEMSELVES:
            if not node.identity:
                self.write_replaced(node.key, subject)
            return
        for cls in _types(node.types):
            add(f"{subject}{_TYPE}{cls}{end}")
        for name in node.alternates:
            if name != self.labelled.get(subject):
                add(f"{subject}{_OTHER}{quoted(name)}@ko{end}")
        if not node.identity:
            self.write_replaced(node.key, subject)
            if (above := self.identity.version_of(node.key)) is not None:
                add(f"{subject} {_iri('dcterms:isVersionOf')} {self.iri(above)}{end}")
        elif node.kind == "allocation" and (exact := self.identity.round_of(self.claim(node))) is not None:
            add(f"{subject} {_iri('rap:roundOf')} <{thing(hashed(exact))}>{end}")
        properties = node.properties
        again = subject in self.written
        if again and node.identity:  # two claims of the document that identity makes one: the first tells its slots
            properties = tuple(p for p in properties if not self.tells(subject, p.predicate))
        self.say(subject, properties)
        self.written.add(subject)
        if node.derivation is not None:
            self.write_derivation(subject, node.derivation, again)

    def write_replaced(self, key: str, subject: str) -> None:
        """The key under which this document knows the thing, where another stands for it.

        All keys of a thing stand on it together, each in the graphs of the documents that gave it.
        """
        if self.identity.canonical(key) != key:
            self.out.append(f"{subject} {_iri('dcterms:replaces')} <{thing(key)}>{self.end}")

    def tells(self, subject: str, predicate: str) -> bool:
        """Whether a statement with this property was written already."""
        start = f"{subject}{_predicates(predicate)[0]}"
        return any(line.startswith(start) for line in self.out)

    def write_derivation(self, subject: str, derivation: Derivation, again: bool) -> None:
        name, end = f"<{self.document}#{subject[len(ID) + 1 :]}", self.end
        borne, entity = subject + _DERIVED, name + _ENTITY
        told = [
            f"{subject}{_QUALIFIED}{name}{end}",
            f"{name}{_IS_DERIVATION}{end}",
            f"{name}{_RULE}{_word(derivation.rule)}{end}",
        ]
        if not again:
            told.append(f'{name}{_SURE}"{_confidence(derivation.confidence)}{end}')
        told += [f"{name}{_REASON}{_word(reason)}{end}" for reason in derivation.reasons]
        for span in derivation.spans:
            mention = self.spans.get(span) or self.mention(span)
            if mention:
                told += (borne + mention, entity + mention)
        for slot, spans in derivation.slots:
            for span in spans:
                mention = self.spans.get(span) or self.mention(span)
                if mention:
                    told += [subject + predicate + mention for predicate in _predicates(slot)]
                    told.append(entity + mention)
        self.out += told

    def mention(self, span: tuple[int, int]) -> str:
        """The IRI of the mention at a span, with the line's end behind it; empty where no such place is in the text.

        Of a span that holds a telephone number or a mail address it is the longest piece beside these.
        """
        known = self.spans.get(span)
        if known is None:
            place = Span(*span)
            told = 0 <= place.begin < place.end <= len(self.reading.text)
            if told and not self.clean:
                place = without_contacts(self.reading.text, place, self.contacts)
                told = place.begin < place.end
            known = f"<{self.document}#char={place.begin},{place.end}>{self.end}" if told else ""
            self.spans[span] = known
            if told:
                self.places[known] = place
        return known

    def write_mentions(self) -> None:
        named: dict[str, list[str]] = {}
        for begin, stop, key in self.reading.named:
            if mention := self.mention((begin, stop)):
                named.setdefault(mention, []).append(self.iri(key))
        end = self.end
        head = f"{_TYPE}{_iri('nif:Phrase')}{end}"
        context = f" {_iri('nif:referenceContext')} <{self.document}>{end}"
        first, last, anchor = (f" {_iri('nif:' + n)} " for n in ("beginIndex", "endIndex", "anchorOf"))
        names, whole, text = f" {_iri('itsrdf:taIdentRef')} ", _TYPED["nonNegativeInteger"] + end, self.reading.text
        for mention, (begin, stop) in self.places.items():
            iri = mention.removesuffix(end)
            self.out += (
                iri + head,
                iri + context,
                f'{iri}{first}"{begin}{whole}',
                f'{iri}{last}"{stop}{whole}',
                f"{iri}{anchor}{quoted(text[begin:stop])}{end}",
            )
            for thing_iri in named.get(mention, ()):
                self.out.append(f"{iri}{names}{thing_iri}{end}")

    def write_linked(self, key: str) -> None:
        """A label for a thing that the reading links to and does not describe."""
        iri = self.iris[key]
        if iri not in self.labelled:
            label = self.identity.label(key) or name_of(iri[1:-1])
            self.out.append(f"{iri}{_LABEL}{quoted(label)}@ko{self.end}")
            self.labelled[iri] = label


def hashed(key: str) -> str:
    """A claim's name: its kind and the first 20 hexadecimal digits of the SHA-256 of its key."""
    return f"{key.partition('/')[0]}/{hashlib.sha256(key.encode()).hexdigest()[:20]}"
