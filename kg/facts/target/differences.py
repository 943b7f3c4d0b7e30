"""Numbers that only tell by how much another is larger, what is left of it, or what failed of those just told."""

from kg.facts.target.figure import Figure
from kg.patterns import regex

_WITH_MORE = regex(r"\d ?(?:분|시간) $")
"""The larger part of a length of time before the rest of it: 7분 12초."""
_OF_THESE = regex(r"(?:이|그) ?(?:중|가운데)(?:에서)? (?:약 )?$")
_FAILS = regex(
    r"(?:은|는|이|가) [^.,“”\d]{0,24}?(?:않[은는다고았음]|못[하한해했함]|고장|방치|멈[췄춘춰]|미작동|먹통"
    r"|폐쇄|놀[고리])"
)
"""Those of which something is told that fails: 이 중 4개소는 냉방기가 작동하지 않음."""
_BY_SO_MUCH = regex(
    r" ?(?:[이가] )?(?:향상|상승|증가|감소|개선|단축|하락|확대|축소|늘[었어]|줄[었어]|높아|낮아|올[랐라])"
)
_TO_IT = regex(r"\d[\d,.]*(?:[만천백] ?\d*)? ?[가-힣%]{1,3}(?:으로|로) (?:약 |총 |무려 )?$")
"""By how much a number told right before is larger: 48.2점에서 67.9점으로 19.7점 향상."""
_RAISED = regex(r" ?(?:이상|가량|정도|까지)? ?(?:(?:끌어)?올[리릴린]|높[이인일]|늘[리린릴]|증대|신장|향상)")
_EARNED = regex(r"(?:매출|소득|매출액|수입|조수입)(?:을|를|도)? ?(?:최대 |평균 )?$")
"""What people earn, raised by a share: 점포당 매출을 10% 이상 끌어올린다."""


def only_remarks(fig: Figure, text: str) -> bool:
    """Whether a number is the difference of two just told, the rest of a length of time, or a part that fails."""
    left = text[max(fig.sentence.begin, fig.mention.begin - 16) : fig.mention.begin]
    if _OF_THESE.search(left) and _FAILS.match(text, fig.mention.end, fig.sentence.end):
        return True
    if fig.role in ("bare", "subject") and _TO_IT.search(left) and _BY_SO_MUCH.match(text, fig.mention.end):
        return True
    return fig.mention.value.unit in ("초", "분") and _WITH_MORE.search(left) is not None


def is_raised(fig: Figure, text: str) -> bool:
    """Whether a share tells by how much more people are to earn (점포당 매출을 10% 이상 끌어올린다)."""
    earned = _EARNED.search(text, max(fig.sentence.begin, fig.mention.begin - 14), fig.mention.begin)
    return fig.mention.kind == "percent" and earned is not None and _RAISED.match(text, fig.mention.end) is not None
