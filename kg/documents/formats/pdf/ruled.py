"""Tables whose cells are divided by drawn lines."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.documents.formats.office.blocks import Cell, Paragraph, Table
from kg.documents.formats.pdf.fragments import Fragment
from kg.documents.formats.pdf.letters import Box, Letter, Rule

_NEAR = 3.0
"""Lines nearer than so many points meet, or are one."""
_COVERED = 0.6
"""The share of a cell's side that a line must cover to divide it from its neighbour."""
_MOST_LINES = 300
_MOST_RULES = 1500
Words = Callable[[list[Letter], float], list[str]]


class _Frame(NamedTuple):
    """A table's columns and rows as the places of its lines, both ascending, and the lines themselves."""

    xs: list[float]
    ys: list[float]
    rules: list[Rule]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def ruled_tables(letters: Sequence[Letter], rules: Sequence[Rule], words: Words) -> tuple[list[Fragment], list[Letter]]:
    """The tables of a page, each as one fragment, and the letters that stand in none.

    ``words`` makes paragraphs of the letters of a cell of some width.
    """
    frames = sorted((f for f in map(_frame, _groups(_merged(rules))) if f), key=lambda f: f.box.width * f.box.height)
    inside: list[list[Letter]] = [[] for _ in frames]
    outside: list[Letter] = []
    for letter in letters:
        x, y = (letter.box.left + letter.box.right) / 2, (letter.box.bottom + letter.box.top) / 2
        boxes = enumerate(frame.box for frame in frames)
        at = next((n for n, b in boxes if b.left <= x <= b.right and b.bottom <= y <= b.top), None)
        (outside if at is None else inside[at]).append(letter)
    tables: list[Fragment] = []
    for frame, held in zip(frames, inside, strict=True):
        table = _table(frame, held, words)
        if table is None:
            outside += held
        else:
            tables.append(Fragment("", frame.box, table))
    return tables, outside


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that go on or cover each other as one; none where too many are left for tables."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.upright, round(r.at), r.begin)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.upright == rule.upright
            and abs(last.at - rule.at) <= 1.0
            and rule.begin <= last.end + _NEAR
        ):
            found[-1] = last._replace(end=max(last.end, rule.end))
        else:
            found.append(rule)
    return found if len(found) <= _MOST_RULES else []


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that meet, group by group."""
    levels = sorted((r for r in rules if not r.upright), key=lambda r: r.at)
    uprights = [r for r in rules if r.upright]
    group = list(range(len(uprights) + len(levels)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for u, upright in enumerate(uprights):
        for k, level in enumerate(levels, len(uprights)):
            if (
                upright.begin - _NEAR <= level.at <= upright.end + _NEAR
                and level.begin - _NEAR <= upright.at <= level.end + _NEAR
            ):
                group[root(u)] = root(k)
    found: dict[int, list[Rule]] = {}
    for n, rule in enumerate([*uprights, *levels]):
        found.setdefault(root(n), []).append(rule)
    return list(found.values())


def _frame(rules: list[Rule]) -> _Frame | None:
    """The frame that lines make, its open sides closed; None where they make no two columns and two cells."""
    uprights, levels = [r for r in rules if r.upright], [r for r in rules if not r.upright]
    if not uprights or len(levels) < 2:
        return None
    xs = _places([*(r.at for r in uprights), min(r.begin for r in levels), max(r.end for r in levels)])
    ys = _places([*(r.at for r in levels), min(r.begin for r in uprights), max(r.end for r in uprights)])
    if len(xs) < 3 or len(ys) < 2 or len(xs) > _MOST_LINES or len(ys) > _MOST_LINES:
        return None
    return _Frame(xs, ys, rules)


def _places(values: list[float]) -> list[float]:
    """Places in ascending order, those near each other as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _table(frame: _Frame, letters: list[Letter], words: Words) -> Table | None:
    """The cells of a frame, each with its letters; None where fewer than two hold any."""
    owner = _owners(frame)
    held: dict[int, list[Letter]] = {}
    for letter in letters:
        x, y = (letter.box.left + letter.box.right) / 2, (letter.box.bottom + letter.box.top) / 2
        held.setdefault(owner[_slot(frame.ys, y)][_slot(frame.xs, x)], []).append(letter)
    if len(held) < 2:
        return None
    places: dict[int, list[tuple[int, int]]] = {}
    for row, line in enumerate(owner):
        for column, cell in enumerate(line):
            places.setdefault(cell, []).append((row, column))
    rows = len(frame.ys) - 1
    cells: list[Cell] = []
    for number, at in sorted(places.items()):
        low, high = min(r for r, _ in at), max(r for r, _ in at)
        left, right = min(c for _, c in at), max(c for _, c in at)
        told = words(held.get(number, []), frame.xs[right + 1] - frame.xs[left])
        blocks = tuple(Paragraph(w) for w in told)
        cells.append(Cell(rows - 1 - high, left, high - low + 1, right - left + 1, blocks))
    return Table(tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def _slot(places: list[float], value: float) -> int:
    return min(max(sum(p <= value for p in places) - 1, 0), len(places) - 2)


def _owners(frame: _Frame) -> list[list[int]]:
    """The number of the cell that covers each square of the frame, row by row from the bottom."""
    wide, high = len(frame.xs) - 1, len(frame.ys) - 1
    group = list(range(wide * high))

    def root(n: int) -> int:
        while group[n] != n:
            n = group[n]
        return n

    for row in range(high):
        for column in range(wide):
            here = row * wide + column
            if column + 1 < wide and not _drawn(frame, True, frame.xs[column + 1], frame.ys[row], frame.ys[row + 1]):
                group[max(root(here), root(here + 1))] = min(root(here), root(here + 1))
            if row + 1 < high and not _drawn(frame, False, frame.ys[row + 1], frame.xs[column], frame.xs[column + 1]):
                group[max(root(here), root(here + wide))] = min(root(here), root(here + wide))
    return [[root(row * wide + column) for column in range(wide)] for row in range(high)]


def _drawn(frame: _Frame, upright: bool, at: float, begin: float, end: float) -> bool:
    """Whether lines cover most of a side."""
    covered = sorted(
        (max(r.begin, begin), min(r.end, end))
        for r in frame.rules
        if r.upright == upright and abs(r.at - at) <= _NEAR and r.begin < end and r.end > begin
    )
    length, place = 0.0, begin
    for low, high in covered:
        length += max(0.0, high - max(low, place))
        place = max(place, high)
    return length >= _COVERED * (end - begin)
