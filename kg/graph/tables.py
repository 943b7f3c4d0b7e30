"""Entities and claims as CSV tables that a spreadsheet opens clean: one table a class, one row a thing.

Whole numbers stay numbers, several values of one cell are parted by `` | ``, and no cell begins like a formula.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kg.errors import UserError
from kg.graph.answers import Term
from kg.graph.files import whole_file
from kg.graph.ontology import curie, ontology
from kg.graph.shapes import constraints
from kg.graph.store import GraphStore
from kg.graph.terms import expand
from kg.graph.things import Thing, texts_of, things
from kg.patterns import regex

TABLES = {
    "documents": "schema:CreativeWork",
    "persons": "foaf:Person",
    "organizations": "org:Organization",
    "regions": "rap:Region",
    "programs": "rap:Program",
    "events": "schema:Event",
    "offices": "org:Membership",
    "amounts": "schema:MonetaryAmount",
    "allocations": "rap:Allocation",
    "targets": "rap:Target",
    "involvements": "rap:Involvement",
    "quotations": "schema:Quotation",
    "milestones": "rap:Milestone",
    "renamings": "rap:Renaming",
}
"""The tables and the class of each."""

_NOT_SHOWN = frozenset({"prov:wasDerivedFrom", "prov:qualifiedDerivation", "dcterms:replaces", "schema:sha256"})
_SOURCES = ["확신도", "근거 구절", "문장", "문서", "발행일", "주소"]
_MONEY = ("schema:value", "schema:minValue", "schema:maxValue", "schema:currency", "rap:bound")
_NUMBER = regex(r"-?\d+(\.\d+)?")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: such a beginning gets an apostrophe; numbers stay as they are."""
    return f"'{cell}" if cell.startswith(_RISKY) and not _NUMBER.fullmatch(cell) else cell


class Tables:
    """The tables of a store."""

    def __init__(self, store: GraphStore) -> None:
        self.store = store
        self.labels = texts_of(store, "skos:prefLabel")
        self.words = texts_of(store, "nif:anchorOf")
        self.sure = texts_of(store, "rap:confidence")
        self.money = {thing.iri: thing for thing in things(store, "schema:MonetaryAmount")}
        self.identifiers = texts_of(store, "dcterms:identifier")
        self.published = texts_of(store, "schema:datePublished")
        self.addresses = texts_of(store, "schema:url")

    def table(self, name: str) -> str:
        """One table as CSV text, with a header line of Korean names."""
        cls = TABLES[name]
        predicates = _predicates(cls)
        out = io.StringIO()
        rows = csv.writer(out, lineterminator="\r\n")
        sources = [] if name == "documents" else _SOURCES
        rows.writerow(["id", *self._header(predicates), *sources])
        for thing in things(self.store, cls):
            cells = [curie(thing.iri), *self._cells(predicates, thing), *(self._sources(thing) if sources else ())]
            rows.writerow([safe(cell) for cell in cells])
        return out.getvalue()

    def _header(self, predicates: list[str]) -> Iterator[str]:
        for predicate in predicates:
            if predicate == "rap:amount":
                yield from (ontology().label(p) for p in _MONEY)
            else:
                yield ontology().label(predicate)

    def _cells(self, predicates: list[str], thing: Thing) -> Iterator[str]:
        for predicate in predicates:
            if predicate == "rap:amount":
                sums = [self.money[iri] for iri in thing.texts(predicate) if iri in self.money]
                yield from (self._joined([v for s in sums for v in s.values.get(p, ())]) for p in _MONEY)
            else:
                yield self._joined(thing.values.get(predicate, []))

    def _sources(self, thing: Thing) -> Iterator[str]:
        """How sure the thing is, the words that bear it out, and the documents that they stand in."""
        yield max((self.sure.get(d, "") for d in thing.texts("prov:qualifiedDerivation")), default="")
        sentences = set(thing.texts("rap:sentenceFrom"))
        yield self._words(set(thing.texts("prov:wasDerivedFrom")) - sentences)
        yield self._words(sentences)
        for told in (self.identifiers, self.published, self.addresses):
            yield " | ".join(told.get(d, "") for d in thing.documents).strip(" |")

    def _words(self, mentions: set[str]) -> str:
        return " | ".join(self.words.get(m, "") for m in sorted(mentions, key=_place))

    def _joined(self, values: list[Term]) -> str:
        return " | ".join(self._shown(v) for v in values)

    def _shown(self, term: Term) -> str:
        if term.kind == "iri":
            return self.labels.get(term.value) or curie(term.value)
        return term.value


def _predicates(cls: str) -> list[str]:
    """The properties that the class's shape tells of, names and sums first, then in the order of the ontology."""
    told = {curie(rule.path[0]) for rule in constraints() if rule.target == expand(cls) and len(rule.path) == 1}
    shown = {p for p in told if p not in _NOT_SHOWN and "prov:wasDerivedFrom" not in ontology().above.get(p, ())}
    first = [p for p in ("skos:prefLabel", "skos:altLabel", "rap:amount") if p in shown]
    order = {term: place for place, term in enumerate(ontology().labels)}
    return [*first, *sorted(shown - set(first), key=lambda p: order[p])]


def _place(mention: str) -> tuple[str, int]:
    document, _, place = mention.partition("#char=")
    return document, int(place.partition(",")[0] or 0)


def write_tables(store: GraphStore, target: Path) -> None:
    """Write all tables into a folder, or into a ``.zip`` file whose bytes tell nothing of the day.

    Raises `UserError` where the place cannot be written to.
    """
    tables = Tables(store)
    if target.suffix == ".zip":
        with whole_file(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in TABLES:
                entry = zipfile.ZipInfo(f"{name}.csv", (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, tables.table(name).encode("utf-8-sig"))
        return
    if target.exists() and not target.is_dir():
        raise UserError("is a file", str(target), "give a folder or a .zip for the tables")
    for name in TABLES:
        with whole_file(target / f"{name}.csv") as file:
            file.write(tables.table(name).encode("utf-8-sig"))
