"""An entity while a document is being resolved: spellings, mentions and statements come together in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.mentions.model import Mention
from kg.resolution.names import folded, spaced
from kg.resolution.reading import Derivation, Node, Property


@dataclass(slots=True)
class Draft:
    """One entity of a document. ``bearing`` are the mentions that bear it out; without one it is only linked to."""

    kind: str
    key: str
    label: str
    types: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    bearing: list[Mention] = field(default_factory=list)
    short: list[Mention] = field(default_factory=list)
    properties: dict[Property, None] = field(default_factory=dict)
    features: dict[str, None] = field(default_factory=dict)

    def spelled(self, *names: str) -> None:
        """Take in other spellings; those that fold to a known one are kept once."""
        for name in map(spaced, names):
            if name and name != self.label:
                self.alternates.setdefault(name, name)

    def say(self, predicate: str, value: str, type_: str = "key") -> None:
        """Add a statement about the entity, once."""
        self.properties.setdefault(Property(predicate, value, type_), None)  # type: ignore[arg-type]

    def matches(self, name: str) -> bool:
        """Whether a name is one of the entity's spellings."""
        wanted = folded(name)
        return folded(self.label) == wanted or any(folded(a) == wanted for a in self.alternates)

    def node(self, confidence: float, reasons: Iterable[str], sentence: tuple[int, int] | None = None) -> Node:
        """The entity as a node of the reading; ``sentence`` is the one that names it first."""
        spans = tuple(sorted({(m.begin, m.end) for m in self.bearing}))
        derivation = None
        if spans:
            first = min(self.bearing, key=lambda m: (m.begin, m.end))
            slots = (("rap:sentenceFrom", (sentence,)),) if sentence else ()
            derivation = Derivation(spans, first.rule, confidence, tuple(reasons), slots)
        return Node(
            key=self.key,
            kind=self.kind,
            types=tuple(self.types),
            label=self.label,
            alternates=tuple(sorted(self.alternates)),
            properties=tuple(sorted(self.properties)),
            derivation=derivation,
        )
