"""The review page: unsure pairs, facts that are least sure, contradictions and changes, what was not understood."""

import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.errors import UserError
from kg.graph.contacts import masked
from kg.graph.ontology import ontology
from kg.graph.store import GraphStore
from kg.graph.terms import document, thing
from kg.identity.judgements import Judgement
from kg.identity.slots import NEEDED, SLOTS
from kg.lexicon import load_lexicon
from kg.use.building.settings import remembered
from kg.use.judging.asking_claims import Claim, claims_to_judge
from kg.use.judging.asking_pairs import Pair, Side, pairs_to_judge
from kg.use.judging.decided import decided_in
from kg.use.judging.file import obeyed
from kg.use.pages.differing import Difference, differences, found_in
from kg.use.pages.looking import Looking
from kg.use.pages.route import Route, Shown, route_of
from kg.use.pages.words import UNREAD, kind_name, reason, word
from kg.use.unread import UnreadRow, unread_rows

VIEWS = ("pairs", "facts", "clashes", "changes", "unread")
TITLES = {
    "pairs": "같은 것일까",
    "facts": "약한 사실",
    "clashes": "엇갈림",
    "changes": "바뀜",
    "unread": "알아보지 못함",
}
PER_PAGE = 20
_MOST_FACTS = 400
_MOST_UNREAD = 4000
_Work = tuple[list[Pair], list[Claim]]


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence with the page on which it is highlighted."""

    sentence: str
    document: str
    route: Route


@dataclass(frozen=True, slots=True)
class Half:
    """One of two things that may be one."""

    key: str
    label: str
    route: Route | None
    kind: str
    further: tuple[str, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two things that may be one, with what speaks for it and against it; ``told`` is what was judged already."""

    one: Half
    other: Half
    score: float
    reasons: tuple[tuple[float, str], ...]
    told: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A slot of a fact that can be corrected: its name, what it holds now, the words that it may hold.

    ``needed`` is true of a slot without which the fact is none.
    """

    name: str
    now: str
    words: tuple[tuple[str, str], ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Weak:
    """A fact that is little sure; ``witnesses`` are key, document, sentence."""

    kind: str
    key: str
    witnesses: tuple[tuple[str, str, str], ...]
    choices: tuple[Choice, ...]
    slots: tuple[tuple[str, str], ...]
    sayings: tuple[Saying, ...]
    confidence: float
    reasons: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that were seen and not understood, in their line."""

    words: str
    line: str
    kind: str
    route: Route
    document: str


@dataclass(frozen=True, slots=True)
class Review:
    """One page of one of the lists."""

    view: str
    views: tuple[tuple[str, str, int, Route], ...]
    pairs: Sequence[Doubt]
    facts: Sequence[Weak]
    differences: Sequence[Difference]
    unread: Sequence[Unknown]
    ready: bool
    may: bool
    page: int
    pages: int
    before: Route | None
    after: Route | None
    back: Route


_unread: "weakref.WeakKeyDictionary[GraphStore, list[UnreadRow]]" = weakref.WeakKeyDictionary()


def review(route: Route, shown: Shown) -> Review:
    """The list that is asked for with ``view``, and its page of ``page``."""
    store = shown.store
    view = route.first("view") if route.first("view") in VIEWS else VIEWS[0]
    work, found = _LOOKING.of(store), differences(store)
    judged = _judged(store)
    pairs, facts = work or ([], [])
    clashes = [d for d in found.all if not d.changed]
    changes = [d for d in found.all if d.changed]
    unread = _unread.get(store)
    if unread is None:
        unread = _unread[store] = list(islice(unread_rows(store), _MOST_UNREAD))
    sizes = {"pairs": len(pairs), "facts": len(facts), "clashes": len(clashes), "changes": len(changes)}
    sizes["unread"] = len(unread)
    pages = max(1, -(-sizes[view] // PER_PAGE))
    asked = route.first("page")
    page = min(max(int(asked) if asked.isdecimal() and len(asked) < 7 else 1, 1), pages)
    part = slice((page - 1) * PER_PAGE, page * PER_PAGE)
    texts: dict[str, str] = {}
    return Review(
        view,
        tuple((v, TITLES[v], sizes[v], Route("review", "", (("view", v),))) for v in VIEWS),
        [_doubt(store, p, judged, texts) for p in pairs[part]] if view == "pairs" else (),
        [_weak(store, c, judged, texts) for c in facts[part]] if view == "facts" else (),
        (clashes if view == "clashes" else changes)[part] if view in ("clashes", "changes") else (),
        [_unknown(row) for row in unread[part]] if view == "unread" else (),
        work is not None and found.ready,
        bool(shown.token),
        page,
        pages,
        route.having(view=view, page=str(page - 1)) if page > 1 else None,
        route.having(view=view, page=str(page + 1)) if page < pages else None,
        Route("review", "", (("view", view), ("page", str(page)))),
    )


def find(store: GraphStore) -> _Work:
    """Unsure pairs, and the facts that are least sure."""
    identity, _ = decided_in(store)
    judged = obeyed(store.meta)
    pairs = pairs_to_judge(store.readings, identity, judged, {}, load_lexicon())
    claims = claims_to_judge(store.readings, identity, judged, set())
    plain = [Claim(c.kind, c.keys, dict(c.slots), c.witnesses[:3], c.confidence, c.reasons, c.told) for c in claims]
    return pairs, plain[:_MOST_FACTS]


_LOOKING = Looking(find)


def _judged(store: GraphStore) -> dict[tuple[str, ...], Judgement]:
    """What people decided by now, by the keys that it is about; nothing where the file cannot be read."""
    folder = store.folder.parent.parent
    try:
        settings = remembered(folder)
        told = settings.judged(folder) if settings else ()
    except UserError:
        return {}
    found: dict[tuple[str, ...], Judgement] = {}
    for j in told:
        found[tuple(sorted((j.key, j.other))) if j.on_pair else (j.key,)] = j
    return found


_DECISIONS = {
    "same": "같다고 판정",
    "different": "다르다고 판정",
    "unsure": "보류로 판정",
    "accept": "맞다고 판정",
    "reject": "틀렸다고 판정",
    "replace": "고쳐 적음",
}


def _told(judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    by = ", ".join(filter(None, (judgement.who, judgement.when, judgement.why)))
    return _DECISIONS.get(judgement.decision, judgement.decision) + (f" ({by})" if by else "")


def _doubt(store: GraphStore, pair: Pair, judged: dict[tuple[str, ...], Judgement], texts: dict[str, str]) -> Doubt:
    told = judged.get(tuple(sorted((pair.one.key, pair.other.key))))
    reasons = tuple((weight, reason(why)) for weight, why in pair.reasons)
    return Doubt(_half(store, pair.one, texts), _half(store, pair.other, texts), pair.score, reasons, _told(told))


def _half(store: GraphStore, side: Side, texts: dict[str, str]) -> Half:
    further = (*sorted(side.names), *map(_korean, sorted(side.facts)), *sorted(side.regions))
    sayings = tuple(_saying(store, d, s, texts) for d, s in sorted(side.sentences.items())[:3])
    return Half(
        side.key, side.label, route_of(thing(side.key)), kind_name(side.key.partition("/")[0]), further, sayings
    )


_FACTS = (("operated by ", "운영 "), ("unit of ", "상위 기관 "), ("on ", "날짜 "), ("at ", "장소 "))


def _korean(fact: str) -> str:
    """What is told of a thing, in Korean."""
    for english, words in _FACTS:
        if fact.startswith(english):
            return words + fact.removeprefix(english)
    return f"전 {fact.removesuffix(' (former)')}" if fact.endswith(" (former)") else fact


def _weak(store: GraphStore, claim: Claim, judged: dict[tuple[str, ...], Judgement], texts: dict[str, str]) -> Weak:
    told = next((judged[(k,)] for k in claim.keys if (k,) in judged), None)
    return Weak(
        kind_name(claim.kind),
        claim.keys[0],
        tuple((k, *next(((d, s) for key, d, s in claim.witnesses if key == k), ("", ""))) for k in claim.keys),
        tuple(_choices(claim)),
        tuple((name, word(value)) for name, value in claim.slots.items()),
        tuple(_saying(store, d, s, texts) for _, d, s in claim.witnesses[:3]),
        claim.confidence,
        claim.reasons,
        _told(told),
    )


def _choices(claim: Claim) -> Iterator[Choice]:
    """The slots of a claim with what may be put into them."""
    for slot in SLOTS[claim.kind]:
        words: tuple[tuple[str, str], ...] = ()
        if slot.type == "concept":
            known = ontology().schemes.get(slot.of, ())
            words = tuple((c.partition("/")[2], word(c.partition("/")[2])) for c in known)
        elif slot.type == "boolean":
            words = (("true", "예"),)
        yield Choice(slot.name, word(claim.slots.get(slot.name, "")), words, slot.name in NEEDED[claim.kind])


def _saying(store: GraphStore, identifier: str, sentence: str, texts: dict[str, str]) -> Saying:
    """A sentence with its place in the text."""
    page = route_of(document(identifier)) or Route("document", identifier)
    if identifier not in texts:
        texts[identifier] = masked(store.reading(identifier).text)
    span = found_in(texts[identifier], sentence) if sentence else None
    return Saying(sentence, identifier, page.having(begin=str(span[0]), end=str(span[1])) if span else page)


def _unknown(row: UnreadRow) -> Unknown:
    page = route_of(document(row.document)) or Route("document", row.document)
    return Unknown(
        masked(row.words),
        masked(row.line),
        UNREAD.get(row.kind, row.kind),
        page.having(begin=str(row.begin), end=str(row.end)),
        row.document,
    )
