"""What the sentences of a document tell of days and of the gatherings held on them."""

from bisect import insort
from datetime import date, timedelta
from typing import NamedTuple

from kg.facts.model import Event, Fact
from kg.language.model import Analysis, Sentence
from kg.mentions.model import DateValue, Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

DAY = regex(r"\d{4}-\d\d-\d\d$")
SAME_DAY = regex(
    r"(?<![가-힣])(?:이날|같은 날|이 자리|그 자리|같은 자리|이 행사|이 회의)(?:[은도의엔에]|에서는?|에는|"
    r"에서도)?(?=[\s,])"
)
GATHERING = regex(
    r"(?:회의|간담회|시연|연시회|품평회|참관|총회|박람회|엑스포|전시회|강연|특강|타운홀|원탁|서밋|페스티벌|페스타|한마당|경진대회|"
    r"해커톤|차담|오찬|만찬|조찬|"
    r"[시도군구]정\s?질[문의]|업무\s?보고|행정사무\s?감사|시민대화|콘서트|회견|설명회|브리핑|[가-힣]식|토론회|"
    r"공청회|포럼|보고회|행사|"
    r"연설|본회의|발표회|면담|상임위|위원회|임시회|정례회|제안설명|질의|심사|방문|컨퍼런스|콘퍼런스|세미나|"
    r"심포지엄|대담|좌담|수다회|(?:착공|기공|준공|개소|개관|개통|개막|폐막|기념|취임|출범|발대|수여)식사|선언문|"
    r"간부회의|축사|개회사|발대식|워크숍|설명|발표|협약|평가|SNS|페이스북|소셜미디어)"
)
_SITTING = regex(
    r"의회|상임위|임시회|정례회|본회의|[시도군구]정\s?질[문의]|행정사무\s?감사|행감|예결위|예산\s?심사|국정감사|국감"
)
_WITH_PRESS = regex(r"회견|브리핑(?!룸|실)|기자 ?간담회|기자 ?설명회|토론회|세미나|포럼|콘퍼런스")
"""What is held in a council's house and is no sitting of it."""
_SYLLABLE = regex("[가-힣]")
_BARE_DAY = regex(r"\d{1,2}일")
_EARLIER = regex(r"(?:앞서|지난|전날인|이에 앞서|그에 앞서)\s?$")
BACK_THEN = regex(r"(?<![가-힣])(?:앞서|당시|지난해|작년|그때|과거|일찍이)")
_MET = regex(
    GATHERING.pattern + r"[’'”\"」]?(?:에서|에는|에 (?:참석|나와|나온|나선|들러)|(?:을|를|이|가|"
    r"도)?\s?(?:\S+\s){0,4}?(?:열[었렸고어린렬]|연\s|연다|개최|가졌|가진|갖고|갖|"
    r"진행|주재|참석|참관|맺|체결|서명|마쳤|마치|벌였|벌여|실시|거행))"
)
_LOOKS_BACK = regex(r"(?<![가-힣])(?:앞서|이에 앞서|당시|지난해|작년|일찍이)|바 있다|적이 있다")
_SINCE = regex(
    r"(?:을|를)\s(?:\S+\s)?\S{0,3}(?:[은친른한연진운난본렬]|[은던])\s지\s(?:\S+\s)?(?:\d|[한두세네]|여러|반)"
)
"""«착공식을 치른 지 2년 만이다»: a gathering that only tells how long it took."""
_AFTER_TALK = regex(r"(?:인터뷰|대담|취재|만남) $")
"""The day after a talk is grounded on the talk, whose day may go untold: 인터뷰 이튿날."""
_WHO_SINCE = regex(r"\s?(?:자로 )?(?:취임|부임|임명|선출|당선|입사|발령|승진)(?:한|된|해|하며)")
_REPORTED = regex(r"\s?(?:밝혔|발표|전했|말했|강조|알렸|공개|내놨|내놓|설명)")
_DESCRIBES = regex(r"\s?(?:\S+\s){0,1}?\S{1,8}[된한던]\s")
_OPENING = 4  # sentences of the body in which the article's own occasion stands


class Occasion(NamedTuple):
    """A gathering on a day, told in a sentence."""

    sentence: int
    day: str
    event: Event | None
    opening: bool
    """Whether the article begins with it: it is what the article reports."""
    sitting: bool
    firm: bool = True
    """Whether the sentence tells that people met, so that a scene can follow."""
    aside: bool = False
    """Whether the text only looks back on it (앞서 … 바 있다)."""


class Calendar:
    """The days and occasions of a document; nothing later than its publication has been said."""

    def __init__(self, analysis: Analysis, mentions: Mentions, facts: tuple[Fact, ...] = ()) -> None:
        self.analysis, self.mentions = analysis, mentions
        self.published = analysis.document.published
        self.body = [s for s in analysis.sentences if s.block == "body"]
        self._outside: dict[int, str] = {}
        self.main = self._main_day()
        self.held = self._held([f for f in facts if isinstance(f, Event)])

    def outside(self, sentence: Sentence) -> str:
        """A sentence's words up to its first quotation."""
        if sentence.index not in self._outside:
            stop = next(
                (q.begin - 1 for q in self.analysis.quoted if q.double and sentence.begin <= q.begin < sentence.end),
                sentence.end,
            )
            self._outside[sentence.index] = self.analysis.text[sentence.begin : stop]
        return self._outside[sentence.index]

    def day_in(self, span: Span) -> str | None:
        """The last whole day named in a stretch of text, ``이날`` not counted."""
        days = self._days(span)
        return days[-1][1] if days else None

    def same_day(self, sentence: Sentence, span: Span) -> str | None:
        """What ``이날`` means: the last day told in its paragraph, else the last gathering's of the paragraphs just
        before, else the article's, else the one that its mention was grounded on.
        """
        first = next((s for s in self.body if s.paragraph == sentence.paragraph), sentence)
        for mention, day in reversed(self._days(Span(first.begin, sentence.begin))):
            at = self.analysis.sentence_at(mention.begin)
            occasion = any(at is not None and o.sentence == at.index and o.day == day for o in self.held)
            if occasion or not _DESCRIBES.match(self.analysis.text, mention.end):
                return day
        near = [o for o in self.held if o.sentence < sentence.index]
        if near and sentence.index - near[-1].sentence <= 8 and self.analysis.document.kind != "news":
            return near[-1].day
        return self.main or (near[0].day if near else None) or self._grounded(span)

    def _grounded(self, span: Span) -> str | None:
        for mention in reversed(self.mentions.within(span, "date")):
            iso = str(mention.value.iso)
            if SAME_DAY.match(mention.span.of(self.analysis.text) + " ") and DAY.match(iso):
                return iso if iso <= (self.published or "9999") else None
        return None

    def meet_again(self, sentence: Sentence, day: str) -> None:
        """Take in a gathering that ``이날 회의에서`` tells without a date."""
        insort(self.held, Occasion(sentence.index, day, None, False, False), key=lambda o: o.sentence)

    def named_before(self, words: str, sentence: Sentence) -> Occasion | None:
        """An earlier gathering that the words name again (보고회에서)."""
        for match in GATHERING.finditer(words):
            name = match.group()
            for occasion in reversed(self.held):
                earlier = self.analysis.sentences[occasion.sentence]
                told = self.analysis.text.find(name, earlier.begin, earlier.end)
                apart = name != "회의" or not _SYLLABLE.match(self.analysis.text, told - 1)
                if occasion.sentence < sentence.index and told >= 0 and apart:
                    return occasion
        return None

    def last_held(self, sentence: Sentence, within: int) -> Occasion | None:
        """The last gathering told at most so many sentences before."""
        near = [o for o in self.held if o.sentence < sentence.index]
        return near[-1] if near and sentence.index - near[-1].sentence <= within else None

    def held_beside(self, sentence: Sentence) -> Occasion | None:
        """The last gathering told before in the paragraph of a sentence."""
        paragraph = [o for o in self.held if o.firm and o.sentence < sentence.index]
        paragraph = [o for o in paragraph if self.analysis.sentences[o.sentence].paragraph == sentence.paragraph]
        return paragraph[-1] if paragraph else None

    def last_sitting(self, sentence: Sentence) -> Occasion | None:
        """The last sitting of a council told before."""
        return next((o for o in reversed(self.held) if o.sitting and o.sentence < sentence.index), None)

    @property
    def opening(self) -> Occasion | None:
        """The gathering with which the article begins."""
        return next((o for o in self.held if o.opening), None)

    def _held(self, events: list[Event]) -> list[Occasion]:
        told: dict[int, Event] = {}
        for event in events:
            if event.date and DAY.match(event.date) and event.date <= (self.published or "9999"):
                for span in event.evidence:
                    sentence = self.analysis.sentence_at(span.begin)
                    if sentence is not None and self.analysis.quoted_at(span.begin) is None:
                        other = told.get(sentence.index)
                        if other is None or len(other.participants) <= len(event.participants):
                            told[sentence.index] = event
        first = self.body[0].index if self.body else 0
        council = self.analysis.document.kind == "council"
        found: list[Occasion] = []
        for sentence in self.analysis.sentences:
            if sentence.block not in ("body", "caption"):
                continue
            days = self._days(sentence.span)
            met = [d for m, d in days if not _REPORTED.match(self.analysis.text, m.end)] or [d for _, d in days]
            day = met[-1] if met else None
            words = self.outside(sentence)
            event_here = told.get(sentence.index)
            if event_here is not None and event_here.date and (day is None or event_here.date in met):
                day = event_here.date
            elif day is None or not GATHERING.search(words):
                continue
            else:
                event_here = next((e for e in events if e.date == day and sentence.index in told), None)
            since = _SINCE.search(self.analysis.text, sentence.begin, sentence.end) is not None
            aside = since or _LOOKS_BACK.search(self.analysis.text, sentence.begin, sentence.end) is not None
            opening = sentence.index - first < _OPENING and not since and not BACK_THEN.search(words)
            before = next((o for o in found if event_here is not None and o.event is event_here), None)
            if before is not None:  # told again: how it was told first counts
                aside, opening = before.aside or aside, before.opening
            sitting = (
                "연설" not in words
                and not _WITH_PRESS.search(words)
                and (_SITTING.search(words) is not None or (council and "위원회" in words))
            )
            firm = event_here is not None or _MET.search(words) is not None
            main = next((o for o in found if o.opening), None)
            aside = aside or (main is not None and day < main.day)  # what was held before is looked back on
            found.append(Occasion(sentence.index, day, event_here, opening, sitting, firm, aside and not opening))
        minuted = next((e for e in events if e.rule == "event-minutes"), None)
        if minuted is not None and minuted.date and self.body:
            found.insert(0, Occasion(first, minuted.date, minuted, True, True))
        return found

    def _main_day(self) -> str | None:
        """The day of which the article's first sentences tell."""
        for sentence in self.body[:5]:
            days = self._days(sentence.span)
            reported = [d for m, d in days if _REPORTED.match(self.analysis.text, m.end)]
            own = [d for m, d in days if not _WHO_SINCE.match(self.analysis.text, m.end)]  # 지난 1일 취임한 시장
            if reported or own:
                return reported[-1] if reported else own[0]
        return None

    def _days(self, span: Span) -> list[tuple[Mention, str]]:
        return [
            (m, day)
            for m in self.mentions.within(span, "date")
            if isinstance(m.value, DateValue)
            and DAY.match(m.value.iso)
            and (day := self._past(m)) <= (self.published or "9999")
            and not SAME_DAY.match(m.span.of(self.analysis.text) + " ")
            and self.analysis.quoted_at(m.begin) is None
            and not _AFTER_TALK.search(self.analysis.text, max(0, m.begin - 8), m.begin)
        ]

    def _past(self, mention: Mention) -> str:
        """A date's day; ``앞서 26일`` in a text of the 2nd is the 26th of the month before."""
        iso = str(mention.value.iso)
        text = self.analysis.text
        if not self.published or iso <= self.published or not _BARE_DAY.fullmatch(mention.span.of(text)):
            return iso
        if not _EARLIER.search(text, max(0, mention.begin - 8), mention.begin):
            return iso
        last = date.fromisoformat(self.published).replace(day=1) - timedelta(days=1)
        return last.replace(day=int(iso[8:])).isoformat() if int(iso[8:]) <= last.day else iso
