"""Organisations: spellings of one body come together, bodies of a common name stay with their government."""

from collections import defaultdict
from collections.abc import Iterable

from kg.identity.context import around, nested
from kg.identity.forms import Places, form, spellings
from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.resolution.names import folded
from kg.resolution.organizations import SHARED_NAMES

GOVERNING = frozenset({"rap:LocalGovernment", "rap:Council"})


def shares_name(profile: Profile) -> bool:
    """Whether bodies of several governments bear such a name (a committee, a centre, a department)."""
    return bool(profile.types & SHARED_NAMES) or bool(profile.apart)


def bodies(corpus: Corpus, lexicon: Lexicon) -> Iterable[Pair]:
    """Pairs of keys of bodies that may be one, with what speaks for it. Governments go by their official names."""
    places = corpus.places()
    blocks: dict[str, list[tuple[Profile, str]]] = defaultdict(list)
    for profile in corpus.of("organization"):
        if not profile.types & GOVERNING:
            for core, owner in sorted(signatures(corpus, profile, places)):
                blocks[core].append((profile, owner))
    for members in blocks.values():
        yield from _block(corpus, lexicon, members)


def signatures(corpus: Corpus, profile: Profile, places: Places) -> set[tuple[str, str]]:
    """The names under which a body is looked for: core, and whose body it is (empty for a name of its own)."""
    own: Places = {}
    for document in sorted(profile.documents):
        own = {**corpus.sources[document].places, **own}
    known = {**own, **places}
    found: set[tuple[str, str]] = set()
    shared = shares_name(profile)
    home = profile.apart or next(iter(sorted(corpus.regions(profile))), "")
    for label in sorted(profile.labels):
        for name in (label, *(a for a in sorted(profile.names) if folded(a) not in folded(label))):
            for spelled in spellings(name):
                if shared:
                    core, place, version, _ = form(spelled, known, tail=False)
                    if place and len(core) < 3:  # 가온 거점: the place is what names it
                        core = folded(spelled)
                    found.add((core + version, place or home))
                else:
                    found.add((form(spelled, {}, tail=False).core, ""))
    return {(core, owner) for core, owner in found if len(core) > 2}


def _block(corpus: Corpus, lexicon: Lexicon, members: list[tuple[Profile, str]]) -> Iterable[Pair]:
    """Bodies of one core: within each owner, then those whose owner is not told."""
    owners: dict[str, list[Profile]] = defaultdict(list)
    for profile, owner in members:
        owners[owner].append(profile)
    for owner, profiles in owners.items():
        first = profiles[0]
        for other in profiles[1:]:
            known = owner == "" and not shares_name(first) and not shares_name(other)
            features = ["name", "owner" if owner else "known" if known else ""]
            yield Pair(first.key, other.key, weighed(lexicon, "organization", features))
    told = sorted(o for o in owners if o)
    for here, there in nested(told):
        a, b = owners[here][0], owners[there][0]
        yield Pair(a.key, b.key, weighed(lexicon, "organization", ["name", "nested-region", *around(corpus, a, b)]))
    for profile in owners.get("", ()) if told else ():
        named = set().union(*(corpus.sources[d].governments for d in profile.documents))
        fitting = [o for o in told if o in named] if shares_name(profile) else told
        if len(fitting) == 1:
            other = owners[fitting[0]][0]
            yield Pair(profile.key, other.key, weighed(lexicon, "organization", ("name", "only-owner")))
