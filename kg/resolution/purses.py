"""Whose money it is that a text tells of: the body that is told, and the government whose budget a council decides."""

from kg.facts.model import Allocation
from kg.lexicon.governments import government
from kg.mentions.model import Mention
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home
from kg.resolution.organizations import government_draft

_COUNCIL = "의회"
_OTHERS_MONEY = frozenset({"국비", "민자"})
_NATIONAL = ("국회", "국가", "대통령", "정부")


def allocator(cast: Cast, home: Home, fact: Allocation) -> Draft | None:
    """Whose money or decision it is: told, else the government of the document where the fact means it."""
    told: Mention | None = fact.by or fact.payer or fact.decider
    if told is not None and told.kind == "region":  # «가람 480억 원, 나래 310억 원»: the governments of places
        region = cast.meant(told)
        governing = government(cast.lexicon, region.label) if region is not None else None
        return government_draft(cast, governing) if governing is not None else None
    if told is not None:
        return cast.meant(told)
    if not fact.home_pays or home.government is None:
        return None
    return government_draft(cast, home.government)


def budget_holder(cast: Cast, home: Home, fact: Allocation) -> Draft | None:
    """The government whose budget it is where only the council or committee that decides on it is told."""
    decider = cast.meant(fact.decider)
    if decider is None or fact.payer is not None or fact.source in _OTHERS_MONEY:
        return None
    if "rap:Council" in decider.types:
        own = government(cast.lexicon, decider.label.removesuffix(_COUNCIL))
        return government_draft(cast, own) if own is not None else None
    if "rap:Committee" in decider.types and home.government is not None and not decider.label.startswith(_NATIONAL):
        return government_draft(cast, home.government)
    return None
