"""The features that speak for a number being a target, and their sum."""

from dataclasses import dataclass, field

LEAST = 0.5
"""From this score on a number is a target."""


@dataclass(slots=True)
class Signs:
    """The features that hold, their sum, and what kind of target they make."""

    features: list[str] = field(default_factory=list)
    score: float = 0.0
    kind: str = "goal"
    past: bool = False
    effect: bool = False
    """Whether the words tell of an effect that is expected."""

    def add(self, feature: str, weight: float) -> None:
        """Note a feature."""
        self.features.append(feature)
        self.score += weight


def lacking(signs: Signs) -> str:
    """Which condition failed, in words."""
    held = set(signs.features)
    if not held & {"change", "delivery", "result", "share", "label"}:
        return "no verb of giving, changing or achieving governs the number"
    if signs.past:
        return "it is told as past, without a word of outcome"
    if not held & {"deadline", "goal-word", "annual"}:
        return "neither a date nor a word of purpose tells that it is planned"
    return "too few signs of a goal or result stand beside it"
