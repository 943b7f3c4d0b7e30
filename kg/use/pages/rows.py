"""Claims as rows of a page: offices, parts in programs, targets, quotations, steps, events."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.use.pages.chart import Span, spans
from kg.use.pages.route import Route
from kg.use.pages.told import Named, Told
from kg.use.pages.words import concept, number


@dataclass(frozen=True, slots=True)
class Office:
    """Who holds which office of which body; ``first`` and ``last`` are days of documents that tell it as held."""

    iri: str
    title: str
    person: Named | None
    body: Named | None
    former: bool
    acting: bool
    first: str
    last: str
    span: Span
    at: Route | None


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in a program."""

    iri: str
    what: str
    agent: Named
    program: Named
    theme: str
    at: Route | None


@dataclass(frozen=True, slots=True)
class Target:
    """A number that is to be reached or was reached, with where it began and by when."""

    iri: str
    measure: str
    value: str
    baseline: str
    unit: str
    deadline: str
    kind: str
    yearly: bool
    observed: str
    programs: tuple[Named, ...]
    at: Route | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech: who, when, where."""

    iri: str
    text: str
    speaker: Named | None
    day: str
    event: Named | None
    place: str
    about: tuple[Named, ...]
    at: Route | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step or a new name of a program."""

    iri: str
    what: str
    day: str
    program: Named | None
    at: Route | None


@dataclass(frozen=True, slots=True)
class Program:
    """A program with its theme."""

    iri: str
    thing: Named
    theme: str


@dataclass(frozen=True, slots=True)
class Event:
    """A gathering or an act."""

    iri: str
    thing: Named
    day: str
    end: str
    place: str
    people: tuple[Named, ...]
    at: Route | None


def offices(told: Told, claims: Iterable[str]) -> tuple[list[Office], tuple[str, str]]:
    """Offices, those held last first, and the years at the ends of their axis of time."""
    listed = list(claims)
    days = [(told.first_day(iri), told.last_day(iri)) for iri in listed]
    placed, axis = spans(days)
    found = []
    for iri, (first, last), span in zip(listed, days, placed, strict=True):
        found.append(
            Office(
                iri,
                told.named(told.text(iri, "org:role")).label,
                next(iter(told.linked(iri, "org:member")), None),
                next(iter(told.linked(iri, "org:organization")), None),
                told.text(iri, "rap:former") == "true",
                told.text(iri, "rap:acting") == "true",
                first,
                last,
                span,
                told.at(iri),
            )
        )
    found.sort(key=lambda o: (o.person.label if o.person else "", o.title, o.iri))
    return sorted(found, key=lambda o: (not o.former, o.last), reverse=True), axis


def parts(told: Told, claims: Iterable[str]) -> list[Part]:
    """Parts in programs: what many documents tell first."""
    found = []
    for iri in claims:
        agent, program = told.text(iri, "rap:agent"), told.text(iri, "rap:ofProgram")
        if agent and program:
            kind, theme = told.text(iri, "rap:involvementKind"), told.text(program, "dcterms:subject")
            found.append(
                Part(
                    iri,
                    concept(kind) if kind else "참여",
                    told.named(agent),
                    told.named(program),
                    concept(theme) if theme else "",
                    told.at(iri),
                )
            )
    return sorted(found, key=lambda p: (-len(told.mentions(p.iri)), p.what, p.program.label, p.agent.label, p.iri))


def targets(told: Told, claims: Iterable[str]) -> list[Target]:
    """Targets, goals before results, the nearest deadline first."""
    found = []
    for iri in claims:
        value, most = told.text(iri, "rap:targetValue"), told.text(iri, "rap:targetMaxValue")
        kind = told.text(iri, "rap:targetKind")
        basis = told.text(iri, "rap:basis")
        found.append(
            Target(
                iri,
                told.text(iri, "rap:measure"),
                number(value) + (f"~{number(most)}" if most else ""),
                number(told.text(iri, "rap:baselineValue")),
                told.text(iri, "schema:unitText"),
                told.text(iri, "rap:deadline"),
                concept(kind) if kind else "",
                basis.endswith("/annual"),
                told.text(iri, "rap:observedOn"),
                tuple(told.linked(iri, "rap:forProgram")),
                told.at(iri),
            )
        )
    order = {"목표": 0, "기대효과": 1, "성과": 2}
    return sorted(found, key=lambda t: (order.get(t.kind, 3), t.deadline or "9999", t.measure, t.value, t.iri))


def quotations(told: Told, claims: Iterable[str]) -> list[Quotation]:
    """Quotations, the newest first."""
    found = []
    for iri in claims:
        event = next(iter(told.linked(iri, "rap:saidAt")), None)
        place = told.text(event.iri, "schema:location") if event else ""
        found.append(
            Quotation(
                iri,
                told.text(iri, "schema:text").strip(),
                next(iter(told.linked(iri, "schema:spokenByCharacter")), None),
                told.text(iri, "dcterms:date") or told.first_day(iri),
                event,
                told.named(place).label if place else "",
                tuple(told.linked(iri, "schema:about")),
                told.at(iri),
            )
        )
    return sorted(sorted(found, key=lambda q: (q.text, q.iri)), key=lambda q: q.day, reverse=True)


def steps(told: Told, claims: Iterable[str]) -> list[Step]:
    """Milestones and new names in the order of time."""
    found = []
    for iri in claims:
        program = next(iter(told.linked(iri, "rap:ofProgram")), None)
        old, new = told.text(iri, "rap:fromName"), told.text(iri, "rap:toName")
        kind = told.text(iri, "rap:milestoneKind")
        what = f"{old} → {new}" if new else (concept(kind) if kind else "")
        day = told.text(iri, "rap:onDate", "dcterms:date") or (told.first_day(iri) if new else "")
        found.append(Step(iri, what, day, program, told.at(iri)))
    return sorted(found, key=lambda s: (s.day or "9999", s.what, s.iri))


def events(told: Told, claims: Iterable[str]) -> list[Event]:
    """Events, the newest first."""
    found = []
    for iri in claims:
        place = told.text(iri, "schema:location")
        found.append(
            Event(
                iri,
                told.named(iri),
                told.text(iri, "schema:startDate"),
                told.text(iri, "schema:endDate"),
                told.named(place).label if place else "",
                tuple(told.linked(iri, "schema:organizer", "schema:attendee")),
                told.at(iri),
            )
        )
    return sorted(sorted(found, key=lambda e: (e.thing.label, e.iri)), key=lambda e: e.day, reverse=True)


def programs(told: Told, iris: Iterable[str]) -> list[Program]:
    """Programs by theme and name."""
    found = []
    for iri in iris:
        theme = told.text(iri, "dcterms:subject")
        found.append(Program(iri, told.named(iri), concept(theme) if theme else ""))
    return sorted(found, key=lambda p: (p.theme == "", p.theme, p.thing.label, p.iri))
