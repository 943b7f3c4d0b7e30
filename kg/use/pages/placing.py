"""Where things stand in the graph view: rings round the centre, opened things with fans of their own, free labels.

The same things in the same order stand in the same places, so that an address brings the same view back.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_WIDTH = 92.0
"""So wide a place a thing gets on its ring."""
_RING, _FARTHEST = 190.0, 480.0
_ROW = 86.0
_LETTER, _LINE = 12.5, 20.0
_ORDER = ("program", "organization", "person", "event", "region")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands."""

    x: float
    y: float


def placed(centre: str, children: Mapping[str, Sequence[str]], kinds: Mapping[str, str]) -> dict[str, Place]:
    """Places of the centre and of all that hangs on it; ``children`` are in the order in which they shall stand."""
    weights = {centre: 0}
    _weigh(centre, children, weights)
    places = {centre: Place(0, 0)}
    _fan(centre, children, kinds, weights, places, (0.0, 0.0), (-math.pi / 2, 1.5 * math.pi), 0.0)
    return {name: Place(round(p.x, 1), round(p.y, 1)) for name, p in places.items()}


def _weigh(thing: str, children: Mapping[str, Sequence[str]], weights: dict[str, int]) -> int:
    weights[thing] = sum(_weigh(c, children, weights) for c in children.get(thing, ())) or 1
    return weights[thing]


def _fan(
    thing: str,
    children: Mapping[str, Sequence[str]],
    kinds: Mapping[str, str],
    weights: Mapping[str, int],
    places: dict[str, Place],
    at: tuple[float, float],
    wedge: tuple[float, float],
    radius: float,
) -> None:
    """Put the children of a thing into its wedge, in as many rows as they need, kinds beside each other."""
    own = sorted(children.get(thing, ()), key=lambda c: _ORDER.index(kinds[c]) if kinds[c] in _ORDER else len(_ORDER))
    if not own:
        return
    whole = sum(weights[c] for c in own)
    begin, end = wedge
    near = radius + min(max(_RING, len(own) * _WIDTH / (end - begin) - radius), _FARTHEST)
    rows = 1
    while rows * (end - begin) * (near + rows * _ROW / 2) < len(own) * _WIDTH and rows < 40:
        rows += 1
    angle = begin
    for number, child in enumerate(own):
        step = (end - begin) * weights[child] / whole
        far = near + (number % rows) * _ROW
        middle = angle + step / 2
        places[child] = Place(at[0] + far * math.cos(middle), at[1] + far * math.sin(middle))
        if children.get(child):
            outer = near + rows * _ROW
            spread = max(step, 0.5)
            _fan(child, children, kinds, weights, places, at, (middle - spread / 2, middle + spread / 2), outer)
        angle += step


def free_labels(labels: Sequence[tuple[str, str, Place]], taken: Sequence[Place] = ()) -> set[str]:
    """Which labels can be shown at rest without covering each other: the first come first.

    ``labels`` are names of things, their words and where the things stand; a label stands under its thing.
    """
    cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}
    shown = set()
    for name, words, place in labels:
        wide = min(len(words), 18) * _LETTER + 8
        high = _LINE * (2 if len(words) > 18 else 1)
        box = (place.x - wide / 2, place.y + 12, place.x + wide / 2, place.y + 12 + high)
        near = {(int(x // 200), int(y // 200)) for x in (box[0], place.x, box[2]) for y in (box[1], box[3])}
        if any(_covers(box, other) for cell in near for other in cells.get(cell, ())):
            continue
        shown.add(name)
        for cell in near:
            cells.setdefault(cell, []).append(box)
    return shown


def _covers(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
