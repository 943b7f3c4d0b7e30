"""The words of a purpose, cleaned: times, totals, money nouns and owners go; what is left must say something."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.nouns import as_nouns
from kg.facts.allocation.words import empty_words, governments, money_nouns
from kg.lexicon import Lexicon
from kg.mentions.purse_words import purse_words
from kg.patterns import regex
from kg.spans import Span

_TIME = regex(
    r"^(?:(?:동안|사이|뒤|대로|대신|반면에?|한편|다만|반대로|그러나|하지만|그리고|여기에|또|따라|이에 따라|이로써|결국"
    r"|실제로|그사이|그새|요즘|요사이|최근|최근에|이번에|이참에|이때|그때|이날|올봄|올여름|올가을|올겨울|한때|처음|마지막으로|끝으로"
    r"|(?:\d+|[한두세네]|다섯|열)\s?년\s?짜리|등|정작|실제|오히려|이미|아직|물론|무려|이로써|당장|이날|앞서|오는|지난|또한|이어|특히|우선|먼저"
    r"|이와 함께|아울러|당초|현재|그동안|향후|앞으로|이 가운데|이중|이 중|그중|나머지|추가로|별도로|"
    r"사업 첫해인|첫해인|첫해|"
    r"(?:20\d\d|[’‘'`]\d\d)(?:년도?)?\s?[~∼～–-]\s?(?:20\d\d|[’‘'`]?\d\d)(?:년도?)?(?=\s|$)|"
    r"(?:20\d\d|[’‘'`]?\d\d(?=년))\s?(?:년도|년)?(?:\s?\(안\))?(?:분|부터|까지의|까지|의)?(?=\s)|"
    r"(?<=[해년달]\s)(?:말|초)(?=\s)|"
    r"올해분?|내년도?|내년분|지난해|작년|금년|내후년|이듬해|다음 해|올(?=\s)|매년|해마다|연간|"
    r"(?:상|하)반기|이후|연말까지|\d{1,2}월(?:까지|부터)?|\d{1,2}일(?:\s?자)?|(?:앞으로\s|향후\s)?(?:\d+|[한두세네]|다섯|"
    r"열)\s?(?:년|해)\s?(?:간|동안|새|만에)(?:에)?|전체|총|모두|평균|약|최대|최소|각각|각|한 해|연|월)(?=[\s\d]|$)\s*)+"
)


_TAKEN = regex(
    r"^(?:그|그녀|그들|이들|자신)(?:가|이)\s(?:[가-힣]+\s){0,2}?[가-힣]*(?:[는던]|[낸긴린한된킨친진온난든인받맡][은]?)\s(?=[^\s]{2,})"
)
"""Who does what with the thing: «그가 넘겨받은 X»."""
_EACH_LEAD = regex(
    r"^(?:[가-힣]{2,6}\s)?(?:(?:1|한)\s?(?:인|명|사람|가구|곳|개사|개소|대|학교|농가|팀)|업체|기업|가구|점포|학교|학생|농가|과제|사람"
    r"|호|회|건|개|대|명|인|곳|세대|어가|팀|개사|학급|마을|시설|병상|마리|㏊|ha|㎡|시간|상자|톤)당\s(?=\S)"
)
"""«학생 1인당 이용료», «업체당 임차료»."""
_ITEM_MARK = regex(r"^(?:\d{1,2}[.)]|\(\d{1,2}\)|[가-하][.)]|(?:[QA]\d{0,2}|[문답])[.):])\s(?=\S)")
_PERIOD = regex(
    r"^(?:(?:최근|향후|앞으로|지난|총|약)\s?)*(?:\d+|[한두세네]|다섯|여섯|열)\s?(?:개\s?)?(?:년|해|개월|달|주|차년)\s?(?:도\s?)?(?:간|동안)?\s?"
    r"(?:[(（][^()（）]*\d[^()（）]*[)）]\s?(?:간|동안)?|(?<=간)|(?<=동안))(?:에|에\s걸쳐|의)?(?:,?\s|$)"
)
"""«3년간(’23~’25) X», «5년 간(`18~`22)», «최근 3년(2022년~2024년)간»: for how long."""
_ITEM_BEFORE = regex(
    r"^.*\([^()]*\d[\d,.]*\s?(?:조|억|천만|백만|만|천)[\d,.조억천백만\s]*원?[^()]*\)\s?(?:,|및|와|과|·|[+/]|그리고)\s?(?=\S)"
)
"""«서버 도입(’22년 38억원) 및 실증비용(40억원)»: the item before, which has a sum of its own."""
_SPLIT_WORD = regex(r"^(?:연차|연도|재원|분야|부서|사업|항목|기관|지역|단계|차)별(?:로는|로|은|는)?\s*")
_LEAD_MARK = regex(r"^[\s\-–—―─━‐‑−△▲▶◇○●◦□■▪•·ㅇ※:;,/|①-⑳]+")
_RELATED = regex(r"(?<=\S{4})\s관련$")
_TAIL_MARK = regex(r"[\s:：,\-–—=·/(\[‘“「『〈《]+$")
_SHORT_OWNERS = frozenset(("시", "도", "군", "구", "국", "과", "총", "이", "그"))
_TAIL_AMOUNT = regex(
    r"(?:^|\s)(?:총|모두|약|최대|최소|각각|전체|합계|연간|연|월|매년|무려|불과|고작|평균|가운데|중|중에서|미화|한화|나머지|"
    r"전년도|전년|신규)$|\s?몫$|(?<=[가-힣A-Za-z’”'\"])의$"
)
_OF_GOVERNMENT = regex(r"^(?:정부|시|도|군|구|본청)(?:의)?\s(?=\S)")
_OWNING = regex(r"(?:의|가|는|이|은)?\s(?=\S)")
_ANAPHOR = frozenset(
    (
        "여기",
        "거기",
        "이곳",
        "그곳",
        "이",
        "그",
        "이번",
        "이것",
        "이를",
        "이번 사업",
        "이 사업",
        "해당 사업",
        "사업",
        "동 사업",
        "본 사업",
        "이 가운데",
        "이 중",
        "그중",
        "이중",
    )
)
_BARE = regex(
    r"^(?:이|이번|목표|신청|요청|확보|투입|예상|필요|추정|집행|최종|확정|그|해당|동|본|관련|같은|전체|"
    r"올|지원|소요|총|신규|추가|당초|자체|관련된|필요한|시|도|군|구|정부|사업|국가|세부)*$"
)
_PERSONAL = regex(
    r"(?:^|[가-힣]{1,6}\s)하나$|(?:한|1)\s?(?:사람|명|집|가구|곳|대|개|건|회|팀|학교|농가)\s?(?:앞|몫)$|"
    r"(?:\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|[스서마쉰예]\S{1,2}|수십|수백|각|매)\s?(?:곳"
    r"|명|사람|대|개사|개소|가구|업체|기업|건|팀|학교|군데|동|개|과제)(?:당|별)?$|(?:인|명|곳|업체|"
    r"기업|가구|개소|개사|팀|과제|제품|건|학교|대|농가|학생)당$|별$|에게$"
)
_NO_THING = regex(
    r"(?:^(?:[가-힣]{1,2}당\s)?(?:구입|구매|도입|조달)?\s?(?:구입가|구매가|단가|가격)|^(?:위탁|직접|자체|공동|시범)\s(?:운영|관리|수행|추진)"
    r"|(?:^|[가-힣]\s)(?:예정|완료)|[가-힣]\s(?:대수|건수|횟수|개수|수|규모|면적|기간|인원|비율|비중)|[가-힣](?:율|률)|\s(?:속도|정확도|시간|수준|시절|당시|때|자료|집계)"
    r"|\d\s?[만억조천백]*\s?원(?:뿐|쯤|씩)?|분의\s?\d+|」\s?제|(?:^|\s)(?:한|두|세|네)\s[가-힣]{1,2}|[가-힣]당\s(?:한\s해|연간|월)|\s(?:기준|대비|연속)|(?:투자|신청|구입|설치|이용|참여|선정|도입|입주|고용|신설|창업|취업)\s시|\([^()]*\d\s?[조억만][^()]*\)\s?등)$"
    r"|^(?:이상|이하|미만|초과|이내)\s"
    r"|^(?:총\s|모두\s|약\s)?\d[\d,]*\s?여?\s?(?:개|곳|건)?\s?(?:내외의?\s|안팎의?\s|의\s)?(?:신규|세부|계속|지정공모)?\s?"
    r"(?:과제|품목|사업지|부문|세부과제|권역|개소|대상지|사업장)(?:\s?\([^()]*\))?$"
)
"""Measures, times and sums: no one pays for these."""
_SOMEBODYS_WORDS = regex(
    r"(?:의|이|가)\s(?:구상|계획|방침|생각|복안|설명|입장|포부|주장|논리|의견|뜻|바람|제안|공약|약속|판단|관측|전망|셈법|심산|각오|다짐)$"
)
"""«붙인다는 게 정 구청장의 구상이다»: whose idea it is."""
_PERSON = regex(
    r"(?:^|\s)[가-힣]{1,4}\s?(?:의원|위원|위원장|부위원장|국장|과장|실장|본부장|의장|교수|군수|구청장|총장|지사|장관|회장|이사장|사무처장|후보|씨)$"
    r"|(?:^|\s)[가-힣]\s(?:시장|대표|원장|단장|소장)$"
)
_GIVERS = regex(
    r"(?:대기업|모기업|원청|본사|민간|정부|지자체|자치단체|수요기업|공급기업|주관기관|참여기업|협력기관)(?:\s등)?"
)
"""«(정부 9천만 원, 대기업 등 9천만 원)»: who pays."""
_EACH_OF = regex(r"(?<![로수식성배일정담해강])당$")
_PAPER = regex(r"(?:예산|예산안|본예산|추경|추경안|추가경정예산안?|회계|기금|계획안?|로드맵)$")
_TIME_ONLY = regex(
    r"^(?:약\s?)?(?:\d+|[한두세네]|석|넉|다섯|여섯|열|몇|수)\s?(?:년|해|달|개월|주|십\s?년)\s?(?:전|간|동안|사이)$|^(?:당장|오는|바로|지난|이날|우선|등|\s)*(?:제?\d+\s?차\s?(?:년도|연도)|\d+\s?년\s?차|제?\d\s?단계|(?:20\d\d|[’‘']\d\d)\s?(?:년도|년)?|올해|내년|내후년|지난해|재작년|그때|그날|그해|이때|그\s당시"
    r"|작년|첫해|이듬해|다음 해|올|현재|지금|당초|당시|최근|앞으로|향후|연말|연내|말|올 하반기|하반기|"
    r"상반기|\d{1,2}(?:월|일)|\d+년|지난\s?\S{1,6}|다음\s?달|이달|(?:한|두|세|\d+)\s?(?:달|시간|개월|"
    r"주)|하루|한 해)(?:\s?(?:초|말|중|안|내|상반기|"
    r"하반기|분|\d{1,2}월|\d{1,2}일|연말))*$"
)
_SHARE_OF_PURSE = regex(
    r"(?<=[가-힣A-Za-z]{2})\s(?:국비|도비|시비|군비|구비|지방비)\s?(?:부담|분담|매칭)(?:금|분|액)?$"
)
_JOINED_TIMES = regex(r"(?<=[년해월])(?:와|과|·|,)\s?")
"""«올해와 내년»: two times."""
_ANAPHORIC_OWNER = regex(
    r"^(?:이|이번|해당|그|동)\s?(?:사업|센터|펀드|시설|계획|전략|프로젝트|정책|플랫폼|시스템|서비스)(?:의|\s)\s?(?=\S)"
)
_BODYS_BUDGET = regex(
    r"^(?:[가-힣]{1,8}(?:시|도|군|구|청|부)|시|도|군|구|정부)(?:의)?\s"
    r"(?:(?:(?:내년도?|올해|새해|20\d\d년도?)\s)(?:본|당초|전체\s?)?예산안?|(?:본|당초|전체\s?)?예산안)$|"
    r"^(?:20\d\d년도?|내년도?|올해|새해)\s[가-힣]{1,8}(?:시|도|군|구)(?:의)?\s(?:본|당초|전체\s?|총\s?)?예산안?$"
)
_WHOLE_BUDGET = regex(
    r"(?:[가-힣]{1,8}(?:시|도|군|구|청|정부|부)|시|도|군|구)(?:의)?\s(?:전체|총|자체|본청|"
    r"한 해)\s?(?:살림|예산안?|재정|예산 규모)$"
)
_OTHERS_BUDGET = regex(
    r"^\S{0,8}(?:교육청|정부|지자체|대학|기업|공단|공사|재단|본청|민간|"
    r"업체)(?:의)?\s(?:자체\s)?(?:예산|부담금?|분담금?|지원금?|출연금?|자금|재원|몫)$"
)
_PURSE = regex(
    r"(?:부담금|분담금|부담분|분담분|출연금|교부세|교부금|특별회계|개발기금|지원기금|균형기금|소멸대응기금)$"
)
_HANDED_TO = regex(
    r"(?:[가-힣A-Za-z0-9·]{1,14}\s)?[가-힣A-Za-z0-9·]{0,14}(?:재단|진흥원|연구원|(?<!지)(?<!병)(?<!정)(?<!공)원|공사|공단|센터|대학교?|테크노파크)(?:\s설립)?\s(?:출연금|출자금|위탁금|위탁비)"
)
"""«산업진흥원 출연금은 27억 원»: what a body of the government is given each year."""
_BUDGET_LIKE = ("예산", "살림", "재정")
"""What every way of `_WHOLE_BUDGET` and `_BODYS_BUDGET` holds."""
_MARKED_NAME = regex(r"[’'”」]\s\S+$")
_ASIDE = regex(
    r"(?:여건|형편|사정|편의|성격|절차|규정|관례|구조|일정|현실|재정)상$|^(?:국비|시비|도비|군비|구비|지방비)\s?(?:보조금?|지원금?|매칭|분담|부담)$"
)
"""How or whose: «재정 여건상 2억 원까지», «시비 보조가 17억 원»."""
_TAIL_TIME = regex(r"(?:의)?\s(?:올해|내년도?|지난해|금년|20\d\d년도?)$")
_SOME = r"상당액|상당수|상당분|상당\s부분|대부분|태반|과반|절반|일부"
_SOME_OF = regex(rf"(?<=[가-힣A-Za-z’”])\s(?:가운데|중)(?:에서)?\s(?:{_SOME})$")
_ONE_OF = regex(
    rf"(?:의|\s중|\s가운데)\s(?:{_SOME}|하나|한 축|일환|핵심|일부분|반값|전부|전액|얼마|\d[\d.]*\s?(?:%|퍼센트)"
    r"|[0-9한두세]\s?분의\s?[0-9한두세일이삼])(?:가량|정도|씩)?$"
)
_LETTER = regex(r"[가-힣A-Za-z]")
_FIGURE = regex(r"[\d.,]+\s?\S{0,3}$")
_PURSE_AND_FIGURE = regex(r"(?:국비|시비|도비|구비|군비|민자|지방비)\s?\d")
_BLANK_OR_MARK = regex(r"[\s‘’'\"“”()]")
_BETWEEN_WORDS = regex(r"[\s·,]+")
_GLOSS = regex(r"(?<=\S)\s?\((?:이하[^()]{1,24}|[A-Za-z&·\s]{1,24}|[\u3400-\u9fff]{1,8})\)(?![·ㆍ・‧,])(?!\S*\()")


@dataclass(frozen=True, slots=True)
class Purpose:
    """The wording, its place, the way of writing (feature) and whether it only names a kind of cost (운영비)."""

    text: str
    span: Span
    feature: str
    cost: bool = False


@lru_cache(maxsize=4)
def _money_tail(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = sorted(money_nouns(lexicon), key=lambda w: (-len(w), w))
    purses = sorted(purse_words(lexicon), key=lambda w: (-len(w), w))  # 연구비 is no 구비: only as words of their own
    return re.compile(
        r"(?:(?:^|(?<=\s)|(?<=[가-힣A-Za-z)’'”」]))(?:" + "|".join(re.escape(w) for w in nouns) + ")"
        r"|(?<![가-힣A-Za-z])(?:" + "|".join(re.escape(w) for w in purses) + r"))(?:\s?등)?$"
    )


def without_time(text: str, begin: int, end: int) -> Span:
    """The words without leading times, marks and owners: «5년 동안 AI 분야» is AI 분야."""
    return Span(*_bounds(text, begin, end))


def without_gloss(words: str) -> str:
    """The words without «(AI)», «(이하 X)»."""
    return " ".join(_GLOSS.sub("", words).split())


_GAP = regex(r"(?<=\S)(?:\t\s*| {2,})(?=\S)")
"""What parts a form's label from what it tells, and one cell from the next."""
_SPREAD = regex(r"[가-힣](?:\s+[가-힣]){1,5}")
"""A label whose letters stand apart to fill its column: «사 업 비», «예    산»."""
_UNIT_OF_LINE = regex(r"\s?[(（]\s?(?:단위\s?[:：]?\s?)?(?:천|만|백만|천만|억|십억|조)\s?원\s?[)）]?$")


_HEADED = regex(
    r"\s?\((?:공동\s?)?(?:위원장|의장|단장|본부장|원장|이사장|대표(?:이사)?|총장|회장|센터장|소장|청장|장관|시장|군수|구청장|도지사)\s[가-힣]{2,4}\)$"
)
"""Who heads what stands before it."""


def wording(clause: Clause, begin: int, end: int, lexicon: Lexicon, *, keep_paper: bool = False) -> Purpose | None:
    """Clean ``text[begin:end]``: times, totals and money nouns go, what is left must say something."""
    text = clause.analysis.text
    begin = max([begin, *(gap.end() for gap in _GAP.finditer(text, begin, end))])
    begin, end = _bounds(text, begin, end)
    if headed := _HEADED.search(text, begin, end):
        end = headed.start()  # 예산결산특별위원회(위원장 도윤재)
    begin, end = _bounds(text, _behind_owner(clause, begin, end), end)
    if begin >= end:
        return None
    if some := _SOME_OF.search(text, begin, end):
        end = some.start()  # «설비 보조금 가운데 상당액»
    nouns = as_nouns(text, clause.sentence, begin, end)
    if nouns is None:
        return None
    begin, end = _bounds(text, nouns.begin, nouns.end)
    if begin >= end:
        return None
    if unit := _UNIT_OF_LINE.search(text, begin, end):
        begin, end = _bounds(text, begin, unit.start())  # «사업비(억 원): 국비 50, 시비 30»
    words = text[begin:end]
    if _SPREAD.fullmatch(words) and "".join(words.split()) in empty_words(lexicon) | money_nouns(lexicon):
        return None
    whole = _whole_budget(words)
    if whole:
        return Purpose(" ".join(whole.group().split()), Span(begin + whole.start(), end), "")
    money_tail = _money_tail(lexicon)
    if (glossed := _NAME_WITH_GLOSS.fullmatch(words)) is not None:
        words = glossed["name"]
    one = _ONE_OF.search(words)
    if one:
        words = words[: one.start()]
    if _MARKED_NAME.search(words) and (purse := _PURSE.search(words)) is not None:
        words = words[: purse.start()].rstrip()  # «‘X’ 출연금»
    if (share := _SHARE_OF_PURSE.search(words)) is not None:
        words = words[: share.start()]  # «AI 실증밸리 시비 부담분»
    if (handed := _HANDED_TO.fullmatch(words)) is not None:
        return Purpose(words, Span(begin, begin + len(words)), "", cost=handed is not None)
    if _OTHERS_BUDGET.match(words) or _PURSE.search(words) or _ASIDE.search(words):
        return None
    for _ in range(4):  # «AI 교육 사업 예산 총» loses 총, then 예산
        cut = (
            _FOR_ONE.search(words)
            or _PRICE_OF_ONE.search(words)
            or _ITS_DOOR.search(words)
            or _ITS_STATE.search(words)
            or _RELATED.search(words)
            or _TAIL_TIME.search(words)
            or _TAIL_AMOUNT.search(words)
            or _TAIL_MARK.search(words)
        )
        if cut:
            words = words[: cut.start()]
            continue
        tail = money_tail.search(words)
        if tail:
            bare = words[: tail.start()].rstrip(" 의·,")
            if bare in _EVENTS:
                return Purpose(bare, Span(begin, begin + len(bare)), "")
            if tail.group().strip() == "돈" and bare:
                return None  # «열에 일곱이 A시 돈이다»: whose it is
            short = len(bare) < 3 or bare in ("인공지능", "인공지능(AI)", "인공지능(人工知能)")
            if bare and short and bare not in _SHORT_OWNERS and not _says_nothing(bare, lexicon):
                keep_paper = True  # «AI 예산» says more than AI
                break
            if bare in _GRANTS and not words[tail.start() - 1 : tail.start()].isspace():
                break  # «이전보조금», «운영지원금»
            trial = bare.endswith("시범") and tail.group().startswith("사업")
            words = f"{bare}사업" if trial else bare  # «주치의 시범사업비»
            continue
        break
    words = re.sub(r"\s?\(안\)$", "", words) if _PAPER_DRAFT.match(words) else words.rstrip()
    grant = words.endswith(("보조금", "지원금", "장려금")) and words[:-3] in _GRANTS
    if (_says_nothing(words, lexicon) and not grant) or words in _ANAPHOR or is_time(words):
        return None
    if words.endswith(("와", "과")) and _says_nothing(words.split()[-1], lexicon):
        words = words[: -len(words.split()[-1])].rstrip()  # «도비와 시비 5억 원»
        if not words:
            return None
    if words.endswith(("와", "과")) and _joins(clause, begin + len(words)):
        return None  # «건물과 시비 74억 원을 댄다»: given beside the sum
    if _is_subject(clause, words, begin + len(words)) or _RATE.search(words):
        return None
    if words.endswith("비") and words[:-1] in governments(lexicon):
        return None  # «가온시비»: whose it is
    if (
        _NO_THING.search(words)
        or _SITTING.search(words)
        or _SOMEBODYS_WORDS.search(words)
        or _PERSON.search(words)
        or _PERSONAL.search(words)
        or _EACH_OF.search(words)
        or _GIVERS.fullmatch(words)
        or not _LETTER.search(words)
    ):
        return None
    if not keep_paper and _PAPER.search(words):
        return None
    if _FIGURE.match(words) or _PURSE_AND_FIGURE.search(words):
        return None
    if len(_BLANK_OR_MARK.sub("", words)) < 2 and words not in ("땅", "집", "차", "배"):
        return None
    span = Span(begin, begin + len(words))
    if _only_places(clause, span):
        return None
    return Purpose(_unquoted(_INNER_TIME.sub(" ", words).replace("*", "")), span, "")


_PAPER_DRAFT = regex(r"(?:본|세출|추경|소요|요구|편성)?\s?예산\s?\(안\)$")
_INNER_TIME = regex(r"(?<=[가-힣A-Za-z’”])의\s(?:올해|내년도?|지난해|새해|금년|20\d\d년도?)(?:의|분)?\s(?=\S)")
"""«길동무의 내년 운영비» is 길동무 운영비."""
_NAME_WITH_GLOSS = regex(r"(?P<name>[‘“「『][^’”」』]{2,40}[’”」』])\s?\([^()\d]{1,20}\)")
"""«‘X’(중앙공원)»: where it stands."""
_GRANTS = frozenset(
    (
        "이전",
        "운영",
        "설치",
        "유치",
        "정착",
        "창업",
        "고용",
        "시설",
        "구입",
        "도입",
        "교체",
        "연구",
        "활동",
        "재정착",
        "입주",
        "출산",
        "참여",
        "임대",
        "개발",
        "사업화",
    )
)
"""What a grant is named after in one word."""
_PRICE_OF_ONE = regex(r"(?<=\S)\s(?:한|1)\s?(?:대|개|명|곳|채|장|권|회|번|세트|벌)(?:\s(?:값|가격|단가|비용))?$")
"""«단말 한 대 값 38만 원» is for the 단말."""
_FOR_ONE = regex(
    r"(?<=[가-힣](?:비|료|값|금|용))\s(?:대|개|명|곳|채|장|권|동|건|회|팀|호|면|가구|세대|개소|인|1인|학교|업체|기업|농가)당$"
)
"""«설치비 대당 650만 원» is for the 설치비."""
_ITS_STATE = regex(
    r"(?<=[’'”\"」』])\s(?:결성|조성|구축|설립|추진|운영|시행|건립|도입|착수|개소|설치|개최"
    r"|공모)\s(?:예정|계획|완료|중|준비)$"
)
"""«20억 원을 출자하는 ‘X 펀드’ 결성 예정»."""
_ITS_DOOR = regex(r"(?<=[가-힣A-Za-z’”'\"」])의\s(?:문|간판|닻|돛|첫발|첫\s?삽|막|시동|포문)$")
"""«도서관의 문을 닫는다», «센터의 첫 삽을 뜬다»."""
_EVENTS = frozenset(("행사", "축제", "대회", "용역", "공사", "교육", "홍보", "포럼", "전시", "훈련", "연수", "공연"))
_RATE = regex(r"(?:보조율|비율|분담률|부담률|집행률|증가율|확보율|삭감률|이자율|점유율|대출|셈)$")
_GOVERNMENT_SUBJECT = regex(
    r"(?:^|[\s와과·,])(?:우리\s?)?(?:[가-힣]{1,6}(?:특별시|광역시|특별자치시|특별자치도|시청|도청|군청|구청)|시|도|군|구|국가|정부)(?:가|이)(?:$|\s)"
    r"|^[가-힣]{2,5}(?:시|군|구)가$"
    r"|(?:혼자|홀로|단독)$"
)
_SHARE_OF = ("분", "액", "몫", "치")
_COUNTED = regex(
    r"[’‘]?\d[\d,.~∼–-]*(?:%|년|월|일|차|회|명|곳|개|건|대|종|학기|분기|주|억|만|천|여)*(?:째|차|간|쯤)?(?:에|의|도)?$"
)


def _says_nothing(words: str, lexicon: Lexicon) -> bool:
    """Whether the words are none but such as never tell a purpose: «돈 중», «9월 편성», «부서 요구액»."""
    if _BARE.match(words.replace(" ", "")):
        return True
    empty, told = empty_words(lexicon), _BETWEEN_WORDS.split(words.strip())
    return all(not w or _is_empty(w.rstrip("의와과") or w, empty) or w in empty or _COUNTED.match(w) for w in told)


def _is_empty(word: str, empty: frozenset[str]) -> bool:
    """Whether a word tells no purpose: one of the table, a share of one (금년도분), or two put together (예산현액)."""
    if word in empty or (len(word) > 2 and word.endswith(_SHARE_OF) and word[:-1] in empty):
        return True
    return any(word[:i] in empty and word[i:] in empty for i in range(2, len(word) - 1))


def _joins(clause: Clause, place: int) -> bool:
    """Whether a particle of joining ends at a place."""
    return any(t.end == place and t.tag in ("JC", "JKB") for t in clause.sentence.tokens)


def _is_subject(clause: Clause, words: str, end: int) -> bool:
    """«가온시가 6억 원», «도와 시가 480억 원씩»: who pays, read as one noun."""
    if _GOVERNMENT_SUBJECT.search(words):
        return True
    return words.endswith(("가", "이")) and any(p.end == end - 1 for p in clause.places)


_NEARBY = regex(r"(?:인접|이웃|인근|옆|타|다른)\s(?:도시\s|지자체\s)?")
"""«인접 나래구(98만 원)보다»."""
_JOINTS = regex(r"[\s·,와과및의]|등")


def _only_places(clause: Clause, span: Span) -> bool:
    """«나래시», «가람도·나래시», «나래시와»: names of governments and regions, whose money it may be."""
    text, end = clause.analysis.text, span.begin
    if near := _NEARBY.match(text, span.begin, span.end):
        span, end = Span(near.end(), span.end), near.end()
    rest = ""
    for place in clause.places:
        if place.begin < span.end and end <= place.begin:
            rest += text[end : place.begin]
            end = max(end, place.end)
    if end == span.begin:
        return False
    return not _JOINTS.sub("", rest + text[end : span.end])


_OUT_OF = regex(
    rf"^[^‘“]{{0,24}}?(?:가운데|중에서|(?<=예산안\s)중|(?<=예산\s)중|(?<=추경안\s)중)\s(?!(?:{_SOME}|상당|나머지|얼마)[가-힣]{{0,3}}$)(?=\S)"
)
_CASE = regex(r"^[^,]{2,30}의\s경우(?:에는|에도|는)?,?\s(?=\S)")
"""«돌봄반의 경우 같은 일을 하는 앱»: of which thing is spoken."""
_SITTING = regex(
    r"^제?\d+\s?(?:회|차)\s[^‘“]{0,30}(?:회|심사|심의|회의)$|(?:예산안?|추경안?|결산)\s?(?:예비\s?|종합\s?)?(?:심사|심의)$"
    r"|(?:^|\s)(?:정례회|임시회|본회의|계수조정|예비심사|종합심사|상임위|예결위)(?:\s(?:회의|심사|심의))?$"
)
"""Where a council sits, and what no money is for."""
_SELF = regex(r"^(?:자체|순수|별도)\s(?=\S)")
_OF_OFFICES = regex(
    r"^(?:[가-힣A-Za-z·]{1,10}(?:과|국|실|단|담당관|본부|사업소)(?:와|과|·|,)?\s?){1,3}(?:의|소관)\s(?=\S)"
)
_POINTING = regex("|".join(p.pattern for p in (_SELF, _CASE, _ANAPHORIC_OWNER, _OUT_OF, _OF_OFFICES)))
_LEAD = regex(
    "|".join(p.pattern for p in (_LEAD_MARK, _ITEM_MARK, _EACH_LEAD, _SPLIT_WORD, _PERIOD, _ITEM_BEFORE, _TIME))
)


def _behind_owner(clause: Clause, begin: int, end: int) -> int:
    """Where the words go on behind the government whose they are: «나래시의 AI 돌봄»."""
    text = clause.analysis.text
    if _whole_budget(text[begin:end]):
        return begin
    for place in clause.places:
        if place.begin == begin and re.match(r"[이가]\s", text[place.end : place.end + 2]) and place.end + 2 < end:
            return place.end + 2  # «충남이 AI에 3조 원을 쓴다»
        if place.begin == begin and place.end < end and text[place.end - 1] in "시도군구부처청":
            owning = _OWNING.match(text, place.end, end)
            if owning and not text.startswith(("예산", "전체"), owning.end()):
                return owning.end()
    return begin


def _whole_budget(words: str) -> re.Match[str] | None:
    """«나래시 전체 예산», «시 새해 예산안»: the whole budget of a body."""
    if not any(word in words for word in _BUDGET_LIKE):
        return None
    return _WHOLE_BUDGET.search(words) or _BODYS_BUDGET.match(words)


def _bounds(text: str, begin: int, end: int) -> tuple[int, int]:
    while True:
        words = text[begin:end]
        pointing = _POINTING.match(words)
        if pointing:
            begin += pointing.end()
            continue
        lead = _LEAD.match(words)
        if lead and lead.end():
            begin += lead.end()
            continue
        taken = _TAKEN.match(words)
        if taken:
            begin += taken.end()
            continue
        if words.startswith(("규모의 ", "상당의 ", "짜리 ")):
            begin += words.index(" ") + 1
            continue
        if _whole_budget(words):
            return begin, end
        owner = _OF_GOVERNMENT.match(words)
        if owner and not words[owner.end() :].startswith(("예산", "전체")):
            begin += owner.end()
            continue
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        return begin, end


_REVERSED = regex(r"(?<![가-힣A-Za-z0-9])[’”]([^‘’“”]{2,40})[‘“]")


def _unquoted(words: str) -> str:
    """Marks that enclose the whole wording go; inner ones stay, set right where they stand the wrong way round."""
    words = _REVERSED.sub(r"‘\1’", words)
    pairs = {"‘": "’", "“": "”", "'": "'", '"': '"', "「": "」", "『": "』", "<": ">", "〈": "〉"}
    while len(words) > 2 and pairs.get(words[0]) == words[-1]:
        words = words[1:-1]
    opened = sum(words.count(c) for c in "‘“「『")
    closed = sum(words.count(c) for c in "’”」』")
    if opened != closed and words and words[-1] in "’”」』":
        words = words[:-1]
    elif opened != closed and words and words[0] in "‘“「『":
        words = words[1:]
    return without_gloss(words)


def is_time_or_count(words: str) -> bool:
    """Whether the words tell a time, or one of many (한 곳, 업체당)."""
    return is_time(words.strip()) or bool(_PERSONAL.search(words))


def is_time(words: str) -> bool:
    """Whether the words tell a time and nothing else."""
    return all(_TIME_ONLY.match(part) for part in _JOINED_TIMES.split(words))
