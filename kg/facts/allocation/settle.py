"""Stage, roles and round of all sums once they stand beside each other: what one tells of the next."""

from collections.abc import Sequence

from kg.facts.allocation.carry import clause_names_none
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.payer_council import council_before, council_that_cut
from kg.facts.allocation.repeats import alike
from kg.facts.allocation.roles import ASKS, budgeted, fits_purse, from_fund, others_give, settle_roles, sitting_in
from kg.facts.allocation.stage import sits, stage_of
from kg.language.model import Analysis
from kg.mentions.model import Mentions

_LESS = frozenset(
    ("삭감", "감액", "감축", "축소", "깎", "깎이", "줄", "줄이", "줄어들", "낮추", "조정", "수정", "의결")
)


def settle(analysis: Analysis, mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Say of each sum how far it has got, who pays, who decides and in which round of the budget."""
    for draft in drafts:
        draft.stage = stage_of(draft)
        settle_roles(draft)
    for i, draft in enumerate(drafts):
        _cut_with_it(drafts, i)
        _move_round(draft)
        if draft.clause is not None and draft.decider is None and sits(draft):
            sentence = draft.clause.sentence
            draft.decider = sitting_in(draft.clause, mentions) or council_before(analysis, mentions, sentence)
        _pay_on(drafts, i)
        draft.decider = draft.decider or council_that_cut(analysis, mentions, draft)
    _no_sole_payer(drafts)


def _no_sole_payer(drafts: Sequence[Draft]) -> None:
    """A total of which others bear shares is nobody's alone, unless the words say who gives all of it."""
    for total in drafts:
        if total.payer is None or "payer-told" in total.features:
            continue
        shares = [d for d in drafts if d.part_of is total and (d.sourced or (d.payer and d.payer is not total.payer))]
        if len({d.source for d in shares}) > 1 or any(d.payer not in (None, total.payer) for d in shares):
            total.payer = None


def _cut_with_it(drafts: Sequence[Draft], at: int) -> None:
    """«9억 원 가운데 3억 원을 감액했다. 상임위를 통과한 6억 원은»: the cut is that of the committee too."""
    left, asked = drafts[at], drafts[at].revises
    if asked is None:
        return
    for off in drafts[max(0, at - 3) : at + 3]:
        if off.status == "cut" and off is not left and abs(asked.value - off.value - left.value) < 1:
            off.stage = off.stage or left.stage
            if off.stage == left.stage:
                left.decider = left.decider or off.decider


def _move_round(draft: Draft) -> None:
    """«제3회 추경에서 10억 원에서 16억 원으로 늘렸다»: the round is the later sum's, unless it cuts what was asked."""
    before, clause = draft.revises, draft.clause
    if before is None or before.clause is None or clause is None or before.clause.row is not clause.row:
        return
    if draft.round is None and before.round is not None and before.clause.money.begin < clause.money.begin:
        draft.round = before.round
        if clause.head is None or clause.head.lemma not in _LESS:
            before.round = None


def _pay_on(drafts: Sequence[Draft], at: int) -> None:
    """«시는 A에 5억 원을 쓴다. … 올해는 3억 원을 먼저 낸다»: who paid for the thing just before goes on paying."""
    draft, clause = drafts[at], drafts[at].clause
    if clause is None or not draft.elided or draft.payer is not None or draft.decider is not None:
        return
    gives = clause.act is not None and clause.act.voice == "gives" and clause.act.word not in ASKS
    passive = clause.head is not None and clause.head.suffix == "되"
    if draft.status == "cut" or draft.part_of is not None or draft.stage == "국비요구" or from_fund(clause):
        return
    if (draft.lender is None and not clause_names_none(clause)) or others_give(clause):
        return
    if (not gives or passive) and not draft.whole and not draft.sourced and not budgeted(clause):
        return
    for other in reversed(drafts[max(0, at - 6) : at]):
        if other.clause is None or clause.sentence.index - other.clause.sentence.index > 2:
            return
        if other.payer is None or other.part_of is not None:
            continue
        if draft.by is not None and str(draft.by.value) != str(other.payer.value):
            return
        same = alike(other, draft) or draft.lender is other or (draft.own and gives)
        if same and fits_purse(draft, other.payer):
            draft.payer = other.payer
        return
