"""The sitting whose minutes a document is: named and placed by the head of the paper, attended by who speaks in it."""

import re
from collections.abc import Iterator

from kg.facts.model import Event
from kg.facts.quotation.turns import paragraphs_of, turn_label
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, Name
from kg.spans import Span

_MINUTES = re.compile(r"\s*(?:임시\s?)?회의록.*$")
_PLACE = re.compile(r"(?m)^\s*(?:[○◯□■·ㅇ]\s?)?장\s?소\s?[:：]?\s+(?P<place>\S[^\n]{1,40}?)\s*$")
_OPENED = re.compile(
    r"(?P<name>(?:제\s?\d+회\s[^.“”\n]{0,40}?)?(?:제\s?\d+차\s)?(?:본회의|회의|위원회))를?\s?(?:속개|개의)하"
)
_PRESENT = re.compile(r"^[○◯〇◎●◉▣■□]?\s?(?:출석|참석|배석)")
_LEAST_TURNS = 3


def minuted_sitting(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """The sitting of a council's minutes; none where the document is not minutes with a title and a day."""
    document = analysis.document
    if document.kind != "council" or document.title_span is None or document.published is None:
        return
    people: dict[tuple[int, int], Mention] = {}
    turns = 0
    for paragraph in paragraphs_of(analysis):
        span = Span(paragraph[0].begin, paragraph[-1].end)
        label = turn_label(analysis, mentions, paragraph)
        if label is not None:
            turns += 1
            if label[0] is not None:
                people.setdefault((label[0].begin, label[0].end), label[0])
        elif _PRESENT.match(span.of(analysis.text)):
            people |= {(m.begin, m.end): m for m in mentions.within(span, "person")}
    if turns < _LEAST_TURNS:
        return
    title = document.title_span
    name = _MINUTES.sub("", title.of(analysis.text)).strip()
    names = [name] if name else []
    opened = _OPENED.search(analysis.text, title.end)
    if opened:
        told = re.sub(r"^.*?(?=제\s?\d+[회차])", "", opened["name"])
        names += [told] if "제" in told else []
        if name.endswith("위원회") and re.match(r"제\s?\d+차", told):
            names.append(f"{name} {told}")
    if not names:
        return
    place = _PLACE.search(analysis.text, title.end)
    longest = max(names, key=len)
    day = document.published_span
    yield Event(
        rule="event-minutes",
        evidence=(title, day) if day else (title,),
        features=("held", "dated", *(("placed",) if place else ()), "attended"),
        event=Mention(title.begin, title.end, "event", Name(longest, ("session",)), "event-head"),
        name=longest,
        names=tuple(n for n in names if n != longest),
        date=document.published,
        place=_place(place) if place else None,
        participants=tuple(people[k] for k in sorted(people)),
    )


def _place(match: re.Match[str]) -> Mention:
    begin, end = match.span("place")
    return Mention(begin, end, "place", Name(match["place"]), "place-of-event")
