"""What was seen and not understood, with the words and the line in which they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.graph.store import GraphStore


class UnreadRow(NamedTuple):
    """One thing not understood; ``begin`` and ``end`` are code points of the document's text."""

    document: str
    begin: int
    end: int
    kind: str
    words: str
    line: str
    reason: str


def unread_rows(store: GraphStore, kind: str | None = None) -> Iterator[UnreadRow]:
    """All that the store's documents left open, document by document, in the order of the text."""
    for reading in store.readings():
        text = reading.text
        for unread in sorted(reading.unread, key=lambda u: (u.begin, u.end, u.kind)):
            if kind is None or unread.kind == kind:
                start = text.rfind("\n", 0, unread.begin) + 1
                stop = text.find("\n", unread.end)
                line = text[start : stop if stop >= 0 else len(text)].strip()
                words = text[unread.begin : unread.end]
                yield UnreadRow(reading.identifier, unread.begin, unread.end, unread.kind, words, line, unread.reason)
