"""Budgets that the words round a sum tell as passed: the next sentence, the one before, a running year's own."""

from collections.abc import Sequence

from kg.facts.allocation.chunk import Chunk
from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.words import ALLOTS
from kg.facts.allocation.year import year_words
from kg.language.model import Analysis
from kg.patterns import regex
from kg.spans import Span

BUDGETED = (ALLOTS - {"책정", "나누", "배분"}) | {"잡", "잡히", "담기", "세워지", "실리"}
"""Verbs of putting a sum into a budget."""
_PASSED = regex(r"원안(?:대로)?\s?(?:통과|의결|가결|확정|처리|승인|유지|하(?:겠|기로|였))")
_ALL_PASSED = regex(
    r"(?:이를|이들\s[가-힣 ]{0,12}|이\s?(?:예산|안)[가-힣]{0,4}|모두|전부|전액|예산안은|예산안을|그대로|"
    r"모든\s[가-힣 ]{0,10})[^.]{0,24}?"
    r"(?:원안(?:대로)?\s?(?:통과|의결|가결|확정)|(?:통과|의결|가결|확정)(?:시켰|했|됐|되었|하였|함|됨|했다|됐다))"
)
_NO_OBJECTION = regex(r"이의\s없으(?:시면|십니까|시지요|시죠)[^.]{0,10}원안(?:대로)?\s(?:의결|가결|통과)")
_NOT_YET = regex(r"\d\s?[만억조]|않|못|다음|예정|계획|앞두|되면")
_OF_THE_YEAR = regex(r"(?:본예산|당초\s?예산)(?:에|에는|에도|에서|으로)?(?=\s)")


def passed_behind(clause: Clause) -> Span | None:
    """«… 등에 43억 원을 편성했다. 시의회는 이를 원안대로 의결했다.»: the next sentence tells that all of it passed."""
    analysis, sentence = clause.analysis, clause.sentence
    if sentence.index + 1 >= len(analysis.sentences):
        return None
    later = analysis.sentences[sentence.index + 1]
    if later.paragraph != sentence.paragraph or analysis.quoted_at(later.begin) is not None:
        return None
    if analysis.document.kind == "council" and (vote := _NO_OBJECTION.match(analysis.text, later.begin, later.end)):
        return Span(vote.start(), vote.end())
    match = _ALL_PASSED.search(analysis.text, later.begin, later.end)
    if match is None or _NOT_YET.search(analysis.text, later.begin, later.end):
        return None
    return Span(match.start(), match.end())


_THIS_YEAR = regex(
    r"(?:올해|금년)(?:는|도|에는|엔)?\s(?:[^.,]{0,24}\s)?(?:(?:제?\d(?:회|차)\s)?(?:추경|추가경정예산|본예산)(?:에|에서|으로)\s)?[^.,\d]{0,10}$"
)
_THIS_ACCOUNT = regex(r"(?:올해|금년)(?:도)?\s(?:[가-힣]{1,8}\s){0,2}(?:본?예산|[가-힣]{0,8}회계)에\s[^.,\d]{0,10}$")
"""«17억 원은 올해 교육비특별회계에 반영됐다»."""
_BILL = regex(r"(?<!정부)(?<!정부 )예산안|추경안|추가경정예산안|제출했|요구했|심의|심사")


def budget_of_running_year(clause: Clause, year: int | None) -> Span | None:
    """«올해 본예산에 12억 원을 편성했다»: the main budget of a running year has been decided the year before."""
    analysis = clause.analysis
    published = analysis.document.published
    if year is None or published is None or int(published[:4]) < year:
        return None
    verb, act = clause.head, clause.act
    if clause.leaning is not None and clause.leaning_act is not None and clause.leaning_act.word in BUDGETED:
        verb, act = clause.leaning, clause.leaning_act  # «추가경정예산에 반영된 시비 14억 원으로 시작한다»
    if act is None or verb is None or verb.future:
        return None
    if act.word in BUDGETED and _stands(clause, verb):
        bill = _BILL.search(analysis.text, clause.sentence.begin, clause.sentence.end)
        return Span(verb.begin, verb.end) if bill is None else None
    match = _OF_THE_YEAR.search(analysis.text, clause.segment().begin, max(verb.begin, clause.money.begin))
    if match is None and year == int(published[:4]) and act.word in BUDGETED and verb.past:
        match = _THIS_YEAR.search(analysis.text, clause.segment().begin, clause.money.begin)
        if match is not None and _BILL.search(analysis.text, clause.sentence.begin, clause.sentence.end):
            match = None
        if match is not None and act.word == "담" and "추경" in match.group():
            match = None  # what is put into a supplement is still to be decided
    if match is None and year == int(published[:4]) and act.word in BUDGETED and verb.begin > clause.chunk.end:
        match = _THIS_ACCOUNT.search(analysis.text, clause.chunk.end, verb.begin)
    if match is None:
        return None
    if not verb.past and not (verb.ending == "EC" and any(c.past for c in clause.beyond_head()[:1])):
        return None
    return Span(match.start(), match.end())


def _stands(clause: Clause, verb: Chunk) -> bool:
    """«올해분은 14억 원이 편성돼 있다»: it has been put in and stands there."""
    return verb.suffix == "되" and _STANDS.search(clause.analysis.text, verb.begin, verb.end + 1) is not None


_STANDS = regex(r"(?:돼|되어)\s?있")


_BUDGET_PASSED = regex(
    r"(?:내년|새해|20\d\d년)도?\s(?:[가-힣]{1,6}\s)?예산안?[이은]\s[^.]{0,24}?(?:확정|의결|통과)(?:됐|되었|했|하였)"
)


def passed_before(clause: Clause) -> Span | None:
    """«X 예산은 원안대로 통과됐다. 35억 원을 들이는 사업이다.»: the sentence before tells that it passed."""
    analysis, sentence = clause.analysis, clause.sentence
    for back in (0, 1):
        if sentence.index < back:
            break
        earlier = analysis.sentences[sentence.index - back]
        if earlier.paragraph != sentence.paragraph:
            break
        match = _PASSED.search(analysis.text, earlier.begin, earlier.end) or (
            _BUDGET_PASSED.search(analysis.text, earlier.begin, earlier.end) if back else None
        )
        if match:
            return Span(match.start(), match.end())
    return None


_BUDGET_OF_YEAR = regex(
    r"(?:(?:20\d\d|[’']\d\d)년도?|내년도?|새해)의?\s?(?:[가-힣A-Za-z·()]{1,12}\s){0,3}(?:본|세출\s?)?예산(?:안|서|은|이|을|의|\s|$)"
)
_FINALLY = regex(
    r"(?:예산|예산안|예산서|[조억만]\s?원)(?:을|를|이|가|은|는|으로|로)?\s(?:[^.,]{0,40}?)(?:통과|의결|가결|확정)"
    r"(?:시켰|했|하였|한\s|됐|되었|된\s|돼\s|되면서|되어\s)"
    r"|(?:본회의|시의회|도의회|군의회|구의회|의회)(?:를|에서)\s(?:최종\s)?(?:통과|의결|가결|확정)(?:한|된|됐던)\s[^.]{0,16}예산"
)
_BEFORE_THE_HOUSE = regex(r"상임위|소위|예결위|예결특위|예산결산특별|예비심사|위원회(?:를|에서|는)\s")
_BACK = 2


def passed_years(analysis: Analysis) -> frozenset[int]:
    """The years after the running one whose budgets the text tells as passed: «2026년도 예산안을 의결하였다», «5개
    구 예산서는 지난 19일까지 의회를 통과했다» after «2026년도 예산서»."""
    text, published = analysis.text, analysis.document.published
    found: set[int] = set()
    if published is None or not ("의결" in text or "통과" in text or "확정" in text or "가결" in text):
        return frozenset()
    for sentence in analysis.sentences:
        if sentence.block != "body" or analysis.quoted_at(sentence.begin) is not None:
            continue
        match = _FINALLY.search(text, sentence.begin, sentence.end)
        if match is None or _NOT_PASSED.search(text, match.start(), sentence.end):
            continue
        if _BEFORE_THE_HOUSE.search(text, sentence.begin, sentence.end) and "본회의" not in match.group():
            continue
        for earlier in reversed(analysis.sentences[max(0, sentence.index - _BACK) : sentence.index + 1]):
            told = list(_BUDGET_OF_YEAR.finditer(text, earlier.begin, earlier.end))
            years = [w for m in told for w in year_words(text, m.start(), m.end(), published)]
            if years:
                found.update(w.year for w in years if w.year == int(published[:4]) + 1)
                break
    return frozenset(found)


_STILL_ASKED = regex(r"요구|요청|신청|건의|올[렸린라]|제안|달라|제출한|제출했|추경|심사|예비|삭감|감액|깎")


def settle_passed(drafts: Sequence[Draft], passed: frozenset[int]) -> None:
    """«시가 편성한 내년 AI 예산은 58억 원»: what was put into a budget that has passed since is decided."""
    for draft in drafts:
        clause = draft.clause
        if clause is None or draft.status != "proposed" or draft.year not in passed:
            continue
        act = clause.act or clause.leaning_act
        if act is not None and act.word not in BUDGETED | {"내", "제출"}:
            continue
        if _STILL_ASKED.search(clause.analysis.text, clause.sentence.begin, clause.sentence.end) is None:
            draft.status = "approved"


_NOT_PASSED = regex(r"않|못|예정|앞두|되면|된다면|전망|까지 의결|계획이다")
