"""A purpose before the sum, by its particle: X에 35억 원, X 사업비는 35억 원, X 예산을 35억 원으로."""

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.giver_label import labelled_by_giver
from kg.facts.allocation.nouns import tokens_within
from kg.facts.allocation.purpose.deeds import builds, done_with
from kg.facts.allocation.purpose.words import (
    GOAL_PARTICLES,
    MOVES,
    OPENS,
    OWN_PAPER,
    PLACE,
    before_count,
    is_place,
    spread,
    told_by,
    words_of,
)
from kg.facts.allocation.wording import Purpose, is_time, is_time_or_count, without_time, wording
from kg.facts.allocation.words import acts
from kg.lexicon import Lexicon
from kg.patterns import regex
from kg.spans import Span

_BODY = regex(
    r"(?:^|\s)(?:시|도|군|구|정부|국회|의회|시의회|도의회|구의회|군의회|중앙정부|기재부|기획재정부|"
    r"과기정통부|중기부|산업부|국토부|교육부|행안부|복지부|문체부|해수부|농식품부)$"
)


_PERCENT_OF = regex(
    r"^(.{2,30}?)(?:의|비용의|\s가운데|\s중)\s?(?:\d[\d.]*\s?(?:%|퍼센트)|절반|반(?![가-힣])|전액|전부|일부|(?:\d+|[두세네]|삼|사)\s?분의\s?[\d일이삼한두])"
)


_DECIDES = regex(
    r"(?:(?:문화|산업|행정|교육|경제|건설|복지|환경|기획|도시|보건|농정|안전|자치|총무)[가-힣]{0,4}위|위원회|의회|예결위|예결특위|특위|소위|소위원회|상임위|국회|집행부|정부|기재부|기획재정부|의원|위원|위원장|의원들|위원들|시장|도지사|지사|군수|구청장)$"
)


_SUBJECTS = ("은", "는", "이", "가", "도", "란", "이란", "만", "만은", "마저", "조차", "까지도")


def goal_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X에 35억 원(을 투입), X에는 2026년부터 5년간 35억 원."""
    chunks, text = clause.row.chunks, clause.analysis.text
    leant = False
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "noun" and chunk.money is not None:
            break
        if chunk.kind == "verb" and chunk.ending != "ETM":
            break
        if chunk.kind == "verb":
            leant = leant or chunk.lemma not in acts(lexicon) or _describes(clause, i)
            continue
        if leant and chunk.kind == "noun" and chunk.particle not in ("에는", "엔", "에만", "에도"):
            continue
        if chunk.kind == "noun" and chunk.particle in GOAL_PARTICLES:
            words = text[chunk.begin : chunk.end]
            count = before_count(text, chunk.begin, chunk.end)
            if chunk.begin + 3 <= count < chunk.end and clause.act is not None and clause.act.voice == "goes":
                thing = wording(clause, chunk.begin, count, lexicon)
                if thing is not None and not is_time(thing.text):
                    return told_by(thing, "goal")  # «교육원 두 곳에 431억 원이 들어간다»
            if ((is_place(words) or _bare_name(clause, chunk)) and builds(clause)) or (
                (
                    is_place(words)
                    or _TEAM.search(words)
                    or clause.is_body(without_time(text, chunk.begin, chunk.end).begin, chunk.end)
                )
                and done_with(clause, lexicon) is not None
            ):
                continue  # «산업단지에 410억 원을 들여 조성한다», «진흥원에 18억 원을 출연해 교육을 맡긴다»
            if is_time_or_count(words) or _BODY.search(words) or PLACE.search(words) or OWN_PAPER.match(words):
                continue
            if _GETS.search(words) and (cost := as_before(clause, lexicon)) and _EARMARK.search(cost.text):
                return cost  # «농가 600호에는 감지기 설치비로 농가당 350만 원을»
            found = wording(clause, spread(clause, i), chunk.end, lexicon)
            if found is not None:
                return told_by(found, "goal")
    return None


_GETS = regex(
    r"(?:농가|어가|임가|가구|세대|가정|업체|기업|점포|상점|상가|식당|상인|소상공인|농민|농업인|어민|어업인|임업인|주민|청년|학생|어르신|노인|"
    r"근로자|노동자|환자|참여자|대상자|수료자|신청자|입주자|귀농인|창업자|이용자|교육생|훈련생|수강생|장애인|부모|임산부|자원봉사자|예술인)"
    r"(?:\s?\d[\d,]*\s?(?:여\s?)?(?:호|가구|세대|곳|개사|개|명|사|인|농가|어가|개소|개\s?업체))?$"
)
"""Who each get a sum; what they are to pay with it may stand beside."""
_TEAM = regex(r"(?:연구진|연구팀|교수팀|개발진|제작진|의료진|컨소시엄|용역사|시공사|업체|기업|단체)$")
"""Who gets a sum to do something with it: «대학 연구진에 8천만 원을 주고 개선 연구를 맡겼다»."""


def _bare_name(clause: Clause, chunk: Chunk) -> bool:
    """Whether a goal is one proper noun of few letters, which is where a thing is built: «다솜에는 31억 원을 들여»."""
    tokens = tokens_within(clause.sentence, chunk.begin, chunk.end)
    return chunk.end - chunk.begin <= 4 and len(tokens) <= 2 and all(t.tag == "NNP" for t in tokens)


def _describes(clause: Clause, place: int) -> bool:
    """Whether a predicate leans on a thing in marks before the sum: «공장에 카메라를 다는 ‘X’ 사업비로 7억 원»."""
    thing = clause.row.chunks[place + 1]
    return thing is not clause.chunk and clause.analysis.text[thing.begin] in OPENS


_OWN_BUDGET = regex(
    r"(?:(?:[가-힣]{1,8}(?:시|도|군|구)|시|도|군|구)(?:의)?\s)?(?:(?:(?:20\d\d년도?|내년도?|올해|새해)\s?"
    r"(?:[가-힣]{2,12}\s(?=세출|본|예산))?(?:세출\s?|본|당초\s?|일반회계\s)?예산안)|(?:전체|총|세출)\s?(?:예산|살림|재정)(?:안|\s?규모)?)$"
)


def budget_itself(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """2026년도 세출예산안은 115억 원이다, 전체 예산은 2조 원이다: the budget of the body as a whole."""
    if clause.act is not None and clause.act.voice == "gives":
        return None
    text = clause.analysis.text
    if (bill := _bill_beside(clause)) is not None:
        return bill
    if clause.before and (whole := _of_a_body(clause, Span(clause.chunk.begin, clause.money.begin))) is not None:
        return whole
    for chunk in clause.previous():
        if chunk.kind == "noun" and chunk.money is None and chunk.particle in ("은", "는", "이", "가"):
            if _OWN_BUDGET.match(text[chunk.begin : chunk.end]):
                return Purpose(text[chunk.begin : chunk.end], Span(chunk.begin, chunk.end), "subject")
            return _of_a_body(clause, Span(chunk.begin, chunk.end))
    return None


_BILL = (
    r"(?:(?:20\d\d년도?|내년도?|올해|새해)\s)(?:제?\s?\d\s?(?:회|차)\s)?(?:(?:세출|일반회계|세입·세출|세입세출)\s?)?"
    r"(?:본|당초\s?|추경|추가경정)?\s?예산안?"
)
_TABLES = frozenset(("제출", "상정", "편성", "내", "올리", "넘기"))
_BILL_BEHIND = regex(
    rf"\s?원?\s?(?:규모의|규모|상당의|대의|에\s이르는|에\s달하는|짜리)\s(?P<bill>{_BILL})(?=[을를이은에가]|\s|$)"
)
_BILL_RIGHT_BEFORE = regex(rf"(?<![가-힣])(?P<bill>{_BILL})\s?(?:총\s|총액\s|총규모\s|약\s)*$")


def _bill_beside(clause: Clause) -> Purpose | None:
    """«총 2조 원 규모의 2026년도 예산안을 공개했다», «X국이 제출한 2025년도 당초예산안 38억 원을»."""
    text, money = clause.analysis.text, clause.money
    won = float(money.value.low or 0) if money.value.currency == "KRW" else 0.0
    found = (
        _BILL_BEHIND.match(text, money.end, min(clause.sentence.end, money.end + 50)) if won >= ALL_OF_A_BODY else None
    )
    tabled = clause.row.chunks[max(0, clause.place - 3) : clause.place]
    if found is None and any(c.ending == "ETM" and c.lemma in _TABLES for c in tabled):
        found = _BILL_RIGHT_BEFORE.search(text, max(clause.sentence.begin, money.begin - 40), money.begin)
    if found is None:
        return None
    return Purpose(found["bill"], Span(found.start("bill"), found.end("bill")), "subject")


_BUDGET_OF_BODY = regex(
    r"(?:[가-힣]{1,10}(?:시|도|군|구)(?:의\s|\s))?(?P<budget>(?:(?:시|도|군|구)\s)?(?:전체\s|총\s)?(?:(?:20\d\d년도?|내년도?|올해|새해|금년도?)(?:의)?\s)?"
    r"(?:전체\s|총\s)?(?:(?:세출|일반회계|본|당초|본청)\s?)?(?:예산|살림|재정)안?)(?:의)?(?:\s(?:총액|총규모|전체|규모|총계|총량))?"
)
ALL_OF_A_BODY = 100_000_000_000
"""Won; no budget of a single field reaches so much where only the budget is named."""


def _of_a_body(clause: Clause, span: Span) -> Purpose | None:
    """«시 전체 본예산 3조 원», «내년도 예산안 총액은 7,310억 원»: so much is all of a body's budget."""
    text = clause.analysis.text
    bare = span.of(text).rstrip(" 총약모두")
    if float(clause.money.value.low or 0) < ALL_OF_A_BODY or clause.money.value.currency != "KRW":
        tabled = clause.leaning is not None and clause.leaning.lemma in _TABLES
        if not tabled or _OWN_BUDGET.fullmatch(bare) is None:
            return None
        return Purpose(
            bare, Span(span.begin, span.begin + len(bare)), "subject"
        )  # «X국이 제출한 내년도 예산안 38억 원»
    match = _BUDGET_OF_BODY.fullmatch(bare)
    if match is not None:
        begin, end = span.begin + match.start("budget"), span.begin + match.end("budget")
        return Purpose(text[begin:end], Span(begin, end), "subject")
    if _SIZE_ALONE.fullmatch(bare) and clause.sentence.index:
        earlier = clause.analysis.sentences[clause.sentence.index - 1]
        told = list(_BILL_TOLD.finditer(text, earlier.begin, earlier.end))
        if told:
            return Purpose(told[-1].group(), Span(told[-1].start(), told[-1].end()), "subject")
    return None


_SIZE_ALONE = regex(r"(?:예산\s?)?(?:총규모|전체\s?규모|총액|규모|총계|덩치)")
_BILL_TOLD = regex(r"(?:(?:20\d\d년도?|내년도?|올해|새해)\s)?(?:본|당초\s?|세출\s?)?예산안?(?=[을를이은]|에서)")


def subject_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 사업비는 35억 원이다, X 펀드가 35억 원, X 예산은 30억 원에서 35억 원으로."""
    moves = (
        clause.act is None
        or clause.act.voice == "goes"
        or clause.act.plain == "cut"
        or clause.chunk.particle in ("으로", "로", "에서")
        or (clause.act.voice == "gets" and clause.chunk.particle in ("이", "가"))  # «X는 국비 60억 원이 확보됐다»
    )
    if not moves:
        return None
    chunks = clause.row.chunks
    label = labelled_by_giver(clause)
    leant = given = False
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "verb" and chunk.ending == "ETM":
            leant = True
        if given and chunk.money is not None:
            return None  # «X 사업비가 80억 원, 시가 31억 원이다»: the first is the other sum's
        if chunk.kind != "noun" or chunk.money is not None or chunk.particle not in _SUBJECTS:
            continue
        if leant and chunk.particle in ("이", "가"):
            continue  # the subject of a clause that leans on the sum's phrase
        if is_time_or_count(clause.analysis.text[chunk.begin : chunk.end]):
            continue
        if _DECIDES.search(words_of(clause, chunk)):
            continue
        if label is not None and chunk.begin <= label.begin < chunk.end:
            given = True
            continue  # «교육부 사업비가 80억 원»: whose money it is
        found = wording(clause, chunk.begin, chunk.end, lexicon)
        if found is not None:
            return told_by(found, "subject")
    return None


_COST_OR_NAME = regex(r"(?:비|비용|예산|사업비|료|금|수당|사업|지원|용역)$|[‘’“”「」『』'\"]")


def as_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """교육비로 35억 원, X 예산으로 35억 원, 교육비로 편성한 35억 원, X 몫으로 요구할 시비 35억 원."""
    chunks = clause.row.chunks
    for i in range(clause.place - 1, max(clause.left - 3, -1), -1):
        chunk = chunks[i]
        if chunk.kind == "verb" and i == clause.place - 1 and chunk.ending == "ETM" and chunk.lemma in acts(lexicon):
            return _earmarked(clause, i - 1, lexicon)
        if i < clause.left:
            break
        if chunk.kind == "adverb":
            continue
        if chunk.kind != "noun" or chunk.money is not None:
            break
        if chunk.particle in ("으로", "로", "으로는", "로는", "으로만", "로만"):
            described = i and chunks[i - 1].kind == "verb" and chunks[i - 1].ending == "ETM"
            if described and not _COST_OR_NAME.search(words_of(clause, chunk)):
                return None  # «민원을 돕는 비서로, 올해 …»: it says what kind of thing is spoken of
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "as")
        if chunk.particle == "에서" and clause.act is not None and clause.act.voice == "gets":
            won = _WON_IN.search(clause.analysis.text, chunk.begin, chunk.end)
            return told_by(wording(clause, won.start(), won.end(), lexicon), "as") if won is not None else None
    return None


_WON_IN = regex(r"[‘“「『'\"<〈][^’”」』'\">〉]{2,30}[’”」』'\">〉](?:\s?(?:공모|사업|과제|공모사업|지원사업))?$")
"""«경기도 ‘X’에서 8천만 원을 받았다»: the program in marks under which the sum is got."""
_EARMARK = regex(r"(?:비|비용|사업비|값|수당|지원금|장려금|출자금|출연금|임차료|사용료|이용료|구독료|보험료)$")
_LOT = regex(r"\s?(?:몫|명목|용도|용)$")


def _earmarked(clause: Clause, place: int, lexicon: Lexicon) -> Purpose | None:
    """What the noun with 로 before the predicate that leans on the sum says the money is meant for."""
    chunk = clause.row.chunks[place] if place >= 0 else None
    if chunk is None or chunk.kind != "noun" or chunk.money is not None or chunk.particle not in ("으로", "로"):
        return None
    words = words_of(clause, chunk)
    lot = _LOT.search(words)
    if lot is None and not _EARMARK.search(words):
        return None
    end = chunk.begin + lot.start() if lot is not None else chunk.end
    return told_by(wording(clause, chunk.begin, end, lexicon), "as")


def named_as(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """‘X’ 사업비로 35억 원: a name in marks right before the sum goes before what stands further off."""
    for chunk in clause.previous():
        if chunk.kind == "adverb":
            continue
        words = words_of(clause, chunk)
        if chunk.kind != "noun" or chunk.particle not in ("으로", "로") or words[:1] not in "‘“「『'\"":
            return None
        return as_before(clause, lexicon) if _COST_NOUN.search(words) else None
    return None


_COST_NOUN = regex(r"(?:비|비용|예산|료|지원금|출자금|출연금|몫)$")


def object_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 사업을 35억 원에, X 예산을 30억 원으로; X를 35억 원 규모로."""
    chunks = clause.row.chunks
    limit = clause.before.strip().endswith(("최대", "최고", "많게는"))
    up_to = limit and clause.chunk.particle in (",", "까지", "")
    up_to = up_to or (clause.chunk.particle == "까지" and clause.act is not None and clause.act.voice == "gives")
    if not (
        up_to
        or clause.chunk.particle in ("으로", "로", "에", "에서", "", "씩")
        or clause.after.strip().startswith("규모")
    ):
        return None
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "verb" and not (chunk.ending == "ETM" and chunk.lemma in _MEASURED):
            break
        if chunk.kind == "noun" and chunk.money is None and chunk.particle in ("을", "를"):
            return told_by(wording(clause, spread(clause, i), chunk.end, lexicon), "object")
    return None


_GIVER = regex(
    r"(?:^|\s)(?:[가-힣]{0,8}(?:시|도|군|구|청|부|처|재단|공사|공단|진흥원|교육청|지원청|회사|기업|대학|학교|은행|조합|협회|센터|연구원|의회)|정부|국가|나라|본인|이용자)$"
)


def topic_of_giver(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«이용권은 교육청이 1인당 3만 원을 댄다»: the topic of a sentence whose subject, told behind it, gives."""
    if clause.act is None or clause.act.voice != "gives" or clause.act.plain in ("cut", "proposed"):
        return None
    if clause.chunk.particle not in ("을", "를", "씩", ""):
        return None
    giver = False
    for chunk in clause.previous():
        if chunk.kind == "adverb" or (chunk.kind == "noun" and is_time_or_count(words_of(clause, chunk))):
            continue
        if chunk.kind != "noun" or chunk.money is not None:
            return None
        words = words_of(clause, chunk)
        if not giver:
            giver = chunk.particle in ("이", "가", "에서") and (
                clause.is_body(chunk.begin, chunk.end) or _GIVER.search(words) is not None
            )
            if not giver:
                return None
            continue
        if chunk.particle not in ("은", "는", "도") or _DECIDES.search(words) or _GIVER.search(words):
            return None
        if clause.is_body(chunk.begin, chunk.end):
            return None
        return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
    return None


_PRICED = regex(
    r"(?P<thing>[^\d]{2,24}?)\s(?:하나|(?:한|1)\s?(?:대|개|장|권|벌|세트|채|마리|그루|기|척|통|병|켤레|자루|상자|봉지|편|박스|꾸러미))"
)


def priced_thing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«감지기 한 대에 310만 원», «꾸러미 하나에 4만 원»: the thing of which one costs so much."""
    for chunk in clause.previous():
        if chunk.kind == "adverb":
            continue
        if chunk.kind != "noun" or chunk.particle not in ("에", "에만", "당", "를", "을", "가", "이"):
            return None
        match = _PRICED.fullmatch(words_of(clause, chunk))
        if match is None:
            return None
        return told_by(wording(clause, chunk.begin, chunk.begin + match.end("thing"), lexicon), "thing")
    return None


_MEASURED = frozenset(("많", "적", "크", "작", "높", "낮"))
"""«X 예산을 8억 원보다 많은 11억 원으로»."""


def share_of(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """도입비의 70%까지, 한 곳에 최대 1억 원을: the thing of which a share is paid."""
    for chunk in clause.previous():
        if chunk.kind == "noun" and chunk.particle in ("까지", ",", "를", "을", "로", "이내에서", "범위에서", "이내로"):
            match = _PERCENT_OF.match(clause.analysis.text[chunk.begin : chunk.end + 1])
            if match:
                return told_by(wording(clause, chunk.begin, chunk.begin + match.end(1), lexicon), "share")
    return None


def object_beside(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """원료부두에 ‘X’ 36대를 자체 예산 21억 원으로 놓는다: the object right before the sum that pays for it."""
    before = clause.row.chunks[clause.place - 1] if clause.place > clause.left else None
    if clause.chunk.particle not in ("으로", "로") or before is None or before.kind != "noun" or before.money:
        return None
    if before.particle not in ("을", "를") or (clause.act is not None and clause.act.word in MOVES):
        return None
    end = before_count(clause.analysis.text, before.begin, before.end)
    return told_by(wording(clause, before.begin, end, lexicon), "object")


def for_recipients(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """창업기업 20곳에 10억 원을 지원한다: who gets it, where nothing else is told."""
    if clause.act is None or clause.act.voice != "gives":
        return None
    for chunk in clause.previous():
        if chunk.kind == "noun" and chunk.particle in ("에", "에게", "에는", "에게는", "에도", "에게도"):
            count = before_count(clause.analysis.text, chunk.begin, chunk.end)
            if chunk.begin + 3 <= count < chunk.end:
                return told_by(wording(clause, chunk.begin, count, lexicon), "recipients")
    return None


_COST = regex(
    r"[가-힣A-Za-z]\s?(?:운영비|유지비|유지관리비|관리비|사업비|구축비|인건비|임차료|이용료|사용료|보험료|수당|보조금|지원금|용역비|비용|[가-힣]값)$"
)


def cost_of_sentence(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 운영비는 사용료로 충당해 시비를 연 5억 원 아래로 묶는다: the cost that an earlier clause has for its topic."""
    for chunk in reversed(clause.row.chunks[: clause.place]):
        if chunk.kind == "stop" and clause.analysis.text[chunk.begin] in '.?!“"':
            return None
        if chunk.money is not None:
            return None
        if chunk.kind == "noun" and chunk.particle in ("은", "는") and _COST.search(words_of(clause, chunk)):
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
    return None


_KINDS = frozenset(("사업", "세부사업", "과제", "예산", "항목", "것", "돈", "사업들", "예산사업"))
_BEARS = frozenset(
    ("들", "들어가", "붙", "담기", "담", "내걸", "걸", "달", "포함", "적히", "쓰이", "나오", "관련", "관하")
)
"""Predicates of a name that a thing bears: «AI 글자가 든 사업»; «AI를 심는 사업» is told by its deed."""
_FIELD = regex(r"AI|인공지능|디지털|데이터|로봇|스마트|AX|자율주행|반도체|소프트웨어|메타버스")
_OUTSIDE = ("은", "는", "에서", "에서는", "에는", "에", "으로", "로", ",")


def described(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«AI라는 이름이 붙은 사업은 모두 57개, 합쳐서 35억 원»: a kind of thing by the words that describe it."""
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(clause.place - 1, 0, -1):
        chunk = chunks[i]
        if chunk.money is not None or (chunk.kind == "stop" and text[chunk.begin] in ".?!“”"):
            return None
        if chunk.kind != "noun" or words_of(clause, chunk) not in _KINDS or chunks[i - 1].ending != "ETM":
            continue
        if chunks[i - 1].lemma not in _BEARS:
            continue
        first = i - 1
        while first and chunks[first - 1].kind in ("noun", "verb", "adverb"):
            before = chunks[first - 1]
            if before.particle in _OUTSIDE or before.money is not None or before.ending in ("EC", "EF"):
                break
            first -= 1
        words = text[chunks[first].begin : chunk.end]
        if _FIELD.search(words) and len(words) < 40:
            return Purpose(" ".join(words.split()), Span(chunks[first].begin, chunk.end), "subject")
    return None
