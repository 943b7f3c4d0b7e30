"""Which names of things later documents say are old ones, told as the older documents have them."""

from collections import defaultdict

from kg.identity.identity import Identity
from kg.identity.material import Material
from kg.identity.tellings import sentence_of
from kg.resolution.names import folded
from kg.resolution.reading import values


def names_changed(material: Material, identity: Identity) -> dict[tuple[str, str, str], dict[str, str]]:
    """By thing (canonical key), old name and new name the sentences of the documents that tell so."""
    told: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for reading in material.readings:
        for node in reading.nodes:
            if node.kind == "renaming" and node.derivation is not None:
                old, new = (values(node.properties, p)[0] for p in ("rap:fromName", "rap:toName"))
                thing = identity.canonical(values(node.properties, "rap:ofProgram")[0])
                told[thing, old, new][reading.identifier] = sentence_of(reading, node)
    found: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for (thing, old, new), where in sorted(told.items()):
        found[thing, _borne(material, thing, old, set(where)), new].update(where)
    return _once(material, found)


def _once(
    material: Material, told: dict[tuple[str, str, str], dict[str, str]]
) -> dict[tuple[str, str, str], dict[str, str]]:
    """Each renaming by its fullest new name, and by an old name that older documents have where any has one: a
    headline tells it with names that are cut short.
    """
    found = dict(told)
    for thing, old, new in sorted(told):
        alike = [
            r
            for r in found
            if (r[0], r[2]) == (thing, new) and r[1] != old and set(found[r]) & set(told[thing, old, new])
        ]
        if any(_is_borne(material, *r[:2], set(found[r])) for r in alike) and not _is_borne(
            material, thing, old, set(told[thing, old, new])
        ):
            del found[thing, old, new]
    for thing, old, new in sorted(found, key=lambda r: (len(folded(r[1])), r)):
        longer = [r for r in found if (r[0], r[2]) == (thing, new) and holds(r[1], old)]
        whole = max(longer, key=lambda r: (len(folded(r[1])), r), default=None)
        if whole is not None and set(found[whole]) & set(found[thing, old, new]):
            found[whole] = {**found.pop((thing, old, new)), **found[whole]}
    for thing, old, new in sorted(found, key=lambda r: (len(folded(r[2])), r)):
        fuller = [r for r in found if r[0] == thing and r[2] != new and r[1] != new and holds(r[2], new)]
        if fuller:
            kept = max(fuller, key=lambda r: (len(folded(r[2])), r))
            found[kept] = {**found.pop((thing, old, new)), **found[kept]}
    return found


def _borne(material: Material, thing: str, old: str, where: set[str]) -> str:
    """The old name as older documents have it, where none of them has just this one: of their names for the thing
    that have all its words, or whose words it has, the one of most documents.
    """
    names = material.names
    others = names.documents_of(thing) - where
    if _is_borne(material, thing, old, where):
        return old
    counts = {n: sum(names.bears(thing, d, n) for d in others) for n in names.all(thing)}
    fitting = [n for n, count in counts.items() if count and (holds(old, n) or holds(n, old))]
    return max(fitting, key=lambda n: (counts[n], len(n), n), default=old)


def _is_borne(material: Material, thing: str, name: str, where: set[str]) -> bool:
    """Whether a document beside those ``where`` it is renamed calls the thing so."""
    return any(material.names.bears(thing, d, name) for d in material.names.documents_of(thing) - where)


def holds(long: str, short: str) -> bool:
    """Whether a name has all words of another, in their order."""
    rest = folded(long)
    for word in map(folded, short.split(" ")):
        _, found, rest = rest.partition(word)
        if not found:
            return False
    return len(folded(short)) < len(folded(long))
