"""Lines put together as paragraphs, the words at their ends joined."""

from collections.abc import Sequence
from typing import NamedTuple

from kg.documents.formats.office.blocks import Table
from kg.documents.formats.pdf.joints import Vocabulary, joint
from kg.documents.formats.pdf.lines import Line, goes_on, keeps_words, pitch_of

_WRITTEN = 0.12
"""The share of wrapped lines with white space at their end from which on its absence tells that a word goes on."""


class Piece(NamedTuple):
    """Part of a paragraph on one page, or a table."""

    words: str
    page: int
    table: Table | None = None


class Joiner:
    """Joins the lines of one document: what is known of all its lines decides at each end."""

    def __init__(self, columns: Sequence[Sequence[Line]]) -> None:
        lines = [line for column in columns for line in column]
        self._words = Vocabulary(line.words for line in lines)
        self._keeps = keeps_words(lines)
        full = [x for x in lines if x.table is None and x.room < 2 * x.size]
        self._written = sum(x.closed for x in full) > max(3, _WRITTEN * len(full))

    def paragraphs(self, columns: Sequence[Sequence[Line]]) -> list[list[Piece]]:
        """The paragraphs of columns in their order; one may go on in the next column or on the next page."""
        found: list[list[Piece]] = []
        last: Line | None = None
        for column in columns:
            pitch = pitch_of(column)
            for line in column:
                if last is not None and goes_on(last, line, pitch, self._keeps):
                    self._add(found[-1], last, line)
                else:
                    found.append([Piece(line.words, line.page, line.table)])
                last = line
        return found

    def words(self, lines: Sequence[Line]) -> list[str]:
        """The paragraphs of a cell."""
        return ["".join(p.words for p in paragraph) for paragraph in self.paragraphs([lines])]

    def _add(self, paragraph: list[Piece], above: Line, below: Line) -> None:
        piece = paragraph[-1]._replace(words=" ".join(paragraph[-1].words.split()))
        between = self._between(piece.words or above.words, above, below)
        if piece.page == below.page:
            paragraph[-1] = piece._replace(words=piece.words + between + below.words)
        else:
            paragraph[-1] = piece._replace(words=piece.words + between)
            paragraph.append(Piece(below.words, below.page))

    def _between(self, before: str, above: Line, below: Line) -> str:
        if self._written:
            return " " if above.closed else ""
        if self._keeps:
            return "" if above.words.endswith(("-", "·", "/")) else " "
        return joint(before, below.words, self._words)
