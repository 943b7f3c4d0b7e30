"""HTTP to one server: connections that stay open, patience and its end.

Nothing here follows a redirect or a proxy: a request goes to the host that the user named and to no other.
"""

import http.client
import os
import socket
import threading
import time
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from kg.errors import UserError
from kg.graph.server.authorization import ADVICE, Authorization

CONNECTING, TRIES, PAUSE = 10.0, 3, 0.3
"""Seconds to wait for a connection; how often a request is sent, and seconds between."""
_LATER = (502, 503, 504)
_PATIENCE, _SECONDS = "KG_SERVER_TIMEOUT", 300.0
_Opened = http.client.HTTPConnection


class Reply(NamedTuple):
    """What a server answered; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def fine(self) -> bool:
        """Whether what was asked for was done."""
        return 200 <= self.status < 300

    @property
    def told(self) -> str:
        """The first words of an answer that is an error, with its status."""
        lines = [line.strip() for line in self.body[:2000].decode("utf-8", "replace").splitlines() if line.strip()]
        words = lines[0] if lines and "<" not in lines[0] else http.client.responses.get(self.status, "")
        return f"{self.status} {words}"[:200]


class Connection:
    """One server; threads may share it, each has connections of its own."""

    def __init__(self) -> None:
        self._seconds = _patience()
        self._own = threading.local()
        self._authorization = Authorization()

    def send(self, method: str, url: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Reply:
        """Send a request whose repetition does no harm, again where the server was not there or was busy.

        Raises `UserError` where it cannot be reached or wants other credentials; other answers come back as they are.
        """
        for left in reversed(range(TRIES)):
            try:
                reply = self._authorized(method, url, body, headers or {})
            except TimeoutError as error:
                self.close()
                what = f"did not answer within {self._seconds:g} seconds"
                raise UserError(what, shown(url), f"try later, or set {_PATIENCE}") from error
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if not left:
                    why = getattr(error, "strerror", "") or str(error) or type(error).__name__
                    what = f"cannot be reached ({why})"
                    raise UserError(what, shown(url), "start the server, or look at the address") from error
            else:
                if reply.status not in _LATER or not left:
                    return reply
            time.sleep(PAUSE)
        raise AssertionError("not reached")

    def close(self) -> None:
        """Close what this thread has open."""
        for connection in self._open.values():
            connection.close()
        self._open.clear()

    @property
    def _open(self) -> dict[tuple[str, str, int | None], _Opened]:
        known: dict[tuple[str, str, int | None], _Opened] = self._own.__dict__.setdefault("open", {})
        return known

    def _authorized(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        reply = self._once(method, url, body, headers)
        if reply.status == 401 and self._authorization.learn(url, reply.headers.get("www-authenticate", "")):
            reply = self._once(method, url, body, headers)
        if reply.status == 401:
            raise UserError("wants a name and a password, or other ones", shown(url), ADVICE)
        return reply

    def _once(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        authorization = self._authorization.header(method, target)
        sent = {"User-Agent": "regional-ai-kg", **headers} | ({"Authorization": authorization} if authorization else {})
        connection = self._connected(parts.scheme.lower(), parts.hostname or "", parts.port)
        connection.request(method, target, body, sent)
        answer = connection.getresponse()
        content = answer.read()
        return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, content)

    def _connected(self, scheme: str, host: str, port: int | None) -> _Opened:
        key = (scheme, host, port)
        if key not in self._open:
            kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
            self._open[key] = kind(host, port, timeout=min(CONNECTING, self._seconds))
        connection = self._open[key]
        if connection.sock is None:
            connection.connect()
            _listening(connection).settimeout(self._seconds)
        return connection


def _listening(connection: _Opened) -> socket.socket:
    """The socket of a connection that is open."""
    assert connection.sock is not None
    told: socket.socket = connection.sock
    return told


def shown(url: str) -> str:
    """An address as messages show it: without what was asked."""
    return url.partition("?")[0]


def _patience() -> float:
    told = os.environ.get(_PATIENCE, "")
    try:
        seconds = float(told) if told else _SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise UserError("is no number of seconds", f"{_PATIENCE}={told}", "write it as 300")
    return seconds
