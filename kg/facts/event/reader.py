"""Reads the events of a document sentence by sentence; what is told again joins what was told before."""

from kg.facts.event.acts import act_in
from kg.facts.event.before import Page, earlier_that_day, explains, later_on, named_after, opened, was_an_occasion
from kg.facts.event.beside import day_of, goes_on, goes_on_to, head_of, held_there, is_room, meant, of_another_year
from kg.facts.event.days import Day, days
from kg.facts.event.frame import Frame, frame
from kg.facts.event.guest import guest
from kg.facts.event.later import bystanders, in_roles, of_its_course, shown
from kg.facts.event.new import COMMITTEES, is_new
from kg.facts.event.occasions import announced, each_day
from kg.facts.event.people import attendants, council_speakers, people_of
from kg.facts.event.place import means_same_place, place_before, place_beside, place_moved_to, place_of, place_visited
from kg.facts.event.posts import SITTING, founds, in_posts, pictured, reports_sitting, speaks_of_the_same, surely_there
from kg.facts.event.said import Act, Said
from kg.facts.event.setting import Setting, is_set, setting_of
from kg.facts.event.there import people_at
from kg.facts.event.told import Told, bare, named_again, room_of, same_head, same_place, told_lately, whose_meeting
from kg.facts.event.words import event_words
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.event import head_classes
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_REFERS = regex(r"(?<![가-힣])(?:이날|이번|이|그|당일|해당)(?: 열린| 진행된)?\s?[‘'“\"]?$")
_SAME_ROOM = regex(
    r"(?:이|그) 자리에서|이어(?: 열린)? |2부|같은 (?:곳|장소|자리)에서|곧이어|아울러|또한? |더불어 |이날 "
)
_AGENDA = regex(r"순(?:으로|서로)")
_THROUGH = regex(r"[’'”\"]?[을를] (?:거[쳐치친]|통과)")
_PASSED = regex(r"[’'”\"]?[을를] 통과")
# money behind a name is paid for it: ‘○○ 박람회’ 4억 원을 깎았다; ‘○○ 대전환’을 주제로 is what was spoken about
_PRICED = regex(
    r"[’'”」]?(?:[을를]|이?라는|이란) 주제로|[’'”」]? ?(?:예산 |사업비 |개최비 |행사비 )?\d[\d,.]*[십백천만억조 ]*원"
)
_MANY = 3  # people listed: the sentence goes on telling the event
_QUOTE_LENGTH = 45


class Reader:
    """Reads sentence by sentence; what is told again joins what was told before."""

    def __init__(self, analysis: Analysis, mentions: Mentions, lexicon: Lexicon, *, headed: bool = False) -> None:
        self.analysis, self.mentions, self.text = analysis, mentions, analysis.text
        self.words, self.classes = event_words(lexicon), head_classes(lexicon)
        self.published = analysis.document.published
        self.told: list[Told] = []
        self.headed = headed  # whether the page's head names the sitting that it reports
        self.page = Page(analysis, mentions, self.words, self.classes, self.text, self.published)
        self.setting: Setting | None = None
        self.announced: tuple[Mention, int] | None = None
        self.pictures: list[tuple[str, Mention | None, list[Mention]]] = []

    def read(self, sentence: Sentence) -> None:
        """Take in what one sentence tells of events."""
        candidates = self.mentions.within(sentence.span, "event")
        found = days(self.text, sentence, self.mentions, self.published)
        self.setting = setting_of(self.analysis, sentence, self.mentions, found) or self.setting
        here: list[Told] = []
        chained: Mention | None = None
        joined: Told | None = None
        for i, candidate in enumerate(candidates):
            if is_room(self.text, candidate, candidates):
                chained = Mention(candidate.begin, candidate.end, "place", candidate.value, "place-of-event")
                continue
            if i and here and _AGENDA.search(self.text, candidate.end, sentence.end):
                continue
            if joined is not None and i and goes_on(self.text, candidates[i - 1], candidate):
                joined.names += [bare(candidate.value.text), bare(self.text[candidates[i - 1].begin : candidate.end])]
                joined.evidence.append(candidate.span)
                continue
            if here and candidate.value.classes[0] == "speech" and self._is_sitting(here[-1], sentence):
                here[-1].names.append(bare(candidate.value.text))
                here[-1].evidence.append(candidate.span)
                continue
            if here and self._is_of_sitting(candidate, here[-1], sentence, found):
                here[-1].names.append(bare(candidate.value.text))
                here[-1].evidence.append(candidate.span)
                continue
            joined = self._take(candidate, sentence, found, candidates, chained, goes_on_to(self.text, candidates, i))
            if joined is not None:
                here.append(joined)
        several = announced(self.analysis, sentence, candidates, found)
        if several is not None:
            self.announced = several, sentence.index
        elif found and not candidates and self.announced is not None and self.announced[1] == sentence.index - 1:
            here += each_day(self.page, self.announced[0], sentence, found)
            self.told += here
        if found:
            held = {t.iso for t in here if t.sentence == sentence.index and "held" in t.features}
            act = act_in(Said(self.analysis, sentence, self.mentions, self.words, found, candidates))
            if act is not None and (not held or (act.day.iso not in held and act.name.endswith(" 방문"))):
                here.append(self._add_act(sentence, act))
        if here:
            here[0].meets(attendants(self.analysis, sentence, self.mentions, founds(here[0].head)))
        else:
            self._later(sentence, found)
            if sentence.block == "caption" and found and found[-1].iso:
                place = place_of(self.analysis, sentence, self.mentions, sentence.begin, sentence.end, [], self.words)
                self.pictures.append((found[-1].iso, place, shown(self.analysis, sentence, self.mentions)))

    def hang(self) -> None:
        """Join the people of captions that name no event to the event of that day and place."""
        for iso, place, people in self.pictures:
            same = [t for t in self.told if t.iso == iso]
            there = [t for t in same if place and t.place and same_place(place.value.text, t.place.value.text)]
            if len(there or same) == 1:
                (there or same)[0].meets(people)

    def _paragraph(self, told: Told) -> int:
        """The line in which an event was told last."""
        return self.analysis.sentences[told.sentence].paragraph

    def _is_of_sitting(self, candidate: Mention, told: Told, sentence: Sentence, found: list[Day]) -> bool:
        """Whether a sitting and what was done in it are told in one clause: 회의를 열어 행정사무감사를 벌였다."""
        if told.sentence != sentence.index or self._class(candidate) not in (
            "session",
            "meeting",
        ):
            return False
        if any(told.mention.end <= d.span.begin < candidate.begin for d in found):
            return False
        return all(SITTING.search(name) is not None for name in (told.names[-1], candidate.value.text))

    def _class(self, candidate: Mention) -> str | None:
        return self.classes.get(head_of(self.classes, candidate))

    def _is_sitting(self, told: Told, sentence: Sentence) -> bool:
        """Whether a sitting that the sentence tells is the occasion of a speech."""
        return told.sentence == sentence.index and self.classes.get(told.head) in ("session", "meeting")

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
        day = day_of(self.text, self.mentions, candidate, shape, found)
        if in_speech and (day is None or (speech is not None and day.span.begin < speech.begin)):
            return None
        refers = bool(_REFERS.search(self.text, max(sentence.begin, candidate.begin - 12), candidate.begin))
        if day is None and shape.particle == "이다" and kind == "loose":
            return self._add(explains(self.page, candidate, sentence))
        if day is None and was_an_occasion(self.text, candidate):
            return self._add(named_after(self.page, self.told, candidate, sentence))
        if _THROUGH.match(self.text, candidate.end) and not (day and day.span.end <= candidate.begin):
            return None
        sits = kind != "body" or (day is not None and candidate.value.text.endswith(COMMITTEES))
        if (not sits and _PASSED.match(self.text, candidate.end)) or _PRICED.match(self.text, candidate.end):
            return None
        if day is None and not refers and of_another_year(self.mentions, candidate, sentence, self.published):
            return None
        another = day is None and later_on(self.text, sentence, candidate)
        told = meant([] if another else self.told, self.classes, candidate, day, refers, shape, sentence)
        known = self._known(candidate, sentence, shape) if told is None and day is None else None
        if known is not None:
            told = Told(candidate, head_of(self.classes, candidate), [], *known, sentence=sentence.index)
            told.features["held"] = None
            self.told.append(told)
        if told is None and not is_new(self.text, self.told, candidate, kind, shape, day, sentence):
            return None
        if told is None:
            told = Told(candidate, head_of(self.classes, candidate), [], sentence=sentence.index)
            if day is None and self.told:
                told.day, told.place = self.told[-1].day, self.told[-1].place
                moved = place_moved_to(self.analysis, sentence, self.mentions, candidate.begin)
                told.place = moved or told.place
                if speaks_of_the_same(self.analysis, sentence):
                    told.meets(self.told[-1].people.values())
            self.told.append(told)
        self._fill(told, candidate, sentence, shape, day, candidates, chained)
        return told

    def _known(self, candidate: Mention, sentence: Sentence, shape: Frame) -> tuple[Day, Mention | None] | None:
        """The day and the place of what a sentence without a day names: those of what was told before."""
        act = opened(self.page, candidate, sentence) if candidate.value.classes[0] == "meeting" else None
        if act is None and self.told and earlier_that_day(self.text, sentence, candidate, shape):
            return (day, None) if (day := self.told[-1].day) is not None else None
        if act is None and self.setting and is_set(self.analysis, self.setting, sentence, candidate, shape):
            return self.setting.day, self.setting.place
        return act

    def _add(self, told: Told | None) -> Told | None:
        self.told += [told] if told is not None else []
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
        told.names.append(bare(candidate.value.text))
        told.names += whose_meeting(self.text, self.mentions, candidate, sentence)
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
            said = Said(self.analysis, sentence, self.mentions, self.words, [], candidates)
            told.place = chained or said.place_before(max(candidate.begin, shape.stop))
            if told.place is None and candidate.value.classes[0] in ("meeting", "pact", "loose"):
                told.place = place_visited(self.analysis, sentence, self.mentions, candidate.begin)
            again = _SAME_ROOM.search(self.text, sentence.begin, candidate.begin) is not None
            if told.place is None and means_same_place(self.text, sentence.begin, max(candidate.begin, shape.stop)):
                told.place = self._there(told, sentence)
            if told.place is None and (again or (day is not None and day.anaphoric)):
                told.place = room_of(self.told, told)
            if told.place is None and self.setting is not None and self.setting.holds(sentence, told.iso):
                told.place = self.setting.place
            if told.place is None:
                told.place = place_beside(self.text, sentence, self.mentions, candidate)
        kind = candidate.value.classes[0]
        told.meets(people_at(self.analysis, sentence, self.mentions, candidate, shape.particle))
        told.sentence = sentence.index
        joined = self.text[sentence.begin : candidate.begin].endswith(("과 ", "와 ")) and kind == "meeting"
        there = shape.particle == "에서" and kind != "speech"
        if self.analysis.document.kind == "interview" and (kind in ("pact", "visit") or joined or there):
            told.meets(guest(self.analysis, self.mentions, sentence, candidate, shape))

    def _there(self, told: Told, sentence: Sentence) -> Mention | None:
        """What 이곳에서, 같은 곳에서 means: a place of the sentence before, else that of the event told last."""
        before = self.analysis.sentences[max(0, sentence.index - 1)]
        named = place_before(before, self.mentions) if before is not sentence else None
        return named or next((t.place for t in reversed(self.told) if t is not told and t.place is not None), None)

    def _add_act(self, sentence: Sentence, act: Act) -> Told:
        name, mention, day, place = act
        head = name.rsplit(" ", 1)[-1]
        told = next((t for t in self.told if same_head(t.head, head, False) and t.iso == day.iso), None)
        again = held_there(self.told, head, day, place) if told is None else None
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

    def _later(self, sentence: Sentence, found: list[Day]) -> None:
        """People whom a later sentence adds to the event just told: 이 자리에서, 이날, 함께한."""
        if not self.told:
            return
        last = told_lately(self.told, self.text, sentence, self.published)
        if any(d.anaphoric and d.iso not in (None, last.iso) for d in found) or any(not d.anaphoric for d in found):
            return
        if sentence.block == "caption" and sentence.paragraph == self._paragraph(last):
            last.meets(pictured(self.analysis, sentence, self.mentions))
        if not self.headed and reports_sitting(self.analysis, self.told[0], last, self.classes.get(self.told[0].head)):
            self.told[0].meets(council_speakers(self.analysis, sentence, self.mentions))
        if listed := of_its_course(self.analysis, sentence, self.mentions, last.head, sentence.index - last.sentence):
            last.meets(listed)
            last.sentence = sentence.index
        if sentence.index - last.sentence <= 4 and sentence.paragraph == self._paragraph(last):
            last.meets(in_roles(self.analysis, sentence, self.mentions))
        if self.analysis.document.kind != "interview" and sentence.index - last.sentence <= 8:
            joined = bystanders(self.analysis, sentence, self.mentions, any(d.anaphoric for d in found))
            last.meets(joined)
            if len(joined) >= _MANY:
                last.sentence = sentence.index
            if founds(last.head) and sentence.index - last.sentence <= 3:
                last.meets(attendants(self.analysis, sentence, self.mentions, appointed=True))
                if posted := in_posts(self.analysis, sentence, self.mentions):
                    last.meets(posted)
                    last.sentence = sentence.index
        elif self.analysis.document.kind != "interview" and (again := named_again(self.told, self.text, sentence)):
            again.meets(attendants(self.analysis, sentence, self.mentions))
        elif sentence.paragraph == self._paragraph(last) and sentence.index - last.sentence <= 2:
            last.meets(surely_there(self.analysis, sentence, self.mentions))
