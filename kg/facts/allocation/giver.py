"""Who gives a sum where the giving leans on the giver: «민자 400억 원을 대기로 한 업체 ‘X’가 발을 뺐다»."""

from kg.facts.allocation.clause import Clause
from kg.patterns import regex
from kg.spans import Span

_GIVES = frozenset(("내", "대", "부담", "분담", "투자", "출자", "후원", "기부", "기탁", "출연", "쾌척", "보태", "맡기"))
_GIVERS = regex(
    r"(?:^|[\s가-힣])(?:컨소시엄|업체|기업|회사|그룹|사업자|시행사|운영사|투자사|투자자|운용사|은행|재단|조합|협회|대학|병원|교회|사찰|회장|대표|독지가|주인공|"
    r"사람|시민|주민|동문|출향인)(?:\s?[‘“'\"「『].*|들)?$"
)


def giver_behind(clause: Clause) -> Span | None:
    """The words behind the predicate that leans on them and tells that they give the sum; None where it leans on what
    gets it."""
    head, chunks = clause.head, clause.row.chunks
    if head is None or head.ending != "ETM" or clause.act is None or clause.act.word not in _GIVES:
        return None
    if not clause.heads_own_row():
        return None
    place = next(i for i, c in enumerate(chunks) if c is head) + 1
    if place >= len(chunks) or chunks[place].kind != "noun" or chunks[place].money is not None:
        return None
    if any(c.kind == "noun" and c.particle in ("이", "가", "은", "는") for c in chunks[clause.left : place - 1]):
        return None  # «시가 30억 원을 대는 업체»: somebody else gives
    thing = Span(chunks[place].begin, chunks[place].end)
    body = any(thing.begin <= b.begin and b.end >= thing.end - 1 for b in clause.bodies)
    return thing if body or _GIVERS.search(thing.of(clause.analysis.text)) else None
