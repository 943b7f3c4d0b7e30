"""Features of confidence that show only once it is known who and what is meant."""

from collections.abc import Iterable, Iterator

from kg.facts.model import Allocation, Office, Quotation, Target
from kg.language.model import Analysis
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.names import folded

_MONEY_SIGNS = frozenset({"budget-verb", "budget-noun", "source-told", "total-told", "table", "adds-up"})
_SHORT_PURPOSE = 4
_MANY_SUMS = 3
_SHORT_SPEECH = 12


def place_features(cast: Cast, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Of anything: whether it stands only in lines that are no whole sentences (headlines, lists, page edges)."""
    if not any(_in_sentence(cast, begin) for begin, _ in spans):
        yield "no-sentence"


def _in_sentence(cast: Cast, place: int) -> bool:
    sentence = cast.analysis.sentence_at(place)
    return sentence is not None and sentence.index in cast.whole_sentences


def entity_features(cast: Cast, draft: Draft, in_office: bool = False) -> Iterator[str]:
    """Of an entity: by which rules it was found, whether it is named again or in short; of a person the office."""
    yield from draft.features
    yield from place_features(cast, [(m.begin, m.end) for m in draft.bearing])
    yield from {m.rule: None for m in draft.bearing}
    if len({(m.begin, m.end) for m in draft.bearing}) > 1:
        yield "more-than-once"
    if draft.short:
        yield "short-form"
    if in_office:
        yield "in-office"


def office_features(fact: Office, body: Draft | None) -> Iterator[str]:
    """Of an office: whether its body is told, was found in the context, or stays open."""
    if body is None:
        yield "no-body"
    elif fact.organization is None:
        yield "body-from-context"
    if fact.former:
        yield "former"
    if fact.acting:
        yield "acting"


def allocation_features(cast: Cast, fact: Allocation, programs: int) -> Iterator[str]:
    """Of money: what its purpose looks like, whose money it is by the words, and what else the sentence holds."""
    if programs:
        yield "program-named"
    elif len(folded(fact.purpose or "")) <= _SHORT_PURPOSE:
        yield "short-purpose"
    if fact.by is None and fact.payer is None and fact.decider is None and fact.source is None:
        yield "payer-home"
    if not _MONEY_SIGNS.intersection(fact.features):
        yield "no-money-word"
    if fact.year is None:
        yield "no-year"
    if _spoken(cast.analysis, fact.amount.begin):
        yield "in-quotation"
    sentence = cast.analysis.sentence_at(fact.amount.begin)
    if sentence is not None and len(cast.mentions.within(sentence.span, "money")) >= _MANY_SUMS:
        yield "many-sums"


def _spoken(analysis: Analysis, place: int) -> bool:
    """Whether somebody's words are quoted there; where answers are lines in marks, all is in somebody's words."""
    quoted = analysis.quoted_at(place)
    if quoted is None or analysis.document.kind != "interview":
        return quoted is not None
    return analysis.text[max(0, quoted.begin - 2) : quoted.begin - 1] not in ("", "\n")


def quotation_features(cast: Cast, fact: Quotation) -> Iterator[str]:
    """Of a quotation: by which words the speaker is named, and whether it is long enough to be speech."""
    speaker = cast.meant(fact.speaker)
    if fact.speaker is not None and speaker is None:
        yield "speaker-unknown"
    elif speaker is not None and speaker.kind != "person":
        yield "speaker-body"
    elif fact.speaker is not None and fact.speaker.kind == "person-short":
        yield "speaker-short-form"
    if len(folded(fact.text)) < _SHORT_SPEECH:
        yield "short-speech"


def target_features(cast: Cast, fact: Target) -> Iterator[str]:
    """Of a target: whether the program that it belongs to is known."""
    yield "program-known" if cast.meant(fact.program) is not None else "program-open"
    if cast.analysis.quoted_at(fact.quantity.begin) is not None:
        yield "in-quotation"
