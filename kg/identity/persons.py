"""Persons: one name is one person where bodies, employers or publishers meet; else namesakes stay apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.identity.context import near_days
from kg.identity.joining import Pair
from kg.identity.profiles import Corpus, Profile
from kg.identity.weights import weighed
from kg.lexicon import Lexicon
from kg.resolution.names import folded

Canonical = Callable[[str], str]

_UNITS = ("과", "국", "실", "단", "팀", "본부", "담당관", "센터", "사업소", "부", "추진단", "기획단")


def people(corpus: Corpus, lexicon: Lexicon, body: Canonical, program: Canonical) -> Iterable[Pair]:
    """Pairs of keys of persons that may be one; ``body`` and ``program`` give canonical keys."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in corpus.of("person"):
        name = folded(profile.key.partition("/")[2].partition("|")[0])
        blocks[name].append(profile)
    for members in blocks.values():
        if len(members) > 1:
            yield from _block(corpus, lexicon, members, body, program)


def _block(
    corpus: Corpus, lexicon: Lexicon, members: list[Profile], body: Canonical, program: Canonical
) -> Iterable[Pair]:
    """Namesakes: those who share something are held against the first who has it, so that a block costs its length."""
    groups: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in members:
        for kind, value in sorted(_ties(corpus, profile, body)):
            groups[kind, value].append(profile)
    for (kind, _), tied in groups.items():
        for other in tied[1:]:
            features = _features(corpus, tied[0], other, kind, body, program)
            yield Pair(tied[0].key, other.key, weighed(lexicon, "person", features))


def _ties(corpus: Corpus, profile: Profile, body: Canonical) -> set[tuple[str, str]]:
    """What may tie a key to another of its name: bodies, employers of its units, publishers, regions."""
    found = {("publisher", body(p)) for p in profile.wrote_for}
    for held in profile.offices:
        if held.body:
            found.add(("body", body(held.body)))
            found |= {("employer", e) for e in employers(corpus, body(held.body), held.body)}
    if not profile.wrote_for:
        found |= {("region", r) for r in corpus.regions(profile)}
    return found


def employers(corpus: Corpus, canonical: str, key: str) -> set[str]:
    """The body itself and whose unit it is; a council or committee is nobody's unit."""
    profile = corpus.profiles.get(key) or corpus.profiles.get(canonical)
    found = {canonical}
    if profile is None:
        return found
    found |= profile.linked("org:unitOf")
    name = key.partition("/")[2].partition("|")[0]
    if profile.apart and name.endswith(_UNITS):
        found.add(f"organization/{profile.apart}")
    return found


def _features(corpus: Corpus, a: Profile, b: Profile, tie: str, body: Canonical, program: Canonical) -> list[str]:
    bodies_a, bodies_b = ({body(h.body) for h in p.offices if h.body} for p in (a, b))
    features = ["name", tie]
    if a.wrote_for and b.wrote_for:
        return features
    if {h.title for h in a.offices} & {h.title for h in b.offices}:
        features.append("title")
    if tie != "employer" and bodies_a and bodies_b and not bodies_a & bodies_b:
        features.append("other-body")
    programs_a, programs_b = ({program(k) for d in p.documents for k in corpus.sources[d].programs} for p in (a, b))
    if programs_a & programs_b:
        features.append("program")
    if corpus.regions(a) & corpus.regions(b):
        features.append("region")
    if near_days(corpus.day(a), corpus.day(b)):
        features.append("near")
    return features
