"""The order in which a page is read: columns one after the other, wherever fragments leave a gutter free."""

from collections.abc import Iterator, Sequence
from statistics import median

from kg.documents.formats.pdf.fragments import Fragment, bands_of, usual_size

_GUTTER = 0.9
"""The least width of a gutter in heights of letters."""
_SHARE = 0.18
"""The least share of the page's width that the lines of a column take."""
_LEAST = 3
_DEEPEST = 4
Gaps = list[tuple[float, float]]


def columns_of(fragments: Sequence[Fragment], depth: int = 0) -> Iterator[list[Fragment]]:
    """The fragments of each column in the order of reading."""
    bands = bands_of(fragments)
    if not bands:
        return
    least = _GUTTER * usual_size(fragments)
    left, right = min(f.box.left for f in fragments), max(f.box.right for f in fragments)
    gaps = [_gaps(band, left, right, least) for band in bands]
    alone: list[Fragment] = []
    place = 0
    while place < len(bands):
        end, gutter = _run(bands, gaps, place, right - left, least) if depth < _DEEPEST else (place, None)
        if gutter is None:
            alone += bands[place]
            place += 1
            continue
        if alone:
            yield alone
            alone = []
        middle = sum(gutter) / 2
        run = [f for band in bands[place:end] for f in band]
        yield from columns_of([f for f in run if f.box.right <= middle], depth + 1)
        yield from columns_of([f for f in run if f.box.right > middle], depth + 1)
        place = end
    if alone:
        yield alone


def _run(
    bands: list[list[Fragment]], gaps: list[Gaps], start: int, width: float, least: float
) -> tuple[int, tuple[float, float] | None]:
    """The bands from one on that share a gutter with text on both sides: where they end, and the gutter."""
    shared, end = gaps[start], start + 1
    while shared:
        rest = _common(shared, gaps[end], least) if end < len(bands) else []
        over = [gap for gap in shared if not _common([gap], rest, least)]
        run = [f for band in bands[start:end] for f in band] if over and end - start > 1 else []
        for gap in over:
            if run and _divides(run, gap, width):
                return end, gap
        shared, end = rest, end + 1
    return start, None


def _divides(run: list[Fragment], gap: tuple[float, float], width: float) -> bool:
    """Whether lines of text stand on both sides of a gap, many of them beside each other."""
    middle = sum(gap) / 2
    sides = [[f for f in run if f.box.right <= middle], [f for f in run if f.box.right > middle]]
    if any(len(side) < _LEAST for side in sides):
        return False
    if any(median(f.box.width for f in side) < _SHARE * width for side in sides):
        return False
    (low, high), (bottom, top) = ((min(f.box.bottom for f in s), max(f.box.top for f in s)) for s in sides)
    return min(high, top) - max(low, bottom) > 0.3 * min(high - low, top - bottom)


def _gaps(band: list[Fragment], left: float, right: float, least: float) -> Gaps:
    """The free intervals of a band from the page's left to its right."""
    gaps: Gaps = []
    place = left
    for fragment in band:
        if fragment.box.left - place >= least:
            gaps.append((place, fragment.box.left))
        place = max(place, fragment.box.right)
    if right - place >= least:
        gaps.append((place, right))
    return gaps


def _common(some: Gaps, others: Gaps, least: float) -> Gaps:
    both = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(a, b) for a, b in both if b - a >= least]
