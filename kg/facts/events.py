"""Events: gatherings and acts that the text reports with their day, place and people, each once for a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.facts.event_acts import act_in
from kg.facts.event_frame import Day, EventWords, Frame, days, event_words, frame, place_of
from kg.facts.event_people import attendants, bystanders, people_of
from kg.facts.model import Event, Fact
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.event import head_classes
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

_REFERS = re.compile(r"(?:이날|이번|이|그|당일|해당)(?: 열린| 진행된)?\s?[‘'“\"]?$")
_SAME_ROOM = re.compile(r"(?:이|그) 자리에서|이어(?: 열린)? |2부|같은 (?:곳|장소|자리)에서|곧이어|아울러|또한? |더불어 |이날 ")
_QUOTE_LENGTH = 45


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


def events(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Event]:
    """The events of a document in the order in which they are first told."""
    reader = _Reader(analysis, mentions, lexicon)
    for sentence in analysis.sentences:
        if sentence.block not in ("title", "subtitle", "table"):
            reader.read(sentence)
    for told in reader.told:
        yield _fact(told)


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
        rule=rule, evidence=tuple(dict.fromkeys(evidence)), features=tuple(features), event=told.mention, name=name,
        names=tuple(n for n in dict.fromkeys(told.names) if n != name), date=told.iso,
        end=told.day.end if told.day else None, place=told.place,
        participants=tuple(p for _, p in sorted(told.people.items())), organizer=told.organizer,
    )


class _Reader:
    """Reads sentence by sentence; what is told again joins what was told before."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> None:
        self.analysis, self.mentions, self.text = analysis, mentions, analysis.text
        self.words: EventWords = event_words(lexicon)
        self.classes = head_classes(lexicon)
        self.published = analysis.document.published
        self.told: list[Told] = []

    def read(self, sentence: Sentence) -> None:
        """Take in what one sentence tells of events."""
        candidates = self.mentions.within(sentence.span, "event")
        found = days(self.text, sentence, self.mentions, self.published) if candidates or self._may_act(sentence) else []
        here: list[Told] = []
        chained: Mention | None = None
        for candidate in candidates:
            if self._is_room(candidate, candidates):
                chained = Mention(candidate.begin, candidate.end, "place", candidate.value, "place-of-event")
                continue
            told = self._take(candidate, sentence, found, candidates, chained)
            if told is not None:
                here.append(told)
        if not here and found:
            act = act_in(self.analysis, sentence, self.mentions, self.words, found, candidates)
            if act is not None:
                here.append(self._add_act(sentence, *act))
        if here:
            for told in here[:1] if len(here) > 1 else here:
                told.meets(attendants(self.analysis, sentence, self.mentions))
        else:
            self._later(sentence)

    def _may_act(self, sentence: Sentence) -> bool:
        return any(t.form in self.words.acts for t in sentence.tokens if t.tag[:2] in ("VV", "NN"))

    def _is_room(self, candidate: Mention, candidates: list[Mention]) -> bool:
        """Whether the name is only where another event took place: 본회의에서 열린 시정연설."""
        after = self.text[candidate.end : candidate.end + 8].lstrip("’'”\" ")
        follows = any(0 < c.begin - candidate.end < 16 for c in candidates)
        return follows and bool(re.match(r"에서 (?:열린|연|가진|한|있은|진행)", after))

    def _take(
        self, candidate: Mention, sentence: Sentence, found: list[Day], candidates: list[Mention], chained: Mention | None
    ) -> Told | None:
        """Join the candidate to an event told before, or tell a new one."""
        kind = candidate.value.classes[0]
        shape = frame(candidate, sentence, self.words, self.text)
        speech = self.analysis.quoted_at(candidate.begin)
        in_speech = speech is not None and speech.end - speech.begin > _QUOTE_LENGTH
        day = self._day(candidate, shape, found, candidates)
        if in_speech and (day is None or (speech is not None and day.span.begin < speech.begin)):
            return None
        refers = bool(_REFERS.search(self.text, max(sentence.begin, candidate.begin - 12), candidate.begin))
        known = self._known(candidate, day, refers, shape, sentence)
        if known is None and not self._is_new(candidate, kind, shape, day, sentence):
            return None
        if known is None:
            known = Told(candidate, self._head(candidate), [], sentence=sentence.index)
            self.told.append(known)
        self._fill(known, candidate, sentence, shape, day, candidates, chained)
        return known

    def _fill(
        self, told: Told, candidate: Mention, sentence: Sentence, shape: Frame, day: Day | None, candidates: list[Mention],
        chained: Mention | None,
    ) -> None:
        name = candidate.value.text.strip(" '‘’“”\"")
        name = re.sub(r"[‘’'“”\"]", "", name)
        told.names.append(name)
        told.evidence.append(candidate.span)
        if told.day is None or (told.iso is None and day is not None):
            told.day = day
        if candidate.rule == "event-marked":
            told.features["marked"] = None
            if told.mention.rule != "event-marked":
                told.mention = candidate
        if shape.held:
            told.features["held"] = None
        if told.place is None:
            told.place = chained or place_of(
                self.analysis, sentence, self.mentions, sentence.begin, max(candidate.begin, shape.stop), candidates
            )
            if told.place is None and day is not None and day.anaphoric or _SAME_ROOM.search(
                self.text, sentence.begin, candidate.begin
            ):
                told.place = told.place or self._room(told)
        told.meets(people_of(self.analysis, sentence, self.mentions, candidate, shape.particle))
        told.sentence = sentence.index

    def _room(self, told: Told) -> Mention | None:
        """The place of the event told before on the same day, if that day had one place alone."""
        places = [t.place for t in self.told if t is not told and t.place is not None and t.iso == told.iso]
        return places[0] if len({p.value.text for p in places}) == 1 else None

    def _day(self, candidate: Mention, shape: Frame, found: list[Day], candidates: list[Mention]) -> Day | None:
        """The day nearest before the name, else the one between the name and its verb."""
        before = [d for d in found if d.span.end <= candidate.begin]
        if before:
            return before[-1]
        inside = [d for d in found if candidate.end <= d.span.begin and d.span.end <= shape.stop]
        return inside[0] if inside else None

    def _is_new(self, candidate: Mention, kind: str, shape: Frame, day: Day | None, sentence: Sentence) -> bool:
        if day is None:
            return self._inherits(candidate, shape, sentence) if kind in ("pact", "meeting", "speech") else False
        marked = candidate.rule == "event-marked"
        if kind == "body":
            return shape.held and (marked or shape.particle in ("을", "를", "이", "가", "은", "는", "도", "이다", "에서")) and not (
                candidate.value.text.endswith("위원회") and shape.particle not in ("을", "를")
            )
        if kind == "loose":
            return shape.held and (marked or shape.particle in ("을", "를", "이다", "에", "에서"))
        if kind == "pact":
            return shape.held and shape.particle != "에서"
        return shape.held or (marked and kind != "visit")

    def _inherits(self, candidate: Mention, shape: Frame, sentence: Sentence) -> bool:
        """A further act of the same occasion: 이 자리에서 업무협약도 체결한다."""
        if not self.told or not shape.held or sentence.index - self.told[-1].sentence > 2:
            return False
        return bool(re.search(r"(?:이|그) 자리에서|이어 |또한? |아울러|더불어|곧이어", self.text[sentence.begin : candidate.begin]))

    def _head(self, mention: Mention) -> str:
        name = mention.value.text
        return next((str(name[i:]) for i in range(len(name)) if name[i:] in self.classes), str(name))

    def _known(self, candidate: Mention, day: Day | None, refers: bool, shape: Frame, sentence: Sentence) -> Told | None:
        """The event told before that the candidate means."""
        head, name = self._head(candidate), candidate.value.text
        for told in reversed(self.told):
            if day is not None and not day.anaphoric and told.day is not None and day.iso != told.iso:
                continue
            if day is not None and day.anaphoric and day.iso is not None and told.iso not in (None, day.iso):
                continue
            if not _same_head(head, told.head, refers):
                continue
            if _said_apart(name, head, told):
                continue
            return told
        return None

    def _add_act(self, sentence: Sentence, name: str, mention: Mention, day: Day, place: Mention | None) -> Told:
        head = name.rsplit(" ", 1)[-1]
        told = next((t for t in self.told if t.head == head and t.iso == day.iso), None)
        if told is None:
            told = Told(mention, head, [], day, place)
            self.told.append(told)
        told.names.append(name)
        told.evidence.append(mention.span)
        told.features["act"] = None
        told.place = told.place or place
        told.sentence = sentence.index
        told.meets(people_of(self.analysis, sentence, self.mentions, mention, "act"))
        return told

    def _later(self, sentence: Sentence) -> None:
        """People whom a later sentence adds to the event just told: 이 자리에서, 이날, 함께한."""
        if not self.told:
            return
        last = self.told[-1]
        near = sentence.index - last.sentence <= 6
        found = days(self.text, sentence, self.mentions, self.published)
        if any(d.anaphoric and d.iso not in (None, last.iso) for d in found) or any(not d.anaphoric for d in found):
            return
        if near:
            last.meets(bystanders(self.analysis, sentence, self.mentions, any(d.anaphoric for d in found)))


def _same_head(one: str, other: str, refers: bool) -> bool:
    """Whether two heads can name one thing: 설명회 and 기자설명회, 업무협약 and MOU; 이날 행사 means any."""
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if a.endswith(b) or b.endswith(a):
        return True
    if {a, b} <= {"MOU", "업무협약", "협약", "협약식", "업무협약식", "양해각서", "체결식", "조인식"}:
        return True
    return refers and a in ("행사", "회의", "자리")


def _said_apart(name: str, head: str, told: Told) -> bool:
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
