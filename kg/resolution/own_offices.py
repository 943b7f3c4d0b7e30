"""Offices that a text calls by what they are alone: those of the government that it is about."""

from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home
from kg.resolution.names import entity_key


def school_office(cast: Cast, home: Home) -> Draft | None:
    """The education office of the province or great city in which the document is: 시교육청, 도교육청."""
    own = home.government
    if own is None:
        return None
    name = f"{own.parent or own.official}교육청"
    known = next((d for d in cast.of("organization") if d.label == name), None)
    return known or cast.draft(
        "organization", entity_key("organization", name), name, ("org:Organization", "rap:EducationOffice")
    )


def own_office(cast: Cast, home: Home, text: str) -> Draft | None:
    """The office of the city or county that the document is about, which the text calls by what it is: 보건소."""
    own = home.government
    if own is None or own.official.endswith("도"):
        return None
    name = f"{own.official.split(' ')[-1]} {text}"
    return cast.draft("organization", entity_key("organization", name), name, ("org:Organization", "rap:PublicAgency"))
