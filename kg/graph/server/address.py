"""Where a server is, as a user names it: ``http://host:7878/query`` or ``https://host/sparql#corpus``."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from kg.errors import UserError

USUAL = "kg"
"""The name of the corpus where an address names none."""


class Address(NamedTuple):
    """A server's address for queries, and which of the corpora that it may hold is meant.

    ``update`` and ``graph_store`` are where it takes SPARQL Update and the Graph Store Protocol; empty where that
    follows from the address.
    """

    url: str
    corpus: str = USUAL
    update: str = ""
    graph_store: str = ""

    def __str__(self) -> str:
        """As a user would write it."""
        return self.url if self.corpus == USUAL else f"{self.url}#{self.corpus}"


def is_server(text: str) -> bool:
    """Whether the words are an address and no folder."""
    return bool(re.match(r"https?://", text, re.IGNORECASE))


def address_of(text: str) -> Address:
    """The address that is meant. Raises `UserError` where it names no host or holds a password."""
    url = _checked(text)
    parts = urlsplit(url)
    return Address(urlunsplit(parts._replace(fragment="")), unquote(parts.fragment) or USUAL)


def with_writing(address: Address, update: str, graph_store: str) -> Address:
    """An address, with where it is written to. Raises `UserError` for what is no address."""
    return address._replace(
        update=_checked(update) if update else "", graph_store=_checked(graph_store) if graph_store else ""
    )


def _checked(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UserError("is no address", text, "write it as http://host:port/query") from error
    if "@" in parts.netloc:
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        raise UserError("holds a name or password", shown, "set KG_SERVER_USER and KG_SERVER_PASSWORD, or use ~/.netrc")
    if not host or not is_server(text):
        raise UserError("is no address", text, "write it as http://host:port/query")
    return text
