"""A reading as the graph shows it: what identity makes one thing is one node, under the name the graph gives it."""

from collections.abc import Iterable
from dataclasses import replace

from kg.graph.quads import Identity, hashed
from kg.graph.terms import CLAIM_KINDS, name_of, thing
from kg.resolution.reading import Derivation, Named, Node, Property, Reading, claim_key

_CLAIMS = tuple(f"{kind}/" for kind in CLAIM_KINDS)


def joined(reading: Reading, identity: Identity) -> Reading:
    """The reading with canonical keys (a claim has its kind and hash) and a labelled node for all it links to."""
    joining = _Joining(reading, identity)
    for node in reading.nodes:
        joining.take(node)
    document = tuple(joining.linked(reading.document))
    named = tuple(Named(n.begin, n.end, joining.name(n.key)) for n in reading.named)
    joining.label_linked(document)
    return replace(reading, document=document, named=named, nodes=tuple(joining.nodes.values()))


class _Joining:
    """Puts the nodes of one reading together."""

    def __init__(self, reading: Reading, identity: Identity) -> None:
        self.told = {n.key: n for n in reading.nodes}
        self.identity = identity
        self.nodes: dict[str, Node] = {}
        self.labels: dict[str, str] = {}

    def name(self, key: str) -> str:
        """The path under which the thing with this key stands in the graph."""
        node = self.told.get(key)
        if node is None or not node.identity:
            canonical = self.identity.canonical(key)
            self.labels.setdefault(canonical, self.identity.label(key) or name_of(thing(canonical)))
            return canonical
        slots = tuple((n, self.name(v) if is_key else v, False) for n, v, is_key in node.identity)
        return hashed(self.identity.canonical(claim_key(node.kind, slots)))

    def linked(self, properties: Iterable[Property]) -> list[Property]:
        """Statements with canonical keys; links to claims that were left out are dropped."""
        return [
            p._replace(value=self.name(p.value)) if p.type == "key" else p
            for p in properties
            if p.type != "key" or p.value in self.told or not p.value.startswith(_CLAIMS)
        ]

    def take(self, node: Node) -> None:
        """Add a node; where its thing is there already, the two become one."""
        key = self.name(node.key)
        bare = node.derivation is None and node.kind != "role"
        label = None if node.label is None else self.identity.label(node.key) or node.label
        others = () if bare or node.label is None else (*node.alternates, node.label)
        taken = replace(
            node,
            key=key,
            label=label,
            types=() if bare else node.types,
            alternates=tuple(sorted({o for o in others if o != label})),
            properties=() if bare else tuple(sorted(self.linked(node.properties))),
        )
        before = self.nodes.get(key)
        self.nodes[key] = taken if before is None else _merged(before, taken)

    def label_linked(self, document: Iterable[Property]) -> None:
        """Give what is only linked to a node with a label."""
        links = [p.value for n in self.nodes.values() for p in n.properties if p.type == "key"]
        for key in (*links, *(p.value for p in document if p.type == "key")):
            if key not in self.nodes:
                self.nodes[key] = Node(key, key.partition("/")[0], (), self.labels.get(key))


def _merged(a: Node, b: Node) -> Node:
    """One thing told twice: names and evidence come together; of a claim the first telling keeps its slots."""
    told = {p.predicate for p in a.properties} if a.identity else set()
    return replace(
        a,
        label=a.label or b.label,
        types=tuple(dict.fromkeys((*a.types, *b.types))),
        alternates=tuple(sorted({*a.alternates, *b.alternates} - {a.label or ""})),
        properties=tuple(sorted({*a.properties, *(p for p in b.properties if p.predicate not in told)})),
        derivation=_both(a.derivation, b.derivation),
    )


def _both(a: Derivation | None, b: Derivation | None) -> Derivation | None:
    if a is None or b is None:
        return a or b
    slots = dict.fromkeys((*a.slots, *b.slots))
    return a._replace(spans=tuple(sorted({*a.spans, *b.spans})), slots=tuple(slots))
