"""Events: what several documents tell of one day under other names is one event."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from kg.identity.forms import Places, form, spellings
from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.resolution.names import folded, spaced

Canonical = Callable[[str], str]
_ORDINAL = re.compile(r"제\s*\d+\s*(?:차|회)")
_COMMON = 6
"""A name of at most so many letters (업무협약식, 설명회) is borne by many events."""
_WEEK = 7
_SEVERAL = 30
"""So many events of one day and one kind are held against each other."""


def events(corpus: Corpus, lexicon: Lexicon, one: Canonical) -> Iterable[Pair]:
    """Pairs of keys of events that may be one; ``one`` gives the canonical keys of persons and bodies."""
    places = corpus.places()
    blocks: dict[tuple[str, str], dict[str, Profile]] = defaultdict(dict)
    cores: dict[str, set[str]] = {}
    for profile in corpus.of("event"):
        cores[profile.key] = _cores(corpus, profile, places)
        day = _day(profile)
        for core in cores[profile.key]:
            blocks["day", day[:10] + core[-2:]][profile.key] = profile
            if len(core) > _COMMON or _ORDINAL.search(core):
                blocks["name", core][profile.key] = profile
    for _, members in sorted(blocks.items()):
        first: list[Profile] = []
        for key in sorted(members):
            for known in first[:_SEVERAL]:
                features = _features(corpus, cores, known, members[key], one)
                if features:
                    yield Pair(known.key, key, weighed(lexicon, "event", features))
            first.append(members[key])


def _day(profile: Profile) -> str:
    return min(profile.linked("schema:startDate"), default="")


def _cores(corpus: Corpus, profile: Profile, places: Places) -> set[str]:
    """The names of an event without whose event it is; committees by their full ending."""
    own: Places = {}
    for document in sorted(profile.documents):
        own = {**corpus.sources[document].places, **own}
    known = {**own, **places}
    found = set()
    for name in sorted(profile.names):
        for spelled in spellings(name):
            words = [w + "원회" if w.endswith("위") and len(w) > 2 else w for w in spaced(spelled).split(" ")]
            core = form(" ".join(words), known, tail=False).core
            if len(core) > 1:
                found.add(core)
    return found


def _features(corpus: Corpus, cores: dict[str, set[str]], a: Profile, b: Profile, one: Canonical) -> list[str]:
    """What speaks for two events being one; nothing where neither name nor day meets."""
    shared = cores[a.key] & cores[b.key]
    part = any(x.endswith(y) or y.endswith(x) for x in cores[a.key] for y in cores[b.key])
    if not shared and not part:
        return []
    features = ["name"] if shared else ["part"]
    longest = max((*shared, *([] if shared else (*cores[a.key], *cores[b.key]))), key=len)
    if any(_ORDINAL.search(name) for name in shared):
        features.append("ordinal")
    day_a, day_b = _day(a), _day(b)
    if day_a and day_b:
        near = _nearness(day_a, day_b)
        if near is None and "ordinal" not in features:
            return []
        features += [near] if near else []
    features += _around(corpus, a, b, one)
    if len(longest) <= _COMMON:
        features.append("common")
    return features


def _around(corpus: Corpus, a: Profile, b: Profile, one: Canonical) -> list[str]:
    """Regions, people and places."""
    found = []
    regions_a, regions_b = corpus.regions(a), corpus.regions(b)
    if regions_a & regions_b:
        found.append("region")
    elif regions_a and regions_b and not any(x.startswith(y) or y.startswith(x) for x in regions_a for y in regions_b):
        found.append("other-region")
    else:
        named_a, named_b = (set().union(*(corpus.sources[d].governments for d in p.documents)) for p in (a, b))
        if named_a & named_b:
            found.append("region")
    who = ("schema:attendee", "schema:organizer")
    if {one(k) for k in a.linked(*who)} & {one(k) for k in b.linked(*who)}:
        found.append("people")
    where_a, where_b = ({folded(k.partition("/")[2]) for k in p.linked("schema:location")} for p in (a, b))
    if any(x in y or y in x for x in where_a for y in where_b):
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
