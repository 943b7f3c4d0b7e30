"""How far a sum has got by the notes of papers: «18억 원(집행완료)», «요구 850 → 조정 700», «35억 원 반영 요망»."""

from kg.facts.allocation.clause import Clause
from kg.facts.model import Status
from kg.patterns import regex
from kg.spans import Span

_BESIDE: dict[str, Status] = {
    "집행": "spent", "기집행": "spent", "소진": "spent", "지출": "spent", "결산": "spent", "정산": "spent",
    "투입": "spent", "확정": "approved", "의결": "approved", "교부": "approved", "승인": "approved",
    "확보": "approved", "기확보": "approved", "반영": "approved", "가결": "approved", "요구": "proposed",
    "신청": "proposed", "건의": "proposed", "요청": "proposed", "요망": "proposed", "안": "proposed",
    "정부안": "proposed", "예정": "planned", "계획": "planned", "삭감": "cut", "감액": "cut", "미반영": "cut",
}  # fmt: skip
_STEP = "|".join(sorted(_BESIDE, key=len, reverse=True))
_IN_BRACKET = regex(
    rf"(?:[,·ㆍ/]\s?[^,·ㆍ/()\n\d]{{1,16}}\s?\d[^,()\n]{{1,14}}원(?=\s?\((?:모두|전부|각각)\s)){{0,3}}\s?[(\[]"
    rf"(?:(?:모두|전부|전액|각각|기|이미|국회|의회|본회의|예산|최종)\s?){{0,2}}(?P<step>{_STEP})(?:액|분|금)?\s?(?:완료|중|됨|함|결정|예정)?[)\]]"
)
"""«18억 원(집행완료)», «기부 7억 원, 시 3억 원(모두 소진)»: a step that a bracket tells of all of the sum."""
_BARE_STEP = regex(
    r"(?:^|[\s(\[:：→,·/])(?P<step>요구|건의|신청|요청|집행|결산|삭감|조정|의결|확정|기정|금회|금번|금차)\s(?:약|총)?\s?$"
)
_TO_BE_TAKEN_IN = regex(
    r"(?:을|를)?\s(?:(?:전액|추가|우선|적극|내년도?|정부안에?)\s)?(?:반영|지원|편성|증액|확보|배정|교부|계상)(?:을|해|하여)?\s?(?P<wish>요망|건의|요청|요구|희망|바람|촉구)"
    r"(?=[함,.;)\s]|$)"
)
"""«설계비 35억원 반영 요망»: how papers close a wish."""
_LISTED = regex(
    r"(?:[,·ㆍ/]|\s및|\s?와|\s?과)\s?(?:[^,·ㆍ/()\n.\d]{2,28}\s?\d[\d,.조억만천백\s]{0,14}원\s?(?:,|·|및)?\s?){1,4}(?:을|를)?\s?(?:각각|모두|전액)?\s?"
    r"(?P<step>삭감|감액|반영|확정|의결|요구|신청|집행)(?:함|됨|하였음)?\s?(?:[.)]|$)"
)
"""«통신비 1억 2천만원, 홍보비 1억원 삭감»: the noun that closes a list tells of all of its sums."""
_DONE = regex(
    r"(?:을|를)?\s?(?:전액\s?|모두\s?)?(?P<step>집행|지출|투입|소진|지급)\s?(?:을\s)?완료(?=[함,.;)\s했하]|$)"
)
CAME_TO = regex(r"게\s?(?:됐|되었|된)")
"""«190억 원을 받게 되었습니다»: it is settled."""
_ADJUSTED: dict[str, Status] = {
    "조정": "approved", "기정": "approved", "금회": "proposed", "금번": "proposed", "금차": "proposed",
}  # fmt: skip
"""«국비 건의 800억 원», «요구 850 → 조정 700»: a bare noun before a sum in an item or a bracket."""


def step_noted(clause: Clause) -> tuple[Status, Span] | None:
    """The status that a bracket behind the sum, a bare noun before it or the wish that closes its line tells."""
    text = clause.analysis.text
    if (beside := _IN_BRACKET.match(text, clause.money.end, clause.sentence.end)) is not None:
        return _BESIDE[beside["step"]], Span(*beside.span("step"))
    if (done := _DONE.match(text, clause.money.end, clause.sentence.end)) is not None:
        return "spent", Span(*done.span("step"))
    if (listed := _LISTED.match(text, clause.money.end, clause.sentence.end)) is not None:
        return _BESIDE[listed["step"]], Span(*listed.span("step"))
    if clause.act is None and (step := _BARE_STEP.search(text, clause.segment().begin, clause.money.begin)) is not None:
        told_so = _BESIDE | _ADJUSTED
        return told_so[step["step"]], Span(*step.span("step"))
    if (wished := _TO_BE_TAKEN_IN.match(text, clause.money.end, clause.sentence.end)) is not None:
        return "proposed", Span(*wished.span("wish"))
    return None
