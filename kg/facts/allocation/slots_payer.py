"""Who gives a sum, in the words of its own clause, and the purse that this tells."""

import re

from kg.facts.allocation import payer
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.firm_payer import another_gives, firm_of, unknown_giver
from kg.facts.allocation.payer_behind import giver_told_behind
from kg.facts.allocation.payer_council import scene_of
from kg.facts.allocation.source_state import given_by_state
from kg.facts.allocation.words import LEVELS, SHARES
from kg.mentions.model import Mention, Mentions
from kg.patterns import regex
from kg.spans import Span

_OURSELVES = regex(r"(?<![가-힣])(?:우리|저희)(?:는|가|도|만|\s쪽은|\s측은)\s")
_BUDGET_WORD = regex(r"예산|추경|세출")
_ADDS = frozenset(("보태", "더하", "얹", "내", "대"))
_DIVIDE = regex(r"(?:나눠|나누어|갈라|반씩|분담해)\s?(?:[내낸낼냈]|부담|[대댄댈]|맡|분담|치[르러른])")
"""«시가 1억 원, 군이 2억 원을 나눠 낸다»."""
_BARE_LEVEL = regex(
    r"(?<![가-힣])(?P<level>[시도군구])(?:가|이)\s(?:(?:각각|따로|연|연간|매년|해마다|한\s해|매달|올해|내년|모두|전부|최대)\s){0,2}(?:약\s)?$"
)
_OWN_MEANS = regex(r"자체\s?(?:예산|재원|자금|사업비)")
_SHARE = 10_000_000
"""Less is what each one gets, no body's share."""


def _bears_itself(draft: Draft, bare: re.Match[str], word: str) -> None:
    """Let the government of the text bear a sum whose giver is told by its level alone."""
    draft.by = draft.payer = draft.decider = None
    draft.slots.pop("payer", None)
    if "source-payer" in draft.features or "source-company" in draft.features:  # read of the one before it
        draft.source, draft.sourced = None, False
        draft.slots.pop("source", None)
    assert draft.clause is not None
    if not draft.sourced and (word in SHARES or word == "출자" or (word in _ADDS and _beside_another(draft.clause))):
        draft.source, draft.sourced = LEVELS[bare["level"]], True
        draft.note("source", Span(bare.start("level"), bare.end("level")), "source-payer")


_JOINS = regex(r"(?:와|과|·)\s?$")
_JOINED = regex(r"(?:와|과|·|ㆍ)\s?[가-힣]")
_ALL_OF_IT = regex(r"(?:전액|모두|전부)\s")
_PURSE = regex(r"(?:돈(?:이|으로\s|에서\s)|주머니|곳간|금고|지갑|자체\s?예산|재정)")


def _beside_another(clause: Clause) -> bool:
    """Whether the sentence tells another sum: «국비 10억 원을 받고 시가 6억 원을 보탠다»."""
    sums = [c.money.value.low or 0 for c in clause.row.chunks if c.money is not None]
    return len(sums) > 1 and min(sums) >= _SHARE


def _own_purse(clause: Clause, subject: Mention) -> bool:
    """«A시 주머니에서 나온다», «우리 시가 낼 돈은 70억 원»: the sum comes from the body's own purse."""
    text = clause.analysis.text
    if subject.begin >= clause.money.end:
        return bool(_PURSE.match(text[subject.end : subject.end + 10].lstrip(" 의")))
    return (
        clause.leaning_act is not None
        and clause.leaning_act.word in ("내", "부담", "분담", "대", "매칭")
        and bool(
            re.search(
                r"(?:낼|내는|부담할|부담하는|분담할|댈|대는|매칭할)\s(?:돈|몫|예산|금액)",
                text[subject.end : clause.money.begin],
            )
        )
    )


_BESIDE_PURSES = regex(
    r"민자|민간|국비|도비|시비|군비|구비|지방비|국·|공공재원|매칭|자부담|(?:시|도|군|구|정부|국가)(?:가|이|는|은)\s(?:나머지\s|약\s)?\d"
)
"""Words of purses: beside them a company's money is the private share (민자) of a public project."""
_OWN_WORKS = regex(
    r"(?:들여|들인|투입해|투자해|쏟아|부어)\s(?:[^.,“”]{0,16}\s)?(?:짓|지을|지어|건립|건설|조성|구축|세우|세운|만드)"
    r"|짜리\s[‘'“「][^’'”」]{2,24}(?:센터|단지|캠퍼스|파크|플랜트|클러스터)[’'”」]"
)
"""A company builds a plant or a centre: private money for the place, which no letter of intent and no purchase is."""


def _is_the_thing(draft: Draft, subject: Mention) -> bool:
    """Whether what was read as the payer is what the sum is for."""
    called = subject.kind == "organization-short" and (draft.purpose or "").endswith(str(subject.value.text))
    return called or draft.slots["purpose"][0].meets(subject.span)


_OF_WHOLE = regex(r"(?:원)?\s?(?:가운데|중에서|중에|중)\s[^.]{1,40}?(?:감액|삭감|깎|덜어|잘라|줄였|뺐|도려)")
"""What follows the whole of which a part is cut."""


def _cuts_from(clause: Clause, subject: Mention) -> bool:
    """Whether a council or its committee is told to cut from this sum."""
    if subject.kind == "person" or not ("Council" in subject.value.classes or subject.value.text.endswith("위원회")):
        return False
    return _OF_WHOLE.match(clause.analysis.text, clause.money.end) is not None


def read_payer(draft: Draft, clause: Clause, mentions: Mentions) -> None:
    """Note who pays or decides, the purse that tells of, and whether nobody is told."""
    act = clause.leaning_act or clause.act
    if clause.leaning_act is not None and clause.leaning_act.voice == "goes" and clause.act is not None:
        act = clause.act  # «개발에 필요한 2억 원을 후원했다»
    passive = clause.head is not None and clause.head.suffix == "되" and clause.leaning is None
    gives = act is not None and act.voice in ("gives", "gets") and not passive
    text = clause.analysis.text
    budget = (
        _BUDGET_WORD.search(text[clause.segment().begin : max(clause.chunk.end, clause.chunk.end + 12)]) is not None
    )
    subject = (
        payer.labelled(clause, mentions)
        or payer.contributor(clause, mentions)
        or payer.giver_of(clause, mentions)
        or payer.purse_after(clause, mentions)
        or giver_told_behind(clause, mentions)
        or payer.subject_after(clause, mentions)
        or payer.leant_on(clause, mentions)
        or payer.person_payer(clause, mentions)
        or firm_of(clause, mentions)
        or scene_of(clause, draft.status, mentions)
    )
    if subject is None and (gives or draft.status == "cut" or _OWN_MEANS.search(clause.before)):
        subject = payer.payer_of(clause, mentions)
    own = subject is not None and subject.end < clause.money.begin
    if own and subject is not None and _OURSELVES.search(text, subject.end, clause.money.begin):
        subject = None  # «시가 30억 원을 댔고 우리는 전기요금 2천만 원을 감당합니다»
    if budget and not draft.several_years:
        draft.features.append("budget-noun")
    if subject is None and budget:
        segment = clause.segment()
        subject = payer.owner_in(clause.analysis, mentions, Span(segment.begin, clause.chunk.end))
    if subject is None and act is None and draft.own:
        subject = payer.payer_of(clause, mentions)
        if subject is not None and not (subject.kind == "organization" and "Company" in subject.value.classes):
            subject = None
    if subject is None and act is not None and act.voice == "goes" and "purpose" in draft.slots and not draft.sourced:
        subject = payer.builder_of(clause, mentions, draft.slots["purpose"][0])
    if subject is not None and (
        ("purpose-subject" in draft.features and _is_the_thing(draft, subject))
        or (draft.purpose and draft.purpose == subject.value.text if subject.kind != "person" else False)
    ):
        subject = None  # «센터는 190억 원을 들여 지어졌다»
    if subject is not None and draft.status != "cut" and _cuts_from(clause, subject):
        subject = None  # «위원회는 34억 원 중 8억 원을 감액했다»: the whole is not the committee's
    another = subject is not None and subject.kind != "person" and another_gives(clause, subject)
    if another:
        subject = None
    if subject is not None:
        draft.by = subject
        if (
            draft.source is None
            and not draft.sourced
            and subject.kind == "organization"
            and "Company" in subject.value.classes
            and (
                _BESIDE_PURSES.search(text, clause.sentence.begin, clause.sentence.end)
                or _OWN_WORKS.search(text, subject.end, clause.sentence.end)
            )
        ):
            draft.source, draft.sourced = "민자", True
            draft.note("source", subject.span, "source-company")
        if draft.status in ("cut", "approved", "proposed"):
            draft.decider = subject
        elif act is not None and act.voice == "gives":
            draft.payer = subject
        draft.note("payer", subject.span, "payer-told")
        joined = _JOINS.search(text[max(0, subject.begin - 3) : subject.begin]) or _JOINED.match(text, subject.end)
        shares = act is not None and (
            (
                (act.word in SHARES or _DIVIDE.search(text, draft.money.end, clause.sentence.end))
                and (draft.value >= 1_000_000 or _ALL_OF_IT.search(clause.rest))
            )
            or act.word == "출자"
            or (act.word in _ADDS and not draft.per_unit and _beside_another(clause))
        )
        handed_in = draft.status == "proposed" and act is not None and act.word in ("내", "내놓")
        if draft.source is None and not draft.sourced and shares and not joined and not handed_in:
            level = (
                LEVELS.get(subject.value.text[-1:])
                if hasattr(subject.value, "text") and subject.kind != "person"
                else None
            )
            if level is not None:
                draft.source, draft.sourced = level, True
                draft.note("source", subject.span, "source-payer")
    if subject is not None:
        given_by_state(draft, subject, act)
    if subject is not None and draft.source is None and not draft.sourced and _own_purse(clause, subject):
        level = LEVELS.get(subject.value.text[-1:]) if subject.kind != "person" else None
        if level is not None:
            draft.source, draft.sourced = level, True
            draft.note("source", subject.span, "source-payer")
    bare = _BARE_LEVEL.search(text, max(clause.sentence.begin, clause.money.begin - 16), clause.money.begin)
    if bare is not None and (subject is None or subject.end <= bare.start()) and act is not None:
        _bears_itself(draft, bare, act.word)  # «시가» may be read as a market price
        subject = None
    draft.elided = (
        subject is None and not another and draft.source not in ("국비", "민자") and not unknown_giver(clause)
    )
    draft.announced_by = payer.speaker_subject(clause.analysis, mentions, clause.sentence, clause.money.begin)
