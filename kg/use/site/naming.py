"""Names of files: safe on every file system, the same for the same thing in every store."""

from hashlib import sha256
from urllib.parse import unquote

from kg.patterns import regex

_ODD = regex(r"[^\w.~\-]+")
_LONGEST = 100
"""Bytes; some encrypted file systems take no more than 143 in all."""
_DEVICES = regex(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


def file_name(name: str) -> str:
    """The file of the thing whose IRI ends with ``name``, without its ending.

    The bar between a name and what tells it apart becomes ``--``, a slash ``~``. Where more had to be changed, or where
    a file system that knows no capitals could take it for another one, a hash of the whole name stands behind it.
    """
    plain = unquote(name)
    told = _ODD.sub("-", plain.replace("/", "~").replace("|", "--"))
    told = told.lstrip("._-~") or "-"
    if _DEVICES.match(told.casefold()) or told == "-":
        told = f"n-{told}"
    cut = told.encode()[:_LONGEST].decode(errors="ignore")
    if cut.replace("--", "|").replace("~", "/") == plain and not _has_capitals(cut):
        return cut
    return f"{cut}-{sha256(plain.encode()).hexdigest()[:10]}"


def _has_capitals(name: str) -> bool:
    """Whether another name differs from this one by capitals alone."""
    return name != name.casefold() or name.upper().casefold() != name
