"""Budgets that the words round a sum tell as passed: the next sentence, the one before, a running year's own."""

import re

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.words import ALLOTS
from kg.spans import Span

_PASSED = re.compile(r"원안(?:대로)?\s?(?:통과|의결|가결|확정)")
_ALL_PASSED = re.compile(
    r"(?:이를|이들\s[가-힣 ]{0,12}|이\s?(?:예산|안)[가-힣]{0,4}|모두|전부|전액|예산안은|예산안을|그대로|"
    r"모든\s[가-힣 ]{0,10})[^.]{0,24}?"
    r"(?:원안(?:대로)?\s?(?:통과|의결|가결|확정)|(?:통과|의결|가결|확정)(?:시켰|했|됐|되었|하였|함|됨|했다|됐다))"
)
_NOT_YET = re.compile(r"\d\s?[만억조]|않|못|다음|예정|계획|앞두|되면")
_OF_THE_YEAR = re.compile(r"(?:본예산|당초\s?예산)(?:에|에는|에도|에서|으로)?(?=\s)")


def passed_behind(clause: Clause) -> Span | None:
    """«… 등에 43억 원을 편성했다. 시의회는 이를 원안대로 의결했다.»: the next sentence tells that all of it passed."""
    analysis, sentence = clause.analysis, clause.sentence
    if sentence.index + 1 >= len(analysis.sentences):
        return None
    later = analysis.sentences[sentence.index + 1]
    if later.paragraph != sentence.paragraph or analysis.quoted_at(later.begin) is not None:
        return None
    match = _ALL_PASSED.search(analysis.text, later.begin, later.end)
    if match is None or _NOT_YET.search(analysis.text, later.begin, later.end):
        return None
    return Span(match.start(), match.end())


_THIS_YEAR = re.compile(
    r"(?:올해|금년)(?:는|도|에는|엔)?\s(?:[^.,]{0,24}\s)?(?:(?:제?\d(?:회|차)\s)?추경(?:에|에서|으로)\s)?[^.,\d]{0,10}$"
)
_BILL = re.compile(r"(?<!정부)(?<!정부 )예산안|추경안|추가경정예산안|제출했|요구했|심의|심사")


def budget_of_running_year(clause: Clause, year: int | None) -> Span | None:
    """«올해 본예산에 12억 원을 편성했다»: the main budget of a running year has been decided the year before."""
    analysis = clause.analysis
    published = analysis.document.published
    if year is None or published is None or int(published[:4]) < year:
        return None
    verb = clause.head
    if clause.act is None or verb is None or verb.future:
        return None
    match = _OF_THE_YEAR.search(analysis.text, clause.segment().begin, max(verb.begin, clause.money.begin))
    if (
        match is None
        and year == int(published[:4])
        and clause.act.word in ALLOTS - {"책정", "나누", "배분"}
        and verb.past
    ):
        match = _THIS_YEAR.search(analysis.text, clause.segment().begin, clause.money.begin)
        if match is not None and _BILL.search(analysis.text, clause.sentence.begin, clause.sentence.end):
            match = None
        if match is not None and "추경" in match.group():
            match = None  # a supplementary budget holds a sum as its bill already
    if match is None:
        return None
    if not verb.past and not (verb.ending == "EC" and any(c.past for c in clause.beyond_head()[:1])):
        return None
    return Span(match.start(), match.end())


_BUDGET_PASSED = re.compile(
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
