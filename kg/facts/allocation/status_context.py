"""How far a sum has got by the words round its clause: a candidate's pledge, a wish that closes the sentence, an item
that was left as it was, a budget that has passed."""

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.undone import taken_back
from kg.language.model import Analysis
from kg.patterns import regex
from kg.spans import Span

_ELECTION = regex(r"선거|출마|공약")
_PLEDGES = regex(r"후보(?:는|은|가|도)\s[^\n]{0,120}?(?:공약(?:했|으로|을\s(?:내|발표))|약속했)")
_CANDIDATE = regex(r"[가-힣]{1,4}\s?후보(?:는|은|가|도|의|측|로|에게)?(?=[\s,’”])")
_RUNS = regex(r"(?:시|도|군|구)(?:가|이|는|은)\s(?:올해|지난해|20\d\d년|이미|현재|지금)")
_WISHED = regex(
    r"(?:협의\s?중|협의하고\s있|협의\s?중이|검토\s?중|검토하고\s있|검토하겠|(?:하|오|내|쓰|세우|담|넣|올리|늘리|줄이)자고\s(?:했|말|주장|제안|요구|촉구|강조)"
    r"|[을를것]\s(?:공식\s)?(?:제안|건의|촉구|요청|주문|요구)(?:했|하였|한다|합니다|함|하며|하면서)|자고\s(?:[가-힣]{1,6}\s)?(?:제안|건의|촉구|주장|요구|제의)|신청해\s?(?:둔|놓|둔\s단계|뒀)|신청\s?\(20)"
)
_AS_ASKED = regex(
    r"(?:→|->|⇒|:|,|·|\))\s?(?:최종\s)?(?:의결액?|확정액?|조정액?)\s?(?:약\s)?$|[(\s]원안\s?(?:대로\s)?(?:약\s)?$|원안\s?(?:의결|가결|통과)\s?\($"
)
_NOT_AS_ASKED = regex(r"\s?(?:\)|원)?\s?(?:에서|중|가운데|→|->|⇒|보다|대비)")
_ALL_CUT = regex(
    r"\s?(?:원)?\s?(?:\)\s?)?(?:을\s|를\s|이\s|은\s|는\s|도\s|→\s?)?(?:전액|모두|전부|통째로)\s?(?:을\s)?(?:삭감|감액|깎|쳐[냈내낸]|걷어[냈내낸]|도려[냈내낸]|지[웠워운]|들어[냈내낸])"
    r"(?![^.]{0,8}(?:요청|요구|주장|촉구|제안|건의))"
)
_REVIVED = regex(
    r"\s?(?:원)?\s?(?:을|를|이|은|는|도)?\s?[^.\d]{0,24}?(?:전액|모두|전부|통째로)\s?(?:을\s|이\s)?(?:삭감|감액|깎|잘|날)[^.]{0,14}?(?:→|->|⇒|으나|지만|는데|다가|더니|가)\s?"
    r"[^“”]{0,40}?(?:전액|모두|전부|그대로|다시|도로)?\s?(?:복원|되살[렸아려]|되살아났|부활|살아났|살려[냈내]|살렸)"
)
"""«3억 원 전액 삭감 → 예결위에서 전액 복원», «모두 깎였다가 되살아났다»."""
_KEPT = regex(r"\s?(?:원)?\s?(?:→|->|⇒)\s?(?:원안|그대로|전액\s?(?:반영|인정|확보)|동일|변동\s?없음)")
"""«(요구 2억 4천만 원 → 원안)»."""
_VANISHED = regex(
    r"\s?(?:은|는|이|가|도)\s(?:[가-힣0-9]{1,8}\s){0,3}(?:전액|통째로|모두|전부|아예)\s?(?:사라졌|사라진|없어졌|날아갔|빠졌|지워졌|정리됐|잘렸|잘려)"
    r"|\s?(?:도|은|는)\s(?:함께|같이|나란히|덩달아)\s(?:정리됐|정리된|사라졌|없어졌|날아갔|빠졌|지워졌|깎였|잘렸)"
)
_TURNED = regex(r"원\s?(?:→|->|⇒)\s?(?:수정\s)?$")
_PASSED_HERE = regex(
    r"(?:의회|본회의)(?:를|을|에서)\s[^.\d]{0,12}?(?:통과|의결|가결|확정)(?:했|됐|되었|하였|된|한\s|시켰)"
)
_PASSED_LATER = regex(
    r"(?:이|이번|해당|관련)\s?(?:예산|예산안|추경안|사업비|안건|안)(?:은|는|이|도)\s[^.]{0,40}?(?:통과|의결|가결|확정)(?:했|됐|되었|하였|된\s바)"
)
_AS_WANTED = regex(
    r"(?<![가-힣])[가-힣]{0,6}(?:비|비용|예산|예산안|추경안|사업|요구액)(?:은|는|이|가|도|을|를)\s(?:[가-힣]{2,8}\s)?(?:(?:요구|요청|제출|신청|편성|올린|올라온|낸)[가-힣]{0,2}\s?대로|원안(?:대로|으로)?|그대로)\s?"
    r"(?:통과|의결|가결|확정|인정|반영|승인)(?:했|됐|되었|하였|된\s바|시켰)"
)
"""«건립비는 요구한 대로 통과됐다», where no other thing's name stands before it."""
_YET = regex(r"않|못|다음|예정|앞두|되면|된다면|열리|남겨")


def read_around(draft: Draft, clause: Clause) -> None:
    """Settle the status of a sum by what stands round its clause; what its predicate has decided stays."""
    text, money = clause.analysis.text, clause.money
    before = text[clause.sentence.begin : money.begin]
    if draft.status != "cut" and (kept := _KEPT.match(text, money.end, clause.sentence.end)) is not None:
        _set(draft, "approved", Span(money.end, kept.end()))
        return
    if (revived := _REVIVED.match(text, money.end, clause.sentence.end)) is not None:
        _set(draft, "approved", Span(money.end, revived.end()))
        return
    if draft.status != "cut" and (off := _ALL_CUT.match(text, money.end, clause.sentence.end)) is not None:
        _set(draft, "cut", Span(money.end, off.end()))
    elif draft.status not in ("cut", "spent") and not draft.per_unit and (back := taken_back(clause)) is not None:
        _set(draft, "cut", back)
    elif (
        draft.status in (None, "planned")
        and (gone := _VANISHED.match(text, money.end, clause.sentence.end)) is not None
    ):
        _set(draft, "cut", Span(money.end, gone.end()))
    elif draft.status is None and (left := _left_by_council(clause)) is not None:
        _set(draft, "approved", left)
    elif draft.status in (None, "planned", "spent") and (meant := _hoped(clause)) is not None:
        _set(draft, "proposed", meant)
    elif (
        draft.status in (None, "planned")
        and clause.analysis.document.kind == "council"
        and (turned := _TURNED.search(before)) is not None
    ):
        _set(draft, "approved", Span(clause.sentence.begin + turned.start(), clause.sentence.begin + turned.end()))
        return
    elif (
        draft.status in (None, "planned", "proposed")
        and (told := _AS_ASKED.search(before)) is not None
        and _NOT_AS_ASKED.match(text, money.end) is None
    ):
        _set(draft, "approved", Span(clause.sentence.begin + told.start(), clause.sentence.begin + told.end()))
    if draft.status not in (None, "planned", "proposed") or draft.several_years:
        if draft.status is None or (draft.status == "planned" and draft.several_years):
            _wish(draft, clause)
        return
    passed = _PASSED_HERE.search(text, money.end, min(clause.sentence.end, money.end + 60))
    if (
        passed is not None
        and not _of_later_sum(clause, passed.end())
        and not _YET.search(text, passed.start(), clause.sentence.end)
        and not any(c.money is not None for c in clause.following() if c.begin < passed.start())
    ):
        _set(draft, "approved", Span(passed.start(), passed.end()))
        return
    if (
        (later := passed_later(clause)) is not None
        and not draft.per_unit
        and clause.analysis.quoted_at(money.begin) is None
    ):
        _set(draft, "approved", later)
        return
    _wish(draft, clause)


_COUNCIL = regex(r"의회|위원회|예결위|예결특위|상임위|계수\s?조정|심의|심사")


_HANDED_ON = regex(r"다시|올[렸린릴]|제출|요구|요청|신청")


def _left_by_council(clause: Clause) -> Span | None:
    """«예결위는 2억 원을 1억 2천만 원으로 줄였다», «의회에서 25억 원으로 깎였다»: what a council leaves is granted."""
    head, chunk = clause.head, clause.chunk
    if head is None or not head.past or head.future or chunk.particle not in ("으로", "로", "으로만", "로만"):
        return None
    if clause.act is None or not (clause.act.plain == "cut" or head.lemma in _LESS):
        return None
    if _HANDED_ON.search(clause.analysis.text, clause.money.end, clause.sentence.end):
        return None  # «3억 원으로 낮춰 다시 올렸다»
    begin = max(clause.analysis.paragraph_to(clause.sentence)[0].begin, clause.sentence.begin - 160)
    found = _COUNCIL.search(clause.analysis.text, begin, head.begin)
    return Span(head.begin, head.end) if found is not None else None


_LESS = frozenset(("깎", "깎이", "줄", "줄이", "줄어들", "낮추", "삭감", "감액", "축소", "감축"))
_INTENT = regex(r"[^.]{0,30}?의향(?:서)?(?:을|를|만)?\s?(?:밝[혔히]|[내냈낸]|건[네넸]|전달|제출|보[였인]|일\s뿐)")
_TO_WIN = regex(
    r"\s?(?:을|를)\s(?:[가-힣]{1,4}\s){0,2}(?:싣겠|따내겠|따\s?오겠|반영시키|반영되도록|반영하도록\s(?:힘|노력)|담아\s?오겠|담아내겠|관철)"
)
_BEFORE_COUNCIL = regex(
    r"\s?(?:을|를)\s(?:[냈]|들고\s(?:왔|나왔)|올렸|제출했|가져왔)(?:는데|으나|지만|더니)\s[^.]{0,40}?(?:깎|덜어|삭감|줄[여였이]|잘[라랐려렸])"
)


_HANDED_IN = regex(
    r"\s?(?:으로|로)\s[가-힣]{1,4}\s(?:다시\s|재차\s|고쳐\s)?(?:올렸|올린다|올린\s|제출했|요구했|요청했|신청했)"
)
"""«3억 원으로 낮춰 다시 올렸다»."""


def _hoped(clause: Clause) -> Span | None:
    """«300만 유로를 투자하겠다는 의향», «국비 480억 원을 꼭 따내겠다», «26억 원을 냈는데 의회가 12억 원을 덜어 냈다»:
    a sum that others still have to grant."""
    text, money = clause.analysis.text, clause.money
    for pattern in (_INTENT, _TO_WIN, _BEFORE_COUNCIL, _HANDED_IN):
        match = pattern.match(text, money.end, clause.sentence.end)
        if match is None:
            continue
        if not any(c.money is not None and c.begin < match.end() for c in clause.following()) or (
            pattern is _BEFORE_COUNCIL
        ):
            return Span(money.end, match.end())
    return None


def _of_later_sum(clause: Clause, end: int) -> bool:
    """«몫은 178억 원으로 의회를 통과한 시비 32억 원이 들어 있다»: a participle says it of the sum that follows."""
    if clause.analysis.text[end - 1 : end].strip() not in ("한", "된", "") or clause.chunk.particle in ("을", "를"):
        return False
    return any(c.money is not None and 0 <= c.begin - end <= 8 for c in clause.following())


def _wish(draft: Draft, clause: Clause) -> None:
    """«… 반영하기 위해 협의 중이다», «… 편성할 것을 제안했다»: what closes the sentence only wishes for the sum."""
    if draft.status == "proposed" or (clause.head is not None and clause.head.past and draft.status is not None):
        return
    end = clause.sentence.end
    wished = _WISHED.search(clause.analysis.text, clause.money.end, end)
    if wished is None or any(c.money is not None and c.begin < wished.start() for c in clause.following()):
        return
    _set(draft, "proposed", Span(wished.start(), wished.end()))


def passed_later(clause: Clause) -> Span | None:
    """«사업비를 7억 원으로 늘렸다. 구비 4억 원에 시비 3억 원을 더했다. 이 예산은 지난달 의회에서 의결됐다»."""
    analysis, sentence = clause.analysis, clause.sentence
    for later in analysis.sentences[sentence.index + 1 : sentence.index + 4]:
        if later.paragraph != sentence.paragraph:
            return None
        match = _PASSED_LATER.search(analysis.text, later.begin, later.end) or _AS_WANTED.search(
            analysis.text, later.begin, later.end
        )
        if match is not None and not _YET.search(analysis.text, later.begin, later.end):
            return Span(match.start(), match.end())
    return None


def is_election(analysis: Analysis) -> bool:
    """Whether a text is about candidates and what they promise."""
    text = analysis.text
    said = text.count("후보")
    return (said > 2 and _ELECTION.search(text) is not None) or (said > 0 and _PLEDGES.search(text) is not None)


def pledged(draft: Draft, clause: Clause) -> Span | None:
    """The candidate whose promise a sum is: «강 후보는 4년간 920억 원을 들여 … 한다».

    Of a year that has begun nothing is promised, and what a government runs is its own.
    """
    analysis = clause.analysis
    published = analysis.document.published
    if draft.status not in (None, "planned", "proposed") or (
        draft.year is not None and published is not None and draft.year <= int(published[:4])
    ):
        return None
    found: Span | None = None
    for sentence in analysis.paragraph_to(clause.sentence):
        end = min(sentence.end, clause.money.begin)
        if _RUNS.search(analysis.text, sentence.begin, end):
            found = None
        for match in _CANDIDATE.finditer(analysis.text, sentence.begin, end):
            found = Span(match.start(), match.end())
    return found


def _set(draft: Draft, status: str, span: Span) -> None:
    draft.status = status  # type: ignore[assignment]
    draft.features = [f for f in draft.features if not f.startswith("status-")]
    draft.slots.pop("status", None)
    draft.note("status", span, f"status-{status}")
