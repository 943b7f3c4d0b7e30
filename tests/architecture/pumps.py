"""Texts that make a regular expression try again and again: what a repeat of it takes, many times, and then an end."""

from collections.abc import Iterator, Sequence
from re import _constants as C  # type: ignore[attr-defined]
from re import _parser as P  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Tree = Sequence[tuple[Any, Any]]

REPEATS = (C.MAX_REPEAT, C.MIN_REPEAT, C.POSSESSIVE_REPEAT)
_PREFERRED = " 가1a,.·-(|:\t\n년은시"
_OTHERS = [*_PREFERRED, *map(chr, range(33, 127)), *"’‘“”」』》〉】…—–ㆍ△▲Ⅰ①□○※：억만월원"]
_PLAIN = (" ", "\t", "\n", "1", "a", "가", "가 ", "1 ", ".", "-", "가, ", "1,", "| ", "·가", "(", "“", "1년 ", "“가” ")
_LONG = 8
"""A repeat of this many times is taken for endless."""


class Pump(NamedTuple):
    """A text in three parts, of which the middle is said many times."""

    before: str
    piece: str
    after: str

    def said(self, size: int) -> str:
        """The text with a middle of about ``size`` characters."""
        return self.before + self.piece * max(2, size // len(self.piece)) + self.after


def pumps(tree: Tree) -> Iterator[Pump]:
    """The texts to try on an expression: runs of plain things, and what its own repeats take."""
    tried: set[tuple[str, str]] = {("", piece) for piece in _PLAIN}
    for before, body in _repeats(tree, ()):
        for wanted in [c for c in _PREFERRED if takes(body, c)][:4] or ["가"]:
            for least in (0, 1):
                if piece := sample(body, wanted, least):
                    tried.add((sample(before, "가"), piece))
        tried |= {(sample(before, "가"), sample([part], "가", 1)) for part in _branches(body)}
    for lead, piece in sorted(tried):
        if piece:
            yield from (Pump(lead, piece, end) for end in ("\0", "다"))


def takes(tree: Tree, wanted: str) -> bool:
    """Whether a character may stand in what the tree matches."""
    return any(
        has(items, wanted)
        if (items := letters(op, value)) is not None
        else any(takes(t, wanted) for t in inner(op, value))
        for op, value in tree
    )


def sample(tree: Tree, wanted: str, least: int = 0) -> str:
    """A short text that the tree matches, with the wanted character wherever one may stand."""
    said = []
    for op, value in tree:
        if (items := letters(op, value)) is not None:
            said.append(next((c for c in (wanted, *_OTHERS, *_named(items)) if has(items, c)), "?"))
        elif op in REPEATS:
            said.append(sample(value[2], wanted) * min(max(value[0], least), 50))
        elif parts := inner(op, value):
            said.append(sample(next((p for p in parts if takes(p, wanted)), parts[0]), wanted, least))
    return "".join(said)


def letters(op: Any, value: Any) -> Tree | None:
    """The characters that a node takes, if it takes one."""
    if op is C.IN:
        return value  # type: ignore[no-any-return]
    return [(op, value)] if op in (C.LITERAL, C.NOT_LITERAL, C.ANY) else None


def has(items: Tree, letter: str) -> bool:
    """Whether a character is one of those of a class."""
    within = {
        C.CATEGORY_SPACE: letter.isspace(),
        C.CATEGORY_DIGIT: letter.isdecimal(),
        C.CATEGORY_WORD: letter.isalnum() or letter == "_",
        C.CATEGORY_NOT_SPACE: not letter.isspace(),
        C.CATEGORY_NOT_DIGIT: not letter.isdecimal(),
        C.CATEGORY_NOT_WORD: not (letter.isalnum() or letter == "_"),
    }
    place, turned, hit = ord(letter), False, False
    for op, value in items:
        turned |= op is C.NEGATE
        hit |= (op is C.LITERAL and place == value) or (op is C.NOT_LITERAL and place != value)
        hit |= (op is C.RANGE and value[0] <= place <= value[1]) or (op is C.CATEGORY and within[value])
        hit |= op is C.ANY and letter != "\n"
    return hit != turned


def inner(op: Any, value: Any) -> list[Tree]:
    """The trees inside a node, without those that only look ahead or back."""
    if op in REPEATS:
        return [value[2]]
    if op is C.SUBPATTERN:
        return [value[3]]
    if op is C.ATOMIC_GROUP:
        return [value]
    return list(value[1]) if op is C.BRANCH else []


def parsed(expression: str, flags: int) -> Tree:
    """The tree of an expression."""
    return P.parse(expression, flags)  # type: ignore[no-any-return]


def _named(items: Tree) -> list[str]:
    """The first characters that a class names."""
    return [chr(value if op is C.LITERAL else value[0]) for op, value in items if op in (C.LITERAL, C.RANGE)]


def _repeats(tree: Tree, before: Tree) -> Iterator[tuple[Tree, Tree]]:
    """What stands before each repeat, and its body."""
    for place, (op, value) in enumerate(tree):
        lead = [*before, *tree[:place]]
        if op in REPEATS and value[1] >= _LONG:
            yield lead, value[2]
        for part in inner(op, value):
            yield from _repeats(part, lead)


def _branches(body: Tree) -> Iterator[tuple[Any, Any]]:
    """The ways of a body, each as a node: of «가|나» both."""
    for op, value in body:
        for part in inner(op, value):
            if len(part):
                yield C.SUBPATTERN, (None, 0, 0, part)
            for ways in (v for o, v in part if o is C.BRANCH):
                yield from ((C.SUBPATTERN, (None, 0, 0, way)) for way in ways[1] if len(way))
