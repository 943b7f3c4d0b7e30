"""Programs and facilities that a document names by their old and their new name are one."""

from collections.abc import Iterable

from kg.facts.model import Fact, Renaming
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft


def join_renamed(cast: Cast, facts: Iterable[Fact]) -> None:
    """Make one draft of the things that the document's renamings name; the new name is its label."""
    for fact in facts:
        if isinstance(fact, Renaming):
            old, new = (_named(cast, name) for name in (fact.old, fact.new))
            if new is not None and old is not None and new.kind == old.kind:
                cast.merge(new, old)


def _named(cast: Cast, name: str) -> Draft | None:
    return next((d for d in (*cast.of("program"), *cast.of("organization")) if d.matches(name)), None)
