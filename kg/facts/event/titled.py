"""The gathering that a page's title names, or its first lines, where a label or a bracket there tells when it was."""

from collections.abc import Iterator

from kg.facts.event.days import nearest
from kg.facts.event.schedule import place_in
from kg.facts.model import Event
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_DAY = (
    r"(?:(?P<y>20\d\d|[’'‘]\d\d)\s?[.년\-/]\s?)?(?P<m>1[0-2]|[1-9])\s?[.월\-/]\s?(?P<d>[12]\d|3[01]|[1-9])(?!\d)[.일]?"
    r"(?:\s?\([월화수목금토일]\))?"
)
_WHEN = regex(
    r"(?m)^[^가-힣\n]{0,6}(?:[가-하]\. ?|\d\. ?)?(?:(?:개최|회의|행사|보고|일정) ?)?"
    r"(?:일\s?시|일\s?자|때)(?:\s?[·및,/]\s?장\s?소)?\s?[:：]?\s?" + _DAY + r"(?P<rest>[^\n]*)"
)
_BRACKETED = regex(r" ?\( ?" + _DAY + r" ?\)(?P<rest>[^\n]*)")
_WHERE = regex(r"(?:장\s?소|곳)\s?[:：]\s?(?P<place>[^\n,/|]{2,30}?)(?=\s*(?:[,/|\n(]|$))")
_WHO = regex(r"(?m)(?:참석|배석|브리핑|발표|보고|주재|답변|질문|진행)(?:자|하는 이)?\s?[:：][^\n]*")
_KINDS = frozenset(("meeting", "session", "pact", "visit"))
_HEAD, _REST = 500, 260


def titled_event(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """The gathering of a page that reports it; none where neither title nor first lines name one with its day."""
    text, title = analysis.text, analysis.document.title_span
    if title is None:
        return
    stop = min(len(text), title.end + _HEAD)
    when = _WHEN.search(text, title.end, stop)
    named = [m for m in mentions.within(title, "event") if m.value.classes[0] in _KINDS] if when is not None else []
    name = named[0] if named else None
    if name is None:
        lines = text.find("\n\n", title.end)
        near = mentions.within(Span(title.begin, lines if 0 < lines < stop else stop), "event")
        sat = ((m, _BRACKETED.match(text, m.end)) for m in near if m.value.classes[0] == "session")
        name, when = next(((m, b) for m, b in sat if b is not None), (None, None))
    if name is None or when is None:
        return
    year, published = (when["y"] or "").lstrip("’'‘"), analysis.document.published
    month, day = int(when["m"]), int(when["d"])
    iso = f"20{year[-2:]}-{month:02}-{day:02}" if year else nearest(month, day, published) if published else None
    if iso is None:
        return
    end = min(len(text), when.end() + _REST)
    place = _place(text, when.start("rest"), when.end("rest"), end)
    labelled = [Span(*m.span()) for m in _WHO.finditer(text, when.start("rest"), end)]
    people = {p.begin: p for span in labelled for p in mentions.within(span, "person")}
    yield Event(
        rule="event-outline",
        evidence=tuple(sorted((name.span, Span(when.start("m"), when.end("d"))))),
        features=("held", "dated", *(("placed",) if place else ()), *(("attended",) if people else ())),
        event=name,
        name=name.value.text,
        date=iso,
        place=place,
        participants=tuple(people[k] for k in sorted(people)),
    )


def _place(text: str, begin: int, line_end: int, end: int) -> Mention | None:
    """The place behind its label, or behind the hour on the line of the day (14:00, 군청 대회의실)."""
    told = _WHERE.search(text, begin, end)
    if told is not None:
        return Mention(*told.span("place"), "place", Name(told["place"].strip()), "place-of-event")
    for at in range(begin, line_end):
        if text[at] in ",/" and (place := place_in(text, Span(at + 1, line_end))) is not None:
            return place
    return None
