"""A tidy tree round a centre: branches to both sides, one line for each leaf, so that no two labels overlap."""

from dataclasses import dataclass

import networkx as nx

LINE = 46
COLUMN = 330
MARGIN = 40
_ORDER = ("program", "organization", "person", "event", "region")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands, in pixels from the picture's upper left corner; ``side`` is -1 left, 1 right, 0 centre."""

    x: float
    y: float
    side: int


def tidy(graph: "nx.MultiDiGraph[str]", centre: str) -> tuple[dict[str, Place], dict[str, str], tuple[int, int]]:
    """Places of all things, the parent of each in the tree, and the picture's width and height."""
    parents = _tree(graph, centre)
    children: dict[str, list[str]] = {}
    for node in graph:
        if node in parents:
            children.setdefault(parents[node], []).append(node)
    for row in children.values():
        row.sort(
            key=lambda n: (
                _ORDER.index(k) if (k := graph.nodes[n]["kind"]) in _ORDER else 9,
                graph.nodes[n]["label"],
                n,
            )
        )
    leaves = {n: _leaves(n, children) for n in graph}
    left, right = _sides(children.get(centre, []), leaves)
    depth = max((graph.nodes[n]["hop"] for n in graph), default=0)
    height = max(sum(leaves[n] for n in left), sum(leaves[n] for n in right), 3) * LINE + 2 * MARGIN
    sides = (1 if right else 0) + (1 if left else 0)
    middle = (COLUMN * depth if left else 0) + 170
    width = (COLUMN * depth) * max(sides, 1) + 340
    places = {centre: Place(middle, height / 2, 0)}
    for branch, side in ((left, -1), (right, 1)):
        used = sum(leaves[n] for n in branch) * LINE
        _put(branch, side, (height - used) / 2, middle + side * COLUMN, places, children, leaves)
    return places, parents, (int(width), int(height))


def _tree(graph: "nx.MultiDiGraph[str]", centre: str) -> dict[str, str]:
    """Each thing's parent: the neighbour through which it was reached first."""
    parents: dict[str, str] = {}
    queue = [centre]
    for node in queue:
        for other in sorted({*graph.successors(node), *graph.predecessors(node)}):
            if other != centre and other not in parents:
                parents[other] = node
                queue.append(other)
    return parents


def _leaves(node: str, children: dict[str, list[str]]) -> int:
    return sum(_leaves(c, children) for c in children.get(node, ())) or 1


def _sides(nodes: list[str], leaves: dict[str, int]) -> tuple[list[str], list[str]]:
    """The branches for left and right: about as many lines on each side, kinds kept together."""
    if len(nodes) < 6:
        return [], nodes
    half, taken = sum(leaves[n] for n in nodes) / 2, 0
    for i, node in enumerate(nodes):
        taken += leaves[node]
        if taken >= half:
            return nodes[i + 1 :], nodes[: i + 1]
    return [], nodes


def _put(
    nodes: list[str],
    side: int,
    top: float,
    x: float,
    places: dict[str, Place],
    children: dict[str, list[str]],
    leaves: dict[str, int],
) -> None:
    for node in nodes:
        places[node] = Place(x, top + leaves[node] * LINE / 2, side)
        _put(children.get(node, []), side, top, x + side * COLUMN, places, children, leaves)
        top += leaves[node] * LINE
