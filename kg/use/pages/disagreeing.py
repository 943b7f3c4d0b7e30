"""All contradictions and changes of a store, for readers who may not judge."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.use.pages.differing import Difference, differences
from kg.use.pages.route import Route, Shown

VIEWS = {"clashes": "엇갈림", "changes": "바뀜"}
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Disagreeing:
    """One page of the contradictions or of the changes; ``views`` are both with their numbers."""

    view: str
    title: str
    views: tuple[tuple[str, str, int, Route], ...]
    rows: Sequence[Difference]
    page: int
    pages: int
    before: Route | None
    after: Route | None


def disagreeing(route: Route, shown: Shown) -> Disagreeing:
    """The page ``page`` of the list ``view``."""
    view = route.first("view") if route.first("view") in VIEWS else "clashes"
    every = differences(shown.store).all
    listed = {"clashes": [d for d in every if not d.changed], "changes": [d for d in every if d.changed]}
    rows = listed[view]
    pages = max(1, -(-len(rows) // PER_PAGE))
    page = min(max(int(route.first("page") or "1"), 1), pages)
    at = Route("review", "", (("view", view),))
    return Disagreeing(
        view,
        VIEWS[view],
        tuple((v, title, len(listed[v]), Route("review", "", (("view", v),))) for v, title in VIEWS.items()),
        rows[(page - 1) * PER_PAGE : page * PER_PAGE],
        page,
        pages,
        at.having(page=str(page - 1)) if page > 1 else None,
        at.having(page=str(page + 1)) if page < pages else None,
    )
