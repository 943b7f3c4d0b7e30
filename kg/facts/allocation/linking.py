"""What the sums of a sentence lend each other, and what a sentence that points back takes from those before it."""

import re

from kg.facts.allocation import parts, payer
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.revising import change, lend_purpose, taken_off
from kg.facts.allocation.tally import name_tally
from kg.facts.allocation.told_again import POINTS_BACK, labelled_in_line, take_made
from kg.facts.allocation.topic import topic_before
from kg.facts.allocation.topic_given import given_before
from kg.facts.allocation.topic_sentence import named_in
from kg.facts.allocation.topics import Topic, is_field
from kg.facts.allocation.wording import without_gloss, without_time
from kg.language.model import Analysis, Sentence
from kg.lexicon import Lexicon
from kg.mentions.model import Mentions
from kg.spans import Span

_OF_IT = re.compile(r"^\s?(?:원)?\s?(?:가운데|중(?:에서)?(?=\s)|의\s?(?:\d+%|절반|일부))")
_CUT_ALL = re.compile(
    r"전액(?:을|이|도)?\s?(?:모두\s)?(?:삭감|감액|깎|잘|없)|(?:예산|사업비)(?:을|이|도|"
    r"은)?\s?(?:통째로|모두|전부)\s?(?:삭감|깎|잘|없|날)"
)


_JOINED = re.compile(r"(?<=[가-힣A-Za-z’”0-9])(?:와|과|및|이랑|·|,)\s|\s및\s|[·,]\s?")


def link(here: list[Draft], earlier: list[Draft], mentions: Mentions, lexicon: Lexicon) -> None:
    """What the sums of a sentence lend each other, and what a sentence that points back takes from the one before."""
    _complete(here, earlier)
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
        if before is not None and _compared(before):
            before = next((d for d in reversed(here[: here.index(before)]) if not _compared(d)), None)
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
            if (since := _turned_to(before, draft, mentions)) is not None:
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
            last_total = last_total or _total_before([], earlier, draft)
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
        if before is not None and before.per_unit and not draft.per_unit and not draft.own and _rest_of(draft, before):
            draft.per_unit, draft.part_of = before.per_unit, None
        if (
            draft.purpose is None
            and before is None
            and earlier
            and _compared(draft)
            and _just_before(earlier[-1], draft)
        ):
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
        if draft.purpose is None and (asked := _asked_for(draft, earlier) or labelled_in_line(draft, earlier)):
            lend_purpose(asked, draft)
        if draft.purpose is None:
            topic = topic_before(analysis, mentions, clause.sentence, clause.money.begin, lexicon)
            told = _told_nearer(draft, earlier, topic) or _told_before(draft, earlier, topic, analysis)
            if told is not None:
                lend_purpose(told, draft)
            elif topic is not None:
                draft.purpose = _bare(text, topic)
                draft.programs = [topic.mention] if topic.mention is not None else []
                draft.note("purpose", topic.span, "purpose-topic")
            else:
                take_made(draft, analysis, mentions)
                if draft.purpose is None and (field := _field_told(earlier)) is not None:
                    lend_purpose(field, draft)
    for draft, later in zip(reversed(here[:-1]), reversed(here[1:]), strict=True):
        _lend_back(draft, later)
    _hand_out(here)


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


def named_again(drafts: list[Draft]) -> None:
    """«셔틀은 지난해에도 12억 원을 쓰고» after «자율주행 셔틀 운행에 31억 원»: a topic that is another sum's purpose,
    or its last nouns, is what a sum without a purpose of its own is for. Rows of tables name things too."""
    named = [d for d in drafts if d.own and d.purpose and d.part_of is None]
    for draft in drafts:
        if draft.own or draft.clause is None or draft.part_of is not None:
            continue
        text = draft.clause.analysis.text
        row = draft.clause.row.chunks
        for chunk in reversed(row[: draft.clause.place]):
            if chunk.kind != "noun" or chunk.money is not None or chunk.particle not in ("은", "는", "도"):
                continue
            words = text[chunk.begin : chunk.end].strip("‘’'\"“” ")
            told = [d for d in named if len(words) > 1 and _is_called(words, d.purpose or "")]
            if told:
                near = min(told, key=lambda d: (abs(d.money.begin - draft.money.begin), d.money.begin))
                draft.purpose, draft.programs, draft.lender = near.purpose, list(near.programs), None
                draft.own = True
                draft.slots["purpose"] = (Span(chunk.begin, chunk.end),)
                break


def _is_called(words: str, purpose: str) -> bool:
    """Whether a purpose is these words or has them as words of its own: 셔틀 in 자율주행 셔틀 운행."""
    return words == purpose or (len(words) > 1 and f" {words} " in f" {purpose} " and not purpose.startswith(words))


_ASKED = re.compile(
    r"(?:요구액|요청액|신청액|제출액|제출안|원안|편성액|확정액|당초안|집행부안|시안|도안|군안|구안)(?:은|는|이|가)\s"
)


_REST = re.compile(r"(?:나머지|그중|이\s중|그\s중|이\s?가운데|시가|도가|군이|구가|국가가|정부가|본인이|주민이)\s")


def _rest_of(draft: Draft, before: Draft) -> bool:
    """«교육비는 한 사람에 450만 원인데 시가 400만 원을 내고 나머지 50만 원은»: shares of what each one costs."""
    assert draft.clause is not None
    if before.clause is None or before.clause.row is not draft.clause.row:
        return False
    segment = draft.clause.segment()
    words = draft.clause.analysis.text[segment.begin : draft.money.begin]
    return draft.value < 100_000_000 and _REST.search(words) is not None


def _just_before(other: Draft, draft: Draft) -> bool:
    """Whether the sum stands in the sentence before, in the same paragraph."""
    if other.clause is None or draft.clause is None or other.per_unit:
        return False
    one, two = other.clause.sentence, draft.clause.sentence
    return one.paragraph == two.paragraph and two.index - one.index <= 1


def _asked_for(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """«합치면 54억 원이다. 시가 낸 요구액은 70억 원이었다»: of the same thing as the total before."""
    assert draft.clause is not None
    segment = draft.clause.segment()
    if not _ASKED.search(draft.clause.analysis.text, segment.begin, draft.money.begin):
        return None
    for other in reversed(earlier[-9:]):
        if other.clause is None or other.clause.sentence.paragraph != draft.clause.sentence.paragraph:
            return None
        if (other.whole or other.several_years) and other.purpose and not other.per_unit:
            return other
    return None


_FULL_STOP = re.compile(r"(?<=[다요죠음함까])[.?!]\s")


def _turned_to(before: Draft, draft: Draft, mentions: Mentions) -> Topic | None:
    """«수강료는 시가 낸다. 대신 ‘X’는 접었다. 올해 3억 원을 깎았다»: the program that a sentence between two sums of a
    speech has turned to."""
    clause = draft.clause
    assert clause is not None
    if draft.part_of is not None or draft.sourced or draft.whole:
        return None
    stop = _FULL_STOP.search(clause.analysis.text, before.money.end, draft.money.begin)
    if stop is None:
        return None
    found = named_in(clause.analysis, mentions, Span(stop.end(), draft.money.begin))
    return found if found is not None and found.mention is not None else None


def _told_nearer(draft: Draft, earlier: list[Draft], topic: Topic | None) -> Draft | None:
    """The sum of the sentence before in the paragraph, where what else the paragraph told stands further off and is no
    program: «국비는 특구에 9억 원이 왔다. 구는 내년 40억 원을 요청했다»."""
    assert draft.clause is not None
    last = earlier[-1] if earlier else None
    if topic is None or last is None or last.clause is None:
        return None
    if topic.mention is not None and not _year_of(draft, last):
        return None
    one, two = last.clause.sentence, draft.clause.sentence
    if not last.own or last.per_unit or last.part_of is not None or topic.span.begin >= one.begin:
        return None
    return last if one.paragraph == two.paragraph and two.index - one.index == 1 else None


def _year_of(draft: Draft, last: Draft) -> bool:
    """«진입로에 시비 240억 원을 쓴다. 올해 추경으로 60억 원을 세웠다»: a year's share of the sum just told."""
    return (
        draft.year_told
        and not (draft.whole or draft.per_unit)
        and draft.value < last.value
        and not (last.cost or last.year_told or last.recurring)
    )


def _told_before(draft: Draft, earlier: list[Draft], topic: Topic | None, analysis: Analysis) -> Draft | None:
    """The sum of the sentence before, where the paragraph has no topic: «인공지능 분야에 48억 원을 편성함. 2025년도
    최종예산 31억 원»."""
    assert draft.clause is not None
    sentence = draft.clause.sentence
    if not earlier or earlier[-1].clause is None or earlier[-1].per_unit:
        return None
    if not earlier[-1].own and not (earlier[-1].purpose and earlier[-1].year_told and draft.year_told):
        return None
    if draft.whole or draft.several_years or draft.sourced or draft.clause.act is not None:
        return None
    before = earlier[-1].clause.sentence
    if before.paragraph != sentence.paragraph or sentence.index - before.index > 1:
        return None
    at = analysis.sentence_at(topic.span.begin) if topic is not None else None
    return None if at is not None and at.paragraph == sentence.paragraph else earlier[-1]


def _field_told(earlier: list[Draft]) -> Draft | None:
    """The sum of a whole field («AI 살림 163억 원») that a text on a budget tells first: its many programs are its
    parts, and what names nothing is of the whole."""
    for draft in earlier[:4]:
        if draft.own and draft.purpose and is_field(draft.purpose):
            return draft
    return None


_WAS_ASKED = re.compile(
    r"\s?(?:이던|였던|이었던|인)\s(?:[가-힣0-9]{1,6}\s)?(?:요구액|요청액|신청액|예산안|편성안|원안|요구안|제출안)(?:에서|\s?중|\s?가운데)"
)


def _lend_back(draft: Draft, later: Draft) -> None:
    """«업체당 3천만 원씩 모두 9억 원을 X에», «국비 3억 원, 시비 2억 원을 들여 X를»: the last sum lends it."""
    if draft.own or not later.own or draft.clause is None or later.clause is None or draft.part_of is not None:
        return
    text = draft.clause.analysis.text
    if _WAS_ASKED.match(text[draft.money.end : draft.money.end + 30]):
        if later.value < draft.value:
            later.part_of, draft.superseded = draft, True
        draft.status, draft.by, draft.decider, draft.payer, draft.elided = "proposed", None, None, None, True
        return
    one = (
        draft.clause.row is later.clause.row
        and draft.clause.head is later.clause.head
        and draft.clause.head is not None
    )
    if one and draft.clause.left == later.clause.left and later.clause.chunk.particle not in ("이", "가", "은", "는"):
        draft.purpose, draft.programs, draft.lender = later.purpose, list(later.programs), later


def _hand_out(here: list[Draft]) -> None:
    """«A와 B에 각각 12억 원과 7억 원»: each sum its own part of the phrase, where there are as many of both."""
    for i, first in enumerate(here):
        clause = first.clause
        if clause is None or not first.own or not first.purpose or first.per_unit:
            continue
        run = [first]
        for later in here[i + 1 :]:
            if later.own or later.lender is not run[-1] or later.clause is None or later.clause.row is not clause.row:
                break
            run.append(later)
        if len(run) < 2 or not any(c.kind == "adverb" and c.lemma in ("각각", "각기") for c in clause.row.chunks):
            continue
        things = [t.strip() for t in _JOINED.split(first.purpose) if t.strip()]
        if len(things) != len(run):
            continue
        programs = list(first.programs)
        for draft, thing in zip(run, things, strict=True):
            bare = thing.strip("‘’'\"")
            draft.purpose, draft.own = bare, True
            draft.features = [f for f in draft.features if f != "purpose-shared"]
            draft.note("purpose", draft.slots.get("purpose", (draft.money.span,))[0], "purpose-goal")
            draft.programs = [p for p in programs if p.value.text in bare or bare in p.value.text]


def _cut_of_change(draft: Draft, earlier: list[Draft]) -> None:
    """«예산은 12억에서 9억으로 줄었다. 깎인 3억은 …»: the difference is a part of what was asked."""
    for after in reversed(earlier[-3:]):
        asked = after.revises
        if asked is not None and abs(asked.value - after.value - draft.value) < 1:
            draft.part_of = asked
            lend_purpose(asked, draft)
            return


_TIMES = re.compile(
    r"(?:씩)?(?:이니|이니까|이라|이므로|이면|씩)?[\s,]*(?:모두|총|전부|합쳐|다\s합쳐|전체)?\s?(?:약\s)?$"
)


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
    return without_gloss(words)


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


_MEASURED_BY = re.compile(r"\s?원?\)?(?:보다|에\s비해|에\s견주|\s?대비)")


def _compared(draft: Draft) -> bool:
    """«올해(198억 원)보다», «지난해 84억 원에 비해»: told only to measure another sum by it."""
    if draft.clause is None:
        return False
    after = draft.clause.analysis.text[draft.money.end : draft.money.end + 8]
    return bool(_MEASURED_BY.match(after))


def _total_before(here: list[Draft], earlier: list[Draft], draft: Draft) -> Draft | None:
    """The sum that the words point back to: the last bigger one of the sentence, of the sentences just before."""
    for other in reversed(here):
        if other.value > draft.value and not other.per_unit and not _compared(other):
            return other
    near = [d for d in earlier[-8:] if draft.money.begin - d.money.begin < 500 and not d.per_unit and not _compared(d)]
    for other in reversed(near):
        if other.value > draft.value and (other.part_of is None or other.whole):
            return other
    return None


def cut_without_sum(analysis: Analysis, mentions: Mentions, sentence: Sentence, drafts: list[Draft]) -> None:
    """«예결특위는 전액을 삭감했다»: the sum told last in the paragraph is what was cut."""
    found = _CUT_ALL.search(analysis.text, sentence.begin, sentence.end)
    if found is None or any(sentence.begin <= d.money.begin < sentence.end for d in drafts):
        return
    for draft in reversed(drafts):
        if draft.money.begin < sentence.begin:
            at = analysis.sentence_at(draft.money.begin)
            if (
                at is not None
                and at.paragraph == sentence.paragraph
                and draft.status in (None, "planned", "proposed")
                and not draft.per_unit
            ):
                draft.status = "cut"
                draft.slots["status"] = (Span(found.start(), found.end()),)
                draft.evidence = (*draft.evidence, Span(found.start(), found.end()))
                decider = payer.subject_before(analysis, mentions, sentence.begin, found.start())
                if decider is not None:
                    draft.by = draft.decider = decider
                    draft.payer = None
            return
