"""What documents tell of offices and sums, and which of it is one claim: the ledger's claims kept up to date."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.identity.bearers import Bearers
from kg.identity.beside import entry, is_open, whose
from kg.identity.claims import Told, joined, tellings
from kg.identity.ledger import Ledger
from kg.identity.tables import Table, put_or_drop


def retell(ledger: Ledger, documents: Iterable[str]) -> set[str]:
    """Find anew what these documents tell; all documents whose claims are named otherwise than before."""
    return _Retelling(ledger).run(documents)


class _Retelling:
    """One pass over some documents' claims, and over the matters that they are about."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.touched: set[str] = set()

    def run(self, documents: Iterable[str]) -> set[str]:
        ledger = self.ledger
        meaning = Bearers(_Bearing(ledger), ledger.corpus.profiles, ledger.one)
        stirred: set[str] = set()
        reached = set(documents)
        for document in sorted(reached.copy()):
            new = [t for t in self._tellings(document, meaning) if not is_open(t)]
            changed = self._put(document, new, [t for t in ledger.told.get(document) or [] if is_open(t)])
            stirred |= self._retell(*changed)
            reached |= {d for told in (*changed[0], *changed[1]) for d in self._beside(told)}
        for document in sorted(reached):
            open_ = [self._with_thing(document, t) for t in self._tellings(document, meaning) if is_open(t)]
            changed = self._put(document, open_, [t for t in ledger.told.get(document) or [] if not is_open(t)])
            stirred |= self._retell(*changed)
        self._settle(sorted(stirred))
        return self.touched

    def _tellings(self, document: str, meaning: Bearers) -> Iterable[Told]:
        return set(tellings(document, self.ledger.claims.get(document) or [], self.ledger.one, meaning))

    def _put(self, document: str, told: Iterable[Told], kept: Iterable[Told]) -> tuple[set[Told], set[Told]]:
        """Write down what a document tells beside what is ``kept``; what it tells no more, and what is new."""
        stay, new = set(kept), set(told)
        old = set(self.ledger.told.get(document) or ()) - stay
        if new != old:
            self.touched.add(document)
            put_or_drop(self.ledger.told, document, sorted(stay | new, key=_by_content))
        return old - new, new - old

    def _beside(self, told: Told) -> set[str]:
        """The documents that tell a sum of a program without the program's name."""
        ledger = self.ledger
        found: set[str] = set()
        for thing in told.about if told.amount and len(told.about) == 1 else ():
            for key in ledger.class_of(thing):
                found |= ledger.wanting.get(entry(told.amount, key), set())
        return found

    def _with_thing(self, document: str, told: Told) -> Told:
        """A sum whose words name nothing, with the program of which another document tells it."""
        if not told.about[0].startswith("purpose/"):
            return told
        program = whose(self.ledger, document, told)
        return replace(told, about=(program,)) if program else told

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
            put_or_drop(ledger.matters, matter, rows)
        for told, number in [(t, -1) for t in gone] + [(t, 1) for t in come]:
            if is_open(told):
                about = dict(ledger.wordings.get(told.key) or {})
                stirred |= about.keys()
                matter = _matter(told)
                about[matter] = about.get(matter, 0) + number
                if not about[matter]:
                    del about[matter]
                stirred |= about.keys()
                put_or_drop(ledger.wordings, told.key, about)
        return stirred

    def _settle(self, matters: Iterable[str]) -> None:
        """Which of the claims on each matter are one claim, and which sums are others rounded.

        A claim whose words name no program may go from one matter to another: all that matters no longer say of
        claims is let go before what they say now is put down.
        """
        ledger, put = self.ledger, list[tuple[Table[str], str, str]]()
        for matter in matters:
            rows = ledger.matters.get(matter) or []
            clear = [t for t in rows if len(ledger.wordings.get(t.key) or ()) < 2]  # else one wording means two things
            classes, rounded = joined(clear)
            tops = {key: min(members) for members in classes for key in members if key != min(members)}
            old_tops, old_rounded = ledger.settled.get(matter) or ({}, {})
            if (tops, rounded) == (old_tops, old_rounded):
                continue
            moved = {k for k in tops.keys() | old_tops.keys() if tops.get(k) != old_tops.get(k)}
            other = {k for k in rounded.keys() | old_rounded.keys() if rounded.get(k) != old_rounded.get(k)}
            for table, now, keys in ((ledger.one_claim, tops, moved), (ledger.rounded, rounded, other)):
                for key in sorted(keys):
                    put_or_drop(table, key, None)
                put += [(table, key, now[key]) for key in sorted(keys & now.keys())]
            for told in rows:
                if told.key in moved or {told.key, tops.get(told.key), old_tops.get(told.key)} & other:
                    self.touched |= told.documents
            put_or_drop(ledger.settled, matter, [tops, rounded] if tops or rounded else None)
        for table, key, value in put:
            put_or_drop(table, key, value)


class _Bearing:
    """By core the keys of those who bear the name, as the ledger files them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, core: str, default: Iterable[str], /) -> Iterable[str]:
        """Those who bear the name; ``default`` where there are none."""
        return self._ledger.members.get(f"bears:{core}") or default


def _matter(told: Told) -> str:
    kind = "sum" if told.amount else "office"
    return "\x1f".join((kind, *told.about))


def _by_content(told: Told) -> tuple[object, ...]:
    return told.key, told.about, told.slots, sorted(told.documents)
