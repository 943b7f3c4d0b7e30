"""Programs: spellings, short names and renamings come together; regions, versions and years keep apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from kg.identity.context import around, nested
from kg.identity.forms import Places, abbreviates, form, spellings
from kg.identity.joining import Pair
from kg.identity.organizations import shares_name, signatures
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.resolution.names import folded, spaced

Canonical = Callable[[str], str]
Cell = tuple[str, str, str]
"""Region (empty where not told), version, year."""

_BUILDINGS = frozenset({"rap:Centre", "rap:Facility"})


def programs(corpus: Corpus, lexicon: Lexicon, body: Canonical) -> Iterable[Pair]:
    """Pairs of keys of programs that may be one, with what speaks for it; ``body`` gives canonical keys."""
    places = corpus.places()
    blocks: dict[str, dict[Cell, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for profile in corpus.of("program"):
        for core, cell in sorted(_signatures(corpus, profile, places)):
            blocks[core][cell].append(profile)
    for cells in blocks.values():
        yield from _block(corpus, lexicon, _by_edition(cells))
    yield from _buildings(corpus, lexicon, blocks, places)
    yield from _short(corpus, lexicon)


def region_of(corpus: Corpus, profile: Profile) -> str:
    """The official name of the region that a program is for; empty where it serves no one region or none is told."""
    told = sorted({k.partition("/")[2] for k in profile.linked("rap:forRegion")})
    return told[0] if len(told) == 1 else profile.apart if not told else ""


def _signatures(corpus: Corpus, profile: Profile, places: Places) -> set[tuple[str, Cell]]:
    """The names under which a program is looked for, each with its cell."""
    own: Places = {}
    for document in sorted(profile.documents):
        own = {**corpus.sources[document].places, **own}
    known = {**own, **places}
    renamed = {n for _, old, new in profile.renamed for n in (old, new)}
    labels = {*profile.labels, *renamed}
    whole = [folded(n) for n in labels]
    found: set[tuple[str, Cell]] = set()
    for name in sorted({*labels, *profile.names}):
        short = name not in labels and any(folded(name) in w for w in whole)
        if short:
            continue
        for spelled in spellings(name):
            told = form(spelled, known)
            if len(told.core) > 2:
                found.add((told.core, (told.place or region_of(corpus, profile), told.version, told.year)))
    return found


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


def _across(corpus: Corpus, lexicon: Lexicon, across: Sequence[tuple[str, Profile]]) -> Iterable[Pair]:
    """One name in several regions: one national program, or as many programs as regions."""
    told = [(r, p) for r, p in across if r]
    for region, profile in across:
        if region == "" and told:
            named = set().union(*(corpus.sources[d].governments for d in profile.documents))
            fitting = [p for r, p in told if r in named] or ([p for _, p in told] if len(told) == 1 else [])
            if len(fitting) == 1:
                features = ["name", "only-region", *_context(corpus, profile, fitting[0])]
                yield Pair(profile.key, fitting[0].key, weighed(lexicon, "program", features))
    national = [p for _, p in across if is_national(corpus, p)]
    for hub in national[:1]:
        for _, profile in told:
            if profile is not hub and not is_local(corpus, profile):
                features = ["name", "other-region", "national", *_context(corpus, hub, profile)]
                yield Pair(hub.key, profile.key, weighed(lexicon, "program", features))
    by_region = dict(told)
    for here, there in nested(by_region):
        features = ["name", "nested-region", *_context(corpus, by_region[here], by_region[there])]
        yield Pair(by_region[here].key, by_region[there].key, weighed(lexicon, "program", features))


def _operators(corpus: Corpus, profile: Profile) -> set[str]:
    return {t for k in profile.linked("rap:operatedBy") if k in corpus.profiles for t in corpus.profiles[k].types}


def is_national(corpus: Corpus, profile: Profile) -> bool:
    """Whether a ministry runs it and no local government does."""
    types = _operators(corpus, profile)
    return "rap:Ministry" in types and "rap:LocalGovernment" not in types


def is_local(corpus: Corpus, profile: Profile) -> bool:
    """Whether a local government runs it."""
    return "rap:LocalGovernment" in _operators(corpus, profile)


def _context(corpus: Corpus, a: Profile, b: Profile) -> list[str]:
    """What the documents tell beside the name, and whether one tells of both."""
    together = a.kind == b.kind and a.documents & b.documents and not _whole_names(a) & _whole_names(b)
    return [*(["together"] if together else []), *around(corpus, a, b)]


def _whole_names(profile: Profile) -> set[str]:
    return {form(label, {}, tail=False).core for label in profile.labels}


def _buildings(
    corpus: Corpus, lexicon: Lexicon, blocks: dict[str, dict[Cell, list[Profile]]], places: Places
) -> Iterable[Pair]:
    """A centre as a body and the program under its name are one thing: the facility that is being built."""
    for profile in corpus.of("organization"):
        if not profile.types & _BUILDINGS or not shares_name(profile):
            continue
        for core, owner in sorted(signatures(corpus, profile, places)):
            if owner and core in blocks and len(core) > 4:
                for (region, version, _), members in sorted(blocks[core].items()):
                    if region == owner and not version:
                        first = min(members, key=lambda p: p.key)
                        features = ("name", "region", "building", *_context(corpus, profile, first))
                        yield Pair(profile.key, first.key, weighed(lexicon, "program", features))


def _short(corpus: Corpus, lexicon: Lexicon) -> Iterable[Pair]:
    """Names that leave out words of one longer name of their region."""
    blocks: dict[tuple[str, str, str], list[Profile]] = defaultdict(list)
    for profile in corpus.of("program"):
        for word, end in {(spaced(label).split(" ")[0], folded(label)[-2:]) for label in profile.labels}:
            blocks[word, end, region_of(corpus, profile) or _home(corpus, profile)].append(profile)
    for (_, _, region), members in blocks.items():
        labels = {p.key: max(p.labels, key=lambda n: (p.labels[n], n)) for p in members}
        if not region or not 1 < len(members) <= 100:
            continue
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


def _home(corpus: Corpus, profile: Profile) -> str:
    return next(iter(sorted(corpus.regions(profile))), "")


def versions(corpus: Corpus, canonical: Canonical) -> dict[str, str]:
    """For canonical keys of versions, phases and year editions the canonical key of the program without them.

    Where no document tells of one without, the edition before it.
    """
    places = corpus.places()
    named: dict[tuple[str, str], dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for profile in corpus.of("program"):
        for core, (region, version, year) in _signatures(corpus, profile, places):
            named[core, region][version, year].add(canonical(profile.key))
    found: dict[str, str] = {}
    for editions in named.values():
        ranked = sorted(editions)
        for before, edition in pairwise(ranked):
            above = editions.get(("", ""), editions[before])
            for key in sorted(editions[edition]):
                if len(above) == 1 and key not in above:
                    found.setdefault(key, min(above))
    return found
