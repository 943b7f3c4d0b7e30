"""One document's readings against its gold: what is right, missed and false, kind by kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from kg.resolution.reading import Reading
from kg.use.evaluation.evidence import Evidence, evidence
from kg.use.evaluation.gold import Gold, GoldAllocation, GoldEvent, GoldOffice, GoldQuote, GoldTarget
from kg.use.evaluation.likeness import any_same, folded, same_name, same_words
from kg.use.evaluation.told import Sum, Told, ToldRow

G = TypeVar("G")
T = TypeVar("T")
SLOTS = ("year", "source", "basis", "status")


@dataclass(frozen=True)
class Compared(Generic[G, T]):
    """One kind in one document: pairs of a gold and a told row, gold that was missed, told that is false."""

    right: list[tuple[G, T]] = field(default_factory=list)
    missed: list[G] = field(default_factory=list)
    false: list[T] = field(default_factory=list)

    def without(self, fine: Callable[[T], bool]) -> "Compared[G, T]":
        """The same without the false alarms that are fine to tell."""
        return Compared(self.right, self.missed, [t for t in self.false if not fine(t)])


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True)
class Comparison:
    """One document: its kinds, how many slots are right, how many told ones are wrong, names out of the noise."""

    name: str
    text: str
    kinds: dict[str, Compared[Any, Any]]
    slots: dict[str, Share]
    invented: dict[str, Share]
    noise: list[str]
    noise_names: int
    evidence: Evidence


def pair(
    wanted: Sequence[G], told: Sequence[T], same: Callable[[G, T], bool], fit: Callable[[G, T], int] = lambda g, t: 0
) -> Compared[G, T]:
    """Each wanted row with at most one told row, those that fit best first."""
    fitting = sorted((-fit(g, t), i, j) for i, g in enumerate(wanted) for j, t in enumerate(told) if same(g, t))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in fitting:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Compared(
        [(wanted[i], told[partner[i]]) for i in sorted(partner)],
        [g for i, g in enumerate(wanted) if i not in partner],
        [t for j, t in enumerate(told) if j not in taken],
    )


def compare(name: str, gold: Gold, reading: Reading) -> Comparison:
    """Hold a reading against gold. The reading should hold what the graph would: see `confident` and `joined`."""
    comparing = _Comparing(gold, Told(reading))
    comparing.names()
    comparing.money()
    comparing.targets()
    comparing.quotes()
    comparing.events()
    comparing.links()
    heard = {folded(n) for n in comparing.told.all_names()}
    noise = [n for n in gold.absent if folded(n) in heard]
    kinds, slots, invented = comparing.kinds, comparing.slots, comparing.invented
    return Comparison(name, reading.text, kinds, slots, invented, noise, len(gold.absent), evidence(comparing.told))


class _Comparing:
    """Works through the kinds of one document."""

    def __init__(self, gold: Gold, told: Told) -> None:
        self.gold, self.told = gold, told
        self.kinds: dict[str, Compared[Any, Any]] = {}
        self.slots: dict[str, Share] = {}
        self.invented: dict[str, Share] = {}
        self.fine = gold.fine()

    def is_fine(self, *columns: str) -> Callable[[ToldRow], bool]:
        """Whether a told row names, in one of the columns, a thing that gold leaves open."""
        return lambda row: any(any_same(row.names[c], names) for c in columns for names in self.fine)

    def right_slots(self, name: str, rights: Sequence[bool]) -> None:
        """Count the right ones among the slots that gold fills."""
        self.slots[name] = Share(sum(rights), len(rights))

    def names(self) -> None:
        """The document's own slots; people, offices, bodies, programs."""
        gold, told = self.gold, self.told
        document = told.document()
        for key in ("published", "title", "publisher", "byline", "region"):
            wanted = getattr(gold, key) or []
            spelled = document.get(key, [])
            each = wanted if isinstance(wanted, list) else [wanted]
            self.right_slots(f"document.{key}", [any_same(spelled, [w], same_name) for w in each])
        self.kinds["persons"] = pair(
            gold.persons, told.persons(), lambda g, t: any_same(t.names["name"], [g], same_name)
        )
        self.kinds["offices"] = pair(gold.offices, told.offices(), self.same_office)
        bodies = [
            t
            for t in told.organizations()
            if not t.cells["publisher"] or any(any_same(t.names["name"], g, same_name) for g in gold.organizations)
        ]
        self.kinds["organizations"] = pair(
            gold.organizations, bodies, lambda g, t: any_same(t.names["name"], g, same_name)
        ).without(self.is_fine("name"))
        self.kinds["programs"] = pair(
            gold.programs,
            told.programs(),
            lambda g, t: any_same(t.names["name"], g),
            lambda g, t: any_same(t.names["name"], g, same_name),
        ).without(self.is_fine("name"))

    def same_office(self, gold: GoldOffice, told: ToldRow) -> bool:
        """The same person, title, time and, where gold names it, body."""
        body = self.gold.spellings(gold.org)
        return (
            gold.former == told.cells["former"]
            and any_same(told.names["person"], [gold.person], same_name)
            and any_same(told.names["title"], gold.title, same_name)
            and (not body or any_same(told.names["org"], body, same_name))
        )

    def money(self) -> None:
        """Sums, and what they are given for."""
        sums = [Sum(a.value, a.max, a.currency) for a in self.gold.amounts]
        amounts = pair(sums, self.told.amounts(), lambda g, t: g == t[0])
        self.kinds["amounts"] = Compared(amounts.right, amounts.missed, [row for _, row in amounts.false])
        found = pair(self.gold.allocations, self.told.allocations(), self.same_allocation, self.allocation_fit)
        self.kinds["allocations"] = found
        for slot in SLOTS:
            self.right_slots(
                f"allocation.{slot}",
                [self.right_slot(g, t, slot) for g, t in found.right if getattr(g, slot) is not None],
            )
        for slot in ("year", "source"):
            wrong = [getattr(g, slot) != t.cells[slot] for g, t in found.right if t.cells[slot] is not None]
            self.invented[f"allocation.{slot}"] = Share(sum(wrong), len(wrong))
        bodies = [(self.gold.spellings(g.by), t.names["by"]) for g, t in found.right if not g.source]
        wrong = [not any_same(by, wanted, same_name) for wanted, by in bodies if by]
        self.invented["allocation.by"] = Share(sum(wrong), len(wrong))

    def same_allocation(self, gold: GoldAllocation, told: ToldRow) -> bool:
        """The same sum for the same thing; from the same body, or from the source that says whose money it is."""
        if told.cells["amount"] != gold.amount or not any_same(told.names["for"], self.gold.spellings(gold.wording)):
            return False
        by = self.gold.spellings(gold.by)
        return not by or any_same(told.names["by"], by, same_name) or self.right_slot(gold, told, "source")

    def allocation_fit(self, gold: GoldAllocation, told: ToldRow) -> int:
        """How many slots agree."""
        exact = any_same(told.names["for"], self.gold.spellings(gold.wording), same_name)
        return sum(self.right_slot(gold, told, s) for s in SLOTS) + exact

    @staticmethod
    def right_slot(gold: GoldAllocation, told: ToldRow, slot: str) -> bool:
        """Whether a slot that gold fills is told so. A lone sum of one year may do without a basis."""
        wanted, cell = getattr(gold, slot), told.cells[slot]
        if slot == "basis" and wanted == "annual" and cell is None:
            return gold.year is not None
        return wanted is not None and wanted == cell

    def targets(self) -> None:
        """Goals and results."""
        found = pair(self.gold.targets, self.told.targets(), self.same_target)
        self.kinds["targets"] = found
        for slot in ("by", "baseline"):
            filled = [(getattr(g, slot), t.cells[slot]) for g, t in found.right if getattr(g, slot) is not None]
            self.right_slots(f"target.{slot}", [wanted == cell for wanted, cell in filled])

    @staticmethod
    def same_target(gold: GoldTarget, told: ToldRow) -> bool:
        """The same number of the same unit of about the same measure."""
        return (
            told.cells["value"] == gold.value
            and same_name(str(told.cells["unit"]), gold.unit or "")
            and any_same(told.names["measure"], gold.measure, same_words)
        )

    def quotes(self) -> None:
        """Direct speech, and who is told to have said it."""
        found = pair(
            self.gold.quotes,
            self.told.quotes(),
            lambda g, t: folded(t.names["text"][0]).startswith(folded(g.starts)),
        )
        self.kinds["quotes"] = found
        self.right_slots("quote.date", [g.date == t.cells["date"] for g, t in found.right if g.date])
        voiced = [(g, t, self.speakers(g)) for g, t in found.right]
        right = [(g, t) for g, t, who in voiced if who and any_same(t.names["speaker"], who, same_name)]
        wrong = [(g, t) for g, t, who in voiced if who and not any_same(t.names["speaker"], who, same_name)]
        unknown = [t for g, t, who in voiced if not who and t.names["speaker"]]
        false = [t for _, t in wrong if t.names["speaker"]] + unknown
        missed = [g for g, _ in wrong] + [g for g in found.missed if self.speakers(g)]
        self.kinds["speakers"] = Compared(right, missed, false)
        self.invented["speaker"] = Share(len(false), len(right) + len(false))

    def speakers(self, gold: GoldQuote) -> list[str]:
        """The speaker's name, else the names of the body that speaks; empty where the text names nobody."""
        return [gold.speaker] if gold.speaker else self.gold.spellings(gold.org)

    def events(self) -> None:
        """Gatherings, with day, place and people."""
        found = pair(
            self.gold.events,
            self.told.events(),
            self.same_event,
            lambda g, t: any_same(t.names["name"], g.name, same_name),
        ).without(self.is_fine("name"))
        self.kinds["events"] = found
        self.right_slots("event.date", [g.date == t.cells["date"] for g, t in found.right if g.date])
        self.right_slots("event.place", [any_same(t.names["place"], g.place) for g, t in found.right if g.place])
        there = sum(
            any_same(t.names["participants"], [who], same_name) for g, t in found.right for who in g.participants
        )
        heads = sum(max(len(g.participants), int(t.cells["heads"] or 0)) for g, t in found.right)
        self.slots["event.participants"] = Share(there, heads)

    @staticmethod
    def same_event(gold: GoldEvent, told: ToldRow) -> bool:
        """By name; what the text leaves without a name also by its day with its place or half of its people."""
        if any_same(told.names["name"], gold.name):
            return True
        if not gold.date or gold.date != told.cells["date"]:
            return False
        wanted = {folded(n) for n in gold.participants}
        common = wanted & {folded(n) for n in told.names["participants"]}
        placed = any_same(told.names["place"], gold.place or [])
        return placed or 2 * len(common) >= max(2, len(gold.participants))

    def links(self) -> None:
        """Who runs a program, and who backs it."""
        operates = [(self.gold.spellings(g.org), self.gold.spellings(g.program)) for g in self.gold.operates]
        backs = [([g.person], self.gold.spellings(g.program)) for g in self.gold.backs]
        for kind, wanted, predicate, type_ in (
            ("operates", operates, "rap:operatedBy", "org:Organization"),
            ("backs", backs, "rap:backedBy", "foaf:Person"),
        ):
            found = pair(
                wanted,
                self.told.links(predicate, type_),
                lambda g, t: any_same(t.names["agent"], g[0], same_name) and any_same(t.names["program"], g[1]),
            )
            self.kinds[kind] = found.without(self.is_fine("agent", "program"))
