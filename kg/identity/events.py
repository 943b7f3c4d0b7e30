"""Events: what several documents tell of one day under other names is one event."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import product

from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.resolution.names import folded

Canonical = Callable[[str], str]
_ORDINAL = regex(r"제\s*\d+\s*(?:차|회)")
_COMMON = 6
"""A name of at most so many letters (업무협약식, 설명회) is borne by many events."""
_WEEK = 7
_ONCE = (
    *("협약", "착공", "기공", "준공", "개소", "개관", "개원", "개교", "출범", "개통", "발대", "수료", "졸업", "현판"),
    *("착수보고회", "중간보고회", "최종보고회", "완료보고회", "선포"),
)
_SEVERAL = 30
"""So many events of one day and one kind are held against each other."""


def blocks(profile: Profile, governments: Iterable[str]) -> set[str]:
    """The blocks of an event: its day; without a full day its region; and its name, where that is not a common one.

    ``governments`` are those that its documents name: one of them stands for the region where none is told.
    """
    places = {p for home in profile.homes or set(governments) for p in (home, home.partition(" ")[0])} or {""}
    day = _day(profile)
    found: set[str] = set()
    for core in _cores(profile):
        ends = {core[-2:], *([_kind(core)] if len(day) == 10 and _kind(core) else [])}
        for end in sorted(ends):
            found |= {f"event:{day}|{end}"} if len(day) == 10 else {f"event:{day}|{end}|{place}" for place in places}
        if _ORDINAL.search(core):
            found.add(f"event:{core}")
        elif len(core) > _COMMON:
            found |= {f"event:{core}|{place}" for place in places}
            if len(day) == 10 and _kind(core):  # 협약, and another text's 가온 AI 협약 of the day before
                found |= {f"event:{_kind(core)}|{day[:7]}|{place}" for place in places}
        else:
            found |= {f"event:{core}|@{where}" for where in _venues(profile)}
            if len(day) == 10 and _kind(core):
                found |= {f"event:{name}|{day[:7]}|{place}" for place in places for name in (core, _kind(core))}
    return found


def pairs(corpus: Corpus, lexicon: Lexicon, members: Sequence[Profile], one: Canonical) -> Iterable[Pair]:
    """Pairs of events of one block that may be one; ``one`` gives the canonical keys of persons and bodies."""
    cores = {p.key: _cores(p) for p in members}
    for place, other in enumerate(members):
        for first in members[: min(place, _SEVERAL)]:
            features = _features(corpus, cores, first, other, one)
            if features:
                yield Pair(first.key, other.key, weighed(lexicon, "event", features))


def _venues(profile: Profile) -> set[str]:
    return {folded(k.partition("/")[2]) for k in profile.linked("schema:location")}


def _day(profile: Profile) -> str:
    return min(profile.linked("schema:startDate"), default="")[:10]


def _cores(profile: Profile) -> set[str]:
    """The names of an event without whose event it is; committees by their full ending."""
    return {sign.core for sign in profile.signs}


def _features(corpus: Corpus, cores: dict[str, set[str]], a: Profile, b: Profile, one: Canonical) -> list[str]:
    """What speaks for two events being one; nothing where neither name nor day meets."""
    shared = cores[a.key] & cores[b.key]
    part = any(x.endswith(y) or y.endswith(x) for x in cores[a.key] for y in cores[b.key])
    if not shared and not part:
        return _of_one_kind(corpus, cores, a, b, one)
    features = ["name"] if shared else ["part"]
    day_a, day_b = _day(a), _day(b)
    matter = _programs(corpus, a, one) & _programs(corpus, b, one)
    if part and not shared and matter and day_a == day_b != "":
        features.append("program")
    longest = max((*shared, *([] if shared else (*cores[a.key], *cores[b.key]))), key=len)
    if any(_ORDINAL.search(name) for name in shared):
        features.append("ordinal")
    once = matter and len(day_a) == len(day_b) == 10 and _next_day(day_a, day_b) and not a.documents & b.documents
    once = once and bool({_kind(c) for c in cores[a.key]} & {_kind(c) for c in cores[b.key]} - {""})
    if once and day_a != day_b:
        features.append("program")  # outlets that differ by a day in what is held once for a program
    if day_a and day_b:
        near = _nearness(day_a, day_b)
        if near is None and "ordinal" not in features:
            return []
        features += [near] if near else []
    features += _around(corpus, a, b, one)
    fronts = {x.removesuffix(y) for x, y in product(cores[a.key], cores[b.key]) if x.endswith(y) and x != y}
    fronts |= {y.removesuffix(x) for x, y in product(cores[a.key], cores[b.key]) if y.endswith(x) and x != y}
    if any(where in front or front in where for where in _venues(a) | _venues(b) for front in fronts):
        features.append("place")  # 가온면사무소 설명회 and a 설명회 at 가온면사무소
    if len(longest) <= _COMMON:
        features.append("common")
        programs = [_programs(corpus, p, one) for p in (a, b)]
        apart = all(programs) and not programs[0] & programs[1]
        where = "place" in features or once
        if "close" in features and (not where or apart or not _next_day(day_a, day_b)):
            return []
    return features


def _of_one_kind(corpus: Corpus, cores: dict[str, set[str]], a: Profile, b: Profile, one: Canonical) -> list[str]:
    """Two agreements of one full day on one program, each called in its own way: «업무협약», «가온 AI 협약».

    Nothing where one document tells of two such events, or the region differs.
    """
    kinds = [{_kind(core) for core in cores[p.key]} for p in (a, b)]
    if _day(a) != _day(b) or len(_day(a)) < 10 or not kinds[0] & kinds[1] - {""} or a.documents & b.documents:
        return []
    if not _programs(corpus, a, one) & _programs(corpus, b, one):
        return []
    around = _around(corpus, a, b, one)
    return [] if "other-region" in around else ["kind", "day", "program", *around]


def _kind(core: str) -> str:
    """What kind of occasion a name ends in, of kinds that are held once for one thing; empty for others."""
    return next((kind for kind in _ONCE if core.removesuffix("식").endswith(kind)), "")


def _programs(corpus: Corpus, profile: Profile, one: Canonical) -> set[str]:
    """The programs of the documents that tell of an event."""
    return {one(p) for d in profile.documents for p in corpus.sources[d].programs}


def _next_day(a: str, b: str) -> bool:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= 1


def _around(corpus: Corpus, a: Profile, b: Profile, one: Canonical) -> list[str]:
    """Regions, people and places."""
    found = []
    regions_a, regions_b = a.homes, b.homes
    if regions_a & regions_b:
        found.append("region")
    elif regions_a and regions_b and not any(x.startswith(y) or y.startswith(x) for x in regions_a for y in regions_b):
        found.append("other-region")
    else:
        named_a, named_b = (corpus.governments(p) for p in (a, b))
        if named_a & named_b:
            found.append("region")
    who = ("schema:attendee", "schema:organizer")
    if {one(k) for k in a.linked(*who)} & {one(k) for k in b.linked(*who)}:
        found.append("people")
    if any(x in y or y in x for x, y in product(_venues(a), _venues(b))):
        found.append("place")
    return found


def _nearness(a: str, b: str) -> str | None:
    """The feature of two days; None where they are too far from each other."""
    if a == b:
        return "day" if len(a) == 10 else "month"
    if a.startswith(b) or b.startswith(a):
        return "month"
    if len(a) == len(b) == 10 and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _WEEK:
        return "close"
    return None
