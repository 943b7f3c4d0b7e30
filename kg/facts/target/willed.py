"""Rules for what is willed: a bound to be kept, a place to be made for so many, the work that is hoped for."""

from kg.facts.target.beside import MADE_SO
from kg.facts.target.case import Case
from kg.facts.target.signs import Signs
from kg.patterns import regex

_CAP = regex(
    r" ?(?:이하|이내|미만|아래|밑|선|대|수준)(?:으로|로) (?:[가-힣]{2,5} )?(?:관리|유지|억제|묶|통제|제한"
    r"|지키|붙들|방어|운영|맞추|맞춘)"
)
_JOBS = regex(r"(?:고용|취업|일자리|인력)[가-힣 ]{0,6} ?효과$")
"""How the work that is hoped for is called: 1,800명의 고용유발 효과."""
_FEW = 5


def capped(case: Case, signs: Signs) -> bool:
    """A bound within which something is to be kept: 오탐률을 내년까지 15% 이하로 관리한다."""
    if case.role != "to" or signs.past or not (case.planned or case.due or case.announced):
        return False
    if _CAP.match(case.text, case.fig.mention.end, case.fig.sentence.end) is None:
        return False
    signs.add("change", 0.5)
    return True


def pictured(case: Case, signs: Signs) -> bool:
    """Those who will do something in what is to be made of a place: 청년 5천 명이 돌아오는 도시를 만들겠다."""
    if case.percent or case.role != "subject" or signs.past or case.quantity.value < _FEW:
        return False
    if not ((case.planned or case.due) and MADE_SO.match(case.text, case.fig.mention.end, case.fig.sentence.end)):
        return False
    signs.add("delivery", 0.5)
    return True


def hoped(case: Case, signs: Signs) -> bool:
    """The work that is hoped to come of it: 1,800명의 고용유발 효과가 있을 것으로 내다봤다."""
    if not signs.effect or case.percent or _JOBS.search(case.measure) is None:
        return False
    signs.add("label", 0.5)
    signs.past = False
    return True
