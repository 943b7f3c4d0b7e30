"""Which thing bears a name: programs and facilities by the cores of their names, in a document or a region."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from kg.identity.claims import purpose_core
from kg.identity.profiles import Profile
from kg.resolution.names import folded

Canonical = Callable[[str], str]


def cores(profile: Profile) -> set[str]:
    """The cores under which a program or a facility is looked for; none for other things."""
    if profile.kind != "program" and "rap:Centre" not in profile.types:
        return set()
    if profile.kind not in ("program", "organization"):
        return set()
    found = {purpose_core(n) for n in profile.names} | {folded(n) for n in profile.names}
    return {core for core in found if len(core) > 2}


def regions(profile: Profile) -> set[str]:
    """The keys of the regions in which its names mean it."""
    return profile.linked("rap:forRegion") or ({f"region/{profile.apart}"} if profile.apart else set())


class Bearing(Protocol):
    """By core the keys of those who bear it."""

    def get(self, core: str, default: Iterable[str], /) -> Iterable[str]:
        """Those who bear the name; ``default`` where there are none."""
        ...


class Bearers:
    """Looks up who bears a name."""

    def __init__(self, bearing: Bearing, profiles: Mapping[str, Profile], canonical: Canonical) -> None:
        self._bearing, self._profiles, self._canonical = bearing, profiles, canonical

    def __call__(self, document: str, where: Iterable[str], core: str) -> str | None:
        """The canonical key of the one thing that bears the name in the document, else in the first region with one."""
        bearers = [self._profiles[key] for key in self._bearing.get(core, ())]
        if not bearers:
            return None
        here = {self._canonical(p.key) for p in bearers if document in p.documents}
        if len(here) == 1:
            return next(iter(here))
        for region in where:
            there = {self._canonical(p.key) for p in bearers if region in regions(p)}
            if len(there) == 1:
                return next(iter(there))
        return None


def bearing(profiles: Iterable[Profile]) -> dict[str, set[str]]:
    """By core the keys of those who bear it."""
    found: dict[str, set[str]] = {}
    for profile in profiles:
        for core in cores(profile):
            found.setdefault(core, set()).add(profile.key)
    return found
