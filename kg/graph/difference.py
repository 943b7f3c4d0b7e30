"""What sets two graphs apart, by entity and claim; where a thing's words stand in the texts is no difference.

Both graphs come as lines of N-Quads. A thing whose name changed because another of its keys became the least
(``dcterms:replaces``) stays one thing, and so do the claims about it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from kg.errors import UserError
from kg.graph.ontology import curie
from kg.graph.terms import CLAIM_KINDS, ENTITY_KINDS, ID
from kg.graph.turtle import split

_COMPARED = frozenset((*ENTITY_KINDS, *CLAIM_KINDS)) - {"money", "role", "review", "reviewer"}
_DOCUMENT = f"<{ID}document/"
_THING = f"<{ID}"
_TYPE, _REPLACES, _TOLD_BY = "rdf:type", "dcterms:replaces", "told by"
_STILL = frozenset({_REPLACES})
"""Properties in which a difference is none."""

Statement = tuple[str, str]
"""A property as a CURIE, and a value: a literal's plain words, or the IRI of a thing between its brackets."""


@dataclass(slots=True)
class Thing:
    """What all documents together tell of one thing, and which documents these are (IRIs)."""

    statements: set[Statement] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def values(self, predicate: str) -> list[str]:
        """The values of a property, sorted."""
        return sorted(value for told, value in self.statements if told == predicate)


class Change(NamedTuple):
    """One thing that is new, changed, or gone.

    ``iri`` is its name in the newer graph (of what is gone: in the older). ``added`` and ``removed`` are statements;
    of a claim also which documents tell it (``told by`` stands for that and is no term of the graph).
    """

    sort: Literal["ADD", "MOD", "DEL"]
    iri: str
    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]
    documents: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The KIND of the thing's IRI."""
        return kind_of(self.iri)


Things = Mapping[str, Thing]


def kind_of(iri: str) -> str:
    """The KIND in a thing's IRI."""
    return iri[len(ID) :].partition("/")[0]


def things_told(lines: Iterable[str], name: str = "graph") -> dict[str, Thing]:
    """All things by IRI, the documents' graphs laid over each other, without their evidence.

    Raises `UserError` for a line that is none of N-Quads; ``name`` says in it which file is meant.
    """
    found: dict[str, Thing] = defaultdict(Thing)
    for number, line in enumerate(lines, 1):
        try:
            subject, predicate, value, graph = split(line)
        except ValueError as error:
            raise UserError("is no line of N-Quads", f"{name}:{number}", "give a file of kg export") from error
        if not subject.startswith(_THING) or "#" in subject:
            continue
        if value.startswith(_DOCUMENT) and "#" in value:
            continue
        thing = found[subject[1:-1]]
        property_ = _property(predicate)
        thing.statements.add((property_, curie(value[1:-1]) if property_ == _TYPE else _plain(value)))
        if property_ == _TYPE:
            thing.documents.add(graph[1:-1])
    return dict(found)


@cache
def _property(predicate: str) -> str:
    return curie(predicate[1:-1])


def _plain(value: str) -> str:
    """A literal's words, or an IRI as it is."""
    if value[0] == "<":
        return value
    words: str = json.loads(value[: value.rindex('"') + 1])  # the escapes of N-Quads are JSON's
    return words


def difference(old: Things, new: Things) -> list[Change]:
    """What is new, changed and gone, sorted by IRI."""
    moved = _moved(old, new)
    before: dict[str, Thing] = {}
    for iri, thing in old.items():
        told = before.setdefault(moved.get(iri, iri), Thing())
        told.statements |= {(p, f"<{moved[v[1:-1]]}>" if v[1:-1] in moved else v) for p, v in thing.statements}
        told.documents |= thing.documents
    _follow_claims(before, new)
    changes = [_change(iri, before.get(iri), new.get(iri)) for iri in sorted({*before, *new})]
    return [change for change in changes if change]


def _moved(old: Things, new: Things) -> dict[str, str]:
    """From the names of things in the old graph to those in the new, where another key became the least."""
    moved: dict[str, str] = {}
    for iri, thing in sorted(new.items()):
        for other in thing.values(_REPLACES):
            if other[1:-1] in old and other[1:-1] not in new:
                moved[other[1:-1]] = iri
    for iri, thing in sorted(old.items()):
        if iri not in new:
            for other in thing.values(_REPLACES):
                if other[1:-1] in new:
                    moved.setdefault(iri, other[1:-1])
    return moved


def _follow_claims(before: dict[str, Thing], new: Things) -> None:
    """Give claims that say the same under another name that name: it is made of the names of what they are about."""
    gone: dict[tuple[str, frozenset[Statement]], str] = {}
    for iri, thing in before.items():
        if iri not in new and kind_of(iri) in CLAIM_KINDS:
            gone[kind_of(iri), frozenset(thing.statements)] = iri
    for iri, thing in new.items():
        if iri not in before and kind_of(iri) in CLAIM_KINDS:
            same = gone.pop((kind_of(iri), frozenset(thing.statements)), None)
            if same is not None:
                before[iri] = before.pop(same)


def _change(iri: str, old: Thing | None, new: Thing | None) -> Change | None:
    kind = kind_of(iri)
    if kind not in _COMPARED:
        return None
    was, now = _comparable(kind, old), _comparable(kind, new)
    if was == now:
        return None
    teller = new if now else old
    documents = tuple(sorted(teller.documents)) if teller else ()
    added, removed = tuple(sorted(now - was)), tuple(sorted(was - now))
    return Change("ADD" if not was else "DEL" if not now else "MOD", iri, added, removed, documents)


def _comparable(kind: str, thing: Thing | None) -> set[Statement]:
    """What counts of a thing; nothing where it is only linked to, for then no document tells of it."""
    if thing is None or not thing.documents:
        return set()
    witnesses = {(_TOLD_BY, f"<{document}>") for document in thing.documents} if kind in CLAIM_KINDS else set()
    return {s for s in thing.statements if s[0] not in _STILL} | witnesses
