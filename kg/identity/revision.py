"""Documents come and go: the ledger's parts that this can touch are found anew, and no others."""

from collections.abc import Iterable

from kg.identity import events, organizations, persons, programs
from kg.identity.bearers import cores
from kg.identity.beside import entries
from kg.identity.claims import core_of_purpose
from kg.identity.joining import Pair
from kg.identity.labels import label_of
from kg.identity.ledger import Ledger
from kg.identity.retelling import retell
from kg.identity.shares import Share, share_of
from kg.identity.tables import put_into, put_or_drop, take_out_of
from kg.identity.ties import Ties
from kg.resolution.reading import Node, Reading

_SETTLED = 500
"""So many documents are put in before near-copies are looked for, so that not all candidates are held at once."""
_BODIES, _PERSONS, _EVENTS = ("organization", "program", "short", "tail"), ("person",), ("event",)
_NEEDED = frozenset(
    {
        "rap:forProgram",
        "rap:purpose",
        "rap:forRegion",
        "rap:payer",
        "rap:recurring",
        "rap:amount",
        "rap:basis",
        "rap:revises",
    }
)


def revise(ledger: Ledger, gone: Iterable[Reading], come: Iterable[Reading]) -> set[str]:
    """Take documents out and put documents in; the documents whose graphs may differ now, those put in too.

    ``gone`` are readings as they were put in. A document that was changed is both gone and come.
    """
    return _Revision(ledger).run(gone, come)


class _Revision:
    """One change of a ledger, step by step."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.corpus = ledger, ledger.corpus
        self.before: dict[str, set[str]] = {}
        """The entries of each key that a document of the change tells, as they were before."""
        self.moved: set[str] = set()
        """Keys that another key stands for than before."""
        self.looked_at: set[str] = set()
        """Keys whose class was found anew."""
        self.silent: set[str] = set()
        """Documents that were taken out."""
        self.touched: set[str] = set()

    def run(self, gone: Iterable[Reading], come: Iterable[Reading]) -> set[str]:
        out, put_in = self._take_out(gone), self._put_in(come)
        entries = self._file()
        for kinds, blocks in ((_BODIES, entries), (_PERSONS, None), (_EVENTS, None)):
            stirred = {e for e in blocks or self._stirred(entries, kinds) if e.startswith(kinds)}
            self._join(stirred, [key for key in self.before if key.startswith(kinds)])
        for key in self.moved:
            self.touched |= self.ledger.documents_of(key)
        self._name()
        self._order_editions(entries)
        self._tell(put_in)
        return (self.touched | put_in) - (out - put_in)

    # Documents.

    def _take_out(self, gone: Iterable[Reading]) -> set[str]:
        ledger, out = self.ledger, set()
        for reading in gone:
            share = share_of(reading, ledger.lexicon)
            self._remember(share)
            self.corpus.remove(share)
            for key in share.source.references:
                take_out_of(ledger.references, key, reading.identifier)
            self._untell(share)
            ledger.stories.drop(reading.identifier)
            out.add(reading.identifier)
        if out:
            self.touched |= ledger.stories.settle()
            for document in sorted(out):
                ledger.stories.forget(document)
        return out

    def _put_in(self, come: Iterable[Reading]) -> set[str]:
        ledger, put_in = self.ledger, set[str]()
        for reading in come:
            share = share_of(reading, ledger.lexicon)
            self._remember(share)
            self.corpus.add(share)
            for key in share.source.references:
                put_into(ledger.references, key, reading.identifier)
            ledger.claims[reading.identifier] = [_slim(node) for node in share.claims]
            for wanted in _wanted(share):
                put_into(ledger.wanting, wanted, reading.identifier)
            ledger.stories.take(reading)
            put_in.add(reading.identifier)
            if len(put_in) % _SETTLED == 0:
                self.touched |= ledger.stories.settle()
        self.touched |= ledger.stories.settle()
        return put_in

    def _remember(self, share: Share) -> None:
        for key in share.told:
            if key not in self.before:
                profile = self.corpus.profiles.get(key)
                self.before[key] = self.ledger.entries(profile) if profile else set()

    def _file(self) -> set[str]:
        """File the changed keys under their entries; all entries that hold or held one of them."""
        ledger, entries = self.ledger, set[str]()
        for key, before in self.before.items():
            profile = self.corpus.profiles.get(key)
            now = ledger.entries(profile) if profile else set()
            entries |= before | now
            for entry in before - now:
                take_out_of(ledger.members, entry, key)
            for entry in now - before:
                put_into(ledger.members, entry, key)
        return entries

    def _stirred(self, entries: set[str], kinds: tuple[str, ...]) -> set[str]:
        """The blocks of a kind whose pairs may differ: of changed keys, and where a thing in their documents moved."""
        found = set(entries)
        documents = {d for key in self.moved for d in self.ledger.documents_of(key)}
        for document in documents:
            for key in self.corpus.sources[document].keys:
                if key.startswith(kinds):
                    found |= self.ledger.entries(self.corpus.profiles[key])
        return found

    # Classes.

    def _join(self, blocks: set[str], keys: Iterable[str]) -> None:
        """Make the pairs of these blocks anew, and the classes of all keys whose pairs differ, and of ``keys``."""
        ledger = self.ledger
        stirred = set(keys)
        for block in sorted(blocks):
            old = ledger.pairs.get(block) or []
            new = self._pairs(block)
            if new != old:
                stirred |= {key for pair in {*new} ^ {*old} for key in pair[:2]}
                put_or_drop(ledger.pairs, block, new)
        if not stirred:
            return
        stirred |= {k for key in stirred for k in ledger.class_of(key)}
        ties = Ties(ledger)
        seen: set[str] = set()
        for key in sorted(stirred):
            if key not in seen:
                component = ties.component(key)
                seen |= component
                self._divide(component, ties)

    def _pairs(self, block: str) -> list[Pair]:
        """The pairs of a block that are joined or unsure, each once, sorted."""
        corpus, words, one = self.corpus, self.ledger.lexicon, self.ledger.one
        members = self.ledger.members_of(block)
        if len(members) < 2:
            return []
        found: Iterable[Pair]
        if block.startswith("organization"):
            found = organizations.pairs(corpus, words, block, members)
        elif block.startswith(("program", "short", "tail")):
            found = programs.pairs(corpus, words, block, members)
        elif block.startswith("person"):
            found = persons.pairs(corpus, words, members, one)
        else:
            found = events.pairs(corpus, words, members, one)
        kept = {p._replace(one=min(p[:2]), other=max(p[:2])) for p in found if p.one != p.other}
        return sorted(p for p in kept if p.scored.same or p.scored.open)

    def _divide(self, component: set[str], ties: Ties) -> None:
        """Find the classes of keys that are tied, and write down where a key moved to another."""
        ledger, known = self.ledger, self.corpus.profiles
        joining = ties.joining(component)
        new: dict[str, str] = {}
        heads = set()
        for members in joining.classes():
            there = [key for key in members if key in known]
            if len(there) > 1:
                new.update((key, there[0]) for key in there)
                heads.add(there[0])
                if ledger.classes.get(there[0]) != there:
                    ledger.classes[there[0]] = there
        for key in component:
            before, now = ledger.one(key), new.get(key, key)
            if before != now:
                self.moved.add(key)
                if now != key:
                    ledger.above[key] = now
                else:
                    del ledger.above[key]
            if key in ledger.classes and key not in heads:
                del ledger.classes[key]
        self.looked_at |= component

    # Names.

    def _name(self) -> None:
        """The labels of the things whose documents or keys have changed."""
        ledger, known = self.ledger, self.corpus.profiles
        keys = self.looked_at | self.before.keys()
        for top in sorted({ledger.one(key) for key in keys} | keys):
            members = ledger.class_of(top) if ledger.one(top) == top and top in known else []
            label = None
            if len({name for k in members for name in known[k].labels}) > 1:
                label = label_of(self.corpus, members)
            if ledger.labels.get(top) != label:
                put_or_drop(ledger.labels, top, label)
                for key in members:
                    self.touched |= ledger.documents_of(key)

    def _order_editions(self, entries: set[str]) -> None:
        """Which program is a version of which, among those of a name that has changed."""
        ledger = self.ledger
        moved = [p for k in self.moved if k.startswith("program/") and (p := self.corpus.profiles.get(k))]
        names = {e for p in moved for e in ledger.entries(p)} | entries
        tops = {ledger.one(k) for k in self.looked_at if k.startswith("program/")}
        tops |= {k for k in self.moved if k.startswith("program/")}
        for name in sorted(e for e in names if e.startswith("edition:")):
            core, _, region = name.partition(":")[2].partition("|")
            found = programs.versions((core, region), ledger.members_of(name), ledger.one)
            before = ledger.editions.get(name) or {}
            if found != before:
                tops |= found.keys() | before.keys()
                put_or_drop(ledger.editions, name, found)
        for top in sorted(tops):
            self._version(top)

    def _version(self, top: str) -> None:
        ledger, known = self.ledger, self.corpus.profiles
        members = ledger.class_of(top) if ledger.one(top) == top and top in known else []
        names = {e for k in members for e in ledger.entries(known[k]) if e.startswith("edition:")}
        above = next((found for name in sorted(names) if (found := (ledger.editions.get(name) or {}).get(top))), None)
        if ledger.versions.get(top) != above:
            put_or_drop(ledger.versions, top, above)
            for key in members:
                self.touched |= ledger.documents_of(key)

    # Claims.

    def _untell(self, share: Share) -> None:
        """Take a document's claims out."""
        ledger, document = self.ledger, share.document
        for wanted in _wanted(share):
            take_out_of(ledger.wanting, wanted, document)
        if document in ledger.claims:
            del ledger.claims[document]
        self.silent.add(document)

    def _tell(self, put_in: set[str]) -> None:
        """What the documents say of offices and sums, where a thing moved or a name has another bearer."""
        ledger = self.ledger
        documents = {d for key in self.moved for d in ledger.documents_of(key)} | put_in | self.silent
        for key in {*self.before, *self.moved}:
            profile = self.corpus.profiles.get(key)
            names = {f"bears:{core}" for core in cores(profile)} if profile else set()
            names |= {e for e in self.before.get(key, ()) if e.startswith("bears:")}
            for name in names:
                documents |= ledger.wanting.get(name.partition(":")[2], set())
        self.touched |= retell(ledger, documents)


def _wanted(share: Share) -> set[str]:
    """Under what a document is looked for whose sums name no program: what they are for, what they may be of."""
    found = {core_of_purpose(node) for node in share.claims} - {""}
    return found.union(*(entries(node, share.source.programs) for node in share.claims))


def _slim(node: Node) -> Node:
    """A claim with just what tells claims apart."""
    told = tuple(p for p in node.properties if p.predicate in _NEEDED)
    return Node(node.key, node.kind, (), None, (), told, node.identity)
