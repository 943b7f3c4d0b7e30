"""Words and runs that the ways of telling a purpose have in common."""

import re

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.wording import Purpose, is_time
from kg.patterns import regex

QUANTITY = regex(
    r"\s?(?:약|총|모두)?\s?\d[\d,.]*(?:\s?(?:만|천|백)(?:\s?\d[\d,.]*)?){0,3}\s?여?\s?(?:명|곳|개소?|대|건|가구|팀|개사|개\s?사"
    r"|종|호|동|식|기|채|면|마리|인|㎞|km|킬로미터|m|미터|㎡|㏊|ha|헥타르|톤|t|㎿|MW|㎾|kW|석|실|개\s?층|층|필지|량|세트|과제|개)(?:씩|여)?$"
)


PLACE = regex(
    r"^(?!\S*(?:도시|전시|감시|표시)$)[가-힣]{2,3}(?:시|군)$|^(?!연구|기구|도구|가구|농구|축구|야구|친구|입구|출구|항구|지구|특구|"
    r"인구|요구|청구)[가-힣]{1,3}구$"
)


_SITE = regex(
    r"(?:단지|산단|지구|자유무역지역|경제자유구역|(?:\s|[가-힣])(?:구역|지역|지대|권역)|부지|유휴지|나대지|공터|(?:시|군|구|국|도|공|사)유지|농지|임야|필지|(?:\s|나루|공|빈|장|집|옛|학교|공장)터|일대|일원|(?<!일)자리|옆|앞|뒤|인근|근처|주변|캠퍼스|청사|[시군구도]청"
    r"|(?<![지영용방검통])역|광장|공원|공항|(?<!사)(?<!조)(?<!이행사)항|마을|섬|해변|해수욕장|해안|강변|천변|산자락|건물|[0-9]층|옥상|지하|옛\s\S+"
    r"|폐교|혁신도시|신도시|도심|외곽|변두리|한복판|어귀|들머리|초입|생활권|읍내|중심가|번화가|접경|교차로|나들목|터미널|선착장|시내|관내|클러스터|밸리|타운|\s안|\s내)$"
)
_VILLAGE = regex(r"(?:^|\s)[가-힣]{1,5}\d?(?:읍|면|동|리|가|로|길)(?:\s\S+)?$")
_NO_VILLAGE = regex(
    r"(?:활동|운동|노동|이동|행동|작동|가동|자동|관리|처리|정리|수리|분리|심리|원리|물리|요리|소리|화면|측면|국면|전면|도면|장면|평가|진로|통로|국가|전문가"
    r"|농가|물가|증가|추가|참가|허가|인가)(?:\s\S+)?$"
)


def is_place(words: str) -> bool:
    """Whether a goal tells where something is built, not what the money is for; a name in marks is no place."""
    if re.search(r"[‘’“”「」『』'\"]", words):
        return False
    return bool(_SITE.search(words) or (_VILLAGE.search(words) and not _NO_VILLAGE.search(words)))


KIND = regex(
    r"(?:^|\s|급\s?|의\s)(?:사업|시설|(?:산하|출자|출연|부속|소속|유관)?기관|제안|주장|요구|요청|건의|구상|내용|얘기|이야기|취지|뜻|바람|조직|연구소|연구원|재단|기구|펀드|기금|플랫폼|시스템|서비스|장비|건축물|공간|거점|센터|계획|프로젝트|단지|공장|곳|건물|일|작업|구상|액수|규모|돈|"
    r"금액|과제|정책|공사|R&D|연구개발)$"
)


TOLD_AT = regex(
    r"(?:브리핑|회견|간담회|설명회|보고회|발표회|토론회|공청회|좌담회|포럼|세미나|회의|총회|협의회|협약식|선포식|발대식|출범식|착공식|기공식"
    r"|준공식|개소식|시연회|위원회|당정협의)(?:\s?(?:개최|운영))?$"
)
"""Where a sum is told, and what it is not for: «브리핑을 열어 90억 원을 들이는 계획을 공개했다»."""
SPELLED = regex(
    r"\s(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:곳|개소|군데|동|기|척|채|개|대|벌|량|명|마리|종|편|쌍|세트|꼭지|갈래|가지|그루)$"
)


def before_count(text: str, begin: int, end: int) -> int:
    """Where the number of things that ends a phrase begins, else the phrase's end: «로봇 1천200대와 300대» -> 로봇."""
    counted = QUANTITY.search(text, begin, end) or SPELLED.search(text, begin, end)
    if counted is None:
        return end
    joined = _JOINED_COUNT.search(text, begin, counted.start())
    return before_count(text, begin, joined.start()) if joined else counted.start()


_JOINED_COUNT = regex(r"(?<=[가-힣a-zA-Z])(?:와|과|,|·)\s?$")


OPENS = frozenset("‘“「『'\"<〈")
"""The marks that open a name."""
GOAL_PARTICLES = ("에", "에는", "에도", "에만", "에까지", "에다", "에다가", "엔", "에선")


def told_by(found: Purpose | None, feature: str) -> Purpose | None:
    """The purpose under the way of writing that told it; a kind of cost (운영비) is marked as such."""
    if found is None:
        return None
    cost = bool(re.search(r"(?:홍보|비|비용|료|인건비|수당|상금|장려금|운영비)$", found.text))
    return Purpose(found.text, found.span, feature, cost)


def spread(clause: Clause, place: int) -> int:
    """Where the phrase at ``place`` begins, with the nouns joined to it by commas."""
    chunks, text = clause.row.chunks, clause.analysis.text
    begin = chunks[place].begin
    i = place - 1
    while i >= clause.left:
        chunk = chunks[i]
        if chunk.kind == "noun" and chunk.particle == "," and chunk.money is None and not _ends_topic(chunk, text):
            begin = chunk.begin
            i -= 1
        elif chunk.kind == "adverb" and chunk.lemma in ("및", "또는"):
            i -= 1
        else:
            break
    return begin


def _ends_topic(chunk: Chunk, text: str) -> bool:
    return bool(is_time(text[chunk.begin : chunk.end]))


def words_of(clause: Clause, chunk: Chunk) -> str:
    """The text of a chunk, without its particle."""
    return clause.analysis.text[chunk.begin : chunk.end]


MOVES = frozenset(("줄이", "늘리", "키우", "높이", "책정", "잡", "확정", "의결", "조정"))


RECEIVES = regex(
    r"(?:기업|업체|회사|농가|가구|주민|시민|도민|구민|학생|청년|어르신|노인|대학|학교|점포|가게|상인|소상공인|참여자|교육생|수료생|수강생|창업자|예비창업자"
    r"|사람|분|명|곳|팀|개사|협력사|병원|어민|어가|농민|입주사|창업팀|가정|세대|마을|자|생)들?$"
)


OWN_PAPER = regex(
    r"(?:(?:정작|당장|이미|아예)\s)?(?:(?:올해|내년도?|지난해|새해|20\d\d년도?)\s)?(?:[가-힣]{0,8}(?:시|도|군|구|청|부)\s)?"
    r"(?:(?:제?\d\s?(?:회|차)|본|당초|수정|세출|정부|첫)\s?)*(?:예산안?|추경안?|추가경정예산안?|본예산안?|당초예산안?|세출예산안?)$"
)
"""The budget of somebody, which is where a sum stands and not what it is for: 내년 예산안, 정부 예산안."""
