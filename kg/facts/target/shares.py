"""Who has a share: what the clause speaks of, where the words before the number only tell of what it is a part."""

from collections.abc import Callable

from kg.facts.target.figure import Figure
from kg.facts.target.measure import argument
from kg.patterns import regex
from kg.spans import Span

_WHOLE = regex(r"(?:전체|모든|전|총|관내|도내|시내|군내|국내) ?[가-힣]*")
_NEAR = 12
BOUND = regex(r" ?(?:이하|이내|미만|이상|아래|밑|안팎)(?:으로|로)")
"""A bound, not a share: 오탐률을 15% 이하로 관리한다."""


def whose_share(fig: Figure, told: tuple[Span, bool], text: str, is_body: Callable[[Span], bool]) -> tuple[Span, bool]:
    """What has the share that changes (감시 면적이 전체 산림의 58%에서 83%로), else what was told."""
    span = told[0]
    if not text.startswith("의 ", span.end) or _WHOLE.search(span.of(text)) is None:
        return told
    first = next((k for k, t in enumerate(fig.tokens) if t.begin >= span.begin), fig.first)
    what = argument(fig, first, "JKS", "JX") if first else None
    near = what is not None and 0 < span.begin - what.end <= _NEAR
    return (what, False) if what is not None and near and not is_body(what) else told
