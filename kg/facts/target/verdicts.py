"""What the way in which a number hangs on its verb says: rules in order, the first that holds decides."""

from collections.abc import Callable

from kg.facts.target.case import Case
from kg.facts.target.deliveries import delivered
from kg.facts.target.outcomes import achieved, falls_short, is_shown, served, surpassed, tallied
from kg.facts.target.performance import performs
from kg.facts.target.predicates import (
    became_fewer,
    end_of_noun,
    ends_item,
    got_something,
    is_done,
    is_to_come,
    is_undertaken,
    is_used,
)
from kg.facts.target.signs import Signs
from kg.facts.target.willed import capped, hoped, pictured
from kg.patterns import regex

_WAS = regex(r"[”\"’']?(?:이었|였|이던|뿐)")
_TARGETED = regex(
    r"\s?(?:여 ?)?(?:(?: ?(?:이상|이하|이내|수준|정도))?(?:을|를) 목표로|(?:이|가) (?:최종 |1차 |올해 "
    r"|내년 |[가-힣]{1,6}의 |저희 |제 |우리 )?(?:목표|"
    r"약속(?:이|입|인|한))|"
    r"(?:을|이|은|를|가) 대상(?:으로|이다|이고|이며|입니다|이에요|이죠|임|"
    r"에)(?! *(?:실시한 )?(?:설문|조사|여론)))"
)
_AIMED = regex(
    r"\s?(?:여 ?)?(?:을|를) (?:대상|목표)(?:으)?로 (?:한다|하며|하고|했|합니다|한|정)|"
    r"\s?(?:여 ?)?(?:이|가) (?:최종 |1차 |올해 |내년 |[가-힣]{1,6}의 |저희 |제 |우리 )?(?:목표|약속)"
)
_GOAL_IS = regex(r"목표(?:는|치는|가) (?:20\d\d년 |내년 |올해 |연말 |약 |총 |모두 ){0,2}$")
_LISTED_GOAL = regex(r"(?:,|·| 및) [^.,“”]{1,30}?\d[\d,.천만백]* ?[가-힣%]{1,4}[을를이가] (?:최종 |1차 )?목표")
"""The number is listed with one that is said to be the goal: 기업 5곳, 신규 고용 120명을 목표로."""
_NOW_IS = regex(r"지금|현재|지난해|작년|올해까지|평균")
_MEANT = regex(r"\s?(?:여 ?)?[이가] 대상(?:이다|입니다|이며|이고|이에요|이죠|임)")
_OF_THESE = regex(r"(?:이|그) ?(?:가운데|중)(?:에서)? (?:약 )?$|의 (?:약 )?$")
_CAUSED = regex(
    r"(?:도입|시행|설치|운영|적용|투입|배치|보급|가동|개통|교육)(?:한|된|하고|되고)? ?"
    r"(?:뒤|후|이후|결과|덕|만에|전보다|전에 비해)|덕에|덕분에|"
    r"시범 ?(?:운영|학교|마을|사업|지역|구간|가동|적용|설치|공장|농가|기관)|(?:시험|실험|실증)(?:에서|한 결과)"
)
PLANNING = regex(r"(?:계획|예정|목표|구상|추진|약속|요청|신청)(?:한|된|하는|했던|으로 한|로 잡은) ")
_WHENEVER = regex(r"[가-힣](?:면|때마다|때는?|경우) ")
"""A condition on which a machine does something each time: 아이가 남아 있으면 신호를 7초 늘린다."""
_EVERYWHERE = frozenset(("전국", "세계", "국내", "전 세계", "우리나라", "수도권", "도내", "시내"))
"""Wholes of which a share only tells how large something is: 전국의 7%를 차지한다."""
_PORTION = regex(r"분(?:이다|입니다|이에요|의? ?(?:예산|사업비|비용|물량))")
_GOAL_ITSELF = regex(
    r"목표(?:치|량|인원|대수|물량)?(?:를|을|도|는|은|만)? (?:[^.,“”]{0,14}(?:에서|이던 것을|였던 것을) )?$"
)
"""The goal is what is changed: 목표도 800개에서 550개로 고쳤다."""
_FIXED = regex(r"[가-힣]{1,3} (?:잡|세웠|세워|정했|정해)")
"""The change is one of what is aimed at: 대상자를 4천 명으로 늘려 잡았다."""
_SO_MANY_GET = regex(
    r"(?:뽑|채용하|고용하|들이|들여오|늘리|짓|세우|놓|달|깔|설치하|보급하|지원하|양성하|기르|가르치|교육하|모집하|"
    r"선발하|공급하|도입하|"
    r"구입하|사들이|조성하|구축하|배출하|투입하|배치하|선정하|확보하|제공하|나눠주|빌려주)는 (?:[가-힣]{1,4} )?"
    r"(?:인원|사람|인력|직원|일손|식구|규모|수|물량|대수|숫자|양)$"
)
"""How many are got, told as a predicate: 새로 뽑는 인원은 85명이다."""
_FEW = 5
_POSSIBLE = regex(r" ?(?:만|까지|정도)(?:은|는)? (?:설치|지원|공급|보급|교육|추진|운영|시행)?이? ?가능")
"""How much can be done with what there is: 이 돈으로는 120곳만 가능하다."""
_BECOMES = regex(r"[^.,“”]{0,32}[가-힣]게 (?:된다|됩니다|될|되며|되고|돼)")
"""What those counted will come to do or get: 1만명이 쓰게 된다."""
_ASIDE = ("인데", "이지만", "인 반면", "인 데")
_RECEIVERS = frozenset(("명", "개사", "가구", "개교", "농가", "업체", "세대", "사람"))
_IS = regex(r"[”\"’']?\s?(?:이다|이라|입니다|이었|였다|이며|이고|다(?=[.,”\"’' ]|$)|고 |라고)")

Rule = Callable[[Case, Signs], bool]
"""Notes what it finds and says whether it decides."""


def start_to_end(case: Case, signs: Signs) -> bool:
    """From a number to this one, whatever the verb."""
    halted = case.is_a("stop") and not case.due
    if not (case.role == "to" and case.base and not case.is_a("change") and not case.is_a("revise") and not halted):
        return False
    signs.add("change", 0.3)
    return True


def size_by_a_day(case: Case, signs: Signs) -> bool:
    """A size with its date and no verb."""
    if not (case.role == "bare" and case.unit in case.words.capacity and case.due and case.gov is None):
        return False
    signs.add("label", 0.5)
    return True


def changed_shortly(case: Case, signs: Signs) -> bool:
    """A change told by its noun right behind the number, or a measured size that will be changed by so much."""
    gov, words = case.gov, case.words
    if not case.is_a("change"):
        return False
    noun = case.role == "bare" and gov is not None and gov.bare and gov.index - case.fig.after <= 1
    size = case.role in ("bare", "object") and case.unit in words.measured | words.capacity
    ahead = (case.planned or case.announced or signs.effect) and not (size and _WHENEVER.search(case.line))
    if not noun and not (size and ahead and not signs.past):
        return False
    signs.add("change", 0.5)
    return True


def changed(case: Case, signs: Signs) -> bool:
    """A verb of change to, or by, the number."""
    role, words = case.role, case.words
    made = case.gov is not None and case.gov.stem == "만들" and (case.due or case.planned)
    revised = (case.is_a("revise") or made) and role == "to"
    if not (revised or (case.is_a("change") and (role == "to" or case.base or case.percent))):
        return False
    told = role == "to" or case.announced or (case.gov is not None and case.gov.future)
    signs.add("change", 0.5 if role == "to" and case.announced else 0.45 if told else 0.3)
    if signs.past and role == "to" and not case.percent and words.counts(case.measure):
        signs.score += 0.2
    elif signs.past and role == "to" and case.base:
        signs.score += 0.1
    if signs.past and role == "to" and case.gov is not None:
        verb = case.fig.tokens[case.gov.index].begin
        if _FIXED.match(case.text, verb, verb + 12):
            signs.past = False
            signs.add("label", 0.3)
            return True
    if signs.past and role == "to" and _GOAL_ITSELF.search(case.before):
        signs.past = False
        signs.add("label", 0.3)
        return True
    caused = _CAUSED.search(case.text, case.fig.sentence.begin, case.fig.mention.begin)
    outcome = words.improves(case.measure) or (caused and "rate" not in signs.features)
    if signs.past and (case.percent or (case.base and role == "to")) and outcome:
        signs.add("result", 0.4)
    if signs.past and not outcome and role == "to" and became_fewer(case):
        signs.score -= 1.0
    awaited = case.gov is not None and case.gov.future and case.percent and words.improves(case.measure)
    if case.can or (awaited and not signs.effect and not case.planned):
        signs.effect = True
        signs.add("effect-word", 0.25)
    return True


def shared(case: Case, signs: Signs) -> bool:
    """A share that is taken over, or that got something."""
    if not case.percent or case.measure in _EVERYWHERE:
        return False
    if case.role == "object" and (case.is_a("handle") or (case.is_a("deliver") and _OF_THESE.search(case.before))):
        signs.add("share", 0.5 if not signs.past else 0.3)
    elif not signs.past and case.role in ("object", "topic") and _OF_THESE.search(case.before) and _is_meant(case):
        signs.add("share", 0.5)
    elif not signs.past and case.role == "subject" and _OF_THESE.search(case.before) and got_something(case):
        signs.add("result", 0.5)
        signs.past = True
    elif case.is_a("handle"):
        signs.add("share", 0.3)
    else:
        return False
    return True


def reached(case: Case, signs: Signs) -> bool:
    """A verb of finishing, with a number to start from or a word of goal."""
    if not (case.is_a("reach") and (case.base or "목표" in case.tail)):
        return False
    signs.add("change", 0.3)
    return True


def stated(case: Case, signs: Signs) -> bool:
    """The number is the predicate of what was done or is planned, or a verb fixes it as the goal."""
    if case.is_a("set") and case.role == "to" and ("목표" in case.before or "rate" in signs.features):
        signs.add("label", 0.5)
        signs.past = False
        return True
    if case.role == "copula" and _GOAL_IS.search(case.before):
        signs.add("label", 1.0 if case.unit in case.words.measured else 0.5)
        signs.past = False
        return True
    if case.percent:
        return performs(case, signs)
    end = case.fig.mention.end
    ends = case.listed or _IS.match(case.text, end, end + 6) is not None or case.text[end : end + 1] == "."
    ends = ends or case.text.startswith(("으로,", "로,", "으로 이", "으로 그", "로 이", "로 그"), end)
    if case.role == "copula" and ends and is_shown(case):
        planning = PLANNING.search(case.whole) is not None
        signs.add("label" if planning else "result", 0.5)
        signs.past = not planning
        return True
    every_year = case.role == "copula" and ends and case.annual and case.alone and not _NOW_IS.search(case.before)
    if every_year or _PORTION.match(case.tail):
        signs.add("label", 0.5)
        return True
    if case.role == "bare" and case.gov is not None and case.gov.bare and case.gov.stem == "목표":
        signs.add("label", 0.5)  # 관내 취업 30명 목표
        return True
    listed = case.role == "bare" and case.planned and case.tail.startswith((", ", "·", "와 ", "과 "))
    if case.is_a("set") and (case.role in ("to", "object") or listed):
        signs.add("label", 0.5)
        signs.past = False
        return True
    if case.role == "copula" and ends and _SO_MANY_GET.search(case.whole) and case.quantity.value >= _FEW:
        signs.add("label", 0.5)
        return True
    amount = case.words.amount.search(case.measure) or case.words.of_an_amount.search(case.before)
    if (
        case.role == "copula"
        and amount
        and not case.tail.startswith(_ASIDE)
        and not _WAS.match(case.text, case.fig.mention.end)
    ):
        signs.add("label", 0.5)
        return True
    return False


def aimed(case: Case, signs: Signs) -> bool:
    """The number is said to be the goal or those meant."""
    end = case.fig.mention.end
    if case.role == "bare" and case.planned and _LISTED_GOAL.match(case.text, end, case.fig.sentence.end):
        signs.add("label", 0.5)
        return True
    if not (_TARGETED.match(case.text, end) or _TARGETED.match(case.text, end_of_noun(case))):
        return False
    meant = case.unit in (*_RECEIVERS, "곳", "개소") and _MEANT.match(case.text, case.fig.mention.end)
    sure = case.announced or meant or _AIMED.match(case.text, case.fig.mention.end)
    signs.add("delivery", 0.5 if sure and not signs.past else 0.3)
    return True


def undertaken(case: Case, signs: Signs) -> bool:
    """A verb of any meaning says what will be done with them, or the clause before the noun does; or many used it."""
    if case.percent or falls_short(case):
        return False
    told = case.planned or case.due
    if not signs.past and case.role in ("subject", "topic") and _BECOMES.match(case.tail) and not case.is_a("stop"):
        signs.add("delivery", 0.5)
    elif not signs.past and is_undertaken(case, told):
        signs.add("delivery", 0.35 if told else 0.5)
    elif case.gov is None and (is_used(case) or is_done(case)):
        signs.add("result", 0.5)
        signs.past = True
    elif case.quantity.value >= 5 and is_to_come(case):
        signs.add("delivery", 0.5)
    else:
        return False
    return True


def loose(case: Case, signs: Signs) -> bool:
    """No verb decides: what the words round the number alone say."""
    role, bare = case.role, case.role == "bare" and not case.percent
    headed = case.words.headed.search(case.text, case.fig.sentence.begin, case.fig.mention.begin)
    if hoped(case, signs):
        return True
    if _POSSIBLE.match(case.tail) and not case.percent:
        signs.add("label", 0.6)
    elif signs.effect and role == "subject" and not case.percent and not case.is_a("stop"):
        signs.score += 0.2
    elif role in ("copula", "bare", "to") and (case.planned or signs.effect):
        signs.score += 0.15
    elif (
        "rate" in signs.features
        and case.due
        and not (signs.past or case.conditional)
        and role in ("object", "bare", "to", "topic")
    ):
        signs.add("label", 0.15)  # 2027년까지 적중률 80%를 기준으로
    elif bare and case.quantity.value >= 5 and ends_item(case):
        signs.add("delivery", 0.5)  # ○ (대학) ‘계약학과’ 9개 운영
    elif bare and case.quantity.value >= 5 and headed:
        signs.add("label", 0.5)
    elif bare and case.words.is_act(case.measure):
        signs.add("delivery", 0.25)
    elif bare and case.due and case.verb is None:
        signs.add("label", 0.25)
    elif "rate" not in signs.features:
        signs.score -= 0.25
    return True


RULES: tuple[Rule, ...] = (
    start_to_end,
    size_by_a_day,
    changed_shortly,
    changed,
    achieved,
    surpassed,
    tallied,
    served,
    aimed,
    delivered,
    capped,
    shared,
    reached,
    stated,
    undertaken,
    pictured,
    loose,
)


def _is_meant(case: Case) -> bool:
    """Whether a share of those just told is planned or sworn (70%는 청년으로 채우겠다고 했다)."""
    return case.planned or (case.gov is not None and case.gov.future and case.is_a("deliver"))
