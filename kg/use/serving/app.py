"""The server's application: which address is answered by what."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

import kg.use.pages
from kg.graph.places import Place
from kg.resources import resource
from kg.use.endpoint.pool import Limits
from kg.use.serving import sparql, things
from kg.use.serving.addresses import ServerAddresses
from kg.use.serving.editions import Editions
from kg.use.serving.guard import Guard
from kg.use.serving.judging import Desk

_STATIC = Path(kg.use.pages.__file__).parent / "static"
_KEPT = "public, max-age=3600"


@dataclass(frozen=True)
class Settings:
    """What a server is started with; ``desk`` is None where nobody may judge."""

    store: Place
    host: str = "127.0.0.1"
    hosts: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    desk: Desk | None = None


class _Files(StaticFiles):
    """Files that a browser may keep for an hour; those of libraries stand under their version."""

    def file_response(self, *told: object, **more: object) -> Response:
        response = super().file_response(*told, **more)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = _KEPT
        return response


def application(settings: Settings) -> ASGIApp:
    """The application. Raises `UserError` where there is no store, it is damaged, or an older kg built it."""
    editions = Editions(settings.store, settings.limits)
    addresses = ServerAddresses()
    token = settings.desk.token if settings.desk else ""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        warming = asyncio.create_task(editions.warm())
        try:
            yield
        finally:
            warming.cancel()
            await asyncio.gather(warming, return_exceptions=True)
            await editions.close()

    async def ask(request: Request) -> Response:
        async with editions.current() as edition:
            return await sparql.answered(request, edition, edition.shown(addresses, token))

    async def look(request: Request) -> Response:
        async with editions.current() as edition:
            return await things.answered(request, edition, edition.shown(addresses, token))

    async def judge(request: Request) -> Response:
        if settings.desk is None:
            return PlainTextResponse("start kg serve with --review to judge\n", 403)
        async with editions.current() as edition:
            return await settings.desk.take(request, edition.store, edition.index)

    async def icon(request: Request) -> Response:
        return Response(status_code=204)  # pages name their own

    routes: Iterable[Route | Mount] = (
        Route("/sparql", ask, methods=["GET", "POST"]),
        Route("/review", judge, methods=["POST"]),
        Route("/favicon.ico", icon, methods=["GET"]),
        Mount("/static", _Files(directory=_STATIC)),
        Mount("/vendor", _Files(directory=resource("vendor"))),
        Route("/{rest:path}", look, methods=["GET"]),
    )
    app = Starlette(routes=list(routes), lifespan=lifespan)
    return Guard(app, settings.host, settings.hosts)  # around everything: what fails inside has the headers too
