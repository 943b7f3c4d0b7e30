"""Which keys are tied to which, and the classes that the ties make."""

from collections import defaultdict
from collections.abc import Iterator

from kg.identity.joining import Joining, Pair
from kg.identity.ledger import Ledger

_ORDER = {
    "organization": 0,
    "organization-unit": 0,
    "organization-holder": 0,
    "organization-tail": 0,
    "organization-bare": 0,
    "program": 1,
    "short": 1,
    "tail": 1,
    "person": 2,
    "event": 3,
}


class Ties:
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
            for other in (*(k for _, p in self._pairs(at) for k in p[:2]), *self._ledger.judged.get(at, ())):
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
