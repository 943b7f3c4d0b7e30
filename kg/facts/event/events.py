"""Events: gatherings and acts that the text reports with their day, place and people, each once for a document."""

from collections.abc import Iterable

from kg.facts.event.beside import joined_to_gatherings
from kg.facts.event.headed import headed_sitting
from kg.facts.event.minutes import minuted_sitting
from kg.facts.event.outline import outlined_event
from kg.facts.event.papers import paper_sitting
from kg.facts.event.reader import Reader
from kg.facts.event.schedule import labelled, scheduled
from kg.facts.event.titled import titled_event
from kg.facts.event.told import Told, same_head
from kg.facts.model import Event, Fact
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions


def events(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Event]:
    """The events of a document in the order in which they are first told."""
    headed = list(paper_sitting(analysis, mentions)) or list(minuted_sitting(analysis, mentions))
    headed = headed or list(headed_sitting(analysis, mentions))
    headed = headed or list(titled_event(analysis, mentions))
    yield from headed
    reader = Reader(analysis, mentions, lexicon, headed=bool(headed))
    for sentence in analysis.sentences:
        if sentence.block not in ("title", "subtitle", "table"):
            reader.read(sentence)
    reader.hang()
    told_of = joined_to_gatherings(reader.told)
    listed = [*scheduled(analysis, mentions), *labelled(analysis, mentions)]
    for told in told_of:
        _complete(told, listed)
        yield _fact(told)
    days = {told.iso for told in told_of}
    known = {event.date for event in headed}
    yield from (e for e in listed if e.date not in days | known)
    if analysis.document.kind != "council":
        yield from (e for e in outlined_event(analysis, mentions) if e.date not in days)


def _complete(told: Told, listed: list[Event]) -> None:
    """Add the place and the people of the line of a schedule that lists an event told of in the text."""
    same = (e for e in listed if e.date == told.iso and same_head(told.head, e.name.rpartition(" ")[2], False))
    line = next(same, None)
    if line is not None:
        told.place = told.place or line.place
        told.meets(line.participants)


def _fact(told: Told) -> Event:
    name = max(told.names, key=lambda n: (len(n), n))
    features = dict(told.features)
    if told.iso:
        features["dated"] = None
    if told.place:
        features["placed"] = None
    if told.people:
        features["attended"] = None
    if len(told.evidence) > 1:
        features["told-again"] = None
    rule = "event-act" if "act" in features else "event-named" if "marked" in features else "event-held"
    evidence = tuple(dict.fromkeys(told.evidence))
    if told.day is not None and told.iso:
        evidence += (told.day.span,)
    return Event(
        rule=rule,
        evidence=tuple(dict.fromkeys(evidence)),
        features=tuple(features),
        event=told.mention,
        name=name,
        names=tuple(n for n in dict.fromkeys(told.names) if n != name),
        date=told.iso,
        end=told.day.end if told.day else None,
        place=told.place,
        participants=tuple(p for _, p in sorted(told.people.items())),
        organizer=told.organizer,
    )
