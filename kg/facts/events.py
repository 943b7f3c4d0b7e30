"""Events: gatherings and acts that the text reports with their day, place and people, each once for a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.facts.event_acts import act_in
from kg.facts.event_days import Day, days
from kg.facts.event_frame import Frame, frame
from kg.facts.event_minutes import minuted_sitting
from kg.facts.event_people import (
    attendants,
    bystanders,
    council_speakers,
    in_roles,
    people_of,
    shown,
    speaks_of_the_same,
)
from kg.facts.event_place import means_same_place, place_before, place_in_name, place_of
from kg.facts.event_words import EventWords, event_words
from kg.facts.model import Event, Fact
from kg.facts.quotation.turns import interviewee
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.event import head_classes
from kg.mentions.model import Mention, Mentions, Name
from kg.spans import Span

_REFERS = re.compile(r"(?<![가-힣])(?:이날|이번|이|그|당일|해당)(?: 열린| 진행된)?\s?[‘'“\"]?$")
_SAME_ROOM = re.compile(
    r"(?:이|그) 자리에서|이어(?: 열린)? |2부|같은 (?:곳|장소|자리)에서|곧이어|아울러|또한? |더불어 |이날 "
)
_SAME_OCCASION = re.compile(r"(?:이|그|같은) (?:자리|곳|장소)에서|이어 |또한? |아울러|더불어|곧이어")
_FIRST = re.compile(r"(?:20\d\d(?:년)? ?|제\d+[회차] ?)")
_OCCASION = re.compile(r"(?P<why>기념|축하|격려|환영|추모|응원|홍보|체험|기원|다짐)하(?:는|기 위한) 행사")
_AGENDA = re.compile(r"순(?:으로|서로)")
_THROUGH = re.compile(r"[’'”\"]?[을를] (?:거[쳐치친]|통과)")
_WAS_HELD = re.compile(r"열린\s")
_OPENINGS = frozenset(("개막식", "개회식", "개막행사", "개막 행사", "개장식"))
_PACT = re.compile(r"협약|MOU|각서|체결식|조인식|서명식")
_SITTING = re.compile(r"임시회|정례회|본회의|상임위|행정사무|질문|심사|제\s?\d+차 회의")
_MANY = 3  # people listed: the sentence goes on telling the event
_FAR = 25  # sentences between an occasion and a further act of it
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
    yield from minuted_sitting(analysis, mentions)
    reader = _Reader(analysis, mentions, lexicon)
    for sentence in analysis.sentences:
        if sentence.block not in ("title", "subtitle", "table"):
            reader.read(sentence)
    reader.hang()
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


class _Reader:
    """Reads sentence by sentence; what is told again joins what was told before."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> None:
        self.analysis, self.mentions, self.text = analysis, mentions, analysis.text
        self.words: EventWords = event_words(lexicon)
        self.classes = head_classes(lexicon)
        self.published = analysis.document.published
        self.told: list[Told] = []
        self.pictures: list[tuple[str, Mention | None, list[Mention]]] = []

    def read(self, sentence: Sentence) -> None:
        """Take in what one sentence tells of events."""
        candidates = self.mentions.within(sentence.span, "event")
        found = days(self.text, sentence, self.mentions, self.published)
        here: list[Told] = []
        chained: Mention | None = None
        joined: Told | None = None
        for i, candidate in enumerate(candidates):
            if self._is_room(candidate, candidates):
                chained = Mention(candidate.begin, candidate.end, "place", candidate.value, "place-of-event")
                continue
            if i and here and _AGENDA.search(self.text, candidate.end, sentence.end):
                continue
            if joined is not None and i and self._goes_on(candidates[i - 1], candidate):
                joined.names += [_bare(candidate.value.text), _bare(self.text[candidates[i - 1].begin : candidate.end])]
                joined.evidence.append(candidate.span)
                continue
            if here and candidate.value.classes[0] == "speech" and self._is_sitting(here[-1], sentence):
                here[-1].names.append(_bare(candidate.value.text))
                here[-1].evidence.append(candidate.span)
                continue
            if here and self._is_of_sitting(candidate, here[-1], sentence, found):
                here[-1].names.append(_bare(candidate.value.text))
                here[-1].evidence.append(candidate.span)
                continue
            joined = self._take(candidate, sentence, found, candidates, chained, self._goes_on_to(candidates, i))
            if joined is not None:
                here.append(joined)
        if found and not any(t.sentence == sentence.index and "held" in t.features for t in here):
            act = act_in(self.analysis, sentence, self.mentions, self.words, found, candidates)
            if act is not None:
                here.append(self._add_act(sentence, *act))
        if here:
            appointed = here[0].head in ("출범식", "위촉식", "발대식", "발족식")
            here[0].meets(attendants(self.analysis, sentence, self.mentions, appointed))
        else:
            self._later(sentence, found)
            if sentence.block == "caption" and found and found[-1].iso:
                place = place_of(self.analysis, sentence, self.mentions, sentence.begin, sentence.end, [], self.words)
                self.pictures.append((found[-1].iso, place, shown(self.analysis, sentence, self.mentions)))

    def hang(self) -> None:
        """Join the people of captions that name no event to the event of that day and place."""
        for iso, place, people in self.pictures:
            same = [t for t in self.told if t.iso == iso]
            there = [t for t in same if place and t.place and _same_place(place.value.text, t.place.value.text)]
            if len(there or same) == 1:
                (there or same)[0].meets(people)

    def _paragraph(self, told: Told) -> int:
        """The line in which an event was told last."""
        return self.analysis.sentences[told.sentence].paragraph

    def _is_of_sitting(self, candidate: Mention, told: Told, sentence: Sentence, found: list[Day]) -> bool:
        """Whether a sitting and what was done in it are told in one clause: 회의를 열어 행정사무감사를 벌였다."""
        if told.sentence != sentence.index or self.classes.get(self._head(candidate)) not in ("session", "meeting"):
            return False
        if any(told.mention.end <= d.span.begin < candidate.begin for d in found):
            return False
        return all(_SITTING.search(name) is not None for name in (told.names[-1], candidate.value.text))

    def _is_sitting(self, told: Told, sentence: Sentence) -> bool:
        """Whether a sitting that the sentence tells is the occasion of a speech."""
        return told.sentence == sentence.index and self.classes.get(told.head) in ("session", "meeting")

    def _goes_on(self, one: Mention, other: Mention) -> bool:
        """Whether two names are joined to one occasion (출범식과 제1차 회의)."""
        return bool(re.fullmatch(r"[’'”\"」]?(?:과|와| 및|·| 겸) ?[‘'“\"「]?", self.text[one.end : other.begin]))

    def _goes_on_to(self, candidates: list[Mention], i: int) -> Mention:
        """The last of the names that are joined to one occasion: it has the verb."""
        while i + 1 < len(candidates) and self._goes_on(candidates[i], candidates[i + 1]):
            i += 1
        return candidates[i]

    def _is_room(self, candidate: Mention, candidates: list[Mention]) -> bool:
        """Whether the name is only where another event took place: 본회의에서 열린 시정연설."""
        after = self.text[candidate.end : candidate.end + 8].lstrip("’'”\" ")
        follows = any(0 < c.begin - candidate.end < 16 for c in candidates)
        return follows and bool(re.match(r"에서 (?:열린|연|가진|한|있은|진행)", after))

    def _take(
        self,
        candidate: Mention,
        sentence: Sentence,
        found: list[Day],
        candidates: list[Mention],
        chained: Mention | None,
        last: Mention,
    ) -> Told | None:
        """Join the candidate to an event told before, or tell a new one."""
        kind = candidate.value.classes[0]
        shape = frame(last, sentence, self.words, self.text)
        speech = self.analysis.quoted_at(candidate.begin)
        in_speech = speech is not None and speech.end - speech.begin > _QUOTE_LENGTH
        day = self._day(candidate, shape, found, candidates)
        if in_speech and (day is None or (speech is not None and day.span.begin < speech.begin)):
            return None
        refers = bool(_REFERS.search(self.text, max(sentence.begin, candidate.begin - 12), candidate.begin))
        if day is None and shape.particle == "이다" and kind == "loose":
            return self._explains(candidate, sentence)
        if _THROUGH.match(self.text, candidate.end) and not (day and day.span.end <= candidate.begin):
            return None
        known = self._known(candidate, day, refers, shape, sentence)
        if known is None and not self._is_new(candidate, kind, shape, day, sentence):
            return None
        if known is None:
            known = Told(candidate, self._head(candidate), [], sentence=sentence.index)
            if day is None and self.told:
                known.day, known.place = self.told[-1].day, self.told[-1].place
                if speaks_of_the_same(self.analysis, sentence):
                    known.meets(self.told[-1].people.values())
            self.told.append(known)
        self._fill(known, candidate, sentence, shape, day, candidates, chained)
        return known

    def _explains(self, candidate: Mention, sentence: Sentence) -> Told | None:
        """A sentence that only says what the one before told: they shook hands there; it was ○○을 기념하는 행사."""
        occasion = _OCCASION.search(self.text, sentence.begin, candidate.end)
        before = self.analysis.sentences[sentence.index - 1] if sentence.index else None
        found = days(self.text, before, self.mentions, self.published) if before is not None else []
        if occasion is None or before is None or not found:
            return None
        place = place_of(self.analysis, before, self.mentions, before.begin, before.end, [], self.words)
        if place is None:
            return None
        mention = Mention(occasion.start(), candidate.end, "event", candidate.value, "event-act")
        told = Told(mention, candidate.value.text, [f"{occasion.group('why')} 행사"], found[-1], place)
        told.evidence.append(mention.span)
        told.sentence = sentence.index
        told.features["held"] = None
        told.meets(people_of(self.analysis, before, self.mentions, mention, ""))
        self.told.append(told)
        return told

    def _fill(
        self,
        told: Told,
        candidate: Mention,
        sentence: Sentence,
        shape: Frame,
        day: Day | None,
        candidates: list[Mention],
        chained: Mention | None,
    ) -> None:
        told.names.append(_bare(candidate.value.text))
        told.names += self._whose(candidate, sentence)
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
                self.analysis,
                sentence,
                self.mentions,
                sentence.begin,
                max(candidate.begin, shape.stop),
                candidates,
                self.words,
            )
            again = _SAME_ROOM.search(self.text, sentence.begin, candidate.begin) is not None
            if told.place is None and means_same_place(self.text, sentence.begin, max(candidate.begin, shape.stop)):
                told.place = self._there(told, sentence)
            if told.place is None and (again or (day is not None and day.anaphoric)):
                told.place = self._room(told)
            if told.place is None:
                told.place = self._place_in_name(candidate)
        people = people_of(self.analysis, sentence, self.mentions, candidate, shape.particle)
        told.meets(people)
        told.sentence = sentence.index
        if self.analysis.document.kind == "interview" and candidate.value.classes[0] in ("pact", "visit"):
            told.meets(self._guest(sentence, candidate, shape))

    def _whose(self, candidate: Mention, sentence: Sentence) -> list[str]:
        """The name of a bare meeting with the committee whose subject it is (도시위원회는 5일 회의에서)."""
        if candidate.value.text != "회의":
            return []
        before = self.mentions.within(Span(sentence.begin, candidate.begin), "event")
        bodies = [m for m in before if m.value.classes[0] == "body" and self.text[m.end : m.end + 1] in "은는이가"]
        return [f"{_bare(bodies[-1].value.text)} 회의"] if bodies else []

    def _guest(self, sentence: Sentence, candidate: Mention, shape: Frame) -> list[Mention]:
        """The person interviewed, who tells in an answer what ``we`` concluded: no other subject is named."""
        guest = interviewee(self.analysis, self.mentions)
        subject = re.search(r"(?<=[가-힣])(?:은|는|이|가) ", self.text[sentence.begin : candidate.begin])
        own = re.search(r"(?:저|제|우리|저희)(?:는|가|도|가) ?", self.text[sentence.begin : candidate.begin])
        return [guest] if guest is not None and shape.governed and (own or not subject) else []

    def _place_in_name(self, candidate: Mention) -> Mention | None:
        """The sitting in which a speech was made, the building or the region that the name tells."""
        name = candidate.value.text
        sitting = re.match(r".*(?:본회의|임시회|정례회)", name)
        if candidate.value.classes[0] == "speech" and sitting and candidate.rule == "event-head":
            end = candidate.begin + self.text[candidate.begin : candidate.end].index(sitting.group()[-3:]) + 3
            return Mention(candidate.begin, end, "place", Name(sitting.group()), "place-of-event")
        if (building := place_in_name(candidate, self.text)) is not None:
            return building
        if candidate.value.classes[0] in ("meeting", "show"):
            regions = self.mentions.within(candidate.span, "region")
            first = [m for m in regions if _FIRST.fullmatch(self.text, candidate.begin, m.begin)]
            return first[0] if first else None
        return None

    def _there(self, told: Told, sentence: Sentence) -> Mention | None:
        """What 이곳에서, 같은 곳에서 means: a place of the sentence before, else that of the event told last."""
        before = self.analysis.sentences[sentence.index - 1] if sentence.index else None
        named = place_before(before, self.mentions) if before is not None else None
        return named or next((t.place for t in reversed(self.told) if t is not told and t.place is not None), None)

    def _room(self, told: Told) -> Mention | None:
        """The place of the event told before on the same day, if that day had one place alone."""
        places = [t.place for t in self.told if t is not told and t.place is not None and t.iso == told.iso]
        return places[0] if len({p.value.text for p in places}) == 1 else None

    def _day(self, candidate: Mention, shape: Frame, found: list[Day], candidates: list[Mention]) -> Day | None:
        """The day nearest before the name, else the one between the name and its verb."""
        before = [d for d in found if d.span.end <= candidate.begin]
        if before and self._is_of_another(before[-1], candidate):
            return None
        if before:
            return before[-1]
        inside = [d for d in found if candidate.end <= d.span.begin and d.span.end <= shape.stop]
        return inside[0] if inside else None

    def _is_of_another(self, day: Day, candidate: Mention) -> bool:
        """Whether a coarser date stands between the day and the name (9일 … 다음 달 초 현장 점검)."""
        between = self.mentions.within(Span(day.span.end, candidate.begin), "date")
        return any(candidate.begin - m.end <= 6 and len(m.value.iso) < 10 for m in between)

    def _is_new(self, candidate: Mention, kind: str, shape: Frame, day: Day | None, sentence: Sentence) -> bool:
        if day is None:
            return kind in ("pact", "meeting", "speech", "visit") and self._inherits(candidate, shape, sentence)
        marked = candidate.rule == "event-marked"
        if kind == "called":
            return shape.governed
        if kind == "body":
            if candidate.value.text.endswith("위원회"):
                return (shape.governed and shape.particle in ("을", "를")) or (
                    shape.described and _WAS_HELD.search(self.text, sentence.begin, candidate.begin) is not None
                )
            return shape.held and (marked or shape.particle != "")
        if kind == "loose":
            return shape.held and (marked or shape.particle in ("을", "를", "이다", "에", "에서"))
        if kind == "pact":
            return shape.held and shape.particle != "에서"
        return shape.held or (marked and kind != "visit")

    def _inherits(self, candidate: Mention, shape: Frame, sentence: Sentence) -> bool:
        """A further act of the same occasion: 이 자리에서 업무협약도 체결한다."""
        if not self.told or not shape.held or sentence.index - self.told[-1].sentence > _FAR:
            return False
        before = self.text[sentence.begin : candidate.begin]
        if candidate.value.classes[0] == "visit":
            return before.endswith(("과의 ", "와의 "))
        return bool(_SAME_OCCASION.search(before))

    def _head(self, mention: Mention) -> str:
        name = mention.value.text
        return next((str(name[i:]) for i in range(len(name)) if name[i:] in self.classes), str(name))

    def _known(
        self, candidate: Mention, day: Day | None, refers: bool, shape: Frame, sentence: Sentence
    ) -> Told | None:
        """The event told before that the candidate means."""
        head, name = self._head(candidate), candidate.value.text
        points = refers or shape.held or shape.particle in ("에서", "에", "은", "는")
        for told in reversed(self.told):
            if not points and _bare(name) not in told.names:
                continue
            if day is not None and not day.anaphoric and told.day is not None and day.iso != told.iso:
                continue
            another = day is not None and day.anaphoric and day.iso is not None and told.iso not in (None, day.iso)
            if another and not (refers and _same_head(head, told.head, refers)):
                continue
            if self._opens(head, told.head) and (day is None or day.iso == told.iso):
                return told
            if not _same_head(head, told.head, refers):
                continue
            if _said_apart(name, head, told):
                continue
            return told
        return None

    def _opens(self, one: str, other: str) -> bool:
        """Whether one of two heads is a ceremony that only opens the fair or festival of the other."""
        pairs = ((one, other), (other, one))
        return any(a in _OPENINGS and self.classes.get(b, "show") == "show" for a, b in pairs)

    def _add_act(self, sentence: Sentence, name: str, mention: Mention, day: Day, place: Mention | None) -> Told:
        head = name.rsplit(" ", 1)[-1]
        told = next((t for t in self.told if t.head == head and t.iso == day.iso), None)
        again = self._held_there(head, day, place) if told is None else None
        if again is not None:
            again.evidence.append(mention.span)
            again.meets(people_of(self.analysis, sentence, self.mentions, mention, "act"))
            return again
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

    def _held_there(self, head: str, day: Day, place: Mention | None) -> Told | None:
        """The gathering of that day and place at which something was explained or announced."""
        if head not in ("설명", "발표") or place is None:
            return None
        for told in self.told:
            there = told.place is not None and _same_place(place.value.text, told.place.value.text)
            if told.iso == day.iso and there and "act" not in told.features:
                return told
        return None

    def _later(self, sentence: Sentence, found: list[Day]) -> None:
        """People whom a later sentence adds to the event just told: 이 자리에서, 이날, 함께한."""
        if not self.told:
            return
        last = self.told[-1]
        if any(d.anaphoric and d.iso not in (None, last.iso) for d in found) or any(not d.anaphoric for d in found):
            return
        if self.analysis.document.kind == "council" and self.classes.get(self.told[0].head) in ("meeting", "session"):
            self.told[0].meets(council_speakers(self.analysis, sentence, self.mentions))
        if sentence.index - last.sentence <= 4 and sentence.paragraph == self._paragraph(last):
            last.meets(in_roles(self.analysis, sentence, self.mentions))
        if self.analysis.document.kind != "interview" and sentence.index - last.sentence <= 8:
            joined = bystanders(self.analysis, sentence, self.mentions, any(d.anaphoric for d in found))
            last.meets(joined)
            if len(joined) >= _MANY:
                last.sentence = sentence.index
            if last.head in ("출범식", "위촉식", "발대식") and sentence.index - last.sentence <= 3:
                last.meets(attendants(self.analysis, sentence, self.mentions, appointed=True))


def _same_place(one: str, other: str) -> bool:
    """Whether one place's words hold the other's (한빛시청 대회의실, 시청 대회의실)."""
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if one.split()[0] == other.split()[0] and one.split()[-1] == other.split()[-1]:
        return True
    return a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)


def _bare(name: str) -> str:
    """A name without quotation marks and without what only abbreviates it."""
    words = re.sub(r"\(이하[^)]*\)|[‘’'“”\"「」『』]", "", name)
    return " ".join(words.split())


def _same_head(one: str, other: str, refers: bool) -> bool:
    """Whether two heads can name one thing: 설명회 and 기자설명회, 업무협약 and MOU; 이날 행사 means any."""
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if a.endswith(b) or b.endswith(a):
        return True
    if all(_PACT.search(w) for w in (a, b)):
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
