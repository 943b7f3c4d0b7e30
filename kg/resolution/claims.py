"""Claims: facts about entities with keys become nodes of the reading."""

from collections.abc import Iterable, Sequence

from kg.facts.model import Allocation, Fact, Involvement, Milestone, Office, Quotation, Renaming, Target
from kg.mentions.model import Mention, Money
from kg.resolution.cast import Cast
from kg.resolution.confidence import confidence, joined
from kg.resolution.draft import Draft
from kg.resolution.features import (
    allocation_features,
    office_features,
    place_features,
    quotation_features,
    target_features,
)
from kg.resolution.names import entity_key, spaced
from kg.resolution.reading import Derivation, Node, Property, ValueType, claim_key
from kg.spans import Span

Identity = Sequence[tuple[str, str | None, bool]]

_SLOTS = {
    "amount": "rap:amountFrom",
    "purpose": "rap:purposeFrom",
    "year": "rap:yearFrom",
    "source": "rap:sourceFrom",
    "payer": "rap:payerFrom",
    "status": "rap:statusFrom",
    "speaker": "rap:speakerFrom",
}


def number(value: float) -> tuple[str, ValueType]:
    """A number as a literal: an integer where it is one."""
    return (str(int(value)), "integer") if value == int(value) else (repr(float(value)), "decimal")


def date_type(iso: str) -> ValueType:
    """The XSD type of a date in its own precision."""
    return "gYear" if len(iso) == 4 else "gYearMonth" if len(iso) == 7 else "date"


class Statements:
    """The properties of a claim, put together slot by slot; a slot that is None says nothing."""

    def __init__(self) -> None:
        self.properties: list[Property] = []

    def key(self, predicate: str, draft: Draft | None) -> None:
        """A link to an entity."""
        if draft is not None:
            self.properties.append(Property(predicate, draft.key, "key"))

    def value(self, predicate: str, value: str | None, type_: ValueType) -> None:
        """A literal or a concept."""
        if value is not None:
            self.properties.append(Property(predicate, value, type_))

    def number(self, predicate: str, value: float | None) -> None:
        """A number."""
        if value is not None:
            self.properties.append(Property(predicate, *number(value)))

    def date(self, predicate: str, iso: str | None) -> None:
        """A date in its own precision."""
        if iso is not None:
            self.properties.append(Property(predicate, iso, date_type(iso)))

    def flag(self, predicate: str, value: bool) -> None:
        """A statement that is made only where it is true."""
        if value:
            self.properties.append(Property(predicate, "true", "boolean"))


def claim(
    cast: Cast,
    kind: str,
    type_: str,
    fact: Fact,
    told: Statements,
    identity: Identity,
    features: Iterable[str] = (),
) -> Node:
    """The node of a claim with its evidence."""
    sure, reasons = confidence(
        cast.lexicon, kind, joined((*fact.features, *features, *place_features(cast, _spans(fact.evidence))))
    )
    slots = [
        (_SLOTS[name], tuple((s.begin, s.end) for s in spans))
        for name, spans in sorted(fact.slots.items())
        if spans and name in _SLOTS
    ]
    if sentence := cast.analysis.sentence_at(fact.evidence[0].begin):
        slots.append(("rap:sentenceFrom", ((sentence.begin, sentence.end),)))
    makes = _makes(identity)
    return Node(
        key=claim_key(kind, makes),
        kind=kind,
        types=(type_,),
        properties=tuple(sorted(set(told.properties))),
        identity=makes,
        derivation=Derivation(_spans(fact.evidence), fact.rule, sure, reasons, tuple(slots)),
    )


def _key(draft: Draft | None) -> str | None:
    return draft.key if draft is not None else None


def _spans(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({(s.begin, s.end) for s in spans}))


def role_node(title: str, span: Span, rule: str) -> Node:
    """An `org:Role` labelled with the bare title."""
    evidence = Derivation(((span.begin, span.end),), rule)
    return Node(entity_key("role", title), "role", ("org:Role",), spaced(title), derivation=evidence)


def money_key(money: Money) -> str:
    """The key of a sum: value or range, currency, bound."""
    value = number(money.value)[0] if money.value is not None else ""
    low, high = (number(v)[0] if v is not None else "" for v in (money.min, money.max))
    sum_ = value or f"{low}-{high}"
    return f"money/{sum_} {money.currency}" + (f" {money.bound}" if money.bound else "")


def money_nodes(cast: Cast) -> list[Node]:
    """Every sum of the article is a `schema:MonetaryAmount`, an allocation or not."""
    by_key: dict[str, list[Mention]] = {}
    for mention in cast.mentions.of("money"):
        by_key.setdefault(money_key(mention.value), []).append(mention)
    nodes = []
    for key, mentions in by_key.items():
        money: Money = mentions[0].value
        told = Statements()
        told.number("schema:value", money.value)
        if money.value is None:
            told.number("schema:minValue", money.min)
            told.number("schema:maxValue", money.max)
        told.value("schema:currency", money.currency, "string")
        told.value("rap:bound", money.bound and f"bound/{money.bound}", "concept")
        spans = tuple((m.begin, m.end) for m in mentions)
        sure, reasons = confidence(
            cast.lexicon, "money", joined((*(m.rule for m in mentions), *place_features(cast, spans)))
        )
        evidence = Derivation(spans, mentions[0].rule, sure, reasons)
        properties = tuple(sorted(told.properties))
        nodes.append(Node(key, "money", ("schema:MonetaryAmount",), properties=properties, derivation=evidence))
    return nodes


def office_node(cast: Cast, fact: Office, person: Draft, body: Draft | None) -> Node:
    """A person's office as `org:Membership`."""
    role = entity_key("role", fact.title)
    told = Statements()
    told.key("org:member", person)
    told.key("org:organization", body)
    told.value("org:role", role, "key")
    told.flag("rap:former", fact.former)
    told.flag("rap:acting", fact.acting)
    identity = (
        ("member", person.key, True),
        ("role", role, True),
        ("organization", _key(body), True),
        ("former", "true" if fact.former else None, False),
        ("acting", "true" if fact.acting else None, False),
    )
    return claim(cast, "membership", "org:Membership", fact, told, identity, office_features(fact, body))


def _programs(cast: Cast, fact: Allocation) -> list[Draft]:
    """The programs of an allocation, each once, in the order of the text."""
    found = (cast.meant(m) for m in fact.programs)
    return list({p.key: p for p in found if p is not None}.values())


def allocation_key(cast: Cast, fact: Allocation, by: Draft | None) -> str:
    """The key that an allocation will have, for others that point to it."""
    identity = _allocation_identity(fact, by, _programs(cast, fact), cast.meant(fact.payer))
    return claim_key("allocation", _makes(identity))


_PURSES = {"시비": "시", "도비": "도", "군비": "군", "구비": "구"}


def _own_purse(fact: Allocation, home: Draft | None) -> Draft | None:
    """«A시 미술관에 시비 30억 원이 투입된다»: of the purse of its level the government that the text is about pays."""
    if not fact.home_pays or home is None or fact.decider is not None or fact.status == "cut":
        return None
    level = _PURSES.get(fact.source or "")
    return home if level is not None and home.label.endswith(level) else None


def _makes(identity: Identity) -> tuple[tuple[str, str, bool], ...]:
    return tuple((name, value, is_key) for name, value, is_key in identity if value is not None)


def _allocation_identity(
    fact: Allocation, by: Draft | None, programs: Sequence[Draft], payer: Draft | None
) -> Identity:
    """The slots that make an allocation one claim (contract, «One claim»)."""
    status = "planned" if fact.status == "approved" else fact.status
    return (
        *(("program", p.key, True) for p in sorted(programs, key=lambda p: p.key)),
        ("purpose", None if programs else fact.purpose and spaced(fact.purpose), False),
        ("by", None if programs else _key(by), True),
        ("amount", money_key(fact.amount.value), True),
        ("basis", fact.basis, False),
        ("status", status, False),
        ("year", str(fact.year) if fact.year else None, False),
        ("source", fact.source, False),
        ("stage", fact.stage, False),
        ("payer", _key(payer) if fact.apart else None, True),
    )


def allocation_node(
    cast: Cast,
    fact: Allocation,
    by: Draft | None,
    holder: Draft | None,
    region: Draft | None,
    keys: dict[tuple[int, int], str],
) -> Node:
    """Money given to something; ``holder`` is the government whose budget the decider decides on; ``keys`` are the
    allocation keys of the document by the place of their sums.
    """
    programs = _programs(cast, fact)
    told = Statements()
    told.value("rap:amount", money_key(fact.amount.value), "key")
    told.value("rap:purpose", fact.purpose and spaced(fact.purpose), "ko")
    for program in programs:
        told.key("rap:forProgram", program)
    told.key("rap:forRegion", region)
    decider, payer = cast.meant(fact.decider), cast.meant(fact.payer) or _own_purse(fact, by)
    for predicate, body in (("rap:payer", payer), ("rap:decidedBy", decider)):
        told.key(predicate, body)
    for body in {id(b): b for b in (by, payer, decider, holder) if b is not None}.values():
        told.key("rap:allocatedBy", body)
    told.key("rap:recipient", cast.meant(fact.recipient))
    told.key("rap:announcedBy", cast.meant(fact.announced_by))
    told.value("rap:fiscalYear", str(fact.year) if fact.year else None, "gYear")
    for predicate, scheme, word in (
        ("rap:fundingSource", "funding-source", fact.source if fact.purse_named else None),
        ("rap:basis", "basis", fact.basis),
        ("rap:status", "status", fact.status),
        ("rap:budgetStage", "budget-stage", fact.stage),
        ("rap:budgetRound", "budget-round", fact.round),
        ("rap:instrument", "instrument", fact.instrument),
    ):
        told.value(predicate, word and f"{scheme}/{word}", "concept")
    told.flag("rap:recurring", fact.recurring)
    told.value("rap:perUnit", fact.per_unit, "ko")
    for predicate, other in (("rap:componentOf", fact.part_of), ("rap:revises", fact.revises)):
        if other is not None:
            told.value(predicate, keys.get((other.begin, other.end)), "key")
    features = allocation_features(cast, fact, len(programs))
    return claim(
        cast, "allocation", "rap:Allocation", fact, told, _allocation_identity(fact, by, programs, payer), features
    )


def target_node(cast: Cast, fact: Target) -> Node:
    """A goal or result in numbers."""
    program = cast.meant(fact.program)
    told = Statements()
    told.value("rap:measure", spaced(fact.measure), "ko")
    told.number("rap:targetValue", fact.value)
    told.number("rap:targetMaxValue", fact.max)
    told.value("schema:unitText", fact.unit or None, "ko")
    told.number("rap:baselineValue", fact.baseline)
    told.date("rap:deadline", fact.deadline)
    told.value("rap:basis", fact.basis and f"basis/{fact.basis}", "concept")
    told.value("rap:targetKind", fact.target_kind and f"target-kind/{fact.target_kind}", "concept")
    told.date("rap:observedOn", fact.observed_on)
    told.key("rap:forProgram", program)
    identity = (
        ("program", _key(program), True),
        ("measure", spaced(fact.measure), False),
        ("value", number(fact.value)[0], False),
        ("unit", fact.unit or None, False),
        ("kind", fact.target_kind, False),
        ("deadline", fact.deadline, False),
    )
    return claim(cast, "target", "rap:Target", fact, told, identity, target_features(cast, fact))


def quotation_node(cast: Cast, fact: Quotation, speaker: Draft | None) -> Node:
    """Direct speech with its speaker."""
    told = Statements()
    told.value("schema:text", fact.text, "ko")
    told.key("schema:spokenByCharacter", speaker)
    told.date("dcterms:date", fact.date)
    told.key("rap:saidAt", cast.meant(fact.event))
    for about in fact.about:
        told.key("schema:about", cast.meant(about))
    identity = (("speaker", _key(speaker), True), ("text", spaced(fact.text), False))
    return claim(cast, "quotation", "schema:Quotation", fact, told, identity, quotation_features(cast, fact))


def involvement_node(cast: Cast, fact: Involvement, agent: Draft | None) -> Node | None:
    """Somebody's part in a program; the plain triple stands on the program as well."""
    program = cast.meant(fact.program)
    if program is None or agent is None or program is agent:
        return None
    told = Statements()
    told.key("rap:ofProgram", program)
    told.key("rap:agent", agent)
    told.value("rap:involvementKind", f"involvement-kind/{fact.involvement}", "concept")
    told.date("dcterms:date", fact.date)
    if fact.involvement == "operates" and agent.kind == "organization":
        program.say("rap:operatedBy", agent.key)
    if fact.involvement == "backs" and agent.kind == "person":
        program.say("rap:backedBy", agent.key)
    identity = (("program", program.key, True), ("agent", agent.key, True), ("kind", fact.involvement, False))
    return claim(cast, "involvement", "rap:Involvement", fact, told, identity)


def milestone_node(cast: Cast, fact: Milestone) -> Node | None:
    """A dated step of a program."""
    program = cast.meant(fact.program)
    if program is None:
        return None
    told = Statements()
    told.key("rap:ofProgram", program)
    told.value("rap:milestoneKind", f"milestone-kind/{fact.milestone}", "concept")
    told.date("rap:onDate", fact.date)
    identity = (("program", program.key, True), ("kind", fact.milestone, False), ("date", fact.date, False))
    return claim(cast, "milestone", "rap:Milestone", fact, told, identity)


def renaming_node(cast: Cast, fact: Renaming) -> Node | None:
    """A program's new name; the earlier one stays a spelling."""
    program = cast.meant(fact.program)
    if program is None:
        return None
    program.spelled(fact.old, fact.new)
    told = Statements()
    told.key("rap:ofProgram", program)
    told.value("rap:fromName", spaced(fact.old), "ko")
    told.value("rap:toName", spaced(fact.new), "ko")
    told.date("dcterms:date", fact.date)
    identity = (("program", program.key, True), ("from", spaced(fact.old), False), ("to", spaced(fact.new), False))
    return claim(cast, "renaming", "rap:Renaming", fact, told, identity)
