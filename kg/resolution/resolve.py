"""From the facts of one document to its reading: who and what is meant, with keys."""

from kg.documents.model import Document
from kg.facts.model import (
    Allocation,
    Event,
    Fact,
    Involvement,
    Milestone,
    Quotation,
    Renaming,
    Target,
)
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.resolution import claims
from kg.resolution.cast import Cast
from kg.resolution.confidence import confidence, joined
from kg.resolution.departments import employer
from kg.resolution.draft import Draft
from kg.resolution.events import cast_event
from kg.resolution.features import entity_features
from kg.resolution.frame import document_properties, document_type
from kg.resolution.home import Home, find_home
from kg.resolution.names import entity_key
from kg.resolution.offices import Held, held_offices
from kg.resolution.organizations import cast_organizations, region_draft
from kg.resolution.persons import cast_persons, set_apart
from kg.resolution.programs import cast_programs, place_programs
from kg.resolution.purses import allocator, budget_holder, paid_by_others
from kg.resolution.reading import Named, Node, Reading, Unread
from kg.resolution.regions import cast_regions
from kg.resolution.renamings import join_aliases, join_renamed
from kg.resolution.schemes import join_bodies_of_programs
from kg.resolution.unread import find_unread

_IN_TITLE = "organization-in-title"


def resolve(analysis: Analysis, mentions: Mentions, facts: tuple[Fact, ...], lexicon: Lexicon) -> Reading:
    """The reading of one document."""
    cast = Cast(analysis, mentions, lexicon)
    home = find_home(cast)
    cast_organizations(cast, home)
    cast_regions(cast, home)
    cast_programs(cast, home.government.official if home.government else None)
    join_renamed(cast, facts)
    join_aliases(cast)
    join_bodies_of_programs(cast)
    cast_persons(cast, facts)
    for fact in facts:
        if isinstance(fact, Event):
            cast_event(cast, fact, _speakers_at(fact, facts))
    held = held_offices(cast, home, facts)
    set_apart(cast, [(person, body) for _, person, body in held])
    _events_again(cast)
    nodes = _claims(cast, home, facts, held)
    place_programs(cast, home)
    document = document_properties(cast, home)
    _drop_unused_titles(cast, nodes)
    in_office = {person.key for _, person, _ in held}
    entities = [
        d.node(*confidence(lexicon, d.kind, joined(entity_features(cast, d, d.key in in_office))), _sentence(cast, d))
        for d in cast.drafts.values()
    ]
    return Reading(
        identifier=analysis.document.identifier,
        text=analysis.document.text,
        document_type=document_type(analysis.document),
        document=document,
        nodes=_joined([*entities, *nodes]),
        named=tuple(Named(b, e, k) for b, e, k in cast.named()),
        unread=tuple(Unread(*u) for u in find_unread(cast, facts)),
        noise=_noise(analysis.document),
        original=analysis.document.original,
    )


def _speakers_at(event: Event, facts: tuple[Fact, ...]) -> list[Mention]:
    """The persons whose words were said at an event."""
    said = (f for f in facts if isinstance(f, Quotation) and f.event == event.event)
    return [q.speaker for q in said if q.speaker is not None and q.speaker.kind in ("person", "person-short")]


def _sentence(cast: Cast, draft: Draft) -> tuple[int, int] | None:
    """The sentence that names a program or an event first: the one a question shows for it."""
    if draft.kind not in ("program", "event") or not draft.bearing:
        return None
    told = [s for m in draft.bearing if (s := cast.analysis.sentence_at(m.begin))]
    body = [s for s in told if s.block == "body"] or told
    return min((s.begin, s.end) for s in body) if body else None


def _drop_unused_titles(cast: Cast, nodes: list[Node]) -> None:
    """A body that stands only inside a title (국회의원) is told only where somebody holds that office."""
    linked = {p.value for n in nodes for p in n.properties} | {
        p.value for d in cast.drafts.values() for p in d.properties
    }
    for draft in cast.of("organization"):
        if draft.key not in linked and draft.bearing and all(m.rule == _IN_TITLE for m in draft.bearing):
            cast.drop(draft)


def _events_again(cast: Cast) -> None:
    """Persons have their final keys now: events that name them link to these."""
    final = {entity_key("person", d.label): d.key for d in cast.of("person")}
    for event in cast.of("event"):
        event.properties = {p._replace(value=final.get(p.value, p.value)): None for p in event.properties}


def _claims(cast: Cast, home: Home, facts: tuple[Fact, ...], held: list[Held]) -> list[Node]:
    """The nodes of all claims; allocations first need each other's keys."""
    nodes = claims.money_nodes(cast)
    for office, person, body in held:
        nodes.append(claims.role_node(office.title, office.title_span, office.rule))
        nodes.append(claims.office_node(cast, office, person, body))
    facts = tuple(paid_by_others(cast, f) if isinstance(f, Allocation) else f for f in _revised(facts))
    allocations = [f for f in facts if isinstance(f, Allocation)]
    by = {id(f): allocator(cast, home, f, held) for f in allocations}
    keys = {(f.amount.begin, f.amount.end): claims.allocation_key(cast, f, by[id(f)]) for f in allocations}
    region = region_draft(cast, home.government) if home.government else None
    for fact in facts:
        node: Node | None = None
        if isinstance(fact, Allocation):
            holder = budget_holder(cast, home, fact)
            node = claims.allocation_node(cast, fact, by[id(fact)], holder, cast.meant(fact.region) or region, keys)
        elif isinstance(fact, Target):
            node = claims.target_node(cast, fact)
        elif isinstance(fact, Quotation):
            node = claims.quotation_node(cast, fact, employer(cast, home, fact.speaker))
        elif isinstance(fact, Involvement):
            node = claims.involvement_node(cast, fact, _doer(cast, home, fact.agent))
        elif isinstance(fact, Milestone):
            node = claims.milestone_node(cast, fact)
        elif isinstance(fact, Renaming):
            node = claims.renaming_node(cast, fact)
        if node is not None:
            nodes.append(node)
    return nodes


def _doer(cast: Cast, home: Home, agent: Mention) -> Draft | None:
    """Who has a part in a program; what a department does the government does whose it is."""
    return employer(cast, home, agent) if agent.rule == "department" else cast.meant(agent)


def _revised(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A sum that takes the place of another for the same purpose is for the same programs."""
    told = {(f.amount.begin, f.amount.end): f for f in facts if isinstance(f, Allocation) and f.programs}
    found: list[Fact] = []
    for fact in facts:
        if isinstance(fact, Allocation) and fact.revises is not None and not fact.programs:
            first = told.get((fact.revises.begin, fact.revises.end))
            if first is not None and first.purpose == fact.purpose:
                fact = fact.model_copy(update={"programs": first.programs})
        found.append(fact)
    return tuple(found)


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """Nodes of one key become one: their evidence and statements come together."""
    by_key: dict[str, Node] = {}
    for node in nodes:
        other = by_key.get(node.key)
        by_key[node.key] = node if other is None else _merged(other, node)
    return tuple(by_key[k] for k in sorted(by_key))


def _merged(a: Node, b: Node) -> Node:
    derivation = a.derivation or b.derivation
    if a.derivation and b.derivation:
        slots: dict[str, set[tuple[int, int]]] = {}
        for name, spans in (*a.derivation.slots, *b.derivation.slots):
            slots.setdefault(name, set()).update(spans)
        derivation = a.derivation._replace(
            spans=tuple(sorted({*a.derivation.spans, *b.derivation.spans})),
            confidence=max(a.derivation.confidence, b.derivation.confidence),
            reasons=tuple(dict.fromkeys((*a.derivation.reasons, *b.derivation.reasons))),
            slots=tuple((n, tuple(sorted(s))) for n, s in sorted(slots.items())),
        )
    return Node(
        key=a.key,
        kind=a.kind,
        types=tuple(dict.fromkeys((*a.types, *b.types))),
        label=a.label,
        alternates=tuple(sorted({*a.alternates, *b.alternates})),
        properties=tuple(sorted({*a.properties, *b.properties})),
        identity=a.identity,
        derivation=derivation,
    )


def _noise(document: Document) -> tuple[tuple[int, int], ...]:
    return tuple((b.begin, b.end) for b in document.blocks if b.kind == "noise")
