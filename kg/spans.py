"""Spans of text: half-open ranges of code points, the one measure of place in the whole project."""

from typing import NamedTuple


class Span(NamedTuple):
    """``text[begin:end]``, in code points of the document's untouched text."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand in the span."""
        return text[self.begin : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.begin <= other.begin and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.begin < other.end and other.begin < self.end
