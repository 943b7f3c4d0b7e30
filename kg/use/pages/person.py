"""The page of a person: offices in the order of time, promises and programs, money, targets, words, events."""

from kg.use.pages import fetching
from kg.use.pages.route import Route, Shown
from kg.use.pages.thing import MOST, Thing, making

_LINKS = (
    "org:member",
    "rap:agent",
    "rap:announcedBy",
    "rap:backedBy",
    "rap:proposedBy",
    "schema:spokenByCharacter",
    "schema:about",
    "schema:attendee",
    "schema:organizer",
)
_KINDS = ("membership", "involvement", "allocation", "quotation", "event")


def person(route: Route, shown: Shown) -> Thing | None:
    """The page of a person; None where the store does not know them."""
    page = making(shown, route, (), _LINKS, _KINDS)
    if page is None:
        return None
    programs = [i for i in page.links.get("rap:backedBy", ()) if i.partition("/id/")[2].startswith("program/")][:MOST]
    more = fetching.pointing_to(shown.store, programs, "rap:forProgram")
    allocations = [i for i in more if "/id/allocation/" in i]
    aims = [i for i in more if "/id/target/" in i]
    page.add([*allocations, *aims])
    held = [i for i in page.claims("membership", "org:member") if not page.told.text(i, "rap:former")]
    if held:
        latest = max(held, key=lambda i: (page.told.last_day(i), i))
        page.lead = [*page.told.linked(latest, "org:organization"), *page.told.linked(latest, "org:role")]
    page.offices("걸어온 직책", page.claims("membership", "org:member"), "body")
    page.parts("parts", "약속하고 추진한 사업", page.claims("involvement", "rap:agent"), "program")
    page.money("발표하거나 추진한 사업의 돈", sorted({*page.claims("allocation", "rap:announcedBy"), *allocations}))
    page.targets("추진한 사업의 목표와 성과", aims)
    page.quotations("직접 한 말", page.claims("quotation", "schema:spokenByCharacter"))
    page.events("참석한 행사", page.claims("event", "schema:attendee", "schema:organizer"))
    return page.page(("offices", "parts", "quotations", "money", "targets", "events"))
