"""A sum whose clause names no thing goes on with the thing of the sum told before it: «올해는 7억 원을 쓴다»."""

from collections.abc import Sequence

from kg.facts.allocation.clause import Clause
from kg.facts.allocation.draft import Draft
from kg.facts.allocation.revising import lend_purpose
from kg.facts.allocation.wording import is_time
from kg.patterns import regex

_THIS = regex(
    r"(?:이|그|해당|같은|이번|이들)\s(?:사업|예산|돈|서비스|시설|센터|기금|펀드|공사|과제|바우처|프로그램|시스템)(?:에|에는|에만|은|는|을|를|의|으로)?\s"
)
_ITS_BUDGET = regex(
    r"[^.]*?(?:며|고|는데|지만)?,?\s?(?:예산|사업비|총예산|총사업비|소요예산)(?:은|는)\s(?:약|총|모두)?\s?$"
)
_NEW_THING = regex(r"(?<![가-힣])(?:또|또한|한편|이와\s별도로|별도로|아울러|이\s밖에|이외에|다른)(?=[\s,])")
_ADDS = regex(r"대응\s?투자|매칭|보탠|보태|분담|부담|더한|더해|얹")
_REACH = 1


def _goes_on(clause: Clause) -> bool:
    """Whether a sentence of the next line tells more of the same: it names no subject, or adds a share."""
    text = clause.analysis.text
    return clause_names_none(clause) or _ADDS.search(text, clause.money.end, clause.sentence.end) is not None


def clause_names_none(clause: Clause) -> bool:
    """Whether nothing but a time is subject or topic before the sum: «올해는 7억 원을 쓴다»."""
    text = clause.analysis.text
    before = clause.row.chunks[: clause.place]
    named = [c for c in before if c.kind == "noun" and c.particle in ("은", "는", "이", "가", "도", "에서는")]
    return all(is_time(text[c.begin : c.end]) for c in named)


def carry_on(drafts: Sequence[Draft]) -> None:
    """Lend the purpose of the last sum, of this sentence or the one before it, to sums that name none."""
    for i, draft in enumerate(drafts):
        clause = draft.clause
        if draft.purpose is not None or clause is None or draft.column is not None:
            continue
        text, begin = clause.analysis.text, clause.sentence.begin
        this = _THIS.search(text, clause.segment().begin, clause.money.begin) is not None
        this = this or _ITS_BUDGET.fullmatch(text, clause.segment().begin, clause.money.begin) is not None
        moves = clause.act is None or clause.act.voice == "goes"
        if not this and moves and not draft.sourced and not draft.per_unit and not draft.whole:
            continue
        if not this and _NEW_THING.search(text, begin, clause.money.begin):
            continue
        for other in reversed(drafts[:i]):
            if other.clause is None or other.purpose is None:
                continue
            apart = clause.sentence.index - other.clause.sentence.index
            lines = clause.sentence.paragraph - other.clause.sentence.paragraph
            if apart > _REACH + this or lines > 1 or (lines and not (this or _goes_on(clause))):
                break
            lend_purpose(other, draft)
            break
