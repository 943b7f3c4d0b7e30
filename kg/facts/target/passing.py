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
_THAT = regex(r"(?:^| )(?:것|거|데|바|줄)$")


def passes_by(fig: Figure, text: str) -> bool:
    """Whether the words right behind a number say that it only stands by the way."""
    end, stop = fig.mention.end, fig.sentence.end
    return bool(_TOURED.match(text, end, stop) or _SUPPOSED.match(text, end, stop) or _MET.match(text, end, stop))


def names_nothing(measure: str) -> bool:
    """Whether the words for what is counted end with a noun that only stands for a clause (쌓여 있는 것)."""
    return _THAT.search(measure) is not None
