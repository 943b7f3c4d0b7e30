"""The sitting that a council's paper on a bill or budget reports, where its course of review tells it with its day."""

import re
from collections.abc import Iterator

from kg.facts.event.headed import present
from kg.facts.event.minutes import names_of_sitting
from kg.facts.model import Event
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_DAY = (
    r"(?P<y>20\d\d)\s?[.년\-/]\s?(?P<m>1[0-2]|0?[1-9])\s?[.월\-/]\s?(?P<d>[12]\d|3[01]|0?[1-9])(?!\d)[.일]?"
    r"(?:\s?\([월화수목금토일]\))?"
)
_LABEL = (
    r"(?m)^[^\S\n]*(?:[-–○◯□■·ㅇ▪◦◈▶*―]\s?)?(?:[가-하]\. ?|\d{1,2}[.)] ?|[①-⑳] ?)?"
    r"(?:심\s?사|상\s?정|의\s?결|처\s?리|심\s?의|회\s?의|검\s?토|예비\s?심사|종합\s?심사)"
    r"(?: ?(?:및|·|ㆍ|,) ?(?:심사|상정|의결|처리|결과|경과)){0,2} ?(?:일자|일시|일|경과|결과|회의|회차)?"
    r"(?: ?(?:및|·|ㆍ) ?(?:결과|회차|회의명))? ?[:：] ?"
)
_NAME = r"(?P<name>제 ?\d+회[^()\n:：]{3,44}?(?:위원회|본회의|특위|소위|회의))"
_NAMED_FIRST = regex(_LABEL + _NAME + r"(?: 회의)? ?\( ?" + _DAY + r",?(?P<rest>[^()\n]*)\)")
_DAY_FIRST = regex(_LABEL + _DAY + r",? ?\(? ?" + _NAME + r"(?P<rest>)")
_HEAD = 1500


def paper_sitting(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """The sitting in which the paper's matter was reviewed; none where it has no such line or is no council's."""
    document, text = analysis.document, analysis.text
    if document.kind != "council" or document.title_span is None:
        return
    told = _NAMED_FIRST.search(text, 0, _HEAD) or _DAY_FIRST.search(text, 0, _HEAD)
    if told is None:
        return
    day = f"{told['y']}-{int(told['m']):02}-{int(told['d']):02}"
    name = " ".join(told["name"].split())
    place = _place(told)
    yield Event(
        rule="event-minutes",
        evidence=tuple(sorted((Span(*told.span("name")), Span(told.start("y"), told.end("d"))))),
        features=("held", "dated", *(("placed",) if place else ()), "attended"),
        event=Mention(*told.span("name"), "event", Name(name, ("session",)), "event-head"),
        name=name,
        names=tuple(n for n in names_of_sitting(told["name"], "") if n != name),
        date=day,
        place=place,
        participants=present(analysis, mentions, day),
    )


def _place(told: re.Match[str]) -> Mention | None:
    """The room behind the day in its bracket: (2026. 4. 9. 위원회 회의실)."""
    words = told["rest"].strip(" ,")
    if len(words) < 2 or not words.endswith(("실", "장", "홀", "관", "청", "당")):
        return None
    begin = told.string.index(words, told.start("rest"))
    return Mention(begin, begin + len(words), "place", Name(words), "place-of-event")
