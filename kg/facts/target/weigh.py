"""What speaks for and against a number being a target."""

from kg.facts.target.candidates import PEOPLE
from kg.facts.target.case import PASSIVE, Case
from kg.facts.target.signs import Signs
from kg.facts.target.verdicts import RULES
from kg.patterns import regex

_LABELLED = regex(r"[가-힣)]\s?[:：]\s?(?:약|총|모두|연간|연|매년|20\d\d년|[’']\d\d년)?\s?$")
_AT_EVENT = regex(
    r"(?P<e>[가-힣]{1,10})(?:에는|에도|에|엔|에서는|에서|현장에는|자리에는)"
    r"[ ,](?!따라|따르|의해|맞춰|힘입|이어|이은|앞서|.*(?:에는|에서는) )"
)
_FILLS_THE_ROOM = regex(
    r"(?:여 ?명)?[이가] (?:[가-힣]{1,4} )?(?:자리|객석|좌석|회의장|강당|행사장|방청석|현장|마당|광장|회의실)[을를] "
    r"(?:가득 |꽉 )?(?:메|채[웠우워]|지[켰키켜])"
)
"""Those who fill a room: 도민 140명이 자리를 채웠다."""
_WHO_CAME = regex(
    r"(?P<e>[가-힣]{1,10})(?:을|를|에) (?:찾은|방문한|다녀간|온|참석한|참가한|모인|나온|함께한|자리한|몰린|들른)(?= )"
)
"""Those counted by the gathering to which they came: 개소식을 찾은 주민."""
_SHOWN_THERE = regex(r"(?:여 ?곳)?(?:이|가|은) (?:[가-힣]{1,6} )?(?:부스를|참가|참여|출품|전시)")
_OF_EVENT = regex(r"(?:박람회|전시회|축제|대회|포럼|페스티벌|엑스포|행사|콘퍼런스|컨퍼런스|개막식)")
_NOW = regex(r"(?:지금|현재)[은는] ")
_EACH_GETS = regex(r"(?:여 ?명)?(?:에게|에|엔|에게는) [^.]{0,18}원씩")
_TAKE_PART_IN = regex(
    r"(?:여 ?[가-힣]{1,2})?[이가] (?:[가-힣]{1,6} )?"
    r"(?:참여|참가|참석|출전|출품|출연|모이|모인|나서|나선|나오|나온)(?:하는|한|할|는)? ?"
    r"(?:[‘'“「『<][^’'”」』>\n]{0,30}|[^.,\n]{0,24}?)"
    r"(?:박람회|전시회|축제|대회|포럼|페스티벌|엑스포|행사|콘퍼런스|컨퍼런스|개막식|토론회|설명회|간담회|공청회|"
    r"경진대회|해커톤|"
    r"경연|세미나|심포지엄|워크숍|상담회|장터|데모데이|쇼케이스|체험전|협약식|발대식|캠프)"
)
"""Those who take part in a gathering: 기업 30곳이 참여하는 채용박람회."""
_COME = regex(r"(?:관광객|방문객|해수욕객|피서객|관람객|나들이객|인파|인구|구민|시민|도민|군민|국민)(?: 수)?$")
"""Those who come to or live in a place: their number is no outcome of what was done."""
_A_DAY = regex(r"하루(?:에|에만)? (?:[가-힣]{2,6}(?:이|가|은|는) )?(?:평균 |약 |고작 )*$")
_MASS = 50000
_HOURS = 500
_FUNDED = regex(
    r" ?(?:을|를) (?:[^ ,.]{1,8} ){0,2}?[가-힣]{1,5}는 ?데(?:에는|에|는|엔|만)? "
    r"(?:[가-힣]{1,2}비 |최대 |약 |총 |모두 )?"
    r"\d[\d,.조억만천백 ]*원(?![^.]{0,24}(?:썼|쓴 |들었|들인|들어갔|집행했|투입했|사용했))"
)
"""Money that is there to do it with: 트럭 18대를 들이는 데 72억원을 배정했다."""
_PAID_BEFORE = regex(r"\d[\d,.]*(?:억|만|천|조|백)[\d,.조억만천백 ]*원(?:은|는|으로|을|로는)[^.“”]{0,30}$")
_GOES_TO = regex(
    r" ?(?:을|를) (?:[^ ,.]{1,8} ){0,2}?[가-힣]{1,5}는 ?(?:데(?:에는|에|는|엔|만)?|비용(?:으로|에)?|일에) "
    r"(?:[가-힣]{1,4} ){0,2}(?:쓰[인이일]|쓴다|쓸|들어[간갈]|들[인어]|투입[하된될]|배정|사용[하된될]|돌리"
    r"|돌린|잡[았혀혔]|충당)"
)
"""What a sum named before goes into: 41억원은 로봇 12기를 설치하는 데 쓰인다."""
_EQUIPPED = regex(
    r" ?(?:을|를) (?:갖춘|갖출|두는|둘|넣은|넣을|들일|들이는|달|다는|깔|까는|심을|심는|설치할|설치하는|구축하는|"
    r"담은|담을|얹은|얹을|모은) [^.,“”\d]{2,24}?(?:에|에는|짓는 데|만드는 데|세우는 데) "
    r"(?:가장 많은 |모두 |총 |국비 |시비 |도비 |약 )?"
    r"\d[\d,.조억만천백 ]*원(?![^.]{0,24}(?:썼|쓴 |들었|들인|들어갔|집행했|투입했|사용했))"
)
"""What will be in a thing that money is set aside for: GPU 512장을 갖춘 센터에 750억원을 배정했다."""
_UNLESS = regex(r"못 |안 |지 ?(?:않|못)|미달")
"""What is sworn by a condition is a goal: 95%를 못 넘기면 접겠다."""
_GIVEN_UP = regex(r"[^.,“”\d]{0,24}?려(?:고)? ?(?:했|하였)(?:으나|지만|는데|다가)|[^.,“”\d]{0,24}?려다가? ")
"""What was once meant and came otherwise: 100명을 모집하려 했으나."""
_NO_MORE = regex(r"[^.,“”\d]{0,20}?[었았했였]을 뿐")
"""What was all that was done: 데이터 40만 건을 내놓았을 뿐."""
_EACH_PAID = regex(
    r"(?:한|1) ?(?:곳|명|사람|가구|대|개|농가|업체|마을|학교)(?:에|당|에게|마다) [^.]{1,24}원씩?,? "
    r"(?:모두 |총 |약 )*$"
)


def weigh(case: Case) -> Signs:
    """The signs for one number; it is a target from `LEAST` on."""
    signs = Signs(past=case.past)
    signs.effect = case.words.effect.search(case.tail) is not None or "효과" in case.before or "유발" in case.before
    _beside(case, signs)
    next(rule for rule in RULES if rule(case, signs))
    if case.gov is not None and case.gov.lasting and not case.is_a("set") and "result" not in signs.features:
        now = _NOW.search(case.before) is not None
        signs.score -= 1.0 if now else 0.0 if case.planned or case.due or case.annual else 0.5
    if case.gov is not None and case.gov.lasting and case.gov.past and case.gov.stem.endswith(PASSIVE):
        signs.score -= 0.5  # 의자 40개가 놓여 있었다
    if _is_attendance(case) and not case.planned:
        signs.score -= 1.0
    if case.conditional and not (case.due or case.base or _UNLESS.search(case.tail[:24])):
        signs.score -= 1.0
    if (_GIVEN_UP.match(case.tail) or (_NO_MORE.match(case.tail) and not case.due)) and not case.base:
        signs.score -= 1.0
    if _A_DAY.search(case.before) and not (signs.past or case.planned or case.due or case.base):
        signs.score -= 1.0  # 감지기 한 개가 하루 8만 건의 온도를 보낸다
    if case.negated and not case.is_a("stop"):
        signs.score -= 1.0
    _settle(case, signs)
    if signs.effect and not case.planned and not signs.past:
        signs.kind = "expected-effect"
    return signs


def _beside(case: Case, signs: Signs) -> None:
    """The features that stand beside the number, whatever its verb."""
    end = case.fig.mention.end
    funded = _FUNDED.match(case.text, end, case.fig.sentence.end) or _EQUIPPED.match(case.text, end, end + 70)
    if funded is None and _PAID_BEFORE.search(case.before):
        funded = _GOES_TO.match(case.text, end, case.fig.sentence.end)
    paid = _EACH_GETS.match(case.text, case.fig.mention.end) or _EACH_PAID.search(case.before)
    for feature, holds, weight in (
        ("deadline", case.due, 0.25),
        ("goal-word", case.planned, 0.2),
        ("effect-word", signs.effect, 0.25),
        ("annual", case.annual, 0.15),
        ("baseline", case.base, 0.3),
        ("large", case.quantity.value >= 100 and not case.percent, 0.15),
        ("joined", case.joined, 0.1),
        ("rate", case.percent and case.words.rate.search(case.measure) is not None, 0.2),
        ("steps", case.steps, 0.2),
        ("label", case.role == "bare" and _LABELLED.search(case.before) is not None, 0.2),
        ("funded", funded is not None and case.quantity.value >= 5 and not signs.past, 0.25),
        ("each", (case.each or paid is not None) and not signs.past, 0.2),
    ):
        if holds:
            signs.add(feature, weight)


def _is_attendance(case: Case) -> bool:
    """Whether the number counts those at a gathering (설명회에는 주민 120명이 나왔다)."""
    if case.unit not in PEOPLE and case.unit not in ("곳", "개사", "개"):
        return False
    if _SHOWN_THERE.match(case.tail) and _OF_EVENT.search(case.whole + case.before):
        return True
    if case.role == "subject" and _TAKE_PART_IN.match(case.tail):
        return True
    came = _WHO_CAME.search(case.whole)
    if came is not None and came.group("e").endswith(case.words.gatherings):
        return True
    if case.role == "subject" and _FILLS_THE_ROOM.match(case.tail):
        return True
    match = _AT_EVENT.search(case.text[case.fig.sentence.begin : case.fig.mention.begin])
    if match is None or not match.group("e").endswith(case.words.gatherings):
        return False
    said = case.text[case.fig.sentence.begin + match.end() : case.fig.mention.begin]
    return "“" not in said and '"' not in said  # a number that somebody tells there is not of those who came


def _is_recorded(case: Case, held: set[str], *, announced: bool = False) -> bool:
    """Whether so many hours of something are to be recorded or gathered by a day (주행 영상 3만 시간을 모은다)."""
    gathered = case.role == "object" and case.unit == "시간" and case.quantity.value >= _HOURS
    return gathered and "delivery" in held and (announced or bool({"deadline", "goal-word"} & held))


def _settle(case: Case, signs: Signs) -> None:
    """What stands against a target: a past change, a measure of size or time without a goal, a share of anything."""
    held, gov, words = set(signs.features), case.gov, case.words
    goal = "목표" in case.tail or case.announced or ("goal-word" in held and not signs.past)
    if signs.past:
        signs.kind = "result"
        if "result" not in held:
            signs.score -= 0.3
        if gov is not None and case.is_a("deliver") and words.acts.get(gov.stem):
            signs.score += 0.2
        if (
            not case.base
            and ((case.role != "subject" and _COME.search(case.measure)) or _A_DAY.search(case.before))
            and "목표" not in case.tail[:8]
        ):
            signs.score -= 1.0
    short = gov is not None and gov.bare and case.is_a("change")
    if case.quantity.value >= _MASS and not (case.due or case.base) and _COME.search(case.measure):
        signs.score -= 1.0
    free = bool({"baseline", "rate"} & held) or (case.is_a("change") and (goal or short or signs.effect))
    if (
        case.unit in words.measured
        and not free
        and (case.unit != "점" or case.percent)
        and not _is_recorded(case, held, announced=case.announced and not signs.past)
    ):
        signs.score -= 0.5
    if case.unit in words.capacity and not free:
        given = "label" in held or (
            bool({"delivery", "change"} & held) and case.role != "genitive" and (goal or "deadline" in held)
        )
        given = given or ("result" in held and words.counts(case.measure))  # 다운로드 310만 회를 넘어섰다
        signs.score -= 0.0 if given or "목표" in case.tail[:8] else 0.5
    if case.percent and not {"rate", "label", "change", "share", "result"} & held:
        signs.score -= 0.3
