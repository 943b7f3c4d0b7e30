"""Readings and who is who, as people decided and as sure as the graph wants them: what every view rests on."""

from collections.abc import Callable, Iterable, Iterator

from kg.graph.store import GraphStore
from kg.identity.corrected import corrected_all
from kg.identity.identify import identify
from kg.identity.identity import Identity
from kg.identity.judgements import Judgement, corrections, pairs
from kg.lexicon import Lexicon
from kg.resolution.confident import confident
from kg.resolution.reading import Reading
from kg.use.judging.file import obeyed


def decided(
    readings: Callable[[], Iterable[Reading]], judged: Iterable[Judgement], least: float, lexicon: Lexicon | None = None
) -> tuple[Identity, Iterator[Reading]]:
    """Who is who, and the readings: corrected, and without claims that are less sure than ``least``.

    ``readings`` gives the readings of all documents, each time that it is called.
    """
    judged = tuple(judged)
    told = corrections(judged)
    identity = identify(corrected_all(readings(), told), pairs(judged), lexicon)
    return identity, (confident(r, least) for r in corrected_all(readings(), told))


def decided_in(store: GraphStore) -> tuple[Identity, Iterator[Reading]]:
    """The same for a store, as it was built."""
    return decided(store.readings, obeyed(store.meta), float(store.meta.get("min_confidence", 0)))
