"""Regions or persons side by side: money by year and source, programs by theme, targets, words on one subject."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.use.pages import fetching
from kg.use.pages.chart import Chart, bars
from kg.use.pages.fetching import kind_of
from kg.use.pages.money import Money, adding, sums
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.rows import Program, Quotation, Target, programs, quotations, targets
from kg.use.pages.search import Found
from kg.use.pages.thing import MOST, ORDER
from kg.use.pages.told import Named, told

COMPARED = ("region", "person", "organization")
MOST_SIDES = 4
_ALONE = Route("compare")
_PAYING = ("rap:payer", "rap:decidedBy", "rap:allocatedBy")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that are compared; ``without`` is the page without it."""

    thing: Named
    money: Money
    chart: Chart | None
    programs: tuple[tuple[str, tuple[Program, ...]], ...]
    targets: tuple[Target, ...]
    quotations: tuple[Quotation, ...]
    said: int
    without: Route


@dataclass(frozen=True, slots=True)
class Compare:
    """What is compared, what was typed and not found, the subject of the quotations, and things to begin with."""

    sides: tuple[Side, ...]
    unknown: tuple[str, ...]
    about: str
    themes: tuple[str, ...]
    years: tuple[str, ...]
    offered: tuple[tuple[str, tuple[Found, ...]], ...]

    @property
    def title(self) -> str:
        """Who is compared."""
        return " · ".join(side.thing.label for side in self.sides)


def compare(route: Route, shown: Shown) -> Compare:
    """The page on which things stand side by side; names that were typed are looked up."""
    asked = [Route(kind, value) for kind, value in route.words if kind in COMPARED]
    unknown = []
    for typed in route.all("name"):
        if not typed.strip():
            continue
        hits = shown.index.search(typed, COMPARED, limit=1)
        page = route_of(hits[0].iri) if hits else None
        if page:
            asked.append(page)
        else:
            unknown.append(typed)
    asked = list({page.iri: page for page in asked}.values())[:MOST_SIDES]
    about = route.first("about").strip()
    labels = fetching.named(shown.store, [page.iri for page in asked])
    asked = [page for page in asked if page.iri in labels]
    plain = Route("compare", "", tuple((p.kind, p.name) for p in asked)).having(about=about)
    parts = [side_of(page, labels[page.iri], shown, about, plain) for page in asked]
    most = max((year.total for side in parts for year in side.money.years), default=0)
    sides = [charted(side, most) for side in parts]
    offered = [] if len(sides) > 1 else [
        (kind, tuple(Found(h, p) for h in shown.index.most_told(kind, 12) if (p := route_of(h.iri))))
        for kind in ("region", "person")
    ]  # fmt: skip
    return Compare(
        tuple(sides),
        tuple(unknown),
        about,
        tuple(sorted({theme for side in sides for theme, _ in side.programs}, key=lambda t: (not t, t))),
        tuple(sorted({year.year for side in sides for year in side.money.years})),
        tuple(offered),
    )


def charted(side: Side, most: int) -> Side:
    """The side with a chart on the scale of all, whose largest year has ``most``."""
    return Side(
        side.thing,
        side.money,
        bars(side.money, ORDER, most),
        side.programs,
        side.targets,
        side.quotations,
        side.said,
        side.without,
    )


def side_of(page: Route, label: str, shown: Shown, about: str = "", plain: Route = _ALONE) -> Side:
    """All that is compared of one thing, without a chart; of the quotations those on a subject.

    ``plain`` is the page of all things that are compared.
    """
    store, iri = shown.store, page.iri
    links = ("rap:forRegion", "rap:announcedBy", "rap:agent", "rap:backedBy", "schema:spokenByCharacter", *_PAYING)
    pointing = fetching.pointing(store, iri, links)
    every = sorted({i for p in pointing.values() for i in p[:MOST]})
    own = [i for i in every if kind_of(i) == "program"]
    claims = [i for i in every if kind_of(i) in ("allocation", "quotation", "involvement")]
    if page.kind == "region":
        here = fetching.told_in(store, iri)
        claims += [*here.get("target", ()), *here.get("quotation", ())]
    else:
        claims += fetching.pointing_to(store, own, "rap:forProgram")
    found = told(store, sorted(set(claims)), own)
    run = {v for i in claims for v in found.all(i, "rap:ofProgram") if kind_of(v) == "program"}
    by_theme: dict[str, list[Program]] = {}
    for row in programs(found, sorted({*own, *run})):
        by_theme.setdefault(row.theme, []).append(row)
    words = quotations(found, [i for i in found.claims if kind_of(i) == "quotation"])
    fitting = [q for q in words if _is_about(q, about)]
    gone = tuple((k, v) for k, v in plain.words if (k, v) != (page.kind, page.name))
    return Side(
        Named(iri, label, page),
        adding(sums(found, [i for i in found.claims if kind_of(i) == "allocation"])),
        None,
        tuple((theme, tuple(rows)) for theme, rows in by_theme.items()),
        tuple(targets(found, [i for i in found.claims if kind_of(i) == "target"])),
        tuple(fitting),
        len(words),
        Route("compare", "", gone),
    )


def _is_about(quotation: Quotation, about: str) -> bool:
    """Whether a quotation holds a word, or is about a thing of that name."""
    wanted = "".join(about.lower().split())
    texts: Sequence[str] = (quotation.text, *(thing.label for thing in quotation.about))
    return any(wanted in "".join(text.lower().split()) for text in texts)
