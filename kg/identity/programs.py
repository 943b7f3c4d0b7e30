"""Programs: spellings, short names and renamings come together; regions, versions and years keep apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, product

from kg.identity.context import around, company, telling
from kg.identity.forms import abbreviates, form
from kg.identity.joining import Pair
from kg.identity.organizations import shares_name
from kg.identity.organizations import signatures as body_signatures
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.resolution.names import folded, spaced

Canonical = Callable[[str], str]
Cell = tuple[str, str, str]
"""Region (empty where not told), version, year."""

_FEW = 3
"""So many programs of a region are held against those of the region around it."""
_BUILDINGS = frozenset({"rap:Centre", "rap:Facility"})
_MOST_SHORT = 100
_LEAST_TAIL = 4
_HEAD = 2
"""So many letters a name shares with a longer one at its begin and its end: 해양 AI 밸리, 해양데이터 AI 밸리."""


def blocks(profile: Profile) -> set[str]:
    """The blocks of a program: its cores, and the first and last letters of names that may be longer or shorter ones.

    A centre as a body stands in the blocks of programs too.
    """
    if profile.kind == "organization":
        if not profile.types & _BUILDINGS or not shares_name(profile):
            return set()
        return {f"program:{core}" for core, owner in body_signatures(profile) if owner and len(core) > 4}
    region = region_of(profile) or min(profile.homes, default="")
    found = {f"program:{core}" for core, _ in signatures(profile)}
    served = {k.partition("/")[2] for k in profile.linked("rap:forRegion")}
    for place in ({region} if region else set()) | served:  # of several that run it each may be told elsewhere
        ends = {(folded(label)[:_HEAD], folded(label)[-_HEAD:]) for label in profile.labels}
        found |= {f"short:{head}|{end}|{place}" for head, end in ends}
        found |= {f"tail:{form(label, {}).core[-_LEAST_TAIL:]}|{place}" for label in profile.labels}
    return found


def pairs(corpus: Corpus, lexicon: Lexicon, block: str, members: Sequence[Profile]) -> Iterable[Pair]:
    """Pairs of programs of one block that may be one, with what speaks for it."""
    kind, _, core = block.partition(":")
    programs = [p for p in members if p.kind == "program"]
    if kind == "short":
        yield from _short(corpus, lexicon, programs)
        return
    if kind == "tail":
        yield from _tails(corpus, lexicon, programs)
        return
    cells: dict[Cell, list[Profile]] = defaultdict(list)
    for profile in programs:
        for name, cell in sorted(signatures(profile)):
            if name == core:
                cells[cell].append(profile)
    yield from _block(corpus, lexicon, _by_edition(cells))
    yield from _guessed(corpus, lexicon, cells)
    yield from _buildings(corpus, lexicon, core, cells, [p for p in members if p.kind == "organization"])


def region_of(profile: Profile) -> str:
    """The official name of the region that a program is for; empty where it serves no one region or none is told.

    The region whose government most documents tell to run it (or to pay), where any does; of a district and the
    province or city around it (both run it) the district; where one holds all others, that one.
    """
    run = profile.run
    most = max(run.values(), default=0)
    linked = {k.partition("/")[2] for k in profile.linked("rap:forRegion")}
    told = sorted((r for r in run if run[r] == most) if run else linked, key=lambda r: (len(r), r))
    if not told:
        return profile.apart
    if all(inner.startswith(f"{outer} ") for outer, inner in pairwise(told)):
        return told[-1]
    return told[0] if all(r.startswith(f"{told[0]} ") for r in told[1:]) else ""


def signatures(profile: Profile) -> set[tuple[str, Cell]]:
    """The names under which a program is looked for, each with its cell."""
    region = region_of(profile)
    return {(s.core, (s.place or region, s.version, s.year)) for s in profile.signs if len(s.core) > 2}


def _by_edition(cells: dict[Cell, list[Profile]]) -> dict[Cell, list[Profile]]:
    """Where a name is told with one year alone, the year sets nothing apart."""
    years: dict[tuple[str, str], set[str]] = defaultdict(set)
    for region, version, year in cells:
        if year:
            years[region, version].add(year)
    found: dict[Cell, list[Profile]] = defaultdict(list)
    for (region, version, year), profiles in sorted(cells.items()):
        kept = year if len(years[region, version]) > 1 else ""
        found[region, version, kept] += profiles
    return found


def _block(corpus: Corpus, lexicon: Lexicon, cells: dict[Cell, list[Profile]]) -> Iterable[Pair]:
    """Programs of one core: within each cell, then across cells of one edition."""
    for (region, _, _), profiles in cells.items():
        first = min(profiles, key=lambda p: p.key)
        for other in profiles:
            if other is not first:
                features = ["name", *(["region"] if region else []), *_context(corpus, first, other)]
                yield Pair(first.key, other.key, weighed(lexicon, "program", features))
    editions: dict[tuple[str, str], list[tuple[str, Profile]]] = defaultdict(list)
    for (region, version, year), profiles in sorted(cells.items()):
        editions[version, year].append((region, min(profiles, key=lambda p: p.key)))
    for across in editions.values():
        yield from _across(corpus, lexicon, across)
    for (here, version, year), inner in sorted(cells.items()):
        outer = cells.get((here.rpartition(" ")[0], version, year), []) if " " in here else []
        yield from _nested(corpus, lexicon, inner, outer)


def _nested(corpus: Corpus, lexicon: Lexicon, inner: Sequence[Profile], outer: Sequence[Profile]) -> Iterable[Pair]:
    """Programs of a name in a region and in the one around it: those of one day are near each other."""
    few = [sorted(profiles, key=lambda p: p.key)[:_FEW] for profiles in (inner, outer)]
    for one, other in product(*few):
        home = ["home"] if one.apart and one.apart == other.apart else []
        features = [
            "name",
            "nested-region",
            *home,
            *telling(one, other),
            *company(corpus, one, other),
            *_context(corpus, one, other),
        ]
        yield Pair(one.key, other.key, weighed(lexicon, "program", features))


def _across(corpus: Corpus, lexicon: Lexicon, across: Sequence[tuple[str, Profile]]) -> Iterable[Pair]:
    """One name in several regions: one national program, or as many programs as regions."""
    told = [(r, p) for r, p in across if r]
    for region, profile in across:
        if region == "" and told:
            named = corpus.governments(profile)
            alone = [p for _, p in told] if len(told) == 1 and not profile.linked("rap:forRegion") else []
            fitting = [p for r, p in told if r in named] or alone
            beside: list[str] = []
            if not fitting and len(told) <= _FEW:  # a local paper leaves out which 남구 it is
                alike = [p for r, p in told if not named or r.rpartition(" ")[2] in named]
                fitting = [p for p in alike if company(corpus, profile, p)]
                beside = ["company"]
            if len(fitting) == 1:
                features = ["name", "only-region", *beside, *_context(corpus, profile, fitting[0])]
                yield Pair(profile.key, fitting[0].key, weighed(lexicon, "program", features))
    national = [p for _, p in across if is_national(p)]
    for hub in national[:1]:
        for _, profile in told:
            if profile is not hub and not is_local(profile):
                features = ["name", "other-region", "national", *_context(corpus, hub, profile)]
                yield Pair(hub.key, profile.key, weighed(lexicon, "program", features))


def _guessed(corpus: Corpus, lexicon: Lexicon, cells: dict[Cell, list[Profile]]) -> Iterable[Pair]:
    """A program that nobody runs or pays in its text, and one of the name in another region that the text names.

    Its own region is only what its document is mainly about.
    """
    editions: dict[tuple[str, str], dict[str, list[Profile]]] = defaultdict(dict)
    for (region, version, year), profiles in cells.items():
        editions[version, year][region] = profiles
    for regions in editions.values():
        for here, profiles in sorted(regions.items()):
            for profile in () if any(p.run for p in profiles) else profiles:
                named = [r for r in regions if r != here and r in corpus.governments(profile)]
                if len(named) == 1 and here and not _nest(here, named[0]):
                    first = min(regions[named[0]], key=lambda p: p.key)
                    beside = (*telling(profile, first), *company(corpus, profile, first))
                    features = ["name", "guessed-region", *beside, *_context(corpus, profile, first)]
                    yield Pair(profile.key, first.key, weighed(lexicon, "program", features))


def _nest(one: str, other: str) -> bool:
    """Whether a region lies within the other."""
    return one.startswith(f"{other} ") or other.startswith(f"{one} ")


def is_national(profile: Profile) -> bool:
    """Whether a ministry runs it and no local government does."""
    types = profile.operators
    return "rap:Ministry" in types and "rap:LocalGovernment" not in types


def is_local(profile: Profile) -> bool:
    """Whether a local government runs it."""
    return "rap:LocalGovernment" in profile.operators


def _context(corpus: Corpus, a: Profile, b: Profile) -> list[str]:
    """What the documents tell beside the name, and whether one tells of both."""
    together = a.kind == b.kind and a.documents & b.documents and not _whole_names(a) & _whole_names(b)
    return [*(["together"] if together else []), *around(corpus, a, b)]


def _whole_names(profile: Profile) -> set[str]:
    return {form(label, {}, tail=False).core for label in profile.labels}


def _buildings(
    corpus: Corpus, lexicon: Lexicon, core: str, cells: dict[Cell, list[Profile]], centres: Sequence[Profile]
) -> Iterable[Pair]:
    """A centre as a body and the program under its name are one thing: the facility that is being built."""
    for profile in centres:
        for name, owner in sorted(body_signatures(profile)):
            if owner and name == core:
                for (region, version, _), programs in sorted(cells.items()):
                    if region == owner and not version:
                        first = min(programs, key=lambda p: p.key)
                        features = ("name", "region", "building", *_context(corpus, profile, first))
                        yield Pair(profile.key, first.key, weighed(lexicon, "program", features))


def _short(corpus: Corpus, lexicon: Lexicon, members: Sequence[Profile]) -> Iterable[Pair]:
    """Names that leave out words of one longer name of their region."""
    labels = {p.key: max(p.labels, key=lambda n: (p.labels[n], n)) for p in members}
    if not 1 < len(members) <= _MOST_SHORT:
        return
    for short in members:
        if len(spaced(labels[short.key]).split(" ")) < 3:
            continue
        fuller = [p for p in members if p is not short and abbreviates(labels[short.key], labels[p.key])]
        if fuller and len({form(labels[p.key], {}).core for p in fuller}) == 1:
            first = min(fuller, key=lambda p: p.key)
            editions = {form(labels[p.key], {})[2:] for p in (short, first)}
            other = ["edition"] if len(editions) > 1 else []
            features = ("abbreviated", "region", *other, *_context(corpus, short, first))
            yield Pair(short.key, first.key, weighed(lexicon, "program", features))


def _tails(corpus: Corpus, lexicon: Lexicon, members: Sequence[Profile]) -> Iterable[Pair]:
    """A name that is the end of one longer name of its region: 안전지킴이 of AI 안전지킴이."""
    if not 1 < len(members) <= _MOST_SHORT:
        return
    cores = {p.key: {form(label, {}).core for label in p.labels} for p in members}
    for short in members:
        ends = tuple(c for c in cores[short.key] if len(c) >= _LEAST_TAIL)
        longer = [p for p in members if any(c.endswith(ends) and c not in ends for c in cores[p.key])]
        if longer and len({c for p in longer for c in cores[p.key] if c.endswith(ends)}) == 1:
            features = ("tail", "region", *telling(short, longer[0]), *_context(corpus, short, longer[0]))
            yield Pair(short.key, longer[0].key, weighed(lexicon, "program", features))


Named = tuple[str, str]
"""A program's core and region: among programs of one such name the editions follow each other."""


def editions_of(profile: Profile) -> set[Named]:
    """The names among whose editions a program is looked for."""
    return {(core, region) for core, (region, _, _) in signatures(profile)}


def versions(name: Named, members: Iterable[Profile], canonical: Canonical) -> dict[str, str]:
    """For canonical keys of versions, phases and year editions the canonical key of the program without them.

    Where no document tells of one without, the edition before it. ``members`` are all programs of one name.
    """
    editions: dict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in members:
        for core, (region, version, year) in signatures(profile):
            if (core, region) == name:
                editions[version, year].add(canonical(profile.key))
    found: dict[str, str] = {}
    for before, edition in pairwise(sorted(editions)):
        above = editions.get(("", ""), editions[before])
        for key in sorted(editions[edition]):
            if len(above) == 1 and key not in above:
                found.setdefault(key, min(above))
    return found
