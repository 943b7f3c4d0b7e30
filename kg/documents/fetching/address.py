"""Addresses of pages: which words are one, and the identifier of what stands there."""

import hashlib
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from kg.errors import UserError
from kg.patterns import regex

PREFIX = "web-"
"""Identifiers of fetched documents begin so, those of files do not: no folder of PATHS speaks for them."""
_SCHEME = regex(r"https?:/+", re.I)
_HOST = regex(r"[a-z0-9.\-_]+|[0-9a-f:.]+", re.I)
_AWKWARD = regex(r"""[\\:*?"<>|&\x00-\x1f\x7f]+""")
_TRACKING = regex(r"(?<![^&])(?:utm_\w+|fbclid|gclid)=[^&]*&?")
_LONGEST = 80


class Address(NamedTuple):
    """An http or https address, as it is asked for."""

    url: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def host(self) -> str:
        """The host, lower case, without the port."""
        return urlsplit(self.url).hostname or ""

    @property
    def path(self) -> str:
        """Path and query, as robots.txt speaks of them."""
        parts = urlsplit(self.url)
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    @property
    def identifier(self) -> str:
        """``web-HOST/PATH-QUERY``, without what only tells where a reader came from."""
        parts = urlsplit(self.url)
        query = _TRACKING.sub("", parts.query).strip("&")
        path = unquote(parts.path).strip("/") or "index"
        whole = f"{path}-{unquote(query)}" if query else path
        pieces = [_plain(piece) for piece in f"{parts.netloc}/{whole}".split("/")]
        return PREFIX + "/".join(piece for piece in pieces if piece)


def _plain(piece: str) -> str:
    plain = _AWKWARD.sub("-", unicodedata.normalize("NFC", " ".join(piece.split()))).strip(". ")
    if len(plain) > _LONGEST:
        return f"{plain[:_LONGEST]}-{hashlib.sha256(piece.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return plain


def is_address(words: str) -> bool:
    """Whether words are an address of the web and no path."""
    return _SCHEME.match(words) is not None


def address_of(words: str) -> Address:
    """An address as it is sent: Korean in it encoded, without its fragment. Raises `UserError` for one that is none."""
    try:
        parts = urlsplit(words.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port and parts.port != {"http": 80, "https": 443}.get(parts.scheme) else ""
    except (ValueError, UnicodeError):
        host = port = ""
    if not _HOST.fullmatch(host) or parts.scheme not in ("http", "https"):
        raise UserError("is no address that can be fetched", words, "give http://HOST/… or https://HOST/…")
    if parts.username is not None:
        raise UserError("holds a name or password", words.replace(parts.netloc, host), "leave it out")
    netloc = f"[{host}]{port}" if ":" in host else host + port
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return Address(urlunsplit(SplitResult(parts.scheme, netloc, path, query, "")))
