"""What every request passes through: checks of host and path, and the headers of every answer."""

from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{}; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_EDITOR_STYLE = " 'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
"""The one style sheet that the SPARQL editor writes into its page: the widths of columns that can be dragged."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_LOCAL = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("0.0.0.0", "::", "")
_MOST_PATH = 8192


class Guard:
    """Refuses requests for other hosts and odd paths; sets the headers that keep a browser from doing harm.

    ``hosts`` are names that this server may be called by besides the address that it listens on and the names of the
    machine for itself. A page of somebody else's whose name leads here thus reads nothing.
    """

    def __init__(self, app: ASGIApp, host: str, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._hosts = {host.lower(), *_LOCAL, *(h.lower() for h in hosts)}
        self._any_address = host in _EVERYWHERE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = _POLICY.format(_EDITOR_STYLE * (scope["path"] == "/sparql"))
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        app = self._app if refusal is None else PlainTextResponse(refusal[1] + "\n", refusal[0])
        await app(scope, receive, sent)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        host = Headers(scope=scope).getlist("host")
        if len(host) != 1 or not self._known(host[0]):
            return 421, "this server is not the host that was asked; start kg serve with --allow-host NAME"
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        if len(raw) > _MOST_PATH or len(scope["query_string"]) > 8 * _MOST_PATH:
            return 414, "the address is too long"
        path: str = scope["path"]
        if "\ufffd" in path or any(ord(c) < 0x20 or ord(c) == 0x7F for c in path):
            return 400, "the address holds bytes that are no text"
        return None

    def _known(self, host: str) -> bool:
        name = host.lower()
        name = name[1:].partition("]")[0] if name.startswith("[") else name.rpartition(":")[0] or name
        if name in self._hosts:
            return True
        if not self._any_address:
            return False
        try:
            return ip_address(name) is not None
        except ValueError:
            return False
