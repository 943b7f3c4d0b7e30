"""Which numbers of a document may be targets, by their unit, their role and what stands beside them."""

from collections.abc import Iterator

from kg.facts.target.counters import counts_districts, counts_here, names_districts
from kg.facts.target.differences import is_raised, only_remarks
from kg.facts.target.figure import Figure, figure
from kg.facts.target.lengths import lengths_changed
from kg.facts.target.words import TargetWords
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, MentionKind, Mentions, Quantity
from kg.patterns import regex

MARKS: tuple[MentionKind, ...] = ("date", "period", "quantity", "percent", "money", "duration")
HEADINGS = ("title", "subtitle")
_MONEY_SHARE = regex(
    r"(?:비|비용|예산|금액|자금|매출|(?<!지)금|액|규모|사업비|재정)(?:의|는|은)?\s*(?:약|최대|전체)?\s*$"
)
_SO_MUCH_OF = regex(r"(?:가량|정도)?인 (?:약 |총 )?\d")
"""A share that only tells how much the number behind it is: 전체의 80%인 190곳."""
DIFFERENCE = regex(
    r" ?(?:이나 |가량 |정도 )?(?:더 )?(?:많은|적은|늘어난|줄어든|늘린|줄인|모자란|넘는) "
    r"(?!(?:바|적|것|데|뒤|후|덕|덕분|덕택|셈|공로|성과|결과|사례|실적|경험|전력|곳|모범)"
    r"(?=[ ,.]|[이가을를은는에으도로만]|입|이다))"
)
"""By how much another number is larger or smaller: 지난해보다 45곳 많은 120곳."""
_HOW_OFTEN = regex(r"(?:^|[ (])(?:주|매주|월|매월|매달|하루|격주|분기|일주일|한 달)(?:에|마다)? ?(?:최대 )?$")
"""How often something is done: 주 2회 방제한다."""
_COHORT_OF = regex(r" \d[\d,]* ?(?:여 ?)?(?:명|팀|개)")
_AND_LESS = regex(r" ?\d{1,2} ?[분초]")
"""The rest of a length of time in smaller units: 4분 30초."""
_HIRED_AT = regex(r"(?:여 ?곳)?에 (?:[가-힣]{2,4} )?(?:채용|취업|입사|취직)(?:된|됐|되|한|했|하)")
"""Those at whom people are hired: 졸업생은 기업 11곳에 우선 채용된다."""
_MEANS = regex(
    r"[^.,“”\"\d]{0,20}?(?:[을를] (?:활용|이용|동원|사용)(?:해|하여|해서|한)(?=[ ,])|"
    r"[을를] (?:토대|바탕|기반|매개)로(?=[ ,])|[을를] 통해(?:서)?(?=[ ,]))"
)
"""What only serves to do something else: 8개 언어 통역 AI를 활용해."""
_SAVED = regex(r" ?(?:이상|가량|정도|까지)? ?(?:절감|감축|절약|인하|경감|아끼|아낄|줄이|줄일|낮추|낮출)")
"""A cost that is brought down: 물류비 18% 절감."""
_ATTRIBUTE = regex(r"\s?(?:여|남짓|가량|정도|수준)?\s?(?:인|이던|이었던|였던) ")
_SIZES = ("크기", "넓이", "면적", "규모의", "분량", "길이", "짜리", "높이의", "높이로 ", "높이 ", "높이에")
_BESIDE = ("옆", "앞에", "뒤에", "위에", "아래에", "사이", "맞은편", "찬성", "반대")
_AMONG = ("가운데", "중 ", "중에", "중,")
_PROJECTS_PAID = regex(
    r" ?(?:[가-힣]{2,6} )?(?:사업|프로젝트|과제|시책|공모)에(?:는|만)? [^.]{0,24}?\d[\d,.]*(?:조|억|만| ?원)"
)
"""Projects into which money goes are what a budget pays, not what is delivered: 16개 사업에 96억원을 쓴다."""
_POLLED = regex(
    r" ?(?:여 ?명)?(?:을|를|에게) (?:대상으로 )?(?:한 |진행한 |실시한 |벌인 )?[^.,]{0,14}"
    r"(?:설문|조사[를한해 ]|여론|물은 결과|설명회|간담회|공청회)"
)
"""Those asked or invited once are no goal: 시민 1,500명을 대상으로 설문조사를 한다."""
_SITTING = regex(r" ?(?:추경|추가경정|임시회|정례회|회기|본회의|연속|말|차)")
_SIZED = regex(r" ?(?:규모 ?(?:의 )?|짜리 ?|급 )[가-힣A-Za-z‘'「]")
_PART = r"(?:\s[^,.]|[^\s,.][^,.])[^,.·]{0,19}(?:·[^,.·]{0,20})*"
_NAMED_BEFORE = regex(rf"[가-힣A-Za-z)]\s?[,·]{_PART}(?:,{_PART})*\s(?:등\s)?$")
_TAKE_PART = regex(
    r"\s?(?:기관|기업|업체|단체|대학|시군|시·군|지자체|개사|부처|부서|시도|시·도|학교|팀|나라|도시|협회|연구원)?(?:[이가은는을를])?\s"
    r"(?:(?:함께|공동으로|모두)\s)?(?:참여|참가|참석|뭉|손을|모였|나섰|[가-힣]{2,6}(?:으로|로)\s(?:정|뽑|선정|지정))"
)
"""A count of those named right before it is no goal: «A, B 등 16개 기관이 참여», «A, B 세 곳을 운용사로 정했다»."""
_CHOSEN = regex(r"\s?(?:\S{1,4})?[을를]\s(?:최종\s|새로\s|각각\s)?(?:선정|지정|뽑|골랐)")
_TOLD_OF = regex(
    r" ?(?:[가-힣]{2,6} )?(?:사업|프로젝트|시책|정책|대책|방안|계획)[을를] (?:[^ .,]{1,8} ){0,2}?"
    r"(?:공개|발표|제시|담[은았기는]|확정|내놓|내놨|마련|소개|설명|포함)"
)
"""Projects that a plan is told to hold are its contents: 10개 사업을 공개했다."""
_PER_PRICE = regex(
    r" ?(?:에|당|마다)(?:는|만)? (?:연간? |월 |최대 |평균 |약 |단돈 )?\d[\d,.]*[십백천만억조 \d]*원"
    r"(?!.{0,3}(?:까지|이내))"
)
"""What a price is told for: 논 1㏊에 3만원."""
_OUT_OF = regex(
    r"(?:열|백|다섯|세|네|스무|10|100|5|3|4|20) ?(?:곳|명|개|대|가구|집|사람|분|건) ?(?:중|가운데)(?:에)?(?:서)? $"
)
"""A ratio: 열 곳 중 여덟 곳."""
_NAMED_SO = regex(
    r"[‘「『<《](?!(?:[^’」』>》]*(?:[을를다요까로]|에게?) ?(?:[’」』>》]| )))[^’」』>》\n.,“”]{3,24}[’」』>》]"
)
"""A name that begins with a number: ‘1004섬 관광패스’."""
_WHOSE_RATE = regex(r" ?(?:여 ?곳)?의 (?:[가-힣A-Za-z]{1,8} ){0,3}[가-힣]{1,8}[률율](?=[을를은는이가의도 ])")
"""Those whose rate is told: 협력사 64곳의 설비 가동률을."""
_SEEN = regex(r" ?[을를이가] [^.,]{0,12}?는 (?:모습|장면|날|세상|풍경|광경|시대)")
"""What is only pictured: 병원 200곳을 바꾸는 모습을."""
_COMPARED = regex(r" ?[)）] ?(?:보다|에 비해|에 견줘|대비|와 비교)")
"""With what another number is compared: 지난해 같은 기간(2,980건)보다."""
SO_FAR = "현재|현|기존|지금|종전|전년도?|작년|지난해|전년 동기|재작년"
"""When there was what a bracket beside a goal tells."""
RESULTS = "(?:올해|현재|지난해|작년|전년도?) ?실적"
_BRACKETED_NOW = regex(rf"[(（](?:{SO_FAR}|당초)(?: ?(?:실적|기준|말))? ?$|{RESULTS} ?[(（] ?$")
"""What there is now, in a bracket behind the goal: 96대 설치(현재 22대)."""
_BRACKETED_YEAR = regex(r"[(（](?P<year>20\d\d)년 ?(?:말 ?)?$")
_YEARS = regex(r"20\d\d(?=년)")
_JOINING = regex(r"[가-힣A-Za-z)]\s?(?:[,·]|와 |과 )\s?(?=[가-힣A-Za-z])")
_ALL_TOLD = regex(r" ?참여(?:\s*$|…|[·,] | [-―])")
_GENERATION = 20
_PARTNERS = regex(
    r"(?:여 ?(?:곳|개사|명)?)?(?: ?(?:기관|기업|업체|단체|대학))?[과와] [^.,]{0,40}"
    r"(?:협약|협의|회의|간담회|[가-힣]식|설명회)[’'”」]?[을를] "
)
"""Those with whom a pact is made or a gathering is held: 참여 기업 60여 곳과 발대식을 연다."""
_TIMES = frozenset(("분", "초", "시간", "일", "개월", "주", "달"))
_LASTS = regex(r" ?(?:여 ?)?(?:동안|내내|간 )")
_COHORTS = 40
_SIGNS = ("→", "⇒", "➜", "➔", "▶", "->")
_ARROW = regex(r"(?<![\d.,’'‘])(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?:→|⇒|➜|➔|▶|->)\s?")
PEOPLE = frozenset(("명", "인", "분", "사람"))
_PLACES = frozenset(("곳", "개소", "개사", "군데"))


def figures(analysis: Analysis, mentions: Mentions, words: TargetWords) -> tuple[list[Figure], list[Figure]]:
    """The quantities, percentages and changed lengths of time of the running text, and those of the headlines."""
    running: list[Figure] = []
    headings: list[Figure] = []
    marks: dict[int, tuple[Mention, ...]] = {}
    known = mentions.of("quantity", "percent")
    taken = {m.begin for m in known}
    more = [*lengths_changed(analysis.text), *_without_unit(analysis.text, known)]
    if more:
        known = sorted([*known, *(m for m in more if m.begin not in taken)], key=lambda m: m.begin)
    for m in known:
        sentence = analysis.sentence_at(m.begin)
        if not isinstance(m.value, Quantity) or sentence is None or sentence.block == "table":
            continue
        if not _is_verb(m, analysis.text, sentence):
            if sentence.index not in marks:
                marks[sentence.index] = tuple(mentions.within(sentence.span, *MARKS))
            kept = headings if sentence.block in HEADINGS else running
            kept.append(figure(m, sentence, analysis.text, words, marks[sentence.index]))
    return running, headings


def _without_unit(text: str, known: list[Mention]) -> Iterator[Mention]:
    """The numbers before an arrow whose unit stands behind the arrow alone (순찰 로봇 5→30대)."""
    if not any(sign in text for sign in _SIGNS):
        return
    for arrow in _ARROW.finditer(text):
        end = arrow.end()
        other = next((m for m in known if m.begin == end), None)
        if other is not None and isinstance(other.value, Quantity):
            begin, stop = arrow.span("n")
            quantity = Quantity(float(arrow["n"].replace(",", "")), other.value.unit)
            yield Mention(begin, stop, other.kind, quantity, "before-arrow")


def _is_verb(mention: Mention, text: str, sentence: Sentence) -> bool:
    """Whether what looks like a spelled number is a verb (열어가다)."""
    if any(c.isdigit() or c == " " for c in text[mention.begin : mention.end]):
        return False
    return any(t.begin == mention.begin and t.tag.startswith("VV") for t in sentence.tokens)


def may_be(fig: Figure, text: str, words: TargetWords) -> bool:
    """Whether the number can be a target by its unit, its role and what stands beside it."""
    quantity: Quantity = fig.mention.value
    unit = bare_unit(quantity.unit)
    if (unit in words.units and not counts_here(fig, unit, text, words)) or fig.role in ("from", "only"):
        return False
    districts = names_districts(fig, unit, text)
    if districts and not counts_districts(fig, text):
        return False
    if unit.startswith("개") and unit[1:] in words.nouns and not districts:
        return False
    if unit == "개" and _PROJECTS_PAID.match(text, fig.mention.end, fig.sentence.end):
        return False
    if unit in PEOPLE and _POLLED.match(text, fig.mention.end, fig.sentence.end):
        return False
    if unit == "개" and _TOLD_OF.match(text, fig.mention.end, fig.sentence.end):
        return False
    if unit == "세대" and quantity.value < _GENERATION and fig.role == "bare":
        return False  # 8.6세대 라인, 5세대 이동통신
    if quantity.value <= 10 and _PER_PRICE.match(text, fig.mention.end, fig.sentence.end):
        return False
    if fig.role == "genitive" and _WHOSE_RATE.match(text, fig.mention.end, fig.sentence.end):
        return False
    if _COMPARED.match(text, fig.mention.end):
        return False
    if _SEEN.match(text, fig.mention.end, fig.sentence.end):
        return False
    if quantity.value < 10 and _OUT_OF.search(text, fig.sentence.begin, fig.mention.begin):
        return False
    if fig.role == "bare" and _NAMED_SO.match(text, fig.mention.begin - 1, fig.sentence.end):
        return False
    if text.endswith(("분의 ", "분의"), 0, fig.mention.begin):
        return False  # 3분의 1도 안 된다
    if unit == "회" and _SITTING.match(text, fig.mention.end):
        return False
    if unit in words.capacity and _SIZED.match(text, fig.mention.end):
        return False
    if quantity.value == 1 and unit not in words.measured | words.capacity and fig.mention.kind != "percent":
        return False
    if unit in _TIMES and _LASTS.match(text, fig.mention.end):
        return False
    if unit == "기" and (_is_cohort(fig, words) or _COHORT_OF.match(text, fig.mention.end)):
        return False
    after = text[fig.mention.end : fig.mention.end + 6].lstrip()
    if unit not in _PLACES and after.startswith(_BESIDE):
        return False
    if after.startswith((*_AMONG, *_SIZES)) or (after.startswith("당") and not after.startswith(("당초", "당선"))):
        return False
    if fig.mention.kind == "percent" and _SO_MUCH_OF.match(text, fig.mention.end):
        return False
    if (
        quantity.value < 10
        and fig.role not in ("to", "from")
        and unit in ("회", "차례", "번")
        and _HOW_OFTEN.search(text, fig.sentence.begin, fig.mention.begin)
    ):
        return False
    if unit in ("시간", "분") and _AND_LESS.match(text, fig.mention.end):
        return False
    if only_remarks(fig, text):
        return False
    if fig.role == "locative" and _HIRED_AT.match(text, fig.mention.end):
        return False
    if DIFFERENCE.match(text, fig.mention.end):
        return False
    if _MEANS.match(text, fig.mention.end, fig.sentence.end):
        return False
    if fig.role == "copula" and fig.mention.kind != "percent" and _ATTRIBUTE.match(text, fig.mention.end):
        return False
    if _NAMED_BEFORE.search(text, fig.sentence.begin, fig.mention.begin) and (
        _TAKE_PART.match(text, fig.mention.end)
        or (
            (text.endswith("등 ", 0, fig.mention.begin) or _sums_up(fig, text)) and _CHOSEN.match(text, fig.mention.end)
        )
    ):
        return False
    if unit in _PLACES and _ALL_TOLD.match(text, fig.mention.end, fig.sentence.end):
        return False
    if unit == "도시" or _BRACKETED_NOW.search(text, fig.sentence.begin, fig.mention.begin):
        return False
    if is_of_year_before(text, fig.sentence.begin, fig.mention.begin):
        return False
    if _PARTNERS.match(text, fig.mention.end, fig.sentence.end):
        return False
    left = text[max(fig.sentence.begin, fig.mention.begin - 14) : fig.mention.begin]
    saved = fig.mention.kind == "percent" and (_SAVED.match(text, fig.mention.end) or is_raised(fig, text))
    return not (fig.mention.kind == "percent" and not saved and _MONEY_SHARE.search(left))


def is_of_year_before(text: str, begin: int, end: int) -> bool:
    """Whether a bracket that ends before ``end`` tells a year before one told already (2026년 …(2025년 870톤)."""
    told = _BRACKETED_YEAR.search(text, begin, end)
    years = [int(y) for y in _YEARS.findall(text, begin, told.start())] if told is not None else []
    return told is not None and bool(years) and int(told["year"]) < max(years)


def _sums_up(fig: Figure, text: str) -> bool:
    """Whether as many are named right before the number as it counts (부산·대구·인천 세 곳을)."""
    value: float = fig.mention.value.value
    near = max(fig.sentence.begin, fig.mention.begin - 60)
    return 2 <= value <= 12 and len(_JOINING.findall(text, near, fig.mention.begin)) >= value - 1


_SCORED = regex(r"(?:도|점수|지수|평점|성적|평균|평가|등급|역량|수준|학점|총점|배점)$")
_FULL_MARKS = 100


def is_score(fig: Figure, measure: str) -> bool:
    """Whether a number of 점 tells how good something is, not how many pieces there are (만족도 92점; 유물 130점)."""
    if bare_unit(fig.mention.value.unit) != "점":
        return False
    return fig.mention.value.value <= _FULL_MARKS and (not measure or _SCORED.search(measure) is not None)


def bare_unit(unit: str) -> str:
    """A unit without spaces and dots (개 시·군 → 개시군)."""
    return unit.replace(" ", "").replace("·", "")


def _is_cohort(fig: Figure, words: TargetWords) -> bool:
    """Whether 기 orders those who come in turn (2기 참여기업을, 3기를 모집), not machines (충전기 30기를)."""
    tokens = fig.tokens
    if fig.mention.value.value > _COHORTS or fig.after >= len(tokens):
        return False
    if fig.first and tokens[fig.first - 1].tag in ("NNG", "NNP", "XSN"):
        return False
    word = tokens[fig.after]
    if fig.role != "bare" or not word.tag.startswith("NN"):
        return word.form in words.enrolled
    joined = fig.after + 1 < len(tokens) and tokens[fig.after + 1].begin == word.end
    return (
        word.form in words.enrolled
        or not words.governs(word.form)
        or (joined and tokens[fig.after + 1].tag.startswith("NN"))
    )


_ANY_PLACE = frozenset({"곳", "군데"})
_AREAS = frozenset(
    {"면", "읍", "동", "읍면", "읍면동", "리", "마을", "시군", "시·군", "군", "구", "시", "지구", "지역", "권역"}
)
"""What a number of places may count: «A면·B면 두 곳에서 네 개 면으로»."""


def same_unit(one: Figure, other: Figure) -> bool:
    """Whether two numbers count in one unit (명 and 사람 are one)."""
    a, b = bare_unit(one.mention.value.unit), bare_unit(other.mention.value.unit)
    if a == b or (a in PEOPLE and b in PEOPLE) or ({a, b} <= _PLACES and "개사" in (a, b)):
        return True
    return any(x in _ANY_PLACE and y.startswith("개") and y[1:] in _AREAS for x, y in ((a, b), (b, a)))


def one_unit(unit: str) -> str:
    """The unit as one of those that mean the same (명 for 사람, 곳 for 개사)."""
    bare = bare_unit(unit)
    return "명" if bare in PEOPLE else "곳" if bare in _PLACES else bare
