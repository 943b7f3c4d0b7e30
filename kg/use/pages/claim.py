"""The page of a claim: what it says slot by slot, and all documents that tell it side by side."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from kg.graph.store import GraphStore
from kg.graph.terms import ID, expand
from kg.use.pages import fetching
from kg.use.pages.fetching import kind_of
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.told import Evidence, Named, Told, Witness, evidence, told
from kg.use.pages.wording import Worded, worded
from kg.use.pages.words import concept, day, kind_name, number, reason, term
from kg.use.won import won

_MOST = 60
_NUMBERS = ("rap:targetValue", "rap:targetMaxValue", "rap:baselineValue")
_DATES = ("rap:fiscalYear", "rap:deadline", "rap:observedOn", "rap:onDate", "dcterms:date", "schema:startDate")


@dataclass(frozen=True, slots=True)
class Slot:
    """A value of a claim: its name, things or words, the places that bear it out."""

    name: str
    things: tuple[Named, ...]
    words: str
    at: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One independent source: its first document's witness, and the near-copies of it."""

    witnesses: tuple[Witness, ...]
    rules: tuple[str, ...]
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim's page."""

    route: Route
    kind: str
    claim: Worded
    slots: tuple[Slot, ...]
    stories: tuple[Story, ...]
    evidence: Evidence
    beside: tuple[tuple[str, tuple[Worded, ...]], ...]
    """Claims that are tied to it: parts, what it revises, roundings."""


def claim(route: Route, shown: Shown) -> Claim | None:
    """The page of a claim; None where the store does not know it."""
    store, iri = shown.store, route.iri
    found = told(store, [iri], slots=True)
    if iri not in found.claims:
        return None
    ties = (
        ("rap:componentOf", "이 금액이 속한 총액", "이 총액의 일부"),
        ("rap:revises", "바뀌기 전 금액", "바뀐 뒤 금액"),
        ("rap:roundOf", "어림하기 전 금액", "이 금액을 어림한 것"),
    )
    back = fetching.pointing(store, iri, [t[0] for t in ties] + ["rap:amount"])
    tied = {i for p, told_ in back.items() for i in told_[:_MOST]} | {i for p, _, _ in ties for i in found.all(iri, p)}
    near = told(store, tied - {iri})
    beside: list[tuple[str, tuple[Worded, ...]]] = []
    for name, there, here in ties:
        for title, listed in ((there, found.all(iri, name)), (here, back.get(name, [])[:_MOST])):
            if listed:
                beside.append((title, tuple(worded(near, i) for i in listed if i in near.claims)))
    if kind_of(iri) == "money":
        uses = [worded(near, i) for i in back.get("rap:amount", [])[:_MOST]]
        beside.append(("이 금액을 쓰는 배정", tuple(uses)))
    own = evidence(store, found, [iri], _MOST)[iri]
    words = worded(found, iri)
    if kind_of(iri) == "money":
        words = Worded(iri, kind_name("money"), _money(found, iri), (), ())
    return Claim(
        route, kind_of(iri), words, tuple(_slots(found, iri)), tuple(_stories(store, iri, own)), own, tuple(beside)
    )


def _money(found: Told, iri: str) -> str:
    value, most = found.text(iri, "schema:value", "schema:minValue"), found.text(iri, "schema:maxValue")
    currency = found.text(iri, "schema:currency") or "KRW"
    told_ = won(value, currency) + (f"~{won(most, currency)}" if most else "")
    bound = found.text(iri, "rap:bound")
    return f"{told_} ({concept(bound)})" if bound else told_


def _slots(found: Told, iri: str) -> list[Slot]:
    """The claim's values by property, each with the words that bear it out."""
    values = found.claims[iri]
    places = {"rap:amount": "rap:amountFrom", "rap:purpose": "rap:purposeFrom", "rap:fiscalYear": "rap:yearFrom",
              "rap:fundingSource": "rap:sourceFrom", "rap:payer": "rap:payerFrom", "rap:status": "rap:statusFrom",
              "schema:spokenByCharacter": "rap:speakerFrom"}  # fmt: skip
    slots = []
    for name in sorted(values, key=lambda p: (_RANK.get(p, 50), p)):
        if (name.endswith("From") and name != "rap:inForceFrom") or name in _HIDDEN:
            continue
        things: list[Named] = []
        words: list[str] = []
        closer = found.all(iri, "rap:payer", "rap:decidedBy") if name == "rap:allocatedBy" else []
        for value in values[name]:
            if value in closer:
                continue
            kind = kind_of(value)
            if kind == "money":
                words.append(_money(found, value))
            elif route_of(value) and kind not in ("role",):
                things.append(found.named(value))
            elif value.startswith(ID):
                words.append(found.named(value).label if kind in ("role", "place") else concept(value))
            else:
                words.append(_literal(name, value))
        if not things and not any(words):
            continue
        at = tuple(r for m in found.all(iri, places.get(name, "")) if (r := route_of(m)))[:3]
        slots.append(Slot(term(name), tuple(things), ", ".join(words), at))
    return slots


_RANK = {p: i for i, p in enumerate((
    "rap:amount", "schema:text", "rap:measure", "org:member", "rap:agent", "org:role", "schema:value",
    "rap:targetValue", "rap:baselineValue",
    "schema:unitText", "rap:purpose", "rap:ofProgram", "rap:forProgram", "org:organization", "rap:involvementKind",
    "rap:milestoneKind", "rap:fiscalYear", "rap:deadline", "rap:fundingSource", "rap:basis", "rap:status",
))}  # fmt: skip
_HIDDEN = ("skos:prefLabel", "dcterms:replaces", "rap:roundOf", "rap:componentOf", "rap:revises")


def _literal(name: str, value: str) -> str:
    if value in ("true", "false"):
        return "예" if value == "true" else "아니요"
    if name in _DATES:
        return day(value)
    return number(value) if name in _NUMBERS or name.endswith(("Value", ":value")) else value


def _stories(store: GraphStore, iri: str, own: Evidence) -> list[Story]:
    """The witnesses by story, the earliest first; near-copies of one story stand together."""
    by_story: dict[str, list[Witness]] = defaultdict(list)
    for witness in own.witnesses:
        by_story[witness.source.copy_of or witness.source.iri].append(witness)
    derived = derivations(store, iri)
    stories = []
    for told_ in by_story.values():
        known = [derived[w.source.iri] for w in told_ if w.source.iri in derived]
        best: Any = max(known, key=lambda d: d[1], default=("", 1.0, ()))
        stories.append(Story(tuple(told_), tuple(dict.fromkeys(d[0] for d in known)), best[1], best[2]))
    return stories


def derivations(store: GraphStore, iri: str) -> dict[str, tuple[str, float, tuple[str, ...]]]:
    """By document: the rule, how sure the claim is there, the reasons in Korean."""
    derived, rule, sure, why = (
        f"<{expand(c)}>" for c in ("prov:qualifiedDerivation", "rap:rule", "rap:confidence", "rap:reason")
    )
    query = (
        f"SELECT ?d ?rule ?sure ?why WHERE {{ <{iri}> {derived} ?d . "
        f"OPTIONAL {{ ?d {rule} ?rule }} OPTIONAL {{ ?d {sure} ?sure }} OPTIONAL {{ ?d {why} ?why }} }}"
    )
    found: dict[str, tuple[set[str], set[float], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for d, r, s, w in store.select(query).rows:
        if d:
            rules, sures, whys = found[d.value.partition("#")[0]]
            rules |= {r.value} if r else set()
            sures |= {float(s.value)} if s else set()
            whys |= {w.value} if w else set()
    return {
        d: (", ".join(sorted(rules)), max(sures, default=1.0), tuple(map(reason, sorted(whys))))
        for d, (rules, sures, whys) in found.items()
    }
