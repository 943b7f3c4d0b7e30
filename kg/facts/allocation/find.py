"""The rule of allocations: every sum of the article, clause by clause, then the sums among each other."""

import re
from collections.abc import Iterable, Iterator

from kg.facts.allocation import context, parts, payer, status
from kg.facts.allocation.basis import basis_of
from kg.facts.allocation.chunks import chunk_sentence
from kg.facts.allocation.clause import Clause, clauses
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.per_unit import per_unit_of
from kg.facts.allocation.policy import is_policy_money
from kg.facts.allocation.purpose import purpose_of, without_gloss, without_time
from kg.facts.allocation.repeats import join_repeats
from kg.facts.allocation.source import source_of
from kg.facts.allocation.tables import table_drafts
from kg.facts.allocation.topic import Topic, topic_before
from kg.facts.allocation.year import YearWord, every_year, spans_years, year_words
from kg.facts.model import Allocation, Fact, Source
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.spans import Span

RULE = "allocation"
_WHOLE = re.compile(r"(?:총|모두|합쳐|합해|합하면|더해|포함해|합친|통틀어|전체|합계|도합)\s*(?:사업비|예산|규모|약)?\s*$")
_WHOLE_NOUN = re.compile(r"(?:총사업비|총예산|전체\s?(?:사업비|예산)|총액|합계|사업비|사업\s?규모|총\s?투자비|총\s?소요예산)(?:는|은|가|이|만|도|로|으로)?\s*(?:약|총|모두)?\s*$")
_FIRST_YEAR = re.compile(r"첫해\s?(?:분|에|년도)?|1차\s?(?:년도|연도)|첫\s해")
_OF_IT = re.compile(r"^\s?(?:원)?\s?(?:가운데|중(?:에서)?(?=\s)|에서\s(?=\d)|의\s?(?:\d+%|절반|일부))")
_OF_BUDGET = re.compile(r"\s?(?:가까운|넘는|규모의|에 이르는|에 달하는|에 육박하는|짜리|대의)\s?(?:총)?(?:사업비|예산|투자비)")
_LENDS = re.compile(r"^[\s,·]*(?:와|과|및|에)?\s*$")
_BUDGET_WORD = re.compile(r"예산|추경|세출")


def find_allocations(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Allocation]:
    """The allocations of a document, in the order of the text."""
    titles, drafts = [], []
    for draft in _drafts(analysis, mentions, lexicon, facts):
        sentence = analysis.sentence_at(draft.money.begin)
        (titles if sentence and sentence.block in ("title", "subtitle") else drafts).append(draft)
    drafts += table_drafts(analysis, mentions, lexicon)
    drafts.sort(key=lambda d: d.money.begin)
    parts.adding_up(drafts)
    for draft in drafts:
        _settle_year(draft)
    parts.inherit(drafts)
    for sentence in analysis.sentences:
        _cut_without_sum(analysis, mentions, sentence, drafts)
    told = [d.value for d in drafts]
    fresh = [t for t in titles if not any(abs(v - t.value) <= 0.03 * t.value for v in told) and _speaks_of_budget(t)]
    kept = join_repeats([*drafts, *fresh], [t for t in titles if t not in fresh])
    for draft in kept:
        if draft.lender is not None and not draft.own and draft.part_of is None:
            draft.purpose, draft.programs = draft.lender.purpose, list(draft.lender.programs)
        draft.basis = basis_of(draft)
        draft.status = draft.status or status.default_status(draft, analysis.document.published)
        if draft.purpose and _speaks_of_budget(draft):
            yield draft.fact(RULE)


def _drafts(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterator[Draft]:
    sums = [m for m in mentions.of("money") if m.rule != "money-table"]
    named = [m.span for m in mentions.of("region")]
    named += [m.span for m in mentions.of("organization", "organization-short") if "LocalGovernment" in m.value.classes]
    by_sentence: dict[int, tuple[Sentence, list[Mention]]] = {}
    for money in sums:
        sentence = analysis.sentence_at(money.begin)
        if sentence is not None and (money.value.low or 0) >= 0:
            by_sentence.setdefault(sentence.index, (sentence, []))[1].append(money)
    found: list[Draft] = []
    for sentence, inside in by_sentence.values():
        rows = chunk_sentence(analysis, sentence, inside)
        here: list[Draft] = []
        places = tuple(s for s in named if sentence.begin <= s.begin < sentence.end)
        for clause in clauses(analysis, sentence, rows, lexicon, places):
            if is_policy_money(clause, lexicon):
                here.append(_read(clause, mentions, lexicon))
        _link(here, found, mentions, lexicon)
        for draft in here:
            assert draft.clause is not None
            _year_from_context(draft, draft.clause)
            if draft.by is None and draft.elided:
                draft.by = payer.payer_from_context(analysis, mentions, sentence, draft.money.begin, draft.announced_by, facts)
                if draft.by is not None:
                    draft.note("payer", draft.by.span, "payer-context")
        found += here
    yield from found


_EVIDENCE = ("budget-verb", "source-told", "year-told", "total-told", "budget-noun", "per-unit", "table", "adds-up", "recurring")


def _speaks_of_budget(draft: Draft) -> bool:
    """A sum that shares another's purpose needs a word of its own that makes it money for something."""
    if draft.own or draft.part_of is not None or draft.several_years or draft.revises is not None or draft.superseded or draft.sourced:
        return True
    if draft.clause is not None and draft.clause.row.parent is not None or "status" in draft.slots:
        return True
    return any(f in draft.features for f in _EVIDENCE)


def _read(clause: Clause, mentions: Mentions, lexicon: Lexicon) -> Draft:
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
    if purpose is not None:
        draft.purpose, draft.own, draft.cost = purpose.text, True, purpose.cost
        draft.note("purpose", purpose.span, f"purpose-{purpose.feature}")
        draft.programs = _programs_in(mentions, purpose.span)
        if not draft.programs and (purpose.cost or purpose.feature in ("done-with", "thing")):
            topic = topic_before(clause.analysis, mentions, clause.sentence, money.begin, lexicon)
            if topic is not None and topic.mention is not None:
                draft.programs = [topic.mention]
    source = source_of(clause, lexicon)
    if source is not None:
        draft.source, draft.sourced = source[0], True
        draft.note("source", source[1], "source-told" if source[0] else None)
    words = text[segment.begin : segment.end]
    if not given:
        _read_year(draft, clause, segment, words)
        told = status.status_of(clause)
        if draft.value == 0:
            told = ("cut", money.span)
        if told is not None:
            draft.status = told[0]
            draft.note("status", told[1], f"status-{told[0]}")
        near = Span(max(clause.sentence.begin, segment.begin - 60), min(clause.sentence.end, money.end + 60))
        quoted = clause.analysis.quoted_at(money.begin) is not None
        paper = status.paper_near(clause)
        if paper is not None and not quoted and draft.status in (None, "planned") and not draft.several_years:
            draft.status = "proposed"
            draft.note("status", paper, "status-proposed")
        draft.stage = status.stage_of(text, near.begin, near.end) if draft.status in ("proposed", "approved", "cut", "spent") else None
        draft.round = status.round_of(text, segment.begin, min(clause.sentence.end, clause.chunk.end + 12))
    words = words.rstrip(" :：")
    if not draft.per_unit and (_WHOLE.search(words) or _WHOLE_NOUN.search(words)):
        draft.whole = True
        draft.weak_whole = not _WHOLE.search(words) and not re.search(r"총|전체|합", words[-14:])
        draft.features.append("total-told")
    elif not draft.per_unit and draft.own and (re.match(r"\s?(?:원)?\s?규모의", clause.after) or clause.chunk.suffix.endswith("짜리")):
        draft.whole = draft.weak_whole = True
    if every_year(words) and not draft.per_unit:
        draft.recurring = True
        draft.features.append("recurring")
        if draft.status in (None, "planned") and (passed := status.passed_before(clause)) is not None:
            draft.status = "approved"
            draft.note("status", passed, "status-approved")
    if _OF_BUDGET.match(text, money.end):
        draft.features.append("budget-noun")
        draft.whole = draft.whole or "사업비" in text[money.end : money.end + 16]
    act = clause.act or clause.leaning_act
    draft.instrument = act.instrument if act else None
    if draft.instrument is None and re.search(r"펀드", (draft.purpose or "")[-6:]):
        draft.instrument = "펀드"
    if act is not None:
        draft.features.append("budget-verb")
    _read_payer(draft, clause, mentions)
    return draft


def _evidence(clause: Clause) -> Span:
    """The clause round the sum: from the sum before it to the governing predicate."""
    begin = min(clause.segment().begin, clause.money.begin)
    end = clause.chunk.end
    if clause.head is not None and clause.row.parent is None:
        end = max(end, clause.head.end)
    return Span(begin, min(max(end, clause.money.end), clause.sentence.end))


def _programs_in(mentions: Mentions, span: Span) -> list[Mention]:
    """The programs whose names meet the words."""
    return [m for m in mentions.within(Span(span.begin - 60, span.end + 60), "program", "program-short") if m.span.meets(span)]


def _read_year(draft: Draft, clause: Clause, segment: Span, words: str) -> None:
    analysis = clause.analysis
    text, published = analysis.text, analysis.document.published
    told = year_words(text, segment.begin, clause.money.begin, published)
    after = year_words(text, clause.money.end, clause.chunk.end, published)
    draft.several_years = spans_years(text, segment.begin, segment.end, published)
    if draft.several_years:
        return
    told = [w for w in told if not _in_leaning_clause(clause, w)]
    inside = [w for w in told if w.role == "in" or w.role == "from" and every_year(words)]
    until = [w for w in told if w.role == "until"]
    if not inside and until:
        inside = [w for w in until if published and str(w.year) == published[:4] and draft.clause and not (clause.head and clause.head.past)]
    if not inside:
        inside = [w for w in after if w.role == "in"]
    if not inside and clause.head is not None and clause.act is not None:
        between = year_words(text, clause.chunk.end, clause.head.begin, published)
        inside = [w for w in between if w.role == "in" and w.budget]
    host = clause.row.host
    if not inside and host is not None and host.begin < clause.row.host_end:
        inside = [w for w in year_words(text, host.begin, clause.row.host_end, published) if w.role == "in"]
    if not inside and (first := _FIRST_YEAR.search(words)):
        draft.first_year = True
        begin = _first_year(draft, clause)
        if begin is not None:
            draft.year, draft.year_told = begin, True
            draft.note("year", Span(segment.begin + first.start(), segment.begin + first.end()), "year-first")
        return
    if not inside:
        early = _earlier_in_sentence(clause)
        if early is not None:
            inside = [early]
    if inside:
        word = inside[-1]
        draft.year, draft.year_told = word.year, True
        draft.note("year", word.span, "year-told")


def _in_leaning_clause(clause: Clause, word: YearWord) -> bool:
    """«2023년에 발표한 35억 원짜리 구상»: a year inside a clause that leans on a noun dates something else."""
    chunks = clause.row.chunks
    started = False
    for chunk in chunks[: clause.place]:
        started = started or chunk.begin <= word.span.begin < max(chunk.end, chunk.begin + 1)
        if started and chunk.kind == "verb":
            return chunk.ending == "ETM" and chunk.lemma != "이" and chunk.lemma not in _SPENDING
    return False


_SPENDING = frozenset(
    ("투입", "들이", "쓰", "들", "들어가", "집행", "지원", "투자", "편성", "반영", "배정", "담", "내", "주", "요구", "신청", "확보", "책정", "출자", "출연", "필요", "소요", "세우", "삭감", "깎", "깎이", "대", "쏟", "쏟아붓", "붓", "부담")
)


def _earlier_in_sentence(clause: Clause) -> YearWord | None:
    """A year told in an earlier clause of the sentence, «내년에는 A를 만들고 B에 10억 원을 쓴다»: only as its own time phrase."""
    analysis = clause.analysis
    quoted = analysis.quoted_at(clause.money.begin)
    begin = quoted.begin if quoted else clause.sentence.begin
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.money is not None:
            begin = max(begin, chunk.money.end)
    for chunk in clause.row.chunks[: clause.place]:
        if chunk.kind == "stop" or chunk.kind == "verb" and chunk.ending == "EF":
            begin = max(begin, chunk.end)
    end = clause.segment().begin
    if begin >= end:
        return None
    words = [
        w
        for w in year_words(analysis.text, begin, end, analysis.document.published)
        if w.role == "in" and not _in_leaning_clause(clause, w) and re.match(r"(?:년도?)?(?:에는|에|부터는|엔|에도)?(?=[\s,])", analysis.text[w.span.end : w.span.end + 5])
    ]
    return words[-1] if len(words) == 1 and not spans_years(analysis.text, begin, end, analysis.document.published) else None


def _first_year(draft: Draft, clause: Clause) -> int | None:
    """The year from which the period told last before runs: «2026년부터 5년간 … 첫해분»."""
    analysis = clause.analysis
    index = clause.sentence.index
    for i in range(index, max(index - 4, -1), -1):
        sentence = analysis.sentences[i]
        for word in reversed(year_words(analysis.text, sentence.begin, min(sentence.end, clause.money.begin), analysis.document.published)):
            if word.role == "from":
                return word.year
    _ = draft
    return None


_LEVELS: dict[str, Source] = {"시": "시비", "도": "도비", "군": "군비", "구": "구비"}


def _read_payer(draft: Draft, clause: Clause, mentions: Mentions) -> None:
    act = clause.leaning_act or clause.act
    passive = clause.head is not None and clause.head.suffix == "되" and clause.leaning is None
    gives = act is not None and act.voice in ("gives", "gets") and not passive
    text = clause.analysis.text
    budget = _BUDGET_WORD.search(text[clause.segment().begin : max(clause.chunk.end, clause.chunk.end + 12)]) is not None
    subject = payer.subject_after(clause, mentions) or payer.person_payer(clause, mentions)
    if subject is None and (gives or draft.status == "cut"):
        subject = payer.payer_of(clause, mentions)
    if budget and not draft.several_years:
        draft.features.append("budget-noun")
    if subject is None and budget:
        segment = clause.segment()
        subject = payer.owner_in(clause.analysis, mentions, Span(segment.begin, clause.chunk.end))
    if subject is None and act is None and draft.own:
        subject = payer.payer_of(clause, mentions)
        if subject is not None and not (subject.kind == "organization" and "Company" in subject.value.classes):
            subject = None
    if subject is not None:
        draft.by = subject
        if draft.source is None and not draft.sourced and subject.kind == "organization" and "Company" in subject.value.classes:
            draft.source, draft.sourced = "민자", True
            draft.note("source", subject.span, "source-company")
        if draft.status in ("cut", "approved", "proposed"):
            draft.decider = subject
        elif act is not None and act.voice == "gives":
            draft.payer = subject
        draft.note("payer", subject.span, "payer-told")
        if draft.source is None and not draft.sourced and act is not None and act.word in ("부담", "분담", "매칭"):
            level = _LEVELS.get(subject.value.text[-1:]) if hasattr(subject.value, "text") and subject.kind != "person" else None
            if level is not None:
                draft.source, draft.sourced = level, True
                draft.note("source", subject.span, "source-payer")
    draft.elided = subject is None and draft.source not in ("국비", "민자")
    draft.recipient = payer.recipient_of(clause, mentions)
    draft.announced_by = payer.speaker_subject(clause.analysis, mentions, clause.sentence, clause.money.begin)


def _link(here: list[Draft], earlier: list[Draft], mentions: Mentions, lexicon: Lexicon) -> None:
    """What the sums of a sentence lend each other, and what a sentence that points back takes from the one before."""
    last_total: Draft | None = None
    for i, draft in enumerate(here):
        clause = draft.clause
        assert clause is not None
        analysis, text = clause.analysis, clause.analysis.text
        before = here[i - 1] if i else None
        segment = clause.segment()
        words = text[segment.begin : segment.end]
        host = clause.row.host
        if host is not None and host.money is not None and host.money.begin < clause.row.host_end:
            total = next((d for d in here if d.money is host.money), None)
            if total is not None and total is not draft:
                if total.value > draft.value:
                    draft.part_of = total
                elif not draft.own:
                    draft.purpose, draft.programs = total.purpose, list(total.programs)
        elif before is not None and _OF_IT.match(text[before.money.end : before.money.end + 12]) and before.value > draft.value:
            draft.part_of = before
            told = next((d for d in reversed(earlier) if d.value == before.value and d.purpose), None)
            if told is not None and not before.own:
                before.purpose, before.programs = told.purpose, list(told.programs)
                before.year = before.year or told.year
                draft.source = draft.source or (before.source if not draft.sourced else None)
            elif before.source and not draft.sourced:
                draft.source = before.source
            _lend_purpose(before, draft)
        elif parts.is_pointing_back(words) and not draft.per_unit:
            total = _total_before(here[:i], earlier, draft)
            if total is not None:
                draft.part_of = total
                if draft.year is None and total.year is not None and not draft.several_years:
                    draft.year = total.year
        elif before is not None and not draft.own:
            _lend_purpose(before, draft)
        elif before is None and not draft.own and earlier and clause.leaning_act is not None and clause.leaning_act.plain == "cut":
            _cut_of_change(draft, earlier)
        if before is not None and before.year is not None and re.search(r"(?<![가-힣])(?:이듬해|다음\s?해)", words) and not draft.year_told:
            draft.year, draft.year_told = before.year + 1, True
            draft.features.append("year-told")
        if before is not None and not draft.year_told and not draft.several_years and not draft.whole and not draft.per_unit:
            if before.year is not None and _one_breath(text, before, draft):
                draft.year = before.year
        elif before is not None and before.per_unit and before.year is not None and not draft.year_told and not draft.several_years:
            draft.year = before.year
        if parts.is_split(text[clause.sentence.begin : clause.money.begin][:40]) and draft.part_of is None and not draft.per_unit:
            last_total = last_total or _total_before([], earlier, draft)
            if last_total is not None and last_total.value > draft.value and not draft.whole:
                draft.part_of = last_total
        if draft.source and draft.part_of is None and before is not None and before.value > draft.value and (before.whole or before.several_years):
            if before.purpose == draft.purpose and not draft.whole:
                draft.part_of = before
        if before is not None and before.source and not draft.sourced and not draft.own and clause.chunk.particle in ("으로", "로") and not draft.whole:
            if clause.head is not None and clause.head.lemma in ("늘리", "늘", "늘어나", "줄", "줄이", "키우", "확대", "증액"):
                draft.source, draft.sourced = before.source, True
                draft.note("source", before.slots.get("source", (before.money.span,))[0])
        if draft.part_of is None and _only(clause):
            draft.part_of = _total_before([], [d for d in earlier if d.whole or d.several_years], draft)
        if i > 1 and here[i - 2].value - draft.value == (before.value if before else 0) and here[i - 2].value > draft.value:
            _taken_off(here[i - 2], here[i - 1], draft, text)
        else:
            _change(before, draft, text)
        if draft.purpose is None:
            topic = topic_before(analysis, mentions, clause.sentence, clause.money.begin, lexicon)
            if topic is not None:
                draft.purpose = _bare(text, topic)
                draft.programs = [topic.mention] if topic.mention is not None else []
                draft.note("purpose", topic.span, "purpose-topic")


def _cut_of_change(draft: Draft, earlier: list[Draft]) -> None:
    """«예산은 12억에서 9억으로 줄었다. 깎인 3억은 …»: the difference is a part of what was asked."""
    for after in reversed(earlier[-3:]):
        asked = after.revises
        if asked is not None and abs(asked.value - after.value - draft.value) < 1:
            draft.part_of = asked
            _lend_purpose(asked, draft)
            return


def _only(clause: Clause) -> bool:
    """«혁신센터를 짓는 데에만 88억 원»: a part of what was told before."""
    return any(c.kind == "noun" and c.particle in ("에만", "로만", "으로만") for c in clause.previous())


def _bare(text: str, topic: Topic) -> str:
    span = without_time(text, topic.span.begin, topic.span.end)
    words = topic.text if span.begin == topic.span.begin or span.begin >= span.end else text[span.begin : span.end]
    return without_gloss(words)


def _lend_purpose(before: Draft, draft: Draft) -> None:
    if before.purpose and not draft.own:
        draft.purpose, draft.programs, draft.lender = before.purpose, list(before.programs), before
        if draft.by is None and not draft.elided and draft.source is None:
            draft.by, draft.payer, draft.decider, draft.elided = before.by, before.payer, before.decider, before.elided
        if "purpose" in before.slots:
            draft.note("purpose", before.slots["purpose"][0], "purpose-shared")


def _one_breath(text: str, before: Draft, draft: Draft) -> bool:
    """Whether the two sums stand in one list or in two joined clauses, not in two statements."""
    between = text[before.money.end : draft.money.begin]
    return len(between) < 60 and not re.search(r"[.!?]\s|(?:총|모두|합쳐)\s|지난해|이후|까지", between)


def _total_before(here: list[Draft], earlier: list[Draft], draft: Draft) -> Draft | None:
    """The sum that the words point back to: the last bigger one of the sentence, of the sentences just before."""
    for other in reversed(here):
        if other.value > draft.value and not other.per_unit:
            return other
    near = [d for d in earlier[-8:] if draft.money.begin - d.money.begin < 500 and not d.per_unit]
    for other in reversed(near):
        if other.value > draft.value and (other.part_of is None or other.whole):
            return other
    return None


def _change(before: Draft | None, draft: Draft, text: str) -> None:
    """30억 원에서 20억 원으로: the second revises the first; years stand as told."""
    if before is None or before.clause is None or draft.clause is None:
        return
    between = text[before.money.end : draft.money.begin]
    if re.match(r"(?:이던|였던|이었던|에 그쳤던|을 요구했으나|을 편성했으나|에서|을)", between) and len(between) < 40:
        cut = draft.clause.act is not None and draft.clause.act.plain == "cut"
        if cut and re.search(r"했으나|했지만|했는데", between):
            draft.part_of, before.superseded = (before if before.value > draft.value else None), True
            draft.year = draft.year or before.year
        elif draft.clause.chunk.particle in ("으로", "로", "만", "으로만") or re.search(r"했으나|했지만", between):
            draft.revises = before
            before.superseded = True
            before.part_of = draft.part_of = None
            _asked_and_left(before, draft)


def _taken_off(asked: Draft, off: Draft, left: Draft, text: str) -> None:
    """412억 원에서 47억 원을 덜어 내 365억 원으로: what was asked, what was cut, what is left."""
    if not text.startswith(("에서", " 가운데", " 중"), asked.money.end):
        return
    left.revises, asked.superseded, off.part_of = asked, True, asked
    if asked.clause is not None and asked.clause.leaning is not None:
        asked.by = asked.decider = asked.payer = None
        asked.elided = True
    asked.status = "proposed"
    off.status = "cut"
    left.status = "approved"
    for draft in (off, left):
        if not draft.own or draft.purpose != asked.purpose:
            _lend_purpose(asked, draft) if not draft.own else None
        if draft.year is None:
            draft.year = asked.year


def _asked_and_left(before: Draft, draft: Draft) -> None:
    """Less than was asked: the first sum is what was proposed, the second what the decision left."""
    assert draft.clause is not None
    if draft.value < before.value and before.status in (None, "cut", "planned", "approved"):
        cut = draft.clause.act is not None and draft.clause.act.plain == "cut" or draft.clause.head is not None and draft.clause.head.lemma in ("줄", "줄이")
        if cut or draft.status == "approved":
            before.status = "proposed"
        if cut:
            draft.status = None


def _year_from_context(draft: Draft, clause: Clause) -> None:
    """Years told before: by the sentence that a pointing sentence points to, by the budget that is spoken of."""
    if draft.year is not None or draft.several_years:
        return
    council = clause.analysis.document.kind == "council"
    if draft.whole and not council and draft.status != "proposed":
        return
    analysis = clause.analysis
    if context.is_anaphoric(analysis, clause.sentence):
        words = context.year_of_previous(analysis, clause.sentence)
        if len({w.year for w in words}) == 1 and not draft.part_of:
            draft.year = words[0].year
            draft.note("year", words[0].span, "year-before")
            return
        if len({w.year for w in words}) == 2 and draft.revises is not None and draft.revises.year is None:
            draft.revises.year, draft.year = words[0].year, words[-1].year
            draft.revises.note("year", words[0].span, "year-before")
            draft.note("year", words[-1].span, "year-before")
            return
    if council or draft.status in ("cut", "proposed", "approved") or draft.status == "planned" and not draft.per_unit:
        word = context.budget_year(analysis, clause.sentence)
        if word is None and council and draft.status != "spent":
            word = context.document_budget_year(analysis)
        if word is not None and not (draft.part_of and draft.part_of.several_years):
            draft.year = word.year
            draft.note("year", word.span, "year-budget")


_CUT_ALL = re.compile(r"전액(?:을|이|도)?\s?(?:모두\s)?(?:삭감|감액|깎|잘|없)|(?:예산|사업비)(?:을|이|도|은)?\s?(?:통째로|모두|전부)\s?(?:삭감|깎|잘|없|날)")


def _cut_without_sum(analysis: Analysis, mentions: Mentions, sentence: Sentence, drafts: list[Draft]) -> None:
    """«예결특위는 전액을 삭감했다»: the sum told last in the paragraph is what was cut."""
    found = _CUT_ALL.search(analysis.text, sentence.begin, sentence.end)
    if found is None or any(sentence.begin <= d.money.begin < sentence.end for d in drafts):
        return
    for draft in reversed(drafts):
        if draft.money.begin < sentence.begin:
            at = analysis.sentence_at(draft.money.begin)
            if at is not None and at.paragraph == sentence.paragraph and draft.status in (None, "planned", "proposed") and not draft.per_unit:
                draft.status = "cut"
                draft.slots["status"] = (Span(found.start(), found.end()),)
                draft.evidence = (*draft.evidence, Span(found.start(), found.end()))
                decider = payer.subject_before(analysis, mentions, sentence.begin, found.start())
                if decider is not None:
                    draft.by = draft.decider = decider
                    draft.payer = None
            return


def _settle_year(draft: Draft) -> None:
    """A sum over several years has no fiscal year."""
    if draft.several_years:
        draft.year = None
        draft.slots.pop("year", None)


def sums_without_purpose(analysis: Analysis, mentions: Mentions, facts: Iterable[Fact]) -> Iterator[Mention]:
    """The sums that no allocation took in, in the order of the text: listed, never dropped."""
    taken = {(f.amount.begin, f.amount.end) for f in facts if isinstance(f, Allocation)}
    for money in mentions.of("money"):
        if (money.begin, money.end) not in taken and analysis.sentence_at(money.begin) is not None:
            yield money
