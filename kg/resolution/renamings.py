"""Programs and facilities that a document names by their old and their new name, or by two names at a time, are one."""

from collections.abc import Iterable

from kg.facts.model import Fact, Renaming
from kg.facts.renaming.aliases import find_aliases
from kg.mentions.model import Name
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.spans import Span

_TAIL = 6
"""So many letters of a word such as 사업 may stand behind the marks of a name."""


def join_renamed(cast: Cast, facts: Iterable[Fact]) -> None:
    """Make one draft of the things that the document's renamings name; the new name is its label."""
    for fact in facts:
        if isinstance(fact, Renaming):
            old, new = (_named(cast, name) for name in (fact.old, fact.new))
            if new is not None and old is not None and new.kind == old.kind:
                cast.merge(new, old)


def join_aliases(cast: Cast) -> None:
    """Make one draft of the things that the document names by two names at a time; the official one is its label.

    A name that is nothing else in the text is a spelling of the thing whose other name it is.
    """
    for name, other, proper in find_aliases(cast.analysis, cast.mentions):
        words = _words(cast, other)
        thing, second = _at(cast, name), _at(cast, other) or _named(cast, words)
        if thing is None or thing is second:
            continue
        if second is None:
            thing.spelled(words)
        elif second.kind == thing.kind:
            cast.merge(*((second, thing) if proper else (thing, second)))


def _words(cast: Cast, name: Span) -> str:
    return " ".join(cast.text[name.begin : name.end].split())


def _at(cast: Cast, name: Span) -> Draft | None:
    """The program or facility that is meant there; a word such as 사업 may follow the marks of its name."""
    around = Span(max(name.begin - 1, 0), name.end + _TAIL)
    for mention in cast.mentions.within(around, "program", "program-short", "organization", "organization-short"):
        value: Name = mention.value
        draft = cast.meant(mention)
        thing = mention.kind.startswith("program") or "Centre" in value.classes
        if draft is not None and thing and mention.begin <= name.begin + 1 and mention.end >= name.end:
            return draft
    return None


def _named(cast: Cast, name: str) -> Draft | None:
    """The thing of that name, else that of the name with or without a last word 사업."""
    other = name.removesuffix("사업").strip() if name.endswith("사업") else f"{name} 사업"
    things = (*cast.of("program"), *cast.of("organization"))
    return next((d for n in (name, other) for d in things if d.matches(n)), None)
