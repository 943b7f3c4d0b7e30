"""The days of all documents and which of them copy which: read once for a version of a store, asked by every page."""

import weakref
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.graph.store import GraphStore
from kg.use.pages.fetching import properties


@dataclass(frozen=True)
class Calendar:
    """By document (IRI) its day as it was told, and the first document of the story that it copies."""

    days: dict[str, str]
    copies: dict[str, str]

    def day(self, document: str) -> str:
        """The day of a document; empty where none is told."""
        return self.days.get(document, "")

    def stories(self, documents: Iterable[str]) -> int:
        """How many independent sources documents are: near-copies of one story are one."""
        return len({self.copies.get(d, d) for d in documents})

    def newest_first(self, documents: Iterable[str]) -> list[str]:
        """Documents by their days, the newest first; those without a day last."""
        return sorted(sorted(documents), key=self.day, reverse=True)

    @cached_property
    def newest(self) -> tuple[str, ...]:
        """The newest documents of the store."""
        return tuple(self.newest_first(self.days)[:100])


_known: "weakref.WeakKeyDictionary[GraphStore, Calendar]" = weakref.WeakKeyDictionary()


def calendar(store: GraphStore) -> Calendar:
    """The calendar of a store."""
    known = _known.get(store)
    if known is None:
        days, copies = (
            {d.value: v.value for d, v in store.select(f"SELECT ?d ?v WHERE {{ ?d {p} ?v }}").rows if d and v}
            for p in (properties(("schema:datePublished",)), properties(("rap:nearCopyOf",)))
        )
        known = _known[store] = Calendar(days, copies)
    return known
