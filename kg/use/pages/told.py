"""Claims as pages show them: what they say, which documents bear them out, how sure they are and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.store import GraphStore
from kg.graph.terms import ID, expand, name_of
from kg.patterns import regex
from kg.use.pages import fetching
from kg.use.pages.calendar import Calendar, calendar
from kg.use.pages.fetching import Values, kind_of
from kg.use.pages.route import Route, route_of
from kg.use.pages.words import SURE, reason

_SPAN = regex(r"#char=(\d+),(\d+)$")
_EVIDENCE = ("prov:wasDerivedFrom", "rdf:type", "prov:qualifiedDerivation")
_SLOTS = tuple(f"rap:{s}From" for s in ("purpose", "year", "source", "payer", "status", "speaker"))
_MONEY = ("schema:value", "schema:minValue", "schema:maxValue", "schema:currency", "rap:bound")
_EVENT = ("skos:prefLabel", "schema:startDate", "schema:endDate", "schema:location")
_PROGRAM = ("skos:prefLabel", "dcterms:subject")
_DOCUMENT = (
    "schema:headline",
    "schema:publisher",
    "schema:datePublished",
    "rap:nearCopyOf",
    "schema:url",
    "dcterms:identifier",
)
MOST_SENTENCES = 3
"""So many documents' sentences stand beside a claim in a list; all stand on the claim's own page."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its name, with its page if it has one."""

    iri: str
    label: str
    route: Route | None

    @property
    def kind(self) -> str:
        """The kind of thing."""
        return kind_of(self.iri)


@dataclass(frozen=True, slots=True)
class Source:
    """A document: where it stands, its headline, publisher and day; ``copy_of`` is the first of its story."""

    iri: str
    headline: str
    publisher: str
    day: str
    copy_of: str = ""
    url: str = ""

    @property
    def route(self) -> Route:
        """The document's page."""
        return Route("document", self.iri.removeprefix(f"{ID}document/"))


@dataclass(frozen=True, slots=True)
class Witness:
    """One document's word on a claim: the sentence, and the page on which it is highlighted."""

    source: Source
    sentence: str
    route: Route


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears a claim out. ``sources`` counts independent ones: near-copies of one story are one.

    ``witnesses`` are the first few documents, ``documents`` is the number of all.
    """

    witnesses: tuple[Witness, ...]
    documents: int
    sources: int
    confidence: float
    reasons: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether the claim is shown as confirmed."""
        return self.confidence >= SURE

    @property
    def copies(self) -> int:
        """How many documents repeat the story of another one of these."""
        return self.documents - self.sources

    @property
    def first(self) -> Witness | None:
        """The earliest document's word."""
        return self.witnesses[0] if self.witnesses else None


@dataclass(slots=True)
class Told:
    """Claims and the things that they point to, as `told` fetches them; the days of the documents that tell them."""

    claims: dict[str, Values] = field(default_factory=dict)
    things: dict[str, Values] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=lambda: Calendar({}, {}))
    _mentions: dict[str, list[str]] = field(default_factory=dict)
    _orders: dict[str, tuple[str, str, tuple[int, int]]] = field(default_factory=dict)

    def text(self, iri: str, *properties: str) -> str:
        """The first value of the first property that a claim or thing has; empty where it has none."""
        values = self.claims.get(iri) or self.things.get(iri, {})
        return next((values[p][0] for p in properties if values.get(p)), "")

    def all(self, iri: str, *properties: str) -> list[str]:
        """All values of these properties, each once, in the order of the properties."""
        values = self.claims.get(iri) or self.things.get(iri, {})
        return list(dict.fromkeys(v for p in properties for v in values.get(p, ())))

    def named(self, iri: str) -> Named:
        """A thing by its name."""
        return Named(iri, self.text(iri, "skos:prefLabel") or name_of(iri), route_of(iri))

    def linked(self, iri: str, *properties: str) -> list[Named]:
        """The things that a claim or thing points to by these properties, each once."""
        return [self.named(value) for value in self.all(iri, *properties)]

    def at(self, iri: str, *properties: str) -> Route | None:
        """The page on which the words behind a claim are highlighted: of its earliest document the first.

        ``properties`` are tried in their order.
        """
        for p in properties or ("rap:sentenceFrom",):
            places = self.all(iri, p)
            if places:
                return route_of(min(places, key=self.order))
        return None

    def order(self, mention: str) -> tuple[str, str, tuple[int, int]]:
        """Mentions by the days of their documents, those without a day last."""
        known = self._orders.get(mention)
        if known is None:
            document = mention.partition("#")[0]
            known = self._orders[mention] = (self.calendar.day(document) or "9999", document, span_of(mention))
        return known

    def mentions(self, iri: str) -> list[str]:
        """The sentences that bear a claim out, one a document, the earliest document first."""
        known = self._mentions.get(iri)
        if known is None:
            best: dict[str, str] = {}
            for mention in sorted(self.all(iri, "rap:sentenceFrom"), key=self.order):
                best.setdefault(mention.partition("#")[0], mention)
            known = self._mentions[iri] = list(best.values())
        return known

    def first_day(self, iri: str) -> str:
        """The day of the first document that tells a claim; empty where none is told."""
        return next((self.calendar.day(m.partition("#")[0]) for m in self.mentions(iri)), "")

    def last_day(self, iri: str) -> str:
        """The day of the last document that tells a claim."""
        return max((self.calendar.day(m.partition("#")[0]) for m in self.mentions(iri)), default="")

    def stories(self, iri: str) -> int:
        """How many independent sources tell a claim."""
        return self.calendar.stories({m.partition("#")[0] for m in self.all(iri, "rap:sentenceFrom")})


def told(store: GraphStore, claims: Iterable[str], things: Iterable[str] = (), *, slots: bool = False) -> Told:
    """These claims with what they point to: a handful of queries, whatever their number.

    ``things`` are further things whose names are wanted; with ``slots`` the places of all slots are told.
    """
    found = Told(calendar=calendar(store))
    found.claims, links = fetching.statements(store, claims, _EVIDENCE if slots else (*_EVIDENCE, *_SLOTS))
    pointed = set(things) | {iri for iri in links if "#" not in iri}
    by_kind: dict[str, set[str]] = defaultdict(set)
    for iri in pointed - found.claims.keys():
        by_kind[kind_of(iri)].add(iri)
    money, events, programs, _ = (by_kind.pop(k, set()) for k in ("money", "event", "program", "document"))
    found.things = fetching.values(store, money, _MONEY) | fetching.values(store, events, _EVENT)
    found.things |= fetching.values(store, programs, _PROGRAM)
    named = {i for iris in by_kind.values() for i in iris}
    named |= {p for v in found.things.values() for p in v.get("schema:location", ())}
    found.things |= {iri: {"skos:prefLabel": [label]} for iri, label in fetching.named(store, named).items()}
    return found


def sources(store: GraphStore, documents: Iterable[str]) -> dict[str, Source]:
    """Documents with what a page tells of them."""
    told = fetching.values(store, documents, _DOCUMENT)
    names = fetching.named(store, {p for v in told.values() for p in v.get("schema:publisher", ())})

    def first(told_: Values, name: str) -> str:
        return next(iter(told_.get(name, ())), "")

    found = {}
    for iri, values in told.items():
        publisher = first(values, "schema:publisher")
        found[iri] = Source(
            iri,
            first(values, "schema:headline") or first(values, "dcterms:identifier") or name_of(iri),
            names.get(publisher) or (name_of(publisher) if publisher else ""),
            first(values, "schema:datePublished"),
            first(values, "rap:nearCopyOf"),
            first(values, "schema:url"),
        )
    return found


def evidence(store: GraphStore, told_: Told, shown: Iterable[str], most: int = MOST_SENTENCES) -> dict[str, Evidence]:
    """The evidence of the claims that a page shows."""
    wanted = [iri for iri in dict.fromkeys(shown) if iri in told_.claims]
    mentions = {iri: told_.mentions(iri) for iri in wanted}
    seen = {m for found in mentions.values() for m in found[:most]}
    words, by = sentences(store, seen), sources(store, {m.partition("#")[0] for m in seen})
    sure = _confidences(store, wanted)
    found = {}
    for iri in wanted:
        witnesses = [
            Witness(source, words.get(m, ""), route)
            for m in mentions[iri][:most]
            if (source := by.get(m.partition("#")[0])) and (route := route_of(m))
        ]
        confidence, reasons = sure.get(iri, (1.0, ()))
        found[iri] = Evidence(tuple(witnesses), len(mentions[iri]), told_.stories(iri), confidence, reasons)
    return found


def sentences(store: GraphStore, mentions: Iterable[str]) -> dict[str, str]:
    """The words of mentions."""

    def ask(listed: str) -> dict[str, str]:
        query = f"SELECT ?s ?o WHERE {{ VALUES ?s {{ {listed} }} ?s <{expand('nif:anchorOf')}> ?o }}"
        return {s.value: o.value for s, o in store.select(query).rows if s and o}

    return fetching.asked_once(store, ("sentences",), mentions, ask)


def _confidences(store: GraphStore, claims: Iterable[str]) -> dict[str, tuple[float, tuple[str, ...]]]:
    """How sure the surest document makes each claim, and the reasons that its documents give."""
    derived, sure, why = (f"<{expand(c)}>" for c in ("prov:qualifiedDerivation", "rap:confidence", "rap:reason"))

    def ask(listed: str) -> dict[str, tuple[float, tuple[str, ...]]]:
        query = (
            f'SELECT ?c (MAX(?f) AS ?sure) (GROUP_CONCAT(DISTINCT ?r; SEPARATOR="\\n") AS ?why) WHERE {{ '
            f"VALUES ?c {{ {listed} }} ?c {derived} ?d . ?d {sure} ?f OPTIONAL {{ ?d {why} ?r }} }} GROUP BY ?c"
        )
        found = {}
        for c, f, r in store.select(query).rows:
            if c and f:
                reasons = tuple(reason(line) for line in sorted(r.value.split("\n"))) if r and r.value else ()
                found[c.value] = (float(f.value), reasons)
        return found

    return fetching.asked_once(store, ("confidences",), claims, ask)


def span_of(mention: str) -> tuple[int, int]:
    """Begin and end of a mention, from its IRI."""
    found = _SPAN.search(mention)
    return (int(found[1]), int(found[2])) if found else (0, 0)
