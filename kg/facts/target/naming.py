"""What a number counts, in the words of the text: named in its clause, told before, or the programme it belongs to."""

from kg.facts.target.candidates import PEOPLE, bare_unit, same_unit
from kg.facts.target.doers import DISTRICTS, Doers
from kg.facts.target.each import priced_each
from kg.facts.target.figure import Figure, Role
from kg.facts.target.governor import Governor, governor
from kg.facts.target.heading import heading_above
from kg.facts.target.measure import argument, counted, opened_before, subject_before
from kg.facts.target.phrase import head_word, is_pronoun, named_in_marks, told_briefly, undescribed, worded
from kg.facts.target.question import names_speaker
from kg.facts.target.shares import BOUND, whose_share
from kg.facts.target.starting import takes
from kg.facts.target.topics import topic_of
from kg.facts.target.words import TargetWords
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_OF_A_PRICE = regex(r"(?:시세|시중|정가|원가|기존|절반|종전|현행|민간)(?:의|보다|에 비해|\s?대비)?\s*$")
_BOUNDS = frozenset(("한도", "이내", "범위", "상한", "최대", "전역", "곳곳", "일원", "일대", "인근", "주변"))
_NUMBER_WORDS = frozenset(("비율", "비중", "수치", "숫자", "수", "규모", "대수", "인원", "건수", "물량", "면적"))
_SCHEMES = frozenset(("사업", "프로젝트", "정책", "과정", "프로그램", "서비스", "제도", "교육", "학교", "공약"))
_SPOKEN_OF = regex(r"[’'”\"」]?(?: ?(?:사업|프로젝트|정책|서비스|계획))?(?:은|는|이|가|을|를|도|란|이란)[ ,]")
_THAT = regex(r"(?:^| )(?:것|데|일|걸)$")
_IT_WAS = regex(r"(?:이던|였던|이었던|하던|걸리던) (?:것|데)$")
_REACH = 160
_BEGINNING = regex(r" ?(?:여 ?)?(?:을|를) 시작으로|부터 시작")

_CHOOSES = frozenset(("뽑", "선발", "위촉", "양성", "육성", "키우", "기르", "채용", "고용", "모집", "길러내", "세우"))
_WORKPLACES = regex(
    r"(?:기지|공장|사옥|본사|지사|사무소|사무실|연구소|연구동|법인|매장|물류센터|콜센터|라인|점포|본부|설비)$"
)
"""Where people are hired, not taught: 제작기지를 꾸리고 150명을 새로 뽑는다."""
_ANYTHING = frozenset(
    ("AI", "인공지능", "인공지능(AI)", "AI 기술", "인공지능 기술", "기술", "시스템", "사업", "서비스", "장비")
)
"""Things that say too little of what those get who are counted."""
_ANEW = regex(r"새로|신규|추가로|더 ")
_HOURS = frozenset(("초", "분", "시간"))
USERS = {"개사": "기업", "개교": "학교", "개소": "시설", "가구": "가구", "농가": "농가", "호": "가구", "세대": "세대"}
"""Who or what a unit counts that is a word for them."""

Named = tuple[str, Span]


class Namer(Doers):
    """Names what the numbers of one document count; a later one may lean on an earlier."""

    def __init__(self, text: str, mentions: Mentions, words: TargetWords, figures: list[Figure]) -> None:
        super().__init__(text, mentions, words)
        self.figures = figures
        self.pointed: tuple[Figure, Figure] | None = None

    def named(self, fig: Figure, base: Figure | None, gov: Governor | None, role: Role) -> Named | None:
        """The words of what is counted, and their place, where the number's own clause tells them."""
        start = None
        taking = base is not None and takes(base, self.text)
        if base is not None and base.sentence is fig.sentence and base.mention.begin < fig.mention.begin:
            start = base.first if base.role == "from" and not taking else None
        told = counted(fig, start)
        if start is not None and base is not None and _BEGINNING.match(self.text, base.mention.end):
            own = counted(fig)  # 올해 180동을 시작으로 2028년까지 시설하우스 1100동에
            told = own if own is not None and own[1] and own[0].begin >= base.mention.end else told
        if base is not None and taking and (told is None or _THAT.search(told[0].of(self.text))):
            if (until := self._until(base)) is not None:
                return until
            what = argument(base, base.first, "JKB", "JKS", "JX", "JKO")
            told = (what, False) if what is not None else None
            if told is not None:
                return worded(told[0].of(self.text)), told[0]
        if (
            told is not None
            and base is not None
            and base.role != "subject"
            and (is_pronoun(told[0].of(self.text), self.words) or _IT_WAS.search(told[0].of(self.text)))
        ):
            told = counted(base)
        if told is not None and (head_word(told[0].of(self.text)) in _BOUNDS or self.is_label(fig, told[0])):
            told = None
        if told is not None and self._points_back(told[0]):
            return self.meant(fig, base) or (worded(told[0].of(self.text)), told[0])
        if told is not None and base is None and is_pronoun(told[0].of(self.text), self.words):
            meant = subject_before(fig, told[0])
            return (worded(meant.of(self.text)), meant) if meant is not None else None
        percent = fig.mention.kind == "percent"
        if told is not None and percent and base is not None and role == "to":
            told = whose_share(fig, told, self.text, self.bodies)
        if told is not None and percent and gov is not None and _OF_A_PRICE.search(told[0].of(self.text)):
            thing = argument(fig, fig.first, "JKO", "JX")
            told = (thing, False) if thing is not None else told
        stem = gov.stem if gov is not None else ""
        if told is not None and self._points_to_scheme(told[0]):
            meant_by_it = self.topic(fig) or heading_above(self.text, fig.sentence.begin)
            if meant_by_it is not None:
                return meant_by_it
        of = self._of_what(fig, told) if told is not None and not percent else None
        if of is not None:
            return of
        if told is not None and role == "to" and base is None and self.is_who(told):
            told = None  # 시장은 내년 가을까지 스무 대로 늘리겠다고
        if (into := self._into(fig, told, gov, role)) is not None:
            return into
        doing = role == "object" and not percent and not self.words.is_a(stem, "surpass")
        if told is None or (doing and self.is_doer(told, fig)):
            return self._act_of(fig, told, base, gov)
        span, adjacent = told
        measure = told_briefly(fig, span, self.text)
        chosen = self._chosen(fig, gov, measure) if role == "object" else None
        if chosen is not None:
            return chosen
        act = self.words.acts.get(stem, "")
        thing = None
        if gov is not None and role in ("dative", "locative", "to") and adjacent:
            measure, thing = self._given(fig, gov, measure, role)
        elif gov is not None and percent and self._is_share(stem) and not BOUND.match(self.text, fig.mention.end):
            measure = self._filled(fig, gov, measure)
        if thing is None and adjacent and act and self.words.is_a(stem, "deliver") and len(measure) <= 14:
            measure = measure if act in measure or percent else f"{measure} {act}"
        if measure in self.words.label and not percent:
            measure = self._of_topic(fig, span, measure)
        return (measure, span) if len(measure) > 1 else None

    def _chosen(self, fig: Figure, gov: Governor | None, measure: str) -> Named | None:
        """With what those counted are chosen for (주민 30명을 쉼터지기로 뽑는다)."""
        what = argument(fig, gov.index, "JKB") if gov is not None and gov.stem in _CHOOSES else None
        if what is None or what.begin <= fig.mention.end or not self.text.startswith(("으로 ", "로 "), what.end):
            return None
        return f"{measure} {worded(what.of(self.text))}", what

    def _until(self, base: Figure) -> Named | None:
        """How long it takes to a point or an act that is told with 까지 (판독이 나오기까지 38분 걸리던 것을)."""
        told = counted(base) or (argument(base, base.first, "JX", "JKB"), True)
        if told[0] is None or not self.text.startswith("까지 ", told[0].end):
            return None
        noun = "시간" if bare_unit(base.mention.value.unit) in _HOURS else "기간"
        return f"{worded(told[0].of(self.text))}까지 걸리는 {noun}", told[0]

    def _into(self, fig: Figure, told: tuple[Span, bool] | None, gov: Governor | None, role: Role) -> Named | None:
        """Those into whom something is put by whom the clause names alone (○○벤처스는 40개사에 투자한다)."""
        noun = USERS.get(bare_unit(fig.mention.value.unit))
        act = self.words.acts.get(gov.stem, "") if gov is not None else ""
        if noun is None or not act or gov is None or told is None or told[1] or role not in ("dative", "locative"):
            return None
        if not self.bodies(told[0]) or not self.is_doer(told) or argument(fig, gov.index, "JKO") is not None:
            return None
        verb = fig.tokens[gov.index]
        return f"{act} {noun}", Span(verb.begin, verb.end)

    def _of_what(self, fig: Figure, told: tuple[Span, bool]) -> Named | None:
        """The topic before the body that sees to it (로봇 기사 양성은 한양대가 맡아 한 해 150명을 가르친다)."""
        topic, doer = topic_of(fig), told[0]
        if topic is None or told[1] or topic.end > doer.begin or not self.text.startswith(("이 ", "가 "), doer.end):
            return None
        words = told_briefly(fig, topic, self.text)
        mine = self.bodies(topic) or words.endswith(DISTRICTS) or len(words) < 2 or is_pronoun(words, self.words)
        return (words, topic) if (self.bodies(doer) or self.is_body(doer)) and not mine else None

    def is_label(self, fig: Figure, span: Span) -> bool:
        """Whether the phrase only tells who speaks in minutes (○미래산업과장 ○○○  내년에 40곳으로)."""
        return names_speaker(self.text, fig.sentence.begin, span, self.mentions)

    def _of_topic(self, fig: Figure, span: Span, measure: str) -> str:
        """A bare word of size with the topic of its sentence (안부 확인은 대상을 … 늘린다)."""
        topic = topic_of(fig)
        if topic is None or topic.end >= span.begin or worded(topic.of(self.text)).endswith(DISTRICTS):
            return measure
        return f"{told_briefly(fig, topic, self.text)} {measure}"

    def _points_back(self, span: Span) -> bool:
        """Whether the phrase is a bare word for a number told before (이 비율을, 그 수를)."""
        this = self.text[max(0, span.begin - 2) : span.begin] in ("이 ", "그 ")
        return this and worded(span.of(self.text)) in _NUMBER_WORDS

    def _points_to_scheme(self, span: Span) -> bool:
        """Whether the phrase only points to the programme told before (2만명을 가르치겠다던 이 사업은)."""
        words = worded(span.of(self.text))
        this = words.startswith(("이 ", "그 ")) or self.text[max(0, span.begin - 2) : span.begin] in ("이 ", "그 ")
        return this and words.removeprefix("이 ").removeprefix("그 ") in _SCHEMES

    def meant(self, fig: Figure, base: Figure | None) -> Named | None:
        """What the number told before counts, which «this rate» means."""
        before = [f for f in self.figures if f.mention.end <= fig.mention.begin and same_unit(f, fig)]
        other = base or (before[-1] if before else None)
        if other is None or fig.mention.begin - other.mention.end > _REACH:
            return None
        verb = governor(other, self.words)
        self.pointed = (fig, other)
        return self.named(other, None, verb, other.role)

    def _given(self, fig: Figure, gov: Governor, measure: str, role: Role) -> tuple[str, Span | None]:
        """With the thing that those who are counted get (현장 인력 4천명에게 교육을, 경고등을 교차로 16곳에)."""
        thing = argument(fig, gov.index, "JKO")
        if thing is not None and self._describes(fig, thing):
            spoken = self.topic(fig)
            return (f"{spoken[0]} {head_word(measure)}", spoken[1]) if spoken is not None else (measure, None)
        if thing is None:
            return measure, None
        if thing.end > fig.mention.end:
            after = fig.tokens[fig.after].begin if fig.after < len(fig.tokens) else fig.mention.end
            thing = Span(max(thing.begin, after), thing.end)
            what = told_briefly(fig, undescribed(fig, thing), self.text)
            if what in _ANYTHING and len(measure) > 1:
                return measure.rsplit("의 ", 1)[-1], thing  # 공장 1천500곳에 AI를 심는다
            return what if measure.endswith(" 등") else f"{measure} {what}", thing
        if role == "to":
            return measure, None
        whole = named_in_marks(fig, thing, self.text)
        words = worded(whole.of(self.text)) if whole is not None else told_briefly(fig, thing, self.text)
        if len(words) > 12:
            words = words.rsplit("의 ", 1)[-1]
        return f"{words} {head_word(measure)}", whole or thing

    def _describes(self, fig: Figure, thing: Span) -> bool:
        """Whether an object before the number belongs to a clause that describes something (상태를 살피는 ‘○○’는)."""
        between = [t for t in fig.tokens if thing.end <= t.begin < fig.mention.begin]
        return any(t.tag == "ETM" for t in between) and any(t.tag == "JX" for t in between)

    def _is_share(self, stem: str) -> bool:
        return self.words.is_a(stem, "handle") or self.words.is_a(stem, "deliver")

    def _filled(self, fig: Figure, gov: Governor, measure: str) -> str:
        """A share with whom it is filled by (운영 인력의 60%를 시민으로 채운다)."""
        filled = argument(fig, gov.index, "JKB")
        if filled is None or filled.begin <= fig.mention.begin:
            return measure
        words = worded(filled.of(self.text))
        return measure if words in ("자동", "직접", "무료") else f"{measure} 중 {words}"

    def _act_of(
        self, fig: Figure, told: tuple[Span, bool] | None, base: Figure | None, gov: Governor | None
    ) -> Named | None:
        """The act that the verb tells, of whom or of what it is done: for a number that counts no noun of its own."""
        act = self.words.fallbacks.get(gov.stem, "") if gov is not None else ""
        if gov is not None and not act and base is not None and told is None:
            return self.sized(fig)
        opened = opened_before(fig) if gov is not None and (act or self.words.is_a(gov.stem, "deliver")) else None
        if gov is None or not (act or opened):
            return None
        verb = fig.tokens[gov.index]
        place = Span(verb.begin, verb.end)
        if act == "채용" and bare_unit(fig.mention.value.unit) not in PEOPLE:
            act = "선정"  # 2차 공모로 5곳을 더 뽑는다
        if opened is not None and (act != "채용" or not _WORKPLACES.search(self.text[opened.begin : opened.end])):
            return f"{told_briefly(fig, opened, self.text)} {act}".strip(), opened
        if opened is not None:
            return ("신규 채용" if _ANEW.search(self.text, fig.mention.end, verb.begin) else act), place
        each = self.each(fig)
        if each is not None:
            return f"{each[0]} {act}", each[1]
        noun = fig.mention.value.unit.rpartition(" ")[2]
        if len(noun) > 1 and noun != fig.mention.value.unit and noun not in self.words.generic and told is None:
            return f"{noun} {'선발' if act == '채용' else act}", fig.mention.span  # 40개 팀을 뽑는다
        doer = worded(told[0].of(self.text)) if told is not None else ""
        doer = doer.rsplit("의 ", 1)[-1]
        named = told is not None and self.mentions.within(
            Span(told[0].begin - 6, told[0].end + 1), "organization", "organization-short", "person", "person-short"
        )
        spoken = topic_of(fig) if told is None or named else None
        words = told_briefly(fig, spoken, self.text) if spoken is not None else ""
        if spoken is not None and len(words) > 3 and self.words.is_act(words):
            return words, spoken
        alone = spoken is not None and not any(spoken.end <= f.mention.begin < fig.mention.begin for f in self.figures)
        if told is None and spoken is not None and alone and len(words) > 2 and self._is_thing(spoken, fig):
            return f"{words} {act}".strip() if act not in words else words, spoken
        topic = self.topic(fig)
        if 3 <= len(doer) <= 16 and not doer.endswith(DISTRICTS) and not named:
            return f"{doer} {act}", place
        if topic is not None:
            return f"{topic[0]} {'선발' if act == '채용' else act}", topic[1]
        at = argument(fig, fig.first, "JKB")
        if at is not None and self.text[at.end : fig.mention.begin].strip() == "에서":
            return f"{worded(at.of(self.text))} {act}", at  # ○○대에서 30명, ○○전문대에서 40명을 배출한다
        return act, place

    def each(self, fig: Figure) -> Named | None:
        """What one of the unit is, where its price was told shortly before (협력사 한 곳에 5천만원, 130곳을)."""
        return priced_each(self.text, self.figures, fig)

    def topic(self, fig: Figure) -> Named | None:
        """The programme of which the sentence speaks, or the one told last before it."""
        begin = fig.sentence.begin
        here = self.mentions.within(Span(begin, fig.mention.begin), "program")
        if not here:
            short = self.mentions.within(Span(begin, fig.mention.begin), "program-short")
            here = [m for m in short if _SPOKEN_OF.match(self.text, m.end) and not self._points_to_scheme(m.span)]
            here = here[-1:] if here and self.text.startswith(("은 ", "는 "), here[-1].end) else here
        if here:
            told = here[-1] if any(here[0].end <= f.mention.begin < here[-1].begin for f in self.figures) else here[0]
            return told.value.text, told.span
        before = self.mentions.within(Span(max(0, begin - 200), begin), "program")
        if before and self.text.count("\n", before[-1].end, begin) > 1:
            return None
        spoken = [m for m in before if _SPOKEN_OF.match(self.text, m.end)] or before
        return (spoken[-1].value.text, spoken[-1].span) if spoken else None

    def sized(self, fig: Figure) -> Named | None:
        """The program told last before the number, with what the unit measures: its size changes."""
        size = self.words.sizes.get(fig.mention.value.unit)
        topic = self.topic(fig)
        return (f"{topic[0]} {size}", topic[1]) if size is not None and topic is not None else None

    def is_act(self, fig: Figure, told: Named, gov: Governor | None) -> bool:
        """Whether no noun of the clause is what is counted, only the act or what it is part of."""
        found = counted(fig)
        return found is None or found[0].begin != told[1].begin or (gov is not None and self.is_doer(found))
