"""The sitting whose minutes a document is: named and placed by the head of the paper, attended by who speaks in it."""

import re
from collections.abc import Iterator

from kg.facts.model import Event
from kg.facts.quotation.turns import paragraphs_of, turn_label
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_SESSION = regex(r"제\s?\d+회(?!\s?(?:[가-힣]+ ){0,3}(?:추가|추경))")
_KIND = regex(r"(?:제\s?\d+차\s?)?(?:정례회|임시회)")
_BODY = regex(r"(?<![가-힣])(?:[가-힣·]{2,14}(?:특별)?위원회|본회의)(?=회의록|회의|[\s()에를]|$)")
_NUMBER = regex(r"제\s?\d+차(?!\s?(?:정례회|임시회|추가|추경))")
_MASTHEAD = regex(r"제\s?\d+회\s[가-힣]{2,12}의회\s?\((?:정례회|임시회)\)")
_PLACE = regex(r"(?m)(?:^\s*(?:[○◯□■·ㅇ]\s?)?|[/|,] )장\s?소\s?[:：]?\s+(?P<place>\S[^\n]{1,40}?)\s*$")
_PRESENT = regex(r"^[○◯〇◎●◉▣■□]?\s?(?:출석|참석|배석)")
_ENDS = regex(r"[.?!”\"]\s*$|다\s*$")
_LONGEST_LABEL = 36
_LEAST_TURNS = 3


def minuted_sitting(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """The sitting of a council's minutes; none where the document is not minutes with a title and a day."""
    document = analysis.document
    if document.kind != "council" or document.title_span is None or document.published is None:
        return
    people: dict[tuple[int, int], Mention] = {}
    turns: list[Span] = []
    for span, who in _turns(analysis, mentions):
        turns.append(span)
        people |= {(m.begin, m.end): m for m in who}
    for sentence in analysis.sentences:
        if _PRESENT.match(analysis.text[sentence.begin : sentence.end]):
            people |= {(m.begin, m.end): m for m in mentions.within(sentence.span, "person")}
    if len(turns) < _LEAST_TURNS:
        return
    title = document.title_span
    names = names_of_sitting(analysis.text[: turns[0].begin], turns[0].of(analysis.text))
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


def _turns(analysis: Analysis, mentions: Mentions) -> Iterator[tuple[Span, list[Mention]]]:
    """The turns with who speaks: a label before the words, or a line of nothing but a name and a title before speech
    in marks.
    """
    paragraphs = paragraphs_of(analysis)
    for i, paragraph in enumerate(paragraphs):
        span = Span(paragraph[0].begin, paragraph[-1].end)
        label = turn_label(analysis, mentions, paragraph)
        if label is not None:
            yield span, [label[0]] if label[0] is not None else []
        elif span.of(analysis.text)[:1] in '“"' and i and paragraphs[i - 1][0].paragraph != paragraph[0].paragraph:
            above = Span(paragraphs[i - 1][0].begin, paragraphs[i - 1][-1].end)
            named = mentions.within(above, "person", "person-short")
            if named and above.end - above.begin <= _LONGEST_LABEL and not _ENDS.search(above.of(analysis.text)):
                yield above, list(named[:1])


def names_of_sitting(head: str, opening: str) -> list[str]:
    """The names of a sitting, from what the head of its minutes and the words that open it say of it: session, kind of
    session, committee or plenary, number of the sitting.
    """

    def told(pattern: re.Pattern[str]) -> str:
        found = pattern.search(head) or pattern.search(opening)
        return " ".join(found.group().split()) if found else ""

    session, kind, body, number = told(_SESSION), told(_KIND), told(_BODY), told(_NUMBER)
    if body in ("", "본회의"):
        sitting = [f"{number} {body or '회의'}".strip()] if number or body else []
    else:
        sitting = [f"{body} {number} 회의".replace("  ", " ")] + ([f"{number} 회의"] if number else [])
    whole = " ".join(w for w in (session, kind) if w)
    paper = [told(_MASTHEAD)] if _MASTHEAD.search(head) else []
    return ([f"{whole} {sitting[0]}"] if whole and sitting else [whole] if whole else []) + paper + sitting


def _place(match: re.Match[str]) -> Mention:
    begin, end = match.span("place")
    return Mention(begin, end, "place", Name(match["place"]), "place-of-event")
