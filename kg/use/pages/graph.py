"""The graph view: a thing, what is tied to it, and what is tied to the things that were opened."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from kg.use.pages import fetching
from kg.use.pages.fetching import kind_of
from kg.use.pages.money import sums
from kg.use.pages.placing import Place, free_labels, placed
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.rows import events, offices, parts
from kg.use.pages.search import Found
from kg.use.pages.told import Evidence, Named, Told, evidence, told
from kg.use.pages.words import kind_name, term

MOST = 1000
"""A view with more things cannot be read; those with most ties are kept."""

_LINKS = (
    "org:member",
    "org:organization",
    "rap:agent",
    "rap:ofProgram",
    "rap:forProgram",
    "rap:payer",
    "rap:decidedBy",
    "rap:allocatedBy",
    "rap:recipient",
    "schema:attendee",
    "schema:organizer",
)
_PLAIN = ("rap:forRegion", "rap:governs", "rap:within", "org:unitOf", "rap:partOf", "dcterms:isVersionOf")
DRAWN = ("person", "organization", "program", "region", "event")
"""Kinds of things that stand in the graph view."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two things: what it says, of which year, how much money, how sure, where its evidence is."""

    id: str
    source: str
    target: str
    label: str
    kind: str
    year: str = ""
    amount: int = 0
    sure: float = 1.0
    sentence: str = ""
    told_by: str = ""
    address: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the view; ``named`` says whether its label is shown at rest."""

    id: str
    label: str
    kind: str
    kind_name: str
    region: str
    documents: int
    address: str
    x: float
    y: float
    centre: bool
    opened: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph page: the centre, the things and ties of the view, and things to begin with where none is told."""

    centre: Named | None
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    left: int
    offered: tuple[tuple[str, tuple[Found, ...]], ...]
    kinds: tuple[tuple[str, str, int], ...] = field(default=())

    @property
    def rows(self) -> list[tuple[Node, Tie, Node]]:
        """The ties as rows of a table, for readers without a script."""
        known = {node.id: node for node in self.nodes}
        return [(known[t.source], t, known[t.target]) for t in self.ties]


def graph(route: Route, shown: Shown) -> Graph:
    """The view of a route: ``center`` is the thing in the middle (kind/name), each ``open`` one that was opened."""
    centre = _thing(route.first("center"))
    names = fetching.named(shown.store, [centre]) if centre else {}
    if centre not in names:
        offered = [
            (kind, tuple(Found(h, p) for h in shown.index.most_told(kind, 10) if (p := route_of(h.iri))))
            for kind in ("program", "person", "organization", "region")
        ]
        return Graph(None, (), (), 0, tuple(offered))
    opened = [centre, *(i for word in route.all("open") if (i := _thing(word)))][:40]
    parents: dict[str, str] = {centre: ""}
    ties: dict[str, Tie] = {}
    left = 0
    for thing in dict.fromkeys(opened):
        if thing not in parents:
            continue
        found = ties_of(thing, shown)
        near = [t for t in found if thing in (t.source, t.target)]
        ends = Counter(end for t in near for end in (t.source, t.target) if end != thing)
        room = MOST - len(parents)
        chosen = sorted((e for e in ends if e not in parents), key=lambda e: (-ends[e], e))
        left += max(0, len(chosen) - room)
        parents |= dict.fromkeys(chosen[:room], thing)
        ties |= {t.id: t for t in found}
    kept = [t for t in ties.values() if t.source in parents and t.target in parents]
    nodes = _nodes(centre, opened, parents, shown)
    kinds = Counter(node.kind for node in nodes)
    return Graph(
        Named(centre, names[centre], route_of(centre)),
        tuple(nodes),
        tuple(_named(kept, {n.id: n for n in nodes})),
        left,
        (),
        tuple((kind, kind_name(kind), kinds[kind]) for kind in DRAWN),
    )


def graph_data(route: Route, shown: Shown) -> Any:
    """The view as its script reads it."""
    found = graph(route, shown)
    return {
        "center": short(found.centre.iri) if found.centre else "",
        "nodes": [asdict(n) | {"id": short(n.id)} for n in found.nodes],
        "edges": [asdict(t) | {"source": short(t.source), "target": short(t.target)} for t in found.ties],
        "left": found.left,
    }


def short(iri: str) -> str:
    """A thing as the address names it: kind and name."""
    page = route_of(iri)
    return f"{page.kind}/{page.name}" if page else iri


def _thing(word: str) -> str:
    """The IRI of a thing that an address names; empty for what is none."""
    kind, _, name = word.partition("/")
    return Route(kind, name).iri if kind in DRAWN and name else ""


def ties_of(thing: str, shown: Shown) -> list[Tie]:
    """All ties of one thing, also such as hang on its claims between two others."""
    store = shown.store
    pointing = fetching.pointing(store, thing, (*_LINKS, *_PLAIN))
    own = fetching.about(store, thing, (*_PLAIN, "schema:attendee", "schema:organizer"))
    claims = sorted({i for p in _LINKS for i in pointing.get(p, ())})
    if kind_of(thing) == "region":
        claims += [i for i in pointing.get("rap:forRegion", ()) if kind_of(i) == "allocation"]
    if kind_of(thing) == "event":
        claims.append(thing)
    found = told(store, [c for c in claims if kind_of(c) in ("membership", "involvement", "allocation", "event")])
    seen = evidence(store, found, found.claims, 1)
    ties: list[Tie] = []
    for iri in found.claims:
        ties += _of_claim(found, iri, seen.get(iri), shown)
    for p in _PLAIN:
        for other in pointing.get(p, ()):
            if kind_of(other) in DRAWN:
                ties.append(Tie(f"{other} {p} {thing}", other, thing, term(p), "plain"))
        for other in own.get(p, ()):
            if kind_of(other) in DRAWN:
                ties.append(Tie(f"{thing} {p} {other}", thing, other, term(p), "plain"))
    return [t for t in ties if t.source != t.target]


def _of_claim(found: Told, iri: str, seen: Evidence | None, shown: Shown) -> Iterable[Tie]:
    """A claim as ties."""
    kind = kind_of(iri)
    page, first = route_of(iri), seen.first if seen else None
    further = {
        "sure": seen.confidence if seen else 1.0,
        "sentence": first.sentence if first else "",
        "told_by": " ".join(filter(None, (first.source.publisher, first.source.day))) if first else "",
        "address": shown.addresses.page(first.route if first and kind == "event" else page) if page else "",
    }
    if kind == "membership":
        for o in offices(found, [iri])[0]:
            if o.person and o.body:
                label = ("전 " if o.former else "") + o.title
                yield Tie(iri, o.person.iri, o.body.iri, label, kind, o.last[:4], **further)  # type: ignore[arg-type]
    elif kind == "involvement":
        for p in parts(found, [iri]):
            yield Tie(iri, p.agent.iri, p.program.iri, p.what, kind, "", **further)  # type: ignore[arg-type]
    elif kind == "allocation":
        for s in sums(found, [iri]):
            label = " ".join(filter(None, (s.text, s.year, s.fund)))
            givers = [who.iri for what, who in s.by if kind_of(who.iri) in DRAWN]
            takers = [p.iri for p in s.programs] or [r.iri for r in s.regions]
            for giver in givers[:2]:
                for taker in takers:
                    yield Tie(f"{iri} {giver} {taker}", giver, taker, label, kind, s.year, s.value or 0, **further)  # type: ignore[arg-type]
    elif kind == "event":
        for e in events(found, [iri]):
            for who in e.people:
                yield Tie(f"{iri} {who.iri}", who.iri, iri, "참석", kind, e.day[:4], **further)  # type: ignore[arg-type]


def _nodes(centre: str, opened: list[str], parents: dict[str, str], shown: Shown) -> list[Node]:
    """The things of the view with their places."""
    listed = list(parents)
    about = {
        hit.iri: hit for start in range(0, len(listed), 500) for hit in shown.index.about(listed[start : start + 500])
    }
    names = fetching.named(shown.store, [i for i in listed if i not in about])
    labels = {i: about[i].label if i in about else names.get(i, i) for i in listed}
    children: dict[str, list[str]] = {}
    for thing in sorted(listed, key=lambda i: (labels[i], i)):
        if thing != centre:
            children.setdefault(parents[thing], []).append(thing)
    kinds = {i: kind_of(i) for i in listed}
    places = placed(centre, children, kinds)
    weight = {i: about[i].documents if i in about else 0 for i in listed}
    ranked = sorted(listed, key=lambda i: (i != centre, i not in opened, -weight[i], i))
    named = free_labels([(i, labels[i], places[i]) for i in ranked])
    return [
        Node(
            i,
            labels[i],
            kinds[i],
            kind_name(kinds[i]),
            about[i].region if i in about else "",
            weight[i],
            shown.addresses.page(page) if (page := route_of(i)) else "",
            places[i].x,
            places[i].y,
            i == centre,
            i in opened,
            i in named,
        )
        for i in listed
    ]


def _named(ties: list[Tie], nodes: dict[str, Node]) -> list[Tie]:
    """The ties with those marked whose labels can be read at rest: amounts first."""
    middle = {
        t.id: Place((nodes[t.source].x + nodes[t.target].x) / 2, (nodes[t.source].y + nodes[t.target].y) / 2 - 22)
        for t in ties
    }
    shown = [(n.id, n.label, Place(n.x, n.y)) for n in nodes.values() if n.named]
    ranked = sorted(ties, key=lambda t: (-t.amount, t.kind == "plain", t.id))
    free = free_labels([*shown, *((t.id, t.label, middle[t.id]) for t in ranked if t.kind != "plain")])
    made = []
    for t in sorted(ties, key=lambda t: t.id):
        told_ = asdict(t) | {"named": t.id in free}
        made.append(Tie(**told_))
    return made
