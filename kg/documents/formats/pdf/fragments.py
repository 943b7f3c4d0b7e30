"""Letters as fragments of lines, and fragments and tables as bands across a page."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from kg.documents.formats.office.blocks import Table
from kg.documents.formats.pdf.letters import Box, Letter

_APART = 1.0
"""Letters on one line that stand further apart than so many of their heights are two fragments."""
_WRITTEN = 2.2
"""With a space or two written between, so many times further."""


class Fragment(NamedTuple):
    """Words that stand together on one line, or a table; ``first`` is the width of the first word, ``gaps`` the width
    of all white space between words, ``closed`` whether white space was written behind the last.
    """

    words: str
    box: Box
    table: Table | None = None
    first: float = 0.0
    gaps: float = 0.0
    closed: bool = False
    size: float = 10.0
    """The height of most of its letters."""


def fragments_of(letters: Iterable[Letter]) -> list[Fragment]:
    """The fragments of letters in the order of writing."""
    found: list[Fragment] = []
    run: list[Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1].box, letter):
            found.append(_fragment(run, letter.spaces > 0))
            run = []
        run.append(letter)
    if run:
        found.append(_fragment(run, False))
    return found


def _fragment(run: list[Letter], closed: bool) -> Fragment:
    signs = run[0].sign + "".join(" " + x.sign if x.apart else x.sign for x in run[1:])
    starts = [n for n, x in enumerate(run) if x.apart and n] or [len(run)]
    gaps = sum(x.box.left - run[n].box.right for n, x in enumerate(run[1:]) if x.apart)
    first = run[starts[0] - 1].box.right - run[0].box.left
    return Fragment(signs, around([x.box for x in run]), None, first, gaps, closed, median(x.box.height for x in run))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all boxes."""
    return Box(
        min(b.left for b in boxes), min(b.bottom for b in boxes), max(b.right for b in boxes), max(b.top for b in boxes)
    )


def _goes_on(last: Box, letter: Letter) -> bool:
    here = letter.box
    height = max(last.height, here.height)
    overlap = min(last.top, here.top) - max(last.bottom, here.bottom)
    widest = _APART * height * (_WRITTEN if 0 < letter.spaces < 3 else 1.0)
    return overlap > 0.5 * min(last.height, here.height) and -0.6 * height < here.left - last.right < widest


def bands_of(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments that stand beside each other, band by band from top to bottom, each from left to right."""
    bands: list[list[Fragment]] = []
    low = 0.0
    for fragment in sorted(fragments, key=lambda f: (-_middle(f)[1], f.box.left)):
        bottom, top = _middle(fragment)
        if bands and top > low:
            bands[-1].append(fragment)
            low = min(low, bottom)
        else:
            bands.append([fragment])
            low = bottom
    return [sorted(band, key=lambda f: f.box.left) for band in bands]


def _middle(fragment: Fragment) -> tuple[float, float]:
    """Bottom and top of the middle of a fragment's height, which no neighbouring line reaches into."""
    cut = 0.25 * fragment.size if fragment.table is None else 0.0
    return fragment.box.bottom + cut, fragment.box.top - cut


def usual_size(fragments: Sequence[Fragment]) -> float:
    """The height of most letters."""
    sizes = [f.size for f in fragments if f.table is None for _ in range(1 + len(f.words) // 8)]
    return median(sizes) if sizes else 10.0
