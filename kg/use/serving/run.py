"""Running the server until somebody stops it."""

import socket
from collections.abc import Callable

import uvicorn

from kg.errors import UserError
from kg.use.serving.app import Settings, application


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises `UserError` where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named
    told = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    told.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        told.bind((host, port))
    except OSError as error:
        told.close()
        raise UserError(f"cannot listen ({error.strerror})", f"{host}:{port}", "choose another --port") from error
    return told


def serve(settings: Settings, port: int, ready: Callable[[str], None]) -> None:
    """Serve a store; ``ready`` is told the address as soon as requests are answered. Raises `UserError`."""
    app = application(settings)
    listening = bound(settings.host, port)
    name = f"[{settings.host}]" if ":" in settings.host else settings.host
    server = _Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, ws="none"))
    server.told = lambda: ready(f"http://{name}:{listening.getsockname()[1]}/")
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """Tells when it answers."""

    told: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.told()
