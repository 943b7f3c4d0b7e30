"""A sum that is given to each of many: 1인당, 한 곳에, 가구당 월, 씩."""

from kg.facts.allocation.clause import Clause
from kg.patterns import regex
from kg.spans import Span

_COUNTER = (
    r"(?:명|사람|인|회사|곳|개소|대|개사|사|업체|기업|중소기업|소상공인|점포|가게|팀|가구|세대|과제|건|학교"
    r"|대학|기관|마을|동|개|군데|시군|시·군|자치구|구|시|군|학생|교사|청년|주민|어르신|농가|센터|"
    r"단지|연구실|병원|경로당|도서관|컨소시엄|학기|회|달|개월|월|년|시간|장|권|호|캠퍼스|지역|지자체|세트|벌|기|채|척|통|편|필지|마리|그루|노선|차종|품목|강좌|과정|세대|조합|상가)"
)
_EACH = regex(
    rf"(?:(?:(?:\d[\d,]*|한|각|매)\s?)?(?:[가-힣]{{0,6}}{_COUNTER}\s?(?:당|별)|"
    rf"[가-힣]{{1,8}}(?<![해담정식배일성강])(?<!경로)당)(?:\s?(?:월|연|연간|매월|매년|하루|한\s?달|"
    rf"한\s?해|회당))?"
    rf"|(?:[가-힣]{{2,8}}\s)?(?<!\d)(?:한|1|각)\s?{_COUNTER}(?:에|에게|마다)(?:는|만)?"
    rf"|(?:각|매)\s?(?:{_COUNTER})(?:에|에게)?"
    r"|(?<![가-힣0-9])(?:한|1)\s?(?:대|개|명|사람|곳|세트|장|권|벌|기|채|척|통|편|마리|그루|건|가구|팀|필지|회)(?=\s)"
    rf"|[가-힣]{{2,8}}마다"
    r"|(?:(?<![\d가-힣])월|매월|매달|한 달에|시간당|하루)(?=\s*(?:약|최대)?\s*$))"
    r"\s*(?:(?:연|월|연간|매월|매년|평균|약|최대|최소|많게는|각각|사업비|지원금|도입비|[가-힣]{1,6}(?:비|"
    r"금|료))\s*)?(?:(?:을|를|은|는|으로|로)\s*)?(?:(?:최대|약|연|월|연간|총)\s*)?$"
)
_EACH_EARLIER = regex(
    rf"(?:(?:한|1)\s?(?:{_COUNTER})|[가-힣A-Za-z]{{1,10}}\s(?:하나|한\s(?:{_COUNTER})))(?:을|를)\s"
    rf"[가-힣]{{1,8}}(?:는|하는|는\s?데|하는\s?데)\s?(?:데(?:는|에|에는)?|비용(?:은|이)|값(?:은|이))?(?:\s(?:드는|들어가는|필요한)\s(?:돈|비용|예산|값)(?:은|이))?\s?(?:약|최대|평균|총)?\s?$|"
    rf"[가-힣A-Za-z]{{1,10}}\s?(?:한\s(?:{_COUNTER})|하나)(?:이|가|은|는)\s?(?:약|무려|최대|평균)?\s?$|"
    rf"(?:1인|명|사람|{_COUNTER})당\s(?:[가-힣A-Za-z]{{1,8}}\s){{0,3}}[가-힣]{{2,8}}(?:은|는|이|가)\s?(?:약|최대|평균|월)?\s?$|"
    rf"(?:한|1)\s?[가-힣]{{2,4}}(?:이|가)\s(?:받|타|챙기|챙길)(?:는|을|을\s수\s있는|게\s될)?\s(?:돈|금액|몫|지원금|보조금)(?:은|이)\s?(?:약|최대|평균)?\s?$|"
    rf"(?:한|1)\s?{_COUNTER}(?:이|가)\s받(?:는|을|을\s수\s있는|게\s될)\s(?:[가-힣A-Za-z]{{1,8}}\s){{0,3}}[가-힣]{{2,8}}(?:은|는)\s?(?:약|최대|평균)?\s?$|"
    rf"(?:한|1)\s?(?:{_COUNTER})\s?(?:값|가격|설치비|단가|비용|구축비|도입비)(?:은|는|이|가)\s?(?:약|최대)?\s?$|"
    rf"(?:한|1|각)\s?{_COUNTER}(?:에|에게|당)?\s(?:드는|들어가는|돌아가는|주는|지원하는|쓰는|지급하는|"
    rf"필요한)\s(?:[가-힣A-Za-z]{{1,8}}\s)?(?:돈|비용|예산|금액|[가-힣]{{1,6}}비)(?:은|는|이|가)"
)
_LIMIT_EACH = regex(
    rf"(?:{_COUNTER}|[가-힣]{{2,6}})당\s(?:최대\s|평균\s)?(?:지원\s?)?(?:한도|금액|지원액|지원금|지원비"
    rf"|사업비|예산|단가)(?:는|은|가|이)?\s(?:최대\s)?$"
)
_UP_TO_EACH = regex(
    r"(?P<who>(?:업체|기업|농가|가구|점포|상인|소상공인|창업자|예비창업자|청년|학생|팀|대학|협력사|스타트업))(?:에|에게|에는|에게는)\s[^0-9.]{0,16}최대\s?$"
)
_RECEIVER = regex(
    r"(?P<who>(?:업체|기업|농가|가구|점포|상인|소상공인|창업자|청년|학생|팀|대학|협력사|스타트업|주민|어르신|수료생|교육생|참여자|농민|어민)들?)(?:은|는|이|가|도)\s[^0-9.]{0,16}(?:최대|각각|저마다|똑같이)\s?$"
)
_RECEIVED = regex(r"(?:까지|을|를)?\s?(?:[가-힣]{1,8}(?:을|를|으로)?\s)?(?:보조|지원|융자|대출)?\s?받")
"""«교체를 원하는 기업은 최대 2억 원까지 보조받는다»."""
_SHARE_UP_TO = regex(
    r"(?:의\s?|\s)\d[\d.]*\s?(?:%|퍼센트)(?:까지|를|을|이내(?:에서|로)?|\s?(?:범위|한도)(?:\s?(?:에서|내에서|안에서)|\s(?!범위|한도))?|,)*,?\s?(?P<most>최대)\s?$"
)
"""«비용의 70%, 최대 1억 5천만 원까지»: of each one's."""
_ON_CONDITION = regex(
    r"(?P<who>(?:생|자|인|민|가|팀|체|업|사|이)(?:이|가))\s[^0-9.]{2,24}?(?:하면|으면|되면|차리면|들어오면|지으면)\s(?:[가-힣]{1,8}(?:가|이|는|은|도)\s)?최대\s?$"
)
"""«수료생이 시에서 창업하면 시가 최대 2천만 원을»: what whoever does so gets."""
_PER = regex(
    r"\s?원?\s?/\s?(?:1|한)?\s?(?P<unit>개소|곳|개교|개사|기업|업체|과제|팀|대|명|인|가구|농가|지역|지자체|컨소시엄|학교|센터|개|건|동|호|ha|㏊)(?:당)?(?=[\s),.:;·]|$)"
)
"""«200억 원/개소당», «70백만 원/기업»."""
_SSIK = regex(r"^\s?씩")
_TO_EACH = regex(rf"(?:{_COUNTER})(?:에|에게)(?:는|도)?\s(?:각각|매년|매월|해마다)?\s?$")
_YEARLY = regex(r"해마다|매년|매해|매월|매달|연간")
_IN_BRACKETS = regex(rf"\s?\(?(?:한|1|각)?\s?({_COUNTER}당)\)")
_BY_EACH = regex(
    r"(?P<each>(?:[가-힣]{1,4}\s?)?(?:지역|도시|지자체|센터|과제|기관|대학|학교|기업|컨소시엄|시군|시·군|권역|사업지|거점|단지|지구)\s?(?:별로|당))"
    r"\s(?:(?:\d{1,2}년간?\s)?(?:(?:총|최대|약|국비|지방비|정부\s?지원금|사업비|평균|연간?)\s?){1,3}|\d{1,2}년간\s?)$"
)
"""«선정 지역별로 3년간 국비 200억 원을 지원», «사업지 당 1년간 20억 원»."""
_ONE = ("한", "1", "각", "당", "하나")
"""What every way of `_EACH_EARLIER` holds."""


def per_unit_of(clause: Clause) -> tuple[str, Span] | None:
    """The words that say for each of what the sum is given; a bare 씩 without a unit tells ``씩``."""
    text = clause.analysis.text
    segment = clause.segment()
    match = _EACH.search(text, max(segment.begin, clause.money.begin - 40), clause.money.begin)
    if match is not None:
        words = match.group().strip()
        begin = match.start() + (len(match.group()) - len(match.group().lstrip()))
        return words, Span(begin, begin + len(words))
    over = _PER.match(text, clause.money.end, clause.sentence.end)
    if over is not None:
        return over["unit"] + "당", Span(*over.span("unit"))
    if (
        by := _BY_EACH.search(text, max(clause.sentence.begin, clause.money.begin - 40), clause.money.begin)
    ) is not None:
        return by["each"], Span(*by.span("each"))
    begin = max(
        [clause.sentence.begin, *(c.money.end for c in clause.row.chunks[: clause.place] if c.money is not None)]
    )
    before = text[begin : clause.money.begin]
    limit = _LIMIT_EACH.search(text, begin, clause.money.begin) if "당" in before else None
    if limit is not None:
        return limit.group().split("당")[0] + "당", Span(limit.start(), limit.end())
    if "최대" in before:
        most = _UP_TO_EACH.search(text, begin, clause.money.begin)
        if most is not None:
            return most.group("who"), Span(most.start("who"), most.end("who"))
        percent = _SHARE_UP_TO.search(text, begin, clause.money.begin)
        if percent is not None:
            return "최대", Span(percent.start("most"), percent.end("most"))
        if (anyone := _ON_CONDITION.search(text, begin, clause.money.begin)) is not None:
            return anyone.group("who")[:-1], Span(anyone.start("who"), anyone.end("who") - 1)
    told = _RECEIVER.search(text, begin, clause.money.begin)
    if told is not None and _RECEIVED.match(text, clause.money.end):
        return told.group("who"), Span(told.start("who"), told.end("who"))
    one = any(word in before for word in _ONE)
    earlier = _EACH_EARLIER.search(text, begin, clause.money.begin) if one else None
    if earlier is not None:
        return earlier.group().split(" 드는")[0].strip(), Span(earlier.start(), earlier.end())
    if _SSIK.match(text[clause.money.end : clause.money.end + 3]):
        wide = _TO_EACH.search(text[segment.begin : clause.money.begin])
        if wide is not None:
            begin = segment.begin + wide.start()
            return text[begin : clause.money.begin].strip(), Span(begin, clause.money.begin)
        if _YEARLY.search(text[segment.begin : segment.end]):
            return None
        return "씩", Span(clause.money.end, clause.money.end + 2)
    inside = _IN_BRACKETS.match(text[clause.money.end : clause.money.end + 10])
    if inside is not None:
        return inside.group(1), Span(clause.money.end + inside.start(1), clause.money.end + inside.end(1))
    return None
