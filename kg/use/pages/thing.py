"""What pages of persons, bodies, programs and regions have in common: names, facts, sections, documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.graph.ontology import curie, ontology
from kg.graph.store import GraphStore
from kg.graph.terms import ID, name_of
from kg.use.pages import fetching
from kg.use.pages.calendar import calendar
from kg.use.pages.chart import Chart, bars
from kg.use.pages.differing import Difference, Differences, differences
from kg.use.pages.fetching import Values, kind_of
from kg.use.pages.money import UNKNOWN, Money, adding, sums
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.rows import events, offices, parts, programs, quotations, steps, targets
from kg.use.pages.told import Evidence, Named, Source, Told, evidence, sources, told
from kg.use.pages.within import Within, within
from kg.use.pages.words import FUNDS, concept, day, kind_name, term

FEW = 12
"""So many rows of a section stand on a page at first; all stand behind a link."""
MOST = 1000
"""So many claims of a section are looked at."""

ORDER = (*FUNDS, UNKNOWN)
"""The sources in the order of their colours."""

_SHOWN = ("person", "organization", "program", "region", "event", "place")
_BORNE_OUT = ("program", "event")
"""Kinds of things that have sentences of their own."""
_DATED = ("On", "From", "Until", "Start", "End", "Date")
_NAMES = ("skos:prefLabel", "skos:altLabel", "rdf:type", "dcterms:replaces")
_BROAD = ("rap:Program", "org:Organization", "schema:CreativeWork", "foaf:Person", "schema:Event", "rap:Region")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the box beside a thing's name: what, and things or words."""

    name: str
    things: tuple[Named, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """A document that tells of the thing, and the place where it first names it."""

    source: Source
    route: Route


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its name (for addresses), title, rows of one kind, how many there are in all.

    ``more`` leads to the page with all of its rows, where it shows only some.
    """

    name: str
    title: str
    rows: Sequence[Any]
    total: int
    more: Route | None = None
    money: Money | None = None
    chart: Chart | None = None
    axis: tuple[str, str] = ("", "")
    within: Within | None = None
    side: str = ""
    """Whose names the rows of offices and parts show: ``person``, ``body``, ``agent`` or ``program``."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A page of a thing."""

    route: Route
    kind: str
    label: str
    spellings: tuple[str, ...]
    classes: tuple[str, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    documents: tuple[Naming, ...]
    number: int
    stories: int
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    differences: Differences = field(default_factory=Differences)
    differing: Sequence[Difference] = ()
    lead: tuple[Named, ...] = ()
    """What stands under the name: of a person the body and title of the office that was told last."""

    @property
    def clashing(self) -> frozenset[str]:
        """The values that documents of one time tell against each other."""
        return frozenset(side.value for d in self.differing if not d.changed for side in d.sides)

    @property
    def eyebrow(self) -> str:
        """What kind of thing it is, in words."""
        return " · ".join((kind_name(self.kind), *self.classes))


@dataclass(slots=True)
class Making:
    """A page at work: what is known of the thing and what points to it."""

    shown: Shown
    route: Route
    values: Values
    links: dict[str, list[str]]
    told: Told
    sections: list[Section] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    lead: list[Named] = field(default_factory=list)

    @property
    def store(self) -> GraphStore:
        """The store."""
        return self.shown.store

    def claims(self, kind: str, *links: str) -> list[str]:
        """The claims of a kind that point to the thing by these properties, sorted."""
        return sorted({i for p in links for i in self.links.get(p, ()) if kind_of(i) == kind})[:MOST]

    def add(self, claims: Iterable[str], things: Iterable[str] = ()) -> None:
        """Read further claims, and the names of further things."""
        more = told(self.store, [c for c in claims if c not in self.told.claims], things)
        self.told.claims |= more.claims
        self.told.things = more.things | self.told.things

    def fact(self, property_: str, name: str = "") -> None:
        """Show a property of the thing among its facts."""
        told = self.values.get(property_, [])
        things = tuple(self.told.named(v) for v in told if kind_of(v) in _SHOWN)
        dated = property_.endswith(_DATED)
        words = tuple(
            concept(v) if v.startswith(ID) else (day(v) if dated else v)
            for v in told
            if not any(t.iri == v for t in things)
        )
        if things or words:
            self.facts.append(Fact(name or term(property_), things, words))

    def linked(self, name: str, iris: Iterable[str], most: int = 12) -> None:
        """Show other things among the facts."""
        things = sorted((self.told.named(i) for i in dict.fromkeys(iris)), key=lambda n: n.label)
        if things:
            more = (f"외 {len(things) - most}",) if len(things) > most else ()
            self.facts.append(Fact(name, tuple(things[:most]), more))

    def section(self, name: str, title: str, rows: Sequence[Any], **further: Any) -> None:
        """Add a section; of many rows the first few, unless all of them are asked for."""
        if not rows:
            return
        whole = self.route.first("all") == name
        shown = rows if whole or len(rows) <= FEW + 3 else rows[:FEW]
        more = self.route.having(all=name) if len(shown) < len(rows) else None
        self.wanted += [row.iri for row in shown]
        self.sections.append(Section(name, title, shown, len(rows), more, **further))

    def offices(self, title: str, claims: Iterable[str], side: str) -> None:
        """Add offices with their axis of time."""
        rows, axis = offices(self.told, claims)
        self.section("offices", title, rows, axis=axis, side=side)

    def parts(self, name: str, title: str, claims: Iterable[str], side: str) -> None:
        """Add parts in programs."""
        self.section(name, title, parts(self.told, claims), side=side)

    def money(self, title: str, claims: Iterable[str]) -> None:
        """Add money with its chart."""
        money = adding(sums(self.told, claims))
        self.section("money", title, money.rows, money=money, chart=bars(money, ORDER))

    def below(self, title: str, parts: Sequence[str]) -> None:
        """Add the money of the regions within; it is looked for where somebody asks for it, for they may be many."""
        if self.route.first("all") == "within":
            found = within(self.store, self.route.iri, parts)
            self.sections.append(Section("within", title, found.parts, len(found.parts), within=found))
        elif parts:
            self.sections.append(Section("within", title, (), len(parts), self.route.having(all="within")))

    def targets(self, title: str, claims: Iterable[str]) -> None:
        """Add targets."""
        self.section("targets", title, targets(self.told, claims))

    def quotations(self, title: str, claims: Iterable[str]) -> None:
        """Add quotations."""
        self.section("quotations", title, quotations(self.told, claims))

    def steps(self, title: str, claims: Iterable[str]) -> None:
        """Add milestones and new names."""
        self.section("steps", title, steps(self.told, claims))

    def events(self, title: str, claims: Iterable[str]) -> None:
        """Add events."""
        self.section("events", title, events(self.told, claims))

    def programs(self, title: str, iris: Iterable[str]) -> None:
        """Add programs with their themes."""
        self.section("programs", title, programs(self.told, iris))

    def page(self, order: Sequence[str]) -> Thing:
        """The page, with its sections in this order."""
        iri = self.route.iri
        documents = fetching.telling(self.store, iri)
        told_on = calendar(self.store)
        listed = told_on.newest_first(documents)[: MOST if self.route.first("all") == "documents" else FEW]
        known = sources(self.store, listed)
        places = {d: page for d, m in fetching.first_mentions(self.store, iri, listed).items() if (page := route_of(m))}
        label = next(iter(self.values.get("skos:prefLabel", ())), name_of(iri))
        spellings = tuple(s for s in self.values.get("skos:altLabel", ()) if s != label)
        classes = [curie(c) for c in self.values.get("rdf:type", ())]
        narrow = tuple(ontology().label(c) for c in classes if c not in _BROAD)
        whole = self.route.first("all")
        sections = sorted(self.sections, key=lambda s: order.index(s.name))
        if whole:
            sections = [s for s in sections if s.name == whole] or sections
        found = differences(self.store)
        return Thing(
            self.route,
            kind_of(iri),
            label,
            spellings,
            narrow,
            tuple(self.facts),
            tuple(sections),
            tuple(Naming(known[d], places.get(d, known[d].route)) for d in listed if d in known),
            len(documents),
            told_on.stories(documents),
            evidence(self.store, self.told, [iri, *self.wanted]),
            found,
            found.of((label, *spellings), documents),
            tuple(self.lead),
        )


def making(
    shown: Shown, route: Route, facts: Sequence[str], links: Sequence[str], kinds: Sequence[str]
) -> Making | None:
    """Begin a page: fetch what is said of the thing, what points to it and what these claims tell.

    ``facts`` are properties of the thing, ``links`` properties that point to it, ``kinds`` the kinds of claims and
    things that are read whole; of others the names alone. None where the store does not know the thing.
    """
    iri = route.iri
    values = fetching.about(shown.store, iri, (*_NAMES, *facts))
    if not values.get("skos:prefLabel"):
        return None
    pointing = fetching.pointing(shown.store, iri, links)
    every = {i for p in pointing.values() for i in p[:MOST]}
    claims = {i for i in every if kind_of(i) in kinds} | ({iri} if kind_of(iri) in _BORNE_OUT else set())
    things = {v for p in facts for v in values.get(p, ()) if v.startswith(ID)}
    return Making(shown, route, values, pointing, told(shown.store, claims, things | (every - claims)))


def replaced(store: GraphStore, iri: str) -> str:
    """The IRI of the thing that stands for one that was given before; empty where there is none."""
    found = fetching.pointing(store, iri, ("dcterms:replaces",))
    return next((i for told_ in found.values() for i in told_ if i != iri), "")
