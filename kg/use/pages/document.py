"""The page of a document: its text with what was read in it, noise greyed, and what one place in it bears out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from kg.graph.contacts import masked
from kg.graph.ontology import curie, ontology
from kg.graph.store import GraphStore
from kg.graph.terms import CLAIM_KINDS, ID, expand
from kg.use.pages import fetching
from kg.use.pages.calendar import calendar
from kg.use.pages.fetching import Values, kind_of
from kg.use.pages.parting import part_of, parted
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.told import Evidence, Named, Source, Told, evidence, sources, span_of, told
from kg.use.pages.wording import Worded, worded
from kg.use.pages.words import term

PROPERTIES = (
    "schema:headline", "schema:publisher", "schema:datePublished", "schema:author", "schema:spatialCoverage",
    "schema:url", "dcterms:identifier", "rap:nearCopyOf", "schema:sha256", "rdf:type",
)  # fmt: skip
"""What a page tells of a document."""

_CLAIMS = tuple(k for k in CLAIM_KINDS if k != "money")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line's words that are shown in one way; ``route`` is the page of the thing that they name."""

    text: str
    begin: int
    marked: bool
    route: Route | None
    kind: str
    bears: int
    """How many claims the words bear out."""
    anchor: bool
    """Whether the page is opened here."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text."""

    pieces: tuple[Piece, ...]
    noise: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim that the document tells: what it says, where, by which rule, how sure."""

    claim: Worded
    begin: int
    end: int
    route: Route
    evidence: Evidence | None
    rule: str
    slots: tuple[tuple[str, str], ...]
    """Which words bear out which of its values."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document's page. ``here`` are the facts of the place that is asked for, ``facts`` all others."""

    route: Route
    label: str
    source: Source
    kind: str
    about: tuple[tuple[str, tuple[Named, ...], str], ...]
    lines: tuple[Line, ...]
    span: tuple[int, int] | None
    words: str
    here: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    copies: tuple[Source, ...]
    unread: tuple[tuple[str, str, Route], ...]
    length: int
    part: int
    parts: int
    before: Route | None
    after: Route | None
    """Of a long text one part is shown, with the parts before and after it; ``part`` counts from one."""


def document(route: Route, shown: Shown) -> Document | None:
    """The page of a document; None where the store does not know it."""
    store = shown.store
    iri = route.iri
    values = fetching.about(store, iri, PROPERTIES)
    identifier = next(iter(values.get("dcterms:identifier", ())), "")
    if not identifier:
        return None
    reading = store.reading(identifier)
    text = masked(reading.text)
    claims = claims_of(store, iri)
    found = told(store, claims, [v for p in ("schema:publisher", "schema:author", "schema:spatialCoverage")
                                 for v in values.get(p, ())], slots=True)  # fmt: skip
    span = _span(route, len(text))
    facts = facts_in(store, found, claims, iri, text)
    here = [f for f in facts if span and f.begin < span[1] and f.end > span[0]] if span else []
    exact = [f for f in here if (f.begin, f.end) == span or (span and any(s == span for s in _places(found, f, iri)))]
    here = exact or here
    named = named_in(store, iri)
    source = sources(store, [iri])[iri]
    parts = parted(text)
    number = _part(route, parts, span)
    begin, end = parts[number]
    plain = route.having(begin="", end="")
    return Document(
        route,
        source.headline,
        source,
        kind_of_document(values),
        about_rows(found, values),
        tuple(_lines(text[begin:end], begin, reading.noise, named, facts, span)),
        span,
        text[span[0] : span[1]] if span else "",
        tuple(here),
        tuple(f for f in facts if f not in here),
        copies_of(store, iri, values),
        tuple(
            (text[u.begin : u.end], u.kind, route.having(begin=str(u.begin), end=str(u.end)))
            for u in sorted(reading.unread, key=lambda u: (u.begin, u.end))
        ),
        len(text),
        number + 1,
        len(parts),
        plain.having(part=str(number)) if number else None,
        plain.having(part=str(number + 2)) if number + 1 < len(parts) else None,
    )


def kind_of_document(values: Values) -> str:
    """What kind of text a document is; empty where only that it is one is known."""
    kinds = (ontology().label(curie(c)) for c in values.get("rdf:type", ()) if not c.endswith("CreativeWork"))
    return next(kinds, "")


def copies_of(store: GraphStore, document: str, values: Values) -> tuple[Source, ...]:
    """The documents that tell the same story, the newest first."""
    copies = fetching.pointing(store, document, ("rap:nearCopyOf",)).get("rap:nearCopyOf", [])
    first = values.get("rap:nearCopyOf", [])
    if first:
        copies = [*first, *fetching.pointing(store, first[0], ("rap:nearCopyOf",)).get("rap:nearCopyOf", ())]
    others = sources(store, [c for c in copies if c != document])
    return tuple(others[c] for c in calendar(store).newest_first(others))


def claims_of(store: GraphStore, document: str) -> list[str]:
    """The claims and events that a document tells, sorted."""
    derived = f"<{expand('prov:qualifiedDerivation')}>"
    query = f"SELECT DISTINCT ?s WHERE {{ GRAPH <{document}> {{ ?s {derived} ?d }} }}"
    found = {row[0].value for row in store.select(query).rows if row[0]}
    return sorted(i for i in found if kind_of(i) in (*_CLAIMS, "event"))


def named_in(store: GraphStore, document: str) -> dict[tuple[int, int], str]:
    """The thing that each mention of the document names."""
    query = f"SELECT ?m ?t WHERE {{ GRAPH <{document}> {{ ?m <{expand('itsrdf:taIdentRef')}> ?t }} }}"
    return {span_of(m.value): t.value for m, t in store.select(query).rows if m and t}


def _span(route: Route, length: int) -> tuple[int, int] | None:
    begin, end = route.first("begin"), route.first("end")
    if not (begin.isdecimal() and end.isdecimal()) or len(begin) > 9 or len(end) > 9:
        return None
    first, last = int(begin), min(int(end), length)
    return (first, last) if first < last else None


def _part(route: Route, parts: list[tuple[int, int]], span: tuple[int, int] | None) -> int:
    """The part that is shown: that of the span, else the one that is asked for, else the first."""
    if span:
        return part_of(parts, span[0])
    asked = route.first("part")
    return min(max(int(asked) - 1, 0), len(parts) - 1) if asked.isdecimal() and len(asked) < 7 else 0


def about_rows(found: Told, values: Values) -> tuple[tuple[str, tuple[Named, ...], str], ...]:
    """Publisher, day, authors, regions and address: name, things, words."""
    rows = []
    for name in ("schema:publisher", "schema:datePublished", "schema:author", "schema:spatialCoverage", "schema:url"):
        told_ = values.get(name, [])
        things = tuple(found.named(v) for v in told_ if v.startswith(ID))
        if told_:
            rows.append((term(name), things, "" if things else told_[0]))
    return tuple(rows)


def facts_in(store: GraphStore, found: Told, claims: Sequence[str], document: str, text: str) -> list[Fact]:
    """The document's claims in the order of the text."""
    seen = evidence(store, found, claims, 0)
    rules = _rules(store, document)
    facts = []
    for iri in claims:
        places = [span_of(m) for m in found.all(iri, "rap:sentenceFrom") if m.startswith(f"{document}#")]
        if not places:
            continue
        begin, end = min(places)
        slots = tuple(
            (term(p), text[b:e])
            for p in sorted(found.claims[iri])
            if p.endswith("From") and p != "rap:sentenceFrom"
            for m in found.all(iri, p)
            if m.startswith(f"{document}#")
            for b, e in [span_of(m)]
        )
        route = Route("document", document.removeprefix(f"{ID}document/"), (("begin", str(begin)), ("end", str(end))))
        facts.append(Fact(worded(found, iri), begin, end, route, seen.get(iri), rules.get(iri, ""), slots))
    return sorted(facts, key=lambda f: (f.begin, f.end, f.claim.kind, f.claim.iri))


def _places(found: Told, fact: Fact, document: str) -> list[tuple[int, int]]:
    """All places of a document that bear a claim's values out."""
    values = found.claims.get(fact.claim.iri, {})
    return [
        span_of(m) for p, told_ in values.items() if p.endswith("From") for m in told_ if m.startswith(f"{document}#")
    ]


def _rules(store: GraphStore, document: str) -> dict[str, str]:
    """The rule that made each claim in a document."""
    derived, rule = (f"<{expand(c)}>" for c in ("prov:qualifiedDerivation", "rap:rule"))
    query = f"SELECT ?s ?r WHERE {{ GRAPH <{document}> {{ ?s {derived} ?d . ?d {rule} ?r }} }}"
    found: dict[str, set[str]] = defaultdict(set)
    for s, r in store.select(query).rows:
        if s and r:
            found[s.value].add(r.value)
    return {s: ", ".join(sorted(told_)) for s, told_ in found.items()}


def _lines(
    text: str,
    at: int,
    noise: Iterable[tuple[int, int]],
    named: Mapping[tuple[int, int], str],
    facts: Sequence[Fact],
    span: tuple[int, int] | None,
) -> Iterable[Line]:
    """A part of the text, which begins at this offset, line by line, each cut where something begins or ends."""
    start, last = at, at + len(text)
    grey = sorted((b, e) for b, e in noise if b < last and e > at)
    things = [(b, e, iri) for b, e, iri in apart(named) if b < last and e > at]
    ends = [e for _, e, _ in things]
    sentences = sorted({(f.begin, f.end) for f in facts if f.begin < last and f.end > at})
    reached = False
    for line in text.removesuffix("\n").split("\n"):
        end = at + len(line)
        near = list(takewhile(lambda t: t[0] < end, islice(things, bisect_right(ends, at), None)))  # noqa: B023
        told_ = [(b, e) for b, e in sentences if b < end and e > at]
        cuts = {at, end}
        for b, e in [(b, e) for b, e, _ in near] + told_ + ([span] if span else []):
            cuts |= {c for c in (b, e) if at < c < end}
        ordered = sorted(cuts)
        pieces = []
        for first, last in pairwise(ordered):
            iri = next((i for b, e, i in near if b <= first and last <= e), "")
            marked = bool(span and span[0] <= first and last <= span[1])
            anchor, reached = marked and not reached, reached or marked
            pieces.append(
                Piece(
                    text[first - start : last - start],
                    first,
                    marked,
                    route_of(iri) if iri else None,
                    kind_of(iri) if iri else "",
                    sum(b <= first and last <= e for b, e in told_),
                    anchor,
                )
            )
        middle = (at + end) // 2
        quiet = any(b <= middle < e or (b <= at and end <= e) for b, e in grey) if line.strip() else False
        yield Line(tuple(pieces), quiet, bool(span and span[0] < end and span[1] > at))
        at = end + 1


def apart(named: Mapping[tuple[int, int], str]) -> list[tuple[int, int, str]]:
    """The mentions of things without those that stand inside a longer one."""
    found: list[tuple[int, int, str]] = []
    last = 0
    for (begin, end), iri in sorted(named.items(), key=lambda n: (n[0][0], -n[0][1])):
        if begin >= last:
            found.append((begin, end, iri))
            last = end
    return found
