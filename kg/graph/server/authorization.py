"""Who we are to a server: from the environment or ``~/.netrc``, told as the server asks for it and never shown."""

import hashlib
import os
import threading
from base64 import b64encode
from netrc import NetrcParseError, netrc
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import parse_http_list, parse_keqv_list

from kg.errors import UserError

USER, PASSWORD = "KG_SERVER_USER", "KG_SERVER_PASSWORD"
ADVICE = f"set {USER} and {PASSWORD}, or name the host in ~/.netrc"
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


class Credentials(NamedTuple):
    """A name and a password, which no message ever shows."""

    user: str
    password: str

    def __repr__(self) -> str:
        return "Credentials(…)"


def credentials(host: str) -> Credentials | None:
    """What `USER` and `PASSWORD` in the environment say, else ``~/.netrc`` (or the file that ``NETRC`` names).

    Raises `UserError` where that file cannot be read.
    """
    user = os.environ.get(USER)
    if user:
        return Credentials(user, os.environ.get(PASSWORD, ""))
    path = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    try:
        found = netrc(str(path)).authenticators(host)
    except FileNotFoundError:
        return None
    except (OSError, NetrcParseError) as error:
        raise UserError("cannot be read", str(path), f"mend it, or set {USER} and {PASSWORD}") from error
    return Credentials(found[0], found[2] or "") if found else None


class Authorization:
    """Answers one server's challenges: Basic and Digest (RFC 7616 with qop=auth)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ours: Credentials | None = None
        self._digest: dict[str, str] | None = None
        self._count = 0

    def learn(self, url: str, challenge: str) -> bool:
        """Take in how a server wants to be told who we are; whether we have something to tell it."""
        ours = credentials(urlsplit(url).hostname or "")
        scheme, _, rest = challenge.partition(" ")
        told = parse_keqv_list(list(filter(None, parse_http_list(rest)))) if scheme.lower() == "digest" else None
        if ours is None or (told is None and scheme.lower() != "basic"):
            return False
        if told is not None and told.get("algorithm", "MD5").upper() not in _HASHES:
            return False
        with self._lock:
            self._ours, self._digest, self._count = ours, told, 0
        return True

    def header(self, method: str, target: str) -> str:
        """The header for a request; empty as long as no server asked for one."""
        with self._lock:
            if self._ours is None:
                return ""
            self._count += 1
            ours, told, count = self._ours, self._digest, f"{self._count:08x}"
        if told is None:
            return f"Basic {b64encode(f'{ours.user}:{ours.password}'.encode()).decode()}"
        kind = told.get("algorithm", "MD5")
        once = os.urandom(8).hex()

        def hashed(*parts: str) -> str:
            return _HASHES[kind.upper()](":".join(parts).encode()).hexdigest()

        who, what = hashed(ours.user, told["realm"], ours.password), hashed(method, target)
        if "auth" in told.get("qop", "").replace(" ", "").split(","):
            answer, qop = (
                hashed(who, told["nonce"], count, once, "auth", what),
                f', qop=auth, nc={count}, cnonce="{once}"',
            )
        else:
            answer, qop = hashed(who, told["nonce"], what), ""
        opaque = f', opaque="{told["opaque"]}"' if "opaque" in told else ""
        line = (
            f'Digest username="{ours.user}", realm="{told["realm"]}", nonce="{told["nonce"]}", uri="{target}", '
            f'response="{answer}", algorithm={kind}{opaque}{qop}'
        )
        return line.encode().decode("latin-1")  # headers go out as Latin-1, names in UTF-8
