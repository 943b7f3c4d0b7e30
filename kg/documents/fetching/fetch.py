"""Fetching documents: as robots.txt allows, with a pause between requests to one host, and only what has changed."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin

from kg.documents.article import Article
from kg.documents.fetching.address import Address, address_of, is_address
from kg.documents.fetching.kept import Kept, Page
from kg.documents.fetching.robots import ALL, MOST_BYTES, Rules, rules_of
from kg.documents.fetching.transport import Answer, Transport
from kg.documents.formats.known import articles_of
from kg.documents.formats.model import Options, Raw
from kg.errors import UserError

PAUSE = 1.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
LARGEST = 200_000_000
_MOST_HOPS = 8
_LONGEST_WAIT = 30.0
_MOST_DELAY = 60.0


class Fetcher:
    """Fetches the addresses that a user named; what was fetched is kept in ``folder``."""

    def __init__(self, named: Sequence[Address], folder: Path, pause: float = PAUSE) -> None:
        self._transport = Transport({address.host for address in named})
        self._kept, self._pause = Kept(folder), pause
        self._rules: dict[str, Rules] = {}
        self._last: dict[str, float] = {}

    def fetch(self, address: Address) -> Raw:
        """The document at an address. Raises `UserError` where it cannot or may not be fetched."""
        before = self._kept.page(address)
        page = self._follow(address, before)
        return Raw(address.identifier, page.size, page.open, page.media_type, page.charset)

    def _follow(self, address: Address, before: Page | None) -> Page:
        here, marks = address, _marks(before)
        for _ in range(_MOST_HOPS):
            self._allowed(here, address)
            for again in (True, False):
                with self._asked(here, marks, LARGEST) as answer:
                    if answer.status == 304 and before is not None:
                        return before
                    if answer.status == 200:
                        return self._kept.keep(address, answer.pieces, _told(answer.headers, here))
                    status, headers = answer.status, answer.headers
                wait = headers.get("retry-after", "")
                if not (again and status in (429, 503) and wait.isdigit() and int(wait) <= _LONGEST_WAIT):
                    break
                time.sleep(int(wait))
            if status not in (301, 302, 303, 307, 308) or not headers.get("location"):
                raise UserError(_refusal(status), address.url, "check the address, or save the page by hand")
            target = urljoin(here.url, headers["location"])
            if not is_address(target):
                raise UserError("leads away from the web", address.url, "save the page by hand")
            here = address_of(target)
        raise UserError(f"leads on more than {_MOST_HOPS} times", address.url, "check the address")

    def _allowed(self, here: Address, asked: Address) -> None:
        if here.origin not in self._rules:
            self._rules[here.origin] = self._rules_at(here)
        if not self._rules[here.origin].allows(here.path):
            raise UserError("may not be fetched, says its host's robots.txt", asked.url, "save the page by hand")

    def _rules_at(self, here: Address) -> Rules:
        """The rules of a host: without a robots.txt all is allowed; one that cannot be had allows nothing."""
        place = address_of(f"{here.origin}/robots.txt")
        for _ in range(_MOST_HOPS):
            with self._asked(place, {}, MOST_BYTES) as answer:
                if answer.status == 200:
                    return rules_of(b"".join(answer.pieces).decode("utf-8", "replace").removeprefix("\ufeff"))
                status, target = answer.status, answer.headers.get("location", "")
            if status in (301, 302, 303, 307, 308) and is_address(urljoin(place.url, target)):
                place = address_of(urljoin(place.url, target))
            elif 400 <= status < 500:
                return ALL
            else:
                break
        raise UserError(f"has a robots.txt that cannot be read (status {status})", here.origin, "try again later")

    @contextmanager
    def _asked(self, here: Address, headers: Mapping[str, str], most: int) -> Iterator[Answer]:
        """Ask a host when the pause since its last answer has gone by."""
        delay = self._rules[here.origin].delay if here.origin in self._rules else 0.0
        pause = max(self._pause, min(delay, _MOST_DELAY))
        if here.host in self._last:
            time.sleep(max(0.0, self._last[here.host] + pause - time.monotonic()))
        try:
            with self._transport.asked(here, headers, most) as answer:
                yield answer
        finally:
            self._last[here.host] = time.monotonic()


def fetched_articles(fetcher: Fetcher, address: Address, options: Options) -> Iterator[Article | UserError]:
    """The articles at an address; each bears it where the page names no address of its own."""
    try:
        raw = fetcher.fetch(address)
    except UserError as error:
        yield error
        return
    for found in articles_of(raw, options):
        if isinstance(found, Article) and not found.original.url:
            found = found._replace(original=found.original._replace(url=address.url))
        yield found


def _marks(before: Page | None) -> dict[str, str]:
    """The headers that ask for a document only where it has changed."""
    if before is None:
        return {}
    told = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in told.items() if value}


def _told(headers: object, here: Address) -> dict[str, str]:
    assert isinstance(headers, dict)
    kind = Message()
    kind["Content-Type"] = headers.get("content-type", "")
    return {
        "etag": headers.get("etag", ""),
        "modified": headers.get("last-modified", ""),
        "media_type": kind.get_content_type() if headers.get("content-type") else "",
        "charset": kind.get_content_charset() or "",
        "url": here.url,
    }


def _refusal(status: int) -> str:
    known = {401: "asks for a password", 403: "is refused", 404: "is not there", 410: "is not there any more"}
    return f"{known.get(status, 'cannot be fetched')} (status {status})"
