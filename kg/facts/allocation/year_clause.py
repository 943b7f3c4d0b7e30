"""Years in the clauses round a sum: which of them date the sum and which something else of the sentence."""

import re

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.year import YearWord, spans_years, supplements, year_words
from kg.patterns import regex
from kg.spans import Span

FIRST_YEAR = regex(r"첫해\s?(?:분|에|년도)?|1차\s?(?:년도|연도)|첫\s해")
_BUDGET_WORD = regex(r"예산|추경|세출")
COUNTED = regex(
    r"\s?(?:말\s?)?(?:약\s)?\d[\d,.]*\s?(?:만\s?|천\s?)?여?\s?"
    r"(?:명|곳|개|개사|대|가구|농가|호|건|%|퍼센트|종|마리|기|동|㏊|톤)(?:으로|로|까지)(?=[\s,])"
)
"""A year right before a count dates that: «2,300명에서 2027년 6,000명으로»."""
_SPENDING = frozenset(
    (
        "투입",
        "들이",
        "쓰",
        "들",
        "들어가",
        "집행",
        "지원",
        "투자",
        "편성",
        "반영",
        "배정",
        "담",
        "내",
        "주",
        "요구",
        "신청",
        "확보",
        "책정",
        "출자",
        "출연",
        "필요",
        "소요",
        "세우",
        "삭감",
        "깎",
        "깎이",
        "대",
        "쏟",
        "쏟아붓",
        "붓",
        "부담",
        "조성",
        "쥐",
        "풀",
        "올리",
        "요청",
        "건의",
        "따내",
        "세워지",
        "잡",
        "잡히",
        "담기",
        "넣",
        "있",
        *("찍히", "적히", "실리", "오르", "올라가", "얹", "얹히", "보태", "더하", "나가", "내려오", "돌아가", "받"),
    )
)


MEASURED_BY = regex(
    r"(?:년도?|도)?(?:\s?(?:예산|본예산|분))?(?:보다|에\s?비(?:해|하면)|\s?대비|에\s?견[주줘])(?=[\s,])"
)
"""A year right before this is only what the sum is measured by: «올해 예산은 지난해보다 6억 원 늘어난 34억 원»."""


def only_past_end(clause: Clause, segment: Span) -> bool:
    """«지난해까지 돌리던 ‘X’는 올해 예산 4억 원을», «2024년부터 운영 중인 ‘X’»: how long the thing has been there."""
    published = clause.analysis.document.published
    told = year_words(clause.analysis.text, segment.begin, segment.end, published)
    ends = [w for w in told if w.role in ("until", "from")]
    if published is None or not ends:
        return False
    if not all(w.year <= int(published[:4]) and in_leaning_clause(clause, w) for w in ends):
        return False
    rest = clause.analysis.text[ends[-1].span.end + 2 : segment.end]
    return not spans_years(rest, 0, len(rest), published)


_MEASURES = frozenset(
    ("많", "적", "크", "작", "높", "낮", "늘", "늘어나", "줄", "줄어들", "증가", "감소", "증액", "감액", "불어나")
)
_LIKE = frozenset(("같", "비슷", "유사", "동일", "다르", "새롭", "똑같"))
_CARRIED_OUT = frozenset(("추진", "시행", "벌이", "펼치", "진행", "실시"))
_HAPPENS = frozenset(
    (
        *(
            "개교",
            "개관",
            "개원",
            "개소",
            "개장",
            "개통",
            "준공",
            "완공",
            "착공",
            "출범",
            "가동",
            "폐교",
            "폐지",
            "중단",
            "종료",
            "해산",
        ),
        *(
            "문열",
            "들어서",
            "맺",
            "체결",
            "서명",
            "선정",
            "뽑히",
            "당선",
            "취임",
            "발표",
            "공개",
            "선보이",
            "제정",
            "공포",
            "지정",
            "발족",
        ),
    )
)
"""What happens in a year that is told with it, whatever is paid when: «2027년 봄 개교하며, 도비 76억 원이 들고»."""
_THAN = regex(r".{0,24}?(?:보다|에 비해|에 견줘|대비|에 비하면)")


def in_leaning_clause(clause: Clause, word: YearWord) -> bool:
    """«2019년에 내놓은 18억 원짜리 계획»: a year inside a clause that leans on a noun dates something else."""
    chunks = clause.row.chunks
    started = False
    for i, chunk in enumerate(chunks[: clause.place]):
        started = started or chunk.begin <= word.span.begin < max(chunk.end, chunk.begin + 1)
        if started and chunk.kind == "verb" and clause.analysis.text[chunk.begin : chunk.end] == "분":
            continue  # «올해 분 시비»
        if started and chunk.kind == "verb" and chunk.begin >= word.span.end:  # «지난해» may be read as a verb
            after = chunks[i + 1]
            if chunk.lemma in _CARRIED_OUT and chunk.ending == "ETM" and chunk.ending_form in ("ᆯ", "을"):
                return False  # «올해 추진할 11개 과제와 총 41억 원의 재정계획»
            if chunk.lemma in _LIKE and chunk.ending == "ETM":
                continue  # «지난해 비슷한 이름의 ‘X’에 9억 원을 썼다»
            if chunk.ending == "EC" and after.kind == "verb":
                continue  # «밀어 | 붙인 X», «공모로 따 | 온 X»
            if after.kind == "noun" and clause.analysis.text[after.begin : after.end] == "데":
                return False  # «내년에 온실을 짓는 데 21억 원을»
            if after is clause.chunk and chunk.lemma in _MEASURES:  # «내년 X에 올해보다 많은 2,300억 원을»
                rest = clause.analysis.text[word.span.end : chunk.begin]
                return _THAN.match(rest) is not None
            going = chunk.lemma == "이" and clause.analysis.text[: chunk.begin].rstrip().endswith("중")  # «운영 중인 X»
            return chunk.ending == "ETM" and (going or chunk.lemma != "이") and chunk.lemma not in _SPENDING
    return False


def of_budget_told(clause: Clause) -> list[YearWord]:
    """The year in the subject of the sentence, where that is a budget: «올해 AI 예산은 지난해(21억 원)보다 …»."""
    analysis, text = clause.analysis, clause.analysis.text
    if clause.row.parent is not None:
        return []
    for chunk in reversed(clause.row.chunks[: clause.place]):
        if chunk.kind == "stop" or (chunk.kind == "verb" and chunk.ending == "EF"):
            break
        if (
            chunk.kind == "noun"
            and chunk.money is None
            and chunk.particle in ("은", "는", "도", "이", "가")
            and _BUDGET_WORD.search(text, chunk.begin, chunk.end)
        ):
            return [w for w in year_words(text, chunk.begin, chunk.end, analysis.document.published) if w.role == "in"]
    return []


def of_supplement(clause: Clause) -> list[YearWord]:
    """«다음 달 추경에 3억 원을 올린다»: a supplementary budget is of the running year, where no other is named."""
    analysis, published = clause.analysis, clause.analysis.document.published
    first = clause.row.chunks[clause.left] if clause.left < len(clause.row.chunks) else clause.chunk
    end = clause.head.begin if clause.head is not None and clause.row.parent is None else clause.chunk.end
    end = max(end, clause.money.end)
    if published is None or year_words(analysis.text, clause.inner().begin, end, published):
        return []
    begin = min(first.begin, clause.segment().begin)
    return supplements(analysis.text, begin, end, published, named=False)[:1]


def earlier_in_sentence(clause: Clause) -> YearWord | None:
    """A year told in an earlier clause of the sentence, «내년에는 A를 만들고 B에 10억 원을 쓴다»."""
    analysis = clause.analysis
    quoted = analysis.quoted_at(clause.money.begin)
    begin = max(quoted.begin, clause.sentence.begin) if quoted else clause.sentence.begin
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.money is not None:
            begin = max(begin, chunk.money.end)
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.kind == "noun" and chunk.money is not None:
            begin = max(begin, chunk.end)
        if chunk.kind == "stop" or (chunk.kind == "verb" and chunk.ending == "EF"):
            begin = max(begin, chunk.end)
    end = clause.segment().begin
    if begin >= end:
        return None
    words = [
        w
        for w in year_words(analysis.text, begin, end, analysis.document.published)
        if w.role == "in"
        and not in_leaning_clause(clause, w)
        and not COUNTED.match(analysis.text, w.span.end)
        and not _of_an_event(clause, w)
        and re.match(
            r"(?:년도?)?(?:에는|에|부터는|엔|에도|는|은)?(?=[\s,])", analysis.text[w.span.end : w.span.end + 5]
        )
    ]
    return (
        words[-1]
        if len(words) == 1 and not spans_years(analysis.text, begin, end, analysis.document.published)
        else None
    )


def _of_an_event(clause: Clause, word: YearWord) -> bool:
    """Whether the year stands with a predicate of another happening, in whose clause no sum is told."""
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.begin < word.span.end:
            continue
        if chunk.money is not None:
            return False
        if chunk.kind == "verb":
            return chunk.lemma in _HAPPENS
    return False


_RANGE_BEGINS = regex(r"(?:년도?)?\s?[~∼～–-]\s?(?:20|[’‘'])?\d\d")
_STARTED = regex(
    r"(?:년도?)?(?:에|\s\d{1,2}월(?:에)?)?\s(?:[가-힣]{1,8}\s){0,2}(?:시작|출발|첫\s?선|처음|도입|개시|출범|닻을|문을\s연|첫발|첫\s삽)"
)
_START_OF = regex(
    r"(?:시작한|출발한|도입한|개시한|선보인|출범한|띄운|문을\s연|처음\s[가-힣]{1,4})\s(?:건|것은|것이|해는|때는|해가)\s$"
)


def first_year(clause: Clause) -> int | None:
    """The year from which the period told last before runs: «2026년부터 5년간 … 첫해분»."""
    analysis = clause.analysis
    index = clause.sentence.index
    for i in range(index, max(index - 4, -1), -1):
        sentence = analysis.sentences[i]
        for word in reversed(
            year_words(
                analysis.text, sentence.begin, min(sentence.end, clause.money.begin), analysis.document.published
            )
        ):
            if word.role == "from" or _RANGE_BEGINS.match(analysis.text, word.span.end):
                return word.year
            if _STARTED.match(analysis.text, word.span.end) or _START_OF.search(
                analysis.text, sentence.begin, word.span.begin
            ):
                return word.year  # «사업을 시작한 건 2022년이다. … 첫해에만 5억 원을»
            if FIRST_YEAR.search(analysis.text, max(word.span.begin - 8, sentence.begin), word.span.begin):
                return word.year  # «1차년도인 2025년에는»
    return None
