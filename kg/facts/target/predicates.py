"""What the first verb behind a number says of those counted, whatever the verb means."""

from kg.facts.target.candidates import PEOPLE
from kg.facts.target.case import Case, ends_past
from kg.facts.target.figure import Role
from kg.facts.target.governor import predicate
from kg.facts.target.measure import counted_behind
from kg.patterns import regex

_OVER_TIME = regex(
    r"부터 .*까지|동안|개월간|지금까지|그동안|올해 들어|지난해|작년|"
    r"지난달까지|월까지|월 (?:초|중순|말)까지|말까지|이후|뒤로?|시범 ?(?:운영|기간)"
)
_UP_TO = regex(r"(?:월|말|까지|지난달|현재|그동안)(?:까지)?(?:만)? (?:모두 |벌써 |총 |약 )?$")
_MERELY = frozenset(("나", "발생", "일어나", "집중", "해당", "속하", "살", "되", "나오", "생기"))
"""Verbs that only tell where or that something is: 사망사고의 63%가 ○○에서 났다."""
_BODIES = frozenset(("개", "개교", "개사", "곳", "가구", "농가", "업체", "학교", "개소", "개원"))
_MANY = 10
_USES = frozenset(("쓰", "이용", "사용", "활용"))
_RUN_IN_ITEM = regex(r" ?(?:씩 )?(?:운영|시행|실시|추진|개강|개최)(?:$|[.,);\n]| ?\()")
_IS_ITEM = regex(r"\s*(?:[-·○◦ㅇ•▪❍*▷▶△‣□■]|[①-⑳]|[가-하][.)]|\(?\d{1,2}[.)])")
"""An item of an outline that ends with the noun of an act: it tells what is planned."""
_FALLS = regex(r"줄(?:었|어[들졌]|고|며)|감소|급감|쪼그라|주저앉|하락|급락|추락|적어[졌지]|빠[졌지]")
"""What only became less is no outcome, but where less is better."""
DELIVERED: tuple[Role, ...] = ("object", "subject", "topic", "bare", "dative", "locative", "genitive")


def got_something(case: Case) -> bool:
    """Whether a share of those just told got something (이 가운데 96%가 답을 얻었다), not only an opinion."""
    verb, words = predicate(case.fig), case.words
    return (
        verb is not None
        and verb.past
        and verb.stem not in _MERELY
        and not words.is_a(verb.stem, "opine")
        and not words.is_a(verb.stem, "stop")
    )


def is_served(case: Case) -> bool:
    """Whether bodies are told to have got or to use something (41개사가 지원을 받았다, 84개 학교가 쓰고 있다)."""
    verb, words, fig = predicate(case.fig), case.words, case.fig
    if verb is None or case.role not in ("subject", "topic") or case.quantity.value < 5 or verb.relative:
        return False
    if not (words.is_a(verb.stem, "use") or (words.is_a(verb.stem, "take") and words.is_a(verb.stem, "handle"))):
        return False
    if case.before.endswith(("중 ", "가운데 ", "중에 ", "중에서 ")):
        return False
    served = any(t.tag == "JKO" for t in fig.tokens[fig.after : verb.index])
    until = words.is_a(verb.stem, "use") and _UP_TO.search(case.before) is not None  # 8월까지 61개 업체가 썼다
    uses = verb.final and not verb.future and verb.stem in _USES and case.quantity.value >= _MANY
    return (verb.past and (served or until)) or ((verb.lasting or uses) and case.unit in _BODIES)


def is_used(case: Case) -> bool:
    """Whether many are told to have used something over a time (9월부터 두 달 동안 … 1만명이 물었고)."""
    verb, words = predicate(case.fig), case.words
    if verb is None or case.role != "subject" or not _OVER_TIME.search(case.before):
        return False
    past = verb.past or (words.is_a(verb.stem, "use") and ends_past(case.fig, verb))
    if case.quantity.value < 100 or words.is_a(verb.stem, "stop"):
        return case.quantity.value >= 100 and words.is_a(verb.stem, "use") and past
    return verb.past


def is_undertaken(case: Case, told: bool) -> bool:
    """Whether a verb of any meaning says that something will be done to or with what is counted.

    ``told``: a goal word or a date says that it is a plan; without, only the object of a sentence's last verb is one.
    """
    fig, role, words = case.fig, case.role, case.words
    verb = predicate(fig)
    if verb is None or role not in DELIVERED or verb.stem in ("있", "없") or (verb.lasting and not told):
        return False
    if words.is_a(verb.stem, "stop") and not (verb.stem == "돌" and role == "object" and told):
        return False
    if (verb.stem == "쓰" and role in ("object", "bare")) or (verb.stem in _MERELY and role == "bare" and not told):
        return False
    if any(t.tag == "EC" and t.form in ("어야", "아야", "여야") for t in fig.tokens[verb.index : verb.index + 4]):
        return False
    if (role == "bare" and verb.index > fig.after + 1) or case.quantity.value < 5:
        return False
    given = role in ("dative", "locative") and any(t.tag == "JKO" for t in fig.tokens[fig.after : verb.index])
    if not told:
        many = case.quantity.value >= _MANY
        return (role in ("object", "bare") or given) and verb.final and not verb.past and (many or fig.role == "object")
    return not verb.past and (verb.future or not verb.relative)


def is_done(case: Case) -> bool:
    """Whether over a time, or up to a day, so many were dealt with, whatever the verb (지난해까지 19종을 시험했다)."""
    verb, words = predicate(case.fig), case.words
    if verb is None or case.role != "object" or case.quantity.value < _MANY or not verb.past or verb.relative:
        return False
    if words.is_a(verb.stem, "stop") or words.is_a(verb.stem, "opine") or words.is_a(verb.stem, "change"):
        return False
    return _OVER_TIME.search(case.before) is not None


def is_to_come(case: Case) -> bool:
    """Whether the clause before the counted noun tells that it will be delivered (하수관에 넣을 수위계 180개와)."""
    tokens, first = case.fig.tokens, case.fig.first
    for k in range(first - 1, max(-1, first - 8), -1):
        if tokens[k].tag == "ETM":
            verb = k - 1 if tokens[k - 1].tag not in ("XSV", "EP") else k - 2
            return tokens[k].form in ("ᆯ", "을") and verb >= 0 and case.words.is_a(tokens[verb].form, "deliver")
        if tokens[k].tag not in ("NNG", "NNP", "SL", "XSN", "MAG"):
            return False
    return False


def ends_item(case: Case) -> bool:
    """Whether the number and the noun of an act end an item of an outline (○ (대학) ‘계약학과’ 9개 운영)."""
    return _RUN_IN_ITEM.match(case.tail) is not None and _IS_ITEM.match(case.line) is not None


def end_of_noun(case: Case) -> int:
    """Where the noun ends that the number counts and that stands behind it (42개 어촌계가 목표다)."""
    behind = counted_behind(case.fig) if case.unit == "개" else None
    return behind[0].end if behind is not None else case.fig.mention.end


def became_fewer(case: Case) -> bool:
    """Whether people became fewer of whom fewer is not better (의사가 열한 명에서 네 명으로 줄었다)."""
    if case.gov is None or case.unit not in PEOPLE:
        return False
    return _FALLS.match(case.text, case.fig.tokens[case.gov.index].begin) is not None
