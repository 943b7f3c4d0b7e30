"""The words of the tables on events, in the shape in which the rules look them up."""

from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class EventWords:
    """Verbs of holding, happening, attending and concluding, and the acts that are events by themselves."""

    hold: frozenset[str]
    happen: frozenset[str]
    attend: frozenset[str]
    conclude: frozenset[str]
    acts: dict[str, str]
    no_places: frozenset[str]


@lru_cache(maxsize=8)
def event_words(lexicon: Lexicon) -> EventWords:
    """The tables ``event_verbs`` and ``event_place_stopwords``."""

    def of(kind: str) -> frozenset[str]:
        return frozenset(lexicon.words("event_verbs", column="verb", kind=kind))

    acts = {r["verb"]: r["name"] for r in lexicon.rows("event_verbs") if r["kind"] == "act"}
    return EventWords(
        of("hold"), of("happen"), of("attend"), of("conclude"), acts, frozenset(lexicon.words("event_place_stopwords"))
    )
