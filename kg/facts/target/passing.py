"""Numbers that a sentence only tells in passing: places that are toured, those met, what is only supposed."""

from kg.facts.target.figure import Figure
from kg.patterns import regex

_TOURED = regex(
    r"(?:여 ?곳)?(?:을|를) (?:차례로 |직접 |모두 |일일이 |잇따라 )?"
    r"(?:돌며|돌면서|돌아다니며|찾아가|찾아다니며|찾아|찾으며|순회하며|순회하면서|방문해|방문하며|누비며|다니며|"
    r"들러|순방하며) "
    r"[^.]{0,40}?(?:알[리릴려]|설명|홍보|의견|목소리|듣|들을|들었|들으|안내|점검|소개|만나|만났|캠페인|살피|살펴|"
    r"격려|인사)"
)
"""Places to which one goes to tell or to hear something: 주민센터 9곳을 돌며 사용법을 알린다."""
_SUPPOSED = regex(r"(?:쯤|만)?(?:이라도|라도|이든|이건|이나마|나마)(?= )")
"""So many that are only supposed: 예순 명이라도 온다면."""
_MET = regex(
    r"(?:여 ?(?:명|곳))?[과와] (?:[‘'“「『<][^’'”」』>\n]{2,30}|[^.,“”]{0,24}?)"
    r"(?:미팅|대화|토론회?|토크쇼?|콘서트|포럼|워크숍|캠프|공청회|보고회|좌담회?|대담|산책|걷기|행사|집회|대회|"
    r"티타임|차담회?|간담회?)"
    r"[’'”」』>]?[을를] (?:열|연|갖|가[졌진질]|개최|진행|마련|한다|했다|하[며고])"
)
"""Those with whom a gathering is held: 시민 500명과 ‘타운홀 미팅’을 연다."""
_BOUNDS = regex(r" ?(?:미만|이하|초과)(?:인|의)? [가-힣]")
"""What only tells who is meant: 종업원 50명 미만 공장."""
_IF = regex(r"(?:여|가량|정도|쯤|만)?(?:이|이라|라)?면 ")
"""What would do: 3초면 됩니다, 변전소가 80㎿면."""
_NOT_AS_MANY = regex(
    r"(?:도|이|가|은|는)? ?(?:채 )?(?:안|못) (?:되|된|돼|됩|됐|된)|(?:이|가|도)? ?(?:채 )?(?:되지|이르지) ?(?:않|못)"
)
"""What is less than so many: 직원이 50명이 안 된다."""
_OWNED = regex(
    r"(?:여 ?[가-힣]{1,2})?[을를이가] (?:[가-힣]{1,6} )?[가-힣]{1,5}(?:고도|으면서도|면서도|는데도|ᆫ데도|음에도) |"
    r"(?:여 ?[가-힣]{1,2})?[을를] (?:이미 |벌써 |진작 )?[가-힣]{1,5} (?:둔|놓은) (?:상태|터|회사|업체|기업|곳)|"
    r"(?:여 ?[가-힣]{1,2})?[을를] (?:두고|거느리고|데리고) (?:[가-힣]{1,6}[을를에도]? )?(?:운영|협조|관리|대응|근무|있)"
)
"""What somebody has already, told only for what he does with it: 사진 4만 장을 쌓아 두고도 쓸 줄 몰랐다."""
_AGES = regex(r"(?:학생|등생|중생|고생|소년|청년|청년층|[1-9]0대|아동|어린이|아이)(?:부터|에서|와|과|·|,) ?$")
_DECADES = frozenset((10, 20, 30, 40, 50, 60, 70, 80, 90))
_TASKS = regex(
    r" ?(?:중점 |핵심 |세부 |신규 |추진 |실천 |전략 |역점 )?(?:과제|분야|부문|전략|안건|조례안?|방안|대책|항목|사업)"
    r"(?:와|과|·|,| 및|에 대한|에 걸쳐|을 담은|를 담은|으로 (?:구성|이뤄|짜))"
)
"""What a plan holds: 11개 과제와 41억원의 재정계획을."""
_IN_PARTS = regex(r"\d ?(?:개|대) ?(?:[가-힣]{2} ?)?(?:분야|부문|전략|영역|축|과제|목표|방향),? (?:총 |모두 )?$")
_TASK = regex(r" ?(?:[가-힣]{2,4} ?)?(?:사업|과제|프로젝트|시책)")
"""What a plan holds, told part by part: 3개 분야 14개 사업."""
_THAT = regex(r"(?:^| )(?:것|거|데|바|줄)$")
WHERE = frozenset(
    ("관내", "도내", "시내", "군내", "구내", "역내", "국내", "전국", "전역", "일대", "일원", "현지", "관외")
)
"""Words that tell where those counted are, not what they are."""


def passes_by(fig: Figure, text: str) -> bool:
    """Whether the words right behind a number say that it only stands by the way."""
    end, stop = fig.mention.end, fig.sentence.end
    toured = _TOURED.match(text, end, stop) or _SUPPOSED.match(text, end, stop) or _MET.match(text, end, stop)
    toured = toured or _OWNED.match(text, end, stop)
    return bool(toured or _only_bounds(fig, text) or _is_age(fig, text))


def _only_bounds(fig: Figure, text: str) -> bool:
    """Whether a number only tells who is meant, what would do, what a plan holds, or what is not reached."""
    end, stop = fig.mention.end, fig.sentence.end
    if fig.mention.kind != "percent" and (_BOUNDS.match(text, end, stop) or _NOT_AS_MANY.match(text, end, stop)):
        return True
    if fig.mention.value.unit == "개" and _TASKS.match(text, end, stop):
        return True
    begin = max(fig.sentence.begin, fig.mention.begin - 20)
    if _TASK.match(text, end, stop) and _IN_PARTS.search(text, begin, fig.mention.begin):
        return True
    return _IF.match(text, end, stop) is not None and not text.endswith("차", 0, end)


def _is_age(fig: Figure, text: str) -> bool:
    """Whether 대 counts the years of those who come (초등생부터 70대까지), not machines."""
    quantity = fig.mention.value
    if quantity.unit != "대" or quantity.value not in _DECADES or " " in text[fig.mention.begin : fig.mention.end]:
        return False
    return _AGES.search(text, max(fig.sentence.begin, fig.mention.begin - 10), fig.mention.begin) is not None


def names_nothing(measure: str) -> bool:
    """Whether the words for what is counted end with a noun that only stands for a clause (쌓여 있는 것)."""
    return _THAT.search(measure) is not None
