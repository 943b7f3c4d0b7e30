"""One request over HTTP: within limits of time and size, without cookies, following no redirect by itself.

Hosts that nobody named are not spoken to where they stand in a private network: a page must not be able to send us
there.
"""

import http.client
import ipaddress
import ssl
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener, getproxies

from kg.documents.fetching.address import Address
from kg.documents.fetching.robots import NAME
from kg.errors import UserError

TIMEOUT = 30.0
"""Seconds without a byte."""
LONGEST = 300.0
"""Seconds for one document."""
_CHUNK = 1 << 16
_PLAIN = {"User-Agent": f"{NAME}/0.1", "Accept-Encoding": "identity", "Accept-Language": "ko"}


@dataclass(frozen=True)
class Answer:
    """What a server answers: status, headers by lower-case name, and the body, a piece at a time."""

    status: int
    headers: Mapping[str, str]
    pieces: Iterator[bytes]


class _Private(OSError):
    """A host that nobody named stands in a private network."""


class Transport:
    """Asks servers; ``named`` are the hosts that a user named, which may stand anywhere."""

    def __init__(self, named: set[str], timeout: float = TIMEOUT, longest: float = LONGEST) -> None:
        self._named = named | {urlsplit(proxy).hostname or "" for proxy in getproxies().values()}
        self._timeout, self._longest = timeout, longest
        self._opener = build_opener(_NoRedirect, _Plain(self._checked), _Secure(self._checked))

    @contextmanager
    def asked(self, address: Address, headers: Mapping[str, str], most: int) -> Iterator[Answer]:
        """Ask for a document of at most ``most`` bytes. Raises `UserError` where no answer can be had."""
        end = time.monotonic() + self._longest
        try:
            try:
                reply = self._opener.open(Request(address.url, headers={**_PLAIN, **headers}), timeout=self._timeout)
            except HTTPError as error:
                reply = error
            with reply:
                told = {name.lower(): value for name, value in reply.headers.items()}
                yield Answer(reply.status, told, _pieces(reply, told, address, most, end))
        except (URLError, OSError, http.client.HTTPException, ValueError) as error:
            raise UserError(
                f"cannot be fetched ({_told(error)})", address.url, "try again, or save it by hand"
            ) from None

    def _checked(self, host: str, peer: str) -> None:
        if host.lower() not in self._named and not ipaddress.ip_address(peer.split("%")[0]).is_global:
            raise _Private(f"{host} stands in a private network and was not named")


def _pieces(reply: Any, headers: Mapping[str, str], address: Address, most: int, end: float) -> Iterator[bytes]:
    """The body, unpacked where it came packed. Raises `UserError` where it is too long or takes too long."""
    packed = headers.get("content-encoding", "identity").strip().lower()
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed in ("gzip", "x-gzip", "deflate") else None
    size = 0
    length = headers.get("content-length", "")
    too_big = UserError(f"has more than {most / 1e6:.0f} MB", address.url, "save it by hand")
    if length.isdigit() and int(length) > most:
        raise too_big
    while piece := reply.read1(_CHUNK) if hasattr(reply, "read1") else reply.read(_CHUNK):
        if time.monotonic() > end:
            raise UserError("takes too long to be fetched", address.url, "save it by hand")
        while piece:
            try:
                out = unpack.decompress(piece, _CHUNK * 16) if unpack else piece
            except zlib.error:
                raise UserError("is damaged (its packing)", address.url, "try again, or save it by hand") from None
            piece = unpack.unconsumed_tail if unpack else b""
            size += len(out)
            if size > most:
                raise too_big
            yield out
    if length.isdigit() and unpack is None and size < int(length) and reply.status == 200:
        raise UserError("broke off while it was fetched", address.url, "try again")


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class _Plain(HTTPHandler):
    def __init__(self, check: Callable[[str, str], None]) -> None:
        super().__init__()
        self._check = check

    def http_open(self, req: Request) -> Any:
        check = self._check

        class Connection(http.client.HTTPConnection):
            def connect(self) -> None:
                super().connect()
                check(self.host, self.sock.getpeername()[0])

        return self.do_open(Connection, req)


class _Secure(HTTPSHandler):
    def __init__(self, check: Callable[[str, str], None]) -> None:
        super().__init__()
        self._check = check

    def https_open(self, req: Request) -> Any:
        check = self._check

        class Connection(http.client.HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                check(self.host, self.sock.getpeername()[0])

        return self.do_open(Connection, req, context=ssl.create_default_context())


def _told(error: BaseException) -> str:
    """What went wrong, in a few words."""
    reason = error.reason if isinstance(error, URLError) and isinstance(error.reason, BaseException) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return "its certificate cannot be trusted"
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return (getattr(reason, "strerror", None) or str(reason) or type(reason).__name__)[:100]
