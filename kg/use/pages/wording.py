"""What a claim says, in one Korean line with its things as links, for lists of claims of every kind."""

from dataclasses import dataclass

from kg.use.pages.fetching import kind_of
from kg.use.pages.money import sums
from kg.use.pages.route import Route, route_of
from kg.use.pages.rows import events, offices, parts, quotations, steps, targets
from kg.use.pages.told import Named, Told
from kg.use.pages.words import day, kind_name, one_line


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim in words: its kind, the main value, what it is about, further words."""

    iri: str
    kind: str
    value: str
    things: tuple[Named, ...]
    further: tuple[str, ...]

    @property
    def route(self) -> Route | None:
        """The claim's page."""
        return route_of(self.iri)

    @property
    def title(self) -> str:
        """The claim in one line without links."""
        return " · ".join(filter(None, (self.value, *(t.label for t in self.things[:2]))))


def worded(told: Told, iri: str) -> Worded:
    """A claim of any kind in words."""
    kind = kind_of(iri)
    value, things, further = "", [], []
    if kind == "allocation":
        for s in sums(told, [iri]):
            value, things = s.text, [*s.programs, *(who for _, who in s.by)]
            purpose = one_line(s.purpose)
            further = [purpose, f"{s.year}년" if s.year else "", s.fund, s.basis, s.status, s.stage, s.instrument]
            further += ["매년"] if s.recurring else []
    elif kind == "membership":
        for o in offices(told, [iri])[0]:
            value = ("전 " if o.former else "") + o.title
            things = [t for t in (o.person, o.body) if t]
    elif kind == "involvement":
        for p in parts(told, [iri]):
            value, things = p.what, [p.agent, p.program]
    elif kind == "target":
        for t in targets(told, [iri]):
            value, things = f"{t.value}{t.unit}", list(t.programs)
            further = [one_line(t.measure), f"출발 {t.baseline}{t.unit}" if t.baseline else ""]
            further += [f"{day(t.deadline)}까지" if t.deadline else "", t.kind, "매년" if t.yearly else ""]
    elif kind == "quotation":
        for q in quotations(told, [iri]):
            value, things = f"“{one_line(q.text)}”", [t for t in (q.speaker, q.event) if t]
            further = [day(q.day), q.place]
    elif kind in ("milestone", "renaming"):
        for m in steps(told, [iri]):
            value, things, further = m.what, [m.program] if m.program else [], [day(m.day)]
    elif kind == "event":
        for e in events(told, [iri]):
            value, things, further = e.thing.label, list(e.people), [day(e.day), e.place]
    return Worded(iri, kind_name(kind), value, tuple(things), tuple(f for f in further if f))
