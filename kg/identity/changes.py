"""Changes: what a later document tells in place of an earlier one - raised, cut, postponed, renamed, a new head."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.identity.claims import same_post, same_title
from kg.identity.conflicts import exact
from kg.identity.days_told import days_told, same_day
from kg.identity.identity import Identity
from kg.identity.material import Material
from kg.identity.names_changed import holds, names_changed
from kg.identity.offices_held import (
    Office,
    held_by_one,
    of_each_person,
    of_head,
    offices_held,
    post,
    shown_title,
)
from kg.identity.profiles import won_of
from kg.identity.sums_changed import (
    earlier_at_other_stage,
    earlier_of_source,
    only_a_share,
    planned_before,
    told_steps,
    turned,
    units_turned,
)
from kg.identity.sums_told import PER_UNIT, sums_told
from kg.identity.targets_changed import targets_changed
from kg.identity.tellings import (
    LATER,
    Matter,
    Telling,
    Value,
    by_value,
    days_between,
    told_before,
    without_repeated,
)
from kg.patterns import regex

_STAFF = ("과장", "국장", "실장", "담당관", "정책관", "기획관", "본부장")
"""Heads of a government's departments: nobody heads two of them at a time."""
_ROUNDS = ("접수", "마감")
"""Steps that a program takes again and again."""
_MOVED_DAY = regex(
    r"미[루뤄뤘룬뤄]|늦[추춰췄춘]|밀[리렸려린]|연기|조정|변경|바[꾸뀌뀐꿨]|당[기겨겼긴]|앞당|연장|더 받|일주일 더|순연"
)
_MOVED = regex(r"(?:으로|로) (?:[가-힣]+ ){0,2}(?:승진|영전|전보|발령|자리를 옮|옮[겼겨긴기]|이동[했한해])")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the thing's names, what changed (amount, date, name, office, target), and both sides with their
    documents. A goal's names are what is counted, its role is the unit.
    """

    about: tuple[str, ...]
    what: str
    before: Value
    before_in: tuple[str, ...]
    after: Value
    after_in: tuple[str, ...]
    sentences: dict[str, str]
    role: str = ""


def changes(material: Material, identity: Identity) -> list[Change]:
    """All changes, by what changed and by name."""
    found = [*_sums(material, identity), *_days(material, identity), *_renamings(material, identity)]
    found += _targets(material, identity)
    offices = offices_held(material.readings, identity)
    found += [*_new_offices(material, offices), *_new_heads(material, offices)]
    return sorted(found, key=lambda c: (c.what, c.about, str(c.before), str(c.after), c.role))


def _sums(material: Material, identity: Identity) -> Iterable[Change]:
    restated = _restated(material)
    told = {
        matter: exact(without_repeated(tellings))
        for matter, tellings in sums_told(material.readings, identity, material.about).items()
        if matter.role[0] != PER_UNIT  # `units_turned` tells what one of many gets
    }
    found: list[Change] = []
    steps = list(told_steps(material.readings, identity, material.about))
    for matter, tellings in told.items():
        kept = [t for t in tellings if not only_a_share(t, tellings, matter, told)]
        classes = by_value(kept, lambda a, b: a == b)
        here = list(_steps(material, matter, classes, restated))
        stepless = [
            t for t in tellings if not any(s.thing == matter.thing and s.after[0].value == t.value for s in steps)
        ]
        found += here or _of_another_role(material, matter, stepless, told)
    known = {(c.about, c.before, c.after) for c in found}
    for step in (*steps, *units_turned(material.readings, identity, material.about)):
        change = _change(material, material.names.all(step.thing), "amount", step.before, step.after, step.role)
        if (change.about, change.before, change.after) not in known:
            known.add((change.about, change.before, change.after))
            found.append(change)
    return found


def _of_another_role(
    material: Material, matter: Matter, tellings: Sequence[Telling], told: dict[Matter, list[Telling]]
) -> Iterator[Change]:
    """A sum that is said to have risen or fallen, where older texts tell one sum of that source in another role, and a
    year's budget where they plan another one.
    """
    for after in tellings:
        if turned(after):
            older = earlier_at_other_stage(matter, told, after.day)
            if not older and matter.role[2]:
                older = earlier_of_source(matter, told, after.day)
        else:
            older = planned_before(matter, told, after)
        if len({t.value for t in older}) == 1 and older[0].value != after.value:
            role = " ".join(filter(None, matter.role))
            yield _change(material, material.names.all(matter.thing), matter.what, older, [after], role)


def _days(material: Material, identity: Identity) -> Iterable[Change]:
    found: list[Change] = []
    for matter, tellings in days_told(material.readings, identity).items():
        if matter.role == ("event",):
            continue
        steps = _steps(material, matter, by_value(without_repeated(tellings), same_day), {})
        found += steps if matter.role[0] not in _ROUNDS else (c for c in steps if _put_off(c))
    return [c for c in found if not any(_told_in_short(c, other) for other in found if other is not c)]


def _put_off(change: Change) -> bool:
    """Whether the later documents say that a day was moved: what only begins again is another round."""
    return any(_MOVED_DAY.search(change.sentences.get(d, "")) for d in change.after_in)


def _told_in_short(change: Change, other: Change) -> bool:
    """Whether a change is another one, told with a name cut short as in headlines: AI 센터, 가온 AI 시험센터."""
    if (change.role, change.before, change.after) != (other.role, other.before, other.after):
        return False
    within = {*change.before_in, *change.after_in} <= {*other.before_in, *other.after_in}
    return within and any(holds(long, change.about[0]) for long in other.about)


def _targets(material: Material, identity: Identity) -> Iterable[Change]:
    for step in targets_changed(material.readings, identity):
        names = tuple(dict.fromkeys((*step.measures, *map(material.names.label, step.things))))
        yield _change(material, names, "target", step.before, step.after, step.unit)


def _restated(material: Material) -> dict[str, set[int]]:
    """The sums that each document tells anywhere."""
    return {
        r.identifier: {w for n in r.nodes if n.kind == "money" and (w := won_of(n.key)) is not None}
        for r in material.readings
    }


def _steps(
    material: Material, matter: Matter, classes: Sequence[Sequence[Telling]], restated: dict[str, set[int]]
) -> Iterable[Change]:
    """From each value to the one that supersedes it; of several earlier ones that which the later text repeats,
    else which most documents tell, else which was told last.
    """
    for after in classes:
        earlier = [rows for c in classes if c is not after and (rows := told_before(c, after[0].day))]
        if not earlier:
            continue
        latest = max(c[-1].day for c in earlier)
        recent = [c for c in earlier if not told_before(c[-1:], latest)]
        repeated = {v for t in after for v in restated.get(t.document, ())}
        before = max(recent, key=lambda c: (c[0].value in repeated, len(c), c[-1].day, str(c[0].value)))
        role = " ".join(filter(None, matter.role))
        yield _change(material, material.names.all(matter.thing), matter.what, before, after, role)


def _change(
    material: Material,
    about: tuple[str, ...],
    what: str,
    before: Sequence[Telling],
    after: Sequence[Telling],
    role: str = "",
) -> Change:
    show = material.names.document
    return Change(
        about,
        what,
        before[0].value,
        tuple(sorted({show(t.document) for t in before})),
        after[0].value,
        tuple(sorted({show(t.document) for t in after})),
        {show(t.document): t.sentence for t in sorted((*before, *after), key=lambda t: t.document)},
        role,
    )


def _renamings(material: Material, identity: Identity) -> Iterable[Change]:
    """Each renaming once, with the documents that call the thing by its old name."""
    names = material.names
    for (thing, old, new), where in sorted(names_changed(material, identity).items()):
        first = min(material.corpus.sources[d].published for d in where)
        others = names.documents_of(thing) - set(where)
        older = {d for d in others if not first or material.corpus.sources[d].published < first}
        yield Change(
            names.all(thing),
            "name",
            old,
            tuple(sorted(names.document(d) for d in older)),
            new,
            tuple(sorted(names.document(d) for d in where)),
            {names.document(d): s for d, s in sorted(where.items())},
        )


def _new_offices(material: Material, offices: Sequence[Office]) -> Iterable[Change]:
    """Persons who hold another office later: the later text calls the old one past, or tells who holds it now."""
    successors: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in offices:
        if not office.former:
            successors[office.body, office.title].append(office)
    for person, held in of_each_person(offices).items():
        current = [o for o in held if not o.former and o.day]
        for new in _first_of_each(current):
            old = [o for o in current if _later(o, new) and not _still(o, new, current)]
            left = [o for o in old if _gave_up(o, new, held, successors)]
            if left:
                latest = max(o.day for o in left)
                title = _most(o for o in left if o.day == latest or not _later(o, left[-1]))
                past = {
                    o.title for o in left if any(h.former and h.document == new.document and _is(h, o) for h in held)
                }
                after = [o for o in current if o.title == new.title and o.body == new.body]
                for one in sorted({title, *(t for t in past if not same_title(t, title))}):
                    before = [o for o in left if same_title(o.title, one)]
                    yield _change(
                        material,
                        material.names.all(person),
                        "office",
                        _told(before, shown_title(before[0])),
                        _told(after, shown_title(new)),
                    )


def _first_of_each(current: Sequence[Office]) -> list[Office]:
    """The first telling of each office of a person."""
    found: list[Office] = []
    for office in sorted(current, key=lambda o: (o.day, o.document, -len(o.title))):
        if not any(o.body == office.body and same_title(o.title, office.title) for o in found):
            found.append(office)
    return found


def _later(old: Office, new: Office) -> bool:
    between = days_between(old.day, new.day)
    return between is not None and between >= LATER


def _still(old: Office, new: Office, current: Sequence[Office]) -> bool:
    """Whether the old office is told as held at the time of the new one or after.

    What a sentence tells of a move calls the mover by the old title.
    """
    rose = old.body == new.body and old.title.endswith(_STAFF) and new.title.endswith(_STAFF)  # told in one sentence
    rose = rose or _moved(new)
    return any(
        o.body == old.body
        and same_title(o.title, old.title)
        and not _later(o, new)
        and not (rose and o.document == new.document)
        for o in current
    )


def _moved(new: Office) -> bool:
    """Whether the sentence of an office tells that somebody moved to it."""
    return _MOVED.search(new.sentence) is not None and new.title.replace(" ", "") in new.sentence.replace(" ", "")


def _is(one: Office, other: Office) -> bool:
    """Whether two offices are one, told longer and shorter."""
    return one.body == other.body and same_title(one.title, other.title)


def _is_post(one: Office, other: Office) -> bool:
    """Whether two offices are one post, told of the unit that it heads or of the body with the unit in the title."""
    apart = one.body != other.body and same_post(one.title, one.body, other.title, other.body)
    return _is(one, other) or apart


def _gave_up(old: Office, new: Office, held: Sequence[Office], successors: dict[tuple[str, str], list[Office]]) -> bool:
    if _moved(new) and any(o.document == new.document and _is(o, old) for o in held):
        return True
    past = any(o.former and o.day >= new.day and _is_post(o, old) for o in held)
    followed = any(
        o.person != old.person and o.day >= new.day and held_by_one(old.title)
        for o in successors.get((old.body, old.title), ())
    )
    promoted = (
        old.body == new.body
        and held_by_one(old.title)
        and held_by_one(new.title)
        and (old.title[-2:] == new.title[-2:] or (old.title.endswith(_STAFF) and new.title.endswith(_STAFF)))
    )
    return past or followed or promoted


def _most(offices: Iterable[Office]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for office in offices:
        counts[office.title] += 1
    return max(counts, key=lambda t: (counts[t], t))


def _told(offices: Iterable[Office], value: str) -> list[Telling]:
    return [Telling(o.document, o.day, value, o.sentence) for o in offices]


def _new_heads(material: Material, offices: Sequence[Office]) -> Iterable[Change]:
    """Offices that one person holds at a time and another holds later, who stands in for the holder too."""
    posts: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in offices:
        title = post(office.title)
        if office.body and office.day and not office.former and held_by_one(title):
            posts[office.body, of_head(material.names.all(office.body), title)].append(office)
    for (body, head), held in sorted(posts.items()):
        title = head or max((post(o.title) for o in held), key=lambda t: (len(t), t))
        tellings = [Telling(o.document, o.day, o.person, o.sentence) for o in held]
        classes = by_value(tellings, lambda a, b: a == b)
        for after in classes:
            earlier = [rows for c in classes if c is not after and (rows := told_before(c, after[0].day))]
            if earlier:
                before = max(earlier, key=lambda c: (c[-1].day, len(c), str(c[0].value)))
                shown = shown_title(held[0])
                bare = (
                    (title,)
                    if post(shown) == title or (not head and shown.endswith(title[-2:]) and title not in shown)
                    else ()
                )
                about = tuple(dict.fromkeys((f"{material.names.label(body)} {title}", shown, *bare)))
                yield _change(material, about, "office", _named(material, before), _named(material, after))


def _named(material: Material, tellings: Sequence[Telling]) -> list[Telling]:
    return [Telling(t.document, t.day, material.names.label(str(t.value)), t.sentence) for t in tellings]
