"""Judgements that want another look: the text beneath has changed, or what they name is not there any more."""

from collections.abc import Iterator

from kg.graph.contacts import masked
from kg.graph.store import GraphStore
from kg.identity.judgements import Judgement
from kg.identity.tellings import sentence_of
from kg.resolution.reading import Node, Reading
from kg.use.judging.file import NAME, obeyed
from kg.use.unread import UnreadRow

CHANGED, GONE, NOTHING = "judgement-text-changed", "judgement-claim-gone", "judgement-names-nothing"


def stale_rows(store: GraphStore, kind: str | None = None) -> Iterator[UnreadRow]:
    """All judgements of a store that want another look; ``kind`` narrows them."""
    rows = [*changed_beneath(store), *_without_object(store)]
    return (row for row in rows if kind in (None, row.kind))


def changed_beneath(store: GraphStore) -> Iterator[UnreadRow]:
    """Judgements on claims whose document tells them no longer, or in another sentence. Reads these documents alone."""
    known = set(store.identifiers())
    for told in obeyed(store.meta):
        if not told.on_pair and told.document in known:
            reading = store.reading(told.document)
            claim = next((n for n in reading.nodes if n.key == told.key), None)
            if claim is None:
                yield _row(told, GONE, "the document does not tell this any more")
            elif told.sentence and told.sentence != shown_sentence(reading, claim):
                now = shown_sentence(reading, claim)
                yield _row(told, CHANGED, f"it was judged by another sentence; now: {now}", claim)


def shown_sentence(reading: Reading, claim: Node) -> str:
    """The sentence that bears a claim out, as people see it: without telephone numbers and addresses."""
    return masked(sentence_of(reading, claim))


def _without_object(store: GraphStore) -> Iterator[UnreadRow]:
    """Judgements that name a key which no document of the store has; those on a document that is not there left out."""
    judged = [j for j in obeyed(store.meta) if j.on_pair or not j.document]
    if not judged:
        return
    keys = {node.key for reading in store.readings() for node in reading.nodes}
    for told in judged:
        missing = [k for k in ((told.key, told.other) if told.on_pair else (told.key,)) if k not in keys]
        if missing:
            yield _row(told, NOTHING, f"no document of the store has the key {missing[0]}")


def _row(told: Judgement, kind: str, reason: str, claim: Node | None = None) -> UnreadRow:
    begin, end = min(claim.derivation.spans) if claim and claim.derivation else (0, 0)
    said = f"{told.decision} {told.other}".strip() if told.decision == "replace" else told.decision
    by = ", ".join(filter(None, (said, told.who, told.when)))
    return UnreadRow(told.document or NAME, begin, end, kind, f"{told.key} ({by})", told.sentence or told.why, reason)
