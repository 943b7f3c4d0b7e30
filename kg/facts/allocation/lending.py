"""What a sum without a purpose of its own takes from the sums round it, and how sums of one sentence share theirs."""

from kg.facts.allocation.draft import Draft
from kg.facts.allocation.topic_sentence import named_in
from kg.facts.allocation.topics import Topic, is_field
from kg.language.model import Analysis
from kg.mentions.model import Mentions
from kg.patterns import regex
from kg.spans import Span

_JOINED = regex(r"(?<=[가-힣A-Za-z’”0-9])(?:와|과|및|이랑|·|,)\s|\s및\s|[·,]\s?")
_ASKED = regex(
    r"(?:써낸\s액수|요구한\s(?:금액|액수|돈|예산)|요청한\s(?:금액|액수|돈)|올린\s(?:금액|액수|돈|예산)|요구액|요청액|신청액|제출액|제출안|원안|편성액|확정액|당초안|집행부안|시안|도안|군안|구안)(?:은|는|이|가)\s"
)


_AT_FIRST = regex(r"\s*(?:당초|애초|원래|처음에?)(?:에|에는)?\s")
"""«… 18억 원으로 확정했다. ¶ 당초 도가 써낸 액수는 20억 원이었다»: of the sum decided before."""
_REST = regex(r"(?:나머지|그중|이\s중|그\s중|이\s?가운데|시가|도가|군이|구가|국가가|정부가|본인이|주민이)\s")


def rest_of(draft: Draft, before: Draft) -> bool:
    """«교육비는 한 사람에 450만 원인데 시가 400만 원을 내고 나머지 50만 원은»: shares of what each one costs."""
    assert draft.clause is not None
    if before.clause is None or before.clause.row is not draft.clause.row:
        return False
    segment = draft.clause.segment()
    words = draft.clause.analysis.text[segment.begin : draft.money.begin]
    return draft.value < 100_000_000 and _REST.search(words) is not None


def just_before(other: Draft, draft: Draft) -> bool:
    """Whether the sum stands in the sentence before, in the same paragraph."""
    if other.clause is None or draft.clause is None or other.per_unit:
        return False
    one, two = other.clause.sentence, draft.clause.sentence
    return one.paragraph == two.paragraph and two.index - one.index <= 1


def asked_for(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """«합치면 54억 원이다. 시가 낸 요구액은 70억 원이었다»: of the same thing as the total before."""
    assert draft.clause is not None
    segment = draft.clause.segment()
    if not _ASKED.search(draft.clause.analysis.text, segment.begin, draft.money.begin):
        return None
    reach = 1 if _AT_FIRST.match(draft.clause.analysis.text, draft.clause.sentence.begin) else 0
    for other in reversed(earlier[-9:]):
        if other.clause is None or draft.clause.sentence.paragraph - other.clause.sentence.paragraph > reach:
            return None
        if reach and other.purpose and other.status in ("approved", "cut", "proposed") and not other.per_unit:
            return other
        if (other.whole or other.several_years) and other.purpose and not other.per_unit:
            return other
    return None


_FULL_STOP = regex(r"(?<=[다요죠음함까])[.?!]\s")


def turned_to(before: Draft, draft: Draft, mentions: Mentions) -> Topic | None:
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


def told_nearer(draft: Draft, earlier: list[Draft], topic: Topic | None) -> Draft | None:
    """The sum of the sentence before in the paragraph, where what else the paragraph told stands further off and is no
    program: «국비는 특구에 9억 원이 왔다. 구는 내년 40억 원을 요청했다»."""
    assert draft.clause is not None
    last = earlier[-1] if earlier else None
    if topic is None or last is None or last.clause is None:
        return None
    if topic.mention is not None and not _year_of(draft, last):
        return None
    if last.cost and draft.value > last.value:
        return None  # more than the cost just told is for more than that
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


def told_before(draft: Draft, earlier: list[Draft], topic: Topic | None, analysis: Analysis) -> Draft | None:
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
    if earlier[-1].cost and draft.value > earlier[-1].value:
        return None
    before = earlier[-1].clause.sentence
    if before.paragraph != sentence.paragraph or sentence.index - before.index > 1:
        return None
    at = analysis.sentence_at(topic.span.begin) if topic is not None else None
    return None if at is not None and at.paragraph == sentence.paragraph else earlier[-1]


def field_told(earlier: list[Draft]) -> Draft | None:
    """The sum of a whole field («AI 살림 163억 원») that a text on a budget tells first: its many programs are its
    parts, and what names nothing is of the whole."""
    for draft in earlier[:4]:
        if draft.own and draft.purpose and is_field(draft.purpose):
            return draft
    return None


_WAS_ASKED = regex(
    r"\s?(?:이던|였던|이었던|인)\s(?:[가-힣0-9]{1,6}\s)?(?:요구액|요청액|신청액|예산안|편성안|원안|요구안|제출안)(?:에서|\s?중|\s?가운데)"
)


def lend_back(draft: Draft, later: Draft) -> None:
    """«업체당 3천만 원씩 모두 9억 원을 X에», «국비 3억 원, 시비 2억 원을 들여 X를»: the last sum lends it."""
    if draft.own or not later.own or draft.clause is None or later.clause is None or draft.part_of is not None:
        return
    if later.part_of is draft and draft.programs:
        return  # «올해 29억 원 가운데 인건비는 4억 원»: the whole is for what the text is about
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


def hand_out(here: list[Draft]) -> None:
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


_MEASURED_BY = regex(r"\s?원?\)?(?:보다|에\s비해|에\s견주|\s?대비)")


def compared(draft: Draft) -> bool:
    """«올해(198억 원)보다», «지난해 84억 원에 비해»: told only to measure another sum by it."""
    if draft.clause is None:
        return False
    after = draft.clause.analysis.text[draft.money.end : draft.money.end + 8]
    return bool(_MEASURED_BY.match(after))
