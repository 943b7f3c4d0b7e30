"""From scored pairs and judgements to classes of keys: a negative always wins."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kg.identity.identity import Unsure
from kg.identity.weights import Scored

Verdict = Literal["same", "different", "unsure"]
Judgement = tuple[str, str, Verdict]
"""Two keys and what a person decided about them."""


class Pair(NamedTuple):
    """Two keys with what speaks for their being one thing."""

    one: str
    other: str
    scored: Scored


class Joining:
    """Classes of keys that grow pair by pair; keys that are told apart never come into one class.

    A class is held by its least key, so that the order of the pairs matters only where a negative stands between:
    there the higher score goes first, then the lesser keys.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._above: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self.joined: list[Unsure] = []
        """Pairs that were joined because enough speaks for it."""
        self._against: dict[str, set[str]] = {}
        told = {(min(a, b), max(a, b), verdict) for a, b, verdict in judgements if a != b}
        self._apart = {(a, b) for a, b, verdict in told if verdict == "different"}
        self._same = {(a, b) for a, b, verdict in told if verdict == "same"} - self._apart
        self._open = {(a, b) for a, b, verdict in told if verdict == "unsure"} - self._apart - self._same
        for a, b in self._apart:
            self._against.setdefault(a, set()).add(b)
            self._against.setdefault(b, set()).add(a)

    def settle(self, pairs: Iterable[Pair]) -> list[Unsure]:
        """Join what judgements call the same and what scores high enough; the pairs that stay unsure, sorted."""
        for a, b in sorted(self._same):
            self.join(a, b)
        unique: dict[tuple[str, str], Scored] = {}
        for one, other, scored in pairs:
            names = (min(one, other), max(one, other))
            if one != other and (names not in unique or scored > unique[names]):
                unique[names] = scored
        ranked = sorted(unique.items(), key=lambda p: (-p[1].score, p[0]))
        unsure = []
        for (a, b), scored in ranked:
            if scored.same and (a, b) not in self._open and self.join(a, b):
                self.joined.append(Unsure(a, b, scored.score, scored.reasons))
        for (a, b), scored in ranked:
            settled = self.top(a) == self.top(b) or (a, b) in self._apart
            if not settled and (scored.open or (scored.same and (a, b) in self._open)):
                unsure.append(Unsure(a, b, scored.score, scored.reasons))
        return sorted(unsure)

    def top(self, key: str) -> str:
        """The key that holds a key's class."""
        above = self._above.get(key, key)
        while (higher := self._above.get(above, above)) != above:
            self._above[key] = above = higher
        return above

    def join(self, a: str, b: str) -> bool:
        """Make one class of two, unless a negative stands between any of their keys."""
        a, b = sorted((self.top(a), self.top(b)))
        if a == b:
            return True
        mine, theirs = self._members.get(a, [a]), self._members.get(b, [b])
        few, many = sorted((mine, theirs), key=len)
        top = self.top(many[0])
        if self._against and any(self.top(other) == top for key in few for other in self._against.get(key, ())):
            return False
        self._above[b] = a
        self._members[a] = mine + theirs
        self._members.pop(b, None)
        return True

    def classes(self) -> list[list[str]]:
        """The classes of more than one key, each sorted."""
        return sorted(sorted(members) for members in self._members.values())
