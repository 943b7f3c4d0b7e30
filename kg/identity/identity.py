"""The partition of the keys: which of them mean one thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Identity:
    """Who is who. A thing's canonical key is the least of its keys by code points."""

    _canonical: Mapping[str, str] = field(default_factory=dict)
    _replaces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def canonical(self, key: str) -> str:
        """The least key of the thing that ``key`` means; a key that nothing joins stands for itself."""
        return self._canonical.get(key, key)

    def replaces(self, key: str) -> tuple[str, ...]:
        """The other keys of the thing whose canonical key is ``key``, sorted."""
        return self._replaces.get(key, ())


def partition(classes: Iterable[Iterable[str]]) -> Identity:
    """The identity that puts the keys of each class together. Classes are disjoint."""
    canonical: dict[str, str] = {}
    replaces: dict[str, tuple[str, ...]] = {}
    for keys in classes:
        least, *others = sorted(set(keys))
        if others:
            replaces[least] = tuple(others)
            canonical.update((k, least) for k in others)
    return Identity(canonical, replaces)
