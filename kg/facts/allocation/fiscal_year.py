"""The fiscal year of a sum: from its own words, its sentence, the sentence before, the budget that is spoken of."""

import dataclasses
import re

from kg.facts.allocation import context
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.status_paper import of_its_part
from kg.facts.allocation.year import every_year, spans_years, year_words
from kg.facts.allocation.year_clause import (
    COUNTED,
    FIRST_YEAR,
    MEASURED_BY,
    earlier_in_sentence,
    first_year,
    in_leaning_clause,
    of_budget_told,
    of_supplement,
    only_past_end,
)
from kg.patterns import regex
from kg.spans import Span

_ORDINAL = regex(r"(?<!\d)([2-9])\s?(?:차\s?년도|차\s?연도|년\s?차)")
_HALF = regex(r"\s?(?:상반기|하반기|연내|안|중)\s?(?:안에|중에|내에|중|에|까지|내)?(?=\s)")
_BRACKETED = regex(r"\(\s?(?:20\d\d|[’‘']\d\d)(?:년도?)?\s?\)\s?$")


_BY_TIME = regex(r"월|연간|하루|시간")
"""What is paid by the month or the hour runs on: no clause before it dates it."""


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
    of_first = draft.several_years and FIRST_YEAR.search(words) is not None
    if draft.several_years and (of_first or only_past_end(clause, segment)):
        draft.several_years = False  # «2026~2028년 계속사업, 1차 연도분 9억 원»
    alone = clause.head is not None and not any(c.money and c.begin < clause.head.begin for c in clause.following())
    if not draft.several_years and clause.head is not None and alone and clause.row.parent is None and not told:
        draft.several_years = spans_years(text, clause.chunk.end, clause.head.begin, published)
    if draft.several_years:
        return
    told = [w for w in told if not in_leaning_clause(clause, w) and not COUNTED.match(text, w.span.end)]
    told = [w for w in told if not MEASURED_BY.match(text, w.span.end)] or told
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
        begin = first_year(clause)
        if begin is not None:
            draft.year, draft.year_told = begin + int(ordinal.group(1)) - 1, True
            draft.note("year", Span(segment.begin + ordinal.start(), segment.begin + ordinal.end()), "year-first")
            return
    if (of_first or not inside) and (first := FIRST_YEAR.search(words)):
        draft.first_year = True
        begin = first_year(clause)
        if begin is not None:
            draft.year, draft.year_told = begin, True
            draft.note("year", Span(segment.begin + first.start(), segment.begin + first.end()), "year-first")
        return
    if not inside:
        halves = [w for w in told if w.role == "dated" and _HALF.match(text[w.span.end : w.span.end + 10])]
        near = len(halves) == 1 and text[halves[0].span.end : clause.money.begin].strip(" 약총상하반기연내에는") == ""
        inside = halves if len(halves) == 1 and (clause.act is not None or draft.own or near) else []
    if not inside:
        inside = of_budget_told(clause)
    if not inside:
        inside = of_supplement(clause)
    if not inside and not (draft.per_unit and _BY_TIME.search(draft.per_unit)):
        early = earlier_in_sentence(clause)
        if early is not None:
            follows = re.search(r"(?<![가-힣])(?:이듬해|다음\s?해)", words) is not None
            inside = [dataclasses.replace(early, year=early.year + 1) if follows else early]
    if inside:
        word = inside[-1]
        draft.year, draft.year_told = word.year, True
        draft.note("year", word.span, "year-told")


def read_year_of_whole(draft: Draft, clause: Clause) -> None:
    """The year right before a sum of which a part is told: «올해 사업비 29억 원 가운데 인건비는 4억 원»."""
    text, published = clause.analysis.text, clause.analysis.document.published
    segment = clause.segment()
    if spans_years(text, segment.begin, segment.end, published):
        return
    for word in reversed(year_words(text, segment.begin, clause.money.begin, published)):
        beside = [c for c in clause.row.chunks[: clause.place] if c.end > word.span.begin]
        if word.role == "in" and all(c.kind == "noun" and c.money is None for c in beside):
            draft.year, draft.year_told = word.year, True
            draft.note("year", word.span, "year-told")
        return
    for word in of_supplement(clause):  # «3월 추경안 심사에서 구가 올린 7억 원 중 4억 원을»
        draft.year, draft.year_told = word.year, True
        draft.note("year", word.span, "year-told")


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


_EVENT_YEAR = regex(
    r"(?P<year>20\d\d)년?\s.{2,24}(?:페스타|페스티벌|축제|대회|박람회|엑스포|포럼|콘퍼런스|컨퍼런스|해커톤|주간)$"
)


def _under_heading(draft: Draft, clause: Clause) -> bool:
    """Take the year of the heading above a list item."""
    word = context.heading_year(clause.analysis, clause.money.begin)
    if word is not None:
        draft.year = word.year
        draft.note("year", word.span, "year-budget")
    return word is not None


_FRAMES = regex(r"(?:에도|에는|엔)\s")


def _looks_back(clause: Clause, year: int) -> bool:
    """«2021년에도 구의회는 ‘X’ 예산 3억 원을 잘라 냈다»: a sentence with an earlier year of its own is of no budget
    that another sentence tells."""
    analysis = clause.analysis
    told = year_words(analysis.text, clause.sentence.begin, clause.money.begin, analysis.document.published)
    return any(
        w.role in ("in", "dated")
        and w.year < year - 1
        and (_FRAMES.match(analysis.text, w.span.end) or not in_leaning_clause(clause, w))
        for w in told
    )


_MOVES = frozenset(
    (
        *("줄", "줄어들", "내려앉", "쪼그라들", "낮", "적", "감소", "반토막", "깎이", "떨어지", "작"),
        *("늘", "늘어나", "불어나", "붇", "불", "뛰", "오르", "커지", "크", "많", "높", "증가", "치솟"),
    )
)
_SITTING = regex(r"위원회|의회|예결|상임위|심사|심의|계수조정|의결|요구|신청|요청|정부안|기재부")


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


_ALL_YEARS = regex(r"(?:총|전체)\s?(?:사업비|공사비|투자비|건립비|조성비|구축비|투자액|소요액|소요\s?예산)[^.,]{0,12}$")


def _of_all_years(draft: Draft) -> bool:
    """«총사업비: 124억 원(국비 62억 / 시비 62억)» in a paper on one year's budget: the whole of a project is of no one
    year, and nor are its shares."""
    whole = draft.part_of if draft.part_of is not None else draft
    if whole.clause is None:
        return False
    text, begin = whole.clause.analysis.text, whole.clause.segment().begin
    return _ALL_YEARS.search(text, max(begin, whole.money.begin - 30), whole.money.begin) is not None


_NEXT = regex(r"(?<![가-힣])(?:내년|새해)도?(?:의|에)?\s")


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
    if (label := context.label_year(clause.analysis, clause.money.begin)) is not None and not draft.per_unit:
        draft.year = label.year
        draft.note("year", label.span, "year-budget")
        return
    if draft.weak_whole and _under_heading(draft, clause):
        return
    if draft.whole and not council and draft.status != "proposed":
        return
    if _of_all_years(draft):
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
    if draft.per_unit and _BY_TIME.search(draft.per_unit):
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
        elsewhere = word is not None and not clause.sentence.span.holds(word.span)
        if elsewhere and draft.recurring and draft.status == "planned":
            word = None  # «1회 추경에 담겠다. … 운영에는 연간 5억 원이 든다»
        if word is None and council and draft.status != "spent" and not draft.recurring:
            word = context.document_budget_year(analysis)
        if word is None and not draft.several_years and (draft.status == "cut" or _budget_step(draft, clause)):
            word = context.only_budget_year(analysis, clause.sentence)
        if word is None and draft.status in ("proposed", "approved", "cut"):
            word = context.title_year(analysis)
        if word is not None and word.span.begin < clause.sentence.begin and _looks_back(clause, word.year):
            word = None
        if word is not None and not (draft.part_of and draft.part_of.several_years):
            draft.year = word.year
            draft.note("year", word.span, "year-budget")
