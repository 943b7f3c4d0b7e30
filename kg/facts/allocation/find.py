"""The rule of allocations: every sum of the article, clause by clause, then the sums among each other."""

from collections.abc import Iterable, Iterator

from kg.facts.allocation import parts, payer, shares
from kg.facts.allocation.basis import basis_of
from kg.facts.allocation.carry import carry_on
from kg.facts.allocation.chain import follow
from kg.facts.allocation.chunks import chunk_sentence
from kg.facts.allocation.clause import Clause, clauses
from kg.facts.allocation.cut_in_words import cut_without_sum
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.fiscal_year import last_round, year_from_context
from kg.facts.allocation.granter import pay_by_call
from kg.facts.allocation.inherit import (
    asked_in_part,
    granted_in_part_spent,
    inherit,
    paid_by_companies,
    planned_in_full,
    spent_in_full,
)
from kg.facts.allocation.last_resort import name_last
from kg.facts.allocation.linking import link
from kg.facts.allocation.noted_row import name_by_row
from kg.facts.allocation.payer_context import payer_from_context
from kg.facts.allocation.payer_council import council_before
from kg.facts.allocation.payer_field import pay_by_field
from kg.facts.allocation.plan_of_lead import name_plan
from kg.facts.allocation.plan_shares import planned_shares
from kg.facts.allocation.policy import is_policy_money
from kg.facts.allocation.ranked import rank_shares
from kg.facts.allocation.ranked_body import pay_by_rank
from kg.facts.allocation.recipient import hand_on
from kg.facts.allocation.repeats import join_repeats
from kg.facts.allocation.revising import as_revised, cut_from_told
from kg.facts.allocation.row_label import name_by_own_row
from kg.facts.allocation.settle import settle
from kg.facts.allocation.shared_payers import purses_alike, share_payers, share_purses, share_things
from kg.facts.allocation.side_by_side import pay_by_side, stand_side_by_side
from kg.facts.allocation.sides import sides_of
from kg.facts.allocation.slots import read_sum
from kg.facts.allocation.source_state import state_money
from kg.facts.allocation.status_context import is_election, pledged, read_around
from kg.facts.allocation.status_default import as_its_total, default_status
from kg.facts.allocation.status_passed import passed_years, settle_passed
from kg.facts.allocation.table_beside import cell_sums
from kg.facts.allocation.table_repeats import told_in_rows
from kg.facts.allocation.tables import table_drafts
from kg.facts.allocation.told_again import dated_by_host, named_again, named_behind, told_elsewhere
from kg.facts.allocation.told_as_budget import speaks_of_budget
from kg.facts.allocation.topic_own_body import asked_of_body
from kg.facts.allocation.total_of_things import name_totals
from kg.facts.allocation.turn import by_member, sitting_body, spoken_from
from kg.facts.allocation.units import dated_by_count
from kg.facts.model import Allocation, Fact
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex

_VOTES = frozenset({"삭감", "감액", "가결", "의결", "통과", "깎", "조정", "확정", "수정"})
_BODIES = frozenset(("LocalGovernment", "Council", "Committee", "Ministry", "EducationOffice"))
_SHORTS = frozenset(
    {"위원회", "시의회", "도의회", "구의회", "군의회", "의회", "예결위", "예결특위", "상임위", "집행부", "정부"}
    | {"도교육청", "시교육청", "교육청"}
)
RULE = "allocation"


def find_allocations(
    analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]
) -> Iterable[Allocation]:
    """The allocations of a document, in the order of the text."""
    titles: list[Draft] = []
    drafts: list[Draft] = []
    for draft in _drafts(analysis, mentions, lexicon, facts):
        sentence = analysis.sentence_at(draft.money.begin)
        (titles if sentence is not None and _heads(analysis, sentence) else drafts).append(draft)
    name_by_row(analysis, mentions, drafts)
    name_by_own_row(analysis, mentions, drafts)
    drafts += table_drafts(analysis, mentions, lexicon, drafts)
    drafts.sort(key=lambda d: d.money.begin)
    for draft in drafts:
        if "table" in draft.features and draft.year_told and not draft.sourced:
            draft.bound, draft.shared_out = True, False  # a year's column is no share of a total
    passed = passed_years(analysis)
    settle_passed(drafts, passed)
    name_plan(analysis, mentions, drafts)
    named_again(drafts)
    told_elsewhere(drafts)
    follow(drafts)
    cut_from_told(drafts)
    carry_on(drafts)
    shares.included(drafts)
    named_behind(drafts)
    told_in_rows(drafts)
    rank_shares(drafts)
    parts.adding_up(drafts)
    name_totals(analysis, mentions, lexicon, drafts)
    for draft in drafts:
        _settle_year(draft)
    settle(analysis, mentions, drafts)
    shares.never_exceed(drafts)
    shares.none_above_its_year(drafts)
    dated_by_count(drafts)
    asked_in_part(drafts)
    inherit(drafts)
    planned_shares(drafts)
    granted_in_part_spent(drafts)
    spent_in_full(drafts)
    planned_in_full(drafts)
    paid_by_companies(drafts)
    shares.side_by_side(drafts)
    for sentence in analysis.sentences:
        cut_without_sum(analysis, mentions, sentence, drafts)
    told = [d.value for d in drafts]
    if any(d.status == "cut" and d.value for d in drafts):
        titles = [t for t in titles if t.value]  # a headline's «0원» is what is left of a sum that the text tells
    fresh = [t for t in titles if not any(abs(v - t.value) <= 0.03 * t.value for v in told) and speaks_of_budget(t)]
    hand_on(analysis, mentions, drafts)
    kept = join_repeats([*drafts, *fresh], [t for t in titles if t not in fresh])
    dated_by_host(kept)
    name_last(analysis, mentions, kept)
    for draft in kept:
        if draft.lender is not None and not draft.own and draft.part_of is None:
            draft.purpose, draft.programs = draft.lender.purpose, list(draft.lender.programs)
        if draft.per_unit and draft.year is None and not draft.own and _of_the_sum_before(draft):
            draft.year = draft.lender.year if draft.lender else None
            draft.status = draft.status or (draft.lender.status if draft.lender else None)
        draft.basis = basis_of(draft)
    for draft in sorted(kept, key=lambda d: d.part_of is not None):
        draft.status = draft.status or as_its_total(draft) or default_status(draft, analysis.document.published, passed)
    yield from as_revised(d.fact(RULE) for d in kept if d.purpose and speaks_of_budget(d))


def _drafts(analysis: Analysis, mentions: Mentions, lexicon: Lexicon, facts: tuple[Fact, ...]) -> Iterator[Draft]:
    in_cells = set(cell_sums(analysis, mentions)) if analysis.document.grids else frozenset()
    sums = [m for m in mentions.of("money") if m.rule != "money-table" and m not in in_cells]
    named = [m.span for m in mentions.of("region")]
    named += [
        m.span
        for m in mentions.of("organization", "organization-short")
        if _BODIES & set(m.value.classes) or m.value.text in _SHORTS
    ]
    by_sentence: dict[int, tuple[Sentence, list[Mention]]] = {}
    for money in sums:
        sentence = analysis.sentence_at(money.begin)
        if sentence is not None and (money.value.low or 0) >= 0:
            by_sentence.setdefault(sentence.index, (sentence, []))[1].append(money)
    found: list[Draft] = []
    sides = sides_of(analysis, mentions)
    election = is_election(analysis)
    for sentence, inside in by_sentence.values():
        bodies = tuple(m.span for m in mentions.within(sentence.span, "organization"))
        rows = chunk_sentence(analysis, sentence, inside, spoken_from(analysis, sentence), bodies)
        here: list[Draft] = []
        places = tuple(s for s in named if sentence.begin <= s.begin < sentence.end)
        for clause in clauses(analysis, sentence, rows, lexicon, places, bodies):
            if is_policy_money(clause, lexicon):
                here.append(read_sum(clause, mentions, lexicon))
        here = purses_alike(share_things(share_payers(here, mentions)))
        share_purses(here)
        link(here, found, mentions, lexicon)
        pay_by_field(here, analysis, mentions)
        if sides is not None:
            stand_side_by_side(here, found, sides, mentions)
        for draft in here:
            assert draft.clause is not None
            year_from_context(draft, draft.clause)
            last_round(draft, draft.clause)
            read_around(draft, draft.clause)
            if draft.year is None and draft.revises in here and draft.revises is not None and not draft.several_years:
                draft.year = draft.revises.year  # «40억 원을 요구했으나 25억 원만 남았다»
            promised = pledged(draft, draft.clause) if election and draft.by is None else None
            if promised is not None:
                draft.status = "planned"
                draft.note("status", promised, "status-planned")
            if draft.by is None and draft.elided and draft.status == "cut" and _falls(draft.clause):
                draft.by = draft.decider = council_before(analysis, mentions, sentence)
            if draft.by is None and draft.elided and draft.status == "approved" and draft.revises is not None:
                draft.by = draft.decider = council_before(analysis, mentions, sentence)
            if draft.by is None and draft.elided and draft.status in ("cut", "approved"):
                draft.by = draft.decider = payer.sitting_topic(draft.clause, mentions)
            if draft.by is None and draft.elided and draft.status == "cut" and by_member(analysis, sentence):
                draft.by = draft.decider = sitting_body(mentions)
            if draft.by is None and draft.elided and _voted(draft):
                draft.by = draft.decider = sitting_body(mentions)
            if draft.by is None and draft.elided and not draft.own and draft.source is None:
                asked = asked_of_body(analysis, mentions, sentence, draft.money.begin)
                if asked is not None and draft.purpose == asked.text:
                    draft.by = next(iter(mentions.within(asked.span, "organization")), None)
            state_money(draft, draft.clause, mentions)
            pay_by_rank(draft, mentions)
            pay_by_call(draft, mentions)
            if sides is not None:
                pay_by_side(draft, sides, mentions)
            if draft.by is None and draft.elided:
                speaker = draft.announced_by or payer.acting_person(draft.clause, mentions)
                draft.by = payer_from_context(analysis, mentions, draft.clause, speaker, facts, draft.purpose)
                if draft.by is not None:
                    draft.note("payer", draft.by.span, "payer-context")
        found += here
    yield from found


def _voted(draft: Draft) -> bool:
    """Whether a council's own paper tells what was voted: «12억 원은 원안 가결», «2억 원 전액 삭감», «의결 3억 원»."""
    clause = draft.clause
    if clause is None or clause.analysis.document.kind != "council":
        return False
    if draft.status in ("cut", "approved") and clause.act is not None:
        return clause.act.word in _VOTES
    return clause.analysis.text[max(0, clause.money.begin - 4) : clause.money.begin].rstrip().endswith("의결")


def _heads(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence is a headline; the items of an outline may pass for subtitles, but tell their own sums."""
    if sentence.block != "subtitle":
        return sentence.block == "title"
    if sum(s.block == "subtitle" for s in analysis.sentences[:16]) < 8:
        return True
    return sentence.index < 8 and analysis.text[sentence.begin] not in "◦○ㅇ□■❍●◯①②③④⑤⑥|▪"


def _of_the_sum_before(draft: Draft) -> bool:
    """«내년에 96억 원을 푼다. 업체당 8000만 원까지다»: what each one gets of the year's sum told just before."""
    lender = draft.lender
    if lender is None or lender.clause is None or draft.clause is None or not lender.year_told or lender.per_unit:
        return False
    return draft.clause.sentence.index - lender.clause.sentence.index <= 1 and lender.status in ("planned", "proposed")


def _falls(clause: Clause) -> bool:
    """Whether the sum is told as cut by nobody: 깎였다, 날아갔다, 삭감됐다."""
    head = clause.head
    return clause.act is not None and (clause.act.voice == "goes" or (head is not None and head.suffix == "되"))


_PROJECT = regex(
    r"(?:총|전체)\s?(?:사업비|공사비|투자비|건립비)(?:는|은|이|가|만|도|로|으로)?\s?(?:약\s?|총\s?|모두\s?)?$"
)


def _of_all_years(draft: Draft) -> bool:
    """«2023년에 계획할 때 총사업비는 120억 원»: the year tells when it was planned."""
    clause = draft.clause
    if clause is None or draft.recurring:
        return False
    text = clause.analysis.text
    return _PROJECT.search(text, max(clause.sentence.begin, draft.money.begin - 16), draft.money.begin) is not None


def _settle_year(draft: Draft) -> None:
    """A sum over several years has no fiscal year, and what each one gets none that another paragraph tells."""
    lent = (draft.per_unit and _dated_far_off(draft)) or _makes_up_the_whole(draft)
    if draft.several_years or _of_all_years(draft) or lent:
        draft.year = None
        draft.slots.pop("year", None)


def _makes_up_the_whole(draft: Draft) -> bool:
    """«총사업비는 국비 128억 원, 도비 48억 원으로 짜였다»: purses of all years, where the sentence tells none."""
    clause, told = draft.clause, draft.slots.get("year", ())
    if clause is None or not draft.sourced or (told and told[0].begin >= clause.sentence.begin):
        return False
    text = clause.analysis.text
    return any("총사업비" in text[c.begin : c.end] for c in clause.row.chunks[: clause.place] if c.kind == "noun")


def _dated_far_off(draft: Draft) -> bool:
    """Whether the year stands in another paragraph than the sum."""
    clause, told = draft.clause, draft.slots.get("year", ())
    sentence = clause.analysis.sentence_at(told[0].begin) if clause is not None and told else None
    return clause is not None and sentence is not None and sentence.paragraph != clause.sentence.paragraph


def sums_without_purpose(analysis: Analysis, mentions: Mentions, facts: Iterable[Fact]) -> Iterator[Mention]:
    """The sums that no allocation took in, in the order of the text: listed, never dropped."""
    taken = {(f.amount.begin, f.amount.end) for f in facts if isinstance(f, Allocation)}
    for money in mentions.of("money"):
        if (money.begin, money.end) not in taken and analysis.sentence_at(money.begin) is not None:
            yield money
