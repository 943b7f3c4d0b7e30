"""What the scripts of the site read: names for searching, and of each thing what it is tied to.

All of it is JavaScript that calls one function, for a page that was opened from a disk may fetch no file.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from kg.graph.contacts import masked
from kg.use.pages import Route, Shown, fetching, route_of
from kg.use.pages.compare import COMPARED
from kg.use.pages.fetching import kind_of
from kg.use.pages.graph import DRAWN, ties_of
from kg.use.pages.words import KINDS
from kg.use.searching.index import NAMED, Hit
from kg.use.site.naming import file_name
from kg.use.site.shown import side as side_of


def labels(shown: Shown) -> bytes:
    """All names: kind, label, file, number of documents, region, further spellings; in the order of their IRIs."""
    return _labels("labels", shown.index.all(NAMED))


def headlines(shown: Shown) -> bytes:
    """The same of the documents' headlines."""
    return _labels("headlines", shown.index.all(("document",)))


def _labels(name: str, found: Iterable[tuple[Hit, tuple[str, ...]]]) -> bytes:
    regions: dict[str, int] = {"": 0}
    kinds: dict[str, int] = {}
    things = []
    for hit, spellings in found:
        page = route_of(hit.iri)
        if page is None:
            continue
        region = regions.setdefault(hit.region if hit.region != hit.label else "", len(regions))
        kind = kinds.setdefault(hit.kind, len(kinds))
        things.append([kind, masked(hit.label), file_name(page.name), hit.documents, region, *map(masked, spellings)])
    told = {"kinds": [[k, KINDS[k]] for k in kinds], "regions": [*regions], "things": things}
    return script("kgNames", name, told)


def ties(route: Route, shown: Shown) -> bytes:
    """What a thing is tied to: the things at all ends, and the ties with their evidence."""
    found = ties_of(route.iri, shown)
    ends = sorted({route.iri, *(end for t in found for end in (t.source, t.target))})
    told = {
        "things": [_thing(i, hit, label, shown) for i, hit, label in _about(ends, shown)],
        "ties": [
            {
                "id": sha256(t.id.encode()).hexdigest()[:12],
                "source": ends.index(t.source),
                "target": ends.index(t.target),
                "label": t.label,
                "kind": t.kind,
                "year": t.year,
                "amount": t.amount,
                "sure": round(t.sure, 3),
                "sentence": masked(t.sentence),
                "told_by": t.told_by,
                "address": t.address,
            }
            for t in sorted({t.id: t for t in found}.values(), key=lambda t: t.id)
        ],
    }
    return script("kgTies", f"{route.kind}/{file_name(route.name)}", told)


def _about(iris: Sequence[str], shown: Shown) -> list[tuple[str, Hit | None, str]]:
    about = {h.iri: h for at in range(0, len(iris), 500) for h in shown.index.about(iris[at : at + 500])}
    names = fetching.named(shown.store, [i for i in iris if i not in about])
    return [(i, about.get(i), about[i].label if i in about else names.get(i, i)) for i in iris]


def _thing(iri: str, hit: Hit | None, label: str, shown: Shown) -> dict[str, Any]:
    page = route_of(iri)
    return {
        "id": f"{page.kind}/{file_name(page.name)}" if page else iri,
        "label": masked(label),
        "kind": kind_of(iri),
        "kind_name": KINDS.get(kind_of(iri), ""),
        "region": hit.region if hit else "",
        "documents": hit.documents if hit else 0,
        "address": shown.addresses.page(page) if page else "",
    }


def side(route: Route, shown: Shown) -> bytes:
    """A thing as a side of a comparison."""
    label = fetching.named(shown.store, [route.iri])[route.iri]
    return script("kgSide", f"{route.kind}/{file_name(route.name)}", side_of(route, label, shown))


def path_of_ties(route: Route) -> str:
    """The file of a thing's ties below the site's folder; empty for what stands in no graph."""
    return f"data/{route.kind}/{file_name(route.name)}.js" if route.kind in DRAWN else ""


def path_of_side(route: Route) -> str:
    """The file of a thing as a side of a comparison; empty for what is not compared."""
    return f"data/side/{route.kind}/{file_name(route.name)}.js" if route.kind in COMPARED else ""


def script(function: str, name: str, told: Any) -> bytes:
    """A call of a function with a name and data."""
    return f"{function}({json.dumps(name, ensure_ascii=False)},{_json(told)});\n".encode()


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
