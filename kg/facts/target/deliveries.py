"""Rules for what will be given or built: a verb of delivering, and what its shape adds or takes away."""

from dataclasses import replace

from kg.facts.target.case import Case
from kg.facts.target.governor import predicate
from kg.facts.target.predicates import DELIVERED
from kg.facts.target.signs import Signs
from kg.patterns import regex

_IN_OUTLINE = regex(
    r"(?:^|[-·○◦ㅇ•▪❍*]|[가-하][.)]|\d[.)])\s?(?:\()?(?:(?:주요|사업|추진|지원|구축|세부|설치|도입) ?)?(?:내 ?용|"
    r"물량|규모|사업량|대상|계획)\)?\s?[:：)]"
)
"""The label of an item of an outline that tells what is done: - 내용: 드론 6대 구입."""
_UNDER_WAY = regex(r"[가-힣]{2,4} ?중(?:이|입|인데|이며)")
"""2기는 60명을 모집 중이다."""
_LARGE = 10.0
_RECEIVERS = frozenset(("명", "개사", "가구", "개교", "농가", "업체", "세대", "사람"))
_UP_TO = regex(r"(?:년|월|올해|지난해|작년|지난달|현재)까지 |누적 |그동안 ")
_BUILT = frozenset(("기", "동", "대", "칸", "호기", "척", "실", "채"))
"""Units of what is built or bought, of which also a few are a delivery: 배터리 2기를 세운다."""
_FEW = 5
_SOME = 2


def delivered(case: Case, signs: Signs) -> bool:
    """A verb of giving or building; a verb without meaning of its own where it gives something."""
    if case.percent or case.role not in DELIVERED:
        return False
    if not (case.is_a("deliver") or (case.is_a("light") and case.is_given)):
        return False
    signs.add("delivery", 0.35)
    size = _LARGE if case.unit in case.words.capacity else case.quantity.value
    signs.score += _shape(case, size, signs.past)
    if signs.past and case.role == "object" and size >= _LARGE and _UP_TO.search(case.before):
        signs.score += 0.15
    if case.gov is not None and case.gov.bare and case.role == "bare" and _IN_OUTLINE.search(case.line):
        signs.score += 0.15
    if case.gov is not None and case.gov.bare and case.role == "object" and size >= _FEW:
        act = case.fig.tokens[case.gov.index].begin
        signs.score += 0.15 if _UNDER_WAY.match(case.text, act, act + 10) else 0.0
    signs.score += 0.25 if _is_inside(case, signs.past) else 0.0
    if case.role == "object" and not signs.effect and case.can:
        signs.effect = True
        signs.add("effect-word", 0.25)
    return True


def _shape(case: Case, size: float, past: bool) -> float:
    """What a planned delivery's shape adds or takes away: a few things somewhere are no target."""
    gov, role, added = case.gov, case.role, 0.0
    told = gov is not None and not past and (gov.final or (case.announced and gov.linked))
    told = told or (gov is not None and gov.relative and gov.future and case.planned)
    if role == "locative" and not (told or (case.planned and not past)) and case.unit not in _RECEIVERS:
        added -= 0.1
    few = told and gov is not None and not gov.relative and role != "locative"
    if size < (_SOME if few else 5 if told or case.planned else 10):
        added -= 0.1
    if gov is not None and gov.relative and not (gov.future or gov.final):
        added -= 0.1
    if ((told or (gov is not None and gov.bare and role in ("bare", "locative", "dative"))) and size >= _FEW) or (
        few and role == "object" and size >= _SOME and case.fig.role == "object" and case.unit in _BUILT
    ):
        added += 0.15
    elif gov is not None and not past and not gov.relative and size >= 100:
        added += 0.1
    return added


def _is_inside(case: Case, past: bool) -> bool:
    """Whether those counted will be in what the sentence says will be there (GPU 64장을 갖춘 전산실도 둔다)."""
    gov, fig = case.gov, case.fig
    if gov is None or past or not gov.relative or not case.is_a("contain") or case.role != "object":
        return False
    tokens = fig.tokens
    end = next((k for k in range(gov.index + 1, len(tokens)) if tokens[k].tag == "ETM"), len(tokens))
    verb = predicate(replace(fig, after=end + 1)) if end + 1 < len(tokens) else None
    if verb is None or verb.past or verb.relative or not (verb.final or verb.linked or verb.future):
        return False
    given = any(case.words.is_a(verb.stem, kind) for kind in ("deliver", "open", "build"))
    return given and any(t.tag in ("JKO", "JX", "JKS") for t in tokens[end + 1 : verb.index])
