"""The lines of a column and their paragraphs."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from kg.documents.formats.office.blocks import Table
from kg.documents.formats.pdf.fragments import Fragment, around, bands_of
from kg.documents.formats.pdf.letters import Box
from kg.patterns import regex

_MARK = regex(
    r"[□■▢❑ㅁ○◦ㅇ◯●•∙▪*※◇◆❍△▲▽▼▶▷☞➤➢→√✓]\s?\S|[-–—▸ㆍ]\s|[①-⑳❶-❿㉠-㉭]|[ⅠⅡⅢⅣⅤⅥ]+\.\s|"
    r"[\ue000-\uf8ff\U000f0000-\U000fffff]"
)
_NUMBER = regex(r"\(?\d{1,2}[.)]\s|\(\d{1,2}\)|[가나다라마바사아자차카타파하][.)]\s|[<〈【\[《「]|제\s?\d+\s?[조장절]")
"""What may begin an item, or stand within a sentence («2026. 3. 5.», «했|다. »)."""
_SENTENCE = regex(r"(?:[다요까죠음함임됨][.?!]|[.?!])[”\"’')\]]*$")
_MANY = 6
_COLUMN = 1.6
"""Words further apart than so many heights of letters stand in columns, unless their line goes on."""
_NARROWEST = 14.0
"""A line narrower than so many heights of letters is no full line of a column that goes on elsewhere."""
_PITCH = 1.45
"""Lines further apart than so many usual distances are two paragraphs."""
_SIZE = 0.25
"""Letters of two fonts of one size differ less than by this share in height."""


class Line(NamedTuple):
    """A line of a column, or a table in its place; ``room`` is what is free on its right, ``start`` on its left."""

    words: str
    box: Box
    first: float
    gaps: float
    closed: bool
    room: float
    start: float
    page: int
    size: float = 10.0
    table: Table | None = None


def lines_of(column: Sequence[Fragment], page: int, width: float | None = None) -> list[Line]:
    """The lines of a column from top to bottom.

    ``width`` is the inner width of a cell, in which lines may be centred; else the column's widest line tells it.
    """
    texts = [f for f in column if f.table is None]
    left = min((f.box.left for f in texts), default=0.0)
    right = _right(texts)
    lines: list[Line] = []
    for band in bands_of(column):
        for table in (f for f in band if f.table is not None):
            lines.append(Line("", table.box, 0, 0, False, 0, 0, page, table=table.table))
        parts = [f for f in band if f.table is None]
        if parts:
            box = around([f.box for f in parts])
            between = sum(b.box.left - a.box.right for a, b in pairwise(parts))
            room = right - box.right if width is None else width - box.width
            words = parts[0].words
            for a, b in pairwise(parts):
                words += ("  " if b.box.left - a.box.right > _COLUMN * a.size else " ") + b.words
            gaps = between + sum(f.gaps for f in parts)
            size = max(parts, key=lambda f: len(f.words)).size
            lines.append(Line(words, box, parts[0].first, gaps, parts[-1].closed, room, box.left - left, page, size))
    return lines


def _right(texts: Sequence[Fragment]) -> float:
    """Where the column ends: the furthest place that two lines reach, of many lines; a lone longer one stands out."""
    ends = sorted((max(f.box.right for f in band) for band in bands_of(texts)), reverse=True)
    if len(ends) < _MANY:
        return ends[0] if ends else 0.0
    return next((a for a, b in pairwise(ends) if a - b < 1.2 * texts[0].size), ends[0])


def keeps_words(lines: Sequence[Line]) -> bool:
    """Whether lines are broken between words only: they leave room for a letter, or stretch their white space."""
    wrapped = [a for a, b in pairwise(lines) if _wraps(a, b) and not _SENTENCE.search(a.words)]
    if len(wrapped) < 4:
        return False
    spaces = [(line.gaps, line.words.count(" ")) for line in wrapped if " " in line.words]
    usual = min((gaps / count for gaps, count in spaces), default=0.0)
    loose = sum(1 for line in wrapped if line.room > 1.5 * line.size)
    stretched = sum(1 for line in wrapped if line.gaps - usual * line.words.count(" ") > 1.7 * line.size)
    return loose > 0.25 * len(wrapped) or stretched > 0.25 * len(wrapped)


def goes_on(above: Line, below: Line, pitch: float, keeps: bool) -> bool:
    """Whether a line goes on in the one below it, which may stand in the next column or on the next page."""
    if above.table is not None or below.table is not None or abs(above.size - below.size) > _SIZE * above.size:
        return False
    if _MARK.match(below.words):
        return False
    if not _wraps(above, below):
        return False
    ended = bool(_SENTENCE.search(above.words))
    if _NUMBER.match(below.words) and (ended or above.room > 1.5 * above.size):
        return False
    if ended and not keeps and above.room > 1.4 * above.size:
        return False
    moved = above.page != below.page or below.box.top > above.box.bottom + above.size
    if moved:
        return not ended and above.box.width > _NARROWEST * above.size
    if above.box.bottom - below.box.bottom > _PITCH * pitch:
        return False
    return not (
        ended
        and below.start > above.start + 0.7 * below.size
        and not (_MARK.match(above.words) or _NUMBER.match(above.words))
    )


def _wraps(above: Line, below: Line) -> bool:
    """Whether the first word below had no room on the line above."""
    return below.first + 0.2 * above.size > above.room or (above.room < 1.2 * above.size)


def pitch_of(lines: Sequence[Line]) -> float:
    """The usual distance from line to line."""
    texts = [line for line in lines if line.table is None]
    steps = [a.box.bottom - b.box.bottom for a, b in pairwise(texts)]
    close = [s for s, line in zip(steps, texts, strict=False) if 0.8 * line.size < s < 2.6 * line.size]
    return median(close) if close else 1.6 * (texts[0].size if texts else 10.0)
