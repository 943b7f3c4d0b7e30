"""What stands on each page beside the text: numbers of pages, running heads and feet, the stamp of a browser."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kg.documents.formats.pdf.fragments import Fragment, bands_of
from kg.patterns import regex

_AROUND = r"[\s\-–—_·|<>\[\]()]*"
_NUMBER = regex(
    _AROUND + r"(?:p(?:age)?\.?\s?)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?(?:\s?(?:쪽|페이지|면))?" + _AROUND, re.I
)
_STAMP = regex(r"\d{1,4}\s?[./]\s?\d{1,2}\s?[./]\s?\d{1,4}\.?,?\s(?:오전\s|오후\s)?\d{1,2}:\d\d")
"""The day and hour of printing, which a browser sets before the page's title."""
_ADDRESS = regex(r"(?:https?|file):\S+(?:\s\d{1,4}/\d{1,4})?")
_EDGE = 0.11
"""The share of a page's height at its head and foot in which furniture stands."""
_LINES = 3


class Bare(NamedTuple):
    """A page without its furniture: the running head, where the page is the first to have it, and the rest."""

    head: list[Fragment]
    text: list[Fragment]


def without_furniture(pages: Sequence[tuple[float, Sequence[Fragment]]]) -> list[Bare]:
    """Each page without its furniture; each comes with its height.

    A line at the edge is furniture if it is a page's number or a print's stamp, or if other pages have it there too,
    whatever numbers stand in it. Of a running head the first is kept: it may name who published.
    """
    edges = [_edges(height, fragments) for height, fragments in pages]
    common = Counter(key for head, foot in edges for key in {_key(band) for band in [*head, *foot]})
    found: list[Bare] = []
    told: set[str] = set()
    for (_, fragments), (head, foot) in zip(pages, edges, strict=True):
        first: list[Fragment] = []
        gone: set[int] = set()
        for band in [*head, *foot]:
            key, words = _key(band), " ".join(f.words for f in band)
            alone = _NUMBER.fullmatch(words) or _ADDRESS.fullmatch(words) or (band in head and _STAMP.match(words))
            if alone or (common[key] > 1 and any(c.isalpha() for c in key)):
                gone |= {id(f) for f in band}
                if not alone and band in head and key not in told:
                    first += band
            told.add(key)
        found.append(Bare(first, [f for f in fragments if id(f) not in gone]))
    return found


def _edges(height: float, fragments: Sequence[Fragment]) -> tuple[list[list[Fragment]], list[list[Fragment]]]:
    """The first and last bands of a page that stand at its head and foot."""
    bands = [b for b in bands_of(fragments) if all(f.table is None for f in b)]
    head = [b for b in bands[:_LINES] if min(f.box.bottom for f in b) > (1 - _EDGE) * height]
    foot = [b for b in bands[-_LINES:] if max(f.box.top for f in b) < _EDGE * height and b not in head]
    return head, foot


def _key(band: list[Fragment]) -> str:
    return re.sub(r"\d+", "0", "".join(f.words for f in band)).replace(" ", "")
