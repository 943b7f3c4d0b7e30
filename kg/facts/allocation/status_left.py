"""What is left of a sum: by a vote that made it less, without other sums. None of these is what was cut."""

from kg.facts.allocation.clause import Clause
from kg.patterns import regex
from kg.spans import Span


def taken_from_whole(clause: Clause) -> bool:
    """«국비 380억 원, 도비 110억 원을 뺀 450억 원»: what is left of a whole without others, no cut."""
    verb = clause.leaning
    if verb is None or verb.lemma not in ("빼", "제외", "제하", "덜"):
        return False
    before = next((c for c in reversed(clause.row.chunks) if c.end <= verb.begin), None)
    return before is not None and before.kind == "noun" and before.particle in ("을", "를")


_PASSED_SO = regex(
    r"(?:는|은|어|여|아|며|면서|된|됐)?\s?(?:(?:선|수준|쪽|것|안)(?:에서|으로|로)\s)?(?:[가-힣]{1,6}(?:에서|를|을)\s)?(?:최종\s|수정\s)?(?:통과|의결|가결|확정|처리|매듭|타결|합의|조정)(?:됐|되었|했|하였|시켰|지었|돼)"
)


def turned_into_less(clause: Clause) -> bool:
    """Whether the next sum before the predicate is what is left of this one: «32억 원이 26억 원으로 깎이는 선에서»."""
    if clause.head is None or clause.chunk.particle not in ("이", "가", "을", "를", "은", "는", "도", "에서"):
        return False
    later = next((c for c in clause.following() if c.money is not None), None)
    if later is None or later.money is None or later.begin > clause.head.begin or later.particle not in ("으로", "로"):
        return False
    return (later.money.value.low or 0) < (clause.money.value.low or 0)


def passed_so(clause: Clause) -> Span | None:
    """«26억 원으로 깎이는 선에서 통과됐다»: the words by which what was left has passed."""
    head = clause.head
    if head is None or clause.chunk.particle not in ("으로", "로"):
        return None
    so = _PASSED_SO.match(clause.analysis.text, head.end, clause.sentence.end)
    return Span(*so.span()) if so is not None else None
