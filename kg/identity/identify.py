"""Identity over a set of readings: a pure function of the set and the judgements, whatever the order."""

from collections.abc import Iterable

from kg.collecting import collecting_later
from kg.identity.identity import Identity, Unsure
from kg.identity.joining import Judgement
from kg.identity.ledger import Ledger
from kg.identity.revision import revise
from kg.identity.weights import Scored
from kg.lexicon import Lexicon, load_lexicon
from kg.resolution.reading import Reading


def identify(
    readings: Iterable[Reading], judgements: Iterable[Judgement] = (), lexicon: Lexicon | None = None
) -> Identity:
    """Who is who among all readings.

    ``judgements`` name two keys and say same, different or unsure; a negative always wins. The weights of features
    come from the lexicon's table ``identity_features`` (None: the shipped lexicon).
    """
    ledger = Ledger(lexicon or load_lexicon(()), judgements)
    with collecting_later():
        revise(ledger, (), readings)
    unsure, joined = _listed(ledger)
    return Identity(
        {**ledger.above, **ledger.one_claim},
        {top: tuple(keys[1:]) for top, keys in ledger.classes.items()},
        dict(ledger.labels),
        dict(ledger.versions),
        dict(ledger.rounded),
        dict(ledger.stories.firsts),
        unsure,
        joined,
    )


def _listed(ledger: Ledger) -> tuple[tuple[Unsure, ...], tuple[Unsure, ...]]:
    """The pairs that stay unsure, and those that were joined because enough speaks for it."""
    told = {(min(a, b), max(a, b), verdict) for a, b, verdict in ledger.judgements}
    apart, same, open_ = ({(a, b) for a, b, v in told if v == word} for word in ("different", "same", "unsure"))
    best: dict[tuple[str, str], Scored] = {}
    for pairs in ledger.pairs.values():
        for one, other, scored in pairs:
            best[one, other] = max(scored, best.get((one, other), scored))
    unsure, joined = [], []
    for names, scored in best.items():
        together = ledger.one(names[0]) == ledger.one(names[1])
        undecided = names in open_ - apart - same
        if together and scored.same and not undecided:
            joined.append(Unsure(*names, *scored))
        elif not together and names not in apart and (scored.open or (scored.same and undecided)):
            unsure.append(Unsure(*names, *scored))
    return tuple(sorted(unsure)), tuple(sorted(joined))
