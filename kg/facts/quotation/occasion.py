"""On what day something was said: only where the text ties the words to a dated occasion."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kg.facts.model import Event, Fact
from kg.facts.quotation.direct import Direct
from kg.facts.quotation.speaker import Voice
from kg.language.model import Analysis, Sentence
from kg.mentions.model import DateValue, Mention, Mentions
from kg.spans import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_SAME_DAY = re.compile(
    r"(?<![가-힣])(?:이날|같은 날|이 자리|그 자리|같은 자리)(?:[은도의엔]|에서는?|에는|에서도)?(?=[\s,])"
)
_GATHERING = re.compile(
    r"(?:회의|간담회|시연|총회|박람회|엑스포|전시회|강연|특강|타운홀|원탁|서밋|페스티벌|경진대회|해커톤|차담|오찬|만찬|조찬|[시도군구]정\s?질문|업무\s?보고|"
    r"행정사무\s?감사|시민대화|콘서트|회견|설명회|브리핑|[가-힣]식|토론회|공청회|포럼|보고회|행사|연설|본회의|발표회|면담|상임위|위원회|임시회|정례회|제안설명|질의|"
    r"심사|방문|컨퍼런스|콘퍼런스|세미나|대담|간부회의|축사|개회사|발대식|워크숍|설명|발표|협약|SNS|페이스북|소셜미디어)"
)
_AT = re.compile(
    _GATHERING.pattern + r"(?:에서|에서도|에서는|에 참석해|에 나와|에 나온|에 앞서|을 열고|를 열고|을 마치며|를 마치며|"
    r"를 통해|을 통해|\s?직후|\s?뒤|\s?후|\s?종료 후)"
)
_LINKED = re.compile(
    r"^(?:이어|이어서|그러면서|그러면서도|아울러|또|또한|특히|이 자리에서|함께|배석|끝으로|계속해서|"
    r"마지막으로)(?=[\s,])"
)
_MET = re.compile(r"만났|만나|인터뷰|대담|마주|찾았|나눴|들었|들어")
_PRESENT = re.compile(
    r"^(?:함께\s|배석|동석|이 자리에|현장에|참석|자리를|뒤이어|마이크를)|주재한|사회를 본|축사|"
    r"인사(?:말)?에서|개회사|기조\s?(?:연설|발표|강연)|마이크를|발제|토론에 나선|연단에|단상에|"
    r"기자들(?:에게|과|의)|취재진|(?:발표자|강연자|연사|사회자|토론자|발제자|좌장|패널)로\s|"
    r"(?:사회|좌장|발표|발제|진행|축사|기조\s?연설|설명|토론)[을를]?\s?맡은|"
    r"(?:발표|질의|질문|설명|답변|토론|축사|발언|인사|시연)에\s?나선|(?:답변|발언)[대석]|환영사|격려사|기념사|폐회사|취임사|"
    r"영상\s?(?:메시지|축사)|마무리\s?발언|질의응답|모두\s?발언|방청석|객석"
)
_SCENE = re.compile(
    r"(?:회의장|회견장|행사장|토론장|간담회장|발표장|설명회장|본회의장|답변[대석]|발언대|객석|방청석|장내|질의응답|회의에서는|"
    r"자리에서는|토론에서는|심사에서는)"
)
_THEN = re.compile(
    r"(?<![가-힣])(?:당시|그때|그날|그 자리에서)(?:에?도|에?는)?,?\s*$|"
    r"^(?:당시|그때|그날|그 자리에서)(?:에?도|에?는)?[,\s](?!\S+[장관사]이?던)"
)
_BRACKET = re.compile(r"[”\"]?\.?\s?[(（\[](?P<told>[^)）\]]{4,50})[)）\]]")
_ELSEWHERE = re.compile(
    r"통화에서|전화|서면|본지|본보|이메일|별도로|페이스북|SNS|소셜미디어|블로그|성명|논평|입장문|보도자료|"
    r"기자와\s?만나|취재에"
)
_SITTING = re.compile(
    r"의회|위원회|상임위|임시회|정례회|본회의|[시도군구]정\s?질문|행정사무\s?감사|행감|예결위|예산\s?심사|업무\s?보고"
)
_MEMBER = re.compile(r"의원|위원|의장")
_REPLIES = re.compile(
    r"(?:답했|답변했|답하|맞섰|맞받|되받|받아쳤|해명|반박|항변|응수|되물|선을 그|물러서지|고개를 숙|진땀)"
)


_ATTENDED = re.compile(
    r"참석|배석|동석|함께\s?(?:했|나왔|자리|섰|하고)|자리했|자리를 (?:함께|같이)|참가|참여한 가운데|"
    r"한자리에|나란히|앉았|앉아|시삽|테이프|기념\s?촬영|찾았|열었|열고|연\s|개최|가졌|가진|맺었|맺고|"
    r"체결"
)
_HERE = re.compile(
    r"^(?:(?:이|그|같은)\s(?:자리|행사|회의)|이날\s\S{0,12}|[가-힣]{0,8}(?:식|회|회의|자리|포럼))에[는도]?\s"
)
_BARE_DAY = re.compile(r"\d{1,2}일")
_EARLIER = re.compile(r"(?:앞서|지난|전날인|이에 앞서|그에 앞서)\s?$")
_BACK_THEN = re.compile(r"(?<![가-힣])(?:앞서|당시|지난해|작년|그때|과거|일찍이)")
_WHOLE = 1 << 16  # who attended the event of the article speaks there, however far below


class Occasion(NamedTuple):
    """A gathering on a day, told in a sentence."""

    sentence: int
    day: str


class Calendar:
    """What the sentences of a document tell of days and of who did something on them."""

    def __init__(self, analysis: Analysis, mentions: Mentions) -> None:
        self.analysis, self.mentions = analysis, mentions
        self._outside: dict[int, str] = {}
        self.published = analysis.document.published
        self.body = [s for s in analysis.sentences if s.block == "body"]
        self.main = self._main_day()
        self.held: list[Occasion] = []
        for sentence in analysis.sentences:
            if sentence.block not in ("body", "caption"):
                continue
            day = self.day_in(sentence.span)
            if day and _GATHERING.search(self.outside(sentence)):
                self.held.append(Occasion(sentence.index, day))

    def outside(self, sentence: Sentence) -> str:
        """A sentence's words up to its first quotation."""
        if sentence.index in self._outside:
            return self._outside[sentence.index]
        text = self.analysis.text
        stop = next(
            (q.begin - 1 for q in self.analysis.quoted if q.double and sentence.begin <= q.begin < sentence.end),
            sentence.end,
        )
        self._outside[sentence.index] = text[sentence.begin : stop]
        return self._outside[sentence.index]

    def _main_day(self) -> str | None:
        """The day of which the article's first sentences tell."""
        for sentence in self.body[:5]:
            days = [d for _, d in self._days(sentence.span) if not self.published or d <= self.published]
            if days:
                return days[0]
        return None

    def _days(self, span: Span) -> list[tuple[Mention, str]]:
        return [
            (m, day)
            for m in self.mentions.within(span, "date")
            if isinstance(m.value, DateValue)
            and _DAY.match(m.value.iso)
            and (day := self._past(m)) <= (self.published or "9999")
            and not _SAME_DAY.match(m.span.of(self.analysis.text) + " ")
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

    @property
    def opening(self) -> str | None:
        """The day of the gathering that the article opens with."""
        first = self.body[0].index if self.body else 0
        return self.held[0].day if self.held and self.held[0].sentence - first < 3 else None

    def day_in(self, span: Span) -> str | None:
        """The last whole day named in a stretch of text, ``이날`` not counted."""
        days = self._days(span)
        return days[-1][1] if days else None

    def same_day(self, sentence: Sentence) -> str | None:
        """What ``이날`` means: the last day named in its paragraph, else the last gathering's of the
        paragraphs just before, else the article's.
        """
        first = next((s for s in self.body if s.paragraph == sentence.paragraph), sentence)
        if sentence.begin > first.begin and (day := self.day_in(Span(first.begin, sentence.begin))):
            return day
        near = [o for o in self.held if o.sentence < sentence.index]
        if near and sentence.index - near[-1].sentence <= 8 and self.analysis.document.kind != "news":
            return near[-1].day
        return self.main

    def named_before(self, words: str, sentence: Sentence) -> str | None:
        """The day of an earlier gathering that the words name again (보고회에서)."""
        for match in _GATHERING.finditer(words):
            name = match.group()
            for occasion in reversed(self.held):
                earlier = self.analysis.sentences[occasion.sentence]
                if occasion.sentence < sentence.index and name in self.analysis.text[earlier.begin : earlier.end]:
                    return occasion.day
        return None

    def last_held(self, sentence: Sentence, within: int) -> str | None:
        """The day of the last gathering told at most so many sentences before."""
        near = [o for o in self.held if o.sentence < sentence.index]
        return near[-1].day if near and sentence.index - near[-1].sentence <= within else None

    def sitting(self, sentence: Sentence) -> str | None:
        """The day of the council's sitting that the sentences just before report."""
        near = [
            (o, words)
            for o in self.held
            if 0 < sentence.index - o.sentence <= 8
            and not _BACK_THEN.search(words := self.outside(self.analysis.sentences[o.sentence]))
        ]
        return near[-1][0].day if near and _SITTING.search(near[-1][1]) else None


def days_of(
    analysis: Analysis, mentions: Mentions, quotes: Sequence[Direct], voices: Sequence[Voice], facts: Sequence[Fact]
) -> list[str | None]:
    """The ISO day of each quotation, or None."""
    calendar = Calendar(analysis, mentions)
    spoken: dict[str, tuple[int, str]] = _doings(analysis, mentions, calendar)
    for fact in facts:
        if (
            isinstance(fact, Event)
            and fact.date
            and _DAY.match(fact.date)
            and fact.date <= (calendar.published or "9999")
        ):
            for person in fact.participants:
                spoken.setdefault(speaker_key(analysis, mentions, person), (_WHOLE, fact.date))
    meeting = calendar.held[0].day if analysis.document.kind == "council" and calendar.held else None
    if analysis.document.kind == "interview":
        meeting = next(
            (
                d
                for s in calendar.body[:6]
                if (d := calendar.day_in(s.span)) and _MET.search(analysis.text, s.begin, s.end)
            ),
            None,
        )
    found: list[str | None] = []
    scenes: dict[int, Sentence] = {}
    for sentence in calendar.body:
        if _SCENE.search(calendar.outside(sentence)):
            scenes.setdefault(sentence.paragraph, sentence)
    for i, (quote, voice) in enumerate(zip(quotes, voices, strict=True)):
        sentence = quote.sentence
        if sentence.block in ("title", "subtitle"):
            found.append(None)
            continue
        whole = next((j for j in range(i) if quotes[j].sentence.index == sentence.index), None)
        begin = sentence.begin if whole is None else quotes[i - 1].span.end
        lead = Span(begin, max(begin, quote.span.begin - 1))
        words, key = lead.of(analysis.text), speaker_key(analysis, mentions, voice.mention)
        day = calendar.day_in(lead)
        if day is None and whole is not None:
            day = found[i - 1]
        elif day is None and _SAME_DAY.search(words):
            day = calendar.same_day(sentence)
        elif (
            day is None
            and (_LINKED.match(words) or _THEN.search(words))
            and i
            and sentence.index - quotes[i - 1].sentence.index <= 2
            and found[i - 1]
        ):
            day = found[i - 1]
        elif day is None and (_AT.search(words) or _PRESENT.search(words)):
            day = calendar.named_before(words, sentence) or calendar.last_held(sentence, 8) or calendar.opening
        if day is None and _ELSEWHERE.search(words):
            found.append(None)
            continue
        if day is None and (bracket := _BRACKET.match(analysis.text, quote.span.end)):
            day = calendar.day_in(Span(bracket.start("told"), bracket.end("told")))
        if (
            day is None
            and meeting is None
            and not _BACK_THEN.search(calendar.outside(sentence))
            and (sitting := calendar.sitting(sentence))
        ):
            stop = quote.span.end + quote.span.closed
            near = analysis.text[voice.mention.begin : voice.mention.end + 12] if voice.mention else ""
            if _MEMBER.search(near) or (
                i
                and found[i - 1] == sitting
                and _REPLIES.search(analysis.text, max(stop, sentence.end - 30), sentence.end)
            ):
                day = sitting
        scene = scenes.get(sentence.paragraph)
        if day is None and scene is not None and scene.index <= sentence.index:
            day = calendar.last_held(scene, 12)
        if day is None and key in spoken and sentence.index - spoken[key][0] <= 8:
            day = spoken[key][1]
        if day is None and meeting and voice.mention is not None:
            day = meeting
        if day and key:
            spoken[key] = (sentence.index, day)
        found.append(day)
    return _headlines(analysis, quotes, voices, found)


def _doings(analysis: Analysis, mentions: Mentions, calendar: Calendar) -> dict[str, tuple[int, str]]:
    """Who held or joined a gathering on a day: the persons who stand before the first gathering of a
    sentence as its subject.
    """
    told: dict[str, tuple[int, str]] = {}
    for sentence in analysis.sentences:
        if sentence.block not in ("body", "caption"):
            continue
        day = calendar.day_in(sentence.span) or (
            calendar.same_day(sentence) if _SAME_DAY.search(calendar.outside(sentence)) else None
        )
        if day is None and _ATTENDED.search(calendar.outside(sentence)):
            day = calendar.last_held(sentence, 15 if _HERE.match(calendar.outside(sentence)) else 4)
        elif not _GATHERING.search(analysis.text, sentence.begin, sentence.end):
            continue
        if day is None:
            continue
        if _ATTENDED.search(analysis.text, sentence.begin, sentence.end):
            for mention in mentions.within(sentence.span, "person", "person-short"):
                told.setdefault(speaker_key(analysis, mentions, mention), (sentence.index + _WHOLE, day))
            continue
        for mention in mentions.within(sentence.span, "person", "person-short"):
            if re.match(
                r"(?:\s?[가-힣A-Za-z0-9]{1,14}){0,3}?(?:은|는|이|가)[\s,]",
                analysis.text[mention.end : mention.end + 40],
            ):
                told.setdefault(speaker_key(analysis, mentions, mention), (sentence.index, day))
                break
    return told


def speaker_key(analysis: Analysis, mentions: Mentions, mention: Mention | None) -> str:
    """A name to tell speakers apart by: the full name; a short form takes that of the last person with
    its surname and title.
    """
    if mention is None:
        return ""
    if mention.kind == "person":
        return str(mention.value)
    if mention.kind == "person-short":
        surname, title = mention.value.surname, mention.value.title
        persons = [
            p for p in mentions.before(mention.begin, "person") if surname is None or str(p.value).startswith(surname)
        ]
        for person in persons:
            if title and title[-2:] in analysis.text[max(0, person.begin - 15) : person.end + 25]:
                return str(person.value)
        if persons:
            return str(persons[0].value)
    return mention.span.of(analysis.text)


def _headlines(
    analysis: Analysis, quotes: Sequence[Direct], voices: Sequence[Voice], days: list[str | None]
) -> list[str | None]:
    """A headline's words were said on the day of the speech that they shorten."""
    text = analysis.text
    for i, quote in enumerate(quotes):
        if quote.sentence.block not in ("title", "subtitle") or voices[i].mention is None:
            continue
        mine = letter_pairs(quote.span.span.of(text))
        for j, other in enumerate(quotes):
            if (
                other.sentence.block == "body"
                and days[j]
                and len(mine & letter_pairs(other.span.span.of(text))) >= 0.5 * len(mine)
            ):
                days[i] = days[j]
                break
    return days


def letter_pairs(words: str) -> frozenset[str]:
    """The pairs of neighbouring letters of some words, marks and spaces left out."""
    letters = re.sub(r"[^0-9A-Za-z가-힣]", "", words)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
