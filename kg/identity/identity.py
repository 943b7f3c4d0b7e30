"""The partition of the keys: which of them mean one thing, what it is called, and what stayed unsure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Unsure(NamedTuple):
    """Two keys that may mean one thing: score, and a sentence for each feature that holds."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Identity:
    """Who is who. A thing's canonical key is the least of its keys by code points.

    Keys of claims (made of canonical keys) are joined in the same way: `canonical` of a claim's key is the key of the
    claim that it is one with.
    """

    _canonical: Mapping[str, str] = field(default_factory=dict)
    _replaces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _labels: Mapping[str, str] = field(default_factory=dict)
    _versions: Mapping[str, str] = field(default_factory=dict)
    _rounded: Mapping[str, str] = field(default_factory=dict)
    _copies: Mapping[str, str] = field(default_factory=dict)
    unsure: tuple[Unsure, ...] = ()
    """Pairs that were not joined, sorted."""
    joined: tuple[Unsure, ...] = ()
    """Pairs that were joined because enough speaks for it, sorted."""

    def canonical(self, key: str) -> str:
        """The least key of the thing that ``key`` means; a key that nothing joins stands for itself."""
        return self._canonical.get(key, key)

    def replaces(self, key: str) -> tuple[str, ...]:
        """The other keys of the thing whose canonical key is ``key``, sorted."""
        return self._replaces.get(key, ())

    def label(self, key: str) -> str | None:
        """What the thing is called in the whole corpus; None where its documents agree on its label."""
        return self._labels.get(self.canonical(key))

    def version_of(self, key: str) -> str | None:
        """The canonical key of the program whose version, phase or edition this one is, if there is one."""
        return self._versions.get(self.canonical(key))

    def round_of(self, claim: str) -> str | None:
        """The canonical key of the exact allocation that an allocation's canonical key rounds, if there is one."""
        return self._rounded.get(claim)

    def copy_of(self, document: str) -> str | None:
        """The identifier of the first document of the story that a document copies; None for one of its own."""
        return self._copies.get(document)


def partition(classes: Iterable[Iterable[str]]) -> Identity:
    """The identity that puts the keys of each class together. Classes are disjoint."""
    canonical, replaces = least_of(classes)
    return Identity(canonical, replaces)


def least_of(classes: Iterable[Iterable[str]]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The least key of each class for its other keys, and the other keys for the least."""
    canonical: dict[str, str] = {}
    replaces: dict[str, tuple[str, ...]] = {}
    for keys in classes:
        ordered = sorted(set(keys))
        if len(ordered) > 1:
            replaces[ordered[0]] = tuple(ordered[1:])
            canonical.update((k, ordered[0]) for k in ordered[1:])
    return canonical, replaces
