"""What a sum is for, in the words of its own clause."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.facts.allocation.chunks import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.words import acts, money_nouns, sources
from kg.lexicon import Lexicon
from kg.spans import Span

_QUANTITY = re.compile(r"\s?(?:약|총|모두)?\s?\d[\d,.]*\s?(?:만|천|백)?\s?여?\s?(?:명|곳|개소?|대|건|가구|팀|개사|개\s?사|종|호|동|식|기|채|면|마리|인)(?:씩|여)?$")
_TIME = re.compile(
    r"^(?:(?:또|따라|이에 따라|이로써|결국|실제로|등|당장|이날|앞서|오는|지난|또한|이어|특히|우선|먼저|이와 함께|아울러|당초|현재|그동안|향후|앞으로|이 가운데|이중|이 중|그중|나머지|추가로|별도로|사업 첫해인|첫해인|첫해|"
    r"(?:20\d\d|[’‘'`]?\d\d(?=년))\s?(?:년도|년)?(?:\s?\(안\))?(?:분|부터|까지의|까지|의)?(?=\s)|올해분?|내년도?|내년분|지난해|작년|금년|내후년|이듬해|다음 해|올(?=\s)|매년|해마다|연간|"
    r"(?:상|하)반기|이후|연말까지|\d{1,2}월(?:까지|부터)?|(?:앞으로\s|향후\s)?(?:\d+|[한두세네]|다섯|열)\s?(?:년|해)\s?(?:간|동안)(?:에)?|전체|총|모두|평균|약|최대|최소|각각|각|한 해|연|월)\s*)+"
)
_SPLIT_WORD = re.compile(r"^(?:연차|연도|재원|분야|부서|사업|항목|기관|지역|단계|차)별(?:로는|로|은|는)?\s*")
_LEAD_MARK = re.compile(r"^[\s\-–—△▲▶◇○●◦□■▪•·ㅇ※:;,/|①-⑳]+")
_TAIL_MARK = re.compile(r"[\s:：,\-–—=·/(\[]+$")
_TAIL_AMOUNT = re.compile(r"\s?(?:총|모두|약|최대|최소|각각|전체|합계|연간|연|월|매년|무려|불과|고작|평균|몫)+$")
_OF_GOVERNMENT = re.compile(r"^(?:(?:[가-힣]{1,8}(?:특별자치시|특별자치도|특별시|광역시|시|도|군|구|부|처|청)|정부|시|도|군|구|본청)(?:의|가|는|이|은)?\s)(?=\S)")
_ANAPHOR = frozenset(("여기", "거기", "이곳", "그곳", "이", "그", "이번", "이것", "이를", "이번 사업", "이 사업", "해당 사업", "사업", "동 사업", "본 사업", "이 가운데", "이 중", "그중", "이중"))
_BARE = re.compile(r"^(?:이|이번|목표|신청|요청|확보|투입|예상|필요|추정|집행|최종|확정|그|해당|동|본|관련|같은|전체|올|지원|소요|총|신규|추가|당초|자체|관련된|필요한|시|도|군|구|정부|사업|국가|세부)*$")
_PERSONAL = re.compile(r"(?:\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|[스서마쉰예]\S{1,2}|수십|수백|각|매)\s?(?:곳|명|사람|대|개사|개소|가구|업체|기업|건|팀|학교|군데|동|개|과제)(?:당|별)?$|(?:인|명|곳|업체|기업|가구|개소|개사|팀|과제|제품|건)당$|별$|에게$")
_PAPER = re.compile(r"(?:예산|예산안|본예산|추경|추경안|추가경정예산안?|회계|기금|계획안?|로드맵)$")
_TIME_ONLY = re.compile(r"^(?:당장|오는|바로|지난|이날|우선|등|\s)*(?:(?:20\d\d|[’‘']\d\d)\s?(?:년도|년)?|올해|내년|지난해|작년|첫해|이듬해|다음 해|올|현재|지금|당초|당시|최근|앞으로|향후|연말|연내|말|올 하반기|하반기|상반기|\d{1,2}(?:월|일)|\d+년|지난\s?\S{1,6}|다음\s?달|이달)(?:\s?(?:초|말|중|안|내|상반기|하반기|분|\d{1,2}월|\d{1,2}일|하반기|연말))*$")
_BODY = re.compile(r"(?:^|\s)(?:시|도|군|구|정부|국회|의회|시의회|도의회|구의회|군의회|중앙정부|기재부|기획재정부|과기정통부|중기부|산업부|국토부|교육부|행안부|복지부|문체부|해수부|농식품부)$")
_ANAPHORIC_OWNER = re.compile(r"^(?:이|이번|해당|그|동)\s?(?:사업|센터|펀드|시설|계획|전략|프로젝트|정책|플랫폼|시스템|서비스)(?:의|\s)\s?(?=\S)")
_WHOLE_BUDGET = re.compile(r"(?:[가-힣]{1,8}(?:시|도|군|구|청|정부|부)|시|도|군|구)(?:의)?\s(?:전체|총|자체|본청|한 해)\s?(?:살림|예산안?|재정|예산 규모)$")
_PERCENT_OF = re.compile(r"^(.{2,30}?)(?:의|비용의)\s?\d[\d.]*\s?(?:%|퍼센트)")
_GLOSS = re.compile(r"(?<=\S)\s?\((?:이하[^()]{1,24}|[A-Za-z&·\s]{1,24}|[\u3400-\u9fff]{1,8})\)(?!\S*\()")
_KIND = re.compile(r"(?:^|\s|급\s?|의\s)(?:사업|시설|센터|계획|프로젝트|단지|공장|곳|건물|일|작업|구상|액수|규모|돈|금액|과제|정책|공사)$")
_ONE_OF = re.compile(r"(?:의|\s중|\s가운데)\s(?:하나|한 축|일환|핵심|일부)$")
_GOAL_PARTICLES = ("에", "에는", "에도", "에만", "에까지", "에다", "에다가", "엔", "에선")
_SUBJECTS = ("은", "는", "이", "가", "도", "란", "이란", "만", "만은")


@dataclass(frozen=True, slots=True)
class Purpose:
    """The wording, its place, the way of writing (feature) and whether it only names a kind of cost (운영비)."""

    text: str
    span: Span
    feature: str
    cost: bool = False


def purpose_of(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The first of the ways of writing that gives a wording: in the sum's phrase, before it, after it."""
    for way in (_bracket, _in_phrase, _label, _for_doing, _share_of, _built_with, _of_size, _goal_before, _object_before, _was,
                _subject, _share_after, _as_before, _after_phrase, _goal_after, _given_thing, _done_with):
        found = way(clause, lexicon)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4)
def _money_tail(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted({*money_nouns(lexicon), *sources(lexicon)}, key=lambda w: (-len(w), w))
    return re.compile(r"(?:^|(?<=\s)|(?<=[가-힣A-Za-z)’'”」]))(?:" + "|".join(re.escape(w) for w in words) + r")(?:\s?등)?$")


def without_time(text: str, begin: int, end: int) -> Span:
    """The words without leading times, marks and owners: «5년 동안 AI 분야» is AI 분야."""
    return Span(*_bounds(text, begin, end))


def without_gloss(words: str) -> str:
    """The words without «(AI)», «(이하 X)»."""
    return " ".join(_GLOSS.sub("", words).split())


def wording(clause: Clause, begin: int, end: int, lexicon: Lexicon, *, keep_paper: bool = False) -> Purpose | None:
    """Clean ``text[begin:end]``: times, totals and money nouns go, what is left must say something."""
    text = clause.analysis.text
    begin, end = _bounds(text, begin, end)
    if begin >= end:
        return None
    words = text[begin:end]
    whole = _WHOLE_BUDGET.search(words)
    if whole:
        return Purpose(" ".join(whole.group().split()), Span(begin + whole.start(), end), "")
    money_tail = _money_tail(lexicon)
    one = _ONE_OF.search(words)
    if one:
        words = words[: one.start()]
    for _ in range(4):  # «AI 교육 사업 예산 총» loses 총, then 예산
        cut = _TAIL_AMOUNT.search(words) or _TAIL_MARK.search(words)
        if cut:
            words = words[: cut.start()]
            continue
        tail = money_tail.search(words)
        if tail:
            words = words[: tail.start()].rstrip(" 의·,")
            continue
        break
    words = words.rstrip()
    if _BARE.match(words.replace(" ", "")) or words in _ANAPHOR or _TIME_ONLY.match(words):
        return None
    if _PERSONAL.search(words) or not re.search(r"[가-힣A-Za-z]", words):
        return None
    if not keep_paper and _PAPER.search(words):
        return None
    if re.match(r"[\d.,]+\s?\S{0,3}$", words) or re.search(r"(?:국비|시비|도비|구비|군비|민자|지방비)\s?\d", words):
        return None
    if len(re.sub(r"[\s‘’'\"“”()]", "", words)) < 2 and words not in ("땅", "집", "차", "배"):
        return None
    span = Span(begin, begin + len(words))
    if any(p.begin <= span.begin and span.end <= p.end for p in clause.places):
        return None
    return Purpose(_unquoted(words), span, "")


def _bounds(text: str, begin: int, end: int) -> tuple[int, int]:
    while True:
        words = text[begin:end]
        pointing = _ANAPHORIC_OWNER.match(words)
        if pointing:
            begin += pointing.end()
            continue
        lead = _LEAD_MARK.match(words) or _SPLIT_WORD.match(words) or _TIME.match(words)
        if lead and lead.end():
            begin += lead.end()
            continue
        if _WHOLE_BUDGET.search(words):
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


def _unquoted(words: str) -> str:
    """Marks that enclose the whole wording go; inner ones stay."""
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


def _with(found: Purpose | None, feature: str) -> Purpose | None:
    if found is None:
        return None
    cost = bool(re.search(r"(?:홍보|비|비용|료|인건비|수당|상금|장려금|운영비)$", found.text))
    return Purpose(found.text, found.span, feature, cost)


def _spread(clause: Clause, place: int) -> int:
    """Where the phrase at ``place`` begins, with the nouns joined to it by commas and a short clause that leans on it."""
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
    return bool(_TIME_ONLY.match(text[chunk.begin : chunk.end]))


def _bracket(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X(35억 원): the words before the bracket; a bracket on another sum holds its parts instead."""
    row = clause.row
    if row.host is None or row.parent is None or (row.host.money is not None and row.host.money.begin < row.host_end):
        return None
    if clause.place and any(c.money is not None for c in row.chunks[: clause.place]):
        return None
    host_place = row.parent.chunks.index(row.host)
    found = wording(clause, row.host.begin, row.host_end, lexicon)
    if found is None or host_place < 0:
        return None
    return _with(found, "bracket")


def _in_phrase(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 예산 35억 원, 운영비 12억 원, X 35억 원: the words before the sum in its own phrase."""
    begin = clause.chunk.begin
    words = clause.before
    named = re.search(r"위한\s*$|위해\s*$", words)
    if named:
        return None
    if clause.place and clause.before.strip():
        begin = _spread_back_over_comma(clause)
    found = wording(clause, begin, clause.money.begin, lexicon)
    if found is not None and found.text.endswith(("규모", "상당", "대비", "보다", "이상", "기준")):
        return None
    return _with(found, "in-phrase")


def _label(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X : 35억 원."""
    chunks, i = clause.row.chunks, clause.place
    if i < 2 or chunks[i - 1].kind != "stop" or chunks[i - 1].lemma != ":" or chunks[i - 2].kind != "noun":
        return None
    return _with(wording(clause, chunks[i - 2].begin, chunks[i - 2].end, lexicon), "label")


def _spread_back_over_comma(clause: Clause) -> int:
    """A list of nouns that only the last noun's sum follows is one wording: «A, B 등에», never «A 3억, B 5억»."""
    return clause.chunk.begin


def _for_doing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X를 세우는 데 35억 원, X를 위해 35억 원, X를 양성하기 위해 35억 원."""
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(clause.place - 1, max(clause.left - 3, -1), -1):
        chunk = chunks[i]
        if chunk.money is not None:
            return None
        if chunk.kind == "noun" and text[chunk.begin : chunk.end] == "데" and i and chunks[i - 1].kind == "verb":
            return _with(_deed(clause, i - 1, lexicon), "for-doing")
        if chunk.kind == "verb" and chunk.lemma in ("위하", "대비하", "대응하"):
            before = chunks[i - 1] if i else None
            if before is None:
                return None
            if before.kind == "verb" and before.ending == "ETN":
                return _with(_deed(clause, i - 1, lexicon), "for-doing")
            if before.kind == "noun" and before.particle in ("을", "를"):
                return _with(wording(clause, _spread(clause, i - 1), before.end, lexicon), "for-thing")
            return None
    return None


def _deed(clause: Clause, verb_place: int, lexicon: Lexicon) -> Purpose | None:
    """The object of a predicate, with its noun where that says what is done: «인재를 양성하» -> 인재 양성."""
    chunks, text = clause.row.chunks, clause.analysis.text
    verb = chunks[verb_place]
    for i in range(verb_place - 1, max(verb_place - 5, -1), -1):
        chunk = chunks[i]
        if chunk.kind == "noun" and chunk.money is None and (chunk.particle in ("을", "를") or (i == verb_place - 1 and not chunk.particle)):
            found = wording(clause, _spread(clause, i), chunk.end, lexicon)
            if found is None:
                return None
            if verb.suffix == "하" and verb.lemma in _deeds(lexicon):
                bare = _QUANTITY.sub("", found.text)
                return Purpose(f"{bare} {verb.lemma}", Span(found.span.begin, verb.begin + len(verb.lemma)), "")
            return Purpose(_QUANTITY.sub("", found.text) or found.text, found.span, "")
        if chunk.kind == "verb" and chunk.closes():
            break
    noun_verb = verb.suffix == "하"
    if noun_verb and verb_place and chunks[verb_place - 1].kind == "noun" and not chunks[verb_place - 1].particle:
        return wording(clause, chunks[verb_place - 1].begin, verb.begin + len(verb.lemma), lexicon)
    _ = text
    return None


@lru_cache(maxsize=4)
def _deeds(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("purpose_deeds"))


def _goal_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
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
            leant = leant or chunk.lemma not in acts(lexicon)
            continue
        if leant and chunk.kind == "noun" and chunk.particle not in ("에는", "엔", "에만", "에도"):
            continue
        if chunk.kind == "noun" and chunk.particle in _GOAL_PARTICLES:
            words = text[chunk.begin : chunk.end]
            if _is_time_or_count(words) or _BODY.search(words):
                continue
            found = wording(clause, _spread(clause, i), chunk.end, lexicon)
            if found is not None:
                return _with(found, "goal")
    return None


def _is_time_or_count(words: str) -> bool:
    return bool(_TIME_ONLY.match(words.strip())) or bool(_PERSONAL.search(words))


def _subject(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 사업비는 35억 원이다, X 펀드가 35억 원, X 예산은 30억 원에서 35억 원으로."""
    moves = clause.act is None or clause.act.voice == "goes" or clause.act.plain == "cut" or clause.chunk.particle in ("으로", "로", "에서")
    if not moves:
        return None
    chunks = clause.row.chunks
    leant = False
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "verb" and chunk.ending == "ETM":
            leant = True
        if chunk.kind != "noun" or chunk.money is not None or chunk.particle not in _SUBJECTS:
            continue
        if leant and chunk.particle in ("이", "가"):
            continue  # the subject of a clause that leans on the sum's phrase
        if _is_time_or_count(clause.analysis.text[chunk.begin : chunk.end]):
            continue
        found = wording(clause, chunk.begin, chunk.end, lexicon)
        if found is not None:
            return _with(found, "subject")
    return None


def _as_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """교육비로 35억 원, X 예산으로 35억 원."""
    chunks = clause.row.chunks
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind != "noun" or chunk.money is not None:
            break
        if chunk.particle in ("으로", "로", "으로는", "로는", "으로만", "로만"):
            return _with(wording(clause, chunk.begin, chunk.end, lexicon), "as")
    return None


def _object_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 사업을 35억 원에, X 예산을 30억 원으로; X를 35억 원 규모로."""
    chunks = clause.row.chunks
    if not (clause.chunk.particle in ("으로", "로", "에", "에서", "") or clause.after.strip().startswith("규모")):
        return None
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "verb":
            break
        if chunk.kind == "noun" and chunk.money is None and chunk.particle in ("을", "를"):
            return _with(wording(clause, _spread(clause, i), chunk.end, lexicon), "object")
    return None


_BECOMES = frozenset(("서", "들어서", "생기", "세워지", "지어지", "만들어지", "놓이", "갖춰지", "열리", "선보이"))


def _built_with(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X가 35억 원을 들여 조성된다: the subject of what is done with the money, where that is passive."""
    if clause.head is None or clause.head.ending_form not in ("어", "아", "여", "어서") or clause.act is None:
        return None
    chunks = clause.row.chunks
    for chunk in chunks[chunks.index(clause.head) + 1 :]:
        if chunk.kind == "stop":
            return None
        if chunk.kind == "verb" and chunk.closes():
            if chunk.suffix != "되" and chunk.lemma not in _BECOMES:
                return None
            break
    else:
        return None
    for i in range(clause.place - 1, clause.left - 1, -1):
        if chunks[i].kind == "noun" and chunks[i].particle in ("이", "가", "은", "는") and chunks[i].money is None:
            return _with(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "subject")
    return None


def _share_of(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """도입비의 70%까지, 한 곳에 최대 1억 원을: the thing of which a share is paid."""
    for chunk in clause.previous():
        if chunk.kind == "noun" and chunk.particle in ("까지", ",", "를", "을", "로", "이내에서", "범위에서", "이내로"):
            match = _PERCENT_OF.match(clause.analysis.text[chunk.begin : chunk.end + 1])
            if match:
                return _with(wording(clause, chunk.begin, chunk.begin + match.end(1), lexicon), "share")
    return None


def _was(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """지난해 24억 원이던 X가: the noun that a copula leans on."""
    chunks = clause.row.chunks
    if clause.place + 2 >= len(chunks) or chunks[clause.place + 1].lemma != "이" or chunks[clause.place + 1].ending != "ETM":
        return None
    thing = chunks[clause.place + 2]
    if thing.kind != "noun" or thing.money is not None or clause.analysis.text[thing.begin : thing.end] in ("것", "데", "때", "만큼"):
        return None
    return _with(wording(clause, thing.begin, thing.end, lexicon), "was")


def _share_after(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원이 X 몫이다, 35억 원은 X 예산이다, 35억 원은 X용이다."""
    if clause.chunk.particle not in ("이", "가", "은", "는"):
        return None
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(clause.place + 1, min(clause.place + 4, len(chunks) - 1)):
        if chunks[i].kind == "noun" and chunks[i + 1].lemma == "이" and chunks[i + 1].kind == "verb":
            match = re.search(r"(?:\s?(?:몫|용도|예산|사업비|비용)|용|분)$", text[chunks[i].begin : chunks[i].end])
            return _with(wording(clause, chunks[i].begin, chunks[i].begin + match.start(), lexicon), "share") if match else None
        if chunks[i].kind != "adverb":
            return None
    return None


def _of_size(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원 규모의 X, 35억 원짜리 X."""
    if clause.chunk.suffix.endswith("짜리") or re.match(r"\s?(?:규모의?|상당의?|어치의?|짜리)\s*\S", clause.after):
        return _after_phrase(clause, lexicon)
    head, chunks = clause.head, clause.row.chunks
    if head is not None and head.ending == "ETM" and clause.act is not None:  # «35억 원이 드는 ‘X’»
        i = chunks.index(head) + 1
        if i < len(chunks) and clause.analysis.text[chunks[i].begin] in "‘“「『'\"<":
            return _after_phrase(clause, lexicon)
    return None


def _after_phrase(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원 규모의 X, 35억 원짜리 X, 35억 원의 X 예산, 35억 원이 드는 X, 35억 원을 들이는 X."""
    text, chunks = clause.analysis.text, clause.row.chunks
    match = re.match(r"\s?(?:규모의?|상당의?|짜리|대의|어치의?|가량의|의)\s*(?!\d|절반|[두세]\s?배|갑절|배)", clause.after)
    if match and match.end() < len(clause.after):
        return _with(wording(clause, clause.money.end + match.end(), clause.chunk.end, lexicon), "after")
    if clause.chunk.suffix.endswith("짜리") and clause.place + 1 < len(chunks) and chunks[clause.place + 1].kind == "noun":
        return _with(wording(clause, chunks[clause.place + 1].begin, chunks[clause.place + 1].end, lexicon), "after")
    if clause.head is not None and clause.head.ending == "ETM" and clause.act is not None:
        i = chunks.index(clause.head) + 1
        if i < len(chunks) and chunks[i].kind == "noun" and chunks[i].money is None:
            words = text[chunks[i].begin : chunks[i].end]
            named = chunks[i].particle in ("으로", "로") or i + 1 < len(chunks) and chunks[i + 1].kind == "verb" and chunks[i + 1].lemma == "이"
            if named and _KIND.search(words) and not re.search(r"[‘’“”「」'\"]", words):
                return None  # it only says what kind of thing the sentence's topic is
            if not re.match(r"(?:것|예정|계획|방침|사업비|예산|내용|방안|안|데|이유|만큼|때|경우|곳|기업|업체|셈)\b|.{0,12}(?:예산안?|추경안?|계획)$", words):
                return _with(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "after")
    return None


def _goal_after(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원을 X에 투입한다, 35억 원은 X에 쓴다."""
    text = clause.analysis.text
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind == "stop" or chunk.money is not None:
            break
        if chunk.kind == "verb" and chunk.ending != "ETM":
            break
        if chunk.kind == "noun" and (chunk.particle in _GOAL_PARTICLES or chunk.end > chunk.begin and text[chunk.begin] in "‘“「") and clause.act is not None:
            words = text[chunk.begin : chunk.end]
            if _inside_leaning(clause, chunk, lexicon):
                continue
            if _is_time_or_count(words) or re.search(r"(?:정부|의회|국회|부처|부|도|시|군|구|청|회의|심사|심의|은행|재단|기업|업체)$", words):
                continue
            found = wording(clause, chunk.begin, chunk.end, lexicon)
            if found is not None:
                return _with(found, "goal")
    return None


def _inside_leaning(clause: Clause, chunk: Chunk, lexicon: Lexicon) -> bool:
    """«눈길에 소금물을 뿌리는 X에»: a goal of a clause that only describes what follows."""
    chunks = clause.row.chunks
    for later in chunks[chunks.index(chunk) + 1 :]:
        if later.kind == "verb":
            return later.ending == "ETM" and later.lemma not in acts(lexicon)
        if later.kind == "stop":
            return False
    return False


def _given_thing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """한 곳에 최대 1억 원까지 도입 비용을 지원한다, 1인당 12만 원씩 이용권을 준다."""
    if not (clause.chunk.suffix or clause.chunk.particle in ("까지", "씩", "가량", "", "에서", "한도에서", "이내에서", "한도로")):
        return None
    if clause.act is None:
        return None
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind in ("stop", "verb") or chunk.money is not None:
            break
        if chunk.particle in ("을", "를"):
            return _with(wording(clause, chunk.begin, chunk.end, lexicon), "thing")
    return None


def _done_with(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원을 들여 X를 짓는다, 35억 원으로 X를 만든다."""
    chunks = clause.row.chunks
    start = None
    if clause.head is not None and clause.head.ending == "EC" and clause.act is not None and clause.act.voice in ("gives", "gets"):
        if clause.head.ending_form in ("어", "아", "여", "어서", "아서", "해", "고"):
            start = chunks.index(clause.head) + 1
    elif clause.chunk.particle in ("으로", "로") and clause.act is None:
        start = clause.place + 1
    if start is None:
        return None
    for i in range(start, len(chunks)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None:
            break
        if chunk.kind == "verb" and chunk.ending == "ETM" and i + 1 < len(chunks) and chunks[i + 1].kind == "noun":
            if i == start and chunks[i + 1].money is None:  # «35억 원을 들여 짓는 X»
                return _with(wording(clause, chunks[i + 1].begin, chunks[i + 1].end, lexicon), "done-with")
        if chunk.kind == "verb" and chunk.closes():
            if chunk.lemma in acts(lexicon) and chunk.lemma not in ("조성", "마련", "추진", "지원", "늘리", "키우", "높이", "벌이", "모집", "결성", "제공", "나누", "폐지", "활용"):
                break
            return _with(_deed(clause, i, lexicon), "done-with")
    return None
