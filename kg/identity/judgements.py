"""What people decided: of two keys that they are one thing or two; of a claim that it stands, falls, or tells another.

Judgements name keys, never IRIs, and their order plays no part. A negative always wins: «different» over «same»,
«reject» over «replace» over «accept».
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeGuard

from kg.identity.joining import Judgement as Told
from kg.identity.joining import Verdict

Decision = Literal["same", "different", "unsure", "accept", "reject", "replace"]

ON_PAIRS: tuple[Verdict, ...] = ("same", "different", "unsure")
ON_CLAIMS: tuple[Literal["accept", "reject", "replace"], ...] = ("accept", "reject", "replace")
_STRENGTH = {"accept": 0, "replace": 1, "reject": 2}


class Judgement(NamedTuple):
    """One decision of one person.

    ``other`` is the second key of a pair; of «replace» the slots that change (``year=2027; source=시비``), a slot
    without a value is taken out. ``document`` (an identifier) and ``sentence`` are where the claim stood when it was
    judged. ``when`` is an ISO day.
    """

    decision: Decision
    key: str
    other: str = ""
    document: str = ""
    sentence: str = ""
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def on_pair(self) -> bool:
        """Whether two keys are judged, and not one claim."""
        return self.decision in ON_PAIRS

    @property
    def matter(self) -> tuple[str, ...]:
        """What is judged: two decisions on one matter agree or contradict each other."""
        return tuple(sorted((self.key, self.other))) if self.on_pair else (self.key,)


def pairs(judgements: Iterable[Judgement]) -> list[Told]:
    """What is decided of pairs, as identity takes it, sorted."""
    return sorted({(j.key, j.other, j.decision) for j in judgements if _is_verdict(j.decision)})


def corrections(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The decision that holds for each claim's key: the strongest; of two of one strength the later."""
    found: dict[str, Judgement] = {}
    for told in judgements:
        if not told.on_pair:
            known = found.get(told.key)
            if known is None or _rank(told) > _rank(known):
                found[told.key] = told
    return dict(sorted(found.items()))


def _is_verdict(decision: Decision) -> TypeGuard[Verdict]:
    return decision in ON_PAIRS


def _rank(told: Judgement) -> tuple[int, str, tuple[str, ...]]:
    return _STRENGTH[told.decision], told.when, tuple(told)
