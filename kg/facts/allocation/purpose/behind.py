"""A purpose that a predicate ties to the sum: 35억 원은 X를 설치하는 데 쓰인다, 수강료는 1인당 5만 원을 지원한다."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.deeds import deed
from kg.facts.allocation.purpose.words import told_by, words_of
from kg.facts.allocation.wording import Purpose, is_time_or_count, wording
from kg.lexicon import Lexicon
from kg.patterns import regex

_TAKES = ("은", "는", "이", "가", "을", "를", "도", "만", "씩", "")


def for_doing_behind(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """35억 원은 X를 설치하는 데 쓰인다: what is done with a sum that stands before it."""
    if clause.act is None or clause.act.plain == "cut" or clause.chunk.particle not in _TAKES:
        return None
    chunks = clause.row.chunks
    for i in range(clause.place + 1, len(chunks)):
        chunk = chunks[i]
        if chunk.kind == "stop" or chunk.money is not None or (chunk.kind == "verb" and chunk.ending == "EF"):
            return None
        if chunk.kind == "noun" and words_of(clause, chunk) == "데" and chunks[i - 1].ending == "ETM":
            if chunks[i - 1].past or i == clause.place + 2:
                return None  # «35억 원을 쓴 데 이어», «35억 원을 쓰는 데 석 달이 걸린다»
            return told_by(deed(clause, i - 1, lexicon), "for-doing")
    return None


_COST = regex(
    r"(?:료|비|비용|수강료|등록금|학비|보증금|계약금|이자|장학금|수당|임금|급여|[가-힣]값|[가-힣]삯)[’'”\"]?$"
)
_BEARS = frozenset(
    (
        "지원",
        "부담",
        "분담",
        "보조",
        "지급",
        "내",
        "대",
        "주",
        "내주",
        "대주",
        "대신하",
        "책임지",
        "떠안",
        "깎",
        "감면",
        "면제",
        "돌려주",
        "보태",
        "환급",
    )
)
_NO_COST = regex(
    r"(?:자료|재료|의료|원료|연료|사료|음료|완료|종료|무료|진료|치료|준비|정비|대비|설비|장비|소비|경비|낭비|국비|도비|시비|군비|구비|사업비|예비)$"
)


def cost_as_topic(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """수강료는 1인당 5만 원을 구비로 지원한다: a cost that is the topic of what is borne of it."""
    act = clause.act
    if act is None or act.word not in _BEARS or clause.chunk.particle not in ("을", "를", "까지", "씩", ""):
        return None
    for chunk in clause.previous():
        words = words_of(clause, chunk)
        if chunk.kind == "adverb" or (chunk.kind == "noun" and is_time_or_count(words)):
            continue
        if chunk.kind != "noun" or chunk.money is not None:
            return None
        if chunk.particle in ("은", "는"):
            if _COST.search(words) is None or _NO_COST.search(words) or clause.is_body(chunk.begin, chunk.end):
                return None
            return told_by(wording(clause, chunk.begin, chunk.end, lexicon), "subject")
        if chunk.particle not in ("이", "가", "에서", "에", "당", "으로", "로"):
            return None
    return None
