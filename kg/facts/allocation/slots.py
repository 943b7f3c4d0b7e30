"""What the sum's own clause tells of it: the slots of an allocation before the sums are looked at together."""

import re
from typing import cast

from kg.facts.allocation import status, status_paper, status_passed
from kg.facts.allocation.building_cost import building_around
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.fiscal_year import read_year, read_year_of_whole
from kg.facts.allocation.giver_label import labelled_by_giver
from kg.facts.allocation.nouns import phrase_before
from kg.facts.allocation.per_unit import per_unit_of
from kg.facts.allocation.purpose import purpose_of
from kg.facts.allocation.purpose.before import ALL_OF_A_BODY
from kg.facts.allocation.recipient import read_recipient
from kg.facts.allocation.slots_payer import read_payer
from kg.facts.allocation.source import source_of
from kg.facts.allocation.status_put_in import in_budget
from kg.facts.allocation.topic import topic_before
from kg.facts.allocation.topics import is_field
from kg.facts.allocation.wording import Purpose, is_time, without_time
from kg.facts.allocation.year import every_year, year_words
from kg.facts.model import Status
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_WHOLE = regex(
    r"(?:총|모두|합쳐|합쳐서|합해|합해서|합하면|합치면|합산하면|더하면|더해|포함해|합친|통틀어|전체|전부|합계|도합)\s*(?:사업비|예산|규모|약|딱|꼭|정확히)?\s*$"
)
_WHOLE_NOUN = regex(
    r"(?:총사업비|총예산|전체\s?(?:사업비|예산)|총액|합계|사업비|사업\s?규모|총\s?투자비|"
    r"총\s?소요예산|(?:조합|펀드|기금|결성|약정|조성)\s?(?:총액|총규모|규모|목표액|금액|액))(?:는|은|가|이|만|도|로|으로|를|을)?\s*(?:약|총|모두|당초|애초|원래|기존)?\s*$"
)
_OF_IT = regex(r"^\s?(?:원)?\s?(?:가운데|중(?:에서)?(?=\s)|의\s?(?:\d+%|절반|일부))")
_SUMMED = regex(
    r"(?:합쳐서?|합해서?|합하면|합치면|더해|더하면|더한|보태면|합친|합한|보태|보탠|아우른|묶은)\s(?:모두|총|약|전체)?\s?$"
)
_ALL_BUDGET = regex(r"(?:전체|총)\s?(?:예산|살림|재정)안?$")
_BUDGET_NAME = regex(r"(?:예산|살림|재정)안?(?:의)?(?:\s(?:총액|총규모|전체|규모|총계|총량))?$")
_OF_BUDGET = regex(
    r"\s?(?:가까운|넘는|규모의|에 이르는|에 달하는|에 육박하는|짜리|대의)\s?(?:총)?(?:사업비|예산|투자비)"
)
_SHORT = 4
_NEAR = 2
"""So many paragraphs away a program may stand of which something is a part."""
_RECEIVES = regex(
    r"(?:기업|업체|회사|농가|가구|주민|학생|청년|어르신|학교|점포|상인|소상공인|참여자|교육생|업종|명|곳|개사|병원|어민|농민|협력사|조합원)$"
)
_FOR_YEARS = regex(r"(?:\d+|[두세네]|다섯)\s?(?:개년|년|해)\s?(?:에\s?걸쳐|간|동안|에\s?나눠)")
_A_YEAR = regex(r"(?<![가-힣])(?:연|연간|매년|해마다|한\s?해)(?:에)?\s(?:약\s|평균\s)?$")
_ITS_YEAR = regex(r"(?:20\d\d년|올해|내년|지난해|첫해)도?(?:에|는|에는)?$")
_A_MONTH = regex(r"월\s|매월|매달")


_JUST_A_BUILDING = regex(r"^[^‘’“”]*(?:건물|건축물|시설물|가건물)$")
"""«연면적 3,400㎡짜리 건물을 올리는 데»: which one, the text has told."""


def _program_around(
    draft: Draft, purpose: Purpose, clause: Clause, mentions: Mentions, lexicon: Lexicon
) -> list[Mention]:
    """The program of which what a sum is for is a part or a cost: the one that the words before are about, where it
    stands near and is not that of another sum of the sentence."""
    cost = (
        purpose.cost
        or _JUST_A_BUILDING.search(purpose.text) is not None
        or len(purpose.text) <= _SHORT
        or purpose.feature in ("done-with", "thing")
    )
    if not cost and is_field(purpose.text):
        return []
    topic = topic_before(clause.analysis, mentions, clause.sentence, draft.money.begin, lexicon)
    if topic is None or topic.mention is None:
        return []
    if cost:
        return [topic.mention]
    at = clause.analysis.sentence_at(topic.span.begin)
    near = at is not None and abs(clause.sentence.paragraph - at.paragraph) <= _NEAR
    beside = at is clause.sentence and mentions.within(Span(topic.span.end, draft.money.begin), "money")
    return [topic.mention] if near and not beside else []


def read_sum(clause: Clause, mentions: Mentions, lexicon: Lexicon) -> Draft:
    """What the sum's own clause tells."""
    text, money = clause.analysis.text, clause.money
    segment = clause.segment()
    draft = Draft(money, clause, evidence=(_evidence(clause),))
    given = _OF_IT.match(clause.rest) is not None
    unit = per_unit_of(clause)
    if unit is not None:
        draft.per_unit = unit[0]
        draft.features.append("per-unit")
    purpose = purpose_of(clause, lexicon)
    if purpose is not None and purpose.feature == "goal" and _is_asked(purpose, clause, mentions):
        purpose = None  # «진흥원에 30억 원을 요청했다»: who is asked
    pointed = _pointed_at(purpose, clause) if purpose is not None else None
    if purpose is not None and pointed is None and (this := _POINTING.fullmatch(purpose.text)) and this["noun"]:
        purpose = None  # «이 작업에는»: what the sentence before tells
    each = draft.per_unit and purpose is not None and purpose.feature == "goal" and _RECEIVES.search(purpose.text)
    around: Mention | None = None
    if purpose is not None and (
        purpose.feature == "recipients" or each
    ):  # what the paragraph is about goes before who gets it
        about = topic_before(clause.analysis, mentions, clause.sentence, money.begin, lexicon)
        at = clause.analysis.sentence_at(about.span.begin) if about is not None else None
        if about is not None and at is not None and at.paragraph == clause.sentence.paragraph:
            around, purpose = about.mention, (purpose if about.mention is not None else None)
    if purpose is not None:
        draft.purpose, draft.own, draft.cost = purpose.text, True, purpose.cost
        draft.note("purpose", purpose.span, f"purpose-{purpose.feature}")
        draft.programs = [around] if around is not None else _programs_in(mentions, purpose.span)
        if not draft.programs:
            draft.programs = _program_around(draft, purpose, clause, mentions, lexicon)
        if not draft.programs and (house := building_around(purpose, clause, mentions, lexicon)):
            draft.purpose = f"{house} {purpose.text}"
        if pointed is not None:
            draft.be_for(*pointed, ())
        if _ALL_BUDGET.search(purpose.text) or (draft.value >= ALL_OF_A_BODY and _BUDGET_NAME.search(purpose.text)):
            draft.whole = True
    source = source_of(clause, lexicon)
    if source is not None:
        draft.source, draft.sourced = source[0], True
        draft.note("source", source[1], "source-told")
    words = text[segment.begin : segment.end]
    if not given:
        read_year(draft, clause, segment, words)
        told = status.status_of(clause)
        if draft.value == 0:
            told = ("cut", money.span)
        if told is not None:
            draft.status = told[0]
            draft.note("status", told[1], f"status-{told[0]}")
        quoted = clause.analysis.quoted_at(money.begin) is not None
        paper = status_paper.paper_near(clause)
        if paper is not None and draft.year_told and _of_other_year(draft, paper, clause):
            paper = None  # «내년도 예산안을 제출했다. 올해(410억 원)보다 27% 늘었다»
        if paper is not None and not quoted and draft.status in (None, "planned") and not draft.several_years:
            draft.status = "proposed"
            draft.note("status", paper, "status-proposed")
        passed = status_passed.passed_before(clause) if draft.status in (None, "planned") else None
        if passed is not None and not draft.several_years:
            draft.status = "approved"
            draft.note("status", passed, "status-approved")
        if draft.status in ("planned", "proposed") and not quoted:
            settled = (
                in_budget(clause, draft.year)
                or status_passed.budget_of_running_year(clause, draft.year)
                or status_passed.passed_behind(clause)
            )
            if settled is not None:
                draft.status = "approved"
                draft.note("status", settled, "status-approved")
        _fit_tense(draft, clause)
        draft.round = status_paper.round_of(text, segment.begin, _end_of_act(clause))
    else:
        read_year_of_whole(draft, clause)
    if given and clause.leaning_act is not None and clause.leaning is not None:
        told_so = clause.leaning_act.past if clause.leaning.past else clause.leaning_act.plain
        if told_so in ("approved", "proposed", "spent"):  # «배정된 5억 원 중 1억 원만»
            draft.status = cast("Status", told_so)
            draft.note("status", Span(clause.leaning.begin, clause.leaning.end), f"status-{told_so}")
    words = words.rstrip(" :：")
    lead = text[max(clause.sentence.begin, money.begin - 16) : money.begin]
    if not draft.per_unit and (_WHOLE.search(words) or _WHOLE_NOUN.search(words) or _SUMMED.search(lead)):
        draft.whole = True
        draft.weak_whole = not _WHOLE.search(words) and not re.search(r"총|전체|합", words[-14:])
        draft.features.append("total-told")
    elif (
        not draft.per_unit
        and draft.own
        and (
            re.match(r"\s?(?:원)?\s?규모(?:의|로)", text[money.end : money.end + 8])
            or clause.chunk.suffix.endswith("짜리")
        )
    ):
        draft.whole = draft.weak_whole = True
    if draft.per_unit == "씩" and _A_YEAR.search(text, _after_last(clause), money.begin):
        draft.per_unit, draft.recurring = None, True  # «연 10억 원씩 5년간»
        draft.features.remove("per-unit")
    if draft.per_unit == "씩" and _FOR_YEARS.search(text, _after_last(clause), money.begin):
        draft.per_unit = None  # «3년에 걸쳐 20억 원씩»: each year's, not each one's
        draft.features.remove("per-unit")
        draft.recurring = True
    if draft.per_unit is not None and draft.per_unit.startswith(("매년", "매해", "해마다")):
        draft.per_unit, draft.recurring = None, True
        draft.features.remove("per-unit")
    near = words[-12:] if draft.per_unit else words
    yearly = every_year(near + " ") and not _A_MONTH.search(words[-8:]) and not _ITS_YEAR.search(words)
    if yearly or draft.recurring:
        draft.recurring = True
        draft.features.append("recurring")
    if draft.several_years and not draft.recurring and _YEARLY_FROM.search(words) and act_of(clause) in _RAISES:
        draft.recurring, draft.several_years = True, False  # «내년부터는 관제 예산을 10억 원으로 늘린다»
        draft.features.append("recurring")
    if _OF_BUDGET.match(text, money.end):
        draft.features.append("budget-noun")
        draft.whole = draft.whole or "사업비" in text[money.end : money.end + 16]
    act = clause.act or clause.leaning_act
    draft.instrument = act.instrument if act else None
    if draft.instrument is None and re.search(r"펀드", (draft.purpose or "")[-6:]):
        draft.instrument = "펀드"
    if act is not None:
        draft.features.append("budget-verb")
    read_payer(draft, clause, mentions)
    if not draft.sourced and labelled_by_giver(clause) is not None:
        draft.sourced = True
        draft.features.append("source-payer")
    read_recipient(draft, mentions)
    return draft


def _fit_tense(draft: Draft, clause: Clause) -> None:
    """«2028년까지 60억 원을 들여 잠긴 마을을 되살린다», «내년 통신비로 1억 원을 떼어 뒀다»: nothing that is still to
    come is spent; «2024년 27억 원을 지원하면서 시작됐다»: nothing of a past year is planned."""
    published = clause.analysis.document.published
    if published is None:
        return
    base, act = int(published[:4]), clause.act
    if draft.status == "spent":
        span = clause.segment()
        told = year_words(clause.analysis.text, span.begin, span.end, published)
        ahead = any(w.role == "until" and w.year > base for w in told) and draft.several_years
        if ahead or (draft.year_told and draft.year is not None and draft.year > base):
            draft.status = "planned"
    elif draft.status == "planned" and _meant_to(clause):
        return  # «지난해 90억 원을 들이겠다고 발표했다»: what was meant, and may still come
    elif draft.status == "planned" and draft.year_told and draft.year is not None and draft.year < base and act:
        draft.status = cast("Status", act.past) if act.past in ("spent", "approved") else "planned"


_MEANT = regex(
    r"[가-힣]*겠(?:다고|다는|다며|다|노라)|[가-힣]*기로\s(?:하|했|한|약속)|[가-힣]+[ㄹ을를]\s(?:계획|방침|구상)"
)


def _meant_to(clause: Clause) -> bool:
    """Whether the predicate over the sum says that it will be given: 들이겠다고, 쓰기로 했다."""
    head = clause.head
    return head is not None and _MEANT.match(clause.analysis.text, head.begin, clause.sentence.end) is not None


def _is_asked(purpose: Purpose, clause: Clause, mentions: Mentions) -> bool:
    """Whether what was read as the goal is a body that is asked for the money."""
    act = clause.act
    if act is None or act.plain != "proposed" or act.past != "proposed":
        return False
    return any(m.end == purpose.span.end for m in mentions.within(purpose.span, "organization", "organization-short"))


_YEARLY_FROM = regex(
    r"(?:년|내년|올해|새해)부터(?:는|도)?\s(?!.*(?:까지|년간|동안))(?=.*(?:예산|비|수당|지원금|료)(?:을|를|은|는)(?:\s|$))"
)
_RAISES = frozenset(("늘리", "올리", "키우", "높이", "줄이", "인상", "증액", "확대", "낮추"))


def _of_other_year(draft: Draft, paper: Span, clause: Clause) -> bool:
    analysis = clause.analysis
    words = year_words(analysis.text, max(0, paper.begin - 8), paper.begin, analysis.document.published)
    return bool(words) and draft.year is not None and words[-1].year > draft.year


def act_of(clause: Clause) -> str:
    """The stem of the predicate that governs the sum; empty where none does."""
    return clause.act.word if clause.act is not None else clause.head.lemma if clause.head is not None else ""


def _after_last(clause: Clause) -> int:
    """Where the sum before ends, else the sentence begins."""
    return max(
        [clause.sentence.begin, *(c.money.end for c in clause.row.chunks[: clause.place] if c.money is not None)]
    )


def _end_of_act(clause: Clause) -> int:
    """Where the words end that can tell the budget of the sum: behind it up to its predicate, before another sum."""
    end = clause.chunk.end + 12
    if clause.head is not None and clause.row.parent is None:
        later = [c.begin for c in clause.following() if c.money is not None]
        end = max(clause.chunk.end, min([clause.head.begin, *later])) if clause.head.begin > clause.chunk.end else end
    return min(clause.sentence.end, end)


_POINTING = regex(
    r"(?:이|그|이번|해당|동)\s(?P<noun>[가-힣A-Za-z]{2,8})$"
    r"|(?P<bare>센터|단지|펀드|기금|캠퍼스|타운|밸리|허브|파크|플랫폼|로드맵|전략|프로젝트|공장|학교|연구소|실증랩|스튜디오|훈련장|상황실|교육원|진흥원|체험관|전시관|박물관|사업단|실증단지)$"
)


def _pointed_at(purpose: Purpose, clause: Clause) -> tuple[str, Span] | None:
    """The named thing that «이 센터», «이 펀드» stands for: the last one before it that ends with the noun."""
    match = _POINTING.fullmatch(purpose.text)
    if match is None:
        return _called_by_last_word(clause, purpose)
    noun = match["noun"] or match["bare"]
    text = clause.analysis.text
    if match["noun"] and len(noun) > 3 and (span := _last_called(clause, noun, purpose.span.begin)) is not None:
        return text[span.begin : span.end], span
    for quoted in reversed(clause.analysis.quoted):
        near = purpose.span.begin - 500 < quoted.begin and quoted.end <= purpose.span.begin
        if near and not quoted.double and quoted.end - quoted.begin < 30 and text[: quoted.end].endswith(noun):
            return text[quoted.begin : quoted.end], quoted.span
    return None


_ITS_BUDGET = regex(r"(?P<word>[가-힣]{2,5})\s(?:예산|살림)")


def _called_by_last_word(clause: Clause, purpose: Purpose) -> tuple[str, Span] | None:
    """«캠프 예산» after ‘첫 투자 캠프’: the thing in marks whose name ends with the word."""
    match = _ITS_BUDGET.fullmatch(purpose.text)
    if match is None:
        return None
    text = clause.analysis.text
    for quoted in reversed(clause.analysis.quoted):
        if quoted.double or quoted.end > purpose.span.begin or quoted.end - quoted.begin > 30:
            continue
        if text[quoted.begin : quoted.end].endswith(f" {match['word']}"):
            return text[quoted.begin : quoted.end], quoted.span
    return None


def _last_called(clause: Clause, noun: str, place: int) -> Span | None:
    """The last noun phrase before a place that has more to it than the noun: «AI 데이터센터 기공식»."""
    analysis = clause.analysis
    at = analysis.text.rfind(noun, max(0, place - 400), place - 2)
    while at >= 0:
        sentence, end = analysis.sentence_at(at), at + len(noun)
        tokens = sentence.tokens if sentence is not None else ()
        behind = next((i for i, t in enumerate(tokens) if t.begin >= end), 0)
        span = phrase_before(tokens, behind) if behind and tokens[behind - 1].end == end else None
        if span is not None and " " in span.of(analysis.text) and not is_time(span.of(analysis.text)):
            return without_time(analysis.text, span.begin, span.end)
        at = analysis.text.rfind(noun, max(0, place - 400), at)
    return None


def _evidence(clause: Clause) -> Span:
    """The clause round the sum: from the sum before it to the governing predicate."""
    begin = min(clause.segment().begin, clause.money.begin)
    end = clause.chunk.end
    if clause.head is not None and clause.row.parent is None:
        end = max(end, clause.head.end)
    return Span(begin, min(max(end, clause.money.end), clause.sentence.end))


def _programs_in(mentions: Mentions, span: Span) -> list[Mention]:
    """The programs whose names meet the words."""
    return [
        m
        for m in mentions.within(Span(span.begin - 60, span.end + 60), "program", "program-short")
        if m.span.meets(span)
    ]
