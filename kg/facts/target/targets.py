"""Which numbers of a document are targets."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.facts.model import Fact, NearTarget, Target
from kg.facts.target.candidates import bare_unit, figures, may_be, same_unit
from kg.facts.target.figure import Figure, Governor, Role, governor
from kg.facts.target.measure import achieved, argument, counted, counted_behind, deed, topic_of
from kg.facts.target.naming import Named, Namer
from kg.facts.target.phrase import head_word, worded
from kg.facts.target.series import Step, steps
from kg.facts.target.signs import LEAST, PLANNING, Signs, weigh
from kg.facts.target.starting import baseline, earlier, is_start
from kg.facts.target.timing import Deadline, deadline, is_annual, is_item, is_led, lead_in, observed, same_period
from kg.facts.target.words import TargetWords, target_words
from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions, Quantity
from kg.spans import Span

_PART = re.compile(r"(?:그중|그 중|이 중|이중|이 가운데|그 가운데|또|나머지)(?:에서|에)?\s*(?:\([^)]*\)\s*)?(?:약 )?$")
_PART_TO = re.compile(r"[이가은는도]?\s?(?P<to>[가-힣A-Za-z]{2,12}?)(?:들)?(?:으로|로|에게|에)(?=[ ,])")
_STEP = re.compile(
    r"(?:\([^)]{1,12}\))?[,·]?\s?(?:이어|다시|또)?\s?(?:20\d\d년|[’']?\d\d년|내년|내후년|이듬해|"
    r"올해)?\s?(?:연말|말|초|상반기|하반기|\d{1,2}월)?"
    r"(?:엔|에는|까지|에)?\s?"
)
_NOUN_STEP = re.compile(
    r" ?[가-힣]{1,6}, ?(?:20\d\d년|내년|내후년|이듬해|올해)?(?:엔|에는|까지|에)? ?(?:\d+개 [가-힣]{1,3} )?"
)
_DISTRICTS_OF = re.compile(r" ?(?:시·?군·?구?|읍·?면·?동?|자치구|구·?군|면|동|읍|리|구|군) \d")
_OF_THOSE = re.compile(r"(?:이|그) ?(?:가운데|중)(?:에서)? ")
_OF_THOSE_IS = re.compile(r"(?:이|그) ?(?:가운데|중)(?:에서)? (?:약 )?$")
_LISTED = re.compile(r" ?[가-힣]{2,4}(?:,|·| 및|과|와| △)")
_PARTICLES: dict[str, Role] = {"JKO": "object", "JKS": "subject", "JX": "topic"}
_OBLIQUE: dict[str, Role] = {"에게": "dative", "께": "dative", "에": "locative", "에서": "from"}
_TO = frozenset(("까지", "으로", "로"))
_LATER = re.compile(r"장기|최종|나중|궁극|이후에는|그 뒤")
_ALSO = re.compile(r"도 (?:현재 |현행 |지금의? |평균 )?$")
_PRICE = ("비", "료", "금")
_SO_MUCH = re.compile(r"(?:으로|로), [^,.]{0,20}[가-힣](?:은|는|이|가) ")
_OF_A_SIZE = re.compile(r" ?(?:급|규모(?:의)?) ")
_SETS_OUT = re.compile(r"[가-힣 ]{0,12}?(?:으로|로|에서|을|를)(?:부터)? (?:시작|출발|첫발|첫걸음)")
_SO_MANY = re.compile(r"(?:여 ?[가-힣]{0,2})?(?:으로|로),")
_NEAR_SCORE = 0.3
_FEW = 5


def targets(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Target]:
    """The targets of a document, each number once."""
    return (f for f in find_targets(analysis, mentions, lexicon, facts) if isinstance(f, Target))


def find_targets(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Fact]:
    """The targets of a document, each number once, and the numbers that missed being one by one condition."""
    found, near = _read(analysis, mentions, lexicon)
    told = {(t.value, bare_unit(t.unit)) for t in found} | {(t.baseline, bare_unit(t.unit)) for t in found}
    yield from found
    for one in near:
        if (one.quantity.value.value, bare_unit(one.quantity.value.unit)) not in told:
            yield one


def _read(analysis: Analysis, mentions: Mentions, lexicon: Lexicon) -> tuple[list[Target], list[NearTarget]]:
    """The running text first; of the headlines only the numbers that it does not tell."""
    words = target_words(lexicon)
    found: list[Target] = []
    near: list[NearTarget] = []
    running, heading = figures(analysis, mentions, words)
    for headings, some in ((False, running), (True, heading)):
        reader = _Reader(analysis, mentions, words, some)
        read: list[Target] = []
        for here in range(len(reader.figures)):
            target = reader.read(here)
            if target is not None and not _is_told(read, target):
                read.append(target)
        body = {(t.value, bare_unit(t.unit)) for t in found}
        for target in read:
            again = headings and (target.value, bare_unit(target.unit)) in body
            start = target.quantity.begin in reader.bases and not {"change", "steps"} & set(target.features)
            if not again and not start:
                found.append(target)
        near += [] if headings else reader.near
    return found, near


def _is_told(found: list[Target], target: Target) -> bool:
    """The same number of the same unit once; a large one can hardly mean two things."""
    return any(
        t.value == target.value and t.unit == target.unit and (t.value >= 10000 or _shares(t.measure, target.measure))
        for t in found
    )


def _shares(one: str, other: str) -> bool:
    pairs = [{w[i : i + 2] for i in range(len(w) - 1)} for w in (one.replace(" ", ""), other.replace(" ", ""))]
    return len(pairs[0] & pairs[1]) * 3 >= min(len(pairs[0]), len(pairs[1]))


def _role_of(particle: Token, otherwise: Role) -> Role:
    """What the particle behind the counted noun makes of the number before it (40개 기업에, 210개 골목까지)."""
    if particle.form in _TO:
        return "to"
    return _OBLIQUE.get(particle.form) or _PARTICLES.get(particle.tag, otherwise)


class _Reader:
    """Reads the numbers of one document in order; a later one may lean on an earlier (같은 기간)."""

    def __init__(self, analysis: Analysis, mentions: Mentions, words: TargetWords, found: list[Figure]) -> None:
        self.text, self.mentions, self.words, self.figures = analysis.text, mentions, words, found
        self.published = analysis.document.published
        self.namer = Namer(self.text, mentions, words, found)
        self.bases: set[int] = set()
        self.near: list[NearTarget] = []
        self.goals: set[int] = set()
        self.now: Figure | None = None
        self.due: tuple[int, Deadline] | None = None
        self.last: tuple[Figure, Target] | None = None
        self.sentences = analysis.sentences
        self.steps = steps(found, self.text, mentions, self.published)

    def read(self, here: int) -> Target | None:
        """The target that a number is, if it is one."""
        fig = self.figures[here]
        if here in self.steps:
            step = self.steps[here]
            return self._step(step) if step is not None else None
        begun = self._begun(here)
        if begun is not None:
            return begun
        sized = self._sized_thing(fig)
        if sized is not None:
            return sized
        if fig.mention.begin in self.bases or not may_be(fig, self.text, self.words):
            return None
        if is_start(here, self.figures, self.text, self.words):
            return None
        part = self._part(fig)
        if part is not None:
            return part
        if self._is_place(here) or self._is_now(here):
            return None
        verb_of, steps = self._last_step(here)
        role, gov = verb_of.role, governor(verb_of, self.words)
        listed = self._is_listed_predicate(here)
        if listed or (role == "to" and _SO_MANY.match(self.text, fig.mention.end) and not self._changes(gov)):
            role = "copula"
        if self._is_agent(here, role, gov):
            return None
        if gov is not None and gov.stem == "되":
            role = "to" if role == "subject" else role
        attached = fig.role == "genitive" or (fig.role == "bare" and fig.mention.value.unit == "개")
        behind = counted_behind(fig) if attached else None
        if behind is not None and gov is not None and gov.bare and gov.index < behind[1]:
            own = counted(fig)
            gov = governor(replace(fig, after=behind[1]), self.words) if own is None or not own[1] else gov
        if behind is not None and (gov is None or gov.index >= behind[1]):
            role = _role_of(fig.tokens[behind[1]], role)
        else:
            behind = None
        base = baseline(here, role, self.figures, self.text, self.words)
        if base is None and self.now is not None and here and self.figures[here - 1] is self.now:
            base = self.now
        named = self._named(here, fig, gov, role, base, behind)
        each = self.namer.each(fig)
        if named is None:
            self._note(fig, "no words tell what the number counts", 0.4 if gov is not None else 0.0)
            return None
        (measure, place), base, act = named
        if each is not None and measure.endswith(_PRICE):
            measure, place = f"{each[0]} {measure[:-1]}", each[1]
        size = self.words.sizes.get(fig.mention.value.unit)
        if size == "용량" and role == "to" and not measure.endswith((size, "규모", "능력", "전력")):
            measure = f"{measure} {size}"
        if self._is_no_measure(measure, gov):
            return None
        if base is None and self.namer.pointed is not None and self.namer.pointed[0] is fig:
            base = self.namer.pointed[1]
        if base is None:
            base = earlier(here, self.figures, measure, self.text, self.words, act=act)
            base = base if base is None or base.mention.begin not in self.goals else None
            shaped = False
        else:
            shaped = True
        annual = is_annual(fig, self.text) or self._goes_on_annually(fig)
        due = self._deadline(fig, gov, base, annual)
        signs = weigh(
            fig,
            role,
            gov,
            measure,
            self.words,
            self.text,
            due=due is not None,
            base=base is not None and shaped,
            annual=annual,
            steps=steps,
            joined=self._is_joined(fig),
            each=each is not None and place == each[1],
            whole=place.of(self.text),
            listed=listed,
        )
        if signs.score < LEAST:
            self._note(fig, _lacking(signs), signs.score)
            return None
        if signs.past and not shaped:
            base = None
        if base is not None:
            self.bases.add(base.mention.begin)
        if signs.past:
            due = None
        if due is not None and not due.until and self._follows_step(fig):
            due = due.after(self.last[1].deadline if self.last and self.last[1].deadline else due.iso)
        if due is not None:
            self.due = (fig.sentence.index, due)
        planned = PLANNING.search(measure) if "label" in signs.features else None
        if planned is not None and len(measure) - planned.end() > 1:
            measure = measure[planned.end() :]
        target = self._target(fig, measure, place, base, due, annual, signs)
        if base is None and signs.kind != "result" and self._goes_on(target):
            assert self.last is not None
            target = target.model_copy(update={"baseline": self.last[1].baseline})
        self.last = (fig, target)
        if due is not None:
            self.goals.add(fig.mention.begin)
        return target

    def _note(self, fig: Figure, reason: str, score: float) -> None:
        """Keep a number that came near."""
        few = fig.mention.kind == "percent" and score < LEAST - 0.1
        if score >= _NEAR_SCORE and not few and (fig.mention.kind == "percent" or fig.mention.value.value >= _FEW):
            near = NearTarget(rule="near-target", evidence=(fig.mention.span,), quantity=fig.mention, reason=reason)
            self.near.append(near)

    def _named(
        self,
        here: int,
        fig: Figure,
        gov: Governor | None,
        role: Role,
        base: Figure | None,
        behind: tuple[Span, int] | None,
    ) -> tuple[Named, Figure | None, bool] | None:
        """What is counted, the number to start from where that tells it, and whether only an act is named."""
        if behind is not None and (base is None or fig.role == "bare"):
            own = counted(fig) if fig.role == "genitive" else None
            if own is None or not own[1]:
                return (worded(behind[0].of(self.text)), behind[0]), base, False
            return (f"{worded(own[0].of(self.text))} {worded(behind[0].of(self.text))}", own[0]), base, False
        if fig.mention.kind == "percent" and _OF_THOSE_IS.search(self.text, fig.sentence.begin, fig.mention.begin):
            got = achieved(fig)
            if got is not None and fig.role == "subject":
                return (worded(got.of(self.text)), got), base, False
        if base is not None and base is self.now:
            whose = topic_of(fig)
            if whose is not None:
                return (worded(whose.of(self.text)), whose), base, False
        told = (
            self._shared_out(fig, gov) or self.namer.of_next(fig, here, gov) or self.namer.named(fig, base, gov, role)
        )
        if told is not None:
            return told, base, self.namer.is_act(fig, told, gov)
        start = counted(base) if base is not None and gov is None else None
        if start is not None and len(worded(start[0].of(self.text))) > 1:
            return (worded(start[0].of(self.text)), start[0]), base, True
        before = self._told_before(here, gov)
        if before is not None:
            return (before[0], base or before[1], True) if len(before[0][0]) > 1 else None
        each = self.namer.each(fig)
        if each is not None:
            return each, base, False
        unit = bare_unit(fig.mention.value.unit)
        if unit in self.words.capacity:
            sized = self.namer.sized(fig)
            return (sized, base, False) if sized is not None else None
        topic = self.namer.topic(fig)
        if topic is not None and (gov is None or self._is_given(gov)) and role not in ("to", "from"):
            return topic, base, True
        if topic is not None and gov is not None and self.words.is_a(gov.stem, "change") and role in ("to", "object"):
            return topic, base, True
        return None

    def _is_given(self, gov: Governor) -> bool:
        return self.words.is_a(gov.stem, "light") or self.words.is_a(gov.stem, "deliver")

    def _shared_out(self, fig: Figure, gov: Governor | None) -> Named | None:
        """What a part of those just told becomes (이 가운데 111명을 군산 시민으로 뽑는다)."""
        act = self.words.acts.get(gov.stem) or self.words.fallbacks.get(gov.stem) if gov is not None else None
        if gov is None or not act or fig.role != "object" or fig.mention.kind == "percent":
            return None
        if not _OF_THOSE.search(self.text, max(fig.sentence.begin, fig.mention.begin - 20), fig.mention.begin):
            return None
        into = argument(fig, gov.index, "JKB")
        if into is None or into.begin < fig.mention.end:
            return None
        return f"{worded(into.of(self.text))} {act}", into

    def _begun(self, here: int) -> Target | None:
        """The number with which something begins at a day to come, on its way to a larger one."""
        fig = self.figures[here]
        if fig.role != "from" or self.published is None:
            return None
        due = deadline(fig, None, None, self.text, self.mentions, self.published)
        other = self.figures[here + 1] if here + 1 < len(self.figures) else None
        if due is None or not 0 <= fig.mention.begin - due.span.end <= 6:
            return None
        starts = _SETS_OUT.match(self.text, fig.mention.end)
        begun = due.iso[:4] <= self.published[:4] and len(due.iso) < 7 and starts is None
        if begun or "현" in self.text[due.span.end : fig.mention.begin]:
            return None
        goes_on = (
            other is not None and other.sentence is fig.sentence and same_unit(fig, other) and other.role != "from"
        )
        if not (goes_on and other is not None and (starts or other.role == "to")) and not (starts and not goes_on):
            return None
        told = self.namer.named(fig, None, None, "to") or self.namer.sized(fig)
        size = self.words.sizes.get(fig.mention.value.unit)
        if told is None or len(told[0]) < 2 or self._is_no_measure(told[0], None):
            return None
        measure = f"{told[0]} {size}" if size is not None and not told[0].endswith(size) else told[0]
        signs = Signs(["steps", "deadline"], 0.6)
        target = self._target(fig, measure, told[1], None, due, False, signs)
        self.last = (fig, target)
        return target

    def _sized_thing(self, fig: Figure) -> Target | None:
        """The size of what is to be built (80㎿급 데이터센터를 짓는 협약)."""
        size = self.words.sizes.get(fig.mention.value.unit)
        if size != "용량" or not _OF_A_SIZE.match(self.text, fig.mention.end):
            return None
        thing = counted_behind(fig)
        if thing is None or fig.tokens[thing[1]].form not in ("을", "를", "ᆯ"):
            return None
        built = governor(fig, self.words)
        if built is None or built.past or not self.words.is_a(built.stem, "build") or built.index - thing[1] > 4:
            return None
        measure = f"{worded(thing[0].of(self.text))} {size}"
        due = self._deadline(fig, built, None, False)
        target = self._target(fig, measure, thing[0], None, due, False, Signs(["delivery"], 0.5))
        self.last = (fig, target)
        return target

    def _goes_on(self, target: Target) -> bool:
        """Whether the target is a further step of the one told last, and so starts where that started."""
        if self.last is None or self.last[1].baseline is None or self.last[1].unit != target.unit:
            return False
        return self.last[1].measure == target.measure and self.last[1].target_kind != "result"

    def _step(self, step: Step) -> Target | None:
        """The target that a number in a row of steps is."""
        if self._is_no_measure(step.label, None):
            return None
        signs = Signs(["steps", "label", "deadline"], 0.6)
        due = Deadline(step.due.value.iso, step.due.span, True) if step.due is not None else None
        return self._target(step.figure, step.label, step.place, step.base, due, False, signs)

    def _last_step(self, here: int) -> tuple[Figure, bool]:
        """The last number of a list of steps (내년 12곳, 2028년 20곳으로), which has the verb."""
        fig = last = self.figures[here]
        for other in self.figures[here + 1 : here + 4]:
            between = self.text[last.mention.end : other.mention.begin]
            same = other.mention.value.unit == fig.mention.value.unit and other.sentence is fig.sentence
            if last.role == "bare" and same and _DISTRICTS_OF.match(self.text, other.mention.end):
                continue
            if last.role != "bare" or not same or not (_STEP.fullmatch(between) or _NOUN_STEP.fullmatch(between)):
                break
            last = other
        return last, last is not fig

    def _follows_step(self, fig: Figure) -> bool:
        """Whether the number is the next step after the target just told."""
        if self.last is None or self.last[0].sentence is not fig.sentence:
            return False
        return _STEP.fullmatch(self.text[self.last[0].mention.end : fig.mention.begin]) is not None

    def _is_joined(self, fig: Figure) -> bool:
        """Whether the number is listed with a target just told (부표 40기와 드론 6대를)."""
        if self.last is None or self.last[0].sentence is not fig.sentence:
            return False
        between = self.text[self.last[0].mention.end : fig.mention.begin]
        listed = between.lstrip().startswith(("와", "과", ",", "·", "및", "에")) or _LISTED.match(between) is not None
        return len(between) <= 20 and listed

    def _deadline(self, fig: Figure, gov: Governor | None, base: Figure | None, annual: bool) -> Deadline | None:
        """By when: told in the clause, else as in the clause before."""
        share = fig.mention.kind == "percent" and gov is not None and self.words.is_a(gov.stem, "handle")
        share = share or (gov is not None and gov.relative and self.words.is_a(gov.stem, "contain"))
        mention = base.mention if base is not None and base.sentence is fig.sentence else None
        due = deadline(fig, gov, mention, self.text, self.mentions, self.published, annual=annual, later=share)
        if due is None and not annual and is_item(fig.sentence.span.of(self.text)):
            due = lead_in(fig.sentence, self.sentences, self.text, self.mentions, self.published)
        if due is None and self.due is not None and not annual:
            away = fig.sentence.index - self.due[0]
            if (away == 0 and not _LATER.search(self.text, self.due[1].span.end, fig.mention.begin)) or (
                away <= 2 and same_period(fig, self.text)
            ):
                return self.due[1]
            start = base.mention.begin if mention is not None and base is not None else fig.mention.begin
            also = _ALSO.search(self.text, fig.sentence.begin, start) or self.text[fig.mention.end] == "도"
            led = self.due[1].until and is_led(fig.sentence.span.of(self.text))
            own = [f for f in self.figures if f.sentence is fig.sentence and f is not base]
            first = own[0] is fig
            if away == 1 and first and (also or led):
                return self.due[1]
        return due

    def _is_agent(self, here: int, role: Role, gov: Governor | None) -> bool:
        """Whether the counted ones do what is told (7개사가 580명을 뽑는다, 전문가 45명이 공장을 돌며 진단한다)."""
        fig = self.figures[here]
        if gov is None or role not in ("subject", "topic"):
            return False
        others = [f for f in self.figures[here + 1 : here + 4] if f.sentence is fig.sentence and f.after <= gov.index]
        if any(f.role == "object" and f.mention.value.unit != fig.mention.value.unit for f in others):
            return True
        acting = self.words.is_a(gov.stem, "deliver") and not self.words.is_a(gov.stem, "take")
        return acting and not gov.past and any(t.tag == "JKO" for t in fig.tokens[fig.after : gov.index])

    def _changes(self, gov: Governor | None) -> bool:
        return gov is not None and (self.words.is_a(gov.stem, "change") or self.words.is_a(gov.stem, "set"))

    def _is_listed_predicate(self, here: int) -> bool:
        """Whether the number is a predicate like the next (기업은 64곳, 고용은 410명이다)."""
        fig = self.figures[here]
        if (
            fig.role != "bare"
            or here + 1 >= len(self.figures)
            or self.text[fig.mention.end : fig.mention.end + 2] != ", "
        ):
            return False
        other = self.figures[here + 1]
        near = other.sentence is fig.sentence and other.mention.begin - fig.mention.end <= 24
        return near and other.role == "copula" and any(t.tag == "JX" for t in fig.tokens[fig.after : other.first])

    def _goes_on_annually(self, fig: Figure) -> bool:
        """Whether the number stands in a row with one that comes every year (해마다 석사 30명, 박사 10명)."""
        return self.last is not None and self.last[1].basis == "annual" and self._is_joined(fig)

    def _is_place(self, here: int) -> bool:
        """Whether the number counts only where another is put (2개 선석에 카메라 120대를 설치한다)."""
        fig = self.figures[here]
        if fig.role != "genitive" and fig.role != "bare" and fig.role != "locative":
            return False
        behind = counted_behind(fig) if fig.role == "bare" and fig.mention.value.unit == "개" else None
        if fig.role != "locative" and not (behind and fig.tokens[behind[1]].form == "에"):
            return False
        for other in self.figures[here + 1 : here + 2]:
            near = other.sentence is fig.sentence and other.mention.begin - fig.mention.end < 24
            return near and other.role == "object" and not same_unit(fig, other) and other.mention.kind != "percent"
        return False

    def _is_now(self, here: int) -> bool:
        """Whether «N으로, …은 … M까지» only tells what there is now, of the same thing as the next number."""
        fig = self.figures[here]
        if fig.role != "to" or here + 1 >= len(self.figures) or not _SO_MUCH.match(self.text, fig.mention.end):
            return False
        other = self.figures[here + 1]
        if other.sentence is not fig.sentence or other.role != "to" or not same_unit(fig, other):
            return False
        self.now = fig
        return True

    def _told_before(self, here: int, gov: Governor | None) -> tuple[Named, Figure | None] | None:
        """What a goal counts that does not say it itself: as the number of its unit just told, which it starts from."""
        fig = self.figures[here]
        asked = self.namer.asked(fig)
        if asked is not None:
            return asked, None
        around = self.text[max(fig.sentence.begin, fig.mention.begin - 24) : fig.mention.end + 24]
        grows = gov is not None and gov.stem != "되" and self.words.is_a(gov.stem, "change")
        first = self.text[fig.mention.end : fig.mention.end + 2] == "부터"
        for other in reversed(self.figures[max(0, here - 2) : here]):
            if other.sentence.index < fig.sentence.index - 1 or not same_unit(other, fig):
                continue
            if fig.mention.begin - other.mention.end > 90:
                break
            stated = other.role in ("copula", "topic", "subject", "only") and other.sentence is not fig.sentence
            is_last = self.last is not None and self.last[0] is other
            if "목표" not in around and not stated and not is_last and not grows and not first:
                continue
            if is_last:
                assert self.last is not None
                past = self.last[1].target_kind == "result"
                return (self.last[1].measure, other.mention.span), other if past else None
            start = other if stated or grows else None
            found = counted(other)
            listed = found is not None and found[0].of(self.text).rstrip().endswith(" 등")
            if found is not None and not listed:
                return (worded(found[0].of(self.text)), found[0]), start
            done = deed(other, self.text)
            if done is not None and grows:
                return (worded(done.of(self.text)), done), start
        return None

    def _is_no_measure(self, measure: str, gov: Governor | None) -> bool:
        """Whether what is counted is never a target: a budget, tasks, members of a committee, staff unless trained."""
        head = head_word(measure)
        nouns = self.words.nouns
        if head in self.words.staff:
            trained = (
                gov is not None
                and not (gov.past and self.words.is_a(gov.stem, "change"))
                and (self.words.is_a(gov.stem, "deliver") or self.words.is_a(gov.stem, "change"))
            )
            return not trained or (gov is not None and gov.relative and not gov.future)
        if head == "사람" and " " in measure:
            return False
        return head in nouns or any(head[-n:] in nouns for n in range(3, len(head)))

    def _part(self, fig: Figure) -> Target | None:
        """A share of the target just told, by whom it goes to (그 중 5만장이 정부로)."""
        if self.last is None or self.last[0].sentence is not fig.sentence:
            return None
        if self.last[0].mention.value.unit != fig.mention.value.unit:
            return None
        left = self.text[max(fig.sentence.begin, fig.mention.begin - 16) : fig.mention.begin]
        to = _PART_TO.match(self.text, fig.mention.end)
        if not _PART.search(left) or to is None:
            return None
        whole = self.last[1]
        measure = f"{to.group('to')} {whole.measure}"
        signs = Signs(["part"], 1.0, whole.target_kind or "goal")
        return self._target(fig, measure, Span(*to.span("to")), None, None, False, signs)

    def _target(
        self,
        fig: Figure,
        measure: str,
        place: Span,
        base: Figure | None,
        due: Deadline | None,
        annual: bool,
        signs: Signs,
    ) -> Target:
        quantity: Quantity = fig.mention.value
        evidence = {fig.mention.span, place}
        if base is not None:
            evidence.add(base.mention.span)
        if due is not None:
            evidence.add(due.span)
        seen = observed(fig, self.text, self.mentions, self.published) if signs.kind == "result" else None
        if seen is not None:
            evidence.add(seen[1])
        return Target(
            rule="target-" + signs.features[-1],
            evidence=tuple(sorted(evidence)),
            features=tuple(signs.features),
            quantity=fig.mention,
            measure=measure,
            value=quantity.value,
            max=quantity.max,
            unit="퍼센트" if self.text[: fig.mention.end].endswith("퍼센트") else quantity.unit,
            baseline=base.mention.value.value if base is not None else None,
            deadline=due.iso if due is not None else None,
            basis="annual" if annual else None,
            target_kind=signs.kind,  # type: ignore[arg-type]
            observed_on=seen[0] if seen is not None else None,
            program=next(iter(self.mentions.within(fig.sentence.span, "program")), None),
        )


def _lacking(signs: Signs) -> str:
    """Which condition failed, in words."""
    held = set(signs.features)
    if not held & {"change", "delivery", "result", "share", "label"}:
        return "no verb of giving, changing or achieving governs the number"
    if signs.past:
        return "it is told as past, without a word of outcome"
    if not held & {"deadline", "goal-word", "annual"}:
        return "neither a date nor a word of purpose tells that it is planned"
    return "too few signs of a goal or result stand beside it"
