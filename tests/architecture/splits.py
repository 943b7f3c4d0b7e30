"""Repeats that can read one text in several ways: each of n words that read in two makes 2ⁿ ways to try.

A repeat's body becomes an automaton with a state for each character class. Two runs over it that read the same text,
part and come back to one state tell that the text can be split in two ways.
"""

from collections.abc import Iterator
from re import _constants as C  # type: ignore[attr-defined]
from typing import Any

from tests.architecture.patterns import Found
from tests.architecture.pumps import REPEATS, Tree, has, inner, letters, parsed

_ENDLESS = 24
"""A repeat that may go on longer is taken for endless."""
_HARMLESS = {
    "kg.facts.allocation.table_labels._FRAME_LEAD": "a look-ahead keeps a year from what a figure's mark takes",
    "kg.facts.allocation.table_labels._FRAME_TAIL": "a look-ahead keeps a year from what a figure's mark takes",
    "kg.facts.allocation.per_unit._SHARE_UP_TO": "a look-ahead keeps one white space from being two's",
    "kg.documents.head._BODIES": "a body's name is an atomic group and ends where its letters end",
}
"""Places where looks ahead or atomic groups, which the automaton does not know, leave one way, or no text has two."""

State = tuple[bool, set[int], set[int]]
"""Whether a part may be empty, where it begins, where it ends."""


def split_in_many_ways(found: Found) -> str | None:
    """The repeat of an expression that reads a text in several ways and may be asked for all; None without one."""
    if found.place in _HARMLESS:
        return None
    for body in _loops(parsed(found.expression, found.flags), False):
        if told := _Automaton(body).two_ways(body):
            return f"{found.place}: {told} can be read in two ways in a repeat of {found.expression[:200]}"
    return None


def _loops(tree: Tree, fails: bool) -> Iterator[Tree]:
    """The bodies of endless repeats behind which something may fail, so that other ways are tried."""
    for place, (op, value) in enumerate(tree):
        later = fails or any(_may_fail(*node) for node in tree[place + 1 :])
        if op in (C.ASSERT, C.ASSERT_NOT):
            yield from _loops(value[1], True)
        elif op in REPEATS and value[1] > _ENDLESS and op is not C.POSSESSIVE_REPEAT and later:
            yield value[2]
        else:
            alone = op in (C.POSSESSIVE_REPEAT, C.ATOMIC_GROUP)
            for part in inner(op, value):
                yield from _loops(part, later and not alone)


def _may_fail(op: Any, value: Any) -> bool:
    """Whether a node can fail where anything may stand."""
    if op in REPEATS:
        return bool(value[0])
    parts = inner(op, value)
    return not parts or all(any(_may_fail(*node) for node in part) for part in parts)


class _Automaton:
    """The classes of a body's characters and which may follow which."""

    def __init__(self, body: Tree) -> None:
        self.alphabet = sorted({*" 가1a.,-(\n\tA\0", *_letters(body)})
        self.classes: list[int] = []
        self.follow: dict[int, set[int]] = {}
        self.double: list[int] = []

    def two_ways(self, body: Tree) -> str:
        """A character in which two ways part, in a body that is repeated; empty without one."""
        _, first, last = self._sequence(body)
        self._join(last, first)
        if self.double:
            return self._shown(self.classes[self.double[0]])
        for part in self._circles():
            if any(a == b for a, b in part):
                for a, b in part:
                    if a != b:
                        return self._shown(self.classes[a] & self.classes[b])
        return ""

    def _shown(self, bits: int) -> str:
        return repr("".join(c for i, c in enumerate(self.alphabet) if bits >> i & 1)[:4])

    def _join(self, last: set[int], first: set[int]) -> None:
        for a in last:
            known = self.follow.setdefault(a, set())
            self.double += known & first
            known |= first

    def _sequence(self, tree: Tree) -> State:
        empty, first, last = True, set[int](), set[int]()
        for op, value in tree:
            may, begins, ends = self._node(op, value)
            self._join(last, begins)
            if empty:
                first |= begins
            last = last | ends if may else ends
            empty = empty and may
        return empty, first, last

    def _node(self, op: Any, value: Any) -> State:
        if (items := letters(op, value)) is not None:
            self.classes.append(sum(1 << i for i, c in enumerate(self.alphabet) if has(items, c)))
            return False, {len(self.classes) - 1}, {len(self.classes) - 1}
        if op in REPEATS:
            return self._repeat(*value)
        parts = [self._sequence(part) for part in inner(op, value)]
        if not parts:
            return True, set(), set()
        return any(p[0] for p in parts), set().union(*(p[1] for p in parts)), set().union(*(p[2] for p in parts))

    def _repeat(self, least: int, most: int, body: Tree) -> State:
        """Copies of the body one behind the other; the last goes back to itself where there is no end."""
        endless, least = most > _ENDLESS, int(least)
        empty, first, last, before = least == 0, set[int](), set[int](), set[int]()
        skipped = True
        copies = max(least, 1) if endless else int(most)
        for number in range(copies):
            may, begins, ends = self._sequence(body)
            self._join(before, begins)
            if skipped:
                first |= begins
            empty, skipped = empty or may, skipped and may
            before = before | ends if may else ends
            if endless and number == copies - 1:
                self._join(ends, begins)
            if number + 1 >= least or may:
                last |= ends
        return empty, first, last

    def _circles(self) -> list[list[tuple[int, int]]]:
        """The pairs of states that two runs over the same text can go round in (Tarjan's components)."""
        order: dict[tuple[int, int], int] = {}
        low: dict[tuple[int, int], int] = {}
        stack: list[tuple[int, int]] = []
        waiting: set[tuple[int, int]] = set()
        found: list[list[tuple[int, int]]] = []
        for root in ((state, state) for state in range(len(self.classes))):
            work = [(root, self._next(root))] if root not in order else []
            while work:
                pair, following = work[-1]
                if pair not in order:
                    order[pair] = low[pair] = len(order)
                    stack.append(pair)
                    waiting.add(pair)
                for other in following:
                    if other not in order:
                        work.append((other, self._next(other)))
                        break
                    if other in waiting:
                        low[pair] = min(low[pair], order[other])
                else:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[pair])
                    if low[pair] == order[pair]:
                        place = stack.index(pair)
                        found.append(stack[place:])
                        waiting -= set(stack[place:])
                        del stack[place:]
        return found

    def _next(self, pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
        for a in self.follow.get(pair[0], ()):
            for b in self.follow.get(pair[1], ()):
                if self.classes[a] & self.classes[b]:
                    yield a, b


def _letters(tree: Tree) -> Iterator[str]:
    """The characters that a tree names."""
    for op, value in tree:
        for kind, named in letters(op, value) or ():
            if kind in (C.LITERAL, C.NOT_LITERAL):
                yield chr(named)
            elif kind is C.RANGE:
                yield from map(chr, named)
        for part in inner(op, value):
            yield from _letters(part)
