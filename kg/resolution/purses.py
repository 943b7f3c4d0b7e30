"""Whose money it is that a text tells of: the body that is told, and the government whose budget a council decides."""

from collections.abc import Sequence

from kg.facts.allocation.words import LEVELS
from kg.facts.model import Allocation
from kg.lexicon.governments import Government, candidates, government
from kg.mentions.model import Mention
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home, stem
from kg.resolution.issuers import issuing_ministry
from kg.resolution.names import folded
from kg.resolution.offices import Held
from kg.resolution.organizations import government_draft

_COUNCIL = "의회"
_OTHERS_MONEY = frozenset({"국비", "민자"})
_NATIONAL = ("국회", "국가", "대통령", "정부")
_LEVELS = {purse: level for level, purse in LEVELS.items()}
_LOCAL = "rap:LocalGovernment"
_GOVERNS = frozenset({_LOCAL, "rap:Ministry", "rap:EducationOffice"})
_HEADS = ("시장", "군수", "구청장", "지사", "교육감", "장관")
_DELIBERATES = frozenset({"rap:Council", "rap:Committee"})


def paid_by_others(cast: Cast, fact: Allocation) -> Allocation:
    """The fact without a payer that is the very building the money is for: «○○센터는 40억원을 들여 문을 연다»."""
    body = cast.meant(fact.payer) or cast.meant(fact.by)
    if body is None or "rap:Centre" not in body.types:
        return fact
    built = any(folded(n) in folded(fact.purpose) for n in (body.label, *body.alternates) if len(folded(n)) > 2)
    return fact.model_copy(update={"payer": None, "by": None}) if built else fact


def allocator(cast: Cast, home: Home, fact: Allocation, held: Sequence[Held]) -> Draft | None:
    """Whose money or decision it is: told, else the government of the document where the fact means it.

    A purse that is told goes before: of «도비» the province pays though its county speaks, of «국비» no city does.
    """
    told = _governed(_told(cast, fact), held)
    if told is not None and "payer-context" in fact.features:
        told = _with_a_budget(cast, told)
    if told is None and fact.home_pays:
        told = issuing_ministry(cast)
    if told is None and fact.home_pays and home.government is not None:
        told = government_draft(cast, home.government)
    return _of_its_purse(cast, home, fact, told)


def _governed(told: Draft | None, held: Sequence[Held]) -> Draft | None:
    """The body told; of the head of a government that government."""
    if told is None or told.kind != "person":
        return told
    bodies = [
        b for o, p, b in held if p is told and b is not None and o.title.endswith(_HEADS) and _GOVERNS & set(b.types)
    ]
    return bodies[0] if bodies else told


def _with_a_budget(cast: Cast, told: Draft) -> Draft:
    """The body, or in the place of a general district, which has no budget, its city."""
    own = government(cast.lexicon, told.label) if _LOCAL in told.types else None
    city = government(cast.lexicon, own.parent) if own is not None and own.level == "행정구" and own.parent else None
    return government_draft(cast, city) if city is not None else told


def _told(cast: Cast, fact: Allocation) -> Draft | None:
    """The body that the facts name as payer or decider; of a place the government."""
    mention: Mention | None = fact.by or fact.payer or fact.decider
    if mention is None or mention.kind != "region":
        return cast.meant(mention)
    region = cast.meant(mention)  # «가람 480억 원, 나래 310억 원»: the governments of places
    governing = government(cast.lexicon, region.label) if region is not None else None
    return government_draft(cast, governing) if governing is not None else None


def _of_its_purse(cast: Cast, home: Home, fact: Allocation, told: Draft | None) -> Draft | None:
    """The body told, where the sum can come from its purse or it only decides about it; else whose purse it is."""
    if told is None or fact.source is None or _DELIBERATES & set(told.types):
        return told
    level = _LEVELS.get(fact.source)
    if level is None:
        return None if _LOCAL in told.types else told
    if _LOCAL in told.types and told.label.endswith(level):
        return told
    owner = _above(cast, told, home, level) or _named_near(cast, home, fact, level)
    return government_draft(cast, owner) if owner is not None else None


def _above(cast: Cast, told: Draft, home: Home, level: str) -> Government | None:
    """The government of that level over the body told, else the one that the document is about or over it."""
    own = government(cast.lexicon, told.label) if _LOCAL in told.types else home.government
    while own is not None:
        if own.governs and own.official.endswith(level):
            return own
        own = government(cast.lexicon, own.parent) if own.parent else None
    return None


def _named_near(cast: Cast, home: Home, fact: Allocation, level: str) -> Government | None:
    """The government of that level which is named last before the sum, else the only one that is named."""
    on = cast.analysis.document.published
    found: dict[str, Government] = {}
    for mention in cast.mentions.of("organization", "region"):
        near = home.choose(candidates(cast.lexicon, stem(mention.value.official or mention.value.text), on))
        if near is None or not near.governs or not near.official.endswith(level):
            continue
        if mention.begin > fact.amount.begin and found:
            break
        found.pop(near.official, None)
        found[near.official] = near
    return next(reversed(found.values()), None)


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
