"""The council that cuts or passes a sum of which nobody is told to have decided."""

from collections.abc import Sequence

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.turn import sitting_body
from kg.language.model import Analysis, Sentence
from kg.mentions.model import Mention, Mentions
from kg.mentions.remembered import once_a_document
from kg.patterns import regex
from kg.spans import Span

_SITTING = regex(
    r"통과|심사|심의|상임위|예결위|예결특위|본회의|계수조정|의결|(?:의회|위원회|의원|위원|의원들)(?:는|은|이|가|도|에서|에선|서|측)"
)


def council_before(analysis: Analysis, mentions: Mentions, sentence: Sentence) -> Mention | None:
    """The council told last before the end of a sentence: it cuts where nobody is named («9억 원이 깎였다») and the
    paragraph tells of its sitting."""
    inside = [s for s in analysis.sentences if s.paragraph == sentence.paragraph and s.index <= sentence.index]
    if not _SITTING.search(analysis.text, inside[0].begin, sentence.end):
        return _council_of_headline(analysis, mentions) or _council_of_lead(analysis, mentions)
    if analysis.document.kind == "council" and (body := sitting_body(mentions)) is not None:
        return body
    councils = [m for m in mentions.of("organization", "organization-short") if "Council" in m.value.classes]
    before = [m for m in councils if m.begin < sentence.end]
    if not before or before[-1].begin < inside[0].begin:
        later = _told_later(analysis, sentence, councils)
        if later is not None:
            return later  # «3억 원이 심사에서 잘렸다. 시의회는 겹친다는 이유를 댔다»
    return before[-1] if before else next(iter(councils), None)


def _told_later(analysis: Analysis, sentence: Sentence, councils: list[Mention]) -> Mention | None:
    """The first council that the rest of the paragraph names."""
    for council in councils:
        at = analysis.sentence_at(council.begin) if council.begin >= sentence.end else None
        if at is not None:
            return council if at.paragraph == sentence.paragraph else None
    return None


_BUDGET_VOTE = regex(r"예산|추경|세출|살림")


def _council_of_headline(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The one council that the headline sets over a budget: «가온구의회, 내년 AI 예산 ‘칼질’»."""
    title = analysis.document.title_span
    if title is None or not _BUDGET_VOTE.search(analysis.text, title.begin, title.end):
        return None
    named = mentions.within(title, "organization", "organization-short")
    councils = [m for m in named if "Council" in m.value.classes]
    return councils[0] if len({str(m.value.official or m.value.text) for m in councils}) == 1 else None


_LEAD = 4
_VOTED = regex(r"(?:예산|추경|계수조정)[^.]{0,40}?(?:가결|의결|통과|확정|계수조정|심사|삭감|깎|처리)")
_ACTS = regex(r"(?:은|는|이|가)\s")


def _council_of_lead(analysis: Analysis, mentions: Mentions) -> Mention | None:
    """The one council of which the lead tells that it voted on a budget: «가온구의회는 전날 예산안을 수정 가결했다»."""
    for sentence in [s for s in analysis.sentences if s.block == "body"][:_LEAD]:
        for body in mentions.within(sentence.span, "organization", "organization-short"):
            if not {"Council", "Committee"} & set(body.value.classes) or not _ACTS.match(analysis.text, body.end):
                continue
            if _VOTED.search(analysis.text, body.end, sentence.end):
                return body
    return None


_PARLIAMENT = "국회"
_COMMITTEE = regex(r"[가-힣]{0,10}의회\s")
_VOTING = frozenset(("Council", "Parliament"))
_SHORT_COUNCILS = frozenset(("시의회", "도의회", "구의회", "군의회", "의회"))
_REVIEW = regex(
    r"(?:예산|추경|세출|계수)[^.]{0,30}?(?:심사|심의|조정|의결|가결|통과|처리|삭감|감액|깎)|예결특위|예결위|예산결산|상임위"
)
"""What tells that a budget is before a council."""


@once_a_document
def _councils_that_sit(analysis: Analysis, mentions: Mentions) -> tuple[Mention, ...]:
    """Every mention of a council in a text that tells of a budget's review; none where it tells of none."""
    if _REVIEW.search(analysis.text) is None:
        return ()
    return tuple(m for m in mentions.of("organization", "organization-short") if _votes(m))


def _votes(body: Mention) -> bool:
    """Whether a body is a council, by its name or by its short form."""
    if "Committee" in body.value.classes:
        return _COMMITTEE.match(body.value.text) is not None
    return bool(_VOTING & set(body.value.classes)) or body.value.text in _SHORT_COUNCILS


def _national(body: Mention) -> bool:
    return _PARLIAMENT in str(body.value.official or body.value.text)


def _the_one(councils: Sequence[Mention]) -> Mention | None:
    """The one council that is meant: named in full, else by its short form alone."""
    full: dict[str, Mention] = {}
    whole = [c for c in councils if "Committee" not in c.value.classes]
    for body in (councils := whole or councils):
        if body.kind == "organization":
            full.setdefault(str(body.value.official or body.value.text), body)
    if full:
        return next(iter(full.values())) if len(full) == 1 else None
    return councils[0] if len({c.value.text for c in councils}) == 1 else None


def _told_of_alone(draft: Draft) -> bool:
    """«가온시 = 4억 원 중 1억 원이 잘려 나갔다»: the sum goes by itself, and who is named is only told of."""
    clause = draft.clause
    if clause is None or clause.act is None or clause.act.plain != "cut":
        return False
    return clause.act.voice == "goes" or (clause.head is not None and clause.head.suffix == "되")


def council_that_cut(analysis: Analysis, mentions: Mentions, draft: Draft) -> Mention | None:
    """Who cut a sum of which nobody is told to have cut it: the one council of the text, of the state's money the
    National Assembly; in a table of a council's own paper also who passed it."""
    if draft.status == "approved" and "table" in draft.features and draft.by is None:
        return sitting_body(mentions) if analysis.document.kind == "council" else None
    if draft.status != "cut" or draft.value <= 0:
        return None
    if "payer-told" in draft.features and not _told_of_alone(draft):
        return None
    sitting = _councils_that_sit(analysis, mentions)
    national = [c for c in sitting if _national(c)]
    local = [c for c in sitting if not _national(c)]
    among = national if draft.source == "국비" or not local else local
    at = analysis.sentence_at(draft.money.begin)
    inside = [s for s in analysis.sentences if at is not None and s.paragraph == at.paragraph]
    near = [c for c in among if inside and inside[0].begin <= c.begin < inside[-1].end]
    return _the_one(near) or _the_one(among)


_SCENE = regex(
    r"[’'”\"」)]{0,2}(?:의)?\s?(?:(?:예산|추경)?안?\s?(?:예비|종합|본|최종|막판|자체|내부)?\s?(?:심사|심의|조정|계수조정|협의|검토|문턱|벽|손|칼질|상임위|예결위|예결특위|본회의|소위))?(?:\([^)]{1,16}\))?"
    r"(?:\s?(?:과정|단계|문턱|테이블))?(?:에서(?:는|도)?(?=[\s,])|에\s(?:막[혀히]|걸[려리]|부딪)|[을를]\s(?:거치|거쳐|거친|지나|넘지|통과하)|의\s(?:칼질|손질)(?:로|에))"
)
_DECIDING = frozenset(("Council", "Committee", "Parliament", "Ministry"))
_MOVED = frozenset(("늘", "늘어나", "불", "불어나", "줄", "줄어들", "뛰", "오르", "쪼그라들", "반토막"))


def scene_of(clause: Clause, status: str | None, mentions: Mentions) -> Mention | None:
    """«28억 원은 기재부 문턱에서 빠졌다», «국회를 거치며 95억 원으로 불어났다»: before whom it was cut or raised."""
    act, head = clause.act, clause.head
    decided = status == "cut" or (act is not None and act.past == "approved" and act.voice != "gets")
    if not decided and (head is None or head.lemma not in _MOVED):
        return None
    text, end = clause.analysis.text, clause.money.end
    later = [c.money.begin for c in clause.following() if c.money is not None]
    limit = min([clause.sentence.end, *later])
    if head is not None and clause.heads_own_row() and head.begin > end:
        limit = min(limit, head.begin)
    for body in mentions.within(Span(end, max(end, limit)), "organization", "organization-short"):
        if _decides(body) and _SCENE.match(text, body.end, clause.sentence.end):
            return body
    if head is not None and not later and status == "cut":
        for body in mentions.within(Span(head.begin, min(head.end + 12, clause.sentence.end)), "organization"):
            if _decides(body) and text.endswith("(", 0, body.begin):
                return body  # «2억 원 전액 삭감 (시의회 행정복지위원회)»
    for body in reversed(
        mentions.within(Span(clause.segment().begin, clause.money.begin), "organization", "organization-short")
    ):
        if _decides(body) and _SCENE.match(text, body.end, clause.money.begin):
            return body
    return None


def _decides(body: Mention) -> bool:
    return bool(_DECIDING & set(body.value.classes)) or body.value.text in _SHORT_COUNCILS
