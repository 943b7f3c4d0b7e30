"""Rates of how well something does, told as they were measured: 석 달 동안 적중률은 81%였다."""

from kg.facts.target.case import GOAL_BEFORE, Case
from kg.facts.target.signs import Signs
from kg.patterns import regex

PERFORMED = regex(
    r"(?:정확|적중|성공|일치|인식|판독|판별|감별|탐지|감지|예측|만족|완주|완료|이행|달성|정착|생존|구매|회복|해결|"
    r"응답|처리|집행|추진|진척|회수|수거|출석|"
    r"이용|계약|참여|수료|취업|가동|절감|감소|오[가-힣]|불량|결함|보급|가입|등록)[가-힣]{0,2}(?:률|율|도)$"
)
"""Rates that tell how well something does, not how the world is (적중률, 수료율; not 실업률, 점유율)."""
_OBSERVED = regex(
    r"(?:시험|실험|실증|시범|조사|설문|평가|가동|운영|도입|설치)|\d ?(?:개월|년|달|주|일) ?(?:간|동안)|부터 |까지 |"
    r"동안 |지난|올해|작년|상반기|하반기|첫해|\d년"
)
"""What tells when or how a rate was measured."""
_SPENT = regex(r"(?:집행|소진|불용|이월)[률율]$")
"""How much of the money was spent: nothing that was brought about."""
_STAYS = regex(
    r" ?(?:가량|정도|수준|선|대)?에(?:서|도|만)? ?(?:머물|머무|머문|머뭇|그치|그쳤|그친|그쳐|그침|불과|못 ?미[치쳤]|"
    r"맴[돌도]|정체|묶여|걸려|멈춰|멈췄|지나지 않)"
)
"""A rate that is told to have come no further: 응답률이 41%에 머물고 있다."""
_COMPARES = regex(
    r"(?:으로|로),? (?:전국|목표|전년|지난해|당초|도내|관내|평균|기준|다른|타 |계획|업계|동종|국내|같은)"
    r"[^.,“”]{0,24}?(?:웃돌|웃돈|높[았은아다]|넘[었어는긴]|앞[섰선서]|밑돌|밑돈|낮[았은아다]|못 ?미[쳤치친])"
)
"""A rate that is held against another: 생존율은 88%로 전국 평균을 웃돈다."""
_RATE_OF = regex(r"(?:비율|비중|확률|빈도)$")
_DONE = regex(
    r"(?:[가-힣]은|[본낸긴진온운튼킨른쓴든간난뀐뗀꾼친찬준둔던]|[가-힣]한|[가-힣]된) (?:[가-힣]{1,6} )?"
    r"(?:비율|비중|확률|빈도)$"
)
"""A rate described by what was done: 통화를 끝까지 받은 비율."""
_WAS = regex(r"[”\"’']?(?:이었|였|이던|뿐)")
_IS = regex(r"[”\"’']?\s?(?:이다|이라|입니다|이었|였다|였습|였으|였고|이며|이고|다(?=[.,”\"’' ]|$)|고 |라고)")


def performs(case: Case, signs: Signs) -> bool:
    """Whether a rate of how well something does is told as it was measured (석 달 동안 적중률은 81%였다)."""
    told = PERFORMED.search(case.measure) or (_RATE_OF.search(case.measure) and _DONE.search(case.whole))
    if not told or GOAL_BEFORE.search(case.before):
        return False
    if case.role == "locative" and _STAYS.match(case.text, case.fig.mention.end):
        if _SPENT.search(case.measure):
            return False
        signs.add("result", 0.5)
        signs.past = True
        return True
    if case.role == "to" and _COMPARES.match(case.text, case.fig.mention.end) and not case.planned:
        signs.add("result", 0.5)
        signs.past = True
        return True
    if case.role != "copula":
        return False
    if not (
        _WAS.match(case.text, case.fig.mention.end)
        or _OBSERVED.search(case.text, case.fig.sentence.begin, case.fig.mention.begin)
    ):
        return False
    if _IS.match(case.text, case.fig.mention.end) is None and case.tail[:1] != ".":
        return False
    signs.add("result", 0.5)
    signs.past = True
    return True
