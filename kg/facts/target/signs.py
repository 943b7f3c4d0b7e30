"""What speaks for a number being a target, and how much."""

import re
from dataclasses import dataclass, field

from kg.facts.target.candidates import PEOPLE, bare_unit
from kg.facts.target.figure import Figure, Governor, Role, predicate
from kg.facts.target.words import TargetWords
from kg.mentions.model import Quantity

LEAST = 0.5
_GOAL_BEFORE = re.compile(r"목표(?:는|치는|치| 인원은| 대수는)? ")
_PLANNED = re.compile(
    r"겠다|겠습니다|기로|것이다|것입니다|할 것|될 것|예정|계획|방침|목표|구상|나선다|나섰다|벌인다|펼친다|시작한다|"
    r"복안|포부|"
    r"청사진|추진한다|"
    r"추진할|방안|로드맵|그림이다|그림을|[가-힣] 참이|작정|심산|요량|뜻을|뜻이다|생각이다|겁니다|거예요|"
    r"려 한다|려고 한다|려는|고자 한다|채비|벼르|태세|약속했|약속한|공언|다짐|밑그림|못 박|밝힌 물량"
)
_RATE = re.compile(r"(?:률|율|비율|비중|만족도|자립도|인지도|정확도|점유율|참여도|이용도)$")
_LABELLED = re.compile(r"[가-힣)]\s?[:：]\s?(?:약|총|모두|연간|연|매년|20\d\d년|[’']\d\d년)?\s?$")
_AMOUNT = re.compile(
    r"(?:정원|채용|고용|양성|교육|훈련|보급|설치|지원|모집|선발|배출|육성|유치|공급|발굴|배치|도입|수혜|이용|상담|입주|참여|구축|지급)"
    r" ?(?:예정 ?)?(?:규모|인원|물량|대수|대상|목표|정원|자|기업|업체|가구|수)?$"
)
_WAS = re.compile(r"[”\"’']?(?:이었|였|이던|뿐)")
_DESCRIBED = re.compile(r"(?:은|한|된|낸|긴|진|온|운|튼|선|친|킨|른|쓴|든|간) ")
_TARGETED = re.compile(
    r"\s?(?:여 ?)?(?:을 목표로|를 목표로|(?:이|가) (?:최종 |1차 )?목표|(?:을|이|은|를|가) 대상(?:으로|이다|이고|이며|"
    r"에)(?! *(?:실시한 )?(?:설문|조사|여론)))"
)
_AIMED = re.compile(
    r"\s?(?:여 ?)?(?:을|를) (?:대상|목표)(?:으)?로 (?:한다|하며|하고|했|합니다|한|정)|"
    r"\s?(?:여 ?)?(?:이|가) 목표"
)
_SHARE = re.compile(r"의 (?:약 |최대 )?$")
OF_THESE = re.compile(r"(?:이|그) ?(?:가운데|중)(?:에서)? (?:약 )?$|의 (?:약 )?$")
_OVER_TIME = re.compile(
    r"부터 .*까지|동안|개월간|지금까지|그동안|올해 들어|지난해|작년|"
    r"지난달까지|월까지|이후|뒤로?|시범 ?(?:운영|기간)"
)
_UP_TO_NOW = re.compile(r"누적|지금까지|현재까지|그동안|지난해|작년|올해 들어|월까지|지난달까지|이제까지|여태")
_IS_OBJECT = re.compile(r"(?<![받찾맡뽑심읽넣얻쌓막걷]) ?[을를]$|[일월물별실말날글절달술울]$")
_OF_AN_AMOUNT = re.compile(
    r"(?:지원|사업|교육|모집|보급|설치|참여|수혜|선발|채용|공급|배정) ?"
    r"(?:대상|규모|물량|정원|인원)(?:은|는) "
)
_HEADED = re.compile(r"(?:성과|실적|결과|목표|계획|규모|물량|사업량|효과)\s?(?:\)|[:：])[^.]{0,40}$")
_CAUSED = re.compile(
    r"(?:도입|시행|설치|운영|적용|투입|배치|보급|가동|개통|교육)(?:한|된|하고|되고)? ?"
    r"(?:뒤|후|이후|결과|덕|만에|전보다|전에 비해)|덕에|덕분에|시범 ?운영"
)
PLANNING = re.compile(r"(?:계획|예정|목표|구상|추진|약속|요청|신청)(?:한|된|하는|했던|으로 한|로 잡은) ")
_AT_EVENT = re.compile(
    r"(?P<e>[가-힣]{1,10})(?:에는|에도|에|엔|에서는|에서|현장에는|자리에는)"
    r"[ ,](?!.*(?:에는|에서는) )"
)
_CONTRAST = re.compile(r"[가-힣]{1,6}(?:는데|지만|으나)")
_CAN = re.compile(r"[가-힣]{1,4} 수 있")
_EACH_GETS = re.compile(r"(?:여 ?명)?(?:에게|에|엔|에게는) [^.]{0,18}원씩")
_EACH_PAID = re.compile(
    r"(?:한|1) ?(?:곳|명|사람|가구|대|개|농가|업체|마을|학교)(?:에|당|에게|마다) [^.]{1,24}원씩?,? "
    r"(?:모두 |총 |약 )*$"
)
_LARGE = 10.0
"""A capacity is no count: 1GW is not few."""
_CLASSES = ("change", "deliver", "result", "handle", "reach", "light", "set")
_RECEIVERS = frozenset(("명", "개사", "가구", "개교", "농가", "업체", "세대", "사람"))
_DELIVERED: tuple[Role, ...] = ("object", "subject", "topic", "bare", "dative", "locative", "genitive")
_OUTCOME: tuple[Role, ...] = ("object", "subject", "topic", "bare", "dative", "copula")


@dataclass(slots=True)
class Signs:
    """The features that hold, their sum, and what kind of target they make."""

    features: list[str] = field(default_factory=list)
    score: float = 0.0
    kind: str = "goal"
    past: bool = False

    def add(self, feature: str, weight: float) -> None:
        """Note a feature."""
        self.features.append(feature)
        self.score += weight


def weigh(
    fig: Figure,
    role: Role,
    gov: Governor | None,
    measure: str,
    words: TargetWords,
    text: str,
    *,
    due: bool,
    base: bool,
    annual: bool,
    steps: bool,
    joined: bool,
    each: bool,
    whole: str,
    listed: bool,
) -> Signs:
    """The signs for one number; it is a target from `LEAST` on."""
    signs = Signs()
    quantity: Quantity = fig.mention.value
    unit = bare_unit(quantity.unit)
    percent = fig.mention.kind == "percent" or unit == "점"
    tail = text[fig.mention.end : min(fig.sentence.end, fig.mention.end + 70)]
    before = text[max(fig.sentence.begin, fig.mention.begin - 40) : fig.mention.begin]
    planned = bool(_PLANNED.search(tail)) or _GOAL_BEFORE.search(before) is not None
    effect = words.effect.search(tail) is not None or "효과" in before or "유발" in before
    planned = planned or _is_future(measure, words)
    is_a = {k: gov is not None and words.is_a(gov.stem, k) for k in _CLASSES}
    signs.past = (
        gov is not None
        and not gov.future
        and not (gov.relative and words.is_a(gov.stem, "contain"))
        and (gov.past or (gov.linked and not planned and _ends_past(fig, gov)))
    )
    verb = gov if gov is not None and not gov.bare else predicate(fig)
    announced = verb is not None and not verb.past and (verb.final or (verb.linked and not _ends_past(fig, verb)))
    contrast = gov is not None and signs.past and _CONTRAST.match(text, fig.tokens[gov.index].begin) is not None
    for feature, holds, weight in (
        ("deadline", due, 0.25),
        ("goal-word", planned, 0.2),
        ("effect-word", effect, 0.25),
        ("annual", annual, 0.15),
        ("baseline", base, 0.3),
        ("large", quantity.value >= 100 and not percent, 0.15),
        ("joined", joined, 0.1),
        ("rate", percent and bool(_RATE.search(measure)), 0.2),
        ("steps", steps, 0.2),
        ("label", _LABELLED.search(before) is not None and role == "bare", 0.2),
        (
            "each",
            (each or _EACH_GETS.match(text, fig.mention.end) is not None or _EACH_PAID.search(before) is not None)
            and not signs.past,
            0.2,
        ),
    ):
        if holds:
            signs.add(feature, weight)
    counts = not percent
    halted = gov is not None and words.is_a(gov.stem, "stop") and not due
    if role == "to" and base and not is_a["change"] and not halted:
        signs.add("change", 0.3)
    elif role == "bare" and unit in words.capacity and due and gov is None:
        signs.add("label", 0.5)
    elif (is_a["change"] and role == "bare" and gov is not None and gov.bare and gov.index - fig.after <= 1) or (
        is_a["change"]
        and role in ("bare", "object")
        and unit in words.measured | words.capacity
        and (planned or announced)
        and not signs.past
    ):
        signs.add("change", 0.5)
    elif is_a["change"] and (role == "to" or base or percent):
        told = role == "to" or announced or _is_future_verb(gov)
        signs.add("change", 0.5 if role == "to" and announced else 0.45 if told else 0.3)
        if signs.past and role == "to" and counts and words.counts(measure):
            signs.score += 0.2
        elif signs.past and role == "to" and base:
            signs.score += 0.1
        if (
            signs.past
            and percent
            and "rate" not in signs.features
            and (words.improves(measure) or _CAUSED.search(text, fig.sentence.begin, fig.mention.begin))
        ):
            signs.add("result", 0.4)
        if gov is not None and _CAN.search(text, fig.tokens[gov.index].begin, fig.tokens[gov.index].begin + 12):
            effect = True
            signs.add("effect-word", 0.25)
    elif (
        is_a["result"]
        and not (role == "subject" and gov and words.is_a(gov.stem, "stop"))
        and (role in _OUTCOME or percent or _is_given(fig, gov, role))
        and signs.past
        and (counts or "rate" in signs.features)
    ):
        signs.add("result", 0.5 if percent or quantity.value >= 5 or role == "topic" else 0.3)
        signs.score -= 0.25 if contrast or (gov is not None and gov.relative and role == "subject") else 0.0
    elif gov is not None and words.is_a(gov.stem, "surpass") and "rate" in signs.features and role != "to":
        signs.add("result", 0.3)
        signs.past = True
    elif gov is not None and words.is_a(gov.stem, "surpass") and counts and _is_shown(whole, before, quantity, words):
        signs.add("result", 0.5)
        signs.past = True
    elif (is_a["deliver"] or (is_a["light"] and _is_given(fig, gov, role))) and role in _DELIVERED and counts:
        signs.add("delivery", 0.35)
        signs.score += _delivery(
            role,
            gov,
            _LARGE if unit in words.capacity else quantity.value,
            signs.past,
            planned,
            announced,
            unit in _RECEIVERS,
        )
        if role == "object" and gov is not None and not effect:
            start = fig.tokens[gov.index].begin
            if _CAN.search(text, start, start + 12):
                effect = True
                signs.add("effect-word", 0.25)
    elif percent and role == "object" and (is_a["handle"] or (is_a["deliver"] and _SHARE.search(before))):
        signs.add("share", 0.5 if not signs.past else 0.3)
    elif percent and signs.past is False and role == "subject" and OF_THESE.search(before) and _outcome(fig, words):
        signs.add("result", 0.5)
        signs.past = True
    elif is_a["handle"] and percent:
        signs.add("share", 0.3)
    elif is_a["reach"] and (base or "목표" in tail):
        signs.add("change", 0.3)
    elif role == "copula" and counts and (_is_final(fig, text) or listed) and _is_shown(whole, before, quantity, words):
        planning = PLANNING.search(whole) is not None
        signs.add("label" if planning else "result", 0.5)
        signs.past = not planning
    elif is_a["set"] and role in ("to", "object") and counts:
        signs.add("label", 0.5)
        signs.past = False
    elif (
        role == "copula"
        and counts
        and (_AMOUNT.search(measure) or _OF_AN_AMOUNT.search(before))
        and not _WAS.match(text, fig.mention.end)
    ):
        signs.add("label", 0.5)
    elif _TARGETED.match(text, fig.mention.end):
        signs.add("delivery", 0.5 if _AIMED.match(text, fig.mention.end) else 0.3)
    elif counts and not signs.past and _is_undertaken(fig, role, words, planned or due):
        signs.add("delivery", 0.35 if planned or due else 0.5)
    elif gov is None and counts and _is_used(fig, role, quantity, before, words):
        signs.add("result", 0.5)
        signs.past = True
    elif counts and quantity.value >= 5 and _is_to_come(fig, words):
        signs.add("delivery", 0.5)
    elif effect and role == "subject" and counts:
        signs.score += 0.2
    elif role in ("copula", "bare", "to") and (planned or effect):
        signs.score += 0.15
    elif (
        role == "bare"
        and counts
        and quantity.value >= 5
        and _HEADED.search(text, fig.sentence.begin, fig.mention.begin)
    ):
        signs.add("label", 0.5)
    elif role == "bare" and counts and words.is_act(measure):
        signs.add("delivery", 0.25)
    elif role == "bare" and due and counts and verb is None:
        signs.add("label", 0.25)
    elif "rate" not in signs.features:
        signs.score -= 0.25
    if gov is not None and gov.lasting and not (planned or due or annual):
        signs.score -= 0.5
    if _is_attendance(fig, unit, before, words) and not planned:
        signs.score -= 1.0
    _settle(signs, gov, unit, percent, words, tail, is_a, role, announced)
    if effect and not planned and not signs.past:
        signs.kind = "expected-effect"
    return signs


def _is_future_verb(gov: Governor | None) -> bool:
    return gov is not None and gov.future


def _is_given(fig: Figure, gov: Governor | None, role: Role) -> bool:
    """Whether a verb without a meaning of its own gives something to those who are counted (60명에게 이용권을 준다)."""
    if gov is None or role not in ("dative", "locative"):
        return False
    before = fig.tokens[max(0, fig.first - 5) : fig.first]
    return any(t.tag == "JKO" for t in (*before, *fig.tokens[fig.after : gov.index]))


def _outcome(fig: Figure, words: TargetWords) -> bool:
    """Whether a share of those just told got something (이 가운데 96%가 답을 얻었다), not only an opinion."""
    verb = predicate(fig)
    return verb is not None and verb.past and not words.is_a(verb.stem, "opine") and not words.is_a(verb.stem, "stop")


def _is_shown(measure: str, before: str, quantity: Quantity, words: TargetWords) -> bool:
    """Whether «X is N» tells what came of something: X is described by what it did, or is counted up to a day."""
    if quantity.value < 5 or _GOAL_BEFORE.search(before):
        return False
    if _DESCRIBED.search(measure):
        return True
    return bool(_UP_TO_NOW.search(before + measure)) and words.counts(measure)


def _is_used(fig: Figure, role: Role, quantity: Quantity, before: str, words: TargetWords) -> bool:
    """Whether many are told to have used something over a time (9월부터 두 달 동안 … 1만명이 물었고)."""
    verb = predicate(fig)
    if verb is None or role != "subject" or quantity.value < 100 or words.is_a(verb.stem, "stop"):
        return verb is not None and role == "subject" and quantity.value >= 100 and _over_time(fig, before, verb, words)
    return verb.past and bool(_OVER_TIME.search(before))


def _over_time(fig: Figure, before: str, verb: Governor, words: TargetWords) -> bool:
    return words.is_a(verb.stem, "use") and bool(_OVER_TIME.search(before)) and (verb.past or _ends_past(fig, verb))


def _is_attendance(fig: Figure, unit: str, before: str, words: TargetWords) -> bool:
    """Whether the number counts those at a gathering (설명회에는 주민 120명이 나왔다)."""
    if unit not in PEOPLE and unit not in ("곳", "개사", "개"):
        return False
    match = _AT_EVENT.search(before)
    return match is not None and match.group("e").endswith(words.gatherings)


def _is_undertaken(fig: Figure, role: Role, words: TargetWords, told: bool) -> bool:
    """Whether a verb of any meaning says that something will be done to or with what is counted.

    ``told``: a goal word or a date says that it is a plan; without, only the object of a sentence's last verb is one.
    """
    verb = predicate(fig)
    if verb is None or role not in _DELIVERED or words.is_a(verb.stem, "stop") or verb.stem in ("있", "없"):
        return False
    if any(t.tag == "EC" and t.form in ("어야", "아야", "여야") for t in fig.tokens[verb.index : verb.index + 4]):
        return False
    if (role == "bare" and verb.index > fig.after + 1) or fig.mention.value.value < 5:
        return False
    if not told:
        return role in ("object", "bare") and verb.final and not verb.past and fig.mention.value.value >= 10
    return not verb.past and (verb.future or not verb.relative)


def _is_future(measure: str, words: TargetWords) -> bool:
    """Whether the counted thing is described by what will be (갖출 GPU)."""
    return any(
        "가" <= w[-1] <= "힣"
        and (ord(w[-1]) - 0xAC00) % 28 == 8
        and len(w) > 1
        and w not in words.classes
        and not _IS_OBJECT.search(w)
        for w in measure.split()[:-1]
    )


def _is_to_come(fig: Figure, words: TargetWords) -> bool:
    """Whether the clause before the counted noun tells that it will be delivered (하수관에 넣을 수위계 180개와)."""
    tokens = fig.tokens
    for k in range(fig.first - 1, max(-1, fig.first - 8), -1):
        if tokens[k].tag == "ETM":
            verb = k - 1 if tokens[k - 1].tag not in ("XSV", "EP") else k - 2
            return tokens[k].form in ("ᆯ", "을") and verb >= 0 and words.is_a(tokens[verb].form, "deliver")
        if tokens[k].tag not in ("NNG", "NNP", "SL", "XSN", "MAG"):
            return False
    return False


def _ends_past(fig: Figure, gov: Governor) -> bool:
    """Whether the verb that ends the sentence is past."""
    last = [t for t in fig.tokens[gov.index :] if t.tag in ("EP", "EF")][-3:]
    return any(t.form in ("었", "았", "였") for t in last) and not any(t.form == "겠" for t in last)


def _delivery(
    role: Role, gov: Governor | None, size: float, past: bool, planned: bool, announced: bool, receivers: bool
) -> float:
    """What a planned delivery's shape adds or takes away: a few things somewhere are no target."""
    added = 0.0
    told = gov is not None and not past and (gov.final or (announced and gov.linked))
    if role == "locative" and not told and not receivers:
        added -= 0.1
    if size < (5 if planned or told else 10):
        added -= 0.1
    if gov is not None and gov.relative and not gov.future:
        added -= 0.1
    if (told or (gov is not None and gov.bare and role == "bare")) and size >= 5:
        added += 0.15
    elif gov is not None and not past and not gov.relative and size >= 100:
        added += 0.1
    return added


def _settle(
    signs: Signs,
    gov: Governor | None,
    unit: str,
    percent: bool,
    words: TargetWords,
    tail: str,
    is_a: dict[str, bool],
    role: Role,
    announced: bool,
) -> None:
    """What stands against a target: a past change, a measure of size or time without a goal, a share of anything."""
    held = set(signs.features)
    goal = "목표" in tail or announced or ("goal-word" in held and not signs.past)
    if signs.past:
        signs.kind = "result"
        if "result" not in held:
            signs.score -= 0.3
        if gov is not None and is_a["deliver"] and words.acts.get(gov.stem):
            signs.score += 0.2
    short = gov is not None and gov.bare and is_a["change"]
    free = bool({"baseline", "rate"} & held) or (is_a["change"] and (goal or short))
    if unit in words.measured and not free:
        signs.score -= 0.5
    if unit in words.capacity and not free:
        given = "label" in held or (
            bool({"delivery", "change"} & held) and role != "genitive" and (goal or "deadline" in held)
        )
        signs.score -= 0.0 if given or "목표" in tail[:8] else 0.5
    if percent and not {"rate", "label", "change", "share", "result"} & held:
        signs.score -= 0.3


def _is_final(fig: Figure, text: str) -> bool:
    """Whether the number is told as the sentence's predicate (여덟 곳이다, 여덟 곳이라고 했다)."""
    return bool(
        re.match(
            r"[”\"’']?\s?(?:이다|이라|입니다|이었|였다|이며|이고|다(?=[.,”\"’' ]|$)|고 |라고)",
            text[fig.mention.end : fig.mention.end + 6],
        )
    )
