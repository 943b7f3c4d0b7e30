"""Changes as Atom feeds, one a region and one a program, to be put on any web server. No clock: an entry bears the
date of the newest document that tells it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

from kg.graph.difference import Change, Things, kind_of
from kg.graph.files import whole_file
from kg.graph.terms import ID
from kg.patterns import regex
from kg.use.changing.telling import Teller

ATOM = "http://www.w3.org/2005/Atom"
NO_DATE = "1970-01-01"
_ABOUT = ("rap:forProgram", "rap:ofProgram", "rap:forRegion", "rap:governs", "rap:locatedIn", "org:organization")
_BY = ("rap:allocatedBy", "rap:operatedBy", "rap:agent")
_ALSO = ("org:member", "schema:about", "schema:location", "schema:spatialCoverage", "schema:spokenByCharacter")
_ODD = regex(r"[^\w.\-]+")
_UNFIT = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 60


def feeds(changes: Iterable[Change], old: Things, new: Things) -> dict[str, bytes]:
    """The feeds' files by their path below the output folder (``region/NAME.atom``), each the bytes of an Atom feed."""
    teller = Teller(old, new)
    by_feed: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for iri in sorted(subjects(change, old, new)):
            by_feed[iri].append(change)
    return {path_of(iri): _feed(iri, by_feed[iri], teller, old, new) for iri in sorted(by_feed)}


def write_feeds(files: dict[str, bytes], output: Path) -> None:
    """Write each feed, whole or not at all. Raises `UserError` where the folder cannot be written to."""
    for name, content in files.items():
        with whole_file(output / name) as file:
            file.write(content)


def subjects(change: Change, old: Things, new: Things) -> set[str]:
    """The regions and programs that a change is about: itself, what it points to, and what that points to.

    Where that gives no region, the regions of the documents that tell it.
    """
    things = old if change.sort == "DEL" else new
    found = {change.iri} if kind_of(change.iri) in ("region", "program") else set()
    near = _linked(things, change.iri)
    found |= {iri for iri in near if kind_of(iri) in ("region", "program")}
    for iri in near:
        if kind_of(iri) in ("program", "organization"):
            found |= {other for other in _linked(things, iri) if kind_of(other) == "region"}
    if not any(kind_of(iri) == "region" for iri in found):
        for document in change.documents:
            found |= {iri for iri in _linked(things, document) if kind_of(iri) == "region"}
    return found


def _linked(things: Things, iri: str) -> set[str]:
    thing = things.get(iri)
    if thing is None:
        return set()
    return {v[1:-1] for p, v in thing.statements if p in (*_ABOUT, *_BY, *_ALSO)}


def path_of(iri: str) -> str:
    """The file of a region's or program's feed: the words of its key; a hash where they had to be changed."""
    kind, _, key = unquote(iri[len(ID) :]).partition("/")
    name = _ODD.sub("-", key.replace("|", "--"))[:_LONGEST]
    if name != key.replace("|", "--"):
        name = f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
    return f"{kind}/{name.lstrip('.')}.atom"


def _feed(iri: str, changes: list[Change], teller: Teller, old: Things, new: Things) -> bytes:
    entries = sorted(((_dated(c, old, new), c) for c in changes), key=lambda e: (e[0], e[1].iri), reverse=True)
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "ko"})
    add(feed, "id", iri)
    add(feed, "title", teller.name(iri))
    add(feed, "updated", moment(entries[0][0]))
    add(add(feed, "author"), "name", "regional-ai-kg")
    add(feed, "link", rel="self", href=path_of(iri).partition("/")[2])
    for day, change in entries:
        feed.append(_entry(change, day, teller, old if change.sort == "DEL" else new))
    return written(feed)


def written(feed: Xml.Element) -> bytes:
    """A feed's bytes."""
    Xml.indent(feed)
    content: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(change: Change, day: str, teller: Teller, things: Things) -> Xml.Element:
    entry = Xml.Element("entry")
    said = repr((change.sort, change.added, change.removed)).encode()
    add(entry, "id", f"{change.iri}#{hashlib.sha256(said).hexdigest()[:16]}")
    add(entry, "title", teller.line(change))
    add(entry, "updated", moment(day))
    add(entry, "category", term=change.sort)
    add(entry, "category", term=change.kind)
    for document in change.documents:
        for url in things[document].values("schema:url") if document in things else ():
            add(entry, "link", rel="related", href=url)
    add(entry, "content", "\n".join(teller.details(change)) or teller.line(change), type="text")
    return entry


def _dated(change: Change, old: Things, new: Things) -> str:
    """The newest day on which a document that tells the change was published."""
    things = old if change.sort == "DEL" else new
    days = [
        d
        for document in change.documents
        if document in things
        for d in things[document].values("schema:datePublished")
    ]
    return max(days, default=NO_DATE)


def moment(day: str) -> str:
    """The beginning of a day, month or year in Korea, as Atom wants it."""
    return f"{day}{NO_DATE[len(day) :]}T00:00:00+09:00" if len(day) < 10 else f"{day[:10]}T00:00:00+09:00"


def add(parent: Xml.Element, tag: str, words: str = "", **attributes: str) -> Xml.Element:
    """Add an element with words and attributes; what XML cannot hold becomes �."""
    element = Xml.SubElement(parent, tag, {name: _UNFIT.sub("�", value) for name, value in attributes.items()})
    if words:
        element.text = _UNFIT.sub("�", words)
    return element
