"""Whose a department is: its head holds an office of that body, and that body speaks where its officials do."""

from kg.mentions.model import Mention
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home
from kg.resolution.organizations import government_draft
from kg.resolution.staff import ministry_of_release

_NEAR = 250
"""How far back, in code points, a government may be named whose department it is."""


def employer(cast: Cast, home: Home, place: Mention | None) -> Draft | None:
    """What a mention means; of a department the body whose it is, which is also told of the department."""
    body = cast.meant(place)
    if body is None or place is None or "rap:Department" not in body.types:
        return body
    for other in cast.mentions.before(place.begin, "organization", "organization-short"):
        if place.begin - other.end > 3:
            break
        owner = cast.meant(other)
        if owner is not None and owner is not body and "rap:Department" not in owner.types:
            body.say("org:unitOf", owner.key)
            return owner
    owner = (
        _in_its_name(cast, body)
        or ministry_of_release(cast, body.label, place.begin)
        or _own_government(cast, home, place)
    )
    if owner is not None:
        body.say("org:unitOf", owner.key)
    return owner or body


def _in_its_name(cast: Cast, unit: Draft) -> Draft | None:
    """The body of the document with one of whose names that of the unit begins: 가온사서원 돌봄사업본부."""
    for body in cast.of("organization"):
        own = body is unit or not {"rap:Department", "rap:LocalGovernment"}.isdisjoint(body.types)
        if not own and any(n and unit.label.startswith(f"{n} ") for n in (body.label, *body.alternates)):
            return body
    return None


def _own_government(cast: Cast, home: Home, place: Mention) -> Draft | None:
    """The government that the document is about, else the one named last before."""
    if home.government is not None:
        return government_draft(cast, home.government)
    for other in cast.mentions.before(place.begin, "organization"):
        draft = cast.meant(other)
        if draft is not None and "rap:LocalGovernment" in draft.types and place.begin - other.end < _NEAR:
            return draft
    return None
