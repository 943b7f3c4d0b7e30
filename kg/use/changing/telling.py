"""Changes in words: each thing by its name, each claim by what it says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.graph.difference import Change, Statement, Things, kind_of
from kg.graph.ontology import ontology
from kg.graph.terms import name_of
from kg.use.won import won

_HEADLINES = {
    "membership": ("org:member", "org:organization", "org:role"),
    "allocation": ("rap:purpose", "rap:amount", "rap:fiscalYear", "rap:fundingSource"),
    "target": ("rap:measure", "rap:targetValue", "schema:unitText", "rap:deadline"),
    "involvement": ("rap:ofProgram", "rap:agent", "rap:involvementKind"),
    "quotation": ("schema:spokenByCharacter", "schema:text"),
    "milestone": ("rap:ofProgram", "rap:milestoneKind", "rap:onDate"),
    "renaming": ("rap:fromName", "rap:toName"),
    "document": ("schema:headline", "schema:publisher", "schema:datePublished"),
}
_CLASSES = {
    "document": "schema:CreativeWork",
    "person": "foaf:Person",
    "organization": "org:Organization",
    "program": "rap:Program",
    "region": "rap:Region",
    "event": "schema:Event",
    "place": "schema:Place",
    "change": "org:ChangeEvent",
    "membership": "org:Membership",
    "allocation": "rap:Allocation",
    "target": "rap:Target",
    "involvement": "rap:Involvement",
    "quotation": "schema:Quotation",
    "milestone": "rap:Milestone",
    "renaming": "rap:Renaming",
}
_TOLD_BY = "told by"
_WORDS = {_TOLD_BY: {"ko": "출처", "en": "told by"}}


class Teller:
    """Finds words for things; the newer graph's names go before the older's."""

    def __init__(self, old: Things, new: Things) -> None:
        self.graphs = (new, old)

    def name(self, iri: str) -> str:
        """What a person would call a thing: its label, of a sum the sum, of a claim what it says."""
        kind = kind_of(iri)
        for things in self.graphs:
            thing = things.get(iri)
            if thing is None:
                continue
            if kind == "money":
                return self._sum(iri)
            if kind in _HEADLINES:
                told = [self.value(v) for p in _HEADLINES[kind] for v in thing.values(p)[:1]]
                if told:
                    return " · ".join(told)
            labels = thing.values("skos:prefLabel")
            if labels:
                return labels[0]
        return name_of(iri)

    def value(self, value: str) -> str:
        """A statement's value in words."""
        return self.name(value[1:-1]) if value.startswith("<http") else value

    def kind(self, kind: str, language: str = "ko") -> str:
        """The name of a kind of thing."""
        return ontology().label(_CLASSES.get(kind, kind), language)

    def property(self, predicate: str, language: str = "ko") -> str:
        """The name of a property."""
        return _WORDS.get(predicate, {}).get(language) or ontology().label(predicate, language)

    def _sum(self, iri: str) -> str:
        thing = next(t for things in self.graphs if (t := things.get(iri)))
        currency = next(iter(thing.values("schema:currency")), "KRW")
        parts = [v for p in ("schema:value", "schema:minValue", "schema:maxValue") for v in thing.values(p)]
        bound = [self.value(v) for v in thing.values("rap:bound")]
        sums = "~".join(won(v, currency) for v in parts)
        return f"{sums} ({', '.join(bound)})" if bound else sums

    def line(self, change: Change) -> str:
        """A change's first line: what happened to which kind of thing, and its name."""
        return f"{change.sort} {self.kind(change.kind)}: {self.name(change.iri)}"

    def details(self, change: Change) -> Iterator[str]:
        """One line for each statement that came or went; of what is new or gone only those that are no name or type."""
        for sign, statements in (("-", change.removed), ("+", change.added)):
            for predicate, value in self._worth(change, statements):
                yield f"{sign} {self.property(predicate)}: {self.value(value)}"

    def _worth(self, change: Change, statements: Sequence[Statement]) -> list[Statement]:
        idle = () if change.sort == "MOD" else ("rdf:type", "skos:prefLabel", "schema:sha256", "dcterms:identifier")
        return [s for s in statements if s[0] not in idle]

    def row(self, change: Change) -> dict[str, Any]:
        """A change as plain data for JSON."""
        return {
            "change": change.sort,
            "kind": change.kind,
            "iri": change.iri,
            "name": self.name(change.iri),
            "added": [self._statement(s) for s in change.added],
            "removed": [self._statement(s) for s in change.removed],
            "documents": [self.name(d) if not self._identifier(d) else self._identifier(d) for d in change.documents],
        }

    def _identifier(self, document: str) -> str:
        for things in self.graphs:
            if document in things:
                return next(iter(things[document].values("dcterms:identifier")), "")
        return ""

    def _statement(self, statement: Statement) -> dict[str, str]:
        predicate, value = statement
        plain = {"property": predicate, "value": self.value(value)}
        return plain | {"iri": value[1:-1]} if value.startswith("<http") else plain


def text(changes: Iterable[Change], teller: Teller) -> Iterator[str]:
    """The changes as lines, and a last line that counts them."""
    count = {"ADD": 0, "MOD": 0, "DEL": 0}
    for change in changes:
        count[change.sort] += 1
        yield teller.line(change)
        for detail in teller.details(change):
            yield f"    {detail}"
    yield f"{count['ADD']} added, {count['MOD']} changed, {count['DEL']} gone"
