"""One claim: tellings that agree wherever both tell join, one that tells less only where one fuller claim fits."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.identity.forms import thing_core
from kg.identity.rounding import rounds
from kg.identity.shares import won_of
from kg.resolution.names import folded
from kg.resolution.reading import Node, claim_key, first_value, values

Canonical = Callable[[str], str]
Slots = tuple[tuple[str, str], ...]

_FREE = ("basis", "status", "year", "source", "stage", "payer")
"""Slots of an allocation that a claim may leave out."""
_ACTING = ("권한대행", "직무대행", "대행")
_UP_TO = " at-most"
OWN_NAME = 5
"""A title of so many letters names one post."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim by its key: what it is about (equal for claims that may join) and what it tells beside."""

    key: str
    about: tuple[str, ...]
    slots: Slots
    amount: str = ""
    documents: frozenset[str] = frozenset()
    purpose: str = ""
    """What the money is for, as the names of things are looked up; empty for an office."""

    def get(self, slot: str) -> str:
        """What the claim tells in a slot; empty where it tells nothing."""
        return dict(self.slots).get(slot, "")


def canonical_claim(node: Node, canonical: Canonical) -> str:
    """A claim's key with the canonical keys of the things in it."""
    return claim_key(node.kind, tuple((n, canonical(v) if k else v, False) for n, v, k in node.identity))


Meaning = Callable[[str, Iterable[str], str], str | None]
"""By document, regions (keys) and core of a name the canonical key of the thing that bears the name there."""


def tellings(document: str, nodes: Iterable[Node], canonical: Canonical, meaning: Meaning) -> Iterator[Told]:
    """Offices and allocations as a document tells them.

    An allocation whose purpose is just a thing's name (``meaning``) is about that thing.
    """
    nodes = list(nodes)
    revised = {r for n in nodes for r in values(n.properties, "rap:revises")}
    for node in nodes:
        if node.kind == "membership":
            yield _office(node, canonical, document)
            continue
        claim = _allocation(node, canonical, document, meaning)
        if node.key in revised and claim.get("status") == "proposed":  # what was planned before
            claim = replace(claim, slots=tuple(s for s in claim.slots if s[0] != "status"))
        yield claim


def joined(told: Iterable[Told]) -> tuple[list[list[str]], dict[str, str]]:
    """What is told about one thing: the classes of keys that are one claim, and for rounded sums the exact ones.

    ``told`` are all that are about the thing; those of one key may be several.
    """
    by_key: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        by_key[each.key].append(each)
    claims = []
    for _, same in sorted(by_key.items()):
        claim = min(same, key=lambda c: c.slots)
        claims.append(replace(claim, documents=frozenset(d for c in same for d in c.documents)))
    if claims and not claims[0].amount:
        return sorted(_joined(claims, _same_office)), {}
    by_amount: dict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        by_amount[claim.amount.removesuffix(_UP_TO)].append(claim)  # «농가당 300만원», «농가당 최대 300만원»
    classes: list[list[str]] = []
    tops: list[Told] = []
    for _, members in sorted(by_amount.items()):
        found = _joined(members, same_allocation)
        classes += found
        above = {key: min(c) for c in found for key in c}
        tops += [_fullest(c, members, above) for c in sorted({above.get(c.key, c.key) for c in members})]
    return sorted(classes), _rounded(tops)


def _office(node: Node, canonical: Canonical, document: str) -> Told:
    slots = {n: canonical(v) if k else v for n, v, k in node.identity}
    about = (slots["member"], slots.get("former", ""), slots.get("acting", ""))
    kept = tuple((s, slots[s]) for s in ("role", "organization") if s in slots)
    return Told(canonical_claim(node, canonical), about, kept, "", frozenset({document}))


def _allocation(node: Node, canonical: Canonical, document: str, meaning: Meaning) -> Told:
    slots: dict[str, str] = {}
    programs: list[str] = []
    for name, value, is_key in node.identity:
        if name == "program":
            programs.append(canonical(value))
        else:
            slots[name] = canonical(value) if is_key else value
    about: tuple[str, ...] = tuple(sorted(set(programs)))
    if not about:
        purpose = slots.get("purpose", "")
        thing = meant(node, document, meaning)
        about = (thing,) if thing else (f"purpose/{folded(purpose)}", slots.get("by", ""))
    payers = {canonical(p) for p in values(node.properties, "rap:payer")}
    slots["payer"] = min(payers) if len(payers) == 1 else ""
    if slots.get("status") == "proposed" and not slots.get("stage"):
        slots["status"] = "planned"  # 반영, 담다: the text does not say how far the budget has got
    if slots.get("basis") == "annual" and slots.get("year") and "true" not in values(node.properties, "rap:recurring"):
        slots["basis"] = ""  # a year's sum: the year tells it
    purpose = purpose_core(first_value(node.properties, "rap:purpose"))
    if slots.get("basis") in ("part", "total") and (slots.get("source") or _of_a_part(node, purpose)):
        slots["basis"] = ""  # all that comes from one source, or goes to one building, is that part of the whole
    kept = tuple((s, slots[s]) for s in _FREE if slots.get(s))
    return Told(canonical_claim(node, canonical), about, kept, slots["amount"], frozenset({document}), purpose)


def _of_a_part(node: Node, purpose: str) -> bool:
    """Whether an allocation names, beside its program, a part of it that has a name of its own: a building, a cost."""
    names = {purpose_core(named_in_key(v)) for n, v, _ in node.identity if n == "program"}
    return bool(purpose and names) and not any(purpose in name or name in purpose for name in names)


def named_in_key(key: str) -> str:
    """The name in the key of a thing."""
    return key.partition("/")[2].partition("|")[0]


def meant(node: Node, document: str, meaning: Meaning) -> str | None:
    """The thing that the purpose of an allocation names, in its document or else in its region."""
    return meaning(document, values(node.properties, "rap:forRegion"), core_of_purpose(node))


def core_of_purpose(node: Node) -> str:
    """The purpose of an allocation as the names of things are looked up; empty where it tells its program."""
    if node.kind != "allocation" or values(node.properties, "rap:forProgram"):
        return ""
    return purpose_core(first_value(node.properties, "rap:purpose"))


def purposes(told: Iterable[tuple[str, Node]], meaning: Meaning) -> dict[tuple[str, str], str]:
    """By document and key the things of allocations that name no program and whose purpose is a thing's name."""
    found = {}
    for document, node in told:
        if core_of_purpose(node):
            thing = meant(node, document, meaning)
            if thing:
                found[document, node.key] = thing
    return found


def purpose_core(purpose: str) -> str:
    """A purpose without marks and without a last word such as 구축, as the names of things are looked up."""
    return thing_core(purpose)


def _joined(claims: Iterable[Told], same: Callable[[Told, Told], bool]) -> list[list[str]]:
    """The classes of claims about one thing; ``same`` says whether two agree wherever both tell.

    The fullest claims are held first; a claim joins the one fuller class that it fits, and stays alone where it fits
    several.
    """
    classes: list[list[Told]] = []
    for claim in sorted(set(claims), key=lambda c: (-len(c.slots), c.key)):
        fitting = [c for c in classes if all(same(claim, other) for other in c)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        else:
            classes.append([claim])
    return [sorted(c.key for c in members) for members in classes if len(members) > 1]


def same_allocation(a: Told, b: Told) -> bool:
    """Whether two allocations agree wherever both tell; what one document tells as two is two."""
    return not a.documents & b.documents and all(not a.get(s) or not b.get(s) or a.get(s) == b.get(s) for s in _FREE)


def _same_office(a: Told, b: Told) -> bool:
    """Whether two offices of a person are one: the body equal wherever told, one title the end of the other; or one
    post, told of the unit that it heads and of the body whose unit it is: 로봇센터 센터장, 나래진흥원 로봇센터장.
    """
    body_a, body_b = a.get("organization"), b.get("organization")
    one, other = a.get("role").partition("/")[2], b.get("role").partition("/")[2]
    if not body_a or not body_b or body_a == body_b:
        return same_title(one, other)
    return same_post(one, body_a, other, body_b)


def same_post(one: str, its_body: str, other: str, other_body: str) -> bool:
    """Whether two titles of two bodies (keys) are one post: that of the unit, and that of the body whose unit it is."""
    a, b = full_title(one, its_body), full_title(other, other_body)
    return min(len(a), len(b)) >= OWN_NAME and same_title(a, b)


def full_title(title: str, body: str) -> str:
    """A title with the name of the unit (a key) that it heads, without spaces: 센터장 of a 로봇센터 is 로봇센터장."""
    bare = title.replace(" ", "")
    unit = body.partition("/")[2].partition("|")[0].replace("_", " ").rsplit(" ", 1)[-1]
    return unit[: 1 - len(bare)] + bare if len(bare) > 1 and unit.endswith(bare[:-1]) else bare


def same_title(a: str, b: str) -> bool:
    """Whether two titles are one title, written longer and shorter (국장, 미래전략국장); 부시장 is no 시장."""
    short, long = sorted((a.replace(" ", ""), b.replace(" ", "")), key=lambda t: (len(t), t))
    if short == long:
        return True
    front = long.removesuffix(short)
    acting = short.endswith(_ACTING) == long.endswith(_ACTING)
    return acting and front != long and len(short) > 1 and not front.endswith(("부", "전", "前"))


def _fullest(top: str, claims: list[Told], above: Mapping[str, str]) -> Told:
    members = [c for c in claims if above.get(c.key, c.key) == top]
    slots: dict[str, str] = {}
    for claim in members:
        for name, value in claim.slots:
            slots.setdefault(name, value)
    return Told(top, members[0].about, tuple(sorted(slots.items())), members[0].amount)


def _rounded(tops: list[Told]) -> dict[str, str]:
    """For each rounded claim the exact one, where just one fits."""
    sums = [(t, w, t.amount.endswith("approximate")) for t in tops if (w := won_of(t.amount)) is not None]
    found: dict[str, str] = {}
    for approximate in (False, True):
        exact = [(t, w) for t, w, vague in sums if not vague and t.key not in found]
        for top, won, vague in sums:
            if vague is approximate:
                fitting = [
                    t.key
                    for t, w in exact
                    if rounds(won, w, approximate=vague) and same_allocation(_loosely(top), _loosely(t))
                ]
                if len(fitting) == 1:
                    found[top.key] = fitting[0]
    return found


def _loosely(claim: Told) -> Told:
    """A claim by what the sum is of; who pays and where it stands in the budget play no part in rounding."""
    return Told(claim.key, claim.about, tuple(s for s in claim.slots if s[0] in ("basis", "year", "source")))
