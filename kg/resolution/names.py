"""Names folded for comparison, and the keys made of them."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[\s\"'‘’“”「」『』《》<>〈〉\[\]()·‧・ㆍ,.\-]")
_BRACKETED = re.compile(r"\([^()]*\)")
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, white space, brackets and marks: equal for spellings of one name."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name).lower())


@lru_cache(maxsize=65536)
def loose(name: str) -> str:
    """A folded name in which brackets are gone and words that writers exchange at will are one: 인공지능 is AI."""
    return folded(_BRACKETED.sub("", name)).replace("인공지능", "ai").replace("aiai", "ai")


@lru_cache(maxsize=65536)
def spaced(name: str) -> str:
    """A name in NFC with its white space folded, as a label shows it."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", name)).strip()


def entity_key(kind: str, name: str, apart: str | None = None) -> str:
    """An entity's key: its kind, its name, and what sets it apart from others of the name."""
    return f"{kind}/{spaced(name)}" + (f"|{spaced(apart)}" if apart else "")
