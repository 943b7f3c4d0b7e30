"""The fiscal year of a sum: from its own words, its sentence, the sentence before, the budget that is spoken of."""

import dataclasses
import re

from kg.facts.allocation import context
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.status_paper import of_its_part
from kg.facts.allocation.year import YearWord, every_year, spans_years, year_words
from kg.spans import Span

_FIRST_YEAR = re.compile(r"첫해\s?(?:분|에|년도)?|1차\s?(?:년도|연도)|첫\s해")
_ORDINAL = re.compile(r"(?<!\d)([2-9])\s?(?:차\s?년도|차\s?연도|년\s?차)")
_HALF = re.compile(r"\s?(?:상반기|하반기|연내|안|중)\s?(?:안에|중에|내에|중|에|까지|내)?(?=\s)")
_BUDGET_WORD = re.compile(r"예산|추경|세출")
_COUNTED = re.compile(
    r"\s?(?:말\s?)?(?:약\s)?\d[\d,.]*\s?(?:만\s?|천\s?)?여?\s?"
    r"(?:명|곳|개|개사|대|가구|농가|호|건|%|퍼센트|종|마리|기|동|㏊|톤)(?:으로|로|까지)(?=[\s,])"
)
"""A year right before a count dates that: «2,300명에서 2027년 6,000명으로»."""
_BRACKETED = re.compile(r"\(\s?(?:20\d\d|[’‘']\d\d)(?:년도?)?\s?\)\s?$")
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


def read_year(draft: Draft, clause: Clause, segment: Span, words: str) -> None:
    analysis = clause.analysis
    text, published = analysis.text, analysis.document.published
    told = [
        w
        for w in year_words(text, clause.sentence.begin, clause.money.begin, published)
        if w.span.begin >= segment.begin
    ]
    after = year_words(text, clause.money.end, clause.chunk.end, published)
    draft.several_years = spans_years(text, segment.begin, segment.end, published)
    if draft.several_years and _only_past_end(clause, segment):
        draft.several_years = False
    alone = clause.head is not None and not any(c.money and c.begin < clause.head.begin for c in clause.following())
    if not draft.several_years and clause.head is not None and alone and clause.row.parent is None and not told:
        draft.several_years = spans_years(text, clause.chunk.end, clause.head.begin, published)
    if draft.several_years:
        return
    told = [w for w in told if not _in_leaning_clause(clause, w) and not _COUNTED.match(text, w.span.end)]
    inside = [w for w in told if w.role == "in" or (w.role == "from" and every_year(words))]
    until = [w for w in told if w.role == "until"]
    if not inside and until:
        inside = [
            w
            for w in until
            if published and str(w.year) == published[:4] and draft.clause and not (clause.head and clause.head.past)
        ]
    if not inside:
        inside = [w for w in after if w.role == "in"]
    if not inside and clause.head is not None and clause.act is not None:
        between = year_words(text, clause.chunk.end, clause.head.begin, published)
        inside = [
            w
            for w in between
            if w.role == "in"
            and (
                w.budget
                or re.match(r"(?:에|에는|분으로|안에|중에)(?=\s)", text[w.span.end : w.span.end + 4])
                or not text[w.span.end : clause.head.begin].strip(" 모두다우선먼저")
            )
            and not any(c.kind == "verb" and w.span.end <= c.begin < clause.head.begin for c in clause.following())
        ]
    host = clause.row.host
    if not inside and host is not None and host.begin < clause.row.host_end:
        if spans_years(text, host.begin, clause.row.host_end, published):
            return  # «'26~'30년 2,460억 원(국비 1,400억)»: shares of the sum of all years
        inside = [w for w in year_words(text, host.begin, clause.row.host_end, published) if w.role == "in"]
    if not inside and (
        bracket := _BRACKETED.search(text, max(clause.sentence.begin, clause.money.begin - 12), clause.money.begin)
    ):
        inside = year_words(text, bracket.start(), bracket.end(), published)
    if (ordinal := _ORDINAL.search(words)) is not None and not any(
        w.span.begin > segment.begin + ordinal.start() for w in inside
    ):
        begin = _first_year(clause)
        if begin is not None:
            draft.year, draft.year_told = begin + int(ordinal.group(1)) - 1, True
            draft.note("year", Span(segment.begin + ordinal.start(), segment.begin + ordinal.end()), "year-first")
            return
    if not inside and (first := _FIRST_YEAR.search(words)):
        draft.first_year = True
        begin = _first_year(clause)
        if begin is not None:
            draft.year, draft.year_told = begin, True
            draft.note("year", Span(segment.begin + first.start(), segment.begin + first.end()), "year-first")
        return
    if not inside:
        halves = [w for w in told if w.role == "dated" and _HALF.match(text[w.span.end : w.span.end + 10])]
        near = len(halves) == 1 and text[halves[0].span.end : clause.money.begin].strip(" 약총상하반기연내에는") == ""
        inside = halves if len(halves) == 1 and (clause.act is not None or draft.own or near) else []
    if not inside:
        inside = _of_budget_told(clause)
    if not inside:
        inside = _of_supplement(clause, segment)
    if not inside:
        early = _earlier_in_sentence(clause)
        if early is not None:
            follows = re.search(r"(?<![가-힣])(?:이듬해|다음\s?해)", words) is not None
            inside = [dataclasses.replace(early, year=early.year + 1) if follows else early]
    if inside:
        word = inside[-1]
        draft.year, draft.year_told = word.year, True
        draft.note("year", word.span, "year-told")


def _only_past_end(clause: Clause, segment: Span) -> bool:
    """«지난해까지 돌리던 ‘X’는 올해 예산 4억 원을», «2024년부터 운영 중인 ‘X’»: how long the thing has been there."""
    published = clause.analysis.document.published
    told = year_words(clause.analysis.text, segment.begin, segment.end, published)
    ends = [w for w in told if w.role in ("until", "from")]
    if published is None or not ends:
        return False
    if not all(w.year <= int(published[:4]) and _in_leaning_clause(clause, w) for w in ends):
        return False
    rest = clause.analysis.text[ends[-1].span.end + 2 : segment.end]
    return not spans_years(rest, 0, len(rest), published)


_MEASURES = frozenset(
    ("많", "적", "크", "작", "높", "낮", "늘", "늘어나", "줄", "줄어들", "증가", "감소", "증액", "감액", "불어나")
)
_THAN = re.compile(r".{0,24}?(?:보다|에 비해|에 견줘|대비|에 비하면)")


def _in_leaning_clause(clause: Clause, word: YearWord) -> bool:
    """«2019년에 내놓은 18억 원짜리 계획»: a year inside a clause that leans on a noun dates something else."""
    chunks = clause.row.chunks
    started = False
    for i, chunk in enumerate(chunks[: clause.place]):
        started = started or chunk.begin <= word.span.begin < max(chunk.end, chunk.begin + 1)
        if started and chunk.kind == "verb" and clause.analysis.text[chunk.begin : chunk.end] == "분":
            continue  # «올해 분 시비»
        if started and chunk.kind == "verb" and chunk.begin >= word.span.end:  # «지난해» may be read as a verb
            after = chunks[i + 1]
            if after.kind == "noun" and clause.analysis.text[after.begin : after.end] == "데":
                return False  # «내년에 온실을 짓는 데 21억 원을»
            if after is clause.chunk and chunk.lemma in _MEASURES:  # «내년 X에 올해보다 많은 2,300억 원을»
                rest = clause.analysis.text[word.span.end : chunk.begin]
                return _THAN.match(rest) is not None
            going = chunk.lemma == "이" and clause.analysis.text[: chunk.begin].rstrip().endswith("중")  # «운영 중인 X»
            return chunk.ending == "ETM" and (going or chunk.lemma != "이") and chunk.lemma not in _SPENDING
    return False


def _of_budget_told(clause: Clause) -> list[YearWord]:
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


_SUPPLEMENT = re.compile(
    r"(?<![가-힣])(?:(?:제?\d\s?(?:회|차)|이번|하반기|상반기|민생|원포인트|정부)\s?)?(?:추경|추가경정)(?:예산)?안?"
)


def _of_supplement(clause: Clause, segment: Span) -> list[YearWord]:
    """«다음 달 추경에 3억 원을 올린다»: a supplementary budget is of the running year, where no other is named."""
    published = clause.analysis.document.published
    end = clause.head.begin if clause.head is not None and clause.row.parent is None else clause.chunk.end
    match = _SUPPLEMENT.search(clause.analysis.text, segment.begin, max(end, clause.money.end))
    if match is None or published is None:
        return []
    if year_words(clause.analysis.text, clause.inner().begin, max(end, clause.money.end), published):
        return []
    return [YearWord(int(published[:4]), Span(match.start(), match.end()), "in", True)]


def _earlier_in_sentence(clause: Clause) -> YearWord | None:
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
        and not _in_leaning_clause(clause, w)
        and not _COUNTED.match(analysis.text, w.span.end)
        and re.match(
            r"(?:년도?)?(?:에는|에|부터는|엔|에도|는|은)?(?=[\s,])", analysis.text[w.span.end : w.span.end + 5]
        )
    ]
    return (
        words[-1]
        if len(words) == 1 and not spans_years(analysis.text, begin, end, analysis.document.published)
        else None
    )


def _first_year(clause: Clause) -> int | None:
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
            if word.role == "from":
                return word.year
            if _FIRST_YEAR.search(analysis.text, max(word.span.begin - 8, sentence.begin), word.span.begin):
                return word.year  # «1차년도인 2025년에는»
    return None


def last_round(draft: Draft, clause: Clause) -> None:
    """Minutes on next year's budget: «작년에 5억 원을 요구했으나 3억 원으로 의결» is of the budget before it, which was
    deliberated last year for this one."""
    analysis = clause.analysis
    published = analysis.document.published
    if analysis.document.kind != "council" or published is None or draft.status not in ("proposed", "approved", "cut"):
        return
    this_year = int(published[:4])
    at_issue = context.document_budget_year(analysis)
    if at_issue is None or at_issue.year != this_year + 1 or draft.year != this_year - 1:
        return
    before = analysis.text[clause.sentence.begin : clause.money.begin]
    if re.search(r"작년|지난해", before) and not re.search(r"(?:작년|지난해)\s?(?:본예산|추경|예산)", before):
        draft.year = this_year


_STEPS = frozenset(
    ("살아남", "되살리", "되살아나", "삭감", "감액", "깎", "깎이", "적어내", "통과", "의결", "덜어내", "사라지", "복원")
)


def _budget_step(draft: Draft, clause: Clause) -> bool:
    """Whether the sum stands in a budget's way through council: asked, cut, saved, or one sum turned into another."""
    act = clause.act or clause.leaning_act
    return (act is not None and act.word in _STEPS) or draft.revises is not None or draft.superseded


def _is_present(clause: Clause) -> bool:
    """«‘X’는 4억 원이다», «X 4억 원»: told as it stands, of no other time."""
    head = clause.head
    return clause.act is None and (head is None or (head.lemma == "이" and not head.past and head.ending != "ETM"))


_EVENT_YEAR = re.compile(
    r"(?P<year>20\d\d)년?\s.{2,24}(?:페스타|페스티벌|축제|대회|박람회|엑스포|포럼|콘퍼런스|컨퍼런스|해커톤|주간)$"
)


def _under_heading(draft: Draft, clause: Clause) -> bool:
    """Take the year of the heading above a list item."""
    word = context.heading_year(clause.analysis, clause.money.begin)
    if word is not None:
        draft.year = word.year
        draft.note("year", word.span, "year-budget")
    return word is not None


_MOVES = frozenset(
    (
        *("줄", "줄어들", "내려앉", "쪼그라들", "낮", "적", "감소", "반토막", "깎이", "떨어지", "작"),
        *("늘", "늘어나", "불어나", "붇", "불", "뛰", "오르", "커지", "크", "많", "높", "증가", "치솟"),
    )
)
_SITTING = re.compile(r"위원회|의회|예결|상임위|심사|심의|계수조정|의결|요구|신청|요청|정부안|기재부")


def _year_on_year(draft: Draft, clause: Clause) -> bool:
    """«‘X’는 42억 원에서 25억 원으로 내려앉았다» in a text on a year's budget: the year before, and that year."""
    before = draft.revises
    if before is None or before.year is not None or before.several_years or before.per_unit or clause.head is None:
        return False
    if clause.head.lemma not in _MOVES or draft.whole:
        return False
    if _SITTING.search(clause.analysis.text, clause.sentence.begin, clause.sentence.end):
        return False
    word = context.budget_year(clause.analysis, clause.sentence)
    if word is None:
        return False
    draft.year, before.year = word.year, word.year - 1
    draft.note("year", word.span, "year-budget")
    before.note("year", word.span, "year-budget")
    return True


def _of_next_clause(clause: Clause, place: int) -> bool:
    """«2억 원을 예비비로 먼저 쓰고, 내년 본예산에 9억 원을 편성한다»: the year of another sum's clause."""
    head = clause.head
    if head is None or head.ending != "EC" or not clause.money.end < head.end <= place < clause.sentence.end:
        return False
    return any(c.money is not None and c.begin > place for c in clause.following())


_NEXT = re.compile(r"(?<![가-힣])(?:내년|새해)도?(?:의|에)?\s")


def _next_years(draft: Draft, clause: Clause) -> None:
    """«내년 교육 예산이 2억 원에서 9천만 원으로 줄어든»: from this year's to the next one's."""
    before = draft.revises
    if before is None or before.clause is None or before.year != draft.year or draft.year is None:
        return
    verb = clause.row.chunks[clause.place + 1] if clause.place + 1 < len(clause.row.chunks) else None
    if verb is None or verb.kind != "verb" or verb.lemma not in _MOVES or draft.status == "cut":
        return
    text = clause.analysis.text
    if _SITTING.search(text, before.clause.segment().begin, verb.end):
        return
    if _NEXT.search(text, before.clause.segment().begin, before.money.begin):
        before.year = draft.year - 1


def year_from_context(draft: Draft, clause: Clause) -> None:
    """Years told before: by the sentence that a pointing sentence points to, by the budget that is spoken of."""
    _next_years(draft, clause)
    if draft.year is not None or draft.several_years:
        return
    council = clause.analysis.document.kind == "council"
    if _year_on_year(draft, clause):
        return
    if draft.weak_whole and _under_heading(draft, clause):
        return
    if draft.whole and not council and draft.status != "proposed":
        return
    analysis = clause.analysis
    long = spans_years(analysis.text, clause.sentence.begin, clause.sentence.end, analysis.document.published)
    if not long and context.is_anaphoric(analysis, clause.sentence):
        words = context.year_of_previous(analysis, clause.sentence)
        about = [
            w for w in words if re.match(r"(?:년도?)?(?:에는|는|은|엔)\s", analysis.text[w.span.end : w.span.end + 6])
        ]
        if len({w.year for w in words}) > 1 and len(about) == 1 and draft.revises is None:
            words = about  # «지난해 1,850명이 마쳤고 올해는 6,000명을 가르친다. 예산은 14억 원이다»
        if len({w.year for w in words}) == 1 and not draft.part_of:
            draft.year = words[0].year
            draft.note("year", words[0].span, "year-before")
            return
        if len({w.year for w in words}) == 2 and draft.revises is not None and draft.revises.year is None:
            draft.revises.year, draft.year = words[0].year, words[-1].year
            draft.revises.note("year", words[0].span, "year-before")
            draft.note("year", words[-1].span, "year-before")
            return
    if draft.per_unit and re.search(r"월|연간|하루|시간", draft.per_unit):
        return
    for name in (draft.purpose or "", *(p.value.text for p in draft.programs)):
        if (dated := _EVENT_YEAR.match(name)) is not None:
            draft.year = int(dated["year"])
            return
    if not long and not draft.per_unit and _under_heading(draft, clause):
        return
    listed = draft.status is None and draft.own and not draft.per_unit and _is_present(clause)
    if (
        council
        or draft.status in ("cut", "proposed", "approved")
        or (draft.status == "planned" and not draft.per_unit)
        or listed
    ):
        word = context.budget_year(analysis, clause.sentence)
        wanted = draft.source == "국비" and draft.status == "proposed" and not council
        if word is not None and wanted and word.span.begin < clause.sentence.begin:
            word = None  # «추경으로 60억 원을 세웠다. 정부에는 국비 380억 원을 달라고 했다»
        if (
            word is not None
            and word.span.begin > clause.money.end
            and (of_its_part(clause, word.span) or _of_next_clause(clause, word.span.begin))
        ):
            word = None  # «건립비는 48억 원이며 이 가운데 20억 원을 내년도 예산안에 담았다»
        if word is None and council and draft.status != "spent":
            word = context.document_budget_year(analysis)
        if word is None and not draft.several_years and (draft.status == "cut" or _budget_step(draft, clause)):
            word = context.only_budget_year(analysis, clause.sentence)
        if word is not None and not (draft.part_of and draft.part_of.several_years):
            draft.year = word.year
            draft.note("year", word.span, "year-budget")
