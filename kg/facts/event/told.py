"""An event while the document is being read, and whether two names, places or heads can mean one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.facts.event.days import Day
from kg.language.model import Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_GUESTS = regex(
    r"\W{0,3}(?:이날 )?(?P<what>행사|자리|내빈석|귀빈석|객석|단상|행사장|식장|[가-힣]{0,3}식|"
    r"[가-힣]{1,3}회)에는 "
)
_LOOKS_BACK = regex(r"(?m)이날|^(?:[□○ㅇ◦-]\s?)?이어 |(?:이|그) 자리에서|앞서")
_PACT = regex(r"협약|MOU|각서|체결식|조인식|서명식")


@dataclass(slots=True)
class Told:
    """An event while the document is being read: all its names, its day, place and people."""

    mention: Mention
    head: str
    names: list[str]
    day: Day | None = None
    place: Mention | None = None
    people: dict[tuple[int, int], Mention] = field(default_factory=dict)
    organizer: Mention | None = None
    evidence: list[Span] = field(default_factory=list)
    features: dict[str, None] = field(default_factory=dict)
    sentence: int = 0

    @property
    def iso(self) -> str | None:
        """The day, where it is grounded."""
        return self.day.iso if self.day else None

    def meets(self, people: Iterable[Mention]) -> None:
        """Add people who took part."""
        for person in people:
            self.people.setdefault((person.begin, person.end), person)


def same_place(one: str, other: str) -> bool:
    """Whether one place's words hold the other's (한빛시청 대회의실, 시청 대회의실)."""
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if one.split()[0] == other.split()[0] and one.split()[-1] == other.split()[-1]:
        return True
    return a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)


def bare(name: str) -> str:
    """A name without quotation marks and what only abbreviates it; a pact's paper (협약서) is the pact."""
    words = re.sub(r"\(이하[^)]*\)|[‘’'“”\"「」『』]|(?<=협약)서$", "", name)
    return " ".join(words.split())


def same_head(one: str, other: str, refers: bool) -> bool:
    """Whether two heads can name one thing: 설명회 and 기자설명회, 업무협약 and MOU; 이날 행사 means any."""
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if a.endswith(b) or b.endswith(a):
        return True
    if all(_PACT.search(w) for w in (a, b)):
        return True
    return refers and a in ("행사", "회의", "자리")


def said_apart(name: str, head: str, told: Told) -> bool:
    """Whether what stands before the heads tells two events of one kind apart."""
    mine = name[: -len(head)].replace(" ", "") if name.endswith(head) else name
    for other in told.names:
        theirs = other[: -len(told.head)].replace(" ", "") if other.endswith(told.head) else other
        if not mine or not theirs or mine in theirs or theirs in mine:
            return False
        pairs = [{w[i : i + 2] for i in range(len(w) - 1)} for w in (mine, theirs)]
        if 3 * len(pairs[0] & pairs[1]) >= min(len(pairs[0]), len(pairs[1])):
            return False
    return True


def room_of(told_before: list[Told], told: Told) -> Mention | None:
    """The place of the event told before on the same day, if that day had one place alone."""
    places = [t.place for t in told_before if t is not told and t.place is not None and t.iso == told.iso]
    return places[0] if len({p.value.text for p in places}) == 1 else None


def told_lately(told: list[Told], text: str, sentence: Sentence, published: str | None) -> Told:
    """The event told last, one to come (오는 20일) left out where a sentence looks back: 이날 회의에서."""
    looks_back = published is not None and _LOOKS_BACK.search(text, sentence.begin, sentence.end)
    past = [t for t in told if not (looks_back and t.iso and published and t.iso > published)]
    return past[-1] if past else told[-1]


def named_again(told: list[Told], text: str, sentence: Sentence) -> Told | None:
    """The event, told far before, whose guests a sentence lists: that of its kind, for 행사 the first of all."""
    again = _GUESTS.match(text, sentence.begin, sentence.end)
    if again is None or not told:
        return None
    if again["what"] in ("행사", "자리", "내빈석", "귀빈석", "객석", "단상", "행사장", "식장"):
        return told[0]
    return next((t for t in told if t.head.endswith(again["what"])), None)


def whose_meeting(text: str, mentions: Mentions, candidate: Mention, sentence: Sentence) -> list[str]:
    """The name of a bare meeting with the committee whose subject it is (도시위원회는 5일 회의에서)."""
    if candidate.value.text != "회의":
        return []
    before = mentions.within(Span(sentence.begin, candidate.begin), "event")
    bodies = [m for m in before if m.value.classes[0] == "body" and text[m.end : m.end + 1] in "은는이가"]
    return [f"{bare(bodies[-1].value.text)} 회의"] if bodies else []
