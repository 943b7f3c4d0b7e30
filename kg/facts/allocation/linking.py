"""What the sums of a sentence lend each other, and what a sentence that points back takes from those before it."""

import re

from kg.facts.allocation import parts
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.lending import (
    asked_for,
    compared,
    field_told,
    hand_out,
    just_before,
    lend_back,
    rest_of,
    told_before,
    told_nearer,
    turned_to,
)
from kg.facts.allocation.revising import change, lend_purpose, taken_off
from kg.facts.allocation.tally import name_tally
from kg.facts.allocation.told_again import POINTS_BACK, labelled_in_line, take_made
from kg.facts.allocation.topic import topic_before
from kg.facts.allocation.topic_given import cost_before, given_before
from kg.facts.allocation.topics import Topic
from kg.facts.allocation.wording import without_gloss, without_time
from kg.facts.allocation.year_lot import lots_of_years
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.patterns import regex

_OF_IT = regex(r"^\s?(?:원)?\s?(?:가운데|중(?:에서)?(?=\s)|의\s?(?:\d+%|절반|일부))")


def link(here: list[Draft], earlier: list[Draft], mentions: Mentions, lexicon: Lexicon) -> None:
    """What the sums of a sentence lend each other, and what a sentence that points back takes from the one before."""
    _complete(here, earlier)
    lots_of_years(here, earlier)
    last_total: Draft | None = None
    for i, draft in enumerate(here):
        clause = draft.clause
        assert clause is not None
        analysis, text = clause.analysis, clause.analysis.text
        before = here[i - 1] if i else None
        if (
            before is not None
            and before.clause is not None
            and before.clause.row is not clause.row
            and clause.row.parent is None
        ):
            before = next(
                (d for d in reversed(here[:i]) if d.clause is not None and d.clause.row is clause.row), before
            )
        if before is not None and compared(before):
            before = next((d for d in reversed(here[: here.index(before)]) if not compared(d)), None)
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
        elif (
            before is not None
            and _OF_IT.match(text[before.money.end : before.money.end + 12])
            and before.value > draft.value
        ):
            draft.part_of = before
            told = next((d for d in reversed(earlier) if d.value == before.value and d.purpose), None)
            if told is not None and not before.own:
                before.purpose, before.programs = told.purpose, list(told.programs)
                before.year = before.year or told.year
                draft.source = draft.source or (before.source if not draft.sourced else None)
            elif before.source and not draft.sourced:
                draft.source = before.source
            lend_purpose(before, draft)
        elif parts.is_pointing_back(words) and not draft.per_unit:
            total = _total_before(here[:i], earlier, draft)
            if total is not None:
                draft.part_of = total
                if draft.year is None and total.year is not None and not draft.several_years:
                    draft.year = total.year
        elif before is not None and not draft.own:
            lend_purpose(before, draft)
            if (since := turned_to(before, draft, mentions)) is not None:
                draft.purpose, draft.programs, draft.lender = since.text, [since.mention] if since.mention else [], None
                draft.slots.pop("purpose", None)
                draft.note("purpose", since.span, "purpose-topic")
        elif (
            before is None
            and not draft.own
            and earlier
            and clause.leaning_act is not None
            and clause.leaning_act.plain == "cut"
        ):
            _cut_of_change(draft, earlier)
        if before is not None and before.several_years and not draft.year_told and _same_list(before, draft):
            draft.several_years, draft.year = True, None
            draft.slots.pop("year", None)
        if (
            before is not None
            and before.year is not None
            and re.search(r"(?<![가-힣])(?:이듬해|다음\s?해)", words)
            and not draft.year_told
        ):
            draft.year, draft.year_told = before.year + 1, True
            draft.features.append("year-told")
        if (
            before is not None
            and not draft.year_told
            and not draft.several_years
            and not draft.whole
            and not draft.per_unit
            and not draft.recurring
        ):
            if before.year is not None and _one_breath(text, before, draft):
                draft.year = before.year
        elif (
            before is not None
            and before.per_unit
            and before.year is not None
            and not draft.year_told
            and not draft.several_years
        ):
            draft.year = before.year
        if (
            parts.is_split(text[clause.sentence.begin : clause.money.begin][:40])
            and draft.part_of is None
            and not draft.per_unit
        ):
            last_total = last_total or _made_up_of(here, earlier) or _total_before([], earlier, draft)
            if last_total is not None and last_total.value > draft.value and not draft.whole:
                draft.part_of = last_total
        if (
            (
                draft.source
                and draft.part_of is None
                and before is not None
                and before.value > draft.value
                and (before.whole or before.several_years)
            )
            and before.purpose == draft.purpose
            and not draft.whole
        ):
            draft.part_of = before
        if (
            (
                before is not None
                and before.source
                and not draft.sourced
                and not draft.own
                and clause.chunk.particle in ("으로", "로")
                and not draft.whole
            )
            and clause.head is not None
            and clause.head.lemma
            in (
                "늘리",
                "늘",
                "늘어나",
                "줄",
                "줄이",
                "키우",
                "확대",
                "증액",
            )
        ):
            draft.source, draft.sourced = before.source, True
            draft.note("source", before.slots.get("source", (before.money.span,))[0])
        if draft.part_of is None and _only(clause):
            draft.part_of = _total_before([], [d for d in earlier if d.whole or d.several_years], draft)
        if (
            i > 1
            and here[i - 2].value - draft.value == (before.value if before else 0)
            and here[i - 2].value > draft.value
        ):
            taken_off(here[i - 2], here[i - 1], draft, text)
        else:
            change(before, draft, text)
        if before is not None and before.per_unit and not draft.own and _multiplied(text, before, draft):
            draft.whole, draft.per_unit = True, None
            draft.features += [f for f in ("total-told",) if f not in draft.features]
        if (
            draft.purpose is None
            and draft.per_unit
            and (given := given_before(analysis, clause.sentence, draft.money.begin)) is not None
        ):
            draft.purpose = given.text
            draft.programs = [m for m in mentions.within(given.span, "program") if given.span.meets(m.span)]
            draft.note("purpose", given.span, "purpose-topic")
            draft.status = draft.status or "planned"
        if before is not None and before.per_unit and not draft.per_unit and not draft.own and rest_of(draft, before):
            draft.per_unit, draft.part_of = before.per_unit, None
        if draft.purpose is None and before is None and earlier and compared(draft) and just_before(earlier[-1], draft):
            lend_purpose(earlier[-1], draft)
        if draft.purpose is None or draft.whole:
            name_tally(draft)
        if draft.own and not draft.programs and (item := labelled_in_line(draft, earlier)) is not None:
            draft.programs = list(item.programs)
        if (
            draft.purpose is None
            and before is None
            and POINTS_BACK.match(text, clause.sentence.begin, draft.money.begin)
        ):
            take_made(draft, analysis, mentions)
        if draft.purpose is None and (asked := asked_for(draft, earlier) or labelled_in_line(draft, earlier)):
            lend_purpose(asked, draft)
        if draft.purpose is None and (cost := cost_before(analysis, clause.sentence, draft.money.begin)) is not None:
            draft.purpose, draft.own, draft.cost = cost.text, True, True
            draft.note("purpose", cost.span, "purpose-topic")
        if draft.purpose is None:
            topic = topic_before(analysis, mentions, clause.sentence, clause.money.begin, lexicon)
            told = told_nearer(draft, earlier, topic) or told_before(draft, earlier, topic, analysis)
            if told is not None:
                lend_purpose(told, draft)
            elif topic is not None:
                draft.purpose = _bare(text, topic)
                draft.programs = list(topic.programs)
                draft.note("purpose", topic.span, "purpose-topic")
                if _asks_budget(text, topic) and "budget-noun" not in draft.features:
                    draft.features.append("budget-noun")
            else:
                take_made(draft, analysis, mentions)
                if draft.purpose is None and (field := field_told(earlier)) is not None:
                    lend_purpose(field, draft)
    for draft, later in zip(reversed(here[:-1]), reversed(here[1:]), strict=True):
        lend_back(draft, later)
    hand_out(here)


def _complete(here: list[Draft], earlier: list[Draft]) -> None:
    """«480억 원 가운데 300억 원이 민자다. … 국비는 130억 원, 시비는 50억 원이다»: the purses that fill up a total told
    before, whatever else was told between."""
    rest = [d for d in here if d.sourced and not d.own and not d.per_unit]
    if not rest or len(rest) != len(here):
        return
    for part in reversed(earlier[-8:]):
        total = part.part_of
        if total is None or not part.sourced or not total.purpose:
            continue
        told = sum(d.value for d in earlier if d.part_of is total and d.sourced)
        if abs(told + sum(d.value for d in rest) - total.value) < 1:
            for draft in rest:
                draft.part_of = total
                draft.purpose, draft.programs, draft.lender = total.purpose, list(total.programs), total
                draft.features += [f for f in ("adds-up",) if f not in draft.features]
            return


def _cut_of_change(draft: Draft, earlier: list[Draft]) -> None:
    """«예산은 12억에서 9억으로 줄었다. 깎인 3억은 …»: the difference is a part of what was asked."""
    for after in reversed(earlier[-3:]):
        asked = after.revises
        if asked is not None and abs(asked.value - after.value - draft.value) < 1:
            draft.part_of = asked
            lend_purpose(asked, draft)
            return


_BUDGETS = ("예산", "사업비", "살림", "재정", "운영비", "출연금")
_OF_BUDGET = regex(rf"\s?(?:{'|'.join(_BUDGETS)})(?:은|는|이|도|을|만)")


def _asks_budget(text: str, topic: Topic) -> bool:
    """Whether what a sum is about was told as a budget: «AI 예산은 얼마인가», «교육원 예산이 36억 원이다»."""
    return topic.text.endswith(_BUDGETS) or _OF_BUDGET.match(text, topic.span.end) is not None


_TIMES = regex(r"(?:씩)?(?:이니|이니까|이라|이므로|이면|씩)?[\s,]*(?:모두|총|전부|합쳐|다\s합쳐|전체)?\s?(?:약\s)?$")


def _multiplied(text: str, before: Draft, draft: Draft) -> bool:
    """«대당 2천만 원이니 3억 원이다», «한 대 19만 원, 모두 5천만 원»: what all of them cost together."""
    between = text[before.money.end : draft.money.begin]
    return draft.value > before.value and between.strip(" ,") != "" and _TIMES.match(between) is not None


def _only(clause: Clause) -> bool:
    """«혁신센터를 짓는 데에만 88억 원»: a part of what was told before."""
    return any(c.kind == "noun" and c.particle in ("에만", "로만", "으로만") for c in clause.previous())


def _bare(text: str, topic: Topic) -> str:
    span = without_time(text, topic.span.begin, topic.span.end)
    words = topic.text if span.begin == topic.span.begin or span.begin >= span.end else text[span.begin : span.end]
    return without_gloss(_COLUMNS.sub("", words))


_COLUMNS = regex(r"(?<=[가-힣A-Za-z)])\s+/\s.*$")
"""«• 항만 AI 검사 / 정상 / 계획 74억 원»: the columns of a line behind the name."""


def _same_list(before: Draft, draft: Draft) -> bool:
    """«2028년까지 국비 80억, 도비 16억, 시비 24억을 합해»: purses that one predicate takes together."""
    one, two = before.clause, draft.clause
    if one is None or two is None or one.row is not two.row or one.head is not two.head or one.head is None:
        return False
    return before.sourced and (draft.sourced or draft.whole) and one.chunk.particle in (",", "", "을", "를")


def _one_breath(text: str, before: Draft, draft: Draft) -> bool:
    """Whether the two sums stand in one list or in two joined clauses, not in two statements."""
    between = text[before.money.end : draft.money.begin]
    if re.search(r"[”\"]\s?(?:라?며|고|라고|면서)", between):
        return False  # «작년에 5억 원을 썼다”며 “또 7억 원을 달라»
    return len(between) < 60 and not re.search(
        r"[.!?]\s|\d+년\s(?:뒤|후|만)|(?:총|모두|합쳐)\s|지난해|이후|까지", between
    )


def _made_up_of(here: list[Draft], earlier: list[Draft]) -> Draft | None:
    """The sum told before that all sums of a sentence make up: «연도별로는 2025년 52억, 2026년 81억, 2027년 54억»."""
    if len(here) < 2:
        return None
    added = sum(d.value for d in here)
    return next((d for d in reversed(earlier[-8:]) if not d.per_unit and abs(d.value - added) < 1), None)


def _total_before(here: list[Draft], earlier: list[Draft], draft: Draft) -> Draft | None:
    """The sum that the words point back to: the last bigger one of the sentence, of the sentences just before."""
    for other in reversed(here):
        if other.value > draft.value and not other.per_unit and not compared(other):
            return other
    near = [d for d in earlier[-8:] if draft.money.begin - d.money.begin < 500 and not d.per_unit and not compared(d)]
    for other in reversed(near):
        if other.value > draft.value and (other.part_of is None or other.whole):
            return other
    return None
