"""Names folded for comparison, and the keys made of them."""

import unicodedata
from functools import lru_cache

from kg.patterns import regex

_MARKS = regex(r"[\s\"'‘’“”「」『』《》<>〈〉\[\]()·‧・ㆍ,.\-]")
_BRACKETED = regex(r"\([^()]*\)")
_CAMPUS = regex(
    r"^((?!해운대|청와대|[가-힣]*(?:세대|시대|부대|연대|지대|현대|최대|확대|상대|무대|군대|등대|기대|침대) )"
    r"[가-힣]{2,6}대) (?=[가-힣A-Z])"
)
_SPACE = regex(r"\s+")
SHORT_ENDS = (
    ("상의", "상공회의소"),
    ("경총", "경영자총협회"),
    ("노조", "노동조합"),
    ("tp", "테크노파크"),
    ("조공법인", "농협조합공동사업법인"),
    ("대병원", "대학교병원"),
)
"""How writers shorten the end of a body's name, folded; no other name ends so."""


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, white space, brackets and marks: equal for spellings of one name."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name).lower())


@lru_cache(maxsize=65536)
def loose(name: str) -> str:
    """A folded name in which brackets are gone and words that writers exchange at will are one: 인공지능 is AI.

    A university in front of the name of its own body is written in full (전북대 …단 is 전북대학교 …단).
    """
    whole = _CAMPUS.sub(r"\1학교 ", _BRACKETED.sub("", name).strip())
    return folded(whole).replace("인공지능", "ai").replace("aiai", "ai")


@lru_cache(maxsize=65536)
def spaced(name: str) -> str:
    """A name in NFC with its white space folded, as a label shows it."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", name)).strip()


def entity_key(kind: str, name: str, apart: str | None = None) -> str:
    """An entity's key: its kind, its name, and what sets it apart from others of the name."""
    return f"{kind}/{spaced(name)}" + (f"|{spaced(apart)}" if apart else "")
