"""The SPARQL 1.1 Protocol over HTTP: how a query comes in, in which format its answer goes out."""

import json
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from kg.graph.results import Dataset
from kg.use.endpoint.negotiation import GRAPH, NAMES, ROWS, TRUTH, Media, answers, best
from kg.use.endpoint.pool import Answered, Refused
from kg.use.endpoint.spelling import spelled
from kg.use.pages import Shown
from kg.use.pages.asking import Asked, editor
from kg.use.serving.editions import Edition

MOST_BODY = 1 << 20
"""Bytes of a query."""

_OFFERS = {"rows": ROWS, "truth": TRUTH, "graph": GRAPH}
STATUS = {"wrong": 400, "unacceptable": 406, "time": 503, "memory": 503, "busy": 503}
_PAGE = "text/html"
_FOR_PAGE = Media("application/sparql-results+json", "application/sparql-results+json", "text/turtle")
_SERVICE = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .

[] a sd:Service ;
    sd:endpoint <{}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV ,
        formats:SPARQL_Results_TSV , formats:Turtle , formats:N-Triples , formats:RDF_XML , formats:JSON-LD .
"""


class Bad(Exception):
    """A request that breaks the protocol: status and one line."""

    def __init__(self, status: int, told: str) -> None:
        self.status, self.told = status, told
        super().__init__(told)


class Query(NamedTuple):
    """A query as the protocol carries it; no text where nothing is asked."""

    text: str | None
    dataset: Dataset
    form: str


async def query_of(request: Request) -> Query:
    """The query that a request asks. Raises `Bad`."""
    told = request.query_params.multi_items()
    text: str | None = None
    if request.method == "POST":
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        body = await _body(request)
        if media == "application/sparql-query":
            text = body
        elif media == "application/x-www-form-urlencoded":
            told = [*told, *parse_qsl(body, keep_blank_values=True)]
        elif media == "application/sparql-update":
            raise Bad(403, "this endpoint is for reading alone")
        else:
            raise Bad(415, "send application/sparql-query or application/x-www-form-urlencoded")
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in told):
        raise Bad(403, "this endpoint is for reading alone")
    asked = _all(told, "query") + ([text] if text is not None else [])
    if len(asked) > 1 or (request.method == "POST" and not asked):
        raise Bad(400, "send exactly one query")
    graphs = (tuple(map(spelled, _all(told, f"{kind}-graph-uri"))) for kind in ("default", "named"))
    return Query(asked[0] if asked else None, Dataset(*graphs), next(iter(_all(told, "format")), ""))


def _all(told: Sequence[tuple[str, str]], name: str) -> list[str]:
    return [value for word, value in told if word == name]


async def _body(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BODY:
            raise Bad(413, f"a query has at most {MOST_BODY:,} bytes")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Bad(400, "a query is sent in UTF-8") from error


async def answered(request: Request, edition: Edition, shown: Shown) -> Response:
    """The answer to a request at the endpoint: the editor, a description of the service, or what the query finds."""
    try:
        query = await query_of(request)
    except Bad as error:
        return PlainTextResponse(error.told + "\n", error.status)
    accept = _accepted(request, query.form)
    wants_page = best(accept, (*ROWS, *GRAPH, _PAGE)) == _PAGE
    if query.text is None:
        return _page(Asked(), shown) if wants_page else _described(request, accept)
    media = _FOR_PAGE if wants_page else answers(accept)
    try:
        told = await edition.pool.ask(query.text, media.formats, query.dataset)
    except Refused as error:
        return (
            _page(Asked(query.text, problem=error.told, reason=error.reason), shown) if wants_page else refused(error)
        )
    cut = edition.pool.limits.rows if told.cut else 0
    if wants_page:
        return _page(_found(query.text, told, cut), shown)
    headers = {"Vary": "Accept"} | ({"X-Result-Cut": str(cut)} if cut else {})
    return Response(told.content, media_type=getattr(media, told.form), headers=headers)


def _accepted(request: Request, form: str) -> str:
    """What the asker takes; an address can say it where no header can be sent."""
    return NAMES.get(form) or (form if "/" in form else request.headers.get("accept", ""))


def _found(text: str, told: Answered, cut: int) -> Asked:
    """An answer as its page shows it."""
    if told.form == "graph":
        return Asked(text, graph=told.content.decode(), cut=cut)
    found = json.loads(told.content)
    if told.form == "truth":
        return Asked(text, truth=found["boolean"])
    names = tuple(found["head"]["vars"])
    rows = tuple(tuple(row.get(name, {}) for name in names) for row in found["results"]["bindings"])
    return Asked(text, columns=names, rows=rows, cut=cut)


def _page(asked: Asked, shown: Shown) -> Response:
    return HTMLResponse(editor(asked, shown).html, STATUS[asked.reason] if asked.reason else 200, {"Vary": "Accept"})


def _described(request: Request, accept: str) -> Response:
    """What the service is, for an asker without a query."""
    media = best(accept, tuple(m for m, form in GRAPH.items() if form == "turtle"))
    if media is None:
        return PlainTextResponse("give a query; without one there is text/turtle or text/html\n", 406)
    return Response(_SERVICE.format(request.url.replace(query="")), media_type=media, headers={"Vary": "Accept"})


def refused(error: Refused) -> Response:
    """A refusal as text, with what could be had in place of it."""
    told, headers = error.told, {"Vary": "Accept"}
    if error.reason == "unacceptable":
        told = "this answer can be had as " + ", ".join(_OFFERS[error.told])
    elif error.reason != "wrong":
        headers["Retry-After"] = "10"
    return PlainTextResponse(told + "\n", STATUS[error.reason], headers)
