"""The sitting that a council's page reports, where labels above or at the head of the text tell when it was held."""

from collections.abc import Iterator

from kg.facts.event.minutes import names_of_sitting
from kg.facts.model import Event
from kg.language.model import Analysis
from kg.mentions.model import DateValue, Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_MARK = r"(?m)(?:^[^\S\n]*[-–○◯□■·ㅇ▪◦◈▶*]?[^\S\n]?(?:[가-하]\. )?|[ \t]{2,}|[^\S\n][|/][^\S\n])"
"""Where a label begins: a line with or without its mark, or what a gap or a bar sets off from the label before."""
_WHEN = regex(
    _MARK + r"(?:(?:회의|개최|개의)\s?)?(?:일\s?시|일자|날\s?짜|(?:발언|질문|회의)일자?|"
    r"때)(?:\s?[·및,/]\s?장\s?소)?\s?[:：|]?\s?"
    r"(?:20|"
    r"[’'‘])?(?P<y>\d\d)\s?[.년\-/]\s?(?P<m>\d{1,2})\s?[.월\-/]\s?(?P<d>\d{1,2})(?!\S*\s?[~∼-]\s?\d+\s?[.월])[^\n]*"
)
_CALLED = regex(_MARK + r"(?:회의\s?명|회\s?의|차수)\s?[:：|]\s?(?P<name>\S[^\n|]{3,50}?)(?=\s*$|\s{2,}|\s[|])")
_PLACE = regex(
    r"(?:(?:장\s?소|곳)\s?[:：|]?\s+|\d{1,2}[:시]\s?(?:\d{2}분?)?(?:~\S*)?,\s)(?P<place>[가-힣]\S[^\n,]{1,40})"
)
_WHO = regex(
    _MARK + r"(?:출석|참석|배석|집행부|출석\s?공무원|출석\s?위원|관계\s?공무원|참고인|위원장?|감사\s?위원|발언\s?(?:자|"
    r"의원)|질[문의]\s?(?:자|의원)|주재)"
    r"[^:：|\n]{0,8}?\s?[:：|]?\s[^\n]+?(?=\s{3,}|\s*$)"
)
_ITEM = regex(r"(?:안\s?건|안건명|심사\s?안건|의사일정|주요)")
_INSPECTED = regex(
    _MARK + r"(?:감사|조사|검사)\s?기간\s?[:：]\s?"
    r"(?:20|[’'‘])?(?P<y>\d\d)\s?[.년\-/]\s?(?P<m>\d{1,2})\s?[.월\-/]\s?(?P<d>\d{1,2})[^\n]*"
)
_INSPECTION = regex(
    r"(?:20\d\d년도? |제\d+회 )?(?:행정\s?사무\s?(?:감사|조사)|국정감사|결산검사)(?=[^가-힣]|결과|보고|에|의|를)"
)
_HEAD, _REST = 1500, 400


def headed_sitting(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """The sitting named by the head of a council's page, attended by those on its roll, else by who is told as there.

    None without a label that tells the day and words that name a sitting.
    """
    document, text = analysis.document, analysis.text
    if document.kind != "council" or document.title_span is None:
        return
    inspected = _INSPECTED.search(text, 0, _HEAD)
    when = inspected or _WHEN.search(text, 0, _HEAD)
    if when is None:
        return
    called = _CALLED.search(text, 0, when.end() + _REST) if inspected is None else None
    opening = next((s.span.of(text) for s in analysis.sentences if s.block == "body"), "")
    if inspected is not None:
        names = [m.group() for m in _INSPECTION.finditer(text, 0, inspected.start())][:1]
    else:
        names = names_of_sitting(called["name"] if called else text[: when.end()], "" if called else opening)
    if called and called["name"] not in names:
        names = [called["name"], *names]
    if not names:
        return
    day = f"20{when['y']}-{int(when['m']):02}-{int(when['d']):02}"
    place = _PLACE.search(text, when.start(), when.end()) or _PLACE.search(text, when.end(), when.end() + 60)
    stands = Span(*called.span("name")) if called else document.title_span
    longest = max(names, key=len)
    yield Event(
        rule="event-minutes",
        evidence=tuple(sorted((stands, Span(when.start("y"), when.end("d"))))),
        features=("held", "dated", *(("placed",) if place else ()), "attended"),
        event=Mention(stands.begin, stands.end, "event", Name(longest, ("session",)), "event-head"),
        name=longest,
        names=tuple(n for n in names if n != longest),
        date=day,
        place=Mention(*place.span("place"), "place", Name(place["place"].strip()), "place-of-event") if place else None,
        participants=_roll(text, mentions, when.end()) or present(analysis, mentions, day),
    )


def _roll(text: str, mentions: Mentions, end: int) -> tuple[Mention, ...]:
    """Those on the lines of attendance behind the day."""
    lines = [m for m in _WHO.finditer(text, max(0, end - _REST // 2), end + _REST) if not _ITEM.search(m.group()[:8])]
    return tuple(p for m in lines for p in mentions.within(Span(*m.span()), "person"))


def present(analysis: Analysis, mentions: Mentions, day: str) -> tuple[Mention, ...]:
    """Those named outside of speech, in sentences that tell of no other day."""
    found: dict[str, Mention] = {}
    for sentence in analysis.sentences:
        days = [m.value.iso for m in mentions.within(sentence.span, "date") if isinstance(m.value, DateValue)]
        if sentence.block != "body" or any(len(d) == 10 and d != day for d in days):
            continue
        for person in mentions.within(sentence.span, "person"):
            if analysis.quoted_at(person.begin) is None:
                found.setdefault(str(person.value), person)
    return tuple(found.values())
