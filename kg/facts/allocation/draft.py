"""An allocation while its slots are being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.facts.allocation.clause import Clause
from kg.facts.model import Allocation, Basis, Source, Status
from kg.mentions.model import Mention
from kg.spans import Span

_SLOTS = frozenset(("purpose", "year", "source", "payer", "status"))


@dataclass(slots=True, eq=False)
class Draft:
    """The slots found so far; ``own`` tells that the purpose stands in the sum's own clause, ``year_told`` that no
    other sum may lend it a year, ``shared`` that the sentence hands out a total (재원별로는, 이 가운데), ``apart``
    that another body gives an equal sum of its own, ``lasts`` that the row of its table tells of a period."""

    money: Mention
    clause: Clause | None
    evidence: tuple[Span, ...] = ()
    purpose: str | None = None
    own: bool = False
    programs: list[Mention] = field(default_factory=list)
    by: Mention | None = None
    payer: Mention | None = None
    decider: Mention | None = None
    recipient: Mention | None = None
    announced_by: Mention | None = None
    year: int | None = None
    year_told: bool = False
    source: Source | None = None
    sourced: bool = False
    basis: Basis | None = None
    status: Status | None = None
    recurring: bool = False
    per_unit: str | None = None
    stage: str | None = None
    round: str | None = None
    instrument: str | None = None
    part_of: "Draft | None" = None
    revises: "Draft | None" = None
    whole: bool = False
    several_years: bool = False
    elided: bool = False
    superseded: bool = False
    first_year: bool = False
    bound: bool = False
    shared_out: bool = False
    apart: bool = False
    column: int | None = None
    across: bool = False
    lasts: bool = False
    lender: "Draft | None" = None
    cost: bool = False
    weak_whole: bool = False
    compared: bool = False
    slots: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    features: list[str] = field(default_factory=list)

    value: float = field(init=False)
    """The sum, a range's lower end."""

    def __post_init__(self) -> None:
        self.value = float(self.money.value.low or 0)

    @property
    def component_of(self) -> "Draft | None":
        """The total of which the sum is a part; a cut, what is left of it and what was spent of it are none."""
        total = self.part_of
        if total is None or self.status == "cut" or self.revises is not None:
            return None
        spent = self.stage in ("집행", "결산") and total.status != "spent"
        return None if spent else total

    @property
    def replaces(self) -> "Draft | None":
        """The sum of the same budget in whose place this one came; another year's sum stands beside it."""
        before = self.revises
        if before is None or (before.year is not None and self.year is not None and before.year != self.year):
            return None
        return before

    def note(self, slot: str, span: Span, feature: str | None = None) -> None:
        """Remember the words behind a slot and the feature that it speaks for."""
        if span.begin < span.end:
            self.slots.setdefault(slot, (span,))
        if feature and feature not in self.features:
            self.features.append(feature)

    def be_for(self, purpose: str, span: Span, programs: Iterable[Mention]) -> None:
        """Take what the sum is for, whatever was read before."""
        self.purpose, self.programs = purpose, list(programs)
        self.slots["purpose"] = (span,)

    def fact(self, rule: str) -> Allocation:
        """The finished allocation; a source that only the payer tells is no named purse."""
        named = "source-payer" not in self.features or "source-told" in self.features
        slots = _SLOTS if named else _SLOTS - {"source"}
        return Allocation(
            rule=rule,
            evidence=self.evidence,
            slots={"amount": (self.money.span,), **{k: v for k, v in self.slots.items() if k in slots}},
            features=tuple(self.features),
            amount=self.money,
            purpose=self.purpose,
            programs=tuple(self.programs[:4]),
            by=self.by,
            payer=self.payer,
            decider=self.decider,
            recipient=self.recipient,
            announced_by=self.announced_by,
            year=self.year,
            source=self.source,
            basis=self.basis,
            status=self.status,
            recurring=self.recurring,
            per_unit=self.per_unit,
            stage=self.stage,
            round=self.round,
            instrument=self.instrument,
            part_of=self.component_of.money if self.component_of else None,
            revises=self.replaces.money if self.replaces else None,
            apart=self.apart,
            home_pays=self.elided and self.by is None,
            purse_named=named,
        )
