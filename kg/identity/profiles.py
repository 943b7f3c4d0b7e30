"""What all readings together tell about each key: the material on which identity decides. The order does not matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.identity.forms import Places
from kg.resolution.names import folded
from kg.resolution.reading import Node, Reading, values

ENTITIES = frozenset({"person", "organization", "program", "event"})


@dataclass(slots=True)
class Held:
    """An office as one document tells it: title, body (a key, empty where none is told), whether it is past."""

    title: str
    body: str
    former: bool
    document: str


@dataclass(slots=True)
class Profile:
    """One key. ``places`` are the documents' own spellings of governments, for names that several bear."""

    key: str
    kind: str
    labels: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    links: dict[str, set[str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    renamed: set[tuple[str, str, str]] = field(default_factory=set)
    """Date of the document, old name, new name."""
    offices: list[Held] = field(default_factory=list)
    sums: set[int] = field(default_factory=set)
    totals: set[int] = field(default_factory=set)
    wrote_for: set[str] = field(default_factory=set)

    @property
    def apart(self) -> str:
        """What the key sets apart from others of the name."""
        return self.key.partition("|")[2]

    def linked(self, *predicates: str) -> set[str]:
        """The keys or values that any document links to."""
        return set().union(*(self.links.get(p, set()) for p in predicates))


@dataclass(slots=True)
class Source:
    """A document: ISO day (empty where not told), key of the region that it is about, governments that it names."""

    published: str
    region: str
    governments: set[str]
    places: dict[str, str]
    programs: set[str]
    people: set[str]


@dataclass(slots=True)
class Corpus:
    """All keys and all documents."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    spelled: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    claims: list[tuple[str, Node]] = field(default_factory=list)
    """Offices and allocations, each with its document."""

    def of(self, kind: str) -> list[Profile]:
        """The profiles of a kind in the order of their keys."""
        return [self.profiles[k] for k in sorted(self.profiles) if self.profiles[k].kind == kind]

    def places(self) -> Places:
        """Spellings that mean one government in the whole corpus."""
        return {name: next(iter(official)) for name, official in self.spelled.items() if len(official) == 1}

    def regions(self, profile: Profile) -> set[str]:
        """The official names of the regions that the documents of a key are about."""
        return {r for d in profile.documents if (r := self.sources[d].region)}

    def day(self, profile: Profile) -> str:
        """The first day of the documents of a key; empty where none tells its day."""
        return min((s for d in profile.documents if (s := self.sources[d].published)), default="")


def gather(readings: Iterable[Reading]) -> Corpus:
    """The corpus of a set of readings."""
    corpus = Corpus()
    for reading in readings:
        _take(corpus, reading)
    return corpus


def _take(corpus: Corpus, reading: Reading) -> None:
    labels = {n.key: n.label or "" for n in reading.nodes}
    places: dict[str, str] = {}
    governments: set[str] = set()
    programs: set[str] = set()
    people: set[str] = set()
    centres: list[Node] = []
    for node in reading.nodes:
        if node.kind == "region" or "rap:LocalGovernment" in node.types:
            official = node.label or ""
            governments.add(official)
            for name in (official, *node.alternates):
                if len(name) > 1 and name != "시청":
                    places[folded(name)] = official
        elif node.kind == "program":
            programs.add(node.key)
        elif node.kind == "person" and reading.identifier not in node.key:
            people.add(node.key)
        elif "rap:Centre" in node.types:
            centres.append(node)
    published = next(iter(values(reading.document, "schema:datePublished")), "")[:10]
    region = next((labels.get(k, "") for k in values(reading.document, "schema:spatialCoverage")), "")
    publisher = next(iter(values(reading.document, "schema:publisher")), "")
    corpus.sources[reading.identifier] = Source(published, region, governments, places, programs, people)
    for name, official in places.items():
        corpus.spelled[name].add(official)
    for node in reading.nodes:
        if node.kind in ENTITIES:
            _entity(corpus, reading.identifier, node)
        elif node.derivation is not None:
            _claim(corpus, reading.identifier, published, node)
            _sum_of_centre(corpus, node, centres)
    for author in values(reading.document, "schema:author"):
        if author in corpus.profiles and publisher:
            corpus.profiles[author].wrote_for.add(publisher)


def _entity(corpus: Corpus, document: str, node: Node) -> None:
    profile = _profile(corpus, node.key, node.kind)
    profile.documents.add(document)
    if node.label:
        profile.labels[node.label] += 1
        profile.names.add(node.label)
    profile.names.update(node.alternates)
    profile.types.update(node.types)
    for told in node.properties:
        profile.links.setdefault(told.predicate, set()).add(told.value)


def _profile(corpus: Corpus, key: str, kind: str) -> Profile:
    known = corpus.profiles.get(key)
    if known is None:
        known = corpus.profiles[key] = Profile(key, kind)
    return known


def _claim(corpus: Corpus, document: str, published: str, node: Node) -> None:
    if node.kind in ("membership", "allocation"):
        corpus.claims.append((document, node))
    if node.kind == "membership":
        told = {name: value for name, value, _ in node.identity}
        title = told.get("role", "").partition("/")[2]
        held = Held(title, told.get("organization", ""), "former" in told, document)
        _profile(corpus, told["member"], "person").offices.append(held)
    elif node.kind == "renaming":
        old, new = values(node.properties, "rap:fromName"), values(node.properties, "rap:toName")
        for program in values(node.properties, "rap:ofProgram"):
            _profile(corpus, program, "program").renamed.add((published, old[0], new[0]))
    elif node.kind == "allocation":
        total = "total" in values(node.properties, "rap:basis")
        for program in values(node.properties, "rap:forProgram"):
            for key in values(node.properties, "rap:amount"):
                profile = _profile(corpus, program, "program")
                if (won := won_of(key)) is not None:
                    profile.sums.add(won)
                    if total:
                        profile.totals.add(won)


def _sum_of_centre(corpus: Corpus, node: Node, centres: list[Node]) -> None:
    """Money whose purpose is the name of a centre that is a body in this document belongs to the centre."""
    if node.kind != "allocation" or not centres or values(node.properties, "rap:forProgram"):
        return
    purpose = folded(next(iter(values(node.properties, "rap:purpose")), ""))
    for centre in centres:
        if purpose and purpose in {folded(n) for n in (centre.label or "", *centre.alternates)}:
            for key in values(node.properties, "rap:amount"):
                if (won := won_of(key)) is not None:
                    _profile(corpus, centre.key, centre.kind).sums.add(won)


def won_of(money_key: str) -> int | None:
    """The single value of a key of money, in whole units; None for a range."""
    value = money_key.removeprefix("money/").split(" ")[0]
    return int(value) if value.isdigit() else None
