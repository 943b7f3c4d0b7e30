"""Organisations: spellings of one body come together, bodies of a common name stay with their government.

Like its brothers for programs, persons and events this module says under which blocks a key is looked for
(``blocks``), and which pairs the members of one block make (``pairs``). A block's pairs depend on its members and their
documents alone, so that a build has to look again only at blocks of which a member has changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from kg.identity.context import around, near_days, nested, telling
from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.shares import HAVE_OWNERS
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.resolution.organizations import SHARED_NAMES

_FEW = 3
"""So many keys of each of two owners are held against each other."""
GOVERNING = frozenset({"rap:LocalGovernment", "rap:Council"})
UNIT = "organization-unit"
"""The blocks of units by their names without the body whose units they are."""

HOLDER = "organization-holder"
"""The blocks of committees and centres by who holds an office there, and how their names end."""
TAIL = "organization-tail"
"""The blocks of committees and centres of a province by how their names end."""
BARE = "organization-bare"
"""The blocks of governments by the last word of their names: 남구, which a local paper leaves without its city."""
_COUNTRY = "한국"
_BRANCHES = ("대학교병원", "대학병원")
"""A university's hospitals in several cities: 세종나래대병원 is not 나래대병원."""
_MOST_TAILS = 60
_MOST_DOCUMENTS = 30
"""Of a government that more documents tell of, people are not compared."""
_LEAST_TAIL = 5
_END = 3
_MOST_HOLDERS = 12
_DRESS = regex(
    r"민\s?[·ㆍ]?\s?관(?:\s?[·ㆍ]?\s?(?:산|학|군|경|연|정))*|합동|공동|범시민|범도민|범정부|가칭|(?<=\s)전담"
)
"""What writers leave out of the name of a task force: who sits in it."""


def shares_name(profile: Profile) -> bool:
    """Whether bodies of several governments bear such a name (a committee, a centre, a department)."""
    return bool(profile.types & SHARED_NAMES) or bool(profile.apart)


def blocks(profile: Profile) -> set[str]:
    """The blocks of a body: its names without whose body it is. Governments go by their official names."""
    if profile.types & GOVERNING:
        return {f"{BARE}:{_last_word(profile)}"} if "rap:LocalGovernment" in profile.types else set()
    found = {f"organization:{core}" for core, _ in signatures(profile)}
    if shares_name(profile) or profile.types & HAVE_OWNERS:
        rests = {rest for _, rest in profile.units} or {sign.whole for sign in profile.signs if len(sign.whole) > 3}
        found |= {f"{UNIT}:{rest}" for rest in rests}
    if profile.types & SHARED_NAMES:
        ends = {label.replace(" ", "")[-_END:] for label in profile.labels}
        found |= {f"{HOLDER}:{name}|{end}" for name in profile.holders for end in ends}
        if "rap:Department" not in profile.types and (home := profile.apart or min(profile.homes, default="")):
            found |= {f"{TAIL}:{end}|{home.split(' ')[0]}" for end in ends}
    return found


def signatures(profile: Profile) -> set[tuple[str, str]]:
    """The names under which a body is looked for: core, and whose body it is (empty for a name of its own)."""
    if not shares_name(profile):  # 나래사회서비스원 and 나래광역시사회서비스원 are one
        placed = {
            (sign.core, sign.place)
            for sign in profile.signs
            if sign.place and len(sign.core) > 2 and not sign.core.endswith(_BRANCHES)
        }
        wholes = {sign.whole for sign in profile.signs if len(sign.whole) > 2}
        bare = {w.removeprefix(_COUNTRY) for w in wholes if len(w) > len(_COUNTRY) + 4}  # 한국나래연구원, 나래연구원
        return placed | {(name, "") for name in wholes | bare}
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
    if kind == BARE:
        yield from _bare(corpus, lexicon, members)
        return
    if kind == HOLDER:
        yield from _of_one_holder(lexicon, members)
        return
    if kind == TAIL:
        yield from _tails(corpus, lexicon, members)
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
        alone = ["only-nested"] if sum(above == there for _, above in nested(told)) == 1 else []
        for a, b in product(owners[here][:_FEW], owners[there][:_FEW]):  # the documents of one day are near each other
            features = ["name", "nested-region", *alone, *telling(a, b), *around(corpus, a, b)]
            yield Pair(a.key, b.key, weighed(lexicon, "organization", features))
    for profile in owners.get("", ()) if told else ():
        if not shares_name(profile) and all(sign.whole != name for sign in profile.signs):
            continue  # 한국나래원 is not the 나래원 of a place
        named = corpus.governments(profile) if shares_name(profile) else set()
        fitting = [o for o in told if o in named] if shares_name(profile) else told
        if len(fitting) == 1:
            other = owners[fitting[0]][0]
            yield Pair(profile.key, other.key, weighed(lexicon, "organization", ("name", "only-owner")))


def _last_word(profile: Profile) -> str:
    return profile.key.partition("/")[2].rpartition(" ")[2]


def _bare(corpus: Corpus, lexicon: Lexicon, members: Sequence[Profile]) -> Iterable[Pair]:
    """A government called by its last word alone is the one of that name of which other documents of the time tell
    with the same people, or with one of them and the same program; nobody where two fit.
    """
    whole = [p for p in members if " " in p.key and len(p.documents) <= _MOST_DOCUMENTS]
    for profile in members if whole else ():
        if " " in profile.key:
            continue
        fitting = [o for o in whole if _in_one_story(corpus, profile, o)]
        if len(fitting) == 1:
            yield Pair(profile.key, fitting[0].key, weighed(lexicon, "organization", ("name", "people")))


def _in_one_story(corpus: Corpus, bare: Profile, whole: Profile) -> bool:
    """Whether several people, or one and a program, are named alike in documents of both, near in time."""
    if bare.documents & whole.documents or not near_days(bare.day, whole.day):
        return False
    one, other = ({key.partition("|")[0] for key in corpus.people(p)} for p in (bare, whole))
    shared = one & other
    programs = corpus.program_names(bare) & corpus.program_names(whole)
    return len(shared) > 1 or (bool(shared) and any(len(name) >= _LEAST_TAIL for name in programs))


def _units(corpus: Corpus, lexicon: Lexicon, name: str, members: Sequence[Profile]) -> Iterable[Pair]:
    """A unit called by its bare name is that of the one body named beside it that is known to have such a unit."""
    owned: dict[str, list[Profile]] = defaultdict(list)
    for profile in members:
        for owner, rest in sorted(profile.units):
            if rest == name:
                owned[owner].append(profile)
    for _, units in sorted(owned.items()):
        for other in units[1:]:  # 나래대 로봇연구소, 국립나래대학교 로봇연구소
            yield Pair(units[0].key, other.key, weighed(lexicon, "organization", ("name", "owner")))
    for profile in members if owned else ():
        if not profile.units:
            named = set().union(*(corpus.sources[d].keys for d in profile.documents))
            fitting = [owner for owner in sorted(owned) if owner in named]
            if len(fitting) == 1:
                first = owned[fitting[0]][0]
                features = ("name", "unit", *around(corpus, profile, first))
                yield Pair(profile.key, first.key, weighed(lexicon, "organization", features))


def _tails(corpus: Corpus, lexicon: Lexicon, members: Sequence[Profile]) -> Iterable[Pair]:
    """A name that is the end of one longer name of its government: 산불AI센터 of 나래 산불AI센터.

    What one document calls by both names in full is two.
    """
    if not 1 < len(members) <= _MOST_TAILS:
        return
    names = {p.key: _undressed(p) for p in members}
    for short in members:
        ends = tuple(n for n in names[short.key] if len(n) >= _LEAST_TAIL)
        home = short.apart or min(short.homes, default="")
        longer = [
            p
            for p in members
            if p.key != short.key
            and (p.apart or min(p.homes, default="")) == home
            and any(n.endswith(ends) and n not in ends for n in names[p.key])
        ]
        if ends and longer and _one_name(n for p in longer for n in names[p.key]):
            other = min(longer, key=lambda p: p.key)
            if not short.documents & other.documents:
                features = ("end", "owner", *around(corpus, short, other))
                yield Pair(short.key, other.key, weighed(lexicon, "organization", features))


def _of_one_holder(lexicon: Lexicon, members: Sequence[Profile]) -> Iterable[Pair]:
    """Task forces and centres of one neighbourhood in which one person has an office: one name is the other's end."""
    for number, one in enumerate(members[:_MOST_HOLDERS]):
        for other in members[number + 1 : _MOST_HOLDERS]:
            owners = {p.apart or min(p.homes, default="") for p in (one, other)} - {""}
            if len(owners) > 1 and not nested(owners):
                continue
            ends = [_undressed(p) for p in (one, other)]
            if any(a.endswith(b) or b.endswith(a) for a in ends[0] for b in ends[1] if a and b):
                yield Pair(one.key, other.key, weighed(lexicon, "organization", ("end", "holder")))


def _one_name(names: Iterable[str]) -> bool:
    """Whether names are one, told longer and shorter: 밸리기획단, AI밸리기획단."""
    ordered = sorted(set(names), key=len)
    return all(longer.endswith(shorter) for shorter, longer in pairwise(ordered))


def _undressed(profile: Profile) -> set[str]:
    """A body's names without spaces and without who sits in it."""
    return {_DRESS.sub("", label).replace(" ", "") for label in profile.labels}
