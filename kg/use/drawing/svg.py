"""The picture as SVG: kinds by colour, amounts on edges, names in full where they fit."""

from html import escape

import networkx as nx

from kg.use.drawing.layout import COLUMN, Place, tidy

FONT = "'Noto Sans KR','Noto Sans CJK KR','Apple SD Gothic Neo','Malgun Gothic','NanumGothic',sans-serif"
COLOURS = {
    "person": ("사람", "#1d4ed8"),
    "organization": ("기관", "#0f766e"),
    "program": ("사업", "#b45309"),
    "event": ("행사", "#7c3aed"),
    "region": ("지역", "#475569"),
}
_WIDTH = 168
_HEIGHT = 34
_CHARACTERS = 13
_LEGEND = 34


def svg(graph: "nx.MultiDiGraph[str]", centre: str) -> str:
    """The drawing of a neighbourhood; the same graph gives the same bytes."""
    places, parents, (width, height) = tidy(graph, centre)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height + _LEGEND}"'
        f' viewBox="0 0 {width} {height + _LEGEND}" font-family="{FONT}" font-size="13">',
        f'<rect width="{width}" height="{height + _LEGEND}" fill="#ffffff"/>',
    ]
    edges = sorted(graph.edges(keys=True, data=True), key=lambda e: (e[0], e[1], e[2]))
    by_pair: dict[tuple[str, str], list[int]] = {}
    for number, (a, b, _, _) in enumerate(edges):
        by_pair.setdefault((a, b) if parents.get(b) == a else (b, a), []).append(number)
    for (a, b), numbers in sorted(by_pair.items()):
        labels = list(dict.fromkeys(edges[n][3]["label"] for n in numbers))
        parts.append(_edge(places[a], places[b], labels, numbers, parents.get(b) == a))
    for number, node in enumerate(sorted(graph)):
        parts.append(_node(graph.nodes[node], places[node], number, node == centre))
    parts.append(_legend(graph, height))
    return "\n".join([*parts, "</svg>", ""])


def _edge(a: Place, b: Place, labels: list[str], numbers: list[int], tree: bool) -> str:
    """A curve from parent to child, with its label just before the child."""
    side = b.side or -a.side or 1
    x1, x2 = a.x + side * _WIDTH / 2, b.x - side * _WIDTH / 2
    if not tree and a.side == b.side and a.x == b.x:  # both in one column: an arc on the outer side
        x1 = x2 = a.x + a.side * _WIDTH / 2
        path = (
            f"M{x1:.1f},{a.y:.1f} C{x1 + a.side * 60:.1f},{a.y:.1f} {x2 + a.side * 60:.1f},{b.y:.1f} {x2:.1f},{b.y:.1f}"
        )
    else:
        bend = (x1 + x2) / 2 - side * 20
        path = f"M{x1:.1f},{a.y:.1f} C{bend:.1f},{a.y:.1f} {bend:.1f},{b.y:.1f} {x2:.1f},{b.y:.1f}"
    ids = " ".join(map(str, numbers))
    shown = labels[0] + (f" 외 {len(labels) - 1}" if len(labels) > 1 else "")
    line = f'<path d="{path}" fill="none" stroke="#94a3b8" stroke-width="{1.4 if tree else 0.8}"'
    line += "/>" if tree else ' stroke-dasharray="4 4"/>'
    text = ""
    if tree and shown:
        anchor, x = ("end", x2 - 8) if side > 0 else ("start", x2 + 8)
        text = (
            f'<text x="{x:.1f}" y="{b.y - 5:.1f}" text-anchor="{anchor}" font-size="12" fill="#334155"'
            f' paint-order="stroke" stroke="#ffffff" stroke-width="4">{escape(_cut(shown, 16))}</text>'
        )
    hit = f'<path d="{path}" fill="none" stroke="transparent" stroke-width="14"/>'
    return f'<g class="edge" data-edges="{ids}" tabindex="0" role="button">{line}{hit}{text}</g>'


def _node(data: dict[str, str], place: Place, number: int, centre: bool) -> str:
    colour = COLOURS.get(data["kind"], ("", "#475569"))[1]
    x, y = place.x - _WIDTH / 2, place.y - _HEIGHT / 2
    fill, ink = (colour, "#ffffff") if centre else ("#ffffff", "#0f172a")
    lines = _lines(data["label"])
    texts = "".join(
        f'<text x="{place.x:.1f}" y="{place.y + 4.5 + (i - (len(lines) - 1) / 2) * 14:.1f}" text-anchor="middle"'
        f' font-size="{13 if len(lines) == 1 else 11.5}" fill="{ink}" font-weight="{700 if centre else 500}">'
        f"{escape(line)}</text>"
        for i, line in enumerate(lines)
    )
    return (
        f'<g class="node" data-node="{number}" tabindex="0" role="button"><title>{escape(data["label"])}</title>'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{_WIDTH}" height="{_HEIGHT}" rx="9" fill="{fill}" stroke="{colour}"'
        f' stroke-width="1.8"/>{texts}</g>'
    )


def _lines(label: str) -> list[str]:
    """A label on one line, or on two; what does not fit ends in an ellipsis."""
    if len(label) <= _CHARACTERS:
        return [label]
    cut = label.rfind(" ", 0, _CHARACTERS + 2)
    cut = cut if cut > 3 else _CHARACTERS
    return [label[:cut].strip(), _cut(label[cut:].strip(), _CHARACTERS + 1)]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _legend(graph: "nx.MultiDiGraph[str]", height: int) -> str:
    kinds = [k for k in COLOURS if any(d["kind"] == k for _, d in graph.nodes(data=True))]
    parts = []
    for i, kind in enumerate(kinds):
        name, colour = COLOURS[kind]
        x = 20 + i * (COLUMN / 4)
        parts.append(f'<circle cx="{x:.1f}" cy="{height + 12}" r="6" fill="{colour}"/>')
        parts.append(f'<text x="{x + 12:.1f}" y="{height + 17}" fill="#334155">{name}</text>')
    return "".join(parts)
