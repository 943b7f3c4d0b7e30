"""Identity over a set of readings: a pure function of the set and the judgements, whatever the order."""

from collections.abc import Callable, Iterable

from kg.identity.claims import join_claims, purpose_core
from kg.identity.copies import Stories
from kg.identity.events import events
from kg.identity.identity import Identity, least_of
from kg.identity.joining import Joining, Judgement
from kg.identity.labels import label_of
from kg.identity.organizations import bodies
from kg.identity.persons import people
from kg.identity.profiles import Corpus, gather
from kg.identity.programs import programs, versions
from kg.lexicon import Lexicon, load_lexicon
from kg.resolution.names import folded
from kg.resolution.reading import Reading


def identify(
    readings: Iterable[Reading], judgements: Iterable[Judgement] = (), lexicon: Lexicon | None = None
) -> Identity:
    """Who is who among all readings.

    ``judgements`` name two keys and say same, different or unsure; a negative always wins. The weights of features
    come from the lexicon's table ``identity_features`` (None: the shipped lexicon).
    """
    words = lexicon or load_lexicon(())
    stories = Stories()
    corpus = gather(stories.take(readings))
    joining = Joining(judgements)
    unsure = joining.settle(bodies(corpus, words))
    unsure += joining.settle(programs(corpus, words, joining.top))
    unsure += joining.settle(people(corpus, words, joining.top, joining.top))
    unsure += joining.settle(events(corpus, words, joining.top))
    known = corpus.profiles  # a judgement may name keys of documents that are not there
    canonical, replaces = least_of([k for k in keys if k in known] for keys in joining.classes())

    def one(key: str) -> str:
        return canonical.get(key, key)

    claims, rounded = join_claims(corpus.claims, one, names_by_place(corpus, one))
    of_claims, _ = least_of(claims)
    open_ = sorted({u for u in unsure if one(u.one) != one(u.other)})
    joined = sorted(u for u in joining.joined if u.one in known and u.other in known)
    return Identity(
        {**canonical, **of_claims},
        replaces,
        _labels(corpus, one),
        versions(corpus, one),
        rounded,
        stories.copies(),
        tuple(open_),
        tuple(joined),
    )


def _labels(corpus: Corpus, one: Callable[[str], str]) -> dict[str, str]:
    """The label of each thing whose documents or keys call it by several names."""
    members: dict[str, list[str]] = {}
    for key in sorted(corpus.profiles):
        members.setdefault(one(key), []).append(key)
    found: dict[str, str] = {}
    for top, keys in members.items():
        if len({name for k in keys for name in corpus.profiles[k].labels}) > 1:
            label = label_of(corpus, keys)
            if label:
                found[top] = label
    return found


def names_by_place(corpus: Corpus, one: Callable[[str], str]) -> dict[tuple[str, str], str]:
    """By document, or by key of region, and folded name the one program, or facility, that bears the name there."""
    found: dict[tuple[str, str], set[str]] = {}
    for kind in ("program", "organization"):
        for profile in corpus.of(kind):
            if kind == "organization" and "rap:Centre" not in profile.types:
                continue
            cores = {purpose_core(n) for n in profile.names} | {folded(n) for n in profile.names}
            regions = profile.linked("rap:forRegion") or ({f"region/{profile.apart}"} if profile.apart else set())
            for place in (*profile.documents, *regions):
                for core in cores:
                    if len(core) > 2:
                        found.setdefault((place, core), set()).add(one(profile.key))
    return {place: next(iter(keys)) for place, keys in found.items() if len(keys) == 1}
