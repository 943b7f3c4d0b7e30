"""The page of a region: who leads it, its money by year and source, programs, targets, what was said there."""

from kg.use.pages import fetching
from kg.use.pages.route import Route, Shown
from kg.use.pages.thing import Making, Thing, making

_FACTS = ("rap:within", "rap:adminCode", "rap:financeCode", "rap:validFrom", "rap:validUntil")
_LINKS = ("rap:governs", "rap:forRegion", "rap:within", "rap:locatedIn")
_KINDS = ("allocation",)
_MOST_PARTS = 100


def region(route: Route, shown: Shown) -> Thing | None:
    """The page of a region; None where the store does not know it."""
    page = making(shown, route, _FACTS, _LINKS, _KINDS)
    if page is None:
        return None
    for name in _FACTS:
        page.fact(name)
    bodies = page.links.get("rap:governs", [])
    told_here = fetching.told_in(shown.store, route.iri)
    heads = fetching.pointing_to(shown.store, bodies, "org:organization")
    programs = [i for i in page.links.get("rap:forRegion", ()) if "/id/program/" in i]
    page.add([*heads, *told_here.get("target", ()), *told_here.get("quotation", ())], programs)
    page.linked("자치단체와 의회", bodies)
    parts = _parts(page)
    page.linked("하위 지역", parts)
    page.linked("소재 기관", page.links.get("rap:locatedIn", ()))
    page.offices("단체장과 공직자", [i for i in heads if "/id/membership/" in i], "person")
    page.money("AI 예산과 투자", page.claims("allocation", "rap:forRegion"))
    page.below("하위 지역의 예산과 투자", parts)
    page.programs("사업과 정책", programs)
    page.targets("이 지역 문서의 목표와 성과", told_here.get("target", ()))
    page.quotations("이 지역 문서의 발언", told_here.get("quotation", ()))
    return page.page(("money", "within", "programs", "offices", "targets", "quotations"))


def _parts(page: Making) -> list[str]:
    """The regions that lie directly in this one: those that say so, and those whose name goes on from its name."""
    label = next(iter(page.values.get("skos:prefLabel", ())), "")
    hits = page.shown.index.search(label, ("region",), limit=_MOST_PARTS)
    named = {h.iri: h.label for h in hits if h.label.removeprefix(f"{label} ").count(" ") == 0}
    told = {iri for iri, name in named.items() if name.startswith(f"{label} ")}
    page.told.things = {iri: {"skos:prefLabel": [named[iri]]} for iri in told} | page.told.things
    return sorted(told | set(page.links.get("rap:within", ())))
