"""One build: the store's next version out of the one before, of the files' texts, and of what is to go.

What stands in the end depends on the set of documents and on nothing else: not on their order, not on what was built
before, not on builds that were stopped on the way.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import UserError
from kg.graph.kept import KeptReadings
from kg.graph.quads import document_quads
from kg.graph.store import write_store
from kg.graph.versions import current_version
from kg.identity.identity import Identity
from kg.lexicon import Lexicon
from kg.resolution.reading import Reading
from kg.use.building.maker import made_of, maker, writer
from kg.use.building.settings import Settings
from kg.use.building.unfinished import Unfinished, forget
from kg.use.judging.decided import decided
from kg.use.judging.file import JUDGEMENTS, as_rows
from kg.use.summary import Summary, summarise

Texts = Iterable[tuple[str, str]]
Reader = Callable[[Texts, int], Iterable[Reading]]


@dataclass(frozen=True)
class Change:
    """What a build is to do.

    ``texts`` are identifier and text of every document that is told now, None where a build only removes. ``goes``
    says of a document that the store holds and ``texts`` does not give whether it is to be removed. ``again`` reads
    every text again, whatever was read before.
    """

    texts: Texts | None = None
    goes: Callable[[str], bool] = lambda identifier: False
    again: bool = False


@dataclass(slots=True)
class Built:
    """What a build did: how many documents it read, kept as they were, and removed; and what the store now tells.

    ``lost`` is true where the version before was damaged, so that only what was told now is in the store.
    """

    read: int = 0
    kept: int = 0
    removed: int = 0
    lost: bool = False
    summary: Summary = field(default_factory=Summary)


class _Unchanged(Exception):
    """The version before is what would be built."""


def update(
    store: Path, settings: Settings, lexicon: Lexicon, change: Change, reader: Reader, keep_before: bool = False
) -> Built:
    """Build the next version of a store; where it would be the same as the one before, that one stays.

    ``reader`` makes readings of texts (with their number) and may leave some out, but must tell why. A document that
    is kept and was read by other code or with another lexicon is read again from the text in the store. Raises
    `UserError`, and leaves the store as it was, where texts are told and none of them can be read, or where the file of
    judgements has a bad row.
    """
    by = maker(lexicon)
    judged = settings.judged(store)
    made_by = {"lexicon": lexicon.fingerprint, "maker": by, "writer": writer()}
    meta = settings.meta() | made_by | {JUDGEMENTS: as_rows(judged)}
    built = Built()
    with suppress(_Unchanged), write_store(store, meta, keep_before) as writing:
        with _before(store) as (before, known, lost), Unfinished(store) as unfinished:
            plan = _Plan(before, by, by == known.get("maker"), change, unfinished)
            built.lost = lost
            found = reader(plan.texts(), len(plan.missing)) if plan.missing else ()  # else Kiwi need not be loaded
            for reading in found:
                unfinished.add(reading, plan.made[reading.identifier])
                built.read += 1
            for identifier, made in sorted(plan.made.items()):
                if plan.holds(identifier):
                    line = before.line(identifier)
                elif made in unfinished:
                    line = unfinished.line(made)
                else:
                    continue
                writing.add(_reading(line, store), made, line)
                plan.reached.add(identifier)
            if change.texts is not None and not plan.told & plan.reached:
                raise UserError("none of the files could be read", do="see the lines above; the store is as it was")
            built.kept, built.removed = len(plan.reached) - built.read, len(plan.leaving)
            same = known == meta and {i: p.made for i, p in before.places.items()} == {
                i: plan.made[i] for i in plan.reached
            }
        identity, told = decided(writing.readings, judged, settings.min_confidence, lexicon)
        if same:
            built.summary = summarise(told, identity)
            raise _Unchanged
        writing.load(line for r in _counted(told, identity, built.summary) for line in document_quads(r, identity))
    forget(store)
    return built


def _counted(readings: Iterable[Reading], identity: Identity, summary: Summary) -> Iterator[Reading]:
    """The readings as they come, counted into the summary on their way."""
    for reading in readings:
        summary.take(reading, identity)
        yield reading


class _Plan:
    """Which documents the new version holds, the hash of what makes each reading, and what is still to be read."""

    def __init__(self, before: KeptReadings, by: str, same_maker: bool, change: Change, unfinished: Unfinished) -> None:
        self.before, self.again = before, change.again
        self.made: dict[str, str] = {}
        self.reached: set[str] = set()
        self.missing: dict[str, str | None] = {}
        for identifier, text in change.texts or ():
            self.made[identifier] = made = made_of(identifier, text, by)
            if change.again or not (self.holds(identifier) or made in unfinished):
                self.missing[identifier] = text
        self.told = set(self.made)
        self.leaving = {i for i in before.places if i not in self.told and change.goes(i)}
        for identifier, place in before.places.items():
            if identifier not in self.told and identifier not in self.leaving:
                made = place.made if same_maker else made_of(identifier, self._text_before(identifier), by)
                self.made[identifier] = made
                if change.again or not (self.holds(identifier) or made in unfinished):
                    self.missing[identifier] = None

    def holds(self, identifier: str) -> bool:
        """Whether the version before holds just the reading that is wanted."""
        place = self.before.places.get(identifier)
        return place is not None and place.made == self.made[identifier] and not self.again

    def texts(self) -> Iterator[tuple[str, str]]:
        """Identifier and text of each document that is to be read, in the order of the identifiers."""
        for identifier, text in sorted(self.missing.items()):
            yield identifier, self._text_before(identifier) if text is None else text

    def _text_before(self, identifier: str) -> str:
        text: str = json.loads(self.before.line(identifier))["text"]
        return text


@contextmanager
def _before(store: Path) -> Iterator[tuple[KeptReadings, dict[str, Any], bool]]:
    """The readings and ``meta.json`` of the current version, and whether it was damaged; none where there is none."""
    with ExitStack() as held:
        kept, meta, lost = KeptReadings(store), {}, (store / "CURRENT").exists()
        kept.places = {}
        with suppress(UserError, OSError, ValueError):
            version = held.enter_context(current_version(store))
            found = KeptReadings(version)
            meta = json.loads((version / "meta.json").read_text("utf-8"))
            if found.places is not None:
                kept, lost = found, False
        yield kept, meta if not lost else {}, lost


def _reading(line: bytes, store: Path) -> Reading:
    try:
        return Reading.from_json(line.decode())
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("is damaged (a reading is torn)", str(store), "build into another --store") from error
