"""An item's way through the budget: a later sum of the same item takes the place of the one told before it.

«15억 원을 요구했다. 정부안에는 9억 원만 반영됐다», «상임위는 8억 원으로, 예결위는 7억 원으로 고쳤다»: each revises
the one before. Two years' sums of one item stand beside each other, and what was cut is no sum that is left.
"""

from collections.abc import Sequence

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.repeats import alike
from kg.facts.allocation.revising import lend_purpose
from kg.patterns import regex

_TO = ("으로", "로", "으로만", "로만")
_ONLY = ("만", "만이", "만을", "만은", "뿐")
TURNS = frozenset(
    (
        *("깎", "깎이", "줄", "줄이", "줄어들", "낮추", "낮아지", "쪼그라들", "반토막", "삭감", "감액", "감축", "축소"),
        *("늘", "늘리", "늘어나", "불어나", "증액", "올리", "올라가", "뛰", "확대"),
        *(
            "조정",
            "수정",
            "변경",
            "고치",
            "바꾸",
            "바뀌",
            "확정",
            "의결",
            "가결",
            "통과",
            "승인",
            "결정",
            "정하",
            "하",
            "되",
        ),
        *("되살아나", "되살리", "매듭짓", "넘기", "넘어가"),
    )
)
_GRANTS = frozenset(
    (
        *(
            "반영",
            "승인",
            "인정",
            "통과",
            "확정",
            "의결",
            "가결",
            "편성",
            "담",
            "담기",
            "남",
            "남기",
            "살아남",
            "살리",
            "주",
        ),
        *(
            "받",
            "확보",
            "배정",
            "책정",
            "잡히",
            "실리",
            "받아들이",
            "수용",
            "허용",
            "되살리",
            "복원",
            "내려오",
            "교부",
            "세우",
        ),
    )
)
_REVIVES = frozenset(("살리", "되살리", "살려내", "복원", "되살아나", "살아나", "부활", "되찾"))
_ASKED_BY_NAME = regex(
    r"(?:요구|요청|신청|건의|제출|편성|원|당초|집행부|정부|시|도|군|구|교육청)\s?(?:액|안|예산|예산안|규모|금액)(?:인|이던|였던|이었던|의)?\s?(?:약|총)?\s?$"
    r"|(?:요구|요청|신청|건의|제출|편성)(?:한|했던|하였던|된)\s(?:[가-힣]{1,8}\s){0,2}$"
)
_MEASURED = regex(
    r"\s?원?\)?(?:보다|에\s비(?:해|하면)|에\s견(?:줘|주면)|에는?\s(?:크게\s|한참\s)?(?:못\s미[치친쳤]|모자라)|\s?대비|의\s(?:절반|\d))"
)
_ARROW = regex(r"\s?[→⇒➔➡➜]\s?(?:[가-힣]{2,4}\s)?")
_BUT = regex(r"(?:으나|지만|는데|ᆫ데|은데|더니|고도|건만)$")
_REACH = 3


def follow(drafts: Sequence[Draft]) -> None:
    """Tie the later sums of an item to the earlier ones, in the order of the text."""
    for i, draft in enumerate(drafts):
        clause = draft.clause
        if clause is None or draft.per_unit or draft.column is not None:
            continue
        if draft.revises is None and not draft.superseded and (base := _base(drafts, i)) is not None:
            if base.value == draft.value:
                _confirm(base, draft)
            elif _takes_place(base, draft) and not _told_already(drafts[:i], base, draft):
                _revise(base, draft)
        elif draft.revises is not None and draft.revises.purpose is None and draft.purpose:
            lend_purpose(draft, draft.revises)
        _measured_by(drafts, i)


def _base(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The last sum before of the same item that still stands: no price, no cut share, nothing that another replaced."""
    draft = drafts[at]
    assert draft.clause is not None
    sentence = draft.clause.sentence
    replaced = {id(d.revises) for d in drafts[:at] if d.revises is not None}
    for other in reversed(drafts[max(0, at - 6) : at]):
        if other.clause is None or other.per_unit or other.column is not None:
            continue
        place = other.clause.sentence
        if sentence.index - place.index > _REACH or sentence.paragraph - place.paragraph > 1:
            return None
        gone = other.status == "cut" and not (_all_gone(other) and _revives(draft))
        if id(other) in replaced or gone or _is_measure(other) or _only_said(other, draft):
            continue
        if not _one_item(other, draft):
            return None
        return other
    return None


def _only_said(other: Draft, draft: Draft) -> bool:
    """Whether the sum before stands in somebody's speech, and this one in the text."""
    assert other.clause is not None
    analysis = other.clause.analysis
    return (
        analysis.quoted_at(other.money.begin) is not None
        and analysis.quoted_at(draft.money.begin) is None
        and not draft.own
    )


def _told_already(earlier: Sequence[Draft], base: Draft, draft: Draft) -> bool:
    """Whether the text told the same turn before; here somebody only speaks of it."""
    return any(
        d.value == draft.value and d.revises is not None and d.revises.value == base.value and d.revises is not base
        for d in earlier
    )


def _one_item(base: Draft, draft: Draft) -> bool:
    """Whether the two can be sums of one item in one budget."""
    if base.purpose is None and not _asked_in_vain(base, draft):
        return False
    if base.money.value.currency != draft.money.value.currency:
        return False
    if draft.own and base.own and not alike(base, draft):
        return False
    if draft.own and not base.own and base.purpose and not alike(base, draft) and not _asked_in_vain(base, draft):
        return False
    if draft.year_told and draft.year != base.year:
        return False
    if _named_since(base, draft):
        return False
    if base.source is not None and draft.source is not None and base.source != draft.source:
        return False
    if base.several_years != draft.several_years and draft.several_years:
        return False
    if not base.sourced and draft.sourced and not draft.whole and (base.whole or base.status != "proposed"):
        return False  # «총사업비를 90억 원으로 낮췄다. 민간투자가 14억 원으로 준 탓이다»: one purse of the whole
    if base.sourced and draft.whole and not draft.weak_whole and not draft.sourced:
        return False  # «국비가 14억 원으로 줄어 총사업비는 90억 원으로 내려갔다»
    return draft.part_of is None or draft.part_of is base or draft.part_of is base.revises


def _asked_in_vain(base: Draft, draft: Draft) -> bool:
    """«40억 원을 요청했으나 X 사업비로 25억 원이 반영됐다»: only what was granted tells what for."""
    one, two = base.clause, draft.clause
    return (
        (one is not None and two is not None and one.row is two.row and draft.purpose is not None)
        and (one.act is not None and one.act.past == "proposed")
        and _turns_against(base, draft)
    )


def _named_since(base: Draft, draft: Draft) -> bool:
    """Whether a program that the sum before is not for is named between the two and given to the later one:
    «센서값은 26억 원으로 잡혔다. ‘X’도 만든다. 배정된 돈은 19억 원이다»."""
    if draft.own or not draft.programs or "purpose" not in draft.slots:
        return False
    named = draft.slots["purpose"][0]
    other = all(p.value.text != draft.programs[0].value.text for p in base.programs)
    return other and base.money.end <= named.begin and named.end <= draft.money.begin


def _all_gone(draft: Draft) -> bool:
    """Whether all of the sum was cut, so that it may come back: «15억 원은 전액 삭감됐으나»."""
    return draft.status == "cut" and draft.part_of is None and draft.own


def _revives(draft: Draft) -> bool:
    assert draft.clause is not None
    return _word(draft.clause.head) in _REVIVES


def _is_measure(draft: Draft) -> bool:
    clause = draft.clause
    return clause is not None and _MEASURED.match(clause.analysis.text, draft.money.end) is not None


def _takes_place(base: Draft, draft: Draft) -> bool:
    """Whether the words say that the sum takes the place of the one before."""
    clause, other = draft.clause, base.clause
    assert clause is not None and other is not None
    verb, act = clause.head, clause.act
    lemma = _word(verb)
    if base.status == "cut":
        return lemma in _REVIVES and draft.value <= base.value
    if draft.status == "cut" and clause.chunk.particle not in _TO:
        return False
    if _ARROW.fullmatch(clause.analysis.text[base.money.end : draft.money.begin]):
        return True
    if clause.chunk.particle in _TO and lemma in TURNS:
        return not clause.chunk.comma and _by_deciding(base, draft)
    if clause.chunk.particle in _ONLY:
        return lemma in _GRANTS and draft.value < base.value
    if (
        lemma in ("남", "살아남")
        and clause.chunk.particle in ("이", "은", "는")
        and base.status in ("proposed", "planned")
    ):
        return draft.value < base.value and not other.row.parent
    asked = base.status == "proposed" or (other.act is not None and other.act.past == "proposed")
    if other.row is clause.row and asked and lemma in _GRANTS and _turns_against(base, draft):
        return True
    passed = clause.leaning_act is not None and clause.leaning_act.past == "approved"
    if asked or base.superseded:
        decided = act is not None and act.stage == "확정" and act.word != "통과" and draft.value != base.value
        return decided or (passed and draft.value < base.value)
    return passed and _left_over(base, draft)


def _word(verb: Chunk | None) -> str:
    """The predicate's stem; of 낮아지다, 적어지다 and the like that of 줄다."""
    if verb is None:
        return ""
    return "줄" if verb.lemma in ("낮", "적", "작", "높", "많", "크") and verb.compound.endswith("지") else verb.lemma


def _by_deciding(base: Draft, draft: Draft) -> bool:
    """«15억 원으로 늘린다» alone may be next year's; the word must decide, or the sum before must have been asked."""
    assert draft.clause is not None and draft.clause.head is not None
    if base.status in ("proposed", "approved") or base.revises is not None:
        return True
    head = draft.clause.head
    told = draft.status in ("cut", "approved") or (head.past and head.lemma not in ("늘", "늘리", "늘어나"))
    return told or head.lemma in ("조정", "수정", "의결", "확정")


def _turns_against(base: Draft, draft: Draft) -> bool:
    """«30억 원을 신청했지만 국비 12억 원이 반영됐다»: the predicate of the first is set against that of the second."""
    assert base.clause is not None and draft.clause is not None
    head = base.clause.head
    return head is not None and head is not draft.clause.head and _BUT.search(head.ending_form) is not None


def _left_over(base: Draft, draft: Draft) -> bool:
    """«9억 원 가운데 3억 원을 감액했다. 상임위를 통과한 6억 원은»: what is left of the sum by the cut told between."""
    if base.lender is not None and base.lender.status == "cut":
        return False
    return draft.value < base.value and draft.part_of in (None, base)


def _confirm(base: Draft, draft: Draft) -> None:
    """The same sum again, decided on: of the same thing."""
    clause = draft.clause
    assert clause is not None
    decided = draft.status in ("approved", "cut") and clause.act is not None
    if decided and not draft.own and draft.purpose is None:
        lend_purpose(base, draft)


def _revise(base: Draft, draft: Draft) -> None:
    draft.revises, base.superseded = base, True
    draft.part_of = None
    if base.part_of is draft:
        base.part_of = None
    if draft.own and not base.own:
        lend_purpose(draft, base)
    elif not draft.own:
        lend_purpose(base, draft)
    if draft.year is None and not draft.several_years:
        draft.year = base.year
    if base.status in (None, "planned"):
        base.status = "proposed"
    clause = draft.clause
    assert clause is not None
    if draft.status == "cut":
        draft.status = "approved"  # what is left of it


def _measured_by(drafts: Sequence[Draft], at: int) -> None:
    """«320억 원이 반영됐다. 당초 요구액 410억 원보다 90억 원 적다»: what was asked, told as a measure."""
    asked = drafts[at]
    clause = asked.clause
    if clause is None or asked.revises is not None or not _is_measure(asked):
        return
    text = clause.analysis.text
    begin = max(clause.segment().begin, clause.money.begin - 24)
    if not _ASKED_BY_NAME.search(text[begin : clause.money.begin]):
        return
    sentence = clause.sentence
    near = [d for d in (*reversed(drafts[max(0, at - 2) : at]), *drafts[at + 1 : at + 3]) if d.clause is not None]
    for other in near:
        assert other.clause is not None
        apart = sentence.index - other.clause.sentence.index
        if apart not in (0, 1) or other.per_unit or other.revises is not None or other.superseded:
            continue
        if other.clause.sentence.paragraph != sentence.paragraph or _is_measure(other) or other.part_of is not None:
            continue
        if other.value == asked.value or (other.year_told and asked.year_told and other.year != asked.year):
            continue
        if other.purpose is None and asked.purpose is None:
            continue
        if asked.own and other.own and not alike(asked, other):
            continue
        other.revises, asked.superseded, asked.status = asked, True, "proposed"
        asked.part_of = None
        if not asked.own and other.purpose:
            lend_purpose(other, asked)
        elif not other.own:
            lend_purpose(asked, other)
        return
