"""One build: the store's next version out of the one before, of the files' articles, and of what is to go.

What stands in the end depends on the set of documents and on nothing else: not on their order, not on what was built
before, not on builds that were stopped on the way.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kg.documents.article import NOTHING_BESIDE, Article, original_of
from kg.errors import UserError
from kg.graph.kept import KeptReadings
from kg.graph.quads import document_quads
from kg.graph.store import Writing, write_store
from kg.graph.versions import current_version
from kg.identity.corrected import corrected_all
from kg.identity.judgements import Judgement, corrections, pairs
from kg.identity.revision import revise
from kg.lexicon import Lexicon
from kg.resolution.confident import confident
from kg.resolution.reading import Reading
from kg.use.building.ledger_file import Kept, stands_for
from kg.use.building.maker import made_of, maker, writer
from kg.use.building.settings import Settings
from kg.use.building.shards import Line
from kg.use.building.unfinished import Unfinished, forget
from kg.use.building.waiting import Waiting
from kg.use.judging.file import JUDGEMENTS, as_rows
from kg.use.searching.writing import LabelsWriter, has_labels
from kg.use.summary import Summary

Articles = Iterable[Article]
Reader = Callable[[Articles, int], Iterable[Line]]
T = TypeVar("T")


class Watch(Protocol):
    """Somebody who is shown how far a step has come."""

    def __call__(self, items: Iterable[T], total: int, title: str) -> Iterator[T]:
        """The items as they are, while they are counted."""
        ...


def unwatched(items: Iterable[T], total: int, title: str) -> Iterator[T]:
    """Nobody is shown anything."""
    return iter(items)


@dataclass(frozen=True)
class Change:
    """What a build is to do.

    ``articles`` are all documents that are told now, in any order, None where a build only removes. ``goes`` says of a
    document that the store holds and ``articles`` does not give whether it is to be removed. ``again`` reads every
    article again, whatever was read before.
    """

    articles: Articles | None = None
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


_MANY = 5
"""Where less than one document in so many differs, the rest of the graph is not written again."""


class _Unchanged(Exception):
    """The version before is what would be built."""


def update(
    store: Path,
    settings: Settings,
    lexicon: Lexicon,
    change: Change,
    reader: Reader,
    keep_before: bool = False,
    watch: Watch = unwatched,
) -> Built:
    """Build the next version of a store; where it would be the same as the one before, that one stays.

    ``reader`` makes lines of readings of articles (with their number) and may leave some out, but must tell why. A
    document that is kept and was read by other code or with another lexicon is read again from the text in the store.
    Raises `UserError`, and leaves the store as it was, where articles are told and none of them can be read, or where
    the file of judgements has a bad row.
    """
    by = maker(lexicon)
    judged = settings.judged(store)
    made_by = {"lexicon": lexicon.fingerprint, "maker": by, "writer": writer()}
    meta = settings.meta() | made_by | {JUDGEMENTS: as_rows(judged)}
    built, written = Built(), False
    with suppress(_Unchanged), write_store(store, meta, keep_before) as writing:
        with _before(store) as (before, known, lost), Unfinished(store) as unfinished, Waiting(store) as waiting:
            plan = _Plan(before, by, by == known.get("maker"), change, unfinished, waiting)
            built.lost = lost
            found = reader(plan.articles(), len(plan.missing)) if plan.missing else ()  # else Kiwi need not be loaded
            for line in found:
                unfinished.add(line.json, plan.made[line.identifier])
                built.read += 1
            plan.reach(unfinished)
            if change.articles is not None and not plan.told & plan.reached:
                raise UserError("none of the files could be read", do="see the lines above; the store is as it was")
            built.kept, built.removed = len(plan.reached) - built.read, len(plan.leaving)
            before_made = {name: place.made for name, place in before.places.items()}
            made = {name: plan.made[name] for name in plan.reached}
            wanted = stands_for(meta, before_made) if known == meta else ""
            kept = Kept(store, lexicon, pairs(judged), wanted)
            try:
                step = _Step(writing, kept, settings.min_confidence, corrections(judged), watch)
                if kept.known and made == before_made:
                    built.summary = kept.tally.summary
                    raise _Unchanged
                few = plan.differing * _MANY <= len(made) + _MANY
                if kept.known and few and not before.wasteful() and has_labels(before.folder):
                    step.go_on(before, plan, unfinished)
                else:
                    kept.close()
                    kept = Kept(store, lexicon, pairs(judged), "")
                    step = _Step(writing, kept, settings.min_confidence, corrections(judged), watch)
                    step.begin(before, plan, unfinished)
                    if known == meta and made == before_made:
                        step.count()
                        built.summary = kept.tally.summary
                        kept.save(stands_for(meta, made))
                        raise _Unchanged
                    step.write()
            except BaseException:
                kept.close()
                raise
        built.summary = kept.tally.summary
        written = True
    if written:  # only now: the ledger stands for the version that has become current
        kept.save(stands_for(meta, made))
    forget(store)
    return built


class _Step:
    """How the next version is written: from nothing, or on what the version before holds."""

    def __init__(self, writing: Writing, kept: Kept, least: float, told: Mapping[str, Judgement], watch: Watch) -> None:
        self.writing, self.kept, self.least, self.told, self.watch = writing, kept, least, told, watch

    def begin(self, before: KeptReadings, plan: "_Plan", unfinished: Unfinished) -> None:
        """Keep all readings and find who is who."""
        for identifier in sorted(plan.reached):
            self._keep(identifier, plan, plan.line(identifier, unfinished))
        readings = self.watch(self.writing.readings(), len(plan.reached), "who is who")
        revise(self.kept.ledger, (), corrected_all(readings, self.told))

    def count(self) -> None:
        """Count what all documents tell."""
        for reading in self._shown(self.writing.readings()):
            self.kept.tally.put(reading, self.kept.ledger)

    def write(self) -> None:
        """Write the graphs of all documents, and count what they tell."""
        with closing(LabelsWriter(self.writing.folder)) as labels:
            graphs = self.watch(self._graphs(set(), self.writing.places, labels), len(self.writing.places), "writing")
            self.writing.load(line for _, lines in graphs for line in lines)
            labels.finish()

    def go_on(self, before: KeptReadings, plan: "_Plan", unfinished: Unfinished) -> None:
        """Keep what differs, and write the graphs that it touches."""
        gone = [name for name in sorted(before.places) if name not in plan.reached or not plan.holds(name)]
        come = [name for name in sorted(plan.reached) if not plan.holds(name)]
        self.writing.inherit(before, gone)
        for identifier in come:
            self._keep(identifier, plan, plan.line(identifier, unfinished))
        ledger, tally = self.kept.ledger, self.kept.tally
        touched = revise(
            ledger, corrected_all(before.of(gone), self.told), corrected_all(self.writing.readings(come), self.told)
        )
        for document in {*gone} - {*come}:
            tally.drop(document)
        with closing(LabelsWriter(self.writing.folder, before.folder)) as labels:
            self.writing.replace(self._graphs({*gone} - {*come}, touched, labels))
            labels.finish()

    def _graphs(self, gone: set[str], touched: Iterable[str], labels: LabelsWriter) -> Iterator[tuple[str, list[str]]]:
        for identifier in sorted(gone):
            labels.drop(identifier)
            yield identifier, []
        for reading in self._shown(self.writing.readings(touched)):
            self.kept.tally.put(reading, self.kept.ledger)
            lines = document_quads(reading, self.kept.ledger)
            labels.put(reading.identifier, lines)
            yield reading.identifier, lines

    def _keep(self, identifier: str, plan: "_Plan", line: bytes) -> None:
        self.writing.add(_reading(line, self.writing.folder.parent.parent), plan.made[identifier], line)

    def _shown(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The readings as the graph shows them: corrected, and without what is not sure enough."""
        return (confident(r, self.least) for r in corrected_all(readings, self.told))


class _Plan:
    """Which documents the new version holds, the hash of what makes each reading, and what is still to be read."""

    def __init__(
        self,
        before: KeptReadings,
        by: str,
        same_maker: bool,
        change: Change,
        unfinished: Unfinished,
        waiting: Waiting,
    ) -> None:
        self.before, self.again, self._waiting = before, change.again, waiting
        self.made: dict[str, str] = {}
        self.reached: set[str] = set()
        self.differing = 0
        self.missing: set[str] = set()
        for article in change.articles or ():
            identifier = article.identifier
            self.made[identifier] = made = made_of(article, by)
            if change.again or not (self.holds(identifier) or made in unfinished):
                self.missing.add(identifier)
                waiting.put(article)
        self.told = set(self.made)
        self.leaving = {i for i in before.places if i not in self.told and change.goes(i)}
        for identifier, place in before.places.items():
            if identifier not in self.told and identifier not in self.leaving:
                made = place.made if same_maker else made_of(self._article_before(identifier), by)
                self.made[identifier] = made
                if change.again or not (self.holds(identifier) or made in unfinished):
                    self.missing.add(identifier)

    def reach(self, unfinished: Unfinished) -> None:
        """Find which documents there is a reading of, and how many of them differ from what the store holds."""
        self.reached = {name for name, made in self.made.items() if self.holds(name) or made in unfinished}
        held = sum(map(self.holds, self.reached))
        self.differing = len(self.reached) + len(self.before.places) - 2 * held

    def line(self, identifier: str, unfinished: Unfinished) -> bytes:
        """The line of a reading that there is."""
        return self.before.line(identifier) if self.holds(identifier) else unfinished.line(self.made[identifier])

    def holds(self, identifier: str) -> bool:
        """Whether the version before holds just the reading that is wanted."""
        place = self.before.places.get(identifier)
        return place is not None and place.made == self.made[identifier] and not self.again

    def articles(self) -> Iterator[Article]:
        """Each article that is to be read, in the order of the identifiers."""
        for identifier in sorted(self.missing):
            waiting = self._waiting.article(identifier)
            yield waiting if waiting is not None else self._article_before(identifier)

    def _article_before(self, identifier: str) -> Article:
        raw = json.loads(self.before.line(identifier))
        return Article(identifier, raw["text"], original_of(raw["original"]) if "original" in raw else NOTHING_BESIDE)


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
