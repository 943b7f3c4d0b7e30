"""Rules for what came of something: a verb of outcome, a count that was made, those who got something."""

from kg.facts.target.case import GOAL_BEFORE, Case
from kg.facts.target.figure import Role
from kg.facts.target.phrase import head_word
from kg.facts.target.predicates import is_served
from kg.facts.target.signs import Signs
from kg.patterns import regex

_DESCRIBED = regex(r"(?:은|(?<=[가-힣])한|된|낸|긴|진|온|운|튼|선|친|킨|른|쓴|든|간|꾼|찬|뀐|뗀|춘|난|본) ")
_SHORT = regex(r"\s?(?:여|남짓|가량|정도|수준)?에(?:서|만)? ?(?:그치|그쳤|그친|그쳐|그침|머물|머무|머문|머묾|불과)")
_NOW = regex(r"(?<![일월말] )(?<![일월말])(?:지금|현재)(?! ?까지|껏| ?누적)|응답한|답한")
_HAD_AIM = regex(r"목표|계획|당초|애초|약속|공약")
_CAME = regex(
    r"(?:설치|보급|배치|도입|공급|지원|양성|배출|채용|고용|유치|입주|지정|선정|발굴|구축|조성|개통|개소|개관|가입|등록|"
    r"신청|참여|수료|이수|이용|교육|모집|선발|운영|가동|교체|전환|접수|처리|완공|준공|문을 연|다녀간|찾은|들어선|놓인|"
    r"깔린|배운|마친)(?:이 |을 |를 |가 )?(?:한|된|받은|완료한|완료된|끝낸|끝난)? ?[가-힣A-Za-z ]{0,10}$"
)
"""What is counted is described by what was done to it: 실제로 배치된 로봇."""
_ALREADY = regex(r"(?:벌써|이미|어느새|마침내|드디어) (?:[가-힣]{2,4} )?(?:약 )?$")
_OUTCOME: tuple[Role, ...] = ("object", "subject", "topic", "bare", "dative", "copula")


def achieved(case: Case, signs: Signs) -> bool:
    """A verb of outcome in the past."""
    role, gov = case.role, case.gov
    if not (case.is_a("result") and signs.past and (not case.percent or "rate" in signs.features)):
        return False
    if role == "subject" and case.is_a("stop"):
        return False
    if not (role in _OUTCOME or case.percent or case.is_given):
        return False
    signs.add("result", 0.5 if case.percent or case.quantity.value >= 5 or role == "topic" else 0.3)
    signs.score -= 0.25 if case.contrast or (gov is not None and gov.relative and role == "subject") else 0.0
    return True


def surpassed(case: Case, signs: Signs) -> bool:
    """A rate, or a count of what was done, that is said to be passed or reached."""
    if not case.is_a("surpass") or case.conditional:
        return False
    if case.gov is not None and case.gov.future and (case.due or case.planned):
        signs.add("change", 0.5)
        return True  # 연말까지 90%를 넘기겠다
    if "rate" in signs.features and case.role != "to":
        signs.add("result", 0.3)
    elif not case.percent and (is_shown(case) or _ALREADY.search(case.before)):
        signs.add("result", 0.5)
    else:
        return False
    signs.past = True
    return True


def tallied(case: Case, signs: Signs) -> bool:
    """An outcome that was counted (214명으로 집계됐다), or fell short (380명에 그쳤다)."""
    counts = case.words.counts(case.measure) or "rate" in signs.features
    counts = (
        counts
        or _CAME.search(case.whole) is not None
        or (_HAD_AIM.search(case.before) is not None and "현재" not in case.before)
    )
    tally = case.is_a("tally") and case.role == "to" and signs.past
    short = case.role == "locative" and not case.percent and _SHORT.match(case.text, case.fig.mention.end) is not None
    if short and head_word(case.measure).endswith(tuple(case.words.staff)):
        return False
    if not ((tally or short) and counts) or (case.quantity.value < 5 and not case.percent):
        return False
    signs.add("result", 0.7)
    signs.past = True
    return True


def falls_short(case: Case) -> bool:
    """Whether the words behind a number say that it was no more (현재 64장에 그침)."""
    return case.role == "locative" and _SHORT.match(case.text, case.fig.mention.end) is not None


def served(case: Case, signs: Signs) -> bool:
    """Those who got something or use it."""
    if case.percent or not is_served(case):
        return False
    signs.add("result", 0.8)
    signs.past = True
    return True


def is_shown(case: Case) -> bool:
    """Whether «X is N» tells what came of something: X is described by what it did, or is counted up to a day."""
    if case.quantity.value < 5 or GOAL_BEFORE.search(case.before) or _NOW.search(case.before + case.whole):
        return False
    if _DESCRIBED.search(case.whole):
        return True
    return bool(case.words.until.search(case.before + case.whole)) and case.words.counts(case.whole)
