"""Which numbers of a document are targets."""

import re
from collections.abc import Iterable

from kg.facts.model import Fact, Target
from kg.facts.target.figure import Figure, Governor, Role, figure, governor
from kg.facts.target.measure import argument, counted, counted_behind, head_word, is_pronoun, worded
from kg.facts.target.series import Step, spans_of_time, steps
from kg.facts.target.signs import LEAST, Signs, weigh
from kg.facts.target.timing import Deadline, baseline, deadline, is_annual, is_start, same_period
from kg.facts.target.words import TargetWords, target_words
from kg.language.model import Analysis, Token
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, MentionKind, Mentions, Quantity
from kg.spans import Span

_PART = re.compile(r"(?:그중|그 중|이 중|이중|이 가운데|그 가운데|또|나머지)(?:에서|에)?\s*(?:\([^)]*\)\s*)?(?:약 )?$")
_PART_TO = re.compile(r"[이가은는도]?\s?(?P<to>[가-힣A-Za-z]{2,12}?)(?:들)?(?:으로|로|에게|에)(?=[ ,])")
_MONEY_SHARE = re.compile(
    r"(?:비|비용|예산|금액|자금|매출|금|액|규모|사업비|재정)(?:의|는|은|을|를|이|가)?\s*(?:약|최대|전체)?\s*$"
)
_STEP = re.compile(
    r"(?:\([^)]{1,12}\))?[,·]?\s?(?:이어|다시|또)?\s?(?:20\d\d년|[’']?\d\d년|내년|내후년|"
    r"올해)?\s?(?:연말|말|초|상반기|하반기|\d{1,2}월)?"
    r"(?:엔|에는|까지|에)?\s?"
)
_ATTRIBUTE = re.compile(r"\s?(?:여|남짓|가량|정도|수준)?\s?(?:인|이던|이었던|였던) ")
_MARKS: tuple[MentionKind, ...] = ("date", "period", "quantity", "percent", "money", "duration")
_PARTICLES: dict[str, Role] = {"JKO": "object", "JKS": "subject", "JX": "topic"}
_OBLIQUE: dict[str, Role] = {"에게": "dative", "께": "dative", "에": "locative", "에서": "from"}
_QUESTION = re.compile(
    r"(?P<what>[가-힣A-Za-z]{2,8}(?: [가-힣A-Za-z]{2,8})??)[은는이가을를]? "
    r"몇 (?:군데|곳|명|개|대|건|가구|회|번|분|개소|개사|사람)(?:[이가을를]|이나|이고)? ?"
    r"(?P<act>[가-힣]{2}?)[가-힣]{1,6}(?:까|요|죠)[?.]"
)
_TO = frozenset(("까지", "으로", "로"))
_ONE = frozenset(("곳", "명", "가구", "개", "대", "개소", "사람", "건"))


def targets(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Target]:
    """The targets of a document, each number once."""
    words = target_words(lexicon)
    reader = _Reader(analysis, mentions, words, _figures(analysis, mentions))
    found: list[Target] = []
    for here in range(len(reader.figures)):
        target = reader.read(here)
        if target is not None and not _is_told(found, target):
            found.append(target)
    return found


def _figures(analysis: Analysis, mentions: Mentions) -> list[Figure]:
    """The quantities and percentages of the running text, headlines left out."""
    figures: list[Figure] = []
    marks: dict[int, tuple[Mention, ...]] = {}
    known = mentions.of("quantity", "percent")
    taken = {m.begin for m in known}
    lengths = [m for s in analysis.sentences for m in spans_of_time(analysis.text, s.begin, s.end)]
    if lengths:
        known = sorted([*known, *(m for m in lengths if m.begin not in taken)], key=lambda m: m.begin)
    for m in known:
        sentence = analysis.sentence_at(m.begin)
        if (
            isinstance(m.value, Quantity)
            and sentence is not None
            and sentence.block not in ("title", "subtitle", "table")
        ):
            if sentence.index not in marks:
                marks[sentence.index] = tuple(mentions.within(sentence.span, *_MARKS))
            figures.append(figure(m, sentence, analysis.text, marks[sentence.index]))
    return figures


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

    def __init__(self, analysis: Analysis, mentions: Mentions, words: TargetWords, figures: list[Figure]) -> None:
        self.text, self.mentions, self.words, self.figures = analysis.text, mentions, words, figures
        self.published = analysis.document.published
        self.used: set[int] = set()
        self.due: tuple[int, Deadline] | None = None
        self.last: tuple[Figure, Target] | None = None
        self.steps = steps(figures, self.text, mentions, self.published)

    def read(self, here: int) -> Target | None:
        """The target that a number is, if it is one."""
        fig = self.figures[here]
        if here in self.steps:
            step = self.steps[here]
            return self._step(step) if step is not None else None
        if fig.mention.begin in self.used or not self._may_be(fig):
            return None
        if is_start(here, self.figures, self.text, self.words):
            return None
        part = self._part(fig)
        if part is not None:
            return part
        verb_of, steps = self._last_step(here)
        role, gov = verb_of.role, governor(verb_of, self.words)
        attached = fig.role == "genitive" or (fig.role == "bare" and fig.mention.value.unit == "개")
        behind = counted_behind(fig) if attached else None
        if role in ("subject", "topic") and self._is_agent(here, gov):
            return None
        if gov is not None and gov.stem == "되":
            role = "to" if role == "subject" else role
        if behind is not None and (gov is None or gov.index >= behind[1]):
            role = _role_of(fig.tokens[behind[1]], role)
        else:
            behind = None
        base = baseline(here, role, self.figures, self.text, self.words)
        if behind is not None and base is None:
            measure, place = worded(behind[0].of(self.text)), behind[0]
        else:
            told = self._same_thing(here, gov) or self._measure(fig, base, gov, role)
            if told is None:
                before = self._told_before(here)
                if before is None:
                    return None
                base = base or before[2]
                if len(before[0]) < 2:
                    return None
                told = before[:2]
            measure, place = told
        if self._is_no_measure(measure, gov):
            return None
        annual = is_annual(fig, self.text)
        due = self._deadline(fig, gov, base, annual)
        signs = weigh(
            fig,
            role,
            gov,
            measure,
            self.words,
            self.text,
            due=due is not None,
            base=base is not None,
            annual=annual,
            steps=steps,
            joined=self._is_joined(fig),
        )
        if signs.score < LEAST:
            return None
        if base is not None:
            self.used.add(base.mention.begin)
        if signs.past:
            due = None
        if due is not None and not due.until and self._follows_step(fig):
            due = due.after(self.last[1].deadline if self.last and self.last[1].deadline else due.iso)
        if due is not None:
            self.due = (fig.sentence.index, due)
        target = self._target(fig, measure, place, base, due, annual, signs)
        self.last = (fig, target)
        return target

    def _step(self, step: Step) -> Target | None:
        """The target that a number in a row of steps is."""
        if self._is_no_measure(step.label, None):
            return None
        signs = Signs(["steps", "label", "deadline"], 0.6)
        due = Deadline(step.due.value.iso, step.due.span, True) if step.due is not None else None
        return self._target(step.figure, step.label, step.place, step.base, due, False, signs)

    def _may_be(self, fig: Figure) -> bool:
        """Whether the number can be a target by its unit, its role and what stands beside it."""
        quantity: Quantity = fig.mention.value
        unit = quantity.unit.replace(" ", "")
        if unit in self.words.units or fig.role in ("from", "only"):
            return False
        if unit.startswith("개") and unit[1:] in self.words.nouns:
            return False
        if quantity.value == 1 and unit in _ONE:
            return False
        after = self.text[fig.mention.end : fig.mention.end + 6].lstrip()
        if after.startswith(("가운데", "중 ", "중에", "중,")):
            return False
        if after.startswith(("크기", "넓이", "면적", "규모의", "분량", "높이", "길이")):
            return False
        if after.startswith("당") and not after.startswith(("당초", "당선")):
            return False
        if fig.role == "copula" and fig.mention.kind != "percent" and _ATTRIBUTE.match(self.text, fig.mention.end):
            return False
        left = self.text[max(fig.sentence.begin, fig.mention.begin - 14) : fig.mention.begin]
        return not (fig.mention.kind == "percent" and _MONEY_SHARE.search(left))

    def _last_step(self, here: int) -> tuple[Figure, bool]:
        """The last number of a list of steps (내년 12곳, 2028년 20곳으로), which has the verb."""
        fig = last = self.figures[here]
        for other in self.figures[here + 1 : here + 4]:
            between = self.text[last.mention.end : other.mention.begin]
            same = other.mention.value.unit == fig.mention.value.unit and other.sentence is fig.sentence
            if last.role != "bare" or not same or not _STEP.fullmatch(between):
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
        return len(between) <= 20 and between.lstrip().startswith(("와", "과", ",", "·", "및", "에"))

    def _deadline(self, fig: Figure, gov: Governor | None, base: Figure | None, annual: bool) -> Deadline | None:
        """By when: told in the clause, else as in the clause before."""
        share = fig.mention.kind == "percent" and gov is not None and self.words.is_a(gov.stem, "handle")
        mention = base.mention if base is not None else None
        due = deadline(fig, gov, mention, self.text, self.mentions, self.published, later=share)
        if due is None and self.due is not None and not annual:
            away = fig.sentence.index - self.due[0]
            if away == 0 or (away <= 2 and same_period(fig, self.text)):
                return self.due[1]
        return due

    def _measure(self, fig: Figure, base: Figure | None, gov: Governor | None, role: Role) -> tuple[str, Span] | None:
        """The words of what is counted, and their place."""
        start = None
        if base is not None and base.sentence is fig.sentence and base.mention.begin < fig.mention.begin:
            start = base.first if base.role == "from" else None
        told = counted(fig, start)
        if told is not None and base is not None and base.role != "subject" and is_pronoun(told[0].of(self.text)):
            told = counted(base)
        stem = gov.stem if gov is not None else ""
        act = self.words.acts.get(stem, "")
        doing = role == "object" and fig.mention.kind != "percent" and not self.words.is_a(stem, "surpass")
        if told is None or (doing and self._is_doer(told)):
            act = self.words.fallbacks.get(stem, "")
            if gov is not None and not act and base is not None and told is None:
                return self._named_before(fig)
            if gov is None or not act:
                return None
            verb = fig.tokens[gov.index]
            doer = worded(told[0].of(self.text)) if told is not None else ""
            doer = doer.rsplit("의 ", 1)[-1]
            named = 3 <= len(doer) <= 16 and not doer.endswith(("시", "도", "군", "구"))
            return (f"{doer} {act}" if named else act), Span(verb.begin, verb.end)
        span, adjacent = told
        measure = worded(span.of(self.text))
        if gov is not None and role == "dative":
            thing = argument(fig, gov.index, "JKO")
            if thing is not None and thing.begin > fig.mention.begin:
                measure = f"{measure} {worded(thing.of(self.text))}"
        elif gov is not None and fig.mention.kind == "percent" and self.words.is_a(stem, "handle"):
            filled = argument(fig, gov.index, "JKB")
            if filled is not None and filled.begin > fig.mention.begin:
                measure = f"{measure} 중 {worded(filled.of(self.text))}"
        elif adjacent and act and self.words.is_a(stem, "deliver") and len(measure) <= 14:
            measure = measure if act in measure else f"{measure} {act}"
        return (measure, span) if len(measure) > 1 else None

    def _is_agent(self, here: int, gov: Governor | None) -> bool:
        """Whether the counted ones do what is counted by another number (7개사가 … 580명을 뽑는다)."""
        fig = self.figures[here]
        if gov is None:
            return False
        others = [f for f in self.figures[here + 1 : here + 4] if f.sentence is fig.sentence and f.after <= gov.index]
        return any(f.role == "object" and f.mention.value.unit != fig.mention.value.unit for f in others)

    def _same_thing(self, here: int, gov: Governor | None) -> tuple[str, Span] | None:
        """What the next number of the clause counts, for one that only says how often (600명씩, 5년간 3천명을)."""
        fig = self.figures[here]
        if self.text[fig.mention.end : fig.mention.end + 1] != "씩" or counted(fig) is not None or gov is None:
            return None
        for other in self.figures[here + 1 : here + 2]:
            same = other.sentence is fig.sentence and other.mention.value.unit == fig.mention.value.unit
            found = counted(other) if same and other.mention.begin - fig.mention.end < 40 else None
            if found is not None:
                return worded(found[0].of(self.text)), found[0]
        return None

    def _told_before(self, here: int) -> tuple[str, Span, Figure | None] | None:
        """What a goal counts that does not say it itself: as the number of its unit just told, which it starts from."""
        fig = self.figures[here]
        asked = self._asked(fig)
        if asked is not None:
            return asked
        around = self.text[max(fig.sentence.begin, fig.mention.begin - 24) : fig.mention.end + 24]
        for other in reversed(self.figures[max(0, here - 2) : here]):
            if other.sentence.index < fig.sentence.index - 1 or other.mention.value.unit != fig.mention.value.unit:
                continue
            if fig.mention.begin - other.mention.end > 90:
                break
            stated = other.role in ("copula", "topic", "subject", "only") and other.sentence is not fig.sentence
            if "목표" not in around and not stated and not (self.last is not None and self.last[0] is other):
                continue
            if self.last is not None and self.last[0] is other:
                return self.last[1].measure, other.mention.span, None
            found = counted(other)
            if found is not None:
                return worded(found[0].of(self.text)), found[0], other if stated else None
        return None

    def _asked(self, fig: Figure) -> tuple[str, Span, None] | None:
        """What a number counts that answers a question (기업 몇 군데 상담했습니까)."""
        questions = list(_QUESTION.finditer(self.text, max(0, fig.sentence.begin - 160), fig.sentence.begin))
        if not questions:
            return None
        match = questions[-1]
        what = re.sub(r"^(?:올해|작년|지난해|지금까지|현재|총|그동안|모두|그래서|그러면) ?", "", match.group("what"))
        if len(what) < 2:
            return None
        act = match.group("act")
        measure = f"{what} {act}" if act in self.words.classes else what
        return measure, Span(*match.span("what")), None

    def _named_before(self, fig: Figure) -> tuple[str, Span] | None:
        """The program told last before the number, with what the unit measures: its size changes."""
        size = self.words.sizes.get(fig.mention.value.unit)
        near = Span(max(0, fig.sentence.begin - 200), fig.mention.begin)
        programs = self.mentions.within(near, "program")
        if size is None or not programs:
            return None
        return f"{programs[-1].value.text} {size}", programs[-1].span

    def _is_doer(self, told: tuple[Span, bool]) -> bool:
        """Whether the phrase is the subject of the clause, not what is counted."""
        span, adjacent = told
        after = self.text[span.end : span.end + 3].lstrip("’'”\"」)")
        return not adjacent and after.startswith(("은 ", "는 ", "이 ", "가 "))

    def _is_no_measure(self, measure: str, gov: Governor | None) -> bool:
        """Whether what is counted is never a target: a budget, tasks, members of a committee, staff unless trained."""
        head = head_word(measure)
        nouns = self.words.nouns
        if head in self.words.staff:
            trained = gov is not None and (self.words.is_a(gov.stem, "deliver") or self.words.is_a(gov.stem, "change"))
            return not trained or (gov is not None and gov.relative)
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
        return Target(
            rule="target-" + signs.features[-1],
            evidence=tuple(sorted(evidence)),
            features=tuple(signs.features),
            quantity=fig.mention,
            measure=measure,
            value=quantity.value,
            max=quantity.max,
            unit=quantity.unit,
            baseline=base.mention.value.value if base is not None else None,
            deadline=due.iso if due is not None else None,
            basis="annual" if annual else None,
            target_kind=signs.kind,  # type: ignore[arg-type]
            program=next(iter(self.mentions.within(fig.sentence.span, "program")), None),
        )
