"""The typed facts. Slots hold mentions, not yet resolved; what the text does not say stays None.

Years are calendar years, dates ISO strings in the text's own precision. ``evidence`` bears out the fact as a
whole; ``slots`` names the words behind single slots (``amount``, ``purpose``, ``year``, ``source``, ``payer``,
``status``, ``speaker``). ``features`` names the features of confidence that hold (table ``confidence``).
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from kg.mentions.model import Mention
from kg.spans import Span

Source = Literal["국비", "시비", "도비", "구비", "군비", "민자"]
Basis = Literal["total", "annual", "per-unit", "part"]
Status = Literal["planned", "approved", "proposed", "spent", "cut"]


class Fact(BaseModel):
    """What all facts have."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    rule: str
    evidence: tuple[Span, ...]
    slots: dict[str, tuple[Span, ...]] = Field(default_factory=dict)
    features: tuple[str, ...] = ()


class Office(Fact):
    """A person holds or held a post; ``organization`` None means that the context decides."""

    person: Mention
    title: str
    title_span: Span
    organization: Mention | None = None
    former: bool = False
    acting: bool = False


class Allocation(Fact):
    """Money that someone gives, plans, proposes, cuts or spends on something.

    ``purpose`` is the text's own wording. ``part_of`` and ``revises`` name other allocations of the document by
    the mention of their sum. ``by`` is whose money or decision it is where the text does not tell payer from decider.
    ``apart`` tells that another body gives an equal sum beside it. ``source`` serves to find whose money it is;
    it is told only where a word of the text names the purse (``purse_named``): «시가 2억 원을 낸다» names none.
    """

    amount: Mention
    purpose: str | None = None
    programs: tuple[Mention, ...] = ()
    by: Mention | None = None
    payer: Mention | None = None
    decider: Mention | None = None
    recipient: Mention | None = None
    announced_by: Mention | None = None
    region: Mention | None = None
    year: int | None = None
    source: Source | None = None
    basis: Basis | None = None
    status: Status | None = None
    recurring: bool = False
    per_unit: str | None = None
    stage: str | None = None
    round: str | None = None
    instrument: str | None = None
    part_of: Mention | None = None
    revises: Mention | None = None
    home_pays: bool = False
    apart: bool = False
    purse_named: bool = True


class Target(Fact):
    """A stated goal or result in numbers other than money."""

    quantity: Mention
    measure: str
    value: float
    max: float | None = None
    unit: str = ""
    baseline: float | None = None
    deadline: str | None = None
    basis: Literal["annual"] | None = None
    target_kind: Literal["goal", "result", "expected-effect"] | None = None
    observed_on: str | None = None
    program: Mention | None = None


class NearTarget(Fact):
    """A number that missed being a target by one condition, which ``reason`` names; it is listed, never told."""

    quantity: Mention
    reason: str


class Quotation(Fact):
    """Direct speech: the words inside the marks. ``speaker`` is a mention of a person or of a body."""

    span: Span
    text: str
    speaker: Mention | None = None
    date: str | None = None
    event: Mention | None = None
    about: tuple[Mention, ...] = ()


class Event(Fact):
    """A gathering or an act with a name; ``event`` is the mention of its name, ``names`` its other wordings here."""

    event: Mention
    name: str
    names: tuple[str, ...] = ()
    date: str | None = None
    end: str | None = None
    place: Mention | None = None
    participants: tuple[Mention, ...] = ()
    organizer: Mention | None = None


class Involvement(Fact):
    """Somebody's part in a program: ``operates``, ``backs``, ``builds``, ``entrusted``, ``supplies``, ``proposes`` …"""

    program: Mention
    agent: Mention
    involvement: str
    date: str | None = None


class Milestone(Fact):
    """A dated step of a program: 착공, 준공, 개소, 출범, 시행 …"""

    program: Mention
    milestone: str
    date: str


class Renaming(Fact):
    """A program gets another name."""

    program: Mention
    old: str
    new: str
    date: str | None = None


class Unread(BaseModel):
    """Something seen and not understood: listed, never dropped."""

    model_config = ConfigDict(frozen=True)

    kind: Literal[
        "money-without-purpose",
        "quotation-without-speaker",
        "title-without-person",
        "number-near-target",
        "unread-unit",
    ]
    span: Span
    reason: str
