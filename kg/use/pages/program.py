"""The page of a program: what it is, its money, targets and steps, who takes part, what was said."""

from kg.use.pages.route import Route, Shown
from kg.use.pages.thing import Thing, making

_FACTS = (
    "rap:forRegion",
    "dcterms:subject",
    "rap:operatedBy",
    "rap:backedBy",
    "rap:responsibleUnit",
    "rap:beneficiary",
    "rap:periodStart",
    "rap:periodEnd",
    "rap:legalBasis",
    "rap:partOf",
    "dcterms:isVersionOf",
    "rap:proposedBy",
    "rap:proposedOn",
    "rap:passedOn",
    "rap:promulgatedOn",
    "rap:inForceFrom",
)
_LINKS = ("rap:forProgram", "rap:ofProgram", "schema:about", "rap:partOf", "dcterms:isVersionOf")
_KINDS = ("allocation", "target", "involvement", "milestone", "renaming", "quotation", "event")


def program(route: Route, shown: Shown) -> Thing | None:
    """The page of a program; None where the store does not know it."""
    page = making(shown, route, _FACTS, _LINKS, _KINDS)
    if page is None:
        return None
    for name in _FACTS:
        page.fact(name)
    page.linked("하위 사업", page.links.get("rap:partOf", ()))
    page.linked("뒤이은 판", page.links.get("dcterms:isVersionOf", ()))
    page.money("예산과 투자", page.claims("allocation", "rap:forProgram"))
    page.targets("목표와 성과", page.claims("target", "rap:forProgram"))
    page.steps("추진 경과", [*page.claims("milestone", "rap:ofProgram"), *page.claims("renaming", "rap:ofProgram")])
    page.parts("parts", "누가 함께하나", page.claims("involvement", "rap:ofProgram"), "agent")
    page.quotations("이 사업을 두고 한 말", page.claims("quotation", "schema:about"))
    page.events("관련 행사", page.claims("event", "schema:about"))
    return page.page(("money", "targets", "steps", "parts", "quotations", "events"))
