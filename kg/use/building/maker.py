"""What makes a reading besides its document: lexicon, code, model. Where that differs, everything is read again."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import kg
from kg.documents.article import NOTHING_BESIDE, Article
from kg.lexicon import Lexicon
from kg.resources import resource

_PACKAGE = Path(kg.__file__).parent
_READING = ("lexicon", "documents", "language", "mentions", "facts", "resolution")
_WRITING = ("identity", "graph", "use/searching")
_FILES = ("pipeline.py", "spans.py", "resources.py")
_MODEL = ("kiwipiepy", "kiwipiepy_model")


@lru_cache(maxsize=8)
def maker(lexicon: Lexicon) -> str:
    """The hash of the lexicon's tables, of the code of the rooms that read, and of Kiwi's and its model's version."""
    digest = hashlib.sha256()
    for part in (lexicon.fingerprint, _code(), *map(_version, _MODEL), unicodedata.unidata_version):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def made_of(article: Article, maker: str) -> str:
    """The hash of all that a reading depends on: two readings with one hash are equal."""
    digest = hashlib.sha256(f"{maker}\0{article.identifier}\0".encode())
    digest.update(article.text.encode("utf-8", "surrogatepass"))
    if article.original != NOTHING_BESIDE:
        digest.update(b"\0" + json.dumps(article.original, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def writer() -> str:
    """The hash of what makes a graph and its labels of readings: the code of the rooms that write, and the ontology."""
    return _hash([*_modules(_WRITING), *sorted(resource("ontology").glob("*.ttl"))])


@lru_cache(maxsize=1)
def _code() -> str:
    return _hash([*(_PACKAGE / name for name in _FILES), *_modules(_READING)])


def _modules(rooms: Iterable[str]) -> list[Path]:
    return [path for room in rooms for path in sorted((_PACKAGE / room).rglob("*.py"))]


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        name = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "?"
