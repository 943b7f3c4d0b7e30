"""Organisations: spellings of one body come together, bodies of a common name stay with their government.

Like its brothers for programs, persons and events this module says under which blocks a key is looked for
(``blocks``), and which pairs the members of one block make (``pairs``). A block's pairs depend on its members and their
documents alone, so that a build has to look again only at blocks of which a member has changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from kg.identity.context import around, nested, telling
from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.resolution.organizations import SHARED_NAMES

_FEW = 3
"""So many keys of each of two owners are held against each other."""
GOVERNING = frozenset({"rap:LocalGovernment", "rap:Council"})
UNIT = "organization-unit"
"""The blocks of units by their names without the body whose units they are."""


def shares_name(profile: Profile) -> bool:
    """Whether bodies of several governments bear such a name (a committee, a centre, a department)."""
    return bool(profile.types & SHARED_NAMES) or bool(profile.apart)


def blocks(profile: Profile) -> set[str]:
    """The blocks of a body: its names without whose body it is. Governments go by their official names."""
    if profile.types & GOVERNING:
        return set()
    found = {f"organization:{core}" for core, _ in signatures(profile)}
    if shares_name(profile):
        rests = {rest for _, rest in profile.units} or {sign.whole for sign in profile.signs if len(sign.whole) > 3}
        found |= {f"{UNIT}:{rest}" for rest in rests}
    return found


def signatures(profile: Profile) -> set[tuple[str, str]]:
    """The names under which a body is looked for: core, and whose body it is (empty for a name of its own)."""
    if not shares_name(profile):
        return {(sign.whole, "") for sign in profile.signs if len(sign.whole) > 2}
    home = profile.apart or min(profile.homes, default="")
    found = {
        (sign.core + sign.version if len(sign.core) > 2 else sign.whole, sign.place or home) for sign in profile.signs
    }
    return {(core, owner) for core, owner in found if len(core) > 2}


def pairs(corpus: Corpus, lexicon: Lexicon, block: str, members: Sequence[Profile]) -> Iterable[Pair]:
    """Pairs of bodies of one core that may be one: within each owner, then those whose owner is not told."""
    kind, _, name = block.partition(":")
    if kind == UNIT:
        yield from _units(corpus, lexicon, name, members)
        return
    owners: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        for core, owner in sorted(signatures(profile)):
            if core == name:
                owners[owner].append(profile)
    for owner, profiles in sorted(owners.items()):
        first = profiles[0]
        for other in profiles[1:]:
            known = owner == "" and not shares_name(first) and not shares_name(other)
            features = ["name", "owner" if owner else "known" if known else ""]
            yield Pair(first.key, other.key, weighed(lexicon, "organization", features))
    told = sorted(o for o in owners if o)
    for here, there in nested(told):
        for a, b in product(owners[here][:_FEW], owners[there][:_FEW]):  # the documents of one day are near each other
            features = ["name", "nested-region", *telling(a, b), *around(corpus, a, b)]
            yield Pair(a.key, b.key, weighed(lexicon, "organization", features))
    for profile in owners.get("", ()) if told else ():
        named = corpus.governments(profile) if shares_name(profile) else set()
        fitting = [o for o in told if o in named] if shares_name(profile) else told
        if len(fitting) == 1:
            other = owners[fitting[0]][0]
            yield Pair(profile.key, other.key, weighed(lexicon, "organization", ("name", "only-owner")))


def _units(corpus: Corpus, lexicon: Lexicon, name: str, members: Sequence[Profile]) -> Iterable[Pair]:
    """A unit called by its bare name is that of the one body named beside it that is known to have such a unit."""
    owned: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        for owner, rest in sorted(profile.units):
            if rest == name:
                owned[owner].append(profile)
    for profile in members if owned else ():
        if not profile.units:
            named = set().union(*(corpus.sources[d].keys for d in profile.documents))
            fitting = [owner for owner in sorted(owned) if owner in named]
            if len(fitting) == 1:
                first = owned[fitting[0]][0]
                features = ("name", "unit", *around(corpus, profile, first))
                yield Pair(profile.key, first.key, weighed(lexicon, "organization", features))
