"""What a sum is for, in the words of its own clause: the ways of writing it, one function each."""

import itertools
import re
from functools import lru_cache

from kg.facts.allocation.chunks import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.wording import Purpose, is_time, is_time_or_count, wording
from kg.facts.allocation.words import acts
from kg.lexicon import Lexicon
from kg.spans import Span

_QUANTITY = re.compile(
    r"\s?(?:약|총|모두)?\s?\d[\d,.]*\s?(?:만|천|백)?\s?여?\s?(?:명|곳|개소?|대|건|가구|팀|개사|개\s?사"
    r"|종|호|동|식|기|채|면|마리|인)(?:씩|여)?$"
)
_PLACE = re.compile(
    r"^(?!\S*(?:도시|전시|감시|표시)$)[가-힣]{2,3}(?:시|군)$|^(?!연구|기구|도구|가구|농구|축구|야구|친구|입구|출구|항구|지구|특구|"
    r"인구|요구|청구)[가-힣]{1,3}구$"
)
_BODY = re.compile(
    r"(?:^|\s)(?:시|도|군|구|정부|국회|의회|시의회|도의회|구의회|군의회|중앙정부|기재부|기획재정부|"
    r"과기정통부|중기부|산업부|국토부|교육부|행안부|복지부|문체부|해수부|농식품부)$"
)
_PERCENT_OF = re.compile(r"^(.{2,30}?)(?:의|비용의)\s?\d[\d.]*\s?(?:%|퍼센트)")
_KIND = re.compile(
    r"(?:^|\s|급\s?|의\s)(?:사업|시설|기관|조직|연구소|연구원|재단|기구|펀드|기금|플랫폼|시스템|서비스|장비|건축물|공간|거점|센터|계획|프로젝트|단지|공장|곳|건물|일|작업|구상|액수|규모|돈|"
    r"금액|과제|정책|공사|R&D|연구개발)$"
)
_DECIDES = re.compile(
    r"(?:위원회|의회|예결위|예결특위|특위|상임위|국회|집행부|정부|기재부|기획재정부|의원|위원|위원장|의원들|위원들|시장|도지사|지사|군수|구청장)$"
)
_SPELLED = re.compile(r"\s(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:곳|개소|군데|동|기|척|채|개)$")
_PLAN = re.compile(r"(?:계획|구상|방안|방침|전략|사업|안|복안|청사진|로드맵|협약|정책|것|그림|작업|공사|프로젝트)$")
_COST_NAME = re.compile(
    r"[가-힣]{1,6}(?<!사업)(?<!예)(?<!정)(?<![국시도구군낭소])비$|(?:인건비|수당|장학금|용역비|임차료|사용료|구독료|이용료|보상금|장려금|격려금|상금)$"
)
_GOAL_PARTICLES = ("에", "에는", "에도", "에만", "에까지", "에다", "에다가", "엔", "에선")
_SUBJECTS = ("은", "는", "이", "가", "도", "란", "이란", "만", "만은")


def purpose_of(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The first of the ways of writing that gives a wording: in the sum's phrase, before it, after it."""
    for way in (
        _bracket,
        _in_phrase,
        _label,
        _for_doing,
        _share_of,
        _built_with,
        _topic_as_object,
        _spent_on_object,
        _of_size,
        _budget_itself,
        _object_beside,
        _of_thing,
        _goal_before,
        _object_before,
        _was,
        _subject,
        _share_after,
        _as_before,
        _after_phrase,
        _goal_after,
        _given_thing,
        _defined,
        _done_with,
        _in_doing,
        _for_recipients,
    ):
        found = way(clause, lexicon)
        if found is not None:
            return found
    return None


def _with(found: Purpose | None, feature: str) -> Purpose | None:
    if found is None:
        return None
    cost = bool(re.search(r"(?:홍보|비|비용|료|인건비|수당|상금|장려금|운영비)$", found.text))
    return Purpose(found.text, found.span, feature, cost)


def _spread(clause: Clause, place: int) -> int:
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


def _bracket(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X(35억 원): the words before the bracket; a bracket on another sum holds its parts instead."""
    row = clause.row
    if row.host is None or row.parent is None or (row.host.money is not None and row.host.money.begin < row.host_end):
        return None
    if clause.place and any(c.money is not None for c in row.chunks[: clause.place]):
        return None
    if row.host.kind == "verb":  # «CCTV를 설치하고(24억 원)»
        chunks = row.parent.chunks
        for chunk in reversed(chunks[: next(i for i, c in enumerate(chunks) if c is row.host)]):
            if chunk.kind == "noun" and chunk.particle in ("을", "를"):
                counted = _QUANTITY.search(clause.analysis.text, chunk.begin, chunk.end)
                end = counted.start() if counted else chunk.end
                return _with(wording(clause, chunk.begin, end, lexicon), "bracket")
            if chunk.closes():
                break
        return None
    return _with(wording(clause, row.host.begin, row.host_end, lexicon), "bracket")


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
            if chunk.ending == "ETM" and i + 1 < clause.place and chunks[i + 1].kind == "noun":
                return None  # «청소년을 위한 ‘X’에 9억 원»: it describes the thing
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
        if (
            chunk.kind == "noun"
            and chunk.money is None
            and (chunk.particle in ("을", "를") or (i == verb_place - 1 and not chunk.particle))
        ):
            counted = _QUANTITY.search(text, chunk.begin, chunk.end)
            found = wording(clause, _spread(clause, i), counted.start() if counted else chunk.end, lexicon)
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
            counted = _QUANTITY.search(words) or _SPELLED.search(words)
            if counted and counted.start() >= 3 and clause.act is not None and clause.act.voice == "goes":
                thing = wording(clause, chunk.begin, chunk.begin + counted.start(), lexicon)
                if thing is not None and not is_time(thing.text):
                    return _with(thing, "goal")  # «교육원 두 곳에 431억 원이 들어간다»
            if is_time_or_count(words) or _BODY.search(words) or _PLACE.search(words) or _OWN_PAPER.match(words):
                continue
            found = wording(clause, _spread(clause, i), chunk.end, lexicon)
            if found is not None:
                return _with(found, "goal")
    return None


_OWN_PAPER = re.compile(
    r"(?:(?:정작|당장|이미|아예)\s)?(?:(?:올해|내년도?|지난해|새해|20\d\d년도?)\s)?(?:[가-힣]{0,6}(?:시|도|군|구)\s)?"
    r"(?:(?:제?\d\s?(?:회|차)|본|당초|수정|세출|정부|첫)\s?)*(?:예산안?|추경안?|추가경정예산안?|본예산안?|당초예산안?|세출예산안?)$"
)
_OWN_BUDGET = re.compile(
    r"(?:(?:[가-힣]{1,8}(?:시|도|군|구)|시|도|군|구)(?:의)?\s)?(?:(?:(?:20\d\d년도?|내년도?|올해|새해)\s?"
    r"(?:[가-힣]{2,12}\s(?=세출|본|예산))?(?:세출\s?|본|당초\s?|일반회계\s)?예산안)|(?:전체|총|세출)\s?(?:예산|살림|재정)(?:안|\s?규모)?)$"
)


def _budget_itself(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """2026년도 세출예산안은 115억 원이다, 전체 예산은 2조 원이다: the budget of the body as a whole."""
    if clause.act is not None and clause.act.voice == "gives":
        return None
    text = clause.analysis.text
    for chunk in clause.previous():
        if chunk.kind == "noun" and chunk.money is None and chunk.particle in ("은", "는", "이", "가"):
            if _OWN_BUDGET.match(text[chunk.begin : chunk.end]):
                return Purpose(text[chunk.begin : chunk.end], Span(chunk.begin, chunk.end), "subject")
            return None
    return None


def _subject(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 사업비는 35억 원이다, X 펀드가 35억 원, X 예산은 30억 원에서 35억 원으로."""
    moves = (
        clause.act is None
        or clause.act.voice == "goes"
        or clause.act.plain == "cut"
        or clause.chunk.particle in ("으로", "로", "에서")
    )
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
        if is_time_or_count(clause.analysis.text[chunk.begin : chunk.end]):
            continue
        if clause.act is not None and clause.act.plain == "cut" and _DECIDES.search(_words(clause, chunk)):
            continue
        found = wording(clause, chunk.begin, chunk.end, lexicon)
        if found is not None:
            return _with(found, "subject")
    return None


def _words(clause: Clause, chunk: Chunk) -> str:
    return clause.analysis.text[chunk.begin : chunk.end]


def _as_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """교육비로 35억 원, X 예산으로 35억 원."""
    chunks = clause.row.chunks
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "adverb":
            continue
        if chunk.kind != "noun" or chunk.money is not None:
            break
        if chunk.particle in ("으로", "로", "으로는", "로는", "으로만", "로만"):
            return _with(wording(clause, chunk.begin, chunk.end, lexicon), "as")
    return None


def _object_before(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X 사업을 35억 원에, X 예산을 30억 원으로; X를 35억 원 규모로."""
    chunks = clause.row.chunks
    up_to = clause.before.strip() in ("최대", "최고", "많게는") and clause.chunk.particle in (",", "까지", "")
    if not (
        up_to or clause.chunk.particle in ("으로", "로", "에", "에서", "") or clause.after.strip().startswith("규모")
    ):
        return None
    for i in range(clause.place - 1, clause.left - 1, -1):
        chunk = chunks[i]
        if chunk.kind == "verb":
            break
        if chunk.kind == "noun" and chunk.money is None and chunk.particle in ("을", "를"):
            return _with(wording(clause, _spread(clause, i), chunk.end, lexicon), "object")
    return None


_MOVES = frozenset(("줄이", "늘리", "키우", "높이", "책정", "잡", "확정", "의결", "조정"))
_BECOMES = frozenset(("서", "들어서", "생기", "세워지", "지어지", "만들어지", "놓이", "갖춰지", "열리", "선보이"))


def _built_with(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X가 35억 원을 들여 조성된다: the subject of what is done with the money, where that is passive."""
    if clause.head is None or clause.head.ending_form not in ("어", "아", "여", "어서") or clause.act is None:
        return None
    chunks = clause.row.chunks
    for chunk in clause.beyond_head():
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


def _topic_as_object(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """X는 A가 35억 원을 들여 보강한다: the topic of a sentence whose subject spends and which names no other object."""
    head = clause.head
    if head is None or clause.act is None or head.ending_form not in ("어", "아", "여", "어서"):
        return None
    for chunk in clause.beyond_head():
        if chunk.particle in ("을", "를") or chunk.kind == "stop" or (chunk.kind == "verb" and chunk.ending == "ETM"):
            return None
        if chunk.kind == "verb" and chunk.closes():
            break
    else:
        return None
    subject = False
    for chunk in clause.previous():
        if chunk.kind != "noun" or chunk.money is not None:
            continue
        subject = subject or chunk.particle in ("이", "가")
        if chunk.particle in ("은", "는") and subject and not is_time_or_count(_words(clause, chunk)):
            return _with(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
    return None


def _spent_on_object(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """구비 5억 원으로 ‘X’ 사업을 벌였지만: the object that the sum pays for."""
    act = clause.act
    if clause.chunk.particle not in ("으로", "로") or act is None or act.plain == "cut" or act.word in _MOVES:
        return None
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind != "noun" or chunk.money is not None:
            break
        if chunk.particle in ("을", "를"):
            counted = _QUANTITY.search(clause.analysis.text, chunk.begin, chunk.end)
            return _with(wording(clause, chunk.begin, counted.start() if counted else chunk.end, lexicon), "done-with")
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
    if (
        clause.place + 2 >= len(chunks)
        or chunks[clause.place + 1].lemma != "이"
        or chunks[clause.place + 1].ending != "ETM"
    ):
        return None
    thing = chunks[clause.place + 2]
    if (
        thing.kind != "noun"
        or thing.money is not None
        or clause.analysis.text[thing.begin : thing.end] in ("것", "데", "때", "만큼")
    ):
        return None
    return _with(wording(clause, thing.begin, thing.end, lexicon), "was")


def _share_after(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원이 X 몫이다, 35억 원은 X 예산이다, 35억 원은 X용이다."""
    if clause.chunk.particle not in ("이", "가", "은", "는"):
        return None
    chunks, text = clause.row.chunks, clause.analysis.text
    for i in range(clause.place + 1, min(clause.place + 4, len(chunks) - 1)):
        if chunks[i].kind == "noun" and chunks[i + 1].lemma == "이" and chunks[i + 1].kind == "verb":
            words = text[chunks[i].begin : chunks[i].end]
            if _COST_NAME.search(words):
                return _with(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "share")
            match = re.search(r"(?:\s?(?:몫|용도|예산|사업비|비용)|용|분)$", words)
            if match and match.group().strip() == "몫" and _RECEIVES.search(words[: match.start()]):
                return None  # who pays it
            return (
                _with(wording(clause, chunks[i].begin, chunks[i].begin + match.start(), lexicon), "share")
                if match
                else None
            )
        if chunks[i].kind != "adverb":
            return None
    return None


def _of_size(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원 규모의 X, 35억 원짜리 X."""
    if clause.chunk.suffix.endswith("짜리") or re.match(r"\s?(?:규모의?|상당의?|어치의?|짜리)\s*\S", clause.after):
        return _after_phrase(clause, lexicon)
    head, chunks = clause.head, clause.row.chunks
    if head is not None and head in chunks and head.ending == "ETM" and clause.act is not None:  # «35억 원이 드는 ‘X’»
        i = chunks.index(head) + 1
        if i < len(chunks) and clause.analysis.text[chunks[i].begin] in "‘“「『'\"<":
            return _after_phrase(clause, lexicon)
    return None


def _after_phrase(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원 규모의 X, 35억 원짜리 X, 35억 원의 X 예산, 35억 원이 드는 X, 35억 원을 들이는 X."""
    text, chunks = clause.analysis.text, clause.row.chunks
    match = re.match(
        r"\s?(?:규모의?|상당의?|짜리|대의|어치의?|가량의|의)\s*(?!\s|\d|절반|[두세]\s?배|갑절|배)", clause.after
    )
    if match and _of_total(clause):
        return None  # «1조 원 가운데 지방비 2천억 원의 조달표»
    if match and match.end() < len(clause.after):
        begin = clause.money.end + match.end()
        fund = re.search(r"[가-힣A-Za-z]{2,}(?:기금|펀드)$", text[begin : clause.chunk.end]) is not None
        return _with(wording(clause, begin, clause.chunk.end, lexicon, keep_paper=fund), "after")
    if (
        clause.chunk.suffix.endswith("짜리")
        and clause.place + 1 < len(chunks)
        and chunks[clause.place + 1].kind == "noun"
    ):
        return _with(wording(clause, chunks[clause.place + 1].begin, chunks[clause.place + 1].end, lexicon), "after")
    if clause.head is not None and clause.head.ending == "ETM" and clause.act is not None:
        i = len(chunks) - len(clause.beyond_head()) if clause.heads_own_row() else len(chunks)
        if i < len(chunks) and chunks[i].kind == "noun" and chunks[i].money is None:
            words = text[chunks[i].begin : chunks[i].end]
            named = chunks[i].particle in ("으로", "로") or (
                i + 1 < len(chunks) and chunks[i + 1].kind == "verb" and chunks[i + 1].lemma == "이"
            )
            if named and _KIND.search(words) and not re.search(r"[‘’“”「」'\"]", words):
                return None  # it only says what kind of thing the sentence's topic is
            if not re.match(
                r"(?:것|예정|계획|방침|사업비|예산|내용|방안|안|데|이유|만큼|때|경우|곳|기업|업체|"
                r"셈|의견|생각|주장|입장|제안|요구|요청|건의|말씀|말|얘기|이야기|뜻|취지|조건|결과|대신|결정|합의|논의|지적|거|게|건)\b|.{0,12}(?:예산안?|추경안?|계획)$",
                words,
            ):
                return _with(wording(clause, chunks[i].begin, chunks[i].end, lexicon), "after")
    return None


def _of_total(clause: Clause) -> bool:
    """Whether the sum is told as a part of the sum right before it."""
    before = clause.row.chunks[clause.place - 1] if clause.place else None
    return before is not None and before.money is not None and before.particle == "가운데"


def _goal_after(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원을 X에 투입한다, 35억 원은 X에 쓴다."""
    text = clause.analysis.text
    for chunk in clause.following():
        if chunk is clause.head or chunk.kind == "stop" or chunk.money is not None:
            break
        if chunk.kind == "verb" and chunk.ending != "ETM":
            break
        if (
            chunk.kind == "noun"
            and (chunk.particle in _GOAL_PARTICLES or _names_thing(chunk, text))
            and clause.act is not None
        ):
            words = text[chunk.begin : chunk.end]
            if _inside_leaning(clause, chunk, lexicon):
                continue
            if (
                is_time_or_count(words)
                or _PLACE.search(words)
                or re.search(r"(?:정부|의회|국회|부처|부|도|시|군|구|청|회의|심사|심의|은행|재단|기업|업체)$", words)
            ):
                continue
            found = wording(clause, chunk.begin, chunk.end, lexicon)
            if found is not None:
                return _with(found, "goal")
    return None


def _names_thing(chunk: Chunk, text: str) -> bool:
    """A name in marks that is neither topic nor subject nor object."""
    return text[chunk.begin] in "‘“「" and chunk.particle not in ("은", "는", "이", "가", "을", "를", "도")


def _inside_leaning(clause: Clause, chunk: Chunk, lexicon: Lexicon) -> bool:
    """«눈길에 소금물을 뿌리는 X에»: a goal of a clause that only describes what follows."""
    chunks = clause.row.chunks
    for later in chunks[chunks.index(chunk) + 1 :]:
        if later.kind == "verb":
            return later.ending == "ETM" and later.lemma not in acts(lexicon)
        if later.kind == "stop":
            return False
    return False


def _object_beside(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """원료부두에 ‘X’ 36대를 자체 예산 21억 원으로 놓는다: the object right before the sum that pays for it."""
    before = clause.row.chunks[clause.place - 1] if clause.place > clause.left else None
    if clause.chunk.particle not in ("으로", "로") or before is None or before.kind != "noun" or before.money:
        return None
    if before.particle not in ("을", "를") or (clause.act is not None and clause.act.word in _MOVES):
        return None
    counted = _QUANTITY.search(clause.analysis.text, before.begin, before.end)
    return _with(wording(clause, before.begin, counted.start() if counted else before.end, lexicon), "object")


_RECEIVES = re.compile(
    r"(?:기업|업체|회사|농가|가구|주민|학생|청년|어르신|노인|대학|학교|점포|상인|소상공인|참여자|교육생|명|곳|개사|병원|어민|농민)$"
)


def _of_thing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«업체에는 한 곳에 최대 3억 원의 장비 사용료를 대 준다»: the thing given, where only who gets it stands before."""
    match = re.match(r"의\s(?=\S)", clause.after)
    if match is None or clause.chunk.particle not in ("을", "를", ",") or clause.act is None:
        return None
    near = list(itertools.takewhile(lambda c: c.kind != "verb", clause.previous()))
    goals = [c for c in near if c.kind == "noun" and c.particle in (*_GOAL_PARTICLES, "에게", "에게는")]
    if not goals or not all(_RECEIVES.search(_words(clause, c)) or is_time_or_count(_words(clause, c)) for c in goals):
        return None
    return _with(wording(clause, clause.money.end + match.end(), clause.chunk.end, lexicon), "after")


def _given_thing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """한 곳에 최대 1억 원까지 도입 비용을 지원한다, 1인당 12만 원씩 이용권을 준다."""
    if not (
        clause.chunk.suffix
        or clause.chunk.particle in ("까지", "씩", "가량", "", "에서", "한도에서", "이내에서", "한도로")
    ):
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
    chunks, text = clause.row.chunks, clause.analysis.text
    start = None
    if (
        clause.head is not None
        and clause.head.ending == "EC"
        and clause.act is not None
        and clause.act.voice in ("gives", "gets")
    ):
        if clause.head.ending_form in ("어", "아", "여", "어서", "아서", "해", "고"):
            start = len(chunks) - len(clause.beyond_head()) if clause.heads_own_row() else None
    elif clause.chunk.particle in ("으로", "로") and clause.act is None:
        start = clause.place + 1
    if start is None:
        return None
    while (
        start < len(chunks) and chunks[start].kind == "noun" and is_time(text[chunks[start].begin : chunks[start].end])
    ):
        start += 1  # «26억 원을 들여 지난해 5월 내놓은 ‘X’»
    for i in range(start, len(chunks)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None:
            break
        if i == start and chunk.kind == "verb" and chunk.ending == "ETM" and i + 1 < len(chunks):
            thing = chunks[i + 1]  # «35억 원을 들여 짓는 X»
            if thing.kind == "noun" and thing.money is None:
                return _with(wording(clause, thing.begin, thing.end, lexicon), "done-with")
        if (
            chunk.kind == "verb"
            and chunk.ending == "ETM"
            and i + 1 < len(chunks)
            and i > start
            and chunks[i - 1].particle in ("을", "를")
            and _PLAN.search(text[chunks[i + 1].begin : chunks[i + 1].end])
        ):
            return _with(_deed(clause, i, lexicon), "done-with")  # «35억 원을 들여 X를 짓는 계획을 보고했다»
        if chunk.kind == "verb" and chunk.closes():
            if chunk.lemma in acts(lexicon) and chunk.lemma not in (
                "세우",
                "구입",
                "구매",
                "매입",
                "사",
                "조성",
                "마련",
                "추진",
                "지원",
                "늘리",
                "키우",
                "높이",
                "벌이",
                "모집",
                "결성",
                "제공",
                "나누",
                "폐지",
                "활용",
            ):
                break
            return _with(_deed(clause, i, lexicon), "done-with")
    return None


def _defined(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """‘X’는 시가 35억 원을 들여 세운 기관이다: the topic of a sentence that tells what kind of thing it is."""
    chunks, text = clause.row.chunks, clause.analysis.text
    if clause.act is None or clause.act.voice == "gets" or len(chunks) < clause.place + 4:
        return None
    for i in range(clause.place + 1, len(chunks) - 1):
        if chunks[i].kind == "stop" or chunks[i].money is not None:
            return None
        if chunks[i].kind == "noun" and chunks[i + 1].kind == "verb" and chunks[i + 1].lemma == "이":
            if chunks[i - 1].ending != "ETM" or not _KIND.search(text[chunks[i].begin : chunks[i].end]):
                return None
            break
        if chunks[i].kind == "verb" and chunks[i].ending == "EF":
            return None
    else:
        return None
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.kind == "noun" and chunk.particle in ("은", "는") and chunk.money is None:
            return _with(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
    return None


_DOINGS = frozenset(
    (
        "벌이",
        "추진",
        "짓",
        "만들",
        "세우",
        "운영",
        "도입",
        "조성",
        "구축",
        "설치",
        "개발",
        "얹",
        "열",
        "펴",
        "펼치",
        "시행",
        "개설",
    )
)


def _in_doing(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """«‘X’ 사업을 벌여 19억 원을 들였다», «‘X’를 얹겠다고 280억 원을 건의했다»: what is done in the clause before."""
    chunks = clause.row.chunks
    if clause.act is None or clause.act.voice == "gets" or clause.left < 2:
        return None
    verb = chunks[clause.left - 1]
    if verb.kind != "verb" or verb.ending != "EC" or verb.lemma not in _DOINGS:
        return None
    linked = verb.ending_form in (
        "어",
        "아",
        "여",
        "어서",
        "면서",
        "으면서",
        "며",
        "으며",
        "는데",
        "느라",
        "고자",
        "려고",
        "으려고",
    )
    if not linked and not verb.ending_form.endswith(("다고", "겠다고", "라고", "자고")):
        return None
    if any(c.money is not None for c in chunks[max(0, clause.left - 4) : clause.left]):
        return None
    return _with(_deed(clause, clause.left - 1, lexicon), "for-doing")


def _for_recipients(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """창업기업 20곳에 10억 원을 지원한다: who gets it, where nothing else is told."""
    if clause.act is None or clause.act.voice != "gives":
        return None
    for chunk in clause.previous():
        if chunk.kind == "noun" and chunk.particle in ("에", "에게", "에는", "에게는", "에도", "에게도"):
            counted = _QUANTITY.search(clause.analysis.text, chunk.begin, chunk.end)
            if counted and counted.start() - chunk.begin >= 3:
                return _with(wording(clause, chunk.begin, counted.start(), lexicon), "recipients")
    return None
