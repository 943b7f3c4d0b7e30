"""Pages and the same as RDF, tables and data: what stands at an address, by what the asker takes."""

import json
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from kg.errors import UserError
from kg.graph.results import Formats
from kg.graph.terms import PREFIXES
from kg.use.endpoint.negotiation import GRAPH, NAMES, best
from kg.use.endpoint.pool import Refused
from kg.use.pages import Page, Route, Shown, data, page, route_of, table
from kg.use.pages.problem import problem
from kg.use.pages.route import THINGS
from kg.use.serving.addresses import route_at
from kg.use.serving.editions import Edition
from kg.use.serving.sparql import refused
from kg.use.sheets import written

Made = TypeVar("Made")

_AT_ONCE = CapacityLimiter(8)
_PAGE = "text/html"
_RDF = tuple(media for media in GRAPH if media not in ("text/plain", "application/xml"))
_SHEETS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_DOCUMENT = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
_THING = """PREFIX rdf: <{rdf}> PREFIX skos: <{skos}> PREFIX itsrdf: <{itsrdf}>
CONSTRUCT {{ ?thing ?p ?o . ?o skos:prefLabel ?name . ?s ?q ?thing . ?s rdf:type ?type . ?s skos:prefLabel ?called }}
WHERE {{
  VALUES ?thing {{ <{iri}> }}
  {{ ?thing ?p ?o . OPTIONAL {{ ?o skos:prefLabel ?name }} }}
  UNION
  {{ ?s ?q ?thing . FILTER(?q != itsrdf:taIdentRef)
    OPTIONAL {{ ?s rdf:type ?type }} OPTIONAL {{ ?s skos:prefLabel ?called }} }}
}}"""


async def answered(request: Request, edition: Edition, shown: Shown) -> Response:
    """What stands at the address of a request."""
    words = request.query_params.multi_items()
    route = route_at(request.scope["path"], words)
    if route is None:
        return _html(await _in_thread(lambda: problem(404, "", shown)))
    form = request.query_params.get("form", "")
    if form in _SHEETS:
        return await _sheet(route, request.query_params.get("table", ""), form, shown)
    if form == "json" and route.kind not in THINGS:
        return await _data(route, shown)
    accept = NAMES.get(form) or request.headers.get("accept", "")
    media = best(accept, (_PAGE, *_RDF)) if route.kind in THINGS else _PAGE
    if media is None:
        return PlainTextResponse(f"this can be had as {', '.join((_PAGE, *_RDF))}\n", 406, {"Vary": "Accept"})
    return await (_paged(route, shown) if media == _PAGE else _rdf(route, media, edition, shown))


async def _paged(route: Route, shown: Shown) -> Response:
    try:
        made = await _in_thread(lambda: page(route, shown))
    except UserError as error:
        line = error.line
        return _html(await _in_thread(lambda: problem(400, line, shown)))
    if made is not None:
        return _html(made)
    return await _instead(route, shown, "")


async def _rdf(route: Route, media: str, edition: Edition, shown: Shown) -> Response:
    """The statements about a thing; of a document all that it tells."""
    if not await _in_thread(lambda: shown.store.ask(f"ASK {{ <{route.iri}> ?p ?o }}")):
        return await _instead(route, shown, media)
    text = (_DOCUMENT if route.kind == "document" else _THING).format(iri=route.iri, **PREFIXES)
    try:
        told = await edition.pool.ask(text, _formats(media))
    except Refused as error:
        return refused(error)
    headers = {"Vary": "Accept"} | ({"X-Result-Cut": str(edition.pool.limits.rows)} if told.cut else {})
    return Response(told.content, media_type=media, headers=headers)


async def _instead(route: Route, shown: Shown, media: str) -> Response:
    """The address of the thing that a name stands for by now, or that there is none."""
    newer = await _in_thread(lambda: _replacing(route, shown)) if route.kind in THINGS else None
    if newer is not None:
        told = shown.addresses.page(Route(newer.kind, newer.name, route.words))
        return RedirectResponse(told, 301, {"Vary": "Accept"})
    if media:
        return PlainTextResponse("there is no such thing in this graph\n", 404, {"Vary": "Accept"})
    return _html(await _in_thread(lambda: problem(404, "", shown)))


def _replacing(route: Route, shown: Shown) -> Route | None:
    text = f"SELECT ?thing WHERE {{ ?thing <{PREFIXES['dcterms']}replaces> <{route.iri}> }} ORDER BY ?thing LIMIT 1"
    for (thing,) in shown.store.select(text).rows:
        return route_of(thing.value) if thing else None
    return None


async def _sheet(route: Route, name: str, form: str, shown: Shown) -> Response:
    try:
        told = await _in_thread(lambda: table(route, name, shown))
        if told is None:
            return _html(await _in_thread(lambda: problem(404, "", shown)))
        content = await _in_thread(lambda: written(told, form))
    except UserError as error:
        return PlainTextResponse(error.line + "\n", 400)
    title = "-".join(filter(None, (route.name.replace("/", "_").replace("%7C", "_") or route.kind, name)))
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{title}.{form}', safe='')}"}
    return Response(content, media_type=_SHEETS[form], headers=headers)


async def _data(route: Route, shown: Shown) -> Response:
    try:
        told = await _in_thread(lambda: data(route, shown))
    except UserError as error:
        return PlainTextResponse(error.line + "\n", 400)
    if told is None:
        return PlainTextResponse("there is nothing here\n", 404)
    return Response(json.dumps(told, ensure_ascii=False), media_type="application/json")


def _formats(media: str) -> Formats:
    return Formats("", "", GRAPH[media])


def _html(made: Page) -> Response:
    return HTMLResponse(made.html, made.status, {"Vary": "Accept"})


async def _in_thread(make: Callable[[], Made]) -> Made:
    """Made in a thread of its own: the store lets others go on while it searches."""
    return await to_thread.run_sync(make, limiter=_AT_ONCE)
