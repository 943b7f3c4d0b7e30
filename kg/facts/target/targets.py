"""Which numbers of a document are targets."""

import re
from collections.abc import Iterable

from kg.facts.model import Fact, Target
from kg.facts.target.figure import Figure, Governor, figure, governor
from kg.facts.target.measure import act_noun, argument, counted, head_word, is_pronoun, worded
from kg.facts.target.timing import Deadline, baseline, deadline, is_annual, same_period
from kg.facts.target.words import TargetWords, target_words
from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions, Quantity
from kg.spans import Span

_FUTURE = re.compile(r"겠다|겠습니다|기로 |기로|것이다|것입니다|ㄹ 것|할 것|할 예정|계획|방침|예정|목표|구상|나선다|나섰다")
_RATE = re.compile(r"(?:률|율|비율|비중|자립도|만족도|점유|보급률|달성|이상|정확도|수준|비용|시간)$")
_RATED = frozenset(("률", "율"))
_PART = re.compile(r"(?:그중|그 중|이 중|이중|이 가운데|그 가운데|가운데|또|나머지)\s*(?:약 )?$")
_PER_UNIT = re.compile(r"(?:한|1) ?(?:곳|명|사람|가구|업체|기업|대|개소|개사|팀)당|(?:곳|명|가구|업체|기업|대|인|개소|팀|개사)당")
_LEAST = 0.5


def targets(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterable[Target]:
    """The targets of a document, each number once."""
    words = target_words(lexicon)
    figures = _figures(analysis, mentions, words)
    found: list[Target] = []
    reader = _Reader(analysis, mentions, words, figures)
    for fig in figures:
        target = reader.read(fig)
        if target is not None and not _is_told(found, target):
            found.append(target)
    return found


def _figures(analysis: Analysis, mentions: Mentions, words: TargetWords) -> list[Figure]:
    """The quantities and percentages of the running text, headlines left out."""
    figures: list[Figure] = []
    for m in mentions.of("quantity", "percent"):
        if not isinstance(m.value, Quantity):
            continue
        sentence = analysis.sentence_at(m.begin)
        if sentence is None or sentence.block in ("title", "subtitle", "table"):
            continue
        figures.append(figure(m, sentence))
    return figures


def _is_told(found: list[Target], target: Target) -> bool:
    """The same number of the same unit once; what is told later in a document adds no second target."""
    return any(t.value == target.value and t.unit == target.unit and _shares(t.measure, target.measure) for t in found)


def _shares(one: str, other: str) -> bool:
    pairs = [{w[i : i + 2] for i in range(len(w) - 1)} for w in (one.replace(" ", ""), other.replace(" ", ""))]
    return len(pairs[0] & pairs[1]) * 3 >= min(len(pairs[0]), len(pairs[1]))


class _Reader:
    """Reads the numbers of one document in order; a later one may lean on an earlier (같은 기간, the rest of a list)."""

    def __init__(self, analysis: Analysis, mentions: Mentions, words: TargetWords, figures: list[Figure]) -> None:
        self.text, self.mentions, self.words, self.figures = analysis.text, mentions, words, figures
        self.analysis = analysis
        self.published = analysis.document.published
        self.used: set[int] = set()
        self.last: Target | None = None
        self.last_deadline: tuple[int, Deadline] | None = None

    def read(self, fig: Figure) -> Target | None:
        """The target that a number is, if it is one."""
        quantity: Quantity = fig.mention.value
        unit = quantity.unit.replace(" ", "")
        if fig.mention.begin in self.used or unit in self.words.units or fig.role in ("from", "only"):
            return None
        if self._is_share_of_money(fig) or self._is_per_unit(fig):
            return None
        chain, role, gov = self._chain(fig)
        base = baseline(chain, self.text, self.mentions, self.words, self.figures)
        if base is not None and base.mention.begin > chain.mention.begin:
            self.used.add(base.mention.begin)
        features: list[str] = []
        score = 0.0
        tail = self.text[fig.mention.end : min(fig.sentence.end, fig.mention.end + 70)]
        goal = bool(_FUTURE.search(tail))
        effect = any(w in tail for w in self.words.effect) or any(
            w in self.text[max(fig.sentence.begin, fig.mention.begin - 40) : fig.mention.begin] for w in ("효과", "유발")
        )
        due = deadline(fig, gov, base.mention if base else None, self.text, self.mentions, self.published)
        if due is None and self.last_deadline is not None:
            near = self.last_deadline[0] == fig.sentence.index
            if near or (same_period(fig, self.text) and fig.sentence.index - self.last_deadline[0] <= 2):
                due = self.last_deadline[1]
        annual = is_annual(fig, gov, self.text)
        noun = self._measure(chain, base, gov, role)
        if noun is None:
            return None
        measure, measure_span, adjacent = noun
        head = head_word(measure)
        if self._is_no_target_noun(head, measure):
            return None
        percent = fig.mention.kind == "percent"
        kind = "goal"
        change = gov is not None and self.words.is_a(gov.stem, "change")
        deliver = gov is not None and self.words.is_a(gov.stem, "deliver")
        result = gov is not None and self.words.is_a(gov.stem, "result")
        handle = gov is not None and self.words.is_a(gov.stem, "handle")
        past = gov is not None and gov.past and not gov.future
        if due is not None:
            features.append("deadline")
            score += 0.2
        if goal:
            features.append("goal-word")
            score += 0.2
        if effect:
            features.append("effect-word")
            score += 0.25
        if annual:
            features.append("annual")
            score += 0.15
        if base is not None:
            features.append("baseline")
            score += 0.3
        if quantity.value >= 100 and not percent:
            features.append("large")
            score += 0.15
        if percent and re.search(r"(?:률|율|비율|비중|도|만족도)$", measure):
            features.append("rate")
            score += 0.2
        if change and gov is not None and (role == "to" or percent or base is not None):
            features.append("change")
            score += 0.45 if role == "to" else 0.2
        elif deliver and gov is not None and role in ("object", "subject", "topic", "bare", "dative", "locative", "genitive"):
            features.append("delivery")
            score += 0.35 if not percent else 0.0
            if role == "locative":
                score -= 0.1
            if quantity.value < 10:
                score -= 0.15
            if not past and not gov.relative and quantity.value >= 100:
                score += 0.1
        elif result and role in ("subject", "topic", "object", "bare", "dative"):
            features.append("result")
            score += 0.35 if past else 0.1
            kind = "result"
        elif handle and percent:
            score += 0.35
        elif role in ("copula", "bare") and (goal or effect):
            score += 0.15
        elif not (percent and "rate" in features):
            score -= 0.25
        if past:
            kind = "result"
            due = None
            if "result" not in features:
                score -= 0.3
            if deliver and gov is not None and act_noun(self.words, gov.stem):
                score += 0.2
        elif effect and not goal:
            kind = "expected-effect"
        if unit in self.words.measured and "baseline" not in features and not (change and "목표" in tail):
            score -= 0.5
        if percent and not ("rate" in features or "change" in features or handle):
            score -= 0.3
        if score < _LEAST:
            return None
        if due is not None:
            self.last_deadline = (fig.sentence.index, due)
        return self._target(fig, measure, measure_span, base, due, annual, kind, features)

    def _target(self, fig: Figure, measure: str, span: Span, base: Figure | None, due: Deadline | None, annual: bool,
                kind: str, features: list[str]) -> Target:
        quantity: Quantity = fig.mention.value
        program = next(iter(self.mentions.within(fig.sentence.span, "program")), None)
        evidence = [fig.mention.span, span]
        if base is not None:
            evidence.append(base.mention.span)
        if due is not None:
            evidence.append(due.span)
        target = Target(
            rule="target-" + (features[-1] if features else "number"), evidence=tuple(sorted(set(evidence))),
            features=tuple(features),
            quantity=fig.mention, measure=measure, value=quantity.value, max=quantity.max, unit=quantity.unit,
            baseline=base.mention.value.value if base is not None else None,
            deadline=due.iso if due is not None else None, basis="annual" if annual else None,
            target_kind=kind, program=program,  # type: ignore[arg-type]
        )
        self.last = target
        return target

    def _chain(self, fig: Figure) -> tuple[Figure, str, Governor | None]:
        """The number itself, or, in a list of steps (내년 12곳, 2028년 20곳으로), the last one, which has the verb."""
        gov = governor(fig, self.words)
        return fig, fig.role, gov

    def _measure(self, fig: Figure, base: Figure | None, gov: Governor | None, role: str) -> tuple[str, Span, bool] | None:
        """The words of what is counted."""
        start = None
        if base is not None and base.sentence is fig.sentence and base.mention.begin < fig.mention.begin and base.role == "from":
            start = base.first
        told = counted(fig, self.mentions, start)
        if told is not None and base is not None and is_pronoun(told[0].of(self.text)):
            told = counted(base, self.mentions)
        if told is None:
            return None
        span, adjacent = told
        measure = worded(span.of(self.text))
        if gov is not None and role == "dative":
            thing = argument(fig, self.mentions, gov.index, "JKO")
            if thing is not None and thing.begin > fig.mention.begin:
                measure = f"{measure} {worded(thing.of(self.text))}"
        elif gov is not None and adjacent and self.words.is_a(gov.stem, "deliver") and len(measure) <= 14:
            noun = act_noun(self.words, gov.stem)
            if noun and noun not in measure:
                measure = f"{measure} {noun}"
        return (measure, span, adjacent) if len(measure) > 1 else None

    def _is_no_target_noun(self, head: str, measure: str) -> bool:
        words = self.words
        return head in words.nouns or any(head.endswith(n) for n in words.nouns if len(n) >= 3) or head in words.staff

    def _is_share_of_money(self, fig: Figure) -> bool:
        left = self.text[max(fig.sentence.begin, fig.mention.begin - 12) : fig.mention.begin]
        return fig.mention.kind == "percent" and bool(re.search(r"(?:비|예산|금액|자금|매출|금|액|규모)(?:의|는|은|을|를|이|가)?\s*(?:약|최대)?\s*$", left))

    def _is_per_unit(self, fig: Figure) -> bool:
        after = self.text[fig.mention.end : fig.mention.end + 3]
        return after.startswith(("당", " 당")) or (fig.mention.value.value == 1 and fig.mention.value.unit in ("곳", "명", "가구", "개"))
