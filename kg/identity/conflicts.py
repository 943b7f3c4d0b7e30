"""Contradictions: documents of one time that tell different sums, days or titles of one matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.identity.claims import full_title, same_title
from kg.identity.days_told import days_told, same_day, years_apart
from kg.identity.identity import Identity
from kg.identity.material import Material
from kg.identity.offices_held import (
    Office,
    clash,
    employer,
    heads_a_unit,
    of_each_person,
    offices_held,
    shown_title,
    within_one_owner,
)
from kg.identity.rounding import rounds
from kg.identity.sums_told import sums_told
from kg.identity.tellings import Same, Telling, Value, by_value, near, without_repeated


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction. ``about`` are the thing's names, ``values`` and ``sentences`` go by document.

    ``what`` is amount (whole won), date (ISO) or title; ``role`` tells the year, source or step that is meant.
    """

    about: tuple[str, ...]
    what: str
    values: dict[str, Value]
    sentences: dict[str, str]
    role: str = ""
    sources: dict[Value, int] = field(default_factory=dict)
    """How many independent sources tell each value: near-copies of one story are one."""


def conflicts(material: Material, identity: Identity) -> list[Conflict]:
    """All contradictions, amounts first, then dates, then titles, each by name."""
    found = []
    names = material.names
    for matter, tellings in sums_told(material.readings, identity, material.about).items():
        for group in clashing(exact(without_repeated(tellings)), lambda a, b: a == b):
            found.append(
                _row(
                    material, identity, names.all(matter.thing), "amount", group, " ".join(r for r in matter.role if r)
                )
            )
    for matter, tellings in days_told(material.readings, identity).items():
        for group in clashing(without_repeated(tellings), same_day):
            found.append(_row(material, identity, names.all(matter.thing), "date", years_apart(group), matter.role[0]))
    for person, offices in of_each_person(offices_held(material.readings, identity)).items():
        for group in _titles(offices):
            found.append(_row(material, identity, names.all(person), "title", group, ""))
    return sorted(found, key=lambda c: (c.what, c.about, sorted(map(str, c.values.values())), c.role))


def exact(tellings: Iterable[Telling]) -> list[Telling]:
    """The tellings without those that round another one, or that are said to be approximate."""
    told = list(tellings)
    wons = {t.value for t in told if isinstance(t.value, int) and not t.vague}
    return [
        t
        for t in told
        if isinstance(t.value, int) and not t.vague and not any(rounds(t.value, w) for w in wons if isinstance(w, int))
    ]


def clashing(tellings: Iterable[Telling], same: Same) -> list[list[Telling]]:
    """Groups of tellings of one time that differ; a document far from all that differ from it is no part of them."""
    classes = by_value(tellings, same)
    groups: list[set[int]] = []
    for one in range(len(classes)):
        tied = {
            other
            for other in range(len(classes))
            if other != one and any(near(a, b) for a in _dated(classes[one]) for b in _dated(classes[other]))
        }
        if tied:
            merged = {one, *tied}.union(*(g for g in groups if g & {one, *tied}))
            groups = [g for g in groups if not g & merged] + [merged]
    return [_of_one_time([classes[i] for i in sorted(group)]) for group in groups]


def _dated(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Those of one value whose day is known, where there are any: one without a day is of no other time than they."""
    return [t for t in tellings if t.day] or tellings


def _of_one_time(classes: Sequence[Sequence[Telling]]) -> list[Telling]:
    return [
        t for c in classes for t in c if any(near(t, o) for other in classes if other is not c for o in _dated(other))
    ]


def _row(
    material: Material, identity: Identity, about: tuple[str, ...], what: str, group: Sequence[Telling], role: str
) -> Conflict:
    ordered = sorted(group, key=lambda t: t.document)
    stories: dict[Value, set[str]] = defaultdict(set)
    for telling in ordered:
        stories[telling.value].add(identity.copy_of(telling.document) or telling.document)
    return Conflict(
        about,
        what,
        {material.names.document(t.document): t.value for t in ordered},
        {material.names.document(t.document): t.sentence for t in ordered},
        role,
        {value: len(told) for value, told in sorted(stories.items(), key=lambda s: str(s[0]))},
    )


def _titles(offices: Sequence[Office]) -> list[list[Telling]]:
    """Groups of titles of one body that contradict each other; what one document tells together is held together."""
    by_body: dict[str, dict[str, list[Office]]] = defaultdict(lambda: defaultdict(list))
    for office in within_one_owner(o for o in offices if o.body and not o.former):
        by_body[employer(office)][office.document].append(replace(office, title=shown_title(office)))
    found = []
    for documents in by_body.values():
        for group in clashing(_alone(documents), _one_title):
            if _at_odds(group):
                found.append(group)
    return _units(offices) or found


def _units(offices: Sequence[Office]) -> list[list[Telling]]:
    """Groups of titles that name different units for one head, whose bodies the documents tell in different ways:
    로봇센터장 of 나래진흥원, 센터장 of the 드론센터.
    """
    told: dict[str, list[Office]] = defaultdict(list)
    for office in offices:
        whole = full_title(office.title, office.body)
        if not office.former and office.body and heads_a_unit(whole):
            told[office.document].append(replace(office, title=whole))
    return [group for group in clashing(_alone(told), _one_title) if _at_odds(group)]


def _alone(documents: Mapping[str, Sequence[Office]]) -> list[Telling]:
    """The titles of documents that tell one, without such as a document of that time tells beside another."""
    beside = [_telling(o) for told in documents.values() if len(told) > 1 for o in told]
    found = [_telling(told[0]) for told in documents.values() if len(told) == 1]
    return [t for t in found if not any(near(t, b) and clash(str(t.value), str(b.value)) for b in beside)]


def _telling(office: Office) -> Telling:
    return Telling(office.document, office.day, office.title, office.sentence)


def _at_odds(group: Sequence[Telling]) -> bool:
    """Whether each two titles of a group contradict each other or are one."""
    heads = {str(t.value) for t in group}
    return all(clash(a, b) or _one_title(a, b) for a in heads for b in heads)


def _one_title(a: Value, b: Value) -> bool:
    return same_title(str(a), str(b))
