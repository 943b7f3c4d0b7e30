"""What stands on each page beside the text: numbers of pages, running heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence

from kg.documents.formats.pdf.fragments import Fragment, bands_of

_NUMBER = re.compile(
    r"[\s\-–—_·|<>\[\]()]*(?:p(?:age)?\.?\s?)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?(?:\s?(?:쪽|페이지|면))?"
    r"[\s\-–—_·|<>\[\]()]*",
    re.I,
)
_EDGE = 0.11
"""The share of a page's height at its head and foot in which furniture stands."""
_LINES = 3


def without_furniture(pages: Sequence[tuple[float, Sequence[Fragment]]]) -> list[list[Fragment]]:
    """The fragments of each page without its furniture; each page comes with its height.

    A line at the edge is furniture if it is a page's number, or if other pages have it there too, whatever numbers
    stand in it; the first page keeps what it says first.
    """
    edges = [_edges(height, fragments) for height, fragments in pages]
    common = Counter(key for page in edges for key in {_key(band) for band in page})
    found: list[list[Fragment]] = []
    told: set[str] = set()
    for (_, fragments), page in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for band in page:
            key = _key(band)
            words = " ".join(f.words for f in band)
            repeated = common[key] > 1 and any(c.isalpha() for c in key)
            if _NUMBER.fullmatch(words) or (repeated and key in told):
                gone |= {id(f) for f in band}
            told.add(key)
        found.append([f for f in fragments if id(f) not in gone])
    return found


def _edges(height: float, fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """The first and last bands of a page that stand at its head and foot."""
    bands = [b for b in bands_of(fragments) if all(f.table is None for f in b)]
    head = [b for b in bands[:_LINES] if min(f.box.bottom for f in b) > (1 - _EDGE) * height]
    foot = [b for b in bands[-_LINES:] if max(f.box.top for f in b) < _EDGE * height and b not in head]
    return head + foot


def _key(band: list[Fragment]) -> str:
    return re.sub(r"\d+", "0", "".join(f.words for f in band)).replace(" ", "")
