"""What the ontology says and code needs: classes above a class, properties above a property, concepts, labels."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.graph.terms import ID, PREFIXES
from kg.resources import resource


@dataclass(frozen=True, slots=True)
class Ontology:
    """The ontology by CURIE (of a concept: ``scheme/word``). ``above`` holds all broader classes and properties."""

    above: dict[str, tuple[str, ...]]
    labels: dict[str, dict[str, str]]
    comments: dict[str, dict[str, str]]
    types: dict[str, tuple[str, ...]]
    schemes: dict[str, tuple[str, ...]]

    def label(self, term: str, language: str = "ko") -> str:
        """The term's name in a language (``en``, ``ko``); its CURIE where the ontology gives none."""
        return self.labels.get(term, {}).get(language, term)


def curie(iri: str) -> str:
    """The CURIE of an IRI of a known vocabulary, ``kind/name`` of a thing; any other IRI as it is."""
    if iri.startswith(ID):
        return iri[len(ID) :]
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    """The shipped ontology, read once."""
    direct: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    comments: dict[str, dict[str, str]] = defaultdict(dict)
    types: dict[str, set[str]] = defaultdict(set)
    schemes: dict[str, list[str]] = defaultdict(list)
    for quad in parse(path=resource("ontology") / "rap.ttl", format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode):
            continue
        subject, predicate, value = curie(quad.subject.value), curie(quad.predicate.value), quad.object
        if isinstance(value, Literal):
            if predicate in ("rdfs:label", "rdfs:comment"):
                (labels if predicate == "rdfs:label" else comments)[subject][value.language or ""] = value.value
            elif predicate == "skos:prefLabel":
                labels[subject][""] = value.value
        elif isinstance(value, NamedNode):
            if predicate in ("rdfs:subClassOf", "rdfs:subPropertyOf"):
                direct[subject].add(curie(value.value))
            elif predicate == "rdf:type":
                types[subject].add(curie(value.value))
            elif predicate == "skos:inScheme":
                schemes[curie(value.value).removeprefix("scheme/")].append(subject)
    return Ontology(
        {term: _closure(term, direct) for term in sorted(direct)},
        dict(labels),
        dict(comments),
        {term: tuple(sorted(found)) for term, found in types.items()},
        {scheme: tuple(found) for scheme, found in schemes.items()},
    )


def _closure(term: str, direct: dict[str, set[str]]) -> tuple[str, ...]:
    found: set[str] = set()
    waiting = [term]
    while waiting:
        for broader in direct.get(waiting.pop(), ()):
            if broader not in found:
                found.add(broader)
                waiting.append(broader)
    return tuple(sorted(found))
