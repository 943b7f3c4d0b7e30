"""What the numbers of one document have told so far: a later one may lean on an earlier (같은 기간, 그중)."""

from kg.facts.model import NearTarget, Target
from kg.facts.target.counters import unit_told
from kg.facts.target.figure import Figure
from kg.facts.target.lengths import in_unit
from kg.facts.target.naming import Namer
from kg.facts.target.phrase import tidied
from kg.facts.target.series import steps
from kg.facts.target.signs import LEAST, Signs
from kg.facts.target.timing import Deadline, observed
from kg.facts.target.words import TargetWords
from kg.language.model import Analysis
from kg.mentions.model import Mentions, Quantity
from kg.spans import Span

_NEAR_SCORE = 0.3
_FEW = 5


class Course:
    """The numbers of a document in order, and what those read before leave for the next."""

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

    def note(self, fig: Figure, reason: str, score: float) -> None:
        """Keep a number that came near."""
        few = fig.mention.kind == "percent" and score < LEAST - 0.1
        if score >= _NEAR_SCORE and not few and (fig.mention.kind == "percent" or fig.mention.value.value >= _FEW):
            near = NearTarget(rule="near-target", evidence=(fig.mention.span,), quantity=fig.mention, reason=reason)
            self.near.append(near)

    def target(
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
            measure=tidied(measure),
            value=quantity.value,
            max=quantity.max,
            unit="퍼센트" if self.text.endswith("퍼센트", 0, fig.mention.end) else unit_told(fig, self.text),
            baseline=_in_its_unit(base, quantity.unit) if base is not None else None,
            deadline=due.iso if due is not None else None,
            basis="annual" if annual else None,
            target_kind=signs.kind,  # type: ignore[arg-type]
            observed_on=seen[0] if seen is not None else None,
            program=next(iter(self.mentions.within(fig.sentence.span, "program")), None),
        )


def _in_its_unit(base: Figure, unit: str) -> float:
    """The number from which a target starts, in the unit of the target where both are lengths of time."""
    value: Quantity = base.mention.value
    told = in_unit(value.value, value.unit, unit)
    return value.value if told is None else told
