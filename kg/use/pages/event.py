"""The page of an event: when, where, who took part, what was said there."""

from kg.use.pages.route import Route, Shown
from kg.use.pages.thing import Thing, making

_FACTS = (
    "schema:startDate",
    "schema:endDate",
    "schema:location",
    "schema:organizer",
    "schema:attendee",
    "schema:about",
)


def event(route: Route, shown: Shown) -> Thing | None:
    """The page of an event; None where the store does not know it."""
    page = making(shown, route, _FACTS, ("rap:saidAt",), ("quotation",))
    if page is None:
        return None
    for name in _FACTS:
        page.fact(name)
    page.quotations("이 자리에서 한 말", page.claims("quotation", "rap:saidAt"))
    return page.page(("quotations",))
