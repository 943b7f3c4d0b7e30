"""Events: each becomes an entity with its day, place and people."""

from collections.abc import Iterable

from kg.facts.model import Event
from kg.mentions.model import Mention
from kg.resolution.cast import Cast
from kg.resolution.claims import date_type
from kg.resolution.draft import Draft
from kg.resolution.names import entity_key, spaced


def cast_event(cast: Cast, fact: Event, speakers: Iterable[Mention] = ()) -> Draft:
    """The event of a fact; its day and place set it apart from others of its name. Who spoke at it took part."""
    place = _place(cast, fact.place)
    apart = ",".join(p for p in (fact.date, place.label if place else None) if p)
    label = spaced(fact.name)
    draft = cast.draft(
        "event", entity_key("event", label, apart or cast.analysis.document.identifier), label, ("schema:Event",)
    )
    for predicate, iso in (("schema:startDate", fact.date), ("schema:endDate", fact.end)):
        if iso:
            draft.say(predicate, iso, date_type(iso))
    if place is not None:
        draft.say("schema:location", place.key)
    for mention in (*fact.participants, *speakers):
        attendee = cast.meant(mention)
        if attendee is not None:
            draft.say("schema:attendee", attendee.key)
    organizer = cast.meant(fact.organizer)
    if organizer is not None:
        draft.say("schema:organizer", organizer.key)
    draft.features |= dict.fromkeys(fact.features)
    draft.spelled(*fact.names)
    cast.mean(fact.event, draft)
    for span in fact.evidence:
        draft.bearing.append(Mention(span.begin, span.end, "event", fact.event.value, fact.rule))
    return draft


def _place(cast: Cast, mention: Mention | None) -> Draft | None:
    """Where it took place: a body or region that is known, else a place of its own."""
    if mention is None:
        return None
    known = cast.meant(mention)
    if known is not None:
        return known
    words = spaced(cast.text[mention.begin : mention.end])
    draft = cast.draft("place", entity_key("place", words), words, ("schema:Place",))
    cast.mean(mention, draft)
    return draft
