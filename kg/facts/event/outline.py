"""The event of which a press release tells in the lines of an outline: 행사명, 일시, 장소, 참석."""

from collections.abc import Iterator

from kg.facts.model import Event
from kg.language.model import Analysis
from kg.mentions.model import Mention, Mentions, Name
from kg.patterns import regex
from kg.spans import Span

_MARK = r"(?m)^[^\S\n]*[-–○◯□■·ㅇ▪◦◈◇▶*•]?[^\S\n]?(?:\d\.|[가-하]\.)?[^\S\n]?\(?"
_CALLED = regex(
    _MARK + r"(?:행\s?사\s?명|행\s?사|회\s?의\s?명|대\s?회\s?명|협\s?약\s?명|세미나명|포럼명)\)?\s?[:：]\s?"
    r"[‘「『“\"']?(?P<name>[^\n:：’」』”\"']{4,50}?)[’」』”\"']?\s*$"
)
_WHEN = regex(
    _MARK + r"일\s?시\)?\s?[:：]?\s?(?P<y>20\d\d|[’'‘]\d\d)\s?"
    r"[.년\-/]\s?(?P<m>\d{1,2})\s?[.월\-/]\s?(?P<d>\d{1,2})(?!\d)"
)
_WHERE = regex(_MARK + r"장\s?소\)?\s?[:：]?\s?(?P<place>[가-힣A-Za-z0-9][^\n,(]{1,40}?)\s*(?:[,(][^\n]*)?$")
_WHO = regex(_MARK + r"(?:참\s?석\s?자?|참석\s?대상|주요\s?참석자|내\s?빈)\)?\s?[:：]\s?[^\n]+")
_LABELS = ("사명", "사 명", "행사:", "행사 :", "의명", "의 명", "회명", "약명", "나명", "럼명")
_NEAR = 300


def outlined_event(analysis: Analysis, mentions: Mentions) -> Iterator[Event]:
    """The event that an outline names with its day; none where either label is missing."""
    text = analysis.text
    if not any(label in text for label in _LABELS):
        return
    called = _CALLED.search(text)
    when = _WHEN.search(text, called.end(), called.end() + _NEAR) if called is not None else None
    if called is None or when is None:
        return
    end = min(len(text), called.end() + _NEAR)
    where, who = _WHERE.search(text, called.end(), end), _WHO.search(text, called.end(), end)
    year = when["y"].lstrip("’'‘")
    stands = Span(*called.span("name"))
    name = " ".join(called["name"].split())
    place = None
    if where is not None:
        place = Mention(*where.span("place"), "place", Name(where["place"].strip()), "place-of-event")
    people = tuple(mentions.within(Span(*who.span()), "person")) if who is not None else ()
    yield Event(
        rule="event-outline",
        evidence=tuple(sorted((stands, Span(when.start("y"), when.end("d"))))),
        features=("held", "dated", *(("placed",) if place else ()), *(("attended",) if people else ())),
        event=Mention(stands.begin, stands.end, "event", Name(name, ("meeting",)), "event-head"),
        name=name,
        date=f"20{year[-2:]}-{int(when['m']):02}-{int(when['d']):02}",
        place=place,
        participants=people,
    )
