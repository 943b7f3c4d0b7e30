"""Whose officials a text without another body's name tells of: the government, ministry or agency that issues it."""

from functools import lru_cache

from kg.lexicon import Lexicon
from kg.lexicon.governments import Government, candidates
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import stem
from kg.resolution.names import entity_key

_OF_MINISTRIES = ("장관", "차관", "정책관", "심의관")
_MINISTERS = ("장관", "차관")


@lru_cache(maxsize=4)
def ministries(lexicon: Lexicon) -> dict[str, str]:
    """The class of each ministry, office and committee of the state by its official name."""
    return {row["official"]: row["class"] for row in reversed(lexicon.rows("ministries"))}


def issuer(cast: Cast) -> Government | None:
    """The government that a press release comes from: officials without another body's name are its own."""
    document = cast.analysis.document
    if document.kind != "press-release" or not document.publisher:
        return None
    for name in (document.publisher, document.publisher.split(" ")[0]):  # 가온시 정책과
        among = candidates(cast.lexicon, stem(name), document.published)
        if len(among) == 1 and among[0].governs:
            return among[0]
    return None


def issuing_body(cast: Cast) -> Draft | None:
    """The ministry, agency or school that a press release comes from, where the text names it."""
    return _publisher(cast) if cast.analysis.document.kind == "press-release" else None


def ministry(cast: Cast, title: str) -> Draft | None:
    """The ministry that issues the text, else the one that it names, for a minister, and for heads of desks that no
    city, county or district has.
    """
    if not title.endswith(_OF_MINISTRIES):
        return None
    publisher = cast.analysis.document.publisher or ""
    told = _publisher(cast)
    if told is not None and "rap:Ministry" in told.types:
        return told
    if not title.endswith(_MINISTERS):
        return None
    if publisher in ministries(cast.lexicon):
        return _as_ministry(cast, publisher)
    named = [d for d in cast.of("organization") if "rap:Ministry" in d.types and d.bearing]
    return named[0] if len(named) == 1 else None


def issuing_ministry(cast: Cast) -> Draft | None:
    """The ministry that a press release comes from: what it tells of is its own money, whichever city it names."""
    document = cast.analysis.document
    if document.kind != "press-release":
        return None
    name = document.publisher or ""
    return (_publisher(cast) or _as_ministry(cast, name)) if name in ministries(cast.lexicon) else None


def _as_ministry(cast: Cast, name: str) -> Draft:
    return cast.draft("organization", entity_key("organization", name), name, ("org:Organization", "rap:Ministry"))


def _publisher(cast: Cast) -> Draft | None:
    """The body that publishes the text, where the text names it."""
    name = cast.analysis.document.publisher
    return next((d for d in cast.of("organization") if d.label == name and d.bearing), None) if name else None
