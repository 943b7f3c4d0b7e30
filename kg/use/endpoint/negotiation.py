"""Which format an asker takes: the ``Accept`` header against what there is (RFC 9110, section 12.5.1)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.graph.results import Formats

ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
TRUTH: Mapping[str, str] = {media: form for media, form in ROWS.items() if form in ("json", "xml")}
GRAPH: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "text/n3": "turtle",
    "application/n-triples": "ntriples",
    "text/plain": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
}
"""Media types with the format that stands for them, the ones that we like best first."""

NAMES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
"""What an address can ask for with ``format=``, where no header can be sent."""


class Media(NamedTuple):
    """The media types of an answer for each form that it can have; empty where the asker takes none."""

    rows: str
    truth: str
    graph: str

    @property
    def formats(self) -> Formats:
        """The formats that these media types stand for."""
        return Formats(ROWS.get(self.rows, ""), TRUTH.get(self.truth, ""), GRAPH.get(self.graph, ""))


def answers(accept: str) -> Media:
    """What to answer with, whatever form the answer has."""
    return Media(*(best(accept, tuple(offers)) or "" for offers in (ROWS, TRUTH, GRAPH)))


def best(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that an ``Accept`` header likes best, the first of equals; None where it takes none of them.

    An empty header takes everything. The most particular range that fits an offer says how much it is liked.
    """
    ranges = _ranges(accept) or [("*", "*", 1.0)]
    liked = [(_quality(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    quality, _, offer = max(liked)
    return offer if quality > 0 else None


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    found = []
    for part in accept[:4096].split(","):
        media, *parameters = (p.strip().lower() for p in part.split(";"))
        kind, slash, sub = media.partition("/")
        if not slash:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        found.append((kind, sub, quality if quality == quality else 0.0))
    return found


def _quality(offer: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    kind, _, sub = offer.partition("/")
    fitting = [((k != "*") + (s != "*"), quality) for k, s, quality in ranges if k in ("*", kind) and s in ("*", sub)]
    return max(fitting)[1] if fitting else 0.0
