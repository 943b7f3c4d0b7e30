"""Which sums are policy money at all: turnover, exports, effects, prices and increments are amounts only."""

import re
from functools import lru_cache

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.giver_label import beside_a_purse
from kg.facts.allocation.per_unit import per_unit_of
from kg.facts.allocation.users_money import left_to_users
from kg.facts.allocation.words import foreign_nouns, foreign_verbs, money_nouns, prices
from kg.lexicon import Lexicon
from kg.mentions.purse_words import purse_words
from kg.patterns import regex

_CHANGE_VERBS = frozenset(
    (
        "많",
        "적",
        "늘",
        "늘어나",
        "줄",
        "줄어들",
        "불어나",
        "증가",
        "감소",
        "증액",
        "늘리",
        "줄이",
        "키우",
        "높",
        "낮",
        "붇",
        "모자라",
        "부족",
        "빠지",
        "빠져나가",
    )
)
_MOVE_VERBS = _CHANGE_VERBS | {"오르", "뛰", "떨어지", "내려가", "치솟"}
_CHANGE_NOUN = regex(
    r"^\s?(?:[(（]?[\d.]+\s?(?:%|퍼센트|배)[)）]?\s?)?(?:이|가|을|를)?\s?(?:더\s)?(?:증가|증액|감소|늘"
    r"|줄|많|적(?!어\s?[내냈낸낼냄]|립|용|금|기금|자|합|정|극|시)|상승|하락|불어|↑|↓|증\b|감\b)"
)
_MORE_ASKED = regex(
    r"\s?(?:원)?(?:의|을|를)?\s?(?:추가\s)?(?:증액|추가|반영)(?:을|를|해|하여)?\s(?:[가-힣]{1,6}(?:에|에게)\s)?(?:적극\s|거듭\s|강력히\s)?(?:건의|요청|요구|신청|촉구|제안)"
)
"""«국비 3억 원 증액을 건의했다»: what is asked for."""
_PLUS = regex(r"[(（,]\s?[+＋]\s?$")
_EXCEEDS = regex(
    r"\s?(?:원)?(?:\([^()]{1,20}\)\s?)?(?:이|가|을|를|에)?\s(?:안팎의|가량의|내외의|이상의|수준의|넘는|넘긴|웃도는|웃돈|돌파한|달하는|이르는|육박하는|가까운|상당의)\s(?P<what>(?:[가-힣]{1,8}\s)?[가-힣]{2,8}?)(?=[을를이가은는]\s|\s)"
)
"""«700억 달러가 넘는 수출실적»."""
_LOST = regex(
    r"\s?(?:원)?\s(?:넘게|넘는|이상|이상의|가까이|가까운|남짓|정도|가량|안팎)\s(?P<what>[가-힣]{2,6}?)(?=[을를이가은는]\s|\s)"
)
"""«3억 원 넘게 손해를 봤다»."""
_STEP_BEFORE = regex(r"(?<![가-힣])(?:순?증액분|순증액|증감액|차액|증가분|늘어난\s몫)(?:은|는|이|가)?\s?(?:약|총)?\s?$")
"""«증액분 3억 원 중»: by how much it grew, told beside the sums themselves."""
_EFFECT = regex(
    r"(?: (?:이상|규모|상당|가량|안팎|내외|수준))?의 [^.,“”]{2,30}? ?(?:효과|편익|이득)(?:를|을|가|이|도|까지)? ?"
    r"(?:이룰|이뤄|이뤘|거[두둘뒀]|[낼냈내]|볼|봤|보[고며]|있|기대|예상|전망|추산|분석|가져|창출|얻|누[리렸릴])"
)
_GIVEN = regex(r"투입|들[여인]|투자|지원|편성|[써쓴]|배정|확보")
_LIMIT = regex(r"^\s?(?:미만|이하|이상|초과)(?:인|의|\s|$)")


def is_policy_money(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the words round the sum leave open that somebody gives, plans, cuts or spends it on something."""
    return not (
        _foreign(clause, lexicon)
        or _increment(clause, lexicon)
        or _threshold(clause)
        or _supposed(clause)
        or _left_over(clause)
        or _statistic(clause, lexicon)
        or _hearsay(clause)
        or _of_companies(clause)
        or _nothing_yet(clause)
        or _trifle(clause)
        or _effect(clause)
        or _price(clause)
        or _users_pay(clause)
        or _raised(clause)
        or _converted(clause)
        or _impossible(clause)
        or left_to_users(clause)
        or _advert(clause)
    )


@lru_cache(maxsize=4)
def _sales(lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.words("not_policy_money", kind="noun")


def _alone(word: str) -> str:
    """The word as a pattern; one that ends as cities with a particle do (원주가) only where it stands alone."""
    return rf"(?<![가-힣]){word}" if word == "주가" else re.escape(word)


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(foreign_nouns(lexicon), key=lambda w: (-len(w), w))
    return re.compile(
        "(?:"
        + "|".join(_alone(w) for w in words)
        + r")(?:액|이|은|는|도|만|가|을|를|의|에서|으로|효과|약|총|각각|목표|실적|기준|합계|합산|누계|누적|계|\s)*$"
    )


@lru_cache(maxsize=4)
def _subject_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(foreign_nouns(lexicon), key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(_alone(w) for w in words) + r")$")


@lru_cache(maxsize=4)
def _own_money(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted({*money_nouns(lexicon), *purse_words(lexicon)}, key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(re.escape(w) for w in words) + ")")


_FEE = regex(
    r"(?:이용료|사용료|수강료|훈련비|응시료|임차료|구독료|보험료|요금|입장료|배송료|참가비|통신비|관람료|교육비|등록금|본인\s?부담금?|회선료|통신료|진료비|치료비|난방비|관리비|간병비)(?:는|은|가|이|로|으로|를|을|\s)"
)


_CHARGED = regex(r"당|마다|별|[명건곳인](?:에|에게)?$")
_CHARGED_NEAR = regex(
    r"(?:[㏊㎡㎏㎾]|ha|[가-힣])당\s|(?:^|\s)(?:한|1|매)\s?(?:회|번|곳|명|사람|가구|농가|점포|대|건|학기|강좌)(?:에|에게|에는)?\s"
    r"|\d\s?(?:여\s?)?(?:명|곳|가구|농가|점포|대)(?:에|에게|에는)\s"
)
_BORNE = regex(
    r"^[^.]{0,34}?(?:시|도|군|구|정부|국가|진흥원|재단|센터|교육청|조합|농협)(?:가|이|에서)\s[^.]{0,14}?"
    r"(?:대신\s?)?(?:내준|내\s준|내\s?주|대납|대신|지원|부담|보조|면제|대\s준|대\s?주|낸다|댄다|전액)"
)
"""Who bears a fee for those who use the thing: «월 3만 원인 이용료를 2년 동안 구가 대신 내준다»."""


def _charged(clause: Clause) -> bool:
    """Whether a fee is told for each person, place or case, or borne for them by a public body."""
    told = per_unit_of(clause)
    if told is not None and _CHARGED.search(told[0]):
        return True
    text, end = clause.analysis.text, clause.money.end
    if _BORNE.match(text[end : min(clause.sentence.end, end + 60)]):
        return True
    return _CHARGED_NEAR.search(text, clause.segment().begin, clause.money.begin) is not None


_SUPPORTS = frozenset(("지원", "보조", "주", "대", "내주", "대주", "부담", "면제", "감면", "돌려주", "지급", "깎"))
_FEE_GIVEN = regex(
    r"(?:원)?(?:의|까지|씩)\s(?:[가-힣A-Za-z]{1,8}\s){0,2}[가-힣]{1,6}(?:료|비|요금|임대료|등록금)(?:을|를)\s"
)


def _foreign(clause: Clause, lexicon: Lexicon) -> bool:
    near = clause.analysis.text[clause.segment().begin : clause.money.begin]
    if (
        clause.act is not None
        and clause.act.word in _SUPPORTS
        and _FEE_GIVEN.match(clause.analysis.text, clause.money.end)
    ):
        return False  # «최대 4천만 원의 이용료를 지원한다»
    behind = re.match(
        r"(?:의|인|짜리|어치)\s[가-힣]{0,8}", clause.analysis.text[clause.money.end : clause.money.end + 12]
    )
    host = clause.row.host
    before = (
        clause.analysis.text[host.begin : clause.row.host_end] + " " if host is not None and host.money is None else ""
    )
    if any(_FEE.search(w) for w in (near, before, behind.group() + " " if behind else "")) and _charged(clause):
        return False  # «이용료는 가구당 연 22만 원이다»; a price by the hour or the day is no policy's
    if clause.act is not None and clause.act.voice in ("gives", "goes") and clause.act.word not in ("달하", "이르"):
        near = clause.analysis.text[clause.segment().begin : clause.money.begin]
        if any(w in near for w in prices(lexicon)) and not any(w in near for w in _sales(lexicon)):
            return False
    text = clause.analysis.text
    segment = clause.segment()
    words = text[segment.begin : segment.end].rstrip(" 약총")
    if _pattern(lexicon).search(words) or _pattern(lexicon).search(clause.before.rstrip()):
        return True
    if (
        clause.row.host is not None
        and clause.row.host_end
        and _subject_pattern(lexicon).search(text[clause.row.host.begin : clause.row.host_end])
    ):
        return True
    if (
        clause.act is None
        and "규모" in clause.after
        and re.search(r"시장(?:은|이|도)\s", text[segment.begin : clause.money.begin])
    ):
        return True
    after = re.match(r"\s?(?:규모의?|상당의?|어치의?|의|대의?|짜리)?\s?(\S+(?:\s\S+)?)", clause.after)
    if after and any(
        _subject_pattern(lexicon).search(re.sub(r"(?:을|를|이|가|은|는)$", "", words))
        for words in {after.group(1), _SAVES.sub("", after.group(1))}
    ):
        return True
    over = _EXCEEDS.match(text, clause.money.end, clause.sentence.end) or _LOST.match(
        text, clause.money.end, clause.sentence.end
    )
    if over is not None and _subject_pattern(lexicon).search(over["what"]):
        return True
    chunks = clause.row.chunks
    if (
        clause.place + 2 < len(chunks)
        and chunks[clause.place + 1].lemma == "이"
        and chunks[clause.place + 1].ending == "ETM"
    ):
        what = chunks[clause.place + 2]
        if _subject_pattern(lexicon).search(text[what.begin : what.end]):
            return True
    policy = _own_money(lexicon).search(text[segment.begin : clause.chunk.end])
    for chunk in clause.previous():
        if chunk.money is not None and chunk.particle != "에서":  # «매출을 1조 원에서 3조 원으로»
            break
        if (
            chunk.kind == "noun"
            and chunk.money is None
            and chunk.particle in ("은", "는", "이", "가", "도", "을", "를", "으로", "로", "에서")
            and _subject_pattern(lexicon).search(text[chunk.begin : chunk.end])
            and not (chunk.particle == "에서" and clause.act is not None and clause.act.voice == "gives")
        ):
            return True
    head = clause.head
    first = next((c for c in clause.following() if c.kind != "adverb" and c.ending_form != "게"), None)
    if not policy and first is not None and clause.chunk.particle in ("을", "를", "") and _pays_damages(first, lexicon):
        return True  # «400억 원을 물어내야 할 처지»
    return (
        head is not None
        and not policy
        and head.lemma in foreign_verbs(lexicon)
        and head.lemma not in _CHANGE_VERBS
        and not (head.compound and clause.act is not None)
    )


def _pays_damages(verb: Chunk, lexicon: Lexicon) -> bool:
    if verb.kind != "verb":
        return False
    word = verb.compound or verb.lemma  # «물어 줬다» is 물어주
    return word not in _CHANGE_VERBS and word in foreign_verbs(lexicon)


_LABEL = regex(r"[\s○◦□■▪•·ㅇ*※\-–▶①-⑳]{0,8}(?P<label>[^:：\n]{2,50}?)(?:\s?[(（][^()（）]{0,60}[)）]){0,3}\s?[:：]\s")
_FORESEEN = regex(
    r"(?:원)?(?:으로|로|에|까지)?\s?(?:규모(?:로|에)?\s)?(?:추정|전망|예상|성장|달할|달하|이를|이르|커질|확대될|평가|형성|집계|돌파|→)"
)
_OF_MARKET = regex(
    r"(?:[가-힣A-Za-z)’”]\s?시장(?:\s?규모)?(?:\s?[(（][^()（）]{1,40}[)）])?(?:은|는|이|가|도|의)\s|시장\s?규모)[^.:]{0,50}$"
)


def _statistic(clause: Clause, lexicon: Lexicon) -> bool:
    """«세계 시장규모(협회) : (’15) 179억 원 → (’50) 600조 원», «시장은 2030년 4조 원으로 전망된다»: what a line tells
    whose label is no policy money, and the size of a market."""
    text, money = clause.analysis.text, clause.money
    begin = text.rfind("\n", 0, money.begin) + 1
    label = _LABEL.match(text, begin, money.begin)
    if label is not None and _subject_pattern(lexicon).search(label["label"]):
        return True
    if not _FORESEEN.match(text, money.end, clause.sentence.end):
        return False
    return _OF_MARKET.search(text, clause.sentence.begin, money.begin) is not None


_SOLD = regex(
    r"\s?(?:원)?\s?(?:어치|규모)의?\s(?:[가-힣A-Za-z]{1,8}\s){0,2}(?:주문|수주|수출|납품|판매|공급\s?계약|위탁생산\s?계약|생산\s?계약|물량|매출|팔[아았린])"
)
"""«90만 달러어치 주문»: what a company sells."""


_TO_SPEND = regex(
    r"\s?(?:원)?(?:짜리)?(?:을|를|도|만|라도)?\s(?:쓰|집행하)는\s데(?:에)?(?:도|만|는)?\s(?!그[치쳤친]|머[물무]|비해|반해|반대|찬성|동의|합의)"
)
"""«300만 원 쓰는 데 도장이 일곱 개다»: any sum, as an illustration."""


def _supposed(clause: Clause) -> bool:
    """«2천억 원이 있으면», «그만 한 돈 35억 원이 없어서»: nobody gives it."""
    head = clause.head
    if _TO_SPEND.match(clause.analysis.text, clause.money.end, clause.sentence.end):
        return True
    if re.match(
        r"\s?어치(?:를|의)?\s(?:[가-힣]{1,6}\s)?(?:무상|공짜|무료|거저)",
        clause.analysis.text[clause.money.end : clause.money.end + 16],
    ):
        return True  # «부지 240억 원어치를 무상 사용»
    each = per_unit_of(clause) is not None
    if _SOLD.match(clause.analysis.text, clause.money.end):
        return True
    if (
        not each
        and re.match(r"\s?어치", clause.analysis.text[clause.money.end : clause.money.end + 4])
        and (clause.act is None or clause.act.voice == "goes")
    ):
        return True
    if (
        head is not None
        and head.ending_form.endswith(("어도", "아도", "여도", "더라도", "ᆫ들", "은들"))
        and not head.past
    ):
        return True  # «1억 원을 더 얹어도»
    return (
        head is not None
        and clause.act is None
        and head.lemma in ("있", "없")
        and head.ending_form.startswith(("면", "으면", "어도", "더라도", "다면"))
    ) or _if_so_much(clause)


def _if_so_much(clause: Clause) -> bool:
    """«논 한 마지기에 3만 원이면 끝난다», «8억 원이면 몇 개인가»: a price or a comparison."""
    chunks = clause.row.chunks
    verb = chunks[clause.place + 1] if clause.place + 1 < len(chunks) else None
    if verb is not None and _WOULD_DO.match(clause.analysis.text, clause.money.end, clause.sentence.end):
        return False
    return verb is not None and verb.lemma == "이" and verb.ending_form in ("면", "라면", "으면") and not verb.past


_WOULD_DO = regex(
    r"\s?(?:원)?(?:쯤|정도|가량|씩)?이?면\s(?:[^.“”]{0,40}?)(?:[된됩되]|충분|족하|가능|[가-힣]\s수\s있|해결|거뜬|넉넉)"
)
"""«한 해 4억 원이면 된다», «5억 원이면 2천 명을 가르칠 수 있다»: what somebody says would do, and so proposes."""
_CANNOT = regex(r"[을를]?\s[가-힣]{1,6}\s수(?:는|가|야)?\s없")
_ADVERT = regex(r"(?:원)?\s?(?:부터|~|∼|대~)[^.\n]{0,12}(?:☎|상담|문의|분양|\d{2,4}-\d{3,4})")


_FAILED = regex(
    r"(?:원)?[을를]\s(?:(?:제때|끝내|결국|아직|다|모두)\s)?"
    r"(?:못\s?(?:내|냈|낸|갚|치르|치러|치렀|모으|모았|채우|채웠)|(?:내|갚|치르|모으|채우|납부하)지\s?(?:는\s)?못)"
)
"""Who did not pay or raise a sum: «잔금 12억 원을 내지 못해»."""


_HOW = regex(
    r"(?:원)?[^.?!\n]{0,40}?(?:어떻게|무슨\s수로|어찌|어디서|누가)\s(?:다\s|혼자\s)?(?:삽니까|사느냐|사나|사겠|사요|감당|내느냐|내겠|냅니까|내나|댑니까|대느냐|대나"
    r"|구하(?:느냐|나|겠|죠)|구합니까|마련하(?:느냐|나|겠)|마련합니까|버티|들이(?:느냐|나|겠))"
)
"""«3억 원짜리 검사기를 어떻게 사느냐»: what nobody can pay."""


def _impossible(clause: Clause) -> bool:
    """«나흘을 보고 11억 원을 쓸 수는 없다» in a speech, «중도금 90억 원을 못 내»: nobody gives it."""
    text = clause.analysis.text
    if _FAILED.match(text, clause.money.end) or _HOW.match(text, clause.money.end, clause.sentence.end):
        return True
    return (
        clause.analysis.quoted_at(clause.money.begin) is not None and _CANNOT.match(text, clause.money.end) is not None
    )


def _advert(clause: Clause) -> bool:
    """«84㎡ 3억 9천부터 ☎», «개당 39만 원~ (상담»: a price in an advertisement."""
    return _ADVERT.match(clause.analysis.text, clause.money.end) is not None


def _nothing_yet(clause: Clause) -> bool:
    """«국비는 아직 0원이다»: nothing was there that could be cut; «12억에서 0원으로» is a cut."""
    if clause.money.value.low or clause.chunk.particle in ("으로", "로"):
        return False
    if clause.act is None and not any(c.money is not None for c in clause.row.chunks[: clause.place]):
        head = clause.head
        if head is not None and head.lemma == "이" and not head.past:
            return True  # «시군의 부담액은 0원입니다»
    before = clause.analysis.text[clause.segment().begin : clause.money.begin]
    return bool(re.search(r"(?:아직|여전히|지금까지|현재까지|현재)\s?(?:까지)?\s?$", before))


_FOR_EACH = regex(r"[료비금값당씩]|마다|수당|지원|할인|이용권|보조|쿠폰|포인트|장에|개에|건에|번에|명에|회에")


_BY_HEADS = regex(r"(?:1인당|한\s사람|인구|주민\s?수)[^.]{0,24}(?:나누|나눠|셈|몫|환산|따지|고치)")
_MEASURED = regex(
    r"(?:(?:한|두|[0-9]+)\s?(?:근|되|말|포기|송이|그릇|인분|병|팩|잔|접시|조각|줄|상자|포대|가마|평|단|봉지)|[0-9]*\s?(?:㎏|kg|g|㎡|ℓ|리터|톤|t|킬로))(?:에|당|짜리에|들이)?\s?(?:약|평균)?\s?$"
)


_DEAR = regex(
    r"(?:한|1)\s?(?:대|개|장|벌|세트|마리|기|척|통|병|켤레|자루|상자|박스|그릇|줄)(?:가|이)\s(?:무려\s|약\s|자그마치\s)?$"
)
_SO_DEAR = regex(r"(?:원)?(?:이)?(?:라서?|나\s?(?:하|되|돼)|이니)(?=[\s,])")
"""«로봇 한 대가 400만 원이라 엄두를 못 낸다»: what a thing is sold for."""
_SAVES = regex(r"\s(?:가능|예상|기대|전망|추정|달성|발생)$")
"""«4억 원 절감 가능»."""
_GOODS = regex(
    r"(?:값|시세|단가|가격|도매가|산지가)(?:은|는|이|가|도)\s(?:[가-힣]{1,8}\s){0,2}"
    r"(?:(?:한|[0-9]+)?\s?(?:㎏|kg|톤|t|근|마리|포기|상자|포대|가마|평|단|ℓ|리터)(?:에|당)?\s)?(?:약\s|평균\s)?$"
)
"""«바지락 값이 ㎏당 4000원까지 떨어진»: what goods fetch."""
_LENT = regex(
    r"(?:빌리는|빌려\s쓰는|타는|쓰는|이용하는|묵는|들어가는|맡기는)\s(?:값|삯|요금|돈)(?:은|는|이|가|도)\s(?:[가-힣]{1,6}\s)?"
    r"(?:하루|시간당|한\s?(?:시간|번|달)에?|1회에?|월)\s?(?:약|최대)?\s?$"
)
"""«빌리는 값은 하루 4만 원»: what the users pay."""


def _price(clause: Clause) -> bool:
    """«배추 한 포기에 3천 원», «1㎏에 2천 원에서»: what goods cost by weight or piece, where nobody gives it."""
    text = clause.analysis.text
    near = text[clause.segment().begin : clause.money.begin]
    if re.search(r"지원|보조|예산|사업비|단가", near):
        return False
    moved = clause.row.chunks[clause.place + 1] if clause.place + 1 < len(clause.row.chunks) else None
    if moved is not None and moved.lemma in _MOVE_VERBS and _GOODS.search(near):
        return True
    if clause.act is not None and clause.act.voice in ("gives", "gets"):
        return False
    if _LENT.search(near):
        return True
    if clause.analysis.quoted_at(clause.money.begin) is not None and _TO_BORROW.search(near):
        return True
    if _DEAR.search(near) and _SO_DEAR.match(text, clause.money.end, clause.sentence.end):
        return True
    return (clause.money.value.low or 0) < 1_000_000 and _MEASURED.search(near) is not None


_TO_BORROW = regex(
    r"(?:빌리|빌려\s쓰|얻어\s쓰|임대하|임차하|대여하|타|묵|맡기|쓰|이용하|찍|시험하|검사하|고치|돌리)는\s데(?:에|만|에만|는|도)?\s(?:[가-힣]{1,6}\s)?"
    r"(?:하루(?:에)?|시간당|한\s?(?:시간|번|달)에?|1회에?|매?[월달]|꼬박|매번)\s?(?:약|최대)?\s?$"
)
"""«장비 한 대 빌리는 데 하루 400만 원»: what somebody tells that it costs."""
_CHARGES = regex(
    r"\s?(?:원)?(?:만|씩|을|를|씩만)?\s(?:받[는을기고지습아으]|받았|물[리린릴]|거[둘두둬]|내면|내고|내야|내[는ㄴ]다|낸다|냅니다|치르면)"
)
_OF_USERS = regex(
    r"(?:이용료|사용료|대여료|대여비|임대료|체험료|체험비|입장료|관람료|통행료|승차료|탑승료|승선료|주차료|배달비|배달료|배송비|배송료"
    r"|참가비|수강료|수업료|숙박료|숙박비|운임|요금|택시비|버스비|밥값|방값|빌리는\s값|빌리는\s삯)(?P<to>은|는|이|가|도|을|를)?\s"
    r"(?:[가-힣]{1,6}\s)?(?:하루(?:에)?|1일|시간당|한\s?시간에?|건당|한\s?건에|1회(?:당|에)?|회당|한\s?번에|1박(?:에)?|박당|[가-힣]{1,2}당|월)\s?"
    r"(?:약\s|최대\s|단돈\s|고작\s)?(?:\d[\d,만천]*\s?원에서\s)?$"
)
_HELD_BACK = 1_000_000


def _users_pay(clause: Clause) -> bool:
    """«임대료는 하루 4만 원», «이용료 시간당 1천 원», «배달비가 건당 3천 원에서 2천 원으로»: what those pay who use a
    thing, where no public body bears it."""
    value = clause.money.value.low or 0
    if 0 < value < _HELD_BACK and _CHARGES.match(clause.analysis.text, clause.money.end, clause.sentence.end):
        near = clause.analysis.text[clause.segment().begin : clause.money.begin]
        if re.search(r"[가-힣](?:료|요금|값|비)(?:(?:는|은|로|를|도|만)\s[^.]{0,12}|\s)$", near):
            return True  # «하루 사용료는 2만 원만 받을 생각이다»
    if not 0 < value < _HELD_BACK or (clause.act is not None and clause.act.voice == "gives"):
        return False
    text, end = clause.analysis.text, clause.money.end
    if _OF_USERS.search(text, clause.sentence.begin, clause.money.begin) is None:
        return False
    return not _BORNE.match(text[end : min(clause.sentence.end, end + 60)])


def _effect(clause: Clause) -> bool:
    """«연간 20억 원 이상의 생산원가 절감 효과를 이룰 것»: what something is good for."""
    told = _EFFECT.match(clause.analysis.text, clause.money.end, clause.sentence.end)
    return told is not None and _GIVEN.search(told.group()) is None


def _trifle(clause: Clause) -> bool:
    """«셔츠 한 장 박으면 1,900원 받습니다»: less than ten thousand won that is no fee and no support for each."""
    value = clause.money.value
    if value.currency != "KRW" or not 0 < (value.low or 0) < 10000:
        return False
    if _BY_HEADS.search(clause.analysis.text, clause.sentence.begin, clause.money.begin):
        return False  # «주민 한 사람으로 나누면 가람 6,500원»
    words = clause.analysis.text[clause.segment().begin : min(clause.chunk.end + 12, clause.sentence.end)]
    return per_unit_of(clause) is None and not _FOR_EACH.search(words)


_INVESTORS = regex(
    r"(?:벤처\s?캐피[털탈]|벤처\s?투자사|창업\s?투자사|투자사|투자자|투자\s?기관|액셀러레이터|사모펀드|VC|엔젤)(?:들)?(?:\s(?:한|두|세|네|다섯|여러|\d+)\s?(?:곳|개사|군데|사))?(?:에서|에게서|로부터|한테서|에게)\s[^.]{0,20}$"
)
_PLEDGED = regex(
    r"\s?(?:원)?(?:짜리|\s?규모의|\s?상당의|대|의)?\s(?:민간\s|기업\s)?투자\s?(?:협약|양해각서|MOU)(?:을|를|만|도|이|가|은|는|에)\s"
)
_WON_BEFORE = regex(
    r"(?<![가-힣])(?:(?:외부|민간|벤처|시드|신규|해외|후속|국내외|기관)\s?투자(?:금|액|유치)?|(?:투자\s?의향|의향서)[^.]{0,40}투자(?:액|금|\s?규모)(?:은|는|이|가)?)"
    r"\s?(?:를|을)?\s?(?:합쳐서?\s|모두\s|총\s|약\s|합해\s){0,2}$"
)
_WOOED = regex(r"유치(?:하|한|할|했|를|에)[^.]{0,24}투자\s?(?:액|규모|금액)(?:은|는|이|가|만|도)\s(?:약\s|총\s)?$")


_ROUND = regex(
    r"(?:시리즈\s?[A-F]|프리\s?IPO|시드|프리\s?A)(?:\s?(?:투자|라운드|단계))?(?:로|에서|으로|를|을)?\s(?:모두\s|총\s|약\s)?$"
)


def _raised(clause: Clause) -> bool:
    """«이 회사는 30만 달러의 투자를 받았다», «투자사에서 9억 원을 받았다», «90억 원짜리 투자협약을 맺었다»: what
    companies raise or are wooed for."""
    text, money = clause.analysis.text, clause.money
    if _INVESTORS.search(text, clause.segment().begin, money.begin):
        return True
    if _WON_BEFORE.search(text, clause.segment().begin, money.begin) and not beside_a_purse(clause):
        return True
    if _PLEDGED.match(text, money.end) or _WOOED.search(text, clause.segment().begin, money.begin):
        return True
    if _ROUND.search(text, clause.segment().begin, money.begin):
        return True
    return bool(
        re.match(
            r"\s?(?:규모의?|의|상당의)?\s?(?:시리즈\s?[A-Z]\s)?(?:시드\s)?(?:민간\s?|외부\s?|해외\s?|기업\s?)?투자(?:금|액)?(?:를|을)?\s?(?:받|유치|이끌|끌어)"
            r"|(?:원)?(?:을|를|가량을|씩)?\s투자(?:를\s)?\s?(?:받|유치)",
            clause.analysis.text[clause.money.end : clause.money.end + 24],
        )
    )


def _converted(clause: Clause) -> bool:
    """«4조 원(29억 달러 상당)»: the same sum in another currency."""
    host = clause.row.host
    if host is None or host.money is None or host.money.begin >= clause.row.host_end:
        return False
    return bool(
        clause.money.value.currency != host.money.value.currency
        and clause.money.value.currency != "KRW"
        and re.search(r"상당|환산|약|어치|해당", clause.analysis.text[clause.chunk.begin : clause.money.end + 6])
    )


_UNSPENT = (
    r"(?:(?:못|안|덜)\s?(?:다\s)?(?:쓰|쓴|썼|쓸)|(?:다\s|채\s|제때\s)?(?:쓰|집행하|사용하|쓰이|집행되)지\s?(?:도\s|는\s)?(?:못|않|아니)"
    r"|남[기긴겼길아았은]|불용|이월|미집행|미사용|묵[히혔힌]|잠자|사장)"
)
_OF_WHICH = regex(r"(?:가운데|중|중에서|에서)\s(?:[가-힣]{1,8}\s){0,2}(?:약\s|무려\s)?$")
_LEFT_BEHIND = regex(
    rf"\s?(?:원)?(?:가량|정도|쯤)?(?:을|를|이|은|는|가|만|도)?\s(?:[가-힣]{{1,6}}\s){{0,2}}?{_UNSPENT}"
)
_NOT_SPENT = regex(
    r"\s?(?:원)?(?:가량|정도|쯤)?(?:을|를|이|은|는|가|도)?\s(?:[가-힣]{1,6}\s){0,2}?(?:(?:못|안|덜)\s?(?:다\s)?(?:쓰|쓴|썼|쓸)"
    r"|(?:쓰|집행하|사용하|쓰이|집행되)지\s?(?:도\s|는\s)?(?:못|않)|불용|이월|반납|미집행)"
)
_CARRIED_OVER = regex(
    r"\s?(?:원)?(?:을|를|이|은|는|가)\s(?:(?:모두|전액|내년(?:도)?로|다음\s해로|20\d\d년(?:으)?로)\s)?(?:(?:명시|사고|계속비)\s?)?(?:이월|불용\s?처리)(?:함|됨|하|했|하였|되|됐|시[키켰킴])"
)
"""«잔여 사업비 6억 원을 이월함»."""
_LEFT_BEFORE = regex(
    r"(?:(?:미집행|불용|미사용|이월)(?:액|금|된|되는|분|\s?예산|\s?잔액|한)?|(?:쓰|집행하)지\s(?:못한|않은)|못\s쓴|안\s쓴)\s(?:[가-힣]{1,6}\s){0,2}?(?:약\s)?$"
)


def _left_over(clause: Clause) -> bool:
    """«19억 원 중 6억 원을 못 쓰고 남겼다», «미집행 310백만 원 이월»: what nobody has spent of a sum."""
    text, money = clause.analysis.text, clause.money
    if _LEFT_BEFORE.search(text, clause.segment().begin, money.begin):
        return True
    if _CARRIED_OVER.match(text, money.end, clause.sentence.end) is not None:
        return True
    if not _LEFT_BEHIND.match(text, money.end, min(clause.sentence.end, money.end + 30)):
        return False
    if _OF_WHICH.search(text, clause.sentence.begin, money.begin) is not None:
        return True
    if _NOT_SPENT.match(text, money.end, min(clause.sentence.end, money.end + 30)) is None:
        return False  # «9억 원을 깎아 16억 원만 남겼다»
    told = [c.money for c in clause.row.chunks[: clause.place] if c.money is not None]
    return any((m.value.low or 0) > (money.value.low or 0) for m in told)  # «21억 원을 세웠지만 8억 원을 쓰지 못했다»


_HEARSAY = regex(
    r"^[^.]{0,14}?(?:다는|라는|이라는|란|든다는|[ᆫ는]다는)\s(?:말|말씀|얘기|이야기|소문|속설|속담|통념|숫자|수치|셈법|식의?|농담|덩치|큰돈|거금|상징|꼬리표|간판|이름표)"
)
_COMPANIES = regex(r"(?:\d\s?(?:개\s?)?사|기업들?|업체들?|회사들?|업계|협력사들?|투자사들?|투자자들?)$")


def _hearsay(clause: Clause) -> bool:
    """«1조원이 든다는 말», «7천억이라는 숫자»: what is commonly said, given by nobody."""
    return bool(_HEARSAY.match(clause.analysis.text[clause.money.end : clause.sentence.end]))


def _of_companies(clause: Clause) -> bool:
    """«7개사는 1,830억원을 투자해 580명을 뽑는다», «A사 혼자 900억원을 맡는다»: private investment of companies."""
    text = clause.analysis.text
    if re.search(r"(?:혼자|홀로|단독으로)(?:서)?\s?(?:약|총)?\s?$", text[clause.segment().begin : clause.money.begin]):
        return True
    if clause.act is None or clause.act.word not in ("투자", "재투자", "출자"):
        return False
    for chunk in clause.row.chunks[: clause.place]:
        if (
            chunk.kind == "noun"
            and chunk.money is None
            and chunk.particle in ("은", "는", "이", "가")
            and _COMPANIES.search(text[chunk.begin : chunk.end])
        ):
            return True
    return False


def _increment(clause: Clause, lexicon: Lexicon) -> bool:
    """306억 원 많다, 97억 원 늘어난, 20억 원이 늘었다; 120억 원으로 늘었다 is a sum."""
    if clause.chunk.particle in ("", "이", "가", "을", "를", "이나", "가량", "씩") and not clause.after.strip(
        " 가량여정도쯤"
    ):
        chunks = clause.row.chunks
        i = clause.place + 1
        while i < len(chunks) and chunks[i].kind == "adverb":
            i += 1
        if i < len(chunks) and chunks[i].kind == "verb" and chunks[i].lemma in _MOVE_VERBS and not chunks[i].compound:
            approved = chunks[i].lemma == "증액" and clause.chunk.particle in ("을", "를") and not _between(clause, i)
            between = chunks[i].lemma == "빠지" and any(c.money is not None for c in chunks[i + 1 :])
            return not approved and not between  # «5억원에서 2억원이 빠져 3억원이»: what was cut
    if _MORE_ASKED.match(clause.rest):
        return False
    after = clause.row.chunks[clause.place + 1] if clause.place + 1 < len(clause.row.chunks) else None
    if after is not None and after.lemma == "주" and not after.compound and clause.chunk.particle in ("이", "가"):
        return True  # «전기료 1천300만 원이 준다»: 줄다
    if _STEP_BEFORE.search(clause.analysis.text, clause.segment().begin, clause.money.begin):
        return True
    if _PLUS.search(clause.analysis.text, max(0, clause.money.begin - 4), clause.money.begin):
        return True  # «368억 원 → 387억 원(+19억 원)»
    return bool(_CHANGE_NOUN.match(clause.rest)) and clause.chunk.particle not in ("으로", "로")


def _between(clause: Clause, verb: int) -> bool:
    """«기정액 11억 원에서 4억 원을 증액하여 15억 원을 계상»: the step between two sums that are told."""
    chunks = clause.row.chunks
    if chunks[verb].ending == "ETM" and verb + 1 < len(chunks) and chunks[verb + 1].money is not None:
        return True  # «4억 원을 증액한 13억 원으로»
    from_ = any(c.money is not None and c.particle in ("에서", "보다", "대비") for c in chunks[: clause.place])
    return from_ and any(c.money is not None for c in chunks[verb + 1 :])


_OVER = regex(
    r"\s?(?:원)?(?:이|을|를)?\s(?:넘는|넘긴|웃도는|초과하는|밑도는|안\s?되는|못\s?미치는|이상\s?드는)\s(?:모든\s|각종\s|대형\s)?(?:[A-Z]{1,3}\s|[가-힣]{2,4}\s)?"
    r"(?:사업|공사|계약|용역|과제|기업|업체|사업장|법인)(?:들|마다|에는|에|은|는|을|이라면)(?=\s)"
)
"""«10억 원이 넘는 사업에는»: a bound for any."""


def _threshold(clause: Clause) -> bool:
    """연 매출 50억 원 이상인 업체, 10억 원 미만의 사업: a bound of somebody else."""
    if _OVER.match(clause.analysis.text, clause.money.end, clause.sentence.end):
        return True
    return bool(_LIMIT.match(clause.rest)) and bool(
        re.match(
            r"\s?(?:미만|이하|이상|초과)(?:인|의)?\s?(?:기업|업체|사업(?!비)|중소|소상공인|가구|공사|사람|법인|매출|"
            r"규모(?!의\s?(?:사업비|예산|재원|투자|국비|지원)))",
            clause.rest,
        )
    )
