"""The page of a body: who leads it, what it runs and pays for, its own programs' money where it is one itself."""

from kg.use.pages.route import Route, Shown
from kg.use.pages.thing import Thing, making

_FACTS = (
    "rap:governs",
    "rap:locatedIn",
    "org:unitOf",
    "rap:forRegion",
    "dcterms:subject",
    "rap:operatedBy",
    "rap:backedBy",
    "rap:partOf",
    "rap:periodStart",
    "rap:periodEnd",
)
_LINKS = (
    "org:organization",
    "org:unitOf",
    "rap:agent",
    "rap:ofProgram",
    "rap:forProgram",
    "rap:payer",
    "rap:decidedBy",
    "rap:allocatedBy",
    "rap:recipient",
    "schema:spokenByCharacter",
    "schema:about",
    "schema:attendee",
    "schema:organizer",
)
_KINDS = ("membership", "involvement", "allocation", "target", "milestone", "renaming", "quotation", "event")


def organization(route: Route, shown: Shown) -> Thing | None:
    """The page of a body; None where the store does not know it."""
    page = making(shown, route, _FACTS, _LINKS, _KINDS)
    if page is None:
        return None
    for name in _FACTS:
        page.fact(name)
    page.linked("소속 기관", page.links.get("org:unitOf", ()))
    page.offices("사람과 직책", page.claims("membership", "org:organization"), "person")
    page.parts("parts", "운영·참여하는 사업", page.claims("involvement", "rap:agent"), "program")
    page.parts("own", "누가 함께하나", page.claims("involvement", "rap:ofProgram"), "agent")
    money = ("rap:payer", "rap:decidedBy", "rap:allocatedBy", "rap:recipient", "rap:forProgram")
    page.money("주고받은 돈", page.claims("allocation", *money))
    page.targets("목표와 성과", page.claims("target", "rap:forProgram"))
    page.steps("추진 경과", [*page.claims("milestone", "rap:ofProgram"), *page.claims("renaming", "rap:ofProgram")])
    page.quotations("기관 이름으로 한 말", page.claims("quotation", "schema:spokenByCharacter"))
    page.events("행사", page.claims("event", "schema:attendee", "schema:organizer", "schema:about"))
    return page.page(("offices", "parts", "own", "money", "targets", "steps", "quotations", "events"))
