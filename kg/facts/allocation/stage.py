"""The step of the budget's way at which a sum stands: 국비요구, 편성안, 상임위, 예결위, 확정, 집행, 결산."""

import re

from kg.facts.allocation.chain import TURNS
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.status_paper import draft_paper, paper_near
from kg.patterns import regex

_MATTER = (
    r"(?:행정|기획|재정|경제|산업|건설|도시|복지|문화|교육|환경|보건|농림|농업|농수산|농정|수산|해양|안전|교통|자치|운영|관광|소통|미래|일자리|"
    r"체육|예술|과학|기술|정보|여성|가족|균형|발전|총무|내무|시민|사회|민생|소방|도민|위생|노동|상공|국제|홍보|혁신|주택|녹지|의회)"
)
_COMMITTEES = (
    (
        "예결위",
        re.compile(r"예산결산특별위(?:원회)?|예산결산위(?:원회)?|예결특위|예결위(?:원회)?|예결소위|계수조정(?:소위)?"),
    ),
    (
        "상임위",
        re.compile(
            rf"상임위(?:원회)?|소관\s?위원회|예비\s?심사|(?<![가-힣])(?:{_MATTER}[·과]?)+위(?:원회)?(?=[은는이가도의에를을\s,(에])"
        ),
    ),
    ("확정", re.compile(r"본회의")),
)
_YET_TO_COME = regex(
    r"\s?(?:[가-힣]{0,6}\s?)?(?:심사|심의|의결|문턱|처리|상정)?(?:을|를|에|에서|으로|로|에는)?\s?"
    r"(?:앞두|남[겨았은]|넘겨|넘겼|넘어가|넘어갔|회부|올라갔|거칠|받을|받게|다뤄|다룰|예정|열리|열린다|최종\s?(?:의결|확정)(?:할|될|된다|한다))"
)
_ON_THE_WAY = regex(r"\s?(?:[가-힣]{0,6}\s)?(?:심사|심의)?(?:을|를)?\s?거[쳐치]")
_WHOLE_COUNCIL = regex(
    r"(?<![가-힣])[가-힣]{0,8}의회(?!\s?[가-힣]*(?:위원회|예결|상임|위(?:는|가|에서)))|국회(?!\s?[가-힣]*(?:위원회|예결|상임|의원))"
)
_DECIDED = frozenset(("의결", "통과", "가결", "확정", "승인"))
_ABOVE = regex(
    r"국비|국고|정부(?!\s?질문)|중앙\s?부처|기획재정부|기재부|행정안전부|행안부|과기정통부|국토부|교부세|(?:[가-힣]{2,8}부)(?:에|와|를)\s|국가\s?예산|국회"
)
_ASKING = regex(r"요구|요청|건의|신청|청구")
_ASKED_SUM = regex(
    r"(?:국비\s?)?(?:요구|요청|신청|건의)\s?(?:(?:액|예산|금액)[^\d]{0,10}|(?:한|했던|하였던|해\s?온)\s[^\d.,]{0,30})$"
)
_PUT_IN = regex(r"\s?(?:을|를|씩)?\s?[^.\d]{0,20}?(?:담아|반영해|포함해|넣어|세워|지원해|편성해)\s?(?:달라|줄\s?것)")
_TO_COME = regex(
    r"(?:예정|방침|계획|생각|구상|전망|목표)(?:이다|이며|이고|입니다|임|이라고|\.|$)|기로\s|려고|려\s?한다|려는|겠다|겠습"
)

_ACCOUNTS = regex(r"결산(?!\s?(?:특별|특위|위))(?<!예산결산)")
_PAPER_ACTS = frozenset(
    (
        "편성",
        "재편성",
        "계상",
        "반영",
        "담",
        "담기",
        "세우",
        "올리",
        "잡",
        "잡히",
        "상정",
        "제출",
        "넣",
        "싣",
        "실리",
        "올라가",
        "책정",
        "배정",
    )
)
_FORMAL = frozenset(("편성", "재편성", "계상", "상정"))
_BUDGET = regex(r"예산|추경|의회|국비|국회|심의|심사|삭감|감액|증액")


def stage_of(draft: Draft) -> str | None:
    """How far the sum has got by the words of its own clause; nothing where they only plan or hope.

    The body that decides tells the step before the word of deciding does: a committee's 의결 is no final one.
    """
    clause = draft.clause
    if clause is None:
        return draft.stage
    if draft.per_unit and draft.status not in ("cut", "approved"):
        return None
    act = clause.act or clause.leaning_act
    text = clause.analysis.text
    begin, end = clause.segment().begin, _end(clause)
    words = text[begin:end]
    if draft.status == "spent":
        if act is None or act.stage != "집행":
            return None
        return "결산" if _ACCOUNTS.search(text, clause.sentence.begin, end) else "집행"
    if draft.status == "proposed" and _yet_to_do(clause):
        return None
    if draft.status == "proposed" and _asked_above(draft, clause, words):
        return "국비요구"
    turned = clause.head is not None and clause.head.lemma in TURNS and clause.chunk.particle in ("으로", "로")
    if draft.status in ("cut", "approved") or ((draft.revises is not None or turned) and draft.status != "planned"):
        body = _body_of(clause, begin, end) or _committee(draft)
        if body is not None:
            return body
        if draft.status == "approved" and act is not None and act.word in _DECIDED and not _later(clause):
            whole = _WHOLE_COUNCIL.search(text, clause.sentence.begin, end)
            if whole or (act.word == "확정" and _BUDGET.search(text, _two_before(clause), end)):
                return "확정"
    return "편성안" if _in_bill(draft, clause, words) else None


def sits(draft: Draft) -> bool:
    """Whether a council has decided on the sum, though nobody may be named: its committees or its sitting did."""
    clause = draft.clause
    if clause is None or draft.stage not in ("상임위", "예결위", "확정") or draft.source == "국비":
        return False
    return re.search(r"국회|정부안", clause.analysis.text[clause.sentence.begin : clause.sentence.end]) is None


def _end(clause: Clause) -> int:
    """Where the words of the sum end: with its predicate, before the next predicate decides on another sum."""
    head = clause.head if clause.row.parent is None or clause.heads_own_row() else None
    end = max(clause.chunk.end, clause.money.end)
    if head is not None and head.end > end:
        between = [c for c in clause.following() if c.money is not None and c.begin < head.begin]
        if not between or all(c.kind != "verb" for c in clause.following() if c.begin < between[-1].begin):
            end = head.end
    return end


def _yet_to_do(clause: Clause) -> bool:
    """«추경안에 올릴 예정이다», «국비를 신청할 방침이다»: nothing has been handed in."""
    head = clause.head
    if head is None or clause.leaning is not None or head.begin < clause.money.end:
        return False
    text = clause.analysis.text
    return head.future or _TO_COME.search(text, head.begin, min(head.end + 4, clause.sentence.end)) is not None


def _asked_above(draft: Draft, clause: Clause, words: str) -> bool:
    """«국비 15억 원을 요구했다», «요구액 41억 원»: asked of the state, not of the own council."""
    act = clause.act or clause.leaning_act
    text = clause.analysis.text
    wished = _PUT_IN.match(text, clause.money.end, clause.sentence.end) is not None
    asked = wished or (act is not None and _ASKING.match(act.word) is not None)
    named = _ASKED_SUM.search(text[clause.segment().begin : clause.money.begin]) is not None
    if not asked and not named:
        return False
    if draft.source == "국비" or _ABOVE.search(words):
        return True
    begin = _two_before(clause) if named else clause.sentence.begin
    council = re.search(r"(?:시|도|군|구)의회|추경|집행부", text[begin : clause.sentence.end])
    return council is None and _ABOVE.search(text, begin, clause.sentence.end) is not None


def _body_of(clause: Clause, begin: int, end: int) -> str | None:
    """The committee or sitting that decides: the last one told in the sum's own words, else the one that is the
    subject or the scene of the sentence. One that has it still before it has decided nothing."""
    text = clause.analysis.text
    for first, last in ((begin, end), (clause.sentence.begin, begin)):
        found: list[tuple[int, str]] = []
        for stage, pattern in _COMMITTEES:
            for match in pattern.finditer(text, first, last):
                if _YET_TO_COME.match(text, match.end(), min(match.end() + 26, clause.sentence.end)):
                    continue
                if _later(clause) and _ON_THE_WAY.match(text, match.end(), clause.sentence.end):
                    continue
                if first == clause.sentence.begin and begin > first and not _acts(text, match.end()):
                    continue
                found.append((match.start(), stage))
        if found:
            return max(found)[1]
    return None


def _committee(draft: Draft) -> str | None:
    """«위원회는 25억 원만 인정했다»: the step of the committee that the short form stands for."""
    body = draft.by
    if body is None or body.kind != "organization-short" or not body.value.head:
        return None
    name = f"{body.value.head} "
    return next((step for step, pattern in _COMMITTEES if pattern.search(name)), None)


def _acts(text: str, place: int) -> bool:
    if _ON_THE_WAY.match(text, place, place + 16):
        return True
    return (
        re.match(
            r"[’'”\"」)]{0,2}(?:\([^)]{1,30}\))?\s?(?:심사|심의|의결|회의|전체회의|계수조정)?\s?(?:과정)?(?:은|는|이|가|도|에서|에서는|에선|서)(?=[\s,])",
            text[place : place + 44],
        )
        is not None
    )


def _later(clause: Clause) -> bool:
    """Whether what is told is still to come: «본회의에서 최종 확정될 예정이다»."""
    head = clause.head
    return head is not None and (
        head.future or (not head.past and head.ending in ("EF", "ETN") and head.ending_form.endswith("ᆫ다"))
    )


def _two_before(clause: Clause) -> int:
    """Where the sentence before begins, if it stands in the same paragraph."""
    sentence, sentences = clause.sentence, clause.analysis.sentences
    if sentence.index and sentences[sentence.index - 1].paragraph == sentence.paragraph:
        return sentences[sentence.index - 1].begin
    return sentence.begin


def _in_bill(draft: Draft, clause: Clause, words: str) -> bool:
    """Whether the sum stands in a budget bill that its maker has put together or handed in."""
    text = clause.analysis.text
    act = clause.act or clause.leaning_act
    if (
        draft.superseded
        and draft.status == "proposed"
        and (act is None or act.plain == "cut" or act.past == "approved")
    ):
        return paper_near(clause) is not None  # «예산안 심사에서 9억 원 가운데 3억 원을 깎았다»
    here = draft_paper(text, clause.segment().begin, max(clause.chunk.end, _end(clause))) is not None
    if act is None or act.word not in _PAPER_ACTS:
        return draft.status == "proposed" and (here or (_stands(clause) and paper_near(clause) is not None))
    if here:
        return draft.status in ("proposed", "approved")
    if clause.leaning is not None and clause.leaning_act is act and clause.act is None:
        return False  # «추경에 반영된 14억 원», «본예산에 잡힌 21억 원»: how far that budget has got is not told
    if draft.status != "proposed" or _long_decided(draft, clause):
        return False
    return (
        act.word in _FORMAL or paper_near(clause) is not None or re.search(r"추경|추가경정|본예산", words) is not None
    )


def _stands(clause: Clause) -> bool:
    """«복지 분야 31억 원이다»: no predicate but that it is so."""
    return clause.act is None and (clause.head is None or clause.head.lemma == "이")


def _long_decided(draft: Draft, clause: Clause) -> bool:
    """Whether the sum is of a year whose budget has been decided: «지난해 편성한 6억 원», «올해 12억 원을 편성했다»."""
    published = clause.analysis.document.published
    if (
        draft.year is None
        or published is None
        or re.search(r"추경|추가경정|예산안", clause.analysis.text[clause.sentence.begin : clause.sentence.end])
    ):
        return False
    return draft.year <= int(published[:4])
