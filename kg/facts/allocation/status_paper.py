"""The budget papers that the words round a sum tell: a bill in which it stands, the budget's round."""

import re

from kg.facts.allocation.clause import Clause
from kg.patterns import regex
from kg.spans import Span

BILL = regex(r"예산안|추경안|추가경정예산안|편성안|(?:20\d\d|내)년도?\s?\(안\)|요구안|(?<![가-힣])정부안")
_ROUND = regex(r"(제?\s?\d\s?(?:회|차)\s?(?:추가경정|추경)|(?:1|2|3)차\s?추경|본예산|추경|추가경정|수정예산)")


def draft_paper(text: str, begin: int, end: int) -> Span | None:
    """The last mention of a budget bill in the words: what stands in one is proposed."""
    found = None
    if text.find("안", begin, end) < 0:
        return found
    for match in BILL.finditer(text, begin, end):
        found = Span(match.start(), match.end())
    return found


def paper_near(clause: Clause) -> Span | None:
    """A budget bill in the sum's sentence or, in the same paragraph, in the sentence before."""
    analysis, sentence = clause.analysis, clause.sentence
    found = draft_paper(analysis.text, sentence.begin, sentence.end)
    if found is not None and (of_its_part(clause, found) or _of_next_clause(clause, found)):
        return None
    if found is None and sentence.index:
        earlier = analysis.sentences[sentence.index - 1]
        if earlier.paragraph == sentence.paragraph:
            found = draft_paper(analysis.text, earlier.begin, earlier.end)
    return found


def _of_next_clause(clause: Clause, paper: Span) -> bool:
    """«재원은 국비 63억 원, 도비 24억 원으로 구성되며 시는 추경안에 올해분 3억 원을 담는다»: the paper holds the sum
    of the clause in which it stands."""
    closed = False
    for chunk in clause.following():
        if chunk.begin < paper.begin:
            closed = closed or (chunk.kind == "verb" and chunk.ending == "EC")
        elif chunk.money is not None:
            return closed
    return False


_OF_THAT = regex(r"(?:(?:이|그)\s?(?:가운데|중)|우선|먼저|일부인|첫해)(?=[\s에,])")


def of_its_part(clause: Clause, paper: Span) -> bool:
    """«건립비는 48억 원이며 이 가운데 20억 원을 예산안에 담았다», «48억 원 ※ '26년 예산안에 20억 원»: only the part
    stands in the bill.
    """
    end = clause.chunk.end
    if "※" in clause.analysis.text[clause.money.end : paper.begin]:
        return True
    for chunk in clause.following():
        if chunk.begin >= paper.begin:
            return False
        if chunk.money is not None:
            return _OF_THAT.search(clause.analysis.text, end, chunk.money.begin) is not None
    return False


def round_of(text: str, begin: int, end: int) -> str | None:
    """Which budget of the year: 본예산, 추경, 제1회 추경."""
    found = list(_ROUND.finditer(text, begin, end))
    if not found:
        return None
    words = found[-1].group(1).replace(" ", "").replace("추가경정", "추경")
    number = re.match(r"제?(\d)(?:회|차)", words)
    return f"제{number.group(1)}회 추경" if number else words
