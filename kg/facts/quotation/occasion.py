"""On what day something was said: only where the text ties the words to a dated occasion."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.facts.model import Event, Fact
from kg.facts.quotation.calendar import BACK_THEN, GATHERING, SAME_DAY, Calendar, Occasion
from kg.facts.quotation.direct import Direct
from kg.facts.quotation.same import letter_pairs, speaker_key
from kg.facts.quotation.scene import TALKED, Scenes, State
from kg.facts.quotation.speaker import Voice
from kg.facts.quotation.turns import interviewee
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_AT = regex(
    GATHERING.pattern
    + r"[’'”\"」]?(?: 자리| 현장| 행사)?(?:장?에서|장?에서도|장?에서는|에 참석해|에 나와|에 나온|에 나선|에 온|"
    r"에 들른|에 자리한|에 함께한|에 초대된|에 얼굴을 비친|\s?단상에 오른|에 앞서|"
    r"을 열고|를 열고|을 마치며|"
    r"를 마치며|을 마친|를 마친|을 찾은|를 찾은|"
    r"[을를] (?:진행|주재|주최|주관|이끈|맡은|지켜본|참관|둘러본|돌아본|살펴본|지켜보고|둘러보고)\S*|를 통해|을 통해|"
    r"(?P<after>(?:[이가]\s)?(?:\s?끝난)?\s?(?:직후|뒤|후)|\s?종료 후))"
)
_PRESENT = regex(
    r"^(?:함께\s|배석|동석|이 자리에|현장에|참석|자리를|뒤이어|마이크를|옆자리|옆에|곁에)|"
    r"(?:뒤|뒤편|뒤쪽|뒷줄|한쪽|구석|곁|옆)에서\s(?:\S+\s)?(?:지켜|듣던|들은|보던)|지켜보던|"
    r"참석한|배석한|동석한|함께한|함께 자리한|주재한|사회를 본|축사|"
    r"인사(?:말)?에서|개회사|개막사|개막\s?인사|기조\s?(?:연설|발표|강연)|마이크를|발제|토론에 나선|연단에|단상에|"
    r"기자들(?:에게|과|의)|취재진|(?:발표자|강연자|연사|사회자|토론자|발제자|좌장|패널)로\s|"
    r"(?:사회|좌장|발표|발제|진행|축사|기조\s?연설|설명|토론)[을를]?\s?맡은|"
    r"(?:질문자|토론자|발제자|발표자|답변자|증인|참고인|사회자)(?:로 나선|인\s)|"
    r"(?:발표|질의|질문|설명|답변|토론|축사|발언|인사|시연|대담|좌담|현장 점검|현장점검)에\s?나선|(?:답변|"
    r"발언)[대석]|"
    r"환영사|격려사|기념사|폐회사|폐막사|취임사|강평|총평|"
    r"영상\s?(?:메시지|축사)|마무리\s?발언|질의응답|모두\s?발언|신상\s?발언|방청석|객석|증인으로 나온|답변에서|"
    r"(?:산회|폐회|정회|개회)(?:에 앞서| 직전|를 선포)"
)
_IN_SITTING = regex(r"개회사|폐회사|제안설명|강평|의사진행|신상\s?발언|심사\s?결과")
_LINKED = regex(
    r"^(?:이어|이어서|그러면서|그러면서도|아울러|또|또한|특히|이 자리에서|함께|배석|끝으로|계속해서|"
    r"마지막으로|이에|그러자|이어받아|뒤이어)(?=[\s,])"
)
_ANSWERS = regex(r"^(?:이에|그러자)\s")
_MET = regex(r"만났|만나|만난|인터뷰|대담|마주|찾았|나눴|들었|들어")
_THEN = regex(
    r"(?<![가-힣])(?:당시|그때|그날|그 자리에서)(?:에?도|에?는)?,?\s*$|"
    r"^(?:당시|그때|그날|그 자리에서)(?:에?도|에?는)?[,\s](?!\S+[장관사]이?던)(?:(?!\S*[한된던]\s)\S+\s){0,4}$"
)
_THAT_DAY = regex(r"(?<![가-힣])그날(?:에도|에는|의)?\s")
_BRACKET = regex(r"[”\"]?\.?\s?[(（\[](?P<told>[^)）\]]{4,50})[)）\]]")
_ELSEWHERE = regex(
    r"통화에서|(?<!휴대)전화(?: 통화|에서|로|를)|서면|본지|본보|이메일|별도로|페이스북|SNS|소셜미디어|블로그|성명|"
    r"논평|입장문|보도자료|"
    r"기자와\s?만나|취재에"
)
_ONLY_TOLD = regex(
    r"(?:설명|발표|평가|면담|방문|SNS|페이스북|소셜미디어)(?:에서|에서도|에서는|를 통해|"
    r"을 통해)(?=[\s,])"
)
_CEREMONY = regex(r"[가-힣]식(?:사|장|\s?단상|\s?자리|\s?현장)?(?:에서|에 (?:온|참석|나온|나와|자리|들른|오른))")
_BEGAN = regex(
    r"(?:첫\s?삽|문을\s(?:열|연)|닻을\s올|막을\s올|첫발|착공|기공|개소|개관|개통|개교|개장|준공|완공|출범|발족|가동|점등|시동|운영|관제|"
    r"협약서|협약을|양해각서|서명|위촉|전달|수여)"
)
_RALLY = regex(r"[”\"]?(?:이?라)?(?:며|면서|고)\s[^.“”]{0,40}(?:집회|회견|시위|농성|행진)[을를]\s(?:열|가졌|벌|했)")
"""«“…”라며 지난 1일 시청 앞에서 집회를 열었다»: the words are those of the rally."""
_WHOM = regex(r"[^.,“”]{0,30}(?:만난|마주한|찾은|인터뷰한)\s(?:[^.,“”]{1,20}\s)?$")
"""«지난 15일 마을에서 만난 홍길동씨의 하루는»: who was met that day."""
_ONCE_DID = regex(r"(?:제안|주장|발의|찬성|반대|요구|추진|도입|설계|기획)(?:했|하)던 ")
"""What tells of the speaker that the text has gone on to ask: «삭감을 주장했던 N 의원은»."""
_OPENS_WITH_DAY = regex(r"(?:지난 |앞서 |이어 )?(?:\d{1,2}월 )?\d{1,2}일(?:에는|엔|에도|에|,| 오전| 오후)(?= )")
_SPOKE_UP = regex(r"목소리|나섰|나왔|회견|집회|성명|반발|가세|입을 (?:열|뗐)|입장을|찾았|만났|모였|열었|열렸|방문")
"""What a sentence tells of those who speak in the next ones."""
_REPORT_OF = regex(
    r"(?:보고회|회의|간담회|토론회|공청회|설명회|협의회|자문회의|좌담회|포럼|워크숍"
    r"|면담)\s?(?:개최\s?)?결과(?:\s?보고)?$"
)
"""The title of a report of one meeting."""
_MEMBER = regex(r"의원|위원|의장")
_REPLIES = regex(
    r"(?:답했|답변했|답변하|답하|맞섰|맞받|되받|받아쳤|해명|반박|항변|응수|되물|선을 그|물러서지|고개를 숙|진땀|"
    r"설명했|매달렸)"
)
_REPLIER = regex(
    r"국장|과장|실장|단장|본부장|담당관|정책관|기획관|소장|원장|사장|부시장|부지사|부군수|부구청장|시장|지사|군수|"
    r"구청장|팀장|관장|교육감|청장|총장|대표이사"
)
_HEAD = regex(r"시장|지사|군수|구청장|교육감|장관|총장|원장|이사장|권한대행|대행")
_BRIEFED = regex(r"회견|브리핑|설명회|간담회|발표회|보고회|선포식|출범식|비전 발표")
_PRESS = regex(r"기자들|취재진")
_OWN = regex(r"축사|인사말|답변|질의|토론|발제")
_OF_WHOM = regex(r"\s(?:\S+\s){1,6}?\S*(?:[한된던린긴낸진킨친룬쓴]|[했됐었았]던)\s(?:\S+\s){0,3}?\S+[은는이가도]\s")
"""What a past year tells of the speaker alone: 지난해 투자를 유치한 나루랩의 하 대표는."""
_NEAR = 8
_OF_ANOTHER_DAY, _OF_THE_DAY = 12, 17
"""How many sentences on those who took part still speak at an occasion, unless the words tell another."""
_COUNCIL_SITTING = regex(
    r"예산 ?심사|예비 ?심사|행정사무 ?감사|본회의|상임위|[시도군구]정 ?질[문의]|예결특?위|임시회|정례회"
)
_WITH_PRESS = regex(r"기자 ?(?:간담회|회견)|신년 ?회견|언론 ?브리핑|기자 ?브리핑")
_OUTSIDER = regex(r"의원|대표(?!단)|교수|회장|위원장|조합장|이장")
_TURNS = regex(r"(?m)^\s?[○◯〇]\s?\S{1,16}\s+[가-힣]{2,4}\s\s?\S")
_BESIDE_GUEST = regex(r"옆|곁|배석|동석|함께|거들|끼어들|자리")


class Tie(NamedTuple):
    """The day of a quotation, and the event at which its speaker stood, where the words were said in its scene."""

    day: str | None = None
    event: Event | None = None


def ties_of(
    analysis: Analysis,
    mentions: Mentions,
    quotes: Sequence[Direct],
    voices: Sequence[Voice],
    facts: tuple[Fact, ...],
) -> list[Tie]:
    """The tie of each quotation to a dated occasion."""
    if not quotes:
        return []
    reader = _Reader(analysis, mentions, quotes, voices, facts)
    by_sentence: dict[int, list[int]] = {}
    for i, quote in enumerate(quotes):
        by_sentence.setdefault(quote.sentence.index, []).append(i)
    for sentence in analysis.sentences:
        if sentence.block in ("body", "caption"):
            state = reader.scenes.enter(sentence)
            for i in by_sentence.get(sentence.index, ()):
                reader.tie(i, state)
                state = reader.scenes.state(sentence)
    return _headlines(analysis, quotes, voices, reader.ties, reader.met)


class _Reader:
    """Decides quotation by quotation, in the order of the text."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Mentions,
        quotes: Sequence[Direct],
        voices: Sequence[Voice],
        facts: tuple[Fact, ...],
    ) -> None:
        self.analysis, self.mentions, self.quotes, self.voices = analysis, mentions, quotes, voices
        self.calendar = Calendar(analysis, mentions, facts)
        self.scenes = Scenes(self.calendar)
        minuted = any(isinstance(f, Event) and f.rule == "event-minutes" for f in facts)
        self.minutes = minuted and _TURNS.search(analysis.text) is not None
        """Whether the text is the minutes of a sitting: speech in marks is what others said elsewhere."""
        self.ties = [Tie() for _ in quotes]
        self.spoken: dict[str, tuple[int, Tie]] = {}
        dated = [f for f in facts if isinstance(f, Event) and f.date and f.date == self.calendar.main]
        dated = dated or [f for f in facts if isinstance(f, Event) and f.date and f.date == analysis.document.published]
        reports = _REPORT_OF.search((analysis.document.title or "").strip()) is not None
        self.reported = dated[0] if reports and dated else None
        """The one meeting of which the text is the report: who speaks speaks there."""
        self.hosts = self._hosts()
        self.present = self._present()
        self.met = self._met()
        self.met_people = self._met_people()

    def tie(self, i: int, state: State) -> None:
        """Tie one quotation, given the scene in which it stands."""
        quote, voice = self.quotes[i], self.voices[i]
        sentence = quote.sentence
        lead = self._lead(i)
        words = lead.of(self.analysis.text)
        key = speaker_key(self.analysis, self.mentions, voice.mention)
        if sentence.block == "caption" and not re.search("[가-힣]", words):
            words = self._line(sentence)
        tie = self._behind(quote, voice) or self._told(i, lead, words, state) or self._in_scene(i, words, key, state)
        if tie == Tie() and self.reported is not None and voice.mention is not None and not _ELSEWHERE.search(words):
            tie = Tie(self.reported.date, self.reported)
        self.ties[i] = tie
        if tie.day and key:
            self.spoken[key] = (sentence.index, tie)

    def _behind(self, quote: Direct, voice: Voice) -> Tie | None:
        """The day told in the sentences behind that name the speaker (“…” 14일 ○○회관. N 군수가 이렇게 운을 떼자)."""
        named = voice.mention and self.analysis.sentence_at(voice.mention.begin)
        if not named or named.index <= quote.sentence.index:
            return None
        day = self.calendar.day_in(Span(quote.span.end, named.end))
        return Tie(day) if day else None

    def _lead(self, i: int) -> Span:
        """The words of the sentence before a quotation, from its beginning or from the quotation before."""
        quote = self.quotes[i]
        earlier = i and self.quotes[i - 1].sentence.index == quote.sentence.index
        begin = self.quotes[i - 1].span.end if earlier else quote.sentence.begin
        return Span(begin, max(begin, quote.span.begin - 1))

    def _line(self, sentence: Sentence) -> str:
        """A caption's line without speech: its picture is one scene."""
        line = [s for s in self.analysis.sentences if s.paragraph == sentence.paragraph and s.block == "caption"]
        return " ".join(self.calendar.outside(s) for s in line)

    def _told(self, i: int, lead: Span, words: str, state: State) -> Tie | None:
        """The tie that the words round a quotation tell; a tie without a day where they tell that it was elsewhere."""
        sentence, calendar = self.quotes[i].sentence, self.calendar
        before = self.ties[i - 1] if i else Tie()
        away = _ELSEWHERE.search(words) is not None
        if self.met:
            day = calendar.day_in(lead)
            if day is None and (_AT.search(words) or _OWN.search(words)):
                there = self._named(words, sentence)
                day = there.day if there is not None else None
            return Tie() if away or (day is None and self._elsewhere(i, words)) else Tie(day or self.met)
        if day := calendar.day_in(lead):
            there = calendar.named_before(words, sentence) or self.scenes.told.get(sentence.index)
            return Tie(day, there.event if there and there.day == day and not away else None)
        same = i > 0 and self.quotes[i - 1].sentence.index == sentence.index
        opened = None if SAME_DAY.search(words) else self._day_of_paragraph(sentence)
        if opened and (state.occasion is None or state.occasion.day != opened):
            return Tie() if away else Tie(opened)
        if SAME_DAY.search(words):
            day = calendar.same_day(sentence, lead)
            if day and not away and GATHERING.search(words):
                calendar.meet_again(sentence, day)
            return Tie(day) if day else None
        if same and not _OWN.search(words):
            return before
        if i and before.day and sentence.index - self.quotes[i - 1].sentence.index <= 2:
            answers = _ANSWERS.match(words) and not state.inside
            if (_LINKED.match(words) and not answers and not away) or _THEN.search(words):
                return before
        if (_THEN.search(words) or _THAT_DAY.search(words)) and (day := self._that_day(sentence)):
            return Tie(day)
        at = _AT.search(words)
        if at or _PRESENT.search(words):
            there = self._named(words, sentence)
            if there is None and not away and (day := self._began(words, sentence)):
                return Tie(day)
            beside = i > 0 and self.quotes[i - 1].sentence.paragraph == sentence.paragraph
            if there is None and not away and beside and before.day:
                return Tie(before.day)
            if there is not None and not (away and not at):
                after = at is not None and at["after"] is not None
                if not after:
                    self.scenes.reopen(there, sentence)
                return Tie(there.day, None if after or away or _PRESS.search(words) else there.event)
        if away:
            return Tie()
        stop = self.quotes[i].span.end
        if rally := _RALLY.match(self.analysis.text, stop, sentence.end):
            day = calendar.day_in(Span(stop, rally.end()))
            return Tie(day) if day else None
        if bracket := _BRACKET.match(self.analysis.text, self.quotes[i].span.end):
            day = calendar.day_in(Span(bracket.start("told"), bracket.end("told")))
            return Tie(day) if day else None
        return None

    def _day_of_paragraph(self, sentence: Sentence) -> str | None:
        """The day with which another sentence opens the paragraph, and who spoke up: «17일에는 학부모들이 나섰다»."""
        first = next((s for s in self.calendar.body if s.paragraph == sentence.paragraph), sentence)
        if first.index >= sentence.index:
            return None
        opened = _OPENS_WITH_DAY.match(self.analysis.text, first.begin, first.end)
        if opened is None or not _SPOKE_UP.search(self.calendar.outside(first)):
            return None
        return self.calendar.day_in(Span(first.begin, opened.end()))

    def _began(self, words: str, sentence: Sentence) -> str | None:
        """The day of a ceremony that nothing names before: of the sentence that tells at the beginning what began."""
        if _CEREMONY.search(words) is None:
            return None
        for earlier in reversed([s for s in self.calendar.body if s.index < sentence.index]):
            day = self.calendar.day_in(earlier.span)
            if day is not None:
                return day if _BEGAN.search(self.analysis.text, earlier.begin, earlier.end) else None
        return None

    def _that_day(self, sentence: Sentence) -> str | None:
        """What ``그날`` and ``당시`` mean: the last whole day told before, at most three sentences back."""
        first = self.analysis.sentences[max(0, sentence.index - 3)]
        return self.calendar.day_in(Span(first.begin, sentence.begin))

    def _named(self, words: str, sentence: Sentence) -> Occasion | None:
        """What ``간담회에서`` and the like mean: the occasion of that name, else the current, the last, the first."""
        calendar = self.calendar
        if _IN_SITTING.search(words) and (sitting := calendar.last_sitting(sentence)):
            return sitting
        current = self.scenes.occasion
        if named := calendar.named_before(words, sentence):
            if _COUNCIL_SITTING.search(words) and not named.sitting:
                return None
            return current if current is not None and named.event is None and named.day == current.day else named
        if (beside := calendar.held_beside(sentence)) is not None:
            return beside
        if _ONLY_TOLD.search(words):
            return None  # 사전 설명에서: no occasion told before is meant
        told = current if current is not None and not self.scenes.broken else None
        told = told or calendar.last_held(sentence, _NEAR) or calendar.opening
        if told is not None and _COUNCIL_SITTING.search(words) and not told.sitting:
            return None
        return told

    def _elsewhere(self, i: int, words: str) -> bool:
        """Whether in an interview another than the guest speaks, who is not said to sit beside: asked apart."""
        speaker, guest = self.voices[i].mention, interviewee(self.analysis, self.mentions)
        if speaker is None or guest is None or speaker.kind not in ("person", "person-short"):
            return False
        if speaker.kind == "person-short" and speaker.value.surname is None and speaker.value.title is None:
            return False  # «그는» of whom an interview tells is its guest
        sentence = self.quotes[i].sentence
        around = words + self.analysis.text[self.quotes[i].span.end : sentence.end]
        named = self.analysis.sentence_at(speaker.begin)
        if named is not None and sentence.index - named.index in (1, 2):
            around += self.analysis.text[named.begin : named.end]  # 옆에 있던 N 과장이 말을 보탰다. “…”
        same = speaker_key(self.analysis, self.mentions, speaker) == speaker_key(self.analysis, self.mentions, guest)
        return not same and not _BESIDE_GUEST.search(around)

    def _in_scene(self, i: int, words: str, key: str, state: State) -> Tie:
        """The tie that the scene gives: a person speaks in its paragraph, in its sitting, or held it."""
        quote, voice = self.quotes[i], self.voices[i]
        person = voice.mention is not None and voice.mention.kind in ("person", "person-short")
        if key in self.met_people and not _ELSEWHERE.search(words):
            return Tie(self.met_people[key])
        occasion = state.occasion
        past = BACK_THEN.search(words)
        if occasion is None or self.minutes or (past and (state.inside or not _OF_WHOM.match(words, past.end()))):
            return Tie()
        if not person and not (
            state.inside and quote.sentence.index == occasion.sentence + 1 and self._talks(occasion)
        ):
            return Tie()
        if not state.inside and _ONCE_DID.search(words):
            return Tie()
        council = self.analysis.document.kind == "council"
        here = Tie(occasion.day, occasion.event)
        if state.inside:
            if self._was_not_there(voice, occasion):
                return Tie()
            pact = occasion.event is not None and occasion.event.event.value.classes[:1] == ("pact",)
            return Tie(occasion.day) if pact else here
        if state.broken:
            return Tie()
        if occasion.sitting and (self._sits(i, occasion) or (council and occasion.opening)):
            return here
        if key in self.spoken and quote.sentence.index - self.spoken[key][0] <= _NEAR:
            return self.spoken[key][1]
        opening = self.calendar.opening
        main = opening is not None and opening.day == occasion.day
        if self._goes_on(quote.sentence, occasion):
            if occasion.event is not None and not occasion.aside:
                there = {speaker_key(self.analysis, self.mentions, p) for p in occasion.event.participants}
                if key in there:
                    return Tie(occasion.day)
            if main and (key in self.present or key in self.hosts):
                return Tie(occasion.day)
        if main and self._briefs(i, occasion):
            self.hosts.add(key)
            return here
        return Tie()

    def _goes_on(self, sentence: Sentence, occasion: Occasion) -> bool:
        """Whether the text still tells of its occasion: of an earlier day's less long than of the day's own."""
        away = sentence.index - max(occasion.sentence, self.scenes.named_last.get(occasion.day, 0))
        if occasion.day != self.analysis.document.published:
            return away < _OF_ANOTHER_DAY
        return away < _OF_THE_DAY or self.analysis.document.kind != "news"

    def _was_not_there(self, voice: Voice, occasion: Occasion) -> bool:
        """Whether one who is no official speaks where an official met the press alone."""
        told = self.analysis.sentences[occasion.sentence]
        if voice.mention is None or not _WITH_PRESS.search(self.analysis.text, told.begin, told.end):
            return False
        key = speaker_key(self.analysis, self.mentions, voice.mention)
        if occasion.event is not None and key in {
            speaker_key(self.analysis, self.mentions, p) for p in occasion.event.participants
        }:
            return False
        return _OUTSIDER.search(self._title(voice.mention)) is not None and key not in self.hosts

    def _sits(self, i: int, occasion: Occasion) -> bool:
        """Whether a member of the council speaks, or an official who answers what was said there."""
        quote, voice = self.quotes[i], self.voices[i]
        if voice.mention is None:
            return False
        near = self._title(voice.mention)
        if _MEMBER.search(near):
            return True
        stop = quote.span.end
        replies = occasion.opening or _REPLIES.search(self.analysis.text, stop, min(quote.sentence.end, stop + 40))
        return bool(replies and _REPLIER.search(near) and i and self.ties[i - 1].day == occasion.day)

    def _title(self, speaker: Mention) -> str:
        """The words round a speaker's name; for ``그는`` those round the name that it means."""
        text = self.analysis.text
        words = text[speaker.begin : speaker.end + 14]
        if speaker.kind == "person-short" and speaker.value.surname is None and speaker.value.title is None:
            key = speaker_key(self.analysis, self.mentions, speaker)
            meant = next((p for p in self.mentions.before(speaker.begin, "person") if str(p.value) == key), None)
            words = text[meant.begin : meant.end + 14] if meant is not None else words
        return words

    def _talks(self, occasion: Occasion) -> bool:
        """Whether an occasion is told as a talk with people who go unnamed: 어업인들과 대화를 나눴다."""
        return TALKED.search(self.calendar.outside(self.analysis.sentences[occasion.sentence])) is not None

    def _briefs(self, i: int, occasion: Occasion) -> bool:
        """Whether the head of the body that called the press speaks first: 시는 5일 회견을 열고 … ○○○ 시장은 “…”."""
        voice = self.voices[i]
        told = self.calendar.outside(self.analysis.sentences[occasion.sentence])
        if voice.mention is None or self.hosts or not _BRIEFED.search(told):
            return False
        if self.analysis.document.kind == "press-release":
            return False
        return _HEAD.search(self.analysis.text, voice.mention.begin, voice.mention.end + 14) is not None

    def _hosts(self) -> set[str]:
        """Who is the subject of the sentence that opens the article with an occasion."""
        found: set[str] = set()
        for occasion in self.calendar.held:
            sentence = self.analysis.sentences[occasion.sentence]
            if not occasion.opening or sentence.block != "body":
                continue
            for mention in self.mentions.within(sentence.span, "person", "person-short"):
                if self.analysis.quoted_at(mention.begin) is None and _is_subject(self.analysis.text, mention):
                    found.add(speaker_key(self.analysis, self.mentions, mention))
                    break
        return found

    def _present(self) -> set[str]:
        """Who took part in the occasions with which the article begins."""
        events = [o.event for o in self.calendar.held if o.opening and o.event is not None]
        return {speaker_key(self.analysis, self.mentions, p) for e in events for p in e.participants}

    def _met_people(self) -> dict[str, str]:
        """Whom a report met, and on what day."""
        found: dict[str, str] = {}
        for sentence in self.calendar.body if self.analysis.document.kind == "news" else ():
            for person in self.mentions.within(sentence.span, "person"):
                day = self.calendar.day_in(Span(sentence.begin, person.begin))
                dates = self.mentions.within(Span(sentence.begin, person.begin), "date")
                if day and _WHOM.fullmatch(self.analysis.text, dates[-1].end, person.begin):
                    found[speaker_key(self.analysis, self.mentions, person)] = day
        return found

    def _met(self) -> str | None:
        """The day on which an interview was held."""
        if self.analysis.document.kind != "interview":
            return None
        first = [s for s in self.analysis.sentences if s.block in ("body", "caption")][:7]
        for s in first:
            if (day := self.calendar.day_in(s.span)) and _MET.search(self.analysis.text, s.begin, s.end):
                return day
        return None


def _is_subject(text: str, mention: Mention) -> bool:
    """Whether a topic or subject particle closes the words behind a name."""
    return bool(
        re.match(r"(?:\s?[가-힣A-Za-z0-9]{1,14}){0,3}?(?:은|는|이|가)[\s,]", text[mention.end : mention.end + 40])
    )


def _headlines(
    analysis: Analysis, quotes: Sequence[Direct], voices: Sequence[Voice], ties: list[Tie], met: str | None
) -> list[Tie]:
    """A headline's words were said on the day of the speech that they shorten, an interview's when it was held."""
    text = analysis.text
    for i, quote in enumerate(quotes):
        if quote.sentence.block not in ("title", "subtitle"):
            continue
        ties[i] = Tie(met)
        if voices[i].mention is None:
            continue
        mine = letter_pairs(quote.span.span.of(text))
        for j, other in enumerate(quotes):
            if (
                other.sentence.block == "body"
                and ties[j].day
                and len(mine & letter_pairs(other.span.span.of(text))) >= 0.5 * len(mine)
            ):
                ties[i] = Tie(ties[j].day)
                break
    return ties
