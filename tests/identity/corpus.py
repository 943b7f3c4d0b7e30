"""Readings made by hand, of invented cities: what the tests of this room put side by side."""

from collections.abc import Iterable

from kg.resolution.reading import Derivation, Node, Property, Reading, claim_key

TEXT = "한빛시가 새 사업을 시작한다고 밝혔다.\n"
BORNE = Derivation(((0, 4),), "by-hand")


def government(name: str, *others: str) -> list[Node]:
    """A government and its region, both named."""
    governs = (Property("rap:governs", f"region/{name}", "key"),)
    types = ("org:Organization", "rap:LocalGovernment")
    return [
        Node(f"organization/{name}", "organization", types, name, others, governs, derivation=BORNE),
        Node(f"region/{name}", "region", ("rap:Region",), name, others, derivation=BORNE),
    ]


def body(name: str, *types: str, apart: str = "", others: Iterable[str] = ()) -> Node:
    """A body; ``apart`` is the governing region in its key."""
    key = f"organization/{name}" + (f"|{apart}" if apart else "")
    return Node(key, "organization", ("org:Organization", *types), name, tuple(others), derivation=BORNE)


def program(
    name: str, region: str = "", *, others: Iterable[str] = (), operator: str = "", types: Iterable[str] = ()
) -> Node:
    """A program of a region (official name) that a body (key) runs."""
    told = [Property("rap:forRegion", f"region/{region}", "key")] if region else []
    told += [Property("rap:operatedBy", operator, "key")] if operator else []
    key = f"program/{name}" + (f"|{region}" if region else "")
    return Node(key, "program", ("rap:Program", *types), name, tuple(others), tuple(told), derivation=BORNE)


def person(name: str, apart: str) -> Node:
    """A person, set apart by a body's name or a document."""
    return Node(f"person/{name}|{apart}", "person", ("foaf:Person",), name, derivation=BORNE)


def office(who: Node, title: str, where: Node | None = None, *, former: bool = False) -> Node:
    """An office of a person at a body."""
    slots = [("member", who.key, True), ("role", f"role/{title}", True)]
    slots += [("organization", where.key, True)] if where else []
    slots += [("former", "true", False)] if former else []
    return Node(
        claim_key("membership", tuple(slots)),
        "membership",
        ("org:Membership",),
        identity=tuple(slots),
        derivation=BORNE,
    )


def allocation(
    thing: Node,
    won: int,
    *,
    bound: str = "",
    part_of: Node | None = None,
    payer: str = "",
    purpose: str = "",
    **slots: str,
) -> Node:
    """Money for a program; ``payer`` is a key, ``slots`` are basis, status, year, source."""
    money = f"money/{won} KRW" + (f" {bound}" if bound else "")
    made = [("program", thing.key, True), ("amount", money, True)]
    made += [(n, slots[n], False) for n in ("basis", "status", "year", "source") if n in slots]
    schemes = {"basis": "rap:basis", "status": "rap:status", "source": "rap:fundingSource"}
    told = [Property("rap:amount", money, "key"), Property("rap:forProgram", thing.key, "key")]
    told += [Property(p, f"{n}/{slots[n]}", "concept") for n, p in schemes.items() if n in slots]
    told += [Property("rap:fiscalYear", slots["year"], "gYear")] if "year" in slots else []
    told += [Property("rap:purpose", purpose or thing.label or "", "ko")]
    told += [Property("rap:componentOf", part_of.key, "key")] if part_of else []
    told += [Property("rap:payer", payer, "key")] if payer else []
    key = claim_key("allocation", tuple(made))
    return Node(key, "allocation", ("rap:Allocation",), properties=tuple(told), identity=tuple(made), derivation=BORNE)


def purpose_only(won: int, purpose: str, **slots: str) -> Node:
    """Money whose words name no program."""
    money = f"money/{won} KRW"
    made = [("purpose", purpose, False), ("amount", money, True)]
    made += [(n, slots[n], False) for n in ("basis", "status", "year", "source") if n in slots]
    told = (Property("rap:amount", money, "key"), Property("rap:purpose", purpose, "ko"))
    key = claim_key("allocation", tuple(made))
    return Node(key, "allocation", ("rap:Allocation",), properties=told, identity=tuple(made), derivation=BORNE)


def milestone(thing: Node, kind: str, day: str) -> Node:
    """A dated step of a program."""
    slots = (("program", thing.key, True), ("kind", kind, False), ("date", day, False))
    told = (
        Property("rap:ofProgram", thing.key, "key"),
        Property("rap:milestoneKind", f"milestone-kind/{kind}", "concept"),
        Property("rap:onDate", day, "date"),
    )
    return Node(claim_key("milestone", slots), "milestone", ("rap:Milestone",), None, (), told, slots, BORNE)


def renaming(thing: Node, old: str, new: str) -> Node:
    """A program's new name."""
    slots = (("program", thing.key, True), ("from", old, False), ("to", new, False))
    told = (
        Property("rap:ofProgram", thing.key, "key"),
        Property("rap:fromName", old, "ko"),
        Property("rap:toName", new, "ko"),
    )
    return Node(claim_key("renaming", slots), "renaming", ("rap:Renaming",), None, (), told, slots, BORNE)


def event(name: str, day: str, place: str = "", people: Iterable[str] = (), others: Iterable[str] = ()) -> Node:
    """An event on a day; ``people`` are keys of persons."""
    apart = ",".join(p for p in (day, place) if p)
    told = [Property("schema:startDate", day, "date")] if day else []
    told += [Property("schema:location", f"place/{place}", "key")] if place else []
    told += [Property("schema:attendee", p, "key") for p in people]
    return Node(f"event/{name}|{apart}", "event", ("schema:Event",), name, tuple(others), tuple(told), derivation=BORNE)


def reading(name: str, day: str, region: str, *nodes: Node | list[Node]) -> Reading:
    """A document of a day about a region (official name, empty for none)."""
    flat = [n for node in nodes for n in (node if isinstance(node, list) else [node])]
    told = [Property("schema:datePublished", day, "date")] if day else []
    told += [Property("schema:spatialCoverage", f"region/{region}", "key")] if region else []
    unique = {n.key: n for n in flat}
    return Reading(f"{name}.txt", TEXT, "schema:NewsArticle", tuple(told), tuple(unique[k] for k in sorted(unique)))
