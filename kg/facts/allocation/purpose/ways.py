"""The ways of telling what a sum is for, in the order in which they are tried."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.purpose.after import (
    after_phrase,
    as_loan,
    as_lot,
    given_thing,
    goal_after,
    handed_out,
    of_size,
    of_thing,
    share_after,
    taken_by,
    was,
)
from kg.facts.allocation.purpose.before import (
    as_before,
    budget_itself,
    cost_of_sentence,
    described,
    for_recipients,
    goal_before,
    named_as,
    object_before,
    object_beside,
    priced_thing,
    share_of,
    subject_before,
    topic_of_giver,
)
from kg.facts.allocation.purpose.behind import cost_as_topic, for_doing_behind
from kg.facts.allocation.purpose.cut_from import cut_from
from kg.facts.allocation.purpose.deeds import (
    built_at,
    built_with,
    defined,
    done_with,
    for_doing,
    in_doing,
    paid_with,
    spent_on_object,
    topic_as_object,
)
from kg.facts.allocation.purpose.fund import filled_fund
from kg.facts.allocation.purpose.office_budget import budget_of_office
from kg.facts.allocation.purpose.phrase import bracket, in_phrase, label, program_in_bracket, within_bracket
from kg.facts.allocation.purpose.subsidy import bought
from kg.facts.allocation.purpose.turned import chosen_for, turned_to
from kg.facts.allocation.purpose.words import TOLD_AT
from kg.facts.allocation.wording import Purpose
from kg.lexicon import Lexicon


def purpose_of(clause: Clause, lexicon: Lexicon) -> Purpose | None:
    """The first of the ways of writing that gives a wording: in the sum's phrase, before it, after it."""
    for way in (
        bought,
        budget_of_office,
        filled_fund,
        program_in_bracket,
        bracket,
        in_phrase,
        label,
        of_size,
        for_doing,
        for_doing_behind,
        share_of,
        cut_from,
        turned_to,
        built_with,
        topic_as_object,
        spent_on_object,
        budget_itself,
        object_beside,
        of_thing,
        built_at,
        named_as,
        handed_out,
        as_lot,
        taken_by,
        topic_of_giver,
        cost_as_topic,
        goal_before,
        object_before,
        was,
        subject_before,
        share_after,
        as_before,
        after_phrase,
        goal_after,
        given_thing,
        defined,
        done_with,
        paid_with,
        in_doing,
        chosen_for,
        for_recipients,
        as_loan,
        cost_of_sentence,
        described,
        priced_thing,
        within_bracket,
    ):
        found = way(clause, lexicon)
        if found is not None and not (way is in_doing and TOLD_AT.search(found.text)):
            return found
    return None
