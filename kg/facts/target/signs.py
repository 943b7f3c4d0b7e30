"""What speaks for a number being a target, and how much."""

import re
from dataclasses import dataclass, field

from kg.facts.target.figure import Figure, Governor, Role, predicate
from kg.facts.target.words import TargetWords
from kg.mentions.model import Quantity

LEAST = 0.5
_GOAL_BEFORE = re.compile(r"목표(?:는|치는|치| 인원은| 대수는)? ")
_PLANNED = re.compile(
    r"겠다|겠습니다|기로|것이다|것입니다|할 것|될 것|예정|계획|방침|목표|구상|나선다|나섰다|벌인다|펼친다|시작한다|"
    r"복안|포부|"
    r"청사진|추진한다|추진할|방안|로드맵|그림이다|그림을|[가-힣] 참|작정|심산|요량|뜻을|뜻이다|생각이다|겁니다|거예요|"
    r"려 한다|려고 한다|려는|고자 한다|채비|벼르|태세|약속했|약속한|공언|다짐|밑그림|못 박|밝힌 물량"
)
_RATE = re.compile(r"(?:률|율|비율|비중|만족도|자립도|인지도|정확도|점유율|참여도|이용도)$")
_LABELLED = re.compile(r"[가-힣)]\s?[:：]\s?(?:약|총|모두|연간|연|매년|20\d\d년|[’']\d\d년)?\s?$")
_AMOUNT = re.compile(
    r"(?:채용|고용|양성|교육|훈련|보급|설치|지원|모집|선발|배출|육성|유치|공급|발굴|배치|도입|수혜|이용|상담|입주|참여|구축|지급)"
    r" ?(?:예정 ?)?(?:규모|인원|물량|대수|대상|목표|정원|자|기업|업체|가구|수)?$"
)
_WAS = re.compile(r"[”\"’']?(?:이었|였|이던|뿐)")
_DESCRIBED = re.compile(r"(?:은|한|된|낸|긴|진|온|운|튼|선|친|킨|른|쓴|든|간) ")
_TARGETED = re.compile(
    r"\s?(?:여 ?)?(?:을 목표로|를 목표로|(?:을|이|은|를|가) 대상(?:으로|이다|이고|이며|"
    r"에)(?! *(?:실시한 )?(?:설문|조사|여론)))"
)
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
) -> Signs:
    """The signs for one number; it is a target from `LEAST` on."""
    signs = Signs()
    quantity: Quantity = fig.mention.value
    unit = quantity.unit.replace(" ", "")
    percent = fig.mention.kind == "percent" or unit == "점"
    tail = text[fig.mention.end : min(fig.sentence.end, fig.mention.end + 70)]
    before = text[max(fig.sentence.begin, fig.mention.begin - 40) : fig.mention.begin]
    planned = bool(_PLANNED.search(tail)) or _GOAL_BEFORE.search(before) is not None
    effect = any(w in tail for w in words.effect) or "효과" in before or "유발" in before
    planned = planned or _is_future(measure)
    is_a = {k: gov is not None and words.is_a(gov.stem, k) for k in ("change", "deliver", "result", "handle", "reach")}
    signs.past = (
        gov is not None and not gov.future and (gov.past or (gov.linked and not planned and _ends_past(fig, gov)))
    )
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
    ):
        if holds:
            signs.add(feature, weight)
    counts = not percent
    if role == "to" and gov is None and base:
        signs.add("change", 0.3)
    elif is_a["change"] and role in ("bare", "object") and unit in words.measured and planned and not signs.past:
        signs.add("change", 0.45)
    elif is_a["change"] and (role == "to" or base or percent):
        signs.add("change", 0.45 if role == "to" else 0.3)
    elif (
        is_a["result"]
        and not (role == "subject" and gov and words.is_a(gov.stem, "stop"))
        and (role in _OUTCOME or percent)
        and signs.past
        and (counts or "rate" in signs.features)
    ):
        signs.add("result", 0.5 if percent or quantity.value >= 5 or role == "topic" else 0.3)
    elif is_a["deliver"] and role in _DELIVERED and counts:
        signs.add("delivery", 0.35)
        signs.score += _delivery(role, gov, quantity, signs.past, planned)
    elif is_a["handle"] and percent:
        signs.add("share", 0.5 if role == "object" and not signs.past else 0.3)
    elif is_a["reach"] and (base or "목표" in tail):
        signs.add("change", 0.3)
    elif (
        role == "copula"
        and not _GOAL_BEFORE.search(before)
        and _DESCRIBED.search(measure)
        and quantity.value >= 5
        and counts
        and _is_final(fig, text)
    ):
        signs.add("result", 0.5)
        signs.past = True
    elif role == "copula" and counts and _AMOUNT.search(measure) and not _WAS.match(text, fig.mention.end):
        signs.add("label", 0.5)
    elif _TARGETED.match(text, fig.mention.end):
        signs.add("delivery", 0.3)
    elif gov is None and counts and (planned or due) and _is_undertaken(fig, role, words):
        signs.add("delivery", 0.35)
    elif role in ("copula", "bare", "to") and (planned or effect):
        signs.score += 0.15
    elif role == "bare" and counts and words.is_act(measure):
        signs.add("delivery", 0.25)
    elif "rate" not in signs.features:
        signs.score -= 0.25
    _settle(signs, gov, unit, percent, words, tail, is_a)
    if effect and not planned and not signs.past:
        signs.kind = "expected-effect"
    return signs


def _is_undertaken(fig: Figure, role: Role, words: TargetWords) -> bool:
    """Whether a verb of any meaning says that something will be done to or with what is counted."""
    verb = predicate(fig)
    if verb is None or role not in _DELIVERED or words.is_a(verb.stem, "stop"):
        return False
    if any(t.tag == "EC" and t.form in ("어야", "아야", "여야") for t in fig.tokens[verb.index : verb.index + 4]):
        return False
    if (role == "bare" and verb.index > fig.after + 1) or fig.mention.value.value < 5:
        return False
    return not verb.past and (verb.future or not verb.relative)


def _is_future(measure: str) -> bool:
    """Whether the counted thing is described by what will be (갖출 GPU)."""
    return any("가" <= w[-1] <= "힣" and (ord(w[-1]) - 0xAC00) % 28 == 8 and len(w) > 1 for w in measure.split()[:-1])


def _ends_past(fig: Figure, gov: Governor) -> bool:
    """Whether the verb that ends the sentence is past."""
    last = [t for t in fig.tokens[gov.index :] if t.tag in ("EP", "EF")][-3:]
    return any(t.form in ("었", "았", "였") for t in last) and not any(t.form == "겠" for t in last)


def _delivery(role: Role, gov: Governor | None, quantity: Quantity, past: bool, planned: bool) -> float:
    """What a planned delivery's shape adds or takes away: a few things somewhere are no target."""
    added = 0.0
    told = gov is not None and gov.final and not past
    if role == "locative" and not told and quantity.unit.replace(" ", "") not in _RECEIVERS:
        added -= 0.1
    if quantity.value < (5 if planned else 10):
        added -= 0.1
    if gov is not None and gov.relative and not gov.future:
        added -= 0.1
    if told and quantity.value >= 10:
        added += 0.15
    elif gov is not None and not past and not gov.relative and quantity.value >= 100:
        added += 0.1
    return added


def _settle(
    signs: Signs, gov: Governor | None, unit: str, percent: bool, words: TargetWords, tail: str, is_a: dict[str, bool]
) -> None:
    """What stands against a target: a past change, a measure of size or time without a goal, a share of anything."""
    goal = "목표" in tail or ("goal-word" in signs.features and not signs.past)
    if signs.past:
        signs.kind = "result"
        if "result" not in signs.features:
            signs.score -= 0.3
        if gov is not None and is_a["deliver"] and words.acts.get(gov.stem):
            signs.score += 0.2
    if unit in words.measured and not {"baseline", "rate"} & set(signs.features) and not (is_a["change"] and goal):
        signs.score -= 0.5
    if percent and not {"rate", "label", "change", "share"} & set(signs.features):
        signs.score -= 0.3


def _is_final(fig: Figure, text: str) -> bool:
    """Whether the number is told as the sentence's predicate (여덟 곳이다, 여덟 곳이라고 했다)."""
    return bool(
        re.match(r"[”\"’']?\s?(?:이다|이라|입니다|이었|였다|이며|이고)", text[fig.mention.end : fig.mention.end + 6])
    )
