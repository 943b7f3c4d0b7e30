"""Who is who, kept up to date document by document: what a change cannot touch is not looked at again.

The ledger holds profiles, blocks of keys that are held against each other, the pairs that each block makes, classes of
keys, labels, claims and near-copies. `Ledger.change` puts documents in and takes documents out, and says which
documents' graphs are to be written anew. What it holds then is a function of the set of documents and of nothing else:
each part is computed from its own inputs alone, and is computed again wherever one of these has changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.identity import events, organizations, persons, programs
from kg.identity.bearers import Bearers, cores
from kg.identity.claims import Told, core_of_purpose, joined, tellings
from kg.identity.copies import Stories
from kg.identity.joining import Joining, Judgement, Pair
from kg.identity.labels import label_of
from kg.identity.profiles import Corpus, Profile
from kg.identity.shares import Share, share_of
from kg.identity.tables import KEYS, NODES, PAIRS, PLAIN, PROFILES, SOURCES, TOLD, Form, Keeper, Table
from kg.lexicon import Lexicon
from kg.resolution.reading import Node, Reading

_SETTLED = 500
"""So many documents are put in before near-copies are looked for, so that not all candidates are held at once."""
_BODIES, _PERSONS, _EVENTS = ("organization", "program", "short"), ("person",), ("event",)
_ORDER = {"organization": 0, "program": 1, "short": 1, "person": 2, "event": 3}
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
_SHARING = Form(lambda rows: rows, lambda rows: [(day, name) for day, name in rows])


class Ledger:
    """All that identity knows of a set of documents; with a keeper it fetches only what it is asked for."""

    def __init__(self, lexicon: Lexicon, judgements: Iterable[Judgement] = (), keeper: Keeper | None = None) -> None:
        self.lexicon = lexicon
        self.judgements = tuple(judgements)
        self.tables: list[Table] = []  # type: ignore[type-arg]

        def table(name: str, form: Form) -> Table:  # type: ignore[type-arg]
            made: Table = Table(name, form, keeper)  # type: ignore[type-arg]
            self.tables.append(made)
            return made

        self.corpus = Corpus(table("profiles", PROFILES), table("sources", SOURCES))
        self.references: Table[set[str]] = table("references", KEYS)
        self.members: Table[set[str]] = table("members", KEYS)
        self.pairs: Table[list[Pair]] = table("pairs", PAIRS)
        self.above: Table[str] = table("above", PLAIN)
        self.classes: Table[list[str]] = table("classes", PLAIN)
        self.labels: Table[str] = table("labels", PLAIN)
        self.editions: Table[dict[str, str]] = table("editions", PLAIN)
        self.versions: Table[str] = table("versions", PLAIN)
        self.claims: Table[list[Node]] = table("claims", NODES)
        self.wanting: Table[set[str]] = table("wanting", KEYS)
        self.told: Table[list[Told]] = table("told", TOLD)
        self.matters: Table[list[Told]] = table("matters", TOLD)
        self.wordings: Table[dict[str, int]] = table("wordings", PLAIN)
        self.settled: Table[list[dict[str, str]]] = table("settled", PLAIN)
        self.one_claim: Table[str] = table("one_claim", PLAIN)
        self.rounded: Table[str] = table("rounded", PLAIN)
        self.stories = Stories(
            table("words", PLAIN), table("sharing", _SHARING), table("alike", PLAIN), table("firsts", PLAIN)
        )
        self._judged: dict[str, set[str]] = defaultdict(set)
        for one, other, verdict in self.judgements:
            if verdict == "same":
                self._judged[one].add(other)
                self._judged[other].add(one)

    # What the graph asks.

    def canonical(self, key: str) -> str:
        """The least key of the thing, or of the claim, that ``key`` means."""
        return self.above.get(key) or self.one_claim.get(key) or key

    def label(self, key: str) -> str | None:
        """What the thing is called in the whole corpus; None where its documents agree on its label."""
        return self.labels.get(self.canonical(key))

    def version_of(self, key: str) -> str | None:
        """The canonical key of the program whose version, phase or edition this one is, if there is one."""
        return self.versions.get(self.canonical(key))

    def round_of(self, claim: str) -> str | None:
        """The canonical key of the exact allocation that an allocation's canonical key rounds, if there is one."""
        return self.rounded.get(claim)

    def copy_of(self, document: str) -> str | None:
        """The identifier of the first document of the story that a document copies; None for one of its own."""
        return self.stories.firsts.get(document)

    # How it changes.

    def change(self, gone: Iterable[Reading], come: Iterable[Reading]) -> set[str]:
        """Take documents out and put documents in; the documents whose graphs may differ now, those put in too.

        ``gone`` are readings as they were put in. A document that was changed is both gone and come.
        """
        return _Changing(self).run(gone, come)

    def one(self, key: str) -> str:
        """The canonical key of a thing."""
        return self.above.get(key, key)

    def members_of(self, entry: str) -> list[Profile]:
        """The profiles of a block, or of another entry, in the order of their keys."""
        return [self.corpus.profiles[key] for key in sorted(self.members.get(entry, ()))]

    def entries(self, profile: Profile) -> set[str]:
        """All under which a key is looked for: blocks, names among whose editions it may be, names that it bears."""
        found = {f"bears:{core}" for core in cores(profile)}
        if profile.kind == "organization":
            return found | organizations.blocks(profile) | programs.blocks(profile)
        if profile.kind == "program":
            names = {f"edition:{core}|{region}" for core, region in programs.editions_of(profile)}
            return found | programs.blocks(profile) | names
        if profile.kind == "person":
            return persons.blocks(profile)
        named = self.corpus.governments(profile) if not profile.homes else ()
        return events.blocks(profile, named)

    def documents_of(self, key: str) -> set[str]:
        """The documents that tell of a key or point to it."""
        profile = self.corpus.profiles.get(key)
        return (profile.documents if profile else set()) | self.references.get(key, set())

    def class_of(self, key: str) -> list[str]:
        """The keys of the thing that a key means."""
        return self.classes.get(self.one(key)) or [key]


class _Changing:
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
                _without(ledger.references, key, reading.identifier)
            self._untell(reading.identifier, list(share.claims))
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
                _with(ledger.references, key, reading.identifier)
            ledger.claims[reading.identifier] = [_slim(node) for node in share.claims]
            for core in {core_of_purpose(node) for node in share.claims} - {""}:
                _with(ledger.wanting, core, reading.identifier)
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
                _without(ledger.members, entry, key)
            for entry in now - before:
                _with(ledger.members, entry, key)
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
                if new:
                    ledger.pairs[block] = new
                else:
                    del ledger.pairs[block]
        if not stirred:
            return
        stirred |= {k for key in stirred for k in ledger.class_of(key)}
        ties = _Ties(ledger)
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
        elif block.startswith(("program", "short")):
            found = programs.pairs(corpus, words, block, members)
        elif block.startswith("person"):
            found = persons.pairs(corpus, words, members, one)
        else:
            found = events.pairs(corpus, words, members, one)
        kept = {p._replace(one=min(p[:2]), other=max(p[:2])) for p in found if p.one != p.other}
        return sorted(p for p in kept if p.scored.same or p.scored.open)

    def _divide(self, component: set[str], ties: "_Ties") -> None:
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
                if label:
                    ledger.labels[top] = label
                else:
                    del ledger.labels[top]
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
                if found:
                    ledger.editions[name] = found
                else:
                    del ledger.editions[name]
        for top in sorted(tops):
            self._version(top)

    def _version(self, top: str) -> None:
        ledger, known = self.ledger, self.corpus.profiles
        members = ledger.class_of(top) if ledger.one(top) == top and top in known else []
        names = {e for k in members for e in ledger.entries(known[k]) if e.startswith("edition:")}
        above = next((found for name in sorted(names) if (found := (ledger.editions.get(name) or {}).get(top))), None)
        if ledger.versions.get(top) != above:
            if above:
                ledger.versions[top] = above
            else:
                del ledger.versions[top]
            for key in members:
                self.touched |= ledger.documents_of(key)

    # Claims.

    def _untell(self, document: str, nodes: list[Node]) -> None:
        """Take a document's claims out."""
        ledger = self.ledger
        for core in {core_of_purpose(node) for node in nodes} - {""}:
            _without(ledger.wanting, core, document)
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
        meaning = Bearers(_Bearing(ledger), self.corpus.profiles, ledger.one)
        stirred: set[str] = set()
        for document in sorted(documents):
            nodes = ledger.claims.get(document) or []
            new = sorted(set(tellings(document, nodes, ledger.one, meaning)), key=_by_content)
            old = ledger.told.get(document) or []
            if new == old:
                continue
            stirred |= self._retell(set(old) - set(new), set(new) - set(old))
            if new:
                ledger.told[document] = new
            else:
                del ledger.told[document]
        for about in sorted(stirred):
            self._settle(about)

    def _retell(self, gone: set[Told], come: set[Told]) -> set[str]:
        """Move tellings between what they are about; the matters that are to be settled anew."""
        ledger, stirred = self.ledger, set[str]()
        by_matter: dict[str, tuple[set[Told], set[Told]]] = defaultdict(lambda: (set(), set()))
        for told in gone:
            by_matter[_matter(told)][0].add(told)
        for told in come:
            by_matter[_matter(told)][1].add(told)
        for matter, (out, put_in) in sorted(by_matter.items()):
            stirred.add(matter)
            rows = sorted(({*(ledger.matters.get(matter) or ())} - out) | put_in, key=_by_content)
            if rows:
                ledger.matters[matter] = rows
            else:
                del ledger.matters[matter]
        for told, number in [(t, -1) for t in gone] + [(t, 1) for t in come]:
            if told.amount and not told.key.startswith("allocation/program="):
                about = dict(ledger.wordings.get(told.key) or {})
                stirred |= about.keys()
                matter = _matter(told)
                about[matter] = about.get(matter, 0) + number
                if not about[matter]:
                    del about[matter]
                stirred |= about.keys()
                if about:
                    ledger.wordings[told.key] = about
                else:
                    del ledger.wordings[told.key]
        return stirred

    def _settle(self, matter: str) -> None:
        """Which of the claims on one matter are one claim, and which sums are others rounded."""
        ledger = self.ledger
        rows = ledger.matters.get(matter) or []
        clear = [t for t in rows if len(ledger.wordings.get(t.key) or ()) < 2]  # else one wording means two things
        classes, rounded = joined(clear)
        tops = {key: min(members) for members in classes for key in members if key != min(members)}
        old_tops, old_rounded = ledger.settled.get(matter) or ({}, {})
        if (tops, rounded) == (old_tops, old_rounded):
            return
        moved = {k for k in tops.keys() | old_tops.keys() if tops.get(k) != old_tops.get(k)}
        other = {k for k in rounded.keys() | old_rounded.keys() if rounded.get(k) != old_rounded.get(k)}
        _put(ledger.one_claim, {k: tops.get(k) for k in moved})
        _put(ledger.rounded, {k: rounded.get(k) for k in other})
        for told in rows:
            if told.key in moved or {told.key, tops.get(told.key), old_tops.get(told.key)} & other:
                self.touched |= told.documents
        if tops or rounded:
            ledger.settled[matter] = [tops, rounded]
        else:
            del ledger.settled[matter]


class _Bearing:
    """By core the keys of those who bear the name, as the ledger files them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, core: str, default: Iterable[str], /) -> Iterable[str]:
        """Those who bear the name; ``default`` where there are none."""
        return self._ledger.members.get(f"bears:{core}") or default


class _Ties:
    """What ties keys together: the pairs of their blocks that are joined, and what people judged to be the same."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_block: dict[str, dict[str, list[Pair]]] = {}

    def _pairs(self, key: str) -> Iterator[tuple[str, Pair]]:
        """The pairs of a key with the blocks that make them."""
        profile = self._ledger.corpus.profiles.get(key)
        for block in self._ledger.entries(profile) if profile else ():
            if block not in self._by_block:
                tied: dict[str, list[Pair]] = defaultdict(list)
                for pair in self._ledger.pairs.get(block) or ():
                    if pair.scored.same:
                        tied[pair.one].append(pair)
                        tied[pair.other].append(pair)
                self._by_block[block] = tied
            for pair in self._by_block[block].get(key, ()):
                yield block, pair

    def component(self, key: str) -> set[str]:
        """The key and all that ties lead to."""
        found, waiting = {key}, [key]
        while waiting:
            at = waiting.pop()
            for other in (*(k for _, p in self._pairs(at) for k in p[:2]), *self._ledger._judged.get(at, ())):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def joining(self, component: set[str]) -> Joining:
        """The classes of a component: bodies and programs first, then persons, then events."""
        judged = [j for j in self._ledger.judgements if j[0] in component and j[1] in component]
        joining = Joining(judged)
        if len(component) > 1:
            steps: dict[int, set[Pair]] = defaultdict(set)
            for key in component:
                for block, pair in self._pairs(key):
                    steps[_ORDER[block.partition(":")[0]]].add(pair)
            joining.settle(())
            for _, pairs in sorted(steps.items()):
                joining.settle(pairs)
        return joining


def _slim(node: Node) -> Node:
    """A claim with just what tells claims apart."""
    told = tuple(p for p in node.properties if p.predicate in _NEEDED)
    return Node(node.key, node.kind, (), None, (), told, node.identity)


def _matter(told: Told) -> str:
    kind = "sum" if told.amount else "office"
    return "\x1f".join((kind, *told.about))


def _by_content(told: Told) -> tuple[object, ...]:
    return told.key, told.about, told.slots, sorted(told.documents)


def _with(table: Table[set[str]], key: str, value: str) -> None:
    known = table.get(key) or set()
    known.add(value)
    table[key] = known


def _without(table: Table[set[str]], key: str, value: str) -> None:
    known = table[key]
    known.discard(value)
    if known:
        table[key] = known
    else:
        del table[key]


def _put(table: Table[str], values: dict[str, str | None]) -> None:
    for key, value in values.items():
        if value is not None:
            table[key] = value
        elif key in table:
            del table[key]
