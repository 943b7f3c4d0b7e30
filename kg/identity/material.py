"""What contradictions and changes are found in: the readings, who is who in them, and what their sums are for."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.identity.bearers import Bearers, bearing
from kg.identity.claims import purposes
from kg.identity.identity import Identity
from kg.identity.profiles import Corpus, gather
from kg.identity.tellings import Names
from kg.lexicon import Lexicon, load_lexicon
from kg.resolution.reading import Reading


@dataclass(frozen=True)
class Material:
    """Readings in the order of their identifiers. ``about`` gives, by document and key, the thing that an allocation
    whose words name no program is for.
    """

    readings: tuple[Reading, ...]
    corpus: Corpus
    names: Names
    about: dict[tuple[str, str], str]


def material(readings: Iterable[Reading], identity: Identity, lexicon: Lexicon | None = None) -> Material:
    """The material of a set of readings."""
    kept = tuple(sorted(readings, key=lambda r: r.identifier))
    corpus = gather(kept, lexicon or load_lexicon(()))
    named = Bearers(bearing(corpus.profiles.values()), corpus.profiles, identity.canonical)
    return Material(kept, corpus, Names(corpus, identity), purposes(corpus.claims, named))
