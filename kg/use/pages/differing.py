"""Contradictions and changes for pages: found once for a version of a store, beside the pages where it is large."""

import weakref
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.graph.contacts import masked
from kg.graph.store import GraphStore
from kg.graph.terms import document
from kg.identity.changes import Change
from kg.identity.conflicts import Conflict
from kg.identity.tellings import Value
from kg.use.differences import changes_in, conflicts_in
from kg.use.pages.looking import Looking
from kg.use.pages.route import Route, route_of
from kg.use.pages.told import sources
from kg.use.pages.words import concept, day
from kg.use.won import won

_WHAT = {"amount": "금액", "date": "날짜", "title": "직함", "name": "이름", "office": "직책", "target": "목표"}
_ROLES = {"total": "총액", "annual": "한 해분", "part": "일부", "event": "행사일", "year": "연도"}
_Found = tuple[list[Conflict], list[Change]]


@dataclass(frozen=True, slots=True)
class Saying:
    """A document that tells a value, with its sentence and page."""

    document: str
    shown: str
    sentence: str
    route: Route


@dataclass(frozen=True, slots=True)
class Side:
    """One value with the documents that tell it; ``sources`` is 0 where they were not counted."""

    value: str
    sources: int
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A contradiction (the sides differ at one time) or a change (the first side was, the second is)."""

    changed: bool
    about: tuple[str, ...]
    what: str
    role: str
    sides: tuple[Side, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The IRIs of all documents that tell a side."""
        return frozenset(document(s.document) for side in self.sides for s in side.sayings)


@dataclass(frozen=True, slots=True)
class Differences:
    """All contradictions and changes of a store; ``ready`` is false while they are being looked for."""

    all: tuple[Difference, ...] = ()
    by_name: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    ready: bool = True

    def of(self, names: Iterable[str], documents: Iterable[str]) -> list[Difference]:
        """Those about a thing of one of these names that its documents tell."""
        told, found = set(documents), []
        for name in dict.fromkeys(names):
            found += [d for d in self.by_name.get(name, ()) if d not in found and d.documents & told]
        return found


_known: "weakref.WeakKeyDictionary[GraphStore, Differences]" = weakref.WeakKeyDictionary()


def find(store: GraphStore) -> _Found:
    """All contradictions and changes of a store."""
    return conflicts_in(store), changes_in(store)


_LOOKING = Looking(find)


def differences(store: GraphStore, *, wait: bool = False) -> Differences:
    """The contradictions and changes of a store, as far as they are known; with ``wait`` they are waited for."""
    known = _known.get(store)
    if known is not None:
        return known
    found = _LOOKING.of(store, wait=wait)
    if found is None:
        return Differences(ready=store.folder == Path())
    known = _known[store] = _arranged(store, *found)
    return known


def remember(store: GraphStore, found: Differences) -> None:
    """Show these on the pages of a store: another process found them in the same version."""
    _known[store] = found


def _arranged(store: GraphStore, conflicts: list[Conflict], changes: list[Change]) -> Differences:
    identifiers = _by_shown(store.identifiers())
    places: dict[str, str] = {}
    shown_documents = {d for c in conflicts for d in c.values} | {
        d for h in changes for d in (*h.before_in, *h.after_in)
    }
    known = sources(store, [document(identifiers.get(d, d)) for d in shown_documents])

    def side(
        value: Value, documents: Iterable[str], sentences: Mapping[str, str], number: int = 0, unit: str = ""
    ) -> Side:
        told = []
        for shown in documents:
            identifier = identifiers.get(shown, shown)
            sentence = masked(sentences.get(shown, ""))
            source = known.get(document(identifier))
            by = " ".join(filter(None, (source.publisher, day(source.day)))) if source else ""
            told.append(
                Saying(
                    identifier, by or identifier, sentence, _place(store, identifier, sentences.get(shown, ""), places)
                )
            )
        return Side(_shown(value, unit), number, tuple(told))

    found = []
    for c in conflicts:
        by_value: dict[Value, list[str]] = defaultdict(list)
        for shown, value in sorted(c.values.items()):
            by_value[value].append(shown)
        sides = [side(v, d, c.sentences, c.sources.get(v, 0)) for v, d in by_value.items()]
        sides.sort(key=lambda s: (-s.sources, s.value))
        found.append(Difference(False, c.about, _WHAT.get(c.what, c.what), _role(c.role), tuple(sides)))
    for h in changes:
        unit = h.role if h.what == "target" else ""
        both = (
            side(h.before, h.before_in, h.sentences, unit=unit),
            side(h.after, h.after_in, h.sentences, unit=unit),
        )
        found.append(Difference(True, h.about, _WHAT.get(h.what, h.what), "" if unit else _role(h.role), both))
    by_name: dict[str, list[Difference]] = defaultdict(list)
    for difference in found:
        for name in dict.fromkeys(difference.about):
            by_name[name].append(difference)
    return Differences(tuple(found), {name: tuple(told) for name, told in by_name.items()})


def _by_shown(identifiers: Iterable[str]) -> dict[str, str]:
    """Documents by the names under which differences tell them: the stem where it is one document's alone."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    for identifier in identifiers:
        name = identifier.rsplit("/", 1)[-1]
        by_stem[name.rsplit(".", 1)[0] or name].append(identifier)
    return {stem: told[0] for stem, told in by_stem.items() if len(told) == 1}


def _place(store: GraphStore, identifier: str, sentence: str, texts: dict[str, str]) -> Route:
    """The page of a document with a sentence highlighted, where it is found."""
    plain = (
        Route("document", route.name) if (route := route_of(document(identifier))) else Route("document", identifier)
    )
    if not sentence:
        return plain
    if identifier not in texts:
        if len(texts) > 200:
            texts.clear()
        texts[identifier] = store.reading(identifier).text
    span = found_in(texts[identifier], sentence)
    return plain.having(begin=str(span[0]), end=str(span[1])) if span else plain


def found_in(text: str, sentence: str) -> tuple[int, int] | None:
    """Where a sentence, told with single spaces, stands in a text."""
    at = text.find(sentence)
    if at >= 0:
        return at, at + len(sentence)
    signs = [(i, c) for i, c in enumerate(text) if not c.isspace()]
    wanted = "".join(sentence.split())
    at = "".join(c for _, c in signs).find(wanted)
    return (signs[at][0], signs[at + len(wanted) - 1][0] + 1) if at >= 0 and wanted else None


def _shown(value: Value, unit: str = "") -> str:
    if unit:
        return f"{value:,}{unit}" if isinstance(value, int) else f"{value}{unit}"
    if isinstance(value, int):
        return won(value)
    return day(value) if value[:4].isdigit() and len(value) in (4, 7, 10) else value


def _role(role: str) -> str:
    words = []
    for word in role.split():
        known = concept(f"https://w3id.org/regional-ai-policy/id/status/{word}")
        words.append(_ROLES.get(word) or (f"{word}년" if word.isdigit() and len(word) == 4 else known))
    return " ".join(w for w in words if w != "연도")
