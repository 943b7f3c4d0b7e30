"""What one document's graph tells for the label index: things with their kinds, spellings and regions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.graph.terms import ID, expand

KINDS = ("person", "organization", "program", "region", "event", "document")
"""Kinds of things that can be found."""

_THINGS = tuple(f"<{ID}{kind}/" for kind in (*KINDS[:-1], "membership"))
_TYPE, _LABEL, _OTHER, _HEADLINE, _MEMBER, _BODY, _UNIT, _AUTHOR = (
    f"<{expand(curie)}>"
    for curie in (
        "rdf:type",
        "skos:prefLabel",
        "skos:altLabel",
        "schema:headline",
        "org:member",
        "org:organization",
        "org:unitOf",
        "schema:author",
    )
)
_WITHIN = f"<{expand('rap:within')}>"
_PLACED = frozenset(
    f"<{expand(curie)}>"
    for curie in (
        "rap:governs",
        "rap:within",
        "rap:forRegion",
        "rap:locatedIn",
        "schema:spatialCoverage",
        "schema:location",
    )
)
"""Properties that give a thing its region."""


@dataclass(slots=True)
class Told:
    """A thing as one document tells it: its label, all spellings, the IRIs of its regions.

    ``told`` is false where the document only links to the thing, as it does to its author or a region's parent.
    """

    iri: str
    label: str = ""
    spellings: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    told: bool = False

    @property
    def kind(self) -> str:
        """The kind of thing, the first part of its IRI behind the common beginning."""
        return self.iri.removeprefix(ID).partition("/")[0]


def told_in(lines: Sequence[str]) -> list[Told]:
    """The things of one document from the lines of its graph (N-Quads without line ends), sorted by IRI."""
    things: dict[str, Told] = {}
    members: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    units: dict[str, list[str]] = {}
    by: set[str] = set()
    named: set[str] = set()
    document = f"{lines[0].rsplit(' ', 2)[1]} " if lines else ""
    wanted = (*_THINGS, document)

    def thing(term: str) -> Told:
        return things.setdefault(term, Told(term[1:-1]))

    for line in lines:
        if not line.startswith(wanted):
            continue  # what is said of claims, mentions and derivations
        subject, predicate, rest = line.split(" ", 2)
        if predicate == _TYPE:
            thing(subject).told = True
        elif predicate in (_LABEL, _OTHER, _HEADLINE):
            text: str = json.loads(rest[: rest.rindex('"') + 1])  # the escapes of N-Quads are JSON's
            thing(subject).spellings.add(text)
            if predicate != _OTHER:
                thing(subject).label = text
        elif predicate in _PLACED:
            thing(subject).regions.add(_object(rest)[1:-1])
            if predicate != _WITHIN:
                named.add(_object(rest))
        elif predicate in (_MEMBER, _BODY):
            (members if predicate == _MEMBER else bodies).setdefault(subject, []).append(_object(rest))
        elif predicate == _UNIT:
            units.setdefault(subject, []).append(_object(rest))
        elif predicate == _AUTHOR:
            by.add(_object(rest))
    for unit, above in units.items():
        if not thing(unit).regions:
            thing(unit).regions.update(*(things[a].regions for a in above if a in things))
    for claim, persons in members.items():
        for body in bodies.get(claim, ()):
            for person in persons:
                thing(person).regions.update(things[body].regions if body in things else ())
    regions = f"{ID}region/"
    for told in things.values():
        told.told = (told.told and f"<{told.iri}>" not in by) or f"<{told.iri}>" in named
        told.regions = {r for r in told.regions if r.startswith(regions) and r != told.iri}
    return [t for _, t in sorted(things.items()) if t.label and t.kind in KINDS]


def _object(rest: str) -> str:
    """The object of a line whose object is an IRI, between its brackets."""
    return rest[: rest.index(">") + 1]
