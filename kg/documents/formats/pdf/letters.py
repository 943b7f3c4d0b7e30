"""What stands on a PDF page: letters with their boxes and the straight lines drawn there. Units are points.

The vertical axis runs upwards, as PDF has it. Text that stands turned (stamps, watermarks) is left out.
"""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

_MOST_SEGMENTS = 30_000
"""A page with more drawn segments holds a map or a chart, whose lines are no table's."""
_SHORTEST = 4.0
_SLANT = 1.0


class Box(NamedTuple):
    """A rectangle; ``bottom`` is below ``top``."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def width(self) -> float:
        return self.right - self.left


class Letter(NamedTuple):
    """A letter and the box it takes in the line; ``apart`` tells whether white space stands before it, ``spaces`` how
    many spaces were written there: none where only room was left.
    """

    sign: str
    box: Box
    apart: bool
    spaces: int


class Rule(NamedTuple):
    """A straight line: at ``at`` from ``begin`` to ``end``; upright ones at a place on the horizontal axis."""

    upright: bool
    at: float
    begin: float
    end: float


def letters_of(page: Any) -> list[Letter]:
    """The letters of a page in the order in which they were written, each once."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    found: list[Letter] = []
    seen: set[tuple[int, int, int]] = set()
    rect = pdfium.FS_RECTF()
    apart, spaces = False, 0
    for i in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code <= 32 or code in (0xA0, 0x3000, 0x200B, 0xFEFF, 0xFFFE, 0xAD):
            if code not in (0x200B, 0xFEFF):
                apart = True
                spaces += code not in (10, 13) and not pdfium.FPDFText_IsGenerated(text, i)
            continue
        if abs(pdfium.FPDFText_GetCharAngle(text, i)) % 6.2831 > 0.1:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, i, ctypes.byref(rect)):
            continue
        box = Box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))
        key = (code, round(box.left), round(box.bottom))
        if key not in seen and box.height > 0 and code < 0x110000 and not 0xD800 <= code < 0xE000:
            seen.add(key)
            found.append(Letter(chr(code), box, apart, spaces))
        apart, spaces = False, 0
    text.close()
    return found


def rules_of(page: Any) -> list[Rule]:
    """The upright and level lines of a page: strokes, and the edges of filled boxes; none of a page full of drawing."""
    rules: list[Rule] = []
    for count, (x, y, u, v) in enumerate(_segments(page)):
        if count >= _MOST_SEGMENTS:
            return []
        if abs(x - u) <= _SLANT and abs(y - v) >= _SHORTEST:
            rules.append(Rule(True, (x + u) / 2, min(y, v), max(y, v)))
        elif abs(y - v) <= _SLANT and abs(x - u) >= _SHORTEST:
            rules.append(Rule(False, (y + v) / 2, min(x, u), max(x, u)))
    return rules


def _segments(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """The straight segments of all paths on a page, also of those in forms."""
    import pypdfium2.raw as pdfium

    still: list[tuple[Any, tuple[Any, ...]]] = [
        (pdfium.FPDFPage_GetObject(page, i), ()) for i in range(pdfium.FPDFPage_CountObjects(page))
    ]
    still.reverse()
    while still:
        item, outer = still.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(outer) < 8:
            inner = (_matrix(pdfium, item), *outer)
            parts = range(pdfium.FPDFFormObj_CountObjects(item))
            still += [(pdfium.FPDFFormObj_GetObject(item, i), inner) for i in reversed(parts)]
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(pdfium, item, (_matrix(pdfium, item), *outer))


def _path(pdfium: Any, item: Any, matrices: tuple[Any, ...]) -> Iterator[tuple[float, float, float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = None
    for i in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        for m in matrices:
            point = (m.a * point[0] + m.c * point[1] + m.e, m.b * point[0] + m.d * point[1] + m.f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield (*last, *point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            yield (*point, *start)
            last = start


def _matrix(pdfium: Any, item: Any) -> Any:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    return matrix
