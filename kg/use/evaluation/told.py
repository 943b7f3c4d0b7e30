"""What a reading tells, as rows that can be held against gold; each row keeps the node that it came from.

The reading is one of `kg.use.evaluation.joined`: keys are canonical, and all that is linked to has a node.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kg.graph.terms import thing
from kg.resolution.reading import Node, Reading, values
from kg.use.rows import Rows, number, value, year

_PARTS = (
    "org:member",
    "org:organization",
    "rap:operatedBy",
    "rap:backedBy",
    "rap:allocatedBy",
    "rap:payer",
    "rap:decidedBy",
    "rap:recipient",
    "rap:announcedBy",
    "schema:spokenByCharacter",
    "schema:attendee",
    "schema:organizer",
)
"""Who stands behind one of these has a part in what the text tells."""
_MOST_SPELLINGS = 4
_MOST_BODIES = 3
"""More values than these in one slot are a net cast wide, not an answer."""


class Sum(NamedTuple):
    """A sum of money: value (a range's lower end), upper end, currency."""

    value: float | int | None
    max: float | int | None
    currency: str


@dataclass(frozen=True)
class ToldRow:
    """One told fact: ``names`` by column (all spellings), single ``cells``, and where it comes from."""

    node: Node
    names: dict[str, list[str]] = field(default_factory=dict)
    cells: dict[str, str | float | int | bool | None] = field(default_factory=dict)

    def shown(self) -> str:
        """The row as a reader sees it: the first spelling of each name, and the cells that are filled."""
        firsts = [n[0] for n in self.names.values() if n]
        cells = [f"{k} {v}" for k, v in self.cells.items() if v not in (None, False, "")]
        return " · ".join((*firsts, *cells))


class Told:
    """The rows of one reading, each kind in the order in which the graph lists it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.rows = Rows(reading, least=0.0)
        self.nodes = self.rows.nodes

    def of(self, type_: str) -> list[Node]:
        """The nodes of a class, by IRI."""
        return sorted(self.rows.of(type_), key=lambda n: thing(n.key))

    def names(self, key: str | None) -> list[str]:
        """All spellings of a thing."""
        return self.rows.names(key)

    def names_of(self, keys: Iterable[str]) -> list[str]:
        """All spellings of several things."""
        return [name for key in keys for name in self.names(key)]

    def person(self, key: str | None) -> list[str]:
        """A person's spellings, if they are few."""
        names = self.names(key)
        return names if len(names) <= _MOST_SPELLINGS else []

    @cached_property
    def taking_part(self) -> frozenset[str]:
        """The keys of all that some fact speaks of."""
        return frozenset(v for n in self.nodes.values() for p in _PARTS for v in values(n.properties, p))

    def _frame(self, predicate: str) -> frozenset[str]:
        """Who is only the document's author or publisher."""
        return frozenset(values(self.reading.document, predicate)) - self.taking_part

    def persons(self) -> list[ToldRow]:
        """People, without the reporters."""
        frame = self._frame("schema:author")
        return [ToldRow(n, {"name": self.person(n.key)}) for n in self.of("foaf:Person") if n.key not in frame]

    def organizations(self) -> list[ToldRow]:
        """Bodies; ``publisher`` marks one that is told only as the document's publisher."""
        frame = self._frame("schema:publisher")
        return [
            ToldRow(n, {"name": self.names(n.key)}, {"publisher": n.key in frame}) for n in self.of("org:Organization")
        ]

    def programs(self) -> list[ToldRow]:
        """Programs by all their names."""
        return [ToldRow(n, {"name": self.names(n.key)}) for n in self.of("rap:Program")]

    def offices(self) -> list[ToldRow]:
        """Who holds or held which office of which body."""
        return [
            ToldRow(
                n,
                {
                    "person": self.person(value(n, "org:member")),
                    "title": self.names(value(n, "org:role")),
                    "org": self.names(value(n, "org:organization")),
                },
                {"former": value(n, "rap:former") == "true"},
            )
            for n in self.of("org:Membership")
        ]

    def sum(self, node: Node | None) -> Sum:
        """The sum that a money node stands for."""
        if node is None:
            return Sum(None, None, "KRW")
        low, high = value(node, "schema:value") or value(node, "schema:minValue"), value(node, "schema:maxValue")
        return Sum(_whole(number(low)), _whole(number(high)), value(node, "schema:currency") or "KRW")

    def amounts(self) -> list[tuple[Sum, ToldRow]]:
        """Every different sum, once."""
        found: dict[Sum, ToldRow] = {}
        for n in self.of("schema:MonetaryAmount"):
            sum_ = self.sum(n)
            found.setdefault(sum_, ToldRow(n, {}, {"value": sum_.value, "max": sum_.max, "in": sum_.currency}))
        return list(found.items())

    def allocations(self) -> list[ToldRow]:
        """Money given, planned, proposed, cut or spent."""
        found = []
        for n in self.of("rap:Allocation"):
            purposes, programs = values(n.properties, "rap:purpose"), values(n.properties, "rap:forProgram")
            bodies = {
                key
                for p in ("rap:allocatedBy", "rap:payer", "rap:decidedBy")
                if len(keys := values(n.properties, p)) <= _MOST_BODIES
                for key in keys
            }
            wording = purposes if len(purposes) <= 1 else []
            names = {
                "for": [*wording, *(self.names_of(programs) if len(programs) <= 4 else [])],
                "by": self.names_of(sorted(bodies, key=thing)),
            }
            cells = {
                "amount": self.sum(self.nodes.get(value(n, "rap:amount") or "")).value,
                "year": year(value(n, "rap:fiscalYear")),
                "source": value(n, "rap:fundingSource"),
                "basis": value(n, "rap:basis"),
                "status": value(n, "rap:status"),
            }
            found.append(ToldRow(n, names, cells))
        return found

    def targets(self) -> list[ToldRow]:
        """Goals and results in numbers."""
        return [
            ToldRow(
                n,
                {"measure": m if len(m := values(n.properties, "rap:measure")) <= 1 else []},
                {
                    "value": _whole(number(value(n, "rap:targetValue"))),
                    "unit": value(n, "schema:unitText") or "",
                    "by": year(value(n, "rap:deadline")),
                    "baseline": _whole(number(value(n, "rap:baselineValue"))),
                },
            )
            for n in self.of("rap:Target")
        ]

    def quotes(self) -> list[ToldRow]:
        """Direct speech."""
        return [
            ToldRow(
                n,
                {"text": [value(n, "schema:text") or ""], "speaker": self.names(value(n, "schema:spokenByCharacter"))},
                {"date": value(n, "dcterms:date")},
            )
            for n in self.of("schema:Quotation")
        ]

    def events(self) -> list[ToldRow]:
        """Gatherings and acts with a name; ``heads`` counts the people among the participants."""
        found = []
        for n in self.of("schema:Event"):
            attending, start = values(n.properties, "schema:attendee"), value(n, "schema:startDate")
            names = {
                "name": self.names(n.key),
                "place": self.names_of(values(n.properties, "schema:location")),
                "participants": self.names_of(attending),
            }
            heads = sum(1 for k in attending if k in self.nodes and "foaf:Person" in self.nodes[k].types)
            found.append(ToldRow(n, names, {"date": start[:10] if start else None, "heads": heads}))
        return found

    def links(self, predicate: str, type_: str) -> list[ToldRow]:
        """Programs with the bodies or people behind them: columns ``agent`` and ``program``."""
        pairs = [
            (n, key)
            for n in sorted(self.nodes.values(), key=lambda n: thing(n.key))
            for key in sorted(values(n.properties, predicate), key=thing)
            if key in self.nodes and type_ in self.nodes[key].types
        ]
        return [
            ToldRow(self._involvement(n, key) or n, {"agent": self.names(key), "program": self.names(n.key)})
            for n, key in pairs
        ]

    def _involvement(self, program: Node, agent: str) -> Node | None:
        """The claim that stands beside a plain triple."""
        return self._involvements.get((program.key, agent))

    @cached_property
    def _involvements(self) -> dict[tuple[str | None, str | None], Node]:
        return {(value(n, "rap:ofProgram"), value(n, "rap:agent")): n for n in self.of("rap:Involvement")}

    def document(self) -> dict[str, list[str]]:
        """What the reading says of the document itself; nothing where it found no headline."""
        told = self.reading.document
        if not values(told, "schema:headline"):
            return {}
        return {
            "published": [v[:10] for v in values(told, "schema:datePublished")[:1]],
            "title": values(told, "schema:headline")[:1],
            "publisher": self.names_of(values(told, "schema:publisher")),
            "byline": self.names_of(values(told, "schema:author")),
            "region": self.names_of(values(told, "schema:spatialCoverage")),
        }

    def all_names(self) -> set[str]:
        """Every spelling of everything in the reading, as it is written."""
        return {name for key in self.nodes for name in self.names(key)}


def _whole(told: float | int | None) -> float | int | None:
    """A number as an integer where it is one."""
    return int(told) if told is not None and told == int(told) else told
